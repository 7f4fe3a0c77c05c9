"""Work during which Python looks for no garbage: what it makes stays, or dies together when it is done."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def uncollected(*, staying: bool = False) -> Iterator[None]:
    """Leaves the collector off while the work goes on, and as it was afterwards.

    Each of its full runs goes over all boxes of all layouts that stand: a fifth of the time of three layouts of 40 pages.
    Of loading the program they are a twentieth. With `staying` what was made counts as old: or else the collector, as soon
    as it is on again, goes over all of it.
    """
    if not gc.isenabled():
        yield
        return
    gc.disable()
    try:
        yield
    finally:
        if staying:
            gc.freeze()
            gc.unfreeze()
        gc.enable()
