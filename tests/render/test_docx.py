"""Papers as DOCX: their words, their form, their bytes."""

import datetime
from io import BytesIO

import pytest
from docx import Document
from docx_samples import AWKWARD, TEMPLATES, every_block, gap, letter, table
from docx_tools import ROOT, a_layout, an_engine, find, paragraph_of, parts, squeezed, val, words, words_of_view, xml
from docxtpl import DocxTemplate
from jinja2 import Environment, StrictUndefined
from markupsafe import Markup

from saraban.render.docx import DocxEngine
from saraban.render.docx.body import WRITERS
from saraban.render.docx.template import NAMES
from saraban.views import blocks as b
from saraban.views.blocks import Run, View, plain

ENGINE = an_engine()


def paper(*blocks: b.Block, template: str = 'proposal', **more: object) -> View:
    return View('sample', 'samples/one', template, 'ตัวอย่าง', blocks, **more)


def properties(paragraph, path: str) -> dict[str, str]:
    found = find(paragraph, f'w:pPr/{path}')
    return {key.rpartition('}')[2]: value for key, value in found[0].attrib.items()} if found else {}


@pytest.mark.parametrize('template', TEMPLATES)
def test_the_words_of_a_paper_are_the_words_of_its_view(template):
    view = every_block(template)
    assert words(ENGINE.render(view)) == words_of_view(view)


def test_every_class_of_block_has_a_writer_and_stands_in_the_sample():
    classes = {kind for kind in vars(b).values() if isinstance(kind, type) and issubclass(kind, b.Block)} - {b.Block}
    assert set(WRITERS) == classes
    assert {type(block) for template in TEMPLATES for block in every_block(template).blocks} == classes


@pytest.mark.parametrize('template', TEMPLATES)
def test_signs_of_xml_and_jinja_come_through_in_every_template(template):
    data = ENGINE.render(paper(b.Paragraph('p', plain(AWKWARD)), template=template))
    assert squeezed(AWKWARD) in words(data)


@pytest.mark.parametrize('template', TEMPLATES)
def test_the_title_in_the_properties_is_escaped_once(template):
    assert Document(BytesIO(ENGINE.render(every_block(template)))).core_properties.title == f'ตัวอย่าง {AWKWARD}'


@pytest.mark.parametrize('template', TEMPLATES)
def test_a_second_engine_gives_the_same_bytes(template):
    view = every_block(template)
    first = ENGINE.render(view)
    assert ENGINE.render(view) == first
    assert an_engine().render(view) == first


def test_what_was_rendered_before_leaves_no_trace():
    fresh = an_engine().render(letter('ตราด'))
    used = an_engine()
    used.render(every_block('letter'))
    assert used.render(letter('ตราด')) == fresh


def test_properties_hold_no_date_unless_one_is_given():
    dated = DocxEngine(ROOT / 'templates', a_layout(), ENGINE._advances._fonts, datetime.date(2020, 10, 15))
    core = 'docProps/core.xml'
    assert b'2020-10-15T00:00:00Z' in parts(dated.render(letter()))[core]
    assert b'dcterms:created' not in parts(ENGINE.render(letter()))[core]
    assert b'<dc:language>th-TH</dc:language>' in parts(ENGINE.render(letter()))[core]


def test_the_paper_is_what_docxtpl_itself_makes_of_the_template():
    """Fails when docxtpl mends tags in another way than the compiled template knows."""
    template = DocxTemplate(ROOT / 'templates/docx/letter.docx')
    environment = Environment(undefined=StrictUndefined)
    inner = Markup('<w:p><w:r><w:t>เนื้อความ &amp;</w:t></w:r></w:p>')
    values = dict.fromkeys(NAMES, '') | {'body': inner, 'emblem': True, 'page_numbers': True}
    template.render(values, environment, autoescape=True)
    buffer = BytesIO()
    template.save(buffer)
    ours = ENGINE.render(paper(b.Paragraph('p', plain('เนื้อความ &')), template='letter', furniture=b.Furniture(True)))
    assert words(buffer.getvalue()) == words(ours)
    header = 'word/header1.xml'
    assert len(find(xml(buffer.getvalue(), header), '//wp:anchor')) == len(find(xml(ours, header), '//wp:anchor')) == 1


def test_a_dotted_line_is_as_wide_as_its_blank():
    run = find(xml(ENGINE.render(paper(b.Paragraph('p', (gap(5.0),))))), '//w:r[w:rPr/w:u]')[0]
    assert find(run, 'w:rPr/w:u/@w:val') == ['dotted']
    spaces = find(run, 'w:t/text()')[0]
    assert set(spaces) == {'\u00a0', '\u200d'}
    assert spaces.count('\u00a0') * ENGINE._advances.width(' ', 16) == pytest.approx(5.0, abs=0.1)


def test_bold_words_use_the_character_style_save_where_the_paragraph_is_bold_already():
    data = ENGINE.render(paper(b.Paragraph('p', plain('หนา', bold=True)), b.Title('t', (plain('ชื่อ', bold=True),))))
    assert find(paragraph_of(data, 'หนา'), 'w:r/w:rPr/w:rStyle/@w:val') == ['SarabanStrong']
    assert find(paragraph_of(data, 'ชื่อ'), 'w:r/w:rPr/w:rStyle') == []


def test_the_header_row_repeats_and_no_row_is_split():
    rows = find(xml(ENGINE.render(paper(table()))), '//w:tr')
    assert [len(find(row, 'w:trPr/w:tblHeader')) for row in rows] == [1] + [0] * (len(rows) - 1)
    assert all(find(row, 'w:trPr/w:cantSplit') for row in rows)


def test_columns_share_the_width_of_the_text():
    data = ENGINE.render(paper(table()))
    widths = [int(width) for width in find(xml(data), '//w:gridCol/@w:w')]
    assert sum(widths) == round(16 / 2.54 * 1440)
    assert [round(width / sum(widths), 2) for width in widths] == [0.1, 0.6, 0.3]
    assert find(xml(data), '//w:tblLayout/@w:type') == ['fixed']


def test_group_and_total_rows_are_bold_and_a_total_is_kept_with_the_row_above():
    data = ENGINE.render(paper(table()))
    for start in ('รุ่นที่ ๑', 'รวม', 'รวมจำนวน'):
        assert find(paragraph_of(data, start), 'w:r/w:rPr/w:rStyle/@w:val') == ['SarabanStrong']
    rows = find(xml(data), '//w:tr')
    kept = [bool(find(row, './/w:keepNext')) for row in rows]
    assert kept == [True, True, False, False, False, True, False, True, False]


def test_rows_to_write_in_have_the_height_of_the_layout():
    heights = find(xml(an_engine(table={'fill_height': 1.27}).render(paper(table()))), '//w:trHeight/@w:val')
    assert heights == ['720']


def test_two_tables_are_parted_and_a_paper_ends_in_a_paragraph():
    body = find(xml(ENGINE.render(paper(table(), table()))), '//w:body/*')
    assert [element.tag.rpartition('}')[2] for element in body] == ['tbl', 'p', 'tbl', 'p', 'sectPr']


def test_number_and_agency_stand_level_with_the_feet_of_the_emblem():
    data = ENGINE.render(letter())
    head = paragraph_of(data, 'ที่ มท')
    assert find(head, 'w:pPr/w:pStyle/@w:val') == ['SarabanLetterhead']
    assert len(find(head, 'w:r/w:tab')) == 1
    assert ''.join(find(head, './/w:t/text()')).endswith('กรมการปกครอง')
    style = find(xml(data, 'word/styles.xml'), '//w:style[@w:styleId="SarabanLetterhead"]')[0]
    assert properties(style, 'w:tabs/w:tab')['pos'] == str(round(10 / 2.54 * 1440))
    feet = 1.5 + 3.0 - 2.5  # emblem's top + height - margin, cm
    ascent = 16 * (0.85 + 0.03)
    assert int(properties(style, 'w:spacing')['before']) == pytest.approx((feet / 2.54 * 72 - ascent) * 20, abs=1)


def test_the_emblem_is_furniture_of_the_first_page_alone():
    with_emblem = xml(ENGINE.render(letter()), 'word/header1.xml')
    anchor = find(with_emblem, '//wp:anchor')[0]
    assert find(anchor, 'wp:docPr/@descr') == ['ครุฑ']
    assert find(anchor, 'wp:extent/@cy') == [str(3 * 360_000)]
    assert find(anchor, 'wp:positionV/wp:posOffset/text()') == [str(round(1.5 * 360_000))]
    assert find(anchor, 'wp:positionH[@relativeFrom="page"]/wp:align/text()') == ['center']
    assert find(xml(ENGINE.render(letter()), 'word/document.xml'), '//w:drawing') == []
    plain_letter = ENGINE.render(paper(b.Paragraph('p', plain('ก')), template='letter'))
    assert find(xml(plain_letter, 'word/header1.xml'), '//wp:anchor') == []


@pytest.mark.parametrize(('wanted', 'fields'), [(True, [' PAGE \\* THAIARABIC ']), (False, [])])
def test_page_numbers_are_thai_and_printed_only_where_wanted(wanted, fields):
    view = paper(b.Paragraph('p', plain('ก')), furniture=b.Furniture(page_numbers=wanted))
    assert find(xml(ENGINE.render(view), 'word/header2.xml'), '//w:instrText/text()') == fields


def test_a_field_hangs_under_the_start_of_its_text():
    indents = properties(paragraph_of(ENGINE.render(letter()), 'เรื่อง'), 'w:ind')
    label = ENGINE._advances.width('เรื่อง  ', 16)
    assert indents == {'left': str(round(label / 2.54 * 1440)), 'hanging': indents['left']}


def test_enclosures_stand_one_under_another():
    data = ENGINE.render(letter())
    first, second = (paragraph_of(data, start) for start in ('สิ่งที่ส่งมาด้วย', '๒.'))
    label = ENGINE._advances.width('สิ่งที่ส่งมาด้วย  ', 16)
    start = [
        int(properties(row, 'w:ind')['left']) - int(properties(row, 'w:ind')['hanging']) for row in (first, second)
    ]
    assert start == pytest.approx([0, label / 2.54 * 1440], abs=1)
    assert properties(first, 'w:ind')['left'] == properties(second, 'w:ind')['left']
    assert find(second, 'w:pPr/w:tabs/w:tab/@w:pos') == [str(round(12 / 2.54 * 1440))]


def test_a_single_enclosure_has_no_number_and_one_tab():
    view = paper(b.Enclosures('e', 'สิ่งที่ส่งมาด้วย', (b.EnclosureRow('', plain('โครงการฯ'), 'จำนวน ๑ ชุด'),)))
    assert len(find(paragraph_of(ENGINE.render(view), 'สิ่งที่'), 'w:r/w:tab')) == 1


def test_signature_lines_are_centred_under_the_middle_of_the_closing():
    data = ENGINE.render(letter())
    indents = properties(paragraph_of(data, '('), 'w:ind')
    axis = 7.5 + ENGINE._advances.width('ขอแสดงความนับถือ', 16) / 2
    width = 16 / 2.54 * 1440
    middle = (int(indents['left']) + width - int(indents['right'])) / 2
    assert middle == pytest.approx(axis / 2.54 * 1440, abs=2)


def test_a_signature_is_never_split_and_takes_two_paragraphs_with_it():
    data = ENGINE.render(letter())
    kept = {}
    for paragraph in find(xml(data), '//w:body/w:p'):
        start = ''.join(find(paragraph, './/w:t/text()'))[:6]
        kept[start] = find(paragraph, 'w:pPr/w:keepNext[not(@w:val="0")]') != []
    assert [kept[start] for start in ('ด้วยกร', 'ในการน', 'จึงเรี', 'ขอแสดง', '(\u00a0\u200d\u00a0\u200d\u00a0')] == [
        False, True, True, True, True,
    ]  # fmt: skip
    assert properties(paragraph_of(data, '('), 'w:spacing')['before'] == str(round(3 * 16 * 1.13 * 20))


def test_a_long_last_paragraph_goes_with_the_closing_alone():
    """Widow control parts two lines of it at least: the paragraph before may stay behind."""
    text, signature = plain('ข้อความ' * 30), b.Signature('s', 'ขอแสดงความนับถือ', (plain('ผู้ลงนาม'),))
    data = ENGINE.render(paper(b.Paragraph('p1', text), b.Paragraph('p2', text), signature, template='letter'))
    first, second, *_ = find(xml(data), '//w:body/w:p')
    assert [bool(find(each, 'w:pPr/w:keepNext')) for each in (first, second)] == [False, True]


def test_marks_take_no_room_and_sara_am_is_as_wide_as_sara_aa():
    width = ENGINE._advances.width
    assert width('ที่', 16) == width('ท', 16)
    assert width('นำ', 16) == pytest.approx(width('นา', 16))
    assert width('  ', 16) == pytest.approx(2 * width(' ', 16))


def test_no_invisible_characters_stand_in_a_paper_but_in_its_lines_to_write_on():
    for template in TEMPLATES:
        text = ''.join(find(xml(ENGINE.render(every_block(template))), '//w:r[not(w:rPr/w:u)]/w:t/text()'))
        assert {letter for letter in text if letter in '\u200b\u200c\u200d\u2060\ufeff\u00ad'} == set()


def test_ids_of_drawings_are_the_same_in_every_paper():
    assert [find(xml(ENGINE.render(letter(name)), 'word/header1.xml'), '//wp:docPr/@id') for name in ('ก', 'ข')] == [
        ['1'],
        ['1'],
    ]


def test_cells_without_words_hold_a_paragraph():
    cells = find(xml(ENGINE.render(paper(table()))), '//w:tc')
    assert all(find(cell, 'w:p') for cell in cells)
    assert val('p') == cells[0][-1].tag


def test_italic_words_are_italic_in_both_scripts():
    run = find(paragraph_of(ENGINE.render(paper(b.Paragraph('p', (Run('เอน', italic=True),)))), 'เอน'), 'w:r')[0]
    assert find(run, 'w:rPr/w:i') != []
    assert find(run, 'w:rPr/w:iCs') != []
