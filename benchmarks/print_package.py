#!/usr/bin/env python3
"""Times a print package of many letters, from reading the roster to the published folder, in new processes.

    .venv/bin/python benchmarks/print_package.py [LETTERS …] [--jobs N] [--keep FOLDER]

76 letters are as many as the shipped content's; all counts are made-up rosters (tambons of made-up names in districts of
made-up provinces) on the shipped content's words without
its table of rounds, with a reply form each. Two runs a count, each in a new process: the
first with an empty cache sets every paper; the second finds all of them in the cache, so what it takes is reading, checking,
finding, binding, publishing. Told are seconds, milliseconds a letter, the most memory of the process that reads and
publishes and of one that sets or binds (VmHWM), the package's size and its largest file, how often fonts and the emblem
stand in a part, and whether every page of every part can be read.
"""

from __future__ import annotations

import argparse
import csv
import os
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pikepdf
from roster import ROOT
from roster import content as made_up

COUNTS = (76, 878, 7_255)
SAMPLED = 0.05
"""Seconds between two looks at the memory of the processes."""
COMMAND = 'import sys; from saraban.cli import main; sys.exit(main(sys.argv[1:]))'
HEADING = ['รหัส', 'ชื่อ', 'ชื่อภาษาอังกฤษ', 'รุ่นที่', 'จำนวนอำเภอ', 'อำเภอ', 'จังหวัด', 'รหัสไปรษณีย์', 'เรียน']
COLUMNS = 'columns: [อำเภอ, จังหวัด]\n'
FIRST = ('บ้าน', 'หนอง', 'ห้วย', 'นา', 'โคก', 'บาง', 'ท่า', 'วัง', 'ดอน', 'คลอง', 'ทุ่ง', 'โพน', 'สระ', 'เขา', 'แม่')
SECOND = ('ใหม่', 'แก้ว', 'ไผ่', 'ทราย', 'สูง', 'กลาง', 'ขาว', 'แดง', 'งาม', 'ยาว', 'ใหญ่', 'หลวง', 'เหนือ', 'ใต้', 'พัฒนา')


def digits(number: int) -> str:
    """A number in Thai digits, as names have them."""
    return str(number).translate(str.maketrans('0123456789', '๐๑๒๓๔๕๖๗๘๙'))


def rows(count: int) -> Iterator[list[object]]:
    """Tambons, eight a district, ten districts a province; in six rounds one after another, as a roster lists them."""
    for number in range(count):
        district, province = number // 8, number // 80
        name = f'{FIRST[number % 15]}{SECOND[number // 15 % 15]} {digits(number + 1)}'
        yield [
            f'T-{number + 1:05}', name, f'Tambon {number + 1}', number * 6 // count + 1, number % 4 + 1,
            f'{FIRST[district % 15]}{SECOND[district // 15 % 15]}', f'จังหวัดที่ {digits(province + 1)}',
            10_000 + province * 100 + district % 10 * 10, f'นายกองค์การบริหารส่วนตำบล{name}',
        ]  # fmt: skip


def content(folder: Path, count: int) -> Path:
    """The shipped content's words with made-up recipients."""
    made = made_up(folder, 'csv', 1)
    with (made / 'recipients.csv').open('w', encoding='utf-8', newline='') as file:
        csv.writer(file).writerows([HEADING, *rows(count)])
    proposal = made / 'proposal.yaml'  # a table that names every tambon makes the enclosure a book of a hundred pages
    lines = proposal.read_text(encoding='utf-8').splitlines(keepends=True)
    proposal.write_text(
        ''.join(line for line in lines if not line.lstrip().startswith('- rounds_table:')), encoding='utf-8'
    )
    audience = made / 'audience.yaml'
    audience.write_text(audience.read_text(encoding='utf-8') + COLUMNS, encoding='utf-8')
    return made


def run(made: Path, output: Path, cache: Path, jobs: int) -> tuple[float, float, float]:
    """Prints the package: seconds, the most memory (MB) of the first process and of the largest of its children."""
    environment = os.environ | {'SARABAN_CACHE': str(cache), 'PYTHONDONTWRITEBYTECODE': '1'}
    command = [sys.executable, '-c', COMMAND, 'print', '-q', '--content', str(made), '--output', str(output)]
    began = time.perf_counter()
    process = subprocess.Popen([*command, '--jobs', str(jobs)], cwd=ROOT, env=environment)
    own, children = 0.0, 0.0
    while os.waitid(os.P_PID, process.pid, os.WEXITED | os.WNOHANG | os.WNOWAIT) is None:
        own = max(own, _most(process.pid))
        children = max([children, *map(_most, _children(process.pid))])
        time.sleep(SAMPLED)
    seconds = time.perf_counter() - began
    if process.wait():
        raise SystemExit(process.returncode)
    return seconds, own, children


def _most(pid: int) -> float:
    try:
        lines = Path(f'/proc/{pid}/status').read_text(encoding='ascii').splitlines()
    except OSError:
        return 0.0
    return next((int(line.split()[1]) / 1024 for line in lines if line.startswith('VmHWM')), 0.0)


def _children(pid: int) -> list[int]:
    try:
        return [int(child) for child in Path(f'/proc/{pid}/task/{pid}/children').read_text(encoding='ascii').split()]
    except OSError:
        return []


def looked_at(folder: Path) -> str:
    """What stands in a package: its size, its largest file, fonts a part, pages that can be read."""
    files = [path for path in folder.rglob('*') if path.is_file()]
    sizes = {path: path.stat().st_size for path in files}
    fonts: Counter[int] = Counter()
    pages = 0
    for path in files:
        if path.suffix == '.pdf':
            with pikepdf.open(path) as pdf:
                pages += len(pdf.pages)
                for page in pdf.pages:
                    page.obj.get('/Contents')
                if path.name.startswith('๑'):
                    fonts[
                        sum('/FontFile2' in part for part in pdf.objects if isinstance(part, pikepdf.Dictionary))
                    ] += 1
    largest = max(sizes, key=lambda path: sizes[path])
    told = f'{sum(sizes.values()) / 1e6:.1f} MB in {len(files)} files, largest {sizes[largest] / 1e6:.1f} MB ({largest.name})'
    return f'{told}; {pages} pages; font files in a part: {dict(fonts)}'


def main() -> None:
    """Prints a line a run."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('letters', nargs='*', type=int, default=COUNTS)
    parser.add_argument('--jobs', type=int, default=os.cpu_count() or 1)
    parser.add_argument('--keep', type=Path, help='a folder in which content and packages stay to be looked at')
    options = parser.parse_args()
    for count in options.letters:
        with tempfile.TemporaryDirectory() as temporary:
            folder = (options.keep or Path(temporary)) / str(count)
            folder.mkdir(parents=True, exist_ok=True)
            made = content(folder, count)
            for name in ('cold', 'all papers in the cache'):
                seconds, own, children = run(made, folder / 'output', folder / 'cache', options.jobs)
                each = f'{seconds:.1f} s, {1e3 * seconds / count:.1f} ms a letter'
                print(f'{count} letters, {name}: {each}; memory {own:.0f} MB, a worker {children:.0f} MB', flush=True)
            print(f'  {looked_at(folder / "output" / "print")}', flush=True)


if __name__ == '__main__':
    main()
