"""Which column of a table counts its rows: its numbers are nobody's words, and shift with what stands above them."""

from __future__ import annotations

import re

from saraban import thai
from saraban.views.blocks import Cell, Row, Table, words_of

_NUMBER = re.compile(r'[0-9๐-๙]{1,9}[.)]?')


def counting_columns(old: Table | None, new: Table | None) -> tuple[set[int], set[int]]:
    """The columns that count the rows in the old table and in the new one.

    A view says so itself. Of a table that was typed, or read from a file, it is the first column, where it counts from
    one in both versions: a total or the years of a plan do not.
    """
    tables = [table for table in (old, new) if table is not None]
    first = {0} if all(_counts_from_one(table) for table in tables) else set()
    return _told(old) | first, _told(new) | first


def counted_number(cell: Cell | None) -> int | None:
    """The number that is all that stands in a cell."""
    if cell is None or cell.span > 1 or len(cell.paragraphs) != 1:
        return None
    words = words_of(cell.paragraphs[0]).strip()
    return int(thai.arabic(words.rstrip('.)'))) if _NUMBER.fullmatch(words) else None


def _told(table: Table | None) -> set[int]:
    return {at for at, column in enumerate(table.columns) if column.counted} if table else set()


def _counts_from_one(table: Table) -> bool:
    """Whether the first cells say ๑ ๒ ๓, over all rows that have a number, or again from one after a row that has none."""
    last, apart = 0, True
    for row in table.rows:
        number = counted_number(_first(row))
        if number is None:
            apart = True
            continue
        if number != last + 1 and not (apart and number == 1):
            return False
        last, apart = number, False
    return last > 0


def _first(row: Row) -> Cell | None:
    return row.cells[0] if row.cells else None
