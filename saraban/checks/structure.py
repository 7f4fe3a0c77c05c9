"""What the rest stands on: figures that can be reckoned, names that are one thing, rounds and recipients that fit."""

from __future__ import annotations

from collections.abc import Iterator

from saraban.checks.desk import Desk
from saraban.content import model
from saraban.content.loader import ROSTER
from saraban.content.project import Project
from saraban.content.shape import nearest
from saraban.content.source import Loc
from saraban.errors import Finding


def facts_are_reckoned(desk: Desk) -> Iterator[Finding]:
    """Products and sums name facts that are numbers and never lead back to themselves."""
    project = desk.project
    for key, fact in project.facts.items():
        for operation in ('product', 'sum'):
            for index, name in enumerate(getattr(fact, operation)):
                place = project.place('facts.yaml', key, operation, index)
                if name not in project.facts:
                    yield Finding('unknown-fact', place, {'name': name, 'near': nearest(name, project.facts)})
                elif _leads_to(project, name, key):
                    yield Finding('cycle', place)
                elif project.facts[name].value and model.whole_or_none(project.facts[name].value) is None:
                    yield Finding('fact-not-number', place, {'name': name})


def keys_are_unique(desk: Desk) -> Iterator[Finding]:
    """No two groups, units, sections or rounds have one name."""
    project = desk.project
    lists: list[tuple[str, Loc, list[object], str]] = [
        ('project.yaml', ('units',), [unit.key for unit in project.main.units], 'key'),
        ('audience.yaml', ('groups',), [group.key for group in project.groups], 'key'),
        ('rounds.yaml', ('rounds',), [a_round.number for a_round in project.rounds], 'number'),
        ('proposal.yaml', ('sections',), [section.key for section in project.proposal.sections], 'key'),
    ]
    for file, loc, keys, field in lists:
        for index, key in enumerate(keys):
            first = keys.index(key)
            if first < index:
                line = project.place(file, *loc, first, field).line
                yield Finding('repeated-value', project.place(file, *loc, index, field), {'value': key, 'line': line})


def rounds_have_recipients(desk: Desk) -> Iterator[Finding]:
    """Every recipient is in a round that there is; where letters go out, none is without one, and no round is empty."""
    project = desk.project
    if not project.recipients or not project.rounds:
        return
    numbers = [a_round.number for a_round in project.rounds]
    for recipient in project.recipients:
        place = project.place(ROSTER, *recipient.loc)
        if recipient.round is None and project.letter:
            yield Finding('round-missing', place, {'name': recipient.name})
        elif recipient.round is not None and recipient.round not in numbers:
            yield Finding('unknown-round', place, {'value': recipient.round, 'known': ', '.join(map(str, numbers))})
    for index, a_round in enumerate(project.rounds if project.letter else ()):
        if not project.members(a_round):
            yield Finding('empty-round', project.place('rounds.yaml', 'rounds', index), {'value': a_round.number})


def parts_are_there(desk: Desk) -> Iterator[Finding]:
    """A proposal's lists and tables, and the schedule's, have the files that they are made from."""
    project = desk.project
    needs: dict[str, dict[str, object]] = {
        'counts': {'audience.yaml': project.audience},
        'rounds_table': {'rounds.yaml': project.rounds_file, 'schedule.yaml': project.schedule},
    }
    for index, section in enumerate(project.proposal.sections):
        for position, piece in enumerate(section.body):
            for name, files in needs.items():
                missing = [file for file, part in files.items() if part is None]
                if getattr(piece, name) is not None and missing:
                    place = project.place('proposal.yaml', 'sections', index, 'body', position, name)
                    yield Finding('needs-file', place, {'file': ', '.join(missing)})


def _leads_to(project: Project, start: str, goal: str) -> bool:
    waiting, seen = [start], set()
    while waiting:
        key = waiting.pop()
        if key == goal:
            return True
        if key not in seen and key in project.facts:
            seen.add(key)
            waiting += [*project.facts[key].product, *project.facts[key].sum]
    return False
