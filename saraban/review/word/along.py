"""Two paragraphs (or rows of them) laid over each other along what the comparison found.

The comparison says how the words of a view changed; a paragraph of Word holds these words and what the writer put
between them (spaces after a number, tabs, paragraph ends). Whatever is said, the steps that come out give back all old
atoms and all new ones in their order: a wrong account would make an ugly redline, never a wrong paper.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from difflib import SequenceMatcher
from itertools import pairwise
from typing import NamedTuple

from saraban.review.changes import BlockChange, TextChange
from saraban.review.tokens import ends
from saraban.review.word.atoms import BLANK, END, Atom, Step
from saraban.views.blocks import Text

_TOKENS = re.compile(r'\s|\S+')


class Unit(NamedTuple):
    """One letter of a text that was compared, on either side; empty where it is not there."""

    old: str
    new: str


Chunk = list[Unit]
"""Units that stand next to each other in a paragraph; a paragraph's end is one alone."""


def chunks_of(change: BlockChange) -> list[Chunk]:
    """The texts of a block in the order in which they are printed.

    A split paragraph's further numbers are told after its one text; they are printed after the ends that parted it.
    """
    if change.kind not in {'split', 'joined'}:
        return chunks(change.texts)
    main = [text for text in change.texts if text.slot.endswith('text')]
    first = [text for text in change.texts if text.slot.removeprefix('-') == 'number']
    further = {text.slot.removeprefix('-').partition('.')[0]: text for text in change.texts if text not in main + first}
    found, ended = chunks(first), 0
    for chunk in chunks(main):
        found.append(chunk)
        if END in chunk[0]:
            ended += 1
            found += chunks([further[str(ended)]] if str(ended) in further else [])
    return found


def chunks(texts: Iterable[TextChange]) -> list[Chunk]:
    """The letters of texts, parted where a paragraph ends and where a text does."""
    found: list[Chunk] = []
    for text in texts:
        found.append([])
        for unit in _units(text):
            if END in unit:
                found += [[unit], []]
            else:
                found[-1].append(unit)
    return [chunk for chunk in found if chunk]


def _units(text: TextChange) -> Iterator[Unit]:
    for span in text.spans:
        if span.kind in {'same', 'restyled'}:
            yield from map(Unit, _signs(span.old), _signs(span.new))
        else:
            yield from (Unit(sign, '') for sign in _signs(span.old))
            yield from (Unit('', sign) for sign in _signs(span.new))


def _signs(text: Text) -> str:
    return ''.join(BLANK if run.blank is not None else run.text for run in text)


def laid_over(old: Sequence[Atom], new: Sequence[Atom], said: Sequence[Chunk]) -> list[Step]:
    """The steps from the old atoms to the new ones."""
    before, after = ''.join(atom.sign for atom in old), ''.join(atom.sign for atom in new)
    olds, news = _placed(before, said, 0), _placed(after, said, 1)
    if not said or olds is None or news is None:
        pairs, told = _alike(before, after), (set(range(len(old))), set(range(len(new))))
    else:
        pairs = [(i, j) for i, j in zip(olds, news, strict=True) if i is not None and j is not None]
        told = {i for i in olds if i is not None}, {j for j in news if j is not None}
    pairs = [(i, j) for i, j in _with_glue(before, after, pairs, told) if old[i].equals(new[j])]
    steps: list[Step] = []
    for (a, c), (b, d) in pairwise([(-1, -1), *pairs, (len(old), len(new))]):
        if a >= 0:
            steps.append(Step('same', old[a], new[c]))
        steps += [Step('del', atom, None) for atom in old[a + 1 : b]]
        steps += [Step('ins', None, atom) for atom in new[c + 1 : d]]
    return steps


def _placed(signs: str, said: Sequence[Chunk], side: int) -> list[int | None] | None:
    """Where each unit of one side stands among the signs of a paragraph; None if one is not found."""
    found: list[int | None] = []
    start = 0
    for chunk in said:
        words = ''.join(unit[side] for unit in chunk)
        start = signs.find(words, start)
        if start < 0:
            return None
        for unit in chunk:
            found.append(start if unit[side] else None)
            start += len(unit[side])
    return found


def _alike(before: str, after: str) -> list[tuple[int, int]]:
    """Pairs of places where nothing was said about the texts: of equal phrases in order."""
    one, other = _TOKENS.findall(before), _TOKENS.findall(after)
    starts, others = ends(one), ends(other)
    matcher = SequenceMatcher(None, one, other, autojunk=False)
    return [
        (starts[block.a] + n, others[block.b] + n)
        for block in matcher.get_matching_blocks()
        for n in range(starts[block.a + block.size] - starts[block.a])
    ]


def _with_glue(
    before: str, after: str, pairs: Sequence[tuple[int, int]], told: tuple[set[int], set[int]]
) -> Iterator[tuple[int, int]]:
    """The pairs, and between them those of what the writer put between the words: spaces, tabs, paragraph ends."""
    for (a, c), (b, d) in pairwise([(-1, -1), *pairs, (len(before), len(after))]):
        if a >= 0:
            yield a, c
        if before[a + 1 : b] == after[c + 1 : d]:  # a line to fill in that means something else prints the same
            yield from zip(range(a + 1, b), range(c + 1, d), strict=True)
            continue
        olds = [i for i in range(a + 1, b) if i not in told[0]]
        news = [j for j in range(c + 1, d) if j not in told[1]]
        one, other = ''.join(before[i] for i in olds), ''.join(after[j] for j in news)
        yield from ((olds[i], news[j]) for i, j in _alike(one, other))
