"""Papers of a kind that are new or gone by the hundred: told in a line wherever a review is words, whole in JSON."""

import json
from dataclasses import replace

from saraban.review.causes import Cause
from saraban.review.compare import compare
from saraban.review.papers import Group, Review
from saraban.review.summary import as_json, markdown
from saraban.review.terminal import Telling, changed_papers
from saraban.review.versions import Version
from saraban.views.blocks import Paragraph, View, plain
from saraban.words import Segmenter

SEGMENTER = Segmenter()


def paper(words):
    return View('letter', 'letter', 'letter', 'ทดสอบ', (Paragraph('body/1', plain(words)),))


def circulars_for_letters(letters):
    """Letters that became a circular to each of two rounds, while one more paper changed."""
    gone = [replace(paper('ขอเชิญ'), path=f'letters/TH-{at}', recipient=name) for at, name in enumerate(letters)]
    new = [replace(paper('ขอเชิญทุกจังหวัด'), path=f'circulars/round-{at}', kind='circular') for at in (1, 2)]
    changed = compare(paper('๕ ฉบับ'), paper('๒ ฉบับ'), SEGMENTER)
    changes = [
        *(compare(one, None, SEGMENTER) for one in gone),
        changed,
        *(compare(None, one, SEGMENTER) for one in new),
    ]
    groups = tuple(Group((change,)) for change in changes)
    return Review(Version('old', {}), Version('new', {}), groups, 0, SEGMENTER.words)


MANY_GONE = circulars_for_letters(['ชัยนาท', 'ลพบุรี', 'สระบุรี', 'อ่างทอง', 'สิงห์บุรี'])


def test_papers_of_a_kind_that_are_gone_or_new_are_a_line_that_names_the_first():
    gone, changed, _, new, counts = Telling(words=MANY_GONE.words).lines(MANY_GONE)
    assert gone == 'letters/…: 5 ฉบับที่ไม่มีแล้ว (ชัยนาท ลพบุรี สระบุรี และอีก 2 ฉบับ)'
    assert new == 'circulars/…: 2 ฉบับใหม่ (round-1 round-2)'
    assert changed == 'letter: 1 คำ'
    assert counts.startswith('เปลี่ยน 8 เอกสาร')
    assert list(Telling(words=MANY_GONE.words).stat(MANY_GONE)) == [gone, changed, new, counts]


def test_a_cause_names_papers_of_a_kind_that_are_gone_or_new_once():
    cause = Cause('letter.yaml:6', 'invite_by', '', '', frozenset(one.view.path for one in MANY_GONE.papers))
    assert changed_papers(cause, MANY_GONE) == ['letters/TH-0 (+4)', 'letter', 'circulars/round-1 (+1)']


def test_one_paper_that_is_gone_is_told_by_its_path():
    review = circulars_for_letters(['ชัยนาท'])
    assert next(Telling(words=review.words).lines(review)) == 'letters/TH-0: ไม่มีเอกสารนี้แล้ว'


def test_papers_that_are_gone_or_new_stand_in_a_list_above_the_changed_ones_in_a_merge_request():
    lines = markdown(MANY_GONE).splitlines()
    listed = [line for line in lines if line.startswith('- ')]
    assert [line for line in lines if line.startswith('### ')] == ['### letter: 1 คำ']
    assert listed[0] == '- letters/…: 5 ฉบับที่ไม่มีแล้ว (ชัยนาท ลพบุรี สระบุรี และอีก 2 ฉบับ)'
    assert lines.index(listed[1]) < lines.index('### letter: 1 คำ')


def test_all_papers_that_are_gone_or_new_stand_in_json():
    changes = json.loads(as_json(MANY_GONE))['changes']
    assert [(one['change'], len(one['papers']), len(one['blocks'])) for one in changes] == [
        *[('removed', 1, 1)] * 5,
        ('changed', 1, 1),
        *[('added', 1, 1)] * 2,
    ]
