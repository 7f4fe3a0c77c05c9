"""Where the letters of a paper stand in a PDF of any maker: what PDFium reads there, set against the words of the view.

The PDF may read a little otherwise than the view and holds furniture besides: a letter of the view that has no partner
in it stands where its neighbour does. Of a long file the words are kept; places are read of the pages that are asked for.
"""

from __future__ import annotations

from array import array
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import accumulate
from typing import NamedTuple

import pypdfium2

from saraban.checks.pages.aligned import folded, words_of_part
from saraban.render.layout import POINTS_PER_CM
from saraban.review.aligning import opcodes
from saraban.review.files.lines import Line
from saraban.review.files.marks import Box
from saraban.review.files.pdf import lines_on, opened
from saraban.review.files.upright import UprightText
from saraban.review.places import Letter
from saraban.views.blocks import Block, View

_ENOUGH = 0.5  # of a block's letters: with fewer partners nobody knows where it stands
_SURE = 4  # letters: any text holds some of another, a few here and a few there
_ABOVE, _BELOW = 0.6, 0.2  # of the type size: a line reaches as far, whatever letters stand in it
_KEPT = 32  # pages whose letters are kept: changes are looked for in the order of the pages


class ReadLetters:
    """A view and the letters of a PDF that prints it, or nearly so."""

    def __init__(self, view: View, pdf: bytes, shown: str) -> None:
        """Reads a PDF; `shown` is its name in messages.

        Raises:
            ContentError: it is none, has a password or is broken.
        """
        self._pdf, self._shown = pdf, shown
        self.sizes: list[tuple[float, float]] = []
        pages: list[str] = []
        with opened(pdf, shown) as document:
            for number in range(len(document)):
                page = document[number]
                width, height = page.get_size()
                self.sizes.append((width / POINTS_PER_CM, height / POINTS_PER_CM))
                pages.append(''.join(folded(line.words) for line in lines_on(page)))
        self._starts = [0, *accumulate(map(len, pages))]
        parts = [words_of_part(block) for block in view.blocks]
        words = ''.join(parts)
        ends = list(accumulate(map(len, parts)))
        self._spans = {
            block.id: (end - len(part), end) for block, part, end in zip(view.blocks, parts, ends, strict=True)
        }
        self._partners = _partners(words, ''.join(pages), min(_SURE, len(words)))
        self._known = _is_found(self._partners)
        self._letters_of = lru_cache(maxsize=_KEPT)(self._read)

    def of(self, block: Block) -> Sequence[Letter]:
        """The letters of a block; none of one that the PDF does not have."""
        start, stop = self._spans[block.id]
        partners = self._partners[start:stop]
        return [self._letter(at) for at in _beside(partners)] if self._known and _is_found(partners) else []

    def _letter(self, at: int) -> Letter:
        page = bisect_right(self._starts, at) - 1
        return self._letters_of(page)[at - self._starts[page]]

    def _read(self, number: int) -> Sequence[Letter]:
        """The letters of a page in the order of its lines."""
        with opened(self._pdf, self._shown) as document:
            page = document[number]
            lines = lines_on(page)
            found: list[list[Letter]] = [[] for _ in lines]
            said = [''] * len(lines)
            for at, letter, words in _on_page(page, number + 1, lines):
                found[at] += [letter] * len(words)
                said[at] += words
            whole = [
                _letter((line.left, line.bottom, line.right, line.top), number + 1, page.get_height()) for line in lines
            ]
            return [
                letters[partner] if partner >= 0 else somewhere
                for line, letters, words, somewhere in zip(lines, found, said, whole, strict=True)
                for partner in _beside(_partners(folded(line.words), words))
            ]


def _partners(words: str, letters: str, least: int = 1) -> array[int]:
    """For each letter of a text its place among others, -1 where it is not there; fewer than the least are there by chance."""
    found = array('l', [-1]) * len(words)
    for step in opcodes(words, letters):
        if step.tag == 'equal' and step.src_end - step.src_start >= least:
            found[step.src_start : step.src_end] = array('l', range(step.dest_start, step.dest_end))
    return found


def _is_found(partners: Sequence[int]) -> bool:
    return sum(partner >= 0 for partner in partners) >= _ENOUGH * len(partners) > 0


def _beside(partners: Sequence[int]) -> Iterator[int]:
    """Places of letters, those that have none where the one before stands, the first ones where the next does."""
    last = next((partner for partner in partners if partner >= 0), -1)
    for partner in partners:
        last = partner if partner >= 0 else last
        yield last


class _Drawn(NamedTuple):
    """A letter of a page as it is seen: its box, its baseline, and from where to where its line reaches for its sake; pt."""

    words: str
    box: Box
    baseline: float
    foot: float
    head: float


def _on_page(page: pypdfium2.PdfPage, number: int, lines: Sequence[Line]) -> Iterator[tuple[int, Letter, str]]:
    """The letters that stand on the lines of a page, each with the place of its line; all are as high as the highest."""
    body = _Body(lines)
    text = UprightText(page)
    for stretch in _stretches(_drawn(text)):
        foot, head = min(one.foot for one in stretch), max(one.head for one in stretch)
        for one in stretch:
            at = body.line_of(one.box)
            if at is not None:
                yield at, _letter((one.box[0], foot, one.box[2], head), number, text.page.height), one.words


def _letter(box: Box, page: int, height: float) -> Letter:
    left, bottom, right, top = (side / POINTS_PER_CM for side in box)
    return Letter(page, height / POINTS_PER_CM - top, height / POINTS_PER_CM - bottom, left, right)


def _stretches(letters: Iterable[_Drawn]) -> Iterator[list[_Drawn]]:
    """Letters that follow each other on one baseline; a mark above or below belongs to it."""
    found: list[_Drawn] = []
    foot = head = 0.0
    for one in letters:
        if found and not foot < one.baseline < head:
            yield found
            found = []
        foot, head = (min(foot, one.foot), max(head, one.head)) if found else (one.foot, one.head)
        found.append(one)
    if found:
        yield found


def _drawn(text: UprightText) -> Iterator[_Drawn]:
    """The letters of a page in the order of its text, white space left out."""
    for at in range(text.count):
        words = folded(text.letter(at))
        if not words or not text.piece(at):
            continue
        box, baseline, size = text.box(at), text.baseline(at), text.size(at)
        yield _Drawn(words, box, baseline, min(box[1], baseline - _BELOW * size), max(box[3], baseline + _ABOVE * size))


class _Body:
    """The lines of a page that are body text, by their places."""

    def __init__(self, lines: Sequence[Line]) -> None:
        self._lines = lines
        self._last: int = 0

    def line_of(self, box: Box) -> int | None:
        """The line that the middle of a box stands in, mostly that of the letter before or the next; None of furniture."""
        x, y = (box[0] + box[2]) / 2, (box[1] + box[3]) / 2
        for at in (*range(self._last, len(self._lines)), *range(self._last)):
            line = self._lines[at]
            if line.left <= x <= line.right and line.bottom <= y <= line.top:
                self._last = at
                return self._last
        return None
