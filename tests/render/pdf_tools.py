"""Reading PDFs in tests: the words of each page, what is drawn where, what is furniture. Real engines."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from io import BytesIO
from pathlib import Path

import pypdfium2
from docx_samples import letter
from pypdf import PdfReader
from pypdfium2 import raw

from saraban.render.formats import Engines, load_resources
from saraban.views import blocks as b
from saraban.views.blocks import View, plain

ROOT = Path(__file__).resolve().parents[2]
POINTS = 72 / 2.54
SENTENCE = 'กรมการปกครองกำหนดดำเนินโครงการเพื่อเสริมสร้างแนวทางการขับเคลื่อนการพัฒนาตำบลแบบบูรณาการในระดับพื้นที่ '


@cache
def engines() -> Engines:
    return Engines(load_resources(ROOT / 'templates', ROOT / 'fonts', 'templates', ('ชัยนาท',)))


@dataclass(frozen=True)
class Drawn:
    """Text as it is drawn: its box from the page's left and top edges (cm), its size (pt), its colour."""

    left: float
    top: float
    right: float
    bottom: float
    size: float
    colour: tuple[int, int, int]


@dataclass
class Pdf:
    """A rendered paper."""

    data: bytes
    gives: int

    def __post_init__(self):
        self.document = pypdfium2.PdfDocument(self.data)
        self.reader = PdfReader(BytesIO(self.data))

    def __len__(self):
        return len(self.document)

    def lines(self, page: int) -> list[str]:
        """The lines of a page in drawing order, furniture last."""
        text = self.document[page].get_textpage().get_text_bounded()
        return [line.strip() for line in text.replace('\u0e4d\u0e32', '\u0e33').splitlines() if line.strip()]

    def catchword(self, page: int) -> str:
        found = [line for line in self.lines(page) if line.startswith('/') and line.endswith('...')]
        return found[-1] if found else ''

    def parts(self, page: int) -> tuple[bytes, bytes]:
        """A page's drawing operators: of its body, and of its furniture (the artifact at its end)."""
        stream = self.reader.pages[page].get_contents().get_data()
        body, mark, furniture = stream.partition(b'/Artifact')
        return body, mark + furniture

    def drawn(self, page: int) -> list[Drawn]:
        """Every piece of text that a page draws, in order."""
        return list(_drawn(self.document[page]))


def _drawn(page: pypdfium2.PdfPage) -> Iterator[Drawn]:
    height = page.get_height()
    for thing in page.get_objects(filter=[raw.FPDF_PAGEOBJ_TEXT], max_depth=5):
        left, bottom, right, top = (side / POINTS for side in thing.get_bounds())
        size = ctypes.c_float()
        raw.FPDFTextObj_GetFontSize(thing.raw, size)
        colour = [ctypes.c_uint() for _ in range(4)]
        raw.FPDFPageObj_GetFillColor(thing.raw, *colour)
        scale = abs(thing.get_matrix().d)
        yield Drawn(
            left, height / POINTS - top, right, height / POINTS - bottom, round(size.value * scale, 2),
            (colour[0].value, colour[1].value, colour[2].value),
        )  # fmt: skip


def pdf(view: View) -> Pdf:
    rendered = engines().render(view, 'pdf')
    return Pdf(rendered.data, rendered.gives)


def docx(view: View) -> bytes:
    return engines().render(view, 'docx').data


def paragraphs(count: int, length: int = 4) -> tuple[b.Paragraph, ...]:
    return tuple(b.Paragraph(f'more/{n}', plain(f'ย่อหน้าที่ {n} ' + SENTENCE * length)) for n in range(count))


def long_letter(count: int, *, length: int = 4, **furniture: object) -> View:
    """A letter with so many more paragraphs before its last one."""
    view = letter()
    at = next(n for n, block in enumerate(view.blocks) if block.id == 'end')
    more = (*view.blocks[:at], *paragraphs(count, length), *view.blocks[at:])
    return replace(view, blocks=more, furniture=b.Furniture(emblem=True, catchword=True, **furniture))


def proposal(*blocks: b.Block, **furniture: object) -> View:
    marks = {'catchword': True, **furniture}
    return View('proposal', 'proposal', 'proposal', 'โครงการ', blocks, furniture=b.Furniture(**marks))
