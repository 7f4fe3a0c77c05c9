"""A review on the terminal: what is left out beside a change is cut between words."""

import pytest

from saraban.review.compare import compare
from saraban.review.papers import Group, Review
from saraban.review.terminal import AROUND, Telling
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
    old, new = (paper(''.join([*before, name, *after])) for name in ('ชัยนาท', 'ลพบุรี'))
    change = compare(old, new, SEGMENTER)
    review = Review(Version('old', {}), Version('new', {}), (Group((change,)),), 0, SEGMENTER.words)
    _, line, _ = Telling(words=review.words).lines(review)
    begin, _, rest = line.removeprefix('    ย่อหน้า: …').partition('[-ชัยนาท-]{+ลพบุรี+}')
    end = rest.removesuffix('…')
    assert begin in {''.join(before[at:]) for at in range(1, len(before))}
    assert end in {''.join(after[:at]) for at in range(1, len(after))}
    assert max(len(begin), len(end)) <= 2 * AROUND
