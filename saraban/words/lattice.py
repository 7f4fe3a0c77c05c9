"""The cheapest way to read a run of Thai letters as words, and how sure each boundary of it is."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from itertools import accumulate, pairwise
from math import inf
from typing import NamedTuple

from saraban.words.clusters import smallest_parts
from saraban.words.lexicon import PREFIX, Lexicon

UNKNOWN_WORD, UNKNOWN_PART = 12.0, 6.0
"""Cost of a word that is not listed, and of each smallest part of it, in the lexicon's unit."""


class Reading(NamedTuple):
    """The words of a run, and for each boundary between two of them what the cheapest reading without it costs more."""

    words: tuple[str, ...]
    margins: tuple[float, ...]


def read(run: str, lexicon: Lexicon, *, whole: bool = True) -> Reading:
    """Read a run of Thai letters as the words whose costs sum to the least; without `whole`, not as one listed word."""
    ends = [0, *accumulate(map(len, smallest_parts(run)))]
    edges = _listed_words(run, ends, lexicon)
    if not whole:
        edges[0] = [edge for edge in edges[0] if edge[0] != len(ends) - 1]
    forward = _forward(edges, len(ends))
    path = _path(forward)
    words = tuple(run[ends[a] : ends[b]] for a, b in pairwise(path))
    return Reading(words, tuple(_margins(path, edges, forward)))


_Edge = tuple[int, float]


class _Forward(NamedTuple):
    """For each end: the least cost up to it and where the last word starts; the same where that is an unlisted word."""

    costs: list[float]
    starts: list[int]
    unlisted: list[float]
    unlisted_starts: list[int]


def _listed_words(run: str, ends: Sequence[int], lexicon: Lexicon) -> list[list[_Edge]]:
    """For each end of a smallest part, where the listed words end that begin there, and what they cost."""
    get, reach = lexicon.costs.get, lexicon.reach.get
    bounds = [*ends, inf]
    edges: list[list[_Edge]] = []
    for here, start in enumerate(ends[:-1]):
        # Words of fewer letters than the prefix are not found by it.
        limit = start + max(reach(run[start : start + PREFIX], 0), PREFIX - 1)
        found: list[_Edge] = []
        there = here + 1
        while bounds[there] <= limit:
            price = get(run[start : ends[there]])
            if price is not None:
                found.append((there, price))
            there += 1
        edges.append(found)
    return edges


def _forward(edges: Sequence[Sequence[_Edge]], count: int) -> _Forward:
    costs = [0.0] + [inf] * (len(edges))
    starts = [0] * count
    unlisted = [inf] * count
    unlisted_starts = [0] * count
    for here, found in enumerate(edges):
        base = costs[here]
        begun, gone_on = base + UNKNOWN_WORD, unlisted[here]
        unlisted[here + 1] = min(begun, gone_on) + UNKNOWN_PART
        unlisted_starts[here + 1] = here if begun <= gone_on else unlisted_starts[here]
        if unlisted[here + 1] < costs[here + 1]:
            costs[here + 1], starts[here + 1] = unlisted[here + 1], unlisted_starts[here + 1]
        for there, price in found:
            if base + price < costs[there]:
                costs[there], starts[there] = base + price, here
    return _Forward(costs, starts, unlisted, unlisted_starts)


def _path(forward: _Forward) -> list[int]:
    path = [len(forward.costs) - 1]
    while path[-1]:
        path.append(forward.starts[path[-1]])
    return path[::-1]


def _margins(path: Sequence[int], edges: Sequence[Sequence[_Edge]], forward: _Forward) -> list[float]:
    """For each inner end of the path, what the cheapest reading costs more that has a word across it."""
    last = len(edges)
    least = forward.costs[last]
    onward = [inf] * last + [0.0]
    onward_unlisted = [inf] * last + [0.0]  # the same from inside an unlisted word
    margins = dict.fromkeys(path[1:-1], inf)
    for here in range(last - 1, -1, -1):
        base, gone_on = forward.costs[here] - least, UNKNOWN_PART + onward_unlisted[here + 1]
        best = UNKNOWN_WORD + gone_on
        for there, price in edges[here]:
            rest = price + onward[there]
            best = min(best, rest)
            first = bisect_right(path, here)
            while path[first] < there:
                margins[path[first]] = min(margins[path[first]], base + rest)
                first += 1
        onward[here], onward_unlisted[here] = best, min(best, gone_on)
        if here in margins:
            margins[here] = min(margins[here], forward.unlisted[here] - least + gone_on)
    return [margins[end] for end in path[1:-1]]
