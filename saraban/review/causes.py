"""The changes of the content, each a step that can be made or undone alone: the cause beside each effect.

A value knows its place; what it touches is looked for in `effects`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import Any, Literal

from saraban.content.issued import REGISTER
from saraban.content.loader import with_data
from saraban.content.project import Project
from saraban.content.source import Loc
from saraban.messages.fields import CHOICES
from saraban.review.changes import Span
from saraban.review.papers import Review
from saraban.review.spans import spans
from saraban.review.tokens import Words
from saraban.review.unseen import without_unseen
from saraban.review.values import ValueChange, Way, has_fields, said_words, value_changes, way_to, words_of_value
from saraban.views.blocks import Run, Text, plain
from saraban.views.kinds import KINDS

_BOLD = '**'
_SHORT = 40  # letters of a value that is shown whole

CauseKind = Literal['changed', 'added', 'removed', 'moved', 'style', 'space', 'unseen', 'order', 'many']
"""What became of a value; style, space and unseen: nothing else of it changed. Order: that of the
recipients. Many: several values of a file."""


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


@dataclass(frozen=True, slots=True)
class Trial:
    """A version with one change made or undone, and what it is to be compared with where that is not the version itself."""

    project: Project
    beside: Project | None = None


@dataclass(frozen=True, slots=True)
class Step:
    """A change, as yet without its papers, the words that it is told by, before and after, and what it makes.

    `made` tries the old content with this change alone, `undone` the new content without it; each gives None where that is
    no content: all of a file is read anew for it. `recipients` are the names, before and after, of whose row it changes.
    """

    file: str
    cause: Cause
    old: str
    new: str
    made: Callable[[], Trial | None]
    undone: Callable[[], Trial | None]
    recipients: tuple[str, ...] = ()


def value_steps(old: Project, new: Project, told: Project) -> Iterator[Step]:
    """Every change of the files whose values are entries and fields, in the order of the files.

    `told` is the old content as its files have it, where its rounds have other numbers in `old`.
    """
    for change in value_changes(old, new):
        was = _value_at(told, change)
        project, loc = (new, change.new_loc) if change.new_loc is not None else (told, change.old_loc or ())
        cause = Cause(
            place_of(project, change.file, loc),
            change.field,
            words_of_value(was),
            words_of_value(change.new),
            way=way_to(change.file, project.sources[change.file].data, loc),
            origin=place_of(old, change.file, change.old_loc or ()) if change.moved else '',
            chosen=change.field in CHOICES and not any(map(has_fields, (change.old, change.new))),
        )
        made, undone = partial(_with_value, old, change), partial(_with_value, new, change.undone)
        yield Step(change.file, cause, said_words(was), said_words(change.new), made, undone)


def _value_at(told: Project, change: ValueChange) -> Any:
    """What a value was, as its file says it."""
    if change.old_loc is None:
        return None
    value: Any = told.sources[change.file].data
    for part in change.old_loc:
        value = value[part]
    return value


def _with_value(version: Project, change: ValueChange) -> Trial | None:
    """A version with a change of it; numbers that its register gave stand in no file, so both sides go without them."""
    data = version.sources[change.file].data
    project = with_data(version, change.file, change.made(data))
    if project is None:
        return None
    return Trial(project, with_data(version, change.file, data) if REGISTER in version.sources else None)


def place_of(project: Project, file: str, loc: Loc) -> str:
    """A place of the content as a cause tells it: the file, and its line where it is known."""
    place = project.place(file, *loc)
    return f'{place.file}:{place.line}' if place.line else place.file


def with_words(step: Step, words: Words) -> Cause:
    """The cause with how its words differ: short ones whole, of long ones what differs."""
    cause, old, new = step.cause, step.old, step.new
    if cause.kind == 'order':
        return cause
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


def of_files(steps: Sequence[Step], review: Review) -> Iterator[Cause]:
    """The files that changed, with the papers that print what they say."""
    for file in dict.fromkeys(step.file for step in steps):
        place = next(step.cause.place for step in steps if step.file == file).rpartition(':')[0]
        paths = {
            path for group in review.groups if file in KINDS[group.first.view.kind].sources for path in group.paths
        }
        if paths:
            count = sum(step.file == file for step in steps)
            yield Cause(place, str(count), '', '', frozenset(paths), 'many')
