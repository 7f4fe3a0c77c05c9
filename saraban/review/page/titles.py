"""What the changed papers are called on the page: by their kind, their round and to whom they go, no two alike."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from saraban.messages import Language
from saraban.messages.review_page import said
from saraban.review.papers import Group, Review
from saraban.review.telling import figure, kind_name
from saraban.views.blocks import View

_SHORT = 40  # letters of a title that is short enough


@dataclass(frozen=True, slots=True)
class Name:
    """A group of papers as it is called: the paper's whole title, and a short one that no other group has."""

    title: str
    short: str


def names_of(review: Review, language: Language) -> list[Name]:
    """The names of a review's groups, in their order; where two would be alike, their paths tell them apart."""
    found = [Name(_common(group), short_name(group, review, language)) for group in review.groups]
    times = Counter(name.short for name in found)
    return [
        Name(name.title, name.short if times[name.short] == 1 else f'{name.short} ({group.paths[0]})')
        for name, group in zip(found, review.groups, strict=True)
    ]


def member_names(group: Group) -> Iterator[str]:
    """What each paper of a group is told by: to whom it goes, else its title where that is short, else its path."""
    for paper in group.papers:
        view = paper.view
        yield view.recipient or (view.title if 0 < len(view.title) <= _SHORT else view.path)


def short_name(group: Group, review: Review, language: Language) -> str:
    """What some papers of one change are called: their kind, their round, to whom the first goes and how many more."""
    view, more = group.first.view, len(group.papers) - 1
    words = [_kind(group, language)]
    if more or not view.recipient:
        words.append(_round(group, review))
    if view.recipient:
        words.append(view.recipient)
    if more:
        words.append(said('and-more', language, count=figure(more, language)))
    return ' '.join(word for at, word in enumerate(words) if word and (at == 0 or word not in words[0]))


def _kind(group: Group, language: Language) -> str:
    """The title without whom the paper goes to, where that is short; else the name of its kind."""
    view = group.first.view
    title = _without_recipient(view)
    return title if len(title) <= _SHORT else kind_name(view.kind, language) or title


def _common(group: Group) -> str:
    """What the titles of all papers of a group say."""
    view = group.first.view
    return view.title if len(group.papers) == 1 else _without_recipient(view)


def _without_recipient(view: View) -> str:
    return view.title.removesuffix(view.recipient).strip() or view.title


def _round(group: Group, review: Review) -> str:
    """The round that all papers of a group are of, as content calls it; nothing where there is none."""
    rounds = set()
    for path in group.paths:
        listed = review.new.papers.get(path) or review.old.papers.get(path)
        rounds.add(listed.round if listed else '')
    return rounds.pop() if len(rounds) == 1 else ''
