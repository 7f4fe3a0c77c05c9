"""schedule.yaml."""

from __future__ import annotations

from saraban.content.model.base import Entry, OptionalWhole, Wording
from saraban.content.model.proposal import StatedTable
from saraban.content.values import (
    Given,
    Time,
)


class RoundHeadings(Entry):
    """Headings of the table of the rounds, by column."""

    round: Given
    when: Given
    area: Given
    audience: Given
    count: Given


class RoundsTableWords(Entry):
    """The words of the table of the rounds."""

    headings: RoundHeadings
    total: Given
    stated: StatedTable | None = None


class SessionHeadings(Entry):
    """Headings of a round's sessions."""

    time: Given
    topic: Given


class Session(Entry):
    """A session: its topic; its day of the round (1 is the first) and its times where they are known."""

    topic: Wording
    day: OptionalWhole = None
    start: Time = None
    end: Time = None


class RoundSchedule(Entry):
    """The words of a round's กำหนดการ."""

    title: Given
    area: Given
    audience: Given
    total: Given
    headings: SessionHeadings
    sessions: list[Session] = []
    note: Wording = ''


class ScheduleFile(Entry):
    """schedule.yaml: the table of all rounds, and the schedule of each."""

    table: RoundsTableWords
    round_schedule: RoundSchedule
