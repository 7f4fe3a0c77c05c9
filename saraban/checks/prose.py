"""Figures inside sentences: money in figures against words, so many each against so many in all, counts of this project."""

from __future__ import annotations

import re
from collections.abc import Iterator

from saraban import thai
from saraban.checks.desk import Desk, Words, masked
from saraban.checks.readings import read_baht
from saraban.checks.tables import amount
from saraban.content import model
from saraban.content.passages import Passage
from saraban.content.project import Project
from saraban.errors import Finding

_D = '[0-9๐-๙]'
_N = rf'(?<![0-9๐-๙,])({_D}{{1,3}}(?:,{_D}{{3}}){{1,5}}|{_D}{{1,15}})'
_MONEY = re.compile(
    rf'(?<![0-9๐-๙,.])({_D}[0-9๐-๙,]{{0,20}}(?:\.{_D}{{2}})?)\s*บาท\s*\((\s*(?:หนึ่ง|สอง|สาม|สี่|ห้า|หก|เจ็ด|แปด|เก้า|สิบ|ยี่)[ก-๎\s]*?(?:บาท|สตางค์)[ก-๎\s]*?)\)'
)
# จำนวน ๗,๒๕๕ ตำบล ตำบลละ ๒ คน รวมจำนวน ๑๔,๕๑๐ อัตรา
_EACH = re.compile(
    rf'{_N}\s*([ก-ฮเ-ไ][ก-๎]*?)\s+\2ละ\s*{_N}\s*[ก-๎]+\s+รวม(?:จำนวน|ทั้งสิ้น|ทั้งหมด|เป็นจำนวน|เป็น|เป็นเงิน)?\s*{_N}'
)
_ALL_PEOPLE = re.compile(rf'กลุ่มเป้าหมาย(?:จำนวน|รวม)?(?:ทั้งสิ้น|ทั้งหมด)\s*(?:จำนวน\s*)?{_N}\s*(คน|ราย)')
_ROUNDS = re.compile(rf'(?:แบ่งการดำเนินงาน|ดำเนินการ|จัดอบรม|จัดประชุม|จัด|แบ่ง)(?:ออก)?เป็น(?:จำนวน)?\s*{_N}\s*รุ่น')
_OF_ROUNDS = re.compile(rf'\((?:จำนวน\s*)?{_N}\s*รุ่น\)')
_EACH_ROUND = re.compile(rf'{_N}\s*(?:คน|ราย)\s*(?:/|ต่อ)\s*รุ่น|รุ่นละ\s*{_N}')
_EACH_RECIPIENT = re.compile(rf'(?:จังหวัด|แห่ง|หน่วยงาน)ละ\s*{_N}\s*(?:คน|ราย)')
_DISTRICTS = re.compile(rf'{_N}\s*อำเภอ')
_QUANTITY = re.compile(rf'{_N}\s*(?:คน|วัน|มื้อ|คืน|ชั่วโมง|ครั้ง|รุ่น|ห้อง|ชุด|เล่ม|คัน|เดือน)')
_RATE = re.compile(rf'ละ\s*({_D}[0-9๐-๙,]{{0,20}}(?:\.{_D}{{2}})?)\s*บาท')


def money_reads_as_its_figures(desk: Desk) -> Iterator[Finding]:
    """An amount's words in brackets say its figures."""
    for words in desk.words:
        for match in _MONEY.finditer(words.text):
            satang = amount(match[1])
            if satang is not None and read_baht(match[2]) != satang:
                values = {'figures': f'{satang / 100:,.2f}', 'figures_th': thai.baht(satang)}
                place = words.place(match.start(2), match.end(2))
                yield Finding('money-words', place, {**values, 'right': thai.baht_in_words(satang)})


def so_many_each_make_so_many(desk: Desk) -> Iterator[Finding]:
    """`๗,๒๕๕ ตำบล ตำบลละ ๒ คน รวม ๑๔,๕๑๐`: the product is what it says."""
    for words in desk.words:
        for match in _EACH.finditer(words.text):
            units, each, total = (_whole(match[group]) for group in (1, 3, 4))
            if units * each != total:
                said = f'{units:,} × {each:,} = {units * each:,}'
                yield _differs('sum-differs', words, match, 4, total, units * each, said)


def counts_are_the_projects(desk: Desk) -> Iterator[Finding]:
    """A count of people or rounds that is typed into a sentence is the one that is reckoned."""
    project = desk.project
    for words in desk.words:
        if words.passage.file == 'audience.yaml':
            continue
        if project.audience:
            for match in _ALL_PEOPLE.finditer(words.text):
                if _whole(match[1]) != project.audience_total:
                    yield _differs('typed-figure', words, match, 1, _whole(match[1]), project.audience_total)
        if len(project.rounds) > 1:
            for match in _ROUNDS.finditer(words.text):
                if _whole(match[1]) != len(project.rounds):
                    yield _differs('typed-figure', words, match, 1, _whole(match[1]), len(project.rounds))


def labels_say_what_is_reckoned(desk: Desk) -> Iterator[Finding]:
    """A figure that is typed into a group's label is the group's own."""
    project = desk.project
    for index, group in enumerate(project.groups):
        passage = _passage(desk, 'audience.yaml', ('groups', index, 'label'))
        if passage is not None:
            yield from _label(project, group, passage)


def budget_lines_say_what_they_cost(desk: Desk) -> Iterator[Finding]:
    """`ค่าอาหาร ๔๐ คน ๒ วัน วันละ ๑๒๐ บาท`: the figures of a cost's label are its rate and its quantities."""
    for index, section in enumerate(desk.project.proposal.sections):
        for position, piece in enumerate(section.body):
            for number, category in enumerate(piece.budget.categories if piece.budget else ()):
                for row, line in enumerate(category.lines):
                    loc = ('sections', index, 'body', position, 'budget', 'categories', number, 'lines', row, 'label')
                    passage = _passage(desk, 'proposal.yaml', loc)
                    if passage is not None and line.rate is not None:
                        yield from _cost(line, passage)


def _label(project: Project, group: model.Group, passage: Passage) -> Iterator[Finding]:
    """Only the words that content itself types: what a reference gives is right."""
    text = masked(passage.text)
    expected: list[tuple[re.Pattern[str], int]] = [(_OF_ROUNDS, len(project.rounds))]
    if group.per == 'round':
        expected.append((_EACH_ROUND, group.count))
    if group.per == 'recipient':
        expected.append((_EACH_RECIPIENT, group.count))
    if group.per == 'districts':
        expected.append((_DISTRICTS, project.units(group)))
    for pattern, reckoned in expected:
        for match in pattern.finditer(text):
            at = match.lastindex or 1
            if _whole(match[at]) != reckoned:
                yield _differs('typed-figure', Words(passage, text), match, at, _whole(match[at]), reckoned)


def _cost(line: model.BudgetLine, passage: Passage) -> Iterator[Finding]:
    text = masked(passage.text)
    words = Words(passage, text)
    for match in _QUANTITY.finditer(text):
        if line.times and _whole(match[1]) not in line.times:
            yield _differs('typed-figure', words, match, 1, _whole(match[1]), line.times[0])
    for match in _RATE.finditer(text):
        rate = amount(match[1])
        if rate is not None and line.rate is not None and rate != line.rate:
            yield _differs('typed-figure', words, match, 1, rate // 100, line.rate // 100)


def _differs(
    rule: str, words: Words, match: re.Match[str], group: int, stated: int, reckoned: int, said: str = ''
) -> Finding:
    values = {'stated': f'{stated:,}', 'reckoned': f'{reckoned:,}', 'sum': said}
    in_thai = {f'{name}_th': thai.digits(value) for name, value in values.items()}
    found = words.text[match.start(group) : match.end()]
    return Finding(rule, words.passage.find(found), {**values, **in_thai})


def _passage(desk: Desk, file: str, loc: tuple[str | int, ...]) -> Passage | None:
    return next((passage for passage in desk.passages if passage.file == file and passage.loc == loc), None)


def _whole(text: str) -> int:
    return int(thai.arabic(text).replace(',', ''))
