"""A rendered paper as the page checks see it, and how they tell what they find."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from saraban.checks.pages.aligned import Aligned, align
from saraban.checks.pages.drawn import Drawn, Line
from saraban.errors import Finding, Place
from saraban.render.advances import Advances
from saraban.render.layout import POINTS_PER_CM, Layout, Style
from saraban.views.blocks import Block, Item, Paragraph, Title, View
from saraban.views.blocks import Heading as HeadingBlock

PLACE = 0.05  # cm: half a millimetre
SIZE = 0.1  # pt
SHOWN = 40  # letters of a line that a finding shows
EMBLEM = 'Emblem'  # in the name of the face whose one glyph it is


@dataclass(frozen=True)
class Paper:
    """A paper's view, what its PDF draws, the layout that it was set by, and the widths of words in its face."""

    view: View
    drawn: Drawn
    layout: Layout
    advances: Advances

    @cached_property
    def aligned(self) -> Aligned:
        """The drawn text by block."""
        return align(self.view, self.drawn)

    @property
    def left(self) -> float:
        """The left margin, cm from the sheet's edge."""
        return self.layout.margins_of(self.view.sheet).left

    def place_of(self, words: str) -> float:
        """Where what follows words from the left margin starts, cm from the sheet's edge."""
        return self.left + self.advances.width(words, self.layout.font.size)

    @property
    def width(self) -> float:
        """The sheet's width, cm."""
        return self.layout.sheet(self.view.template, self.view.sheet)[0]

    @property
    def right(self) -> float:
        """The right margin's place, cm from the sheet's left edge."""
        return self.width - self.layout.margins_of(self.view.sheet).right

    def ascent(self, size: float) -> float:
        """From the top of a line of type of a size (pt) to its baseline, cm."""
        font = self.layout.font
        return points_to_cm(size * (font.ascent + font.gap))

    def lines(self, block: Block) -> tuple[Line, ...]:
        """The lines of a block, none where the words differ."""
        return self.aligned.blocks.get(block.id, ())

    def placed(self) -> Iterator[tuple[Block, tuple[Line, ...]]]:
        """The blocks that have words, with their lines."""
        for block in self.view.blocks:
            lines = self.lines(block)
            if lines:
                yield block, lines

    def style(self, block: Block) -> Style | None:
        """The layout's style of a block of running text; None for others."""
        if isinstance(block, Item):
            return self.layout.styles[f'item-{block.level}']
        if isinstance(block, Paragraph | HeadingBlock | Title):
            return self.layout.styles[block.style]
        return None

    def finding(self, rule: str, line: Line | None = None, **values: object) -> Finding:
        """A finding at a line of the PDF: its file, page and place from the sheet's left and top edge."""
        place = Place(f'{self.view.path}.pdf')
        if line is not None:
            values = {'page': line.page, 'found': shown(line), **values}
        return Finding(rule, place, values)


def shown(line: Line) -> str:
    """A line's words as far as a finding shows them."""
    text = line.text.strip()
    return text if len(text) <= SHOWN else f'{text[:SHOWN]}…'


def line_starts(lines: Sequence[Line]) -> list[Line]:
    """The first stretch of each baseline: a line's bold words and what follows a blank are stretches of their own."""
    starts: list[Line] = []
    for line in lines:
        if not starts or (line.page, round(line.y, 2)) != (starts[-1].page, round(starts[-1].y, 2)):
            starts.append(line)
    return starts


def off_place(paper: Paper, line: Line, measured: float, expected: float, what: tuple[str, str]) -> Iterator[Finding]:
    """A finding where a line is more than half a millimetre from its place (cm)."""
    if abs(measured - expected) > PLACE:
        values = {'what_th': what[0], 'what': what[1], 'measured': rounded(measured), 'expected': rounded(expected)}
        yield paper.finding('wrong-place', line, **values)


def starts_at(paper: Paper, line: Line, expected: float, what: tuple[str, str]) -> Iterator[Finding]:
    """A finding where a line's first letter is not at its place."""
    yield from off_place(paper, line, ink_start(line), expected, what)


def ink_end(line: Line) -> float:
    """Where a line's last letter ends; spaces at its end are no ink."""
    for glyph in reversed(line.glyphs):
        if glyph.text.strip():
            return glyph.x + glyph.advance
    return line.end


def ink_start(line: Line) -> float:
    """Where a line's first letter starts."""
    for glyph in line.glyphs:
        if glyph.text.strip():
            return glyph.x
    return line.x


def points(cm: float) -> float:
    """A length in pt."""
    return cm * POINTS_PER_CM


def points_to_cm(length: float) -> float:
    """A length of so many pt in cm."""
    return length / POINTS_PER_CM


def rounded(value: float) -> str:
    """A measure as a finding shows it."""
    return f'{value:.2f}'.rstrip('0').rstrip('.')
