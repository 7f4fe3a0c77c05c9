"""Two versions of a text, word by word."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from told import letters, told

from saraban.errors import Place
from saraban.review.spans import spans
from saraban.views.blocks import Blank, Run, plain, words_of
from saraban.words import Segmenter, clusters

SEGMENTER = Segmenter(['โรงแรมดิวันนา', 'โรงแรมบางกอก ชฎา', 'ชัยนาท'])
THAI_TEXT = st.text(
    alphabet=[*map(chr, range(0x0E01, 0x0E3B)), *map(chr, range(0x0E3F, 0x0E5C)), *' ab1./()"-ๆฯ\n'], max_size=40
)
WORDS = st.lists(
    st.sampled_from(['การ', 'พัฒนา', 'ตำบล', 'แผน', ' ', 'จังหวัด', '๑๒', 'คน', 'น้ำ', 'ที่', '\n', 'ปฏิบัติ', 'ก']), max_size=20
).map(''.join)
STYLED = st.lists(
    st.builds(Run, st.one_of(WORDS, THAI_TEXT), bold=st.booleans(), italic=st.booleans()), max_size=4
).map(tuple)


def compared(old, new):
    return told(spans(plain(old), plain(new), SEGMENTER))


@pytest.mark.parametrize(
    ('old', 'new', 'expected'),
    [
        ('วันที่ ๒๖ พฤศจิกายน', 'วันที่ ๒๗ พฤศจิกายน', 'วันที่ [-๒๖-]{+๒๗+} พฤศจิกายน'),
        ('การบรรยายให้ความรู้', 'การบรรยายเพื่อให้ความรู้', 'การบรรยาย{+เพื่อ+}ให้ความรู้'),
        ('จำนวน ๗,๒๕๕ ตำบล', 'จำนวน ๗,๒๕๖ ตำบล', 'จำนวน [-๗,๒๕๕-]{+๗,๒๕๖+} ตำบล'),
        ('ครั้งที่ ๑๑/๒๕๖๓', 'ครั้งที่ ๑๒/๒๕๖๓', 'ครั้งที่ [-๑๑-]{+๑๒+}/๒๕๖๓'),
        ('ณ โรงแรมดิวันนา เขตบางรัก', 'ณ โรงแรมบางกอก ชฎา เขตบางรัก', 'ณ [-โรงแรมดิวันนา-]{+โรงแรมบางกอก ชฎา+} เขตบางรัก'),
        ('ต่างๆ', 'ต่าง ๆ', 'ต่าง{+ +}ๆ'),
        ('', 'ใหม่', '{+ใหม่+}'),
        ('เก่า', '', '[-เก่า-]'),
        ('', '', ''),
    ],
)
def test_a_change_is_told_in_whole_words_and_numbers(old, new, expected):
    assert compared(old, new) == expected


def test_days_that_move_together_are_one_change():
    assert compared('๒๖ - ๒๗ พฤศจิกายน', '๑๗ - ๑๘ พฤศจิกายน') == '[-๒๖ - ๒๗-]{+๑๗ - ๑๘+} พฤศจิกายน'


def test_a_phrase_that_is_put_into_a_list_begins_where_phrases_begin():
    assert compared('แผนตำบล แผนจังหวัด', 'แผนตำบล แผนอำเภอ แผนจังหวัด') == 'แผนตำบล {+แผนอำเภอ +}แผนจังหวัด'


def test_a_few_letters_between_two_long_changes_are_part_of_one():
    told_as = compared('เพื่อส่งเสริมการบริโภคภาคครัวเรือน', 'กระตุ้นเศรษฐกิจการลงทุนระหว่างประเทศ')
    assert told_as == '[-เพื่อส่งเสริมการบริโภคภาคครัวเรือน-]{+กระตุ้นเศรษฐกิจการลงทุนระหว่างประเทศ+}'


def test_equal_letters_that_are_read_as_other_words_are_no_change():
    """`ตากลม` reads in two ways; a segmenter that parts it now so, now so, must not make a change of it."""
    readings = {'ตากลม ก': ['ตา', 'กลม', ' ', 'ก'], 'ตากลม ข': ['ตาก', 'ลม', ' ', 'ข']}
    assert told(spans(plain('ตากลม ก'), plain('ตากลม ข'), readings.__getitem__)) == 'ตากลม [-ก-]{+ข+}'


def test_a_change_is_widened_to_where_both_readings_have_a_word_s_end():
    readings = {'ตากลมดี': ['ตา', 'กลม', 'ดี'], 'ตากลบดี': ['ตาก', 'ลบ', 'ดี']}
    assert told(spans(plain('ตากลมดี'), plain('ตากลบดี'), readings.__getitem__)) == '[-ตากลม-]{+ตากลบ+}ดี'


def test_a_word_put_in_beside_another_is_the_change_though_both_make_a_word():
    assert compared('เรื่อง ขอให้', 'เรื่อง สู่ขอให้') == 'เรื่อง {+สู่+}ขอให้'


def test_a_word_that_became_another_is_never_marked_in_part():
    assert compared('แผนการประชุม', 'แผนงานประชุม') == '[-แผนการ-]{+แผนงาน+}ประชุม'


@pytest.mark.parametrize(
    ('old', 'new', 'expected'),
    [
        ('มีความรู้ดี', 'มีความสุขดี', 'มี[-ความรู้-]{+ความสุข+}ดี'),
        ('ผู้ช่วยเจ้าหน้าที่', 'ผู้ช่วยเจ้าจังหวัด', 'ผู้ช่วย[-เจ้าหน้าที่-]{+เจ้าจังหวัด+}'),
        ('สกลนคร มหาสารคาม', 'นครราชสีมา มหาสารคาม', '[-สกลนคร-]{+นครราชสีมา+} มหาสารคาม'),
        (
            'เพื่อสร้างความรู้ความเข้าใจเกี่ยวกับบทบาท',
            'ข้อความที่เพิ่มเข้ามาบทบาท',
            '[-เพื่อสร้างความรู้ความเข้าใจเกี่ยวกับ-]{+ข้อความที่เพิ่มเข้ามา+}บทบาท',
        ),
    ],
)
def test_a_piece_that_two_replaced_words_share_by_chance_is_replaced_with_them(old, new, expected):
    assert compared(old, new) == expected


def test_bold_that_came_or_went_is_a_change_of_style_alone():
    old = (Run('ผลผลิต', bold=True), Run(' กลุ่มเป้าหมาย'))
    new = (Run('ผลผลิต กลุ่ม'), Run('เป้าหมาย'))
    found = spans(old, new, SEGMENTER)
    assert told(found) == '<ผลผลิต> กลุ่มเป้าหมาย'
    assert (found[0].old, found[0].new) == ((Run('ผลผลิต', bold=True),), (Run('ผลผลิต'),))


def test_a_blank_that_was_filled_in_is_struck_and_its_words_put_in():
    blank = Blank('วันที่', Place('rounds.yaml', 4))
    old = (Run('ภายในวันที่ '), Run('', blank=blank), Run(' นี้'))
    assert told(spans(old, plain('ภายในวันที่ ๑๕ นี้'), SEGMENTER)) == 'ภายในวันที่ [-…-]{+๑๕+} นี้'


def test_a_blank_whose_line_of_content_moved_is_the_same_blank():
    one, other = (Run('', blank=Blank('วันที่', Place('rounds.yaml', line))) for line in (4, 5))
    assert told(spans((one,), (other,), SEGMENTER)) == '…'
    wider = Run('', blank=Blank('วันที่', Place('rounds.yaml', 4), 9.0))
    assert told(spans((one,), (wider,), SEGMENTER)) == '[-…-]{+…+}'


@settings(max_examples=300, deadline=None)
@given(old=STYLED, new=STYLED)
def test_spans_joined_give_back_both_texts_and_never_cut_a_cluster(old, new):
    found = spans(old, new, SEGMENTER)
    for side, text in (('old', old), ('new', new)):
        runs = [run for span in found for run in getattr(span, side)]
        assert words_of(tuple(runs)) == words_of(text)
        assert [(letter, run.bold, run.italic) for run in runs for letter in run.text] == [
            (letter, run.bold, run.italic) for run in text for letter in run.text
        ]
        pieces = [letters(getattr(span, side)) for span in found if getattr(span, side)]
        assert [cluster for piece in pieces for cluster in clusters(piece)] == clusters(words_of(text))


@settings(max_examples=200, deadline=None)
@given(old=STYLED, new=STYLED)
def test_what_is_the_same_has_the_same_letters_and_what_is_not_has_one_side(old, new):
    for span in spans(old, new, SEGMENTER):
        kinds = {'same': (True, True), 'restyled': (True, True), 'removed': (True, False), 'added': (False, True)}
        assert (bool(span.old), bool(span.new)) == kinds[span.kind]
        if span.kind in {'same', 'restyled'}:
            assert words_of(span.old) == words_of(span.new)


@settings(max_examples=200, deadline=None)
@given(text=STYLED)
def test_nothing_is_marked_where_nothing_changed(text):
    assert {span.kind for span in spans(text, text, SEGMENTER)} <= {'same'}


@settings(max_examples=200, deadline=None)
@given(old=WORDS, new=WORDS)
def test_the_other_way_round_as_many_letters_are_marked(old, new):
    def marked(one, other, kind):
        return sum(
            len(words_of(span.old + span.new))
            for span in spans(plain(one), plain(other), SEGMENTER)
            if span.kind == kind
        )

    assert marked(old, new, 'added') == marked(new, old, 'removed')
