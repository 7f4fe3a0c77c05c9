"""Papers of a review are set once, by two processes where that pays, and taken from the cache where a build has them."""

import os
import weakref
from dataclasses import replace
from functools import partial

import pytest
from content_tools import SHIPPED
from review_tools import VENUE, resources, reviewed_projects

from saraban.cache import Cache
from saraban.errors import Finding, Level, Place, RenderError
from saraban.ground import Ground
from saraban.render.rendered import Rendered
from saraban.review import prints as module
from saraban.review.prints import Prints
from saraban.review.together import LITTLE, Task, together
from saraban.review.versions import Listed, Version
from saraban.staging import Finished
from saraban.uncollected import uncollected


def test_tasks_give_what_they_give_in_their_order_whoever_does_them():
    tasks = [Task(LITTLE, lambda at=at: f'{at} {os.getpid()}'.encode()) for at in range(6)]
    alone, shared = together(tasks, 1), together(tasks, 2)
    assert (
        [data.split()[0] for data in alone]
        == [data.split()[0] for data in shared]
        == [b'0', b'1', b'2', b'3', b'4', b'5']
    )
    assert {int(data.split()[1]) for data in alone} == {os.getpid()}
    assert os.getpid() not in {int(data.split()[1]) for data in shared}


def test_little_work_is_done_by_this_process():
    assert together([Task(1, lambda: str(os.getpid()).encode())] * 2, 2) == [str(os.getpid()).encode()] * 2


def test_what_a_task_leaves_behind_is_freed_before_the_next():
    """Also while Python has been told to look for no garbage, as all through a review."""
    left = []

    def leaves():
        pair = Pair()
        pair.other = pair
        left.append(weakref.ref(pair))
        return b''

    with uncollected():
        told = together([Task(1, leaves), Task(1, lambda: str([one() for one in left]).encode())], 2)
    assert told == [b'', b'[None]']


class Pair:
    """Something that may hold itself."""


def test_a_task_that_is_most_of_the_work_is_shared_by_all_and_the_others_go_side_by_side():
    def told(others):
        return f'{others} {os.getpid()}'.encode()

    small = [Task(LITTLE, lambda: str(os.getpid()).encode(), told)] * 2
    first, shared, last = together([small[0], Task(3 * LITTLE, lambda: b'alone', told), small[1]], 2)
    assert shared == f'1 {os.getpid()}'.encode()
    assert str(os.getpid()).encode() not in {first, last}
    assert together([Task(3 * LITTLE, lambda: b'alone', told)], 1) == [b'alone']


def test_of_a_task_that_fails_its_error_is_given_and_the_others_stand():
    def fails():
        raise RenderError([Finding('engine-said', Place('letter'), {'detail': 'x'})])

    for processors in (1, 2):
        error, data = together([Task(LITTLE, fails), Task(LITTLE, bytes)], processors)
        assert isinstance(error, RenderError)
        assert ([finding.rule for finding in error.findings], data) == (['engine-said'], b'')


def test_a_task_that_is_shared_fails_as_one_that_is_not():
    def fails(*_):
        raise RenderError([Finding('engine-said', Place('letter'), {'detail': 'x'})])

    error, data = together([Task(9 * LITTLE, fails, fails), Task(1, bytes)], 2)
    assert (isinstance(error, RenderError), data) == (True, b'')


@pytest.fixture
def small_review(shipped, changed):
    return reviewed_projects(shipped, changed(SHIPPED, VENUE), ['round-schedule'])


LISTED = Listed('ฉบับแก้', '', '', bytes, 'docx')


def refuses(*_):
    raise AssertionError('set again')


def test_what_a_review_has_set_another_one_takes_from_the_cache(small_review, tmp_path, monkeypatch):
    means, cache = resources(), Cache(tmp_path / 'cache', 10**9)
    first = Prints(means, cache)
    first.prepare(small_review)
    change = small_review.groups[0].first
    found = first.of(change.new, small_review.new).pdf
    again = Prints(means, cache)
    monkeypatch.setattr('saraban.review.prints.redline_engine', refuses)
    again.prepare(small_review)
    assert again.of(change.new, small_review.new).pdf == found


def test_what_a_build_has_finished_is_taken_and_no_build_takes_what_a_review_set(small_review, tmp_path, monkeypatch):
    means, cache = resources(), Cache(tmp_path / 'cache', 10**9)
    view = small_review.groups[0].first.new
    key = Ground(means).keys(view, ['pdf'])['pdf']
    Prints(means, cache).of(view, small_review.new)
    assert cache.head(key) is None
    built = Rendered(b'%PDF-1.7 of a build', 1)
    cache.keep(key, Finished.of(built, ()).note(), built.data)
    monkeypatch.setattr('saraban.review.prints.redline_engine', refuses)
    assert Prints(means, cache).of(view, small_review.new).pdf == built.data


def knows(printed, view) -> bool:
    """Whether it is known where every block of a view stands."""
    return all(map(printed.map.letters.of, view.blocks))


def test_a_damaged_entry_is_no_entry(small_review, tmp_path):
    means, cache = resources(), Cache(tmp_path / 'cache', 10**9)
    view = small_review.groups[0].first.new
    cache.keep(Ground(means).keys(view, ['pdf'])['pdf'], 'no note', b'%PDF')
    assert knows(Prints(means, cache).of(view, small_review.new), view)


def test_a_paper_that_cannot_be_set_has_no_print_and_the_others_have(small_review, monkeypatch):
    first, other = (replace(small_review.groups[0].first.new, path=path) for path in ('first', 'other'))
    papers = {view.path: replace(LISTED, path=view.path, form='content') for view in (first, other)}
    version = replace(small_review.new, papers=papers)
    set_one = module._render

    def render(engine, view):
        if view is first:
            raise RenderError([Finding('engine-said', Place('first'), {'detail': 'x'})])
        return set_one(engine, view)

    monkeypatch.setattr(module, '_render', render)
    found = Prints(resources())
    assert (found.of(first, version), found.of(first, version), knows(found.of(other, version), other)) == (
        None,
        None,
        True,
    )
    assert [finding.rule for error in found.faults for finding in error.findings] == ['engine-said']


def test_a_file_prints_as_its_own_pdf_whatever_the_review_calls_it(small_review):
    view = small_review.groups[0].first.new
    pdf = Prints(resources()).of(view, small_review.new).pdf
    stranger = replace(view, template='', path='letters/of-another-name')
    version = Version('ฉบับแก้.pdf', {'ฉบับแก้': replace(LISTED, printed=partial(bytes, pdf))}, single=True)
    found = Prints(resources()).of(stranger, version)
    assert (found.pdf, knows(found, view), len(found.map.sizes)) == (pdf, True, 1)


def test_a_docx_from_outside_has_no_print(small_review):
    view = replace(small_review.groups[0].first.new, template='')
    found = Prints(resources())
    assert found.of(view, Version('ฉบับแก้.docx', {'ฉบับแก้': LISTED}, single=True)) is None
    assert (found.faults, found.unseen) == ([], [])


def test_a_pdf_that_is_broken_is_told_and_no_print(small_review):
    view = replace(small_review.groups[0].first.new, template='')
    version = Version(
        'output', {view.path: replace(LISTED, path=view.path, printed=partial(bytes, b'%PDF-1.7 broken'))}
    )
    found = Prints(resources())
    assert (found.of(view, version), found.of(view, version)) == (None, None)
    assert [(one.rule, one.level) for one in found.unseen] == [('pdf-broken', Level.WARNING)]
