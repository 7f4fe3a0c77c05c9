"""Letter numbers written into a roster kept in Excel: the one sheet's cells, every other part of the workbook byte for byte.

A workbook that openpyxl saves again has lost what Excel last reckoned for its formulas, and its drawings; so the cells are
written into the sheet's own XML.
"""

from __future__ import annotations

import zipfile
from collections.abc import Callable, Mapping
from io import BytesIO
from pathlib import Path

from lxml import etree
from openpyxl.utils import column_index_from_string, get_column_letter

from saraban.content.headings import Form, read_headed
from saraban.content.numbering import FIELD, numbers
from saraban.content.roster import HEADINGS, REQUIRED
from saraban.content.table import read_tables

HEADING = 'เลขที่'
_MAIN = '{http://schemas.openxmlformats.org/spreadsheetml/2006/main}'
_REL = '{http://schemas.openxmlformats.org/officeDocument/2006/relationships}'
_PACKAGE = '{http://schemas.openxmlformats.org/package/2006/relationships}'
Cells = Mapping[tuple[int, int], int | str]  # by row and column of the sheet, both from 1


def numbered_workbook(path: Path, first: int, wanted: Callable[[Mapping[str, str]], bool]) -> tuple[bytes, list[int]]:
    """The workbook with numbers from `first` on for its rows that are `wanted` and have none; and the numbers given.

    The roster must be one that was read without a fault. One without the column gets it at its right.
    """
    data = path.read_bytes()
    headed = read_headed(read_tables(path, path.name), Form(HEADINGS, REQUIRED, strangers=True))
    assert headed is not None, 'the roster was read before'
    column = headed.index(FIELD)
    cells: dict[tuple[int, int], int | str] = {}
    if column < 0:
        column = max(len(row.cells) for row in (headed.heading, *headed.rows))
        cells[headed.heading.number, column + 1] = HEADING
    given = numbers(headed, first, wanted)
    cells |= {(row, column + 1): number for row, number in given.items()}
    if not given:
        return data, []
    sheet = str(getattr(headed.table.source, 'sheet', ''))
    return _with_cells(data, sheet, cells), list(given.values())


def _with_cells(data: bytes, sheet: str, cells: Cells) -> bytes:
    """A workbook with cells of one sheet written, whatever look they have kept."""
    buffer = BytesIO()
    with zipfile.ZipFile(BytesIO(data)) as old, zipfile.ZipFile(buffer, 'w') as new:
        part = _part_of(old, sheet)
        for entry in old.infolist():
            content = old.read(entry)
            new.writestr(entry, _written(content, cells) if entry.filename == part else content)
    return buffer.getvalue()


def _part_of(book: zipfile.ZipFile, sheet: str) -> str:
    """The name of the part that holds a sheet."""
    sheets = _parsed(book.read('xl/workbook.xml')).iter(f'{_MAIN}sheet')
    wanted = next(one.get(f'{_REL}id') for one in sheets if one.get('name') == sheet)
    relations = _parsed(book.read('xl/_rels/workbook.xml.rels')).iter(f'{_PACKAGE}Relationship')
    target = next(str(one.get('Target')) for one in relations if one.get('Id') == wanted)
    return target.lstrip('/') if target.startswith('/') else f'xl/{target}'


def _parsed(data: bytes) -> etree._Element:
    return etree.fromstring(data, etree.XMLParser(resolve_entities=False, no_network=True))


def _written(part: bytes, cells: Cells) -> bytes:
    root = _parsed(part)
    rows = {int(row.get('r', '0')): row for row in root.iter(f'{_MAIN}row')}
    for (line, column), value in cells.items():
        row = rows[line]
        row.attrib.pop('spans', '')
        _fill(_cell(row, f'{get_column_letter(column)}{line}', column), value)
    return etree.tostring(root, xml_declaration=True, encoding='UTF-8', standalone=True)


def _cell(row: etree._Element, name: str, column: int) -> etree._Element:
    """The cell of a row, made at its place where there is none."""
    for index, cell in enumerate(row):
        here = column_index_from_string(''.join(filter(str.isalpha, str(cell.get('r')))))
        if here == column:
            return cell
        if here > column:
            made = etree.Element(f'{_MAIN}c', r=name)
            row.insert(index, made)
            return made
    return etree.SubElement(row, f'{_MAIN}c', r=name)


def _fill(cell: etree._Element, value: int | str) -> None:
    for child in list(cell):
        cell.remove(child)
    cell.attrib.pop('t', '')
    if isinstance(value, int):
        etree.SubElement(cell, f'{_MAIN}v').text = str(value)
        return
    cell.set('t', 'inlineStr')
    etree.SubElement(etree.SubElement(cell, f'{_MAIN}is'), f'{_MAIN}t').text = value
