"""The text layer: what readers get back from the glyphs of a page.

ToUnicode gives each glyph the text that the font itself says it has; ActualText says it where glyphs do not spell their text, and
for a whole run whose clusters stand so far apart that readers would take the gaps for spaces.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import accumulate, groupby
from typing import Any

import pydyf
from fontTools.ttLib import TTLibError
from weasyprint.pdf import fonts as pdf_fonts

from saraban.render.fonts import glyph_texts
from saraban.render.typeset.glyphs import UNKNOWN, GlyphRun
from saraban.render.typeset.pango import ThaiLayout
from saraban.render.typeset.spacing import WHOLE_RUN
from saraban.render.typeset.whole_fonts import can_be_whole, write_whole
from saraban.render.typeset.written_lines import Span, WrittenLines, font_of, written
from saraban.words import clusters

_SHOWN = re.compile(r'<([0-9a-f]*)>|([^<]+)')
_DIGITS = 4
"""Hexadecimal digits of a glyph in a font that is no bitmap."""
_BATCH = 100
"""Most entries of one bfchar block (PDF 32000-1, 9.10.3, by way of the CMap specification)."""


@lru_cache(maxsize=32)
def known_texts(font: bytes) -> Mapping[int, str]:
    """What a font says of its glyphs; nothing if it cannot be read, so that every cluster of it gets its ActualText."""
    try:
        return glyph_texts(font)
    except (TTLibError, AttributeError, KeyError):
        return {}


class _GlyphTexts(dict[int, str]):
    """A font's ToUnicode entries: what the font says of a glyph wins over the text in which it was first seen."""

    def __init__(self, known: Mapping[int, str]) -> None:
        super().__init__()
        self._known = known

    def __setitem__(self, glyph: int, text: str) -> None:
        super().__setitem__(glyph, self._known.get(glyph, text))


class ThaiFont(pdf_fonts.Font):  # type: ignore[misc]
    """A font in a PDF whose glyphs' texts come from its own tables."""

    def __init__(self, *args: Any) -> None:
        super().__init__(*args)
        self.glyph_texts = known_texts(self.file_content)
        self.to_unicode: dict[int, str] = _GlyphTexts(self.glyph_texts)


def writing_fonts(original: Callable[..., Any]) -> Callable[..., Any]:
    """`build_fonts_dictionary`: ToUnicode says what the font says, of used glyphs or, if it is embedded whole, of all."""

    def build_fonts_dictionary(pdf: Any, fonts: Mapping[Any, Any], compress: Any, subset: bool, options: Any) -> Any:
        if not subset and all(map(can_be_whole, fonts.values())):
            references = write_whole(pdf, fonts, compress, options['pdf_version'])
        else:
            references = original(pdf, fonts, compress, subset, options)
        for font in fonts.values():
            dictionary = pdf.objects[int(references[font.hash].split()[0])]
            to_unicode = pdf.objects[int(dictionary['ToUnicode'].split()[0])]
            to_unicode.stream = _texts_written(font, subset)
        return references

    return build_fonts_dictionary


def drawing(original: Callable[..., Any]) -> Callable[..., Any]:
    """`draw_first_line`: put ActualText around what needs it; a line that was drawn before is drawn from memory."""

    def draw_first_line(stream: Any, textbox: Any, text_overflow: str, block_ellipsis: str, matrix: Any) -> Any:
        how = text_overflow, block_ellipsis, matrix
        if text_overflow == 'ellipsis' or block_ellipsis != 'none' or not textbox.text.strip():
            return original(stream, textbox, *how)
        layout, style = textbox.pango_layout, textbox.style
        if not hasattr(style.font_config, 'glyph_codes'):  # of another document than a typesetter's
            return _draw(original, stream, textbox, how, spans(layout, layout.drawn_runs(), stream))
        known = WrittenLines.of(style)
        key = (layout.text, layout.justification_spacing, layout.spread and layout.spread.key)
        line = known.find(key)
        if line is None:
            runs = layout.drawn_runs()
            wanted = spans(layout, runs, stream)
            line = written(runs, wanted, stream, style)
            if line is None:
                return _draw(original, stream, textbox, how, wanted)
            known.keep(key, line)
        line.draw(stream, matrix)
        return []

    return draw_first_line


def _draw(original: Callable[..., Any], stream: Any, textbox: Any, how: tuple[Any, ...], wanted: Sequence[Span]) -> Any:
    if not wanted:
        return original(stream, textbox, *how)
    spanned = SpanStream(stream, wanted)
    emojis = original(spanned, textbox, *how)
    spanned.finish()
    return emojis


def _texts_written(font: Any, subset: bool) -> list[bytes]:
    if subset:
        return list(_cmap(tuple(sorted(font.to_unicode.items()))))
    if font.to_unicode.keys() <= font.glyph_texts.keys():
        return list(_cmap_of_font(font.file_content))
    return list(_cmap(tuple(sorted({**font.glyph_texts, **font.to_unicode}.items()))))


@lru_cache(maxsize=32)
def _cmap_of_font(data: bytes) -> tuple[bytes, ...]:
    return _cmap(tuple(sorted(known_texts(data).items())))


@lru_cache(maxsize=32)
def _cmap(texts: tuple[tuple[int, str], ...]) -> tuple[bytes, ...]:
    """The lines of a ToUnicode CMap."""
    lines = [
        b'/CIDInit /ProcSet findresource begin',
        b'12 dict begin',
        b'begincmap',
        b'/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def',
        b'/CMapName /Adobe-Identity-UCS def',
        b'/CMapType 2 def',
        b'1 begincodespacerange',
        b'<0000> <ffff>',
        b'endcodespacerange',
    ]
    entries = [(glyph, text) for glyph, text in texts if text]
    for start in range(0, len(entries), _BATCH):
        batch = entries[start : start + _BATCH]
        lines.append(f'{len(batch)} beginbfchar'.encode())
        lines += [f'<{glyph:04x}> <{text.encode("utf-16-be").hex()}>'.encode() for glyph, text in batch]
        lines.append(b'endbfchar')
    return (*lines, b'endcmap', b'CMapName currentdict /CMap defineresource pop', b'end', b'end')


def spans(layout: ThaiLayout, runs: Sequence[GlyphRun], stream: Any) -> list[Span]:
    """The spans of a layout's runs that need ActualText when they are drawn on a stream."""
    if any(run.right_to_left for run in runs):
        return []
    wide = layout.spread is not None and layout.spread.widest_gap > WHOLE_RUN
    # Where the font moves marks about, PDFium sees spaces before them, or sorts a raised one behind the next letter.
    if wide or any(any(run.shifts) or any(run.rises) for run in runs):
        return [Span(0, sum(len(run.drawn()) for run in runs), layout.text)]
    text = layout.text.encode()
    found: list[Span] = []
    first = 0
    for run in runs:
        font, _ = font_of(stream, run.font)
        if font.bitmap:
            return []
        known: Mapping[int, str] = font.glyph_texts
        spelt = ''.join([known.get(glyph, '') for glyph in run.ids]) == text[run.start : run.end].decode()
        if not spelt:
            found += _misspelt(run, first, text, known)
        first += len(run.drawn())
    return found


def _misspelt(run: GlyphRun, first: int, text: bytes, known: Mapping[int, str]) -> Iterator[Span]:
    """The grapheme clusters of a run whose glyphs do not spell their text; a character that no font has is left alone.

    Pango's own clusters are finer, and wrong where a font swaps two marks.
    """
    parts = clusters(text[run.start : run.end].decode())
    ends = list(accumulate((len(part.encode()) for part in parts), initial=run.start))
    spans = run.spans()
    for _, group in groupby(enumerate(run.drawn()), key=lambda drawn: bisect_right(ends, spans[drawn[1]][0])):
        order, places = zip(*group, strict=True)
        ids = [run.ids[place] for place in places]
        start = ends[bisect_right(ends, spans[places[0]][0]) - 1]
        end = ends[bisect_left(ends, max(spans[place][1] for place in places))]
        expected = text[start:end].decode()
        spelt = ''.join(known.get(glyph, '') for glyph in ids) == expected and not any(
            run.shifts[place] for place in places
        )
        if not spelt and not any(glyph & UNKNOWN for glyph in ids):
            yield Span(first + order[0], first + order[-1] + 1, expected)


class SpanStream:
    """A content stream that puts ActualText around spans of the glyphs shown; all else goes through."""

    def __init__(self, stream: Any, wanted: Sequence[Span]) -> None:
        self._stream = stream
        self._wanted = list(wanted)
        self._glyph = 0
        self._shown = ''
        self._open = False

    def __getattr__(self, name: str) -> Any:
        return getattr(self._stream, name)

    def show_text(self, string: str) -> None:
        """Show glyphs given as the inside of a TJ array."""
        for match in _SHOWN.finditer(string):
            digits, shift = match.groups()
            if shift:
                self._shown += f' {shift} '
            for place in range(0, len(digits or ''), _DIGITS):
                self._show_glyph(digits[place : place + _DIGITS])
        self._flush()

    def finish(self) -> None:
        """Close what is open."""
        if self._open:
            self._close()

    def _show_glyph(self, digits: str) -> None:
        if self._wanted and self._glyph == self._wanted[0].first:
            self._flush()
            text = pydyf.Dictionary({'ActualText': pydyf.String(self._wanted[0].text)})
            self._stream.begin_marked_content('Span', text)
            self._open = True
        self._shown += f'<{digits}>'
        self._glyph += 1
        if self._open and self._glyph == self._wanted[0].end:
            self._flush()
            self._close()

    def _close(self) -> None:
        self._stream.end_marked_content()
        self._wanted.pop(0)
        self._open = False

    def _flush(self) -> None:
        if self._shown.strip():
            self._stream.show_text(self._shown.replace('><', ''))
        self._shown = ''
