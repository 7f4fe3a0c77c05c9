"""What a copied file leaves behind: another round's day, venue or name, last year's year, in words typed for this one.

Looked at is only what content types itself, in letters, schedules and forms: what a reference gives is right.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator

from rapidfuzz import fuzz

from saraban import thai
from saraban.checks.dates import WRITTEN_DATE, day_of
from saraban.checks.desk import Desk, masked
from saraban.checks.places import holds_provinces
from saraban.content.gazetteer import provinces
from saraban.content.loader import ROSTER
from saraban.content.passages import Passage
from saraban.content.project import Project
from saraban.errors import Finding
from saraban.views.names import title

_D = '[0-9๐-๙]'
_FISCAL = re.compile(rf'ปีงบประมาณ\s*(?:พ\.ศ\.\s*)?({_D}{{4}})')
_HOTEL = re.compile(r'(?<=ณ )โรงแรม(?!ที่|ใน|ดังกล่าว|ซึ่ง|ตาม)[ก-๎]+(?: [ก-๎]+)*')
_PROVINCE = re.compile(r'จังหวัด([ก-๎]+)')
# What refers to a paper or a law of another day: its date or year is no leftover.
_OF_ANOTHER_PAPER = re.compile(r'(?:ลงวันที่|เมื่อวันที่|มติ[ก-๎]*|ประกาศ[^ ]*|ระเบียบ|พระราช|กฎ|คำสั่ง|ตั้งแต่วันที่|ฉบับที่)[^.]{0,80}$')
_NEAR = 120  # days; what is further from every round is not of this project
_LIKE = 72  # how like the title a subject must be, of 100, to be meant for it


def days_are_the_letters_own(desk: Desk) -> Iterator[Finding]:
    """A day that is typed into a letter is not another round's, nor one that nothing else in content knows."""
    project = desk.project
    rounds = {day: a_round.number for a_round in project.rounds for day in (a_round.start, a_round.end)}
    written = ' '.join(words.text for words in desk.words if words.passage.file not in {'letter.yaml', 'schedule.yaml'})
    for passage in _typed(desk, circular=False):
        text = masked(passage.text)
        for match in WRITTEN_DATE.finditer(text):
            _, number, month, year = match.groups()
            day = day_of(number, month, year)
            if day is None or _is_of_another_paper(text, match.start()):
                continue
            bare = match[0][match.start(2) - match.start() :]
            if day in rounds and len(project.rounds) > 1:
                values = {'date': bare, 'round': rounds[day], 'round_th': thai.number(rounds[day])}
                yield Finding('other-round-day', passage.place(match.start(2)), values)
            elif day not in rounds and bare not in written and _is_far(project, day):
                yield Finding('other-day', passage.place(match.start(2)), {'date': bare})


def years_are_the_projects(desk: Desk) -> Iterator[Finding]:
    """A fiscal year that is typed into the title, a letter or a form is the project's."""
    year = desk.project.main.fiscal_year
    titles = (passage for passage in desk.passages if passage.file == 'project.yaml' and passage.loc[0] == 'title')
    for passage in (*titles, *_typed(desk)):
        text = masked(passage.text)
        for match in _FISCAL.finditer(text):
            if int(thai.arabic(match[1])) != year and not _is_of_another_paper(text, match.start()):
                values = {'year': thai.arabic(match[1]), 'right': str(year)}
                in_thai = {f'{name}_th': thai.digits(value) for name, value in values.items()}
                yield Finding('other-year', passage.place(match.start(1)), values | in_thai)


def venues_are_the_letters_own(desk: Desk) -> Iterator[Finding]:
    """A venue that is typed into a letter is that of every round that the letter is for."""
    project = desk.project
    venues = {a_round.venue for a_round in project.rounds}
    for passage in _typed(desk, circular=False):
        text = masked(passage.text)
        known = {venue: text.find(venue) for venue in venues if venue in text}
        for venue, start in known.items():
            if len(venues) > 1:
                yield Finding('other-venue', passage.place(start), {'name': venue})
        for match in _HOTEL.finditer(text):
            if not any(match[0].startswith(venue) or venue.startswith(match[0]) for venue in venues) and venues:
                yield Finding('other-venue', passage.place(match.start()), {'name': match[0]})


def rounds_are_the_letters_own(desk: Desk) -> Iterator[Finding]:
    """A round's number or region that is typed into a text for several rounds fits only one of them."""
    project = desk.project
    if len(project.rounds) < 2 or project.rounds_file is None:
        return
    number = re.compile(rf'{re.escape(project.rounds_file.noun)}ที่\s*{_D}{{1,3}}(?!{_D})')
    regions = {a_round.region: a_round.number for a_round in project.rounds if len(a_round.region) > 4}
    for passage in _typed(desk, circular=False):
        text = masked(passage.text)
        for match in number.finditer(text):
            yield Finding('other-round', passage.place(match.start()), {'name': match[0]})
        for region in regions:
            found = re.search(rf'{re.escape(region)}(?![ก-๎])', text)
            if found and region.startswith('ภาค'):
                yield Finding('other-round', passage.place(found.start()), {'name': region})


def provinces_are_the_letters_own(desk: Desk) -> Iterator[Finding]:
    """A province that is typed into a letter to each province fits only one; an addressee names its own."""
    project = desk.project
    if not holds_provinces(project) or project.letter is None:
        return
    known = sorted(provinces(), key=len, reverse=True)
    if project.letter.invite_by == 'recipient':
        for passage in _typed(desk):
            for match in _PROVINCE.finditer(masked(passage.text)):
                name = next((name for name in known if match[1].startswith(name)), '')
                if name:
                    yield Finding('other-province', passage.place(match.start()), {'name': name})
    for recipient in project.recipients:
        found = _PROVINCE.search(recipient.addressee)
        name = next((name for name in known if found and found[1].startswith(name)), '')
        if name and name != recipient.name:
            place = project.place(ROSTER, *recipient.loc, 'addressee')
            yield Finding('other-addressee', place, {'name': name, 'right': recipient.name})


def subjects_name_the_project(desk: Desk) -> Iterator[Finding]:
    """A letter's subject that names the project names it as the approved title does."""
    project = desk.project
    if project.letter is None:
        return
    approved = title(project)
    for words in desk.words:
        loc = words.passage.loc
        if loc[-1] != 'subject' or (words.passage.file == 'letter.yaml' and loc[0] != project.letter.invite_by):
            continue
        subject = words.text
        if approved in subject or project.main.short_title in subject or 'โครงการ' not in subject:
            continue
        if fuzz.partial_ratio(approved, subject) >= _LIKE:
            start = subject.index('โครงการ')
            yield Finding('subject-differs', words.place(start, start + 20), {'title': approved})


def _is_of_another_paper(text: str, position: int) -> bool:
    """Whether what stands before a place refers to a paper or a law of another day."""
    return bool(_OF_ANOTHER_PAPER.search(text[max(0, position - 160) : position]))


def _is_far(project: Project, day: datetime.date) -> bool:
    """Whether a day is far from every round's."""
    rounds = project.rounds
    return bool(rounds) and (
        (min(a_round.start for a_round in rounds) - day).days > _NEAR
        or (day - max(a_round.end for a_round in rounds)).days > _NEAR
    )


def _typed(desk: Desk, *, circular: bool = True) -> Iterator[Passage]:
    """The texts that content types for letters, schedules and forms, those of the way to invite that was chosen.

    `circular=False` leaves out the one circular for all rounds, which may name each of them.
    """
    letter = desk.project.letter
    own = {'costs', 'reply_channel', 'salutation', 'closing', letter.invite_by if letter else ''}
    if letter and letter.invite_by == 'all' and not circular:
        own = set()
    for passage in desk.passages:
        in_letter = passage.file == 'letter.yaml' and passage.loc[0] in own
        in_schedule = passage.file == 'schedule.yaml' and passage.loc[0] == 'round_schedule'
        if in_letter or in_schedule or passage.file == 'forms.yaml':
            yield passage
