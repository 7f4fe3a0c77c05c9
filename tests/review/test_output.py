"""A review's folder is its own: what an officer keeps is neither written over nor mixed with."""

import json

import pytest
from review_tools import diff

from saraban.errors import RenderError, UsageError
from saraban.review.output import LIST, check_folder, publish
from saraban.staging import write_whole


def rules(error) -> list[tuple[str, str]]:
    return [(finding.rule, finding.place.file.rpartition('/')[2]) for finding in error.value.findings]


@pytest.mark.parametrize(
    ('file', 'rule'),
    [
        ('project.yaml', 'review-into-content'),
        ('rounds.yaml', 'review-into-content'),
        ('recipients.xlsx', 'review-into-content'),
        ('manifest.json', 'review-into-built'),
    ],
)
def test_a_folder_that_holds_content_or_built_papers_takes_no_review(tmp_path, file, rule):
    (tmp_path / file).touch()
    with pytest.raises(UsageError) as error:
        check_folder(tmp_path)
    assert rules(error) == [(rule, tmp_path.name)]
    assert error.value.findings[0].values['file'] == file


def test_a_folder_that_is_new_or_holds_something_else_takes_a_review(tmp_path):
    (tmp_path / 'notes.txt').touch()
    check_folder(tmp_path)
    check_folder(tmp_path / 'output' / 'review')


@pytest.mark.parametrize('below', ['', 'review', 'deep/review'])
def test_a_file_of_the_folder_s_name_or_on_the_way_is_named(tmp_path, below):
    (tmp_path / 'result').touch()
    with pytest.raises(UsageError) as error:
        check_folder(tmp_path / 'result' / below)
    assert rules(error) == [('review-into-file', 'result')]


def test_a_file_that_no_review_wrote_is_not_written_over_and_nothing_else_is_written(tmp_path):
    (tmp_path / 'review.html').write_text('mine', encoding='utf-8')
    with pytest.raises(UsageError) as error:
        publish({'review.md': b'new', 'review.html': b'new'}, tmp_path)
    assert rules(error) == [('review-over-file', 'review.html')]
    assert {path.name: path.read_text(encoding='utf-8') for path in tmp_path.iterdir()} == {'review.html': 'mine'}


def test_what_the_last_review_wrote_is_written_anew_and_taken_away(tmp_path):
    publish({'review.md': b'1', 'letters/a.redline.pdf': b'1'}, tmp_path)
    publish({'review.md': b'2'}, tmp_path)
    assert sorted(path.name for path in tmp_path.rglob('*')) == [LIST, 'review.md']
    assert (tmp_path / 'review.md').read_bytes() == b'2'


def test_a_review_that_broke_off_leaves_no_file_that_is_nobody_s(tmp_path, monkeypatch):
    def full(path, data):
        raise OSError(28, 'No space left on device', str(path))

    publish({'review.md': b'1'}, tmp_path)
    with monkeypatch.context() as disk:
        disk.setattr(
            'saraban.review.output.write_whole',
            lambda path, data: (full if path.name == 'review.html' else write_whole)(path, data),
        )
        with pytest.raises(RenderError):
            publish({'a.redline.pdf': b'2', 'review.html': b'2'}, tmp_path)
    assert json.loads((tmp_path / LIST).read_text(encoding='utf-8')) == ['a.redline.pdf', 'review.html', 'review.md']
    publish({'review.html': b'3'}, tmp_path)
    assert sorted(path.name for path in tmp_path.iterdir()) == [LIST, 'review.html']


def test_the_content_folder_is_no_output(capsys, pair):
    code, out, err = diff(capsys, *pair, 'schedule', '--output', pair[0], '--format', 'md')
    assert (code, out) == (2, '')
    assert err.splitlines()[0].startswith(pair[0])
    assert 'project.yaml' in err


def test_a_form_without_a_folder_says_what_is_missing(capsys, pair):
    code, out, err = diff(capsys, *pair, 'schedule', '--format', 'docx')
    assert (code, out) == (2, '')
    assert '--output output/review' in err


def test_an_error_says_that_no_result_was_written_only_where_one_was_to_be(capsys, tmp_path, pair):
    _, _, err = diff(capsys, pair[0], pair[1], 'leter')
    assert err.splitlines()[-1].startswith('  → ')
    _, _, err = diff(capsys, pair[0], pair[1], 'leter', f'--output={tmp_path / "out"}')
    assert err.splitlines()[-1] == 'ยังไม่ได้เขียนผลการเปรียบเทียบ (พบ 1 ข้อ)'


def test_a_comparison_that_is_stopped_or_fails_speaks_of_no_paper(capsys, monkeypatch, pair):
    for error in (KeyboardInterrupt(), ZeroDivisionError('by zero')):
        monkeypatch.setattr('saraban.cli.review.compare_versions', _raising(error))
        _, _, err = diff(capsys, *pair)
        assert err
        assert 'ยังไม่ได้เปลี่ยนเอกสารใด' not in err


def _raising(error):
    def fails(asked):
        raise error

    return fails
