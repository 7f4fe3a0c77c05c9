#!/usr/bin/env python3
"""Random edits of the shipped content, and how many letters a comparison marks for each letter that really changed.

    .venv/bin/python benchmarks/review_edits.py [--edits 200] [--seed 1] [--each]

An edit is made in the content files themselves: a word replaced, put in, taken out; a number; a recipient moved to
another round; a paragraph or an item moved, split, joined; a row added. What really changed is known without comparing:
where words are edited, the same edit is made once more with signs around what it strikes and what it puts in, and the
letters between the signs are counted in the papers; where figures are, the words of each field (a cell, a line of a
title) are counted on both sides. The numbers of sections, items and rows that follow from an edit are letters of it.
"""

from __future__ import annotations

import argparse
import re
import statistics
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from content_edits import CLOSE, KINDS, OPEN, Edit, Versions, differing, edits, segmenter

from saraban.review.changes import BlockChange
from saraban.review.choosing import choose
from saraban.review.papers import Review, review_versions
from saraban.review.tokens import tokens
from saraban.review.versions import Version
from saraban.views.blocks import Heading, Item, Table, View, printed_words, words_of

# What really changed, known without comparing.


def real(edit: Edit, old: Version, new: Version, versions: Versions) -> int:
    """Letters of the words and numbers that an edit struck and put in, in all papers that both sides have."""
    both = [path for path in differing(old, new) if path in old.papers and path in new.papers]
    pairs = [(one, other) for path in both if (one := old.view(path)) and (other := new.view(path))]
    if edit.signed is None:
        return sum(_by_fields(one, other) for one, other in pairs)
    struck, put_in = (versions.read(files, signed=True) for files in edit.signed)
    signed = sum(_between_signs(view) for side in (struck, put_in) for path in both if (view := side.view(path)))
    return signed + sum(_numbers(one, other) for one, other in pairs)


def _between_signs(view: View) -> int:
    words = '\n'.join(printed_words(view))
    return sum(len(part) for part in re.findall(f'{OPEN}([^{CLOSE}]*){CLOSE}', words))


def _numbers(old: View, new: View) -> int:
    """Letters of the numbers that follow from an edit: of sections and items whose words stayed, and the others'."""
    before, after = _numbered(old), _numbered(new)
    found = 0
    left: list[Counter[str]] = [Counter(), Counter()]
    for words in before.keys() | after.keys():
        olds, news = before.get(words, []), after.get(words, [])
        for one, other in zip(olds, news, strict=False):
            found += _difference(Counter(tokens(one, segmenter().words)), Counter(tokens(other, segmenter().words)))
        left[0].update(olds[len(news) :])
        left[1].update(news[len(olds) :])
    return found + _difference(*left)


def _numbered(view: View) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for block in view.blocks:
        if isinstance(block, Heading | Item) and block.number:
            found.setdefault(words_of(block.text), []).append(block.number)
    return found


def _difference(old: Counter[str], new: Counter[str]) -> int:
    return sum(len(word) * n for side in (old - new, new - old) for word, n in side.items())


def _by_fields(old: View, new: View) -> int:
    """Letters of the words that only one side has in a field: a cell of a row of a group, any other text of a block."""
    before, after = _fields(old), _fields(new)
    return sum(_difference(before[name], after[name]) for name in before.keys() | after.keys())


def _fields(view: View) -> _Fields:
    found = _Fields()
    for block in view.blocks:
        if not isinstance(block, Table):
            found[block.id] = _counted(printed_words(block))
            continue
        group = ''
        for row in block.rows:
            group = row.id if row.style == 'group' else group
            for at, cell in enumerate(row.cells):
                words = [words_of(text) for text in cell.paragraphs]
                # A session has no name but its number: those of a day are one field.
                name = (block.id, group, 'session' if row.id.startswith('session-') else row.id, at)
                found[name] = found[name] + _counted(words)
    return found


class _Fields(dict[object, Counter[str]]):
    def __missing__(self, name: object) -> Counter[str]:
        return Counter()


def _counted(words: Sequence[str]) -> Counter[str]:
    return Counter(token for text in words for token in tokens(text, segmenter().words))


# What a comparison marks.


def marked(review: Review) -> int:
    """Letters that a review marks in the papers that both sides have; a moved block on both its places."""
    return sum(_marked(block) for paper in review.papers if paper.old and paper.new for block in paper.blocks)


def _marked(block: BlockChange) -> int:
    if block.moved:
        return sum(len(word) for word in printed_words((*block.old, *block.new)))
    return sum(
        len(words_of(span.old)) * (span.kind != 'added') + len(words_of(span.new)) * (span.kind == 'added')
        for text in block.texts
        for span in text.spans
        if span.kind != 'same'
    )


@dataclass(frozen=True)
class Result:
    """An edit and what came of it: letters marked, letters that changed, papers changed, papers marked for nothing."""

    edit: Edit
    marked: int
    real: int
    found: bool
    false: int

    @property
    def ratio(self) -> float:
        """Letters marked for each that changed."""
        return self.marked / max(self.real, 1)


def results(count: int, seed: int) -> Iterator[Result]:
    """Each edit compared."""
    versions = Versions()
    for edit, old, new in edits(count, seed, versions):
        review = review_versions(old, new, choose(old, new), segmenter())
        changed, differ = {paper.view.path for paper in review.papers}, differing(old, new)
        yield Result(edit, marked(review), real(edit, old, new, versions), differ <= changed, len(changed - differ))


def main() -> None:
    """Makes the edits and prints the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('--edits', type=int, default=200)
    parser.add_argument('--seed', type=int, default=1)
    parser.add_argument('--each', action='store_true', help='name each edit with its ratio')
    asked = parser.parse_args()
    found = []
    for result in results(asked.edits, asked.seed):
        found.append(result)
        if asked.each:
            print(
                f'{result.ratio:5.2f}  {result.marked:6} / {result.real:<6} {result.edit.kind}: {result.edit.about}',
                flush=True,
            )
    print(f'{"":20} edits  found  marked for nothing  marked / real: median   max')
    for kind in [*KINDS, 'all']:
        of_kind = [one for one in found if kind in {one.edit.kind, 'all'}]
        if of_kind:
            ratios = [one.ratio for one in of_kind]
            print(
                f'{kind:20} {len(of_kind):5}  {sum(one.found for one in of_kind):5}  {sum(one.false for one in of_kind):18}'
                f'  {statistics.median(ratios):21.2f}  {max(ratios):5.2f}'
            )


if __name__ == '__main__':
    main()
