"""The block writer: a table of block classes and the functions that write them, and what binds block to block."""

from __future__ import annotations

from collections.abc import Callable, Mapping
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


def body_xml(pen: Pen, view: View) -> str:
    """The whole body of a paper as XML without namespace declarations, to stand inside the template's `w:body`."""
    written = [write_block(pen, block) for block in view.blocks]
    kept = kept_with_next(view, pen.layout, pen.advances)
    kept |= {block.id for block, after in pairwise(view.blocks) if closes(block) and closes(after)}
    for block, elements in zip(view.blocks, written, strict=True):
        for element in elements if block.id in kept else ():
            keep_with_next(element)
    body = el('body')
    for block, elements in zip(view.blocks, written, strict=True):
        if isinstance(block, blocks.Table | blocks.Counts):
            _make_room(body, pen.layout.table.before if isinstance(block, blocks.Table) and block.ruled else 0.0)
        body.extend(elements)
    if not len(body) or body[-1].tag == qn('tbl'):
        body.append(tables.spacer())
    # The children take their namespace from the container, so none of them repeats it.
    xml = etree.tostring(body, encoding='unicode')
    return xml[xml.index('>') + 1 : xml.rindex('<')]


def _make_room(body: Element, before: float) -> None:
    """Space above a table, which has none of its own in Word: after the paragraph above it, or between two tables."""
    if not len(body):
        return
    if body[-1].tag == qn('tbl'):
        body.append(tables.spacer(before or 1.0))
    elif before:
        space_after(body[-1], before)
