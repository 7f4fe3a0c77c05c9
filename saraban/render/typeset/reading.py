"""From the engine's boxes to paragraphs: what stands in a line box, and how wide it is."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from weasyprint.formatting_structure import boxes

from saraban.render.typeset.lines import measured
from saraban.render.typeset.measuring import Extents, extents
from saraban.render.typeset.paragraph import Paragraph
from saraban.words import Segmenter
from saraban.words.glue import BOX

_OUTER = ('margin_left', 'border_left_width', 'padding_left', 'padding_right', 'border_right_width', 'margin_right')


@dataclass(slots=True)
class Piece:
    """A text box's place in its paragraph: of its first character; the UTF-8 offsets of all; height and baseline of a line."""

    paragraph: Paragraph
    start: int
    offsets: Sequence[int]
    extents: Extents

    @property
    def stop(self) -> int:
        """Where its text ends in the paragraph."""
        return self.start + len(self.offsets) - 1

    def place(self, offset: int) -> int:
        """The paragraph's position of a UTF-8 offset in the box."""
        return self.start + bisect_left(self.offsets, offset)

    def offset(self, place: int) -> int:
        """The UTF-8 offset in the box of a position in the paragraph."""
        return self.offsets[place - self.start]


@dataclass(slots=True)
class _Reader:
    """Gathers a line box's content from left to right."""

    parts: list[str]
    x: list[float]
    found: list[tuple[Any, int, Extents]]
    regular: bool = True
    length: int = 0

    def take_text(self, box: Any) -> None:
        measure = extents(box.text, box.style)
        self.found.append((box, self.length, measure))
        self._take(box.text, measure.x)

    def take_object(self, box: Any) -> None:
        width = _outer_width(box)
        self.regular = self.regular and width is not None
        self._take(BOX, [0.0, width or 0.0])

    def _take(self, text: str, x: Sequence[float]) -> None:
        origin = self.x[-1]
        self.parts.append(text)
        self.length += len(text)
        self.x[-1:] = [origin + place for place in x] if origin else x


def read(line_box: Any, segmenter: Segmenter, shrink: float) -> list[tuple[Any, Piece]]:
    """The text boxes of a line box with their places in its paragraph; none if it is not set as Thai is.

    `shrink` is what a space of justified text may lose, in em.
    """
    reader = _Reader([], [0.0], [])
    for box in _leaves(line_box):
        if not isinstance(box, boxes.TextBox):
            reader.take_object(box)
        elif _is_plain(box):
            reader.take_text(box)
        else:
            return []
    text = ''.join(reader.parts)
    if not text.strip() or not reader.found:
        return []
    inline = (box for box in line_box.descendants() if isinstance(box, boxes.InlineBox))
    paragraph = Paragraph(
        line=measured(text, reader.x),
        breaks=segmenter.breaks(text),
        segmenter=segmenter,
        em=max(box.style['font_size'] for box, _, _ in reader.found),
        regular=reader.regular and not any(box.is_leader or _outer_spacing(box) for box in inline),
        shrink=shrink if line_box.style['text_align_all'] == 'justify' else 0.0,
        held=_held(reader.found),
    )
    if paragraph.held:
        paragraph.breaks = [b for b in paragraph.breaks if not paragraph.holds(b.position)]
    return [(box, Piece(paragraph, start, measure.offsets, measure)) for box, start, measure in reader.found]


def _held(found: Sequence[tuple[Any, int, Extents]]) -> list[tuple[int, int]]:
    """The stretches that must not wrap; neighbours make one."""
    held: list[tuple[int, int]] = []
    for box, start, _ in found:
        if box.style['white_space'] == 'nowrap':
            begin = held.pop()[0] if held and held[-1][1] == start else start
            held.append((begin, start + len(box.text)))
    return held


def _leaves(box: Any) -> Iterator[Any]:
    """Text boxes and boxes without text, in order."""
    for child in box.children:
        if not child.is_in_normal_flow():
            continue
        if isinstance(child, boxes.InlineBox):
            yield from _leaves(child)
        else:
            yield child


def _is_plain(box: Any) -> bool:
    """Whether a text box runs from left to right, with spaces that collapse."""
    style = box.style
    collapses = style['white_space'] in ('normal', 'nowrap', 'pre-line')
    return bool(collapses and style['direction'] == 'ltr' and style['font_size'] > 0 and '\t' not in box.text)


def _outer_width(box: Any) -> float | None:
    """The outer width in px of a box without text, where the style says it in absolute terms."""
    total = 0.0
    for name in ('width', *_OUTER):
        value = _px(box.style[name])
        if value is None:
            return None
        total += value
    return total


def _outer_spacing(box: Any) -> bool:
    """Whether margins, borders or padding stand around a box's text."""
    return any(_px(box.style[name]) != 0 for name in _OUTER)


def _px(value: Any) -> float | None:
    """A computed length in px; None if it is `auto`, a percentage or worse."""
    if isinstance(value, (int, float)):
        return float(value)
    if getattr(value, 'unit', None) == 'px':
        return float(value.value)
    return None
