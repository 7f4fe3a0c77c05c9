"""What a font file says of itself: whether it can set Thai, which face it is, how large it is drawn."""

from __future__ import annotations

import io
import struct
from dataclasses import dataclass

from fontTools.ttLib import TTFont, TTLibError

BROKEN = (
    TTLibError,
    struct.error,
    KeyError,
    IndexError,
    ValueError,
    AttributeError,
    AssertionError,
    EOFError,
    OverflowError,
)
"""What fontTools raises on bytes that are no font, or no whole one."""

_RARE = {0x0E03, 0x0E05}  # ฃ ฅ: out of use, so a font may lack them
REQUIRED = frozenset({0x20, *range(0x0E01, 0x0E3A), *range(0x0E40, 0x0E4E), *range(0x0E50, 0x0E5A)}) - _RARE - {0x0E33}
"""Letters without which no official text can be set; ำ is set from its two parts."""


@dataclass(frozen=True)
class FontFacts:
    """What is needed of a font to choose it for a face."""

    bold: bool
    italic: bool
    weight: int
    """400 is regular, 700 bold."""
    ko_kai: float
    """Advance of ก in em."""
    missing: str
    """Letters that Thai text needs and the font lacks."""


def read_facts(data: bytes) -> FontFacts:
    """Read a font's own tables; raises one of ``BROKEN`` if the bytes are no font."""
    font = TTFont(io.BytesIO(data), lazy=True)
    cmap = font.getBestCmap() or {}
    missing = ''.join(chr(code) for code in sorted(REQUIRED) if code not in cmap)
    ko_kai = 0.0 if missing else font['hmtx'][cmap[0x0E01]][0] / font['head'].unitsPerEm
    os2, style = font['OS/2'], font['head'].macStyle
    name = f'{font["name"].getBestSubFamilyName() or ""} {font["name"].getBestFullName() or ""}'.lower()
    return FontFacts(
        bold=bool(style & 1 or os2.fsSelection & 0x20) or os2.usWeightClass >= 600 or 'bold' in name,
        italic=bool(style & 2 or os2.fsSelection & 1) or 'italic' in name or 'oblique' in name,
        weight=os2.usWeightClass,
        ko_kai=ko_kai,
        missing=missing,
    )
