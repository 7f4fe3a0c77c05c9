"""Papers of a review are set once, by two processes where that pays, and taken from the cache where a build has them."""

import os
import weakref
from dataclasses import replace

import pytest
from content_tools import SHIPPED
from review_tools import VENUE, resources, reviewed_projects

from saraban.cache import Cache
from saraban.errors import Finding, Place, RenderError
from saraban.ground import Ground
from saraban.render.rendered import Rendered
from saraban.review.prints import Prints
from saraban.review.together import LITTLE, Task, together
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


def test_a_failure_elsewhere_is_told_here_with_its_findings():
    def fails():
        raise RenderError([Finding('engine-said', Place('letter'), {'detail': 'x'})])

    with pytest.raises(RenderError) as told:
        together([Task(LITTLE, fails), Task(LITTLE, bytes)], 2)
    assert [finding.rule for finding in told.value.findings] == ['engine-said']


@pytest.fixture
def small_review(shipped, changed):
    return reviewed_projects(shipped, changed(SHIPPED, VENUE), ['round-schedule'])


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


def test_a_damaged_entry_is_no_entry(small_review, tmp_path):
    means, cache = resources(), Cache(tmp_path / 'cache', 10**9)
    view = small_review.groups[0].first.new
    cache.keep(Ground(means).keys(view, ['pdf'])['pdf'], 'no note', b'%PDF')
    assert Prints(means, cache).of(view, small_review.new).map.known


def test_a_file_from_outside_has_no_print(small_review):
    view = small_review.groups[0].first.new
    papers = {path: replace(listed, form='pdf') for path, listed in small_review.new.papers.items()}
    assert Prints(resources()).of(view, replace(small_review.new, papers=papers)) is None
