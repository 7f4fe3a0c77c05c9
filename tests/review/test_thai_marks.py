"""Marks of a PDF's page: put back on the letters that they stand over, wherever PDFium has them."""

import subprocess

import pytest
from content_tools import SHIPPED
from hypothesis import given
from hypothesis import strategies as st
from small_pdf import drawn

from saraban.cli import main
from saraban.pipeline import Request, build
from saraban.review.files.marks import Signs, in_order, put_back
from saraban.review.files.pdf import read_pdf
from saraban.words.clusters import DEPENDENT

MARKS = set(DEPENDENT)
ABOVE, BELOW = (11.0, 15.0), (-6.0, -1.0)


def page(letters, order=None):
    """Words as PDFium may tell them: `letters` are drawn side by side, marks over the letter before them.

    `order` is in which order PDFium tells them, by place; a space or line end in it is one that PDFium made up.
    """
    boxes, right, line = [], 0.0, 0.0
    for letter in letters:
        if letter == '\n':
            boxes.append(None)
            right, line = 0.0, line - 27
        elif letter in MARKS - {'ำ'}:
            bottom, top = BELOW if letter in 'ฺุู' else ABOVE
            boxes.append((right - 7, line + bottom, right - 2, line + top))
        elif letter == ' ':
            boxes.append(None)
            right += 5
        else:
            boxes.append((right + 1 - 4 * (letter == 'ำ'), line, right + 8, line + 10.0))
            right += 9
    told = list(range(len(letters))) if order is None else order
    signs = [(letters[at], boxes[at]) if isinstance(at, int) else (at, None) for at in told]
    made_up = {at for at, one in enumerate(told) if isinstance(one, str) or letters[one] == '\n'}
    lines = [round(box[1] / 27) * 27.0 if box else 0.0 for _, box in signs]
    return Signs([one for one, _ in signs], [box for _, box in signs], frozenset(made_up), lines.__getitem__)


def words(signs):
    return in_order(''.join(letter for letter, _ in put_back(signs)))


def test_a_mark_that_comes_letters_later_goes_back_to_its_letter():
    """The marks of `รู้`, the second one after `ของอ`, with spaces that nobody typed."""
    assert words(page('รู้ของอำเภอ', [0, 1, 3, 4, 5, 6, ' ', 2, ' ', 7, 8, 9, 10])) == 'รู้ของอำเภอ'


def test_a_mark_on_a_line_of_its_own_parts_no_word():
    assert words(page('รูปธรรม', [0, '\n', 1, '\n', 2, 3, 4, 5, 6])) == 'รูปธรรม'


def test_a_mark_before_its_letter_and_one_at_the_end_of_a_line_go_back():
    assert words(page('กรุงเก่า', [0, 2, 1, 3, 4, 5, 7, 6])) == 'กรุงเก่า'
    assert words(page('มีความรู้\nประชุม', [0, 1, 2, 3, 4, 5, 6, 8, ' ', 7, '\n', 10, 11, 12, 13, 14, 15])) == (
        'มีความรู้\nประชุม'
    )


def test_a_mark_goes_to_the_letter_of_its_own_line():
    assert words(page('ที่ดิน\nที่ดิน', [0, 2, 3, 4, 5, 1, '\n', 7, 9, 10, 11, 12, 8])) == 'ที่ดิน\nที่ดิน'


def test_a_space_that_was_typed_stays_and_two_lines_stay_two():
    assert words(page('มีผู้รู้ ผู้ใช้\nและ', [*range(7), 8, 9, 10, 11, 7, *range(12, 19)])) == 'มีผู้รู้ ผู้ใช้\nและ'


def test_marks_of_a_letter_are_in_the_order_of_writing():
    assert in_order('ร้ก่ำน้ํา') == 'ร้ก่ำน้ำ'
    assert in_order('ท่ีน้ํา') == 'ที่น้ำ'
    assert in_order('สิทธ์ิ') == 'สิทธิ์'


def test_no_space_stands_before_sara_aa():
    assert in_order('กลุ่มเป้ าหมาย จำนวน') == 'กลุ่มเป้าหมาย จำนวน'


def test_letters_whose_ink_is_not_known_stay_where_they_are():
    """Of a text that a file only names every letter has a box of one width, none over another."""
    letters = 'รุ่นที่'
    boxes = [(6.7 * at, 0.0, 6.7 * at + 6.7, 16.6) for at in range(len(letters))]
    assert words(Signs(letters, boxes, frozenset(), lambda at: 3.7)) == letters


def test_a_word_that_is_drawn_in_two_pieces_is_told_once():
    """Browsers name the letters of a cluster and draw its mark, the second piece, where the next letter begins."""
    stream = (
        b'BT /F 20 Tf 72 700 Td (one) Tj /Span<</ActualText<FEFF0E170E350E48>>>BDC 40 0 Td (a) Tj 11 0 Td (b) Tj EMC '
    )
    stream += b'-0.5 0 Td (t) Tj 6 0 Td (wo) Tj ET'
    assert [block.text[0].text for block in read_pdf(drawn(stream), 'paper', 'paper.pdf').blocks] == ['one ที่two']


@given(st.text(alphabet='กรุ่ี้ำเา ', max_size=12), st.data())
def test_no_letter_is_lost_or_told_twice(letters, data):
    order = data.draw(st.permutations(range(len(letters))))
    assert sorted(letter for letter, _ in put_back(page(letters, list(order)))) == sorted(letters)


@given(st.lists(st.sampled_from(['กี่', 'รู้', 'น', 'า', 'ผู้', 'ที่', 'สั่ง', 'อื้อ']), min_size=1, max_size=8), st.data())
def test_words_without_spaces_are_read_wherever_their_marks_come(parts, data):
    letters = ''.join(parts)
    order = [at for at, letter in enumerate(letters) if letter not in MARKS]
    for at, letter in enumerate(letters):
        if letter in MARKS:
            order.insert(data.draw(st.integers(1, len(order))), at)
    assert words(page(letters, order)) == letters


PAPERS = ('proposal', 'schedule', 'letters/TH-18-chai-nat', 'allocations/all')


@pytest.fixture(scope='module')
def by_libreoffice(tmp_path_factory):
    """Shipped papers as their DOCX and as the PDF that LibreOffice makes of it."""
    folder = tmp_path_factory.mktemp('office')
    enclosed = ('schedules/round-1', 'reply-forms/TH-18-chai-nat')
    build(Request(SHIPPED, folder, only=(*PAPERS, *enclosed), formats=('docx',), jobs=1))
    for path in PAPERS:
        file = folder / f'{path}.docx'
        profile = f'-env:UserInstallation={(folder / "profile").as_uri()}'
        command = ['soffice', profile, '--headless', '--convert-to', 'pdf', '--outdir', str(file.parent), str(file)]
        subprocess.run(command, check=True, capture_output=True, timeout=300)
    return folder


@pytest.mark.slow
@pytest.mark.parametrize('path', PAPERS)
def test_a_paper_that_libreoffice_printed_says_what_it_says_in_word(capsys, by_libreoffice, path):
    file = by_libreoffice / path
    assert main(['diff', f'{file}.docx', f'{file}.pdf']) == 0, capsys.readouterr().out


@pytest.mark.slow
@pytest.mark.parametrize('path', PAPERS)
def test_no_paragraph_of_a_pdf_begins_with_a_mark(by_libreoffice, path):
    blocks = read_pdf((by_libreoffice / f'{path}.pdf').read_bytes(), path, path).blocks
    assert [block for block in blocks if block.text[0].text[0] in MARKS] == []
