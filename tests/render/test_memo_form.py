"""บันทึกข้อความ as it is printed: form ๒ in PDF and DOCX."""

import pytest
from docx_samples import gap
from docx_tools import a_layout, find, paragraph_of, xml
from pdf_tools import docx, pdf

from saraban.views import blocks as b
from saraban.views.blocks import Run, View, plain


@pytest.fixture(scope='module')
def memo() -> View:
    subject = 'ขออนุมัติหลักการโครงการพัฒนาประสิทธิภาพการขับเคลื่อนการพัฒนาตำบลแบบบูรณาการและแผนพัฒนาพื้นที่ในลักษณะแผนเดียว'
    blocks = (
        b.Title('title', (plain('บันทึกข้อความ', bold=True),), 'memo-title'),
        b.MemoLine('department', (('ส่วนราชการ', plain('กองวิชาการและแผนงาน')),)),
        b.MemoLine('number', (('ที่', (Run('มท '), gap())), ('วันที่', (gap(),)))),
        b.MemoLine('subject', (('เรื่อง', plain(subject)),)),
        b.Field('to', 'เรียน', plain('อธิบดีกรมการปกครอง')),
        b.Heading('h', '๑.', plain('เรื่องเดิม', bold=True), 'memo-heading'),
        b.Paragraph('p', plain('ตามที่คณะรัฐมนตรีมีมติ นั้น')),
        b.Signature('signature', '', ((Run('('), gap(5), Run(')')), (gap(5),))),
        b.OrderRoom('order', (plain('เห็นชอบ / อนุมัติ / ลงนามแล้ว'), (gap(5),))),
    )
    return View('memo', 'memo', 'memo', 'บันทึกข้อความ', blocks, furniture=b.Furniture(emblem=True, catchword=True))


def test_the_title_is_29_points_its_labels_20_and_the_rest_16(memo):
    sizes = [piece.size for piece in pdf(memo).drawn(0)]
    assert sizes[0] == 29
    assert set(sizes[1:-1]) == {20, 16}  # the last is the emblem


def test_the_emblem_stands_at_the_left_margin_one_and_a_half_centimetres_high(memo):
    emblem = pdf(memo).drawn(0)[-1]
    assert emblem.left == pytest.approx(3, abs=0.15)
    assert emblem.bottom - emblem.top == pytest.approx(1.5, abs=0.06)
    assert emblem.top == pytest.approx(a_layout().memo.emblem_top, abs=0.06)


def test_the_second_label_starts_where_the_layout_says(memo):
    labels = [piece for piece in pdf(memo).drawn(0) if piece.size == 20]
    assert labels[2].left == pytest.approx(3 + a_layout().memo.second_label, abs=0.1)
    assert labels[1].bottom == pytest.approx(labels[2].bottom, abs=0.15)


def test_the_docx_sets_the_title_on_exactly_35_points_and_its_emblem_at_the_left(memo):
    data = docx(memo)
    style = find(xml(data, 'word/styles.xml'), '//w:style[@w:styleId="SarabanMemoTitle"]')[0]
    assert find(style, 'w:pPr/w:spacing/@w:line') == [str(35 * 20)]
    assert find(style, 'w:pPr/w:spacing/@w:lineRule') == ['exact']
    assert find(style, 'w:rPr/w:szCs/@w:val') == ['58']
    anchor = find(xml(data, 'word/header1.xml'), '//wp:anchor')[0]
    assert find(anchor, 'wp:positionH/wp:align/text()') == ['left']
    assert find(anchor, 'wp:extent/@cy') == [str(540_000)]


def test_the_docx_draws_dotted_leaders_to_the_next_label_and_to_the_margin(memo):
    line = paragraph_of(docx(memo), 'ที่')
    assert find(line, 'w:pPr/w:tabs/w:tab/@w:pos') == [str(round(cm / 2.54 * 1440)) for cm in (8, 16)]
    leaders = find(line, 'w:r[w:tab]/w:rPr/w:u/@w:val')
    assert leaders == ['dotted', 'dotted']
    assert ''.join(find(line, './/w:t/text()')).count('.') == 0
    assert find(line, 'w:r[w:rPr/w:szCs/@w:val="40"]/w:t/text()') == ['ที่  ', 'วันที่  ']
