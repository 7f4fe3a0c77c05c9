"""Texts measured: each is shaped once, on an endless line, and its lines are cut from that."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple

from weasyprint.text import line_break
from weasyprint.text.ffi import FROM_UNITS, pango

from saraban.render.typeset.glyphs import GlyphRun, glyph_runs
from saraban.render.typeset.pango import keep_font
from saraban.render.typeset.spacing import utf8_offsets

_KEPT = 128
"""Texts of a style whose measures are kept, the latest used: some 10 kB a paragraph."""


class Extents(NamedTuple):
    """A text on an endless line: where each character starts and the last ends, in px and in UTF-8; height and baseline, px.

    `runs` are its glyphs; none where a line cut from them would not be that line shaped alone.
    """

    x: Sequence[float]
    offsets: Sequence[int]
    height: float
    baseline: float
    runs: Sequence[GlyphRun] = ()


def extents(text: str, style: Any) -> Extents:
    """Measure a text; parts up to forced line ends stand one after another."""
    if text and '\n' not in text:
        return _extents(text, style)
    x = [0.0]
    height = baseline = 0.0
    for index, part in enumerate(text.split('\n')):
        if index:
            x.append(x[-1])
        measure = _extents(part or ' ', style)
        height, baseline = max(height, measure.height), max(baseline, measure.baseline)
        if part:
            x[-1:] = [x[-1] + place for place in measure.x]
    return Extents(x, utf8_offsets(text), height, baseline)


def _extents(text: str, style: Any) -> Extents:
    """The measure of one line, kept with its style: papers of a batch share both."""
    known: dict[str, Extents] = style.__dict__.setdefault('thai_extents', {})
    found = known.pop(text, None) or _measured(text, style)
    if len(known) >= _KEPT:
        del known[next(iter(known))]
    known[text] = found
    return found


def _starts(runs: Sequence[GlyphRun]) -> dict[int, int]:
    """Where the clusters of a line start and its runs end, in Pango units by UTF-8 offset."""
    at: dict[int, int] = {}
    pen = 0
    for run in runs:
        if run.right_to_left:
            for (start, end), width in zip(run.spans(), run.widths, strict=True):
                at.setdefault(start, pen)
                pen += width
                at[end] = pen
            continue
        start, last = run.start, -1
        for cluster, width in zip(run.clusters, run.widths, strict=True):
            if cluster != last:
                at[start + cluster] = pen
                last = cluster
            pen += width
        at[run.end] = pen
    return at


def _measured(text: str, style: Any) -> Extents:
    layout = line_break.Layout(style)
    layout.set_text(text)
    line, _ = layout.get_first_line()
    runs = tuple(glyph_runs(line))
    offsets = utf8_offsets(text)
    at = _starts(runs)
    last = 0
    x = [0.0, *((last := at.get(offset, last)) * FROM_UNITS for offset in offsets[1:])]
    _, height = line_break.line_size(line, style)
    baseline = pango.pango_layout_get_baseline(layout.layout) * FROM_UNITS
    if style['letter_spacing'] != 'normal' or style['word_spacing'] or layout.text != text:
        runs = ()  # Pango adds half of such spacing at the ends of a line
    for run in runs:
        keep_font(run.font, layout.layout, style)
    layout.deactivate()
    return Extents(x, offsets, height, baseline, runs)
