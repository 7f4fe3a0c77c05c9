"""The run of the checks over a Word file; the view's words, the sheet, the margins, faces and the text's size."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from saraban.checks.pages.aligned import SHOWN, folded, words_of_part
from saraban.checks.pages.docx import marks
from saraban.checks.pages.docx.body import blocks_have_their_form
from saraban.checks.pages.docx.reading import TWIPS_PER_CM, W, WordFile
from saraban.checks.pages.page import SIZE, rounded
from saraban.errors import Finding, Place
from saraban.render.advances import Advances
from saraban.render.docx.oxml import NO_BREAK_SPACE
from saraban.render.layout import Layout
from saraban.views.blocks import View

TWIP_SLACK = 29  # half a millimetre
_LEFT_OVER = re.compile(r'\{\{|\}\}|\{%|\*\*|\bNone\b|\bundefined\b')
_INVISIBLE = re.compile('[\u200b\u200c\u200d\u2060\ufeff\u00ad]')


def check(view: View, data: bytes, layout: Layout, advances: Advances) -> Iterator[Finding]:
    """Every finding on a paper's DOCX."""
    word = WordFile(data)
    place = Place(f'{view.path}.docx')
    words = list(_words(view, word.document, place))
    yield from words
    yield from _sheet(view, word.document, layout, place)
    yield from _lines_are_free(word.document, place)
    yield from _faces(word, layout, place)
    yield from marks.emblem_is_in_place(word, view, layout)
    yield from marks.pages_are_numbered(word, view, layout)
    yield from marks.stamps_are_in_their_heads(word, view, layout)
    if not any(finding.rule == 'docx-words-differ' for finding in words):  # whose words are which block's is known
        yield from blocks_have_their_form(word, view, layout, advances)


def _words(view: View, body: Any, place: Place) -> Iterator[Finding]:
    pieces = [element.text or '' for element in body.iter(f'{W}t')]
    text = ''.join(piece for piece in pieces if piece.strip(NO_BREAK_SPACE))  # without the lines to write on
    expected, found = words_of_part(view), folded(text)
    if expected != found:
        pairs = zip(expected, found, strict=False)
        same = next((index for index, (one, other) in enumerate(pairs) if one != other), min(len(expected), len(found)))
        shown = {'expected': expected[same : same + SHOWN], 'found': found[same : same + SHOWN]}
        yield Finding('docx-words-differ', place, shown)
    for pattern in (_LEFT_OVER, _INVISIBLE):
        if match := pattern.search(text):
            yield Finding('left-over', place, {'page': '-', 'found': match[0].encode('unicode_escape').decode()})


def _sheet(view: View, body: Any, layout: Layout, place: Place) -> Iterator[Finding]:
    width, height = layout.sheet(view.template, view.sheet)
    margins = layout.margins_of(view.sheet)
    section = body.find(f'.//{W}sectPr')
    size, edges = section.find(f'{W}pgSz'), section.find(f'{W}pgMar')
    facts = (
        ('กระดาษกว้าง', 'width of the sheet', size.get(f'{W}w'), width),
        ('กระดาษสูง', 'height of the sheet', size.get(f'{W}h'), height),
        ('ขอบซ้าย', 'left margin', edges.get(f'{W}left'), margins.left),
        ('ขอบขวา', 'right margin', edges.get(f'{W}right'), margins.right),
        ('ขอบบน', 'top margin', edges.get(f'{W}top'), margins.top),
        ('ขอบล่าง', 'bottom margin', edges.get(f'{W}bottom'), margins.bottom),
    )
    for thai, english, twips, expected in facts:
        if abs(int(twips) - expected * TWIPS_PER_CM) > TWIP_SLACK:
            measured = rounded(int(twips) / TWIPS_PER_CM)
            yield _wrong(place, (thai, english), f'{measured} cm', f'{rounded(expected)} cm')


def _lines_are_free(body: Any, place: Place) -> Iterator[Finding]:
    """No grid of the page spreads the lines: a single line is as high as its type."""
    grid = body.find(f'.//{W}sectPr/{W}docGrid')
    kind = 'default' if grid is None else grid.get(f'{W}type', 'default')
    if kind != 'default':
        yield _wrong(place, ('เส้นกริดของหน้า', 'grid of the page'), kind, '-')


def _faces(word: WordFile, layout: Layout, place: Place) -> Iterator[Finding]:
    """Every style and run that names a face names the layout's; the default size is the text's, in both kinds of script."""
    styles = word.styles.root
    for fonts in (*styles.iter(f'{W}rFonts'), *word.document.iter(f'{W}rFonts')):
        strange = {fonts.get(f'{W}{script}', layout.font.word) for script in ('ascii', 'hAnsi', 'cs')} - {
            layout.font.word
        }
        for name in sorted(strange):
            yield _wrong(place, ('แบบอักษร', 'face'), name, layout.font.word)
    defaults = styles.find(f'{W}docDefaults')
    for element in (*defaults.iter(f'{W}sz'), *defaults.iter(f'{W}szCs')):
        size = int(element.get(f'{W}val')) / 2
        if abs(size - layout.font.size) > SIZE:
            yield _wrong(
                place, ('ขนาดตัวอักษร', 'size of type'), f'{rounded(size)} pt', f'{rounded(layout.font.size)} pt'
            )


def _wrong(place: Place, what: tuple[str, str], measured: str, expected: str) -> Finding:
    values = {'what_th': what[0], 'what': what[1], 'measured': measured, 'expected': expected}
    return Finding('docx-wrong-measure', place, values)
