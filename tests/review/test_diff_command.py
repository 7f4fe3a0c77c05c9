"""`build.py diff`: what is typed, what is told, which exit code."""

import json
import shutil
import subprocess
from pathlib import Path

import pytest
from content_tools import SHIPPED, copied, patched
from review_tools import diff

from saraban.messages import MESSAGES


def test_the_same_version_twice_ends_with_0(capsys, pair):
    assert diff(capsys, pair[0], pair[0]) == (0, 'เหมือนเดิมทุกเอกสาร (168 เอกสาร)\n', '')


def test_changed_papers_are_told_with_their_words_and_end_with_1(capsys, pair):
    code, out, err = diff(capsys, *pair, 'schedule', 'letter')
    assert (code, err) == (1, '')
    assert out.splitlines()[:3] == [
        'schedule: 2 คำ',
        '    ตาราง: ๑ ภาคกลาง · กำหนดการ: ณ [-โรงแรมดิวันนา-]{+โรงแรมบางกอก ชฎา+} เขตบางรัก กรุงเทพฯ',
        'letters/TH-18-chai-nat (+16): 2 คำ',
    ]
    assert out.splitlines()[-1] == 'เปลี่ยน 18 เอกสาร (36 คำ) เหมือนเดิม 59 เอกสาร'


def test_stat_is_a_line_for_the_papers_of_each_change(capsys, pair):
    _, out, _ = diff(capsys, *pair, 'letter', '--only', 'ชัยนาท', '--only', 'ลพบุรี', '--stat')
    assert out.splitlines() == [
        'letters/TH-18-chai-nat (+1): 2 คำ',
        'เปลี่ยน 2 เอกสาร (4 คำ) เหมือนเดิม 0 เอกสาร',
    ]


def test_json_holds_each_changed_text_by_its_spans(capsys, pair):
    code, out, _ = diff(capsys, *pair, 'schedule', '--json')
    told = json.loads(out)
    assert (code, told['same'], [change['papers'] for change in told['changes']]) == (
        1,
        0,
        [[{'path': 'schedule', 'recipient': ''}]],
    )
    (text,) = told['changes'][0]['blocks'][0]['texts']
    assert text['field'] == 'rows.rounds/round-1.cells.1.1'
    assert [span for span in text['spans'] if span['change'] != 'same'] == [
        {'change': 'removed', 'old': 'โรงแรมดิวันนา', 'new': ''},
        {'change': 'added', 'old': '', 'new': 'โรงแรมบางกอก ชฎา'},
    ]


@pytest.mark.parametrize(
    ('given', 'coloured'), [({'FORCE_COLOR': '1'}, True), ({}, False), ({'FORCE_COLOR': '1', 'NO_COLOR': '1'}, False)]
)
def test_colours_are_shown_where_they_are_wanted_and_brackets_elsewhere(capsys, monkeypatch, pair, given, coloured):
    for name in ('FORCE_COLOR', 'NO_COLOR'):
        monkeypatch.delenv(name, raising=False)
    for name, value in given.items():
        monkeypatch.setenv(name, value)
    _, out, _ = diff(capsys, *pair, 'schedule')
    assert ('\x1b[9;31mโรงแรมดิวันนา\x1b[0m' in out, '[-โรงแรมดิวันนา-]' in out) == (coloured, not coloured)


@pytest.mark.parametrize(
    ('words', 'rule'),
    [
        (['HEAD', 'nowhere'], 'no-such-revision'),
        ([str(SHIPPED), str(SHIPPED), 'leter'], 'unknown-kind'),
        ([str(SHIPPED), str(SHIPPED), '--only', 'ชัยนาด'], 'unknown-paper'),
        ([str(SHIPPED), str(SHIPPED), '--format', 'odt'], 'wrong-choice'),
        ([str(SHIPPED / 'rounds.yaml'), str(SHIPPED)], 'nothing-to-compare'),
    ],
)
def test_what_there_is_not_is_wrong_usage(capsys, words, rule):
    code, out, err = diff(capsys, *words)
    assert (code, out) == (2, '')
    assert MESSAGES[rule].th.partition('{')[0] in err


def test_faults_of_both_versions_are_told_at_once(capsys, pair):
    for folder in pair:
        with (Path(folder) / 'facts.yaml').open('a', encoding='utf-8') as file:
            file.write('wrong: {product: [tambons], sum: [tambons]}\n')
    code, out, err = diff(capsys, *pair)
    assert (code, out, err.count('facts.yaml:')) == (3, '', 2)


@pytest.fixture
def repository(tmp_path, monkeypatch):
    """A repository whose content's venue changed in its second commit; the third version is not committed."""
    for name in ('GIT_DIR', 'GIT_WORK_TREE', 'GIT_INDEX_FILE'):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv('GIT_CONFIG_GLOBAL', '/dev/null')
    folder = tmp_path / 'office'
    content = copied(SHIPPED, folder / 'งาน' / 'content')

    def git(*words):
        subprocess.run(
            ['git', '-C', folder, '-c', 'user.name=a', '-c', 'user.email=a@b', *words], check=True, capture_output=True
        )

    git('init', '-q')
    git('add', '.')
    git('commit', '-qm', 'first')
    patched(content, 'rounds.yaml', 'venue: โรงแรมดิวันนา', 'venue: โรงแรมบางกอก ชฎา')
    git('commit', '-qam', 'second')
    return folder, content, git


def test_a_revision_is_read_without_touching_the_working_tree(capsys, repository):
    folder, content, _ = repository
    (content / 'letter.yaml').write_text('not: committed\n', encoding='utf-8')
    before = {path: path.stat().st_mtime_ns for path in sorted(folder.rglob('*')) if '.git' not in path.parts}
    code, out, err = diff(capsys, 'HEAD~1', 'HEAD', 'schedule', '--content', str(content))
    assert (code, err) == (1, '')
    assert '[-โรงแรมดิวันนา-]{+โรงแรมบางกอก ชฎา+}' in out
    assert before == {path: path.stat().st_mtime_ns for path in sorted(folder.rglob('*')) if '.git' not in path.parts}


def test_a_revision_is_compared_with_the_folder_as_it_is(capsys, repository):
    _, content, _ = repository
    assert diff(capsys, 'HEAD', str(content), 'schedule', '--content', str(content))[0] == 0
    assert diff(capsys, 'HEAD~1', str(content), 'schedule', '--content', str(content))[0] == 1


def test_a_path_that_is_there_wins_over_a_revision(capsys, repository, monkeypatch):
    folder, content, git = repository
    git('tag', 'v1', 'HEAD~1')
    monkeypatch.chdir(folder)
    assert diff(capsys, 'v1', str(content), 'schedule', '--content', str(content))[0] == 1
    copied(content, folder / 'v1')
    assert diff(capsys, 'v1', str(content), 'schedule', '--content', str(content))[0] == 0


def test_faults_in_a_revision_are_told_with_its_name(capsys, repository):
    _, content, git = repository
    patched(content, 'rounds.yaml', 'start: 2563-11-26', 'start: someday')
    git('commit', '-qam', 'third')
    code, _, err = diff(capsys, 'HEAD', 'HEAD~1', '--content', str(content))
    assert (code, err.splitlines()[0].partition(': ')[0]) == (3, 'HEAD:งาน/content/rounds.yaml:11:12')


def test_a_revision_without_the_folder_says_so(capsys, repository):
    _, content, _ = repository
    code, _, err = diff(capsys, 'HEAD~1', 'HEAD', '--content', str(content.parent / 'other'))
    assert (code, err.count('งาน/other')) == (2, 2)


def test_a_folder_that_is_another_repository_s_is_told_as_that(capsys, repository):
    folder, content, git = repository
    git('-c', 'protocol.file.allow=always', 'submodule', 'add', '-q', str(folder), 'inner')
    git('commit', '-qm', 'a submodule')
    shutil.rmtree(folder / 'inner')
    code, _, err = diff(capsys, 'HEAD', str(content), '--content', str(folder / 'inner' / 'content'))
    assert (code, 'submodule' in err) == (2, True)


def test_without_a_repository_a_wrong_path_is_not_taken_for_a_revision(capsys, tmp_path, pair):
    code, _, err = diff(capsys, 'HEAD', pair[0], '--content', pair[0])
    assert (code, 'ไม่ได้อยู่ใน git' in err) == (2, True)


def test_a_summary_for_a_merge_request_is_one_page_of_markdown(capsys, tmp_path, pair):
    code, out, _ = diff(capsys, *pair, 'schedule', 'letter', '--output', str(tmp_path / 'review'), '--format', 'md')
    assert (code, out.splitlines()[-1].startswith('เขียน 1 ไฟล์ไว้ใน ')) == (1, True)
    page = (tmp_path / 'review' / 'review.md').read_text(encoding='utf-8')
    assert 'เปลี่ยน 18 เอกสาร (36 คำ) เหมือนเดิม 59 เอกสาร' in page
    assert '- ตาราง: ๑ ภาคกลาง · กำหนดการ: ณ ~~โรงแรมดิวันนา~~ **โรงแรมบางกอก ชฎา** เขตบางรัก กรุงเทพฯ' in page
    assert 'rounds.yaml:13 รุ่นที่ ๑ · สถานที่: ~~โรงแรมดิวันนา~~ **โรงแรมบางกอก ชฎา** → schedule, letters/' in page
