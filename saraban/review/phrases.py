"""Changed words in the phrase that they stand in: what the terminal, the summary and the causes show of a text."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from saraban.review.changes import Span, SpanKind
from saraban.review.excerpts import shortened
from saraban.review.tokens import Words
from saraban.review.unseen import named
from saraban.views.blocks import Text

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
        found, before = '', ''
        for kind, letters in pieces(spans, self.longest, words):
            if kind == 'same':
                found += self.plain(letters)
            else:
                found += (self.between if (before, kind) == ('removed', 'added') else '') + self.marked(kind, letters)
            before = kind
        return found

    def changed(self, kind: str, letters: str, words: Words) -> str:
        """Changed words, cut where they are many; what is not seen among them is named."""
        return self.marked(kind, _cut(letters, self.longest, words))


def pieces(spans: Sequence[Span], longest: int, words: Words) -> Iterator[tuple[SpanKind, str]]:
    """The stretches of a text as they are shown: what stayed shortened, what changed too where it has too many letters."""
    last = len(spans) - 1
    for at, span in enumerate(spans):
        letters = shown_letters(span.new or span.old)
        if span.kind == 'same':
            head, tail = (AROUND if at else 0), (AROUND if at < last else 0)
            yield span.kind, shortened(letters, head, tail, words) if last else shortened(letters, 2 * AROUND, 0, words)
        else:
            yield span.kind, _cut(letters, longest, words)


def _cut(letters: str, longest: int, words: Words) -> str:
    return named(shortened(letters, longest, 0, words) if longest else letters)


def shown_letters(text: Text) -> str:
    """A text's letters on one line: a line to write on as dots, a paragraph's end as its sign."""
    return ''.join('……' if run.blank else run.text for run in text).replace('\n', ' ¶ ')
