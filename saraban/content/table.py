"""Any table file, CSV or Excel, as rows of cells with their places.

CSV comes in the encodings and with the separators that spreadsheets save. A cell's text has single spaces and no line
ends. What a cell cannot give (a formula that was never reckoned) waits in its row until somebody asks for that cell.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from saraban.content import files, rows
from saraban.content.rows import Row, Table, clean
from saraban.content.source import Source, read_data, text_of

_SEPARATORS = ('\t', ';', ',')
_SAYS_SEPARATOR = re.compile(r'sep=([;,\t])(?:\r\n|\r|\n)')  # Excel's own first line
_QUOTED = re.compile(r'"[^"]*"')


def read_tables(path: Path, file: str) -> list[Table]:
    """The tables of a file: one of a CSV, one for each sheet that is shown and not blank of an Excel file.

    There is always one at least; where the file cannot be read, its findings say why.
    """
    source = Source(file)
    data = read_data(path, source)
    if data is None:
        return [Table(source)]
    if path.suffix.lower() == '.xlsx':
        from saraban.content.excel import read_sheets  # noqa: PLC0415 openpyxl takes long to start, few runs need it

        return read_sheets(data, source)
    text = text_of(data, source, files.decode_table)
    return [Table(source)] if text is None else [read_csv(text, source)]


def read_csv(text: str, source: Source) -> Table:
    """The rows of a CSV text with any of the usual separators."""
    table = Table(source)
    separator, start = separator_of(text)
    cells = 0
    for row in _Scanner(text, separator, start, source).rows():
        cells += len(row.cells)
        if len(table.rows) >= rows.ROW_LIMIT or len(row.cells) > rows.COLUMN_LIMIT or cells > rows.CELL_LIMIT:
            table.fault('table-too-large', row, rows=rows.ROW_LIMIT, columns=rows.COLUMN_LIMIT)
            break
        table.rows.append(row)
    return table


def separator_of(text: str) -> tuple[str, int]:
    """The separator of a CSV text and where its rows begin: as Excel's own first line says, else what most lines hold."""
    if said := _SAYS_SEPARATOR.match(text):
        return said[1], said.end()
    lines = [_QUOTED.sub('', line) for line in files.lines_of(text[:20_000])[:20]]
    return max(
        _SEPARATORS, key=lambda mark: (sum(mark in line for line in lines), sum(map(str.count, lines, mark * 20)))
    ), 0


def cell_pattern(separator: str) -> re.Pattern[str]:
    """What a cell looks like, with its text as its first group where it stands in quotes, else as its second."""
    mark = re.escape(separator)
    return re.compile(rf'[ ]*"([^"]*(?:""[^"]*)*)"[ ]*(?={mark}|[\r\n]|\Z)|([^{mark}\r\n]*)')


class _Scanner:
    """Walks through a CSV text and knows the line and column of every cell."""

    def __init__(self, text: str, separator: str, position: int, source: Source) -> None:
        mark = re.escape(separator)
        self._cell = cell_pattern(separator)
        self._blank = re.compile(rf'(?:[ {mark}]*+(?:\r\n|\r|\n))++')
        self._text = text
        self._separator = separator
        self._source = source
        self._position = position
        self._line = files.line_ends(text, 0, position) + 1
        self._line_start = position

    def rows(self) -> Iterator[Row]:
        """Each row that is not blank; a cell whose quotes do not match ends the reading: all after it would be wrong."""
        while self._position < len(self._text):
            if blank := self._blank.match(self._text, self._position):
                self._go(blank.end())
                continue
            row = Row(self._line, [], [])
            while True:
                if not self._take(row):
                    self._source.fault('csv-quote', self._source.at(*row.starts[-1]))
                    return
                if len(row.cells) > rows.COLUMN_LIMIT or not self._text.startswith(self._separator, self._position):
                    break
                self._position += 1
            if any(row.cells) or len(row.cells) > rows.COLUMN_LIMIT:
                yield row
            if end := files.LINE_END.match(self._text, self._position):
                self._go(end.end())

    def _take(self, row: Row) -> bool:
        """Takes the next cell into a row, unless its quotes do not match."""
        row.starts.append((self._line, self._position - self._line_start + 1))
        found = self._cell.match(self._text, self._position)
        quoted, bare = found.groups() if found else (None, '')
        if quoted is None and bare.lstrip(' ').startswith('"'):
            return False
        row.cells.append(clean(bare if quoted is None else quoted.replace('""', '"')))
        self._go(found.end() if found else self._position)
        return True

    def _go(self, position: int) -> None:
        """Goes on to a position and counts the lines on the way."""
        if ends := files.line_ends(self._text, self._position, position):
            self._line += ends
            last = (self._text.rfind(end, self._position, position) for end in '\r\n')
            self._line_start = max(last) + 1
        self._position = position
