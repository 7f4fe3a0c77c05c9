"""Papers read back from files, made fit for a template of ours: its styles' names, its levels, tables without gaps."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from saraban.render.docx.dress import all_styles, style_name
from saraban.render.layout import Layout
from saraban.review.changes import PaperChange
from saraban.views.blocks import Block, Cell, Column, Item, Paragraph, Row, Table, View

STRANGERS = 'proposal'
"""The template of papers that have none: running text with page numbers."""
_OWN = ('proposal', 'schedule', 'round-schedule', 'allocation', 'letter', 'memo', 'reply-form', 'register')
TEMPLATES = {name: name for name in _OWN} | {'circular': 'letter', 'change-letter': 'letter'}
"""In which template a paper of a kind is set, where it is known by its kind alone."""
_OTHERS = {'title': 'title', 'subtitle': 'title', 'footnote': 'note'}
_LEVELS = range(2, 6)


def template_of(change: PaperChange) -> str:
    """The template that a changed paper is set in: its own, else the one of its kind, else a plain paper's."""
    own = next((side.template for side in (change.new, change.old) if side and side.template), '')
    return own or TEMPLATES.get(change.view.kind, STRANGERS)


def as_guest(view: View, template: str, layout: Layout) -> View:
    """A view in a template; of one that has a template, nothing but that is changed.

    Words, blocks and their order stay: what a comparison says of the one holds of the other. Styles that the layout does
    not know print as body text.
    """
    if view.template:
        return replace(view, template=template)
    names = {style_name(name).lower(): name for name in all_styles(layout)} | _OTHERS
    blocks = tuple(_block(block, names, layout) for block in view.blocks)
    return replace(view, template=template, blocks=blocks)


def _block(block: Block, names: Mapping[str, str], layout: Layout) -> Block:
    if isinstance(block, Paragraph) and block.style not in layout.styles:
        return replace(block, style=names.get(block.style, 'body'))
    if isinstance(block, Item):
        return replace(block, level=min(max(block.level, _LEVELS[0]), _LEVELS[-1]))
    if isinstance(block, Table):
        # Word takes a table without a row for a damaged file.
        rows = block.rows if block.rows or block.header else (Row('', (Cell(((),)),)),)
        wide = max((sum(cell.span for cell in row.cells) for row in rows), default=1)
        return replace(block, columns=(*block.columns, *[Column((), 'left')] * (wide - len(block.columns))), rows=rows)
    return block
