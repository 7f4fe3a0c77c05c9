"""How often a paper is set, and with which measures: feet for catchwords, and what gives when a line or two run over.

The page engine lays out; here is only which layout is taken.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Protocol

EVERY = 1_000_000
"""So many first pages have a foot: all of them."""


class Laid(Protocol):
    """A paper as the engine has laid it out."""

    @property
    def pages(self) -> list[Any]:
        """Its pages."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a paper needs: feet for catchwords; how many gives there are to try; when too little stands on its last page."""

    feet: bool
    gives: int
    runs_over: Callable[[Any], bool]


Lay = Callable[[int, int], Any]
"""Lays a paper out with the first so many gives made, and with room for a catchword on the first so many pages."""


def paginate(lay: Lay, wanted: Wanted) -> tuple[Any, int]:
    """The layout to print, and how many gives it took."""
    best = _with_feet(lay, 0, wanted.feet)
    if len(best.pages) == 1 or not wanted.runs_over(best):
        return best, 0
    most = _with_feet(lay, wanted.gives, wanted.feet)
    if len(most.pages) == len(best.pages):
        return best, 0
    for gives in range(1, wanted.gives):
        tried = _with_feet(lay, gives, wanted.feet)
        if len(tried.pages) < len(best.pages):
            return tried, gives
    return most, wanted.gives


def _with_feet(lay: Lay, gives: int, feet: bool) -> Any:
    """A paper that fits a page without a foot has none; else each page has one but the last, which needs none."""
    plain = lay(gives, 0)
    if not feet or len(plain.pages) == 1:
        return plain
    footed = lay(gives, EVERY)
    pages = len(footed.pages)
    if pages > len(plain.pages):
        shorter = lay(gives, pages - 2)
        if len(shorter.pages) < pages:
            return shorter
    return footed
