"""ทะเบียนคุมการส่งหนังสือ: which letter went to whom, how and when, and who took it; on request.

What the office knows when it prints stands in the rows; the rest is written in by hand as the letters go.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from dataclasses import dataclass

from saraban import thai
from saraban.content.project import Project
from saraban.content.roster import Recipient
from saraban.views.blocks import Cell, Column, Row, Table, Title, View, plain, words_of
from saraban.views.correspondence import letter_number
from saraban.views.letter import SOURCES as LETTER_SOURCES
from saraban.views.letter import addressee_in
from saraban.views.names import letter_of, round_label, title_lines
from saraban.views.paper import Pages, Paper

SOURCES = LETTER_SOURCES
TITLE = 'ทะเบียนคุมการส่งหนังสือ'
HEADINGS = (
    ('order', 'ลำดับ'),
    ('number', 'เลขที่'),
    ('date', 'ลงวันที่'),
    ('to', 'ถึง'),
    ('enclosures', 'สิ่งที่ส่งมาด้วย'),
    ('method', 'วิธีส่ง'),
    ('sent', 'วันที่ส่ง'),
    ('receiver', 'ผู้รับ'),
    ('replied', 'วันที่ตอบรับ'),
    ('note', 'หมายเหตุ'),
)
"""The columns in their order: the layout's name of each, and its heading."""
KNOWN = 5
"""So many of them are known when the letters are printed; the others are written in."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A row of the register, in Thai: its place, the letter's number and date (empty until known), to whom, what goes with it."""

    recipient: Recipient
    order: int
    number: str
    date: str
    to: str
    enclosures: str

    @property
    def cells(self) -> tuple[str, ...]:
        """What stands in the columns that are known."""
        return thai.digits(self.order), self.number, self.date, self.to, self.enclosures


def papers(project: Project) -> list[Paper]:
    """One for all letters and one a round, where content has letters."""
    if project.letter is None or not project.rounds or not project.recipients:
        return []
    rounds = [
        Paper('register', f'registers/round-{a_round.number}', a_round)
        for a_round in project.rounds
        if project.members(a_round)
    ]
    return [Paper('register', 'registers/all'), *rounds]


def entries(project: Project, paper: Paper) -> Iterator[Entry]:
    """The rows of a register: its own recipients, else its round's, else all of every round."""
    rounds = {a_round.number: a_round for a_round in project.rounds}
    recipients = paper.recipients or [
        one for a_round in ([paper.round] if paper.round else project.rounds) for one in project.members(a_round)
    ]
    letter = project.letter
    assert letter is not None
    count = len(letter.text.enclosures)
    enclosed = f'{thai.digits(count)} รายการ' if count else '-'
    for order, one in enumerate(recipients, paper.first):
        a_round = rounds.get(one.round or 0)
        known, _ = letter_of(project, a_round)
        own = one if letter.invite_by == 'recipient' else None
        date = (own.date if own else None) or known.date or project.date
        yield Entry(
            one, order, _number(project, (own.number if own else '') or known.number),
            thai.date(date) if isinstance(date, datetime.date) else '',
            _to(project, Paper('letter', '', a_round, one)), enclosed,
        )  # fmt: skip


def view(project: Project, paper: Paper, pages: Pages) -> View:
    """The title, then a row a letter; where letters of several rounds stand in it, a heading above each round's."""
    rows = list(entries(project, paper))
    label = _label(project, paper)
    lines = [TITLE, *title_lines(project), *([label] if label else [])]
    heading = Title('title', tuple(plain(line, bold=True) for line in lines))
    columns = tuple(
        Column(plain(words, bold=True), 'left' if key == 'to' else 'center', key=key, counted=key == 'order')
        for key, words in HEADINGS
    )
    table = Table('register', columns, tuple(_rows(project, rows, grouped=not label)), form='register')
    return View('register', paper.path, 'register', f'{TITLE} {label}'.strip(), (heading, table))


def _rows(project: Project, entries: list[Entry], *, grouped: bool) -> Iterator[Row]:
    labels = {a_round.number: _round_label(project, a_round.number) for a_round in project.rounds}
    last: int | None = None
    for entry in entries:
        number = entry.recipient.round
        if grouped and number != last and number is not None:
            heading = Cell((plain(labels[number]),), span=len(HEADINGS), align='left')
            yield Row(f'round-{number}', (heading,), 'group')
        last = number
        blank = ((),) * (len(HEADINGS) - KNOWN)
        cells = (*(plain(cell) if cell else () for cell in entry.cells), *blank)
        yield Row(entry.recipient.slug, tuple(Cell((cell,)) for cell in cells), 'fill')


def _label(project: Project, paper: Paper) -> str:
    """The round of a register that has but one."""
    numbers = {one.round for one in paper.recipients} if paper.recipients else set()
    if paper.round is not None:
        numbers = {paper.round.number}
    return _round_label(project, numbers.pop()) if len(numbers) == 1 else ''


def _round_label(project: Project, number: int | None) -> str:
    a_round = next((one for one in project.rounds if one.number == number), None)
    return ' '.join(filter(None, (round_label(project, a_round), a_round.region))) if a_round else ''


def _number(project: Project, number: str) -> str:
    """The whole number of a letter, the number alone where the agency's is not known, nothing where it has none yet."""
    if not number:
        return ''
    letter = project.letter
    circular = bool(letter and letter.invite_by != 'recipient' and not letter.ordinary_number)
    text = letter_number(project, number, ('rounds.yaml',), '', circular=circular)
    return thai.digits(number) if any(run.blank for run in text) else words_of(text)


def _to(project: Project, paper: Paper) -> str:
    """To whom a letter goes, in the words of its เรียน; of a circular the recipient's own name."""
    letter = project.letter
    assert letter is not None
    assert paper.recipient is not None
    if letter.invite_by != 'recipient' and not letter.text.own_addressee:
        listed = letter.text.addressee_list
        return paper.recipient.addressee or f'{listed.before if listed else ""}{paper.recipient.name}'
    return words_of(addressee_in(project, letter, paper))
