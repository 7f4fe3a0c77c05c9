"""Hooks in WeasyPrint's inline layout: lines end where the paragraph's chosen ends are."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from typing import Any

from weasyprint.formatting_structure import boxes
from weasyprint.text.fonts import FontConfiguration

from saraban.render.typeset.glyphs import may_cut
from saraban.render.typeset.laid_blocks import LaidBlocks
from saraban.render.typeset.pango import Shaped, ThaiLayout
from saraban.render.typeset.reading import Piece, read
from saraban.render.typeset.spacing import Caps, squeeze
from saraban.render.typeset.styles import Styles
from saraban.render.typeset.written_lines import Codes
from saraban.words import Segmenter

_Function = Callable[..., Any]


class ThaiFonts(FontConfiguration):  # type: ignore[misc]
    """WeasyPrint's font configuration that also says how text is set: it is all that every style of a document leads to."""

    def __init__(self, segmenter: Segmenter, caps: Caps) -> None:
        super().__init__()
        self.segmenter = segmenter
        self.caps = caps
        self.styles = Styles()
        self.laid_blocks = LaidBlocks()
        self.pango_fonts: dict[int, Any] = {}
        self.glyph_codes: dict[int, Codes] = {}


@dataclass(frozen=True, slots=True)
class _Cut:
    """What a line takes of a text box: its text, in the paragraph from `start` to `end`, and how that is set.

    `hanging` are the spaces at which it is broken, `resume` is the UTF-8 offset, from where it starts, at which the next goes on.
    """

    piece: Piece
    text: str
    start: int
    end: int
    width: float
    hanging: str = ''
    squeeze: int = 0
    resume: int | None = None


def choosing_line_ends(original: _Function) -> _Function:
    """`get_next_linebox`: before a paragraph's first line, all its line ends are chosen."""

    def get_next_linebox(
        context: Any,
        linebox: Any,
        position_y: float,
        bottom_space: float,
        skip_stack: Any,
        containing_block: Any,
        *rest: Any,
    ) -> Any:
        if pieces := _pieces(linebox):
            paragraph, width = pieces[0][1].paragraph, containing_block.width
            if any(shape.position_y + shape.margin_height() > position_y for shape in context.excluded_shapes):
                paragraph.forget_ends()
            elif skip_stack is None:
                paragraph.choose_ends(width - linebox.text_indent, width)
            elif not paragraph.is_set_for(width):
                paragraph.choose_ends(width, width, _place(linebox, skip_stack))
        return original(context, linebox, position_y, bottom_space, skip_stack, containing_block, *rest)

    return get_next_linebox


def parting_text_box(original: _Function) -> _Function:
    """`split_text_box`: what the line takes of a box is decided here and left in the context for `split_first_line`."""

    def split_text_box(
        context: Any, box: Any, available_width: float | None, skip: int, is_line_start: bool = True
    ) -> Any:
        piece = _piece(box)
        is_known = (
            piece is not None and len(box.text) == piece.stop - piece.start
        )  # not if its first letter was taken away
        if piece is None or not is_known or available_width is None or not box.text:
            return original(context, box, available_width, skip, is_line_start)
        cut = _cut(piece, skip, available_width)
        if not is_line_start and skip == 0 and piece.paragraph.ends_at(piece.start):
            # So wide that WeasyPrint breaks before the box, even if spaces at its end may hang.
            cut = replace(cut, width=available_width + piece.paragraph.em)
        context.thai_cut = cut
        found = original(context, box, available_width, skip, is_line_start)
        if found[0] is not None:
            found[0].thai_span = cut.start, cut.end
        return found

    return split_text_box


def setting_line(original: _Function) -> _Function:
    """`split_first_line`: the line that `split_text_box` has decided on. Its width is known; Pango sees it when it is drawn."""

    def split_first_line(
        text: str, style: Any, context: Any, max_width: Any, justification_spacing: Any, **options: Any
    ) -> tuple[Any, ...]:
        cut: _Cut | None = context.__dict__.pop('thai_cut', None)
        if cut is None:
            found: tuple[Any, ...] = original(text, style, context, max_width, justification_spacing, **options)
            return found
        layout = ThaiLayout.of_line(cut.text, style, max_width)
        layout.hanging = cut.hanging
        layout.shaped = _shaped(cut, style)
        width = cut.width
        if cut.squeeze:
            layout.spread = squeeze(cut.text, cut.squeeze, cut.piece.paragraph.em)
            width += layout.spread.width
        extents = cut.piece.extents
        return layout, len(cut.text.encode()), cut.resume, width, extents.height, extents.baseline

    return split_first_line


def telling_break_before(original: _Function) -> _Function:
    """`split_inline_level`: instead of a box's first letter, whether a line may begin with the box (WeasyPrint takes both)."""

    def split_inline_level(
        context: Any, box: Any, position_x: float, max_x: float, bottom_space: float, skip: Any, *rest: Any
    ) -> Any:
        new_box, resume_at, preserved, first, *others = original(
            context, box, position_x, max_x, bottom_space, skip, *rest
        )
        piece = _piece(box)
        if piece is not None and first is not None and skip is None:
            first = piece.paragraph.may_break_before(piece.start)
        return new_box, resume_at, preserved, first, *others

    return split_inline_level


def measuring_width(original: _Function) -> _Function:
    """`inline_line_widths`: the widths that a paragraph takes at least (parted at every opportunity) and at most."""

    def inline_line_widths(
        context: Any,
        box: Any,
        outer: bool,
        is_line_start: bool,
        minimum: bool,
        skip_stack: Any = None,
        first_line: bool = False,
    ) -> Iterator[float]:
        pieces = _pieces(box) if isinstance(box, boxes.LineBox) and skip_stack is None and not first_line else []
        if not pieces or not pieces[0][1].paragraph.regular:
            yield from original(context, box, outer, is_line_start, minimum, skip_stack, first_line)
            return
        paragraph, indent = pieces[0][1].paragraph, box.style['text_indent']
        first, *others = paragraph.unbroken_widths() if minimum else paragraph.forced_line_widths()
        yield first + (indent.value if getattr(indent, 'unit', None) == 'px' else 0)
        yield from others

    return inline_line_widths


def _pieces(linebox: Any) -> list[tuple[Any, Piece]]:
    """The text boxes of a line box and their places, read once."""
    fonts = linebox.style.font_config
    if not isinstance(fonts, ThaiFonts):
        return []
    if 'thai_pieces' not in linebox.__dict__:
        linebox.thai_pieces = read(linebox, fonts.segmenter, fonts.caps.shrink)
        for box, piece in linebox.thai_pieces:
            box.thai_piece = piece
    pieces: list[tuple[Any, Piece]] = linebox.thai_pieces
    return pieces


def _piece(box: Any) -> Piece | None:
    piece: Piece | None = box.__dict__.get('thai_piece')
    return piece


def _cut(piece: Piece, skip: int, width: float) -> _Cut:
    """What a line takes of a box's text from a UTF-8 offset on."""
    line, start = piece.paragraph.line, piece.place(skip)
    newline = line.text.find('\n', start, piece.stop)
    stop = piece.stop if newline < 0 else newline
    end = piece.paragraph.end_of_line(start, stop, width)
    shrunk = end.squeeze if end else 0
    if end is None or end.position == stop:
        resume = None if newline < 0 else piece.offset(newline + 1) - skip
        return _Cut(
            piece, line.text[start:stop], start, stop, line.x[stop] - line.x[start], squeeze=shrunk, resume=resume
        )
    text = line.text[start : end.position]
    shown = text.rstrip(' ')
    resume = piece.offset(end.position) - skip
    return _Cut(piece, shown, start, end.position, line.width(start, end.position), text[len(shown) :], shrunk, resume)


def _shaped(cut: _Cut, style: Any) -> Shaped | None:
    """Where the glyphs of a line are known from; None where its ends might be shaped in another way if it stood alone."""
    piece, text = cut.piece, cut.piece.paragraph.line.text
    if not piece.extents.runs:
        return None
    end = cut.start + len(cut.text) + len(cut.hanging)
    for place in (cut.start, end):
        if piece.start < place < piece.stop and not may_cut(text[place - 1], text[place]):
            return None
    return Shaped(piece.extents.runs, piece.offset(cut.start), piece.offset(end), style)


def _place(box: Any, skip_stack: Any) -> int:
    """The paragraph's position at which a line goes on."""
    while isinstance(box, (boxes.LineBox, boxes.InlineBox)):
        ((index, skip_stack),) = skip_stack.items() if skip_stack else ((0, None),)
        box = box.children[index]
    piece = _piece(box)
    return piece.place(next(iter(skip_stack), 0) if skip_stack else 0) if piece else 0
