"""A text face for Saraban made from a Thai font: TH SarabunPSK's measures, a fixed set of characters, a right text layer.

The same code makes the shipped faces (``fonts/make_fonts.py``) and, in memory, those of a font that an agency puts in.
"""

from __future__ import annotations

import io
from collections.abc import Mapping

from fontTools import subset
from fontTools.pens.cu2quPen import Cu2QuPen
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTFont, newTable
from fontTools.ttLib.tables._c_m_a_p import CmapSubtable

from saraban.render.fonts.clusters import Clusters, observe
from saraban.render.fonts.glyphs import Glyphs
from saraban.render.fonts.rules import ThaiRules
from saraban.render.fonts.shaping import Shaper

KO_KAI_EM = 0.386
"""Advance of ก in TH SarabunPSK, in em: what makes a line hold what it holds in Word."""
ASCENT_EM, DESCENT_EM = 0.88, 0.25
"""TH SarabunPSK has ascent 0.85, descent 0.25, gap 0.03 em: a single line of 18.08 pt at 16 pt. Pango leaves a gap out, so here
it is part of the ascent."""

INVISIBLE = (0x00AD, 0x200B, 0x200C, 0x200D, 0x2060, 0xFEFF)
"""Characters that steer line breaks and joins: no ink, no width."""
COPIES = {0x2010: 0x2D, 0x2011: 0x2D, 0x2212: 0x2013}
"""Characters drawn as another where the font lacks them, each with a glyph of its own so that the text reads back."""
BOXES = (0x25A1, 0x2610, 0x2611, 0x2713)
"""□ ☐ ☑ ✓ of reply slips, drawn here where the font lacks them, as Thai text fonts do."""
SYMBOLS = '‐‑–—‘’‚“”„†‡•…‰′″‹›⁄€№™→←↑↓−≈≠≤≥∞√■□▪●○◌☐☑☒✓✔'
CHARACTERS = frozenset(
    (*range(0x20, 0x7F), *range(0xA0, 0x100), *range(0x0E01, 0x0E3B), *range(0x0E3F, 0x0E5C), *map(ord, SYMBOLS))
).difference(INVISIBLE)
"""What a face holds as far as the font has it: fixed, so that the bytes embedded do not depend on the document."""
DROPPED = 'GSUB GPOS GDEF BASE FFTM STAT fvar gvar avar HVAR VVAR MVAR cvar kern gasp meta DSIG VDMX hdmx LTSH PCLT'
"""Tables that are written anew or that nothing reads. Kerning: Word sets TH SarabunPSK without it."""
KEPT_NAMES = (0, 13)
"""Copyright and licence."""


def derive_face(data: bytes, *, enlarge: float, names: Mapping[int, str]) -> bytes:
    """A face made from ``data``: same drawing, other measures, names and rules.

    Args:
        data: A TrueType or OpenType font with Thai letters.
        enlarge: How many times larger than TH SarabunPSK it is drawn at the same type size.
        names: Entries of the name table by their number; copyright and licence stay if they are not among them.
    """
    font = TTFont(io.BytesIO(data), lazy=True, recalcTimestamp=False)
    cmap = font.getBestCmap()
    with Shaper(data) as shaper:
        clusters = observe(shaper, font.getGlyphOrder(), cmap)
    _take_subset(font, clusters)
    if 'glyf' not in font:
        _draw_in_quadratic_curves(font)
    glyphs = Glyphs(font)
    rules = ThaiRules(clusters, cmap, glyphs)
    characters = _characters(cmap, glyphs)
    glyphs.finish()
    font['GSUB'] = rules.table(font.getReverseGlyphMap())
    font['cmap'].tables = [_character_map(characters)]
    _set_measures(font, round(font['head'].unitsPerEm * enlarge))
    _set_names(font, names)
    out = io.BytesIO()
    font.save(out, reorderTables=True)
    return out.getvalue()


def _take_subset(font: TTFont, clusters: Clusters) -> None:
    options = subset.Options(hinting=False, notdef_outline=True, name_IDs=['*'], recalc_timestamp=False)
    options.drop_tables += DROPPED.split()
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=CHARACTERS, glyphs=clusters.glyphs())
    subsetter.subset(font)


def _draw_in_quadratic_curves(font: TTFont) -> None:
    """Turn CFF outlines into TrueType's, so that all faces are of one kind."""
    drawn, glyphs = font.getGlyphSet(), {}
    for name in font.getGlyphOrder():
        pen = TTGlyphPen(None)
        drawn[name].draw(Cu2QuPen(pen, max_err=font['head'].unitsPerEm / 1000, reverse_direction=True))
        glyphs[name] = pen.glyph()
    for tag in ('CFF ', 'CFF2', 'VORG'):
        if tag in font:
            del font[tag]
    table = font['glyf'] = newTable('glyf')
    table.glyphOrder, table.glyphs = font.getGlyphOrder(), glyphs
    font['loca'] = newTable('loca')
    font['head'].glyphDataFormat = 0
    font.sfntVersion = '\0\1\0\0'
    maxp = font['maxp']
    maxp.tableVersion, maxp.maxZones = 0x00010000, 1
    for unused in (
        'TwilightPoints',
        'Storage',
        'FunctionDefs',
        'InstructionDefs',
        'StackElements',
        'SizeOfInstructions',
    ):
        setattr(maxp, f'max{unused}', 0)


def _characters(cmap: Mapping[int, str], glyphs: Glyphs) -> dict[int, str]:
    """The glyph of each character, those included that the font lacks and that are made here."""
    characters = {code: cmap[code] for code in sorted(CHARACTERS) if code in cmap}
    characters |= dict.fromkeys(INVISIBLE, glyphs.empty('invisible'))
    characters[0xA0] = characters[0x20]
    for code, model in COPIES.items():
        if code not in characters and model in characters:
            characters[code] = glyphs.copy(characters[model], f'copy{code:04X}')
    for code in BOXES:
        if code not in characters:
            box, tick = code != 0x2713, code in {0x2611, 0x2713}
            characters[code] = glyphs.box(f'box{code:04X}', characters[0x0E01], box=box, tick=tick)
    return characters


def _character_map(characters: Mapping[int, str]) -> CmapSubtable:
    table = CmapSubtable.newSubtable(4)
    table.platformID, table.platEncID, table.language = 3, 1, 0
    table.cmap = dict(sorted(characters.items()))
    return table


def _set_measures(font: TTFont, units_per_em: int) -> None:
    """Give the face TH SarabunPSK's type size and line, and say so wherever programs look for a line."""
    descent = round(DESCENT_EM * units_per_em)
    ascent = round((ASCENT_EM + DESCENT_EM) * units_per_em) - descent
    font['head'].unitsPerEm = units_per_em
    hhea, os2 = font['hhea'], font['OS/2']
    hhea.ascent, hhea.descent, hhea.lineGap = ascent, -descent, 0
    os2.sTypoAscender, os2.sTypoDescender, os2.sTypoLineGap = ascent, -descent, 0
    os2.usWinAscent, os2.usWinDescent = ascent, descent
    os2.version = max(os2.version, 4)
    os2.fsSelection |= 0x80  # USE_TYPO_METRICS


def _set_names(font: TTFont, names: Mapping[int, str]) -> None:
    table = font['name']
    kept = {number: text for number in KEPT_NAMES if (text := table.getDebugName(number))}
    table.names = []
    for number, text in sorted((kept | dict(names)).items()):
        table.setName(text, number, 3, 1, 0x409)
    font['post'].formatType = 3.0  # without glyph names, which nothing reads
