"""บัญชีจำนวนผู้เข้าร่วมโครงการ: a row a recipient, each post's number, the total; for a round or for all of them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from saraban import thai
from saraban.content.model import AllocationWords, Round
from saraban.content.project import Project
from saraban.content.roster import Recipient
from saraban.views.blocks import Cell, Column, Row, Table, Title, View, plain
from saraban.views.names import post, round_label, title_lines
from saraban.views.paper import Pages, Paper

SOURCES = ('project.yaml', 'facts.yaml', 'audience.yaml', 'rounds.yaml', 'recipients.csv', 'forms.yaml')


def path_of(a_round: Round | None) -> str:
    """Where the allocation of a round (or of all) stands under the output folder."""
    return 'allocations/all' if a_round is None else f'allocations/round-{a_round.number}'


def papers(project: Project) -> list[Paper]:
    """One for all recipients and one a round, where there are recipients, posts and the words of the form."""
    if project.forms.allocation is None or not project.recipients or not project.invited:
        return []
    choices: list[Round | None] = [None, *project.rounds]
    return [Paper('allocation', path_of(a_round), round=a_round) for a_round in choices]


def view(project: Project, paper: Paper, pages: Pages) -> View:
    """The title block and the table; the one for all stands in groups by round, each with its sum."""
    words = project.forms.allocation
    assert words is not None
    label = (
        '' if paper.round is None else ' '.join(filter(None, (round_label(project, paper.round), paper.round.region)))
    )
    lines = [words.title, *title_lines(project), *([label] if label else [])]
    heading = Title('title', tuple(plain(line, bold=True) for line in lines))
    rows = _all_rows(project, words) if paper.round is None else _round_rows(project, words, paper.round)
    name = f'{words.title} {label}'.strip()
    return View(
        'allocation',
        paper.path,
        'allocation',
        name,
        (heading, Table('allocation', _columns(project, words), tuple(rows), form='allocation')),
    )


def _columns(project: Project, words: AllocationWords) -> tuple[Column, ...]:
    unit = project.audience.unit if project.audience else ''
    posts = tuple(
        Column(plain(f'{post(group, "short", official=True)} ({unit})', bold=True), 'center', key='post')
        for group in project.invited
    )
    return (
        Column(plain(words.headings.order, bold=True), 'center', key='order', counted=True),
        Column(plain(words.headings.recipient, bold=True), 'left', key='recipient'),
        *posts,
        Column(plain(words.headings.total, bold=True), 'center', key='total'),
    )


def _round_rows(project: Project, words: AllocationWords, a_round: Round) -> list[Row]:
    rows = [_row(project, recipient, order) for order, recipient in enumerate(project.members(a_round), 1)]
    return [*rows, _round_sum(project, words.total, a_round, 'total')]


def _all_rows(project: Project, words: AllocationWords) -> list[Row]:
    rows: list[Row] = []
    order = 0
    width = len(project.invited) + 3
    for a_round in project.rounds:
        label = ' '.join(filter(None, (round_label(project, a_round), a_round.region)))
        rows.append(Row(f'round-{a_round.number}', (Cell((plain(label),), span=width, align='left'),), 'group'))
        for recipient in project.members(a_round):
            order += 1
            rows.append(_row(project, recipient, order))
        rows.append(_round_sum(project, f'{words.subtotal}{round_label(project, a_round)}', a_round, 'subtotal'))
    if not project.rounds:
        rows = [_row(project, recipient, order) for order, recipient in enumerate(project.recipients, 1)]
    sums = [project.total(group) for group in project.invited]
    return [*rows, Row('total', _sum_cells(words.total, sums), 'total')]


def _row(project: Project, recipient: Recipient, order: int) -> Row:
    counts = [project.count(group, recipient) for group in project.invited]
    numbers = tuple(Cell((plain(thai.number(count)),)) for count in (*counts, sum(counts)))
    return Row(recipient.slug, (Cell((plain(thai.digits(order)),)), Cell((plain(recipient.name),)), *numbers))


def _round_sum(project: Project, label: str, a_round: Round, style: Literal['subtotal', 'total']) -> Row:
    cells = _sum_cells(label, [project.round_count(group, a_round) for group in project.invited])
    return Row(f'round-{a_round.number}/sum', cells, style)


def _sum_cells(label: str, sums: Sequence[int]) -> tuple[Cell, ...]:
    numbers = tuple(Cell((plain(thai.number(count)),)) for count in (*sums, sum(sums)))
    return (Cell((plain(label),), span=2, align='center'), *numbers)
