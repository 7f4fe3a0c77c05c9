"""Numbers that only moved along, those that follow each other as one: ๕ to ๙ are ๖ to ๑๐ now."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from saraban.review.changes import BlockChange
from saraban.review.counted import up_to_number
from saraban.review.marked import side_words
from saraban.views.blocks import Table

_DIGITS = re.compile(r'\d+')
_SECTION = re.compile(r'#(\.#)*\.?')


@dataclass(frozen=True, slots=True)
class Shift:
    """Numbers that follow each other, the first and the last, as they were and as they are.

    `table` is the id of the table whose rows they count, None where they are of sections and items.
    """

    old: tuple[str, str]
    new: tuple[str, str]
    table: str | None = None


def shifts(blocks: Iterable[BlockChange]) -> list[Shift]:
    """The numbers of a paper's blocks that are others only because of what stands before them, in reading order.

    An item whose section has another number (๘.๑, now ๙.๑) goes without saying; so does what moved, which is told with
    both its places.
    """
    found: list[Shift] = []
    waiting: dict[object, int] = {}  # by the number that would be the next of each
    of_sections: dict[tuple[int, ...], tuple[int, ...]] = {}
    for shift in _single(blocks):
        old, new = _parts(shift.old[0]), _parts(shift.new[0])
        if shift.table is None and _SECTION.fullmatch(_shape(shift.old[0])):
            of_sections[old] = new
            if any(of_sections.get(old[:n]) == new[:n] and old[n:] == new[n:] for n in range(1, len(old))):
                continue
        at = waiting.pop(_place(shift, 0), None)
        if at is None:
            at = len(found)
            found.append(shift)
        first = found[at]
        found[at] = replace(first, old=(first.old[0], shift.old[1]), new=(first.new[0], shift.new[1]))
        waiting[_place(shift, 1)] = at
    return found


def _single(blocks: Iterable[BlockChange]) -> Iterator[Shift]:
    """Each number that moved along."""
    for block in blocks:
        table = block.new[0].id if block.new and isinstance(block.new[0], Table) else None
        for text in block.texts if not block.moved else ():
            if text.renumbered:
                old, new = (up_to_number(side_words(text, side).strip()) for side in ('old', 'new'))
                yield Shift((old, old), (new, new), table)


def _place(shift: Shift, after: int) -> object:
    """Where a number stands on both sides, or the one that is so many after it."""
    return shift.table, _at(shift.old[0], after), _at(shift.new[0], after)


def _at(number: str, after: int) -> tuple[str, tuple[int, ...] | int]:
    parts = _parts(number)
    return _shape(number), (*parts[:-1], parts[-1] + after) if parts else after  # what is no figure has none after it


def _parts(number: str) -> tuple[int, ...]:
    return tuple(map(int, _DIGITS.findall(number)))


def _shape(number: str) -> str:
    """How a number is written: `#.#` of ๒.๑."""
    return _DIGITS.sub('#', number)
