"""The measures of the papers, read from `templates/layout.yaml`: the one home of every length, size and spacing."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field, model_validator

from saraban.content.shape import validate
from saraban.content.source import read_yaml
from saraban.content.values import ValueFault
from saraban.errors import TemplateError
from saraban.views.blocks import Table

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


class Layout(Measures):
    """The whole layout file."""

    paper: Paper
    margins: Margins
    font: Font
    landscape: tuple[str, ...] = ()
    letterhead: LetterheadMeasures
    memo: MemoMeasures
    stamps: Stamps
    catchword: CatchwordMeasures
    give: tuple[Give, ...] = ()
    run_over: int = 3
    envelopes: dict[str, EnvelopeSheet]
    labels: LabelMeasures
    printing: Printing = Printing()
    qr: QrMeasures = QrMeasures()
    page_number: PageNumber
    table: TableMeasures
    tables: dict[str, dict[str, float]] = {}
    counts: CountMeasures
    signatories: SignatoriesMeasures
    styles: dict[str, Style]
    levels: dict[str, Literal['error', 'warning', 'note']] = {}

    @model_validator(mode='after')
    def _gives_are_measures(self) -> Layout:
        for give in self.give:
            value = _measure(self, give.what)
            if value is None or not 0 <= give.to <= value:
                raise ValueFault('wrong-give', what=give.what, to=give.to)
        return self

    def sheet(self, template: str, sheet: str = '') -> tuple[float, float]:
        """Width and height (cm) of a paper's sheet: turned for those that lie on their side, an envelope's for those."""
        if sheet:
            envelope = self.envelopes[sheet]
            return envelope.width, envelope.height
        size = (self.paper.width, self.paper.height)
        return (size[1], size[0]) if template in self.landscape else size

    def margins_of(self, sheet: str = '') -> Margins:
        """The margins of a paper; an envelope has one measure for all four."""
        if not sheet:
            return self.margins
        edge = self.envelopes[sheet].edge
        return Margins(top=edge, bottom=edge, left=edge, right=edge)

    def text_width(self, template: str, sheet: str = '') -> float:
        """Width (cm) between the margins of a paper."""
        margins = self.margins_of(sheet)
        return self.sheet(template, sheet)[0] - margins.left - margins.right

    def emblem(self, template: str, sheet: str = '') -> EmblemPlace:
        """The emblem of a paper: 3 cm in the middle of a letter, 1.5 cm at the left of memos and envelopes."""
        if template == 'memo':
            return EmblemPlace(self.memo.emblem_height, self.memo.emblem_top, left=True, small=True)
        if sheet:
            return EmblemPlace(self.memo.emblem_height, self.envelopes[sheet].edge, left=True, small=True)
        return EmblemPlace(self.letterhead.emblem_height, self.letterhead.emblem_top, left=False, small=False)

    def urgency(self, template: str) -> tuple[float, float]:
        """Where the urgency stands, cm from the sheet: its left edge from the left, its foot from the top.

        Above the number line of a letter; beside the emblem of a memo, which stands at the left itself.
        """
        if template == 'memo':
            return self.margins.left + self.memo.urgency_left, self.memo.emblem_top + self.memo.emblem_height
        return self.margins.left, self.stamps.urgency_bottom

    @cached_property
    def given(self) -> tuple[Layout, ...]:
        """This layout, then with its first give made, with the first two …: what a paper that runs over is set with."""
        steps = [self]
        for give in self.give:
            steps.append(_replaced(steps[-1], give.what.split('.'), give.to))
        return tuple(steps)

    @property
    def catchword_room(self) -> float:
        """Height (pt) kept free at the foot of each page that has a catchword: the gap to its line, and the line."""
        return self.catchword.gap * self.line

    def shares(self, table: Table) -> list[float]:
        """Each column's part of a table's width (their sum is 1)."""
        form = self.tables.get(table.form, {})
        parts = [form.get(column.key, column.share) for column in table.columns]
        return [part / sum(parts) for part in parts]

    @property
    def line(self) -> float:
        """Height of a single line of the text size, pt (18.08 at 16 pt)."""
        return self.font.size * (self.font.ascent + self.font.descent + self.font.gap)

    @property
    def qr_caption_top(self) -> float:
        """Where a code's caption begins: its line is in the middle of what of the code stands in the bottom margin, cm."""
        middle = self.paper.height - (self.margins.bottom + self.qr.bottom) / 2
        return round(middle - self.line / POINTS_PER_CM / 2, 2)

    @property
    def letterhead_before(self) -> float:
        """Space (pt) above a letter's first line, so that its baseline is level with the emblem's feet."""
        feet = (self.letterhead.emblem_top + self.letterhead.emblem_height - self.margins.top) * POINTS_PER_CM
        return feet - self.font.size * (self.font.ascent + self.font.gap)  # the text faces hold the gap above


def _measure(part: Any, path: str) -> float | None:
    """The measure that a path names, or None where it names none."""
    for name in path.split('.'):
        part = part.get(name) if isinstance(part, dict) else getattr(part, name, None)
    return float(part) if isinstance(part, float | int) else None


def _replaced(part: Any, path: list[str], value: float) -> Any:
    """A copy of measures with one of them changed."""
    name, *rest = path
    if isinstance(part, dict):
        return {**part, name: _replaced(part[name], rest, value) if rest else value}
    return part.model_copy(update={name: _replaced(getattr(part, name), rest, value) if rest else value})


def load_layout(path: Path, shown: str) -> Layout:
    """Reads the layout file; `shown` is its name in messages.

    Raises:
        TemplateError: with every fault of the file.
    """
    source = read_yaml(path, shown)
    layout = validate(source, Layout)
    if source.findings or layout is None:
        raise TemplateError(source.findings)
    return layout
