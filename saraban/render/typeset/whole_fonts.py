"""Hook in WeasyPrint's fonts: a font that is embedded whole is taken apart once, not in every paper of a batch."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from io import BytesIO
from typing import Any, NamedTuple

import pydyf
from fontTools.ttLib import TTFont
from weasyprint.pdf import fonts as pdf_fonts


class WholeFont(NamedTuple):
    """What of a font stands in every PDF that embeds it whole: widths of its glyphs, 1/1000 em, also as PDF has them."""

    widths: Mapping[int, float]
    array: bytes


@lru_cache(maxsize=32)
def whole_font(data: bytes, index: int) -> WholeFont:
    """Reads a font (of a collection, the one of this index)."""
    font = TTFont(BytesIO(data), fontNumber=index, lazy=True)
    metrics, em = font['hmtx'], font['head'].unitsPerEm
    widths = {glyph: metrics[name][0] * 1000 / em for glyph, name in enumerate(font.getGlyphOrder())}
    return WholeFont(widths, pydyf.Array([0, pydyf.Array(widths.values())]).data)


def can_be_whole(font: Any) -> bool:
    """Whether a font has outlines alone, none that vary: what WeasyPrint would embed as it is."""
    return not (font.bitmap or font.png or font.svg or font.colr or font.missing or 'fvar' in font.tables)


def write_whole(pdf: Any, fonts: Mapping[Any, Any], compress: Any, version: Any) -> pydyf.Dictionary:
    """Puts fonts into a PDF, each whole; the caller fills in what their glyphs stand for."""
    references, files = pydyf.Dictionary(), {}
    for font in fonts.values():
        if font.hash not in files:
            is_otf = font.type == 'otf'
            extra = {'Subtype': '/OpenType'} if is_otf else {'Length1': len(font.file_content)}
            files[font.hash] = pydyf.Stream([font.file_content], pydyf.Dictionary(extra), compress=compress)
            pdf.add_object(files[font.hash])
    for font in fonts.values():
        known = whole_font(font.file_content, font.index)
        font.widths = known.widths  # of all glyphs: what a paper happens to use is not to show in its bytes
        to_unicode = pydyf.Stream([], compress=compress)
        pdf.add_object(to_unicode)
        texts = to_unicode.reference
        dictionary = pydyf.Dictionary({'Type': '/Font', 'Subtype': '/Type0', 'BaseFont': font.name, 'ToUnicode': texts})
        file = files[font.hash].reference
        pdf_fonts._build_vector_font_dictionary(dictionary, pdf, font, known.widths, compress, file, version)
        pdf.objects[-1]['W'] = known.array
        pdf.add_object(dictionary)
        references[font.hash] = dictionary.reference
    return references
