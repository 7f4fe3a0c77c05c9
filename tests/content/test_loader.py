"""Content folders are read whole or not at all: every fault of every file, each where it stands."""

from pathlib import Path

import pytest
from content_tools import SAMPLE, STARTER, break_content, broken_cases, copied, marked, patched, told, written

from saraban.content.loader import FILES, load
from saraban.errors import ContentError, shown_path

BROKEN = Path(__file__).parent / 'broken'


def test_there_are_broken_files_to_read():
    assert len(broken_cases(BROKEN)) >= 30


@pytest.mark.parametrize('case', marked(BROKEN))
def test_a_broken_file_gives_just_the_findings_that_it_names(case, tmp_path):
    content, expected = break_content(case, tmp_path / 'content')
    with pytest.raises(ContentError) as caught:
        load(content)
    assert sorted(told(caught.value.findings)) == sorted(expected)
    assert caught.value.exit_code == 3


def test_faults_of_several_files_are_told_at_once(tmp_path):
    content = copied(STARTER, tmp_path / 'content')
    patched(content, 'project.yaml', 'fiscal_year: 2570', 'fiscal_year: ปีนี้')
    patched(content, 'rounds.yaml', 'start: 2569-11-10', 'start: พรุ่งนี้')
    patched(content, 'forms.yaml', 'subtotal: รวม', 'subtotl: รวม')
    patched(content, 'recipients.csv', 'Chiang Rai,1', 'Chiang Rai,')
    (content / 'schedule.yaml').write_text('table: [', encoding='utf-8')
    (content / 'proposal.yaml').unlink()
    with pytest.raises(ContentError) as caught:
        load(content)
    assert told(caught.value.findings) == [
        ('wrong-number', 'project.yaml:3:14'),
        ('wrong-date', 'rounds.yaml:5:12'),
        ('file-missing', 'proposal.yaml'),
        ('yaml-bracket', 'schedule.yaml:1:8'),
        ('missing-key', 'forms.yaml:2:3'),
        ('unknown-key', 'forms.yaml:4:3'),
        ('empty-cell', 'recipients.csv:3:27'),
    ]


def test_a_folder_that_is_not_there_is_one_finding(tmp_path):
    with pytest.raises(ContentError) as caught:
        load(tmp_path / 'nowhere')
    assert told(caught.value.findings) == [('folder-missing', 'nowhere')]


def test_the_two_files_that_every_project_has_are_asked_for(tmp_path):
    (tmp_path / 'empty').mkdir()
    with pytest.raises(ContentError) as caught:
        load(tmp_path / 'empty')
    assert told(caught.value.findings) == [('file-missing', 'project.yaml'), ('file-missing', 'proposal.yaml')]


def test_a_misspelt_file_is_told_with_the_name_that_is_near(tmp_path):
    content = copied(STARTER, tmp_path / 'content')
    (content / 'leter.yaml').write_text('', encoding='utf-8')
    (content / 'letter.xlsx').write_bytes(b'')
    (content / 'notes.txt').write_text('not content', encoding='utf-8')
    with pytest.raises(ContentError) as caught:
        load(content)
    assert [(str(one.place).rpartition('/')[2], one.values['near']) for one in caught.value.findings] == [
        ('leter.yaml', 'letter.yaml'),
        ('letter.xlsx', 'letter.yaml'),
    ]


def test_files_that_a_program_leaves_behind_are_no_content(tmp_path):
    content = copied(STARTER, tmp_path / 'content')
    (content / '~$recipients.xlsx').write_bytes(b'')
    (content / '.rounds.yaml').write_text('', encoding='utf-8')
    assert len(load(content).rounds) == 1


def test_a_project_may_be_two_files(tmp_path):
    project = load(written(tmp_path / 'small'))
    assert (project.rounds, project.groups, project.recipients, project.letter) == ((), (), (), None)
    assert (project.forms.allocation, project.forms.reply_form) == (None, None)


def test_a_roster_is_kept_where_no_group_counts_by_it(tmp_path):
    roster = 'code,name,english\nA-1,ก,Alpha\nA-2,ข,Beta\n'
    assert [one.slug for one in load(written(tmp_path / 'small', recipients=roster)).recipients] == [
        'A-1-alpha',
        'A-2-beta',
    ]


def test_a_strange_heading_is_told_also_where_there_is_no_audience(tmp_path):
    roster = 'code,name,english,districts\nA-1,ก,Alpha,4\n'
    with pytest.raises(ContentError) as caught:
        load(written(tmp_path / 'small', recipients=roster))
    assert told(caught.value.findings) == [('unknown-column', 'recipients.csv:1:19')]


def test_faults_of_rows_are_told_beside_a_fault_of_the_audience(tmp_path):
    content = copied(SAMPLE, tmp_path / 'content')
    patched(content, 'audience.yaml', 'unit: ราย', 'unitt: ราย')
    patched(content, 'recipients.csv', 'Ko Klai,3,', 'Ko Klai,สาม,')
    with pytest.raises(ContentError) as caught:
        load(content)
    assert told(caught.value.findings) == [
        ('missing-key', 'audience.yaml:1:1'),
        ('unknown-key', 'audience.yaml:1:1'),
        ('wrong-number', 'recipients.csv:6:33'),
    ]


def test_a_path_is_shown_as_it_would_be_typed(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    assert shown_path(tmp_path / 'content') == 'content'
    assert shown_path(Path('content/../other')) == 'other'
    assert shown_path(tmp_path.parent) == str(tmp_path.parent)


@pytest.mark.parametrize('name', FILES)
def test_an_empty_file_is_told_and_never_taken_for_none(tmp_path, name):
    """Where a letter.yaml that lost its content counted as none, no letter would be made, without a word."""
    content = copied(STARTER, tmp_path / 'content')
    (content / name).write_text('# yet to be written\n', encoding='utf-8')
    with pytest.raises(ContentError) as caught:
        load(content)
    assert told(caught.value.findings) == [('file-empty', name)]
