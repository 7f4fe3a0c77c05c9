"""The roster is a CSV as a spreadsheet saves it; its order is the officer's and its faults are told by line and cell."""

import pytest
from content_tools import told
from hypothesis import given
from hypothesis import strategies as some

from saraban.content.roster import Recipient, read_roster, slug_of


@pytest.fixture
def read(tmp_path):
    def read(text: str | bytes, *numbers: str):
        path = tmp_path / 'recipients.csv'
        path.write_bytes(text.encode() if isinstance(text, str) else text)
        return read_roster(path, 'recipients.csv', numbers)

    return read


def test_a_row_is_a_recipient_with_its_file_name_round_and_numbers(read):
    recipients, source = read('code,name,english,round,beds\nTH-18,ชัยนาท,Chai Nat,2,"1,250"\n', 'beds')
    assert recipients == [Recipient('TH-18-chai-nat', 'ชัยนาท', 2, (2,), numbers={'beds': 1250})]
    assert (source.findings, str(source.place((2,)))) == ([], 'recipients.csv:2:7')


@pytest.mark.parametrize(
    'headings', ['iso,province,english,round', 'รหัส,จังหวัด,ชื่อภาษาอังกฤษ,รุ่นที่', 'CODE,Name,English,Round']
)
def test_headings_are_read_as_offices_write_them(read, headings):
    (found,), source = read(f'{headings}\nTH-18,ชัยนาท,Chai Nat,๒\n')
    assert (found.slug, found.name, found.round, source.findings) == ('TH-18-chai-nat', 'ชัยนาท', 2, [])


def test_the_order_of_the_rows_is_kept(read):
    recipients, _ = read('name,english,round\nข,B,2\nก,A,1\nค,C,2\n')
    assert [one.name for one in recipients] == ['ข', 'ก', 'ค']


def test_a_spreadsheet_s_own_ways_are_read(read):
    text = '\ufeffcode,name,english,round\r\n"A-1","โรงพยาบาล ""ก""\r\n& <ข>",Alpha,1\r\n,,,\r\n\r\nA-2,ค,Beta,1\r\n'
    recipients, source = read(text)
    assert [one.name for one in recipients] == ['โรงพยาบาล "ก" & <ข>', 'ค']
    assert source.findings == []


def test_a_fault_after_a_cell_of_two_lines_still_has_the_line_of_its_row(read):
    _, source = read('name,english\n"ก\nข",A\n,B\n')
    assert told(source.findings) == [('empty-cell', 'recipients.csv:4:1')]


def test_addressee_and_number_are_kept_where_they_are_given(read):
    (first, second), _ = read('name,english,addressee,number\nก,A,ผู้อำนวยการ ก,12\nข,B,,\n')
    assert [(one.addressee, one.number) for one in (first, second)] == [('ผู้อำนวยการ ก', '12'), ('', '')]


def test_a_roster_without_rounds_has_recipients_of_no_round(read):
    assert [one.round for one in read('name,english\nก,A\n')[0]] == [None]


def test_a_number_column_that_nobody_counts_by_is_a_misspelling(read):
    _, source = read('name,english,distrcts\nก,A,3\n', 'districts')
    assert [(one.rule, dict(one.values)) for one in source.findings] == [
        ('unknown-column', {'name': 'distrcts', 'near': 'districts'}),
        ('missing-column', {'name': 'districts'}),
    ]


def test_two_names_that_differ_in_case_alone_would_share_a_file(read):
    _, source = read('name,english\nก,Alpha\nข,ALPHA\n')
    assert [(one.rule, one.values['value'], one.values['line']) for one in source.findings] == [
        ('repeated-value', 'alpha', 2)
    ]


def test_two_codes_that_differ_in_case_alone_would_share_a_file(read):
    _, source = read('code,name,english\nA-1,ก,Alpha\na-1,ข,Alpha\n')
    assert told(source.findings) == [('repeated-value', 'recipients.csv:3:5')]


@pytest.mark.parametrize(
    ('code', 'english', 'expected'),
    [
        ('TH-18', 'Chai Nat', 'TH-18-chai-nat'),
        ('', 'Phra Nakhon Si Ayutthaya', 'phra-nakhon-si-ayutthaya'),
        ('H1', "Rom Yen Children's & <2>", 'H1-rom-yen-children-s-2'),
        ('', '../../etc', 'etc'),
    ],
)
def test_a_file_name_is_made_of_code_and_english_name(code, english, expected):
    assert slug_of(code, english) == expected


@given(some.text(), some.text())
def test_no_english_name_leads_out_of_the_folder(code, english):
    assert not {'/', '\\', '\0', '.'} & set(slug_of('', english))


@pytest.mark.parametrize('code', ['../x', 'a/b', '.hidden', 'ก', '-x', 'a b'])
def test_a_code_that_cannot_name_a_file_is_refused(read, code):
    recipients, source = read(f'code,name,english\n{code},ก,Alpha\n')
    assert (recipients, told(source.findings)) == ([], [('unsafe-name', 'recipients.csv:2:1')])


def test_a_file_name_is_as_long_as_every_disk_can_hold(read):
    recipients, source = read(f'code,name,english\nTH-18,ก,{"n" * 94}\n')
    assert (len(recipients[0].slug), source.findings) == (100, [])
    recipients, source = read(f'code,name,english\nTH-18,ก,{"n" * 95}\n')
    assert (recipients, told(source.findings)) == ([], [('unsafe-name', 'recipients.csv:2:9')])


def test_faults_of_rows_are_told_beside_those_of_the_headings(read):
    recipients, source = read('name,english,ruond,beds,wards\nก,,1,4,x\nข,Beta,1,สี่,2\n', 'beds', 'rooms')
    assert [one.slug for one in recipients] == []
    assert told(source.findings) == [
        ('unknown-column', 'recipients.csv:1:14'),
        ('unknown-column', 'recipients.csv:1:25'),
        ('missing-column', 'recipients.csv:1:1'),
        ('empty-cell', 'recipients.csv:2:3'),
        ('wrong-number', 'recipients.csv:3:10'),
    ]


def test_without_names_nothing_of_the_rows_can_be_told(read):
    _, source = read('nmae,english\nก,\n')
    assert [one.rule for one in source.findings] == ['unknown-column', 'missing-column']
