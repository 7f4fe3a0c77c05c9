"""A change as blocks whose runs carry marks: the old version, the new one, or both merged into one text.

Nothing here knows how marks look: the page and the PDF redline print the same blocks.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import fields, is_dataclass, replace
from typing import Any, Literal

from saraban.review.changes import BlockChange, Span, TextChange
from saraban.review.fields import as_text, is_text
from saraban.views.blocks import (
    UNPRINTED,
    Block,
    Cell,
    Column,
    Item,
    Paragraph,
    Row,
    Run,
    Table,
    Text,
    plain,
    words_of,
)
from saraban.views.blocks.marked import Mark, MarkedRun, MarkedWords

Side = Literal['old', 'new', 'both']
Tagger = Callable[[TextChange], Sequence[tuple[str, ...]]]
"""The tags of each span of a text."""
PILCROW = '¶'
_MEASURED = re.compile(r'label|pairs\.\d+\.0')  # a label that sets a column's width cannot hold two versions


def untagged(text: TextChange) -> list[tuple[str, ...]]:
    """No tags."""
    return [()] * len(text.spans)


def marked(
    change: BlockChange, side: Side, tagger: Tagger = untagged, anchor: str = '', *, numbers: bool = False
) -> tuple[Block, ...]:
    """The blocks of a change as one side shows them, or merged; none where it is not on that side.

    Where both versions fit no one block, the old one stands struck before the new one. A number that only moved along
    bears no mark, and merged blocks have the new one, unless such `numbers` are to be marked too.

    The first marked run bears the anchor.
    """
    texts = change.texts
    if side == 'old' and change.moved and not texts and change.old:
        return change.old
    if change.kind in {'split', 'joined'}:
        found = _Parted(change, side, tagger).blocks()
    elif side == 'both' and change.old and change.new and not _merges(change):
        found = (*_wholly(change.old, 'removed'), *_wholly(change.new, 'added'))
    else:
        found = _Whole(change, side, tagger, numbers=numbers).blocks()
    return _anchored(found, anchor) if anchor else found


def marked_text(spans: Sequence[Span]) -> Text:
    """The spans of a text as one that holds both versions, marked."""
    return tuple(run for span in spans for run in _of_span(span, 'both', ()))


def side_words(text: TextChange, side: Literal['old', 'new']) -> str:
    """The words of one side of a text."""
    return ''.join(words_of(span.old if side == 'old' else span.new) for span in text.spans)


def _merges(change: BlockChange) -> bool:
    """Whether both versions fit one block: a table's columns stayed, and no label that sets a width changed."""
    old, new = change.old[0], change.new[0]
    if isinstance(old, Table) and isinstance(new, Table):
        widths = [[[cell.span for cell in row.cells] for row in table.rows] for table in (old, new)]
        pairs = [(row.old, row.new) for row in change.rows if row.old is not None and row.new is not None]
        return len(old.columns) == len(new.columns) and all(widths[0][i] == widths[1][j] for i, j in pairs)
    return not any(text.changed and _MEASURED.fullmatch(text.slot.lstrip('-')) for text in change.texts)


def _wholly(blocks: Any, mark: Mark) -> Any:
    """Blocks of which every word bears a mark."""
    if isinstance(blocks, str):
        return MarkedWords(blocks, tuple(_with(plain(blocks), mark, ()))) if blocks else blocks
    if is_text(blocks):
        return tuple(_with(as_text(blocks), mark, ()))
    if isinstance(blocks, tuple):
        return tuple(_wholly(part, mark) for part in blocks)
    return replace(blocks, **{name: _wholly(getattr(blocks, name), mark) for name in _text_fields(blocks)})


class _Whole:
    """Builds the blocks of a change whose texts are fields of one block on each side."""

    def __init__(self, change: BlockChange, side: Side, tagger: Tagger, *, numbers: bool) -> None:
        self._change = change
        self._side = side
        self._runs = {
            key: _unmarked(text, side) if text.renumbered and not numbers else _runs(text, side, tagger(text))
            for text in change.texts
            for key in _keys(text, side)
        }

    def blocks(self) -> tuple[Block, ...]:
        """The block of the side, or the merged one."""
        change = self._change
        if self._side == 'both':
            return (
                self._merged(change.old[0] if change.old else None, change.new[0] if change.new else None, ('', '')),
            )
        return tuple(self._filled(block, '') for block in (change.old if self._side == 'old' else change.new))

    def _filled(self, part: Any, slot: str) -> Any:
        """A part of one side with its texts marked."""
        if is_text(part):
            return self._marked(part, (self._side, slot))
        if isinstance(part, tuple):
            return tuple(self._filled(child, f'{slot}.{_name(child, at)}') for at, child in enumerate(part))
        if isinstance(part, Column):
            return replace(part, heading=self._filled(part.heading, slot))
        return replace(part, **{
            name: self._filled(getattr(part, name), slot if isinstance(part, Cell) else f'{slot}.{name}'.lstrip('.'))
            for name in _text_fields(part)
        })  # fmt: skip

    def _merged(self, old: Any, new: Any, slots: tuple[str, str]) -> Any:
        """A part of both sides; one of them is None where there is none."""
        known = new if new is not None else old
        if is_text(known) and (known or old is None or is_text(old)):
            return self._marked(known, ('new', slots[1]) if new is not None else ('old', slots[0]))
        if isinstance(known, tuple):
            return tuple(self._children(old or (), new or (), slots))
        if isinstance(known, Column):
            headings = (old.heading if old else None, new.heading if new else None)
            return replace(known, heading=self._merged(*headings, slots))
        changed = {}
        for name in _text_fields(known):
            one, other = getattr(old, name, None), getattr(new, name, None)
            inner = slots if isinstance(known, Cell) else tuple(f'{slot}.{name}'.lstrip('.') for slot in slots)
            changed[name] = self._merged(one, other, (inner[0], inner[1]))
        return replace(known, **changed)

    def _children(self, old: Sequence[Any], new: Sequence[Any], slots: tuple[str, str]) -> Iterator[Any]:
        for i, j in self._pairs(old, new, slots):
            one, other = old[i] if i is not None else None, new[j] if j is not None else None
            names = (f'{slots[0]}.{_name(one, i)}', f'{slots[1]}.{_name(other, j)}')
            yield self._merged(one, other, names)

    def _pairs(
        self, old: Sequence[Any], new: Sequence[Any], slots: tuple[str, str]
    ) -> list[tuple[int | None, int | None]]:
        """Which child is which, in the order of the merged text: as rows and texts tell; a child without words by place."""
        if any(isinstance(child, Row) for child in (*old, *new)):
            return [(row.old, row.new) for row in self._change.rows]
        found: list[tuple[int | None, int | None]] = []
        for text in self._change.texts:
            pair = (_index(text.old_slot, slots[0]), _index(text.new_slot, slots[1]))
            if pair != (None, None) and pair not in found:
                found.append(pair)
        named = {j for _, j in found}
        for j in range(len(new)):
            if j not in named:
                at = next((n for n, (_, other) in enumerate(found) if other is not None and other > j), len(found))
                found.insert(at, (None, j))
        return found

    def _marked(self, part: Any, key: tuple[str, str]) -> Any:
        runs = self._runs.get(key)
        if runs is None:
            return part
        if not isinstance(part, str):
            return runs
        return MarkedWords(part, runs) if any(isinstance(run, MarkedRun) for run in runs) else part


class _Parted:
    """Builds a paragraph that was split, or paragraphs that were joined: one text over several blocks."""

    def __init__(self, change: BlockChange, side: Side, tagger: Tagger) -> None:
        self._side = side
        self._shape = change.old if side == 'old' else change.new
        self._numbers = {text.slot.lstrip('-'): text for text in change.texts if text.slot.endswith('number')}
        self._text = next(text for text in change.texts if text.slot == 'text')
        self._tags = tagger(self._text)

    def blocks(self) -> tuple[Block, ...]:
        """A block for each paragraph that the side has; merged, those of the new side."""
        texts = list(self._paragraphs())
        return tuple(self._block(block, at, texts[at]) for at, block in enumerate(self._shape))

    def _paragraphs(self) -> Iterator[Text]:
        runs: list[Run] = []
        ended = 0
        for run in _runs(self._text, self._side, self._tags):
            if run.text != '\n':
                runs.append(run)
                continue
            mark = run.mark if isinstance(run, MarkedRun) else None
            if mark:
                runs.append(MarkedRun(PILCROW, mark=mark))
            if self._side == 'both' and mark == 'removed':
                ended += 1
                runs += self._gone_number(ended)
                continue
            yield tuple(runs)
            runs = []
        yield tuple(runs)

    def _gone_number(self, at: int) -> list[Run]:
        number = self._numbers.get(f'{at}.number')
        words = side_words(number, 'old') if number else ''
        return [MarkedRun(f'{words} ', mark='removed')] if words else []

    def _block(self, block: Block, at: int, text: Text) -> Block:
        if isinstance(block, Paragraph):
            return replace(block, text=text)
        if not isinstance(block, Item):
            raise TypeError(f'{type(block).__name__} is neither split nor joined')
        found = self._numbers.get(f'{at}.number' if at else 'number')
        runs = _runs(found, self._side, untagged(found)) if found and not found.renumbered else ()
        marks = any(isinstance(run, MarkedRun) for run in runs)
        return replace(block, text=text, number=MarkedWords(block.number, runs) if marks else block.number)


def _keys(text: TextChange, side: Side) -> Iterator[tuple[str, str]]:
    """By which names of a block's fields a text is found."""
    if side in {'old', 'both'} and text.old_slot is not None:
        yield 'old', text.old_slot
    if side in {'new', 'both'} and text.new_slot is not None:
        yield 'new', text.new_slot


def _runs(text: TextChange, side: Side, tags: Sequence[tuple[str, ...]]) -> Text:
    return tuple(run for span, tag in zip(text.spans, tags, strict=True) for run in _of_span(span, side, tag))


def _unmarked(text: TextChange, side: Side) -> Text:
    return tuple(run for span in text.spans for run in (span.old if side == 'old' else span.new))


def _of_span(span: Span, side: Side, tags: tuple[str, ...]) -> Iterator[Run]:
    if span.kind == 'same':
        yield from span.old if side == 'old' else span.new
    elif span.kind == 'restyled':
        yield from _with(span.old if side == 'old' else span.new, 'restyled', tags)
    elif span.kind == 'removed' and side != 'new':
        yield from _with(span.old, 'removed', tags)
    elif span.kind == 'added' and side != 'old':
        yield from _with(span.new, 'added', tags)


def _with(text: Text, mark: Mark, tags: tuple[str, ...]) -> Iterator[Run]:
    for run in text:
        yield MarkedRun(run.text, run.bold, run.italic, run.blank, mark, tags)


def _anchored(part: Any, anchor: str) -> Any:
    """A part whose first marked run bears an anchor."""
    waiting = [anchor]

    def walked(one: Any) -> Any:
        if not waiting:
            return one
        if isinstance(one, MarkedRun):
            return replace(one, anchor=waiting.pop())
        if isinstance(one, MarkedWords):
            return MarkedWords(str(one), walked(one.text))
        if isinstance(one, tuple):
            return tuple(walked(child) for child in one)
        if is_dataclass(one) and not isinstance(one, Run):
            record: Any = one
            return replace(record, **{name: walked(getattr(record, name)) for name in _text_fields(record)})
        return one

    return walked(part)


def _text_fields(record: Any) -> list[str]:
    return [
        entry.name
        for entry in fields(record)
        if entry.name not in UNPRINTED and isinstance(getattr(record, entry.name), str | tuple)
    ]


def _name(child: object, at: int | None) -> str:
    """A row is named by its id, all else by its place."""
    return child.id if isinstance(child, Row) else str(at)


def _index(slot: str | None, sequence: str) -> int | None:
    """Which child of a sequence a slot is in."""
    if slot is None or not slot.startswith(f'{sequence}.'):
        return None
    first = slot[len(sequence) + 1 :].partition('.')[0]
    return int(first) if first.isdigit() else None
