"""A PDF's words, line by line, and the lines as paragraphs: all that such a file still knows of them.

What is marked as furniture of the page (an artifact) is left out; of a PDF without marks, lines that hold a page number,
a catchword or a stamp alone.
"""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

import pypdfium2
from pypdfium2 import raw

from saraban.review.files.lines import Line, lines_of, paragraphs
from saraban.review.files.marks import Box, Signs
from saraban.review.files.package import fault_of
from saraban.review.files.upright import UprightText
from saraban.views.blocks import Paragraph, View, plain

PAGE_LIMIT = 2_000


def read_pdf(data: bytes, path: str, shown: str) -> View:
    """A PDF as a paper of paragraphs.

    Raises:
        ContentError: it is none, has a password, is broken, or holds no words (pictures of pages).
    """
    with opened(data, shown) as document:
        pages = [lines_on(document[number]) for number in range(len(document))]
    if not any(pages):
        raise fault_of('pdf-no-words', shown)
    blocks = tuple(Paragraph(f'paragraph/{at}', plain(words)) for at, words in enumerate(paragraphs(pages), 1))
    return View('', path, '', path.rpartition('/')[2], blocks)


@contextmanager
def opened(data: bytes, shown: str) -> Iterator[pypdfium2.PdfDocument]:
    """A PDF, open as long as the block lasts.

    Raises:
        ContentError: it is none, has a password, is broken, or has far too many pages.
    """
    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        locked = raw.FPDF_GetLastError() == raw.FPDF_ERR_PASSWORD or 'password' in str(error).lower()
        raise fault_of('pdf-locked' if locked else 'pdf-broken', shown) from None
    try:
        if len(document) > PAGE_LIMIT:
            raise fault_of('pdf-too-long', shown, limit=PAGE_LIMIT)
        yield document
    except pypdfium2.PdfiumError:
        raise fault_of('pdf-broken', shown) from None
    finally:
        document.close()


def lines_on(page: pypdfium2.PdfPage) -> list[Line]:
    """The lines of a page in the order of its words, without its furniture."""
    signs, is_marked = _signs(page)
    return lines_of(signs, is_marked=is_marked)


@dataclass(frozen=True, slots=True)
class _Object:
    """A piece of text of a page: whether it is furniture, and the span whose words it is drawn for, if it is (0: none)."""

    is_artifact: bool
    span: int


def _signs(page: pypdfium2.PdfPage) -> tuple[Signs, bool]:
    """The letters of a page, and whether anything on it is marked as furniture.

    Words that a file only names (`/ActualText`) PDFium tells once more for each further piece of text that they are drawn of.
    """
    text = UprightText(page)
    letters: list[str] = []
    boxes: list[Box | None] = []
    made_up: set[int] = set()
    again: set[int] = set()
    numbers: list[int] = []
    objects: dict[int, _Object] = {}
    tellers: dict[int, int] = {}
    for at in range(text.count):
        letter = text.letter(at)
        if letter == '\r':
            continue
        item = text.piece(at)
        if item:
            address = ctypes.addressof(item.contents)
            known = objects.get(address) or objects.setdefault(address, _object(item))
            if known.is_artifact:
                continue
            if known.span and tellers.setdefault(known.span, address) != address:
                again.add(len(letters))
        elif letter.isspace():
            made_up.add(len(letters))
        letters.append(letter)
        boxes.append(text.box(at) if item and not letter.isspace() else None)
        numbers.append(at)
    signs = Signs(letters, boxes, frozenset(made_up), lambda at: text.baseline(numbers[at]), frozenset(again))
    return signs, any(known.is_artifact for known in objects.values())


def _object(item: raw.FPDF_PAGEOBJECT) -> _Object:
    marks = list(_marks(item))
    spans = (ctypes.addressof(mark.contents) for mark in marks if _has_words(mark))
    return _Object(any(_name(mark) == 'Artifact' for mark in marks), next(spans, 0))


def _marks(item: raw.FPDF_PAGEOBJECT) -> Iterator[raw.FPDF_PAGEOBJECTMARK]:
    return (raw.FPDFPageObj_GetMark(item, n) for n in range(raw.FPDFPageObj_CountMarks(item)))


def _has_words(mark: raw.FPDF_PAGEOBJECTMARK) -> bool:
    return bool(raw.FPDFPageObjMark_GetParamValueType(mark, b'ActualText') == raw.FPDF_OBJECT_STRING)


def _name(mark: raw.FPDF_PAGEOBJECTMARK) -> str:
    length = ctypes.c_ulong()
    buffer = ctypes.create_string_buffer(64)
    raw.FPDFPageObjMark_GetName(mark, ctypes.cast(buffer, ctypes.POINTER(raw.FPDF_WCHAR)), len(buffer), length)
    return buffer.raw[: max(length.value - 2, 0)].decode('utf-16-le', errors='replace')
