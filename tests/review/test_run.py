"""A review that is to be written is compared by a copy of the process, whatever the versions are, and is the same."""

import gc

import pytest
from content_tools import SHIPPED

from saraban.errors import ContentError
from saraban.pipeline import Request, build
from saraban.review import run
from saraban.review.run import Comparison, compare_for_files, compare_versions
from saraban.views.blocks import View


@pytest.fixture
def built(tmp_path):
    """The schedule as shipped, built in both formats."""
    build(Request(SHIPPED, tmp_path / 'built', only=('schedule',), jobs=1))
    return tmp_path / 'built'


@pytest.fixture
def here(monkeypatch):
    """What is compared by this process, of two processors."""
    compared = []

    def compare(asked):
        compared.append(asked)
        return compare_versions(asked)

    monkeypatch.setattr(run, 'compare_versions', compare)
    monkeypatch.setattr('os.cpu_count', lambda: 2)
    return compared


def outcome(review):
    """What a review says, and how it reads a text."""
    return review.groups, review.same, review.old.name, review.new.name, review.words('การประชุมเชิงปฏิบัติการ')


@pytest.mark.parametrize('old', ['content', 'built', 'built/schedule.docx', 'built/schedule.pdf'])
def test_a_copy_of_the_process_compares_as_the_process_itself_does(tmp_path, built, other, here, old):
    asked = Comparison(
        str(SHIPPED if old == 'content' else tmp_path / old), str(other), kinds=('schedule',), output=tmp_path / 'out'
    )
    review = compare_for_files(asked)
    assert here == []
    assert review.changed
    assert outcome(review) == outcome(compare_versions(asked))


def test_two_files_are_compared_by_a_copy_of_the_process(built, tmp_path, here):
    review = compare_for_files(
        Comparison(str(built / 'schedule.docx'), str(built / 'schedule.pdf'), output=tmp_path / 'out')
    )
    assert (here, review.groups, review.same) == ([], (), 1)


def test_faults_are_told_by_this_process(other, tmp_path, here):
    (other / 'rounds.yaml').write_text('rounds: [', encoding='utf-8')
    asked = Comparison(str(SHIPPED), str(other), output=tmp_path / 'out')
    with pytest.raises(ContentError):
        compare_for_files(asked)
    assert here == [asked]


def test_forms_without_pages_are_compared_here(other, tmp_path, here):
    asked = Comparison(str(SHIPPED), str(other), kinds=('schedule',), output=tmp_path / 'out', formats=('docx', 'md'))
    assert compare_for_files(asked).changed
    assert here == [asked]


def test_of_papers_that_print_the_same_no_view_is_held(other):
    """Thousands of letters would fill the memory."""

    def alive():
        gc.collect()
        return sum(isinstance(one, View) for one in gc.get_objects())

    before = alive()
    review = compare_versions(Comparison(str(SHIPPED), str(other), kinds=('letter', 'schedule')))
    assert (review.same, len(review.papers)) == (59, 18)
    assert alive() - before == 2 * len(review.papers)
