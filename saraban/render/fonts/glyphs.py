"""Glyphs added to a font: others shifted or joined, empty ones, ballot boxes."""

from __future__ import annotations

from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTFont
from fontTools.ttLib.tables._g_l_y_f import Glyph, GlyphComponent

from saraban.render.fonts.clusters import Look

_OFFSETS_ON_WHOLE_UNITS = 0x2 | 0x4


class Glyphs:
    """Adds glyphs to a font, each look once; the font knows them after ``finish``."""

    def __init__(self, font: TTFont) -> None:
        self._font, self._glyf, self._hmtx = font, font['glyf'], font['hmtx']
        self._made: dict[tuple[Look, ...], str] = {}

    def of(self, *looks: Look) -> str:
        """The glyph that looks like these, set one after the other; an existing one if nothing is moved."""
        if len(looks) == 1 and looks[0] == (looks[0].glyph, self._advance(looks[0].glyph), 0, 0):
            return looks[0].glyph
        if looks not in self._made:
            self._made[looks] = self._composite(f'look{len(self._made)}', looks)
        return self._made[looks]

    def copy(self, name: str, new: str) -> str:
        """A second glyph drawn as the first."""
        return self._composite(new, (Look(name, self._advance(name), 0, 0),))

    def empty(self, name: str) -> str:
        """A glyph without ink or width."""
        glyph = Glyph()
        glyph.numberOfContours = 0
        return self._add(name, glyph, 0)

    def box(self, name: str, letter: str, *, box: bool, tick: bool) -> str:
        """A ballot box as tall as a letter, a tick, or a ticked box, with strokes of a thirteenth of it."""
        side = getattr(self._glyf[letter], 'yMax', self._advance(letter))
        stroke, left = side / 13, side / 7
        pen = TTGlyphPen(None)

        def polygon(*points: tuple[float, float]) -> None:
            for number, (x, y) in enumerate(points):
                (pen.lineTo if number else pen.moveTo)((round(left + x), round(y)))
            pen.closePath()

        if box:
            near, far = stroke, side - stroke
            polygon((0, 0), (0, side), (side, side), (side, 0))
            polygon((near, near), (far, near), (far, far), (near, far))
        if tick:
            bends = [(0.2 * side, 0.46 * side), (0.42 * side, 0.2 * side), (0.8 * side, 0.72 * side)]
            polygon(*((x, y + 2 * stroke) for x, y in bends), *bends[::-1])
        return self._add(name, pen.glyph(), round(side + 2 * left))

    def finish(self) -> None:
        """Tell the font of the glyphs added."""
        self._font.setGlyphOrder(list(self._glyf.glyphOrder))
        self._font.getReverseGlyphMap(rebuild=True)

    def _advance(self, name: str) -> int:
        return int(self._hmtx[name][0])

    def _composite(self, name: str, looks: tuple[Look, ...]) -> str:
        glyph, pen = Glyph(), 0
        glyph.numberOfContours, glyph.components = -1, []
        for look in looks:
            part = GlyphComponent()
            part.glyphName, part.flags = look.glyph, _OFFSETS_ON_WHOLE_UNITS
            part.x, part.y = pen + look.dx, look.dy
            glyph.components.append(part)
            pen += look.advance
        return self._add(name, glyph, pen)

    def _add(self, name: str, glyph: Glyph, advance: int) -> str:
        self._glyf[name] = glyph
        glyph.recalcBounds(self._glyf)
        self._hmtx[name] = (advance, getattr(glyph, 'xMin', 0))
        return name
