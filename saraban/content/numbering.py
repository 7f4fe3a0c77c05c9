"""Letter numbers written into the roster's own column: once, in place, everything else byte for byte as it was."""

from __future__ import annotations

import codecs
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

from saraban.content.files import LINE_END
from saraban.content.headings import Form, Headed, read_headed
from saraban.content.roster import HEADINGS
from saraban.content.rows import Row
from saraban.content.source import Source
from saraban.content.table import cell_pattern, read_csv, separator_of

FIELD, HEADING = 'number', 'number'
_BYTE_ORDER_MARK = '\ufeff'


def numbered_csv(path: Path, first: int, wanted: Callable[[Mapping[str, str]], bool]) -> tuple[bytes, list[int]]:
    """The file with numbers as `numbered` gives them, in the encoding that it has; and the numbers given.

    The roster must be one that was read without a fault.
    """
    data = path.read_bytes()
    encoding = _encoding(data)
    text, given = numbered(data.decode(encoding), first, wanted)
    return text.encode(encoding), given


def numbered(text: str, first: int, wanted: Callable[[Mapping[str, str]], bool]) -> tuple[str, list[int]]:
    """The roster with numbers from `first` on for its rows that are `wanted` and have none; and the numbers given.

    A row is told by its values under the headings' field names. A roster without the column gets one at its right.
    """
    bare = text.lstrip(_BYTE_ORDER_MARK)
    table = read_csv(bare, Source(''))
    headed = read_headed([table], Form(HEADINGS, ('name',), strangers=True))
    given = numbers(headed, first, wanted) if headed else {}
    if headed is None or not given:
        return text, []
    found = bare
    for start, end, new in sorted(_edits(bare, headed, given), reverse=True):
        found = found[:start] + new + found[end:]
    return text[: len(text) - len(bare)] + found, list(given.values())


def numbers(headed: Headed, first: int, wanted: Callable[[Mapping[str, str]], bool]) -> dict[int, int]:
    """The number that each row gets which is `wanted` and has none, by the row's own number, in the rows' order."""
    found: dict[int, int] = {}
    for row in headed.rows:
        values = {field: headed.cell(row, field) for field in headed.fields if field}
        if not values.get(FIELD) and wanted(values):
            found[row.number] = first + len(found)
    return found


def _edits(text: str, headed: Headed, given: Mapping[int, int]) -> Iterator[tuple[int, int, str]]:
    """What is to stand in the place of which part of a CSV text; a new column has a cell in each row."""
    separator, _ = separator_of(text)
    pattern = cell_pattern(separator)
    lines = [0, *(end.end() for end in LINE_END.finditer(text))]
    column = headed.index(FIELD)

    def span(row: Row, index: int) -> tuple[int, int]:
        line, start = row.starts[index]
        cell = pattern.match(text, lines[line - 1] + start - 1)
        assert cell is not None, 'the row was read before'
        return cell.span()

    for row in headed.table.rows:
        words = HEADING if row.cells == headed.heading.cells else str(given.get(row.number, ''))
        if column >= 0 and row.number in given:
            yield (*span(row, column), words)
        elif column < 0 and row.number >= headed.heading.number:
            beyond = len(headed.heading.cells)
            if beyond < len(row.starts):
                yield (*span(row, beyond), words)
            else:
                _, end = span(row, -1)
                yield end, end, f'{separator}{words}'


def _encoding(data: bytes) -> str:
    """The encoding of a table that could be read: one of those that `files.decode_table` knows."""
    for mark, name in ((codecs.BOM_UTF16_LE, 'utf-16-le'), (codecs.BOM_UTF16_BE, 'utf-16-be')):
        if data.startswith(mark):
            return name
    try:
        data.decode('utf-8')
    except UnicodeDecodeError:
        return 'cp874'
    return 'utf-8'
