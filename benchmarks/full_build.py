#!/usr/bin/env python3
"""Times a whole build of the shipped content, each in a new process with an empty output folder and an empty cache.

    .venv/bin/python benchmarks/full_build.py [RUNS] [--jobs N] [--no-cache]

Prints the median, least and most of wall time, processor time (all processes) and the largest process's peak memory.
"""

from __future__ import annotations

import argparse
import json
import os
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent


def one_build(jobs: int, *, cache: bool) -> tuple[float, float, float, int]:
    """Wall and processor seconds, peak MB of the largest process so far, and the number of files."""
    with tempfile.TemporaryDirectory() as folder:
        output = Path(folder) / 'output'
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        began = time.perf_counter()
        command = [sys.executable, 'build.py', 'build', '--output', str(output), '--jobs', str(jobs), '-q']
        environment = os.environ | {'SARABAN_CACHE': f'{folder}/cache'}
        subprocess.run([*command, *([] if cache else ['--no-cache'])], cwd=ROOT, env=environment, check=True)
        wall = time.perf_counter() - began
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        files = len(json.loads((output / 'manifest.json').read_text(encoding='utf-8'))['files'])
    processor = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return wall, processor, after.ru_maxrss / 1024, files


def main() -> None:
    """Runs the builds and prints their figures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('runs', nargs='?', type=int, default=5)
    parser.add_argument('--jobs', type=int, default=0, help='worker processes (all cores without it)')
    parser.add_argument('--no-cache', action='store_true', help='keep nothing for later builds')
    options = parser.parse_args()
    builds = [one_build(options.jobs, cache=not options.no_cache) for _ in range(options.runs)]
    print(f'{builds[0][3]} files, {options.runs} builds, {os.cpu_count()} cores, Python {sys.version.split()[0]}')
    for index, (name, unit) in enumerate((('wall', 's'), ('processor', 's'), ('peak', 'MB'))):
        values = [build[index] for build in builds]
        print(f'{name:<10} median {statistics.median(values):6.1f} {unit}   {min(values):.1f} to {max(values):.1f}')


if __name__ == '__main__':
    main()
