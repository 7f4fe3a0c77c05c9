"""Paragraphs that were split in several, or several that were joined to one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz
from rapidfuzz.distance import Indel

from saraban.review.pairing import Piece

PARTED = frozenset(('Paragraph', 'Item'))
MOST = 5
"""More paragraphs than these are never one that was split."""
_ALIKE = 0.8  # of the letters of the whole and of its parts
_OWN = 0.6  # of each part's letters are the whole's
_MANY = 40_000  # pairs of a whole and a part to look at


@dataclass(frozen=True, slots=True)
class Parting:
    """Places of the old and the new paragraphs: one on one side, several on the other."""

    old: tuple[int, ...]
    new: tuple[int, ...]

    def further(self) -> Iterator[tuple[str, int]]:
        """The places that have no entry of their own."""
        yield from (('old', at) for at in self.old[1:])
        yield from (('new', at) for at in self.new[1:])


def partings(old: Sequence[Piece], new: Sequence[Piece]) -> list[Parting]:
    """What was split and what was joined, in order: none of them crosses another."""
    common = Counter((piece.kind, piece.words) for piece in old) & Counter((piece.kind, piece.words) for piece in new)
    lone, others = _changed(old, common), _changed(new, common)
    found: list[Parting] = []
    for whole, run in _split(old, lone, new, others):
        found.append(Parting((whole,), run))
    used = {at for part in found for at in part.new}
    gone = {part.old[0] for part in found}
    for whole, run in _split(new, [j for j in others if j not in used], old, [i for i in lone if i not in gone]):
        found.append(Parting(run, (whole,)))
    found.sort(key=lambda part: part.old)
    return [part for n, part in enumerate(found) if all(part.new[0] > earlier.new[-1] for earlier in found[:n])]


def _changed(side: Sequence[Piece], common: Counter[tuple[str, str]]) -> list[int]:
    """The places of paragraphs that the other side has no equal of."""
    rest = Counter(common)
    found = []
    for at, piece in enumerate(side):
        if rest[piece.kind, piece.words] > 0:
            rest[piece.kind, piece.words] -= 1
        elif piece.kind in PARTED and piece.words.strip():
            found.append(at)
    return found


def _split(
    side: Sequence[Piece], wholes: Sequence[int], other: Sequence[Piece], parts: Sequence[int]
) -> Iterator[tuple[int, tuple[int, ...]]]:
    """Each whole of one side with the run of paragraphs of the other that it became."""
    if len(wholes) * len(parts) > _MANY:
        return
    used: set[int] = set()
    for whole in wholes:
        words = side[whole].words
        best: tuple[float, tuple[int, ...]] = (0.0, ())
        for run in _runs(side[whole].kind, other, [at for at in parts if at not in used], len(words)):
            score = fuzz.ratio(words, _joined(other, run), score_cutoff=100 * _ALIKE) / 100
            if score > best[0] and _each_belongs(words, [other[at].words for at in run]):
                best = (score, run)
        if best[1] and best[0] > max(fuzz.ratio(words, other[at].words) / 100 for at in best[1]):
            used.update(best[1])
            yield whole, best[1]


def _runs(kind: str, other: Sequence[Piece], parts: Sequence[int], letters: int) -> Iterator[tuple[int, ...]]:
    """Runs of neighbours of one kind, together about as long as the whole."""
    free = set(parts)
    for start in parts:
        length = 0
        for stop in range(start, start + MOST):
            if stop not in free or other[stop].kind != kind:
                break
            length += len(other[stop].words)
            if length > letters / _ALIKE + MOST:
                break
            if stop > start and length >= letters * _ALIKE - MOST:
                yield tuple(range(start, stop + 1))


def _joined(side: Sequence[Piece], run: Sequence[int]) -> str:
    return ' '.join(side[at].words for at in run)


def _each_belongs(whole: str, parts: Sequence[str]) -> bool:
    """Whether most letters of each part are the whole's."""
    joined = ' '.join(parts)
    owned = [False] * len(joined)
    for step in Indel.opcodes(whole, joined):
        if step.tag == 'equal':
            owned[step.dest_start : step.dest_end] = [True] * (step.dest_end - step.dest_start)
    start = 0
    for part in parts:
        if sum(owned[start : start + len(part)]) < _OWN * len(part):
            return False
        start += len(part) + 1
    return True
