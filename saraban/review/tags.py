"""What kind of words a change touched: a number, a date, a name. A reviewer looks at those twice."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property

from saraban import thai
from saraban.content.gazetteer import CAPITAL, CAPITAL_SHORT, SHORT_NAME, provinces
from saraban.review.changes import TextChange
from saraban.review.marked import side_words

NUMBER, DATE, NAME, STYLE = 'number', 'date', 'name', 'style'
_MONTHS = '|'.join(map(re.escape, (*thai.MONTHS, *thai.SHORT_MONTHS)))
_WEEKDAY = f'วัน(?:{"|".join(thai.WEEKDAYS)})'
_DAYS = r'(?:[0-9๐-๙]{1,2}(?:\s*(?:-|–|ถึง|และ)\s*[0-9๐-๙]{1,2})?\s*)'
_DATE = re.compile(
    rf'(?:{_WEEKDAY}(?:ที่)?\s*)?{_DAYS}?(?:{_MONTHS})(?:\s*(?:พ\.ศ\.\s*)?[0-9๐-๙]{{4}})?'
    rf'|{_WEEKDAY}'
)
_NUMBER = re.compile(r'[0-9๐-๙]+(?:[.,:/][0-9๐-๙]+)*')
_PERSON = re.compile(r'(?:นางสาว|นาย|นาง|ดร\.|ศ\.|รศ\.|ผศ\.|พล\.?[ตทอ]\.|ว่าที่ร้อย\S+)\s?[ก-๙]+\s+[ก-๙]+')


class Tagger:
    """Tells of each span of a text what kind of words it touches."""

    def __init__(self, names: Iterable[str]) -> None:
        """Takes the names of both versions: recipients, venues, agencies. The provinces are known."""
        self._given = {name for name in names if len(name) > 1}

    @cached_property
    def _names(self) -> re.Pattern[str]:
        known = self._given | {CAPITAL, *CAPITAL_SHORT} | {name for name in provinces() if len(name) > SHORT_NAME}
        longest = sorted(known, key=len, reverse=True)
        return re.compile('|'.join(map(re.escape, longest)))

    @cached_property
    def _short(self) -> re.Pattern[str]:
        names = '|'.join(sorted(name for name in provinces() if len(name) <= SHORT_NAME))
        return re.compile(rf'(?<=จังหวัด)(?:{names})|(?:^|(?<=\s))(?:{names})(?=\s|$)')

    def __call__(self, text: TextChange) -> Sequence[tuple[str, ...]]:
        """The tags of each span of a text; none for what stayed, and for a number that the program counts."""
        if not text.to_read:
            return [()] * len(text.spans)
        old, new = self._found(side_words(text, 'old')), self._found(side_words(text, 'new'))
        tags: list[tuple[str, ...]] = []
        place = other = 0
        for span in text.spans:
            stop = place + sum(len(run.text) for run in span.old)
            end = other + sum(len(run.text) for run in span.new)
            found = [] if span.kind == 'same' else [*_touching(old, place, stop), *_touching(new, other, end)]
            if span.kind == 'restyled':
                found = [STYLE]
            tags.append(tuple(dict.fromkeys(found)))
            place, other = stop, end
        return tags

    def _found(self, words: str) -> list[tuple[int, int, str]]:
        """The dates, numbers and names of a text; a number inside a date is no number of its own."""
        found = [(*match.span(), DATE) for match in _DATE.finditer(words)]
        dates = [(start, stop) for start, stop, _ in found]
        for match in _NUMBER.finditer(words):
            if not any(start <= match.start() < stop for start, stop in dates):
                found.append((*match.span(), NUMBER))
        for pattern in (self._names, self._short, _PERSON):
            found += [(*match.span(), NAME) for match in pattern.finditer(words)]
        return found


def _touching(found: Iterable[tuple[int, int, str]], start: int, stop: int) -> Iterator[str]:
    return (tag for first, last, tag in found if first < stop and start < last)
