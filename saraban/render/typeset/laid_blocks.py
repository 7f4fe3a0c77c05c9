"""Hook in WeasyPrint's layout: a block that stands where an earlier paper had the same one is taken from there, laid out.

The letters of a batch differ in a paragraph and a name; the rest was laid out again for half of a letter's time. What is
taken is what would be made: the key holds all that the layout of such a block looks at, and whatever is not known to be
so simple (what floats or is placed, pictures, what a page breaks) is laid out anew.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any, NamedTuple

from weasyprint.formatting_structure import boxes

from saraban.render.typeset.styles import SharedStyle

KEPT = 128
"""Laid-out blocks that are kept, the latest used: some 40 kB each."""

_PLAIN = (boxes.BlockBox, boxes.LineBox, boxes.InlineBox, boxes.InlineBlockBox, boxes.TextBox)
_TABLE = (boxes.TableBox, boxes.TableRowGroupBox, boxes.TableRowBox, boxes.TableCellBox)
_COLUMNS = (boxes.TableColumnGroupBox, boxes.TableColumnBox)
_KNOWN = frozenset((*_PLAIN, *_TABLE, *_COLUMNS))
"""Kinds of boxes whose layout is known to look at nothing but what a key holds."""


class _NotSimple(Exception):  # noqa: N818 - no error: such a block is laid out as ever
    """A block is more than words, blanks and tables in the flow."""


class _Laid(NamedTuple):
    """What laying out a block gave, and where its box then was."""

    box: Any
    next_page: dict[str, Any]
    margins: tuple[float, ...]
    """Of the block, that collapse with what follows."""
    margins_before: tuple[float, ...]
    """Given to the block, as it left them."""
    collapses_through: bool
    place: tuple[float, float, float]


class LaidBlocks:
    """The laid-out blocks of one typesetter's papers."""

    def __init__(self) -> None:
        self._known: dict[tuple[Any, ...], _Laid] = {}

    def find(self, key: tuple[Any, ...]) -> _Laid | None:
        """A block that was laid out before; one that was moved afterwards is forgotten."""
        found = self._known.pop(key, None)
        if found is None or found.place != _place(found.box):
            return None
        self._known[key] = found
        return found

    def keep(self, key: tuple[Any, ...], laid: _Laid) -> None:
        """Remembers a block."""
        if len(self._known) >= KEPT:
            del self._known[next(iter(self._known))]
        self._known[key] = laid


def laying_once(original: Callable[..., Any]) -> Callable[..., Any]:
    """`block_level_layout`: a block of the body as an earlier paper had it, if it stands at the same place."""

    def block_level_layout(
        context: Any, box: Any, bottom_space: float, skip_stack: Any, containing_block: Any, *rest: Any, **options: Any
    ) -> Any:
        given = context, box, bottom_space, skip_stack, containing_block
        known = getattr(box.style.font_config, 'laid_blocks', None)
        if known is None or skip_stack or options or not _is_usual(context, containing_block, rest):
            return original(*given, *rest, **options)
        page_is_empty, _, _, adjoining_margins, *_ = rest
        try:
            key = (
                *(box.position_x, box.position_y, containing_block.width, containing_block.height),
                *(context.page_bottom, bottom_space, page_is_empty, context.current_page > 1, context.forced_break),
                *(tuple(adjoining_margins), *_looked_at(box)),
            )
        except _NotSimple:
            return original(*given, *rest)
        found = known.find(key)
        if found is not None:
            adjoining_margins[:] = found.margins_before
            return found.box, None, dict(found.next_page), list(found.margins), found.collapses_through, None
        result = original(*given, *rest)
        new_box, resume_at, next_page, margins, collapses_through, _ = result
        if new_box is not None and resume_at is None and not context.excluded_shapes:
            laid = dict(next_page), tuple(margins), tuple(adjoining_margins), collapses_through, _place(new_box)
            known.keep(key, _Laid(new_box, *laid))
        return result

    return block_level_layout


def _is_usual(context: Any, containing_block: Any, rest: tuple[Any, ...]) -> bool:
    """Whether a block stands in the body, beside nothing that floats, as the body's layout calls for it.

    `rest` is: whether the page is empty, absolute and fixed boxes, adjoining margins, the first letter's and line's styles,
    whether what follows is discarded, and a limit of lines.
    """
    if not isinstance(containing_block, boxes.BlockBox) or containing_block.element_tag != 'body' or len(rest) != 8:
        return False
    return None not in rest[1:4] and not any(rest[4:]) and not context.excluded_shapes


def _place(box: Any) -> tuple[float, float, float]:
    return box.position_x, box.position_y, box.height


def _looked_at(box: Any, *, is_top: bool = True) -> Iterator[Any]:
    """All of a box, and of what is in it, that its layout and what is drawn of it depend on.

    Raises:
        _NotSimple: that cannot be said of it.
    """
    kind = type(box)
    if kind not in _KNOWN or not box.is_in_normal_flow() or box.first_letter_style or box.first_line_style:
        raise _NotSimple
    yield kind
    yield _style(box.style, is_top=is_top)
    if box.element is not None:
        yield tuple(box.element.attrib.items())
    yield box.bookmark_label
    yield box.is_leader
    if kind is boxes.TextBox:
        yield box.text
        return
    yield len(box.children)
    if kind is boxes.TableCellBox:
        yield box.colspan, box.rowspan, box.grid_x
    if kind is boxes.TableRowGroupBox:
        yield box.is_header, box.is_footer
    if kind is boxes.TableBox:
        for column in box.column_groups:
            yield from _looked_at(column, is_top=False)
    if kind in _COLUMNS:
        yield box.grid_x, box.span
    for child in box.children:
        yield from _looked_at(child, is_top=False)


def _style(style: Any, *, is_top: bool) -> Any:
    """What tells a style from others as long as the typesetter lives.

    A copy is the table's or its wrapper's, made in one way from what it is a copy of.

    Raises:
        _NotSimple: it is one of this paper alone, or places the block.
    """
    if is_top and style['position'] != 'static':
        raise _NotSimple
    if isinstance(style, SharedStyle):
        return id(style)
    origin = getattr(style, 'copy_of', None)
    if origin is not None:
        return 'copy', id(origin)
    above = style.parent_style
    if above is None or style.__class__.__name__ != 'AnonymousStyle':
        raise _NotSimple
    is_copy = above.__dict__.get('anonymous_style') is not style
    return is_copy, _style(above, is_top=False)
