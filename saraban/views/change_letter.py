"""A round postponed or cancelled: a letter to each who was invited, or a circular as the invitation was one."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from saraban import thai
from saraban.content.correspondence import Change, ChangesFile, ChangeText, Span
from saraban.content.model import LetterFile, Round
from saraban.content.project import Project
from saraban.views.blocks import Block, Field, Paragraph, View, words_of
from saraban.views.correspondence import (
    Loc,
    copies,
    letter_number,
    letterhead,
    numbered,
    owner,
    pair,
    references,
    signature,
    signer_of,
    stamped,
)
from saraban.views.letter import addressee_in, addressees
from saraban.views.letter import names_of as letter_names_of
from saraban.views.names import blank, letter_date, round_label
from saraban.views.paper import Pages, Paper
from saraban.views.wording import Scope

SOURCES = (
    'project.yaml', 'facts.yaml', 'audience.yaml', 'rounds.yaml', 'recipients.csv', 'register.csv', 'letter.yaml',
    'changes.yaml',
)  # fmt: skip
FOLDER = 'changes'


def papers(project: Project) -> list[Paper]:
    """For each change a letter to each recipient of its round, or one circular, as the round was invited."""
    if project.changes is None or project.letter is None:
        return []
    found: list[Paper] = []
    for change in project.changes.changes:
        a_round = round_of(project, change)
        if a_round is None:  # a finding of the checks
            continue
        if project.letter.invite_by == 'recipient' or project.letter.text.own_addressee:
            members = project.members(a_round)
            found += [Paper('change-letter', f'{FOLDER}/{change.key}/{one.slug}', a_round, one) for one in members]
        else:
            found.append(Paper('change-letter', f'{FOLDER}/{change.key}', a_round))
    return found


def view(project: Project, paper: Paper, pages: Pages) -> View:
    """The letter in the order of its fields, with อ้างถึง the letter that invited."""
    letter, index, change = project.letter, *change_of(project, paper)
    assert letter is not None
    assert paper.round is not None
    loc: Loc = ('changes.yaml', 'changes', index, 'letter')
    about = f'หนังสือเปลี่ยนกำหนดการ {round_label(project, paper.round)}'
    text, scope = text_of(project, change), Scope(names_of(project, paper, index, change))
    addressee = addressee_in(project, letter, paper)
    salutation, closing = pair(letter, words_of(addressee))
    number = letter_number(project, change.letter.number, loc, about, circular=_is_circular(letter, paper))
    assert project.changes is not None
    blocks: tuple[Block, ...] = (
        letterhead(project, change.letter, loc, about, numbered(number)),
        Field('subject', 'เรื่อง', Scope(scope.names).text(text.subject)),
        Field('addressee', salutation, addressee),
        *references([Scope(scope.names).text(project.changes.reference)]),
        *(Paragraph(f'body/{n}', scope.text(wording)) for n, wording in enumerate(text.body, 1)),
        signature(project, closing, *signer_of(letter, change.letter, loc)),
        owner(project),
        *copies(letter.copies),
        *addressees(project, letter, paper, scope),
    )
    title = f'{Scope(scope.names).words(text.subject)} {paper.name}'.strip()
    furniture = stamped(change.letter, letter.secrecy, letter.urgency)
    return View('change-letter', paper.path, 'letter', title, blocks, recipient=paper.name, furniture=furniture)


def round_of(project: Project, change: Change) -> Round | None:
    """The round that a change is of, or None where there is no such round."""
    return next((one for one in project.rounds if one.number == change.round), None)


def change_of(project: Project, paper: Paper) -> tuple[int, Change]:
    """The change that a paper tells, and its place in changes.yaml."""
    assert project.changes is not None
    key = paper.path.split('/')[1]
    return next((n, change) for n, change in enumerate(project.changes.changes) if change.key == key)


def text_of(project: Project, change: Change) -> ChangeText:
    """The words of a postponement or of a cancellation."""
    changes: ChangesFile | None = project.changes
    assert changes is not None
    return changes.postponed if change.kind == 'postponed' else changes.cancelled


def names_of(project: Project, paper: Paper, index: int, change: Change) -> Mapping[str, Any]:
    """What a change letter can name: what its invitation could, the old and new days, why, the letter referred to."""
    assert paper.round is not None
    loc = ('changes', index)
    old = change.old or Span(start=paper.round.start, end=paper.round.end)
    new = thai.during(change.new.start, change.new.end) if change.new else None
    place = project.place('changes.yaml', *loc, 'new')
    names = {
        'old': thai.during(old.start, old.end),
        'new': new or blank('new_dates', place, about=round_label(project, paper.round)),
        'reason': change.reason or blank('reason', project.place('changes.yaml', *loc, 'reason')),
    }
    return {
        **letter_names_of(project, paper.round, paper.recipient, 0),
        'change': names,
        'issued': _issued(project, paper, index, change),
    }


def _issued(project: Project, paper: Paper, index: int, change: Change) -> Mapping[str, Any]:
    """The invitation's number and date: the recipient's own where roster or register has them, else as the change says."""
    assert paper.round is not None
    loc: Loc = ('changes.yaml', 'changes', index, 'issued')
    known = change.issued
    assert project.letter is not None
    own = paper.recipient if project.letter.invite_by == 'recipient' else None
    number = letter_number(
        project,
        (own and own.number) or known.number or paper.round.letter.number,
        loc,
        'หนังสือเชิญที่อ้างถึง',
        circular=_is_circular(project.letter, paper),
    )
    place = project.place(str(loc[0]), *loc[1:], 'date')
    date = letter_date((own and own.date) or known.date or paper.round.letter.date, place, 'หนังสือเชิญที่อ้างถึง')
    return {'number': number, 'date': date}


def _is_circular(letter: LetterFile, paper: Paper) -> bool:
    return letter.invite_by != 'recipient' and not letter.ordinary_number
