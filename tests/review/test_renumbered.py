"""Numbers that the program counts (of sections, items, rows): where they only move along, one line says so."""

import json

import pytest
from content_tools import SHIPPED
from review_tools import first_round_put_in, line_with, reviewed_projects, second_round_taken_out
from told import changes

from saraban.review.compare import compare
from saraban.review.entries import Lister
from saraban.review.marked import marked
from saraban.review.papers import Group, Review
from saraban.review.shifts import shifts
from saraban.review.summary import as_json, markdown
from saraban.review.tags import Tagger
from saraban.review.telling import renumbering, word_count
from saraban.review.terminal import Telling
from saraban.review.versions import Version
from saraban.views.blocks import (
    Cell,
    Column,
    EnclosureRow,
    Enclosures,
    Heading,
    Item,
    Row,
    Table,
    View,
    plain,
    words_of,
)
from saraban.words import Segmenter

WORDS = Segmenter()
PROVINCES = ('ชัยนาท', 'ลพบุรี', 'สิงห์บุรี', 'อ่างทอง')


def table(rows, headings=('ลำดับ', 'จังหวัด', 'จำนวน'), *, counted=False):
    columns = (
        Column(plain(headings[0]), 'center', counted=counted),
        *(Column(plain(one), 'left') for one in headings[1:]),
    )
    cells = [tuple(Cell((plain(word),)) if word else Cell(((),)) for word in row) for row in rows]
    return Table('table', columns, tuple(Row(f'table/{at}', row) for at, row in enumerate(cells, 1)))


def numbered(*names, count='๑'):
    """Rows of a table that counts them."""
    return [('๐๑๒๓๔๕๖๗๘๙'[at], name, count) for at, name in enumerate(names, 1)]


def compared(old, new):
    def view(blocks):
        return View('proposal', 'proposal', 'proposal', 'ทดสอบ', tuple(blocks))

    return compare(view(old), view(new), WORDS)


def review(paper):
    return Review(Version('old', {}), Version('new', {}), (Group((paper,)),), 0, WORDS.words)


def lines(paper):
    return renumbering(paper.blocks, 'th')


def marks(paper):
    return {slot: text for block in paper.blocks for slot, text in changes(block).items()}


@pytest.fixture
def province(changed, shipped):
    """The shipped content with a province more, the third of the first round."""
    third = line_with('Sing Buri', 'recipients.csv')
    project = changed(SHIPPED, ('recipients.csv', third, f'TH-99,เมืองใหม่,Mueang Mai,1,5\n{third}'))
    return reviewed_projects(shipped, project, ['allocation'])


def test_a_row_put_in_is_its_words_and_the_sums_that_it_changed_and_the_numbers_after_it_are_one_line(province):
    everything, first_round = (group.first for group in province.groups)
    assert [word_count(paper, province.words) for paper in (everything, first_round)] == [10, 7]
    assert lines(everything) == ['ลำดับเลื่อนตาม: ๓ - ๗๖ เป็น ๔ - ๗๗']
    assert lines(first_round) == ['ลำดับเลื่อนตาม: ๓ - ๑๗ เป็น ๔ - ๑๘']


def test_the_terminal_and_markdown_name_only_what_somebody_changed_and_end_with_that_line(province):
    terminal = list(Telling(words=province.words).lines(province))
    assert len(terminal) == (1 + 1 + 10 + 1) + (1 + 1 + 7 + 1) + 1
    assert [line.strip() for line in terminal if 'ลำดับ' in line] == [lines(group.first)[0] for group in province.groups]
    written = markdown(province).splitlines()
    assert [line for line in written if 'ลำดับ' in line] == [f'- {lines(group.first)[0]}' for group in province.groups]
    assert sum(line.strip().startswith('- ') for line in written) == (1 + 10 + 1) + (1 + 7 + 1)
    assert next(Telling(words=province.words).stat(province)) == 'allocations/all: 10 คำ'


def test_json_counts_no_words_for_it_and_gives_both_numbers(province):
    first = json.loads(as_json(province))['changes'][0]
    assert (first['words'], first['renumbered']) == (
        10, [{'table': 'allocation', 'old': ['๓', '๗๖'], 'new': ['๔', '๗๗']}],
    )  # fmt: skip
    texts = [text for block in first['blocks'] for text in block['texts']]
    assert sum(text['counted'] for text in texts) == 74 + 1
    assert not any(text['counted'] for text in texts if 'sum' in text['field'] or 'total' in text['field'])


def test_the_page_shows_the_changed_rows_alone_and_the_new_numbers_unmarked(province):
    lister = Lister(Tagger(()), 'th')
    paper = province.groups[0].first
    (entry,) = [entry for section in lister.sections(paper) for entry in section.entries]
    shown = [row for row in entry.both.rows if not isinstance(row, int)]
    assert [kind for _, kind in shown if kind != 'same'] == ['added', 'renumbered', 'renumbered', 'changed', 'changed']
    after = shown[2][0]
    assert [words_of(cell.paragraphs[0]) for cell in after.cells[:2]] == ['๔', 'สิงห์บุรี']
    assert entry.numbers == ('ลำดับเลื่อนตาม: ๓ - ๗๖ เป็น ๔ - ๗๗',)
    assert lister.renumbered(paper).lines == ()
    assert [phrase.where for phrase in entry.brief].count('เพิ่มแถว') == 1
    assert len(entry.brief) == 7  # with six sums


def test_a_tick_stays_when_only_its_number_moved_along():
    def key(number):
        old, new = Item('a', 2, '๒.๑', plain('ข้อความเดิม')), Item('a', 2, number, plain('ข้อความใหม่'))
        sections = Lister(Tagger(()), 'th').sections(compared([old], [new]))
        return [entry.key for section in sections for entry in section.entries]

    assert key('๒.๑') == key('๒.๒') != []


def test_a_row_that_follows_bears_no_ring_no_tag_and_no_mark():
    paper = compared([table(numbered(*PROVINCES), counted=True)], [table(numbered(*PROVINCES[1:]), counted=True)])
    (block,) = paper.blocks
    assert [row.kind for row in block.rows] == ['removed', 'renumbered', 'renumbered', 'renumbered']
    assert [text for text in block.texts if text.renumbered and any(Tagger(())(text))] == []
    (merged,) = marked(block, 'both')
    assert [words_of(row.cells[0].paragraphs[0]) for row in merged.rows] == ['๑', '๑', '๒', '๓']


def test_a_column_that_counts_is_known_in_a_table_that_says_nothing_of_it():
    old, new = numbered(*PROVINCES), numbered('พัทลุง', *PROVINCES)
    paper = compared([table(old)], [table(new)])
    assert (word_count(paper, WORDS.words), lines(paper)) == (2, ['ลำดับเลื่อนตาม: ๑ - ๔ เป็น ๒ - ๕'])
    again = [('', 'ภาคกลาง', ''), *old, ('', 'ภาคใต้', ''), *old]
    paper = compared([table(again)], [table([*again[:6], *numbered('พัทลุง', *PROVINCES)])])
    assert (word_count(paper, WORDS.words), lines(paper)) == (2, ['ลำดับเลื่อนตาม: ๑ - ๔ เป็น ๒ - ๕'])


def test_rows_that_are_much_alike_are_known_by_their_words_whatever_their_numbers():
    old = numbered('ชัยนาท', 'สมุทรสาคร', 'สมุทรสงคราม', 'เพชรบุรี')
    new = numbered('ชัยนาท', 'พัทลุง', 'สมุทรสาคร', 'สมุทรสงคราม', 'เพชรบุรี')
    paper = compared([table(old)], [table(new)])
    assert (word_count(paper, WORDS.words), lines(paper)) == (2, ['ลำดับเลื่อนตาม: ๒ - ๔ เป็น ๓ - ๕'])


def rounds(*names, first=1):
    """Rows that say their number and their name in one cell, and what nobody shares."""
    return [(f'{"๐๑๒๓๔๕๖๗๘๙"[at]} {name}', f'จังหวัดของ{name}', '๕') for at, name in enumerate(names, first)]


def test_a_number_before_a_name_in_one_cell_is_no_word_where_its_row_moved_along():
    old, new = rounds('ภาคกลาง', 'ภาคใต้', 'ภาคเหนือ'), rounds('ภาคพิเศษ', 'ภาคกลาง', 'ภาคใต้', 'ภาคเหนือ')
    paper = compared([table(old, counted=True)], [table(new, counted=True)])
    assert set(marks(paper)) == {
        *(f'rows.table/1.cells.{at}.0' for at in range(3)),
        *(f'rows.table/{at}.cells.0.0' for at in (2, 3, 4)),
    }
    assert lines(paper) == ['ลำดับเลื่อนตาม: ๑ - ๓ เป็น ๒ - ๔']
    only = word_count(compared([table([], counted=True)], [table(new[:1], counted=True)]), WORDS.words)
    assert word_count(paper, WORDS.words) == only
    (merged,) = marked(paper.blocks[0], 'both')
    assert [words_of(row.cells[0].paragraphs[0]) for row in merged.rows[1:]] == ['๒ ภาคกลาง', '๓ ภาคใต้', '๔ ภาคเหนือ']


def test_a_column_that_counts_before_names_is_known_in_a_table_that_says_nothing_of_it():
    old, new = rounds('ภาคกลาง', 'ภาคใต้', 'ภาคเหนือ'), rounds('ภาคกลาง', 'ภาคเหนือ')
    paper = compared([table([*old, ('รวม', '', '๑๕')])], [table([*new, ('รวม', '', '๑๐')])])
    assert lines(paper) == ['ลำดับเลื่อนตาม: ๓ เป็น ๒']
    amounts = [('๑ ชุด', 'ก', ''), ('๒ ชุด', 'ข', '')], [('๒ ชุด', 'ก', ''), ('๓ ชุด', 'ข', '')]
    paper = compared(*([table(rows)] for rows in amounts))
    assert (word_count(paper, WORDS.words), lines(paper)) == (2, [])


@pytest.mark.parametrize(
    'new',
    [
        rounds('ภาคกลาง', 'ภาคใต้', first=2),  # no row came
        [rounds('ภาคพิเศษ')[0], *rounds('ภาคกลาง', 'ภาคใต้', first=4)],  # one came, and they moved by three
        [*rounds('ภาคกลาง'), *rounds('ภาคใต้', first=5), *rounds('ภาคพิเศษ', first=6)],  # one came after them
    ],
)
def test_a_number_before_a_name_that_did_not_move_with_its_row_is_a_change(new):
    old = rounds('ภาคกลาง', 'ภาคใต้')
    paper = compared([table(old, counted=True)], [table(new, counted=True)])
    numbers = {row[0].split()[1]: row[0].split()[0] for row in old}
    others = [row[0].split() for row in new if row[0].split()[1] in numbers]
    assert lines(paper) == []
    assert [text for text in marks(paper).values() if '[-' in text] == [
        f'[-{numbers[name]}-]{{+{number}+}} {name}' for number, name in others if numbers[name] != number
    ]


def test_a_round_put_in_is_its_words_in_every_table_and_one_line_of_the_numbers_that_moved_along(shipped, changed):
    project = changed(SHIPPED, *first_round_put_in())
    review = reviewed_projects(shipped, project, ['schedule', 'allocation', 'proposal'])
    papers = {paper.view.path: paper for paper in review.papers}
    assert lines(papers['proposal']) == lines(papers['schedule']) == ['ลำดับเลื่อนตาม: ๑ - ๖ เป็น ๒ - ๗']
    assert lines(papers['allocations/all']) == [
        'ลำดับเลื่อนตาม: รุ่นที่ ๑ - รุ่นที่ ๖ เป็น รุ่นที่ ๒ - รุ่นที่ ๗, ๑ - ๗๒ เป็น ๒ - ๗๓, รวมรุ่นที่ ๑ - รวมรุ่นที่ ๖ เป็น รวมรุ่นที่ ๒ - รวมรุ่นที่ ๗'
    ]
    for path, table_id in (('schedule', 'rounds'), ('allocations/all', 'allocation')):
        (block,) = [block for block in papers[path].blocks if block.new[0].id == table_id]
        kinds = [row.kind for row in block.rows]
        assert kinds.count('added') == (1 if path == 'schedule' else 3)
        assert kinds.count('changed') == 1  # the round that gave the province away: its row, or its sum
        assert kinds.count('removed') == (0 if path == 'schedule' else 1)
    assert word_count(papers['schedule'], review.words) < 40


def test_a_round_taken_out_is_one_row_that_is_gone(shipped, changed):
    project = changed(SHIPPED, *second_round_taken_out())
    (paper,) = reviewed_projects(shipped, project, ['schedule']).papers
    (block,) = [block for block in paper.blocks if block.kind != 'same']
    assert [(row.kind, row.old, row.new) for row in block.rows if row.kind != 'renumbered'] == [
        ('changed', 0, 0),
        ('removed', 1, None),
        ('same', 6, 5),
    ]
    assert lines(paper) == ['ลำดับเลื่อนตาม: ๓ - ๖ เป็น ๒ - ๕']


@pytest.mark.parametrize(
    ('old', 'new'),
    [
        ((('๒๕๖๓', 'ก'), ('๒๕๖๔', 'ข')), (('๒๕๖๔', 'ก'), ('๒๕๖๕', 'ข'))),  # years, in order
        ((('๑', 'ก'), ('๒', 'ข')), (('๑', 'ก'), ('๓', 'ข'))),  # no longer in order
        ((('๕', 'ก'), ('๒', 'ข')), (('๖', 'ก'), ('๒', 'ข'))),  # amounts
    ],
)
def test_figures_that_somebody_wrote_stay_changes(old, new):
    headings = ('จำนวน', 'รายการ')
    paper = compared([table(old, headings)], [table(new, headings)])
    assert word_count(paper, WORDS.words) == sum(one[0] != other[0] for one, other in zip(old, new, strict=True))
    assert lines(paper) == []


def test_amounts_that_happen_to_be_one_two_three_are_changes_where_they_are_not_first():
    def rows(*counts):
        return [(number, name, count) for (number, name, _), count in zip(numbered(*PROVINCES), counts, strict=False)]

    paper = compared([table(rows(*'๑๒๓๔'))], [table([*rows(*'๑๒๓')[:2], ('๓', 'สิงห์บุรี', '๔'), ('๔', 'อ่างทอง', '๕')])])
    assert marks(paper) == {'rows.table/3.cells.2.0': '[-๓-]{+๔+}', 'rows.table/4.cells.2.0': '[-๔-]{+๕+}'}
    assert (word_count(paper, WORDS.words), lines(paper)) == (2, [])


def test_a_row_that_is_nothing_but_its_number_is_a_change_to_be_read():
    old, new = [('๑', '', ''), ('๒', '', '')], [('๑', '', ''), ('๒', '', ''), ('๓', '', '')]
    paper = compared([table(old, counted=True)], [table(new, counted=True)])
    assert (word_count(paper, WORDS.words), marks(paper)) == (1, {'rows.table/3.cells.0.0': '{+๓+}'})


def test_a_table_put_in_whole_counts_the_words_that_it_says():
    heading = Heading('one', '๑.', plain('หัวข้อ'))
    paper = compared([heading], [heading, table(numbered(*PROVINCES))])
    assert word_count(paper, WORDS.words) == 3 + 2 * 4


def sections(*names, start=1):
    """Headings with two items each."""
    for at, name in enumerate(names, start):
        number = '๐๑๒๓๔๕๖๗๘๙'[at]
        yield Heading(name, f'{number}.', plain(name))
        yield from (Item(f'{name}/{n}', 2, f'{number}.{"๐๑๒"[n]}', plain(f'{name} รายการ {"ก" * n}')) for n in (1, 2))


def test_sections_that_follow_a_new_one_are_one_line_and_their_items_go_without_saying():
    old = list(sections('เหตุผล', 'เป้าหมาย', 'สถานที่', 'วิธีการ'))
    new = list(sections('เหตุผล', 'งบประมาณ', 'เป้าหมาย', 'สถานที่', 'วิธีการ'))
    paper = compared(old, new)
    assert lines(paper) == ['เลขข้อเลื่อนตาม: ๒ - ๔ เป็น ๓ - ๕']
    assert word_count(paper, WORDS.words) == sum(
        word_count(block, WORDS.words) for block in paper.blocks if not block.old
    )
    terminal = list(Telling(words=WORDS.words).lines(review(paper)))
    assert [line.strip() for line in terminal if 'เลื่อนตาม' in line] == lines(paper)


def test_the_page_folds_them_away_once_with_both_numbers():
    old, new = sections('ก', 'ข', 'ค'), sections('ง', 'ก', 'ข', 'ค')
    lister = Lister(Tagger(()), 'th')
    paper = compared(old, new)
    found = lister.sections(paper)
    assert [section.name for section in found if section.changed] == ['๑. ง']
    folded = lister.renumbered(paper)
    assert folded.lines == ('เลขข้อเลื่อนตาม: ๑ - ๓ เป็น ๒ - ๔',)
    numbers = [''.join(run.text for run in block.number.text) for block in folded.blocks]
    assert numbers[:4] == ['๑๒.', '๑.๑๒.๑', '๑.๒๒.๒', '๒๓.']
    assert len(numbers) == 9


def test_numbers_that_move_by_another_step_or_not_all_are_lines_of_their_own():
    old = list(sections('ก', 'ข', 'ค', 'ง', 'จ'))
    new = list(sections('ฉ', 'ก', 'ข', 'ช', 'ค', 'ง', 'จ'))
    assert lines(compared(old, new)) == ['เลขข้อเลื่อนตาม: ๑ - ๒ เป็น ๒ - ๓', 'เลขข้อเลื่อนตาม: ๓ - ๕ เป็น ๕ - ๗']


def test_an_item_that_moves_within_its_section_and_with_it_is_told():
    def items(section, names):
        return [Item(f'{section}/{n}', 2, f'{section}.{"๐๑๒๓๔"[n]}', plain(name)) for n, name in enumerate(names, 1)]

    names = ['เพื่อขับเคลื่อนงาน', 'เพื่อเพิ่มทักษะ', 'เพื่อยกระดับ']
    old = [Heading('a', '๑.', plain('เหตุผล')), Heading('b', '๒.', plain('วัตถุประสงค์')), *items('๒', names)]
    new = [
        Heading('n', '๑.', plain('บทนำ')), Heading('a', '๒.', plain('เหตุผล')),
        Heading('b', '๓.', plain('วัตถุประสงค์')), *items('๓', ['เพื่อทดสอบสิ่งใหม่', *names]),
    ]  # fmt: skip
    assert lines(compared(old, new)) == ['เลขข้อเลื่อนตาม: ๑ - ๒ เป็น ๒ - ๓', 'เลขข้อเลื่อนตาม: ๒.๑ - ๒.๓ เป็น ๓.๒ - ๓.๔']


def test_an_item_whose_words_changed_too_is_in_the_line_and_its_number_is_no_word():
    def items(*names):
        return [Item(f'a/{n}', 2, f'๒.{"๐๑๒๓๔๕"[n]}', plain(name)) for n, name in enumerate(names, 1)]

    old = items('เพื่อขับเคลื่อนงาน', 'เพื่อเพิ่มทักษะ ๑๐ ครั้ง', 'เพื่อยกระดับ')
    new = items('คำใหม่', 'เพื่อขับเคลื่อนงาน', 'เพื่อเพิ่มทักษะ ๑๑ ครั้ง', 'เพื่อยกระดับ')
    paper = compared(old, new)
    assert lines(paper) == ['เลขข้อเลื่อนตาม: ๒.๑ - ๒.๓ เป็น ๒.๒ - ๒.๔']
    (block,) = [block for block in paper.blocks if block.kind == 'changed' and not block.only_renumbered]
    assert word_count(block, WORDS.words) == 1
    terminal = [line.strip() for line in Telling(words=WORDS.words).lines(review(paper))]
    assert 'ข้อ: เพื่อเพิ่มทักษะ [-๑๐-]{+๑๑+} ครั้ง' in terminal


def test_the_own_number_of_an_item_that_moved_is_no_word_and_in_no_line():
    def items(*names):
        return [Item(f'a/{n}', 2, f'๒.{"๐๑๒๓๔๕"[n]}', plain(name)) for n, name in enumerate(names, 1)]

    names = ['เพื่อขับเคลื่อนงานของจังหวัดทุกแห่ง', 'เพื่อเพิ่มทักษะ', 'เพื่อยกระดับ', 'เพื่อติดตามผล']
    paper = compared(items(*names), items(*names[1:], names[0]))
    assert {block.moved for block in paper.blocks} == {0, 1}
    assert lines(paper) == ['เลขข้อเลื่อนตาม: ๒.๒ - ๒.๔ เป็น ๒.๑ - ๒.๓']
    telling = Telling(words=WORDS.words)
    assert next(telling.stat(review(paper))) == 'proposal: ย้าย 1 แห่ง'
    assert not any('[-' in line for line in telling.lines(review(paper)))


def test_an_item_of_another_level_is_read_although_only_its_number_shows_it():
    paper = compared([Item('a', 2, '๒.๒', plain('ข้อความ'))], [Item('a', 3, '๒.๑.๑', plain('ข้อความ'))])
    (block,) = paper.blocks
    assert not block.only_renumbered
    assert any('รูปแบบเปลี่ยน' in line for line in Telling(words=WORDS.words).lines(review(paper)))


def test_numbers_of_enclosures_are_counted_too():
    def enclosures(*names):
        rows = tuple(EnclosureRow(f'{"๐๑๒๓"[n]}.', plain(name), 'จำนวน ๑ ชุด') for n, name in enumerate(names, 1))
        return Enclosures('enclosures', 'สิ่งที่ส่งมาด้วย', rows)

    names = ('สำเนาโครงการประชุม', 'กำหนดการประชุมเชิงปฏิบัติการ')
    paper = compared([enclosures(*names)], [enclosures('แบบตอบรับการเข้าร่วม', *names)])
    assert lines(paper) == ['เลขข้อเลื่อนตาม: ๑ - ๒ เป็น ๒ - ๓']
    assert sum(text.renumbered for block in paper.blocks for text in block.texts) == 2


def test_numbers_without_figures_are_told_one_by_one():
    def items(*names):
        return [Item(f'a/{n}', 4, f'{"กขคงจ"[n]}.', plain(name)) for n, name in enumerate(names)]

    paper = compared(items('หนึ่ง', 'สอง'), items('ศูนย์', 'หนึ่ง', 'สอง'))
    assert [(shift.old, shift.new) for shift in shifts(paper.blocks)] == [
        (('ก.', 'ก.'), ('ข.', 'ข.')),
        (('ข.', 'ข.'), ('ค.', 'ค.')),
    ]


def test_rows_in_quite_another_order_are_one_line_that_names_some(monkeypatch):
    monkeypatch.setattr('saraban.review.telling._RANGES', 1)
    names = [*PROVINCES, 'พัทลุง', 'กระบี่']
    new = [names[1], names[2], 'ตรัง', 'ระนอง', *names[3:]]
    paper = compared([table(numbered(*names), counted=True)], [table(numbered(*new), counted=True)])
    assert lines(paper) == ['ลำดับเลื่อนตาม: ๒ - ๓ เป็น ๑ - ๒, และอีก 1 แห่ง']
