"""Which row of a table holds the headings, what each column means, and which columns carry nothing: as offices keep them.

A title may stand above the headings. An unknown heading is a finding, so that a misspelt one is never passed over.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from saraban.content.rows import Row, Table
from saraban.content.shape import nearest
from saraban.errors import Place

CELL_LETTERS = 1_000  # of one cell: names, not paragraphs
TITLE_ROWS = 15  # headings stand among the first rows that are not blank
# Columns that are read past: an order that the rows have anyhow, and what people note for themselves.
IGNORED = frozenset(
    ('ลำดับ', 'ลำดับที่', 'ที่', 'ข้อ', '#', 'no', 'no.', 'order', 'หมายเหตุ', 'remark', 'remarks', 'note', 'notes')
)


@dataclass(frozen=True, slots=True)
class Form:
    """What a kind of table holds: headings as offices write them with the field that each means; what must be there."""

    headings: Mapping[str, str]
    required: tuple[str, ...]
    numbers: tuple[str, ...] = ()
    ignored: frozenset[str] = IGNORED
    strangers: bool = False  # whether columns that are not known are read past

    def field(self, heading: str) -> str | None:
        """The field of a heading: `''` of one that is read past, None of one that is not known."""
        name = re.sub(r'\s*:$', '', heading).casefold()
        for number in self.numbers:
            if name == number.casefold():
                return number
        if name in self.headings:
            return self.headings[name]
        return '' if self.strangers or name in self.ignored else None


@dataclass(slots=True)
class Headed:
    """A table's rows under its headings."""

    table: Table
    heading: Row
    fields: list[str]
    rows: list[Row]

    def cell(self, row: Row, field: str) -> str:
        """The text of a cell; `''` where the table has no such column."""
        index = self.index(field)
        return row.cells[index] if 0 <= index < len(row.cells) else ''

    def index(self, field: str) -> int:
        """The column of a field, from 0; -1 where there is none."""
        return self.fields.index(field) if field in self.fields else -1

    def fault(self, rule: str, row: Row, field: str, **values: object) -> None:
        """Notes that a cell is wrong."""
        self.table.fault(rule, row, max(self.index(field), 0), **values)

    def name_of(self, field: str) -> str:
        """A column's heading as the table has it."""
        return self.heading.cells[self.index(field)]


def read_headed(tables: Sequence[Table], form: Form) -> Headed | None:
    """The one table of a file that has the form's headings, or None with the reason among the first table's findings."""
    likely = [table for table in tables if _recognised(_heading(table, form), form) > 1] or list(tables[:1])
    table = likely[0]
    for other in likely[1:]:  # a second sheet of recipients must not be lost unseen
        heading = _heading(other, form)
        table.source.findings += other.source.findings
        if heading:
            table.source.fault('several-tables', other.place(heading), first=str(table.place(table.rows[0])))
    heading = _heading(table, form)
    if heading is None:
        if not table.source.faults:
            table.source.fault('file-empty', Place(table.source.file))
        return None
    below = [row for row in table.rows if row.number > heading.number and row.cells != heading.cells]
    fields = _fields(table, heading, below, form)
    if any(name not in fields for name in form.required):
        return None
    headed = Headed(table, heading, fields, below)
    _tell_troubles(headed)
    headed.rows = [row for row in below if _fits(headed, row)]
    return headed


def _heading(table: Table, form: Form) -> Row | None:
    """The row with the most headings that are known; else the first that is no title of one cell."""
    first = table.rows[:TITLE_ROWS]
    if not first:
        return None
    best = max(first, key=lambda row: _recognised(row, form))
    if _recognised(best, form):
        return best
    return next((row for row in first if sum(map(bool, row.cells)) > 1), first[0])


def _recognised(row: Row | None, form: Form) -> int:
    return sum(bool(form.field(cell)) for cell in row.cells if cell) if row else 0


def _fields(table: Table, heading: Row, below: Sequence[Row], form: Form) -> list[str]:
    fields: list[str] = []
    for index, cell in enumerate(heading.cells):
        field = form.field(cell) if cell else _unnamed(table, below, index)
        if field is None:
            near = nearest(cell, [*form.headings, *form.numbers])
            table.fault('unknown-column', heading, index, name=cell, near=near)
        elif field and field in fields:
            table.fault('repeated-value', heading, index, value=cell, line=heading.number)
        fields.append(field or '')
    for name in (*form.required, *form.numbers):
        if name not in fields:
            table.source.fault('missing-column', table.place(heading), name=name)
    return fields


def _unnamed(table: Table, below: Sequence[Row], index: int) -> str:
    """A column without a heading is read past as long as nothing stands in it."""
    for row in below:
        if index < len(row.cells) and row.cells[index]:
            table.fault('unnamed-column', row, index, value=row.cells[index])
            break
    return ''


def _tell_troubles(headed: Headed) -> None:
    """What cells of the columns that are read cannot give."""
    for row in headed.rows:
        for index, (rule, values) in sorted(row.troubles.items()):
            if index < len(headed.fields) and headed.fields[index]:
                headed.table.fault(rule, row, index, **values)


def _fits(headed: Headed, row: Row) -> bool:
    """Whether a row has a cell for each heading: where a comma is lost or added, every cell after it is wrong."""
    long = next((index for index, cell in enumerate(row.cells) if len(cell) > CELL_LETTERS), None)
    if long is not None:
        headed.table.fault('text-too-long', row, long, found=len(row.cells[long]), limit=CELL_LETTERS)
        return False
    wanted = len(headed.fields)
    beyond = next((index for index, cell in enumerate(row.cells) if index >= wanted and cell), None)
    if beyond is not None and not headed.table.even:
        headed.table.fault('unnamed-column', row, beyond, value=row.cells[beyond])
        return False
    if headed.table.even and (beyond is not None or len(row.cells) < wanted):
        headed.table.fault('row-width', row, found=len(row.cells), wanted=wanted)
        return False
    row.cells += [''] * (wanted - len(row.cells))
    row.starts += [(row.number, index + 1) for index in range(len(row.starts), wanted)]
    return True


def fill_down(headed: Headed, field: str) -> None:
    """Fills the blank cells of a column that names each group once, at its top, as merged cells are saved.

    Where a value is repeated, or blanks are few, a blank cell is one that somebody forgot.
    """
    index = headed.index(field)
    cells = [row.cells[index] for row in headed.rows] if index >= 0 else []
    given = [cell for cell in cells if cell]
    blanks = len(cells) - len(given)
    if not given or not cells[0] or len(set(given)) < len(given) or blanks < max(2, len(given)):
        return
    for above, row in pairwise(headed.rows):
        row.cells[index] = row.cells[index] or above.cells[index]
