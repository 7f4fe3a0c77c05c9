"""A PDF's paragraphs cut anew: white space and ends of paragraphs where another version of the paper has them.

A PDF knows neither for certain. Clusters are aligned without white space. Where they are the same, the other's white space
stands between them. A stretch that changed keeps its own, save ends that the other version speaks against: as they were
only guessed, a reworded paragraph would fall to pieces.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import partial
from itertools import accumulate

from saraban.review.files.lines import goes_on
from saraban.review.files.paragraphs import HEADINGS
from saraban.review.files.stretches import END, Change, Stream, changes_between, is_surplus
from saraban.views.blocks import Paragraph, View, plain, words_of
from saraban.words.clusters import NEVER_FIRST

_SHORT = 8  # letters: a shorter piece of a page is no table's headings


def recut(view: View, like: View) -> View:
    """A view of paragraphs, its white space and its paragraphs' ends as another view has them.

    A table's headings that are repeated on a further page are furniture, and left out where the other lacks them.
    """
    own, other = Stream(view), Stream(like)
    changes = changes_between(own, other)
    if repeated := _repeated(changes, own, other, like):
        own.leave_out(repeated)
        changes = changes_between(own, other)
    spaces = list(own.spaces)
    a = c = 0
    for change in (*changes, Change(len(own), len(own), len(other), len(other))):
        for at in range(a, change.a - 1):
            spaces[at] = other.spaces[c + at - a]
        _settle(change, own, other, spaces)
        a, c = change.b, change.d
    cut = ''.join(letter + space for letter, space in zip(own.letters, spaces, strict=True))
    paragraphs = filter(None, (' '.join(words.split()) for words in cut.split(END)))
    blocks = tuple(Paragraph(f'paragraph/{at}', plain(words)) for at, words in enumerate(paragraphs, 1))
    return replace(view, blocks=blocks)


def _repeated(changes: Sequence[Change], own: Stream, other: Stream, like: View) -> list[range]:
    """Which of the view's clusters are headings of the other's tables once more; a PDF does not tell which those are."""
    known = (block for block in like.blocks if isinstance(block, Paragraph) and block.id.startswith(HEADINGS))
    headings = {''.join(words_of(block.text).split()) for block in known}
    whole, other_whole = ''.join(own.letters), ''.join(other.letters)
    places = [0, *accumulate(map(len, own.letters))]
    found: list[range] = []
    for heading in sorted(one for one in headings if len(one) >= _SHORT):
        surplus = whole.count(heading) - other_whole.count(heading)
        for match in re.finditer(re.escape(heading), whole) if surplus > 0 else ():
            part = range(bisect_left(places, match.start()), bisect_left(places, match.end()))
            if surplus and any(change.a < part.stop and part.start < max(change.b, change.a + 1) for change in changes):
                found.append(part)
                surplus -= 1
    return found


def _settle(change: Change, own: Stream, other: Stream, spaces: list[str]) -> None:
    """The white space in a changed stretch and at its edges."""
    first, last = change.a - 1, change.b - 1
    wanted = set(_ends(change, own, other))
    # Where a stretch was only taken out and a space stood on both sides of it, one stands there now.
    is_open = change.is_taken_out and all(other.spaces[at] for at in (change.c - 1, change.d - 1) if at >= 0)
    other_edges = {first: change.c - 1, last: change.d - 1}
    for at in range(max(first, 0), last + 1):
        # Where only a line ended, a space may have stood or not: at the edges of the stretch as in the other version.
        is_known = own.ends(at) and at in other_edges and other.has_space(other_edges[at])
        spaces[at] = END if at in wanted else _white(own, at) or ' ' * (is_open or is_known)


def _ends(change: Change, own: Stream, other: Stream) -> Iterator[int]:
    """After which clusters of a changed stretch, and the one before it, paragraphs end."""
    first, last = change.a - 1, change.b - 1
    inner = [at for at in range(change.a, last) if own.ends(at)]
    others = [at for at in range(change.c, change.d - 1) if other.ends(at)]
    starts, stops = other.ends(change.c - 1), other.ends(change.d - 1)
    if change.is_taken_out:
        if starts or stops or (others and own.ends(first)):
            yield first
    elif change.is_put_in:
        if starts:
            yield from (at for at in (first, *inner, last) if own.ends(at))
            if not own.ends(first) and not own.ends(last):
                yield last if own.letters[change.a][0] in NEVER_FIRST else first
    else:
        if starts:
            yield first
        if stops:
            yield last
        if is_surplus(change.b - change.a, change.d - change.c):
            yield from inner
        else:
            yield from _nearest(change, inner, others, own)


def _nearest(change: Change, inner: Sequence[int], others: Sequence[int], own: Stream) -> Iterator[int]:
    """As many ends as the other has, each as far from the nearer edge of the stretch; further ones at white space."""
    left = list(inner)
    spaces = [at for at in range(change.a, change.b - 1) if own.spaces[at] and at not in left]
    for at in others:
        place = change.a + at - change.c if at - change.c < change.d - 2 - at else change.b + at - change.d
        choice = left or spaces
        if choice:
            after = bisect_left(choice, place)
            found = min(choice[max(after - 1, 0) : after + 1], key=partial(_distance, place))
            choice.remove(found)
            yield found


def _distance(one: int, other: int) -> int:
    return abs(one - other)


def _white(own: Stream, at: int) -> str:
    """White space without a paragraph's end: Thai goes on without a space where only a line ended, and not in one."""
    space = own.spaces[at]
    if not space or at + 1 == len(own):
        return ''
    return '' if space == END and goes_on(own.letters[at][-1], own.letters[at + 1][0]) else ' '
