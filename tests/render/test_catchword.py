"""คำต่อเนื่อง: each page but the last shows at its foot how the next one begins."""

import pytest
from docx_tools import find, xml
from pdf_tools import SENTENCE, docx, engines, long_letter, pdf, proposal

from saraban.render.boxes import Opening
from saraban.render.catchword import catchword
from saraban.views import blocks as b
from saraban.views.blocks import plain
from saraban.words import Segmenter

SEGMENTER = Segmenter()
WORD_PARTS = ('word/document.xml', 'word/footer1.xml', 'word/footer2.xml')
LINE = 18.08 / 72 * 2.54  # cm


def lines_of_text(count: int) -> list[b.Block]:
    return [b.Paragraph(f'line/{n}', plain(f'บรรทัดที่ {n}'), 'plain') for n in range(count)]


def of(text: str, *, heading: bool = False, count: int = 3, width: int = 200) -> str:
    return catchword(Opening(text, heading=heading), SEGMENTER, count, lambda shown: len(shown) <= width)


def test_a_heading_gives_its_number_and_title_as_the_source_shows():
    assert of('๒. วัตถุประสงค์', heading=True) == '/๒. วัตถุประสงค์...'


def test_running_text_gives_its_first_three_words_cut_at_a_words_end():
    assert of('เพื่อเสริมสร้างแนวทางการขับเคลื่อน') == '/เพื่อเสริมสร้างแนวทาง...'
    assert of('เพื่อเสริมสร้างแนวทางการขับเคลื่อน', count=1) == '/เพื่อ...'


def test_the_number_of_an_item_goes_along_and_is_no_word():
    assert of('๒.๑ เพื่อเสริมสร้างแนวทาง', count=2) == '/๒.๑ เพื่อเสริมสร้าง...'


def test_a_heading_wider_than_its_line_is_cut_at_a_words_end():
    title = '๑. แนวทางการขับเคลื่อนการพัฒนาตำบลแบบบูรณาการ'
    shown = of(title, heading=True, width=24)
    assert len(shown) <= 24
    assert title.startswith(shown[1:-3])
    assert ''.join(SEGMENTER.words(title)[: len(SEGMENTER.words(shown[1:-3]))]) == shown[1:-3]


def test_a_page_that_begins_with_fewer_words_gives_them_all():
    assert of('นั้น') == '/นั้น...'


def test_a_letter_of_one_page_has_none():
    paper = pdf(long_letter(0))
    assert len(paper) == 1
    assert paper.catchword(0) == ''


@pytest.mark.slow
def test_a_letter_of_exactly_a_page_has_none_and_a_line_more_gives_it_one():
    pages = [pdf(long_letter(1, length=length)) for length in range(1, 14)]
    counts = [len(paper) for paper in pages]
    last = counts.index(2) - 1
    assert counts == sorted(counts)
    assert pages[last].catchword(0) == ''
    assert pages[last + 1].catchword(0) != ''


@pytest.mark.slow
def test_a_letter_of_three_pages_shows_on_each_page_but_the_last_how_the_next_begins():
    paper = pdf(long_letter(12))
    assert len(paper) == 3
    for page in (0, 1):
        assert paper.lines(page + 1)[0].startswith(paper.catchword(page)[1:-3])
        assert len(paper.catchword(page)) > 5
    assert paper.catchword(2) == ''


@pytest.mark.slow
def test_a_page_that_begins_with_a_heading_shows_its_number_and_whole_title():
    heading = (b.Heading('h', '๒.', plain('วัตถุประสงค์', bold=True)), b.Paragraph('p', plain(SENTENCE * 4)))
    papers = (pdf(proposal(*lines_of_text(count), *heading)) for count in range(28, 40))
    paper = next(paper for paper in papers if len(paper) == 2 and paper.lines(1)[0].startswith('๒.'))
    assert paper.catchword(0) == '/๒. วัตถุประสงค์...'


def a_table(rows: int) -> b.Table:
    columns = (b.Column(plain('ลำดับ'), 'center'), b.Column(plain('จังหวัด'), 'left', 4.0))
    cells = (tuple(b.Cell((plain(words),)) for words in (f'{n}', f'จังหวัดที่ {n} ชัยนาท')) for n in range(rows))
    return b.Table('t', columns, tuple(b.Row(f'r{n}', row) for n, row in enumerate(cells)))


def test_a_table_that_goes_on_is_known_by_its_next_row_not_by_its_repeated_header():
    paper = pdf(proposal(a_table(60)))
    assert len(paper) == 2
    header, *_, row = paper.lines(1)[:3]
    assert header.startswith('ลำดับ')
    assert not paper.catchword(0).startswith('/ลำดับ')
    assert 'จังหวัดที่' in paper.catchword(0)
    assert row


def test_a_paper_that_wants_none_has_none():
    paper = pdf(proposal(a_table(60), catchword=False))
    assert len(paper) == 2
    assert paper.catchword(0) == ''


def test_the_docx_has_none():
    view = long_letter(6)
    shown = pdf(view).catchword(0)
    assert shown != ''
    assert shown not in ''.join(''.join(find(xml(docx(view), name), '//w:t/text()')) for name in WORD_PARTS)


def test_it_stands_at_the_bottom_right_three_lines_below_the_text_in_the_size_of_the_text():
    view = long_letter(6)
    paper = pdf(view)
    body, furniture = paper.parts(0)
    drawn = paper.drawn(0)
    shown = max(drawn, key=lambda piece: piece.bottom)
    others = max(piece.bottom for piece in drawn if piece.bottom < shown.top)
    layout = engines()._resources.layout
    assert shown.right == pytest.approx(21 - 2, abs=0.05)
    assert 27.7 - LINE <= shown.bottom <= 27.7
    assert shown.bottom - others > layout.catchword.gap * LINE - 0.3
    assert shown.size == 16
    assert b'/Pagination' in furniture
    assert b'/Pagination' not in body


def test_furniture_is_an_artifact_at_the_end_of_each_page_and_the_body_is_the_same_without_it():
    marked, bare = pdf(long_letter(6, draft='ร่าง', secrecy='ลับ')), pdf(long_letter(6))
    assert [marked.parts(page)[0] for page in range(2)] == [bare.parts(page)[0] for page in range(2)]
    assert all(marked.parts(page)[1].count(b'EMC') >= 1 for page in range(2))
    assert all(marked.parts(page)[1].startswith(b'/Artifact') for page in range(2))


def test_the_same_paper_gives_the_same_bytes_after_others():
    view = long_letter(6)
    first = pdf(view).data
    pdf(long_letter(2, draft='ร่าง'))
    assert pdf(view).data == first
