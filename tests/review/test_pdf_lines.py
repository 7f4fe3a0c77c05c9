"""The lines of a PDF's page as paragraphs: what its places tell of ends and of white space."""

from small_pdf import drawn

from saraban.review.files.lines import Line, paragraphs
from saraban.review.files.pdf import read_pdf

HEIGHT = 18.0


def page(*lines):
    """Lines under each other: the words, from where to where, and whether a row of columns."""
    return [
        Line(words, left, right, 700 - HEIGHT * at, 690 - HEIGHT * at, *is_row)
        for at, (words, left, right, *is_row) in enumerate(lines)
    ]


def test_a_row_of_columns_is_written_on_to_nothing():
    """As a count and the sum under it, whose units all stand at the page's edge."""
    counts = page(('- ปลัดอำเภอ จำนวน ๑๕๙ คน', 120, 538, True), ('รวม จำนวน ๑๗๔ คน', 120, 538, True))
    assert [words.strip() for words in paragraphs([counts])] == ['- ปลัดอำเภอ จำนวน ๑๕๙ คน', 'รวม จำนวน ๑๗๔ คน']


def test_a_gap_that_parts_columns_is_seen_and_a_space_is_none():
    def row(*places):
        return b''.join(b'1 0 0 1 %d %d Tm (%s) Tj ' % place for place in places)

    rows = row((72, 700, b'total'), (300, 700, b'12'), (500, 700, b'15'), (72, 680, b'total'), (500, 680, b'17'))
    words = row((72, 640, b'This is a line of words that reaches'), (410, 640, b'nearly as'))
    words += row((72, 620, b'far as the rows'))
    blocks = read_pdf(drawn(b'BT /F 20 Tf ' + rows + words + b' ET'), 'paper', 'paper.pdf').blocks
    assert [block.text[0].text.strip() for block in blocks] == [
        'total 12 15',
        'total 17',
        'This is a line of words that reaches nearly as far as the rows',
    ]


def test_a_paragraph_s_end_has_a_space_where_its_line_or_another_cell_tells_one():
    cells = page(
        ('ณ โรงแรมดิวันนา ', 170, 260),
        ('เขตบางรัก', 170, 250),
        ('ชุมพร', 356, 400),
        ('เฉียง', 356, 380),
        ('เหนือ', 356, 380),
        ('ท้าย', 85, 570),
    )
    assert list(paragraphs([cells])) == ['ณ โรงแรมดิวันนา ', 'เขตบางรัก ', 'ชุมพร', 'เฉียง', 'เหนือ ', 'ท้าย']
