"""Two versions of a text, word by word: what stayed, what was struck, what was put in, what changed its style alone.

Words are aligned first. Where the two segmentations part the same letters in other places, clusters are aligned inside,
and a stretch counts as the same only between places where both versions have a word's end: so a change is never a piece
of a word, and a word that is only read in another way is no change.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from rapidfuzz.distance import Indel

from saraban.review.changes import Span, SpanKind
from saraban.review.tokens import Letters, Reader, Signs, Words, ends, reader, tokens
from saraban.views.blocks import Text
from saraban.words import clusters

_BRIDGE_LETTERS = 8  # a longer stretch between two changes is never taken into them
_BRIDGE_SHARE = 3  # a shorter one is where both changes have so many times its letters


_Place = tuple[int, int]
"""A place of the old text and the one of the new text that it is."""


@dataclass(frozen=True, slots=True)
class _Stretch:
    """From where to where in both texts, and whether the letters are the same."""

    same: bool
    old: tuple[int, int]
    new: tuple[int, int]


def spans(old: Text, new: Text, words: Words | Reader) -> tuple[Span, ...]:
    """The spans of two versions of a text; none of two empty ones. `words` is a segmenter, or `words` of one."""
    signs = Signs()
    before, after = Letters(old, signs), Letters(new, signs)
    if before.whole == after.whole:
        stretches = [_Stretch(True, (0, len(before.whole)), (0, len(after.whole)))] if before.whole else []
    else:
        stretches = _bridged(_stretches(before.whole, after.whole, reader(words)), before.whole, after.whole)
    return tuple(span for stretch in stretches for span in _spans_of(stretch, before, after))


def _stretches(old: str, new: str, known: Reader) -> list[_Stretch]:
    """The texts in stretches that are the same or not, by turns; of two versions swapped, the same ones swapped."""
    if (len(old), old) > (len(new), new):
        return [_Stretch(one.same, one.new, one.old) for one in _stretches(new, old, known)]
    parts, others = tokens(old, known.words), tokens(new, known.words)
    places, other_places = ends(parts), ends(others)
    found: list[_Stretch] = []
    for same, (a, b), (c, d) in _slid(_token_runs(parts, others), parts, others):
        stretch = _Stretch(same, (places[a], places[b]), (other_places[c], other_places[d]))
        if same or a == b or c == d:
            found.append(stretch)
        else:
            inner = (_inner(parts[a:b], places[a], known), _inner(others[c:d], other_places[c], known))
            found += _refined(stretch, (old, new), (set(places), set(other_places)), inner)
    return _merged(found)


_Run = tuple[bool, tuple[int, int], tuple[int, int]]


def _runs(old: Sequence[str], new: Sequence[str]) -> list[_Run]:
    """Longest common subsequence of two sequences, as runs that are the same or not, by turns."""
    found: list[_Run] = []
    for step in Indel.opcodes(old, new):
        same = step.tag == 'equal'
        one, other = (step.src_start, step.src_end), (step.dest_start, step.dest_end)
        if found and found[-1][0] == same:
            one, other = (found[-1][1][0], one[1]), (found[-1][2][0], other[1])
            found.pop()
        found.append((same, one, other))
    return found


def _token_runs(old: Sequence[str], new: Sequence[str]) -> list[_Run]:
    """Tokens as runs that are the same or not, so that as many letters as can be stay: a long word counts more than spaces.

    The subsequence is found over letters, each with its token and its place in it; a token counts when it is there whole.
    """
    one, other = _spelled(old), _spelled(new)
    whole: list[tuple[int, int]] = []
    for step in Indel.opcodes(*([letter[:2] for letter in side] for side in (one, other))):
        if step.tag == 'equal':
            for a, c in zip(range(step.src_start, step.src_end), range(step.dest_start, step.dest_end), strict=True):
                token, place, at = one[a]
                last = a + len(token) - 1
                if not place and last < step.src_end:
                    whole.append((at, other[c][2]))
    return _between(whole, len(old), len(new))


def _spelled(parts: Sequence[str]) -> list[tuple[str, int, int]]:
    """Each letter as its token, its place in it, and which token that is."""
    return [(token, place, at) for at, token in enumerate(parts) for place in range(len(token))]


def _between(pairs: list[tuple[int, int]], olds: int, news: int) -> list[_Run]:
    """Pairs of places as runs."""
    found: list[_Run] = []
    i = j = 0
    for a, c in [*pairs, (olds, news)]:
        if i < a or j < c:
            found.append((False, (i, a), (j, c)))
        if (a, c) != (olds, news):
            if found and found[-1][0]:
                found[-1] = (True, (found[-1][1][0], a + 1), (found[-1][2][0], c + 1))
            else:
                found.append((True, (a, a + 1), (c, c + 1)))
        i, j = a + 1, c + 1
    return found


def _slid(runs: list[_Run], old: Sequence[str], new: Sequence[str]) -> list[_Run]:
    """The runs, those that only put in or only take out moved to where a phrase begins or ends, if they can be.

    Of `แผนก แผนข แผนค` without `แผนข`, the middle phrase is what was taken out, not `ข แผน`.
    """
    runs = list(runs)
    for at in range(len(runs)):
        same, (a, b), (c, d) = runs[at]
        if same or (a < b and c < d):
            continue
        side, (start, stop) = (old, (a, b)) if a < b else (new, (c, d))
        left = _room(runs, at - 1)
        right = _room(runs, at + 1)
        lowest = highest = 0
        while -lowest < left and side[start + lowest - 1] == side[stop + lowest - 1]:
            lowest -= 1
        while highest < right and side[start + highest] == side[stop + highest]:
            highest += 1
        by = max(range(lowest, highest + 1), key=lambda n: (_fitness(side, start + n, stop + n), -abs(n)))
        if by:
            _slide(runs, at, by)
    return [run for run in runs if run[1][0] < run[1][1] or run[2][0] < run[2][1]]


def _room(runs: list[_Run], at: int) -> int:
    """How many tokens of a neighbour a change can be slid over."""
    return runs[at][1][1] - runs[at][1][0] if 0 <= at < len(runs) and runs[at][0] else 0


def _slide(runs: list[_Run], at: int, by: int) -> None:
    _, (a, b), (c, d) = runs[at]
    runs[at] = (False, (a + by, b + by), (c + by, d + by))
    if at:
        same, (start, _), (other, _) = runs[at - 1]
        runs[at - 1] = (same, (start, a + by), (other, c + by))
    else:
        runs.insert(0, (True, (0, by), (0, by)))
        at += 1
    if at + 1 < len(runs):
        same, (_, stop), (_, other) = runs[at + 1]
        runs[at + 1] = (same, (b + by, stop), (d + by, other))
    else:
        runs.append((True, (b + by, b), (d + by, d)))


def _fitness(side: Sequence[str], start: int, stop: int) -> int:
    """How well a change stands there: at a line end or the text's, at a space, anywhere; both its edges count."""
    score = 0
    for at, inner in ((start, side[start]), (stop, side[stop - 1])):
        outer = side[at - 1] if at == start and at else side[at] if at == stop and at < len(side) else '\n'
        score += 3 if outer == '\n' else 2 if outer.isspace() else 1 if inner.isspace() else 0
    return score


def _inner(parts: Sequence[str], place: int, known: Reader) -> set[int]:
    """The places inside tokens where the words that they are made of end."""
    found: set[int] = set()
    for token in parts:
        found.update(place + end for end in ends(known.parts(token))[1:-1])
        place += len(token)
    return found


def _refined(
    stretch: _Stretch, texts: tuple[str, str], places: tuple[set[int], set[int]], inner: tuple[set[int], set[int]]
) -> Iterator[_Stretch]:
    """A changed stretch, without what is the same in it between places where both versions have a word's end.

    Where one has a word's end and the other, in the same letters, the end of a part of a word, that is one too if beside it
    something was only put in or only taken out: who writes `สู่` before `ขอ` has put in `สู่`, though `สู่ขอ` is a word. Who
    writes `เข้ามา` for `เข้าใจ` has replaced the word.
    """
    (old, new), (start, other) = texts, (stretch.old[0], stretch.new[0])
    shared = [(start, other)]
    cut: dict[_Place, int] = {}  # in which version a place stands within a word
    for same, (a, b), (c, _) in _cluster_runs(old[slice(*stretch.old)], new[slice(*stretch.new)]):
        for n in range(b - a + 1) if same else ():
            place = i, j = start + a + n, other + c + n
            if i in places[0] and j in places[1] | inner[1]:
                if j not in places[1]:
                    cut[place] = 1
            elif i in inner[0] and j in places[1]:
                cut[place] = 0
            else:
                continue
            if place != shared[-1]:
                shared.append(place)
    end = (stretch.old[1], stretch.new[1])
    if shared[-1] != end:
        shared.append(end)
    found = _merged([_Stretch(old[a:b] == new[c:d], (a, b), (c, d)) for (a, c), (b, d) in pairwise(shared)])
    while (at := next((at for at in range(len(found)) if _is_piece(found, at, cut)), None)) is not None:
        found[at] = _Stretch(False, found[at].old, found[at].new)
        found = _merged(found)
    yield from found


def _is_piece(stretches: list[_Stretch], at: int, cut: dict[_Place, int]) -> bool:
    """Whether a stretch that is the same is no word of either version, or what it is cut from was replaced beside it."""
    stretch = stretches[at]
    if not stretch.same:
        return False
    edges = (stretch.old[0], stretch.new[0]), (stretch.old[1], stretch.new[1])
    beside = stretches[at - 1] if at else None, stretches[at + 1] if at + 1 < len(stretches) else None
    replaced = any(
        edge in cut and one is not None and one.old[0] < one.old[1] and one.new[0] < one.new[1]
        for edge, one in zip(edges, beside, strict=True)
    )
    return replaced or len({cut[edge] for edge in edges if edge in cut}) > 1


def _cluster_runs(old: str, new: str) -> Iterator[_Run]:
    """Two texts by clusters; places are letters."""
    parts, others = clusters(old), clusters(new)
    places, other_places = ends(parts), ends(others)
    for same, (a, b), (c, d) in _runs(parts, others):
        yield same, (places[a], places[b]), (other_places[c], other_places[d])


def _merged(stretches: list[_Stretch]) -> list[_Stretch]:
    """Neighbours of one fate as one."""
    found: list[_Stretch] = []
    for stretch in stretches:
        if found and found[-1].same == stretch.same:
            last = found[-1]
            found[-1] = _Stretch(stretch.same, (last.old[0], stretch.old[1]), (last.new[0], stretch.new[1]))
        else:
            found.append(stretch)
    return found


def _bridged(stretches: list[_Stretch], old: str, new: str) -> list[_Stretch]:
    """The stretches, what is too little between two changes taken into them: a reader sees one phrase replaced.

    That is white space and marks beside a replacement, and a few letters where the changes around are much longer.
    """
    found: list[_Stretch] = []
    for at, stretch in enumerate(stretches):
        bridge = stretch.same and 0 < at < len(stretches) - 1 and _is_bridge(stretches[at - 1 : at + 2], old)
        found.append(_Stretch(stretch.same and not bridge, stretch.old, stretch.new))
    return _merged(found)


def _is_bridge(three: list[_Stretch], old: str) -> bool:
    between = old[slice(*three[1].old)]
    if '\n' in between:
        return False
    letters = sum(letter.isalnum() for letter in between)
    around = [(one.old[1] - one.old[0], one.new[1] - one.new[0]) for one in (three[0], three[2])]
    if not letters:
        return any(all(pair) for pair in around) and len(between) <= _BRIDGE_LETTERS // 2
    return letters <= _BRIDGE_LETTERS and all(sum(pair) >= 2 * _BRIDGE_SHARE * letters for pair in around)


def _spans_of(stretch: _Stretch, before: Letters, after: Letters) -> Iterator[Span]:
    if not stretch.same:
        if removed := before.cut(*stretch.old):
            yield Span('removed', removed, ())
        if added := after.cut(*stretch.new):
            yield Span('added', (), added)
        return
    (start, stop), (other, _) = stretch.old, stretch.new
    for length, same in _styled(before, after, start, stop, other):
        kind: SpanKind = 'same' if same else 'restyled'
        yield Span(kind, before.cut(start, start + length), after.cut(other, other + length))
        start, other = start + length, other + length


def _styled(before: Letters, after: Letters, start: int, stop: int, other: int) -> list[tuple[int, bool]]:
    """Lengths of the parts of equal letters, and whether their style stayed too; none begins inside a cluster."""
    found: list[tuple[int, bool]] = []
    for cluster in clusters(before.whole[start:stop]):
        size = len(cluster)
        same = before.styles[start : start + size] == after.styles[other : other + size]
        if found and found[-1][1] == same:
            found[-1] = (found[-1][0] + size, same)
        else:
            found.append((size, same))
        start, other = start + size, other + size
    return found
