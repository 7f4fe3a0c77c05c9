"""The parts of the layout file: each a group of measures, with their units and what the rules allow."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

POINTS_PER_CM = 72 / 2.54


class Measures(BaseModel):
    """A part of the layout file: unknown keys are refused, values cannot be changed."""

    model_config = ConfigDict(extra='forbid', frozen=True)


class Paper(Measures):
    """Width and height of the upright sheet, cm."""

    width: float
    height: float


class Margins(Measures):
    """The four margins of a page, cm."""

    top: float
    bottom: float
    left: float
    right: float


class Font(Measures):
    """The text face: its name in Word, its size (pt) and its vertical metrics (em)."""

    word: str
    size: float = Field(ge=16)  # the rules: never under 16 pt
    ascent: float
    descent: float
    gap: float


class LetterheadMeasures(Measures):
    """Places of a letter's head and closing: cm from the left margin where not said otherwise.

    `sign_room` is in lines, `owner_gap` (above the owner's lines) in pt.
    """

    emblem_height: float
    emblem_top: float
    centre: float
    agency_left: float
    label_gap: int
    quantity_left: float
    sign_room: float
    sign_width: float
    owner_gap: float


class MemoMeasures(Measures):
    """A memo's emblem (cm), size of its labels (pt), where a second label and the urgency start (cm), the order's room (pt)."""

    emblem_height: float
    emblem_top: float
    label_size: float
    leader_bottom: float
    second_label: float
    urgency_left: float
    order_room: float


class Stamps(Measures):
    """Marks outside the text: sizes in pt; places in cm from the paper's top edge (`secrecy_edge` from the bottom too)."""

    colour: str = Field(pattern='^[0-9A-Fa-f]{6}$')
    secrecy_size: float
    secrecy_edge: float
    urgency_size: float = Field(ge=32)  # the rules: at least 32 pt
    urgency_bottom: float
    draft_size: float
    draft_top: float
    enclosure_top: float


class CatchwordMeasures(Measures):
    """Lines from the last line of text to the catchword (at least one), and words taken of running text."""

    gap: float = Field(ge=1)
    words: int = Field(ge=1, le=3)


class Give(Measures):
    """A measure that may give (`styles.body.before`), and the least value that it may go down to."""

    what: str
    to: float


class EnvelopeSheet(Measures):
    """An envelope (cm): its size, the sender's margin, where the receiver's lines start."""

    width: float
    height: float
    edge: float
    left: float
    top: float


class LabelMeasures(Measures):
    """A sheet of labels: how many stand beside each other, height of one and its padding (cm)."""

    columns: int = Field(ge=1)
    height: float
    pad: float


@dataclass(frozen=True, slots=True)
class EmblemPlace:
    """Where a paper's emblem stands: height and top edge (cm), and whether at the left margin instead of the middle."""

    height: float
    top: float
    left: bool
    small: bool


class PageNumber(Measures):
    """Distance of the page number's line from the paper's top edge, cm."""

    top: float


class TableMeasures(Measures):
    """Rules (pt), padding (cm), space above a ruled table (pt) and the height of a row to write in (cm)."""

    rule: float
    pad_x: float
    pad_y: float
    before: float
    fill_height: float


class CountMeasures(Measures):
    """A list of labels and counts: widths of the word and value columns, indent of the labels, cm."""

    word: float
    value: float
    indent: float


class Printing(Measures):
    """How a print package is printed: `duplex` kinds, where `enclosures` go, letters a `part`; marks of copies (cm, pt).

    `copy_top` and `initials_bottom` are distances from the sheet's edges, `initials_width` is that of a line for initials.
    """

    duplex: tuple[str, ...] = ()
    enclosures: Literal['after', 'apart'] = 'after'
    part: int = Field(default=500, ge=1, le=500)
    copy_top: float = 0.5
    initials_bottom: float = 0.45
    initials_width: float = 3.2
    initials_size: float = 14.0


class QrMeasures(Measures):
    """A letter's QR code: its size, quiet zone and all, and its distance from the sheet's left and bottom edges, cm."""

    size: float = Field(default=2.2, ge=1.5)
    left: float = 0.6
    bottom: float = 0.6


class SignatoriesMeasures(Measures):
    """A proposal's signature blocks: where they start (cm from the left margin), space before each (pt)."""

    left: float
    before: float


class Style(Measures):
    """A named paragraph style: indents in cm; size, spacings and `line` (an exact height of lines) in pt."""

    align: Literal['left', 'center', 'right', 'justify'] = 'left'
    size: float | None = None
    line: float | None = None
    bold: bool = False
    colour: str | None = None
    left: float = 0.0
    first_line: float = 0.0
    before: float = 0.0
    after: float = 0.0
    keep_next: bool = False
