"""Tables: ruled ones and lists of counts. Widths are fixed, so Word and LibreOffice part the columns alike."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from saraban.render.docx.oxml import Element, Form, el, keep_with_next, twentieths, twips
from saraban.render.docx.pen import Pen
from saraban.views.blocks import Align, Cell, Counts, Row, Table, Text, plain

BOLD_ROWS = frozenset({'group', 'subtotal', 'total'})


def table(pen: Pen, block: Table) -> list[Element]:
    """A table over the text's whole width; heading cells are centred and bold, the header row repeats on every page."""
    widths = _shared(pen.layout.shares(block), pen.width)
    aligns: list[Align] = [column.align for column in block.columns]
    rows = [_row(pen, row, widths, aligns) for row in block.rows]
    for row, after in zip(rows, block.rows[1:], strict=False):
        if after.style in {'subtotal', 'total'}:
            keep_with_next(row)  # a sum never stands alone on a page
    if block.header:
        rows.insert(0, _header(pen, block, widths))
    style = pen.ruled_table if block.ruled else pen.plain_table
    return [frame(style, widths, rows)]


def counts(pen: Pen, block: Counts) -> list[Element]:
    """Label, word and number with its unit in three columns without rules, the number flush right."""
    measures = pen.layout.counts
    label = pen.width - measures.indent - measures.word - measures.value
    widths = [twips(label), twips(measures.word), twips(measures.value)]
    aligns: list[Align] = ['left', 'left', 'right']
    rows = []
    for row in block.rows:
        texts = (row.label, plain(row.word), row.value)
        cells = [
            cell_of(width, [_paragraph(pen, 'count', text, align, bold=False)])
            for width, text, align in zip(widths, texts, aligns, strict=True)
        ]
        rows.append(el('tr', el('trPr', el('cantSplit')), *cells))
    return [frame(pen.plain_table, widths, rows, indent=twips(measures.indent))]


def spacer(height: float = 1.0) -> Element:
    """An empty paragraph so many pt high: parts tables, which Word would join, and ends a paper after its last."""
    mark = el('rPr', el('sz', val=2), el('szCs', val=2))
    spacing = el('spacing', before=0, after=0, line=twentieths(height), lineRule='exact')
    return el('p', el('pPr', spacing, mark))


def _shared(shares: Sequence[float], width: float) -> list[int]:
    """Column widths in twips; each ends where the shares so far end, so that roundings never add up."""
    edges = [twips(width * sum(shares[:number])) for number in range(len(shares) + 1)]
    return [right - left for left, right in pairwise(edges)]


def frame(style: str, widths: Sequence[int], rows: Sequence[Element], indent: int = 0) -> Element:
    """A table of rows whose columns are so many twips wide."""
    properties = el(
        'tblPr',
        el('tblStyle', val=style),
        el('tblW', w=sum(widths), type='dxa'),
        el('tblInd', w=indent, type='dxa'),
        el('tblLayout', type='fixed'),
        el('tblLook', val='0000'),
    )
    return el('tbl', properties, el('tblGrid', *(el('gridCol', w=width) for width in widths)), *rows)


def _header(pen: Pen, block: Table, widths: Sequence[int]) -> Element:
    cells = [
        cell_of(width, [_paragraph(pen, 'cell', column.heading, 'center', bold=True)], middle=True)
        for width, column in zip(widths, block.columns, strict=True)
    ]
    row = el('tr', el('trPr', el('cantSplit'), el('tblHeader')), *cells)
    keep_with_next(row)
    return row


def _row(pen: Pen, row: Row, widths: Sequence[int], aligns: Sequence[Align]) -> Element:
    properties = [el('cantSplit')]
    if row.style == 'fill':
        properties.append(el('trHeight', val=twips(pen.layout.table.fill_height), hRule='atLeast'))
    cells, column = [], 0
    for cell in row.cells:
        width = sum(widths[column : column + cell.span])
        cells.append(_row_cell(pen, cell, width, cell.align or aligns[column], row))
        column += cell.span
    element = el('tr', el('trPr', *properties), *cells)
    if row.style == 'group':
        keep_with_next(element)
    return element


def _row_cell(pen: Pen, cell: Cell, width: int, align: Align, row: Row) -> Element:
    bold = row.style in BOLD_ROWS
    # A cell without a paragraph makes Word call the file damaged.
    paragraphs = [_paragraph(pen, 'cell', text, align, bold=bold) for text in cell.paragraphs or ((),)]
    return cell_of(width, paragraphs, span=cell.span, middle=row.style == 'fill')


def _paragraph(pen: Pen, style: str, text: Text, align: Align, *, bold: bool) -> Element:
    own = pen.layout.styles[style].align
    return pen.paragraph(style, text, form=Form(align=None if align == own else align), bold=bold)


def cell_of(width: int, paragraphs: Sequence[Element], *, span: int = 1, middle: bool = False) -> Element:
    """A cell so many twips wide with its paragraphs."""
    properties = [el('tcW', w=width, type='dxa')]
    if span > 1:
        properties.append(el('gridSpan', val=span))
    if middle:
        properties.append(el('vAlign', val='center'))
    return el('tc', el('tcPr', *properties), *paragraphs)
