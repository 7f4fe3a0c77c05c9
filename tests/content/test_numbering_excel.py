"""`build.py number` on a roster kept in Excel: cells are filled once, and every other part of the workbook stays as it was."""

import io
import zipfile

import openpyxl
import pytest
from content_tools import SAMPLE, copied
from openpyxl.comments import Comment
from openpyxl.styles import Font, PatternFill

from saraban.content.numbering_excel import numbered_workbook
from saraban.pipeline import read
from saraban.upkeep import number

ROWS = [
    ['รายชื่อโรงพยาบาล'],
    ['ลำดับ', 'รหัส', 'ชื่อ', 'ชื่อภาษาอังกฤษ', 'เลขที่', 'หมายเหตุ'],
    [1, 'H1', 'หนึ่ง', 'One', None, 'ด่วน'],
    [2, 'H2', 'สอง', 'Two', 1590, None],
    [None] * 6,
    [3, 'H3', 'สาม', 'Three', None, None],
]


@pytest.fixture
def roster(tmp_path):
    """A workbook as an office keeps one: a title, colours, a comment, a formula, a second sheet."""
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = 'ผู้รับ & อื่น ๆ'
    for row in ROWS:
        sheet.append(row)
    sheet['E3'].fill = PatternFill('solid', fgColor='FFFF00')
    sheet['E3'].font = Font(bold=True)
    sheet['C3'].comment = Comment('ตรวจแล้ว', 'เจ้าหน้าที่')
    other = book.create_sheet('สรุป')
    other['A1'] = '=1+1'
    path = tmp_path / 'recipients.xlsx'
    book.save(path)
    return path


def written(data: bytes):
    return openpyxl.load_workbook(io.BytesIO(data))


def cells(data: bytes, column: str) -> list:
    return [cell.value for cell in written(data).worksheets[0][column]]


def test_those_without_a_number_get_the_next_ones_where_their_rows_stand(roster):
    data, given = numbered_workbook(roster, 7, lambda row: True)
    assert given == [7, 8]
    assert cells(data, 'E') == [None, 'เลขที่', 7, 1590, None, 8]


def test_only_those_that_are_wanted_are_numbered(roster):
    data, given = numbered_workbook(roster, 7, lambda row: row['name'] == 'สาม')
    assert (given, cells(data, 'E')) == ([7], [None, 'เลขที่', None, 1590, None, 7])


def test_a_roster_without_the_column_gets_one_at_its_right(roster):
    book = openpyxl.load_workbook(roster)
    book.worksheets[0].delete_cols(5)
    book.save(roster)
    data, given = numbered_workbook(roster, 7, lambda row: True)
    assert given == [7, 8, 9]
    assert cells(data, 'F') == [None, 'เลขที่', 7, 8, None, 9]
    assert cells(data, 'E') == [None, 'หมายเหตุ', 'ด่วน', None, None, None]


def test_the_look_of_a_cell_and_every_other_part_of_the_workbook_stay(roster):
    before = roster.read_bytes()
    data, _ = numbered_workbook(roster, 7, lambda row: True)
    sheet = written(data).worksheets[0]
    assert (sheet['E3'].fill.fgColor.rgb, sheet['E3'].font.bold, sheet['E3'].value) == ('00FFFF00', True, 7)
    assert sheet['C3'].comment.text == 'ตรวจแล้ว'
    with zipfile.ZipFile(io.BytesIO(before)) as old, zipfile.ZipFile(io.BytesIO(data)) as new:
        assert new.namelist() == old.namelist()
        changed = [name for name in old.namelist() if old.read(name) != new.read(name)]
    assert changed == ['xl/worksheets/sheet1.xml']


def test_a_second_run_changes_nothing(roster):
    data, _ = numbered_workbook(roster, 7, lambda row: True)
    roster.write_bytes(data)
    assert numbered_workbook(roster, 99, lambda row: True) == (data, [])


def test_the_command_numbers_the_letters_of_a_roster_in_excel_and_content_is_still_right(tmp_path):
    content = copied(SAMPLE, tmp_path / 'content')
    rows = [line.split(',') for line in (content / 'recipients.csv').read_text(encoding='utf-8').splitlines()]
    book = openpyxl.Workbook()
    for row in rows:
        book.active.append([int(cell) if cell.isdigit() and len(cell) < 4 else cell.strip('"') or None for cell in row])
    book.save(content / 'recipients.xlsx')
    (content / 'recipients.csv').unlink()
    path, given = number(content, 1700)
    assert (path.name, given) == ('recipients.xlsx', [1700, 1701, 1702, 1703])
    assert [one.number for one in read(content).recipients] == ['1700', '1590.1', '1701', '1702', '1703']
    assert number(content, 1800) == (path, [])
