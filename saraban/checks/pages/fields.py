"""The fields of letters, memos and envelopes: labels, texts that hang, numbers and quantities in their columns."""

from __future__ import annotations

from collections.abc import Iterator
from functools import singledispatch

from saraban.checks.pages.drawn import Line
from saraban.checks.pages.page import Paper, ink_end, line_starts, off_place, starts_at
from saraban.errors import Finding
from saraban.views.blocks import Block, CopyTo, Counts, Enclosures, Envelope, Field, MemoLine, Owner, words_of

LABEL = ('ชื่อช่อง', 'the label')
TEXT = ('ข้อความของช่อง', "the field's text")


def fields_are_in_place(paper: Paper) -> Iterator[Finding]:
    """Each field's label is at the left margin, its text hangs under its own start, what has a column stands in it."""
    for block, lines in paper.placed():
        yield from _in_place(block, paper, lines)


@singledispatch
def _in_place(block: Block, paper: Paper, lines: tuple[Line, ...]) -> Iterator[Finding]:
    """Nothing to say of a block that is no field."""
    yield from ()


@_in_place.register
def _field(block: Field, paper: Paper, lines: tuple[Line, ...]) -> Iterator[Finding]:
    start = paper.place_of(_label(paper, block.label or block.under))
    if block.label:
        yield from starts_at(paper, lines[0], paper.left, LABEL)
        yield from _texts(paper, lines[1:], start)
    else:
        yield from _texts(paper, lines, start)


@_in_place.register
def _enclosures(block: Enclosures, paper: Paper, lines: tuple[Line, ...]) -> Iterator[Finding]:
    yield from starts_at(paper, lines[0], paper.left, LABEL)
    number = paper.place_of(_label(paper, block.label))
    text = number + max(
        (paper.advances.width(f'{row.number} ', paper.layout.font.size) for row in block.rows if row.number),
        default=0.0,
    )
    quantity = paper.left + paper.layout.letterhead.quantity_left
    waiting = iter(lines[1:])
    line = next(waiting, None)
    for row in block.rows:
        for words, start, what in (
            (row.number, number, ('เลขลำดับ', 'the number')),
            (words_of(row.text), text, TEXT),
            (row.quantity, quantity, ('จำนวน', 'the quantity')),
        ):
            rest = words.replace(' ', '')
            while line is not None and rest and rest.startswith(line.text.replace(' ', '')):
                yield from starts_at(paper, line, start, what)
                rest = rest.removeprefix(line.text.replace(' ', ''))
                line = next(waiting, None)


@_in_place.register
def _copies(block: CopyTo, paper: Paper, lines: tuple[Line, ...]) -> Iterator[Finding]:
    yield from starts_at(paper, lines[0], paper.left, LABEL)
    yield from _texts(paper, lines[1:], paper.place_of(_label(paper, block.label)))


@_in_place.register
def _owner(block: Owner, paper: Paper, lines: tuple[Line, ...]) -> Iterator[Finding]:
    for line in line_starts(lines):
        yield from starts_at(paper, line, paper.left, ('เจ้าของเรื่อง', "the owner's line"))


@_in_place.register
def _memo_line(block: MemoLine, paper: Paper, lines: tuple[Line, ...]) -> Iterator[Finding]:
    measures, gap = paper.layout.memo, ' ' * paper.layout.letterhead.label_gap
    labels = [number for number, line in enumerate(lines) if line.size > paper.layout.font.size]
    starts = (paper.left, paper.left + measures.second_label)
    for (label, text), start, at, end in zip(block.pairs, starts, labels, (*labels[1:], len(lines)), strict=False):
        yield from starts_at(paper, lines[at], start, LABEL)
        edge = start + paper.advances.width(label + gap, measures.label_size, bold=True)
        blank = bool(text and text[0].blank)  # what follows it stands in the middle of its line
        yield from _texts(paper, tuple(line_starts(lines[at + 1 : end]))[1 if blank else 0 :], edge)


@_in_place.register
def _envelope(block: Envelope, paper: Paper, lines: tuple[Line, ...]) -> Iterator[Finding]:
    sheet = paper.layout.envelopes[paper.view.sheet]
    rows = line_starts(lines)
    receiver = next(
        (n for n, row in enumerate(rows) if row.text.startswith(words_of(block.receiver[0])[:5])), len(rows)
    )
    for number, row in enumerate(rows):
        start = paper.left if number < receiver else sheet.left
        yield from starts_at(paper, row, start, ('ผู้ส่ง', 'the sender') if number < receiver else ('ผู้รับ', 'the receiver'))
    for row in rows[receiver : receiver + 1]:
        top = row.y - paper.ascent(paper.layout.font.size)
        yield from off_place(paper, row, top, sheet.top, ('ขอบบนของผู้รับ', "the receiver's top"))


@_in_place.register
def _counts(block: Counts, paper: Paper, lines: tuple[Line, ...]) -> Iterator[Finding]:
    measures = paper.layout.counts
    for row in block.rows:
        value = next((line for line in lines if line.text.strip() == words_of(row.value).strip()), None)
        if value is not None:
            yield from off_place(paper, value, ink_end(value), paper.right, ('จำนวนชิดขวา', 'the number flush right'))
    yield from starts_at(paper, lines[0], paper.left + measures.indent, ('รายการ', 'the label'))


def _texts(paper: Paper, lines: tuple[Line, ...], start: float) -> Iterator[Finding]:
    for line in line_starts(lines):
        if not line.text.startswith(' '):  # after a blank line to fill in, a text goes on in its middle
            yield from starts_at(paper, line, start, TEXT)


def _label(paper: Paper, label: str) -> str:
    return label + ' ' * paper.layout.letterhead.label_gap
