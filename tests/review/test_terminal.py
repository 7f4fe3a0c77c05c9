"""A review on the terminal: what is left out beside a change is cut between words."""

from dataclasses import replace

import pytest

from saraban.review.compare import compare
from saraban.review.dress import AROUND
from saraban.review.papers import Group, Review
from saraban.review.terminal import Telling
from saraban.review.versions import Version
from saraban.thai import digits
from saraban.views.blocks import CountRow, Counts, Heading, Item, Paragraph, View, plain
from saraban.words import Segmenter

SEGMENTER = Segmenter(['ชัยนาท', 'ลพบุรี'])
BEFORE = 'สำนักงานปลัดกระทรวงมหาดไทยได้กำหนดจัดการประชุมเชิงปฏิบัติการขับเคลื่อนงานในจังหวัด'
AFTER = 'โดยมอบหมายให้ผู้ที่เกี่ยวข้องทุกระดับเข้าร่วมการประชุมดังกล่าวตามวันเวลาและสถานที่ที่กำหนดไว้'


def paper(words):
    return View('letter', 'letter', 'letter', 'ทดสอบ', (Paragraph('body/1', plain(words)),))


@pytest.mark.parametrize('dropped', range(6))
def test_a_phrase_without_a_space_is_cut_where_a_word_ends(dropped):
    before, after = SEGMENTER.words(BEFORE), SEGMENTER.words(AFTER)[dropped:]
    before = before[: len(before) - dropped]
    old, new = (''.join([*before, name, *after]) for name in ('ชัยนาท', 'ลพบุรี'))
    begin, _, rest = told(old, new).removeprefix('ย่อหน้า: …').partition('[-ชัยนาท-]{+ลพบุรี+}')
    end = rest.removesuffix('…')
    assert begin in {''.join(before[at:]) for at in range(1, len(before))}
    assert end in {''.join(after[:at]) for at in range(1, len(after))}
    assert max(len(begin), len(end)) <= 2 * AROUND


def told(old, new):
    """A changed paragraph in a line."""
    change = compare(paper(old), paper(new), SEGMENTER)
    review = Review(Version('old', {}), Version('new', {}), (Group((change,)),), 0, SEGMENTER.words)
    _, line, _ = Telling(words=review.words).lines(review)
    return line.strip()


@pytest.mark.parametrize(
    ('old', 'new', 'expected'),
    [
        ('แผนสำคัญ', 'แผนสำ\u200bคัญ', 'แผน[-สำคัญ-]{+สำ‹ZWSP›คัญ+}'),
        ('ประจำปี ๒๕๖๔', 'ประจำปี\u00a0๒๕๖๔', 'ประจำปี[- -]{+‹NBSP›+}๒๕๖๔'),
        ('ประจำปี \u2062๒๕๖๔', 'ประจำปี ๒๕๖๔', 'ประจำปี [-‹U+2062›-]๒๕๖๔'),
    ],
)
def test_a_letter_that_nobody_sees_is_shown_by_its_name_where_it_changed(old, new, expected):
    assert told(old, new) == f'ย่อหน้า: {expected}'


def test_a_letter_that_nobody_sees_and_nobody_changed_is_left_as_it_is():
    assert told('แผนสำ\u200bคัญ ๑', 'แผนสำ\u200bคัญ ๒') == 'ย่อหน้า: แผนสำ\u200bคัญ [-๑-]{+๒+}'


FIRST = Item('first', 2, '๑.๑', plain('เพื่อสร้างความรู้ความเข้าใจ'))
SECOND = Item('second', 2, '๑.๒', plain('เพื่อยกระดับศักยภาพการเชื่อมโยงแผนพัฒนา'))
THIRD = Item('third', 2, '๑.๓', plain('เพื่อให้ประชาชนได้รับบริการ'))
AIMS = Heading('aims', '๑.', plain('วัตถุประสงค์'))
RESULTS = Heading('results', '๒.', plain('ผลที่คาดว่าจะได้รับ'))


def moves(old, new):
    """What is told of the blocks that moved between two papers of such blocks."""
    views = (View('letter', 'letter', 'letter', 'ทดสอบ', blocks) for blocks in (old, new))
    review = Review(Version('old', {}), Version('new', {}), (Group((compare(*views, SEGMENTER),)),), 0, SEGMENTER.words)
    return [line.strip() for line in Telling(words=review.words).lines(review) if 'ย้ายมา' in line or 'ย้ายไป' in line]


def numbered(*items):
    return tuple(replace(item, number=f'๑.{digits(at)}') for at, item in enumerate(items, 1))


def test_a_move_within_a_section_is_told_by_what_it_stands_after():
    found = moves((AIMS, *numbered(FIRST, SECOND, THIRD)), (AIMS, *numbered(SECOND, THIRD, FIRST)))
    assert found == [
        'ข้อ ย้ายไปข้อ ๑.๓ ต่อจาก “๑.๒ เพื่อให้ประชาชนได้รับบริการ”: ๑.๑ เพื่อสร้างความรู้ความเข้าใจ',
        'ข้อ ย้ายมา เดิมต้นหัวข้อ ๑. วัตถุประสงค์ ข้อ ๑.๑: ๑.๓ เพื่อสร้างความรู้ความเข้าใจ',
    ]


def test_a_move_in_a_section_that_has_another_number_is_one_within_it():
    text = Paragraph('new', plain('ข้อความที่เพิ่มเข้ามา'))
    before = (Heading('new-section', '๑.', plain('ความเป็นมา')), text, replace(AIMS, number='๒.'))
    found = moves((AIMS, *numbered(FIRST, SECOND, THIRD)), (*before, *numbered(SECOND, THIRD, FIRST)))
    assert found[0].startswith('ข้อ ย้ายไปข้อ ๑.๓ ต่อจาก “๑.๒ ')


def test_a_move_in_a_paper_without_sections_is_told_by_what_it_stands_after():
    found = moves((FIRST, SECOND, THIRD), (SECOND, THIRD, FIRST))
    assert [line.partition(':')[0] for line in found] == [
        'ข้อ ย้ายไปข้อ ๑.๑ ต่อจาก “๑.๓ เพื่อให้ประชาชนได้รับบริการ”',
        'ข้อ ย้ายมา เดิมต้นเอกสาร',
    ]


def test_a_move_to_another_section_is_told_by_that_section():
    old, new = (AIMS, FIRST, SECOND, RESULTS, THIRD), (AIMS, FIRST, RESULTS, THIRD, SECOND)
    assert [line.partition(':')[0] for line in moves(old, new)] == [
        'ข้อ ย้ายไป ๒. ผลที่คาดว่าจะได้รับ',
        'ข้อ ย้ายมาจาก ๑. วัตถุประสงค์',
    ]


def test_each_count_of_a_list_is_told_under_its_label():
    labels = 'นายอำเภอ', 'ปลัดอำเภอ'
    old, new = (
        Counts('counts', tuple(CountRow(plain(label), 'จำนวน', plain(f'{count} คน')) for label in labels))
        for count in ('๓๐', '๓๕')
    )
    views = (View('letter', 'letter', 'letter', 'ทดสอบ', (block,)) for block in (old, new))
    group = Group((compare(*views, SEGMENTER),))
    told = [line.strip() for _, line in Telling(words=SEGMENTER.words).group(group)]
    assert told == ['รายการจำนวน', *(f'{label}: [-๓๐-]{{+๓๕+}} คน' for label in labels)]
