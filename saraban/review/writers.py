"""The table of what a review is written as: a new form is a function and a row here.

A writer gives its files by their names under the output folder; nothing is written before all writers are done.
"""

from __future__ import annotations

import datetime
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from saraban.messages import Language
from saraban.render.formats import Resources
from saraban.review.papers import Review
from saraban.review.summary import markdown


@dataclass(frozen=True)
class Desk:
    """What writers rest on: the engines' resources, whose changes they are and of which day, the language of words.

    Without a date a form that asks for one bears none, or a fixed one: never today's.
    """

    resources: Resources
    author: str = 'Saraban'
    date: datetime.date | None = None
    language: Language = 'th'


Writer = Callable[[Review, Desk], Mapping[str, bytes]]


def _markdown(review: Review, desk: Desk) -> Mapping[str, bytes]:
    """A summary for a merge request."""
    return {'review.md': markdown(review, desk.language).encode()}


WRITERS: dict[str, Writer] = {'md': _markdown}
