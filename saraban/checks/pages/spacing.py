"""The space between what stands under each other: before paragraphs, fields and closings, and the room to sign."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from saraban.checks.pages.drawn import Line
from saraban.checks.pages.page import Paper, line_starts, points, rounded
from saraban.errors import Finding
from saraban.views.blocks import (
    Block,
    CopyTo,
    Enclosures,
    Field,
    Heading,
    Item,
    Letterhead,
    OrderRoom,
    Owner,
    Paragraph,
    Signatories,
    Signature,
    Text,
    Title,
    plain,
    words_of,
)

SPACING = 0.5  # pt, of a space before: rounding of two baselines


def blocks_keep_their_spacing(paper: Paper) -> Iterator[Finding]:
    """Between two blocks on a page stands the space that the later one asks for, no less and no more."""
    placed = {block.id: lines for block, lines in paper.placed()}
    for one, other in pairwise(paper.view.blocks):
        before, after = placed.get(one.id), placed.get(other.id)
        space = _space_before(paper, other)
        if not before or not after or space is None or before[-1].page != after[0].page:
            continue
        if _is_odd(paper, one, _last(one)) or _is_odd(paper, other, _first(other)):
            continue
        style = paper.style(one)
        yield from _spaced(paper, before[-1], after[0], max(space, style.after if style else 0.0))


def parts_keep_their_spacing(paper: Paper) -> Iterator[Finding]:
    """The date stands its space under the agency's address, the name its room under the closing, single lines elsewhere."""
    for block, lines in paper.placed():
        if isinstance(block, Letterhead) and words_of(block.date):
            rows = line_starts(lines)
            if len(rows) == 1 + len(block.agency):  # an address that is still blank draws no line to measure from
                yield from _spaced(paper, rows[-2], rows[-1], paper.layout.styles['date'].before)
        elif isinstance(block, Signature) and block.closing:
            rows = line_starts(lines)
            rooms = (paper.layout.letterhead.sign_room * paper.layout.line, *(0.0 for _ in block.lines))
            for (above, under), room in zip(pairwise(rows), rooms, strict=False):
                if above.page == under.page:
                    yield from _spaced(paper, above, under, room)


def _space_before(paper: Paper, block: Block) -> float | None:
    """The space (pt) above a block's first line; None where it is no line of the text's size, or another check's."""
    layout = paper.layout
    style = paper.style(block)
    if style is not None:
        return style.before
    if isinstance(block, Field | Enclosures):
        return 0.0 if isinstance(block, Field) and block.under else layout.styles['field'].before
    if isinstance(block, Signature):
        return layout.styles['closing'].before if block.closing else layout.letterhead.sign_room * layout.line
    if isinstance(block, Owner | CopyTo):
        return layout.letterhead.owner_gap
    if isinstance(block, OrderRoom):
        return layout.memo.order_room
    return layout.signatories.before if isinstance(block, Signatories) else None


def _spaced(paper: Paper, above: Line, under: Line, expected: float) -> Iterator[Finding]:
    measured = points(under.y - above.y) - paper.layout.line
    if abs(measured - expected) > SPACING:
        yield paper.finding('wrong-spacing', under, measured=rounded(measured), expected=rounded(expected))


def _is_odd(paper: Paper, block: Block, text: Text | None) -> bool:
    """Whether a line of a block says nothing of its place: of another size, or a gap that draws no letters."""
    style = paper.style(block)
    return text is None or not text or any(run.blank for run in (text[0], text[-1])) or bool(style and style.size)


def _first(block: Block) -> Text | None:
    """The text of a block's first line."""
    if isinstance(block, Signature):
        return plain(block.closing) if block.closing else block.lines[0]
    if isinstance(block, Signatories):
        return block.blocks[0].lines[0]
    if isinstance(block, Owner | CopyTo | OrderRoom):
        return block.lines[0]
    if isinstance(block, Enclosures):
        return block.rows[0].text
    return _text(block)


def _last(block: Block) -> Text | None:
    """The text of a block's last line; None where lines of tables or of another size end it."""
    if isinstance(block, Letterhead):
        return block.date
    if isinstance(block, Signature | Owner | CopyTo):
        return block.lines[-1]
    if isinstance(block, Enclosures):
        return block.rows[-1].text
    return _text(block)


def _text(block: Block) -> Text | None:
    if isinstance(block, Title):
        return block.lines[0]
    return block.text if isinstance(block, Field | Heading | Paragraph | Item) else None
