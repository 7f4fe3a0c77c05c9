"""The table of the rounds, as the schedule and the proposal print it, each with its own columns."""

from __future__ import annotations

from collections.abc import Sequence

from saraban import thai
from saraban.content.model import Round, RoundColumn, RoundsTableWords
from saraban.content.project import Project
from saraban.views.blocks import Align, Cell, Column, Row, Table, Text, plain
from saraban.views.names import place_of, post

_ALIGN: dict[str, Align] = {'count': 'center'}
UNMARKED = ''
LISTED = '- '


def rounds_table(
    project: Project,
    words: RoundsTableWords,
    columns: Sequence[RoundColumn],
    *,
    block: str,
    form: str,
    full_first: bool,
) -> Table:
    """The table with a row a round and a total row; `full_first` writes the posts in full in the first row.

    `form` names the column widths of the paper that it stands in.
    """
    rows = [
        Row(f'{block}/round-{a_round.number}', _cells(project, a_round, columns, full=full_first and index == 0))
        for index, a_round in enumerate(project.rounds)
    ]
    rows.append(Row(f'{block}/total', _total_cells(project, words.total, columns), 'total'))
    headings = words.headings.model_dump()
    named = all(a_round.region for a_round in project.rounds)  # a number alone is what rounds.yaml says
    return Table(
        block,
        tuple(
            Column(
                plain(headings[name], bold=True), _ALIGN.get(name, 'left'), key=name, counted=named and name == 'round'
            )
            for name in columns
        ),
        tuple(rows),
        form=form,
    )


def audience_lines(
    project: Project, counts: Sequence[int], *, full: bool = False, mark: str = LISTED
) -> tuple[Text, ...]:
    """A line for each invited group: `- ปลัดอำเภอฯ ๑๔๒ คน`."""
    unit = project.audience.unit if project.audience else ''
    return tuple(
        plain(f'{mark}{post(group, "full" if full else "short", official=False)} {thai.number(count)} {unit}')
        for group, count in zip(project.invited, counts, strict=True)
    )


def area(project: Project, a_round: Round) -> str:
    """The recipients of a round in the roster's order, one space between."""
    return ' '.join(recipient.name for recipient in project.members(a_round))


def _cells(project: Project, a_round: Round, columns: Sequence[RoundColumn], *, full: bool) -> tuple[Cell, ...]:
    counts = [project.round_count(group, a_round) for group in project.invited]
    number = thai.digits(a_round.number)
    when = (plain(thai.during(a_round.start, a_round.end)), plain(f'ณ {place_of(a_round)}'))
    cells: dict[str, Cell] = {
        'round': Cell((plain(' '.join(filter(None, (number, a_round.region)))),)),
        'when': Cell(when),
        'area': Cell((plain(area(project, a_round)),)),
        'audience': Cell(audience_lines(project, counts, full=full)),
        'count': Cell((plain(thai.number(project.round_total(a_round))),)),
    }
    return tuple(cells[name] for name in columns)


def _total_cells(project: Project, total: str, columns: Sequence[RoundColumn]) -> tuple[Cell, ...]:
    """รวมจำนวน across the columns that have no sum, then the sums."""
    sums: dict[str, Cell] = {
        'audience': Cell(audience_lines(project, [project.total(group) for group in project.invited], mark=UNMARKED)),
        'count': Cell((plain(thai.number(project.invited_total)),)),
    }
    first_sum = next((index for index, name in enumerate(columns) if name in sums), len(columns))
    label = [Cell((plain(total),), span=first_sum, align='center')] if first_sum else []
    return (*label, *(sums.get(name, Cell(((),))) for name in columns[first_sum:]))
