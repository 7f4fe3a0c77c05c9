"""The block writer: a table of block classes and the functions that write them, and what binds block to block."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from lxml import etree

from saraban.render.docx import letter, tables, text
from saraban.render.docx.oxml import Element, el, keep_with_next, qn, space_after
from saraban.render.docx.pen import Pen
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
}


def write_block(pen: Pen, block: Block) -> list[Element]:
    """The paragraphs and tables of one block."""
    return WRITERS[type(block)](pen, block)


def body_xml(pen: Pen, view: View) -> str:
    """The whole body of a paper as XML without namespace declarations, to stand inside the template's `w:body`."""
    written = [write_block(pen, block) for block in view.blocks]
    _keep_above_closing(pen, view, written)
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


def _keep_above_closing(pen: Pen, view: View, written: list[list[Element]]) -> None:
    """At least two lines of text stay with a closing (the rule of a last page).

    The paragraph above it goes with it; Word's widow control parts no line alone from it. Where it is one line, as it
    mostly is, the paragraph before goes with it too.
    """
    for number, block in enumerate(view.blocks):
        if isinstance(block, blocks.Signature) and block.closing:
            for above in range(number - 1, max(number - 3, -1), -1):
                text = view.blocks[above]
                if not isinstance(text, blocks.Paragraph | blocks.Item):
                    break
                for element in written[above]:
                    keep_with_next(element)
                if not _is_one_line(pen, text):
                    break


def _is_one_line(pen: Pen, block: blocks.Paragraph | blocks.Item) -> bool:
    style = pen.layout.styles[block.style if isinstance(block, blocks.Paragraph) else f'item-{block.level}']
    room = pen.width - style.left - style.first_line
    blank = sum(run.blank.width for run in block.text if run.blank)
    return pen.text_width(blocks.words_of(block.text)) + blank <= room
