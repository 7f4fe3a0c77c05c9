"""Processes that do the work: what a job leaves behind does not outlive the next ones, so that a process stays as small."""

import gc
import weakref

import pytest

from saraban import pools
from saraban.pools import forked

ALIVE = weakref.WeakSet()


class Knot:
    """What leads to itself dies only when it is looked for."""

    def __init__(self) -> None:
        self.itself = self


def tie(aged: int) -> int:
    """Leaves a knot behind that has lived through so many collections; how many of earlier jobs are still there."""
    left = len(ALIVE)
    knot = Knot()
    ALIVE.add(knot)
    for generation in range(aged):
        gc.collect(generation)
    del knot
    return left


def test_what_a_job_leaves_behind_is_gone_before_the_next():
    with forked(tie, 1) as run:
        assert list(run([0] * 40)) == [0] * 40


def test_what_lived_through_two_collections_is_gone_after_some_jobs(monkeypatch):
    monkeypatch.setattr(pools, '_TIDY', 8)
    with forked(tie, 1) as run:
        left = sorted(run([2] * 24))  # results that wait come in no order
    assert left == sorted(number % 8 for number in range(24))


def fail(job: int) -> int:
    left = len(ALIVE)
    ALIVE.add(Knot())
    if job:
        raise ValueError(job)
    return left


def test_a_job_that_fails_leaves_nothing_either():
    with forked(fail, 1) as run:
        with pytest.raises(ValueError, match='1'):
            list(run([1]))
        assert list(run([0])) == [0]
