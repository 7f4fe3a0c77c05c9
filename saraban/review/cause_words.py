"""What a cause is called, and how the value that changed is shown: for the terminal, the summary and the page."""

from __future__ import annotations

import re
from itertools import pairwise

from saraban.messages import Language, say
from saraban.messages.fields import chosen_words, field_words
from saraban.review.causes import Cause, CauseKind
from saraban.review.changes import Span
from saraban.review.dress import AROUND
from saraban.review.excerpts import phrase, shortened
from saraban.review.marked import marked_text
from saraban.review.telling import figure
from saraban.review.tokens import Words
from saraban.review.unseen import seen
from saraban.views.blocks import Text, plain

LONGEST = 80  # letters of one change of a value
_APART = re.compile(r'\s*[({]')  # what follows a name in brackets, and a figure that the program fills in
_NOTES: dict[CauseKind, str] = {
    'added': 'diff-added',
    'removed': 'diff-removed',
    'moved': 'cause-moved',
    'style': 'cause-style',
    'space': 'cause-space',
    'unseen': 'cause-unseen',
}
_NAME = 30  # letters of an entry's name


def cause_name(cause: Cause, language: Language, words: Words) -> str:
    """A value's name as an officer knows it (รุ่นที่ ๑ · สถานที่), and what became of it where its words do not say so."""
    if cause.kind == 'many':
        return say('cause-many', language, count=cause.field)
    if cause.kind == 'order':
        return say('cause-order', language)
    named = [_step(step, around, language, words) for (around, _), step in pairwise([('', ''), *cause.way])]
    name = ' · '.join(step for at, step in enumerate(named) if step and (at == 0 or step != named[at - 1]))
    note = _note(cause, language)
    return f'{name} ({note})' if note else name


def _step(step: tuple[str, str], around: str, language: Language, words: Words) -> str:
    key, entry = step
    if not around and not entry:  # the file, which the place names
        return ''
    entry = _APART.split(entry)[0] or entry
    entry = figure(entry, language) if entry.isdecimal() else entry
    return f'{field_words(key, around, language)} {shortened(entry, _NAME, 0, words)}'.strip()


def _note(cause: Cause, language: Language) -> str:
    if cause.kind not in _NOTES or (cause.spans and cause.kind in {'added', 'removed'}):
        return ''
    return say(_NOTES[cause.kind], language, place=cause.origin)


def cause_spans(cause: Cause, language: Language) -> tuple[Span, ...]:
    """The value before and after; words that choose something are told as what they choose."""
    if not cause.chosen:
        return cause.spans
    old, new = (plain(chosen_words(cause.field, value, language)) for value in (cause.old, cause.new))
    return (*([Span('removed', old, ())] if old else []), *([Span('added', (), new)] if new else []))


def cause_text(cause: Cause, language: Language, words: Words) -> Text:
    """The same as a marked text, in its phrase."""
    return seen(phrase(marked_text(cause_spans(cause, language)), AROUND, LONGEST, words))
