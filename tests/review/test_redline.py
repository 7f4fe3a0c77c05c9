"""Word files with tracked changes: what is marked, and that accepted they are the new paper, rejected the old one."""

import datetime
import random
import zipfile
from dataclasses import replace
from io import BytesIO

import pytest
from random_views import edited
from redline_tools import (
    ENGINES,
    HOLDS,
    REDLINER,
    body,
    change_of,
    changed_lines,
    held,
    line,
    lines,
    outcome,
    paper,
    redline,
)
from resolving import MARKS, RANGES, W, body_of, resolved, shape

from saraban.errors import Place
from saraban.render.docx import schema
from saraban.render.docx.oxml import JOINER
from saraban.review.word.redline import Redliner
from saraban.views import blocks as b
from saraban.views.blocks import Blank, Run, View, plain
from saraban.views.kinds import KINDS, all_papers

FIRST, LAST = line('first', 'ย่อหน้าแรกของเอกสาร'), line('last', 'ย่อหน้าสุดท้ายของเอกสาร')
LONG = line('long', 'ข้อความที่ยาวกว่าย่อหน้าซึ่งย้ายที่ จึงเป็นย่อหน้านี้ที่อยู่ที่เดิม และอีกย่อหน้าหนึ่งที่ย้ายข้ามไป')
MEETING = 'กรมการปกครองกำหนดจัดประชุม ณ โรงแรมดิวันนา เขตบางรัก กรุงเทพฯ'
TABLE = b.Table(
    'table',
    (b.Column(plain('ลำดับ'), 'center', key='number'), b.Column(plain('จังหวัด'), 'left', key='province')),
    tuple(
        b.Row(name, (b.Cell((plain(number),)), b.Cell((plain(name),))))
        for number, name in (('๑', 'ชัยนาท'), ('๒', 'ลพบุรี'), ('๓', 'สิงห์บุรี'))
    ),
)


def between(*blocks):
    return paper(FIRST, *blocks, LAST)


def rows(*numbers):
    return b.Table('table', TABLE.columns, tuple(TABLE.rows[number] for number in numbers))


# What is marked.


def test_a_word_is_a_change_of_its_own_in_a_run_that_is_cut_around_it():
    merged = body(between(line('a', MEETING)), between(line('a', MEETING.replace('บางรัก', 'ห้วยขวาง'))))
    assert changed_lines(merged) == ['กรมการปกครองกำหนดจัดประชุม ณ โรงแรมดิวันนา เขต[-บางรัก-]{+ห้วยขวาง+} กรุงเทพฯ']


def test_two_words_of_a_paragraph_can_be_accepted_one_by_one():
    new = MEETING.replace('ประชุม', 'สัมมนา').replace('บางรัก', 'ห้วยขวาง')
    merged = body(between(line('a', MEETING)), between(line('a', new)))
    first = next(merged.iter(f'{W}ins'))
    first.getparent().replace(first, first[0])  # accepted by hand; its struck word too
    struck = next(merged.iter(f'{W}del'))
    struck.getparent().remove(struck)
    words = [''.join(text.text for text in p.iter(f'{W}t')) for p in resolved(merged, 'reject').iter(f'{W}p')]
    assert words[1] == MEETING.replace('ประชุม', 'สัมมนา')


def test_every_change_bears_the_author_its_own_number_and_no_date_unless_one_is_given():
    old, new = between(line('a', MEETING), TABLE), between(TABLE, line('a', MEETING.replace('บางรัก', 'ห้วยขวาง')))
    marks = [one for one in body(old, new).iter() if one.get(f'{W}author')]
    assert {mark.get(f'{W}author') for mark in marks} == {'ผู้ตรวจ'}
    assert len({mark.get(f'{W}id') for mark in marks}) == len(marks) > 4
    assert {mark.get(f'{W}date') for mark in marks} == {None}
    dated = Redliner(ENGINES, 'ผู้ตรวจ', datetime.date(2020, 11, 1)).redline(change_of(old, new))
    assert {one.get(f'{W}date') for one in body_of(dated).iter() if one.get(f'{W}author')} == {'2020-11-01T00:00:00Z'}


def test_a_moved_paragraph_is_a_move_whose_two_places_bear_one_name():
    moved = line('moved', MEETING)
    merged = body(paper(moved, LONG, LAST), paper(LONG, moved, LAST))
    assert changed_lines(merged) == [f'[<{MEETING}<][<¶<]', f'{{>{MEETING}>}}{{>¶>}}']
    starts = [one for one in merged.iter() if one.tag in RANGES and one.get(f'{W}name')]
    assert [(one.tag.removeprefix(W), one.get(f'{W}name')) for one in starts] == [
        ('moveFromRangeStart', 'move1'),
        ('moveToRangeStart', 'move1'),
    ]
    ends = [one.get(f'{W}id') for one in merged.iter() if one.tag in RANGES and not one.get(f'{W}name')]
    assert ends == [one.get(f'{W}id') for one in starts]


def test_words_changed_in_a_moved_paragraph_are_struck_where_it_was_and_put_in_where_it_is():
    old = paper(line('moved', MEETING), LONG, LAST)
    new = paper(LONG, line('moved', MEETING.replace('บางรัก', 'ห้วยขวาง')), LAST)
    assert changed_lines(body(old, new)) == [
        '[<กรมการปกครองกำหนดจัดประชุม ณ โรงแรมดิวันนา เขต<][-บางรัก-][< กรุงเทพฯ<][<¶<]',
        '{>กรมการปกครองกำหนดจัดประชุม ณ โรงแรมดิวันนา เขต>}{+ห้วยขวาง+}{> กรุงเทพฯ>}{>¶>}',
    ]
    assert outcome(old, new) == HOLDS


def test_a_split_paragraph_is_an_end_put_in_and_a_joined_one_an_end_taken_out():
    whole = between(line('a', 'ประการแรก จังหวัดส่งรายชื่อผู้เข้าร่วม ประการที่สอง อำเภอเตรียมข้อมูลตำบล'))
    parts = between(line('a', 'ประการแรก จังหวัดส่งรายชื่อผู้เข้าร่วม'), line('b', 'ประการที่สอง อำเภอเตรียมข้อมูลตำบล'))
    assert changed_lines(body(whole, parts)) == ['ประการแรก จังหวัดส่งรายชื่อผู้เข้าร่วม[- -]{+¶+}']
    assert changed_lines(body(parts, whole)) == [
        'ประการแรก จังหวัดส่งรายชื่อผู้เข้าร่วม[-¶-]',
        '{+ +}ประการที่สอง อำเภอเตรียมข้อมูลตำบล',
    ]
    assert (outcome(whole, parts), outcome(parts, whole)) == (HOLDS, HOLDS)


def test_a_split_item_takes_the_number_of_its_second_part_with_it():
    whole = between(b.Item('a', 2, '๑.๑', plain('จังหวัดส่งรายชื่อผู้เข้าร่วมประชุม อำเภอเตรียมข้อมูลของทุกตำบล')))
    parts = between(
        b.Item('a', 2, '๑.๑', plain('จังหวัดส่งรายชื่อผู้เข้าร่วมประชุม')),
        b.Item('b', 2, '๑.๒', plain('อำเภอเตรียมข้อมูลของทุกตำบล')),
    )
    assert changed_lines(body(whole, parts)) == [
        '๑.๑ จังหวัดส่งรายชื่อผู้เข้าร่วมประชุม[- -]{+¶+}',
        '{+๑.๒ +}อำเภอเตรียมข้อมูลของทุกตำบล',
    ]
    assert (outcome(whole, parts), outcome(parts, whole)) == (HOLDS, HOLDS)


def test_words_that_became_bold_keep_their_former_form_beside_the_new_one():
    old = between(line('a', MEETING))
    bold = (Run('กรมการปกครอง'), Run('กำหนดจัดประชุม', bold=True), Run(MEETING.partition('ประชุม')[2]))
    new = between(b.Paragraph('a', bold))
    merged = body(old, new)
    assert changed_lines(merged) == [MEETING.replace('กำหนดจัดประชุม', '<<กำหนดจัดประชุม>>')]
    assert merged.find(f'.//{W}rPrChange/{W}rPr/{W}cs') is not None
    assert (outcome(old, new), outcome(new, old)) == (HOLDS, HOLDS)


def test_another_style_is_a_changed_form_and_no_change_of_words():
    old, new = between(b.Item('a', 2, '๑.๑', plain(MEETING))), between(b.Item('a', 3, '๑.๑', plain(MEETING)))
    merged = body(old, new)
    assert changed_lines(merged) == []
    [change] = merged.iter(f'{W}pPrChange')
    assert change.find(f'{W}pPr/{W}pStyle').get(f'{W}val') != change.getparent().find(f'{W}pStyle').get(f'{W}val')
    assert outcome(old, new) == HOLDS


def test_a_line_to_fill_in_is_changed_whole():
    blank = Blank('เลขที่', Place('letter.yaml', 1), 2.0)
    old, new = between(b.Paragraph('a', (Run('เลขที่ '), Run('', blank=blank)))), between(line('a', 'เลขที่ ๑๕'))
    assert changed_lines(body(old, new)) == ['เลขที่ [-…-]{+๑๕+}']
    assert (outcome(old, new), outcome(new, old)) == (HOLDS, HOLDS)


def test_a_line_to_fill_in_that_only_means_something_else_prints_the_same_and_is_not_marked():
    one, other = (Run('', blank=Blank(label, Place('schedule.yaml', 1), 2.0)) for label in ('เวลาช่วงที่ ๑', 'เวลาช่วงที่ ๒'))
    old, new = (between(b.Paragraph('a', (Run('เวลา '), blank, Run(' น.')))) for blank in (one, other))
    assert changed_lines(body(old, new)) == []
    assert outcome(old, new) == HOLDS


def test_a_tab_between_two_changed_texts_stays():
    def head(number, agency):
        return paper(
            b.Letterhead('head', plain(number), (plain(agency),), plain('๑ ตุลาคม ๒๕๖๓')), LAST, template='letter'
        )

    old, new = head('ที่ มท ๑', 'กรมการปกครอง'), head('ที่ มท ๒', 'สำนักงานจังหวัด')
    assert changed_lines(body(old, new)) == ['ที่ มท [-๑-]{+๒+}→[-กรมการปกครอง-]{+สำนักงานจังหวัด+}']
    assert outcome(old, new) == HOLDS


# Tables.


@pytest.mark.parametrize(('old', 'new', 'kept'), [((0, 2), (0, 1, 2), 'ins'), ((0, 1, 2), (0, 2), 'del')])
def test_a_row_is_put_in_or_taken_out_as_a_row(old, new, kept):
    one, other = between(rows(*old)), between(rows(*new))
    marks = [mark.tag.removeprefix(W) for mark in body(one, other).iterfind(f'.//{W}trPr/*') if mark.tag in MARKS]
    assert marks == [kept]
    assert outcome(one, other) == HOLDS


def test_a_word_in_a_cell_is_changed_in_its_cell():
    other = b.Row('ลพบุรี', (b.Cell((plain('๒'),)), b.Cell((plain('ลพบุรี สระบุรี'),))))
    new = b.Table('table', TABLE.columns, (TABLE.rows[0], other, TABLE.rows[2]))
    merged = body(between(TABLE), between(new))
    assert changed_lines(merged) == ['ลพบุรี{+ สระบุรี+}']
    assert outcome(between(TABLE), between(new)) == HOLDS


def test_where_the_columns_are_others_the_old_table_goes_and_the_new_one_comes():
    wider = b.Column(plain('อำเภอ'), 'right', key='districts')
    new = b.Table(
        'table',
        (*TABLE.columns, wider),
        tuple(b.Row(row.id, (*row.cells, b.Cell((plain('๘'),)))) for row in TABLE.rows),
    )
    fates = [
        {mark.tag.removeprefix(W) for mark in table.iterfind(f'{W}tr/{W}trPr/*') if mark.tag in MARKS}
        for table in body(between(TABLE), between(new)).iter(f'{W}tbl')
    ]
    assert fates == [{'del'}, {'ins'}]
    assert (outcome(between(TABLE), between(new)), outcome(between(new), between(TABLE))) == (HOLDS, HOLDS)


@pytest.mark.parametrize('place', ['first', 'middle', 'last', 'beside another'])
def test_a_whole_table_can_come_and_go_anywhere(place):
    with_table = {
        'first': paper(TABLE, FIRST, LAST),
        'middle': paper(FIRST, TABLE, LAST),
        'last': paper(FIRST, LAST, TABLE),
        'beside another': paper(FIRST, b.Table('other', TABLE.columns, TABLE.rows[:1]), TABLE, LAST),
    }[place]
    without = paper(*(block for block in with_table.blocks if block.id != 'table'))
    assert (outcome(without, with_table), outcome(with_table, without)) == (HOLDS, HOLDS)


# Where a paper begins and ends, and papers that only one side has.


@pytest.mark.parametrize('names', [('first', 'middle'), ('middle', 'last'), ('first', 'last'), ('middle',), ('other',)])
def test_paragraphs_can_come_and_go_at_the_ends_of_a_paper(names):
    whole = paper(FIRST, line('middle', MEETING, 'note'), LAST)
    other = line('other', 'ไม่มีคำใดเหมือน', 'centred')
    part = paper(*(block for block in (*whole.blocks, other) if block.id in names))
    assert (outcome(whole, part), outcome(part, whole)) == (HOLDS, HOLDS)


def test_a_paper_that_is_new_is_put_in_whole_and_one_that_is_gone_struck_whole():
    one = between(line('a', MEETING), TABLE)
    made, gone = shape(body_of(ENGINES.render(one, 'docx').data)), shape(body_of(ENGINES.render(paper(), 'docx').data))
    words = ''.join(lines(body_of(ENGINES.render(one, 'docx').data)))
    for old, new, kept, lost in ((None, one, 'accept', 'reject'), (one, None, 'reject', 'accept')):
        merged = body(old, new)
        assert shape(resolved(merged, kept)) == made
        left = shape(resolved(merged, lost))
        assert ([part[0] for part in left], left[0][2], left[1]) == (['p', 'sectPr'], [], gone[-1])
        marked = ''.join(text.text or '' for mark in merged.iter(*MARKS) for text in mark.iter(f'{W}t', f'{W}delText'))
        assert marked == words


def test_a_paper_that_did_not_change_has_no_mark():
    one = between(line('a', MEETING), TABLE)
    assert [mark.tag for mark in body(one, one).iter() if mark.get(f'{W}author')] == []


def test_all_but_the_body_is_the_new_paper_s_own():
    old = paper(FIRST, line('a', MEETING), furniture=b.Furniture(page_numbers=False))
    new = paper(FIRST, line('a', 'อีกข้อความหนึ่ง'), furniture=b.Furniture(draft='ร่าง', secrecy='ลับ'))
    with zipfile.ZipFile(BytesIO(redline(old, new))) as package:
        made = {name: package.read(name) for name in package.namelist()}
    assert made.pop('word/document.xml') != parts_of(new)['word/document.xml']
    assert made == {name: part for name, part in parts_of(new).items() if name in made}
    assert parts_of(new).keys() - made.keys() == {'word/document.xml'}


def parts_of(view):
    with zipfile.ZipFile(BytesIO(ENGINES.render(view, 'docx').data)) as package:
        return {name: package.read(name) for name in package.namelist()}


def test_a_second_redline_has_the_same_bytes():
    old, new = between(line('a', MEETING), TABLE), between(rows(0, 2), line('a', MEETING.replace('บางรัก', 'ห้วยขวาง')))
    assert redline(old, new) == redline(old, new)


@pytest.mark.parametrize(('one', 'other'), [('', 'letter'), ('letter', ''), ('', '')])
def test_a_paper_from_outside_is_set_in_the_template_of_the_other_side_or_a_plain_one(one, other):
    old, new = paper(FIRST, line('a', MEETING), template=one), paper(FIRST, line('a', 'อีกข้อความ'), template=other)
    with zipfile.ZipFile(BytesIO(redline(old, new))) as package:
        styles = package.read('word/styles.xml')
    assert styles == parts_of(paper(FIRST, template='letter' if one or other else 'proposal'))['word/styles.xml']


def test_what_is_read_back_from_any_file_has_a_redline_that_holds():
    """Styles that no layout knows, levels deeper than ours, a table with ragged rows, one without any."""
    ragged = (b.Row('1', (b.Cell((plain('ก'),)),)), b.Row('2', (b.Cell((plain('ข'),), span=2), b.Cell((plain('ค'),)))))
    strange = (
        line('t', 'ชื่อโครงการ', 'saraban title'),
        line('a', MEETING, 'normal (web)'),
        b.Item('i', 9, '๑.๑.๑.๑', plain('ข้อที่ลึก')),
        b.Table('ragged', (), ragged, header=False),
        b.Table('empty', (), (), header=False),
    )
    old = View('', 'จดหมาย', '', 'จดหมาย', strange)
    new = replace(old, blocks=(*strange[:1], line('a', MEETING.replace('บางรัก', 'ห้วยขวาง'), 'normal'), *strange[2:]))
    merged = body(old, new)
    assert changed_lines(merged) == ['กรมการปกครองกำหนดจัดประชุม ณ โรงแรมดิวันนา เขต[-บางรัก-]{+ห้วยขวาง+} กรุงเทพฯ']
    styles = [style.get(f'{W}val') for style in resolved(merged, 'accept').iterfind(f'{W}p/{W}pPr/{W}pStyle')]
    assert styles == ['SarabanTitle', 'SarabanBody', 'SarabanItem5']
    assert [len(table.findall(f'{W}tr')) for table in merged.iter(f'{W}tbl')] == [2, 1]


# Any change at all.


def draws(projects, seeds):
    """Views of every kind of paper with the same ones changed at random."""
    views = []
    for project in projects:
        of_kind = {paper.kind: paper for paper in all_papers(project, ('labels', 'envelopes'))}
        views += [unpaged(KINDS[kind].view(project, one, {})) for kind, one in of_kind.items()]
    for seed in seeds:
        draw = random.Random(seed)
        new = old = draw.choice(views)
        for _ in range(draw.choice((1, 1, 2, 4, 8))):
            new = edited(new, draw)
        yield seed, old, new


def unpaged(view):
    """The view without catchwords, for which its pages would be broken."""
    return replace(view, furniture=replace(view.furniture, catchword=False))


def check_random(projects, seeds):
    """Each random change holds, its elements stand in the schema's order, and no letter is marked that did not change."""
    for seed, old, new in draws(projects, seeds):
        change = change_of(old, new)
        merged = body_of(REDLINER.redline(change))
        assert held(merged, old, new) == HOLDS, seed
        assert misplaced(merged) == [], seed
        if not any(isinstance(block, b.Labels) for block in old.blocks):  # a label put in moves all others on
            assert marked_letters(merged) == told_letters(change), seed


ORDERS = {
    'pPr': schema.PARAGRAPH,
    'rPr': {f'{W}{name}': n for n, name in enumerate(('ins', 'del', 'moveFrom', 'moveTo'))}
    | {name: n + 4 for name, n in schema.RUN.items()}
    | {f'{W}rPrChange': 1000},
    'trPr': {f'{W}ins': 1, f'{W}del': 2, f'{W}trPrChange': 3},
}


def misplaced(merged):
    """Properties whose children do not stand in the order of the schema."""
    return [
        [child.tag for child in properties]
        for name, order in ORDERS.items()
        for properties in merged.iter(f'{W}{name}')
        if (places := [order.get(child.tag, 0 if name == 'trPr' else None) for child in properties]) != sorted(places)
    ]


def marked_letters(merged):
    """Letters in marks of runs, white space and lines to fill in aside."""
    found = ''
    for mark in merged.iter(*MARKS):
        found += ''.join(text.text or '' for text in mark.iter(f'{W}t', f'{W}delText'))
    return len(''.join(found.replace(JOINER, '').split()))


def told_letters(change):
    """Letters of what a comparison says was put in and taken out; a moved block counts at both its places."""
    spans = [
        span
        for block in change.blocks
        for text in block.texts
        for span in text.spans
        if span.kind in {'added', 'removed'} or block.moved
    ]
    return len(''.join(''.join(run.text for span in spans for run in (*span.old, *span.new)).split()))


def test_whatever_changes_accepted_is_the_new_paper_and_rejected_the_old_one(shipped, sample):
    check_random((shipped, sample), range(15))


@pytest.mark.slow
def test_whatever_changes_over_many_draws(shipped, sample):
    check_random((shipped, sample), range(1000, 1300))
