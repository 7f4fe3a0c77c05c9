"""One round's กำหนดการ: date and weekdays, venue, who comes, and the sessions of its days."""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from saraban import thai
from saraban.content.model import Round, Session
from saraban.content.project import Project
from saraban.views.blocks import (
    Blank,
    Block,
    Cell,
    Column,
    CountRow,
    Counts,
    Heading,
    Paragraph,
    Row,
    Table,
    Text,
    Title,
    View,
    plain,
)
from saraban.views.names import blank, correspondence_names, place_of, post, round_label, round_names, title_lines
from saraban.views.paper import Pages, Paper
from saraban.views.rounds import area
from saraban.views.wording import Scope

SOURCES = ('project.yaml', 'facts.yaml', 'audience.yaml', 'rounds.yaml', 'recipients.csv', 'schedule.yaml')


def path_of(a_round: Round) -> str:
    """Where a round's schedule stands under the output folder."""
    return f'schedules/round-{a_round.number}'


def papers(project: Project) -> list[Paper]:
    """One a round, where content has the words of a schedule."""
    if project.schedule is None:
        return []
    return [Paper('round-schedule', path_of(a_round), round=a_round) for a_round in project.rounds]


def view(project: Project, paper: Paper, pages: Pages) -> View:
    """Title block, who comes and how many, the sessions under their day, the note at the foot."""
    a_round = paper.round
    assert a_round is not None
    assert project.schedule is not None
    words = project.schedule.round_schedule
    scope = Scope({**correspondence_names(project), 'round': round_names(project, a_round)})
    blocks: list[Block] = [
        _title(project, a_round, words.title),
        Heading('area', '', plain(words.area, bold=True), 'day'),
        Paragraph('area/names', plain(area(project, a_round)), 'hanging'),
        Heading('audience', '', plain(words.audience, bold=True), 'day'),
        _who_comes(project, a_round, words.total),
        *_days(project, a_round, scope),
    ]
    if words.note:
        blocks.append(Paragraph('note', scope.text(words.note), 'note'))
    name = f'{words.title} {round_label(project, a_round)}'
    return View(
        'round-schedule',
        paper.path,
        'round-schedule',
        name,
        tuple(blocks),
        unprinted=_open_days(project, words.sessions),
    )


def _title(project: Project, a_round: Round, word: str) -> Title:
    label = ' '.join(filter(None, (round_label(project, a_round), a_round.region)))
    lines = (
        word,
        *title_lines(project),
        label,
        f'{thai.weekday_range(a_round.start, a_round.end)}',
        f'ณ {place_of(a_round)}',
    )
    return Title('title', tuple(plain(line, bold=True) for line in lines))


def _who_comes(project: Project, a_round: Round, total: str) -> Counts:
    unit = project.audience.unit if project.audience else ''
    rows = [
        CountRow(
            plain(f'- {post(group, "full", official=True)}'),
            'จำนวน',
            plain(f'{thai.number(project.round_count(group, a_round))} {unit}'),
        )
        for group in project.invited
    ]
    rows.append(
        CountRow(
            plain(total, bold=True), 'จำนวน', plain(f'{thai.number(project.round_total(a_round))} {unit}', bold=True)
        )
    )
    return Counts('audience/counts', tuple(rows))


def _days(project: Project, a_round: Round, scope: Scope) -> Iterator[Block]:
    """A heading and a table a day; sessions whose day is still open stand under all the days together."""
    assert project.schedule is not None
    sessions = list(enumerate(project.schedule.round_schedule.sessions))
    days = [a_round.start + datetime.timedelta(days=n) for n in range((a_round.end - a_round.start).days + 1)]
    open_ones = [pair for pair in sessions if pair[1].day is None and len(days) > 1]
    groups = [
        (
            f'day-{n}',
            thai.weekday_date(day),
            [pair for pair in sessions if pair not in open_ones and (pair[1].day or 1) == n],
        )
        for n, day in enumerate(days, 1)
    ]
    groups.append(('days', thai.weekday_range(a_round.start, a_round.end), open_ones))
    for key, heading, members in groups:
        if members:
            yield Heading(key, '', plain(heading, bold=True), 'day')
            yield _sessions(project, f'{key}/sessions', members, scope)


def _sessions(project: Project, block: str, sessions: list[tuple[int, Session]], scope: Scope) -> Table:
    assert project.schedule is not None
    headings = project.schedule.round_schedule.headings
    columns = (
        Column(plain(headings.time, bold=True), 'left', key='time'),
        Column(plain(headings.topic, bold=True), 'left', key='topic'),
    )
    rows = tuple(
        Row(f'session-{index + 1}', (Cell((_hours(project, index, session),)), Cell((scope.text(session.topic),))))
        for index, session in sessions
    )
    return Table(block, columns, rows, form='sessions')


def _hours(project: Project, index: int, session: Session) -> Text:
    """`๐๘.๓๐ - ๐๙.๐๐ น.`, with a line to write on for an hour that content leaves open."""
    loc = ('round_schedule', 'sessions', index)
    start: str | Blank = blank(
        'time', project.place('schedule.yaml', *loc, 'start'), about=f'หัวข้อที่ {thai.digits(index + 1)}'
    )
    if session.start:
        start = thai.digits(session.start.strftime('%H.%M'))
    if session.end:
        return Scope({'start': start, 'end': thai.digits(session.end.strftime('%H.%M'))}).text(
            '{{ start }} - {{ end }} น.'
        )
    return Scope({'start': start}).text('{{ start }} น.')


def _open_days(project: Project, sessions: list[Session]) -> tuple[Blank, ...]:
    if all(a_round.start == a_round.end for a_round in project.rounds):
        return ()
    return tuple(
        blank(
            'session_day',
            project.place('schedule.yaml', 'round_schedule', 'sessions', index, 'day'),
            about=f'หัวข้อที่ {thai.digits(index + 1)}',
        )
        for index, session in enumerate(sessions)
        if session.day is None
    )
