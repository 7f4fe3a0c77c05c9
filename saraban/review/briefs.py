"""A change in a few phrases, each with the place in its block where it stands: what a list of changes says of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, groupby

from saraban.messages import Language
from saraban.messages.review_page import said
from saraban.review.changes import BlockChange, PaperChange, TextChange
from saraban.review.excerpts import cut, excerpts, mark_of
from saraban.review.field_names import FieldNames
from saraban.review.marked import marked_text
from saraban.review.telling import KNOWN, beginning, figure, place_in
from saraban.review.tokens import Words
from saraban.views.blocks import (
    Block,
    Heading,
    Item,
    Paragraph,
    Run,
    Table,
    Text,
    plain,
    words_of,
)
from saraban.views.blocks.marked import MarkedRun, MarkedWords

_CELLS = ' · '  # between two cells of a row


@dataclass(frozen=True, slots=True)
class Phrase:
    """Marked words, and where in their block they stand (a table's row and column); empty where the block says enough."""

    where: str
    text: Text


@dataclass(frozen=True, slots=True)
class Room:
    """How many letters a phrase has: beside a change, and for one changed stretch."""

    around: int
    longest: int


class Briefer:
    """Tells changes in brief, in one language."""

    def __init__(self, language: Language, words: Words, room: Room) -> None:
        """Takes the language of places, what finds words, and the room for a phrase."""
        self._language = language
        self._words = words
        self._room = room

    def phrases(
        self, change: BlockChange, origin: BlockChange, paper: PaperChange, both: Sequence[Block]
    ) -> list[Phrase]:
        """What a change says; `both` are its blocks with the marks of both versions.

        Of a block that moved, how it begins and where it stood and stands; `origin` is the change at its old place. Of
        what is set in another form, how it begins.
        """
        found = list(self._changed(change, both, moved=bool(change.moved)))
        if not change.moved:
            return found or [self._begins(change.new or change.old)]
        if not found or words_of(found[0].text).startswith('…') or isinstance(change.new[0], Table):
            found.insert(0, self._begins(change.new))
        return [*found, *self._places(change, origin, paper)]

    def _changed(self, change: BlockChange, both: Sequence[Block], *, moved: bool) -> Iterator[Phrase]:
        texts = [text for text in change.texts if text.changed and not text.renumbered]
        if all(isinstance(block, Paragraph | Item | Heading) for block in both):
            if texts:
                yield from self._excerpts('', chain.from_iterable(map(_line, both)), known=moved)
        elif change.kind in {'added', 'removed'} and not moved:
            yield self._whole(change, texts)
        elif change.rows:
            yield from self._rows(change, texts)
        else:
            names = FieldNames(change, self._language, self._words)
            for text in texts:
                yield from self._excerpts(names(text), marked_text(text.spans))

    def _excerpts(self, where: str, text: Iterator[Run] | Text, *, known: bool = False) -> Iterator[Phrase]:
        around = max(self._room.around, KNOWN) if known else self._room.around
        for found in excerpts(tuple(text), around, self._room.longest, self._words):
            yield Phrase(where, found)

    def _whole(self, change: BlockChange, texts: Sequence[TextChange]) -> Phrase:
        """A block that is new or gone: how it begins, and of a table how many rows it has."""
        table = (change.new or change.old)[0]
        where = (
            said('brief-rows', self._language, count=figure(len(table.rows), self._language))
            if isinstance(table, Table)
            else ''
        )
        return Phrase(where, self._together(texts, _CELLS if where else ' '))

    def _together(self, texts: Sequence[TextChange], between: str) -> Text:
        """Texts of one mark as one, cut short."""
        runs: list[Run] = []
        letters = 0
        for text in texts:
            found = marked_text(text.spans)
            if runs:
                runs.append(_space(runs[-1], found[:1], between))
            runs += found
            letters += len(words_of(found))
            if letters > 2 * self._room.longest + 200:  # more than any cut keeps
                break
        return cut(tuple(runs), self._room.longest, 0, self._words)

    def _rows(self, change: BlockChange, texts: Sequence[TextChange]) -> Iterator[Phrase]:
        """The changes of a table: a phrase for each cell's text, one for a row or a column that is new or gone."""
        names = FieldNames(change, self._language, self._words)
        tables = names.tables
        assert tables is not None
        for place, group in groupby(texts, key=tables.row_of):
            fate = tables.fates.get(place)
            if fate:
                yield Phrase(said(f'row-{fate}', self._language), self._together(list(group), _CELLS))
                continue
            for text in group:
                if not (place[1] and tables.is_of_whole_column(text)):
                    yield from self._excerpts(names(text), marked_text(text.spans))
        for fate, count in tables.empty_rows():
            empty = said('brief-rows', self._language, count=figure(count, self._language))
            yield Phrase(said(f'row-{fate}', self._language), plain(empty))

    def _begins(self, blocks: Sequence[Block]) -> Phrase:
        return Phrase('', plain(beginning(blocks[0], self._words)))

    def _places(self, change: BlockChange, origin: BlockChange, paper: PaperChange) -> Iterator[Phrase]:
        """Where a block that moved stood, and where it stands."""
        for key, view, at in (('brief-was', paper.old, origin.old_at), ('brief-is', paper.new, change.new_at)):
            if view is not None and at is not None:
                yield Phrase(said(key, self._language), plain(place_in(view, at, self._language, self._words)))


def _line(block: Block) -> Text:
    """A paragraph, an item or a heading as one line: its number and its text."""
    assert isinstance(block, Paragraph | Item | Heading)
    number = '' if isinstance(block, Paragraph) else block.number
    head = number.text if isinstance(number, MarkedWords) else plain(number) if number else ()
    if not head:
        return block.text
    return (*head, _space(head[-1], block.text[:1]), *block.text)


def _space(before: Run, after: Text, words: str = ' ') -> Run:
    """What stands between two runs, of their mark if they have the same."""
    marks = {mark_of(run) for run in (before, *after)}
    mark = marks.pop()
    return MarkedRun(words, mark=mark) if mark and not marks else Run(words)
