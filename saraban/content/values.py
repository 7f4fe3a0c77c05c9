"""The kinds of value that content holds, read from text as people type them: Thai or Arabic digits, C.E. or B.E. years.

Each raises a `ValueFault` that names a rule of the message table; the reader turns it into a finding with its place.
"""

from __future__ import annotations

import datetime
import re
from dataclasses import dataclass
from typing import Annotated, Any

from pydantic import AfterValidator, BeforeValidator, StringConstraints

from saraban.thai import BUDDHIST_OFFSET, MONTHS, arabic, digits

FIRST_BUDDHIST_YEAR = 2400  # a year from here on is B.E.: no office plans for the C.E. 25th century
_YEAR_FIRST = re.compile(r'(\d{4})-(\d{1,2})-(\d{1,2})')
_DAY_FIRST = re.compile(r'(\d{1,2})/(\d{1,2})/(\d{4})')
_IN_WORDS = re.compile(rf'(\d{{1,2}})\s+({"|".join(MONTHS)})\s+(?:พ\.ศ\.\s*)?(\d{{4}})')
_MONTH = re.compile(r'(\d{4})-(\d{1,2})')
_TIME = re.compile(r'(\d{1,2})[:.](\d{2})')


class ValueFault(ValueError):  # noqa: N818 it is a fault of the content, told as a finding
    """A value that cannot be used: the rule that tells so, and the words of its message."""

    def __init__(self, rule: str, **values: object) -> None:
        """Takes the rule's name and its values."""
        super().__init__(rule)
        self.rule = rule
        self.values = values


@dataclass(frozen=True, slots=True)
class PartDate:
    """A month of a C.E. year whose day is still to be written in by hand."""

    year: int
    month: int


_ADDRESS = re.compile(r'https?://[!-~]{4,190}', re.ASCII)


def read_whole(value: Any) -> Any:
    """Text such as `1158`, `1,158` or `๑,๑๕๘` as a whole number that is not negative."""
    if not isinstance(value, str):
        return value
    text = arabic(value.strip())
    if not re.fullmatch(r'\d{1,3}(,\d{3})+|\d{1,15}', text, re.ASCII):
        raise ValueFault('wrong-number', value=value)
    return int(text.replace(',', ''))


def read_date(value: Any) -> Any:
    """Text such as `2020-11-26`, `2563-11-26`, `26/11/2563` or `26 พฤศจิกายน 2563` as a date; empty text as None."""
    if not isinstance(value, str):
        return value
    text = arabic(value.strip())
    if not text:
        return None
    if match := _YEAR_FIRST.fullmatch(text):
        year, month, day = map(int, match.groups())
    elif match := _DAY_FIRST.fullmatch(text):
        day, month, year = map(int, match.groups())
    elif match := _IN_WORDS.fullmatch(text):
        day, month, year = int(match[1]), MONTHS.index(match[2]) + 1, int(match[3])
    else:
        raise ValueFault('wrong-date', value=value)
    try:
        return datetime.date(common_year(year), month, day)
    except ValueError:
        raise ValueFault('wrong-date', value=_echoed(value, year, month, day)) from None


def _echoed(value: str, year: int, month: int, day: int) -> str:
    """A date that no calendar has, as typed and as a paper would print it: the wrong part shows."""
    if not 1 <= month <= len(MONTHS):
        return value
    return f'{value} ({digits(day)} {MONTHS[month - 1]} {digits(common_year(year) + BUDDHIST_OFFSET)})'


def read_letter_date(value: Any) -> Any:
    """A date, a month (`2563-10`: the day is written in by hand), or None."""
    if isinstance(value, str) and (match := _MONTH.fullmatch(arabic(value.strip()))):
        year, month = map(int, match.groups())
        if not 1 <= month <= 12:
            raise ValueFault('wrong-date', value=value)
        return PartDate(common_year(year), month)
    return read_date(value)


def read_time(value: Any) -> Any:
    """Text such as `08:30` or `8.30` as a time of day; empty text as None."""
    if not isinstance(value, str):
        return value
    text = arabic(value.strip())
    if not text:
        return None
    match = _TIME.fullmatch(text)
    if not match or not (int(match[1]) < 24 and int(match[2]) < 60):
        raise ValueFault('wrong-time', value=value)
    return datetime.time(int(match[1]), int(match[2]))


def read_satang(value: Any) -> Any:
    """Baht as typed (`1,500`, `1500.50`) in whole satang."""
    if not isinstance(value, str):
        return value
    whole, point, part = arabic(value.strip()).partition('.')
    if point and not re.fullmatch(r'\d{1,2}', part, re.ASCII):
        raise ValueFault('wrong-number', value=value)
    return int(read_whole(whole)) * 100 + int((part + '00')[:2])


def read_text(value: Any) -> Any:
    """Text as it stands, white space at both ends taken off."""
    return value.strip() if isinstance(value, str) else value


def read_yes(value: Any) -> Any:
    """`yes` / `no` (also ใช่ / ไม่, true / false); empty text as no."""
    if not isinstance(value, str):
        return value
    answer = {'yes': True, 'true': True, 'ใช่': True, 'no': False, 'false': False, 'ไม่': False, '': False}
    if value.strip().lower() not in answer:
        raise ValueFault('wrong-choice', value=value, known='yes, no')
    return answer[value.strip().lower()]


def read_key(value: Any) -> Any:
    """A name by which text refers to something: a-z, digits, `_` and `-`."""
    if isinstance(value, str) and not re.fullmatch(r'[a-z][a-z0-9_-]*', value):
        raise ValueFault('bad-key', value=value)
    return value


def read_address(value: Any) -> Any:
    """An address of the web as a QR code holds it: http or https, ASCII, of 200 letters at most; or nothing."""
    if isinstance(value, str) and value.strip() and not _ADDRESS.fullmatch(value.strip()):
        raise ValueFault('wrong-url', value=value)
    return value.strip() if isinstance(value, str) else value


def refuse_reference(value: str) -> str:
    """Finished words: a reference in them would print as it stands."""
    if '{{' in value:
        raise ValueFault('reference-here', text=value)
    return value


def common_year(year: int) -> int:
    """The C.E. year of a year that may be B.E. (over 2400)."""
    return year - BUDDHIST_OFFSET if year > FIRST_BUDDHIST_YEAR else year


Whole = Annotated[int, BeforeValidator(read_whole)]
Day = Annotated[datetime.date, BeforeValidator(read_date)]
LetterDate = Annotated[datetime.date | PartDate | None, BeforeValidator(read_letter_date)]
OptionalDay = Annotated[datetime.date | None, BeforeValidator(read_date)]
Time = Annotated[datetime.time | None, BeforeValidator(read_time)]
Satang = Annotated[int, BeforeValidator(read_satang)]
Yes = Annotated[bool, BeforeValidator(read_yes)]
Key = Annotated[str, BeforeValidator(read_key)]
Address = Annotated[str, BeforeValidator(read_address)]
Words = Annotated[str, BeforeValidator(read_text), AfterValidator(refuse_reference)]
Given = Annotated[str, BeforeValidator(read_text), StringConstraints(min_length=1), AfterValidator(refuse_reference)]
