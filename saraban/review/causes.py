"""The cause beside each effect: which value of the content changed which papers.

A value knows its place; what it touches is found by changing it alone in the old content and looking which papers print
something else then. Views are pure and cheap, and of papers with the same change one is looked at.
"""

from __future__ import annotations

import datetime
import os
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, fields, replace
from functools import partial
from typing import Any, Literal

from saraban.branches import Branch
from saraban.content.loader import ROSTER, with_data, with_recipients
from saraban.content.project import Project
from saraban.content.roster import Recipient
from saraban.content.values import PartDate
from saraban.messages.fields import CHOICES
from saraban.review.changes import PaperChange, Span
from saraban.review.papers import Group, Review
from saraban.review.spans import spans
from saraban.review.tokens import Words
from saraban.review.unseen import without_unseen
from saraban.review.values import ValueChange, Way, has_fields, said_words, value_changes, way_to, words_of_value
from saraban.thai import BUDDHIST_OFFSET
from saraban.views.blocks import Run, Text, View, plain
from saraban.views.kinds import KINDS
from saraban.views.paper import Paper

_BOLD = '**'
MOST = 60  # changes that are each made alone; of content that changed more, a reader sees files
_SHORT = 40  # letters of a value that is shown whole

CauseKind = Literal['changed', 'added', 'removed', 'moved', 'style', 'space', 'unseen', 'many']
"""What became of a value; style, space and unseen: nothing else of it changed. Many: several values of a file."""


@dataclass(frozen=True, slots=True)
class Cause:
    """A value of the content that changed: its place (`content/rounds.yaml:31`), its name there, the papers it changed.

    `paths` are the papers' paths as the review has them, `way` the fields that lead to the value, `spans` how its words
    differ, `origin` the place of what moved, `chosen` whether it is one of the names by which content chooses something.
    """

    place: str
    field: str
    old: str
    new: str
    paths: frozenset[str] = frozenset()
    kind: CauseKind = 'changed'
    way: Way = ()
    spans: tuple[Span, ...] = ()
    origin: str = ''
    chosen: bool = False


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
    content = _Content(old)
    before = {
        group.first.view.path: _as_before(group.first, content) if group.first.old else None for group in review.groups
    }
    found = ((step, _paths(step, before, review.groups)) for step in steps)
    return tuple(replace(_with_words(step, review.words), paths=paths) for step, paths in found if paths)


@dataclass(frozen=True, slots=True)
class _Step:
    """A change, as yet without its papers, the words that it is told by, before and after, and what it makes.

    `make` gives the old content with this change alone, None where it makes no content by itself: all of a file is read
    anew for it.
    """

    file: str
    cause: Cause
    old: str
    new: str
    make: Callable[[], Project | None]


def _value_steps(old: Project, new: Project) -> Iterator[_Step]:
    for change in value_changes(old, new):
        project, loc = (new, change.new_loc) if change.new_loc is not None else (old, change.old_loc or ())
        cause = Cause(
            _place(project, change.file, loc),
            change.field,
            words_of_value(change.old),
            words_of_value(change.new),
            way=way_to(change.file, project.sources[change.file].data, loc),
            origin=_place(old, change.file, change.old_loc or ()) if change.moved else '',
            chosen=change.field in CHOICES and not any(map(has_fields, (change.old, change.new))),
        )
        yield _Step(
            change.file, cause, said_words(change.old), said_words(change.new), partial(_with_value, old, change)
        )


def _with_value(project: Project, change: ValueChange) -> Project | None:
    return with_data(project, change.file, change.made(project.sources[change.file].data))


def _place(project: Project, file: str, loc: tuple[str | int, ...]) -> str:
    place = project.place(file, *loc)
    return f'{place.file}:{place.line}' if place.line else place.file


def _with_words(step: _Step, words: Words) -> Cause:
    """The cause with how its words differ: short ones whole, of long ones what differs."""
    cause, old, new = step.cause, step.old, step.new
    kind = 'moved' if cause.origin else _kind(cause, old, new)
    texts = _marked_up(old), _marked_up(new)
    if kind == 'changed' and max(len(old), len(new)) <= _SHORT:
        found: tuple[Span, ...] = (Span('removed', texts[0], ()), Span('added', (), texts[1]))
    else:
        found = spans(*texts, words)
    return replace(cause, kind=kind, spans=found)


def _kind(cause: Cause, old: str, new: str) -> CauseKind:
    if not cause.old or not cause.new:
        return 'removed' if cause.old else 'added'
    if old == new:  # what changed is not among its words
        return 'changed'
    if old.replace(_BOLD, '') == new.replace(_BOLD, ''):
        return 'style'
    if without_unseen(old) == without_unseen(new):
        return 'unseen'
    return 'space' if ''.join(old.split()) == ''.join(new.split()) else 'changed'


def _marked_up(words: str) -> Text:
    """The words of a value as a paper prints them, `**bold**` as such."""
    parts = words.split(_BOLD)
    if len(parts) % 2 == 0:
        return plain(words)
    return tuple(Run(part, bold=at % 2 == 1) for at, part in enumerate(parts) if part)


def _recipient_steps(old: Project, new: Project) -> Iterator[_Step]:
    """Changes of the roster: recipients that came, went, or have another name or other figures."""
    known = _known_again(old.recipients, new.recipients)
    place = 0  # where among the old ones a new one stands: after the one that it follows
    for at, recipient in enumerate(new.recipients):
        if at not in known:
            make = partial(_with_recipients, old, place, place, (recipient,))
            yield _recipient_step(new, recipient, ('name', '', recipient.name), make)
            continue
        place = known[at] + 1
        before = old.recipients[known[at]]
        for field, was, value in _fields(before, recipient):
            make = partial(_with_recipients, old, place - 1, place, (_with(before, field, recipient),))
            yield _recipient_step(new, recipient, (field, was, value), make)
    kept = set(known.values())
    for at, recipient in enumerate(old.recipients):
        if at not in kept:
            make = partial(_with_recipients, old, at, at + 1, ())
            yield _recipient_step(old, recipient, ('name', recipient.name, ''), make)


def _recipient_step(
    there: Project, recipient: Recipient, change: tuple[str, str, str], make: Callable[[], Project | None]
) -> _Step:
    """A change of a recipient, who stands in one of the versions there."""
    field, was, value = change
    way = (('recipients', recipient.name), (field, ''))
    return _Step(ROSTER, Cause(_place(there, ROSTER, recipient.loc), field, was, value, way=way), was, value, make)


def _with_recipients(project: Project, start: int, stop: int, others: Sequence[Recipient]) -> Project:
    """The content with other recipients in place of some that follow each other."""
    return with_recipients(project, [*project.recipients[:start], *others, *project.recipients[stop:]])


def _known_again(old: Sequence[Recipient], new: Sequence[Recipient]) -> dict[int, int]:
    """Which of the new recipients was which of the old ones: by name, else by the code or the file name that is nobody else's."""
    found: dict[int, int] = {}
    for field in ('name', 'code', 'slug'):
        taken = set(found.values())
        left = [i for i in range(len(old)) if i not in taken]
        right = [j for j in range(len(new)) if j not in found]
        before, after = Counter(getattr(old[i], field) for i in left), Counter(getattr(new[j], field) for j in right)
        places = {getattr(old[i], field): i for i in left}
        found |= {
            j: places[value] for j in right if (value := getattr(new[j], field)) and before[value] == after[value] == 1
        }
    return found


def _fields(old: Recipient, new: Recipient) -> Iterator[tuple[str, str, str]]:
    """What differs; a new name brings its file name, so that both are one change."""
    for entry in fields(Recipient):
        was, value = getattr(old, entry.name), getattr(new, entry.name)
        if isinstance(was, Mapping):
            differing = [key for key in {**was, **value} if was.get(key) != value.get(key)]
            yield from ((key, str(was.get(key, '')), str(value.get(key, ''))) for key in differing)
        elif entry.name in {'loc', 'code'} or was == value or (entry.name == 'slug' and old.name != new.name):
            continue
        elif entry.name == 'date':
            yield entry.name, _day(was), _day(value)
        else:
            yield entry.name, words_of_value(was), words_of_value(value)


def _day(date: datetime.date | PartDate | None) -> str:
    """A letter's date as a roster has it."""
    if date is None:
        return ''
    day = f'-{date.day:02}' if isinstance(date, datetime.date) else ''
    return f'{date.year + BUDDHIST_OFFSET}-{date.month:02}{day}'


def _with(recipient: Recipient, field: str, other: Recipient) -> Recipient:
    """A recipient with one field of another; a name comes with its file name."""
    if field == 'name':
        return replace(recipient, name=other.name, slug=other.slug)
    if field in other.numbers or field in recipient.numbers:
        return replace(recipient, numbers={**recipient.numbers, field: other.numbers.get(field, 0)})
    if field in other.columns or field in recipient.columns:
        return replace(recipient, columns={**recipient.columns, field: other.columns.get(field, '')})
    values: dict[str, Any] = {field: getattr(other, field)}
    return replace(recipient, **values)


class _Content:
    """Content, and what its papers print, their enclosures not counted; those of a kind are listed once."""

    def __init__(self, project: Project) -> None:
        self._project = project
        self._papers: dict[str, dict[str, Paper]] = {}

    def view(self, kind: str, path: str) -> View | None:
        """A paper as it prints; None where there is none."""
        if kind not in self._papers:
            self._papers[kind] = {paper.path: paper for paper in KINDS[kind].papers(self._project)}
        paper = self._papers[kind].get(path)
        return KINDS[kind].view(self._project, paper, {}) if paper else None


def _paths(step: _Step, before: Mapping[str, View | None], groups: Sequence[Group]) -> frozenset[str]:
    """The papers that a change alone makes print something else; where it makes no content, those that it can."""
    within = [group for group in groups if step.file in KINDS[group.first.view.kind].sources]
    made = step.make() if within else None
    if made is not None:
        content = _Content(made)
        within = [group for group in within if _as_before(group.first, content) != before[group.first.view.path]]
    return frozenset(path for group in within for path in group.paths)


def _as_before(paper: PaperChange, content: _Content) -> View | None:
    """What stands in content under the path that a paper had, or has where it is new."""
    return content.view(paper.view.kind, (paper.old or paper.view).path)


def _of_files(steps: Sequence[_Step], review: Review) -> Iterator[Cause]:
    """The files that changed, with the papers that print what they say."""
    for file in dict.fromkeys(step.file for step in steps):
        place = next(step.cause.place for step in steps if step.file == file).rpartition(':')[0]
        paths = {
            path for group in review.groups if file in KINDS[group.first.view.kind].sources for path in group.paths
        }
        if paths:
            count = sum(step.file == file for step in steps)
            yield Cause(place, str(count), '', '', frozenset(paths), 'many')
