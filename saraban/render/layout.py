"""The measures of the papers, read from `templates/layout.yaml`: the one home of every length, size and spacing."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

from saraban.content.shape import validate
from saraban.content.source import read_yaml
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
    """Places of a letter's head and closing: cm from the left margin where not said otherwise."""

    emblem_height: float
    emblem_top: float
    centre: float
    agency_left: float
    label_gap: int
    quantity_left: float
    sign_room: int
    sign_width: float


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


class SignatoriesMeasures(Measures):
    """A proposal's signature blocks: where they start (cm from the left margin), space before each (pt)."""

    left: float
    before: float


class Style(Measures):
    """A named paragraph style: indents in cm, size and spacings in pt."""

    align: Literal['left', 'center', 'right', 'justify'] = 'left'
    size: float | None = None
    bold: bool = False
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
    page_number: PageNumber
    table: TableMeasures
    tables: dict[str, dict[str, float]] = {}
    counts: CountMeasures
    signatories: SignatoriesMeasures
    styles: dict[str, Style]
    levels: dict[str, Literal['error', 'warning', 'note']] = {}

    def sheet(self, template: str) -> tuple[float, float]:
        """Width and height (cm) of a paper's sheet: turned for those that lie on their side."""
        size = (self.paper.width, self.paper.height)
        return (size[1], size[0]) if template in self.landscape else size

    def text_width(self, template: str) -> float:
        """Width (cm) between the margins of a paper."""
        return self.sheet(template)[0] - self.margins.left - self.margins.right

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
    def letterhead_before(self) -> float:
        """Space (pt) above a letter's first line, so that its baseline is level with the emblem's feet."""
        feet = (self.letterhead.emblem_top + self.letterhead.emblem_height - self.margins.top) * POINTS_PER_CM
        return feet - self.font.size * (self.font.ascent + self.font.gap)  # the text faces hold the gap above


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
