"""What a comparison finds, in the order of the new paper: the one account of a change that every form of review tells.

Nothing here knows how changes are found or shown. Spans of one text, joined, give back the old text (those not `added`)
and the new one (those not `removed`), cluster for cluster: whoever shows them needs nothing else.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from saraban.views.blocks import Block, Item, Text, View

SpanKind = Literal['same', 'removed', 'added', 'restyled']
RowKind = Literal['same', 'renumbered', 'changed', 'removed', 'added']
BlockKind = Literal['same', 'changed', 'removed', 'added', 'split', 'joined']


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of text that shares one fate. `old` is empty when added, `new` when removed.

    Same: equal words in equal styles. Restyled: equal words, bold or italic changed. Both carry the runs of both sides, so
    that a blank to write on is a run like any other.
    """

    kind: SpanKind
    old: Text
    new: Text


@dataclass(frozen=True, slots=True)
class TextChange:
    """One text of a block: where in the block, in words for a reader and a key for programs, and its spans.

    `slot` names the field: `text`, `lines.1`, `rows.total.cells.2.0` (row's id, cell, paragraph), `columns.3`. Lines and
    rows can change their places and their ids: `old_slot` is the field's name in the old block (None where it is not
    there), `new_slot` the one in the new block, and `slot` the new one, or, of what is gone, the old one after a `-`. Of
    a split or joined paragraph the further blocks' fields have the block's number before them: `1.number`.

    A `counted` text is a number that the program counts (of a section, an item, a row): nobody wrote it.
    """

    slot: str
    spans: tuple[Span, ...]
    old_slot: str | None = None
    new_slot: str | None = None
    counted: bool = False

    @property
    def changed(self) -> bool:
        """Whether any stretch of it is not the same."""
        return any(span.kind != 'same' for span in self.spans)

    @property
    def renumbered(self) -> bool:
        """Whether it is a number that is another one because of what was put in, taken out or moved elsewhere."""
        return self.changed and self.counted and self.old_slot is not None and self.new_slot is not None

    @property
    def to_read(self) -> bool:
        """Whether somebody is to read what changed in it: a counted number follows from what else is told."""
        return self.changed and not self.counted


@dataclass(frozen=True, slots=True)
class RowChange:
    """A table's row, in the order of the merged table: from which old row to which new one.

    Renumbered: nothing but its number is another.
    """

    kind: RowKind
    old: int | None
    new: int | None


@dataclass(frozen=True, slots=True)
class BlockChange:
    r"""What became of a block.

    `old` and `new` are the blocks on each side: one each for same and changed, none on one side for added and removed,
    several on one side for split (new) and joined (old); `old_at` and `new_at` their places in the views. `moved` pairs the
    two places of a moved block: the same number stands on its removed and its added entry, from 1 on; 0 is no move. A moved
    block whose words changed too has its texts on the added entry. `texts` are the block's texts in reading order, the
    unchanged ones among them; for a split or joined paragraph one text, in which a span whose words are `\n` is the
    paragraph's end that was put in or taken out, and the numbers of numbered ones. `rows` align a table's rows. A block
    whose texts all stayed is changed all the same where its style or level did.
    """

    kind: BlockKind
    old: tuple[Block, ...]
    new: tuple[Block, ...]
    old_at: int | None
    new_at: int | None
    texts: tuple[TextChange, ...] = ()
    rows: tuple[RowChange, ...] = ()
    moved: int = 0

    @property
    def only_renumbered(self) -> bool:
        """Whether nothing changed but its counted numbers, because of what was put in or taken out above."""
        changed = [text for text in self.texts if text.changed]
        rows = all(row.kind in {'same', 'renumbered'} for row in self.rows)
        if self.kind != 'changed' or self.moved or not changed or not rows:
            return False
        return all(text.renumbered for text in changed) and _level(self.old) == _level(self.new)


@dataclass(frozen=True, slots=True)
class PaperChange:
    """What became of a paper; one of the views is None where the paper is only on the other side."""

    old: View | None
    new: View | None
    blocks: tuple[BlockChange, ...]

    @property
    def view(self) -> View:
        """The paper as it is, or as it was when it is gone."""
        view = self.new or self.old
        if view is None:
            raise ValueError('a change of no paper')
        return view

    @property
    def changed(self) -> bool:
        """Whether the paper's words or their styles changed."""
        return any(block.kind != 'same' for block in self.blocks)

    def spans(self) -> Iterator[Span]:
        """Every changed stretch, in reading order."""
        for block in self.blocks:
            for text in block.texts:
                yield from (span for span in text.spans if span.kind != 'same')


def _level(blocks: tuple[Block, ...]) -> list[int]:
    return [block.level for block in blocks if isinstance(block, Item)]
