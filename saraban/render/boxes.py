"""What stands on a laid-out page, read from the page engine's boxes: its first words, its lines of text.

The one place that looks into WeasyPrint's boxes after layout; how Thai is set is the typesetter's.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from weasyprint.formatting_structure import boxes

HEADING = 'h2'
_PX_PER_PT = 96 / 72
RESTYLED = 'restyled'
"""The class of words that were set in another style; those put in and taken out are `ins` and `del`."""


@dataclass(frozen=True, slots=True)
class Opening:
    """How a page begins: a heading's number and title, or the first line of running text or of a table's row."""

    text: str
    heading: bool


@dataclass(frozen=True, slots=True)
class MarkedLine:
    """A line of a page with a mark in it, or of a block that moved: from where to where (px from the top edge)."""

    top: float
    bottom: float
    moved: bool


def marked_lines(page: Any, moved: frozenset[str]) -> list[MarkedLine]:
    """The lines of a page that bear marks, and those of the blocks with these ids."""
    found = []
    for box in page._page_box.descendants():
        if _id(box) in moved and not isinstance(box, boxes.LineBox):
            found += [MarkedLine(line.position_y, line.position_y + line.height, True) for line in _line_boxes(box)]
        elif isinstance(box, boxes.LineBox) and any(map(_is_mark, box.descendants())):
            found.append(MarkedLine(box.position_y, box.position_y + box.height, False))
    return found


def rows_fitting(pages: list[Any]) -> int:
    """How many rows of a table would stand on the first of some pages together with what follows the table on the last."""
    first, last = pages[0]._page_box, pages[-1]._page_box
    below = max((_end(box) for box in last.descendants() if isinstance(box, boxes.LineBox)), default=0.0)
    above = max(map(_end, _rows(last)), default=last.content_box_y())
    foot = first.content_box_y() + first.height - (below - above)
    return sum(_end(row) <= foot for row in _rows(first))


def _rows(box: Any) -> Iterator[Any]:
    """The rows of tables, headers and footers apart."""
    groups = (one for one in box.descendants() if isinstance(one, boxes.TableRowGroupBox))
    return (row for group in groups if not (group.is_header or group.is_footer) for row in group.children)


def _end(box: Any) -> float:
    return float(box.position_y + box.height)


def openings(pages: list[Any]) -> list[Opening]:
    """How each page but the first begins; a table header that is repeated there does not count."""
    return [_opening(page, before) for before, page in pairwise(pages)]


def lines_above(pages: list[Any], closing: frozenset[str]) -> int:
    """How many lines of text, outside the blocks of these ids, stand on the page that holds the first of them.

    Without such blocks, how many stand on the last page.
    """
    closed = (page for page in pages if any(_id(box) in closing for box in page._page_box.descendants()))
    page = next(closed, pages[-1])
    return sum(1 for _ in _lines(page._page_box, closing))


def might_close_up(pages: list[Any], foot: float) -> bool:
    """Whether the lines of the last page could stand below those of the page before, were its foot (pt) free.

    Only the lines' own height is reckoned, so that No is sure. What a table repeats on the last page does not count.
    """
    before, last = pages[-2:]
    area = before._page_box
    ends = (box.position_y + box.height for box in _in_flow(area, set()) if isinstance(box, boxes.LineBox))
    room = area.content_box_y() + area.height + foot * _PX_PER_PT - max(ends, default=area.content_box_y())
    lines = (box for box in _in_flow(last._page_box, _tables(before)) if isinstance(box, boxes.LineBox))
    needed, reached = 0.0, float('-inf')
    for top, bottom in sorted((line.position_y, line.position_y + line.height) for line in lines):
        needed += max(bottom - max(top, reached), 0)
        reached = max(reached, bottom)
    return bool(needed <= room + 1)


def _tables(page: Any) -> set[int]:
    """The tables of a page, by the element that each is of: those that go on repeat their header on the next one."""
    return {id(box.element) for box in page._page_box.descendants() if isinstance(box, boxes.TableBox)}


def _opening(page: Any, before: Any) -> Opening:
    for box in _in_flow(page._page_box, _tables(before)):
        if isinstance(box, boxes.TableRowBox):
            cells = (next((_text(line) for line in _line_boxes(cell)), '') for cell in box.children)
            text = ' '.join(filter(None, (cell.strip() for cell in cells)))
        elif isinstance(box, boxes.LineBox):
            text = _text(box).strip()
        elif box.element_tag == HEADING and isinstance(box, boxes.BlockBox):
            return Opening(box.element.get('data-label', ''), heading=True)
        else:
            continue
        if text:
            return Opening(text, heading=False)
    return Opening('', heading=False)


def _in_flow(box: Any, going_on: set[int]) -> Iterator[Any]:
    """Boxes in the order in which they are read, without the repeated header of a table that goes on."""
    for child in getattr(box, 'children', ()):
        if not child.is_in_normal_flow() or isinstance(child, boxes.MarginBox):
            continue
        yield child
        if isinstance(child, boxes.TableBox) and id(child.element) in going_on:
            for group in child.children:
                if not group.is_header:
                    yield from _in_flow(group, going_on)
        elif not isinstance(child, boxes.LineBox):
            yield from _in_flow(child, going_on)


def _lines(box: Any, closing: frozenset[str]) -> Iterator[Any]:
    for child in getattr(box, 'children', ()):
        if not child.is_in_normal_flow() or isinstance(child, boxes.MarginBox):
            continue
        if isinstance(child, boxes.LineBox):
            yield child
        elif _id(child) not in closing:
            yield from _lines(child, closing)


def _id(box: Any) -> str:
    return '' if box.element is None else str(box.element.get('id'))


def _is_mark(box: Any) -> bool:
    if not isinstance(box, boxes.InlineBox) or box.element is None:
        return False
    return box.element_tag in {'ins', 'del'} or box.element.get('class') == RESTYLED


def _line_boxes(box: Any) -> Iterator[Any]:
    return (each for each in box.descendants() if isinstance(each, boxes.LineBox))


def _text(line: Any) -> str:
    return ''.join(box.text for box in line.descendants() if isinstance(box, boxes.TextBox))
