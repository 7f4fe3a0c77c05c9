"""`build.py diff --output DIR --format docx`: which files, by whose hand."""

import pytest
from content_tools import SHIPPED, copied, patched
from resolving import W, body_of

from saraban.cli import main


@pytest.fixture
def written(tmp_path, capsys):
    """The redlines of a venue that changed, by their names under the output folder."""

    def run(*options):
        old, new = copied(SHIPPED, tmp_path / 'old'), copied(SHIPPED, tmp_path / 'new')
        patched(new, 'rounds.yaml', 'venue: โรงแรมดิวันนา', 'venue: โรงแรมบางกอก ชฎา')
        folder = tmp_path / 'review'
        words = [
            'diff',
            str(old),
            str(new),
            'schedule',
            'letter',
            '--output',
            str(folder),
            '--format',
            'docx',
            *options,
        ]
        assert (main(words), capsys.readouterr().err) == (1, '')
        return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob('*.docx')}

    return run


def test_each_changed_paper_has_a_redline_and_letters_with_the_same_change_have_one(written):
    files = written()
    assert sorted(files) == ['letters/TH-18-chai-nat.redline.docx', 'schedule.redline.docx']
    marks = list(body_of(files['schedule.redline.docx']).iter(f'{W}ins', f'{W}del'))
    assert {(mark.get(f'{W}author'), mark.get(f'{W}date')) for mark in marks} == {('Saraban', None)}


def test_author_and_date_are_those_that_are_given(written):
    files = written('--author', 'กองวิชาการและแผนงาน', '--date', '2563-11-01')
    marks = list(body_of(files['schedule.redline.docx']).iter(f'{W}ins', f'{W}del'))
    assert {(mark.get(f'{W}author'), mark.get(f'{W}date')) for mark in marks} == {
        ('กองวิชาการและแผนงาน', '2020-11-01T00:00:00Z')
    }
