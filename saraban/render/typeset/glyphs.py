"""The glyphs of a line as Pango has them, read into arrays: where each stands and which letters it is of."""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections.abc import Iterator
from math import copysign
from typing import Any, NamedTuple

from weasyprint.text.ffi import FROM_UNITS, ffi

from saraban.render.typeset.spacing import Spread

_INFO_FIELDS = 5
"""A PangoGlyphInfo is five fields of four bytes: glyph, width, x offset, y offset, flags."""
EMPTY, UNKNOWN = 0x0FFFFFFF, 0x10000000
"""Pango's glyph id for nothing to draw, and its flag on ids for a character that no font has."""
_HALF = 0.5
"""WeasyPrint cuts each shift to whole thousandths of an em towards 0: half of one more lands on the wanted number."""


class GlyphRun(NamedTuple):
    """Glyphs of one font, left to right: ids; widths, shifts and rises in Pango units; and the UTF-8 span of their text.

    `clusters` says for each glyph where in that span its cluster starts. `glyphs` is Pango's own record of them.
    """

    font: Any
    glyphs: Any
    ids: array[int]
    widths: array[int]
    shifts: array[int]
    rises: array[int]
    start: int
    end: int
    clusters: array[int]
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

    def part(self, start: int, end: int) -> GlyphRun | None:
        """The glyphs of what of its text stands from one UTF-8 offset to another, offsets from there on.

        None where a cluster lies across an end, or the run goes from right to left.
        """
        first, last = 0, len(self.ids)
        begin, stop = max(start, self.start), min(end, self.end)
        if begin > self.start:
            first = self._starting(begin)
        if stop < self.end:
            last = self._starting(stop)
        if self.right_to_left or first < 0 or last < 0:
            return None
        glyphs, base = slice(first, last), begin - self.start
        return self._replace(
            ids=self.ids[glyphs],
            widths=self.widths[glyphs],
            shifts=self.shifts[glyphs],
            rises=self.rises[glyphs],
            start=begin - start,
            end=stop - start,
            clusters=array('i', [cluster - base for cluster in self.clusters[glyphs]]),
        )

    def spread(self, spread: Spread, font_size: float) -> array[int]:
        """The widths of the glyphs with the spread added after each cluster."""
        unit, cut_off = spread.em / FROM_UNITS / 1000, _HALF * font_size / FROM_UNITS / 1000
        widths, after, start, length = self.widths[:], spread.after, self.start, self.end - self.start
        ends = (length, *self.clusters[:-1]) if self.right_to_left else (*self.clusters[1:], length)
        for index, (cluster, end) in enumerate(zip(self.clusters, ends, strict=True)):
            if cluster != end and (share := after.get(start + end)):
                widths[index] += round(share * unit + copysign(cut_off, share))
        return widths

    def _starting(self, offset: int) -> int:
        """The first glyph of the cluster that starts at an offset; -1 where none does."""
        place = bisect_left(self.clusters, offset - self.start)
        return place if place < len(self.clusters) and self.clusters[place] == offset - self.start else -1


def may_cut(before: str, after: str) -> bool:
    """Whether glyphs on both sides of a place are those that either side alone would have: at spaces and between Thai letters."""
    return ' ' in (before, after) or ('\u0e01' <= before <= '\u0e5b' and '\u0e01' <= after <= '\u0e5b')


def glyph_runs(first_line: Any) -> Iterator[GlyphRun]:
    """The glyph runs of a line, from left to right."""
    run = first_line.runs
    while run != ffi.NULL:
        item, string = run.data.item, run.data.glyphs
        run = run.next
        count = string.num_glyphs
        fields = array('i', bytes(ffi.buffer(string.glyphs, count * _INFO_FIELDS * 4)))
        clusters = array('i', bytes(ffi.buffer(string.log_clusters, count * 4)))
        ids, widths, shifts, rises = (fields[field::_INFO_FIELDS] for field in range(4))
        end, backward = item.offset + item.length, bool(item.analysis.level % 2)
        yield GlyphRun(
            item.analysis.font, string.glyphs, ids, widths, shifts, rises, item.offset, end, clusters, backward
        )
