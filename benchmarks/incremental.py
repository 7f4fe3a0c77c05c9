#!/usr/bin/env python3
"""Times what a build costs that is not the first: nothing changed, one province's data changed, a word saved while watching.

    .venv/bin/python benchmarks/incremental.py [RUNS]

Each build is a new process on a copy of the shipped content with a cache of its own, filled before the clock starts. Prints the
median, least and most of wall time in seconds, and how many files were made anew; `unit` is the time in which the same
machine, at the same moment, starts Python and loads the command line, so that runs on busy machines can be compared.
"""

from __future__ import annotations

import argparse
import os
import re
import shutil
import signal
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
LETTER = 'letters/TH-18-chai-nat.pdf'
LATE = 120  # seconds after which a watcher is taken for stuck


class Office:
    """A copy of the shipped content, its papers and its cache."""

    def __init__(self, folder: Path) -> None:
        self.content, self.output = folder / 'content', folder / 'output'
        shutil.copytree(ROOT / 'content', self.content)
        self.environment = os.environ | {'SARABAN_CACHE': str(folder / 'cache')}
        self.where = ['--content', str(self.content), '--output', str(self.output), '--lang', 'en']
        self._edits = 0
        self._roster = (self.content / 'recipients.csv').read_text('utf-8').splitlines()

    def run(self, *more: str) -> tuple[float, int]:
        """Wall seconds of a build, and how many files it made."""
        began = time.perf_counter()
        command = [sys.executable, 'build.py', 'build', *self.where, *more]
        done = subprocess.run(command, cwd=ROOT, env=self.environment, check=True, capture_output=True, text=True)
        took = time.perf_counter() - began
        made = re.search(r'^(?:made|wrote) (\d+)', done.stdout, re.MULTILINE)
        return took, int(made[1]) if made else 0

    def edit_row(self) -> None:
        """Saves another salutation in one province's row."""
        self._edits += 1
        words = f'ผู้ว่าราชการจังหวัดชัยนาท{"๐๑๒๓๔๕๖๗๘๙"[self._edits % 10] * (1 + self._edits // 10)}'
        column = ['addressee', *(words if 'ชัยนาท' in row else '' for row in self._roster[1:])]
        text = '\n'.join(f'{row},{cell}' for row, cell in zip(self._roster, column, strict=True)) + '\n'
        save(self.content / 'recipients.csv', text)

    def edit_section(self) -> None:
        """Saves another word in a section of the proposal."""
        self._replace('proposal.yaml', 'หลักการและเหตุผล')

    def edit_letter(self) -> None:
        """Saves another word in the letter's body, which stands in all 76."""
        self._replace('letter.yaml', 'จึงเรียนมา')

    def _replace(self, file: str, words: str) -> None:
        self._edits += 1
        text = (self.content / file).read_text('utf-8')
        save(self.content / file, re.sub(f'{words}(?:ก+ข)?', f'{words}{"ก" * self._edits}ข', text, count=1))


def save(path: Path, text: str) -> None:
    """Saves as editors do: another file is written and renamed."""
    beside = path.with_name(f'.{path.name}.swp')
    beside.write_text(text, 'utf-8')
    beside.replace(path)


def watched(office: Office, runs: int) -> Iterator[tuple[str, list[float]]]:
    """Seconds from a save to the renamed PDF, for three kinds of edits."""
    command = [sys.executable, 'build.py', 'watch', *office.where]
    process = subprocess.Popen(command, cwd=ROOT, env=office.environment, stdout=subprocess.PIPE, text=True)
    assert process.stdout is not None
    try:
        _until(process, 'watching ')
        edits: tuple[tuple[str, Callable[[], None], str], ...] = (
            ("watch: a province's row", office.edit_row, LETTER),
            ("watch: a proposal's section", office.edit_section, 'proposal.pdf'),
            ('watch: a word of 76 letters', office.edit_letter, LETTER),
        )
        for name, edit, file in edits:
            yield name, [_saved(process, office.output / file, edit) for _ in range(runs)]
    finally:
        process.send_signal(signal.SIGINT)
        process.wait()


def _saved(process: subprocess.Popen[str], paper: Path, edit: Callable[[], None]) -> float:
    before = paper.stat().st_ino, paper.stat().st_mtime_ns
    edit()
    began = time.perf_counter()
    while (paper.stat().st_ino, paper.stat().st_mtime_ns) == before and time.perf_counter() - began < LATE:
        time.sleep(0.002)
    took = time.perf_counter() - began
    _until(process, ' in ')
    return took


def _until(process: subprocess.Popen[str], words: str) -> None:
    for line in process.stdout or ():
        if words in line and not line.startswith('  '):
            return


def unit() -> float:
    """Seconds in which this machine, now, starts Python and loads the command line."""
    began = time.perf_counter()
    subprocess.run([sys.executable, '-c', 'import saraban.cli.edge'], cwd=ROOT, check=True)
    return time.perf_counter() - began


def told(name: str, values: list[float], made: str = '') -> None:
    """Prints a row."""
    print(
        f'{name:<30} median {statistics.median(values):6.2f} s   {min(values):.2f} to {max(values):.2f}   {made}',
        flush=True,
    )


def main() -> None:
    """Runs the builds and prints their figures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('runs', nargs='?', type=int, default=5)
    runs = parser.parse_args().runs
    with tempfile.TemporaryDirectory() as folder:
        office = Office(Path(folder))
        first, files = office.run()
        told('first build', [first], f'{files} files')
        told('unit', [unit() for _ in range(runs)])
        nothing = [office.run() for _ in range(runs)]
        told('nothing changed', [took for took, _ in nothing], f'{nothing[-1][1]} files')
        changed = []
        for _ in range(runs):
            office.edit_row()
            changed.append(office.run())
        told("one province's row changed", [took for took, _ in changed], f'{changed[-1][1]} files')
        again = office.run('--no-cache')
        told('the same without the cache', [again[0]], f'{again[1]} files')
        for name, values in watched(office, runs):
            told(name, values)


if __name__ == '__main__':
    main()
