"""Sizes that no office reaches and that would make a run hang: told before anything reckons or prints with them."""

from __future__ import annotations

from collections.abc import Iterator

from saraban.content.model import ITEM_DEPTH, Item
from saraban.content.project import FIGURE_LIMIT, Project, capped_product
from saraban.content.source import Loc
from saraban.errors import Finding

DAY_LIMIT = 366  # of one round
PEOPLE_LIMIT = 5_000  # whom one recipient sends: each has a row in the reply form


def beyond_limits(project: Project) -> Iterator[Finding]:
    """Every figure beyond what papers can hold."""
    yield from _facts(project)
    yield from _budgets(project)
    yield from _people(project)
    yield from _days(project)
    yield from _depths(project)


def _facts(project: Project) -> Iterator[Finding]:
    for key, value in project.reckoned.items():
        if isinstance(value, int) and value > FIGURE_LIMIT:
            yield Finding('figure-too-large', project.place('facts.yaml', key), {'limit': f'{FIGURE_LIMIT:,}'})


def _budgets(project: Project) -> Iterator[Finding]:
    for index, section in enumerate(project.proposal.sections):
        for position, piece in enumerate(section.body):
            for number, category in enumerate(piece.budget.categories if piece.budget else ()):
                for row, line in enumerate(category.lines):
                    if capped_product([line.rate or line.amount or 0, *line.times]) > FIGURE_LIMIT:
                        loc = ('sections', index, 'body', position, 'budget', 'categories', number, 'lines', row)
                        place = project.place('proposal.yaml', *loc)
                        yield Finding('figure-too-large', place, {'limit': f'{FIGURE_LIMIT:,}'})


def _days(project: Project) -> Iterator[Finding]:
    for index, a_round in enumerate(project.rounds):
        if (a_round.end - a_round.start).days >= DAY_LIMIT:
            values = {'days': (a_round.end - a_round.start).days + 1, 'limit': DAY_LIMIT}
            yield Finding('round-too-long', project.place('rounds.yaml', 'rounds', index, 'end'), values)


def _people(project: Project) -> Iterator[Finding]:
    """The group that is too large alone, else the recipients that are."""
    limit = f'{PEOPLE_LIMIT:,}'
    found = False
    for index, group in enumerate(project.groups):
        if group.invited and group.count > PEOPLE_LIMIT:
            found = True
            yield Finding('too-many-people', project.place('audience.yaml', 'groups', index, 'count'), {'limit': limit})
    for recipient in project.recipients if not found else ():
        if project.recipient_total(recipient) > PEOPLE_LIMIT:
            yield Finding('too-many-people', project.place('recipients.csv', *recipient.loc), {'limit': limit})


def _depths(project: Project) -> Iterator[Finding]:
    for index, section in enumerate(project.proposal.sections):
        for position, piece in enumerate(section.body):
            for loc in _too_deep(piece.items or [], ('sections', index, 'body', position, 'items'), 1):
                yield Finding('yaml-deep', project.place('proposal.yaml', *loc), {'limit': ITEM_DEPTH})


def _too_deep(items: list[Item], loc: Loc, depth: int) -> Iterator[Loc]:
    """Each list of items that stands below the last level that has a number."""
    if items and depth > ITEM_DEPTH:
        yield loc
        return
    for index, item in enumerate(items):
        yield from _too_deep(item.items, (*loc, index, 'items'), depth + 1)
