"""The block writer: a table of block classes and the functions that write them, and what binds block to block."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from lxml import etree

from saraban.render.docx import letter, mail, memo, tables, text
from saraban.render.docx.oxml import Element, el, keep_with_next, qn, space_after
from saraban.render.docx.pen import Pen
from saraban.render.keeping import closes, kept_with_next
from saraban.views import blocks
from saraban.views.blocks import Block, View

# A new kind of block is a row; each writer takes the pen and its own class of block.
WRITERS: Mapping[type[Block], Callable[[Pen, Any], list[Element]]] = {
    blocks.Title: text.title,
    blocks.Heading: text.heading,
    blocks.Paragraph: text.running,
    blocks.Item: text.item,
    blocks.Owner: text.owner,
    blocks.Counts: tables.counts,
    blocks.Table: tables.table,
    blocks.Letterhead: letter.letterhead,
    blocks.Field: letter.field,
    blocks.Enclosures: letter.enclosures,
    blocks.Signature: letter.signature,
    blocks.Signatories: letter.signatories,
    blocks.CopyTo: letter.copies,
    blocks.MemoLine: memo.line,
    blocks.OrderRoom: memo.order,
    blocks.Envelope: mail.envelope,
    blocks.Labels: mail.labels,
}


def write_block(pen: Pen, block: Block) -> list[Element]:
    """The paragraphs and tables of one block."""
    return WRITERS[type(block)](pen, block)


@dataclass(frozen=True, slots=True)
class Written:
    """What the block at a place of a view gives in the body, with the room that it needs above itself.

    `at` is None for what stands at the body's end for Word's sake and is no block's.
    """

    at: int | None
    elements: list[Element]


def write_body(pen: Pen, view: View) -> list[Written]:
    """The whole body of a paper, block by block; joined, the elements are the children of the template's `w:body`."""
    body = [Written(at, write_block(pen, block)) for at, block in enumerate(view.blocks)]
    kept = kept_with_next(view, pen.layout, pen.advances)
    kept |= {block.id for block, after in pairwise(view.blocks) if closes(block) and closes(after)}
    for block, written in zip(view.blocks, body, strict=True):
        for element in written.elements if block.id in kept else ():
            keep_with_next(element)
    above: Written | None = None
    for block, written in zip(view.blocks, body, strict=True):
        if above and isinstance(block, blocks.Table | blocks.Counts):
            ruled = isinstance(block, blocks.Table) and block.ruled
            _make_room(above, written, pen.layout.table.before if ruled else 0.0)
        above = written if written.elements else above
    if above is None or _ends_in_table(above):
        body.append(Written(None, [tables.spacer()]))
    return body


def inner_xml(elements: Iterable[Element]) -> str:
    """Elements as XML without namespace declarations, to stand inside the template's `w:body`."""
    body = el('body')
    body.extend(elements)
    # The children take their namespace from the container, so none of them repeats it.
    xml = etree.tostring(body, encoding='unicode')
    return xml[xml.index('>') + 1 : xml.rindex('<')]


def _ends_in_table(written: Written) -> bool:
    return written.elements[-1].tag == qn('tbl')


def _make_room(above: Written, table: Written, before: float) -> None:
    """Space above a table, which has none of its own in Word: after the paragraph above it, or between two tables."""
    if _ends_in_table(above):
        table.elements.insert(0, tables.spacer(before or 1.0))
    elif before:
        space_after(above.elements[-1], before)
