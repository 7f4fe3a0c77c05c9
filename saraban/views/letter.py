"""The invitation: an external letter (หนังสือภายนอก) to each recipient, or a circular a round or for all.

Form ๑ of the rules of สารบรรณ: number, agency and address, date, subject, salutation, enclosures, body, closing,
signature, owner.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from saraban import thai
from saraban.content.model import Enclosure, LetterFile, Round, Signer
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
    Letterhead,
    Owner,
    Paragraph,
    Signature,
    Text,
    View,
    plain,
)
from saraban.views.names import (
    blank,
    correspondence_names,
    given,
    letter_date,
    letter_of,
    recipient_names,
    round_label,
    round_names,
)
from saraban.views.paper import Pages, Paper
from saraban.views.wording import Quoted, Scope

SOURCES = ('project.yaml', 'facts.yaml', 'audience.yaml', 'rounds.yaml', 'recipients.csv', 'letter.yaml')
CIRCULAR_MARK = 'ว '


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
        return [_paper(project, 'circular', 'circulars/all', None, None)]
    return [
        _paper(project, 'circular', f'circulars/round-{a_round.number}', a_round, None) for a_round in project.rounds
    ]


def view(project: Project, paper: Paper, pages: Pages) -> View:
    """The letter in the order of its fields."""
    letter = project.letter
    assert letter is not None
    scope = Scope(names_of(project, paper.round, paper.recipient, len(letter.text.enclosures)))
    body = _body(project, letter, scope)
    blocks: tuple[Block, ...] = (
        _letterhead(project, paper),
        Field('subject', 'เรื่อง', Scope(scope.names).text(letter.text.subject)),
        Field('addressee', letter.salutation, _addressee(letter, paper, scope)),
        *_enclosures(letter, paper, pages, scope),
        *body,
        _signature(project, letter, paper.round),
        _owner(project),
    )
    title = scope.words(letter.text.subject)
    to = paper.name
    return View(
        paper.kind, paper.path, 'letter', f'{title} {to}'.strip(), blocks, recipient=to,
        furniture=Furniture(emblem=True, catchword=True), unprinted=_unprinted(project, letter),
    )  # fmt: skip


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


def _letterhead(project: Project, paper: Paper) -> Letterhead:
    agency = project.main.agency
    letter, loc = letter_of(project, paper.round)
    about = round_label(project, paper.round) if paper.round else ''
    number = (paper.recipient.number if paper.recipient else '') or letter.number
    place = project.place(str(loc[0]), *loc[1:], 'number')
    names = {
        'code': agency.code,
        'prefix': given(
            agency.number_prefix, 'number_prefix', project.place('project.yaml', 'agency', 'number_prefix')
        ),
        'circular': CIRCULAR_MARK if paper.kind == 'circular' else '',
        'number': given(number, 'number', place, about=about),
    }
    address = [
        Scope({'line': given(line, 'address', project.place('project.yaml', 'agency', 'address'))}).text('{{ line }}')
        for line in agency.address
    ]
    return Letterhead(
        'letterhead',
        Scope(names).text('ที่ {{ code }} {{ prefix }}/{{ circular }}{{ number }}'),
        (plain(agency.name), *address),
        letter_date(letter.date, project.place(str(loc[0]), *loc[1:], 'date'), about),
    )


def _addressee(letter: LetterFile, paper: Paper, scope: Scope) -> Text:
    if paper.recipient is not None and paper.recipient.addressee:
        return plain(paper.recipient.addressee)
    return scope.text(letter.text.addressee)


def _enclosures(letter: LetterFile, paper: Paper, pages: Pages, scope: Scope) -> tuple[Enclosures, ...]:
    """Each enclosure with its quantity from real page counts; a single one has no number."""
    several = len(letter.text.enclosures) > 1
    rows = []
    for number, (enclosure, path) in enumerate(zip(letter.text.enclosures, paper.encloses, strict=True), 1):
        unit = letter.quantity.one if pages.get(path, 1) == 1 else letter.quantity.several
        mark = f'{thai.digits(number)}.' if several else ''
        rows.append(EnclosureRow(mark, scope.text(enclosure.name), f'จำนวน {thai.digits(1)} {unit}'))
    return (Enclosures('enclosures', 'สิ่งที่ส่งมาด้วย', tuple(rows)),) if rows else ()


def _body(project: Project, letter: LetterFile, scope: Scope) -> list[Paragraph]:
    """The paragraphs; one whose wording comes out empty (costs that content leaves open) is not printed."""
    paragraphs = []
    for number, wording in enumerate(letter.text.body, 1):
        text = scope.text(wording)
        if any(run.text.strip() or run.blank for run in text):
            paragraphs.append(Paragraph(f'body/{number}', text))
    return paragraphs


def _signature(project: Project, letter: LetterFile, a_round: Round | None) -> Signature:
    known, loc = letter_of(project, a_round)
    signer, place = letter.signer, ('letter.yaml', 'signer')
    if known.signer is not None:
        signer, place = known.signer, (*loc, 'signer')  # type: ignore[assignment]
    return Signature('signature', letter.closing, _signer_lines(project, signer, place))


def _signer_lines(project: Project, signer: Signer, place: tuple[str | int, ...]) -> tuple[Text, ...]:
    file, *loc = place
    name: str | Blank = signer.name or blank('signer', project.place(str(file), *loc, 'name'))
    position = project.place(str(file), *loc, 'position')
    lines = [Scope({'line': given(line, 'position', position)}).text('{{ line }}') for line in signer.position]
    return (Scope({'name': name}).text('({{ name }})'), *lines)


def _owner(project: Project) -> Owner:
    contact = project.main.contact
    names = {
        key: given(getattr(contact, key), key, project.place('project.yaml', 'contact', key))
        for key in ('telephone', 'fax')
    }
    names['email'] = contact.email or blank('email', project.place('project.yaml', 'contact', 'email'))
    units = [plain(unit.name) for unit in project.main.units]
    lines = ('โทร. {{ telephone }}', 'โทรสาร {{ fax }}', 'ไปรษณีย์อิเล็กทรอนิกส์ {{ email }}')
    return Owner('owner', (*units, *(Scope(names).text(line) for line in lines)))


def _unprinted(project: Project, letter: LetterFile) -> tuple[Blank, ...]:
    """Costs that content leaves open have no line on the page, but a draft names them."""
    cited = any('letter.costs' in wording for wording in letter.text.body)
    return (blank('costs', project.place('letter.yaml', 'costs')),) if cited and not letter.costs else ()
