"""Blocks that only a memo has: the lines of its head, room for the order."""

from __future__ import annotations

from saraban.render.docx.oxml import Element, Form, label, on_leader, tab
from saraban.render.docx.pen import Pen
from saraban.views.blocks import MemoLine, OrderRoom


def line(pen: Pen, block: MemoLine) -> list[Element]:
    """Labels in bold, each content on a dotted line that reaches to the next label or to the margin; a long one hangs."""
    gap = ' ' * pen.layout.letterhead.label_gap
    stops = (*([pen.layout.memo.second_label] if len(block.pairs) > 1 else []), pen.width)
    pieces: list[Element] = []
    for words, text in block.pairs:
        pieces.append(label(f'{words}{gap}', pen.layout.memo.label_size))
        pieces += [on_leader(run) for run in pen.runs(text)]
        pieces.append(on_leader(tab()))
    if len(block.pairs) > 1:
        return [pen.paragraph('memo-line', *pieces, form=Form(tabs=stops))]
    hang = pen.advances.width(block.pairs[0][0] + gap, pen.layout.memo.label_size, bold=True)
    return [pen.paragraph('memo-line', *pieces, form=Form(tabs=stops, left=hang, first_line=-hang))]


def order(pen: Pen, block: OrderRoom) -> list[Element]:
    """Lines to write an order on, not parted from each other."""
    last = len(block.lines) - 1
    room = pen.layout.memo.order_room
    return [
        pen.paragraph('order', text, form=Form(before=0 if number else room, keep_next=number < last))
        for number, text in enumerate(block.lines)
    ]
