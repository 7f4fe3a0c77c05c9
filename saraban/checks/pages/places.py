"""Where things stand: a letter's head and the emblem, paragraphs, the closing and the signature, what a page may not end with.

Numbers are the layout's, which holds the rules' own; a place may be half a millimetre off.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from saraban.checks.pages.drawn import Line
from saraban.checks.pages.page import (
    EMBLEM,
    PLACE,
    Paper,
    ink_end,
    ink_start,
    line_starts,
    off_place,
    points_to_cm,
    rounded,
    shown,
    starts_at,
)
from saraban.errors import Finding
from saraban.views.blocks import Heading, Item, Letterhead, Paragraph, Signature, Table, words_of


def letterhead_is_in_place(paper: Paper) -> Iterator[Finding]:
    """Number and agency level with the emblem's feet, agency in its column, date from the centre line."""
    measures = paper.layout.letterhead
    feet = measures.emblem_top + measures.emblem_height
    for block, lines in paper.placed():
        if not isinstance(block, Letterhead):
            continue
        agency = _starting(lines, words_of(block.agency[0]))
        yield from starts_at(paper, lines[0], paper.left, ('เลขที่หนังสือ', 'the number'))
        yield from _level(paper, lines[0], feet, ('เลขที่หนังสือ', 'the number'))
        if agency is not None:
            yield from starts_at(paper, agency, paper.left + measures.agency_left, ('ชื่อส่วนราชการ', 'the agency'))
            yield from _level(paper, agency, feet, ('ชื่อส่วนราชการ', 'the agency'))
        date = _starting(lines, words_of(block.date))
        if date is not None:  # a blank for the day stands before its words
            start = paper.left + measures.centre + (block.date[0].blank.width if block.date[0].blank else 0.0)
            yield from off_place(paper, date, date.x, start, ('วันที่', 'the date'))


def emblem_is_in_place(paper: Paper) -> Iterator[Finding]:
    """The emblem is on the first page alone (of envelopes on each), as high and where the form has it."""
    if not paper.view.furniture.emblem:
        return
    wanted = paper.layout.emblem(paper.view.template, paper.view.sheet)
    drawn = [line for line in paper.drawn.lines if EMBLEM in line.face]
    pages = range(1, len(paper.drawn.sizes) + 1) if paper.view.page_emblem else [1]
    if [line.page for line in drawn] != list(pages):
        yield paper.finding('emblem-missing')
        return
    for emblem in drawn:
        height = points_to_cm(emblem.size)
        side = (('ขอบซ้ายห่างจากขอบกระดาษ', 'left edge from the sheet'), emblem.x, paper.left)
        middle = (('กึ่งกลางห่างจากขอบกระดาษ', 'middle from the sheet'), (emblem.x + emblem.end) / 2, paper.width / 2)
        facts = (
            (('สูง', 'height'), height, wanted.height),
            (('ขอบบนห่างจากขอบกระดาษ', 'top edge from the sheet'), emblem.y - height, wanted.top),
            side if wanted.left else middle,
        )
        for (thai, english), measured, expected in facts:
            if abs(measured - expected) > PLACE:
                values = {
                    'what_th': thai,
                    'what': english,
                    'measured': rounded(measured),
                    'expected': rounded(expected),
                }
                yield paper.finding('emblem-wrong', None, **values)


def blocks_are_in_order(paper: Paper) -> Iterator[Finding]:
    """What comes later in the view stands lower on the page."""
    for (_, before), (_, after) in pairwise(paper.placed()):
        if before[-1].page == after[0].page and after[0].y <= before[-1].y - PLACE:
            yield paper.finding('wrong-order', before[-1], other=shown(after[0]))


def paragraphs_are_indented(paper: Paper) -> Iterator[Finding]:
    """A paragraph's first line starts at its indent, the others at its left edge."""
    for block, lines in paper.placed():
        style = paper.style(block)
        if style is None or style.align not in {'left', 'justify'}:
            continue
        edge = paper.left + style.left
        for line, start in ((lines[0], edge + style.first_line), *((line, edge) for line in line_starts(lines)[1:])):
            if not line.text.startswith(' '):  # after a blank line to fill in, a line goes on in its middle
                yield from starts_at(paper, line, start, ('ย่อหน้า', 'the paragraph'))


def closing_is_in_place(paper: Paper) -> Iterator[Finding]:
    """The closing starts at the centre line; the signature's lines have their middle under the closing's."""
    for block, lines in paper.placed():
        if not isinstance(block, Signature) or not block.closing:
            continue
        closing = lines[0]
        yield from starts_at(paper, closing, paper.left + paper.layout.letterhead.centre, ('คำลงท้าย', 'the closing'))
        axis = (ink_start(closing) + ink_end(closing)) / 2
        for baseline in sorted({round(line.y, 2) for line in lines[1:]}):
            row = [line for line in lines[1:] if round(line.y, 2) == baseline]
            middle = (ink_start(row[0]) + ink_end(row[-1])) / 2
            yield from off_place(paper, row[0], middle, axis, ('กึ่งกลางลายมือชื่อ', "the signature's middle"))


def closing_is_not_alone(paper: Paper) -> Iterator[Finding]:
    """Closing, signature and position stand on one page, with two lines of text above them."""
    for block, lines in paper.placed():
        if not isinstance(block, Signature) or not block.closing:
            continue
        if lines[0].page != lines[-1].page:
            yield paper.finding('signature-split', lines[0])
        above = {
            round(line.y, 2)
            for other, text in paper.placed()
            if isinstance(other, Paragraph | Item)
            for line in text
            if line.page == lines[0].page and line.y < lines[0].y
        }
        if len(above) < 2:
            yield paper.finding('closing-alone', lines[0], measured=len(above))


def headings_have_text_under_them(paper: Paper) -> Iterator[Finding]:
    """No heading is the last thing on a page."""
    for (block, lines), (_, after) in pairwise(paper.placed()):
        if isinstance(block, Heading) and after[0].page != lines[-1].page:
            yield paper.finding('heading-alone', lines[-1])


def tables_begin_under_their_heading(paper: Paper) -> Iterator[Finding]:
    """A table's header row is not the last thing on a page."""
    for block, lines in paper.placed():
        if isinstance(block, Table) and block.header and block.rows:
            headings = sum(1 for column in block.columns if words_of(column.heading))
            body = lines[headings:]
            if body and body[0].page != lines[0].page:
                yield paper.finding('heading-alone', lines[0])


def _starting(lines: tuple[Line, ...], words: str) -> Line | None:
    return next((line for line in lines if words and words.startswith(line.text.strip()) and line.text.strip()), None)


def _level(paper: Paper, line: Line, expected: float, what: tuple[str, str]) -> Iterator[Finding]:
    yield from off_place(paper, line, line.y, expected, (f'เส้นฐานของ{what[0]}', f'the baseline of {what[1]}'))
