"""How often a paper is set, and with which measures: feet for catchwords, and what gives when a line or two run over.

The page engine lays out; here is only which layout is taken.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

EVERY = 1_000_000
"""So many first pages have a foot: all of them."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a paper needs: feet for catchwords; how many gives there are to try; when too little stands on its last page.

    `long` says that it surely fits no page, `closes_up` whether what stands on the last page of a layout with a foot on
    each page might stand on the page before, had that none: what saves layouts of which the outcome is known.
    """

    feet: bool
    gives: int
    runs_over: Callable[[Any], bool]
    long: bool = False
    closes_up: Callable[[Any], bool] = lambda _: True


Lay = Callable[[int, int], Any]
"""Lays a paper out with the first so many gives made, and room for a catchword on the first so many `pages` that it then has."""


def paginate(lay: Lay, wanted: Wanted) -> tuple[Any, int]:
    """The layout to print, and how many gives it took."""
    best = _with_feet(lay, 0, wanted)
    if len(best.pages) == 1 or not wanted.runs_over(best):
        return best, 0
    most = _with_feet(lay, wanted.gives, wanted)
    if len(most.pages) == len(best.pages):
        return best, 0
    for gives in range(1, wanted.gives):
        tried = _with_feet(lay, gives, wanted)
        if len(tried.pages) < len(best.pages):
            return tried, gives
    return most, wanted.gives


def _with_feet(lay: Lay, gives: int, wanted: Wanted) -> Any:
    """A paper that fits a page without a foot has none; else each page has one but the last, which needs none."""
    fewest = 2  # pages that the paper has in any case
    if not (wanted.feet and wanted.long):
        plain = lay(gives, 0)
        fewest = len(plain.pages)
        if not wanted.feet or fewest == 1:
            return plain
    footed = lay(gives, EVERY)
    pages = len(footed.pages)
    if pages > fewest and wanted.closes_up(footed):
        shorter = lay(gives, pages - 2)
        if len(shorter.pages) < pages:
            return shorter
    return footed
