"""What the texts of a block are called: a cell by its row's first words and its column's heading, a field by its name."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from saraban.messages import Language
from saraban.messages.review import FIELDS
from saraban.messages.review_page import said
from saraban.review.changes import BlockChange, RowChange, RowKind, TextChange
from saraban.review.excerpts import shortened, shown_letters
from saraban.review.tokens import Words
from saraban.views.blocks import Block, Counts, MemoLine, Row, Table, printed_words, words_of

_LONGEST = 30  # letters by which a row, a column or a count is known
_CELL = re.compile(r'rows\.(?P<row>.+)\.cells\.(?P<cell>\d+)\.\d+')
_PART = re.compile(r'(?P<field>\w+)\.(?P<at>\d+)\.\w+')


class FieldNames:
    """Names the texts of one changed block; empty where the block says enough."""

    def __init__(self, change: BlockChange, language: Language, words: Words) -> None:
        """Takes a block that both papers have, the language of its fields, and what finds words."""
        self._change = change
        self._language = language
        self._words = words
        self.tables = Tables(change) if isinstance((change.new or change.old)[0], Table) else None

    def __call__(self, text: TextChange) -> str:
        """The name of a text of the block."""
        if self.tables is None:
            return self._part(text)
        if self.tables.row_of(text)[1]:
            return ' · '.join(filter(None, map(self._short, self.tables.names(text))))
        if text.old_slot is None or text.new_slot is None:
            return said('column-added' if text.old_slot is None else 'column-removed', self._language)
        return FIELDS['columns'][self._language]

    def _part(self, text: TextChange) -> str:
        """Which part of a block that is no table: a letterhead's date, the label of a count."""
        slot = text.slot.removeprefix('-')
        block = (self._change.old if text.new_slot is None else self._change.new)[0]
        if found := _PART.fullmatch(slot):
            at = int(found['at'])
            if isinstance(block, Counts) and not slot.endswith('.label'):
                return self._short(words_of(block.rows[at].label))
            if isinstance(block, MemoLine):
                return str(block.pairs[at][0])
        parts = slot.split('.')
        known = FIELDS.get(parts[-1] if not parts[-1].isdigit() else parts[0])
        return known[self._language] if known else ''

    def _short(self, name: str) -> str:
        return shortened(name, _LONGEST, 0, self._words)


class Tables:
    """Both versions of a table: in which row and column a text stands, what became of them."""

    def __init__(self, change: BlockChange) -> None:
        """Takes the change of a table that both papers have."""
        self._tables = {'old': _table(change.old), 'new': _table(change.new)}
        self._by_id = {(side, row.id): row for side, table in self._tables.items() for row in table.rows}
        rows = [
            (row.kind, 'new' if row.old is None else 'old', row) for row in change.rows if None in {row.old, row.new}
        ]
        self._one_sided = [(kind, side, self._tables[side].rows[_of(row, side)]) for kind, side, row in rows]
        self.fates = {(side, row.id): kind for kind, side, row in self._one_sided}
        columns = [text for text in change.texts if text.slot.removeprefix('-').startswith('columns.')]
        self._whole_columns = {
            (side, int(slot.removeprefix('columns.')))
            for text in columns
            for side, slot in (('old', text.old_slot), ('new', text.new_slot))
            if slot and None in {text.old_slot, text.new_slot}
        }

    def row_of(self, text: TextChange) -> tuple[str, str]:
        """The side that knows the row of a text, and the row's id; none of a column's heading."""
        side, slot = _slot(text)
        found = _CELL.fullmatch(slot)
        return side, found['row'] if found else ''

    def names(self, text: TextChange) -> tuple[str, str]:
        """What a reader calls the row and the column of a text."""
        side, row, column = self._place(text)
        table = self._tables[side]
        headed = table.header and column < len(table.columns)  # a stranger's row may be wider than its headings
        return _row_name(row), words_of(table.columns[column].heading) if headed else ''

    def is_of_whole_column(self, text: TextChange) -> bool:
        """Whether all of its column is new or gone."""
        side, _, column = self._place(text)
        return (side, column) in self._whole_columns

    def empty_rows(self) -> Iterator[tuple[RowKind, int]]:
        """Rows without words, to be written in, that are new or gone: how many follow each other."""
        kinds = (kind for kind, _, row in self._one_sided if not ''.join(printed_words(row)).strip())
        for kind, group in groupby(kinds):
            yield kind, sum(1 for _ in group)

    def _place(self, text: TextChange) -> tuple[str, Row, int]:
        side, slot = _slot(text)
        found = _CELL.fullmatch(slot)
        assert found
        row = self._by_id[side, found['row']]
        return side, row, sum(cell.span for cell in row.cells[: int(found['cell'])])


def _table(blocks: Sequence[Block]) -> Table:
    (table,) = blocks
    assert isinstance(table, Table)
    return table


def _of(row: RowChange, side: str) -> int:
    at = row.old if side == 'old' else row.new
    assert at is not None
    return at


def _slot(text: TextChange) -> tuple[str, str]:
    """The newer side that a text is on, and its name there."""
    return ('old', text.old_slot or '') if text.new_slot is None else ('new', text.new_slot)


def _row_name(row: Row) -> str:
    """What a reader calls a row: its first cells that say more than a number, before those with a line to write on."""
    told = [' '.join(map(shown_letters, cell.paragraphs)).strip() for cell in row.cells]
    open_ones = [any(run.blank for text in cell.paragraphs for run in text) for cell in row.cells]
    in_order = [
        words for wanted in (False, True) for words, is_open in zip(told, open_ones, strict=True) if is_open is wanted
    ]
    wordy = next((words for words in in_order if any(letter.isalpha() for letter in words)), '')
    first = told[0] if told and not open_ones[0] and told[0] != wordy else ''
    return f'{first} {wordy}'.strip()
