"""Which text each glyph stands for, from the font's own tables: what a PDF's ToUnicode has to say."""

from __future__ import annotations

import io
import re
import unicodedata
from collections.abc import Iterator, Mapping
from typing import Any

from fontTools.ttLib import TTFont

_SPLIT_SARA_AM = re.compile('\u0e4d([\u0e48-\u0e4b]?)\u0e32')
"""What HarfBuzz makes of ำ and a tone before it, by the time a font joins the parts."""


def glyph_texts(font_bytes: bytes) -> dict[int, str]:
    """The text of each glyph that has one, by glyph id, in NFC and in text order.

    From the character map, and through the font's substitutions for glyphs without a character: a lowered tone mark is that
    tone, a ligature of nikhahit, tone and sara aa is the tone and ำ. Private-use characters and those without ink or width
    (U+200B …) count as no text.
    """
    font = TTFont(io.BytesIO(font_bytes), lazy=True)
    texts: dict[str, str] = {}
    for code, name in sorted(font.getBestCmap().items()):
        if unicodedata.category(chr(code)) not in {'Co', 'Cf', 'Cc'}:
            texts.setdefault(name, chr(code))
    if 'GSUB' in font:
        _follow_substitutions(font['GSUB'].table, texts)
    return {font.getGlyphID(name): unicodedata.normalize('NFC', text) for name, text in texts.items()}


def _follow_substitutions(gsub: Any, texts: dict[str, str]) -> None:
    subtables = [subtable for lookup in gsub.LookupList.Lookup for subtable in _subtables(lookup)]
    size = -1
    while size != len(texts):  # a variant may be known by a later rule only
        size = len(texts)
        for subtable in subtables:
            for parts, name in _joined(subtable, texts):
                if name not in texts and all(part in texts for part in parts):
                    texts[name] = _SPLIT_SARA_AM.sub('\\1\u0e33', ''.join(texts[part] for part in parts))


def _subtables(lookup: Any) -> Iterator[Any]:
    for subtable in lookup.SubTable:
        yield subtable.ExtSubTable if subtable.LookupType == 7 else subtable


def _joined(subtable: Any, texts: Mapping[str, str]) -> Iterator[tuple[tuple[str, ...], str]]:
    """The glyphs that a rule puts in the place of others. What chains do, they do through rules of these kinds."""
    kind = subtable.LookupType
    if kind == 1:
        # A rule that turns one character into another is half of a swap: it says nothing of what its glyphs stand for.
        if all(texts.get(new, texts.get(old)) == texts.get(old) for old, new in subtable.mapping.items()):
            yield from (((old,), new) for old, new in subtable.mapping.items())
    elif kind == 2:
        yield from (((old,), new[0]) for old, new in subtable.mapping.items() if len(new) == 1)
    elif kind == 3:
        yield from (((old,), new) for old, alternates in subtable.alternates.items() for new in alternates)
    elif kind == 4:
        for first, ligatures in subtable.ligatures.items():
            yield from (((first, *ligature.Component), ligature.LigGlyph) for ligature in ligatures)
