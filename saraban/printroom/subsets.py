"""The fonts of many small files cut down to the glyphs that the files show: once for all of them.

A paper's own file holds its fonts whole, so that its bytes depend on its words alone. In a ZIP of some hundred letters
that would be nine tenths of it.
"""

from __future__ import annotations

import hashlib
import re
import zlib
from collections import defaultdict
from collections.abc import Iterable
from io import BytesIO
from typing import Any

import pikepdf
from fontTools import subset
from fontTools.ttLib import TTFont

# What a page's content says of its text: a font is chosen; glyphs of two bytes each are shown.
_SHOWN = re.compile(rb'/(\S+)\s+[\d.]+\s+Tf|\[([^\]]*)\]\s*TJ|<([0-9A-Fa-f]+)>\s*Tj')
FEW = 16
"""A font of fewer glyphs (the emblem's) is left as it is: there is nothing to take away, and outlines to reckon again."""
_HEX = re.compile(rb'<([0-9A-Fa-f]+)>')


class Subsets:
    """Fonts cut down to what a set of files shows."""

    def __init__(self) -> None:
        """No file has been looked at yet."""
        self._glyphs: dict[bytes, set[int]] = defaultdict(set)
        self._made: dict[bytes, tuple[bytes, int]] = {}

    def look(self, data: bytes) -> None:
        """Notes which glyphs of which font a finished PDF shows."""
        with pikepdf.open(BytesIO(data)) as pdf:
            digests: dict[tuple[int, int], bytes] = {}
            for page in pdf.pages:
                fonts = {name: _digest(font, digests) for name, font in page.Resources.get('/Font', {}).items()}
                for name, glyphs in _shown(page.Contents.read_bytes()):
                    self._glyphs[fonts[f'/{name}']].update(glyphs)

    def __call__(self, font: bytes) -> tuple[bytes, int]:
        """A font's packed bytes with the outlines that are needed, and their number unpacked; glyphs keep their numbers."""
        told = hashlib.sha256(font).digest()
        if told not in self._made:
            made = cut(font, self._glyphs[told])
            self._made[told] = zlib.compress(made, 9), len(made)
        return self._made[told]


def cut(font: bytes, glyphs: Iterable[int]) -> bytes:
    """A TrueType font with the outlines of these glyphs alone, as a PDF needs it."""
    options = subset.Options(
        retain_gids=True, notdef_outline=True, hinting=False, layout_features=[], glyph_names=False,
        drop_tables=['GSUB', 'GPOS', 'GDEF', 'name', 'post', 'OS/2', 'DSIG', 'cmap'], recalc_timestamp=False,
    )  # fmt: skip
    cutter = subset.Subsetter(options)
    whole = TTFont(BytesIO(font), recalcTimestamp=False, lazy=True)
    if whole['maxp'].numGlyphs < FEW:
        return font
    cutter.populate(gids=sorted(glyphs))
    cutter.subset(whole)
    buffer = BytesIO()
    whole.save(buffer)
    return buffer.getvalue()


def _shown(content: bytes) -> Iterable[tuple[str, set[int]]]:
    font = ''
    for chosen, several, one in _SHOWN.findall(content):
        if chosen:
            font = chosen.decode('latin-1')
            continue
        text = b''.join(_HEX.findall(several)) if several else one
        yield font, {int(text[at : at + 4], 16) for at in range(0, len(text), 4)}


def _digest(font: Any, digests: dict[tuple[int, int], bytes]) -> bytes:
    """By what its bytes are known: of the file that a page's font is drawn from."""
    file = font.DescendantFonts[0].FontDescriptor.FontFile2
    if file.objgen not in digests:
        digests[file.objgen] = hashlib.sha256(file.read_bytes()).digest()
    return digests[file.objgen]
