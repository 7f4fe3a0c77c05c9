"""Which break opportunities the lines of a paragraph end at: all lines chosen together, least cost in sum. Pure reckoning.

A line costs its slack, more than in proportion, and the penalty of its break; a place of last resort is taken only where nothing
else lets the line fit. In justified text a line may be a little too long, and its spaces shrink.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate
from math import inf

from saraban.words import INSIDE_TERM, Break

SLACK, SLACK_SQUARED = 16.0, 22.0
"""Cost of one em of slack and of one square em, in the unit of break penalties."""
SHRINK_FACTOR = 4.0
"""How much worse shrinking is than slack of the same width, squared."""
LAST_RESORT = 1_000_000.0
"""Factor on penalties of last resort: no sum of other costs reaches it."""
TOLERANCE = 0.02
"""Px by which a line may be measured wider than it is: sums of glyph widths are rounded."""


@dataclass(frozen=True, slots=True)
class Measured:
    """A text as the engine sets it on one endless line.

    `x` holds where each character starts and the last ends, in px, and `ink` the same without the spaces right before it;
    `spaces` counts the spaces up to there.
    """

    text: str
    x: Sequence[float]
    ink: Sequence[float]
    spaces: Sequence[int]

    def width(self, start: int, end: int) -> float:
        """Px that `text[start:end]` takes as a line, without the spaces at its end."""
        return max(self.ink[end] - self.x[start], 0.0)

    def inner_spaces(self, start: int, end: int) -> int:
        """Spaces of `text[start:end]` but for one at its end."""
        return self.spaces[end] - self.spaces[start] - (end > start and self.text[end - 1] == ' ')


def measured(text: str, x: Sequence[float]) -> Measured:
    """A text with where its characters start."""
    ink = list(x)
    space = text.find(' ')
    while space >= 0:
        ink[space + 1] = ink[space]
        space = text.find(' ', space + 1)
    spaces = list(accumulate(map(' '.__eq__, text), initial=0))
    return Measured(text, x, ink, spaces)


@dataclass(frozen=True, slots=True)
class Room:
    """The room for a paragraph in px: width of its first line and of the others, the em, and what a space may shrink by."""

    first: float
    rest: float
    em: float
    shrink: float = 0.0


def choose(line: Measured, start: int, stop: int, breaks: Sequence[Break], room: Room) -> list[int] | None:
    """Where the lines of `text[start:stop]` end, but for the last; None where some piece fits no line."""
    places = [start, *(b.position for b in breaks), stop]
    penalties = [0.0, *(_cost(b.penalty) for b in breaks), 0.0]
    lefts, rights = [line.x[place] for place in places], [line.ink[place] for place in places]
    last = len(places) - 1
    best = [0.0] + [inf] * last
    sources = [0] * len(places)
    widest = max(room.first, room.rest) + TOLERANCE
    first = 0
    for here in range(1, last + 1):
        right, least = rights[here], inf
        shrink = room.shrink if here != last else 0.0
        while first < here and right - lefts[first] > widest + room.shrink * line.inner_spaces(
            places[first], places[here]
        ):
            first += 1
        least_before = min(best[first:here], default=inf)
        for before in range(first, here):
            slack = (room.rest if before else room.first) - right + lefts[before]
            if slack < -TOLERANCE and slack < -shrink * line.inner_spaces(places[before], places[here]):
                continue
            slack_cost = _slack_cost(slack / room.em) if here != last else 0.0
            if best[before] + slack_cost < least:
                least, sources[here] = best[before] + slack_cost, before
            elif slack > 0 and least_before + slack_cost >= least and before:
                break  # every later start leaves more slack
        best[here] = least + penalties[here]
    return _path(places, sources) if best[last] < inf else None


def _path(places: Sequence[int], sources: Sequence[int]) -> list[int]:
    ends = []
    here = sources[-1]
    while here:
        ends.append(places[here])
        here = sources[here]
    return ends[::-1]


def fit(line: Measured, start: int, stop: int, breaks: Sequence[Break], width: float) -> int | None:
    """Where one line of `text[start:stop]` ends, as full as it can be, or None if the rest fits or cannot be parted.

    Of places of last resort it takes the mildest that fits; if none does, the first place of all.
    """
    if line.width(start, stop) <= width + TOLERANCE:
        return None
    inside = [b for b in breaks if start < b.position < stop]
    fitting = [b for b in inside if line.width(start, b.position) <= width + TOLERANCE]
    if fitting:
        mildest = min(max(b.penalty, INSIDE_TERM - 1) for b in fitting)
        return max(b.position for b in fitting if b.penalty <= mildest)
    return inside[0].position if inside else None


def _slack_cost(slack: float) -> float:
    """Cost of a line's slack in em; below 0 its spaces shrink."""
    return slack * (SLACK + slack * SLACK_SQUARED) if slack > 0 else slack * slack * SLACK_SQUARED * SHRINK_FACTOR


def _cost(penalty: int) -> float:
    return float(penalty) if penalty < INSIDE_TERM else penalty * LAST_RESORT
