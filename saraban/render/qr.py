"""A QR code that leads to an address: as a drawing for PDF, as a picture for Word. Its quiet zone is part of it."""

from __future__ import annotations

from io import BytesIO

import segno
from markupsafe import Markup

QUIET = 4
"""Modules left blank around it (ISO/IEC 18004): a reader finds no code without."""
LEVEL = 'm'
"""Of four levels the second: it is read with 15 % of it soiled, as a sheet that has been stamped and folded is."""
SCALE = 8
"""Pixels a module in a picture: 2.2 cm of 37 modules are then 340 pixels an inch."""


def qr_drawing(address: str) -> Markup:
    """The code as SVG, which is as large as what it stands in."""
    # segno writes it from the address's modules alone: no word of the address is in it.
    return Markup(_code(address).svg_inline(border=QUIET, omitsize=True, svgclass=None, lineclass=None))


def qr_picture(address: str) -> bytes:
    """The code as PNG: the same address gives the same bytes."""
    buffer = BytesIO()
    _code(address).save(buffer, kind='png', border=QUIET, scale=SCALE)
    return buffer.getvalue()


def _code(address: str) -> segno.QRCode:
    return segno.make(address, error=LEVEL, micro=False, boost_error=False)
