"""What kind of words a change touched: a number, a date, a name. A reviewer looks at those twice."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property

from saraban import thai
from saraban.content.gazetteer import CAPITAL, CAPITAL_SHORT, SHORT_NAME, provinces
from saraban.review.changes import TextChange
from saraban.review.marked import side_words
from saraban.review.tokens import Words, ends, plain_words, tokens

NUMBER, DATE, NAME, STYLE = 'number', 'date', 'name', 'style'
_MONTHS, _SHORT_MONTHS = ('|'.join(map(re.escape, names)) for names in (thai.MONTHS, thai.SHORT_MONTHS))
_WEEKDAY = f'วัน(?:{"|".join(thai.WEEKDAYS)})'
_DAYS = r'(?:[0-9๐-๙]{1,2}(?:\s*(?:-|–|ถึง|และ)\s*[0-9๐-๙]{1,2})?\s*)'
_YEAR = r'(?:\s*(?:พ\.ศ\.\s*)?[0-9๐-๙]{2,4})'
_DATE = re.compile(
    rf'(?:{_WEEKDAY}(?:ที่)?\s*)?{_DAYS}?(?:{_MONTHS}){_YEAR}?|{_WEEKDAY}'
    # ก.พ. alone is an office: a short month has its day or its year beside it.
    rf'|(?:{_WEEKDAY}(?:ที่)?\s*)?{_DAYS}(?:{_SHORT_MONTHS}){_YEAR}?|(?:{_SHORT_MONTHS}){_YEAR}'
)
_NUMBER = re.compile(r'[0-9๐-๙]+(?:[.,:/][0-9๐-๙]+)*')
_LETTERS = '[ก-ฺเ-๎]+'  # no digit, no ฿, no ๏
_RANK = r'(?:พล|พัน|ร้อย)(?:ตำรวจ)?(?:เอก|โท|ตรี)|(?:พล|พ|ร)\.?(?:ต\.)?[อทต]\.'
_TITLE = rf'(?:นางสาว|นาย(?:แพทย์)?|นาง|(?:ว่าที่\s?)?(?:{_RANK})|(?:(?:รศ|ผศ|ศ|ดร)\.\s?)+)'
_PERSON = re.compile(rf'({_TITLE})\s?{_LETTERS}\s+{_LETTERS}')


class Tagger:
    """Tells of each span of a text what kind of words it touches."""

    def __init__(self, names: Iterable[str], words: Words | None = None) -> None:
        """Takes the names of both versions (recipients, venues, agencies; the provinces are known), and what finds words."""
        self._given = {name for name in names if len(name) > SHORT_NAME or (len(name) > 1 and name not in provinces())}
        self._words = words or plain_words()

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
        for pattern in (self._names, self._short):
            found += [(*match.span(), NAME) for match in pattern.finditer(words)]
        return [*found, *self._persons(words)]

    def _persons(self, words: str) -> Iterator[tuple[int, int, str]]:
        """Titles with a name and a surname: นาย is one, and no part of a word (นายก, เจ้านาย), nor is the ศ. of พ.ศ."""
        if not (matches := list(_PERSON.finditer(words))):
            return
        places = set(ends(tokens(words, self._words)))
        yield from ((*match.span(), NAME) for match in matches if {match.start(), match.end(1)} <= places)


def _touching(found: Iterable[tuple[int, int, str]], start: int, stop: int) -> Iterator[str]:
    return (tag for first, last, tag in found if first < stop and start < last)
