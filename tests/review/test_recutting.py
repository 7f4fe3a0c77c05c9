"""A PDF's paragraphs, which are only guessed, cut as another version of the paper has them."""

import re

from hypothesis import given
from hypothesis import strategies as st

from saraban.review.files.paragraphs import as_paragraphs
from saraban.review.files.recutting import recut
from saraban.views.blocks import Cell, Column, Paragraph, Row, Table, View, plain, words_of

VENUE = 'โรงแรมในเขตพื้นที่กรุงเทพมหานครหรือเขตปริมณฑล'
NEW_VENUE = 'ห้องประชุมของกรมการปกครอง หรือโรงแรมใกล้ศาลากลางจังหวัด'


def view(*paragraphs):
    return View(
        '', 'paper', '', '', tuple(Paragraph(f'paragraph/{at}', plain(words)) for at, words in enumerate(paragraphs, 1))
    )


def cut(guessed, known):
    """The paragraphs that are made of a PDF's; both are lists of lines."""
    return [words_of(block.text) for block in recut(view(*guessed), view(*known)).blocks]


def test_the_same_letters_are_cut_as_the_other_version_is():
    guessed = ['๑. หลักการ คณะรัฐ', 'มนตรีได้มีมติ ๒. วัตถุประสงค์', 'เพื่อสร้าง', 'ความรู้']
    known = ['๑. หลักการ', 'คณะรัฐมนตรี ได้มีมติ', '๒. วัตถุประสงค์', 'เพื่อสร้างความรู้']
    assert cut(guessed, known) == known


def test_a_reworded_paragraph_stays_one_wherever_its_lines_end():
    known = ['๕. สถานที่จัดประชุม', VENUE, '๖. วิธีดำเนินการ']
    for at in range(1, len(NEW_VENUE)):
        guessed = ['๖. สถานที่จัดประชุม', NEW_VENUE[:at], NEW_VENUE[at:], '๗. วิธีดำเนินการ']
        assert ''.join(cut(guessed, known)[1].split()) == ''.join(NEW_VENUE.split())
        assert [cut(guessed, known)[0], *cut(guessed, known)[2:]] == ['๖. สถานที่จัดประชุม', '๗. วิธีดำเนินการ']


def test_no_paragraph_ends_inside_a_cluster():
    assert cut(['โรงแรมใกล', '้ศาลากลาง', 'ท้าย'], ['โรงแรมในเมือง', 'ท้าย']) == ['โรงแรมใกล้ศาลากลาง', 'ท้าย']


def test_a_section_put_in_before_one_that_takes_the_next_number_is_paragraphs_of_its_own():
    known = ['รวม ๙๕๔ คน', '๔. ระยะเวลาดำเนินการ', 'สามเดือน']
    put_in = ['๔. งบประมาณ', 'เบิกจ่ายจากเงินกู้ตามพระราชกำหนดฯ วงเงินไม่เกิน ๒,๗๐๑ บาท']
    guessed = ['รวม ๙๕๔ คน', *put_in, '๕. ระยะเวลาดำเนินการ', 'สามเดือน']
    assert cut(guessed, known) == guessed


def test_paragraphs_put_in_and_taken_out_are_whole_ones():
    known = ['หนึ่ง เรื่องเดิม', 'สอง ข้อกฎหมาย', 'สาม ข้อพิจารณา']
    assert cut(['หนึ่ง เรื่องเดิม', 'แทรกก่อนข้อกฎหมาย', 'สอง ข้อกฎหมาย', 'สาม ข้อพิจารณา'], known)[1] == 'แทรกก่อนข้อกฎหมาย'
    assert cut(['หนึ่ง เรื่องเดิม สาม ข้อพิจารณา'], known) == ['หนึ่ง เรื่องเดิม', 'สาม ข้อพิจารณา']


def test_rows_end_where_they_did_though_the_numbers_at_both_sides_changed():
    known = ['๑ ชัยนาท ๑ ๑๒ ๑๓', '๒ ลพบุรี ๑ ๑๑ ๑๒']
    assert cut(['๑ ชัยนาท ๑ ๑๒ ๑๔ ๓ ลพบุรี ๑ ๑๑ ๑๒'], known) == ['๑ ชัยนาท ๑ ๑๒ ๑๔', '๓ ลพบุรี ๑ ๑๑ ๑๒']


def table_of(*names):
    columns = [Column(plain(words), 'left') for words in ('ลำดับ', 'จังหวัด', 'ปลัดอำเภอฯ (คน)')]
    rows = (Row(name, tuple(Cell((plain(words),)) for words in (str(at), name, '๑๒'))) for at, name in enumerate(names))
    return as_paragraphs(View('', 'paper', '', '', (Table('table', tuple(columns), tuple(rows)),)))


def test_headings_that_a_table_repeats_on_a_further_page_are_no_words_of_the_paper():
    """Beside a row that changed, too, where letters of the headings are taken for those that it lost."""
    known = table_of('ชัยนาท', 'ปลัดลพบุรี', 'อ่างทอง')
    heading = 'ลำดับ จังหวัด ปลัดอำเภอฯ (คน)'
    for name in ('ปลัดลพบุรี', 'สระบุรี'):
        guessed = [heading, '0 ชัยนาท ๑๒', 'ลำดับ จังหวัด ปลัด', 'อำเภอฯ (คน)', f'1 {name} ๑๒', '2 อ่างทอง ๑๒']
        cut_anew = [words_of(block.text) for block in recut(view(*guessed), known).blocks]
        assert cut_anew == [heading, '0 ชัยนาท ๑๒', f'1 {name} ๑๒', '2 อ่างทอง ๑๒']


def test_a_paragraph_that_says_once_more_what_another_says_is_kept():
    known = ['จึงเรียนมาเพื่อโปรดพิจารณา', 'เรื่องเดิม', 'ข้อเสนอ']
    guessed = ['จึงเรียนมาเพื่อโปรดพิจารณา', 'เรื่องเดิม', 'จึงเรียนมาเพื่อโปรดพิจารณา', 'ข้อเสนอ']
    assert cut(guessed, known) == guessed


def test_what_stands_in_two_places_may_come_to_stand_in_a_third():
    """As a hotel that two rounds have, and then one more: no heading of a table on a further page."""
    known = ['๑ ณ โรงแรมดิวันนา', '๒ ณ', 'โรงแรมบางกอก ชฎา', '๓ ณ', 'โรงแรมบางกอก ชฎา', 'ท้าย']
    guessed = ['๑ ณ โรงแรมบางกอก ชฎา', *known[1:]]
    assert ''.join(cut(guessed, known)).replace(' ', '') == ''.join(guessed).replace(' ', '')


def test_a_word_put_in_brings_no_space_into_the_words_beside_it():
    known = ['อธิบดีกรม การปกครอง', 'ท้าย']
    assert cut(['อธิบดีกรมใหญ่การปกครอง', 'ท้าย'], known) == ['อธิบดีกรมใหญ่การปกครอง', 'ท้าย']


def test_two_numbers_of_a_row_are_never_one():
    known = ['๓๑ นราธิวาส ๑ ๑๓ ๑๔', 'รวมรุ่นที่ ๒ ๑๔ ๑๕๑ ๑๖๕', 'รุ่นที่ ๓']
    guessed = ['๓๑ นราธิวาส ๑ ๑๓ ๑๔', 'รวมรุ่นที่ ๒ ๑๕ ๑๕๙ ๑๗๔', 'รุ่นที่ ๓']
    assert cut(guessed, known) == guessed
    assert cut([' '.join(guessed)], known) == guessed


def test_a_space_at_a_line_s_end_stands_beside_what_changed():
    """As PDFs have it that write their spaces: the hotel's cell goes on after one."""
    known = ['ณ โรงแรมดิวันนา เขตบางรัก กรุงเทพฯ ชุมพร สุราษฎร์ธานี', 'ท้าย']
    guessed = ['ณ โรงแรมรามาการ์เด้นส์ ', 'เขตบางรัก กรุงเทพฯ ', 'ชัยนาท ชุมพร สุราษฎร์ธานี', 'ท้าย']
    assert cut(guessed, known)[0] == 'ณ โรงแรมรามาการ์เด้นส์ เขตบางรัก กรุงเทพฯ ชัยนาท ชุมพร สุราษฎร์ธานี'


def test_where_a_line_ended_without_a_space_one_stands_beside_what_changed_as_in_the_other_version():
    known = ['ณ โรงแรมดิวันนา เขตบางรัก', 'ท้าย']
    assert cut(['ณ โรงแรมรามาการ์เด้นส์', 'เขตบางรัก', 'ท้าย'], known) == ['ณ โรงแรมรามาการ์เด้นส์ เขตบางรัก', 'ท้าย']
    known = ['ณ โรงแรมดิวันนาเขตบางรัก', 'ท้าย']
    assert cut(['ณ โรงแรมรามาการ์เด้นส์', 'เขตบางรัก', 'ท้าย'], known) == ['ณ โรงแรมรามาการ์เด้นส์เขตบางรัก', 'ท้าย']


PARAGRAPHS = st.lists(st.text(alphabet='กขงน้ำี่เ ๑๒.a', min_size=1, max_size=25), min_size=1, max_size=6)


@given(PARAGRAPHS, PARAGRAPHS)
def test_no_letter_is_lost_or_moved(guessed, known):
    """Nothing here is a table, and what `known` has more than once is shorter than any headings."""
    known = [words[:7] for words in known]
    assert ''.join(''.join(cut(guessed, known)).split()) == ''.join(''.join(guessed).split())


@given(PARAGRAPHS, PARAGRAPHS)
def test_every_number_is_one_of_the_pdf_s_own(guessed, known):
    known = [words[:7] for words in known]
    assert re.findall(r'\d+', ' '.join(cut(guessed, known))) == re.findall(r'\d+', ' '.join(guessed))


@given(PARAGRAPHS, st.data())
def test_a_version_with_the_same_letters_is_cut_the_same(known, data):
    known = [
        ' '.join(words.replace('้', '').replace('ำ', '').replace('ี', '').replace('่', '').split()) for words in known
    ]
    known = [words for words in known if words]
    letters = re.sub(r'(?<!\d) | (?!\d)', '', ' '.join(known))  # two numbers stand apart in a PDF as well
    places = [at for at in range(1, len(letters) + 1) if not re.match(r'\d\d', letters[at - 1 :])]
    ends = data.draw(st.sets(st.sampled_from(places), max_size=5)) if places else set()
    guessed = [letters[a:b] for a, b in zip([0, *sorted(ends)], [*sorted(ends), None], strict=True)]
    assert cut(guessed, known) == known
