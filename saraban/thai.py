"""Numerals, dates, ranges and money as a Thai official page writes them: pure text, no state.

Years are C.E. in `datetime.date` and B.E. (C.E. + 543) on the page; money is reckoned in whole satang, never in floats.
Forms follow the writing rules of สารบรรณ and what Government House texts do (a spaced hyphen in ranges, the year once).
"""

from __future__ import annotations

import datetime
from collections.abc import Sequence

BUDDHIST_OFFSET = 543
MONTHS = (
    'มกราคม', 'กุมภาพันธ์', 'มีนาคม', 'เมษายน', 'พฤษภาคม', 'มิถุนายน',
    'กรกฎาคม', 'สิงหาคม', 'กันยายน', 'ตุลาคม', 'พฤศจิกายน', 'ธันวาคม',
)  # fmt: skip
SHORT_MONTHS = (
    'ม.ค.', 'ก.พ.', 'มี.ค.', 'เม.ย.', 'พ.ค.', 'มิ.ย.', 'ก.ค.', 'ส.ค.', 'ก.ย.', 'ต.ค.', 'พ.ย.', 'ธ.ค.',
)  # fmt: skip
WEEKDAYS = ('จันทร์', 'อังคาร', 'พุธ', 'พฤหัสบดี', 'ศุกร์', 'เสาร์', 'อาทิตย์')

_TO_THAI = str.maketrans('0123456789', '๐๑๒๓๔๕๖๗๘๙')
_TO_ARABIC = str.maketrans('๐๑๒๓๔๕๖๗๘๙', '0123456789')
_DIGIT_NAMES = ('', 'หนึ่ง', 'สอง', 'สาม', 'สี่', 'ห้า', 'หก', 'เจ็ด', 'แปด', 'เก้า')
_PLACE_NAMES = ('', 'สิบ', 'ร้อย', 'พัน', 'หมื่น', 'แสน')


def digits(value: object) -> str:
    """The text of a value with Thai digits: `11/2563` gives `๑๑/๒๕๖๓`."""
    return str(value).translate(_TO_THAI)


def arabic(text: str) -> str:
    """A text with Arabic digits."""
    return text.translate(_TO_ARABIC)


def number(value: int) -> str:
    """A whole number in Thai digits with thousands parted by commas: `๑,๑๕๘`."""
    return digits(f'{value:,}')


def be_year(year: int) -> str:
    """A C.E. year as the B.E. year in Thai digits: 2020 gives `๒๕๖๓`."""
    return digits(year + BUDDHIST_OFFSET)


def fiscal_year(day: datetime.date) -> int:
    """The B.E. fiscal year of a day: it begins on 1 October of the year before."""
    return day.year + BUDDHIST_OFFSET + (day.month >= 10)


def month(year: int, month_number: int) -> str:
    """A month of a C.E. year in full: `ตุลาคม ๒๕๖๓`."""
    return f'{MONTHS[month_number - 1]} {be_year(year)}'


def date(day: datetime.date) -> str:
    """A date in full, no พ.ศ.: `๑๖ เมษายน ๒๕๕๖`."""
    return f'{digits(day.day)} {month(day.year, day.month)}'


def weekday(day: datetime.date) -> str:
    """A day of the week with วัน: `วันพฤหัสบดี`."""
    return f'วัน{WEEKDAYS[day.weekday()]}'


def weekday_date(day: datetime.date) -> str:
    """A day's heading in a schedule: `วันพฤหัสบดีที่ ๒๖ พฤศจิกายน ๒๕๖๓`."""
    return f'{weekday(day)}ที่ {date(day)}'


def date_range(start: datetime.date, end: datetime.date) -> str:
    """A range of days; what both ends share is written once: `๒๖ - ๒๗ พฤศจิกายน ๒๕๖๓`.

    Raises:
        ValueError: `end` is before `start`.
    """
    if end < start:
        msg = f'{end} is before {start}'
        raise ValueError(msg)
    if start == end:
        return date(start)
    if start.year != end.year:
        return f'{date(start)} - {date(end)}'
    if start.month != end.month:
        return f'{digits(start.day)} {MONTHS[start.month - 1]} - {date(end)}'
    return f'{digits(start.day)} - {date(end)}'


def during(start: datetime.date, end: datetime.date) -> str:
    """When something takes place: `ระหว่างวันที่ ๒๖ - ๒๗ พฤศจิกายน ๒๕๖๓`, or `ในวันที่ …` for one day."""
    return f'{"ในวันที่" if start == end else "ระหว่างวันที่"} {date_range(start, end)}'


def weekday_range(start: datetime.date, end: datetime.date) -> str:
    """A range of days with their weekdays: `วันพฤหัสบดีที่ ๒๖ - วันศุกร์ที่ ๒๗ พฤศจิกายน ๒๕๖๓`."""
    if start == end:
        return weekday_date(start)
    first = date(start)
    if start.year == end.year:
        first = digits(start.day) if start.month == end.month else f'{digits(start.day)} {MONTHS[start.month - 1]}'
    return f'{weekday(start)}ที่ {first} - {weekday_date(end)}'


def baht(satang: int) -> str:
    """An amount in figures, in satang: `๑๕๐,๐๐๐`, or `๑๒.๕๐` where there is part of a baht."""
    whole, part = divmod(satang, 100)
    return number(whole) + (digits(f'.{part:02d}') if part else '')


def baht_in_words(satang: int) -> str:
    """An amount in words, in satang: `หนึ่งแสนห้าหมื่นบาทถ้วน`, `สิบสองบาทห้าสิบสตางค์`.

    Raises:
        ValueError: a negative amount.
    """
    if satang < 0:
        msg = f'{satang} satang is less than nothing'
        raise ValueError(msg)
    whole, part = divmod(satang, 100)
    if not part:
        return f'{number_in_words(whole)}บาทถ้วน'
    return (f'{number_in_words(whole)}บาท' if whole else '') + f'{number_in_words(part)}สตางค์'


def number_in_words(value: int) -> str:
    """A whole number that is not negative, as it is read: 21 gives `ยี่สิบเอ็ด`, 0 gives `ศูนย์`."""
    if value == 0:
        return 'ศูนย์'
    millions, rest = divmod(value, 1_000_000)
    return (f'{number_in_words(millions)}ล้าน' if millions else '') + _below_million(rest, after_more=bool(millions))


def _below_million(value: int, *, after_more: bool) -> str:
    words: list[str] = []
    figures = str(value)
    for place, figure in zip(range(len(figures) - 1, -1, -1), map(int, figures), strict=True):
        if not figure:
            continue
        name = _DIGIT_NAMES[figure]
        if place == 1 and figure == 2:
            name = 'ยี่'
        elif place == 1 and figure == 1:
            name = ''
        elif place == 0 and figure == 1 and (words or after_more):
            name = 'เอ็ด'
        words.append(name + _PLACE_NAMES[place])
    return ''.join(words)


def joined(names: Sequence[str]) -> str:
    """Names in a row of words: `ก`, `ก และ ข` … with spaces between and และ before the last."""
    if len(names) < 2:
        return ''.join(names)
    return f'{" ".join(names[:-1])} และ{names[-1]}'
