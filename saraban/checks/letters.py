"""How a letter is worded: ด้วย without นั้น, ตามที่ with it; what it encloses is cited, what it cites is enclosed."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator

from saraban import thai
from saraban.checks.dates import WRITTEN_DATE, day_of
from saraban.checks.desk import REFERENCE, Desk, Words
from saraban.content.model import LetterFile
from saraban.content.project import Project
from saraban.errors import Finding
from saraban.views.names import letter_of

_D = '[0-9๐-๙]'
_CITED = re.compile(rf'สิ่งที่ส่งมาด้วย(?:\s*(?:ข้อ|ลำดับ)?\s*({_D}+(?:\s*(?:-|–|ถึง|,|และ)\s*{_D}+)*))?')
_OTHERWISE_CITED = re.compile(r'แนบท้าย|แนบมา|ที่แนบ|ดังแนบ|ตามเอกสารแนบ|ส่งมาพร้อม')
_LETTER = re.compile(
    rf'ที่\s+([ก-ฮ]{{1,4}})\s*([0-9๐-๙.]*)/(ว\s*)?({_D}+)\s+ลงวันที่\s+({_D}{{1,2}}\s+(?:{"|".join(thai.MONTHS)})\s+(?:พ\.ศ\.\s*)?{_D}{{4}})'
)


def causes_end_rightly(desk: Desk) -> Iterator[Finding]:
    """A cause that begins with ด้วย or เนื่องจาก does not end in นั้น; one that begins with ตามที่ does."""
    for words in _paragraphs(desk):
        text = words.text.strip()
        if re.match(r'ด้วย|เนื่องจาก|เนื่องด้วย', text) and re.search(r'นั้น[.\s]*$', text):
            yield Finding('duay-nan', words.passage.place(words.passage.text.rindex('นั้น')))
        elif re.match(r'ตามที่|ตามหนังสือ', text) and 'นั้น' not in text:
            yield Finding('tamthi-nan', words.passage.place())


def enclosures_are_cited(desk: Desk) -> Iterator[Finding]:
    """Every enclosure is cited in the body, and every one that the body cites is enclosed."""
    letter = desk.project.letter
    if letter is None:
        return
    count = len(letter.text.enclosures)
    cited: set[int] = set()
    named = False
    for words in _paragraphs(desk):
        for match in _CITED.finditer(words.text):
            named = True
            numbers = _numbers(match[1] or '')
            cited |= numbers or set(range(1, count + 1))
            too_many = [number for number in numbers if number > max(count, 1)] or ([1] if not count else [])
            for number in too_many:
                values = {
                    'number': number,
                    'count': count,
                    'number_th': thai.number(number),
                    'count_th': thai.number(count),
                }
                yield Finding('cited-not-enclosed', words.place(match.start(), match.start() + 8), values)
        named = named or bool(_OTHERWISE_CITED.search(words.text))
    yield from _uncited(desk.project, letter, cited, named=named)


def cited_letters_are_those_issued(desk: Desk) -> Iterator[Finding]:
    """A letter of this project that a text cites by number has the date that content gives it, and the other way round."""
    issued = list(_issued(desk.project))
    for words in desk.words:
        for match in _LETTER.finditer(words.text):
            written = WRITTEN_DATE.search(match[5])
            number, day = thai.arabic(match[4]), day_of(*written.groups()[1:]) if written else None
            if match[1] != desk.project.main.agency.code or (number, day) in issued:
                continue
            for known, date in issued:
                if known == number or date == day:
                    values = {
                        'number': known,
                        'number_th': thai.digits(known),
                        'date_th': thai.date(date),
                        'date': f'{date}',
                    }
                    yield Finding('cited-letter', words.place(match.start(4), match.end()), values)


def _uncited(project: Project, letter: LetterFile, cited: set[int], *, named: bool) -> Iterator[Finding]:
    for index in range(len(letter.text.enclosures)):
        if index + 1 not in cited and (cited or not named):
            place = project.place('letter.yaml', letter.invite_by, 'enclosures', index)
            yield Finding('enclosure-uncited', place, {'number': index + 1, 'number_th': thai.number(index + 1)})


def _paragraphs(desk: Desk) -> Iterator[Words]:
    """The body's paragraphs of the chosen way to invite."""
    letter = desk.project.letter
    for words in desk.within('letter.yaml'):
        if letter and words.passage.loc[:2] == (letter.invite_by, 'body') and words.text.strip(f' {REFERENCE}'):
            yield words


def _numbers(text: str) -> set[int]:
    """The numbers of `๑ - ๓`, `๑, ๒ และ ๔`."""
    found: set[int] = set()
    for part in re.split(r'\s*(?:,|และ)\s*', thai.arabic(text)):
        ends = [int(number) for number in re.findall(r'\d{1,3}', part)]
        found |= set(range(ends[0], ends[-1] + 1)) if ends else set()
    return found


def _issued(project: Project) -> Iterator[tuple[str, datetime.date]]:
    """Number and date of each letter that content has both of."""
    for a_round in project.rounds:
        letter, _ = letter_of(project, a_round)
        if letter.number and isinstance(letter.date, datetime.date):
            yield thai.arabic(letter.number), letter.date
    for recipient in project.recipients:
        if recipient.number and isinstance(recipient.date, datetime.date):
            yield thai.arabic(recipient.number), recipient.date
