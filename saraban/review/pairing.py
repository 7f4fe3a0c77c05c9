"""Which of the old pieces is which of the new ones: blocks of a paper, rows of a table, lines of a title.

A piece is known by its key where content gave it one. A key that only counts (`rationale/3`) says little: an inserted
paragraph shifts all that follow. So equal words come first, then likeness; a counted key helps where as many pieces stand
on both sides, and decides between what stands between the same neighbours.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz
from rapidfuzz.distance import Indel

ALIKE = 0.5
"""Share of letters in common from which two pieces are one that was changed."""
ALIKE_ELSEWHERE = 0.7
"""The same for pieces that stand in another order: what moved must be known again."""
_MANY = 40_000  # pairs to look at; beyond, only neighbours of the same place are
_COUNTED = re.compile(r'(?:^|[/.]|session-|round-)\d+(?=$|/sum$)')
_KEY = 0.1  # of likeness, that a kept key outweighs at most


@dataclass(frozen=True, slots=True)
class Piece:
    """What is paired: its kind (pieces of different kinds never pair), its key, its words."""

    kind: str
    key: str
    words: str

    @property
    def named(self) -> bool:
        """Whether the key names the piece, rather than its place."""
        return bool(self.key) and not _COUNTED.search(self.key)


Pair = tuple[int, int]


def pairs(old: Sequence[Piece], new: Sequence[Piece]) -> tuple[list[Pair], list[Pair]]:
    """The pairs that keep their order, and those that moved; both in the new pieces' order."""
    found = _Pairing(old, new)
    found.by_key()
    found.by_words()
    found.by_likeness()
    kept = in_order(found.pairs, [max(len(piece.words), 1) for piece in old])
    moved = [pair for pair in found.pairs if pair not in set(kept) and found.is_known_again(pair)]
    kept = found.within_gaps(kept, moved)
    return kept, sorted(moved, key=lambda pair: pair[1])


class _Pairing:
    """Pairs found so far."""

    def __init__(self, old: Sequence[Piece], new: Sequence[Piece]) -> None:
        self._old = old
        self._new = new
        self._of_old: dict[int, int] = {}
        self._of_new: dict[int, int] = {}

    @property
    def pairs(self) -> list[Pair]:
        return sorted(self._of_old.items(), key=lambda pair: pair[1])

    def _join(self, found: Iterable[Pair]) -> None:
        for i, j in found:
            if i not in self._of_old and j not in self._of_new:
                self._of_old[i] = j
                self._of_new[j] = i

    def _left(self) -> tuple[list[int], list[int]]:
        return (
            [i for i in range(len(self._old)) if i not in self._of_old],
            [j for j in range(len(self._new)) if j not in self._of_new],
        )

    def by_key(self) -> None:
        """Pieces of one name, where each side has it once."""
        once = [
            {(piece.kind, piece.key): at for at, piece in enumerate(side) if piece.named and counts[piece.key] == 1}
            for side in (self._old, self._new)
            for counts in [Counter(piece.key for piece in side)]
        ]
        self._join((i, once[1][name]) for name, i in once[0].items() if name in once[1])

    def by_words(self) -> None:
        """Pieces of equal words: first those that keep their order, then those that moved."""
        left, right = self._left()
        one = [(self._old[i].kind, self._old[i].words) for i in left]
        other = [(self._new[j].kind, self._new[j].words) for j in right]
        for step in Indel.opcodes(one, other):
            if step.tag == 'equal':
                length = step.src_end - step.src_start
                self._join((left[step.src_start + n], right[step.dest_start + n]) for n in range(length))
        places: dict[tuple[str, str], list[int]] = {}
        for j in self._left()[1]:
            places.setdefault((self._new[j].kind, self._new[j].words), []).append(j)
        for i in self._left()[0]:
            found = places.get((self._old[i].kind, self._old[i].words)) if self._old[i].words.strip() else None
            if found:
                self._join([(i, found.pop(0))])

    def by_likeness(self) -> None:
        """The likest first, what keeps its key as if a little liker; of those equally like, by key, then by place."""
        left, right = self._left()
        if len(left) * len(right) > _MANY:
            return  # what stands between the same neighbours is still paired
        steady = self._steady()
        scored = []
        for i in left:
            for j in right:
                score = likeness(self._old[i], self._new[j])
                if score >= ALIKE:
                    same_key = bool(self._old[i].key) and self._old[i].key == self._new[j].key
                    if same_key and _family(self._old[i]) in steady:
                        score += min(
                            _KEY, (1 - score) / 2
                        )  # of two that are nearly the same, the words alone say which
                    scored.append((-score, not same_key, abs(i - j), i, j))
        self._join((i, j) for *_, i, j in sorted(scored))

    def _steady(self) -> set[tuple[str, str]]:
        """The families of which none came or went, as far as their number tells: a key that counts is still theirs."""
        counts, others = (Counter(map(_family, side)) for side in (self._old, self._new))
        return {family for family, count in counts.items() if count == others[family]}

    def is_known_again(self, pair: Pair) -> bool:
        """Whether a pair that does not keep its order is a move, and not two pieces that are a little alike."""
        old, new = self._old[pair[0]], self._new[pair[1]]
        return (old.named and old.key == new.key) or likeness(old, new, ALIKE_ELSEWHERE) > 0

    def within_gaps(self, kept: list[Pair], moved: list[Pair]) -> list[Pair]:
        """The pairs in order, and with them what alone is left between two of them, or has the same key there."""
        used = {i for i, _ in kept} | {i for i, _ in moved}
        used_new = {j for _, j in kept} | {j for _, j in moved}
        found = list(kept)
        for (a, c), (b, d) in zip([(-1, -1), *kept], [*kept, (len(self._old), len(self._new))], strict=True):
            left = [i for i in range(a + 1, b) if i not in used]
            right = [j for j in range(c + 1, d) if j not in used_new]
            found += self._of_gap(left, right)
        return sorted(found, key=lambda pair: pair[1])

    def _of_gap(self, left: list[int], right: list[int]) -> list[Pair]:
        if len(left) == len(right) and all(
            self._old[i].kind == self._new[j].kind for i, j in zip(left, right, strict=True)
        ):
            return list(zip(left, right, strict=True))
        keys = {(self._new[j].kind, self._new[j].key): j for j in right if self._new[j].key}
        same = [(i, keys[name]) for i in left if (name := (self._old[i].kind, self._old[i].key)) in keys]
        return in_order(sorted(same, key=lambda pair: pair[1]), [1] * len(self._old))


def _family(piece: Piece) -> tuple[str, str]:
    """The pieces that are counted together: those of `rationale/3`, of `round-3`; a name is its own."""
    return piece.kind, _COUNTED.sub('', piece.key)


def likeness(old: Piece, new: Piece, least: float = ALIKE) -> float:
    """The share of letters that two pieces have in common, in order; 0 below the least, or where the kinds differ."""
    if old.kind != new.kind or not old.words or not new.words:
        return 0.0
    shorter, longer = sorted((len(old.words), len(new.words)))
    if 2 * shorter < least * (shorter + longer):
        return 0.0
    return fuzz.ratio(old.words, new.words, score_cutoff=100 * least) / 100


def in_order(found: Sequence[Pair], weights: Sequence[int]) -> list[Pair]:
    """The heaviest choice of pairs that keep their order on both sides; `found` in the new order, weights of old pieces."""
    tops: list[tuple[int, int, int]] = []  # old place, weight in all, which pair: both first rising
    before: dict[int, int] = {}
    for at, (i, _) in enumerate(found):
        place = bisect_left(tops, (i,))
        lower = tops[place - 1] if place else (0, 0, -1)
        before[at] = lower[2]
        weight = lower[1] + weights[i]
        stop = place
        while stop < len(tops) and tops[stop][1] <= weight:
            stop += 1
        tops[place:stop] = [(i, weight, at)]
    chosen: list[Pair] = []
    at = tops[-1][2] if tops else -1
    while at >= 0:
        chosen.append(found[at])
        at = before[at]
    return chosen[::-1]
