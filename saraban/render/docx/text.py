"""Blocks of running text: titles, headings, paragraphs, numbered items, the owner's lines."""

from __future__ import annotations

from dataclasses import replace

from saraban.render.docx.oxml import Element, Form
from saraban.render.docx.pen import Pen
from saraban.views.blocks import Heading, Item, Owner, Paragraph, Title


def title(pen: Pen, block: Title) -> list[Element]:
    """A paragraph a line, so that an officer can move the break; the lines stay together."""
    kept = Form(keep_next=True, keep_lines=True)
    first = replace(kept, new_page=True) if block.new_page else kept
    return [pen.paragraph(block.style, line, form=kept if number else first) for number, line in enumerate(block.lines)]


def heading(pen: Pen, block: Heading) -> list[Element]:
    """Number and words; a day's heading has no number."""
    number = (f'{block.number} ',) if block.number else ()
    return [pen.paragraph(block.style, *number, block.text, form=Form(keep_next=True, keep_lines=True))]


def running(pen: Pen, block: Paragraph) -> list[Element]:
    """A paragraph as its style says."""
    return [pen.paragraph(block.style, block.text)]


def item(pen: Pen, block: Item) -> list[Element]:
    """The number stands before the text on its first line."""
    number = (f'{block.number} ',) if block.number else ()
    return [pen.paragraph(f'item-{block.level}', *number, block.text)]


def owner(pen: Pen, block: Owner) -> list[Element]:
    """Lines at the left margin a blank line under the signature, not parted from each other."""
    last = len(block.lines) - 1
    return [
        pen.paragraph(
            'owner', line, form=Form(before=0 if number else pen.layout.letterhead.owner_gap, keep_next=number < last)
        )
        for number, line in enumerate(block.lines)
    ]
