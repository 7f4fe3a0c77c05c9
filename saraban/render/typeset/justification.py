"""Hook in WeasyPrint's inline layout: justification widens spaces, then the gaps between clusters."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from weasyprint.formatting_structure import boxes

from saraban.render.typeset.line_ends import ThaiFonts
from saraban.render.typeset.spacing import distribute, gaps


def justifying(original: Callable[..., Any]) -> Callable[..., Any]:
    """`justify_line`: spread the texts of a line over the room beside it, or leave it ragged where the caps forbid that."""

    def justify_line(context: Any, line: Any, extra_width: float) -> None:
        fonts, texts = line.style.font_config, list(_text_boxes(line))
        if not isinstance(fonts, ThaiFonts) or not all(hasattr(box, 'thai_span') for box in texts):
            original(context, line, extra_width)
            return
        if any(box.pango_layout.spread is not None for box in texts):
            return  # its spaces have shrunk: the line is full
        em = max((box.style['font_size'] for box in texts), default=1.0)
        spreads = distribute([gaps(box.text) for box in texts], extra_width, em, fonts.caps)
        if spreads is None:
            line.thai_ragged = True
            return
        for box, spread in zip(texts, spreads, strict=True):
            box.pango_layout.spread = spread
        _widen(line, {box: spread.width for box, spread in zip(texts, spreads, strict=True)}, 0.0)

    return justify_line


def _text_boxes(box: Any) -> Iterator[Any]:
    for child in box.children:
        if not child.is_in_normal_flow():
            continue
        if isinstance(child, boxes.TextBox):
            yield child
        elif isinstance(child, (boxes.LineBox, boxes.InlineBox)):
            yield from _text_boxes(child)


def _widen(box: Any, added: Mapping[Any, float], shift: float) -> float:
    """Widen a line's boxes by what was added to their texts and move what stands after; the shift of the next box, in px."""
    if isinstance(box, boxes.TextBox):
        box.position_x += shift
        box.width += added[box]
        return shift + added[box]
    if isinstance(box, (boxes.LineBox, boxes.InlineBox)):
        box.position_x += shift
        end = shift
        for child in box.children:
            if child.is_in_normal_flow():
                end = _widen(child, added, end)
        box.width += end - shift
        return end
    box.translate(shift, 0)
    return shift
