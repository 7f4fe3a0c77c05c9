"""The sheets of an Excel workbook as tables, read with openpyxl's own parts: values as Excel last stored them.

Formulas and macros are never run. A workbook is a ZIP of XML, and either can be a bomb, so each part is unpacked and
counted before openpyxl sees it. This is the one module that speaks to openpyxl.
"""

from __future__ import annotations

import datetime
import io
import re
import warnings
import zipfile
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import IO, Any

from openpyxl.reader.excel import ExcelReader
from openpyxl.utils import get_column_letter, range_boundaries
from openpyxl.worksheet._reader import FORMULA_TAG, ROW_TAG, WorkSheetParser
from openpyxl.xml.constants import SHARED_STRINGS, SHEET_MAIN_NS
from openpyxl.xml.functions import iterparse

from saraban.content import files, rows
from saraban.content.rows import CELL_LIMIT, Row, Table
from saraban.content.source import Source, part_around
from saraban.errors import Place

LARGE_LIMIT = 24_000_000  # bytes of all sheets and the shared texts, unpacked; 10,000 rows of six cells are 3 MB
LARGE_TAG_LIMIT = 600_000  # marks `<` in them; such a table has 300,000
BLANK_ROW_LIMIT = 100_000  # rows of a sheet, the blank ones that only have a look included
SMALL_LIMIT = 4_000_000  # of every other part: openpyxl is slow with those
SMALL_TAG_LIMIT = 40_000
SHARED_TAG, TEXT_TAG, RUN_TAG, INLINE_TAG, MERGED_TAG = (
    f'{{{SHEET_MAIN_NS}}}{name}' for name in ('si', 't', 'r', 'is', 'mergeCell')
)
_ESCAPED_LINE_END = re.compile('_x000[AD]_')


class TooLargeError(Exception):
    """A part of the workbook unpacks to more than a roster can be."""


@dataclass(slots=True)
class SheetSource(Source):
    """A sheet: its places are cells (`Sheet1!C7`), and the line shown is the row with its cells side by side."""

    sheet: str = ''
    shown: dict[int, list[str]] = field(default_factory=dict)

    def at(self, line: int, column: int = 0) -> Place:
        """A cell, or the first one of a row."""
        cells = self.shown.get(line, [])
        excerpt = ' | '.join(cells)
        before = sum(len(cell) + 3 for cell in cells[: column - 1]) if 0 < column <= len(cells) else -1
        part, mark = part_around(excerpt, before + 1)
        cell = f'{self.sheet}!{get_column_letter(max(column, 1))}{line}'
        return Place(self.file, line, column, part, cell, mark)


def read_sheets(data: bytes, source: Source) -> list[Table]:
    """The sheets that are shown and not blank; the file's own table with its fault where there is none."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter('ignore')  # of what openpyxl would not write back: nothing is written here
            reader = _Reader(io.BytesIO(data))
            reader.read()
            tables = [_table(source.file, sheet, reader) for sheet in reader.sheets()]
    except TooLargeError:
        source.fault('excel-too-large', Place(source.file))
        return [Table(source)]
    except Exception:  # openpyxl raises whatever its parsers meet: a broken workbook has no one error
        source.fault('excel-unreadable', Place(source.file))
        return [Table(source)]
    tables = [found for found in tables if found.rows or found.source.findings]
    if not tables:
        source.fault('file-empty', Place(source.file))
    return tables or [Table(source)]


class _Archive(zipfile.ZipFile):
    """A ZIP that unpacks no part beyond the limits; sheets and shared texts draw on one larger allowance."""

    bytes_left = LARGE_LIMIT
    tags_left = LARGE_TAG_LIMIT

    def open(self, name: Any, mode: Any = 'r', pwd: Any = None, *, force_zip64: bool = False) -> IO[bytes]:
        """A small part, unpacked.

        Raises:
            TooLargeError: it is beyond the limits.
        """
        return io.BytesIO(self._unpacked(name, SMALL_LIMIT, SMALL_TAG_LIMIT))

    def open_large(self, name: str) -> IO[bytes]:
        """A sheet or the shared texts, unpacked.

        Raises:
            TooLargeError: they are beyond the allowance.
        """
        data = self._unpacked(name, self.bytes_left, self.tags_left)
        self.bytes_left -= len(data)
        self.tags_left -= data.count(b'<')
        return io.BytesIO(data)

    def _unpacked(self, name: Any, most: int, tags: int) -> bytes:
        with super().open(name) as part:
            data = part.read(most + 1)
        if len(data) > most or data.count(b'<') > tags or b'<!DOCTYPE' in data:
            raise TooLargeError
        return data


class _Reader(ExcelReader):  # type: ignore[misc] # openpyxl has no types
    """openpyxl's reader of a workbook, with a careful archive and without what a table does not need."""

    def __init__(self, file: IO[bytes]) -> None:
        super().__init__(file, read_only=True, data_only=True, keep_links=False)
        self.archive = _Archive(file)

    def read_strings(self) -> None:
        """The texts that cells share."""
        part = self.package.find(SHARED_STRINGS)
        if part is not None:
            events = iterparse(self.archive.open_large(part.PartName[1:]))
            self.shared_strings = [_text_of(element) for _, element in events if element.tag == SHARED_TAG]

    def read_properties(self) -> None:
        """Not needed."""

    read_custom = read_theme = read_properties

    def read_worksheets(self) -> None:
        """Read one by one, by `sheets`."""

    def sheets(self) -> list[tuple[str, str]]:
        """Title and part of each worksheet that is shown."""
        return [
            (str(sheet.name), relation.target)
            for sheet, relation in self.parser.find_sheets()
            if sheet.state == 'visible' and 'worksheet' in relation.Type
        ]

    def cells(self, part: str) -> _Cells:
        """What reads the cells of a sheet."""
        return _Cells(
            self.archive.open_large(part),
            self.shared_strings,
            data_only=True,
            epoch=self.wb.epoch,
            date_formats=self.wb._date_formats,
            timedelta_formats=self.wb._timedelta_formats,
        )


class _Cells(WorkSheetParser):  # type: ignore[misc] # openpyxl has no types
    """openpyxl's reader of a sheet: its rows and merged areas only, and formulas without a value told from empty cells."""

    def parse(self) -> Iterator[tuple[int, list[dict[str, Any]]]]:
        """The number and the cells of each row; `merged` is whole after the last."""
        self.merged: list[str] = []
        for _, element in iterparse(self.source):
            if element.tag == ROW_TAG:
                row = self.parse_row(element)
                element.clear()
                yield row
            elif element.tag == MERGED_TAG:
                self.merged.append(element.get('ref', ''))

    def parse_cell(self, element: Any) -> dict[str, Any]:
        """A cell as openpyxl reads it; `data_type` is `f` where a formula has no value."""
        inline = element.find(INLINE_TAG)
        if inline is not None:  # openpyxl takes long with these
            element.remove(inline)
        cell: dict[str, Any] = super().parse_cell(element)
        if inline is not None:
            cell |= {'value': _text_of(inline), 'data_type': 's'}
        if cell['value'] is None and element.find(FORMULA_TAG) is not None and element.get('t') != 'str':
            cell['data_type'] = 'f'  # `str`: its value is empty text
        return cell


def _text_of(element: Any) -> str:
    """A text of one or more pieces of one look each; how it is read aloud (`rPh`) is left out."""
    pieces = [element, *(piece for piece in element if piece.tag == RUN_TAG)]
    return ''.join(part.text or '' for piece in pieces for part in piece if part.tag == TEXT_TAG)


def _table(file: str, sheet: tuple[str, str], reader: _Reader) -> Table:
    title, part = sheet
    source = SheetSource(file, sheet=files.visible(title))
    found = Table(source, even=False)
    parser = reader.cells(part)
    cells = 0
    for count, (number, read) in enumerate(parser.parse()):
        if count > BLANK_ROW_LIMIT:
            raise TooLargeError
        row = _row(number, [cell for cell in read if cell['value'] is not None or cell['data_type'] == 'f'])
        if row is None:
            continue
        cells += len(row.cells)
        source.shown[number] = row.cells
        if len(found.rows) >= rows.ROW_LIMIT or len(row.cells) > rows.COLUMN_LIMIT or cells > rows.CELL_LIMIT:
            found.fault('table-too-large', row, rows=rows.ROW_LIMIT, columns=rows.COLUMN_LIMIT)
            break
        found.rows.append(row)
    _fill_merged(found.rows, parser.merged)
    return found


def _row(number: int, read: list[dict[str, Any]]) -> Row | None:
    """A row's cells from column A to its last one that holds something; None where none does."""
    texts = {cell['column']: _text(cell['value']) for cell in read}
    troubles = {cell['column'] - 1: trouble for cell in read if (trouble := _trouble(cell))}
    last = max((column for column, text in texts.items() if text or column - 1 in troubles), default=0)
    if not last or min(texts) < 1:
        return None
    last = min(last, rows.COLUMN_LIMIT + 1)
    cells = [texts.get(column, '') for column in range(1, last + 1)]
    return Row(number, cells, [(number, column) for column in range(1, last + 1)], troubles)


def _trouble(cell: Mapping[str, Any]) -> tuple[str, dict[str, object]] | None:
    value = cell['value']
    if cell['data_type'] == 'f':
        return 'cell-formula', {}
    if cell['data_type'] == 'e':
        return 'cell-error', {'value': str(value)}
    if isinstance(value, str) and (found := files.FORBIDDEN.search(value)):
        return files.forbidden_fault(found[0])
    return None


def _text(value: Any) -> str:
    """A stored value as it would be typed: whole numbers without a point, dates as year-month-day."""
    if isinstance(value, str):
        return rows.clean(_ESCAPED_LINE_END.sub(' ', value))
    if isinstance(value, float) and value.is_integer() and abs(value) < 1e15:
        return str(int(value))
    if isinstance(value, datetime.datetime):
        return value.date().isoformat() if value.time() == datetime.time() else value.isoformat(' ', 'minutes')
    if isinstance(value, datetime.time):
        return value.isoformat('minutes')
    return '' if value is None else str(value)


def _fill_merged(rows: list[Row], merged: list[str]) -> None:
    """Gives the value of a merged cell to each row that it reaches over.

    Raises:
        TooLargeError: more areas than a table can have.
    """
    numbers = [row.number for row in rows]
    filled = 0
    for area in merged:
        column, top, _, bottom = range_boundaries(area)
        first, end = bisect_left(numbers, top), bisect_right(numbers, bottom)
        filled += end - first
        if filled > CELL_LIMIT:
            raise TooLargeError
        if first == end or numbers[first] != top or not 0 < column <= len(rows[first].cells):
            continue
        for row in rows[first + 1 : end]:
            missing = range(len(row.cells) + 1, column + 1)
            row.cells += [''] * len(missing)
            row.starts += [(row.number, index) for index in missing]
            row.cells[column - 1] = row.cells[column - 1] or rows[first].cells[column - 1]
