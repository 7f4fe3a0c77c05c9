"""What stands outside the text of a Word file: emblem, page number, stamps, in the heads and feet of its pages."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from saraban.checks.pages.aligned import folded
from saraban.checks.pages.docx.reading import TWIPS_PER_CM, Paragraph, W, WordFile
from saraban.checks.pages.page import PLACE, SIZE, rounded
from saraban.errors import Finding, Place
from saraban.render.layout import POINTS_PER_CM, Layout
from saraban.views.blocks import View

WP = '{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}'
EMU_PER_CM = 360_000
NUMBER = 'PAGE\\*THAIARABIC'  # the field that gives ๒


def emblem_is_in_place(word: WordFile, view: View, layout: Layout) -> Iterator[Finding]:
    """The first page's head alone (of envelopes every page's) holds the emblem, as high and where the form has it."""
    wanted = layout.emblem(view.template, view.sheet)
    heads = _heads(word)
    found = {
        which: [] if head is None else list(head.iter(f'{WP}anchor', f'{WP}inline')) for which, head in heads.items()
    }
    due = {'first': view.furniture.emblem, 'default': view.page_emblem}
    if any(bool(found[which]) != due[which] for which in heads):
        yield Finding('docx-emblem-missing', Place(f'{view.path}.docx'))
        return
    for anchor in (one for which in heads for one in found[which]):
        for (thai, english), measured, expected in _emblem_facts(anchor, wanted.height, wanted.top):
            if abs(measured - expected) > PLACE:
                values = {'what_th': thai, 'what': english, 'measured': f'{rounded(measured)} cm'}
                yield Finding(
                    'docx-emblem-wrong', Place(f'{view.path}.docx'), {**values, 'expected': f'{rounded(expected)} cm'}
                )
        across = anchor.find(f'{WP}positionH')
        align = '' if across is None else across.findtext(f'{WP}align', '')
        side = ('margin', 'left') if wanted.left else ('page', 'center')
        measured_side = ('' if across is None else across.get('relativeFrom', ''), align)
        if measured_side != side:
            values = {
                'what_th': 'แนวนอน',
                'what': 'across',
                'measured': ' '.join(measured_side),
                'expected': ' '.join(side),
            }
            yield Finding('docx-emblem-wrong', Place(f'{view.path}.docx'), values)


def _emblem_facts(anchor: Any, height: float, top: float) -> Iterator[tuple[tuple[str, str], float, float]]:
    extent = anchor.find(f'{WP}extent')
    yield ('สูง', 'height'), int(extent.get('cy')) / EMU_PER_CM, height
    down = anchor.find(f'{WP}positionV')
    offset = None if down is None or down.get('relativeFrom') != 'page' else down.findtext(f'{WP}posOffset')
    yield ('ขอบบนห่างจากขอบกระดาษ', 'top edge from the sheet'), -1.0 if offset is None else int(offset) / EMU_PER_CM, top


def pages_are_numbered(word: WordFile, view: View, layout: Layout) -> Iterator[Finding]:
    """Pages from the second on have `- ๒ -`, reckoned by Word in Thai digits, centred at its height; the first has none."""
    place = Place(f'{view.path}.docx')
    due = view.furniture.page_numbers and not view.page_emblem
    for which, head in _heads(word).items():
        numbers = [one for one in _paragraphs(word, head) if 'PAGE' in one.instructions]
        wanted = 1 if due and which == 'default' else 0
        said = ' '.join(f'{one.words} {one.instructions}'.strip() for one in numbers)
        if len(numbers) != wanted or not all(_is_number(one) for one in numbers):
            yield Finding('docx-page-number-wrong', place, {'found': said, 'expected': '- ๒ -' if wanted else ''})
        for one in numbers if wanted else ():
            if one.form.align != 'center':
                yield _measure(place, ('แนวเลขหน้า', 'alignment of the page number'), one.form.align, 'center')
    if due and not word.first_page_differs:
        yield Finding('docx-page-number-wrong', place, {'found': '- ๑ -', 'expected': ''})
    edges = word.section.find(f'{W}pgMar')
    distance, top = int(edges.get(f'{W}header', '0')) / TWIPS_PER_CM, layout.page_number.top
    if due and abs(distance - top) > PLACE:
        what = ('เลขหน้าห่างจากขอบกระดาษ', 'page number from the edge')
        yield _measure(place, what, f'{rounded(distance)} cm', f'{rounded(top)} cm')


def _is_number(paragraph: Paragraph) -> bool:
    """Whether a paragraph is `- ๒ -` with a field that gives Thai digits."""
    bare = paragraph.words[:1] + paragraph.words[-1:] == '--'
    return bare and folded(paragraph.instructions).startswith(NUMBER)


def stamps_are_in_their_heads(word: WordFile, view: View, layout: Layout) -> Iterator[Finding]:
    """Secrecy in each head and foot, the draft's mark in each head, urgency and enclosure in the first page's head."""
    furniture, place = view.furniture, Place(f'{view.path}.docx')
    heads, feet = _heads(word), _heads(word, 'footer')
    dues = {
        furniture.secrecy: ((*heads.values(), *feet.values()), 'secrecy'),
        furniture.draft: (tuple(heads.values()), 'draft'),
        furniture.urgency: ((heads.get('first', heads['default']),), 'urgency'),
        furniture.enclosure: ((heads.get('first', heads['default']),), 'enclosure-mark'),
    }
    for stamp, (parts, kind) in dues.items():
        if not stamp:
            continue
        found = [one for part in parts for one in _paragraphs(word, part) if one.words == folded(stamp)]
        if len(found) != len(parts):
            yield Finding('docx-stamp-missing', place, {'stamp': stamp, 'measured': len(found), 'expected': len(parts)})
        for one in found:
            yield from _stamp_form(place, one, kind, layout, view.template)


def _stamp_form(place: Place, stamp: Paragraph, kind: str, layout: Layout, template: str) -> Iterator[Finding]:
    """A stamp's size, its colour, and its place above the text."""
    stamps = layout.stamps
    line = layout.line / layout.font.size / POINTS_PER_CM
    red = stamps.colour.upper()
    sizes = {'secrecy': stamps.secrecy_size, 'urgency': stamps.urgency_size, 'draft': stamps.draft_size}
    tops = {
        'secrecy': stamps.secrecy_edge,
        'urgency': layout.urgency(template)[1] - stamps.urgency_size * line,
        'draft': stamps.draft_top,
        'enclosure-mark': stamps.enclosure_top,
    }
    size = sizes.get(kind, layout.font.size)
    if any(abs(one - size) > SIZE for one in stamp.sizes):
        shown = ', '.join(map(rounded, stamp.sizes))
        yield _measure(
            place, (f'ขนาดของ "{stamp.words}"', f'size of "{stamp.words}"'), f'{shown} pt', f'{rounded(size)} pt'
        )
    if kind in {'secrecy', 'urgency'} and {one.upper() for one in stamp.colours} != {red}:
        shown = ', '.join(sorted(stamp.colours))
        yield _measure(place, (f'สีของ "{stamp.words}"', f'colour of "{stamp.words}"'), shown, red)
    top = float(stamp.form.frame.get('y', 'nan')) / TWIPS_PER_CM
    below = kind == 'secrecy' and top > layout.paper.width / 2  # of a foot: from the sheet's bottom edge
    if not below and not abs(top - tops[kind]) <= PLACE:
        what = (f'"{stamp.words}" ห่างจากขอบบน', f'"{stamp.words}" from the top edge')
        yield _measure(place, what, f'{rounded(top)} cm', f'{rounded(tops[kind])} cm')


def _heads(word: WordFile, kind: str = 'header') -> dict[str, Any]:
    """The heads (or feet) that pages have: of a first page, where it differs, and of the others."""
    which = ('first', 'default') if word.first_page_differs else ('default',)
    return {one: word.part(kind, one) for one in which}


def _paragraphs(word: WordFile, part: Any | None) -> Iterator[Paragraph]:
    for element in () if part is None else part.iter(f'{W}p'):
        yield word.paragraph(element)


def _measure(place: Place, what: tuple[str, str], measured: str, expected: str) -> Finding:
    values = {'what_th': what[0], 'what': what[1], 'measured': measured, 'expected': expected}
    return Finding('docx-wrong-measure', place, values)
