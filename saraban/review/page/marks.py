"""Marked text as HTML: struck and inserted words as such, for eyes with and without colour and for ears."""

from __future__ import annotations

from itertools import groupby, pairwise

from markupsafe import Markup, escape

from saraban.messages import Language
from saraban.messages.review_page import said
from saraban.review.unseen import named
from saraban.views.blocks import Run, Text, plain, words_of
from saraban.views.blocks.marked import MarkedRun, MarkedWords
from saraban.words import Segmenter

_ELEMENTS = {'removed': 'del', 'added': 'ins', 'restyled': 'span'}


_LIKELY = 120
"""Penalty of a break up to which a browser, which weighs nothing, may take it: what is worse parts what belongs together."""
_NEVER_LAST, _NEVER_FIRST = '([{“‘"', ')]}”’"ๆฯ.,;:!?%…'


class Marker:
    """Writes texts of one language."""

    def __init__(self, language: Language, segmenter: Segmenter) -> None:
        """Takes the language of what is said beside the words, and what knows where a line of Thai may end."""
        self._language = language
        self._segmenter = segmenter

    def runs(self, text: Text | str) -> Markup:
        """A text with its marks; runs of one mark are one element, what it touched is said once before it."""
        if isinstance(text, MarkedWords):
            return self.runs(text.text)
        if isinstance(text, str):
            return self.broken(text)
        found = Markup('')
        before: tuple[str, ...] = ()
        written = ''
        for (mark, tags), group in groupby(text, key=_mark):
            members = list(group)
            if may_end_between(written, words_of(tuple(members))):
                found += Markup('<wbr>')
            written += words_of(tuple(members))
            words = Markup('').join(map(self._styled, members))
            if mark is None:
                before = ()
                found += words
                continue
            if tags != before:
                found += Markup('').join(self._tag(tag) for tag in tags if tag not in before)
            before = tags
            found += self._element(mark, words)
        return found

    def numbered(self, number: str, text: Text) -> Markup:
        """A number and the text after it."""
        head = number.text if isinstance(number, MarkedWords) else plain(number) if number else ()
        return self.runs((*head, *plain(' '), *text)) if head else self.runs(text)

    def broken(self, words: str) -> Markup:
        """Words with the places where a line may end, as the papers' own lines do: a browser knows too few Thai words."""
        places = [found.position for found in self._segmenter.breaks(words) if found.penalty <= _LIKELY]
        pieces = [words[start:stop] for start, stop in pairwise([0, *places, len(words)])]
        return Markup('<wbr>').join(escape(piece).replace('\n', Markup('<br>')) for piece in pieces)

    def _element(self, mark: str, words: Markup) -> Markup:
        name = _ELEMENTS[mark]
        begin, end = said(f'said-{mark}', self._language), said('said-end', self._language)
        return Markup('<{} class="{}"><span class="ear">[{}: </span>{}<span class="ear"> {}] </span></{}>').format(
            Markup(name), mark, begin, words, end, Markup(name)
        )

    def _tag(self, tag: str) -> Markup:
        return Markup('<small class="tag">{}</small>').format(said(f'tag-{tag}', self._language))

    def _styled(self, run: Run) -> Markup:
        if run.blank is not None:
            return Markup('<span class="blank"><span class="ear">{}</span></span>').format(
                said('said-blank', self._language)
            )
        words = self.broken(named(run.text) if isinstance(run, MarkedRun) else run.text)
        if run.bold:
            words = Markup('<b>{}</b>').format(words)
        return Markup('<i>{}</i>').format(words) if run.italic else words


def may_end_between(before: str, after: str) -> bool:
    """Whether a line may end between two stretches: of a pair struck and put in, say."""
    return bool(before and after) and before[-1] not in _NEVER_LAST and after[0] not in _NEVER_FIRST


def _mark(run: Run) -> tuple[str | None, tuple[str, ...]]:
    return (run.mark, run.tags) if isinstance(run, MarkedRun) else (None, ())
