"""What a table is, whichever file it comes from: rows of cells with their places, and how large it may be."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from saraban.content.source import Source
from saraban.errors import Place

ROW_LIMIT = 50_000
COLUMN_LIMIT = 200
CELL_LIMIT = 500_000


@dataclass(slots=True)
class Row:
    """A row that is not blank: its number in the file, its cells, and where each of them starts (line and column)."""

    number: int
    cells: list[str]
    starts: list[tuple[int, int]]
    troubles: Mapping[int, tuple[str, dict[str, object]]] = field(default_factory=dict)


@dataclass(slots=True)
class Table:
    """The rows of a CSV file or of one sheet; what is wrong with the file stands among its source's findings.

    `even` is whether each row has as many cells as the headings: a CSV's has, a sheet's ends at its last filled cell.
    """

    source: Source
    rows: list[Row] = field(default_factory=list)
    even: bool = True

    def place(self, row: Row, index: int = 0) -> Place:
        """Where a cell stands."""
        return self.source.at(*row.starts[min(index, len(row.starts) - 1)])

    def fault(self, rule: str, row: Row, index: int = 0, **values: object) -> None:
        """Notes that a cell is wrong."""
        self.source.fault(rule, self.place(row, index), **values)


def clean(text: str) -> str:
    """A cell's text without stray spaces: none at the ends (the invisible ones too), single ones inside."""
    return ' '.join(text.strip('\ufeff\u200b \t').split())
