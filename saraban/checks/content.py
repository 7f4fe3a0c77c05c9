"""Checks of content against itself, before any view is made: figures, references, rounds and their recipients."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from pydantic import BaseModel

from saraban.checks import forms
from saraban.content import model
from saraban.content.project import Project
from saraban.content.shape import nearest
from saraban.content.source import Loc
from saraban.content.texts import wordings
from saraban.errors import Finding, Place
from saraban.views.kinds import all_papers
from saraban.views.letter import names_of
from saraban.views.names import correspondence_names, group_names, project_names, round_names, term_names, title_names
from saraban.views.proposal import budget_satang
from saraban.views.wording import faults

Check = Callable[[Project], Iterator[Finding]]


def facts_are_reckoned(project: Project) -> Iterator[Finding]:
    """Products and sums name facts that are numbers and never lead back to themselves."""
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


def keys_are_unique(project: Project) -> Iterator[Finding]:
    """No two groups, units, sections or rounds have one name."""
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


def rounds_have_recipients(project: Project) -> Iterator[Finding]:
    """Every recipient is in a round that there is, and every round has recipients, where letters go to recipients."""
    if project.letter is None or not project.recipients:
        return
    numbers = [a_round.number for a_round in project.rounds]
    for recipient in project.recipients:
        place = project.place('recipients.csv', *recipient.loc)
        if recipient.round is None:
            yield Finding('round-missing', place, {'name': recipient.name})
        elif recipient.round not in numbers:
            yield Finding('unknown-round', place, {'value': recipient.round, 'known': ', '.join(map(str, numbers))})
    for index, a_round in enumerate(project.rounds):
        if not project.members(a_round):
            yield Finding('empty-round', project.place('rounds.yaml', 'rounds', index), {'value': a_round.number})


def parts_are_there(project: Project) -> Iterator[Finding]:
    """A proposal's lists and tables, and the schedule's, have the files that they are made from."""
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


def enclosures_are_in_the_set(project: Project) -> Iterator[Finding]:
    """Each enclosure of a letter is a paper that is made."""
    if project.letter is None:
        return
    papers = all_papers(project)
    paths = {paper.path for paper in papers}
    letters = [paper for paper in papers if paper.encloses]
    for index, enclosure in enumerate(project.letter.text.enclosures):
        if any(paper.encloses[index] not in paths for paper in letters):
            place = project.place('letter.yaml', project.letter.invite_by, 'enclosures', index, 'paper')
            yield Finding('enclosure-missing', place, {'name': enclosure.paper})


def title_names_something(project: Project) -> Iterator[Finding]:
    """The title's references lead somewhere."""
    yield from _wordings_faults(project, 'project.yaml', ('title',), project.main.title, title_names(project))


def terms_name_something(project: Project) -> Iterator[Finding]:
    """The references of terms lead somewhere."""
    names = term_names(project)
    for key, term in project.main.terms.items():
        for where, wording in wordings(term, ('terms', key)):
            yield from faults(wording, names, project.place('project.yaml', *where))


def references_lead_somewhere(project: Project) -> Iterator[Finding]:
    """Every `{{ name }}` of every other wording names something."""
    for part, file, loc, names in _scopes(project):
        for where, wording in wordings(part, loc):
            yield from faults(wording, names, project.place(file, *where))
    if project.letter:
        names = _letter_names(project, project.letter)
        yield from faults(project.letter.costs, names, project.place('letter.yaml', 'costs'))


def stated_figures_hold(project: Project) -> Iterator[Finding]:
    """A figure that content states is the one that is reckoned."""
    for place, stated, reckoned in _stated(project):
        if stated is not None and stated != reckoned:
            yield Finding('stated-differs', place, {'stated': f'{stated:,}', 'reckoned': f'{reckoned:,}'})


# In stages: what a later one reckons with or names must be sound first.
STAGES: tuple[tuple[Check, ...], ...] = (
    (facts_are_reckoned, keys_are_unique, parts_are_there),
    (title_names_something,),
    (terms_name_something,),
    (forms.changes_are_of_rounds, forms.circulars_are_alike),
    (
        rounds_have_recipients,
        enclosures_are_in_the_set,
        references_lead_somewhere,
        stated_figures_hold,
        forms.forms_name_something,
    ),
    (forms.pairs_fit, forms.sent_letters_are_whole),
)


def check(project: Project) -> list[Finding]:
    """Every finding on a project's content, as far as its first unsound stage."""
    for stage in STAGES:
        found = [finding for rule in stage for finding in rule(project)]
        if found:
            return found
    return []


def _wordings_faults(
    project: Project, file: str, loc: Loc, texts: list[str], names: Mapping[str, Any]
) -> Iterator[Finding]:
    for index, wording in enumerate(texts):
        yield from faults(wording, names, project.place(file, *loc, index))


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


def _scopes(project: Project) -> Iterator[tuple[BaseModel, str, Loc, Mapping[str, Any]]]:
    """Each part of content, where it stands, and what its wordings can name."""
    base = project_names(project)
    for index, group in enumerate(project.groups):
        yield group, 'audience.yaml', ('groups', index), {**base, 'group': group_names(project, group)}
    yield project.proposal, 'proposal.yaml', (), base
    first = project.rounds[0] if project.rounds else None
    recipient = project.recipients[0] if project.recipients else None
    if project.schedule and first:
        yield (
            project.schedule,
            'schedule.yaml',
            (),
            {**correspondence_names(project), 'round': round_names(project, first)},
        )
    if project.letter:
        yield project.letter.text, 'letter.yaml', (project.letter.invite_by,), _letter_names(project, project.letter)
    if project.forms.reply_form and first and recipient:
        yield project.forms.reply_form, 'forms.yaml', ('reply_form',), names_of(project, first, recipient, 0)


def _letter_names(project: Project, letter: model.LetterFile) -> Mapping[str, Any]:
    """What the letters of the chosen way can name, by the first of them."""
    a_round = project.rounds[0] if project.rounds and letter.invite_by != 'all' else None
    recipient = project.recipients[0] if project.recipients and letter.invite_by == 'recipient' else None
    return names_of(project, a_round, recipient, len(letter.text.enclosures))


def _stated(project: Project) -> Iterator[tuple[Place, int | None, int]]:
    for key, fact in project.facts.items():
        reckoned = project.fact(key)
        if isinstance(reckoned, int):
            yield project.place('facts.yaml', key, 'stated'), fact.stated, reckoned
    if project.audience:
        yield project.place('audience.yaml', 'stated'), project.audience.stated, project.audience_total
    for index, group in enumerate(project.groups):
        yield project.place('audience.yaml', 'groups', index, 'stated'), group.stated, project.total(group)
    for index, a_round in enumerate(project.rounds):
        yield project.place('rounds.yaml', 'rounds', index, 'stated'), a_round.stated, project.round_total(a_round)
    for index, section in enumerate(project.proposal.sections):
        for position, piece in enumerate(section.body):
            if piece.budget is not None:
                place = project.place('proposal.yaml', 'sections', index, 'body', position, 'budget', 'stated')
                stated = piece.budget.stated
                yield place, None if stated is None else stated // 100, budget_satang(piece.budget) // 100
