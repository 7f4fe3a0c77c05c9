"""What stays together: at least two lines of text with a closing (the rule of a last page), a lead with its table."""

from __future__ import annotations

from itertools import pairwise

from saraban.render.advances import Advances
from saraban.render.layout import Layout
from saraban.views.blocks import Block, Counts, Item, Paragraph, Signature, Table, View, words_of


def kept_with_next(view: View, layout: Layout, advances: Advances) -> frozenset[str]:
    """The ids of the paragraphs that no page may part from what follows them.

    The paragraph above a closing goes with it; widow control parts no line alone from it. Where it is one line, as it
    mostly is, the paragraph before goes with it too. What leads to a table or a list of counts (… ดังนี้) goes with it.
    """
    kept = {text.id for text, after in pairwise(view.blocks) if isinstance(text, Paragraph) and _is_led_to(after)}
    for number, block in enumerate(view.blocks):
        if isinstance(block, Signature):
            for above in view.blocks[max(number - 2, 0) : number][::-1]:
                if not isinstance(above, Paragraph | Item):
                    break
                kept.add(above.id)
                if not _is_one_line(above, view, layout, advances):
                    break
    return frozenset(kept)


def _is_led_to(block: Block) -> bool:
    return isinstance(block, Table | Counts)


def closes(block: Block) -> bool:
    """Whether a block is the closing of a paper or stands under it, so that it counts as no line of text."""
    return type(block).__name__ in {'Signature', 'Owner', 'CopyTo', 'OrderRoom'}


def _is_one_line(block: Paragraph | Item, view: View, layout: Layout, advances: Advances) -> bool:
    style = layout.styles[block.style if isinstance(block, Paragraph) else f'item-{block.level}']
    room = layout.text_width(view.template, view.sheet) - style.left - style.first_line
    number = f'{block.number} ' if isinstance(block, Item) else ''
    blank = sum(run.blank.width for run in block.text if run.blank)
    return advances.width(number + words_of(block.text), style.size or layout.font.size) + blank <= room
