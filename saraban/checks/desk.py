"""A project on the desk of who checks it: its texts with their places and in finished words, made once for all checks."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from pydantic import BaseModel

from saraban.content import model
from saraban.content.passages import Passage
from saraban.content.project import Project
from saraban.content.source import Loc
from saraban.content.texts import printed, wordings
from saraban.errors import Finding, Place
from saraban.views import change_letter, memo
from saraban.views.letter import names_of
from saraban.views.names import correspondence_names, group_names, project_names, recipient_names, round_names
from saraban.views.wording import Scope

REFERENCE = '\ufffc'
"""Stands for a `{{ name }}` in a text whose own words are looked at."""
HIDDEN = re.compile(r'\{\{.*?\}\}|\*\*', re.DOTALL)
"""What of a text in content is no word of it: a reference, a mark of bold."""
# What is no word of a paper: names for the program, lists that steer it, notes of what an older paper says.
_NOT_PRINTED = frozenset({'keep_together', 'members', 'ceiling', 'post_codes'})


@dataclass(frozen=True)
class Words:
    """A passage in its finished words, as a paper prints it (one of them, where it is printed in many)."""

    passage: Passage
    text: str

    def place(self, start: int = 0, stop: int | None = None) -> Place:
        """Where words of the finished text stand in content; the passage's begin where a reference made them."""
        return self.passage.find(self.text[start:stop])


@dataclass(frozen=True)
class Desk:
    """What checks look at."""

    project: Project

    @cached_property
    def parts(self) -> dict[str, BaseModel]:
        """The models of the content files that there are, by file."""
        project = self.project
        parts: dict[str, BaseModel | None] = {
            'project.yaml': project.main,
            'facts.yaml': model.FactsFile(dict(project.facts)),
            'audience.yaml': project.audience,
            'rounds.yaml': project.rounds_file,
            'proposal.yaml': project.proposal,
            'schedule.yaml': project.schedule,
            'letter.yaml': project.letter,
            'forms.yaml': project.forms,
            'memo.yaml': project.memo,
            'changes.yaml': project.changes,
            'mail.yaml': project.mail,
        }
        return {file: part for file, part in parts.items() if part is not None and file in project.sources}

    @cached_property
    def passages(self) -> tuple[Passage, ...]:
        """Every text that stands in content and is printed or may be."""
        found = (
            Passage(self.project.sources[file], file, loc, text)
            for file, part in self.parts.items()
            for loc, text in printed(part)
            if not _NOT_PRINTED.intersection(loc)
        )
        return tuple(passage for passage in found if passage.typed)

    @cached_property
    def words(self) -> tuple[Words, ...]:
        """The passages that papers print, in finished words; references must lead somewhere."""
        known = {(passage.file, *passage.loc): passage for passage in self.passages}
        found = [
            Words(known[file, *where], _finished(scope, text))
            for file, texts, scope in self.scopes
            for where, text in texts
            if (file, *where) in known
        ]
        seen = {(words.passage.file, *words.passage.loc) for words in found}
        return (*found, *(Words(known[place], known[place].text) for place in known if place not in seen))

    @cached_property
    def scopes(self) -> list[tuple[str, list[tuple[Loc, str]], Scope]]:
        """The wordings of each part of content, the part's file, and what they can name."""
        project = self.project
        found = [('project.yaml', list(wordings(project.main)), Scope(project_names(project)))]
        found += [(file, list(wordings(part, loc)), Scope(names)) for part, file, loc, names in scopes(project)]
        if project.letter:
            scope = Scope(letter_names(project, project.letter))
            found.append(('letter.yaml', [(('costs',), project.letter.costs)], scope))
        return found

    def within(self, *files: str) -> Iterator[Words]:
        """The finished words of some files."""
        return (words for words in self.words if words.passage.file in files)


Check = Callable[[Desk], Iterator[Finding]]


def masked(text: str) -> str:
    """A text of the same length in which references and marks of bold are no words."""
    return HIDDEN.sub(lambda match: REFERENCE * len(match[0]), text)


def _finished(scope: Scope, wording: str) -> str:
    return ''.join(REFERENCE if run.blank else run.text for run in scope.text(wording))


def scopes(project: Project) -> Iterator[tuple[BaseModel, str, Loc, Mapping[str, Any]]]:
    """Each part of content with wordings, where it stands, and what its wordings can name."""
    base = project_names(project)
    for index, group in enumerate(project.groups):
        yield group, 'audience.yaml', ('groups', index), {**base, 'group': group_names(project, group)}
    yield project.proposal, 'proposal.yaml', (), base
    first = project.rounds[0] if project.rounds else None
    recipient = project.recipients[0] if project.recipients else None
    if project.schedule and first:
        names = {**correspondence_names(project), 'round': round_names(project, first)}
        yield project.schedule, 'schedule.yaml', (), names
    if project.letter:
        of_letter, loc = letter_names(project, project.letter), (project.letter.invite_by,)
        yield project.letter.text.model_copy(update={'own_addressee': ''}), 'letter.yaml', loc, of_letter
        if project.letter.text.own_addressee and recipient:
            own = model.OwnAddressee(own_addressee=project.letter.text.own_addressee)
            yield own, 'letter.yaml', loc, {**of_letter, 'recipient': recipient_names(project, recipient)}
    if project.forms.reply_form and first and recipient:
        yield project.forms.reply_form, 'forms.yaml', ('reply_form',), names_of(project, first, recipient, 0)
    if project.memo:
        yield project.memo, 'memo.yaml', (), memo.names_of(project)
    if project.mail and recipient:
        yield project.mail, 'mail.yaml', (), names_of(project, None, recipient, 0)
    for paper in change_letter.papers(project)[:1]:
        assert project.changes is not None
        change = change_letter.change_of(project, paper)
        yield project.changes, 'changes.yaml', (), change_letter.names_of(project, paper, *change)


def letter_names(project: Project, letter: model.LetterFile) -> Mapping[str, Any]:
    """What the letters of the chosen way can name, by the first of them."""
    a_round = project.rounds[0] if project.rounds and letter.invite_by != 'all' else None
    recipient = project.recipients[0] if project.recipients and letter.invite_by == 'recipient' else None
    return names_of(project, a_round, recipient, len(letter.text.enclosures))
