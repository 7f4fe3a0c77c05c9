"""Rosters and registers as people keep them, in CSV and in Excel."""

import datetime
import zipfile

import openpyxl
import pytest

from saraban.content.register import read_register
from saraban.content.roster import read_roster
from saraban.content.table import read_tables
from saraban.content.values import PartDate

HEADING = ['ลำดับ', 'รหัส', 'จังหวัด', 'ชื่อภาษาอังกฤษ', 'รุ่นที่', 'จำนวนอำเภอ']
ROWS = [
    [1, 'TH-18', 'ชัยนาท', 'Chai Nat', 1, 8],
    [2, 'TH-16', 'ลพบุรี', 'Lop Buri', 1, 11],
    [3, 'TH-80', 'นครศรีธรรมราช', 'Nakhon Si Thammarat', 2, 23],
]
READ = [('TH-18-chai-nat', 1, 8), ('TH-16-lop-buri', 1, 11), ('TH-80-nakhon-si-thammarat', 2, 23)]


def csv_file(tmp_path, rows, separator=',', end='\r\n', encoding='utf-8-sig'):
    path = tmp_path / 'recipients.csv'
    text = end.join(separator.join(map(str, row)) for row in rows) + end
    path.write_bytes(text.encode(encoding))
    return path


def excel_file(tmp_path, rows, merged=(), title='ผู้รับ'):
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = title
    for row in rows:
        sheet.append(row)
    for area in merged:
        sheet.merge_cells(area)
    path = tmp_path / 'recipients.xlsx'
    book.save(path)
    return path


def read(path, numbers=('districts',)):
    recipients, source = read_roster(path, path.name, numbers)
    assert [found.tell('th') for found in source.findings] == []
    return [(one.slug, one.round, one.numbers.get('districts')) for one in recipients]


def faults(path, numbers=('districts',)):
    _, source = read_roster(path, path.name, numbers)
    return [(found.rule, str(found.place)) for found in source.findings]


FILES = pytest.mark.parametrize('write', [csv_file, excel_file])


@FILES
def test_a_table_with_thai_headings_is_read(tmp_path, write):
    assert read(write(tmp_path, [HEADING, *ROWS])) == READ


@FILES
def test_a_title_and_blank_rows_stand_above_and_between(tmp_path, write):
    title = ['บัญชีรายชื่อจังหวัด', '', '', '', '', '']
    blank = [''] * 6
    assert read(write(tmp_path, [title, blank, HEADING, ROWS[0], blank, *ROWS[1:], blank])) == READ


@FILES
def test_stray_spaces_are_taken_out(tmp_path, write):
    rows = [[f' {cell} ' if isinstance(cell, str) else cell for cell in row] for row in ROWS]
    rows[2][3] = '\u200bNakhon  Si\u00a0Thammarat\u200b'
    assert read(write(tmp_path, [[f'{cell} ' for cell in HEADING], *rows])) == READ


@FILES
def test_thai_digits_are_read(tmp_path, write):
    rows = [[*row[:4], '๑' if row[4] == 1 else 'รุ่นที่ ๒', str(row[5]).translate(thai)] for row in ROWS]
    assert read(write(tmp_path, [HEADING, *rows])) == READ


thai = str.maketrans('0123456789', '๐๑๒๓๔๕๖๗๘๙')


@FILES
def test_headings_repeated_on_each_printed_page_are_no_recipients(tmp_path, write):
    assert read(write(tmp_path, [HEADING, ROWS[0], HEADING, *ROWS[1:]])) == READ


@FILES
def test_empty_columns_and_columns_for_oneself_are_read_past(tmp_path, write):
    rows = [['', *HEADING, 'หมายเหตุ', ''], *(['', *row, 'โทรแล้ว', ''] for row in ROWS)]
    assert read(write(tmp_path, rows)) == READ


@pytest.mark.parametrize('separator', [',', ';', '\t'])
@pytest.mark.parametrize('end', ['\n', '\r\n', '\r'])
@pytest.mark.parametrize('encoding', ['utf-8', 'utf-8-sig', 'utf-16', 'cp874'])
def test_a_csv_is_read_as_any_spreadsheet_saves_it(tmp_path, separator, end, encoding):
    assert read(csv_file(tmp_path, [HEADING, *ROWS], separator, end, encoding)) == READ


def test_the_separator_that_excel_names_is_taken(tmp_path):
    assert (
        read(csv_file(tmp_path, [['sep=;'], [';'.join(HEADING)], *([';'.join(map(str, row))] for row in ROWS)])) == READ
    )


def test_a_quoted_cell_may_hold_separators_quotes_and_line_ends(tmp_path):
    path = tmp_path / 'recipients.csv'
    path.write_text('จังหวัด,english,เรียน\nชัยนาท, "Chai, Nat" ,"ท่าน ""ผู้ว่าฯ""\nชัยนาท"\nลพบุรี,,\n', encoding='utf-8')
    recipients, source = read_roster(path, 'recipients.csv', ())
    assert [(one.slug, one.addressee) for one in recipients] == [('chai-nat', 'ท่าน "ผู้ว่าฯ" ชัยนาท')]
    assert [(found.rule, str(found.place)) for found in source.findings] == [('empty-cell', 'recipients.csv:4:8')]


def test_a_csv_fault_is_told_by_line_and_column_with_a_mark_under_the_cell(tmp_path):
    path = csv_file(tmp_path, [HEADING, ROWS[0], [2, 'TH-16', 'ลพบุรี', 'Lop Buri', 'x', 11]])
    _, source = read_roster(path, 'recipients.csv', ('districts',))
    assert [found.tell('th') for found in source.findings] == [
        'recipients.csv:3:25: ต้องแก้: "x" ไม่ใช่จำนวนเต็ม\n'
        '    2,TH-16,ลพบุรี,Lop Buri,x,11\n'
        '                         ^\n'.replace(' ' * 25, ' ' * 26)
        + '  → พิมพ์เป็นตัวเลขล้วน เช่น 1158'
    ]


def test_an_excel_fault_is_told_by_sheet_and_cell_with_a_mark_under_the_cell(tmp_path):
    path = excel_file(tmp_path, [HEADING, ROWS[0], [2, 'TH-16', 'ลพบุรี', 'Lop Buri', 'x', 11]])
    _, source = read_roster(path, 'recipients.xlsx', ('districts',))
    (found,) = source.findings
    assert str(found.place) == 'recipients.xlsx:ผู้รับ!E3'
    assert (found.place.line, found.place.column) == (3, 5)
    assert found.place.excerpt[found.place.mark - 1 :] == 'x | 11'


@pytest.mark.parametrize(
    ('rows', 'fault'),
    [
        ([['จังหวดั', 'english'], ['ก', 'K']], ('unknown-column', 'recipients.csv:1:1')),
        ([['จังหวัด'], ['ก']], ('missing-column', 'recipients.csv:1:1')),
        ([['จังหวัด', 'english', 'name'], ['ก', 'K', 'ก']], ('repeated-value', 'recipients.csv:1:17')),
        ([['จังหวัด', 'english'], ['ก', 'K', 'ข']], ('row-width', 'recipients.csv:2:1')),
        ([['จังหวัด', 'english', 'รุ่น'], ['ก', 'K']], ('row-width', 'recipients.csv:2:1')),
        ([['จังหวัด', 'english', ''], ['ก', 'K', 'ข']], ('unnamed-column', 'recipients.csv:2:5')),
        ([['จังหวัด', 'english'], ['ก', '"K'], ['ข', 'L']], ('csv-quote', 'recipients.csv:2:3')),
        ([['จังหวัด', 'english'], ['ก', '"K" x']], ('csv-quote', 'recipients.csv:2:3')),
        ([['จังหวัด', 'english'], ['ก', 'K'], ['ก', 'L']], ('repeated-value', 'recipients.csv:3:1')),
        ([['จังหวัด', 'english'], ['ก', 'K'], ['ข', 'K.']], ('repeated-value', 'recipients.csv:3:1')),
        ([['จังหวัด', 'english'], ['ก', 'K' * 2_000]], ('text-too-long', 'recipients.csv:2:3')),
        ([['code', 'จังหวัด', 'english'], ['../x', 'ก', 'K']], ('unsafe-name', 'recipients.csv:2:1')),
        ([['จังหวัด', 'english'], ['ก', 'K' * 300]], ('unsafe-name', 'recipients.csv:2:3')),
        ([['จังหวัด', 'english'], ['ก', 'ชัยนาท']], ('unsafe-name', 'recipients.csv:2:3')),
        ([['จังหวัด', 'english'], ['ก\x01', 'K']], ('control-character', 'recipients.csv:2:2')),
        ([['จังหวัด', 'english'], ['ก'] * 300], ('table-too-large', 'recipients.csv:2:1')),
        ([['จังหวัด', 'english'], [''] * 300 + ['ก']], ('table-too-large', 'recipients.csv:2:1')),
    ],
)
def test_a_fault_of_a_roster_is_told_where_it_is(tmp_path, rows, fault):
    assert faults(csv_file(tmp_path, rows, end='\n', encoding='utf-8'), ())[0] == fault


@FILES
def test_a_table_of_too_many_rows_is_read_to_its_limit(tmp_path, write, monkeypatch):
    monkeypatch.setattr('saraban.content.rows.ROW_LIMIT', 3)
    assert [rule for rule, _ in faults(write(tmp_path, [HEADING, *ROWS]))] == ['table-too-large']


def test_merged_cells_fill_down(tmp_path):
    rows = [[*HEADING[:4], 'จำนวนอำเภอ', 'รุ่นที่']]
    rows += [[*row[:4], row[5], in_round] for row, in_round in zip(ROWS, ['1', None, '2'], strict=True)]
    assert read(excel_file(tmp_path, rows, merged=['F2:F3'])) == READ


@FILES
def test_a_round_written_once_at_the_top_of_its_group_fills_down(tmp_path, write):
    rows = [['จังหวัด', 'english', 'รุ่น', 'districts']]
    rows += [[f'ก{n}', f'k{n}', ['1', '', '', '2', ''][n], 1] for n in range(5)]
    assert [in_round for _, in_round, _ in read(write(tmp_path, rows))] == [1, 1, 1, 2, 2]


@FILES
@pytest.mark.parametrize('rounds', [['1', '1', '', '2', '2'], ['', '1', '', '', '2'], ['1', '2', '3', '4', '']])
def test_a_round_that_somebody_forgot_is_not_filled_in(tmp_path, write, rounds):
    rows = [['จังหวัด', 'english', 'รุ่น', 'districts']]
    rows += [[f'ก{n}', f'k{n}', rounds[n], 1] for n in range(5)]
    assert {rule for rule, _ in faults(write(tmp_path, rows))} == {'empty-cell'}


@FILES
def test_a_row_of_totals_is_checked_and_is_no_recipient(tmp_path, write):
    assert read(write(tmp_path, [HEADING, *ROWS, ['รวม', '', '', '', '', 42]])) == READ
    (found,) = faults(write(tmp_path, [HEADING, *ROWS, ['รวม', '', '', '', '', 43]]))
    assert found[0] == 'total-differs'


def test_a_formula_is_never_run_and_one_without_a_value_is_a_finding(tmp_path):
    rows = [HEADING, ['=ROW()-1', *ROWS[0][1:5], '=4+4']]
    assert faults(excel_file(tmp_path, rows)) == [('cell-formula', 'recipients.xlsx:ผู้รับ!F2')]


def test_the_stored_value_of_a_formula_is_taken(tmp_path):
    path = excel_file(tmp_path, [HEADING, [*ROWS[0][:5], '=4+4']])
    patched(path, 'xl/worksheets/sheet1.xml', b'<f>4+4</f><v></v>', b'<f>4+4</f><v>8</v>')
    assert read(path) == READ[:1]


def test_a_formula_whose_value_is_empty_text_is_an_empty_cell(tmp_path):
    path = excel_file(tmp_path, [[*HEADING, 'เรียน'], [*ROWS[0], '=""']])
    patched(path, 'xl/worksheets/sheet1.xml', b'<c r="G2"><f>""</f>', b'<c r="G2" t="str"><f>""</f>')
    assert read(path) == READ[:1]


def test_a_failed_formula_is_a_finding(tmp_path):
    assert faults(excel_file(tmp_path, [HEADING, [*ROWS[0][:5], '#REF!']])) == [
        ('cell-error', 'recipients.xlsx:ผู้รับ!F2')
    ]


def patched(path, part, old, new):
    """A workbook with some bytes of a part replaced."""
    with zipfile.ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    assert old in parts[part]
    parts[part] = parts[part].replace(old, new)
    with zipfile.ZipFile(path, 'w', zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)


def test_openpyxl_alone_tells_neither_an_unreckoned_formula_nor_a_merged_cell(tmp_path):
    """Why `_Cells` reads these itself: once this fails, openpyxl can."""
    path = excel_file(tmp_path, [['=1+1', 'x'], [None, 'y']], merged=['B1:B2'])
    sheet = openpyxl.load_workbook(path, read_only=True, data_only=True).active
    assert (sheet['A1'].value, sheet['A1'].data_type) == (sheet['A2'].value, 'n')
    assert not hasattr(sheet, 'merged_cells')


def test_hidden_and_blank_sheets_are_read_past(tmp_path):
    path = excel_file(tmp_path, [HEADING, *ROWS])
    book = openpyxl.load_workbook(path)
    book.create_sheet('ว่าง')
    hidden = book.create_sheet('เก่า')
    hidden.append(HEADING)
    hidden.append(ROWS[0])
    hidden.sheet_state = 'hidden'
    notes = book.create_sheet('บันทึก', 0)
    notes.append(['โทรศัพท์กลับวันจันทร์'])
    book.save(path)
    assert read(path) == READ


def test_a_second_sheet_of_recipients_is_not_lost_unseen(tmp_path):
    path = excel_file(tmp_path, [HEADING, *ROWS])
    book = openpyxl.load_workbook(path)
    for row in (HEADING, [4, 'TH-50', 'เชียงใหม่', 'Chiang Mai', 2, 25]):
        (book['รุ่น ๒'] if 'รุ่น ๒' in book.sheetnames else book.create_sheet('รุ่น ๒')).append(row)
    book.save(path)
    assert faults(path) == [('several-tables', 'recipients.xlsx:รุ่น ๒!A1')]


def test_dates_and_numbers_of_excel_are_read_as_typed(tmp_path):
    path = excel_file(tmp_path, [['a', 'b', 'c', 'd'], [datetime.date(2020, 11, 26), 8.0, datetime.time(8, 30), True]])
    (table,) = read_tables(path, 'x.xlsx')
    assert table.rows[1].cells == ['2020-11-26', '8', '08:30', 'True']


@pytest.mark.parametrize('data', [b'', b'PK', b'PK\x03\x04' + b'\0' * 100, b'\xd0\xcf\x11\xe0', b'a,b\n1,2\n'])
def test_what_is_no_workbook_is_told(tmp_path, data):
    path = tmp_path / 'recipients.xlsx'
    path.write_bytes(data)
    assert faults(path) == [('excel-unreadable', 'recipients.xlsx')]


@pytest.mark.parametrize(
    'inside',
    [
        b'<row r="1">' + b'<c/>' * 2_000_000 + b'</row>',
        b'<row/>' * 2_000_000,
        b'<x/>' * 2_000_000,
        b' ' * 30_000_000,
        b'<!DOCTYPE x>',
    ],
)
def test_a_workbook_that_unpacks_to_a_bomb_is_refused(tmp_path, inside):
    path = excel_file(tmp_path, [HEADING, *ROWS])
    patched(path, 'xl/worksheets/sheet1.xml', b'<sheetData>', b'<sheetData>' + inside)
    assert faults(path) == [('excel-too-large', 'recipients.xlsx')]


def test_merged_areas_without_end_are_refused(tmp_path):
    path = excel_file(tmp_path, [HEADING, *ROWS * 10])
    areas = b'<mergeCells>' + b'<mergeCell ref="A1:XFD1048576"/>' * 100_000 + b'</mergeCells>'
    patched(path, 'xl/worksheets/sheet1.xml', b'</sheetData>', b'</sheetData>' + areas)
    assert faults(path) == [('excel-too-large', 'recipients.xlsx')]


def test_a_cell_at_the_far_end_of_a_sheet_costs_nothing(tmp_path):
    path = excel_file(tmp_path, [HEADING, *ROWS])
    patched(
        path, 'xl/worksheets/sheet1.xml', b'</sheetData>', b'<row r="1048576"><c r="XFD1048576"/></row></sheetData>'
    )
    assert read(path) == READ


REGISTER = [
    ['ลำดับ', 'เลขที่', 'ลงวันที่', 'ถึง', 'วิธีส่ง'],
    [1, 'มท ๐๓๐๑.๒/๑๕๙๐', '26 พฤศจิกายน 2563', 'ชัยนาท', 'ไปรษณีย์'],
    [2, '1591', '2563-11', 'ลพบุรี', ''],
    [3, '', '', 'สิงห์บุรี', ''],
]


@FILES
def test_a_register_gives_number_and_date_by_name(tmp_path, write):
    entries, source = read_register(write(tmp_path, REGISTER))
    assert source.findings == []
    assert [(one.name, one.number, one.date) for one in entries] == [
        ('ชัยนาท', 'มท 0301.2/1590', datetime.date(2020, 11, 26)),
        ('ลพบุรี', '1591', PartDate(2020, 11)),
    ]


@FILES
def test_a_register_gives_number_and_date_by_slug(tmp_path, write):
    entries, source = read_register(write(tmp_path, [['slug', 'number'], ['TH-18-chai-nat', '1590']]))
    assert source.findings == []
    assert [(one.slug, one.name, one.number, one.date) for one in entries] == [('TH-18-chai-nat', '', '1590', None)]


@pytest.mark.parametrize(
    ('rows', 'fault'),
    [
        ([['ถึง', 'ลงวันที่'], ['ก', '']], ('missing-column', 'recipients.csv:1:1')),
        ([['เลขที่', 'ลงวันที่'], ['1', '']], ('missing-column', 'recipients.csv:1:1')),
        ([['ถึง', 'เลขที่'], ['', '1']], ('empty-cell', 'recipients.csv:2:1')),
        ([['ถึง', 'เลขที่', 'ลงวันที่'], ['ก', '1', '31/11/2563']], ('wrong-date', 'recipients.csv:2:5')),
        ([['ถึง', 'เลขที่'], ['ก', '1'], ['ก', '2']], ('repeated-value', 'recipients.csv:3:1')),
    ],
)
def test_a_fault_of_a_register_is_told_where_it_is(tmp_path, rows, fault):
    _, source = read_register(csv_file(tmp_path, rows))
    assert [(found.rule, str(found.place)) for found in source.findings] == [fault]
