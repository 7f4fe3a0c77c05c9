"""ทะเบียนคุมการส่งหนังสือ as an Excel workbook: the columns of the printed one, ready to be filled in and printed."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime
from io import BytesIO
from typing import Any

from openpyxl import Workbook
from openpyxl.styles import Alignment, Border, Font, Side
from openpyxl.utils import get_column_letter

from saraban.render.docx.package import CORE, pack, unpack
from saraban.views.register import HEADINGS, KNOWN, TITLE, Entry

FONT = 'TH SarabunPSK'
SIZE = 16
WIDTHS = (8, 22, 22, 36, 16, 14, 16, 22, 16, 20)  # in Excel's letters
_FIXED = datetime(1980, 1, 1)  # a workbook's properties must not tell the day on which it was made


def register_workbook(titles: Sequence[str], entries: Iterable[Entry]) -> bytes:
    """The register: title lines, headings that repeat on each printed page, a row a letter."""
    book = Workbook()
    sheet: Any = book.active
    sheet.title = TITLE
    for line in (TITLE, *titles):
        sheet.append([line])
        sheet.merge_cells(start_row=sheet.max_row, end_row=sheet.max_row, start_column=1, end_column=len(HEADINGS))
        _dress(sheet.cell(sheet.max_row, 1), bold=True, across='center', ruled=False)
    sheet.append([words for _, words in HEADINGS])
    top = sheet.max_row
    for cell in sheet[top]:
        _dress(cell, bold=True, across='center')
    for entry in entries:
        sheet.append([*entry.cells, *[None] * (len(HEADINGS) - KNOWN)])
        for cell in sheet[sheet.max_row]:
            if cell.value is not None:
                cell.data_type = 's'  # words, also where they begin like a formula
            _dress(cell, across='left' if cell.column == 4 else 'center')
    for column, width in enumerate(WIDTHS, 1):
        sheet.column_dimensions[get_column_letter(column)].width = width
    sheet.freeze_panes = sheet.cell(top + 1, 1)
    sheet.print_title_rows = f'{top}:{top}'
    sheet.page_setup.orientation, sheet.page_setup.paperSize = 'landscape', sheet.PAPERSIZE_A4
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
    sheet.sheet_properties.pageSetUpPr.fitToPage = True
    book.properties.created = book.properties.modified = _FIXED
    book.properties.creator = 'Saraban'
    buffer = BytesIO()
    book.save(buffer)
    return _without_clock(buffer.getvalue())


def _dress(cell: Any, *, bold: bool = False, across: str = 'left', ruled: bool = True) -> None:
    cell.font = Font(name=FONT, size=SIZE, bold=bold)
    cell.alignment = Alignment(horizontal=across, vertical='center', wrap_text=True)
    if ruled:
        side = Side(style='thin')
        cell.border = Border(left=side, right=side, top=side, bottom=side)


def _without_clock(data: bytes) -> bytes:
    """The same workbook without the time at which it was packed."""
    return pack({name: _timeless(name, part) for name, part in unpack(data).items()})


def _timeless(name: str, part: bytes) -> bytes:
    """A part without the time of saving, which openpyxl writes over what it was told."""
    if name != CORE:
        return part
    head, tag, rest = part.partition(b'<dcterms:modified')
    value, _, tail = rest.partition(b'</dcterms:modified>')
    opening = value.partition(b'>')[0]
    return b''.join((head, tag, opening, b'>1980-01-01T00:00:00Z</dcterms:modified>', tail)) if tag else part
