"""Which text of a comparison stands in which cell of a table as it is printed, and which rows are one row."""

from __future__ import annotations

import re
from collections.abc import Iterator

from saraban.review.changes import BlockChange
from saraban.review.fields import merged_order
from saraban.review.word.along import Chunk, chunks
from saraban.views.blocks import Block, Labels, Table

Where = tuple[int, int]
"""A row and a cell of it, as printed: the headings are row 0."""

_COUNTS = re.compile(r'rows\.(\d+)\.(label|word|value)')
_COUNT_CELLS = {'label': 0, 'word': 1, 'value': 2}
_HEADING = re.compile(r'columns\.(\d+)')


class Cells:
    """What a comparison says of a table's rows and cells."""

    def __init__(self, change: BlockChange, columns: int) -> None:
        """Takes the change of one block that is printed as a table, and how many columns it has."""
        self._change = change
        old, new = _places(change.old[0], columns), _places(change.new[0], columns)
        self._texts = [(_where(text.old_slot, old), _where(text.new_slot, new), text) for text in change.texts]

    def said(self, old: Where, new: Where) -> list[Chunk]:
        """The letters of the texts of a cell, in reading order."""
        here = {(old, new), (old, None), (None, new)}
        return chunks(text for before, after, text in self._texts if (before, after) in here)

    def rows(self, olds: int, news: int) -> Iterator[tuple[int | None, int | None]]:
        """Places of old and new rows in one order; so many rows are printed on each side."""
        kept = self._paired() or [(n, n) for n in range(min(olds, news))]
        return merged_order(olds, news, kept)

    def _paired(self) -> list[tuple[int, int]]:
        """The rows that stayed: as the comparison aligned them, or those that have a text in common."""
        old, new = self._change.old[0], self._change.new[0]
        if isinstance(new, Labels):
            return []  # a sheet is filled anew: what stands in a row now is no news of what stood there
        if not (isinstance(old, Table) and isinstance(new, Table)):
            return sorted({(before[0], after[0]) for before, after, _ in self._texts if before and after})
        heads = [(0, 0)] if old.header and new.header else []
        rows = ((row.old, row.new) for row in self._change.rows)
        return heads + [(i + old.header, j + new.header) for i, j in rows if i is not None and j is not None]


def _places(block: Block, columns: int) -> dict[str, Where]:
    """The printed place of each cell of a table, or label of a sheet, by the name that a comparison gives it."""
    if isinstance(block, Labels):
        return {f'labels.{number}': divmod(number, columns) for number in range(len(block.labels))}
    if not isinstance(block, Table):
        return {}
    return {
        f'rows.{row.id}.cells.{at}': (number + block.header, at)
        for number, row in enumerate(block.rows)
        for at in range(len(row.cells))
    }


def _where(slot: str | None, places: dict[str, Where]) -> Where | None:
    if slot is None:
        return None
    if heading := _HEADING.fullmatch(slot):
        return 0, int(heading[1])
    if count := _COUNTS.fullmatch(slot):
        return int(count[1]), _COUNT_CELLS[count[2]]
    return places.get(slot.rpartition('.')[0])
