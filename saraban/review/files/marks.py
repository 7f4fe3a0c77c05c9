"""Thai marks of a PDF's page put back on the letters that they stand over.

PDFium orders letters by where they begin. A mark that a writing program sets apart from its letter comes letters later
then, or on a line of its own, with spaces and ends of lines around it that PDFium made up.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from saraban.words.clusters import DEPENDENT

_WIDE = 0.4  # of a letter's height: a wider gap is a space
_NEAR = 0.5  # of a letter's height: how far from its letter's line and edge a mark may be
_REACH = 40.0  # pt: no letter is wider
_MARKS = frozenset(DEPENDENT)
_SEVERAL = re.compile(f'[{DEPENDENT}]{{2,}}')
_SPLIT_SARA_AM = re.compile('\u0e4d([\u0e48-\u0e4b]?)\u0e32')
_APART = re.compile('(?<=[\u0e01-\u0e4e]) +(?=\u0e32)')  # LibreOffice writes `เป้ า` where it sets two glyphs as one
_ORDER = dict.fromkeys('\u0e48\u0e49\u0e4a\u0e4b\u0e4c\u0e4e', 1) | {'\u0e33': 2}

Box = tuple[float, float, float, float]
"""Left, bottom, right and top of a letter's ink, in points."""


@dataclass(frozen=True, slots=True)
class Signs:
    """A page's letters in PDFium's order; white space has no box. Listed: spaces it made up, letters it told once more."""

    letters: Sequence[str]
    boxes: Sequence[Box | None]
    made_up: frozenset[int]
    baseline: Callable[[int], float]
    """On which height a letter stands."""
    again: frozenset[int] = frozenset()


def put_back(signs: Signs) -> Iterator[tuple[str, Box | None]]:
    """The letters with their boxes, each mark right after the letter that it stands over."""
    homes = _homes(signs)
    marks: dict[int, list[int]] = {}
    for mark, home in homes.items():
        marks.setdefault(home, []).append(mark)
    before = -1  # the last letter with a box
    gap: list[int] = []  # white space since then that PDFium made up
    left_out = False
    for at, letter in enumerate(signs.letters):
        if at in homes or at in signs.again:
            left_out = True
        elif at in signs.made_up:
            gap.append(at)
        else:
            if gap:
                is_known = before < 0 or signs.boxes[at] is None
                white = _white(signs, gap) if is_known else _between(signs, before, at, gap, is_anew=left_out)
                yield from ((one, None) for one in white)
            gap, left_out = [], False
            yield letter, signs.boxes[at]
            if signs.boxes[at] is not None:
                before = at
                yield from ((signs.letters[mark], signs.boxes[mark]) for mark in marks.get(at, ()))
    yield from ((one, None) for one in _white(signs, gap))


def in_order(words: str) -> str:
    """Words with the marks of each letter in the order in which they are written: vowel, tone, SARA AM as one.

    No word begins with SARA AA, so no space stands before it.
    """
    words = _SEVERAL.sub(lambda found: ''.join(sorted(found[0], key=lambda mark: _ORDER.get(mark, 0))), words)
    return _APART.sub('', _SPLIT_SARA_AM.sub('\\1\u0e33', words))


def _white(signs: Signs, gap: Sequence[int]) -> str:
    return ''.join(signs.letters[at] for at in gap)


def _homes(signs: Signs) -> dict[int, int]:
    """Each mark that does not stand over the letter before it, and the letter that it stands over."""
    found: dict[int, int] = {}
    letters: list[tuple[float, int]] = []
    base = -1
    for at, letter in enumerate(signs.letters):
        box = signs.boxes[at]
        if box is None or at in signs.again:
            continue
        if letter not in _MARKS:
            base = at
        elif base < 0 or not _is_over(box, signs.boxes[base]):
            letters = letters or _by_place(signs)
            home = _home(signs, letters, at)
            if home is not None and home != base:
                found[at] = home
    return found


def _is_over(mark: Box, letter: Box | None) -> bool:
    """Whether a mark's ink stands over a letter's or under it, on the same line of a page.

    Of letters that a file only names (`/ActualText`) PDFium knows no ink and gives each a box of one height.
    """
    if letter is None:
        return False
    if mark[1::2] == letter[1::2]:
        return True
    if mark[0] >= letter[2] or mark[2] <= letter[0]:
        return False
    height = letter[3] - letter[1]
    return mark[1] < letter[3] + height and mark[3] > letter[1] - height


def _by_place(signs: Signs) -> list[tuple[float, int]]:
    """All letters that are no marks, by their left edges."""
    return sorted(
        (box[0], at)
        for at, (letter, box) in enumerate(zip(signs.letters, signs.boxes, strict=True))
        if box is not None and letter not in _MARKS and at not in signs.again
    )


def _home(signs: Signs, letters: Sequence[tuple[float, int]], mark: int) -> int | None:
    """The letter over which a mark stands: on its line, the one that it covers most or, covering none, the nearest."""
    box = signs.boxes[mark]
    assert box is not None
    near = letters[bisect_left(letters, (box[0] - _REACH,)) : bisect_right(letters, (box[2] + _REACH,))]
    best, most = None, 0.0
    for _, at in near:
        letter = signs.boxes[at]
        assert letter is not None
        room = _NEAR * (letter[3] - letter[1])
        covered = min(box[2], letter[2]) - max(box[0], letter[0]) + room
        if covered > most and abs(signs.baseline(at) - signs.baseline(mark)) < room:
            best, most = at, covered
    return best


def _between(signs: Signs, before: int, at: int, gap: Sequence[int], *, is_anew: bool) -> str:
    """What stands between two letters on a page: anew where a mark came from there, and where PDFium ended a line too early."""
    white = _white(signs, gap)
    if signs.letters[at] in _MARKS:
        return ''
    if not is_anew and '\n' not in white:
        return white
    one, other = signs.boxes[before], signs.boxes[at]
    assert one is not None
    assert other is not None
    height = max(one[3] - one[1], other[3] - other[1])
    is_line = abs(signs.baseline(at) - signs.baseline(before)) <= _NEAR * height
    if is_anew and not is_line:
        return '\n'
    if not is_line or other[0] < one[0] or (not is_anew and other[0] - one[2] > height):
        return white
    return ' ' if other[0] - one[2] > _WIDE * height else ''
