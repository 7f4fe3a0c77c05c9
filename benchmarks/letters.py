#!/usr/bin/env python3
"""Times a batch of letters in new processes with no cache, beside others that set the same letters in the same run.

    .venv/bin/python benchmarks/letters.py [--letters 76 878 7255] [--runs 5] [--no-peers] [--json]

76 letters are the shipped content's; any other number is a made-up roster in a temporary folder. The letters stand alone
here: the enclosures are taken out, since the others do not count their sheets either; `as shipped` is the whole command,
which sets the enclosures of each letter to know how many sheets they are. The others run at 76 letters. Each round runs
everything once; told are the medians of the rounds. `--no-peers` leaves the others out.

A letter's time, start-up aside, is what each letter adds to a run of six, of the same roster. Memory is the most that a
worker process held, and the most that the process held which reads content and writes `output/`.

Where the time goes is told in docs/speed.md.
"""

from __future__ import annotations

import argparse
import contextlib
import csv
import datetime
import json
import os
import platform
import re
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from letter_peers import PEERS
from roster import ROOT
from roster import content as made_up
from typesetters import package

sys.path.insert(0, str(ROOT))

SHIPPED = 76
FEW = 6
"""Letters of a run that is nearly all start-up; so many that worker processes are started."""
SAMPLED = 0.05
"""Seconds between two looks at the memory of the processes."""
UNCHECKED = 'import saraban.press as w; w.check_pages = lambda *_: []; '
COMMAND = 'import sys; from saraban.cli import main; sys.exit(main(sys.argv[1:]))'


@dataclass
class Timed:
    """What was found of one way to make letters: seconds of each run, processor seconds, most memory in MB."""

    name: str
    letters: int
    wall: list[float] = field(default_factory=list)
    processor: list[float] = field(default_factory=list)
    worker: float = 0.0
    parent: float = 0.0
    versions: str = ''

    @property
    def median(self) -> float:
        """Median wall time."""
        return statistics.median(self.wall)

    def add(self, command: Sequence[str], folder: Path) -> None:
        """Runs it once.

        Raises:
            SystemExit: it failed.
        """
        began = time.perf_counter()
        process = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
        workers, own = 0.0, 0.0
        while os.waitid(os.P_PID, process.pid, os.WEXITED | os.WNOHANG | os.WNOWAIT) is None:
            own = max(own, _peak(process.pid))
            workers = max([workers, *map(_peak, _children(process.pid))])
            time.sleep(SAMPLED)
        _, status, usage = os.wait4(process.pid, 0)
        took = time.perf_counter() - began
        if status:
            told = process.stderr.read().decode() if process.stderr else ''
            raise SystemExit(f'{self.name}: {told}')
        made = len(list(folder.rglob('*.pdf')))
        if made < self.letters:
            raise SystemExit(f'{self.name}: {made} files of {self.letters}')
        self.wall.append(took)
        self.processor.append(usage.ru_utime + usage.ru_stime)
        self.worker, self.parent = max(self.worker, workers), max(self.parent, own)


def _peak(process: int) -> float:
    """The most memory that a process has held so far, MB; 0 where it has ended."""
    with contextlib.suppress(OSError, IndexError, ValueError):
        return int(re.findall(r'VmHWM:\s+(\d+)', Path(f'/proc/{process}/status').read_text(encoding='ascii'))[0]) / 1024
    return 0.0


def _children(process: int) -> list[int]:
    """The processes that a process has started, and that those have."""
    with contextlib.suppress(OSError):
        children = Path(f'/proc/{process}/task/{process}/children').read_text(encoding='ascii').split()
        return [one for child in map(int, children) for one in (child, *_children(child))]
    return []


def content_of(folder: Path, letters: int, *, alone: bool) -> Path:
    """A content folder with so many recipients; `alone`: its letters have no enclosures."""
    if letters == SHIPPED:
        made = folder / ('alone' if alone else 'shipped')
        made.mkdir(parents=True)
        for path in (ROOT / 'content').iterdir():
            if path.is_file():
                (made / path.name).write_bytes(path.read_bytes())
    else:
        made = made_up(folder, 'csv', letters)
    if alone:
        letter = made / 'letter.yaml'
        text = letter.read_text(encoding='utf-8')
        text = re.sub(r'^  enclosures:\n(?:    - .*\n)+', '', text, flags=re.MULTILINE)
        letter.write_text(
            re.sub(r' รายละเอียดปรากฏตามสิ่งที่ส่งมาด้วย \{\{ letter\.enclosures \}\}', '', text), encoding='utf-8'
        )
    return made


def letters_of(content: Path) -> list[dict[str, Any]]:
    """The letters of a content folder in parts, as the others are given them."""
    from saraban.pipeline import read, select  # noqa: PLC0415 - the benchmark's own start-up is nobody's
    from saraban.views.blocks import Paragraph  # noqa: PLC0415
    from saraban.views.kinds import KINDS  # noqa: PLC0415

    def runs(text: Any) -> list[dict[str, Any]]:
        return [{'w': run.blank.width} if run.blank else {'t': run.text} for run in text]

    project, letters = read(content), []
    for paper in select(project, ['letter']):
        view = KINDS['letter'].view(project, paper, {})
        block: dict[str, Any] = {one.id: one for one in view.blocks}
        head, signature = block['letterhead'], block['signature']
        fields = [{'label': block[name].label, 'text': runs(block[name].text)} for name in ('subject', 'addressee')]
        letters.append(
            {
                'slug': paper.slug,
                'title': view.title,
                'draft': view.furniture.draft,
                'number': runs(head.number),
                'agency': list(map(runs, head.agency)),
                'date': runs(head.date),
                'fields': fields,
                'body': [runs(one.text) for one in view.blocks if isinstance(one, Paragraph)],
                'closing': signature.closing,
                'signature': list(map(runs, signature.lines)),
                'owner': list(map(runs, block['owner'].lines)),
            }
        )
    return letters


def own(
    content: Path, output: Path, *, formats: Sequence[str] = ('pdf',), checked: bool = True, few: bool = False
) -> list[str]:
    """The command that builds the letters of a content folder; `few` of them: some six."""
    options = [f'--format={one}' for one in formats]
    if few:
        with (content / 'recipients.csv').open(encoding='utf-8-sig', newline='') as file:
            rows = list(csv.DictReader(file))
        column = 'province' if 'province' in rows[0] else 'จังหวัด'
        options += [f'--only={row[column]}' for row in rows[:FEW]]
    program = COMMAND if checked else UNCHECKED + COMMAND
    place = ['--content', str(content), '--output', str(output), '--no-cache', '-q']
    return [sys.executable, '-c', program, 'build', 'letter', *options, *place]


def contestants(letters: int, content: Path, shipped: Path | None) -> Iterator[tuple[Timed, dict[str, Any]]]:
    """This project's ways: a name, and what `own` is told."""
    pinned = f'WeasyPrint {package("weasyprint")}'
    yield Timed('saraban', letters, versions=pinned), {'content': content}
    yield Timed('saraban, pages not checked', letters, versions=pinned), {'content': content, 'checked': False}
    yield Timed(f'saraban, {FEW} letters', FEW), {'content': content, 'few': True}
    if letters == SHIPPED:
        yield Timed('saraban, PDF and DOCX', letters), {'content': content, 'formats': ('pdf', 'docx')}
    if shipped is not None:
        yield Timed('saraban, as shipped', letters), {'content': shipped}


def measure(letters: int, runs: int, *, peers: bool) -> list[Timed]:
    """Everything that is timed at a number of letters."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        content = content_of(folder / 'content', letters, alone=True)
        shipped = content_of(folder / 'whole', letters, alone=False) if letters == SHIPPED else None
        ours = list(contestants(letters, content, shipped))
        others = []
        if peers:
            given = json.dumps(letters_of(content), ensure_ascii=False)
            others = [
                (peer, Timed(peer.name, letters, versions=version))
                for peer in PEERS
                if (version := peer.versions()) is not None
            ]
        for _ in range(runs):
            for timed, how in ours:
                with tempfile.TemporaryDirectory(dir=folder) as work:
                    timed.add(own(output=Path(work) / 'output', **how), Path(work))
            for peer, timed in others:
                with tempfile.TemporaryDirectory(dir=folder) as work:
                    (Path(work) / 'letters.json').write_text(given, encoding='utf-8')
                    program = str(Path(__file__).with_name('letter_peers.py'))
                    timed.add([sys.executable, program, peer.name, work], Path(work))
    return [*(timed for timed, _ in ours), *(timed for _, timed in others)]


def per_letter(found: Sequence[Timed]) -> float:
    """Milliseconds that each letter adds to a run."""
    whole, few = found[0], next(one for one in found if one.letters == FEW)
    return 1000 * (whole.median - few.median) / (whole.letters - FEW)


def table(found: Sequence[Timed]) -> str:
    """The results at a number of letters as a Markdown table."""
    typst = next((one.median for one in found if one.name == 'typst'), None)
    rows = [('', 'seconds', 'least and most', '× typst', 'processor', 'worker MB', 'process MB'), ('---',) * 7]
    for one in found:
        ratio = f'{one.median / typst:.2f}' if typst and one.letters == found[0].letters else ''
        name = f'{one.name} ({one.versions})' if one.versions else one.name
        spread = f'{min(one.wall):.2f} to {max(one.wall):.2f}'
        memory = (f'{one.worker:.0f}' if one.worker else '', f'{one.parent:.0f}')
        rows.append((name, f'{one.median:.2f}', spread, ratio, f'{statistics.median(one.processor):.2f}', *memory))
    return '\n'.join('| ' + ' | '.join(row) + ' |' for row in rows)


def main() -> None:
    """Runs the benchmark."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('--letters', type=int, nargs='+', default=[SHIPPED], help='how many (default 76)')
    parser.add_argument('--runs', type=int, default=5, help='rounds (default 5)')
    parser.add_argument('--no-peers', action='store_true', help='this project alone')
    parser.add_argument('--json', action='store_true', help='print all that was found as JSON')
    given = parser.parse_args()
    results = {
        letters: measure(letters, given.runs, peers=letters == SHIPPED and not given.no_peers)
        for letters in given.letters
    }
    if given.json:
        told = {letters: [asdict(one) for one in found] for letters, found in results.items()}
        print(json.dumps(told, ensure_ascii=False, indent=1))
        return
    print(f'{datetime.datetime.now(datetime.UTC):%Y-%m-%d}, {platform.platform()}, {os.cpu_count()} cores, '
          f'Python {sys.version.split()[0]}, medians of {given.runs}')  # fmt: skip
    for letters, found in results.items():
        print(f'\n{letters:,} letters: {per_letter(found):.1f} ms a letter, start-up aside\n\n{table(found)}')


if __name__ == '__main__':
    main()
