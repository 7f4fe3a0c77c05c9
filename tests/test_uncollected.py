"""Python looks for no garbage while a block runs, and does as before when it is left, however it is."""

import gc

import pytest

from saraban.errors import RenderError
from saraban.uncollected import uncollected


def test_no_garbage_is_collected_in_the_block_and_as_ever_afterwards():
    assert gc.isenabled()
    with uncollected():
        assert not gc.isenabled()
    assert gc.isenabled()
    with pytest.raises(RenderError), uncollected():
        raise RenderError([])
    assert gc.isenabled()
    gc.disable()
    try:
        with uncollected():
            assert not gc.isenabled()
        assert not gc.isenabled()
    finally:
        gc.enable()


def test_what_stays_is_old_as_soon_as_the_block_is_left():
    """So the collector, on again, does not go over all of it at once."""
    with uncollected(staying=True):
        made = [[] for _ in range(10_000)]
    old = {id(one) for one in gc.get_objects(generation=2)}
    assert all(id(one) in old for one in made)


def test_what_does_not_stay_is_looked_at_as_soon_as_the_block_is_left():
    with uncollected():
        made = [[] for _ in range(10_000)]
    old = {id(one) for one in gc.get_objects(generation=2)}
    assert not any(id(one) in old for one in made)
