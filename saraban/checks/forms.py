"""Checks of letters, memos and changes: salutations, circulars, what is still open when sent, what wordings name."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from saraban.checks.desk import Desk
from saraban.content.gazetteer import SHORT_NAME
from saraban.content.model import RoundLetter
from saraban.content.posts import USUAL, post_of
from saraban.content.project import Project
from saraban.content.roster import Recipient
from saraban.content.texts import wordings
from saraban.errors import Finding, Place
from saraban.views import change_letter, letter, memo
from saraban.views.blocks import Text, blanks, words_of
from saraban.views.kinds import KINDS
from saraban.views.names import BLANKS, letter_of
from saraban.views.paper import Paper

SENT = 'ส่งแล้ว'
STAMPED = ('number', 'date', 'day', 'number_prefix')


def pairs_fit(desk: Desk) -> Iterator[Finding]:
    """Salutation and closing that content gives are the pair of the addressee's post."""
    project = desk.project
    given = project.letter
    if given is None or not (given.salutation or given.closing):
        return
    seen: set[str] = set()
    for paper in (*letter.letters(project), *letter.circulars(project)):
        addressee = words_of(_addressee(project, paper))
        post = post_of(addressee, given.posts)
        wrong = (given.salutation or post.salutation, given.closing or post.closing) != (post.salutation, post.closing)
        about = addressee if post is not USUAL else post.post
        if wrong and about not in seen:
            seen.add(about)
            values = {'addressee': addressee, 'right_salutation': post.salutation, 'right_closing': post.closing}
            values |= {'salutation': given.salutation, 'closing': given.closing}
            field = 'salutation' if given.salutation else 'closing'
            yield Finding('wrong-pair', project.place('letter.yaml', field), values)


def circulars_are_alike(desk: Desk) -> Iterator[Finding]:
    """A circular's words and enclosures are the same for every addressee: none is named, none has a paper of its own."""
    project = desk.project
    if project.letter is None or project.letter.invite_by == 'recipient':
        return
    way, text = project.letter.invite_by, project.letter.text
    fields = [
        ('subject',),
        *(('references', n) for n in range(len(text.references))),
        *(('body', n) for n in range(len(text.body))),
    ]
    fields += [('enclosures', n, 'name') for n in range(len(text.enclosures))]
    for where, wording in wordings(text):
        name = next(filter(None, (_named(wording, one) for one in project.recipients)), '')
        if where in fields and name:
            yield Finding('circular-names-recipient', project.place('letter.yaml', way, *where), {'name': name})
    for index, enclosure in enumerate(text.enclosures):
        if enclosure.paper == 'reply-form':
            place = project.place('letter.yaml', way, 'enclosures', index, 'paper')
            yield Finding('circular-encloses-own', place, {'name': enclosure.paper})


def sent_letters_are_whole(desk: Desk) -> Iterator[Finding]:
    """A letter or memo that was sent has no blank, save number and date where they are stamped by hand."""
    project = desk.project
    seen: set[tuple[str, Place]] = set()
    for paper, known in _issued(project):
        if known.stage != SENT:
            continue
        view = KINDS[paper.kind].view(project, paper, {})
        for blank in blanks(replace(view, unprinted=())):
            stamped = known.stamped_by_hand and any(blank.label.startswith(BLANKS[kind][0]) for kind in STAMPED)
            if not stamped and (blank.label, blank.place) not in seen:
                seen.add((blank.label, blank.place))
                yield Finding('sent-with-blank', blank.place, {'paper': paper.path, 'label': blank.label})


def changes_are_of_rounds(desk: Desk) -> Iterator[Finding]:
    """Each change is of a round that there is, and has a name of its own."""
    project = desk.project
    changes = project.changes.changes if project.changes else []
    known = ', '.join(str(a_round.number) for a_round in project.rounds)
    keys = [change.key for change in changes]
    for index, change in enumerate(changes):
        if change_letter.round_of(project, change) is None:
            place = project.place('changes.yaml', 'changes', index, 'round')
            yield Finding('unknown-round', place, {'value': change.round, 'known': known})
        if keys.index(change.key) < index:
            line = project.place('changes.yaml', 'changes', keys.index(change.key), 'key').line
            place = project.place('changes.yaml', 'changes', index, 'key')
            yield Finding('repeated-value', place, {'value': change.key, 'line': line})


def _addressee(project: Project, paper: Paper) -> Text:
    assert project.letter is not None
    return letter.addressee_in(project, project.letter, paper)


def _named(wording: str, recipient: Recipient) -> str:
    """The recipient's name where a wording holds it in letters; a reference is no name."""
    name = recipient.name
    if name not in wording:
        return ''
    return name if len(name) > SHORT_NAME or f'จังหวัด{name}' in wording else ''


def _issued(project: Project) -> Iterator[tuple[Paper, RoundLetter]]:
    """Papers that are issued, each with what is known of its issue."""
    for paper in (*letter.letters(project), *letter.circulars(project)):
        yield paper, letter_of(project, paper.round)[0]
    for paper in change_letter.papers(project):
        yield paper, change_letter.change_of(project, paper)[1].letter
    for paper in memo.papers(project):
        assert project.memo is not None
        yield paper, project.memo.issue
