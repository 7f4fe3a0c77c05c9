"""Where the letters of a paper of ours stand: the page checks' alignment of view and PDF, down to the letters."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from saraban.checks.pages.aligned import align, folded
from saraban.checks.pages.drawn import Drawn, Glyph, Line
from saraban.render.layout import POINTS_PER_CM
from saraban.review.places import Letter
from saraban.views.blocks import Block, View
from saraban.words import clusters
from saraban.words.clusters import DEPENDENT

_ASCENT, _DESCENT = 0.82, 0.28  # of the type size: a ring goes around marks above and below


@dataclass(frozen=True)
class DrawnLetters:
    """A view and what its PDF draws: nothing is known unless they say the same, letter for letter."""

    view: View
    drawn: Drawn

    @property
    def sizes(self) -> Sequence[tuple[float, float]]:
        """The sizes of the pages, cm."""
        return self.drawn.sizes

    @cached_property
    def _lines(self) -> dict[str, tuple[Line, ...]]:
        return dict(align(self.view, self.drawn).blocks)

    def of(self, block: Block) -> Sequence[Letter]:
        """The letters of a block."""
        return [letter for line in self._lines.get(block.id, ()) for letter in _letters_of(line)]


def _letters_of(line: Line) -> Iterator[Letter]:
    """The letters of a line in the order of its text, white space left out; letters of one cluster stand in one place."""
    size = line.size / POINTS_PER_CM
    glyphs = list(line.glyphs)
    while glyphs:
        group = [glyphs.pop(0)]
        while glyphs and not glyphs[0].text:
            group.append(glyphs.pop(0))
        for text, x, end in _spread(group):
            for _ in folded(text):
                yield Letter(line.page, line.y - _ASCENT * size, line.y + _DESCENT * size, x, end)


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
