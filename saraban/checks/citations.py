"""ข้อ and section numbers that a text cites in this project's own papers: they exist."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from saraban import thai
from saraban.checks.desk import Desk, masked
from saraban.content.model import Item
from saraban.errors import Finding
from saraban.views.proposal import item_number

_NUMBER = r'([0-9๐-๙]{1,3}(?:\.[0-9๐-๙]{1,3}){0,2})(?![0-9๐-๙.]*[0-9๐-๙/])'
# Only what can be meant for the paper itself: ข้อ ๔.๒ of a law or a strategy is somebody else's.
_OWN_SECTION = re.compile(rf'หัวข้อ(?:ที่)?\s*{_NUMBER}')
_OWN_ITEM = re.compile(rf'(?<!หัว)ข้อ\s*{_NUMBER}\s*(?:ข้างต้น|ข้างบน|ข้างล่าง|ดังกล่าว|ของโครงการ(?:ฯ|นี้)|แห่งโครงการ(?:ฯ|นี้))')
_SEE_ITEM = re.compile(rf'(?:ตาม|ใน|ดู|รายละเอียดตาม|ที่ระบุใน)ข้อ\s*{_NUMBER}(?!\s*(?:ของ|แห่ง))')
_OF_PROJECT = re.compile(rf'โครงการฯ\s*(?:หัว)?ข้อ\s*{_NUMBER}')
_ANOTHERS = re.compile(
    r'(?:ระเบียบ|พระราช|กฎ|ประกาศ|คำสั่ง|ยุทธศาสตร์|แผน|หนังสือ|มติ|สัญญา|ข้อบังคับ|หลักเกณฑ์|เงื่อนไข|คู่มือ|ฉบับ|มาตรา|TOR)[^\n]{0,160}$'
)


def cited_sections_exist(desk: Desk) -> Iterator[Finding]:
    """A section or item of the proposal that a text cites as its own is there."""
    numbers = set(_numbers(desk))
    for passage in desk.passages:
        if passage.file not in {'proposal.yaml', 'letter.yaml', 'schedule.yaml', 'forms.yaml'}:
            continue
        text = masked(passage.text)
        patterns = [_OWN_SECTION, _OWN_ITEM, _OF_PROJECT]
        if passage.file == 'proposal.yaml':
            patterns.append(_SEE_ITEM)
        for pattern in patterns:
            for match in pattern.finditer(text):
                number = thai.arabic(match[1])
                if number not in numbers and not _ANOTHERS.search(text[max(0, match.start() - 200) : match.start()]):
                    last = max((int(known) for known in numbers if '.' not in known), default=0)
                    values = {'number': number, 'number_th': match[1], 'last': last, 'last_th': thai.number(last)}
                    yield Finding('unknown-section', passage.place(match.start(1)), values)


def _numbers(desk: Desk) -> Iterator[str]:
    """The numbers that the proposal prints: `3`, `2.1`, `2.1.1`."""
    for index, section in enumerate(desk.project.proposal.sections, 1):
        yield str(index)
        for piece in section.body:
            yield from _items(piece.items or [], (index,))


def _items(items: Sequence[Item], above: tuple[int, ...]) -> Iterator[str]:
    for position, item in enumerate(items, 1):
        if len(above) < 3:
            yield thai.arabic(item_number((*above, position)))
        yield from _items(item.items, (*above, position))
