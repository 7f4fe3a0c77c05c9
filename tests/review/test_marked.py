"""Marked blocks say what both versions say: without what is struck the new one, without what was put in the old one."""

import pytest
from content_tools import SHIPPED, block
from review_tools import MANY, put_in, rewritten

from saraban.review.compare import compare
from saraban.review.marked import PILCROW, marked
from saraban.views.blocks import Cell, CountRow, Counts, Field, Item, Paragraph, Row, Run, Table, View, plain, texts
from saraban.views.blocks.marked import MarkedRun, MarkedWords
from saraban.words import Segmenter

WORDS = Segmenter().words


def without(blocks, mark):
    """The words of marked blocks without the runs of one mark, and without the signs of paragraph ends."""
    found = []
    for piece in texts(tuple(blocks)):
        runs = piece.text if isinstance(piece, MarkedWords) else (piece,) if isinstance(piece, Run) else plain(piece)
        for run in runs:
            if not (isinstance(run, MarkedRun) and (run.mark == mark or run.text == PILCROW)):
                found.append(run.text)
    return ''.join(found)


def said(blocks):
    return ''.join(piece.text if isinstance(piece, Run) else piece for piece in texts(tuple(blocks)))


def paper(*blocks):
    return View('proposal', 'proposal', 'proposal', 'ทดสอบ', blocks)


def changes(old, new):
    return [change for change in compare(paper(*old), paper(*new), WORDS).blocks if change.kind != 'same']


def test_each_side_and_the_merged_text_say_what_the_versions_say(many):
    seen = 0
    for whole in many.papers:
        for change in whole.blocks:
            if change.moved or change.kind == 'same':
                continue
            seen += 1
            assert without(marked(change, 'both'), 'removed') == said(change.new)
            assert without(marked(change, 'both', numbers=True), 'added') == said(change.old)
            assert without(marked(change, 'old'), '') == said(change.old)
            assert without(marked(change, 'new'), '') == said(change.new)
    assert seen >= len(MANY)


def test_a_moved_block_shows_both_versions_at_its_new_place(many):
    proposal = next(one for one in many.papers if one.view.kind == 'proposal')
    origins = {change.moved: change for change in proposal.blocks if change.moved and change.old}
    arrived = [change for change in proposal.blocks if change.moved and change.new]
    assert [change.moved for change in arrived] == sorted(origins)
    for change in arrived:
        assert without(marked(change, 'both'), 'removed') == said(change.new)
        assert without(marked(change, 'both'), 'added') == said(origins[change.moved].old)


def test_counts_are_merged_and_a_label_that_sets_a_width_is_not():
    def counts(number):
        return Counts('c', (CountRow(plain(f'- ปลัดอำเภอ {number} อำเภอ'), 'จำนวน', plain(f'{number} คน')),))

    (change,) = changes([counts('๘๗๘')], [counts('๘๘๓')])
    assert len(marked(change, 'both')) == 1
    (change,) = changes([Field('f', 'เรื่อง', plain('เชิญประชุม'))], [Field('f', 'เรื่องด่วน', plain('เชิญประชุม'))])
    merged = marked(change, 'both')
    assert [(without([one], 'removed'), without([one], 'added')) for one in merged] == [
        ('', 'เรื่องเชิญประชุม'),
        ('เรื่องด่วนเชิญประชุม', ''),
    ]


def test_the_label_that_a_field_stands_under_is_printed_nowhere_and_so_no_word_of_its_change():
    first = Field('reference/1', 'อ้างถึง', plain('หนังสือจังหวัดชัยนาท'))
    second = Field('reference/2', '', plain('หนังสือจังหวัดลพบุรี'), under='อ้างถึง')
    (change,) = changes([first], [first, second])
    assert [text.slot for text in change.texts] == ['text']
    assert said(marked(change, 'both')) == 'หนังสือจังหวัดลพบุรี'


def test_a_row_that_came_and_one_that_went_stand_in_the_merged_table():
    def row(name, words):
        return Row(f't/{name}', (Cell((plain(words),)),))

    rows = {name: row(name, words) for name, words in (('a', 'ชัยนาท สิบ'), ('b', 'ลพบุรี'), ('c', 'ตรัง'), ('d', 'ระนอง'))}
    old = Table('t', (), (rows['a'], rows['b'], rows['c']), header=False)
    new = Table('t', (), (rows['a'], rows['c'], rows['d']), header=False)
    (change,) = changes([old], [new])
    (merged,) = marked(change, 'both')
    marks = [[run.mark if isinstance(run, MarkedRun) else '' for run in texts(row)] for row in merged.rows]
    assert [said((row,)) for row in merged.rows] == ['ชัยนาท สิบ', 'ลพบุรี', 'ตรัง', 'ระนอง']
    assert marks == [[''], ['removed'], [''], ['added']]


def test_a_split_paragraph_shows_where_it_was_split_and_a_joined_one_where_it_was_joined():
    whole = Paragraph('a', plain('จังหวัดคัดเลือกผู้เข้าร่วมตามจำนวน แล้วแจ้งรายชื่อให้กรมทราบภายในวันที่กำหนด'))
    first, second = (
        Paragraph('a', plain('จังหวัดคัดเลือกผู้เข้าร่วมตามจำนวน')),
        Paragraph('b', plain('แล้วแจ้งรายชื่อให้กรมทราบภายในวันที่กำหนด')),
    )
    (split,) = changes([whole], [first, second])
    (joined,) = changes([first, second], [whole])
    assert (split.kind, joined.kind) == ('split', 'joined')
    for change, mark in ((split, 'added'), (joined, 'removed')):
        merged = marked(change, 'both')
        signs = [run.mark for run in texts(tuple(merged)) if isinstance(run, MarkedRun) and run.text == PILCROW]
        assert (len(merged), signs) == (len(change.new), [mark])


def test_the_number_of_an_item_that_only_moved_along_carries_marks_where_they_are_asked_for_and_stays_a_word():
    (change,) = changes([Item('a', 2, '๒.๑', plain('ข้อความเดิม'))], [Item('a', 2, '๒.๒', plain('ข้อความเดิม'))])
    assert [marked(change, side)[0].number for side in ('old', 'new', 'both')] == ['๒.๑', '๒.๒', '๒.๒']
    (item,) = marked(change, 'both', numbers=True)
    assert isinstance(item.number, MarkedWords)
    assert (str(item.number), [run.mark for run in item.number.text if isinstance(run, MarkedRun)]) == (
        '๒.๒',
        ['removed', 'added'],
    )


def test_the_first_mark_alone_bears_the_anchor(many):
    proposal = next(one for one in many.papers if one.view.kind == 'proposal')
    change = next(one for one in proposal.blocks if one.kind == 'changed' and not one.only_renumbered)
    anchors = [run.anchor for run in texts(marked(change, 'both', anchor='here')) if isinstance(run, MarkedRun)]
    assert [anchors[0], *set(anchors[1:])] in (['here', ''], ['here'])


@pytest.mark.parametrize(
    'patch', [rewritten('ประจำปีงบประมาณ พ.ศ. {{ project.fiscal_year }}', 'ภายในปี'), put_in('โรงแรมในเขตพื้นที่', 'ทดสอบ')]
)
def test_what_did_not_change_has_no_mark(shipped, changed, view_of, patch):
    old, new = (view_of(project, 'proposal') for project in (shipped, changed(SHIPPED, patch)))
    for change in compare(old, new, WORDS).blocks:
        if change.kind == 'same':
            assert not any(isinstance(run, MarkedRun) for run in texts(marked(change, 'both')))
    assert block(new, new.blocks[0].id) == new.blocks[0]
