"""บันทึกข้อความ (form ๒): the unit asks for approval of the project and for signatures under its letters."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from saraban import thai
from saraban.content.correspondence import MemoFile
from saraban.content.project import Project
from saraban.errors import Place
from saraban.views import letter
from saraban.views.blocks import Blank, Block, Field, Heading, MemoLine, OrderRoom, Paragraph, Text, Title, View, plain
from saraban.views.correspondence import letter_number, pair, signature, stamped
from saraban.views.names import correspondence_names, given, letter_date
from saraban.views.paper import Pages, Paper
from saraban.views.wording import Scope

SOURCES = (
    'project.yaml', 'facts.yaml', 'audience.yaml', 'rounds.yaml', 'recipients.csv', 'letter.yaml', 'memo.yaml',
)  # fmt: skip
TITLE = 'บันทึกข้อความ'
ORDER_LINE = 6.0  # cm, a line of the order to write on
_ISSUE = ('memo.yaml', 'issue')
_NOWHERE = Place('')


def papers(project: Project) -> list[Paper]:
    """One, where content has its words."""
    return [] if project.memo is None else [Paper('memo', 'memo')]


def view(project: Project, paper: Paper, pages: Pages) -> View:
    """Head, subject, to whom, the numbered parts, who signs, room for the order. A memo has no closing words."""
    memo = project.memo
    assert memo is not None
    scope = Scope(names_of(project))
    salutation, _ = pair(None, memo.to)
    blocks: tuple[Block, ...] = (
        Title('title', (plain(TITLE, bold=True),), 'memo-title'),
        *_head(project, memo, scope),
        Field('addressee', salutation, plain(memo.to)),
        *_sections(memo, scope),
        signature(project, '', memo.signer, ('memo.yaml', 'signer')),
        *_order(memo),
    )
    title = f'{TITLE} {Scope(scope.names).words(memo.subject)}'
    furniture = stamped(memo.issue, memo.secrecy, memo.urgency)
    return View('memo', paper.path, 'memo', title, blocks, furniture=furniture)


def names_of(project: Project) -> Mapping[str, Any]:
    """What a memo's wordings can name: what letters can, how many letters there are, the unit's telephone."""
    names = correspondence_names(project)
    count = len(letter.letters(project)) or len(letter.circulars(project))
    telephone = given(
        project.main.contact.telephone, 'telephone', project.place('project.yaml', 'contact', 'telephone')
    )
    return {**names, 'letter': {**names['letter'], 'count': count}, 'contact': {'telephone': telephone}}


def _head(project: Project, memo: MemoFile, scope: Scope) -> tuple[MemoLine, ...]:
    number = letter_number(project, memo.issue.number, _ISSUE, 'บันทึกข้อความ')
    date = letter_date(memo.issue.date or project.date, project.place(*_ISSUE, 'date'), 'บันทึกข้อความ')
    return (
        MemoLine('department', (('ส่วนราชการ', scope.text(memo.department)),)),
        MemoLine('number', (('ที่', number), ('วันที่', date))),
        MemoLine('subject', (('เรื่อง', Scope(scope.names).text(memo.subject)),)),
    )


def _sections(memo: MemoFile, scope: Scope) -> Iterator[Block]:
    for index, section in enumerate(memo.sections, 1):
        yield Heading(section.key, f'{thai.digits(index)}.', scope.text(section.heading, bold=True), 'memo-heading')
        for position, wording in enumerate(section.body, 1):
            yield Paragraph(f'{section.key}/{position}', scope.text(wording))


def _order(memo: MemoFile) -> tuple[OrderRoom, ...]:
    """What the reader may order, a line each, and where it is signed: to write on, so no gaps of the content."""
    if not memo.order:
        return ()
    scope = Scope({'line': Blank('', _NOWHERE, ORDER_LINE)})
    lines: list[Text] = [plain(line) for line in memo.order]
    return (OrderRoom('order', (*lines, scope.text('{{ line }}'), scope.text('({{ line }})'), plain(memo.to))),)
