"""How wide words are: reckoned from the advances of the text face, for places that depend on words.

A hanging indent is as wide as its label and a signature stands under the middle of its closing. Word has no such
measure, and both formats are to agree.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from functools import cache, lru_cache
from io import BytesIO

from fontTools.ttLib import TTFont

from saraban.render.fonts import FaceStyle, FontSet
from saraban.render.layout import POINTS_PER_CM

KEPT = 2_000
"""Words whose width is kept, the latest used: names of recipients are among them, and there are thousands."""
SARA_AM, NIKHAHIT, SARA_AA = '\u0e33', '\u0e4d', '\u0e32'


class Advances:
    """Widths of words in the regular or the bold face; a font is opened when the first width is asked for."""

    def __init__(self, fonts: FontSet) -> None:
        """Takes the fonts; reads nothing yet."""
        self._fonts = fonts
        self._ems = lru_cache(KEPT)(self._width_in_ems)
        self._tables = cache(self._read_tables)

    def width(self, text: str, size: float, *, bold: bool = False) -> float:
        """Width in cm of words set at a size in pt; kerning is left out (Word's default)."""
        return self._ems(text, bold) * size / POINTS_PER_CM

    def _width_in_ems(self, text: str, bold: bool) -> float:
        letters = text.replace(SARA_AM, NIKHAHIT + SARA_AA)
        return sum(self._advance(letter, bold) for letter in letters)

    def _advance(self, letter: str, bold: bool) -> float:
        # Marks above and below stand on their consonant and take no room, whatever the font's table says.
        if unicodedata.category(letter) == 'Mn':
            return 0.0
        glyphs, advances, units = self._tables(bold)
        return advances[glyphs.get(ord(letter), '.notdef')][0] / units

    def _read_tables(self, bold: bool) -> tuple[Mapping[int, str], Mapping[str, tuple[int, int]], int]:
        font = TTFont(BytesIO(self._fonts.faces[FaceStyle.BOLD if bold else FaceStyle.REGULAR]), lazy=True)
        return font.getBestCmap(), font['hmtx'].metrics, font['head'].unitsPerEm
