"""Free tables and lists of content: their rows and columns come to the totals that stand in them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from math import prod

from saraban import thai
from saraban.checks.desk import Desk
from saraban.content import model
from saraban.content.source import Loc
from saraban.content.values import ValueFault, read_satang
from saraban.errors import Finding

_TOTAL = re.compile(r'\s*(?:\*\*)?(?:รวม|ยอดรวม|ผลรวม)')
# Columns whose figures are not added up: a share, a rate, a number in a row, a year.
_NOT_ADDED = re.compile(r'ร้อยละ|เฉลี่ย|%|ลำดับ|ที่$|ข้อ|ปี|พ\.ศ\.|อัตรา|ราคาต่อ|ต่อหน่วย|ละ$|รหัส|เลขที่|โทร')


def tables_add_up(desk: Desk) -> Iterator[Finding]:
    """Columns come to the total row, rows to a column that is headed รวม; a subtotal row counts what is above it."""
    for loc, table in _tables(desk):
        amounts = [[amount(cell) for cell in row] for row in table.rows]
        yield from _columns(desk, loc, table, amounts)
        yield from _rows(desk, loc, table, amounts)


def lists_add_up(desk: Desk) -> Iterator[Finding]:
    """A line of a label-and-count list that is called รวม comes to the lines of its unit above it."""
    for loc, lines in _lists(desk):
        above: dict[str, list[int]] = {}
        for index, line in enumerate(lines):
            number = amount(line.number)
            parts = above.setdefault(line.unit, [])
            if number is None:
                continue
            if _TOTAL.match(line.label) and parts:
                yield from _differs(desk, (*loc, index, 'number'), parts, number)
            else:
                parts.append(number)


def amount(cell: str) -> int | None:
    """The figure of a cell in hundredths, or None where it is words, a reference, or empty."""
    text = cell.replace('**', '').strip().removesuffix('บาท').removesuffix('คน').strip()
    try:
        return int(read_satang(text)) if text else None
    except ValueFault:
        return None


def _columns(
    desk: Desk, loc: Loc, table: model.FreeTable, amounts: Sequence[Sequence[int | None]]
) -> Iterator[Finding]:
    for column, heading in enumerate(table.columns):
        if _NOT_ADDED.search(heading.heading):
            continue
        parts: list[int] = []
        whole = 0
        complete = True
        for index, row in enumerate(table.rows):
            number = amounts[index][column]
            if _TOTAL.match(row[0]):
                if number is not None and parts and complete:
                    yield from _differs(desk, (*loc, 'rows', index, column), parts, number)
                parts = []
                continue
            complete = complete and (number is not None or row[column].strip() in {'', '-'})
            parts.append(number or 0)
            whole += number or 0
        total = amount(table.total[column]) if table.total else None
        if total is not None and complete and whole != total:
            rows = [amounts[index][column] or 0 for index, row in enumerate(table.rows) if not _TOTAL.match(row[0])]
            yield from _differs(desk, (*loc, 'total', column), rows, total)


def _rows(desk: Desk, loc: Loc, table: model.FreeTable, amounts: Sequence[Sequence[int | None]]) -> Iterator[Finding]:
    headings = [column.heading for column in table.columns]
    last = len(headings) - 1
    if not _TOTAL.match(headings[last]):
        return
    added = [column for column in range(last) if not re.search(r'ลำดับ|^ที่$|รหัส|ปี|พ\.ศ\.|ร้อยละ|เฉลี่ย|%', headings[column])]
    for index, row in enumerate(amounts):
        total = row[last]
        parts = [number for column in added if (number := row[column]) is not None]
        if total is None or len(parts) < 2:
            continue
        if total not in {sum(parts), prod(parts) // 100 ** (len(parts) - 1)}:  # a quantity times a price is a row too
            yield from _differs(desk, (*loc, 'rows', index, last), parts, total)


def _differs(desk: Desk, loc: Loc, parts: Sequence[int], total: int) -> Iterator[Finding]:
    if sum(parts) != total:
        shown = [thai.arabic(thai.baht(part)) for part in parts]
        whole = thai.arabic(thai.baht(sum(parts)))
        said = f'{" + ".join(shown)} = {whole}' if len(parts) <= 6 else whole
        stated = thai.arabic(thai.baht(total))
        values = {'stated': stated, 'reckoned': whole, 'sum': said}
        thai_values = {f'{name}_th': thai.digits(value) for name, value in values.items()}
        yield Finding('sum-differs', desk.project.place('proposal.yaml', *loc), {**values, **thai_values})


def _tables(desk: Desk) -> Iterator[tuple[Loc, model.FreeTable]]:
    for index, section in enumerate(desk.project.proposal.sections):
        for position, piece in enumerate(section.body):
            if piece.table is not None:
                yield ('sections', index, 'body', position, 'table'), piece.table


def _lists(desk: Desk) -> Iterator[tuple[Loc, list[model.CountLine]]]:
    for index, section in enumerate(desk.project.proposal.sections):
        for position, piece in enumerate(section.body):
            if piece.count_list is not None:
                yield ('sections', index, 'body', position, 'count_list'), piece.count_list
