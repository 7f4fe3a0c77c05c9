"""Letter numbers written into the roster's own column: once, in place, everything else byte for byte as it was."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from saraban.content.roster import HEADINGS

FIELD, HEADING = 'number', 'number'
_CELL = re.compile(r'(?:"(?:[^"]|"")*"|[^",\r\n])*')


@dataclass(frozen=True, slots=True)
class _Cell:
    """A cell as it stands in the file: where, and what is written there."""

    start: int
    end: int
    text: str

    @property
    def value(self) -> str:
        """Its value, without quotes."""
        return self.text.strip().strip('"').replace('""', '"').strip()


def numbered(text: str, first: int, wanted: Callable[[Mapping[str, str]], bool]) -> tuple[str, list[int]]:
    """The roster with numbers from `first` on for its rows that are `wanted` and have none; and the numbers given.

    A row is told by its values under the headings' field names. A roster without the column gets one at its right.
    """
    rows = [row for row in _rows(text) if any(cell.value for cell in row)]
    if not rows:
        return text, []
    fields = [HEADINGS.get(cell.value.lower().lstrip('\ufeff'), cell.value) for cell in rows[0]]
    column = fields.index(FIELD) if FIELD in fields else None
    edits = [] if column is not None else [(rows[0][-1].end, rows[0][-1].end, f',{HEADING}')]
    given: list[int] = []
    for row in rows[1:]:
        values = {field: cell.value for field, cell in zip(fields, row, strict=False)}
        number = str(first + len(given)) if not values.get(FIELD) and wanted(values) else ''
        if number:
            given.append(first + len(given))
        if column is None:
            edits.append((row[-1].end, row[-1].end, f',{number}'))
        elif number:
            edits.append((row[column].start, row[column].end, number))
    return (_edited(text, edits), given) if given else (text, [])


def _rows(text: str) -> Iterator[list[_Cell]]:
    """The cells of each line of a CSV, quoted line ends inside a cell included."""
    row: list[_Cell] = []
    position = 0
    while position <= len(text):
        match = _CELL.match(text, position)
        assert match is not None
        end = match.end()
        row.append(_Cell(position, end, match[0]))
        if text[end : end + 1] == ',':
            position = end + 1
            continue
        yield row
        row = []
        position = end + (2 if text[end : end + 2] == '\r\n' else 1)


def _edited(text: str, edits: Sequence[tuple[int, int, str]]) -> str:
    for start, end, new in sorted(edits, reverse=True):
        text = text[:start] + new + text[end:]
    return text
