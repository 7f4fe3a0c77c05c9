"""Two versions of a paper, compared: blocks paired, moved ones found, split and joined paragraphs, then words.

Nothing that only dresses a page is compared: page numbers, catchwords, stamps are no part of a paper's blocks.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import fields
from functools import lru_cache
from itertools import chain

from saraban.review.changes import BlockChange, BlockKind, PaperChange, RowChange, TextChange
from saraban.review.fields import counted, field_changes, merged_order, words_of_part
from saraban.review.pairing import Piece, pairs
from saraban.review.parting import Parting, partings
from saraban.review.spans import spans
from saraban.review.tables import one_sided, table_changes
from saraban.review.tokens import Reader, Words
from saraban.views.blocks import UNPRINTED, Block, Heading, Item, Paragraph, Table, Text, View, plain


def compare(old: View | None, new: View | None, words: Words | Reader) -> PaperChange:
    """What became of a paper: `old` None for a new one, `new` None for one that is gone.

    `words` is a segmenter that keeps the names and terms of both versions whole, or only its `words`: without it, no
    change ends inside a word that is made of others.
    """
    return Comparer(words).paper(old, new)


class Comparer:
    """Compares papers; what it has compared once it knows, so that a change in many letters is found once."""

    def __init__(self, words: Words | Reader) -> None:
        """Takes what parts a text into words."""
        self._spans = lru_cache(maxsize=50_000)(lambda old, new: spans(old, new, words))

    def paper(self, old: View | None, new: View | None) -> PaperChange:
        """What became of a paper, as `compare` gives it."""
        before, after = old.blocks if old else (), new.blocks if new else ()
        return PaperChange(old, new, tuple(self._blocks(before, after)))

    def _blocks(self, old: Sequence[Block], new: Sequence[Block]) -> list[BlockChange]:
        one, other = [_piece(block) for block in old], [_piece(block) for block in new]
        parted = {(part.old[0], part.new[0]): part for part in partings(one, other)}
        for part in parted.values():
            _tie(one, other, part)
        kept, moved = pairs(one, other)
        places = {pair: parted.get(pair) for pair in kept}
        return self._in_order(old, new, places, {pair: number for number, pair in enumerate(moved, 1)})

    def _in_order(
        self,
        old: Sequence[Block],
        new: Sequence[Block],
        places: dict[tuple[int, int], Parting | None],
        moved: dict[tuple[int, int], int],
    ) -> list[BlockChange]:
        """The changes in the order of the merged paper."""
        inner = {(side, at) for part in places.values() if part for side, at in part.further()}
        leaving = {i: (number, j) for (i, j), number in moved.items()}
        coming = {j: (number, i) for (i, j), number in moved.items()}
        changes: list[BlockChange] = []
        for i, j in merged_order(len(old), len(new), sorted(places)):
            if i is not None and j is not None:
                part = places[i, j]
                changes.append(self._parted(part, old, new) if part else self._changed(old[i], new[j], i, j))
            elif i is not None and ('old', i) not in inner:
                number = leaving.get(i, (0, 0))[0]
                changes.append(self._gone(old[i], i, number))
            elif j is not None and ('new', j) not in inner:
                number, origin = coming.get(j, (0, -1))
                changes.append(self._came(old[origin] if number else None, new[j], j, number))
        return changes

    def _changed(self, old: Block, new: Block, i: int, j: int) -> BlockChange:
        texts, rows = self._texts(old, new)
        same = not any(text.changed for text in texts) and _form(old) == _form(new)
        same = same and all(row.kind == 'same' for row in rows)
        return BlockChange('same' if same else 'changed', (old,), (new,), i, j, texts, rows)

    def _gone(self, block: Block, at: int, moved: int) -> BlockChange:
        if moved:
            return BlockChange('removed', (block,), (), at, None, moved=moved)
        return BlockChange('removed', (block,), (), at, None, *self._texts(block, None))

    def _came(self, origin: Block | None, block: Block, at: int, moved: int) -> BlockChange:
        return BlockChange('added', (), (block,), None, at, *self._texts(origin, block), moved=moved)

    def _texts(self, old: Block | None, new: Block | None) -> tuple[tuple[TextChange, ...], tuple[RowChange, ...]]:
        """The texts of two versions of a block and, of a table, its rows."""
        if isinstance(old, Table) and isinstance(new, Table):
            return table_changes(old, new, self._spans)
        if isinstance(old or new, Table):
            table = old or new
            assert isinstance(table, Table)
            return one_sided(table, self._spans, gone=new is None)
        return tuple(field_changes(old, new, self._spans, ('', ''))), ()

    def _parted(self, part: Parting, old: Sequence[Block], new: Sequence[Block]) -> BlockChange:
        """A paragraph that was split, or paragraphs that were joined."""
        before, after = [old[i] for i in part.old], [new[j] for j in part.new]
        kind: BlockKind = 'split' if len(after) > 1 else 'joined'
        texts = [
            *self._numbers(before[0], after[0], ''),
            TextChange('text', self._spans(_joined(before), _joined(after)), 'text', 'text'),
        ]
        for n, block in enumerate(before[1:], 1):
            texts += self._numbers(block, None, f'{n}.')
        for n, block in enumerate(after[1:], 1):
            texts += self._numbers(None, block, f'{n}.')
        return BlockChange(kind, tuple(before), tuple(after), part.old[0], part.new[0], tuple(texts))

    def _numbers(self, old: Block | None, new: Block | None, before: str) -> list[TextChange]:
        one = old.number if isinstance(old, Item) else None
        other = new.number if isinstance(new, Item) else None
        if one is None and other is None:
            return []
        return [
            counted(text) for text in field_changes(one, other, self._spans, (f'{before}number', f'{before}number'))
        ]


def _tie(old: list[Piece], new: list[Piece], part: Parting) -> None:
    """Makes one pair of the first blocks of a parting, and none of the others."""
    for at in part.old:
        old[at] = Piece(f'old {at}', '', '')
    for at in part.new:
        new[at] = Piece(f'new {at}', '', '')
    first = Piece('parted', f'parted {part.old[0]} to', 'parted')
    old[part.old[0]], new[part.new[0]] = first, first


def _joined(blocks: Sequence[Block]) -> Text:
    """The texts of paragraphs as one, a line end between."""
    texts = [block.text for block in blocks if isinstance(block, Paragraph | Item)]
    return tuple(chain.from_iterable(((*plain('\n'), *text) if n else text) for n, text in enumerate(texts)))


def _piece(block: Block) -> Piece:
    """A block as it is paired: its number is left out, which follows from where it stands."""
    words = words_of_part(block.text) if isinstance(block, Item | Heading) else words_of_part(block)
    return Piece(type(block).__name__, block.id, words)


def _form(block: Block) -> tuple[object, ...]:
    """What a block is beside its texts and its id: its style, its level, its columns' alignment."""
    values = {entry.name: getattr(block, entry.name) for entry in fields(block)}
    form = [value for name, value in values.items() if name in UNPRINTED - {'id'} or isinstance(value, int | float)]
    columns = block.columns if isinstance(block, Table) else ()
    return (*form, *(column.align for column in columns))
