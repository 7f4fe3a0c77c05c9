"""What stays together on a line: numbers with their units, dates, years, letter numbers, telephone numbers, item numbers."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from saraban import thai

_D = '[0-9๐-๙]'
BOX = '\ufffc'
"""Stands for a box without text in a line (OBJECT REPLACEMENT CHARACTER): where a number is to be written, its line."""
_NUMBER = rf'{_D}[0-9๐-๙,.]*'
_MONTH = f'(?:{"|".join(map(re.escape, (*thai.MONTHS, *thai.SHORT_MONTHS)))})'
_ERA = r'(?:พ\.ศ\.|ค\.ศ\.|ร\.ศ\.|ฮ\.ศ\.|จ\.ศ\.)'
_YEAR = rf'(?:{_ERA} ?)?{_D}{{4}}'
_RANGE = r' ?[-–] ?'
_UNITS = (
    'คน ท่าน ราย นาย รูป องค์ ครัวเรือน ครอบครัว บาท สตางค์ ดอลลาร์ ล้าน แสน หมื่น พัน ร้อย เท่า เปอร์เซ็นต์ ร้อยละ '
    'วัน เดือน ปี สัปดาห์ ชั่วโมง ชม. นาที วินาที น. โมง ครั้ง คราว รอบ รุ่น ชุด ฉบับ เล่ม แผ่น หน้า แฟ้ม ข้อ ประเด็น เรื่อง '
    'โครงการ กิจกรรม กลุ่ม คณะ ทีม หน่วย หน่วยงาน แห่ง จังหวัด อำเภอ ตำบล หมู่บ้าน หมู่ ชุมชน เขต อัตรา ตำแหน่ง ระดับ '
    'ขั้น ชั้น ด้าน กิโลเมตร กม. เมตร ม. เซนติเมตร ซม. มิลลิเมตร มม. ตารางเมตร ตร.ม. ไร่ งาน ตารางวา กิโลกรัม กก. กรัม ตัน '
    'ลิตร องศา คะแนน จุด ตัว คัน หลัง เครื่อง ลำ ใบ ชิ้น อัน เส้น ต้น ห้อง โต๊ะ คู่ สาย ช่อง ประเภท ชนิด ประการ ส่วน มื้อ คืน '
    'เสียง รายการ โรง สถานี คน/รุ่น'
)
"""Classifiers and units that follow a number. Those that a check of spacing asks a space of are fewer: a list of its own."""
_LABELS = (
    'ข้อ มาตรา หมวด บท ตอน วรรค หน้า เล่ม ลำดับ หมู่ ชั้น ห้อง ปี อันดับ รหัส เวลา ประมาณ ร้อยละ อายุ เลขหมาย หมายเลข จำนวน '
    'ครั้งที่ คราวที่ ฉบับที่ รุ่นที่ กลุ่มที่ ชุดที่ ตอนที่ บทที่ ข้อที่ วันที่ เลขที่ หมู่ที่ ชั้นที่ ห้องที่ ลำดับที่ อันดับที่ '
    'งวดที่ ไตรมาสที่ สมัยที่ แผ่นที่ ที่ พ.ศ. ค.ศ. ร.ศ. ม. ถ. ซ. น.ส.'
)
"""Words whose number follows."""


def _alternatives(words: str) -> str:
    return '|'.join(re.escape(word) for word in sorted(words.split(), key=len, reverse=True))


_KEPT = (
    # a letter's number: ที่ นร ๐๑๐๖/ว ๒๐๑๙
    rf'(?:ที่ )?[ก-ฮ]{{1,4}}\.? {_D}[0-9๐-๙.]*/(?: ?ว ?)?{_D}*',
    # telephone: โทร. ๐ ๒๒๒๑ ๐๘๗๗ ต่อ ๑๒
    rf'(?:โทร\.|โทรศัพท์|โทรสาร)(?:/โทรสาร)? ?(?:หมายเลข )?{_D}[0-9๐-๙ \-–]*(?: ?ต่อ {_D}+)?',
    # a date, or days of one month: วันพฤหัสบดีที่ ๒๖ - ๒๗ พฤศจิกายน ๒๕๖๓
    rf'(?:ที่ )?{_D}{{1,2}}(?:{_RANGE}{_D}{{1,2}})? {_MONTH}(?: {_YEAR})?',
    rf'{_MONTH} {_YEAR}',
    rf'{_ERA} ?{_D}{{4}}(?:{_RANGE}{_D}{{2,4}})?',
    # a time of day: ๐๘.๓๐ - ๐๙.๐๐ น.
    rf'{_D}{{1,2}}[.:]{_D}{{2}}(?:{_RANGE}{_D}{{1,2}}[.:]{_D}{{2}})? น\.',
    # a label with its number: ข้อ ๑, จำนวน ๗๖
    rf'(?:{_alternatives(_LABELS)}) {_NUMBER}(?:{_RANGE}{_NUMBER})?',
    # a label with the line on which its number is to be written: ภายในวันที่ ……
    rf'(?:{_alternatives(_LABELS)}) {BOX}',
    # a number, but for a year, with its unit, but for what has a number itself: ๗๖ คน, ๕ - ๗ ปี
    rf'(?<!\.ศ\. )(?<![0-9๐-๙,.]){_NUMBER}(?:{_RANGE}{_NUMBER})? ?(?:{_alternatives(_UNITS)})(?!ที่)',
    rf'{_NUMBER}{_RANGE}{_NUMBER}',
)
_FIGURE = re.compile(f'{_D}|{BOX}')  # every pattern has one


@cache
def _patterns() -> list[re.Pattern[str]]:
    return [re.compile(pattern) for pattern in _KEPT]


def kept(text: str) -> Iterator[tuple[int, int]]:
    """Start and end of each piece of text that a line should not part; they may overlap."""
    if not _FIGURE.search(text):
        return
    for pattern in _patterns():
        for match in pattern.finditer(text):
            yield match.span()
