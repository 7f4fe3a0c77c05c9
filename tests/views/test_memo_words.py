"""บันทึกข้อความ: its fields in order, what it asks, room for the order."""

import pytest
from forms_tools import block, paths, project_with, rules, view_at, words

from saraban.views import blocks as b
from saraban.views.blocks import blanks


@pytest.fixture(scope='module')
def project(tmp_path_factory):
    return project_with(tmp_path_factory.mktemp('memo'))


def test_content_with_its_words_has_one(project, tmp_path):
    assert paths(project, 'memo') == ['memo']


def test_its_parts_stand_in_the_order_of_form_two(project):
    memo = view_at(project, 'memo')
    kinds = [type(part).__name__ for part in memo.blocks]
    assert kinds[:5] == ['Title', 'MemoLine', 'MemoLine', 'MemoLine', 'Field']
    assert kinds[-2:] == ['Signature', 'OrderRoom']
    labels = [label for part in memo.blocks if isinstance(part, b.MemoLine) for label, _ in part.pairs]
    assert labels == ['ส่วนราชการ', 'ที่', 'วันที่', 'เรื่อง']
    headings = [words(part) for part in memo.blocks if isinstance(part, b.Heading)]
    assert headings == ['๑.เรื่องเดิม', '๒.ข้อเท็จจริง', '๓.ข้อพิจารณา', '๔.ข้อเสนอ']


def test_it_has_no_reference_no_enclosure_and_no_closing_words(project):
    memo = view_at(project, 'memo')
    assert not [part for part in memo.blocks if isinstance(part, b.Enclosures | b.Letterhead | b.Owner)]
    assert block(memo, 'signature').closing == ''
    assert [part.label for part in memo.blocks if isinstance(part, b.Field)] == ['เรียน']


def test_it_asks_for_approval_in_principle_and_for_signatures_under_the_letters(project):
    end = words(block(view_at(project, 'memo'), 'proposal/1'))
    assert end.startswith('จึงเรียนมาเพื่อโปรดพิจารณา หากเห็นชอบ ขอได้โปรด (๑) อนุมัติ')
    assert 'ในหลักการ' in end
    assert 'จำนวน ๗๖ ฉบับ' in end


def test_the_title_is_written_in_full_at_its_first_mentions_and_short_after(project):
    memo = view_at(project, 'memo')
    title = 'โครงการพัฒนาประสิทธิภาพการขับเคลื่อน'
    assert title in words(block(memo, 'subject'))
    assert title in words(block(memo, 'facts/1'))
    assert title not in words(block(memo, 'consideration/1'))


def test_what_is_not_known_is_a_blank_that_says_where_it_is_filled_in(project):
    found = {blank.label: blank.place.file.rpartition('/')[2] for blank in blanks(view_at(project, 'memo'))}
    assert found['ชื่อผู้ลงนาม'] == 'memo.yaml'
    assert found['โทรศัพท์'] == 'project.yaml'
    assert 'วันที่หนังสือ บันทึกข้อความ' in found


def test_its_reader_writes_the_order_on_lines_that_are_no_blanks_of_the_content(project):
    order = block(view_at(project, 'memo'), 'order')
    assert words(order).startswith('เห็นชอบ / อนุมัติ / ลงนามแล้ว')
    assert words(order).endswith('อธิบดีกรมการปกครอง')


def test_it_wears_the_small_emblem_and_the_mark_of_a_draft(project):
    furniture = view_at(project, 'memo').furniture
    assert (furniture.emblem, furniture.catchword, furniture.draft) == (True, True, 'ร่าง')


def test_a_name_that_there_is_not_is_a_finding(tmp_path):
    wrong = project_with(tmp_path, ('memo.yaml', '{{ letter.count }} ฉบับ', '{{ letter.cuont }} ฉบับ'))
    assert rules(wrong) == ['unknown-name']


def test_a_memo_to_a_high_post_has_the_salutation_of_the_post(tmp_path):
    project = project_with(tmp_path, ('memo.yaml', 'to: อธิบดีกรมการปกครอง', 'to: นายกรัฐมนตรี'))
    assert block(view_at(project, 'memo'), 'addressee').label == 'กราบเรียน'
