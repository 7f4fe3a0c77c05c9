"""A register of letter numbers as the central office keeps it: to whom, which number, of which date."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from pathlib import Path

from saraban.content.headings import IGNORED, Form, Headed, read_headed
from saraban.content.rows import Row
from saraban.content.source import Loc, Source
from saraban.content.table import read_tables
from saraban.content.values import PartDate, ValueFault, read_letter_date
from saraban.thai import arabic

HEADINGS = {
    'slug': 'slug', 'รหัส': 'slug', 'code': 'slug',
    'name': 'name', 'province': 'name', 'recipient': 'name', 'ชื่อ': 'name', 'จังหวัด': 'name', 'ถึง': 'name',
    'number': 'number', 'เลขที่': 'number', 'เลขที่หนังสือ': 'number', 'เลขหนังสือ': 'number', 'เลขทะเบียน': 'number',
    'date': 'date', 'วันที่': 'date', 'ลงวันที่': 'date', 'วันที่หนังสือ': 'date',
}  # fmt: skip
ALSO_IGNORED = frozenset(('เรื่อง', 'รุ่น', 'รุ่นที่', 'สิ่งที่ส่งมาด้วย', 'วิธีส่ง', 'วันที่ส่ง', 'ผู้รับ', 'วันที่ตอบรับ', 'round', 'subject'))


@dataclass(frozen=True, slots=True)
class RegisterEntry:
    """A letter that has its number: whose it is, by slug or by Thai name (one may be empty), its number and date."""

    slug: str
    name: str
    number: str
    date: datetime.date | PartDate | None
    loc: Loc


def read_register(path: Path, file: str = '') -> tuple[list[RegisterEntry], Source]:
    """The entries in the register's order; rows without a number are letters still to be issued, and are left out.

    Args:
        path: a CSV or Excel file.
        file: its name in messages (its own name without it).
    """
    tables = read_tables(path, file or path.name)
    headed = read_headed(tables, Form(HEADINGS, ('number',), ignored=IGNORED | ALSO_IGNORED))
    if headed is None:
        return [], tables[0].source
    source = headed.table.source
    if headed.index('slug') < 0 and headed.index('name') < 0:
        source.fault('missing-column', headed.table.place(headed.heading), name='name')
        return [], source
    entries = [_entry(headed, row) for row in headed.rows if headed.cell(row, 'number')]
    found = [entry for entry in entries if entry is not None]
    _unique(found, source)
    return found, source


def _entry(headed: Headed, row: Row) -> RegisterEntry | None:
    source = headed.table.source
    before = source.faults
    slug, name = headed.cell(row, 'slug'), headed.cell(row, 'name')
    whose = 'name' if 'name' in headed.fields else 'slug'
    if not (slug or name):
        headed.fault('empty-cell', row, whose, name=headed.name_of(whose))
    day = None
    try:
        day = read_letter_date(headed.cell(row, 'date'))
    except ValueFault as fault:
        headed.fault(fault.rule, row, 'date', **fault.values)
    loc: Loc = (row.number,)
    source.values[loc] = row.starts[headed.index(whose)]
    if source.faults > before:
        return None
    return RegisterEntry(slug, name, arabic(headed.cell(row, 'number')), day, loc)


def _unique(entries: list[RegisterEntry], source: Source) -> None:
    for what in ('slug', 'name'):
        seen: dict[str, int] = {}
        for entry in entries:
            value, line = getattr(entry, what), source.values[entry.loc][0]
            if value and value.casefold() in seen:
                source.fault('repeated-value', source.place(entry.loc), value=value, line=seen[value.casefold()])
            seen.setdefault(value.casefold(), line)
