"""The texts of two versions of a block, field by field, each with its name in the block and its spans."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import fields, is_dataclass, replace
from typing import Any, TypeGuard

from saraban.review.changes import Span, TextChange
from saraban.review.pairing import Piece, pairs
from saraban.views.blocks import UNPRINTED, Cell, EnclosureRow, Heading, Item, Run, Text, plain, texts, words_of

Differ = Callable[[Text, Text], tuple[Span, ...]]

GONE = '-'
"""Stands before the slot of a text that is only in the old block, so that no two texts have one slot."""


def words_of_part(part: object) -> str:
    """All words of a part, its blanks as one letter each."""
    return '\n'.join(_letters(piece) for piece in texts(part))


def _letters(piece: str | Run) -> str:
    if isinstance(piece, str):
        return piece
    return piece.text if piece.blank is None else f'\ufffc{piece.blank.label}'


def field_changes(old: object, new: object, differ: Differ, slots: tuple[str, str]) -> Iterator[TextChange]:
    """Every text of two versions of a part, in reading order; one of the versions is None where there is none.

    `slots` are the names of the part in the old and in the new block.
    """
    known = old if old is not None else new
    if (is_text(old) and is_text(new)) or (is_text(known) and (old is None or new is None)):
        yield from _text_change(as_text(old), as_text(new), differ, slots, (old is not None, new is not None))
    elif isinstance(known, tuple):
        yield from _of_sequence(old, new, differ, slots)
    elif is_dataclass(known):
        yield from _of_record(old, new, differ, slots)


def is_text(part: object) -> TypeGuard[Text | str]:
    """Whether a part is one text."""
    return isinstance(part, str) or (isinstance(part, tuple) and all(isinstance(run, Run) for run in part))


def as_text(part: object) -> Text:
    """A text as runs; none for None."""
    if isinstance(part, str):
        return plain(part) if part else ()
    return part if isinstance(part, tuple) else ()


def _text_change(
    old: Text, new: Text, differ: Differ, slots: tuple[str, str], there: tuple[bool, bool]
) -> Iterator[TextChange]:
    found = differ(old, new)
    if found:
        slot = slots[1] if there[1] else f'{GONE}{slots[0]}'
        yield TextChange(slot, found, slots[0] if there[0] else None, slots[1] if there[1] else None)


def _of_sequence(old: Any, new: Any, differ: Differ, slots: tuple[str, str]) -> Iterator[TextChange]:
    """Lines, rows or cells: paired by likeness; a record that holds bare words (label, text) by place."""
    before, after = old or (), new or ()
    if any(isinstance(part, str) for part in (*before, *after)):
        for at in range(max(len(before), len(after))):
            one = before[at] if at < len(before) else None
            other = after[at] if at < len(after) else None
            yield from field_changes(one, other, differ, (f'{slots[0]}.{at}', f'{slots[1]}.{at}'))
        return
    if before == after:
        kept = [(n, n) for n in range(len(before))]
    else:
        kept, _ = pairs([_piece(part) for part in before], [_piece(part) for part in after])
    for i, j in merged_order(len(before), len(after), kept):
        one = before[i] if i is not None else None
        other = after[j] if j is not None else None
        yield from field_changes(one, other, differ, (f'{slots[0]}.{i}', f'{slots[1]}.{j}'))


def _piece(part: object) -> Piece:
    return Piece(type(part).__name__, '', words_of_part(part))


def _of_record(old: Any, new: Any, differ: Differ, slots: tuple[str, str]) -> Iterator[TextChange]:
    record = old if old is not None else new
    for entry in fields(record):
        value = getattr(record, entry.name)
        if entry.name in UNPRINTED or not isinstance(value, str | tuple):
            continue
        # A cell's paragraphs are named by the cell alone: `cells.2.0`.
        names = slots if isinstance(record, Cell) else tuple(f'{slot}.{entry.name}' for slot in slots)
        one, other = getattr(old, entry.name, None), getattr(new, entry.name, None)
        found = field_changes(one, other, differ, (names[0].lstrip('.'), names[1].lstrip('.')))
        is_number = entry.name == 'number' and isinstance(record, Heading | Item | EnclosureRow)
        yield from map(counted, found) if is_number else found


def counted(text: TextChange) -> TextChange:
    """A text as a number that the program counts; one that only one of the two versions numbers is a text like others."""
    sides = (''.join(words_of(getattr(span, side)) for span in text.spans) for side in ('old', 'new'))
    there = (text.old_slot is not None, text.new_slot is not None)
    return replace(text, counted=all(words for words, is_there in zip(sides, there, strict=True) if is_there))


def merged_order(olds: int, news: int, kept: list[tuple[int, int]]) -> Iterator[tuple[int | None, int | None]]:
    """Old and new places in one order: what is gone stands before what came at the same place."""
    i = j = 0
    for a, b in [*kept, (olds, news)]:
        yield from ((n, None) for n in range(i, a))
        yield from ((None, n) for n in range(j, b))
        if (a, b) != (olds, news):
            yield a, b
        i, j = a + 1, b + 1
