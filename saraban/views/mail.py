"""What a batch is sent with, on request: an envelope a recipient, and sheets of labels."""

from __future__ import annotations

from saraban import thai
from saraban.content.correspondence import MailFile
from saraban.content.project import Project
from saraban.content.roster import Recipient
from saraban.views.blocks import Envelope, Furniture, Labels, Text, View, plain, words_of
from saraban.views.correspondence import letter_number, numbered, pair
from saraban.views.letter import addressee_of
from saraban.views.names import blank, correspondence_names, letter_of, recipient_names, round_label, written
from saraban.views.paper import Pages, Paper
from saraban.views.wording import Scope

SOURCES = ('project.yaml', 'audience.yaml', 'rounds.yaml', 'recipients.csv', 'register.csv', 'letter.yaml', 'mail.yaml')


def envelope_papers(project: Project) -> list[Paper]:
    """One with a page a recipient, where content has the words."""
    return [Paper('envelopes', 'envelopes')] if project.mail and project.recipients else []


def label_papers(project: Project) -> list[Paper]:
    """One with a label a recipient, where content has the words."""
    return [Paper('labels', 'labels')] if project.mail and project.recipients else []


def envelopes(project: Project, paper: Paper, pages: Pages) -> View:
    """Emblem, agency and number at the top left; to whom and where in the middle."""
    mail = _mail(project)
    blocks = tuple(
        Envelope(one.slug, (plain(project.main.agency.name), _number(project, one)), *_to(project, mail, one))
        for one in paper.recipients or project.recipients
    )
    furniture = Furniture(emblem=True, page_numbers=False)
    return View('envelopes', paper.path, 'envelopes', 'ซองจดหมาย', blocks, furniture=furniture, sheet=mail.envelope)


def labels(project: Project, paper: Paper, pages: Pages) -> View:
    """Sheets of labels in the roster's order."""
    mail = _mail(project)
    found = []
    for one in paper.recipients or project.recipients:
        lines, code = _to(project, mail, one)
        found.append((*lines, code))
    furniture = Furniture(page_numbers=False)
    return View('labels', paper.path, 'labels', 'ป้ายจ่าหน้า', (Labels('labels', tuple(found)),), furniture=furniture)


def _mail(project: Project) -> MailFile:
    assert project.mail is not None
    return project.mail


def _to(project: Project, mail: MailFile, recipient: Recipient) -> tuple[tuple[Text, ...], Text]:
    """Salutation and addressee, the address in lines, and the post code, blank where it is not known."""
    scope = Scope({**correspondence_names(project), 'recipient': recipient_names(project, recipient)})
    addressee = addressee_of(mail.addressee, Paper('envelopes', 'envelopes', recipient=recipient), scope)
    salutation, _ = pair(project.letter, words_of(addressee))
    code = recipient.post_code or mail.post_codes.get(recipient.name, '')
    shown = thai.digits(code) if code else blank('post_code', project.place('mail.yaml', 'post_codes'))
    first = (*plain(f'{salutation} '), *addressee)
    return (first, *(scope.text(line) for line in mail.address)), written(shown)


def _number(project: Project, recipient: Recipient) -> Text:
    """The number of the letter inside: the recipient's own, else the round's."""
    a_round = next((one for one in project.rounds if one.number == recipient.round), None)
    known, loc = letter_of(project, a_round)
    about = round_label(project, a_round) if a_round else ''
    invited = project.letter is None or project.letter.invite_by == 'recipient'
    circular = not invited and not (project.letter and project.letter.ordinary_number)
    own = recipient.number if invited else ''
    return numbered(letter_number(project, own or known.number, loc, about, circular=circular))
