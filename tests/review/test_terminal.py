"""A review on the terminal: what is left out beside a change is cut between words."""

import pytest

from saraban.review.compare import compare
from saraban.review.dress import AROUND
from saraban.review.papers import Group, Review
from saraban.review.terminal import Telling
from saraban.review.versions import Version
from saraban.views.blocks import Paragraph, View, plain
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
