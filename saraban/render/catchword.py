"""คำต่อเนื่อง: at the foot of a page, how the next one begins: `/๒. วัตถุประสงค์...`."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Protocol

from saraban.render.boxes import Opening

MARK, DOTS = '/', '...'


class Words(Protocol):
    """What cuts text at the ends of words."""

    def words(self, text: str) -> list[str]:
        """The words of a text, white space and marks among them."""


def catchword(opening: Opening, words: Words, count: int, fits: Callable[[str], bool]) -> str:
    """A heading gives its number and title, running text its first `count` words; cut at a word's end to fit its line."""
    tokens = words.words(opening.text)
    taken = len(tokens) if opening.heading else _first(tokens, count)
    shown = _shown(tokens[:taken])
    while not fits(shown) and taken > 1:
        taken -= 1
        shown = _shown(tokens[:taken])
    return shown


def _first(tokens: Sequence[str], count: int) -> int:
    """How many tokens hold the first so many words: numbers, marks and spaces before and between them go along."""
    found = 0
    for place, token in enumerate(tokens, 1):
        found += any(letter.isalpha() for letter in token)
        if found == count:
            return place
    return len(tokens)


def _shown(tokens: Sequence[str]) -> str:
    return f'{MARK}{"".join(tokens).strip()}{DOTS}'
