"""Places of a PDF's page as they are seen: a page may be turned, as a lying one often is, or show a part of itself only."""

from __future__ import annotations

import ctypes
from math import hypot
from typing import Any

import pypdfium2
from pypdfium2 import raw

from saraban.review.files.marks import Box

_UNITS = 100  # steps of a point in which PDFium tells where a place is seen
_FAR = 1_000.0  # pt


class Upright:
    """A page as it is seen: points from its lower left corner."""

    def __init__(self, page: pypdfium2.PdfPage) -> None:
        """Asks PDFium for three places, from which all others follow."""
        self.width, self.height = page.get_size()
        self._origin, right, up = (self._seen(page, x, y) for x, y in ((0.0, 0.0), (_FAR, 0.0), (0.0, _FAR)))
        self._right = [(one - other) / _FAR for one, other in zip(right, self._origin, strict=True)]
        self._up = [(one - other) / _FAR for one, other in zip(up, self._origin, strict=True)]

    def _seen(self, page: pypdfium2.PdfPage, x: float, y: float) -> tuple[float, float]:
        across, down = ctypes.c_int(), ctypes.c_int()
        size = (round(self.width * _UNITS), round(self.height * _UNITS))
        raw.FPDF_PageToDevice(page, 0, 0, *size, 0, x, y, across, down)
        return across.value / _UNITS, self.height - down.value / _UNITS

    def place(self, x: float, y: float) -> tuple[float, float]:
        """A place of the page as the file has it."""
        across, up = (self._origin[n] + x * self._right[n] + y * self._up[n] for n in (0, 1))
        return across, up

    def box(self, left: float, bottom: float, right: float, top: float) -> Box:
        """A box of the page as the file has it."""
        (a, b), (c, d) = self.place(left, bottom), self.place(right, top)
        return min(a, c), min(b, d), max(a, c), max(b, d)


class UprightText:
    """The text of a page by the numbers that PDFium gives its letters: where each stands, as it is seen."""

    def __init__(self, page: pypdfium2.PdfPage) -> None:
        """Loads the text."""
        self.page = Upright(page)
        self._text = page.get_textpage()
        self.count: int = raw.FPDFText_CountChars(self._text)
        self._sides = tuple(ctypes.c_double() for _ in range(4))
        self._pointers = tuple(map(ctypes.pointer, self._sides))
        self._origin = (ctypes.c_double(), ctypes.c_double())
        self._matrix = raw.FS_MATRIX()

    def letter(self, at: int) -> str:
        """A letter."""
        return chr(raw.FPDFText_GetUnicode(self._text, at))

    def piece(self, at: int) -> Any:
        """The piece of text of the file that a letter is of; none of white space that PDFium made up."""
        return raw.FPDFText_GetTextObject(self._text, at)

    def box(self, at: int) -> Box:
        """A letter's ink."""
        raw.FPDFText_GetCharBox(self._text, at, *self._pointers)
        left, right, bottom, top = self._sides
        return self.page.box(left.value, bottom.value, right.value, top.value)

    def baseline(self, at: int) -> float:
        """On which height a letter stands."""
        x, y = self._origin
        raw.FPDFText_GetCharOrigin(self._text, at, x, y)
        return self.page.place(x.value, y.value)[1]

    def size(self, at: int) -> float:
        """A letter's type size as it is drawn: a file may write small type and enlarge it."""
        raw.FPDFText_GetMatrix(self._text, at, self._matrix)
        return float(raw.FPDFText_GetFontSize(self._text, at) * hypot(self._matrix.c, self._matrix.d))
