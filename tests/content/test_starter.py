"""The starter is a project that is whole from the first minute, and is never written over anything."""

import pytest
from content_tools import STARTER, told

from saraban.content.loader import FILES, ROSTER
from saraban.content.starter import make_starter
from saraban.errors import UsageError
from saraban.pipeline import read
from saraban.views.kinds import KINDS, all_papers


def test_the_starter_has_no_fault_and_papers_of_every_usual_kind(tmp_path):
    make_starter(tmp_path / 'new')
    papers = all_papers(read(tmp_path / 'new'))
    assert {paper.kind for paper in papers} == set(KINDS) - {
        'circular',
        'change-letter',
        'labels',
        'envelopes',
        'register',
    }


def test_the_starter_shows_every_file_of_content():
    assert sorted(path.name for path in STARTER.iterdir()) == sorted([*FILES, ROSTER])


def test_an_empty_folder_may_be_there_already(tmp_path):
    make_starter(tmp_path)
    assert (tmp_path / 'project.yaml').read_bytes() == (STARTER / 'project.yaml').read_bytes()


@pytest.mark.parametrize('kind', ['full folder', 'file'])
def test_what_is_there_already_is_not_written_over(tmp_path, kind):
    target = tmp_path / 'mine'
    if kind == 'file':
        target.write_text('mine', encoding='utf-8')
    else:
        target.mkdir()
        (target / 'note.txt').write_text('mine', encoding='utf-8')
    with pytest.raises(UsageError) as caught:
        make_starter(target)
    assert told(caught.value.findings) == [('folder-not-empty', 'mine')]
    assert [path.name for path in tmp_path.rglob('*')] == (['mine'] if kind == 'file' else ['mine', 'note.txt'])


def test_a_folder_that_cannot_be_made_is_told(tmp_path):
    (tmp_path / 'file').write_text('', encoding='utf-8')
    with pytest.raises(UsageError) as caught:
        make_starter(tmp_path / 'file' / 'new')
    assert told(caught.value.findings) == [('output-unwritable', 'new')]
