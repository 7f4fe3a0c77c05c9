"""How wide words are: reckoned from the advances of the text face, for places that depend on words.

A hanging indent is as wide as its label and a signature stands under the middle of its closing. Word has no such
measure, and both formats are to agree.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from functools import cached_property
from io import BytesIO

from fontTools.ttLib import TTFont

from saraban.render.fonts import FaceStyle, FontSet
from saraban.render.layout import POINTS_PER_CM

SARA_AM, NIKHAHIT, SARA_AA = '\u0e33', '\u0e4d', '\u0e32'


class Advances:
    """Widths of words in the regular face; the font is opened when the first width is asked for."""

    def __init__(self, fonts: FontSet) -> None:
        """Takes the fonts; reads nothing yet."""
        self._fonts = fonts
        self._widths: dict[str, float] = {}

    def width(self, text: str, size: float) -> float:
        """Width in cm of words set at a size in pt; kerning is left out (Word's default)."""
        if text not in self._widths:
            self._widths[text] = sum(self._advance(letter) for letter in text.replace(SARA_AM, NIKHAHIT + SARA_AA))
        return self._widths[text] * size / POINTS_PER_CM

    def _advance(self, letter: str) -> float:
        # Marks above and below stand on their consonant and take no room, whatever the font's table says.
        if unicodedata.category(letter) == 'Mn':
            return 0.0
        glyphs, advances, units = self._tables
        return advances[glyphs.get(ord(letter), '.notdef')][0] / units

    @cached_property
    def _tables(self) -> tuple[Mapping[int, str], Mapping[str, tuple[int, int]], int]:
        font = TTFont(BytesIO(self._fonts.faces[FaceStyle.REGULAR]), lazy=True)
        return font.getBestCmap(), font['hmtx'].metrics, font['head'].unitsPerEm
