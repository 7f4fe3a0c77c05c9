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
