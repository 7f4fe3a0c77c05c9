"""How changed words look where there is text alone: in their phrase, on the terminal and in a merge request."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import groupby

from saraban.review.changes import Span
from saraban.review.excerpts import mark_of, phrase, shortened, shown_letters
from saraban.review.marked import marked_text
from saraban.review.tokens import Words
from saraban.review.unseen import named, seen
from saraban.views.blocks.marked import Mark

AROUND = 32  # letters of the phrase on each side of a change


@dataclass(frozen=True)
class Dress:
    """How words look: of a kind of change, or as they are; what stands between words struck and those in their place.

    `longest` is how many letters of one change are shown, all with 0.
    """

    marked: Callable[[str, str], str]
    plain: Callable[[str], str] = str
    title: Callable[[str], str] = str
    between: str = ''
    longest: int = 0

    def phrase(self, spans: Sequence[Span], words: Words) -> str:
        """The changes of a text, with a little of what stands beside each."""
        text = seen(phrase(marked_text(spans), AROUND, self.longest, words))
        found = ''
        before: Mark | None = None
        for mark, runs in groupby(text, key=mark_of):
            letters = shown_letters(tuple(runs))
            if not mark:
                found += self.plain(letters)
            else:
                found += (self.between if (before, mark) == ('removed', 'added') else '') + self.marked(mark, letters)
            before = mark
        return found

    def changed(self, kind: str, letters: str, words: Words) -> str:
        """Changed words, cut where they are many; what is not seen among them is named."""
        return self.marked(kind, named(shortened(letters, self.longest, 0, words) if self.longest else letters))
