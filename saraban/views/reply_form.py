"""แบบตอบรับ: a form for one recipient, with a line for each person who is expected and the posts filled in."""

from __future__ import annotations

from saraban import thai
from saraban.content.model import ReplyFormWords
from saraban.content.project import Project
from saraban.content.roster import Recipient
from saraban.errors import Place
from saraban.views.blocks import Blank, Block, Cell, Column, Furniture, Paragraph, Row, Table, Title, View, plain
from saraban.views.names import correspondence_names, place_of, post, recipient_names, round_names, title_lines
from saraban.views.paper import Pages, Paper
from saraban.views.wording import Scope

SOURCES = ('project.yaml', 'facts.yaml', 'audience.yaml', 'rounds.yaml', 'recipients.csv', 'letter.yaml', 'forms.yaml')
WRITE_IN = 6.0  # cm, a line of the foot to write on
_NOWHERE = Place('')


def path_of(recipient: Recipient) -> str:
    """Where a recipient's form stands under the output folder."""
    return f'reply-forms/{recipient.slug}'


def papers(project: Project) -> list[Paper]:
    """One a recipient of a round, where content has the words of the form."""
    if project.forms.reply_form is None or project.letter is None:
        return []
    return [
        Paper('reply-form', path_of(recipient), round=a_round, recipient=recipient)
        for a_round in project.rounds
        for recipient in project.members(a_round)
    ]


def view(project: Project, paper: Paper, pages: Pages) -> View:
    """Title block, the recipient's name, the table to fill in, who certifies it, when and how to send it."""
    words = project.forms.reply_form
    a_round, recipient = paper.round, paper.recipient
    assert words is not None
    assert a_round is not None
    assert recipient is not None
    names = {
        **correspondence_names(project),
        'round': round_names(project, a_round),
        'recipient': recipient_names(project, recipient),
    }
    scope = Scope(names)
    label = scope.words('{{ round.label }}')
    lines = (
        words.title,
        *title_lines(project),
        f'{label} {thai.during(a_round.start, a_round.end)} ณ {place_of(a_round)}',
    )
    blocks: tuple[Block, ...] = (
        Title('title', tuple(plain(line, bold=True) for line in lines)),
        Title('recipient', (scope.text(words.recipient, bold=True),), 'headline'),
        _table(project, words, recipient),
        *_foot(words),
        Paragraph('send', scope.text(words.send, bold=True), 'note'),
    )
    return View(
        'reply-form', paper.path, 'reply-form', f'{words.title} {recipient.name}', blocks,
        recipient=recipient.name, furniture=Furniture(page_numbers=False),
    )  # fmt: skip


def _table(project: Project, words: ReplyFormWords, recipient: Recipient) -> Table:
    headings = {key: value for key, value in words.headings.model_dump().items() if value}
    columns = tuple(
        Column(plain(value, bold=True), 'center' if key == 'order' else 'left', key=key, counted=key == 'order')
        for key, value in headings.items()
    )
    posts = [
        post(group, 'short', official=True) for group in project.invited for _ in range(project.count(group, recipient))
    ]
    rows = tuple(
        Row(
            f'person-{order}',
            tuple(Cell((plain({'order': thai.digits(order), 'post': name}.get(key, '')),)) for key in headings),
            'fill',
        )
        for order, name in enumerate(posts, 1)
    )
    return Table('people', columns, rows, form='reply-form')


def _foot(words: ReplyFormWords) -> tuple[Block, ...]:
    """Two lines that the recipient writes on: whom to ask, who certifies. They are no blanks of our draft."""
    line = {'line': Blank('', _NOWHERE, WRITE_IN)}
    wording = '{label} {{{{ line }}}}  {more} {{{{ line }}}}'
    pairs = (('contact', words.contact, words.telephone), ('certify', words.certify, words.position))
    return tuple(
        Paragraph(key, Scope(line).text(wording.format(label=label, more=more)), 'note') for key, label, more in pairs
    )
