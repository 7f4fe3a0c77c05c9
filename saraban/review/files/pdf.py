"""A PDF's words, line by line, and the lines as paragraphs: all that such a file still knows of them.

What is marked as furniture of the page (an artifact) is left out; of a PDF without marks, lines that hold a page number
or a catchword alone.
"""

from __future__ import annotations

import ctypes
import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

import pypdfium2
from pypdfium2 import raw

from saraban.review.files.package import fault_of
from saraban.views.blocks import Paragraph, View, plain

PAGE_LIMIT = 2_000
SHORT = 0.12  # of a line's width: what a line lacks that ends a paragraph
INDENT = 12.0  # pt: how much further in a paragraph's first line begins
APART = 8.0  # pt: how much more than usual stands between two paragraphs
_PAGE_NUMBER = re.compile(r'[-–—\s]*[0-9๐-๙]{1,4}[-–—\s]*')
_CATCHWORD = re.compile(r'/\s?\S.*(?:\.\.\.|…)\s*')
_SARA_AM = re.compile('([\u0e48-\u0e4b]?)\u0e4d([\u0e48-\u0e4b]?)\u0e32')
_NUMBERED = re.compile(r'(?:(?:[0-9๐-๙]+\.)+[0-9๐-๙]*|[0-9๐-๙]+\)|\([0-9๐-๙]+\)|[-•])\s')


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a page: its words, from where to where it reaches, where it stands and how high it is (pt)."""

    words: str
    left: float
    right: float
    top: float
    bottom: float


def read_pdf(data: bytes, path: str, shown: str) -> View:
    """A PDF as a paper of paragraphs.

    Raises:
        ContentError: it is none, has a password, is broken, or holds no words (pictures of pages).
    """
    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        locked = raw.FPDF_GetLastError() == raw.FPDF_ERR_PASSWORD or 'password' in str(error).lower()
        raise fault_of('pdf-locked' if locked else 'pdf-broken', shown) from None
    try:
        if len(document) > PAGE_LIMIT:
            raise fault_of('pdf-too-long', shown, limit=PAGE_LIMIT)
        pages = [lines_of(document[number]) for number in range(len(document))]
    except pypdfium2.PdfiumError:
        raise fault_of('pdf-broken', shown) from None
    finally:
        document.close()
    if not any(pages):
        raise fault_of('pdf-no-words', shown)
    blocks = tuple(Paragraph(f'paragraph/{at}', plain(words)) for at, words in enumerate(paragraphs(pages), 1))
    return View('', path, '', path.rpartition('/')[2], blocks)


def lines_of(page: pypdfium2.PdfPage) -> list[Line]:
    """The lines of a page in the order of its words, without its furniture."""
    text = page.get_textpage()
    found: list[Line] = []
    letters: list[str] = []
    boxes: list[tuple[float, float, float, float]] = []
    artifacts: dict[int, bool] = {}
    for at in range(raw.FPDFText_CountChars(text)):
        letter = chr(raw.FPDFText_GetUnicode(text, at))
        if letter in '\r\n':
            found += _line(letters, boxes)
            letters, boxes = [], []
            continue
        item = raw.FPDFText_GetTextObject(text, at)
        if item and _is_artifact(item, artifacts):
            continue
        letters.append(letter)
        if item and not letter.isspace():
            boxes.append(_box(text, at))
    found += _line(letters, boxes)
    return found if any(artifacts.values()) else _without_furniture(found)


def _line(letters: Sequence[str], boxes: Sequence[tuple[float, float, float, float]]) -> list[Line]:
    words = _SARA_AM.sub('\\1\\2\u0e33', unicodedata.normalize('NFC', ''.join(letters)))
    words = re.sub('[\u00ad\u200b-\u200d\u2060\ufeff\ufffe\x02]', '', words).replace('\u00a0', ' ')
    if not words.strip() or not boxes:
        return []
    left, bottom, right, top = (
        extreme(side) for extreme, side in zip((min, min, max, max), zip(*boxes, strict=True), strict=True)
    )
    return [Line(words.lstrip(), left, right, top, bottom)]


def _box(text: pypdfium2.PdfTextPage, at: int) -> tuple[float, float, float, float]:
    left, right, bottom, top = (ctypes.c_double() for _ in range(4))
    raw.FPDFText_GetCharBox(text, at, left, right, bottom, top)
    return left.value, bottom.value, right.value, top.value


def _is_artifact(item: raw.FPDF_PAGEOBJECT, known: dict[int, bool]) -> bool:
    address = ctypes.addressof(item.contents)
    if address not in known:
        marks = (raw.FPDFPageObj_GetMark(item, n) for n in range(raw.FPDFPageObj_CountMarks(item)))
        known[address] = any(_mark_name(mark) == 'Artifact' for mark in marks)
    return known[address]


def _mark_name(mark: raw.FPDF_PAGEOBJECTMARK) -> str:
    length = ctypes.c_ulong()
    buffer = ctypes.create_string_buffer(64)
    raw.FPDFPageObjMark_GetName(mark, ctypes.cast(buffer, ctypes.POINTER(raw.FPDF_WCHAR)), len(buffer), length)
    return buffer.raw[: max(length.value - 2, 0)].decode('utf-16-le', errors='replace')


def _without_furniture(lines: Sequence[Line]) -> list[Line]:
    """The lines without those that stand apart at the page's head or foot and hold a page number or a catchword alone."""
    return [line for line in lines if not (_is_furniture(line.words) and _stands_apart(line, lines))]


def _is_furniture(words: str) -> bool:
    return bool(_PAGE_NUMBER.fullmatch(words) or _CATCHWORD.fullmatch(words))


def _stands_apart(line: Line, lines: Sequence[Line]) -> bool:
    """Whether nothing but other furniture stands above a line, or under it, and some room is left between."""
    others = [one for one in lines if one is not line and not _is_furniture(one.words)]
    above = all(line.bottom > one.top + APART for one in others)
    return above or all(line.top < one.bottom - APART for one in others)


def paragraphs(pages: Sequence[Sequence[Line]]) -> Iterator[str]:
    """The lines joined to paragraphs: one ends where a line is short, and where the next is indented or stands apart."""
    lines = [(line, max(one.right for one in page)) for page in pages for line in page]
    if not lines:
        return
    gaps = [one.bottom - other.top for page in pages for one, other in pairwise(page)]
    usual = median(gaps) if gaps else 0.0
    words = lines[0][0].words
    for (above, edge), (line, _) in pairwise(lines):
        is_end = (
            edge - above.right > SHORT * max(edge - above.left, 1.0)  # its next word would have had room
            or line.left - above.left > INDENT
            or above.bottom - line.top > usual + APART
            or _NUMBERED.match(line.words) is not None
        )
        if is_end:
            yield words.strip()
            words = line.words
        else:
            words = _with(words, line.words)
    yield words.strip()


def _with(before: str, after: str) -> str:
    """Two lines as one: Thai goes on without a space, unless the line ended in one."""
    if before.endswith(' ') or ('\u0e01' <= before[-1] <= '\u0e4e' and '\u0e01' <= after[0] <= '\u0e4e'):
        return before + after
    return f'{before} {after}'
