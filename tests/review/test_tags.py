"""Numbers, dates and names that a change touches are told apart from other words."""

import pytest

from saraban.review.changes import TextChange
from saraban.review.sources import of_project
from saraban.review.spans import spans
from saraban.review.tags import Tagger
from saraban.views.blocks import Run, plain
from saraban.words import Segmenter

NAMES = ('โรงแรมดิวันนา', 'โรงแรมบางกอก ชฎา', 'เลย')
WORDS = Segmenter(NAMES).words
TAGGER = Tagger(NAMES, WORDS)


def tags(old: str, new: str) -> set[str]:
    text = TextChange('text', spans(plain(old), plain(new), WORDS), 'text', 'text')
    return {tag for found in TAGGER(text) for tag in found}


@pytest.mark.parametrize(
    ('old', 'new', 'expected'),
    [
        ('จำนวน ๑๗ คน', 'จำนวน ๑๘ คน', {'number'}),
        ('วงเงิน ๑,๒๐๐ บาท', 'วงเงิน ๑,๓๐๐ บาท', {'number'}),
        ('ในวันที่ ๑๗ ธันวาคม ๒๕๖๓ ณ กรม', 'ในวันที่ ๑๘ ธันวาคม ๒๕๖๓ ณ กรม', {'date'}),
        ('วันพุธที่ ๒ ธันวาคม', 'วันศุกร์ที่ ๒ ธันวาคม', {'date'}),
        ('ณ โรงแรมดิวันนา เขตบางรัก', 'ณ โรงแรมบางกอก ชฎา เขตบางรัก', {'name'}),
        ('ผู้ว่าราชการจังหวัดเลย', 'ผู้ว่าราชการจังหวัดตาก', {'name'}),
        ('นครราชสีมา ชัยภูมิ', 'นครราชสีมา บุรีรัมย์', {'name'}),
        ('ผู้ประสานงาน นายสมชาย ใจดี โทร', 'ผู้ประสานงาน นางสาวสมหญิง ใจดี โทร', {'name'}),
        ('เรียน รศ.ดร.สมชาย ใจดี', 'เรียน รศ.ดร.สมศักดิ์ ใจดี', {'name'}),
        ('ศ. ดร. สมชาย ใจดี', 'ศ. ดร. สมชาย มีสุข', {'name'}),
        ('ว่าที่ร้อยตรีสมชาย ใจดี', 'ว่าที่ร้อยตรีสมชาย มีสุข', {'name'}),
        ('พล.ต.อ.สมชาย ใจดี', 'พล.ต.อ.สมชาย มีสุข', {'name'}),
        ('๕ ก.พ. ๒๕๖๔', '๖ ก.พ. ๒๕๖๔', {'date'}),
        ('แต่ก็ไม่ได้ผลเลย', 'แต่ก็ไม่ได้ผลนัก', set()),
        ('เพื่อพัฒนาพื้นที่', 'เพื่อส่งเสริมพื้นที่', set()),
    ],
)
def test_a_change_is_tagged_by_what_it_touches(old, new, expected):
    assert tags(old, new) == expected


@pytest.mark.parametrize(
    ('old', 'new', 'expected'),
    [
        ('พ.ศ. ๒๕๖๓ ตามบัญชีท้าย', 'พ.ศ. ๒๕๖๓ ตามที่ปรากฏในบัญชีท้าย', set()),
        ('ปี พ.ศ. ๒๕๖๔ เพื่อ', 'ปี พ.ศ. ๒๕๖๔ มาเพื่อ', set()),
        ('ใน พ.ศ. นั้น กำหนดให้', 'ใน พ.ศ. นั้น เห็นควรให้', set()),
        ('นายก อบต. ดำเนินการ', 'นายก อบต. มอบหมาย', set()),
        ('นายอำเภอ ดำเนินการ', 'นายอำเภอ มอบหมาย', set()),
        ('เจ้านาย ดำเนินการ แล้ว', 'เจ้านาย มอบหมาย แล้ว', set()),
        ('นายสมชาย ๒ ครั้ง', 'นายสมชาย ๓ ครั้ง', {'number'}),
        ('สำนักงาน ก.พ. กำหนด', 'สำนักงาน ก.ค. กำหนด', set()),
    ],
)
def test_what_only_looks_like_a_name_or_a_date_is_none(old, new, expected):
    assert tags(old, new) == expected


def test_what_stayed_has_no_tag():
    text = TextChange('text', spans(plain('จำนวน ๑๗ คน'), plain('รวม ๑๗ คน'), WORDS), 'text', 'text')
    assert [tag for span, tag in zip(text.spans, TAGGER(text), strict=True) if span.kind == 'same'] == [()]


def test_another_style_is_told_as_such():
    text = TextChange('text', spans((Run('ด่วน', bold=True),), plain('ด่วน'), WORDS), 'text', 'text')
    assert list(TAGGER(text)) == [('style',)]


def test_the_number_of_an_item_is_no_number_to_look_at_but_that_of_a_letter_is():
    def of(old, new, *, counted):
        text = TextChange('number', spans(plain(old), plain(new), WORDS), 'number', 'number', counted)
        return {tag for found in TAGGER(text) for tag in found}

    letter = of('ที่ มท ๐๓๐๑/ว ๑๒', 'ที่ มท ๐๓๐๑/ว ๑๓', counted=False)
    assert (of('๒.๑', '๒.๒', counted=True), letter) == (set(), {'number'})


def test_a_term_that_no_line_should_part_is_no_name(shipped):
    names = of_project('new', shipped).names
    assert ('บูรณาการ' in names, 'กรมการปกครอง' in names) == (False, True)
