"""The lines of a PDF's page, and the lines as paragraphs, by where they stand and end."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from saraban.review.files.marks import Box, Signs, in_order, put_back

_SHORT = 0.12  # of a line's width: what a line lacks that ends a paragraph
_INDENT = 12.0  # pt: how much further in a paragraph's first line begins
_APART = 8.0  # pt: how much more than usual stands between two paragraphs
_COLUMNS = 36.0  # pt: a wider gap in a line parts columns
_GLUE = re.compile('[\u00ad\u200b-\u200d\u2060\ufeff\ufffe\x02]')
"""What writing programs put where a line may end or may not, and PDFium's own letters for a hyphen at a line's end."""
_PAGE_NUMBER = re.compile(r'[-–—\s]*[0-9๐-๙]{1,4}[-–—\s]*')
_STAMP = re.compile(r'ร่าง(?:ครั้งที่ ?[0-9๐-๙]+)?|สำเนา(?:คู่ฉบับ)?|ลับ(?:มาก|ที่สุด)?|ด่วน(?:มาก|ที่สุด)?')
_CATCHWORD = re.compile(r'/\s?\S.*(?:\.\.\.|…)\s*')
_NUMBERED = re.compile(r'(?:(?:[0-9๐-๙]+\.)+[0-9๐-๙]*|[0-9๐-๙]+\)|\([0-9๐-๙]+\)|[-•])\s')


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a page: its words, from where to where it reaches, where it stands and how high it is (pt).

    A row has columns, as a table's or those that tabs make.
    """

    words: str
    left: float
    right: float
    top: float
    bottom: float
    is_row: bool = False


def lines_of(signs: Signs, *, is_marked: bool) -> list[Line]:
    """The lines of a page in the order of its words; furniture is left out already where the file marks it."""
    found = list(_lines(signs))
    return found if is_marked else _without_furniture(found)


def _lines(signs: Signs) -> Iterator[Line]:
    letters: list[str] = []
    boxes: list[Box] = []
    for letter, box in (*put_back(signs), ('\n', None)):
        if letter == '\n':
            yield from _line(letters, boxes)
            letters, boxes = [], []
        else:
            letters.append(letter)
            if box is not None:
                boxes.append(box)


def _line(letters: Sequence[str], boxes: Sequence[Box]) -> Iterator[Line]:
    words = in_order(unicodedata.normalize('NFC', ''.join(letters)))
    words = _GLUE.sub('', words).replace('\u00a0', ' ')
    if words.strip() and boxes:
        left, bottom, right, top = (
            extreme(side) for extreme, side in zip((min, min, max, max), zip(*boxes, strict=True), strict=True)
        )
        yield Line(words.lstrip(), left, right, top, bottom, _has_columns(boxes))


def _has_columns(boxes: Sequence[Box]) -> bool:
    """Whether somewhere in a line nothing stands for so long that it is no space between words."""
    return any(after[0] - before[2] > _COLUMNS for before, after in pairwise(boxes))


def _without_furniture(lines: Sequence[Line]) -> list[Line]:
    """The lines without those that stand apart at the page's head or foot and hold furniture alone."""
    return [line for line in lines if not (_is_furniture(line.words) and _stands_apart(line, lines))]


def _is_furniture(words: str) -> bool:
    return any(form.fullmatch(words.strip()) for form in (_PAGE_NUMBER, _CATCHWORD, _STAMP))


def _stands_apart(line: Line, lines: Sequence[Line]) -> bool:
    """Whether nothing but other furniture stands above a line, or under it, and some room is left between."""
    others = [one for one in lines if one is not line and not _is_furniture(one.words)]
    above = all(line.bottom > one.top + _APART for one in others)
    return above or all(line.top < one.bottom - _APART for one in others)


def paragraphs(pages: Sequence[Sequence[Line]]) -> Iterator[str]:
    """The lines joined to paragraphs: one ends where a line is short, and where the next is indented or stands apart.

    A space at a paragraph's end says that what follows is not written on to it without one: the line ended in a space, or
    another cell follows. Where a line was only short, it may be a cell's, and a word go on in the next.
    """
    lines = [(line, max(one.right for one in page)) for page in pages for line in page]
    if not lines:
        return
    gaps = [one.bottom - other.top for page in pages for one, other in pairwise(page)]
    usual = median(gaps) if gaps else 0.0
    words = lines[0][0].words
    for (above, edge), (line, _) in pairwise(lines):
        is_short = edge - above.right > _SHORT * max(edge - above.left, 1.0)  # its next word would have had room
        is_apart = (
            line.left - above.left > _INDENT
            or (is_short and above.left - line.left > _INDENT)
            or above.bottom - line.top > usual + _APART
            or above.is_row
            or line.is_row
            or _NUMBERED.match(line.words) is not None
        )
        if is_short or is_apart:
            yield words.strip() + ' ' * (is_apart or words.endswith(' '))
            words = line.words
        else:
            words = _with(words, line.words)
    yield words.strip()


def _with(before: str, after: str) -> str:
    """Two lines as one: Thai goes on without a space, unless the line ended in one."""
    if before.endswith(' ') or goes_on(before[-1], after[0]):
        return before + after
    return f'{before} {after}'


def goes_on(before: str, after: str) -> bool:
    """Whether no space stands between two letters between which only a line ended: Thai writes none between words."""
    return all('\u0e01' <= letter <= '\u0e4e' for letter in (before, after))
