"""Where on a paper's pages the words of a change stand: the page checks' alignment of view and PDF, down to the letters."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby
from typing import Literal

from saraban.checks.pages.aligned import align, folded, words_of_part
from saraban.checks.pages.drawn import Drawn, Glyph, Line
from saraban.render.layout import POINTS_PER_CM
from saraban.review.changes import BlockChange, TextChange
from saraban.views.blocks import Block, View, words_of
from saraban.words import clusters
from saraban.words.clusters import DEPENDENT

_ASCENT, _DESCENT = 0.82, 0.28  # of the type size: a ring goes around marks above and below
_CARET = 0.08  # cm: how wide a place is shown where something was taken out


@dataclass(frozen=True, slots=True)
class Spot:
    """A rectangle of a page, cm from its left and top edge."""

    page: int
    x: float
    y: float
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class _Letter:
    """A letter of a block: its page, baseline, type size in cm, and from where to where its cluster stands."""

    page: int
    y: float
    size: float
    x: float
    end: float


@dataclass(frozen=True)
class PageMap:
    """A paper's view and what its PDF draws."""

    view: View
    drawn: Drawn

    @cached_property
    def _lines(self) -> dict[str, tuple[Line, ...]]:
        return dict(align(self.view, self.drawn).blocks)

    @property
    def known(self) -> bool:
        """Whether the PDF says what the view says, so that places are known."""
        return bool(self._lines)

    def spots(self, change: BlockChange, side: Literal['old', 'new']) -> list[Spot]:
        """Where what changed stands on this side: a rectangle for each line of a changed stretch.

        Where something was only taken out, the place between its neighbours; of a block that is new, gone or moved the
        lines of the whole block.
        """
        blocks = change.old if side == 'old' else change.new
        letters = [letter for block in blocks for letter in self._letters(block)]
        if not letters:
            return []
        if not (change.old and change.new):
            return _whole(letters)
        found: list[Spot] = []
        for start, stop in _stretches(change.texts, blocks, side):
            found += _joined(letters[start:stop]) if start < stop else [_between(letters, start)]
        return list(dict.fromkeys(found)) or _whole(letters)

    def _letters(self, block: Block) -> list[_Letter]:
        return [letter for line in self._lines.get(block.id, ()) for letter in _letters_of(line)]


def _stretches(
    texts: Sequence[TextChange], blocks: Sequence[Block], side: Literal['old', 'new']
) -> Iterator[tuple[int, int]]:
    """The changed stretches of blocks as places in their folded words; an empty one is where something was taken out."""
    whole = ''.join(words_of_part(block) for block in blocks)
    place = 0
    for text in texts:
        sides = [span.old if side == 'old' else span.new for span in text.spans]
        words = [folded(words_of(one)) for one in sides]
        start = whole.find(''.join(words), place)
        if start < 0:
            continue  # a heading that is not printed
        changed = [at for at, span in enumerate(text.spans) if span.kind != 'same' and not text.renumbered]
        for at in changed:
            first = start + sum(map(len, words[:at]))
            beside = any(words[n] for n in (at - 1, at + 1) if n in changed)
            if words[at] or not beside:  # what was replaced is ringed where its other half stands
                yield first, first + len(words[at])
        place = start + len(''.join(words))


def _joined(letters: Sequence[_Letter]) -> list[Spot]:
    """A rectangle for each line of some letters; lines under one another that are all of a block stay apart."""
    found = []
    for (page, y, size), group in groupby(letters, key=lambda letter: (letter.page, round(letter.y, 2), letter.size)):
        members = list(group)
        left, right = min(letter.x for letter in members), max(letter.end for letter in members)
        found.append(Spot(page, left, y - _ASCENT * size, right - left, (_ASCENT + _DESCENT) * size))
    return found


def _whole(letters: Sequence[_Letter]) -> list[Spot]:
    """One rectangle for each page that some letters stand on."""
    found = []
    for page, group in groupby(_joined(letters), key=lambda spot: spot.page):
        lines = list(group)
        x, y = min(line.x for line in lines), min(line.y for line in lines)
        end, foot = max(line.x + line.width for line in lines), max(line.y + line.height for line in lines)
        found.append(Spot(page, x, y, end - x, foot - y))
    return found


def _between(letters: Sequence[_Letter], place: int) -> Spot:
    """The place before a letter, or after the last one."""
    letter = letters[min(place, len(letters) - 1)]
    x = letter.x if place < len(letters) else letter.end
    return Spot(
        letter.page, x - _CARET / 2, letter.y - _ASCENT * letter.size, _CARET, (_ASCENT + _DESCENT) * letter.size
    )


def _letters_of(line: Line) -> Iterator[_Letter]:
    """The letters of a line in the order of its text, white space left out; letters of one cluster stand in one place."""
    size = line.size / POINTS_PER_CM
    glyphs = list(line.glyphs)
    while glyphs:
        group = [glyphs.pop(0)]
        while glyphs and not glyphs[0].text:
            group.append(glyphs.pop(0))
        for text, x, end in _spread(group):
            for _ in folded(text):
                yield _Letter(line.page, line.y, size, x, end)


def _spread(group: Sequence[Glyph]) -> Iterator[tuple[str, float, float]]:
    """The clusters of what a group of glyphs stands for, each with its place: found by what the font says of the glyphs.

    Where it does not spell the text, the clusters share the group's width.
    """
    last = group[-1]
    text, start, stop = group[0].text, group[0].x, last.x + last.advance
    parts = clusters(text)
    if len(parts) <= 1:
        yield text, start, stop
        return
    places: list[float] = []
    waiting = iter(group)
    for part in parts:
        glyph = next((one for one in waiting if one.own[:1] == part[0] and one.own not in DEPENDENT), None)
        if glyph is None:
            break
        places.append(glyph.x)
    if len(places) < len(parts):
        places = [start + (stop - start) * at / len(parts) for at in range(len(parts))]
    yield from zip(parts, places, [*places[1:], stop], strict=True)
