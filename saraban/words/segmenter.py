"""Words and break opportunities of Thai text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from math import inf

from saraban.words.clusters import clusters, may_part
from saraban.words.glue import kept
from saraban.words.lattice import UNKNOWN_PART, UNKNOWN_WORD, Reading, read
from saraban.words.lexicon import Lexicon, lexicon
from saraban.words.penalties import at_marks, at_space, between_words, doubt, is_thai
from saraban.words.spaced import SpacedTerms

INSIDE_TERM = 1_000
"""Penalties from here on are a last resort. This one: at a space inside what should stay whole."""
BETWEEN_WORDS_OF_TERM = 2_000
"""Between words of what should stay whole."""
INSIDE_WORD = 3_000
"""Between clusters of a word."""

_TOKEN = re.compile(
    r'(?P<short>(?<![\u0e01-\u0e4e])(?:[\u0e01-\u0e2e]{1,3}\.)+|ฯลฯ)'
    r'|(?P<thai>[\u0e01-\u0e2e\u0e30-\u0e3a\u0e40-\u0e45\u0e47-\u0e4e]+)|(?P<space>[ \t\n\r]+)'
    r'|(?P<word>[^\W\u0e01-\u0e2e\u0e30-\u0e4e]+(?:[.,\'’@/_&+-]+[^\W\u0e01-\u0e2e\u0e30-\u0e4e]+)*)|(?P<mark>.)',
    re.DOTALL,
)
_SPACES = ' \t\n\r'
_TITLES = frozenset(('นาย', 'นาง', 'นางสาว', 'ดร.', 'เด็กชาย', 'เด็กหญิง'))
"""Words right before a person's name."""


@dataclass(frozen=True, slots=True)
class Break:
    """A place where a line may end, before the character at `position`; of two, the one with less `penalty` is better.

    0 is a space between phrases. From `INSIDE_TERM` on it is a last resort, for what is wider than its line.
    """

    position: int
    penalty: int


class Segmenter:
    """Finds words and break opportunities; made once a run. It remembers what it has read.

    `keep` are names and terms that stay whole: provinces, places, hotels, persons, with their own spaces.
    """

    def __init__(self, keep: Iterable[str] = ()) -> None:
        """Takes the names and terms; nothing is read before the first text is."""
        self._terms = frozenset(' '.join(term.split()) for term in keep if term.strip())
        self._spaced = SpacedTerms(self._terms)
        self._known: Lexicon | None = None
        self._reading = lru_cache(maxsize=20_000)(lambda run: read(run, self._lexicon()))
        self._breaks = lru_cache(maxsize=2_000)(self._find_breaks)

    def __reduce__(self) -> tuple[type[Segmenter], tuple[frozenset[str]]]:
        """Goes to another process as what it is to keep whole; there it reads anew."""
        return Segmenter, (self._terms,)

    def words(self, text: str) -> list[str]:
        """The words of a text, white space and marks among them; joined they are the text. Terms kept whole are one word."""
        found: list[str] = []
        position = 0
        for start, end in self._spaced.find(text):
            found += [token for token, _ in self._tokens(text[position:start])]
            found.append(text[start:end])
            position = end
        return found + [token for token, _ in self._tokens(text[position:])]

    def breaks(self, text: str) -> list[Break]:
        """Where a line of this text may end, in order; neither its start nor its end is among them."""
        return list(self._breaks(text))

    def last_resorts(self, text: str, start: int, stop: int) -> list[Break]:
        """Where a line may end inside a piece without other break opportunities: between the words of a word, then anywhere."""
        found = {}
        position = start
        for cluster in clusters(text[start:stop])[:-1]:
            position += len(cluster)
            found[position] = INSIDE_WORD
        for match in _TOKEN.finditer(text, start, stop):
            if match.lastgroup == 'thai':
                position = match.start()
                for part in self._parts(match.group())[:-1]:
                    position += len(part)
                    found[position] = BETWEEN_WORDS_OF_TERM
        return [Break(position, penalty) for position, penalty in sorted(found.items())]

    def parts(self, word: str) -> list[str]:
        """The words that a word is made of (`สู่`, `ขอ`), itself alone where it is made of none; joined they are the word."""
        return self._parts(word) if word and all(map(is_thai, word)) else [word]

    def _parts(self, run: str) -> list[str]:
        """The words of a run; a run that is one word, in the words that it is made of."""
        words: tuple[str, ...] = self._reading(run).words
        if len(words) == 1:
            words = read(run, self._lexicon(), whole=False).words
        return list(words)

    def _lexicon(self) -> Lexicon:
        if self._known is None:
            pieces = {piece for term in self._terms for piece in term.split(' ') if all(map(is_thai, piece))}
            self._known = lexicon(pieces)
        return self._known

    def _tokens(self, text: str) -> Iterator[tuple[str, float]]:
        """Words, marks and white space, each with the margin of the boundary after it."""
        for match in _TOKEN.finditer(text):
            if match.lastgroup == 'thai':
                reading: Reading = self._reading(match.group())
                yield from zip(reading.words, (*reading.margins, inf), strict=True)
            else:
                yield match.group(), inf

    def _find_breaks(self, text: str) -> tuple[Break, ...]:
        penalties = {place: penalty for place, penalty in self._penalties(text) if penalty < inf}
        for start, end in (*kept(text), *self._spaced.find(text)):
            for inside in range(start + 1, end):
                if inside in penalties:
                    penalties[inside] = INSIDE_TERM if text[inside - 1] == ' ' else BETWEEN_WORDS_OF_TERM
        return tuple(Break(position, round(penalty)) for position, penalty in penalties.items())

    def _penalties(self, text: str) -> Iterator[tuple[int, float]]:
        tokens = list(self._tokens(text))
        position = 0
        in_name = 0  # 2 right after a title, 1 after the next space
        for (before, margin), (after, _) in pairwise(tokens):
            position += len(before)
            if before in _TITLES:
                in_name = 2
            elif before[0] in _SPACES:
                in_name = max(in_name - 1, 0)
            if not may_part(text, position):
                continue
            if before[0] in _SPACES:
                yield position, at_space(text, position, in_name)
            elif is_thai(before[-1]) and is_thai(after[0]):
                rarity = (self._cost(before) + self._cost(after)) / (len(before) + len(after))
                yield position, between_words(before, after) + doubt(text, position, margin, rarity, in_name)
            else:
                yield position, at_marks(text, position)

    def _cost(self, word: str) -> float:
        """What a word costs in the lexicon; of an unlisted one, about that."""
        listed = self._lexicon().costs.get(word)
        return UNKNOWN_WORD + UNKNOWN_PART * len(word) / 2 if listed is None else listed
