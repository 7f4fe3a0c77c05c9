"""Which numbers of a table count its rows: they are nobody's words, and shift with what stands above them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from saraban import thai
from saraban.views.blocks import Cell, Row, Table, words_of

_NUMBER = re.compile(r'[0-9๐-๙]{1,9}[.)]?')
_NUMBER_AND_NAME = re.compile(r'(?P<before>(?:\D*\s)?)(?P<number>[0-9๐-๙]{1,9})(?P<after>[.)]?(?:\s.*)?)', re.DOTALL)


class Named(NamedTuple):
    """A number with a name in one cell: `๒ ภาคใต้`, `รุ่นที่ ๒ ภาคใต้`, `รวมรุ่นที่ ๒`; the how many-th of its rows it is."""

    before: str
    number: int
    after: str
    place: int = 0


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


def named_number(cell: Cell | None) -> Named | None:
    """The first number of a cell that says a name with it; None of one that is a number alone."""
    if cell is None or len(cell.paragraphs) != 1:
        return None
    found = _NUMBER_AND_NAME.fullmatch(words_of(cell.paragraphs[0]).strip())
    if found is None or not any(map(str.isalpha, found['before'] + found['after'])):
        return None
    return Named(found['before'], int(thai.arabic(found['number'])), found['after'])


def up_to_number(words: str) -> str:
    """What a counted cell says without the name after its number: `๒`, `รุ่นที่ ๒`."""
    found = _NUMBER_AND_NAME.fullmatch(words)
    return found['before'] + found['number'] if found else words


def named_rows(rows: Sequence[Row], counting: set[int]) -> list[Named | None]:
    """Of each row, the number and the name that stand in one where rows are counted."""
    seen: Counter[str] = Counter()
    found: list[Named | None] = []
    for row in rows:
        named = named_number(_first(row)) if 0 in counting else None
        if named:
            seen[named.before] += 1
            named = named._replace(place=seen[named.before])
        found.append(named)
    return found


def moved_along(old: Named | None, new: Named | None) -> bool:
    """Whether a row's number is another one as its row is another one: as many rows came or went before it."""
    if old is None or new is None or (old.before, old.after) != (new.before, new.after):
        return False
    return new.number - old.number == new.place - old.place != 0


def _told(table: Table | None) -> set[int]:
    return {at for at, column in enumerate(table.columns) if column.counted} if table else set()


def _counts_from_one(table: Table) -> bool:
    """Whether the first cells say ๑ ๒ ๓, over all rows that have a number, or again from one after a row that has none."""
    last, apart = 0, True
    for row in table.rows:
        number = _leading_number(_first(row))
        if number is None:
            apart = True
            continue
        if number != last + 1 and not (apart and number == 1):
            return False
        last, apart = number, False
    return last > 0


def _leading_number(cell: Cell | None) -> int | None:
    """The number that a cell says alone, or before a name."""
    named = named_number(cell)
    return named.number if named and not named.before else counted_number(cell)


def _first(row: Row) -> Cell | None:
    return row.cells[0] if row.cells else None
