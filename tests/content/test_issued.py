"""The central office's register in the content folder: its numbers and dates stand where content has none."""

import datetime

import pytest
from content_tools import SHIPPED, copied, told

from saraban.content.loader import load
from saraban.content.values import PartDate
from saraban.errors import ContentError
from saraban.upkeep import number

HEAD = 'ลำดับ,ถึง,เลขที่หนังสือ,ลงวันที่,หมายเหตุ\n'


@pytest.fixture
def folder(tmp_path):
    return copied(SHIPPED, tmp_path / 'content')


def with_register(folder, *rows: str, name: str = 'register.csv'):
    (folder / name).write_text(HEAD + '\n'.join(rows) + '\n', encoding='utf-8')
    return load(folder)


def one(project, name):
    return next(recipient for recipient in project.recipients if recipient.name == name)


def test_a_letter_takes_its_own_number_and_date(folder):
    project = with_register(folder, '๑,ชัยนาท,๑๕๙๐,2 พฤศจิกายน 2563,', '๒,ลพบุรี,1612,2563-11,')
    assert (one(project, 'ชัยนาท').number, one(project, 'ชัยนาท').date) == ('1590', datetime.date(2020, 11, 2))
    assert (one(project, 'ลพบุรี').number, one(project, 'ลพบุรี').date) == ('1612', PartDate(2020, 11))
    assert one(project, 'สิงห์บุรี').number == ''


def test_a_row_without_a_number_is_a_letter_still_to_be_issued(folder):
    project = with_register(folder, '๑,ชัยนาท,,,', '๒,ลพบุรี,1612,,')
    assert (one(project, 'ชัยนาท').number, one(project, 'ลพบุรี').date) == ('', None)


@pytest.mark.parametrize('whose', ['รุ่นที่ ๑', 'รุ่นที่ 1', 'round-1'])
def test_a_round_s_circular_takes_its_number(folder, whose):
    project = with_register(folder, f'๑,{whose},77,2563-11-02,')
    assert (project.rounds[0].letter.number, project.rounds[0].letter.date) == ('77', datetime.date(2020, 11, 2))
    assert project.rounds[1].letter.number == ''


def test_the_circular_for_all_takes_its_number(folder):
    assert with_register(folder, '๑,all,78,,').letter.all_rounds.number == '78'


def test_a_name_that_there_is_not_is_told_at_its_row(folder):
    with pytest.raises(ContentError) as caught:
        with_register(folder, '๑,ชัยนาท,1,,', '๒,ชัยนาด,2,,')
    assert told(caught.value.findings) == [('register-unknown', 'register.csv:3:3')]


@pytest.mark.parametrize(('told_number', 'wrong'), [('1590', False), ('๑๕๙๐', False), ('1591', True)])
def test_a_number_that_content_has_is_never_changed(folder, told_number, wrong):
    roster = (folder / 'recipients.csv').read_text(encoding='utf-8').splitlines()
    roster = [f'{roster[0]},number', f'{roster[1]},1590', *(f'{line},' for line in roster[2:])]
    (folder / 'recipients.csv').write_text('\n'.join(roster) + '\n', encoding='utf-8')
    if not wrong:
        assert one(with_register(folder, f'๑,ชัยนาท,{told_number},,'), 'ชัยนาท').number == told_number.translate(
            str.maketrans('๐๑๕๙', '0159')
        )
        return
    with pytest.raises(ContentError) as caught:
        with_register(folder, f'๑,ชัยนาท,{told_number},,')
    assert told(caught.value.findings) == [('register-differs', 'register.csv:2:3')]


def test_two_registers_are_told(folder):
    (folder / 'register.xlsx').write_bytes(b'')
    with pytest.raises(ContentError) as caught:
        with_register(folder, '๑,ชัยนาท,1,,')
    assert told(caught.value.findings) == [('two-rosters', 'register.xlsx')]


def test_a_register_that_stands_elsewhere_is_not_read(folder, tmp_path):
    (tmp_path / 'elsewhere.csv').write_text(HEAD, encoding='utf-8')
    (folder / 'register.csv').symlink_to(tmp_path / 'elsewhere.csv')
    with pytest.raises(ContentError) as caught:
        load(folder)
    assert told(caught.value.findings) == [('file-outside', 'register.csv')]


def test_numbers_are_given_to_no_letter_that_the_register_has(folder):
    with_register(folder, '๑,ชัยนาท,1600,,')
    _, given = number(folder, 1590)
    project = load(folder)
    assert (len(given), one(project, 'ชัยนาท').number, one(project, 'ลพบุรี').number) == (75, '1600', '1590')
