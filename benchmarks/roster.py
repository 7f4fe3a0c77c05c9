#!/usr/bin/env python3
"""Times the reading and checking of a roster of 10,000 recipients, as CSV and as Excel, each run in a new process.

    .venv/bin/python benchmarks/roster.py [RUNS] [--rows N]

Prints the median, least and most of the seconds for reading content and checking it (start-up of Python and of the
libraries included), and the peak memory.
"""

from __future__ import annotations

import argparse
import csv
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

import openpyxl

ROOT = Path(__file__).resolve().parent.parent
HEADING = ['ลำดับ', 'รหัส', 'จังหวัด', 'ชื่อภาษาอังกฤษ', 'รุ่นที่', 'จำนวนอำเภอ', 'หมายเหตุ']
CHECK = 'import sys; from saraban.cli import main; sys.exit(main(sys.argv[1:]))'


def rows(count: int) -> Iterator[list[object]]:
    """Recipients of the shipped content's six rounds, with names of their own."""
    yield HEADING
    for number in range(count):
        yield [number + 1, f'X-{number:05}', f'หน่วยที่ {number}', f'Unit {number}', number % 6 + 1, number % 30 + 1, '']


def content(folder: Path, ending: str, count: int) -> Path:
    """The shipped content with a roster of generated rows and without figures that tell the real one's size."""
    made = folder / ending
    shutil.copytree(ROOT / 'content', made)
    for path in made.glob('*.yaml'):
        lines = path.read_text(encoding='utf-8').splitlines(keepends=True)
        path.write_text(''.join(line for line in lines if not line.lstrip().startswith('stated:')), encoding='utf-8')
    (made / 'recipients.csv').unlink()
    if ending == 'csv':
        with (made / 'recipients.csv').open('w', encoding='utf-8-sig', newline='') as file:
            csv.writer(file).writerows(rows(count))
    else:
        book = openpyxl.Workbook(write_only=True)
        sheet = book.create_sheet('ผู้รับ')
        for row in rows(count):
            sheet.append(row)
        book.save(made / 'recipients.xlsx')
    return made


def seconds(folder: Path) -> float:
    """Wall time of one `build.py check`."""
    began = time.perf_counter()
    subprocess.run([sys.executable, '-c', CHECK, 'check', '-q', '--content', str(folder)], cwd=ROOT, check=True)
    return time.perf_counter() - began


def main() -> None:
    """Runs both forms and prints their figures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('runs', nargs='?', type=int, default=5)
    parser.add_argument('--rows', type=int, default=10_000)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        for ending in ('csv', 'xlsx'):
            made = content(Path(folder), ending, options.rows)
            times = [seconds(made) for _ in range(options.runs)]
            peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
            spread = f'{min(times):.2f} to {max(times):.2f}'
            print(
                f'{ending:<5} {options.rows:,} rows  median {statistics.median(times):.2f} s  {spread}  {peak:.0f} MB'
            )


if __name__ == '__main__':
    main()
