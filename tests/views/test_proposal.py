"""The proposal prints its sections in the officer's order, numbers them, and reckons every sum."""

import pytest
from content_tools import SAMPLE, SHIPPED, block, row_words, words

from saraban.views.blocks import Counts, Heading, Item, Signatories, Table, blanks, words_of
from saraban.views.proposal import budget_satang, item_number


def plain_rows(counts: Counts) -> list[tuple[str, str, str]]:
    return [(words_of(row.label), row.word, words_of(row.value)) for row in counts.rows]


@pytest.mark.parametrize(
    ('numbers', 'expected'), [((2, 1), '๒.๑'), ((2, 1, 10), '๒.๑.๑๐'), ((2, 1, 1, 3), '๓)'), ((2, 1, 1, 1, 12), '(๑๒)')]
)
def test_an_item_is_numbered_by_its_level(numbers, expected):
    assert item_number(numbers) == expected


def test_items_go_five_levels_deep(sample, view_of):
    items = [one for one in view_of(sample, 'proposal').blocks if isinstance(one, Item)]
    assert [(one.level, one.number, words_of(one.text)) for one in items] == [
        (2, '๒.๑', 'เพื่อให้บุคลากรปฏิบัติตามแนวทางฯ ได้ถูกต้อง'),
        (2, '๒.๒', 'เพื่อพัฒนาระบบงานป้องกันการติดเชื้อ'),
        (3, '๒.๒.๑', 'การเฝ้าระวัง'),
        (3, '๒.๒.๒', 'การทำให้ปราศจากเชื้อ'),
        (4, '๑)', 'การทำความสะอาด'),
        (4, '๒)', 'การทำลายเชื้อ'),
        (5, '(๑)', 'ด้วยความร้อน'),
        (5, '(๒)', 'ด้วยสารเคมี ห้ามใช้เกินกำหนด'),
    ]
    assert [run.bold for run in items[-1].text] == [False, True]


def test_sections_are_numbered_in_the_officer_s_order(sample, view_of):
    headings = [one for one in view_of(sample, 'proposal').blocks if isinstance(one, Heading)]
    assert [f'{one.number} {words_of(one.text)}' for one in headings] == [
        '๑. หลักการและเหตุผล', '๒. วัตถุประสงค์', '๓. กลุ่มเป้าหมาย', '๔. วัสดุและอุปกรณ์', '๕. งบประมาณ', '๖. ผู้รับรองข้อมูล',
    ]  # fmt: skip
    assert all(run.bold for one in headings for run in one.text)


def test_ids_come_from_the_section_s_name_and_stay_when_sections_move(changed, sample, view_of):
    before = [one.id for one in view_of(sample, 'proposal').blocks]
    project = changed(SAMPLE, ('proposal.yaml', 'sections:\n', 'sections:\n  - {key: new, heading: ใหม่, body: [ก]}\n'))
    after = [one.id for one in view_of(project, 'proposal').blocks]
    assert after == ['title', 'new', 'new/1', *before[1:]]
    assert len(set(after)) == len(after)


def test_the_audience_is_a_list_of_labels_and_counts(sample, view_of):
    assert plain_rows(block(view_of(sample, 'proposal'), 'audience/2')) == [
        ('- หัวหน้าพยาบาล แห่งละ ๑ ราย (๕ แห่ง)', 'จำนวน', '๕ ราย'),
        ('- พยาบาลควบคุมการติดเชื้อประจำหอผู้ป่วย หอละ ๒ ราย (๒๗ หอ)', 'จำนวน', '๕๔ ราย'),
        ('- วิทยากร (ครั้งละ ๖ ราย)', 'จำนวน', '๑๘ ราย'),
        ('- ที่ปรึกษาโครงการ', 'จำนวน', '๓ ราย'),
    ]


def test_a_written_list_of_counts_has_thai_numbers_and_may_name_facts(sample, view_of):
    assert plain_rows(block(view_of(sample, 'proposal'), 'materials/2')) == [
        ('- รถตู้', 'จำนวน', '๑,๒๐๐ คัน'),
        ('- ห้องย่อย', 'จำนวน', '๓ ห้อง'),
    ]


def test_a_free_table_has_its_headings_rows_and_total(sample, view_of):
    table = block(view_of(sample, 'proposal'), 'materials/1')
    assert [(words_of(one.heading), one.align, one.share) for one in table.columns] == [
        ('รายการ', 'left', 3.0), ('หน่วย', 'center', 1.0), ('จำนวน', 'right', 1.0),
    ]  # fmt: skip
    assert [(row.style, row_words(row)) for row in table.rows] == [
        ('body', ['ชุดฝึก A & B <มาตรฐาน>', 'ชุด', '๓๐๐']),
        ('body', ['แผ่นพับ "ล้างมือ"', 'แผ่น', '๕๙']),
        ('total', ['รวม', '', 'ครบ']),
    ]


def test_a_budget_has_categories_their_sums_and_the_total_in_figures_and_words(sample, view_of):
    table = block(view_of(sample, 'proposal'), 'budget/1')
    assert [(row.style, row_words(row)) for row in table.rows] == [
        ('subtotal', ['๑. ค่าตอบแทน', '๒๑,๖๐๐']),
        ('body', ['- ค่าวิทยากร ๖ ราย ๓ ครั้ง คนละ ๑,๒๐๐ บาท', '๒๑,๖๐๐']),
        ('subtotal', ['๒. ค่าใช้สอย', '๖๖,๘๕๙.๕๐']),
        ('body', ['- ค่าอาหารกลางวันและอาหารว่าง', '๒๑,๘๕๙.๕๐']),
        ('body', ['- ค่าห้องประชุม', '๔๕,๐๐๐']),
        ('subtotal', ['๓. ค่าวัสดุ', '๑๒,๕๐๐.๒๕']),
        ('body', ['- ชุดฝึก & เอกสาร', '๑๒,๕๐๐.๒๕']),
        ('total', ['รวมเป็นเงินทั้งสิ้น (หนึ่งแสนเก้าร้อยห้าสิบเก้าบาทเจ็ดสิบห้าสตางค์)', '๑๐๐,๙๕๙.๗๕']),
    ]
    assert budget_satang(sample.proposal.sections[4].body[0].budget) == 10_095_975


def test_signatures_stand_in_a_section_and_at_the_end(sample, view_of):
    view = view_of(sample, 'proposal')
    blocks = [one for one in view.blocks if isinstance(one, Signatories)]
    assert [one.id for one in blocks] == ['approval/1', 'signatures']
    assert [[words_of(line) for line in one.lines] for one in blocks[1].blocks] == [
        ['ลงชื่อ ', '(นางวันดี ตั้งใจ)', 'ผู้เสนอโครงการ', 'หัวหน้ากลุ่มงาน'],
        ['ลงชื่อ ', '()', 'ผู้อนุมัติโครงการ', 'อธิบดี', 'กรมป้องกันการติดเชื้อ'],
    ]
    assert [words_of(line) for line in blocks[0].blocks[0].lines][-2:] == ['นักวิชาการเงินและบัญชี ๗', 'กองคลัง']


def test_only_a_signer_whose_name_is_not_given_leaves_something_open(sample, view_of):
    assert {str(one.place).rpartition('/')[2] for one in blanks(view_of(sample, 'proposal'))} == {'proposal.yaml:69:37'}


def test_a_term_is_full_at_its_first_mention_in_the_paper_and_short_after(sample, view_of):
    text = words(view_of(sample, 'proposal'))
    assert text.count('แนวทางการป้องกันและควบคุมการติดเชื้อในโรงพยาบาล พ.ศ. ๒๕๖๖') == 1
    assert text.count('แนวทางฯ') == 2
    assert 'โดยคณะกรรมการ IC รายงานผลต่อคณะกรรมการฯ' in text


def test_bold_words_signs_and_quotes_stay_as_they_are_typed(sample, view_of):
    text = block(view_of(sample, 'proposal'), 'rationale/2').text
    assert words_of(text).startswith('อัตราการติดเชื้อต้อง < ๑.๕ ครั้ง')
    assert '& ห้องผ่าตัด (\'clean\' "sterile")' in words_of(text)
    assert [run.text for run in text if run.bold] == ['ต้องไม่มีการระบาด']


def test_a_number_is_written_in_words_where_a_wording_asks_for_it(sample, view_of):
    text = words(view_of(sample, 'proposal'))
    assert '๑,๕๕๑,๒๕๐ วันต่อปี (หนึ่งล้านห้าแสนห้าหมื่นหนึ่งพันสองร้อยห้าสิบวัน)' in text


def test_the_first_row_writes_posts_in_full_where_content_says_so(sample, view_of):
    table = block(view_of(sample, 'proposal'), 'audience/4')
    assert isinstance(table, Table)
    assert [row_words(row)[-2] for row in table.rows] == [
        '- หัวหน้าพยาบาล ๒ ราย / - พยาบาลควบคุมการติดเชื้อประจำหอผู้ป่วย ๒๐ ราย',
        '- หน.พยาบาล ๒ ราย / - ICWN ๑๖ ราย',
        '- หน.พยาบาล ๑ ราย / - ICWN ๑๘ ราย',
        'หน.พยาบาล ๕ ราย / ICWN ๕๔ ราย',
    ]


def test_the_approved_proposal_leaves_nothing_open(shipped, view_of):
    assert list(blanks(view_of(shipped, 'proposal'))) == []


def test_a_project_without_rounds_has_its_proposal(small, view_of):
    view = view_of(small(), 'proposal')
    assert words(view) == 'โครงการทดสอบ ๑. หลักการ ข้อความ'
    assert (view.kind, view.template, view.title, view.recipient) == ('proposal', 'proposal', 'โครงการทดสอบ', '')


def test_moving_a_number_changes_only_the_paragraph_that_names_it(changed, shipped, view_of):
    project = changed(SHIPPED, ('facts.yaml', 'monthly_wage: 15000', 'monthly_wage: 15001'))
    pairs = zip(view_of(shipped, 'proposal').blocks, view_of(project, 'proposal').blocks, strict=True)
    assert [one.id for one, other in pairs if one != other] == ['rationale/1']
