"""Two versions of a paper: which block is which, what moved, what was split, joined, put in and taken out."""

import pytest
from content_tools import SHIPPED
from told import changes, outline

from saraban.pipeline import keep_words
from saraban.review.compare import compare
from saraban.words import Segmenter


@pytest.fixture
def compared(shipped, changed, view_of):
    """The comparison of a shipped paper with what it becomes when values of the content are changed."""

    def run(path, *patches):
        project = changed(SHIPPED, *patches)
        words = Segmenter({*keep_words(shipped), *keep_words(project)})
        return compare(view_of(shipped, path), view_of(project, path), words)

    return run


def test_the_same_content_is_no_change(compared):
    paper = compared('proposal')
    assert (paper.changed, outline(paper.blocks), list(paper.spans())) == (False, [], [])


def test_a_venue_is_one_change_of_one_paragraph(compared):
    paper = compared('letters/TH-18-chai-nat', ('rounds.yaml', 'venue: โรงแรมดิวันนา', 'venue: โรงแรมบางกอก ชฎา'))
    assert outline(paper.blocks) == ['changed body/2']
    assert '[-โรงแรมดิวันนา-]{+โรงแรมบางกอก ชฎา+} เขตบางรัก' in next(
        changes(block)['text'] for block in paper.blocks if block.kind == 'changed'
    )


def test_a_paragraph_put_in_is_not_a_change_of_those_after_it(compared):
    first = '      - ประกอบกับยุทธศาสตร์ชาติ'
    paper = compared('proposal', ('proposal.yaml', first, f'      - ข้อความใหม่ทั้งย่อหน้า\n{first}'))
    assert outline(paper.blocks) == ['added rationale/2']


def test_an_item_put_in_only_renumbers_those_after_it(compared):
    first = '          - เพื่อยกระดับ'
    paper = compared('proposal', ('proposal.yaml', first, f'          - เพื่อทดสอบรายการใหม่\n{first}'))
    assert outline(paper.blocks) == [
        'added objectives/1.2',
        'changed objectives/1.3 (number)',
        'changed objectives/1.4 (number)',
    ]


def test_a_paragraph_that_is_written_anew_is_the_paragraph_at_its_place(compared):
    old = '      - โรงแรมในเขตพื้นที่กรุงเทพมหานครหรือเขตปริมณฑล'
    paper = compared('proposal', ('proposal.yaml', old, '      - ศูนย์ฝึกอบรมที่ส่วนราชการกำหนด'))
    assert outline(paper.blocks) == ['changed venue/1']


def test_a_section_that_moved_is_told_as_moved(compared):
    text = (SHIPPED / 'proposal.yaml').read_text(encoding='utf-8')
    period, venue = text.index('  - key: period'), text.index('  - key: venue')
    one, other = text[period:venue], text[venue : text.index('  - key: methods')]
    paper = compared('proposal', ('proposal.yaml', one + other, other + one))
    assert outline(paper.blocks) == [
        'moved 1 from period',
        'moved 2 from period/1',
        'changed venue (number)',
        'moved 1 to period',
        'moved 2 to period/1',
    ]
    assert [changes(block) for block in paper.blocks if block.moved and block.new] == [
        {'number': '[-๔-]{+๕+}.'},
        {},
    ]


def test_a_paragraph_that_was_split_is_one_text_with_a_line_end_put_in(compared):
    paper = compared(
        'proposal',
        (
            'proposal.yaml',
            ' ประกอบกับ{{ terms.regulation.full }} ได้',
            '\n      - ประกอบกับ{{ terms.regulation.full }} ได้',
        ),
    )
    assert outline(paper.blocks) == ['split rationale/2 -> rationale/2 rationale/3']
    told = next(changes(block)['text'] for block in paper.blocks if block.kind == 'split')
    assert (told.count('[-'), told.count('{+'), 'ทุกพื้นที่[- -]{+¶+}ประกอบกับ' in told) == (1, 1, True)


def test_items_that_were_joined_are_one_text_with_a_line_end_taken_out(compared):
    old = '\n          - เพื่อได้เสริมสร้างศักยภาพ'
    paper = compared('proposal', ('proposal.yaml', old, ' เพื่อได้เสริมสร้างศักยภาพ'))
    assert outline(paper.blocks) == ['joined objectives/1.2 objectives/1.3 -> objectives/1.2']
    joined = next(block for block in paper.blocks if block.kind == 'joined')
    assert changes(joined)['-1.number'] == '[-๒.๓-]'
    assert 'มากขึ้น[-¶-]{+ +}เพื่อได้' in changes(joined)['text']


def test_a_recipient_that_changed_its_round_is_a_row_taken_out_and_one_put_in(compared):
    paper = compared('allocations/all', ('recipients.csv', 'Chai Nat,1,8', 'Chai Nat,3,8'))
    table = next(block for block in paper.blocks if block.kind == 'changed')
    assert [(row.kind, row.old, row.new) for row in table.rows if row.kind in {'added', 'removed'}] == [
        ('removed', 1, None),
        ('added', None, 35),
    ]
    assert changes(table)['rows.round-1/sum.cells.3.0'] == '[-๑๕๙-]{+๑๕๐+}'
    assert changes(table)['-rows.TH-18-chai-nat.cells.1.0'] == '[-ชัยนาท-]'
    assert changes(table)['rows.TH-18-chai-nat.cells.1.0'] == '{+ชัยนาท+}'


def test_a_paper_on_one_side_is_all_put_in_or_all_taken_out(shipped, view_of):
    words = Segmenter(keep_words(shipped))
    view = view_of(shipped, 'allocations/round-1')
    came, gone = compare(None, view, words), compare(view, None, words)
    assert {block.kind for block in came.blocks} == {'added'}
    assert {block.kind for block in gone.blocks} == {'removed'}
    assert {span.kind for span in came.spans()} == {'added'}
    assert [len(block.rows) for block in came.blocks] == [0, len(view.blocks[1].rows)]
