"""What the paragraphs and tables of each block are due in a Word file: a table of block classes.

Measures are the layout's; a due that names none leaves the style's to be right.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from saraban.checks.pages.aligned import words_of_part
from saraban.render.advances import Advances
from saraban.render.keeping import kept_with_next
from saraban.render.layout import POINTS_PER_CM, Layout
from saraban.views import blocks as b
from saraban.views.blocks import Block, Text, View

Values = Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Due:
    """A paragraph, or (with `table`) a table, that a block is due: its words, its style, what differs from the style.

    `values` are measures by the names of a form (cm, pt); `keep_next` is the style's where it is None; `axis` is where the
    middle of a centred line stands (cm from the left margin).
    """

    words: str
    style: str = ''
    values: Values = field(default_factory=dict)
    axis: float | None = None
    tabs: tuple[float, ...] = ()
    keep_next: bool | None = None
    new_page: bool = False
    sizes: frozenset[float] = frozenset()
    table: Block | None = None


@dataclass(frozen=True, slots=True)
class Desk:
    """What dues are reckoned from: the paper's measures and the widths of words."""

    view: View
    layout: Layout
    advances: Advances

    @property
    def width(self) -> float:
        """Width of the text, cm."""
        return self.layout.text_width(self.view.template, self.view.sheet)

    def hang(self, label: str) -> float:
        """Where a field's text starts, cm: its label and the gap after it."""
        return self.words(label + ' ' * self.layout.letterhead.label_gap)

    def words(self, text: str) -> float:
        """Width of words at the text size, cm."""
        return self.advances.width(text, self.layout.font.size)


def dues_of(view: View, layout: Layout, advances: Advances) -> list[Due]:
    """The dues of a paper's blocks, in their order."""
    desk = Desk(view, layout, advances)
    kept = kept_with_next(view, layout, advances)
    dues: list[Due] = []
    for block in view.blocks:
        if isinstance(block, b.Table) and block.ruled and dues and dues[-1].table is None:
            dues[-1] = replace(dues[-1], values={**dues[-1].values, 'after': layout.table.before})
        found = list(DUES[type(block)](desk, block))
        dues += [replace(due, keep_next=True) for due in found] if block.id in kept else found
    return dues


def _title(desk: Desk, block: b.Title) -> Iterator[Due]:
    for number, line in enumerate(block.lines):
        yield Due(_said(line), block.style, keep_next=True, new_page=block.new_page and not number)


def _heading(desk: Desk, block: b.Heading) -> Iterator[Due]:
    yield Due(words_of_part(block), block.style, keep_next=True)


def _paragraph(desk: Desk, block: b.Paragraph) -> Iterator[Due]:
    yield Due(words_of_part(block), block.style)


def _item(desk: Desk, block: b.Item) -> Iterator[Due]:
    yield Due(words_of_part(block), f'item-{block.level}')


def _letterhead(desk: Desk, block: b.Letterhead) -> Iterator[Due]:
    measures = desk.layout.letterhead
    first, *others = block.agency or ((),)
    hung = {'left': measures.agency_left, 'first_line': -measures.agency_left, 'before': desk.layout.letterhead_before}
    yield Due(words_of_part((block.number, first)), '', hung, tabs=(measures.agency_left,))
    for line in others:
        yield Due(_said(line), '', {'left': measures.agency_left, 'first_line': 0, 'before': 0})
    yield Due(_said(block.date), 'date', {'left': measures.centre})


def _field(desk: Desk, block: b.Field) -> Iterator[Due]:
    hang = desk.hang(block.label or block.under)
    alone = {'first_line': 0.0, 'before': 0.0} if block.under else {'first_line': -hang}
    yield Due(words_of_part(block), 'field', {'left': hang, **alone})


def _enclosures(desk: Desk, block: b.Enclosures) -> Iterator[Due]:
    start = desk.hang(block.label)
    hang = start + max((desk.words(f'{row.number} ') for row in block.rows if row.number), default=0.0)
    stop = (desk.layout.letterhead.quantity_left,)
    for number, row in enumerate(block.rows):
        label = '' if number else block.label
        values = (
            {'left': hang, 'first_line': start - hang, 'before': 0} if number else {'left': hang, 'first_line': -hang}
        )
        yield Due(words_of_part((label, row.number, row.text, row.quantity)), 'field', values, tabs=stop)


def _signature(desk: Desk, block: b.Signature) -> Iterator[Due]:
    measures = desk.layout.letterhead
    room = measures.sign_room * desk.layout.line
    if not block.closing:
        yield from _signed(block, (desk.layout.signatories.left + desk.width) / 2, room)
        return
    yield Due(words_of_part(block.closing), 'closing', {'left': measures.centre}, keep_next=True)
    yield from _signed(block, measures.centre + desk.words(block.closing) / 2, room)


def _signatories(desk: Desk, block: b.Signatories) -> Iterator[Due]:
    measures = desk.layout.signatories
    for one in block.blocks:
        yield from _signed(one, (measures.left + desk.width) / 2, measures.before)


def _signed(block: b.Signature, axis: float, room: float) -> Iterator[Due]:
    last = len(block.lines) - 1
    for number, line in enumerate(block.lines):
        before = {'before': 0.0 if number else room}
        yield Due(_said(line), 'signature', before, axis=axis, keep_next=number < last)


def _owner(desk: Desk, block: b.Owner) -> Iterator[Due]:
    yield from _bound(block.lines, 'owner', desk.layout.letterhead.owner_gap)


def _copies(desk: Desk, block: b.CopyTo) -> Iterator[Due]:
    hang, last = desk.hang(block.label), len(block.lines) - 1
    for number, line in enumerate(block.lines):
        words = words_of_part((() if number else block.label, line))
        before = 0.0 if number else desk.layout.letterhead.owner_gap
        values = {'left': hang, 'first_line': 0.0 if number else -hang, 'before': before}
        yield Due(words, 'owner', values, keep_next=number < last)


def _memo_line(desk: Desk, block: b.MemoLine) -> Iterator[Due]:
    measures = desk.layout.memo
    stops = (*((measures.second_label,) if len(block.pairs) > 1 else ()), desk.width)
    sizes = frozenset({measures.label_size, desk.layout.font.size})
    alone = len(block.pairs) == 1
    gap = ' ' * desk.layout.letterhead.label_gap
    hang = desk.advances.width(block.pairs[0][0] + gap, measures.label_size, bold=True) if alone else 0.0
    yield Due(words_of_part(block), 'memo-line', {'left': hang, 'first_line': -hang}, tabs=stops, sizes=sizes)


def _order_room(desk: Desk, block: b.OrderRoom) -> Iterator[Due]:
    yield from _bound(block.lines, 'order', desk.layout.memo.order_room)


def _bound(lines: Sequence[Text], style: str, room: float) -> Iterator[Due]:
    """Lines that no page parts, with room above the first."""
    last = len(lines) - 1
    for number, line in enumerate(lines):
        yield Due(_said(line), style, {'before': 0.0 if number else room}, keep_next=number < last)


def _envelope(desk: Desk, block: b.Envelope) -> Iterator[Due]:
    sheet, emblem = desk.layout.envelopes[desk.view.sheet], desk.layout.memo.emblem_height * POINTS_PER_CM
    above = emblem + len(block.sender) * desk.layout.line
    room = max((sheet.top - sheet.edge) * POINTS_PER_CM - above, 0)
    for number, line in enumerate(block.sender):
        yield Due(_said(line), 'sender', {'before': 0.0 if number else emblem}, new_page=not number)
    for number, line in enumerate((*block.receiver, block.post_code)):
        yield Due(_said(line), 'receiver', {'left': sheet.left - sheet.edge, 'before': 0.0 if number else room})


def _table(desk: Desk, block: Block) -> Iterator[Due]:
    yield Due(words_of_part(block), table=block)


def _said(text: Text) -> str:
    return words_of_part(text)


# A row a class of block, as the writer of the DOCX has one.
DUES: Mapping[type[Block], Callable[[Desk, Any], Iterator[Due]]] = {
    b.Title: _title,
    b.Heading: _heading,
    b.Paragraph: _paragraph,
    b.Item: _item,
    b.Owner: _owner,
    b.Counts: _table,
    b.Table: _table,
    b.Letterhead: _letterhead,
    b.Field: _field,
    b.Enclosures: _enclosures,
    b.Signature: _signature,
    b.Signatories: _signatories,
    b.CopyTo: _copies,
    b.MemoLine: _memo_line,
    b.OrderRoom: _order_room,
    b.Envelope: _envelope,
    b.Labels: _table,
}
