"""Two texts of any length aligned: what stayed, what was taken out, what was put in, in memory that is bounded.

Indel keeps a bit for each pair of letters, gigabytes for two long papers. Longer texts are aligned by pieces first, cut
where their own letters say so (content-defined chunking), so that a difference touches only the piece that it stands in;
what lies between the pieces that stayed is aligned again.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from math import isqrt
from typing import NamedTuple

from rapidfuzz.distance import Indel

_PAIRS = 400_000_000  # pairs of letters, or of pieces, that are aligned one by one: 50 MB of bits
_SURE = 16  # letters: a shorter run that is the same in two long texts is chance
_NO_LESS = 0.9  # of the pairs: what lies between is so much of the whole that its pieces would be the same again
_LONGEST = 8  # times as long as the shortest piece
_WINDOW = (40_503, 30_011, 1_009)  # factors of the last three letters: their sum says whether a piece ends

Part = tuple[int, int]


class Step(NamedTuple):
    """From where to where in both texts, as Indel's steps are: `equal`, `insert` or `delete`."""

    tag: str
    src_start: int
    src_end: int
    dest_start: int
    dest_end: int


def opcodes(one: Sequence[str], other: Sequence[str]) -> list[Step]:
    """The steps from one text to the other; texts are strings, or lists of clusters or words.

    Of short texts they are Indel's own. Of long ones equal runs may be missed where nearly everything changed.
    """
    found: list[Step] = []
    for step in _steps(one, other, (0, len(one)), (0, len(other))):
        if step.src_start == step.src_end and step.dest_start == step.dest_end:
            continue
        if found and found[-1].tag == step.tag:
            found[-1] = found[-1]._replace(src_end=step.src_end, dest_end=step.dest_end)
        else:
            found.append(step)
    return found


def _steps(one: Sequence[str], other: Sequence[str], part: Part, opposite: Part) -> Iterator[Step]:
    """The steps between a part of one text and the opposite part of the other."""
    (a, b), (c, d) = part, opposite
    if _size(part, opposite) <= _PAIRS:
        for step in Indel.opcodes(one[a:b], other[c:d]):
            yield Step(step.tag, a + step.src_start, a + step.src_end, c + step.dest_start, c + step.dest_end)
        return
    at = a, c
    for same, opposite_same in [*_kept(one, other, part, opposite), ((b, b), (d, d))]:
        gap, opposite_gap = (at[0], same[0]), (at[1], opposite_same[0])
        if _size(gap, opposite_gap) > _NO_LESS * _size(part, opposite):
            yield Step('insert', gap[0], gap[0], *opposite_gap)
            yield Step('delete', *gap, opposite_gap[1], opposite_gap[1])
        else:
            yield from _steps(one, other, gap, opposite_gap)
        yield Step('equal', *same, *opposite_same)
        at = same[1], opposite_same[1]


def _size(part: Part, opposite: Part) -> int:
    return (part[1] - part[0]) * (opposite[1] - opposite[0])


def _kept(one: Sequence[str], other: Sequence[str], part: Part, opposite: Part) -> list[tuple[Part, Part]]:
    """Runs that surely are the same in two long parts: how both begin and end, and pieces between."""
    (a, b), (c, d) = part, opposite
    start = _alike(one, other, range(a, b), range(c, d))
    stop = _alike(one, other, range(b - 1, a + start - 1, -1), range(d - 1, c + start - 1, -1))
    found = [((a, a + start), (c, c + start))]
    (a, b), (c, d) = (a + start, b - stop), (c + start, d - stop)
    if _size((a, b), (c, d)) > _PAIRS:
        found += _same_pieces(one, other, (a, b), (c, d))
    found.append(((b, b + stop), (d, d + stop)))
    return [run for run in found if run[0][0] < run[0][1]]


def _alike(one: Sequence[str], other: Sequence[str], places: range, others: range) -> int:
    """How many letters are the same from the first of these places on."""
    count = 0
    for i, j in zip(places, others, strict=False):
        if one[i] != other[j]:
            break
        count += 1
    return count


def _same_pieces(one: Sequence[str], other: Sequence[str], part: Part, opposite: Part) -> Iterator[tuple[Part, Part]]:
    least = isqrt(_size(part, opposite) // _PAIRS) + 1
    numbers = {letter: at for at, letter in enumerate(sorted({*one[slice(*part)], *other[slice(*opposite)]}))}
    cuts, other_cuts = _cuts(one, part, least, numbers), _cuts(other, opposite, least, numbers)
    known: dict[Sequence[str], int] = {}
    pieces, others = (
        [known.setdefault(_hashable(text[a:b]), len(known)) for a, b in pairwise(places)]
        for text, places in ((one, cuts), (other, other_cuts))
    )
    for step in Indel.opcodes(pieces, others):
        if step.tag == 'equal' and cuts[step.src_end] - cuts[step.src_start] >= _SURE:
            yield (
                (cuts[step.src_start], cuts[step.src_end]),
                (other_cuts[step.dest_start], other_cuts[step.dest_end]),
            )


def _hashable(piece: Sequence[str]) -> Sequence[str]:
    return piece if isinstance(piece, str) else tuple(piece)


def _cuts(text: Sequence[str], part: Part, least: int, numbers: dict[str, int]) -> list[int]:
    """Where the pieces of a part begin and end: after letters whose sum says so, never shorter than the least."""
    first, second, third = _WINDOW
    start, stop = part
    found = [start]
    before = last = 0
    for at in range(start, stop):
        number = numbers[text[at]] + 1
        length = at + 1 - found[-1]
        if length >= least:
            mixed = before * first + last * second + number * third
            if (mixed >> 3) % least == 0 or length >= least * _LONGEST:
                found.append(at + 1)
        before, last = last, number
    if found[-1] < stop:
        found.append(stop)
    return found
