#!/usr/bin/env python3
"""Reads broken copies of the shipped content for a while: nothing may give a traceback, a hang or a changed file.

    .venv/bin/python benchmarks/fuzz_content.py [SECONDS] [--seed N]

Each copy differs in one to four places of one file: bytes, tokens, lines, or a piece of another file. What can be read
is checked and its views are made. Prints how many were read, the slowest, and each failure with the seed that gives it.
"""

from __future__ import annotations

import argparse
import collections
import hashlib
import io
import random
import re
import resource
import shutil
import tempfile
import time
import traceback
import zipfile
from collections.abc import Callable
from pathlib import Path

import openpyxl

from saraban.errors import SarabanError
from saraban.pipeline import read, select
from saraban.views.kinds import KINDS

ROOT = Path(__file__).resolve().parent.parent
SECONDS_LIMIT = 5.0
MEMORY_LIMIT = 1_000_000_000
PAPERS_VIEWED = 12
TOKEN = re.compile(rb'[\w.-]+|\s+|[^\w\s]', re.ASCII)
NASTY = (
    b'\0', b'\x1b[2J', b'\xff', b'\xed\xa0\x80', '\u2028\u202e\ufeff\u200b'.encode(), b'\r', b'\t', b'"', b"'", b': ', b'- ',
    b'{{ x }}', b'{{ facts }}', b'{{ facts.tambons | baht }}', b'{% for x in y %}', b'**', b'&a [*a, *a]', b'!!python/name:os',
    b'---\n', b'[' * 60, b'999999999999999', b'-1', b'0', b'1e9', '๙'.encode() * 15, b'0000-00-00', b'9999-12-31', b'2401-01-01',
    b'../../etc/passwd', b'/etc/passwd', b'CON', b'<script>alert(1)</script>', b'<img src="file:///etc/passwd">', b'a' * 5000,
    'ก'.encode() * 5000, b'\n' * 300, b'%s%n{}{0}', b'~', b'no', b'[]', b'{}', b'""',
)  # fmt: skip

VALUE = re.compile(rb'(?:: |- |,|\[)([^\n,\]]+)')
VALUES = (
    '0', '1', '2', '7', '999999999999999', '1234567890123', '๙๙๙๙๙๙๙๙๙๙๙๙๙๙๙', '""', 'ก', 'x', 'yes', 'recipient', 'round',
    'project', 'districts', 'all', '2564-09-30', '9999-12-31', '2401-01-01', '0001-01-01', '2563-10', '23:59', '99.99',
    '"{{ facts.tambons }}"', '"{{ facts.tambons | words }}"', '"{{ facts.monthly_wage | baht }}"', '"{{ terms.regulation }}"',
    '"{{ round.when }}"', '"{{ recipient.name }}"', '"**ก** ข"', '"ก **ข"', '"****"', '"เ"', '"่"', '" "', 'ก' * 3000,
    '<b>&amp;', '"[x](file:///etc/passwd)"', 'ส่งแล้ว', '"a/../b"', 'CON', '[]', '{}', '[1, 1, 1, 1]',
)  # fmt: skip


def change_bytes(data: bytes, dice: random.Random, _: list[bytes]) -> bytes:
    """Another byte, one byte less or one byte more."""
    place = dice.randrange(len(data) + 1)
    new = dice.choice([b'', bytes([dice.randrange(256)]), data[place : place + 1] * 2])
    return data[:place] + new + data[place + 1 :]


def change_token(data: bytes, dice: random.Random, _: list[bytes]) -> bytes:
    """A token taken out, doubled, or exchanged for a nasty one or another of the file."""
    tokens = TOKEN.findall(data) or [b'']
    place = dice.randrange(len(tokens))
    tokens[place] = dice.choice([b'', tokens[place] * 2, dice.choice(NASTY), dice.choice(tokens)])
    return b''.join(tokens)


def put_in(data: bytes, dice: random.Random, _: list[bytes]) -> bytes:
    """Something nasty put in."""
    place = dice.randrange(len(data) + 1)
    return data[:place] + dice.choice(NASTY) + data[place:]


def change_lines(data: bytes, dice: random.Random, others: list[bytes]) -> bytes:
    """A line taken out, doubled, moved, set in, or one of another file."""
    lines = data.splitlines(keepends=True) or [b'']
    place = dice.randrange(len(lines))
    foreign = dice.choice(others).splitlines(keepends=True) or [b'']
    lines[place] = dice.choice([b'', lines[place] * 2, b'  ' + lines[place], dice.choice(lines), dice.choice(foreign)])
    return b''.join(lines)


def change_value(data: bytes, dice: random.Random, _: list[bytes]) -> bytes:
    """A value exchanged for another that the file's form allows: what checks and views must stand."""
    found = list(VALUE.finditer(data))
    if not found:
        return data
    start, end = dice.choice(found).span(1)
    return data[:start] + dice.choice(VALUES).encode() + data[end:]


def cut(data: bytes, dice: random.Random, _: list[bytes]) -> bytes:
    """The end lost."""
    return data[: dice.randrange(len(data) + 1)]


def recode(data: bytes, dice: random.Random, _: list[bytes]) -> bytes:
    """Another encoding or line end."""
    text = data.decode('utf-8', errors='replace')
    ways = [text.replace('\n', '\r').encode(), text.replace('\n', '\r\n').encode(), b'\xef\xbb\xbf' + data]
    return dice.choice([*ways, *(text.encode(name, errors='replace') for name in ('cp874', 'utf-16', 'utf-32'))])


WAYS: tuple[Callable[[bytes, random.Random, list[bytes]], bytes], ...] = (
    change_bytes, change_token, change_token, put_in, change_lines, change_lines, cut, recode, *(change_value,) * 8,
)  # fmt: skip


def workbook(csv: bytes, dice: random.Random) -> bytes:
    """The shipped roster as a workbook, one of its parts changed as any other file is."""
    book = openpyxl.Workbook()
    for line in csv.decode().splitlines():
        book.active.append([int(cell) if cell.isdecimal() else cell for cell in line.split(',')])
    whole, file = io.BytesIO(), io.BytesIO()
    book.save(whole)
    with zipfile.ZipFile(whole) as old, zipfile.ZipFile(file, 'w') as new:
        changed = dice.choice([*old.namelist(), *['xl/worksheets/sheet1.xml'] * 4, 'xl/sharedStrings.xml'])
        for name in old.namelist():
            data = old.read(name)
            new.writestr(name, dice.choice(WAYS)(data, dice, [data]) if name == changed else data)
    return file.getvalue()


def broken(files: dict[str, bytes], seed: int) -> tuple[str, dict[str, bytes]]:
    """A copy of the content with one file changed."""
    dice = random.Random(seed)
    copy = dict(files)
    if dice.random() < 0.15:
        copy['recipients.xlsx'] = workbook(copy.pop('recipients.csv'), dice)
    name = dice.choice(sorted(copy))
    for _ in range(dice.choice((1, 1, 1, 2, 4))):
        copy[name] = dice.choice(WAYS)(copy[name], dice, list(files.values()))
    return name, copy


def digest(folder: Path) -> str:
    """What a folder holds."""
    whole = hashlib.sha256()
    for path in sorted(folder.rglob('*')):
        whole.update(str(path).encode() + (path.read_bytes() if path.is_file() else b''))
    return whole.hexdigest()


def attempt(folder: Path) -> str:
    """Reads and checks content and makes views of some of its papers; says how far that went."""
    try:
        project = read(folder)
    except SarabanError as error:
        for finding in error.findings:
            finding.tell('th').encode()
            finding.tell('en').encode()
        return 'refused'
    papers = select(project)
    step = max(1, len(papers) // PAPERS_VIEWED)
    for paper in [*papers[:6], *papers[::step]]:
        KINDS[paper.kind].view(project, paper, {})
    return 'read'


def trial(files: dict[str, bytes], seed: int, folder: Path) -> tuple[str, str, float]:
    """The changed file, how far its reading went (or what went wrong), and how long it took."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    name, copy = broken(files, seed)
    for file, data in copy.items():
        (folder / file).write_bytes(data)
    before = digest(folder)
    began = time.perf_counter()
    try:
        outcome = attempt(folder)
    except Exception:
        outcome = 'TRACEBACK ' + traceback.format_exc(limit=-3)
    took = time.perf_counter() - began
    if took > SECONDS_LIMIT:
        outcome = f'HANG {took:.1f} s'
    return name, outcome if digest(folder) == before else 'CHANGED A FILE', took


def shipped() -> dict[str, bytes]:
    """The shipped content's files."""
    return {path.name: path.read_bytes() for path in (ROOT / 'content').iterdir() if path.suffix in {'.yaml', '.csv'}}


def main() -> None:
    """Tries copies until the time is over."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('seconds', nargs='?', type=float, default=60)
    parser.add_argument('--seed', type=int, default=0, help='the first of the seeds')
    options = parser.parse_args()
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY_LIMIT, MEMORY_LIMIT))
    files = shipped()
    outcomes: collections.Counter[str] = collections.Counter()
    slowest, seed, end = (0.0, 0), options.seed, time.monotonic() + options.seconds
    with tempfile.TemporaryDirectory() as folder:
        while time.monotonic() < end:
            name, outcome, took = trial(files, seed, Path(folder) / 'content')
            outcomes[outcome.split()[0]] += 1
            slowest = max(slowest, (took, seed))
            if outcome not in {'read', 'refused'}:
                print(f'seed {seed}, {name}: {outcome}')
            seed += 1
    print(f'{dict(outcomes)}; slowest {slowest[0]:.2f} s (seed {slowest[1]})')


if __name__ == '__main__':
    main()
