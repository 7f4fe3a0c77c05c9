"""The cause beside each effect: which value of the content changed which papers.

A value knows its place; what it touches is found by changing it alone in the old content and looking which papers print
something else then. Views are pure and cheap, and of papers with the same change one is looked at.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, fields, replace
from functools import partial
from typing import Any

from saraban.branches import Branch
from saraban.content.loader import ROSTER, with_data, with_recipients
from saraban.content.project import Project
from saraban.content.roster import Recipient
from saraban.review.changes import PaperChange
from saraban.review.papers import Group, Review
from saraban.review.values import value_changes, words_of_value
from saraban.views.blocks import View
from saraban.views.kinds import KINDS

MOST = 60  # changes that are each made alone; of content that changed more, a reader sees files
SHOWN = 80  # letters of a value


@dataclass(frozen=True, slots=True)
class Cause:
    """A value of the content that changed: its place (`content/rounds.yaml:31`), its name there, the papers it changed.

    `paths` are the papers' paths as the review has them.
    """

    place: str
    field: str
    old: str
    new: str
    paths: frozenset[str]


class Causes:
    """The causes of a review: looked for once, by a copy of this process while this one goes on."""

    def __init__(self, review: Review) -> None:
        """Begins to look."""
        self._review = review
        self._aside = Branch(partial(find_causes, review)) if review.changed and (os.cpu_count() or 1) > 1 else None
        self._found: tuple[Cause, ...] | None = None

    def __call__(self) -> tuple[Cause, ...]:
        """Those that were found."""
        if self._found is None:
            told = self._aside.result() if self._aside else None
            self._found = find_causes(self._review) if told is None else told
        return self._found


def find_causes(review: Review) -> tuple[Cause, ...]:
    """The values that changed papers of a review, in the order of the files; none where a version is not content."""
    old, new = review.old.project, review.new.project
    if old is None or new is None or not review.changed:
        return ()
    steps = [*_value_steps(old, new), *_recipient_steps(old, new)]
    if len(steps) > MOST:
        return tuple(_of_files(steps, review))
    before = {group.first.view.path: _before(group.first, old) for group in review.groups}
    return tuple(cause for step in steps if (cause := _cause(step, before, review.groups)).paths)


@dataclass(frozen=True, slots=True)
class _Step:
    """A change and the old content with it alone; None where it makes no content by itself."""

    file: str
    place: str
    field: str
    old: str
    new: str
    made: Project | None


def _value_steps(old: Project, new: Project) -> Iterator[_Step]:
    for change in value_changes(old, new):
        project, loc = (new, change.new_loc) if change.new_loc is not None else (old, change.old_loc)
        made = with_data(old, change.file, change.made(old.sources[change.file].data))
        was, value = _short(words_of_value(change.old)), _short(words_of_value(change.new))
        yield _Step(change.file, _place(project, change.file, loc or ()), change.field, was, value, made)


def _place(project: Project, file: str, loc: tuple[str | int, ...]) -> str:
    place = project.place(file, *loc)
    return f'{place.file}:{place.line}' if place.line else place.file


def _short(words: str) -> str:
    return words if len(words) <= SHOWN else f'{words[:SHOWN]}…'


def _recipient_steps(old: Project, new: Project) -> Iterator[_Step]:
    """Changes of the roster: recipients that came, went, or have other figures."""
    before, after = ({one.name: one for one in project.recipients} for project in (old, new))
    for name, recipient in after.items():
        if name not in before:
            at = _place_for(recipient, new.recipients, old.recipients)
            made = with_recipients(old, [*old.recipients[:at], recipient, *old.recipients[at:]])
            yield _Step(ROSTER, _place(new, ROSTER, recipient.loc), 'name', '', name, made)
            continue
        for field, was, value in _fields(before[name], recipient):
            changed = [_with(one, field, recipient) if one.name == name else one for one in old.recipients]
            yield _Step(ROSTER, _place(new, ROSTER, recipient.loc), field, was, value, with_recipients(old, changed))
    for name, recipient in before.items():
        if name not in after:
            made = with_recipients(old, [one for one in old.recipients if one.name != name])
            yield _Step(ROSTER, _place(old, ROSTER, recipient.loc), 'name', name, '', made)


def _place_for(recipient: Recipient, new: Sequence[Recipient], old: Sequence[Recipient]) -> int:
    """Where among the old recipients a new one stands: after the one that it follows."""
    known = [one.name for one in old]
    earlier = [one.name for one in new[: [one.name for one in new].index(recipient.name)] if one.name in known]
    return known.index(earlier[-1]) + 1 if earlier else 0


def _fields(old: Recipient, new: Recipient) -> Iterator[tuple[str, str, str]]:
    for entry in fields(Recipient):
        was, value = getattr(old, entry.name), getattr(new, entry.name)
        if entry.name == 'numbers':
            differing = [key for key in {**was, **value} if was.get(key) != value.get(key)]
            yield from ((key, str(was.get(key, '')), str(value.get(key, ''))) for key in differing)
        elif entry.name != 'loc' and was != value:
            yield entry.name, words_of_value(was), words_of_value(value)


def _with(recipient: Recipient, field: str, other: Recipient) -> Recipient:
    """A recipient with one field of another."""
    values: dict[str, Any] = {entry.name: getattr(other, entry.name) for entry in fields(Recipient)}
    if field in values:
        return replace(recipient, **{field: values[field]})
    return replace(recipient, numbers={**recipient.numbers, field: other.numbers.get(field, 0)})


def _before(paper: PaperChange, old: Project) -> View | None:
    """What a paper prints of the old content, its enclosures not counted; None where it is new."""
    if paper.old is None:
        return None
    kind = KINDS[paper.view.kind]
    return kind.view(old, next(one for one in kind.papers(old) if one.path == paper.old.path), {})


def _cause(step: _Step, before: Mapping[str, View | None], groups: Sequence[Group]) -> Cause:
    touched = [group for group in groups if _touches(step, before[group.first.view.path], group.first)]
    return Cause(
        step.place, step.field, step.old, step.new, frozenset(path for group in touched for path in group.paths)
    )


def _touches(step: _Step, before: View | None, paper: PaperChange) -> bool:
    """Whether the change alone makes the paper print something else; where it makes no content, whether it can."""
    kind = KINDS[paper.view.kind]
    if step.file not in kind.sources:
        return False
    if step.made is None:
        return True
    path = (before or paper.view).path
    there = next((one for one in kind.papers(step.made) if one.path == path), None)
    if before is None or there is None:
        return (before is None) == (there is not None)
    return kind.view(step.made, there, {}) != before


def _of_files(steps: Sequence[_Step], review: Review) -> Iterator[Cause]:
    """The files that changed, with the papers that print what they say."""
    for file in dict.fromkeys(step.file for step in steps):
        place = next(step.place for step in steps if step.file == file).rpartition(':')[0]
        paths = {
            path for group in review.groups if file in KINDS[group.first.view.kind].sources for path in group.paths
        }
        if paths:
            count = sum(step.file == file for step in steps)
            yield Cause(place, f'× {count}', '', '', frozenset(paths))
