"""The roster of recipients, as a table: CSV or Excel, one recipient a row.

Known columns are read by name; any other column must be a number column that an audience group counts by, or one that
audience.yaml names (`columns`), so that a misspelt heading is a finding. A row of totals is checked, and is no recipient.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from saraban.content.headings import Form, Headed, fill_down, read_headed
from saraban.content.rows import Row
from saraban.content.source import Loc, Source
from saraban.content.table import read_tables
from saraban.content.values import PartDate, ValueFault, read_letter_date, read_whole
from saraban.thai import arabic

# Headings as offices write them, in small letters, and the field that they mean.
HEADINGS = {
    'code': 'code', 'iso': 'code', 'รหัส': 'code', 'รหัสจังหวัด': 'code',
    'name': 'name', 'province': 'name', 'ชื่อ': 'name', 'จังหวัด': 'name', 'ชื่อจังหวัด': 'name', 'ชื่อหน่วยงาน': 'name',
    'หน่วยงาน': 'name',
    'english': 'english', 'english name': 'english', 'name (english)': 'english', 'ชื่อภาษาอังกฤษ': 'english',
    'ชื่ออังกฤษ': 'english', 'ภาษาอังกฤษ': 'english', 'จังหวัด (อังกฤษ)': 'english',
    'round': 'round', 'รุ่นที่': 'round', 'รุ่น': 'round',
    'addressee': 'addressee', 'เรียน': 'addressee',
    'number': 'number', 'เลขที่': 'number', 'เลขที่หนังสือ': 'number',
    'date': 'date', 'ลงวันที่': 'date', 'วันที่หนังสือ': 'date',
    'post code': 'post_code', 'postcode': 'post_code', 'zip': 'post_code', 'รหัสไปรษณีย์': 'post_code',
    'email': 'email', 'e-mail': 'email', 'อีเมล': 'email', 'อีเมล์': 'email', 'ไปรษณีย์อิเล็กทรอนิกส์': 'email',
}  # fmt: skip
# Other headings of number columns, for a project that counts by them.
NUMBER_HEADINGS = {
    'จำนวนอำเภอ': 'districts', 'อำเภอ': 'districts',
    'จำนวนตำบล': 'tambons', 'ตำบล': 'tambons',
    'จำนวนหมู่บ้าน': 'villages', 'หมู่บ้าน': 'villages',
}  # fmt: skip
REQUIRED = ('name', 'english')
TOTALS = {'รวม', 'รวมทั้งสิ้น', 'รวมทั้งหมด', 'รวมจำนวน', 'ยอดรวม', 'total', 'sum'}
_SLUG = re.compile(r'[A-Za-z0-9][A-Za-z0-9-]{0,99}')
_OWN = 'column '  # before the name of a column that is the project's own
_ROUND_WORD = re.compile(r'^รุ่น(?:ที่)?\s*')


@dataclass(frozen=True, slots=True)
class Recipient:
    """Whom a letter goes to. `slug` names its files; `numbers` and `columns` hold the project's own columns by name.

    `number` and `date` are those of the letter to it, where it has its own. `code` is the part of `slug` that a table gives.
    """

    slug: str
    name: str
    round: int | None
    loc: Loc
    addressee: str = ''
    number: str = ''
    date: datetime.date | PartDate | None = None
    post_code: str = ''
    numbers: Mapping[str, int] = field(default_factory=dict)
    email: str = ''
    columns: Mapping[str, str] = field(default_factory=dict)
    code: str = field(default='', compare=False)


def slug_of(code: str, english: str) -> str:
    """A file name from a code and an English name: `TH-18`, `Chai Nat` gives `TH-18-chai-nat`."""
    name = re.sub(r'[^a-z0-9]+', '-', english.lower()).strip('-')
    return '-'.join(part for part in (code, name) if part)


def read_roster(
    path: Path, file: str, number_columns: Iterable[str] | None, columns: Sequence[str] = ()
) -> tuple[list[Recipient], Source]:
    """The recipients in the officer's order; faults stand among the source's findings.

    `columns` are headings that this roster has beside the usual ones; one of them means itself, whatever it means else.

    Without a list of the number columns (audience.yaml has a fault), no other heading can be judged. Rows are judged
    also under headings with a fault, as long as names can be told.
    """
    numbers = tuple(number_columns or ())
    others = {heading: name for heading, name in NUMBER_HEADINGS.items() if name in numbers}
    tables = read_tables(path, file)
    own = {column.casefold(): _OWN + column for column in columns}
    headed = read_headed(tables, Form(HEADINGS | others | own, REQUIRED, numbers, strangers=number_columns is None))
    if headed is None:
        return [], tables[0].source
    source = headed.table.source
    numbers = tuple(name for name in numbers if name in headed.fields)  # that one is missing is told once
    totals = [row for row in headed.rows if _is_total(headed, row)]
    headed.rows = [row for row in headed.rows if row not in totals]
    fill_down(headed, 'round')
    read = [(row, _recipient(headed, row, numbers)) for row in headed.rows]
    found = [recipient for _, recipient in read if recipient is not None]
    _unique(headed, found)
    if not source.faults:
        for row in totals:
            _check_total(headed, row, found, numbers)
    return found, source


def _recipient(headed: Headed, row: Row, numbers: Sequence[str]) -> Recipient | None:
    source = headed.table.source
    before = source.faults
    for name in REQUIRED:
        if not headed.cell(row, name):
            headed.fault('empty-cell', row, name, name=headed.name_of(name))
    english = headed.cell(row, 'english')
    code = headed.cell(row, 'code')
    slug = slug_of(code, english)
    if english and not _SLUG.fullmatch(slug):
        wrong = 'code' if code and not _SLUG.fullmatch(code) else 'english'
        headed.fault('unsafe-name', row, wrong, value=slug or english)
    counts = {name: _whole(headed, row, name) for name in numbers}
    in_round = _whole(headed, row, 'round') if 'round' in headed.fields else None
    day = _date(headed, row)
    loc: Loc = (row.number,)
    source.values[loc] = row.starts[headed.index('name')]
    if headed.index('post_code') >= 0:
        source.values[(*loc, 'post_code')] = row.starts[headed.index('post_code')]
    if source.faults > before:
        return None
    own = {name.removeprefix(_OWN): headed.cell(row, name) for name in headed.fields if name.startswith(_OWN)}
    extra = {name: headed.cell(row, name) for name in ('addressee', 'number', 'email')}
    code_of_post = arabic(headed.cell(row, 'post_code'))
    return Recipient(
        slug,
        headed.cell(row, 'name'),
        in_round,
        loc,
        date=day,
        post_code=code_of_post,
        numbers=counts,
        columns=own,
        code=code,
        **extra,
    )


def _date(headed: Headed, row: Row) -> datetime.date | PartDate | None:
    try:
        day: datetime.date | PartDate | None = read_letter_date(headed.cell(row, 'date'))
    except ValueFault as fault:
        headed.fault(fault.rule, row, 'date', **fault.values)
        return None
    return day


def _whole(headed: Headed, row: Row, name: str) -> int:
    cell = headed.cell(row, name)
    if headed.index(name) in row.troubles:
        return 0  # told already
    if not cell:
        headed.fault('empty-cell', row, name, name=headed.name_of(name))
        return 0
    try:
        return int(read_whole(_ROUND_WORD.sub('', cell) if name == 'round' else cell))
    except ValueFault as fault:
        headed.fault(fault.rule, row, name, **fault.values)
        return 0


def _is_total(headed: Headed, row: Row) -> bool:
    """A row of totals says so in its first cell that is filled in, and has no English name."""
    first = next(filter(None, row.cells), '')
    return first.casefold() in TOTALS and not headed.cell(row, 'english')


def _check_total(headed: Headed, row: Row, recipients: Sequence[Recipient], numbers: Sequence[str]) -> None:
    for name in numbers:
        reckoned = sum(recipient.numbers[name] for recipient in recipients)
        if headed.cell(row, name) and _whole(headed, row, name) != reckoned:
            stated = headed.cell(row, name)
            headed.fault('total-differs', row, name, name=headed.name_of(name), stated=stated, reckoned=f'{reckoned:,}')


def _unique(headed: Headed, recipients: Sequence[Recipient]) -> None:
    source = headed.table.source
    for what in ('name', 'slug'):
        seen: dict[str, Loc] = {}
        for recipient in recipients:
            value = getattr(recipient, what).casefold()
            if value in seen:
                place = source.place(recipient.loc)
                source.fault('repeated-value', place, value=getattr(recipient, what), line=seen[value][0])
            seen.setdefault(value, recipient.loc)
