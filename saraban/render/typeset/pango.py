"""Pango layouts as WeasyPrint makes them, of lines whose glyphs are known already: Pango is asked where they are not."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple

from weasyprint.text import line_break
from weasyprint.text.ffi import ffi, pango

from saraban.render.typeset.glyphs import GlyphRun, glyph_runs
from saraban.render.typeset.spacing import Spread


class Shaped(NamedTuple):
    """A line as a part of a longer text that was shaped in a style: the text's runs, and the UTF-8 span of the line in it."""

    runs: Sequence[GlyphRun]
    start: int
    end: int
    style: Any

    def cut(self) -> list[GlyphRun] | None:
        """The line's own runs; None where it cannot be cut out of the text."""
        found = []
        for run in self.runs:
            if run.start < self.end and run.end > self.start:
                part = run.part(self.start, self.end)
                if part is None:
                    return None
                found.append(part)
        return found


class ThaiLayout(line_break.Layout):  # type: ignore[misc]
    """A layout whose glyphs are spread when it is drawn.

    `hanging` are the spaces at which the line was broken: drawn after it, past its end, so that a reader gets them back.
    `shaped` is where the line's glyphs are known from, with those of the spaces.
    """

    text: str
    spread: Spread | None = None
    hanging = ''
    shaped: Shaped | None = None
    _to_spread = False
    _drawn_in: Any = None

    @classmethod
    def of_line(cls, text: str, style: Any, max_width: float) -> ThaiLayout:
        """A line whose width is known already: Pango sees it when it is drawn, if at all."""
        layout: ThaiLayout
        if style['text_decoration_line'] == 'none':
            layout = cls.__new__(cls)
            layout.justification_spacing, layout.first_line_direction, layout.max_width = 0, 0, max_width
        else:  # lines under, over or through the text need the font's measures
            layout = cls(style, 0, max_width)
            layout.deactivate()
        layout.text = text
        return layout

    def reactivate(self, style: Any) -> None:
        """Get ready to be drawn; Pango is asked only where it must be."""
        self.text += self.hanging
        self._drawn_in = style
        self._to_spread = self.spread is not None

    def __getattr__(self, name: str) -> Any:
        if name not in {'layout', 'language', 'style'} or self._drawn_in is None:
            raise AttributeError(name)
        super().reactivate(self._drawn_in)
        return self.__dict__[name]

    def deactivate(self) -> None:
        """Give back what drawing needed."""
        if 'layout' in self.__dict__:
            super().deactivate()
        self._drawn_in = None
        if self.hanging:
            self.text = self.text.removesuffix(self.hanging)

    def get_first_line(self) -> Any:
        """The line and where the next begins; drawn lines have their glyphs spread."""
        line, index = super().get_first_line()
        if self._to_spread and self.spread is not None:
            self._to_spread = False
            for run in glyph_runs(line):
                for place, width in enumerate(run.spread(self.spread, self.style['font_size'])):
                    run.glyphs[place].geometry.width = width
        return line, index

    def drawn_runs(self) -> list[GlyphRun]:
        """The glyph runs of the line as it is about to be drawn."""
        style = self._drawn_in
        known = self.shaped.cut() if self.shaped is not None and self.shaped.style is style else None
        if known is None:
            # WeasyPrint does this before it draws; done later it would undo the spread.
            pango.pango_layout_set_single_paragraph_mode(self.layout, True)
            return list(glyph_runs(self.get_first_line()[0]))
        if self.spread is None:
            return known
        return [run._replace(widths=run.spread(self.spread, style['font_size'])) for run in known]


def address(font: Any) -> int:
    """What tells a Pango font from others as long as it lives."""
    return int(ffi.cast('uintptr_t', font))


def keep_font(font: Any, owner: Any, style: Any) -> None:
    """Keep a font alive as long as the typesetter, by the first layout that had it."""
    style.font_config.pango_fonts.setdefault(address(font), owner)
