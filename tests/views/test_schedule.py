"""The table of the rounds: one row a round in the officer's order, and a total row that adds up."""

import pytest
from content_tools import SHIPPED, block, row_words

from saraban.views.blocks import words_of
from saraban.views.rounds import rounds_table


def test_the_sample_s_rounds_stand_with_their_dates_across_months_and_years(sample, view_of):
    table = block(view_of(sample, 'schedule'), 'rounds')
    assert [row_words(row)[:2] for row in table.rows] == [
        ['๑', 'ระหว่างวันที่ ๓๐ พฤศจิกายน - ๑ ธันวาคม ๒๕๖๘ / ณ โรงแรมริเวอร์ไซด์ "แกรนด์" & คอนเวนชัน อำเภอเมือง จังหวัดนนทบุรี'],
        ['๒', 'ระหว่างวันที่ ๓๐ ธันวาคม ๒๕๖๘ - ๒ มกราคม ๒๕๖๙ / ณ หอประชุมโรงพยาบาลตัวอย่าง'],
        ['๓', 'ในวันที่ ๑๓ กุมภาพันธ์ ๒๕๖๙ / ณ ห้องประชุม ๑ ชั้น ๕ อาคาร A'],
        ['รวมทั้งสิ้น', 'หน.พยาบาล ๕ ราย / ICWN ๕๔ ราย'],
    ]
    assert [row_words(row)[-1] for row in table.rows] == ['๒๒', '๑๘', '๑๙', '๕๙']


def test_the_headings_are_the_content_s_own(sample, view_of):
    assert [words_of(one.heading) for one in block(view_of(sample, 'schedule'), 'rounds').columns] == [
        'ครั้งที่', 'วันและสถานที่', 'โรงพยาบาล', 'ผู้เข้าอบรม', 'รวม (ราย)',
    ]  # fmt: skip


def test_the_shipped_table_reads_as_the_source_does(shipped, view_of):
    rows = block(view_of(shipped, 'schedule'), 'rounds').rows
    assert row_words(rows[0]) == [
        '๑ ภาคกลาง',
        'ระหว่างวันที่ ๒๖ - ๒๗ พฤศจิกายน ๒๕๖๓ / ณ โรงแรมดิวันนา เขตบางรัก กรุงเทพฯ',
        'ชัยนาท ลพบุรี สิงห์บุรี อ่างทอง กาญจนบุรี สุพรรณบุรี ราชบุรี สมุทรสาคร สมุทรสงคราม ประจวบคีรีขันธ์ เพชรบุรี ปทุมธานี นครปฐม '
        'นนทบุรี สมุทรปราการ พระนครศรีอยุธยา สระบุรี',
        '- ผู้ช่วยเจ้าจังหวัดฯ ๑๗ คน / - ปลัดอำเภอฯ ๑๔๒ คน',
        '๑๕๙',
    ]
    assert row_words(rows[-1]) == ['รวมจำนวน', 'ผู้ช่วยเจ้าจังหวัดฯ ๗๖ คน / ปลัดอำเภอฯ ๘๗๘ คน', '๙๕๔']


@pytest.mark.parametrize(
    ('columns', 'total'),
    [
        (('round', 'when', 'count'), [('รวมจำนวน', 2), ('๙๕๔', 1)]),
        (('round', 'area'), [('รวมจำนวน', 2)]),
        (('count', 'round'), [('๙๕๔', 1), ('', 1)]),
        (
            ('round', 'audience', 'area', 'count'),
            [('รวมจำนวน', 1), ('ผู้ช่วยเจ้าจังหวัดฯ ๗๖ คน / ปลัดอำเภอฯ ๘๗๘ คน', 1), ('', 1), ('๙๕๔', 1)],
        ),
    ],
)
def test_the_total_row_spans_the_columns_that_have_no_sum(shipped, columns, total):
    table = rounds_table(shipped, shipped.schedule.table, columns, block='t', form='f', full_first=False)
    row = table.rows[-1]
    assert list(zip(row_words(row), [cell.span for cell in row.cells], strict=True)) == total
    assert {sum(cell.span for cell in one.cells) for one in table.rows} == {len(columns)}


def test_rounds_stay_in_the_file_s_order(changed, view_of):
    text = (SHIPPED / 'rounds.yaml').read_text(encoding='utf-8')
    first, last = text.index('  - number: 1'), text.index('  - number: 6')
    project = changed(SHIPPED, ('rounds.yaml', text[first:], text[last:] + text[first:last]))
    rows = block(view_of(project, 'schedule'), 'rounds').rows
    assert [row_words(row)[0].split()[0] for row in rows] == ['๖', '๑', '๒', '๓', '๔', '๕', 'รวมจำนวน']
