"""Dates of rounds, letters and sessions: their order, the fiscal year, days off, what a sentence says of them."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator
from itertools import combinations

from saraban import thai
from saraban.checks.daysoff import day_off
from saraban.checks.desk import Desk
from saraban.content.loader import ROSTER
from saraban.content.model import RoundLetter
from saraban.content.project import Project, loc_of
from saraban.content.values import FIRST_BUDDHIST_YEAR, PartDate, common_year
from saraban.errors import Finding, Place

_D = '[0-9๐-๙]'
_MONTH = '|'.join(thai.MONTHS)
WRITTEN_DATE = re.compile(
    rf'(?:วัน({"|".join(thai.WEEKDAYS)})ที่\s*)?(?<![0-9๐-๙])({_D}{{1,2}})\s+({_MONTH})\s+(?:พ\.ศ\.\s*)?({_D}{{4}})'
)
# The first day of a range that ends in the same month: วันพฤหัสบดีที่ ๒๖ - วันศุกร์ที่ ๒๗ พฤศจิกายน ๒๕๖๓
_FIRST_OF_RANGE = re.compile(
    rf'วัน({"|".join(thai.WEEKDAYS)})ที่\s*({_D}{{1,2}})\s*[-–]\s*(?:วัน[ก-๎]+ที่\s*)?{_D}{{1,2}}\s+({_MONTH})\s+({_D}{{4}})'
)
_SATURDAY = 5  # as Python counts from Monday on
_LONGEST = 30  # days of a round that are looked at
_ERA = re.compile(rf'(พ\.ศ\.|ค\.ศ\.)\s*({_D}{{4}})(?!{_D})')


def rounds_are_in_the_fiscal_year(desk: Desk) -> Iterator[Finding]:
    """A round is held in the project's fiscal year: 1 October to 30 September."""
    project = desk.project
    year = project.main.fiscal_year
    for index, a_round in enumerate(project.rounds):
        for field, day in (('start', a_round.start), ('end', a_round.end)):
            if thai.fiscal_year(day) != year:
                place = project.place('rounds.yaml', 'rounds', index, field)
                values = _days(day=day) | {'year': str(year), 'year_th': thai.digits(year)}
                yield Finding('outside-fiscal-year', place, values)
                break


def letters_come_before_their_round(desk: Desk) -> Iterator[Finding]:
    """A letter is dated before its round, and not so late that nobody can be sent; the reply-by day lies between."""
    project = desk.project
    for letter, start, loc in _letters(project):
        file, *rest = loc
        if isinstance(letter.date, PartDate):
            if (letter.date.year, letter.date.month) > (start.year, start.month):
                place = project.place(str(file), *rest, 'date')
                month = thai.month(letter.date.year, letter.date.month)
                yield Finding('letter-after-round', place, _days(start=start) | {'date_th': month, 'date': month})
        elif letter.date is not None:
            yield from _letter(project, letter.date, start, project.place(str(file), *rest, 'date'))
        if letter.reply_by is not None:
            yield from _reply(letter, letter.reply_by, start, project.place(str(file), *rest, 'reply_by'))


def sessions_fit_their_round(desk: Desk) -> Iterator[Finding]:
    """A session is on a day that a round has, and ends after it begins."""
    project = desk.project
    if project.schedule is None or not project.rounds:
        return
    longest = max((a_round.end - a_round.start).days + 1 for a_round in project.rounds)
    for index, session in enumerate(project.schedule.round_schedule.sessions):
        loc = ('round_schedule', 'sessions', index)
        if session.day is not None and not 1 <= session.day <= longest:
            values = {
                'day': session.day,
                'days': longest,
                'days_th': thai.number(longest),
                'day_th': thai.number(session.day),
            }
            yield Finding('session-day', project.place('schedule.yaml', *loc, 'day'), values)
        if session.start and session.end and session.end <= session.start:
            values = {'start': f'{session.start:%H.%M}', 'end': f'{session.end:%H.%M}'}
            in_thai = {f'{name}_th': thai.digits(value) for name, value in values.items()}
            yield Finding('session-order', project.place('schedule.yaml', *loc, 'end'), values | in_thai)


def sessions_do_not_overlap(desk: Desk) -> Iterator[Finding]:
    """No session of a day begins before another has ended."""
    project = desk.project
    sessions = list(enumerate(project.schedule.round_schedule.sessions)) if project.schedule else []
    timed = [
        (number, session.day, session.start, session.end)
        for number, session in sessions
        if session.day and session.start and session.end
    ]
    for (first, day, begin, end), (second, other_day, other_begin, other_end) in combinations(timed, 2):
        if day == other_day and begin < other_end and other_begin < end:
            place = project.place('schedule.yaml', 'round_schedule', 'sessions', second, 'start')
            yield Finding('session-overlap', place, {'number': first + 1, 'number_th': thai.number(first + 1)})


def days_off_are_noticed(desk: Desk) -> Iterator[Finding]:
    """A round's day or a reply-by day that is a weekend or a public holiday is worth a note."""
    project = desk.project
    declared = {holiday.date: holiday.name for holiday in project.gate.holidays}
    for days in _days_of_work(project):
        holidays = [(day, place, name) for day, place in days if (name := declared.get(day) or day_off(day))]
        if holidays:
            told = [(f'{_english(day)} ({name})', f'{thai.date(day)} ({name})') for day, _, name in holidays]
            yield Finding('holiday', holidays[0][1], _joined(told))
        off = {day for day, *_ in holidays}
        weekend = [(day, place) for day, place in days if day.weekday() >= _SATURDAY and day not in off]
        if weekend:
            told = [(f'{day:%A} {_english(day)}', thai.weekday_date(day)) for day, _ in weekend]
            yield Finding('weekend', weekend[0][1], _joined(told))


def rounds_do_not_share_a_room(desk: Desk) -> Iterator[Finding]:
    """Two rounds on the same days in the same venue are worth a note; in one venue on other days they are not."""
    project = desk.project
    for (_, one), (second, other) in combinations(enumerate(project.rounds), 2):
        if (one.venue, one.district) != (other.venue, other.district):
            continue
        if one.start <= other.end and other.start <= one.end:
            place = project.place('rounds.yaml', 'rounds', second, 'start')
            values = {'one': one.number, 'one_th': thai.number(one.number), 'venue': one.venue}
            yield Finding('venue-overlap', place, values)


def written_dates_are_right(desk: Desk) -> Iterator[Finding]:
    """A date that a sentence writes out exists, and its weekday is that of its day."""
    for words in desk.words:
        for pattern in (WRITTEN_DATE, _FIRST_OF_RANGE):
            for match in pattern.finditer(words.text):
                weekday, number, month, year = match.groups()
                day = day_of(number, month, year)
                place = words.place(match.start(), match.end())
                if day is None:
                    yield Finding('no-such-day', place, {'date': match[0]})
                elif weekday and thai.weekday(day) != f'วัน{weekday}':
                    values = {'wrong': f'วัน{weekday}', 'right': f'{day:%A}', 'right_th': thai.weekday(day)}
                    yield Finding('weekday-differs', place, _days(day=day) | values)


def eras_fit_their_years(desk: Desk) -> Iterator[Finding]:
    """พ.ศ. stands before a B.E. year, ค.ศ. before a C.E. year."""
    for words in desk.words:
        for match in _ERA.finditer(words.text):
            year = int(thai.arabic(match[2]))
            if (match[1] == 'พ.ศ.') != (year > FIRST_BUDDHIST_YEAR) and year > 1700:
                right = 'ค.ศ.' if match[1] == 'พ.ศ.' else 'พ.ศ.'
                values = {'era': match[1], 'year': match[2], 'right': right}
                yield Finding('wrong-era', words.place(match.start(), match.end()), values)


def _letters(project: Project) -> Iterator[tuple[RoundLetter, datetime.date, tuple[str | int, ...]]]:
    """What is known of each letter, the first day that it invites to, and where it stands."""
    if project.letter is None:
        return
    if project.letter.invite_by == 'all' and project.rounds:
        first = min(a_round.start for a_round in project.rounds)
        yield project.letter.all_rounds, first, ('letter.yaml', 'all_rounds')
        return
    for a_round in project.rounds:
        yield a_round.letter, a_round.start, ('rounds.yaml', *loc_of(a_round, project), 'letter')
        for recipient in project.members(a_round) if project.letter.invite_by == 'recipient' else ():
            if recipient.date:  # of the roster or of the register
                known = a_round.letter.model_copy(update={'date': recipient.date, 'reply_by': None})
                yield known, a_round.start, (ROSTER, *recipient.loc)


def _letter(project: Project, date: datetime.date, start: datetime.date, place: Place) -> Iterator[Finding]:
    if date >= start:
        yield Finding('letter-after-round', place, _days(start=start, date=date))
    elif (start - date).days < project.gate.letter_days:
        left, least = (start - date).days, project.gate.letter_days
        values = {'left': left, 'least': least, 'left_th': thai.number(left), 'least_th': thai.number(least)}
        yield Finding('letter-near-round', place, _days(start=start, date=date) | values)


def _reply(letter: RoundLetter, reply_by: datetime.date, start: datetime.date, place: Place) -> Iterator[Finding]:
    if reply_by >= start:
        yield Finding('reply-late', place, _days(start=start, reply_by=reply_by))
    if isinstance(letter.date, datetime.date) and reply_by <= letter.date:
        yield Finding('reply-early', place, _days(date=letter.date, reply_by=reply_by))
    if isinstance(letter.date, PartDate) and (reply_by.year, reply_by.month) < (letter.date.year, letter.date.month):
        month = thai.month(letter.date.year, letter.date.month)
        yield Finding('reply-early', place, _days(reply_by=reply_by) | {'date': month, 'date_th': month})


def _days_of_work(project: Project) -> Iterator[list[tuple[datetime.date, Place]]]:
    """The days of each round, and each reply-by day, with where they stand."""
    for index, a_round in enumerate(project.rounds):
        length = min((a_round.end - a_round.start).days, _LONGEST)
        days = [a_round.start + datetime.timedelta(days=number) for number in range(length + 1)]
        ends = [project.place('rounds.yaml', 'rounds', index, field) for field in ('start', 'end')]
        yield [(day, ends[min(number, 1)]) for number, day in enumerate(days)]
        if a_round.letter.reply_by:
            yield [(a_round.letter.reply_by, project.place('rounds.yaml', 'rounds', index, 'letter', 'reply_by'))]


def _joined(told: list[tuple[str, str]]) -> dict[str, object]:
    return {'days': ', '.join(english for english, _ in told), 'days_th': ' '.join(in_thai for _, in_thai in told)}


def day_of(number: str, month: str, year: str) -> datetime.date | None:
    """The day that a date in words names, None where there is no such day."""
    try:
        common = common_year(int(thai.arabic(year)))
        return datetime.date(common, thai.MONTHS.index(month) + 1, int(thai.arabic(number)))
    except ValueError:
        return None


def _days(**days: datetime.date) -> dict[str, object]:
    """Days for the words of a message, in English and (`…_th`) as a Thai page writes them."""
    english = {name: _english(day) for name, day in days.items()}
    return {**english, **{f'{name}_th': thai.date(day) for name, day in days.items()}}


def _english(day: datetime.date) -> str:
    return f'{day.day} {day:%B %Y}'
