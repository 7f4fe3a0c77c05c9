"""proposal.yaml: sections and all that may stand in them."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import (
    BeforeValidator,
    Field,
    model_validator,
)

from saraban.content.model.base import Entry, Lines, Names, OptionalWhole, Wording, none_for_empty
from saraban.content.values import (
    Given,
    Key,
    Satang,
    ValueFault,
    Whole,
    Words,
)

ITEM_DEPTH = 4  # levels of items under a section's own: ๑.๑, ๑.๑.๑, ๑), (๑)


class Item(Entry):
    """A numbered item and the items under it."""

    text: Wording
    items: list[Item] = []

    @model_validator(mode='before')
    @classmethod
    def _short_form(cls, data: Any) -> Any:
        return {'text': data} if isinstance(data, str) else data


class CountLine(Entry):
    """A line of a label-and-count list written out in content."""

    label: Wording
    number: Wording
    unit: Words = ''


class StatedRow(Entry):
    """A row of a table of the rounds as an approved paper has it: checked against what is reckoned, never printed."""

    round: Whole
    members: Names = []
    counts: dict[Key, Whole] = {}
    total: OptionalWhole = None


class StatedTable(Entry):
    """A table of the rounds as an approved paper has it; its last row in `counts` and `total`."""

    rows: Annotated[list[StatedRow], Field(min_length=1)]
    counts: dict[Key, Whole] = {}
    total: OptionalWhole = None


RoundColumn = Literal['round', 'when', 'area', 'audience', 'count']


class RoundsTable(Entry):
    """The table of the rounds: which columns, and whether its first row writes the posts in full."""

    columns: list[RoundColumn]
    first_mention: Literal['full', 'short'] = 'short'
    stated: StatedTable | None = None


class TableColumn(Entry):
    """A free table's column: heading, alignment, and width in parts (2 is twice as wide as 1)."""

    heading: Wording
    align: Literal['left', 'center', 'right'] = 'left'
    width: Whole = 1


class FreeTable(Entry):
    """A table written out in content."""

    columns: Annotated[list[TableColumn], Field(min_length=1)]
    rows: list[list[Wording]]
    total: list[Wording] = []

    @model_validator(mode='after')
    def _rows_fit(self) -> FreeTable:
        for row in [*self.rows, *([self.total] if self.total else [])]:
            if len(row) != len(self.columns):
                raise ValueFault('row-width', found=len(row), wanted=len(self.columns))
        return self


class BudgetLine(Entry):
    """A cost: an amount in baht, or a rate in baht times quantities (`40` people × `2` days)."""

    label: Wording
    amount: Annotated[Satang | None, BeforeValidator(none_for_empty)] = None
    rate: Annotated[Satang | None, BeforeValidator(none_for_empty)] = None
    times: list[Whole] = []

    @model_validator(mode='after')
    def _one_source(self) -> BudgetLine:
        if (self.amount is None) == (self.rate is None):
            raise ValueFault('one-of', known='amount, rate')
        return self


class BudgetCategory(Entry):
    """A category of costs (ค่าตอบแทน, ค่าใช้สอย, ค่าวัสดุ)."""

    name: Given
    lines: Annotated[list[BudgetLine], Field(min_length=1)]


class Budget(Entry):
    """A budget by category; totals are reckoned, and stand in figures and words.

    `ceiling` is what it may come to at most: an amount in baht, or the name of a fact.
    """

    headings: Annotated[list[Words], Field(min_length=2, max_length=2)]
    categories: Annotated[list[BudgetCategory], Field(min_length=1)]
    total: Given
    ceiling: Words = ''
    stated: Annotated[Satang | None, BeforeValidator(none_for_empty)] = None


class SignatureLines(Entry):
    """A signature block: the role (ผู้เสนอโครงการ), the name, the position in lines."""

    role: Given
    name: Words = ''
    position: Lines = ['']


class BodyBlock(Entry):
    """One piece of a section: exactly one of these."""

    paragraph: Wording | None = None
    items: list[Item] | None = None
    counts: Literal['audience'] | None = None
    count_list: list[CountLine] | None = None
    rounds_table: RoundsTable | None = None
    table: FreeTable | None = None
    budget: Budget | None = None
    signatures: list[SignatureLines] | None = None

    @model_validator(mode='before')
    @classmethod
    def _short_form(cls, data: Any) -> Any:
        return {'paragraph': data} if isinstance(data, str) else data

    @model_validator(mode='after')
    def _exactly_one(self) -> BodyBlock:
        if sum(value is not None for value in self.__dict__.values()) != 1:
            raise ValueFault('one-of', known=', '.join(type(self).model_fields))
        return self


class Section(Entry):
    """A section; its number is its place in the file."""

    key: Key
    heading: Wording
    body: list[BodyBlock]


class ProposalFile(Entry):
    """proposal.yaml: the sections in order, then who signs."""

    sections: Annotated[list[Section], Field(min_length=1)]
    signatures: list[SignatureLines] = []
