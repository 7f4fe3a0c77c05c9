"""Where Thai typing puts spaces: around ๆ, before ฯลฯ, outside brackets, between a number and its unit; Thai digits."""

from __future__ import annotations

import re
from collections.abc import Iterator

from saraban import thai
from saraban.checks.flaws import FIGURE, Flaw

_D = '0-9๐-๙'
_THAI = 'ก-ฮะ-ฺเ-๎ๆฯ'
_UNITS = (
    'คน|ราย|บาท|สตางค์|จังหวัด|อำเภอ|ตำบล|หมู่บ้าน|แห่ง|รุ่น|ครั้ง|วัน|เดือน|ปี|ชั่วโมง|นาที|ชุด|ฉบับ|แผ่น|เล่ม|หน้า|ข้อ|โครงการ|กิจกรรม|กลุ่ม|หน่วยงาน'
    '|อัตรา|ตำแหน่ง|ครัวเรือน|ล้าน|แสน|หมื่น|พัน|กิโลเมตร|เมตร|คัน|ห้อง|มื้อ|คืน'
)
_LABELS = 'จำนวน|รุ่นที่|วันที่|ครั้งที่|เวลา|ประมาณ|ไม่เกิน|มาตรา'
_MONTHS = '|'.join(thai.MONTHS)
_REPEAT = re.compile('ๆ+')
_MAY_OPEN = ' \n(["“‘'
_MAY_FOLLOW = ' \n)]"”’,.;:/*'
_SPACED_SIGN = re.compile(r'(?<=[ก-๎]) +(?=ฯ(?!ลฯ|พณฯ))')
_TIGHT_ETC = re.compile(r'(?<=[ก-๎\d)])(?=ฯลฯ)')
_TWO_SPACES = re.compile(r'(?<=\S) {2,}(?=\S)')
_INSIDE_OPEN = re.compile(r'(?<=[(\[“‘]) +')
_INSIDE_CLOSE = re.compile(r'(?<=[^\s]) +(?=[)\]”’])')
_BEFORE_OPEN = re.compile(rf'(?<=[{_THAI}A-Za-z])(?=[(“])')
_AFTER_CLOSE = re.compile(r'(?<=[)”])(?=[ก-ฮเ-ไA-Za-z])')
_TIGHT_UNIT = re.compile(rf'(?<=[{_D}{FIGURE}])(?=(?:{_UNITS}))')
_TIGHT_LABEL = re.compile(rf'(?:(?<![ก-๎])|(?<=[\s(]))(?:{_LABELS})(?=[{_D}{FIGURE}])|พ\.ศ\.(?=[{_D}])|ค\.ศ\.(?=[{_D}])')
_TIGHT_DASH = rf'(?<=[{_D}])(?:-|–| –|– | -|- | – )'
_RANGE = re.compile(rf'{_TIGHT_DASH}(?=[{_D}]{{1,2}} (?:{_MONTHS})|[{_D}]{{1,2}}[.:][{_D}]{{2}} ?น\.)')
_ARABIC = re.compile(r'(?<![A-Za-z0-9๐-๙.,/@_:%-])[0-9](?:[0-9,./:-]*[0-9])?(?![A-Za-z0-9๐-๙@_%])')
# Where Arabic digits are at home: addresses, and names in Latin letters before or after.
_AT_HOME_AFTER = re.compile(
    r'(?:[A-Za-z][A-Za-z.+-]*[ -]?|เลขที่ ?|ถนน[ก-๎]* ?|ซอย[ก-๎]* ?|หมู่ ?|หมู่ที่ ?|ชั้น ?|ห้อง ?|อาคาร[ก-๎]* ?|โทร(?:\.|ศัพท์|สาร)?[ 0-9-]*'
    r'|หมายเลข ?|รหัสไปรษณีย์ ?|จังหวัด[ก-๎]+ |กรุงเทพ(?:มหานคร|ฯ) )$'
)
_AT_HOME_BEFORE = re.compile(r'[ -]?(?:[A-Za-z]|ถนน|ซอย|หมู่|ถ\.|ซ\.|ม\.)')
_LOOK_BACK = 60  # letters before a number in which an address or a name is looked for
_ITEM = re.compile(rf'(?:^|(?<=\s))(?:[{_D}]{{1,3}}(?:\.[{_D}]+)*|[ก-ฮa-zA-Z])\)')  # ๑) ก) before an item


def repeats(text: str) -> Iterator[Flaw]:
    """ๆ with a space before and after it."""
    for match in _REPEAT.finditer(text):
        before = '' if not match.start() or text[match.start() - 1] in _MAY_OPEN else ' '
        after = '' if match.end() == len(text) or text[match.end()] in _MAY_FOLLOW else ' '
        if before or after:
            yield Flaw('mai-yamok', *match.span(), f'{before}{match[0]}{after}')


def short_signs(text: str) -> Iterator[Flaw]:
    """ฯ tight to its word, ฯลฯ after a space."""
    for match in _SPACED_SIGN.finditer(text):
        yield Flaw('paiyannoi', *match.span(), '')
    for match in _TIGHT_ETC.finditer(text):
        yield Flaw('paiyannoi', *match.span(), ' ')


def double_spaces(text: str) -> Iterator[Flaw]:
    """One space between words."""
    for match in _TWO_SPACES.finditer(text):
        yield Flaw('double-space', *match.span(), ' ')


def brackets(text: str) -> Iterator[Flaw]:
    """A space outside brackets and quotation marks, none inside."""
    for pattern, right in ((_INSIDE_OPEN, ''), (_INSIDE_CLOSE, ''), (_BEFORE_OPEN, ' '), (_AFTER_CLOSE, ' ')):
        for match in pattern.finditer(text):
            yield Flaw('bracket-space', *match.span(), right)


def pairs(text: str) -> Iterator[Flaw]:
    """Each bracket and quotation mark has its other one: of each kind the first that has not."""
    for opening, closing in ('()', '[]', '“”', '‘’', '«»'):
        alone = _first_alone(text, opening, closing) if opening in text or closing in text else None
        if alone is not None:
            yield Flaw('unbalanced', alone, alone + 1)
    quotes = [match.start() for match in re.finditer('"', text)]
    inches = [position for position in quotes if re.match(rf'[{_D}]', text[max(0, position - 1) :])]
    if len(quotes) % 2 and (len(quotes) - len(inches)) % 2:
        yield Flaw('unbalanced', quotes[-1], quotes[-1] + 1)


def _first_alone(text: str, opening: str, closing: str) -> int | None:
    """The first of a pair's signs that has no other one; `๑)` before an item needs none, ’ may be an apostrophe."""
    waiting: list[int] = []
    strays: list[int] = []
    for match in re.finditer(f'[{re.escape(opening + closing)}]', text):
        if match[0] == opening:
            waiting.append(match.start())
        elif waiting:
            waiting.pop()
        else:
            strays.append(match.start())
    marks = len(_ITEM.findall(text)) if closing == ')' else len(strays) if closing == '’' else 0
    return strays[marks] if len(strays) > marks else waiting[0] if waiting else None


def numbers(text: str) -> Iterator[Flaw]:
    """A space between a number and what it counts, after จำนวน and พ.ศ., and around the hyphen of a range of days."""
    for match in _TIGHT_UNIT.finditer(text):
        yield Flaw('number-space', *match.span(), ' ')
    for match in _TIGHT_LABEL.finditer(text):
        yield Flaw('number-space', match.end(), match.end(), ' ')
    for match in _RANGE.finditer(text):
        yield Flaw('range-space', *match.span(), ' - ')


def arabic_digits(text: str) -> Iterator[Flaw]:
    """Thai digits in running text; Arabic ones stay in addresses and beside Latin letters."""
    for match in _ARABIC.finditer(text):
        before = text[max(0, match.start() - _LOOK_BACK) : match.start()]
        if not _AT_HOME_AFTER.search(before) and not _AT_HOME_BEFORE.match(text, match.end()):
            yield Flaw('text-digits', *match.span(), thai.digits(match[0]))


EVERYWHERE = (double_spaces, pairs)
IN_SENTENCES = (repeats, short_signs, brackets, numbers, arabic_digits)
