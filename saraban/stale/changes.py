"""What differs between two states of content, value by value, and how content would be without one of the changes."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, fields, replace
from typing import Any

from pydantic import BaseModel

from saraban.content.loader import ROSTER
from saraban.content.project import Project
from saraban.content.roster import Recipient

# The parts of a project, and the file that each is read from.
PARTS = {
    'main': 'project.yaml', 'facts': 'facts.yaml', 'audience': 'audience.yaml', 'rounds_file': 'rounds.yaml',
    'proposal': 'proposal.yaml', 'schedule': 'schedule.yaml', 'letter': 'letter.yaml', 'forms': 'forms.yaml',
    'memo': 'memo.yaml', 'changes': 'changes.yaml', 'mail': 'mail.yaml',
}  # fmt: skip
_NAMES = ('number', 'key', 'id', 'name', 'heading', 'role', 'label')  # what a person calls an entry of a list by
_NOT_SAID = {'loc', 'code'}  # where a row stands is no value of it, and a code stands in its slug


@dataclass(frozen=True)
class Step:
    """A step on the way to a value: a field of an entry, or an entry of a list by what it is called."""

    name: str
    of: str = ''  # the list that it is an entry of


@dataclass(frozen=True)
class Change:
    """A value that differs: its file, the way to it, whose row it is, and the project as it is but for this value."""

    file: str
    way: tuple[Step, ...]
    without: Callable[[Project], Project]
    row: str = ''


def changes(new: Project, old: Project) -> Iterator[Change]:
    """Every value in which two states differ, `new` being the one that stands."""
    for part, file in PARTS.items():
        for way, put in _differences(getattr(new, part), getattr(old, part), ()):
            yield Change(
                new.sources[file].file.rpartition('/')[2] if file in new.sources else file, way, _in_part(part, put)
            )
    yield from _rows(new, old)


_Put = Callable[[Any], Any]


def _in_part(part: str, put: _Put) -> Callable[[Project], Project]:
    return lambda project: replace(project, **{part: put(getattr(project, part))})


def _differences(new: Any, old: Any, way: tuple[Step, ...]) -> Iterator[tuple[tuple[Step, ...], _Put]]:
    """The ways to values that differ, each with what puts the old one in the new one's place."""
    if new == old:
        return
    inner = list(_inner(new, old))
    if not inner:
        yield way, lambda _: old
        return
    for step, ours, theirs, into in inner:
        for found, put in _differences(ours, theirs, (*way, step)):
            yield found, _nested(into, put)


def _nested(into: Callable[[Any, _Put], Any], put: _Put) -> _Put:
    return lambda whole: into(whole, put)


def _inner(new: Any, old: Any) -> Iterator[tuple[Step, Any, Any, Callable[[Any, _Put], Any]]]:
    """The parts of two values of one shape, and how a part is changed in its whole; none where the shapes differ."""
    if isinstance(new, BaseModel) and type(new) is type(old):
        for name in type(new).model_fields:
            yield Step(name), getattr(new, name), getattr(old, name), _field(name)
    elif isinstance(new, Mapping) and isinstance(old, Mapping) and new.keys() == old.keys():
        for name in new:
            yield Step(str(name)), new[name], old[name], _key(name)
    elif isinstance(new, Sequence) and isinstance(old, Sequence) and len(new) == len(old) and not isinstance(new, str):
        for index, (ours, theirs) in enumerate(zip(new, old, strict=True)):
            yield Step(_called(ours, index), 'entry'), ours, theirs, _entry(index)


def _field(name: str) -> Callable[[Any, _Put], Any]:
    return lambda whole, put: whole.model_copy(update={name: put(getattr(whole, name))})


def _key(name: Any) -> Callable[[Any, _Put], Any]:
    return lambda whole, put: {**whole, name: put(whole[name])}


def _entry(index: int) -> Callable[[Any, _Put], Any]:
    return lambda whole, put: type(whole)((*whole[:index], put(whole[index]), *whole[index + 1 :]))


def _called(entry: Any, index: int) -> str:
    """What an entry of a list is called: its number or name, else its place."""
    for name in _NAMES:
        value = getattr(entry, name, None)
        if isinstance(value, int | str) and value != '':
            return str(value)
    return f'#{index + 1}'


def _rows(new: Project, old: Project) -> Iterator[Change]:
    """What differs between the rosters: values of a recipient's row; rows that came or went, as one change each."""
    file = new.sources[ROSTER].file.rpartition('/')[2] if ROSTER in new.sources else ROSTER
    before = {recipient.slug: recipient for recipient in old.recipients}
    now = {recipient.slug for recipient in new.recipients}
    for recipient in new.recipients:
        if recipient.slug not in before:
            yield Change(file, (Step(recipient.name),), _less(recipient), recipient.slug)
            continue
        for entry in fields(Recipient):
            theirs = getattr(before[recipient.slug], entry.name)
            if entry.name not in _NOT_SAID and getattr(recipient, entry.name) != theirs:
                way = (Step(recipient.name), Step(entry.name))
                yield Change(file, way, _row_with(recipient.slug, entry.name, theirs), recipient.slug)
    for index, recipient in enumerate(old.recipients):
        if recipient.slug not in now:
            yield Change(file, (Step(recipient.name),), _more(recipient, index), recipient.slug)
    if [one.slug for one in new.recipients if one.slug in before] != [
        one.slug for one in old.recipients if one.slug in now
    ]:
        places = {recipient.slug: index for index, recipient in enumerate(old.recipients)}
        yield Change(file, (), _ordered(places))


def _row_with(slug: str, name: str, value: Any) -> Callable[[Project], Project]:
    def without(project: Project) -> Project:
        rows = (replace(one, **{name: value}) if one.slug == slug else one for one in project.recipients)
        return replace(project, recipients=tuple(rows))

    return without


def _less(recipient: Recipient) -> Callable[[Project], Project]:
    return lambda project: replace(
        project, recipients=tuple(one for one in project.recipients if one.slug != recipient.slug)
    )


def _more(recipient: Recipient, index: int) -> Callable[[Project], Project]:
    return lambda project: replace(
        project, recipients=(*project.recipients[:index], recipient, *project.recipients[index:])
    )


def _ordered(places: Mapping[str, int]) -> Callable[[Project], Project]:
    return lambda project: replace(
        project, recipients=tuple(sorted(project.recipients, key=lambda one: places.get(one.slug, len(places))))
    )
