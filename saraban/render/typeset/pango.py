"""Pango layouts as WeasyPrint makes them: where each character stands, and glyphs spread for justification."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import copysign
from typing import Any, NamedTuple

from weasyprint.text import line_break
from weasyprint.text.ffi import FROM_UNITS, ffi, pango

from saraban.render.typeset.spacing import Spread, utf8_offsets

_INFO_FIELDS = 5
"""A PangoGlyphInfo is five fields of four bytes: glyph, width, x offset, y offset, flags."""
EMPTY, UNKNOWN = 0x0FFFFFFF, 0x10000000
"""Pango's glyph id for nothing to draw, and its flag on ids for a character that no font has."""
_HALF = 0.5
"""WeasyPrint cuts each shift to whole thousandths of an em towards 0: half of one more lands on the wanted number."""


_MEASURES_KEPT = 128
"""Texts of a style whose measures are kept, the latest used: some 10 kB a paragraph."""


class GlyphRun(NamedTuple):
    """Glyphs of one font, left to right: ids; widths, shifts and rises in Pango units; and the UTF-8 span of their text.

    `clusters` says for each glyph where in that span its cluster starts.
    """

    font: Any
    glyphs: Any
    ids: Sequence[int]
    widths: Sequence[int]
    shifts: Sequence[int]
    rises: Sequence[int]
    start: int
    end: int
    clusters: Sequence[int]
    right_to_left: bool

    def drawn(self) -> list[int]:
        """Indices of the glyphs that are drawn: Pango puts an empty one for an invisible character."""
        return [index for index, glyph in enumerate(self.ids) if glyph != EMPTY]

    def spans(self) -> list[tuple[int, int]]:
        """The UTF-8 span of the text that each glyph's cluster stands for."""
        found: list[tuple[int, int]] = []
        current = following = self.end
        for cluster in reversed(self.clusters):
            if self.start + cluster != current:
                current, following = self.start + cluster, current
            found.append((current, following))
        return found[::-1]


def glyph_runs(first_line: Any) -> Iterator[GlyphRun]:
    """The glyph runs of a line, from left to right."""
    run = first_line.runs
    while run != ffi.NULL:
        item, string = run.data.item, run.data.glyphs
        run = run.next
        count = string.num_glyphs
        fields = memoryview(ffi.buffer(string.glyphs, count * _INFO_FIELDS * 4)).cast('i').tolist()
        clusters = memoryview(ffi.buffer(string.log_clusters, count * 4)).cast('i').tolist()
        ids, widths, shifts, rises = (fields[field::_INFO_FIELDS] for field in range(4))
        end, backward = item.offset + item.length, bool(item.analysis.level % 2)
        yield GlyphRun(
            item.analysis.font, string.glyphs, ids, widths, shifts, rises, item.offset, end, clusters, backward
        )


class ThaiLayout(line_break.Layout):  # type: ignore[misc]
    """A layout whose glyphs are spread when it is drawn.

    `hanging` are the spaces at which the line was broken: drawn after it, past its end, so that a reader gets them back.
    """

    text: str
    spread: Spread | None = None
    hanging = ''
    _to_spread = False
    _drawn_in: Any = None
    runs: Sequence[GlyphRun] = ()
    """Those of the line while it is drawn, once they were asked for."""

    @classmethod
    def of_line(cls, text: str, style: Any, max_width: float) -> ThaiLayout:
        """A line whose width is known already: Pango sees it when it is drawn, not before."""
        layout: ThaiLayout
        if style['text_decoration_line'] == 'none':
            layout = cls.__new__(cls)
            layout.justification_spacing, layout.first_line_direction, layout.max_width = 0, 0, max_width
        else:  # lines under, over or through the text need the font's measures
            layout = cls(style, 0, max_width)
            layout.deactivate()
        layout.text = text
        return layout

    @property
    def fonts_stay(self) -> bool:
        """Whether the fonts outlive the document, as a typesetter's do."""
        return hasattr(self._drawn_in.font_config, 'pango_fonts')

    def owner_of(self, font: Any) -> Any:
        """What keeps a font of this line alive as long as the typesetter: the first layout that had it."""
        return self._drawn_in.font_config.pango_fonts.setdefault(int(ffi.cast('uintptr_t', font)), self.layout)

    def reactivate(self, style: Any) -> None:
        """Get ready to be drawn; Pango is asked only where the line is not drawn from memory."""
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
        self._drawn_in, self.runs = None, ()
        if self.hanging:
            self.text = self.text.removesuffix(self.hanging)

    def get_first_line(self) -> Any:
        """The line and where the next begins; drawn lines have their glyphs spread."""
        line, index = super().get_first_line()
        if self._to_spread and self.spread is not None:
            self._to_spread = False
            _spread(line, self.spread, self.style['font_size'])
        return line, index

    def drawn_runs(self) -> list[GlyphRun]:
        """The glyph runs of the line as it is about to be drawn."""
        # WeasyPrint does this before it draws; done later it would undo the spread.
        pango.pango_layout_set_single_paragraph_mode(self.layout, True)
        self.runs = list(glyph_runs(self.get_first_line()[0]))
        return self.runs


def _spread(line: Any, spread: Spread, font_size: float) -> None:
    """Add the spread to the widths of the glyphs that end each cluster."""
    unit, cut_off = spread.em / FROM_UNITS / 1000, _HALF * font_size / FROM_UNITS / 1000
    for run in glyph_runs(line):
        spans = run.spans()
        for index, (span, following) in enumerate(zip(spans, [*spans[1:], None], strict=True)):
            if span != following and (share := spread.after.get(span[1])):
                run.glyphs[index].geometry.width += round(share * unit + copysign(cut_off, share))


class Extents(NamedTuple):
    """Where each character of a text starts on an endless line and the last ends; a line's height and baseline, all in px."""

    x: list[float]
    height: float
    baseline: float


def extents(text: str, style: Any) -> Extents:
    """Measure a text; parts up to forced line ends stand one after another."""
    x = [0.0]
    height = baseline = 0.0
    for index, part in enumerate(text.split('\n')):
        if index:
            x.append(x[-1])
        measure = _extents(part or ' ', style)
        height, baseline = max(height, measure.height), max(baseline, measure.baseline)
        if part:
            x[-1:] = [x[-1] + place for place in measure.x]
    return Extents(x, height, baseline)


def _extents(text: str, style: Any) -> Extents:
    """The measure of one line, kept with its style: papers of a batch share both."""
    known: dict[str, Extents] = style.__dict__.setdefault('thai_extents', {})
    found = known.pop(text, None) or _measured(text, style)
    if len(known) >= _MEASURES_KEPT:
        del known[next(iter(known))]
    known[text] = found
    return found


def _measured(text: str, style: Any) -> Extents:
    layout = line_break.Layout(style)
    layout.set_text(text)
    line, _ = layout.get_first_line()
    at: dict[int, int] = {}
    pen = 0
    for run in glyph_runs(line):
        for (start, end), width in zip(run.spans(), run.widths, strict=True):
            at.setdefault(start, pen)
            pen += width
            at[end] = pen
    x, last = [0.0], 0.0
    for offset in utf8_offsets(text)[1:]:
        last = at[offset] * FROM_UNITS if offset in at else last
        x.append(last)
    _, height = line_break.line_size(line, style)
    baseline = pango.pango_layout_get_baseline(layout.layout) * FROM_UNITS
    layout.deactivate()
    return Extents(x, height, baseline)
