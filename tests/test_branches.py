"""Work done by a copy of this process: its result comes back, what fails is left to this one, nobody is left behind."""

import os
import time

import pytest

from saraban.branches import Branch, Branches


def alive(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    return True


def test_a_branch_has_what_this_process_held_when_it_began_and_changes_nothing_here():
    held = ['before']

    def work():
        held.append('there')
        return os.getpid(), list(held)

    branch = Branch(work)
    held.append('here')
    process, seen = branch.result()
    assert process != os.getpid()
    assert seen == ['before', 'there']
    assert held == ['before', 'here']


def test_a_result_is_asked_for_as_often_as_one_likes():
    branch = Branch(lambda: 7)
    assert [branch.result(), branch.result(), branch.ready] == [7, 7, True]


@pytest.mark.parametrize(
    'work', [lambda: 1 / 0, lambda: os._exit(1), lambda: lambda: 0], ids=['error', 'dead', 'unsendable']
)
def test_what_fails_gives_nothing(work):
    assert Branch(work).result() is None


def test_no_more_are_begun_than_may_work_at_once():
    with Branches(1) as branches:
        assert branches.has_room
        waits = branches.begin(lambda: time.sleep(60))
        assert not branches.has_room
        waits.kill()
        assert branches.has_room
    with Branches(0) as none:
        assert not none.has_room


def test_a_big_result_does_not_keep_its_place():
    with Branches(1) as branches:
        big = branches.begin(lambda: bytes(5_000_000))
        deadline = time.monotonic() + 30
        while not branches.has_room and time.monotonic() < deadline:
            time.sleep(0.01)
        assert branches.has_room
        assert len(big.result()) == 5_000_000


def test_an_error_here_ends_those_that_still_work():
    begun = []

    def fail_beside_two():
        with Branches(2) as branches:
            begun.extend(branches.begin(lambda: time.sleep(60)) for _ in range(2))
            raise ValueError('here')

    with pytest.raises(ValueError, match='here'):
        fail_beside_two()
    assert len(begun) == 2
    assert not any(alive(branch.process) for branch in begun)
