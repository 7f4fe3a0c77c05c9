"""Where on a paper's pages the words of a change stand: rings around them, found by where each letter of the view stands."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Literal, NamedTuple, Protocol

from saraban.checks.pages.aligned import folded, words_of_part
from saraban.review.changes import BlockChange, TextChange
from saraban.views.blocks import Block, words_of

_CARET = 0.08  # cm: how wide a place is shown where something was taken out


@dataclass(frozen=True, slots=True)
class Spot:
    """A rectangle of a page, cm from its left and top edge."""

    page: int
    x: float
    y: float
    width: float
    height: float


class Letter(NamedTuple):
    """Where a letter of a block stands: its page, from where to where its line reaches, and its cluster in it; cm."""

    page: int
    top: float
    bottom: float
    x: float
    end: float


class Letters(Protocol):
    """Where the letters of a paper stand in its PDF."""

    @property
    def sizes(self) -> Sequence[tuple[float, float]]:
        """The sizes of the pages, cm."""

    def of(self, block: Block) -> Sequence[Letter]:
        """The letters of a block, one for each letter of its folded words; none where its place is not known."""


@dataclass(frozen=True)
class PageMap:
    """Finds the places of changes on a paper's pages."""

    letters: Letters

    @property
    def sizes(self) -> Sequence[tuple[float, float]]:
        """The sizes of the pages, cm."""
        return self.letters.sizes

    def spots(self, change: BlockChange, side: Literal['old', 'new']) -> list[Spot]:
        """Where what changed stands on this side: a rectangle for each line of a changed stretch.

        Where something was only taken out, the place between its neighbours; of a block that is new, gone or moved the
        lines of the whole block.
        """
        blocks = change.old if side == 'old' else change.new
        letters = [letter for block in blocks for letter in self.letters.of(block)]
        if not letters:
            return []
        if not (change.old and change.new):
            return _whole(letters)
        found: list[Spot] = []
        for start, stop in _stretches(change.texts, blocks, side):
            found += _joined(letters[start:stop]) if start < stop else [_between(letters, start)]
        return list(dict.fromkeys(found)) or _whole(letters)


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


def _joined(letters: Sequence[Letter]) -> list[Spot]:
    """A rectangle for each line of some letters; lines under one another that are all of a block stay apart."""
    found = []
    for (page, top, bottom), group in groupby(
        letters, key=lambda one: (one.page, round(one.top, 2), round(one.bottom, 2))
    ):
        members = list(group)
        left, right = min(letter.x for letter in members), max(letter.end for letter in members)
        found.append(Spot(page, left, top, right - left, bottom - top))
    return found


def _whole(letters: Sequence[Letter]) -> list[Spot]:
    """One rectangle for each page that some letters stand on."""
    found = []
    for page, group in groupby(_joined(letters), key=lambda spot: spot.page):
        lines = list(group)
        x, y = min(line.x for line in lines), min(line.y for line in lines)
        end, foot = max(line.x + line.width for line in lines), max(line.y + line.height for line in lines)
        found.append(Spot(page, x, y, end - x, foot - y))
    return found


def _between(letters: Sequence[Letter], place: int) -> Spot:
    """The place before a letter, or after the last one."""
    letter = letters[min(place, len(letters) - 1)]
    x = letter.x if place < len(letters) else letter.end
    return Spot(letter.page, x - _CARET / 2, letter.top, _CARET, letter.bottom - letter.top)
