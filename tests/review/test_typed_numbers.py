"""Numbers of sections and items in paragraphs that were read from a PDF."""

import pytest
from content_tools import SHIPPED, copied, patched
from hypothesis import given
from hypothesis import strategies as st
from test_recutting import view
from told import outline

from saraban.cli import main
from saraban.pipeline import Request, build
from saraban.review.compare import compare
from saraban.review.files.paragraphs import as_paragraphs
from saraban.review.files.typed_numbers import with_items
from saraban.review.shifts import Shift, shifts
from saraban.views.blocks import Item
from saraban.words import Segmenter

OLD = ('๑. หลักการ', 'ข้อความเดิม', '๒. สถานที่', '๒.๑ โรงแรม', '๒.๒ ห้องประชุม', '๓. ผลผลิต')
NEW = ('๑. หลักการ', 'ข้อความใหม่', '๒. งบประมาณ', '๓. สถานที่', '๓.๑ โรงแรม', '๓.๒ ห้องประชุม', '๔. ผลผลิต')


def compared(old, new):
    return compare(*with_items(view(*old), view(*new)), Segmenter()).blocks


def numbers(*lines):
    """The numbers that are read of a paper, where it is compared with itself."""
    return [block.number for block in with_items(view(*lines), view(*lines))[0].blocks if isinstance(block, Item)]


def test_sections_that_follow_a_new_one_are_told_once_and_their_items_go_without_saying():
    blocks = compared(OLD, NEW)
    assert shifts(blocks) == [Shift(('๒', '๓'), ('๓', '๔'))]
    read = [block for block in blocks if block.kind != 'same' and not block.only_renumbered]
    assert outline(tuple(read)) == ['changed paragraph/2', 'added paragraph/3']


def test_lists_that_count_from_one_are_numbers():
    assert numbers(*OLD) == ['๑.', '๒.', '๒.๑', '๒.๒', '๓.']
    assert numbers('๑. หนึ่ง', '๑.๑ ข้อ', '๑.๑.๑ ข้อย่อย', '๑.๒ ข้อ', '๒. สอง', '๑. เริ่มใหม่') == [
        '๑.',
        '๑.๑',
        '๑.๑.๑',
        '๑.๒',
        '๒.',
        '๑.',
    ]


@pytest.mark.parametrize('words', ['๐๙.๐๐ น. ลงทะเบียน', '๒.๕ ล้านบาท', '๓.๑ ล้านบาท', '๓. ข้าม', '๑.๐๑ ล้านบาท'])
def test_amounts_and_times_are_words_and_with_them_the_other_numbers(words):
    assert numbers('๑. หลักการ', words, '๒. สถานที่') == []


def test_what_counts_in_one_version_alone_is_words_in_both():
    """Else an item would be taken out, and a paragraph with the same words put in."""
    blocks = compared(OLD, [words.replace('๒.๒', '๒.๓') for words in OLD])
    assert [block.kind for block in blocks if block.kind != 'same'] == ['changed']
    assert [
        span.new[0].text for block in blocks for text in block.texts for span in text.spans if span.kind == 'added'
    ] == ['๒.๓']


@given(st.lists(st.text(alphabet='๑๒๓.. ก', min_size=1, max_size=8), max_size=6))
def test_no_letter_is_lost(lines):
    paper = as_paragraphs(view(*lines))
    assert [as_paragraphs(one) for one in with_items(paper, paper)] == [paper, paper]


@pytest.mark.slow
def test_a_new_section_is_told_of_a_pdf_in_as_many_words_as_of_its_docx(capsys, tmp_path):
    section = '  - key: budget\n    heading: งบประมาณ\n    body:\n      - เบิกจ่ายจากเงินกู้\n'
    content = copied(SHIPPED, tmp_path / 'content')
    patched(content, 'proposal.yaml', '  - key: period\n', f'{section}  - key: period\n')
    for folder, output in ((SHIPPED, 'old'), (content, 'new')):
        build(Request(folder, tmp_path / output, only=('proposal',), jobs=1))

    def lines(old, new):
        capsys.readouterr()
        assert main(['diff', str(old), str(new)]) == 1
        told = capsys.readouterr().out.splitlines()
        return told[0].partition(':')[2], told[-2].strip()

    old, new = (tmp_path / name / 'proposal' for name in ('old', 'new'))
    of_docx = lines(f'{old}.docx', f'{new}.docx')
    assert of_docx[1].startswith('เลขข้อเลื่อนตาม')
    assert lines(f'{old}.pdf', f'{new}.pdf') == lines(SHIPPED, f'{new}.pdf') == of_docx
