"""Each check of a Word file: a layout, a template or a writer that breaks the rule is found out in the finished file."""

import dataclasses
import shutil

import pytest
from content_tools import ROOT

from saraban.checks.pages.docx.dues import DUES
from saraban.checks.pages.rules import check_pages
from saraban.render.advances import Advances
from saraban.render.docx import DocxEngine
from saraban.render.docx.body import WRITERS
from saraban.render.docx.package import pack, unpack
from saraban.render.fonts import load_fonts
from saraban.render.layout import load_layout
from saraban.views.blocks import CopyTo, Signatories, Signature, Title, plain
from saraban.views.kinds import KINDS, all_papers

LAYOUT = load_layout(ROOT / 'templates' / 'layout.yaml', 'layout.yaml')
FONTS = load_fonts(ROOT / 'fonts')
ADVANCES = Advances(FONTS)
PATHS = {
    'letter': 'letters/TH-18-chai-nat',
    'memo': 'memo',
    'proposal': 'proposal',
    'schedule': 'schedule',
    'round-schedule': 'schedules/round-1',
    'allocation': 'allocations/all',
    'reply-form': 'reply-forms/TH-18-chai-nat',
    'envelopes': 'envelopes',
    'labels': 'labels',
}


@pytest.fixture
def paper(shipped):
    """The view of a kind of paper of the shipped project; a letter is secret and urgent, and copied to somebody."""

    def view(kind):
        paper = next(one for one in all_papers(shipped, (kind,)) if one.path == PATHS[kind])
        found = KINDS[kind].view(shipped, paper, {})
        if kind == 'proposal':
            signed = Signature('by', '', (plain('(นายสมชาย ใจดี)'), plain('ผู้เสนอโครงการ')))
            return dataclasses.replace(found, blocks=(*found.blocks, Signatories('signed', (signed, signed))))
        if kind != 'letter':
            return found
        furniture = dataclasses.replace(found.furniture, secrecy='ลับ', urgency='ด่วนที่สุด', enclosure='สิ่งที่ส่งมาด้วย ๑')
        more = (
            CopyTo('copies', 'สำเนาส่ง', (plain('กองคลัง'), plain('กองการเจ้าหน้าที่'))),
            Title('list', (plain('บัญชีแนบท้าย', bold=True),), new_page=True),
        )
        return dataclasses.replace(found, furniture=furniture, blocks=(*found.blocks, *more))

    return view


def rendered(view, templates=ROOT / 'templates', layout=LAYOUT):
    return DocxEngine(templates, layout, FONTS).render(view)


def found(view, data, layout=LAYOUT):
    return check_pages(view, 'docx', data, layout, ADVANCES)


@pytest.mark.parametrize('kind', PATHS)
def test_a_paper_as_the_templates_make_it_keeps_every_rule(paper, kind):
    assert found(paper(kind), rendered(paper(kind))) == []


def test_every_class_of_block_has_its_dues():
    assert set(DUES) == set(WRITERS)


def changed(path, value):
    """The layout with one measure changed: `styles.body.before`."""
    content = LAYOUT.model_dump()
    *way, name = path.split('.')
    part = content
    for one in way:
        part = part[one]
    part[name] = value
    return type(LAYOUT).model_validate(content)


# A measure of the layout, another value of it, and what of which paper then is not as it is due.
MEASURES = [
    ('letter', 'styles.body.first_line', 2.0, 'first line', 'ด้วยกรมการปกครอง'),
    ('letter', 'styles.body.before', 12.0, 'space before', 'จึงเรียนมา'),
    ('letter', 'styles.body.after', 6.0, 'space after', 'จึงเรียนมา'),
    ('letter', 'styles.body.align', 'left', 'alignment', 'จึงเรียนมา'),
    ('letter', 'styles.body.size', 18.0, 'size of type', 'จึงเรียนมา'),
    ('letter', 'styles.body.line', 20.0, 'line spacing', 'จึงเรียนมา'),
    ('letter', 'styles.body.left', 1.0, 'left indent', 'จึงเรียนมา'),
    ('letter', 'styles.field.before', 12.0, 'space before', 'เรื่อง'),
    ('letter', 'letterhead.agency_left', 9.0, 'tab stop', 'ที่มท'),
    ('letter', 'letterhead.emblem_height', 3.5, 'space before', 'ที่มท'),
    ('letter', 'letterhead.label_gap', 4, 'left indent', 'เรียน'),
    ('letter', 'letterhead.quantity_left', 11.0, 'tab stop', 'สิ่งที่ส่งมาด้วย'),
    ('letter', 'letterhead.centre', 8.5, 'left indent', 'ขอแสดงความนับถือ'),
    ('letter', 'letterhead.centre', 8.5, 'middle of the line', '()'),
    ('letter', 'letterhead.sign_room', 4, 'space before', '()'),
    ('letter', 'letterhead.owner_gap', 36.0, 'space before', 'กองวิชาการ'),
    ('letter', 'letterhead.owner_gap', 36.0, 'space before', 'สำเนาส่ง'),
    ('memo', 'styles.memo-title.line', 40.0, 'line spacing', 'บันทึกข้อความ'),
    ('memo', 'styles.memo-title.size', 26.0, 'size of type', 'บันทึกข้อความ'),
    ('memo', 'memo.second_label', 9.0, 'tab stop', 'ที่'),
    ('memo', 'memo.label_size', 18.0, 'size of type', 'ส่วนราชการ'),
    ('memo', 'memo.order_room', 40.0, 'space before', 'เห็นชอบ'),
    ('proposal', 'counts.indent', 2.0, 'indent of the table', ''),
    ('proposal', 'counts.value', 3.0, 'widths of columns', ''),
    ('proposal', 'table.before', 24.0, 'space after', ''),
    ('proposal', 'signatories.left', 5.0, 'middle of the line', ''),
    ('schedule', 'table.rule', 1.5, 'rules', 'รุ่นที่'),
    ('schedule', 'tables.schedule.when', 9.0, 'widths of columns', 'รุ่นที่'),
    ('reply-form', 'table.fill_height', 2.0, 'height of a row', '๑'),
    ('envelopes', 'envelopes.C5.left', 9.0, 'left indent', 'เรียน'),
    ('envelopes', 'envelopes.C5.top', 9.0, 'space before', 'เรียน'),
    ('labels', 'labels.height', 5.0, 'height of a row', 'เรียน'),
    ('labels', 'labels.columns', 3, 'widths of columns', 'เรียน'),
]


@pytest.mark.parametrize(('kind', 'path', 'value', 'what', 'words'), MEASURES)
def test_a_paragraph_or_table_with_another_measure_than_the_layout_s_is_found_out(
    paper, kind, path, value, what, words
):
    findings = [
        one for one in found(paper(kind), rendered(paper(kind)), changed(path, value)) if one.rule == 'docx-wrong-form'
    ]
    assert any(one.values['what'] == what and str(one.values['found']).startswith(words) for one in findings)


@pytest.mark.parametrize(
    ('path', 'value', 'rule', 'what'),
    [
        ('letterhead.emblem_height', 2.5, 'docx-emblem-wrong', 'height'),
        ('letterhead.emblem_top', 2.0, 'docx-emblem-wrong', 'top edge from the sheet'),
        ('page_number.top', 0.8, 'docx-wrong-measure', 'page number from the edge'),
        ('stamps.secrecy_size', 30, 'docx-wrong-measure', 'size of "ลับ"'),
        ('stamps.colour', '0000FF', 'docx-wrong-measure', 'colour of "ด่วนที่สุด"'),
        ('stamps.urgency_bottom', 2.5, 'docx-wrong-measure', '"ด่วนที่สุด" from the top edge'),
        ('stamps.enclosure_top', 2.0, 'docx-wrong-measure', '"สิ่งที่ส่งมาด้วย๑" from the top edge'),
        ('stamps.draft_top', 2.0, 'docx-wrong-measure', '"ร่าง" from the top edge'),
    ],
)
def test_a_mark_with_another_measure_than_the_layout_s_is_found_out(paper, path, value, rule, what):
    findings = found(paper('letter'), rendered(paper('letter')), changed(path, value))
    assert (rule, what) in [(one.rule, one.values.get('what')) for one in findings]


def edited(data, part, old, new):
    """A Word file with a text of one of its parts changed wherever it stands."""
    parts = unpack(data)
    text = parts[f'word/{part}.xml'].decode()
    assert old in text, f'{old} is not in {part}'
    return pack({**parts, f'word/{part}.xml': text.replace(old, new).encode()})


EMBLEM = '{%r if emblem %}'
BODY = '<w:name w:val="Saraban Body"/>'
NUMBER = '<w:aliases w:val="เลขหน้า"/><w:basedOn w:val="Normal"/><w:uiPriority w:val="1"/><w:pPr>'
# An edit of a Word template, and what is found in its papers.
TEMPLATES = [
    ('letter', 'styles', BODY, f'{BODY}<w:pPr><w:contextualSpacing/></w:pPr>', 'docx-wrong-form'),
    ('letter', 'header1', EMBLEM, '{%r if not emblem %}', 'docx-emblem-missing'),
    ('letter', 'header1', '<wp:align>center</wp:align>', '<wp:align>left</wp:align>', 'docx-emblem-wrong'),
    ('letter', 'header1', '<wp:positionV relativeFrom="page">', '<wp:positionV relativeFrom="margin">', 'docx-emblem-wrong'),
    ('letter', 'header2', 'THAIARABIC', 'ARABIC', 'docx-page-number-wrong'),
    ('letter', 'header2', '{%r if page_numbers %}', '{%r if not page_numbers %}', 'docx-page-number-wrong'),
    ('letter', 'document', '<w:titlePg/>', '', 'docx-page-number-wrong'),
    ('letter', 'styles', f'{NUMBER}<w:jc w:val="center"/>', NUMBER, 'docx-wrong-measure'),
    ('letter', 'footer2', '{%p if secrecy %}', '{%p if not secrecy %}', 'docx-stamp-missing'),
    ('letter', 'header1', '{%p if urgency %}', '{%p if not urgency %}', 'docx-stamp-missing'),
    ('letter', 'document', '</w:sectPr>', '<w:docGrid w:type="lines" w:linePitch="480"/></w:sectPr>', 'docx-wrong-measure'),
    ('proposal', 'header2', 'THAIARABIC', 'ARABIC', 'docx-page-number-wrong'),
]  # fmt: skip


@pytest.mark.parametrize(('kind', 'part', 'old', 'new', 'rule'), TEMPLATES)
def test_a_template_that_breaks_a_rule_is_found_out(paper, tmp_path, kind, part, old, new, rule):
    templates = tmp_path / 'templates'
    shutil.copytree(ROOT / 'templates', templates)
    path = templates / 'docx' / f'{kind}.docx'
    path.write_bytes(edited(path.read_bytes(), part, old, new))
    assert rule in {one.rule for one in found(paper(kind), rendered(paper(kind), templates))}


# An edit of a finished paper: what a writer of blocks could forget.
FINISHED = [
    ('schedule', '<w:tblHeader/>', '', 'docx-header-lost'),
    ('schedule', '<w:cantSplit/>', '', 'docx-row-splits'),
    ('labels', '<w:cantSplit/>', '', 'docx-row-splits'),
    ('allocation', '<w:keepNext/>', '', 'docx-keep-lost'),
    ('letter', '<w:keepNext/>', '', 'docx-keep-lost'),
    ('proposal', '<w:keepNext/>', '<w:keepNext w:val="0"/>', 'docx-keep-lost'),
    ('schedule', '<w:jc w:val="center"/>', '<w:jc w:val="right"/>', 'docx-wrong-form'),
    ('letter', '<w:pageBreakBefore/>', '', 'docx-wrong-form'),
    ('letter', '<w:tab/></w:r>', '<w:tab/></w:r></w:p><w:p>', 'docx-wrong-form'),
    ('letter', '<w:cs/></w:rPr>', '<w:szCs w:val="28"/><w:cs/></w:rPr>', 'docx-wrong-form'),
    ('letter', '<w:cs/></w:rPr>', '<w:rFonts w:cs="Cordia New"/><w:cs/></w:rPr>', 'docx-wrong-measure'),
]


@pytest.mark.parametrize(('kind', 'old', 'new', 'rule'), FINISHED)
def test_what_is_missing_from_a_finished_paper_is_found_out(paper, kind, old, new, rule):
    assert rule in {one.rule for one in found(paper(kind), edited(rendered(paper(kind)), 'document', old, new))}


def test_the_signature_of_a_longer_closing_stands_under_its_own_middle(paper):
    view = paper('letter')
    signature = next(one for one in view.blocks if one.id == 'signature')
    longer = dataclasses.replace(signature, closing='ขอแสดงความนับถืออย่างยิ่ง')
    other = dataclasses.replace(view, blocks=tuple(longer if one is signature else one for one in view.blocks))
    assert found(other, rendered(other)) == []


def test_a_file_whose_words_differ_is_told_once_and_not_measured_block_by_block(paper):
    view = paper('letter')
    data = edited(rendered(view), 'document', 'จึงเรียนมาเพื่อพิจารณา', 'จึงเรียนมาเพื่อทราบ')
    assert [one.rule for one in found(view, data)] == ['docx-words-differ']
