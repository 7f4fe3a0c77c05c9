"""The changes of the roster: who came, went, has another name or other figures, and another order of those who stayed.

Each is a step that can be made or undone alone, beside the round that a recipient is of.
"""

from __future__ import annotations

import copy
import datetime
from collections import Counter
from collections.abc import Callable, Container, Iterator, Mapping, Sequence
from dataclasses import fields, replace
from functools import partial
from typing import Any

from saraban.content.loader import ROSTER, with_data, with_recipients
from saraban.content.project import Project
from saraban.content.roster import Recipient
from saraban.content.values import PartDate
from saraban.review.causes import Cause, Step, Trial, place_of
from saraban.review.renumbering import round_name
from saraban.review.values import words_of_value
from saraban.thai import BUDDHIST_OFFSET


class Rosters:
    """The recipients of both versions: who came, went, has another name or other figures, and whether their order stayed."""

    def __init__(self, old: Project, new: Project, told: Project) -> None:
        """Takes both versions, and the old one as its files have it, where its rounds have other numbers in `old`."""
        self._old, self._new, self._told = old, new, told
        self._known = _known_again(old.recipients, new.recipients)
        self._members = {name for project in (old, new) for a_round in project.rounds for name in a_round.members}

    def steps(self) -> Iterator[Step]:
        """The order of those who stayed first, as it is told by its first line."""
        yield from self._order()
        place = 0  # where among the old ones a new one stands: after the one that it follows
        for at, recipient in enumerate(self._new.recipients):
            if at not in self._known:
                made = partial(_with_others, self._old, self._new, place, place, (recipient,))
                undone = partial(_with_others, self._new, self._old, at, at + 1, ())
                yield _recipient_step(self._new, (recipient,), ('name', '', recipient.name), made, undone)
                continue
            place = self._known[at] + 1
            before = self._old.recipients[place - 1]
            for field, was, value in _fields(before, recipient):
                if field == 'round' and {before.name, recipient.name} & self._members:
                    continue  # the rounds name them: a change of rounds.yaml
                made = partial(_with_others, self._old, self._new, place - 1, place, (_with(before, field, recipient),))
                undone = partial(_with_others, self._new, self._old, at, at + 1, (_with(recipient, field, before),))
                said = self._said(self._known[at], recipient) if field == 'round' else (was, value)
                yield _recipient_step(self._new, (recipient, before), (field, *said), made, undone)
        yield from self._gone()

    def _said(self, at: int, after: Recipient) -> tuple[str, str]:
        """The rounds of a recipient: by their numbers, and by their names too where numbers are others now."""
        before = self._told.recipients[at]
        if self._told is self._old:
            return words_of_value(before.round), words_of_value(after.round)
        return round_name(self._told, before.round), round_name(self._new, after.round)

    def _gone(self) -> Iterator[Step]:
        places = {i: j for j, i in self._known.items()}
        place = 0  # the same among the new ones
        for at, recipient in enumerate(self._old.recipients):
            if at in places:
                place = places[at] + 1
                continue
            made = partial(_with_others, self._old, self._new, at, at + 1, ())
            undone = partial(_with_others, self._new, self._old, place, place, (recipient,))
            yield _recipient_step(self._old, (recipient,), ('name', recipient.name, ''), made, undone)

    def _order(self) -> Iterator[Step]:
        """One change for all who stand in another order."""
        stayed = sorted(self._known)
        before = [self._known[at] for at in stayed]
        after = sorted(before)
        first = next((at for at, i, j in zip(stayed, before, after, strict=True) if i != j), None)
        if first is None:
            return
        place = place_of(self._new, ROSTER, self._new.recipients[first].loc)
        cause = Cause(place, 'recipients', '', '', kind='order', way=(('recipients', ''),))
        made = partial(_in_order, self._old, after, before)
        there = {i: at for at, i in zip(stayed, before, strict=True)}
        undone = partial(_in_order, self._new, stayed, [there[i] for i in after])
        yield Step(ROSTER, cause, '', '', made, undone)


def _recipient_step(
    there: Project,
    recipients: tuple[Recipient, ...],
    change: tuple[str, str, str],
    made: Callable[[], Trial],
    undone: Callable[[], Trial],
) -> Step:
    """A change of a recipient, who stands in one of the versions there, and as what it stood in the other one."""
    field, was, value = change
    recipient = recipients[0]
    cause = Cause(
        place_of(there, ROSTER, recipient.loc), field, was, value, way=(('recipients', recipient.name), (field, ''))
    )
    return Step(ROSTER, cause, was, value, made, undone, tuple(one.name for one in recipients))


def _with_others(version: Project, other: Project, start: int, stop: int, others: Sequence[Recipient]) -> Trial:
    """A version with other recipients in place of some that follow each other; a round of theirs is put beside its own."""
    lacking = {one.round for one in others} - {one.number for one in version.rounds} - {None}
    beside = _with_rounds(version, other, lacking) if lacking else None
    there = beside or version
    recipients = [*there.recipients[:start], *others, *there.recipients[stop:]]
    return Trial(with_recipients(there, recipients), beside)


def _in_order(project: Project, places: Sequence[int], order: Sequence[int]) -> Trial:
    """The content with those of its recipients who stand at some places in another order."""
    recipients = list(project.recipients)
    for place, at in zip(places, order, strict=True):
        recipients[place] = project.recipients[at]
    return Trial(with_recipients(project, recipients))


def _with_rounds(version: Project, other: Project, numbers: Container[int | None]) -> Project | None:
    """A version with some rounds of the other one beside its own."""
    known = version.sources.get('rounds.yaml'), other.sources.get('rounds.yaml')
    if known[0] is None or known[1] is None:
        return None
    data = copy.deepcopy(known[0].data)
    added = zip(other.rounds, known[1].data['rounds'], strict=True)
    data['rounds'] += [entry for a_round, entry in added if a_round.number in numbers]
    return with_data(version, 'rounds.yaml', data)


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
