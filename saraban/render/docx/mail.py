"""What a batch is sent with: envelopes, a page each, and sheets of labels."""

from __future__ import annotations

from saraban.render.docx.oxml import Element, Form, el, twips
from saraban.render.docx.pen import Pen
from saraban.render.docx.tables import cell_of, frame
from saraban.render.layout import POINTS_PER_CM
from saraban.views.blocks import Envelope, Labels, Text


def envelope(pen: Pen, block: Envelope) -> list[Element]:
    """The sender's lines under the emblem, the receiver's where the sheet has them; each envelope begins a page."""
    sheet = pen.layout.envelopes[pen.sheet]
    emblem = pen.layout.memo.emblem_height * POINTS_PER_CM
    above = emblem + len(block.sender) * pen.layout.line
    room = (sheet.top - sheet.edge) * POINTS_PER_CM - above
    left = sheet.left - sheet.edge
    sender = [
        pen.paragraph('sender', text, form=Form(new_page=not number, before=0 if number else emblem))
        for number, text in enumerate(block.sender)
    ]
    receiver = [
        pen.paragraph('receiver', text, form=Form(left=left, before=0 if number else max(room, 0)))
        for number, text in enumerate((*block.receiver, block.post_code))
    ]
    return [*sender, *receiver]


def labels(pen: Pen, block: Labels) -> list[Element]:
    """A table without rules whose rows are as high as a label."""
    columns = pen.layout.labels.columns
    widths = [twips(pen.width / columns)] * columns
    rows = [_row(pen, found, widths) for found in _rows(block, columns)]
    return [frame(pen.plain_table, widths, rows)]


def _rows(block: Labels, columns: int) -> list[tuple[tuple[Text, ...], ...]]:
    starts = range(0, len(block.labels), columns)
    return [block.labels[start : start + columns] for start in starts]


def _row(pen: Pen, found: tuple[tuple[Text, ...], ...], widths: list[int]) -> Element:
    pad = pen.layout.labels.pad
    padded = (*found, *(((),),) * (len(widths) - len(found)))
    cells = [
        cell_of(width, [pen.paragraph('receiver', text, form=Form(left=pad)) for text in lines], middle=True)
        for width, lines in zip(widths, padded, strict=True)
    ]
    return el(
        'tr', el('trPr', el('cantSplit'), el('trHeight', val=twips(pen.layout.labels.height), hRule='exact')), *cells
    )
