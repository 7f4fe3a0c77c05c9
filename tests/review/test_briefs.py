"""What a list says of a change: the changed words in their phrase, where in the block, from where to where it moved."""

from dataclasses import replace
from itertools import groupby

import pytest

from saraban.review.briefs import Room
from saraban.review.compare import compare
from saraban.review.entries import Lister
from saraban.review.marked import untagged
from saraban.review.telling import beginning, page_range
from saraban.thai import digits
from saraban.views.blocks import Cell, Column, Heading, Item, Paragraph, Row, Run, Table, View, plain, words_of
from saraban.views.blocks.marked import MarkedRun
from saraban.words import Segmenter

WORDS = Segmenter().words
SIGNS = {'removed': '[-{}-]', 'added': '{{+{}+}}', 'restyled': '<{}>'}
COLUMNS = ('ที่', 'จังหวัด', 'จำนวน (คน)')
PLACES = (('๑', 'ชัยนาท', '๒๑'), ('๒', 'ลพบุรี', '๓๒'), ('๓', 'สระบุรี', '๔๓'))


def paper(*blocks) -> View:
    return View('proposal', 'proposal', 'proposal', 'โครงการ', blocks)


def table(rows=PLACES, columns=COLUMNS) -> Table:
    return Table(
        'places',
        tuple(Column(plain(name), 'left', key=name) for name in columns),
        tuple(Row(f'places/{row[1]}', tuple(Cell((plain(words),)) for words in row)) for row in rows),
    )


def told(old: View, new: View) -> list[tuple[str, str]]:
    """Every phrase of every change, its marks as signs."""
    sections = Lister(untagged, 'th', WORDS, Room(around=18, longest=60)).sections(compare(old, new, WORDS))
    return [
        (phrase.where, ''.join(_signed(mark, list(runs)) for mark, runs in groupby(phrase.text, key=_mark)))
        for section in sections
        for entry in section.entries
        for phrase in entry.brief
    ]


def _mark(run) -> str:
    return run.mark if isinstance(run, MarkedRun) else ''


def _signed(mark: str, runs) -> str:
    return SIGNS.get(mark, '{}').format(words_of(runs))


def test_a_changed_cell_is_told_by_its_row_and_its_column():
    new = table((PLACES[0], ('๒', 'ลพบุรี', '๓๓'), PLACES[2]))
    assert told(paper(table()), paper(new)) == [('๒ ลพบุรี · จำนวน (คน)', '[-๓๒-] {+๓๓+}')]


def test_a_row_that_is_new_or_gone_is_one_phrase():
    assert told(paper(table()), paper(table(PLACES[:2]))) == [('ตัดแถว', '[-๓ · สระบุรี · ๔๓-]')]
    assert told(paper(table(PLACES[:2])), paper(table())) == [('เพิ่มแถว', '{+๓ · สระบุรี · ๔๓+}')]


def test_a_row_s_number_that_only_moved_along_is_no_phrase():
    first = ('๑', 'กระบี่', '๙')
    moved_along = (first, *((digits(at), *row[1:]) for at, row in enumerate(PLACES, 2)))
    assert told(paper(table()), paper(table(moved_along))) == [('เพิ่มแถว', '{+๑ · กระบี่ · ๙+}')]


def test_a_row_to_write_in_that_is_new_is_told_though_it_has_no_words():
    empty = (('', '', ''),)
    assert told(paper(table()), paper(table((*PLACES, *empty)))) == [('เพิ่มแถว', '๑ แถว')]


def test_a_column_that_is_new_is_told_once_and_not_for_each_row():
    wide = table(tuple((*row, 'มาก') for row in PLACES), (*COLUMNS, 'หมายเหตุ'))
    assert told(paper(table()), paper(wide)) == [('เพิ่มคอลัมน์', '{+หมายเหตุ+}')]
    assert told(paper(wide), paper(table())) == [('ตัดคอลัมน์', '[-หมายเหตุ-]')]


def test_a_whole_table_is_told_by_how_many_rows_it_has_and_how_it_begins():
    body = Paragraph('body', plain('โดยแบ่งการดำเนินงานเป็นรุ่น ดังนี้'))
    many = table(tuple((digits(number), f'จังหวัดที่ {number}', '๑') for number in range(1, 400)))
    ((where, words),) = told(paper(body, many), paper(body))
    assert where == '๓๙๙ แถว'
    assert words.startswith('[-ที่ · จังหวัด · จำนวน (คน) · ๑ · จังหวัดที่ 1')
    assert len(words) < 90


def move(*order: str) -> View:
    """Two sections with items, in this order."""
    items = {
        'ก': 'เพื่อสร้างความรู้ความเข้าใจเกี่ยวกับบทบาทของอำเภอ',
        'ข': 'เพื่อยกระดับศักยภาพการเชื่อมโยงแผนพัฒนาหมู่บ้านชุมชน',
        'ค': 'บุคลากรของกรมการปกครองมีความรู้ความสามารถ',
        'ง': 'ประชาชนได้รับบริการที่สะดวกรวดเร็วและทั่วถึง',
    }
    blocks, section = [], 0
    for name in order:
        if name.isdigit():
            section = int(name)
            title = ('วัตถุประสงค์', 'ผลที่คาดว่าจะได้รับ')[section - 1]
            blocks.append(Heading(f'section-{section}', digits(f'{section}.'), plain(title)))
            at = 0
            continue
        at += 1
        blocks.append(Item(f'item-{name}', 2, digits(f'{section}.{at}'), plain(items[name])))
    return paper(*blocks)


def test_a_block_that_moved_is_told_by_how_it_begins_and_from_where_to_where():
    found = told(move('1', 'ก', 'ข', '2', 'ค', 'ง'), move('1', 'ก', '2', 'ค', 'ง', 'ข'))
    assert found == [
        ('', '๒.๓ เพื่อยกระดับศักยภาพการเชื่อมโยงแผนพัฒนา…'),
        ('เดิม', '๑. วัตถุประสงค์ ข้อ ๑.๒ ต่อจาก “๑.๑ เพื่อสร้างความรู้ความเข้าใจเกี่ยวกับบทบาทของ…”'),
        ('ใหม่', '๒. ผลที่คาดว่าจะได้รับ ข้อ ๒.๓ ต่อจาก “๒.๒ ประชาชนได้รับบริการที่สะดวกรวดเร็วและทั่วถึง”'),
    ]


def test_a_block_that_moved_to_a_section_s_beginning_is_told_so():
    found = dict(told(move('1', 'ก', '2', 'ค', 'ง', 'ข'), move('1', 'ข', 'ก', '2', 'ค', 'ง')))
    assert found['ใหม่'] == 'ต้นหัวข้อ ๑. วัตถุประสงค์ ข้อ ๑.๑'
    assert found['เดิม'].startswith('๒. ผลที่คาดว่าจะได้รับ ข้อ ๒.๓ ต่อจาก “๒.๒ ประชาชน')


def test_a_paragraph_that_moved_to_the_paper_s_beginning_is_told_so():
    blocks = [Paragraph(f'p{at}', plain(words * 3)) for at, words in enumerate(('ก่อนหน้านี้ ', 'ต่อมาได้ ', 'หลังจากนั้น '))]
    found = dict(told(paper(*blocks), paper(blocks[2], *blocks[:2])))
    assert found['ใหม่'] == 'ต้นเอกสาร'
    assert found['เดิม'] == 'ต่อจาก “ต่อมาได้ ต่อมาได้ ต่อมาได้”'


def test_a_split_paragraph_shows_where_it_was_split():
    one, other = 'เริ่มดำเนินการจ้างในวันที่ ๑ ตุลาคม ๒๕๖๓', 'และเป็นการจัดเก็บข้อมูลของอำเภอ'
    old = paper(Paragraph('a', plain(f'{one} {other}')))
    new = paper(Paragraph('a', plain(one)), Paragraph('b', plain(other)))
    ((_, split),) = told(old, new)
    assert '{+¶+}' in split
    ((_, joined),) = told(new, old)
    assert '[-¶-]' in joined


def test_a_heading_that_is_new_is_one_phrase_with_its_number():
    body = Paragraph('body', plain('เบิกจ่ายจากเงินกู้'))
    assert told(paper(body), paper(Heading('h', '๔.', plain('งบประมาณ')), body)) == [('', '{+๔. งบประมาณ+}')]


def test_what_is_only_set_in_another_form_is_told_by_how_it_begins():
    body = Paragraph('body', plain('เบิกจ่ายจากเงินกู้'))
    assert told(paper(body), paper(replace(body, style='note'))) == [('', 'เบิกจ่ายจากเงินกู้')]


@pytest.mark.parametrize(
    ('pages', 'words'),
    [((), ''), ((2,), '2'), ((2, 3), '2 - 3'), ((1, 2, 3, 5), '1 - 3, 5'), ((1, 3, 4), '1, 3 - 4')],
)
def test_pages_that_follow_each_other_are_a_range(pages, words):
    assert page_range(pages, str) == words.replace(' - ', '\u00a0-\u00a0')


def test_a_bold_word_stands_in_how_a_block_begins_as_it_is_written():
    text = (Run('กรม'), Run('การปกครอง', bold=True), Run('กำหนด'))
    assert beginning(Item('item', 2, '๑.๑', text), WORDS) == '๑.๑ กรมการปกครองกำหนด'
