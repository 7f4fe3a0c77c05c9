"""What differs between two papers without their white space: stretches of clusters, as a reader would part them.

What is the same by chance only, a letter or two between words that changed, belongs to the change; what was only put in or
taken out stands where paragraphs begin and end.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from saraban.review.aligning import opcodes
from saraban.views.blocks import Paragraph, View, words_of
from saraban.words import clusters
from saraban.words.clusters import DEPENDENT

END = '\n'
_CHANCE = 8  # clusters: a longer run that is the same is no chance
_SURE = 3  # clusters: so long a run at whose side a paragraph ends in both is none either
_SHARE = 3  # a shorter one is, where what changed before and after it is so many times as long
_SURPLUS = 16  # clusters: what is longer than twice the other's and these holds paragraphs that were put in
_PART = re.compile(r'\s+|[0-9๐-๙]+|[^\s0-9๐-๙]+')


class Stream:
    """A paper's clusters, and the white space after each. The figures of a number are one.

    Else `๑๔ ๑๕๑` and `๑๕ ๑๕๙` would have `๑๕๑` in common, and half of a number stood with half of the next.
    """

    def __init__(self, view: View) -> None:
        self.letters: list[str] = []
        self.spaces: list[str] = []
        whole = ''.join(f'{words_of(block.text)}{END}' for block in view.blocks if isinstance(block, Paragraph))
        for part in _PART.findall(whole):
            if not part.isspace():
                self._take([part] if part.isdecimal() else clusters(part))
            elif self.spaces:
                self.spaces[-1] = part

    def _take(self, found: list[str]) -> None:
        if self.letters and found[0][0] in DEPENDENT:  # a space inside a cluster is none
            self.letters[-1] += found.pop(0)
            self.spaces[-1] = ''
        self.letters += found
        self.spaces += [''] * len(found)

    def leave_out(self, parts: Sequence[range]) -> None:
        """Without some of the clusters; what follows goes on after them as they did."""
        gone = {at for part in parts for at in part}
        kept = [at for at in range(len(self)) if at not in gone]
        self.letters = [self.letters[at] for at in kept]
        self.spaces = [self.spaces[at] for at in kept]

    def ends(self, at: int) -> bool:
        """Whether a paragraph ends after a cluster; before the first one, too."""
        return at < 0 or END in self.spaces[at]

    def has_space(self, at: int) -> bool:
        """Whether white space stands after a cluster."""
        return at >= 0 and bool(self.spaces[at])

    def __len__(self) -> int:
        return len(self.letters)


@dataclass(frozen=True, slots=True)
class Change:
    """From where to where in the view's clusters and in the other's, what is not the same."""

    a: int
    b: int
    c: int
    d: int

    @property
    def size(self) -> int:
        """Of the longer side."""
        return max(self.b - self.a, self.d - self.c)

    @property
    def is_put_in(self) -> bool:
        """Whether the other has nothing there."""
        return self.c == self.d

    @property
    def is_taken_out(self) -> bool:
        """Whether the view has nothing there."""
        return self.a == self.b

    def is_like(self, other: Change) -> bool:
        """Whether both were only put in, or both only taken out."""
        return (self.is_put_in and other.is_put_in) or (self.is_taken_out and other.is_taken_out)

    def moved(self, by: int) -> Change:
        """The same stretch so many clusters further on."""
        return Change(self.a + by, self.b + by, self.c + by, self.d + by)


def changes_between(own: Stream, other: Stream) -> list[Change]:
    """What changed: without what is the same by chance only, and where paragraphs begin or end, if it can stand there."""
    found: list[Change] = []
    for change in _gaps(own, other):
        found.append(_joined(found.pop(), change) if found and _is_chance(found[-1], change, own, other) else change)
    found = _closed([_trimmed(change, own, other) for change in found], own, other)
    borders = [Change(0, 0, 0, 0), *found, Change(len(own), len(own), len(other), len(other))]
    for at in range(1, len(borders) - 1):
        around = borders[at - 1], borders[at + 1]
        borders[at] = _widened(_slid(borders[at], around, own, other), around, own, other)
    return borders[1:-1]


def _gaps(own: Stream, other: Stream) -> Iterator[Change]:
    """What lies between the clusters that are the same."""
    a = c = 0
    for step in opcodes(own.letters, other.letters):
        if step.tag == 'equal':
            if (a, c) != (step.src_start, step.dest_start):
                yield Change(a, step.src_start, c, step.dest_start)
            a, c = step.src_end, step.dest_end
    if (a, c) != (len(own), len(other)):
        yield Change(a, len(own), c, len(other))


def _joined(one: Change, other: Change) -> Change:
    return Change(one.a, other.b, one.c, other.d)


def _is_chance(one: Change, after: Change, own: Stream, other: Stream) -> bool:
    """Whether what is the same between two changes is so by chance; hardly where both have a paragraph's end."""
    length = after.a - one.b
    if length > _CHANCE:
        return False
    ends = [(own.ends(one.b - 1 + n), other.ends(one.d - 1 + n)) for n in range(length + 1)]
    if length >= _SURE and (True, True) in ends:
        return False
    share = 1 if (False, True) in ends else _SHARE
    return min(one.size, after.size) >= share * length


def _trimmed(change: Change, own: Stream, other: Stream) -> Change:
    """A change without what both sides of it begin or end with."""
    a, b, c, d = change.a, change.b, change.c, change.d
    while a < b and c < d and own.letters[b - 1] == other.letters[d - 1]:
        b, d = b - 1, d - 1
    while a < b and c < d and own.letters[a] == other.letters[c]:
        a, c = a + 1, c + 1
    return Change(a, b, c, d)


def _closed(changes: Sequence[Change], own: Stream, other: Stream) -> list[Change]:
    """The changes, two stretches put in or taken out as one where the same letters let them stand side by side."""
    found: list[Change] = []
    for change in changes:
        if found and found[-1].is_like(change):
            back = change.a - found[-1].b
            if _room(change, (found[-1], change), own, other)[0] == -back:
                found[-1] = _joined(found[-1], change.moved(-back))
                continue
        found.append(change)
    return found


def _slid(change: Change, around: tuple[Change, Change], own: Stream, other: Stream) -> Change:
    """What was only put in or only taken out, where a paragraph begins or ends, if the same letters let it stand there."""

    def fitness(by: int) -> tuple[int, int]:
        one = change.moved(by)
        ends = (other.ends(one.c - 1), other.ends(one.d - 1), own.ends(one.a - 1), own.ends(one.b - 1))
        return sum(ends), -abs(by)

    low, high = _room(change, around, own, other)
    return change.moved(max(range(low, high + 1), key=fitness))


def _room(change: Change, around: tuple[Change, Change], own: Stream, other: Stream) -> tuple[int, int]:
    """How far back and ahead a stretch can stand that was only put in or only taken out."""
    low = high = 0
    if change.is_put_in or change.is_taken_out:
        letters = own.letters if change.is_put_in else other.letters
        start, stop = (change.a, change.b) if change.is_put_in else (change.c, change.d)
        before, after = around
        while -low < change.a - before.b and letters[start + low - 1] == letters[stop + low - 1]:
            low -= 1
        while high < after.a - change.b and letters[start + high] == letters[stop + high]:
            high += 1
    return low, high


def _widened(change: Change, around: tuple[Change, Change], own: Stream, other: Stream) -> Change:
    """Paragraphs put in, with the few clusters of a paragraph that they begin or end with as another one does.

    Before `๔. ระยะเวลา`, `๔. งบประมาณ` is put in and the other becomes `๕. ระยะเวลา`: of `๔.` alone nothing stayed.
    """
    a, b, c, d = change.a, change.b, change.c, change.d
    is_within = not any(other.ends(at) for at in range(c - 1, d))
    if not is_within or not any(own.ends(at) for at in range(a - 1, b)):
        return change
    for by in range(1, _CHANCE + 1):
        if not is_surplus(b - a, d - c + by):
            break
        if around[0].b <= a - by and around[0].d <= c - by and other.ends(c - by - 1):
            return Change(a - by, b, c - by, d)
        if b + by <= around[1].a and d + by <= around[1].c and other.ends(d + by - 1):
            return Change(a, b + by, c, d + by)
    return change


def is_surplus(own: int, other: int) -> bool:
    """Whether a stretch is so much longer than the other's that it holds paragraphs that were put in."""
    return own > 2 * other + _SURPLUS
