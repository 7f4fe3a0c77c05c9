"""What became of the lines of a finished document: for checks, golden files and measuring."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from weasyprint.formatting_structure import boxes

from saraban.words import INSIDE_TERM


@dataclass(frozen=True, slots=True)
class SetLine:
    """A line as it was set: page (from 1), text, and what there is to say of it.

    `parts_term`: it ends inside a name, date, number with unit or word, which did not fit whole. `ends_paragraph`: no break
    follows. `ragged`: it should be justified but the caps forbid it. `widest_gap`: between clusters, in em.
    """

    page: int
    text: str
    ends_paragraph: bool
    parts_term: bool
    ragged: bool
    widest_gap: float


def set_lines(document: Any) -> Iterator[SetLine]:
    """The lines of a rendered document in drawing order."""
    for number, page in enumerate(document.pages, 1):
        for box in page._page_box.descendants():
            if isinstance(box, boxes.LineBox):
                yield from _line(number, box)


def _line(page: int, line: Any) -> Iterator[SetLine]:
    pieces = [box for box in line.descendants() if isinstance(box, boxes.TextBox) and hasattr(box, 'thai_span')]
    if not pieces:
        return
    paragraph = pieces[0].thai_piece.paragraph
    start, end = pieces[0].thai_span[0], pieces[-1].thai_span[1]
    text = paragraph.line.text
    last = end == len(text) or text[end] == '\n'
    spreads = [box.pango_layout.spread for box in pieces if box.pango_layout.spread is not None]
    yield SetLine(
        page=page,
        text=text[start:end].strip(),
        ends_paragraph=last,
        parts_term=not last and paragraph.penalty(end) >= INSIDE_TERM,
        ragged=getattr(line, 'thai_ragged', False),
        widest_gap=max((spread.widest_gap for spread in spreads), default=0) / 1000,
    )
