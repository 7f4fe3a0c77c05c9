"""Places of a PDF's page as they are seen: a page may be turned, as a lying one often is, or show a part of itself only."""

from __future__ import annotations

import ctypes

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
