"""References: every `{{ name }}` leads somewhere, every enclosure is a paper of the set."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from saraban.checks.desk import Desk, letter_names, scopes
from saraban.content.project import Project
from saraban.content.source import Loc
from saraban.content.texts import wordings
from saraban.errors import Finding
from saraban.views.kinds import all_papers
from saraban.views.names import term_names, title_names
from saraban.views.wording import faults

_OF_ITSELF = re.compile(r'\{\{\s*letter\.costs\b')  # costs that name themselves have no end


def enclosures_are_in_the_set(desk: Desk) -> Iterator[Finding]:
    """Each enclosure of a letter is a paper that is made; that a circular has no reply form is a rule of its own."""
    project = desk.project
    if project.letter is None:
        return
    papers = all_papers(project)
    paths = {paper.path for paper in papers}
    letters = [paper for paper in papers if paper.encloses]
    for index, enclosure in enumerate(project.letter.text.enclosures):
        if enclosure.paper == 'reply-form' and project.letter.invite_by != 'recipient':
            continue
        if any(paper.encloses[index] not in paths for paper in letters):
            place = project.place('letter.yaml', project.letter.invite_by, 'enclosures', index, 'paper')
            yield Finding('enclosure-missing', place, {'name': enclosure.paper})


def title_names_something(desk: Desk) -> Iterator[Finding]:
    """The title's references lead somewhere."""
    project = desk.project
    yield from _wordings_faults(project, 'project.yaml', ('title',), project.main.title, title_names(project))


def terms_name_something(desk: Desk) -> Iterator[Finding]:
    """The references of terms lead somewhere."""
    project = desk.project
    names = term_names(project)
    for key, term in project.main.terms.items():
        for where, wording in wordings(term, ('terms', key)):
            yield from faults(wording, names, project.place('project.yaml', *where))


def references_lead_somewhere(desk: Desk) -> Iterator[Finding]:
    """Every `{{ name }}` of every other wording names something."""
    project = desk.project
    for part, file, loc, names in scopes(project):
        for where, wording in wordings(part, loc):
            yield from faults(wording, names, project.place(file, *where))
    if project.letter:
        names = letter_names(project, project.letter)
        place = project.place('letter.yaml', 'costs')
        yield from faults(project.letter.costs, names, place)
        if _OF_ITSELF.search(project.letter.costs):
            yield Finding('cycle', place)


def _wordings_faults(
    project: Project, file: str, loc: Loc, texts: list[str], names: Mapping[str, Any]
) -> Iterator[Finding]:
    for index, wording in enumerate(texts):
        yield from faults(wording, names, project.place(file, *loc, index))
