"""Marks outside the text: secrecy, urgency, ร่าง, สิ่งที่ส่งมาด้วย ๑. They shift nothing."""

import dataclasses
import shutil

import pytest
from docx_tools import a_layout, find, xml
from pdf_tools import ROOT, docx, engines, long_letter, pdf, proposal

from saraban.errors import TemplateError
from saraban.render.formats import Engines
from saraban.views import blocks as b
from saraban.views.blocks import as_enclosure, plain

RED = (255, 0, 0)
STAMPS = {'secrecy': 'ลับมาก', 'urgency': 'ด่วนที่สุด', 'draft': 'ร่างครั้งที่ ๓'}


def stamped(**marks: str):
    return pdf(long_letter(6, **(marks or STAMPS)))


def test_secrecy_stands_red_at_the_top_and_bottom_middle_of_each_page():
    paper = stamped(secrecy='ลับมาก')
    assert len(paper) == 2
    for page in range(2):
        red = [piece for piece in paper.drawn(page) if piece.colour == RED]
        assert paper.lines(page).count('ลับมาก') == 2
        assert red[0].bottom < 1.5
        assert red[-1].top > 29.7 - 1.5
        assert min(piece.left for piece in red) + max(piece.right for piece in red) == pytest.approx(21, abs=0.1)


def test_urgency_stands_red_and_at_least_32_points_above_the_number_line_of_the_first_page():
    paper = stamped(urgency='ด่วนที่สุด')
    [*_, urgency] = [piece for piece in paper.drawn(0) if piece.colour == RED]
    number = next(piece for piece in paper.drawn(0) if piece.colour != RED and piece.top > 3)
    assert urgency.size >= 32
    assert urgency.bottom < number.top + 0.1
    assert urgency.left == pytest.approx(3, abs=0.1)
    assert 'ด่วนที่สุด' in ''.join(paper.lines(0))
    assert 'ด่วนที่สุด' not in ''.join(paper.lines(1))


def test_a_draft_says_so_in_the_top_margin_of_each_page():
    paper = stamped(draft='ร่างครั้งที่ ๓')
    for page in range(2):
        assert 'ร่างครั้งที่ ๓' in paper.lines(page)
        mark = max(paper.drawn(page), key=lambda piece: -piece.top)
        assert mark.bottom < a_layout().margins.top
    assert not any('ร่าง' in line for line in pdf(long_letter(6)).lines(0) if len(line) < 20)


def test_stamps_shift_nothing():
    assert [stamped().parts(page)[0] for page in range(2)] == [pdf(long_letter(6)).parts(page)[0] for page in range(2)]


def test_the_copy_of_an_enclosure_bears_its_number_on_its_first_page_and_the_paper_itself_does_not():
    paper = proposal(*(b.Paragraph(f'{n}', plain('ข้อความ ' * 60)) for n in range(12)))
    copy, own = pdf(as_enclosure(paper, 'สิ่งที่ส่งมาด้วย ๑')), pdf(paper)
    assert 'สิ่งที่ส่งมาด้วย ๑' in copy.lines(0)
    assert 'สิ่งที่ส่งมาด้วย ๑' not in [*copy.lines(1), *own.lines(0)]
    assert [copy.parts(page)[0] for page in range(len(copy))] == [own.parts(page)[0] for page in range(len(own))]
    mark = next(piece for piece in reversed(copy.drawn(0)) if piece.top < 2)
    assert mark.right == pytest.approx(19, abs=0.1)


def test_further_pages_are_plain_but_for_their_number():
    paper = pdf(long_letter(6))
    assert 'ครุฑ' in paper.lines(0)
    assert 'ครุฑ' not in paper.lines(1)
    assert paper.lines(1)[-1] == '- ๒ -'
    assert not any(line.startswith('- ') for line in paper.lines(0))


@pytest.mark.parametrize(
    ('part', 'marks'),
    [
        ('header1', ['ร่างครั้งที่ ๓', 'ลับมาก', 'ด่วนที่สุด']),
        ('header2', ['ร่างครั้งที่ ๓', 'ลับมาก']),
        ('footer1', ['ลับมาก']),
        ('footer2', ['ลับมาก']),
    ],
)
def test_the_docx_bears_them_in_frames_of_its_heads_and_feet(part, marks):
    root = xml(docx(long_letter(6, **STAMPS)), f'word/{part}.xml')
    framed = [''.join(find(p, './/w:t/text()')) for p in find(root, '//w:p[w:pPr/w:framePr[@w:vAnchor="page"]]')]
    assert sorted(framed) == sorted(marks)


def test_a_docx_without_stamps_has_no_frame():
    data = docx(long_letter(6))
    for part in ('header1', 'header2', 'footer1', 'footer2'):
        assert find(xml(data, f'word/{part}.xml'), '//w:framePr') == []


def test_the_colour_and_size_of_stamps_are_the_layouts():
    style = find(xml(docx(long_letter(6, **STAMPS)), 'word/styles.xml'), '//w:style[@w:styleId="SarabanUrgency"]')[0]
    stamps = engines()._resources.layout.stamps
    assert find(style, 'w:rPr/w:color/@w:val') == [stamps.colour]
    assert find(style, 'w:rPr/w:szCs/@w:val') == [str(round(stamps.urgency_size * 2))]
    assert stamps.urgency_size >= 32


def test_a_furniture_template_with_more_pages_than_the_paper_is_a_finding(tmp_path):
    templates = tmp_path / 'templates'
    shutil.copytree(ROOT / 'templates', templates)
    style = templates / 'html/furniture.css'
    style.write_text(
        style.read_text('utf-8') + 'section:last-child { break-after: page }\nbody::after { content: "x" }', 'utf-8'
    )
    resources = dataclasses.replace(engines()._resources, templates=templates)
    with pytest.raises(TemplateError) as caught:
        Engines(resources).render(long_letter(0), 'pdf')
    assert [finding.rule for finding in caught.value.findings] == ['template-broken']
