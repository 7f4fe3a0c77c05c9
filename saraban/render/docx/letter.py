"""Blocks that only letters and signed papers have: head, reference fields, enclosures, signatures."""

from __future__ import annotations

from dataclasses import replace

from saraban.render.docx.oxml import Element, Form, tab
from saraban.render.docx.pen import Pen
from saraban.views.blocks import CopyTo, EnclosureRow, Enclosures, Field, Letterhead, Signatories, Signature


def letterhead(pen: Pen, block: Letterhead) -> list[Element]:
    """Number and the agency's first line on one baseline, level with the emblem's feet; its other lines; the date."""
    first, *others = block.agency or ((),)
    return [
        pen.paragraph('letterhead', block.number, tab(), first),
        *(pen.paragraph('agency', line) for line in others),
        pen.paragraph('date', block.date),
    ]


def field(pen: Pen, block: Field) -> list[Element]:
    """Label, gap and text; further lines hang under the text's start, and so does a field that goes on with one above."""
    label = _label(pen, block.label or block.under)
    hang = pen.text_width(label)
    if block.under:
        return [pen.paragraph('field', block.text, form=Form(left=hang, before=0))]
    return [pen.paragraph('field', label, block.text, form=Form(left=hang, first_line=-hang))]


def enclosures(pen: Pen, block: Enclosures) -> list[Element]:
    """A paragraph an enclosure, each number under the first; texts hang, quantities start at one stop.

    A space parts number and text, not a tab: in a wider font, where the right one is missing, the number would pass its
    stop. No right indent keeps long texts out of the quantities' column: LibreOffice breaks the line at a tab past it.
    """
    label = _label(pen, block.label)
    start = pen.text_width(label)
    hang = start + max((pen.text_width(f'{row.number} ') for row in block.rows if row.number), default=0.0)
    first, *others = block.rows
    return [
        _enclosure(pen, first, label, Form(left=hang, first_line=-hang)),
        *(_enclosure(pen, row, '', Form(left=hang, first_line=start - hang, before=0)) for row in others),
    ]


def _enclosure(pen: Pen, row: EnclosureRow, label: str, form: Form) -> Element:
    number = f'{row.number} ' if row.number else ''
    placed = replace(form, tabs=(pen.layout.letterhead.quantity_left,))
    return pen.paragraph('field', label, number, row.text, tab(), row.quantity, form=placed)


def _label(pen: Pen, label: str) -> str:
    return label + ' ' * pen.layout.letterhead.label_gap


def signature(pen: Pen, block: Signature) -> list[Element]:
    """The closing from the paper's centre line, room to sign, then lines centred under the closing's middle."""
    room = pen.layout.letterhead.sign_room * pen.layout.line
    if not block.closing:
        return _centred(pen, block, pen.layout.signatories.left, 0.0, room)
    left = pen.layout.styles['closing'].left
    axis = left + pen.text_width(block.closing) / 2
    # The lines may be as wide as the layout says, but never reach past a margin: the axis stays in their middle.
    half = min(pen.layout.letterhead.sign_width / 2, axis, pen.width - axis)
    closing = pen.paragraph('closing', block.closing, form=Form(keep_next=True, keep_lines=True))
    return [closing, *_centred(pen, block, axis - half, pen.width - axis - half, room)]


def copies(pen: Pen, block: CopyTo) -> list[Element]:
    """สำเนาส่ง: the label once, whom copies go to under each other."""
    label = _label(pen, block.label)
    hang = pen.text_width(label)
    gap = pen.layout.letterhead.owner_gap
    first, *others = block.lines
    last = len(others) - 1
    return [
        pen.paragraph(
            'owner', label, first, form=Form(before=gap, left=hang, first_line=-hang, keep_next=bool(others))
        ),
        *(pen.paragraph('owner', line, form=Form(left=hang, keep_next=at < last)) for at, line in enumerate(others)),
    ]


def signatories(pen: Pen, block: Signatories) -> list[Element]:
    """Signature blocks one under another; a page may end between two, never inside one."""
    return [element for one in block.blocks for element in signed_lines(pen, one)]


def signed_lines(pen: Pen, block: Signature) -> list[Element]:
    """A block without a closing: its lines, centred in the column where a proposal is signed."""
    measures = pen.layout.signatories
    return _centred(pen, block, measures.left, 0.0, measures.before)


def _centred(pen: Pen, block: Signature, left: float, right: float, before: float) -> list[Element]:
    last = len(block.lines) - 1
    return [
        pen.paragraph('signature', line, form=_line(left, right, 0 if number else before, number < last))
        for number, line in enumerate(block.lines)
    ]


def _line(left: float, right: float, before: float, keep: bool) -> Form:
    return Form(left=left, right=right, before=before, keep_next=keep, keep_lines=True)
