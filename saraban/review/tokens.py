"""A text as what is compared: words, numbers, marks and white space; each blank to write on is one letter of its own."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache
from itertools import accumulate
from typing import Protocol

from saraban.views.blocks import Blank, Run, Text
from saraban.words import Segmenter, clusters

Words = Callable[[str], list[str]]
"""A text's words, white space and marks among them, which joined are the text: `Segmenter.words`."""


@lru_cache(maxsize=1)
def plain_words() -> Words:
    """Words as the segmenter finds them without names to keep."""
    return Segmenter().words


class Reader(Protocol):
    """What reads a text as words and knows what a word is made of: a `Segmenter`."""

    def words(self, text: str) -> list[str]:
        """The words of a text; joined they are the text."""

    def parts(self, word: str) -> list[str]:
        """The words that a word is made of; joined they are the word."""


@dataclass(frozen=True, slots=True)
class _Whole:
    """A reader that knows words alone, and takes each for whole."""

    words: Words

    def parts(self, word: str) -> list[str]:
        return [word]


def reader(words: Words | Reader) -> Reader:
    """A reader of what reads words."""
    return _Whole(words) if callable(words) else words


Style = tuple[bool, bool]
_FIRST_SIGN = 0x10_0000  # a private plane, which no text of an office has letters of
_PARTS = re.compile(r'\n|[^\S\n]+|(?<=[0-9๐-๙])[/–-](?=[0-9๐-๙])')


class Signs:
    """The letters that stand for blanks while two texts are compared: equal for blanks that look the same."""

    def __init__(self) -> None:
        """Knows no blank yet."""
        self._known: dict[float, str] = {}

    def of(self, blank: Blank) -> str:
        """A blank's letter; what is to be filled in there, and where in the content, is not printed."""
        return self._known.setdefault(blank.width, chr(_FIRST_SIGN + len(self._known)))


@dataclass(frozen=True)
class Letters:
    """One side of a comparison: its letters, blanks among them, and the runs that they come from."""

    text: Text
    signs: Signs

    @cached_property
    def whole(self) -> str:
        """All letters."""
        return ''.join(map(self._letters_of, self.text))

    @cached_property
    def styles(self) -> tuple[Style, ...]:
        """Bold and italic of each letter."""
        return tuple((run.bold, run.italic) for run in self.text for _ in self._letters_of(run))

    def cut(self, start: int, stop: int) -> Text:
        """The runs between two places, cut where they reach beyond."""
        return tuple(self._runs(start, stop))

    def _runs(self, start: int, stop: int) -> Iterator[Run]:
        place = 0
        for run in self.text:
            length = len(self._letters_of(run))
            first, last = max(start - place, 0), min(stop - place, length)
            if first < last:
                yield run if last - first == length else replace(run, text=run.text[first:last])
            place += length

    def _letters_of(self, run: Run) -> str:
        return run.text if run.blank is None else self.signs.of(run.blank)


def tokens(text: str, words: Words) -> list[str]:
    """The tokens of a text in order; joined they are the text, and none begins inside a cluster.

    A word of the segmenter is one, but for what is written with white space, and numbers on both sides of a stroke or a
    dash: of `๑๑/๒๕๖๓` one can change alone. Each line end is one of its own.
    """
    found: list[str] = []
    for word in words(text):
        start = 0
        for match in _PARTS.finditer(word):
            found += [part for part in (word[start : match.start()], match.group()) if part]
            start = match.end()
        if start < len(word):
            found.append(word[start:])
    return _whole_clusters(text, found)


def _whole_clusters(text: str, parts: list[str]) -> list[str]:
    """The parts, joined where one begins inside a cluster."""
    starts = set(ends(clusters(text)))
    whole: list[str] = []
    place = 0
    for part in parts:
        if place in starts:
            whole.append(part)
        else:
            whole[-1] += part
        place += len(part)
    return whole


def ends(parts: list[str]) -> list[int]:
    """The places between tokens, the text's start and end among them."""
    return list(accumulate(map(len, parts), initial=0))
