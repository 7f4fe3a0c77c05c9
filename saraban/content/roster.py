"""The roster of recipients: a CSV with one line of headings, as a spreadsheet saves it.

Known columns are read by name; any other column must be a number column that an audience group counts by, so that a
misspelt heading is a finding. A fault's column number is the cell's place in its row, from 1.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from saraban.content.shape import nearest
from saraban.content.source import Loc, Source, read_text
from saraban.content.values import ValueFault, read_whole

# Headings as offices write them, and the field that they mean.
HEADINGS = {
    'code': 'code', 'iso': 'code', 'รหัส': 'code',
    'name': 'name', 'province': 'name', 'ชื่อ': 'name', 'จังหวัด': 'name',
    'english': 'english', 'ชื่อภาษาอังกฤษ': 'english',
    'round': 'round', 'รุ่นที่': 'round', 'รุ่น': 'round',
    'addressee': 'addressee', 'เรียน': 'addressee',
    'number': 'number', 'เลขที่': 'number',
}  # fmt: skip
REQUIRED = ('name', 'english')


@dataclass(frozen=True, slots=True)
class Recipient:
    """Whom a letter goes to. `slug` names its files; `numbers` holds the roster's number columns."""

    slug: str
    name: str
    round: int | None
    loc: Loc
    addressee: str = ''
    number: str = ''
    numbers: Mapping[str, int] = field(default_factory=dict)


def slug_of(code: str, english: str) -> str:
    """A file name from a code and an English name: `TH-18`, `Chai Nat` gives `TH-18-chai-nat`."""
    name = re.sub(r'[^a-z0-9]+', '-', english.lower()).strip('-')
    return '-'.join(part for part in (code, name) if part)


def read_roster(path: Path, file: str, number_columns: Iterable[str]) -> tuple[list[Recipient], Source]:
    """The recipients in the officer's order; faults stand among the source's findings."""
    source = Source(file)
    text = read_text(path, source)
    if text is None:
        return [], source
    rows = csv.reader(io.StringIO(text, newline=''))
    try:
        numbered = [(rows.line_num, [cell.strip() for cell in row]) for row in rows]
    except csv.Error as error:
        source.fault('yaml-broken', source.at(rows.line_num), detail=str(error))
        return [], source
    numbered = [(line, row) for line, row in numbered if any(row)]
    if not numbered:
        source.fault('missing-column', source.at(1), name='name')
        return [], source
    fields = _fields(source, numbered[0], list(number_columns))
    if source.findings:
        return [], source
    recipients = [_recipient(source, line, fields, row) for line, row in numbered[1:]]
    found = [recipient for recipient in recipients if recipient is not None]
    _unique(source, found)
    return found, source


def _fields(source: Source, heading: tuple[int, list[str]], numbers: list[str]) -> list[str]:
    line, cells = heading
    fields = []
    for column, cell in enumerate(cells, 1):
        name = HEADINGS.get(cell.lower(), cell)
        if name not in HEADINGS.values() and name not in numbers:
            near = nearest(cell, [*HEADINGS, *numbers])
            source.fault('unknown-column', source.at(line, column), name=cell, near=near)
        elif name in fields:
            source.fault('repeated-value', source.at(line, column), value=cell, line=line)
        fields.append(name)
    for name in (*REQUIRED, *numbers):
        if name not in fields:
            source.fault('missing-column', source.at(line), name=name)
    return fields


def _recipient(source: Source, line: int, fields: list[str], row: list[str]) -> Recipient | None:
    if len(row) != len(fields):
        source.fault('row-width', source.at(line), found=len(row), wanted=len(fields))
        return None
    cells = dict(zip(fields, row, strict=True))
    before = len(source.findings)
    for name in REQUIRED:
        if not cells[name]:
            source.fault('empty-cell', source.at(line, fields.index(name) + 1), name=name)
    slug = slug_of(cells.get('code', ''), cells['english'])
    if not re.fullmatch(r'[A-Za-z0-9][A-Za-z0-9-]*', slug) and cells['english']:
        source.fault('unsafe-name', source.at(line, fields.index('english') + 1), value=slug)
    wholes = {}
    for column, name in enumerate(fields, 1):
        if name == 'round' or name not in HEADINGS.values():
            wholes[name] = _whole(source, line, column, name, cells[name])
    loc: Loc = (line,)
    source.values[loc] = (line, 0)
    if len(source.findings) > before:
        return None
    number_columns = {name: value for name, value in wholes.items() if name != 'round'}
    extra = {name: cells.get(name, '') for name in ('addressee', 'number')}
    return Recipient(slug, cells['name'], wholes.get('round'), loc, numbers=number_columns, **extra)


def _whole(source: Source, line: int, column: int, name: str, cell: str) -> int:
    if not cell:
        source.fault('empty-cell', source.at(line, column), name=name)
        return 0
    try:
        return int(read_whole(cell))
    except ValueFault as fault:
        source.fault(fault.rule, source.at(line, column), **fault.values)
        return 0


def _unique(source: Source, recipients: list[Recipient]) -> None:
    for what in ('name', 'slug'):
        seen: dict[str, Loc] = {}
        for recipient in recipients:
            value = getattr(recipient, what).casefold()
            if value in seen:
                place = source.place(recipient.loc)
                source.fault('repeated-value', place, value=getattr(recipient, what), line=seen[value][0])
            seen.setdefault(value, recipient.loc)
