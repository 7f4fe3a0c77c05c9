"""What a line puts into a content stream, written from its glyphs: what WeasyPrint writes, but for shifts by nothing.

WeasyPrint asks Pango for each glyph by itself, and moves nearly all by `0`, which made half of a page's stream.
"""

from __future__ import annotations

from collections.abc import Hashable, Mapping, Sequence
from typing import Any, NamedTuple

import pydyf
from weasyprint.text.ffi import FROM_UNITS, ffi, pango

from saraban.render.typeset.glyphs import EMPTY, GlyphRun
from saraban.render.typeset.pango import address

KEPT = 256
"""Lines of a style that are kept, the latest used: some 2 kB each."""
CODES_KEPT = 5_000
"""Codes of a font's glyphs that are kept: spread lines have ever new widths. Past that all are forgotten."""
OWN_SIZE = 14802
"""From this version on a Pango font says its own size (WeasyPrint takes the style's before)."""


class Span(NamedTuple):
    """Glyphs of a line (first, end) and the text that they stand for."""

    first: int
    end: int
    text: str


class Codes(dict[tuple[int, int, int], str]):
    """The glyphs of a Pango font as the inside of a hexadecimal string, by id, width and shift in Pango units.

    What moves the pen between glyphs closes the string and opens it again: `00c7>-55<`.
    """

    def __init__(self, font: Any, size: float) -> None:
        super().__init__()
        self.widths: dict[int, float] = {}
        """Of the glyphs, in thousandths of an em."""
        self._font, self._size = font, size
        self._extents = ffi.new('PangoRectangle *')

    def __missing__(self, key: tuple[int, int, int]) -> str:
        if len(self) >= CODES_KEPT:
            self.clear()
        code = self[key] = ''.join(self.parts(*key))
        return code

    def parts(self, glyph: int, width: int, moved: int) -> tuple[str, str]:
        """What shows a glyph, and what moves the pen to the next one."""
        if glyph == EMPTY:
            return '', f'>{-width / self._size}<' if width else ''
        shift = moved / self._size
        before = f'>{-shift}<' if shift else ''
        after = int(self._width(glyph) + shift - width * 1000 * FROM_UNITS / self._size)
        return f'{before}{glyph:04x}', f'>{after}<' if after else ''

    def _width(self, glyph: int) -> float:
        if glyph not in self.widths:
            pango.pango_font_get_glyph_extents(self._font, glyph, ffi.NULL, self._extents)
            self.widths[glyph] = round(self._extents.width * 1000 * FROM_UNITS / self._size)
        return self.widths[glyph]


class _Used(NamedTuple):
    """A Pango font and which of its glyphs a line shows."""

    font: Any
    glyphs: frozenset[int]
    widths: Mapping[int, float]


class WrittenLine(NamedTuple):
    """What a line puts into a content stream after its place: the stream's methods, each with what it is given."""

    fonts: tuple[_Used, ...]
    steps: tuple[tuple[str, tuple[Any, ...]], ...]

    def draw(self, stream: Any, matrix: Any) -> None:
        """Draws the line at a place."""
        for used in self.fonts:
            font, _ = font_of(stream, used.font)
            for glyph in used.glyphs - font.widths.keys():
                font.widths[glyph] = used.widths[glyph]
            for glyph in used.glyphs - font.to_unicode.keys():
                font.to_unicode[glyph] = font.glyph_texts.get(glyph, '')
        stream.set_text_matrix(*matrix.values)
        for name, given in self.steps:
            getattr(stream, name)(*given)


class WrittenLines:
    """The lines of a style that were drawn; they live as long as the style."""

    def __init__(self) -> None:
        self._known: dict[Hashable, WrittenLine] = {}

    @classmethod
    def of(cls, style: Any) -> WrittenLines:
        """Those of a style."""
        found: WrittenLines = style.__dict__.setdefault('thai_drawn', None) or cls()
        style.__dict__['thai_drawn'] = found
        return found

    def find(self, key: Hashable) -> WrittenLine | None:
        """A line that was drawn before."""
        found = self._known.pop(key, None)
        if found is not None:
            self._known[key] = found
        return found

    def keep(self, key: Hashable, line: WrittenLine) -> None:
        """Remembers a line."""
        if len(self._known) >= KEPT:
            del self._known[next(iter(self._known))]
        self._known[key] = line


def font_of(stream: Any, font: Any) -> tuple[Any, float]:
    """A Pango font as a PDF has it, and its size in px; a page's fonts live as long as its stream."""
    seen: dict[int, tuple[Any, float]] = stream.__dict__.setdefault('thai_fonts', {})
    key = address(font)
    if key not in seen:
        seen[key] = stream.add_font(font)
    return seen[key]


def written(runs: Sequence[GlyphRun], spans: Sequence[Span], stream: Any, style: Any) -> WrittenLine | None:
    """A line of runs with ActualText around spans of its glyphs.

    None where it takes WeasyPrint to draw it: characters that no font has, glyphs that are pictures, and fonts that do not
    say of each glyph which text it is.
    """
    if pango.pango_version() < OWN_SIZE:
        return None
    used, codes = [], []
    for run in runs:
        font, size = font_of(stream, run.font)
        glyphs = frozenset(run.ids) - {EMPTY}
        if font.bitmap or font.png or font.svg or font.colr or not glyphs <= font.glyph_texts.keys():
            return None
        known = style.font_config.glyph_codes.setdefault(address(run.font), None) or Codes(run.font, size)
        style.font_config.glyph_codes[address(run.font)] = known
        used.append(_Used(run.font, glyphs, known.widths))
        codes.append((font.hash, size, known))
    return WrittenLine(tuple(used), _Writing(spans).line(runs, codes))


class _Writing:
    """The calls of a stream's methods that show a line."""

    def __init__(self, spans: Sequence[Span]) -> None:
        """Takes what needs ActualText."""
        self._begins = {span.first: span.text for span in spans}
        self._ends = {span.end for span in spans}
        self._steps: list[tuple[str, tuple[Any, ...]]] = []
        self._shown = ''
        self._count = 0

    def line(
        self, runs: Sequence[GlyphRun], fonts: Sequence[tuple[str, float, Codes]]
    ) -> tuple[tuple[str, tuple[Any, ...]], ...]:
        """All steps of a line; fonts are the name in the PDF, the size and the codes of each run."""
        last = None
        for run, (name, size, codes) in zip(runs, fonts, strict=True):
            if run.font != last:
                self._show()
                last = run.font
                self._step('set_font_size', name, size)
            if self._ends or any(run.rises):
                self._glyph_by_glyph(run, codes)
            else:
                self._shown += ''.join(map(codes.__getitem__, zip(run.ids, run.widths, run.shifts, strict=True)))
        self._show()
        return tuple(self._steps)

    def _glyph_by_glyph(self, run: GlyphRun, codes: Codes) -> None:
        for glyph, width, shift, rise in zip(run.ids, run.widths, run.shifts, run.rises, strict=True):
            if glyph == EMPTY:
                self._shown += codes[glyph, width, shift]
                continue
            if self._count in self._begins:
                self._show()
                text = pydyf.String(self._begins[self._count])
                self._step('begin_marked_content', 'Span', pydyf.Dictionary({'ActualText': text}))
            self._count += 1
            code, after = codes.parts(glyph, width, shift)
            if rise:
                self._show()
                self._step('set_text_rise', -rise / 1000)
            self._shown += code
            if rise:
                self._show()
                self._step('set_text_rise', 0)
            if self._count in self._ends:
                self._show()
                self._step('end_marked_content')
            self._shown += after

    def _show(self) -> None:
        """Show the glyphs that came up to here, if there are any."""
        if self._shown:
            self._step('show_text', f'<{self._shown}>'.replace('<>', ' ').strip())
            self._shown = ''

    def _step(self, name: str, *given: Any) -> None:
        self._steps.append((name, given))
