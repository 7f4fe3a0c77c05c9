"""The whole layout file, and what follows from its measures for a paper."""

from __future__ import annotations

from functools import cached_property
from pathlib import Path
from typing import Any, Literal

from pydantic import Field, model_validator

from saraban.content.shape import validate
from saraban.content.source import read_yaml
from saraban.content.values import ValueFault
from saraban.errors import TemplateError
from saraban.render.layout.measures import (
    POINTS_PER_CM,
    CatchwordMeasures,
    CountMeasures,
    EmblemPlace,
    EnvelopeSheet,
    Font,
    Give,
    LabelMeasures,
    LetterheadMeasures,
    Margins,
    Measures,
    MemoMeasures,
    PageNumber,
    Paper,
    Printing,
    QrMeasures,
    SignatoriesMeasures,
    Stamps,
    Style,
    TableMeasures,
)
from saraban.views.blocks import Table


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
    tables: dict[str, dict[str, float]] = Field(default_factory=dict)
    counts: CountMeasures
    signatories: SignatoriesMeasures
    styles: dict[str, Style]
    levels: dict[str, Literal['error', 'warning', 'note']] = Field(default_factory=dict)

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
