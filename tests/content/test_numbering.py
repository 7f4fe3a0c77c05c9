"""`build.py number`: the roster's own column is filled once, and nothing else of the file changes."""

import shutil
from pathlib import Path

import pytest

from saraban.content.numbering import numbered
from saraban.errors import ContentError
from saraban.pipeline import read
from saraban.upkeep import number

ROOT = Path(__file__).resolve().parents[2]


def run(text: str, first: int = 1590, wanted=lambda row: True):
    return numbered(text, first, wanted)


def test_those_without_a_number_get_the_next_ones_in_the_rosters_order():
    assert run('name,number\nก,\nข,12\nค,\n') == ('name,number\nก,1590\nข,12\nค,1591\n', [1590, 1591])


def test_a_roster_without_the_column_gets_one_at_its_right():
    assert run('name,round\nก,1\nข,2\n', 7) == ('name,round,number\nก,1,7\nข,2,8\n', [7, 8])


def test_a_second_run_changes_nothing():
    once, _ = run('name,number\nก,\n')
    assert run(once, 9) == (once, [])


@pytest.mark.parametrize(
    'text',
    [
        '\ufeffname,number\r\n"ก, ข",\r\n\r\n"ค ""ง"" \r\nจ",\r\n',
        'name , เลขที่\n ก ,  \nข,12',
    ],
)
def test_quotes_line_ends_and_spaces_stay_as_they_are(text):
    found, given = run(text, 5)
    assert given
    for value in given:
        found = found.replace(str(value), '', 1)
    assert found.replace(' ', '') == text.replace(' ', '')


def test_only_those_who_get_a_letter_are_numbered():
    text, given = run('name,number\nก,\nข,\n', 3, lambda row: row['name'] == 'ข')
    assert (text, given) == ('name,number\nก,\nข,3\n', [3])


def test_the_command_writes_the_file_in_place_and_the_letters_bear_the_numbers(tmp_path):
    content = tmp_path / 'content'
    shutil.copytree(ROOT / 'content', content)
    before = (content / 'recipients.csv').read_bytes()
    path, given = number(content, 1590)
    assert path == content / 'recipients.csv'
    assert given == list(range(1590, 1666))
    assert number(content, 1) == (path, [])
    after = path.read_bytes()
    assert after.count(b'\n') == before.count(b'\n')
    assert [line.rpartition(b',')[0] for line in after.splitlines()] == before.splitlines()
    assert {one.number for one in read(content).recipients} == {str(value) for value in given}


@pytest.mark.parametrize('encoding', ['cp874', 'utf-8-sig', 'utf-16'])
@pytest.mark.parametrize('separator', [',', ';', '\t'])
def test_a_roster_is_numbered_in_every_form_in_which_it_is_read(tmp_path, encoding, separator):
    content = tmp_path / 'content'
    shutil.copytree(ROOT / 'content', content)
    roster = content / 'recipients.csv'
    lines = roster.read_text(encoding='utf-8').splitlines()
    assert '"' not in ''.join(lines)
    before = [f'บัญชีรายชื่อจังหวัด{separator * 5}', *(line.replace(',', separator) for line in lines)]
    roster.write_bytes('\r\n'.join(before).encode(encoding))
    _, given = number(content, 1590)
    assert given == list(range(1590, 1666))
    after = roster.read_bytes().decode(encoding).split('\r\n')
    added = ['', f'{separator}number', *(f'{separator}{value}' for value in given)]
    assert after == [line + more for line, more in zip(before, added, strict=True)]
    assert {one.number for one in read(content).recipients} == {str(value) for value in given}


def test_headings_that_a_printed_page_repeats_get_the_column_too():
    text = 'ชื่อ,รุ่น\nก,1\nชื่อ,รุ่น\nข,1,\n'
    assert run(text) == ('ชื่อ,รุ่น,number\nก,1,1590\nชื่อ,รุ่น,number\nข,1,1591\n', [1590, 1591])


def test_a_roster_that_only_its_owner_may_read_stays_so_and_a_link_to_it_stays_a_link(tmp_path):
    content = tmp_path / 'content'
    shutil.copytree(ROOT / 'content', content)
    kept = (content / 'recipients.csv').rename(content / 'old-name.txt')
    kept.chmod(0o600)
    (content / 'recipients.csv').symlink_to(kept.name)
    path, given = number(content, 1590)
    assert (len(given), path.is_symlink(), kept.stat().st_mode & 0o777) == (76, True, 0o600)
    assert path.read_bytes() == kept.read_bytes()


def test_content_that_invites_by_circulars_has_no_numbers_of_its_own(tmp_path):
    content = tmp_path / 'content'
    shutil.copytree(ROOT / 'content', content)
    letter = content / 'letter.yaml'
    letter.write_text(letter.read_text('utf-8').replace('invite_by: recipient\n', 'invite_by: round\n', 1), 'utf-8')
    with pytest.raises(ContentError) as caught:
        number(content, 1)
    assert [finding.rule for finding in caught.value.findings] == ['numbers-no-letters']
