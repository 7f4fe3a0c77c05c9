"""Where lines end: the reckoning alone, then on the real engine."""

import pytest
from typeset_tools import PARAGRAPH, by_pdfium, letters, lines, pdf, texts

from saraban.render.typeset.lines import Room, choose, fit, measured
from saraban.words import INSIDE_TERM, Break


def monospaced(text):
    """A text whose characters are one px wide each."""
    return measured(text, [float(place) for place in range(len(text) + 1)])


def ends(text, places, width, shrink=0.0, penalties=()):
    """Where lines of a text end that may end at these places."""
    breaks = [Break(place, dict(penalties).get(place, 0)) for place in places]
    return choose(monospaced(text), 0, len(text), breaks, Room(width, width, 1.0, shrink))


def test_the_spaces_at_a_lines_end_take_no_room():
    assert ends('aaaa bbbb', [5], width=4.0) == [5]


def test_lines_are_chosen_together_so_that_slack_is_even():
    # Filled one by one, they would take 6, 3, 6 and 1 of 6 characters.
    assert ends('aaaabb' + 'ccc' + 'dddddd' + 'e', [4, 6, 9, 15], width=6.0) == [4, 9, 15]


def test_a_bad_place_is_left_for_a_better_one():
    assert ends('aaaabbcccc', [4, 6], width=6.0) == [6]
    assert ends('aaaabbcccc', [4, 6], width=6.0, penalties={6: 300}) == [4]


def test_a_place_of_last_resort_is_taken_only_if_nothing_else_fits():
    last_resort = {6: INSIDE_TERM}
    assert ends('aabbbbbbbb', [2, 6], width=8.0, penalties=last_resort) == [2]
    assert ends('aabbbbbbbb', [2, 6], width=6.0, penalties=last_resort) == [6]


def test_a_piece_wider_than_every_line_has_no_ends():
    assert ends('aaaa', [], width=3.0) is None


def test_spaces_may_shrink_in_a_line_but_not_in_the_last():
    assert ends('aa bb cc dd', [3, 6, 9], width=7.9, shrink=0.1) == [9]
    assert ends('aa bb cc', [3, 6], width=7.9, shrink=0.1) == [6]


def test_a_line_filled_alone_takes_the_mildest_places():
    line = monospaced('aabbccdd')
    breaks = [Break(2, 0), Break(4, INSIDE_TERM), Break(6, 2 * INSIDE_TERM)]
    assert fit(line, 0, 8, breaks, 7.0) == 2
    assert fit(line, 2, 8, breaks, 3.0) == 4
    assert fit(line, 0, 8, breaks, 1.0) == 2
    assert fit(line, 4, 8, breaks, 4.0) is None


def test_a_paragraph_is_parted_between_words_and_comes_together_again():
    found = texts(f'<p style="width: 16cm">{PARAGRAPH}</p>')
    assert found == [
        'คณะรัฐมนตรี ได้มีมติเมื่อวันที่ ๒๑ กรกฎาคม ๒๕๖๓ เห็นชอบผลการพิจารณาของคณะกรรมการกลั่นกรอง',
        'การใช้จ่ายเงินกู้ ในคราวประชุมครั้งที่ ๑๑/๒๕๖๓ ที่ได้มีการพิจารณากลั่นกรองข้อเสนอโครงการเพื่อขอใช้จ่าย',
        'เงินกู้ ภายใต้แผนงานหรือโครงการที่มีวัตถุประสงค์เพื่อฟื้นฟูเศรษฐกิจและสังคมที่ได้รับผลกระทบจากการ',
        'ระบาดของโรคติดเชื้อ รวมจำนวน ๑๔,๕๑๐ อัตรา',
    ]


def test_a_word_in_two_styles_is_not_parted_where_they_meet():
    for width in range(30, 90):
        for text in texts(f'<p style="width: {width}mm">แผนพัฒนาจัง<b>หวัด</b>และคณะ<b>กรรมการ</b>กลั่นกรองข้อเสนอ</p>'):
            assert not text.endswith('จัง')
            assert not text.startswith(('หวัด', 'กรรมการ'))


def test_a_line_may_end_where_two_styles_meet():
    found = texts('<p style="width: 38mm">ในคราวประชุม<b>ครั้งที่ ๑๑/๒๕๖๓</b></p>')
    assert found == ['ในคราวประชุม', 'ครั้งที่ ๑๑/๒๕๖๓']


@pytest.mark.parametrize('width', [18, 25, 40])
def test_a_name_stays_whole_in_a_narrow_column_if_it_fits(width):
    found = lines(f'<p style="width: {width}mm; text-align: left">ชัยนาท ลพบุรี สิงห์บุรี อ่างทอง กาญจนบุรี</p>')
    assert [line for line in found if line.parts_term] == []
    assert ' '.join(line.text for line in found) == 'ชัยนาท ลพบุรี สิงห์บุรี อ่างทอง กาญจนบุรี'


def test_a_name_that_does_not_fit_is_parted_at_its_spaces_and_counted():
    found = lines('<p style="width: 30mm">ณ โรงแรมแมนดาริน แมนเนจ บาย เซ็นเตอร์ พ้อยท์</p>')
    assert [line.text for line in found] == ['ณ โรงแรมแมนดาริน', 'แมนเนจ บาย', 'เซ็นเตอร์ พ้อยท์']
    assert [line.parts_term for line in found] == [True, True, False]


def test_a_word_wider_than_its_column_is_parted_between_the_words_in_it():
    found = lines('<p style="width: 22mm">ตะวันออกเฉียงเหนือ</p>')
    assert [(line.text, line.parts_term) for line in found] == [('ตะวันออก', True), ('เฉียงเหนือ', False)]


def test_a_forced_line_end_ends_a_line():
    assert texts('<p>กำหนดการ<br>วันที่ ๒๖</p>') == ['กำหนดการ', 'วันที่ ๒๖']


def test_text_that_must_not_wrap_does_not():
    assert len(texts(f'<p style="white-space: nowrap">{PARAGRAPH}</p>')) == 1
    styled = PARAGRAPH.replace('คณะกรรมการ', '<b>คณะกรรมการ</b>')
    assert len(texts(f'<p style="width: 5cm"><span style="white-space: nowrap">{styled}</span></p>')) == 1


@pytest.mark.parametrize('empty', ['<b></b>', '<i><b></b></i>', '<span style="position: absolute">*</span>'])
def test_an_empty_box_between_two_lines_does_no_harm(empty):
    for width in range(30, 60, 3):
        found = texts(f'<p style="width: {width}mm">ในคราวประชุม{empty}<b>ครั้งที่ ๑๑/๒๕๖๓</b> ที่ได้มีการพิจารณา</p>')
        assert ''.join(found).replace(' ', '').replace('*', '') == 'ในคราวประชุมครั้งที่๑๑/๒๕๖๓ที่ได้มีการพิจารณา'


def test_a_paragraph_goes_on_with_its_lines_on_the_next_page():
    css = '@page { size: 20cm 4cm; margin: 1cm } p { orphans: 1; widows: 1 }'
    found = lines(f'<p>{PARAGRAPH}</p>', css)
    assert {line.page for line in found} > {1}
    one_page = texts(f'<p style="width: 18cm">{PARAGRAPH}</p>')
    assert [line.text for line in found] == one_page


def test_lines_beside_a_float_are_filled_one_by_one():
    found = texts(f'<div style="float: left; width: 8cm; height: 1cm"></div><p style="width: 16cm">{PARAGRAPH}</p>')
    assert ''.join(found).replace(' ', '') == PARAGRAPH.replace(' ', '')
    assert len(found[0]) < len(found[2])


def test_a_first_letter_of_its_own_style_does_no_harm():
    data = pdf(f'<p style="width: 8cm">{PARAGRAPH}</p>', 'p::first-letter { font-size: 24pt }')
    assert letters(by_pdfium(data)) == letters(PARAGRAPH)


def test_an_automatic_column_is_wide_enough_for_a_name():
    table = f'<table><tr><td>พระนครศรีอยุธยา</td><td>{PARAGRAPH}</td></tr></table>'
    assert texts(table)[0] == 'พระนครศรีอยุธยา'


def test_a_box_without_text_takes_its_room_on_the_line():
    blank = '<span style="display: inline-block; width: 3cm; border-bottom: 1px dotted"></span>'
    found = texts(f'<p style="width: 76mm">ลงชื่อผู้รับรองรายงาน {blank} วันที่รับรองเอกสารฉบับนี้</p>')
    assert found == ['ลงชื่อผู้รับรองรายงาน \ufffc วันที่', 'รับรองเอกสารฉบับนี้']
