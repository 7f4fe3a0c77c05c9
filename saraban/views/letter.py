"""The invitation: an external letter (หนังสือภายนอก) to each recipient, or a circular a round or for all.

Form ๑ of the rules of สารบรรณ: number, agency and address, date, subject, salutation, enclosures, body, closing,
signature, owner.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from saraban import thai
from saraban.content.model import Enclosure, LetterFile, Round, RoundLetter
from saraban.content.project import Project
from saraban.content.roster import Recipient
from saraban.views import allocation, reply_form, round_schedule
from saraban.views.blocks import (
    Blank,
    Block,
    EnclosureRow,
    Enclosures,
    Field,
    Furniture,
    Item,
    Paragraph,
    Text,
    Title,
    View,
    as_enclosure,
    plain,
    words_of,
)
from saraban.views.correspondence import (
    ENCLOSURE_LABEL,
    copies,
    enclosure_label,
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
from saraban.views.names import blank, correspondence_names, letter_of, recipient_names, round_label, round_names
from saraban.views.paper import Pages, Paper
from saraban.views.wording import Quoted, Scope

SOURCES = (
    'project.yaml', 'facts.yaml', 'audience.yaml', 'rounds.yaml', 'recipients.csv', 'register.csv', 'letter.yaml',
)  # fmt: skip


def letters(project: Project) -> list[Paper]:
    """A letter to each recipient of a round, where content invites so."""
    if project.letter is None or project.letter.invite_by != 'recipient':
        return []
    return [
        _paper(project, 'letter', f'letters/{recipient.slug}', a_round, recipient)
        for a_round in project.rounds
        for recipient in project.members(a_round)
    ]


def circulars(project: Project) -> list[Paper]:
    """A circular a round, or one for all, where content invites so."""
    if project.letter is None or project.letter.invite_by == 'recipient':
        return []
    if project.letter.invite_by == 'all':
        return _copies_of(project, 'circulars/all', None, project.recipients)
    return [
        paper
        for a_round in project.rounds
        for paper in _copies_of(project, f'circulars/round-{a_round.number}', a_round, project.members(a_round))
    ]


def _copies_of(project: Project, path: str, a_round: Round | None, recipients: Sequence[Recipient]) -> list[Paper]:
    """A circular: one for all, or in copies that have each their own addressee."""
    assert project.letter is not None
    if not project.letter.text.own_addressee:
        return [_paper(project, 'circular', path, a_round, None)]
    return [_paper(project, 'circular', f'{path}/{one.slug}', a_round, one) for one in recipients]


def view(project: Project, paper: Paper, pages: Pages) -> View:
    """The letter in the order of its fields."""
    letter = project.letter
    assert letter is not None
    known, loc = letter_of(project, paper.round)
    own = None if paper.kind == 'circular' else paper.recipient  # the text of a circular's copies is the same for all
    if own is not None and own.date:
        known = known.model_copy(update={'date': own.date})
    scope = Scope(names_of(project, paper.round, own, len(letter.text.enclosures)))
    body = _body(letter, scope)
    addressee = addressee_in(project, letter, paper)
    salutation, closing = pair(letter, words_of(addressee))
    blocks: tuple[Block, ...] = (
        letterhead(project, known, loc, _about(project, paper), numbered(_number(project, paper))),
        Field('subject', 'เรื่อง', Scope(scope.names).text(letter.text.subject)),
        Field('addressee', salutation, addressee),
        *references([scope.text(wording) for wording in letter.text.references]),
        *_enclosures(letter, paper, pages, scope),
        *body,
        signature(project, closing, *signer_of(letter, known, loc)),
        owner(project),
        *copies(letter.copies),
        *addressees(project, letter, paper, scope),
    )
    title = scope.words(letter.text.subject)
    return View(
        paper.kind, paper.path, 'letter', f'{title} {paper.name}'.strip(), blocks, recipient=paper.name,
        furniture=_furniture(known, letter), unprinted=_unprinted(project, letter),
    )  # fmt: skip


def _furniture(known: RoundLetter, letter: LetterFile) -> Furniture:
    """A letter's marks, and where content says whence the enclosures can be fetched, a code that leads there."""
    furniture = stamped(known, letter.secrecy, letter.urgency)
    if not letter.enclosures_url:
        return furniture
    return replace(furniture, qr=letter.enclosures_url, qr_caption=ENCLOSURE_LABEL)


def enclosure_views(project: Project, paper: Paper, view_of: Callable[[str], View]) -> list[View]:
    """The papers that go with a letter, each in the copy that bears `สิ่งที่ส่งมาด้วย ๑` on its first page.

    `view_of` gives the view of the paper at a path. The papers on their own stay as they are.
    """
    several = len(paper.encloses) > 1
    return [
        as_enclosure(view_of(path), enclosure_label(thai.digits(number) if several else ''))
        for number, path in enumerate(paper.encloses, 1)
    ]


def names_of(
    project: Project, a_round: Round | None, recipient: Recipient | None, enclosures: int
) -> Mapping[str, Any]:
    """What a letter's wordings can name."""
    names = correspondence_names(project)
    letter = project.letter
    cited = '' if enclosures < 2 else f'{thai.digits(1)} - {thai.digits(enclosures)}'
    costs = Quoted(letter.costs if letter else '')
    names['letter'] = {**names['letter'], 'enclosures': cited, 'costs': costs}
    if a_round is not None:
        names['round'] = round_names(project, a_round)
    if recipient is not None:
        names['recipient'] = recipient_names(project, recipient)
    return names


def _paper(project: Project, kind: str, path: str, a_round: Round | None, recipient: Recipient | None) -> Paper:
    assert project.letter is not None
    paths = tuple(enclosed_path(enclosure, a_round, recipient) for enclosure in project.letter.text.enclosures)
    return Paper(kind, path, a_round, recipient, paths)


def enclosed_path(enclosure: Enclosure, a_round: Round | None, recipient: Recipient | None) -> str:
    """The path of the paper that an enclosure of a letter names."""
    if enclosure.paper == 'round-schedule' and a_round is not None:
        return round_schedule.path_of(a_round)
    if enclosure.paper == 'allocation':
        return allocation.path_of(a_round)
    if enclosure.paper == 'reply-form' and recipient is not None:
        return reply_form.path_of(recipient)
    return enclosure.paper


def _about(project: Project, paper: Paper) -> str:
    return round_label(project, paper.round) if paper.round else ''


def _number(project: Project, paper: Paper) -> Text:
    known, loc = letter_of(project, paper.round)
    own = paper.recipient.number if paper.recipient and paper.kind != 'circular' else ''
    circular = paper.kind == 'circular' and not (project.letter and project.letter.ordinary_number)
    return letter_number(project, own or known.number, loc, _about(project, paper), circular=circular)


def addressee_of(wording: str, paper: Paper, scope: Scope) -> Text:
    """Whom a paper goes to: as the roster writes it for this recipient, else as the wording says."""
    if paper.recipient is not None and paper.recipient.addressee:
        return plain(paper.recipient.addressee)
    return scope.text(wording)


def addressee_in(project: Project, letter: LetterFile, paper: Paper) -> Text:
    """Whom an invitation goes to; a copy of a circular has its own where content has the words."""
    copy = paper.recipient is not None and letter.invite_by != 'recipient'
    wording = letter.text.own_addressee if copy else letter.text.addressee
    return addressee_of(wording, paper, Scope(names_of(project, paper.round, paper.recipient, 0)))


def addressees(project: Project, letter: LetterFile, paper: Paper, scope: Scope) -> tuple[Block, ...]:
    """The list of a circular's addressees (ตามบัญชีแนบท้าย) as its last page."""
    listed = letter.text.addressee_list
    if listed is None or paper.recipient is not None:
        return ()
    lines = tuple(scope.text(line, bold=True) for line in listed.title)
    recipients = project.members(paper.round) if paper.round else project.recipients
    items = (
        Item(f'addressees/{one.slug}', 2, f'{thai.digits(n)}.', plain(one.addressee or f'{listed.before}{one.name}'))
        for n, one in enumerate(recipients, 1)
    )
    return (Title('addressees', lines, new_page=True), *items)


def _enclosures(letter: LetterFile, paper: Paper, pages: Pages, scope: Scope) -> tuple[Enclosures, ...]:
    """Each enclosure with its quantity from real page counts; a single one has no number."""
    several = len(letter.text.enclosures) > 1
    rows = []
    for number, (enclosure, path) in enumerate(zip(letter.text.enclosures, paper.encloses, strict=True), 1):
        unit = letter.quantity.one if pages.get(path, 1) == 1 else letter.quantity.several
        mark = f'{thai.digits(number)}.' if several else ''
        rows.append(EnclosureRow(mark, scope.text(enclosure.name), f'จำนวน {thai.digits(1)} {unit}'))
    return (Enclosures('enclosures', ENCLOSURE_LABEL, tuple(rows)),) if rows else ()


def _body(letter: LetterFile, scope: Scope) -> list[Paragraph]:
    """The paragraphs; one whose wording comes out empty (costs that content leaves open) is not printed."""
    paragraphs = []
    for number, wording in enumerate(letter.text.body, 1):
        text = without_last_space(scope.text(wording))
        if any(run.text.strip() or run.blank for run in text):
            paragraphs.append(Paragraph(f'body/{number}', text))
    return paragraphs


def without_last_space(text: Text) -> Text:
    """A text that ends in no space: what a reference at its end leaves when it stands for nothing."""
    if not text or text[-1].blank is not None:
        return text
    return (*text[:-1], replace(text[-1], text=text[-1].text.rstrip()))


def _unprinted(project: Project, letter: LetterFile) -> tuple[Blank, ...]:
    """Costs that content leaves open have no line on the page, but a draft names them."""
    cited = any('letter.costs' in wording for wording in letter.text.body)
    return (blank('costs', project.place('letter.yaml', 'costs')),) if cited and not letter.costs else ()
