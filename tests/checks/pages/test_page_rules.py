"""Each check of finished pages: a template, a stylesheet or a layout that breaks the rule is found out on the real page."""

import dataclasses
import shutil
from pathlib import Path

import pytest

from saraban.checks.pages.drawn import Drawn, Glyph, Line
from saraban.checks.pages.page import Paper
from saraban.checks.pages.rules import PDF_CHECKS, check_pages
from saraban.errors import Level, Place, RenderError
from saraban.render.advances import Advances
from saraban.render.fonts import load_fonts
from saraban.render.formats import Engines, load_resources
from saraban.views.blocks import (
    Blank,
    Cell,
    Column,
    CountRow,
    Counts,
    EnclosureRow,
    Enclosures,
    Envelope,
    Field,
    Furniture,
    Heading,
    Item,
    Letterhead,
    MemoLine,
    OrderRoom,
    Owner,
    Paragraph,
    Row,
    Run,
    Signature,
    Table,
    Title,
    View,
    plain,
)

ROOT = Path(__file__).resolve().parents[3]
SENTENCE = 'กรมการปกครองกำหนดดำเนินโครงการตามวันและสถานที่ดังกล่าว '
ADVANCES = Advances(load_fonts(ROOT / 'fonts'))
LINE = Blank('เลขที่หนังสือ', Place('rounds.yaml'), 2.0)

LETTER = View(
    'letter',
    'letters/sample',
    'letter',
    'หนังสือ',
    (
        Letterhead('head', (Run('ที่ มท ๐๓๐๑/'), Run('', blank=LINE)), (plain('กรมการปกครอง'),), plain('๑๖ เมษายน ๒๕๖๔')),
        Field('subject', 'เรื่อง', plain('ขอเชิญเข้าร่วมโครงการ')),
        Field('to', 'เรียน', plain('ผู้ว่าราชการจังหวัดชัยนาท')),
        Enclosures('with', 'สิ่งที่ส่งมาด้วย', (EnclosureRow('', plain('โครงการฯ'), 'จำนวน ๑ ชุด'),)),
        Paragraph('body/1', plain(SENTENCE * 4)),
        Paragraph('body/2', plain(SENTENCE * 4)),
        Signature('signature', 'ขอแสดงความนับถือ', (plain('(นายสมชาย ใจดี)'), plain('อธิบดีกรมการปกครอง'))),
        Owner('owner', (plain('กองวิชาการและแผนงาน'),)),
    ),
    furniture=Furniture(emblem=True),
)
PROPOSAL = View(
    'proposal',
    'proposal',
    'proposal',
    'โครงการ',
    (
        Title('title', (plain('โครงการตัวอย่าง', bold=True),)),
        *(
            block
            for number in range(1, 12)
            for block in (
                Heading(f'h{number}', '๑.', plain('หลักการและเหตุผล', bold=True)),
                Paragraph(f'p{number}', plain(SENTENCE * 6)),
                Item(f'i{number}', 2, '๑.๑', plain(SENTENCE * 3)),
            )
        ),
        Table(
            'table',
            (Column(plain('รายการ', bold=True), 'left'), Column(plain('จำนวน', bold=True), 'center')),
            tuple(Row(f'row-{n}', (Cell((plain('โต๊ะ'),)), Cell((plain('๑๐'),)))) for n in range(60)),
        ),
    ),
)


CATCHING = dataclasses.replace(PROPOSAL, furniture=Furniture(catchword=True))
SECRET = dataclasses.replace(LETTER, furniture=Furniture(emblem=True, secrecy='ลับ'))


URGENT = dataclasses.replace(
    LETTER, furniture=Furniture(emblem=True, urgency='ด่วนที่สุด', draft='ร่าง', enclosure='สิ่งที่ส่งมาด้วย ๑')
)
REFERRED = dataclasses.replace(
    LETTER,
    blocks=(
        *LETTER.blocks[:3],
        Field('reference/1', 'อ้างถึง', plain('หนังสือกรมการปกครอง ที่ มท ๐๓๐๑/๑ ลงวันที่ ๑ เมษายน ๒๕๖๔')),
        Field('reference/2', '', plain('หนังสือกรมการปกครอง ที่ มท ๐๓๐๑/๒ ลงวันที่ ๒ เมษายน ๒๕๖๔'), under='อ้างถึง'),
        *LETTER.blocks[3:],
    ),
)
MEMO = View(
    'memo',
    'memo',
    'memo',
    'บันทึกข้อความ',
    (
        Title('title', (plain('บันทึกข้อความ', bold=True),), 'memo-title'),
        MemoLine('unit', (('ส่วนราชการ', plain('กองวิชาการและแผนงาน')),)),
        MemoLine('number', (('ที่', plain('มท ๐๓๐๑/๑')), ('วันที่', plain('๑๖ เมษายน ๒๕๖๔')))),
        Field('to', 'เรียน', plain('อธิบดีกรมการปกครอง')),
        Paragraph('body/1', plain(SENTENCE * 4)),
        Signature('signature', '', (plain('(นายสมชาย ใจดี)'), plain('ผู้อำนวยการกอง'))),
        OrderRoom('order', (plain('เห็นชอบ'), plain('(นายสมชาย ใจดี)'))),
    ),
    furniture=Furniture(emblem=True, urgency='ด่วนที่สุด', secrecy='ลับ', draft='ร่าง'),
)
ENVELOPE = View(
    'envelopes',
    'envelopes',
    'envelopes',
    'ซอง',
    (
        Envelope(
            'one',
            (plain('กรมการปกครอง'), plain('ที่ มท ๐๓๐๑/๑')),
            (plain('เรียน ผู้ว่าราชการจังหวัดชัยนาท'), plain('ศาลากลางจังหวัดชัยนาท')),
            plain('๑๗๐๐๐'),
        ),
    ),
    furniture=Furniture(emblem=True, page_numbers=False),
    sheet='C5',
)
IN_BRACKETS = dataclasses.replace(
    LETTER,
    blocks=(
        *LETTER.blocks[:4],
        Paragraph('body/1', (*plain('ส่งแบบตอบรับทางโทรสาร ('), Run('', blank=LINE), *plain(') ตามวันดังกล่าว'))),
        *LETTER.blocks[5:],
    ),
)
COUNTED = dataclasses.replace(
    PROPOSAL, blocks=(*PROPOSAL.blocks[:3], Counts('counts', (CountRow(plain('ปลัดจังหวัด'), 'จำนวน', plain('๗๖ คน')),)))
)
LONG_ROWS = dataclasses.replace(
    PROPOSAL,
    blocks=(
        Table(
            'table',
            (Column(plain('รายการ', bold=True), 'left'),),
            tuple(Row(f'row-{n}', (Cell((plain(SENTENCE * 9),)),)) for n in range(9)),
        ),
    ),
)


FURNITURE = (
    '.emblem',
    '.page-number',
    '.catchword',
    '.secrecy',
    '.above',
    '.below',
    '.urgency',
    '.draft',
    '.enclosure-mark',
)


def with_words(view, words):
    """A view with one paragraph of its own words."""
    return dataclasses.replace(view, blocks=(*view.blocks[:4], Paragraph('body/1', plain(words)), *view.blocks[5:]))


@pytest.fixture(scope='module')
def resources():
    return load_resources(ROOT / 'templates', ROOT / 'fonts', 'templates')


@pytest.fixture(scope='module')
def engines(resources):
    return Engines(resources)


@pytest.fixture
def render(resources, tmp_path):
    """Renders a view with an edited copy of the templates: lines added to the stylesheet, texts replaced in a file."""

    def rendered(view, css='', edits=()):
        templates = tmp_path / 'templates'
        shutil.copytree(ROOT / 'templates', templates, dirs_exist_ok=True)
        for name, old, new in edits:
            path = templates / 'html' / name
            text = path.read_text(encoding='utf-8')
            assert old in text
            path.write_text(text.replace(old, new), encoding='utf-8')
        marks = css.startswith(FURNITURE)  # which has a stylesheet of its own
        style = templates / 'html' / ('furniture.css' if marks else 'style.css')
        style.write_text(style.read_text(encoding='utf-8') + css, encoding='utf-8')
        return Engines(dataclasses.replace(resources, templates=templates)).render(view, 'pdf').data

    return rendered


def rules(view, form, data, layout):
    return {finding.rule for finding in check_pages(view, form, data, layout, ADVANCES)}


@pytest.mark.parametrize(
    'view',
    [LETTER, PROPOSAL, CATCHING, SECRET, URGENT, REFERRED, MEMO, ENVELOPE, IN_BRACKETS, COUNTED, LONG_ROWS],
    ids=[
        'letter',
        'proposal',
        'catchwords',
        'secret',
        'urgent',
        'two references',
        'memo',
        'envelope',
        'brackets',
        'counts',
        'long rows',
    ],
)
@pytest.mark.parametrize('form', ['pdf', 'docx'])
def test_a_paper_as_the_templates_make_it_keeps_every_rule(engines, resources, view, form):
    assert check_pages(view, form, engines.render(view, form).data, resources.layout, ADVANCES) == []


BROKEN_STYLES = [
    ('outside-margins', LETTER, '.body { margin-right: -1cm }'),
    ('outside-page', LETTER, '.closing-words { margin-left: 9cm }'),
    ('wrong-size', LETTER, '.body { font-size: 15pt }'),
    ('lines-overlap', LETTER, '.date { margin-top: -14pt }'),
    ('wrong-place', LETTER, '.letterhead .number { width: 9cm }'),
    ('wrong-place', LETTER, '.letterhead { margin-top: 20pt }'),
    ('wrong-place', LETTER, '.date { margin-left: 8cm }'),
    ('wrong-place', LETTER, '.body { text-indent: 2cm }'),
    ('wrong-place', LETTER, '.signature-block { margin-left: 7cm }'),
    ('wrong-place', LETTER, '.signature { padding-left: 2cm }'),
    ('wrong-order', LETTER, '.owner-block { position: relative; top: -8cm; left: 8cm }'),
    ('wrong-spacing', LETTER, '.body { margin-top: 12pt }'),
    ('emblem-wrong', LETTER, '.emblem-text { font-size: 2.5cm }'),
    ('emblem-wrong', LETTER, '.emblem { top: 0 }'),
    ('emblem-wrong', LETTER, '.emblem { left: 1cm }'),
    ('closing-alone', LETTER, '.signature-block { break-before: page }'),
    (
        'signature-split',
        LETTER,
        '.signature-box { display: block } .signature-block { break-inside: auto } .sign-lines { break-before: page }',
    ),
    ('empty-page', LETTER, 'body::after { content: ""; display: block; break-before: page; height: 1cm }'),
    ('heading-alone', PROPOSAL, '.heading { break-after: page }'),
    ('outside-margins', LETTER, '.letterhead { margin-top: -20pt }'),
    ('outside-margins', PROPOSAL, '@page { margin-bottom: 1cm }'),
    ('outside-page', LETTER, '.owner-block { position: relative; top: 14cm }'),
    ('letters-overlap', LETTER, '.body { letter-spacing: -5pt }'),
    ('wrong-face', PROPOSAL, '.heading, .heading b { font-weight: normal }'),
    ('wrong-face', LETTER, '.body { font-weight: bold }'),
    ('wrong-place', LETTER, '.field { margin-left: 3mm }'),
    ('wrong-place', LETTER, '.field col:first-child { width: 4cm !important }'),
    ('wrong-place', REFERRED, '.going-on { margin-left: 5mm }'),
    ('wrong-spacing', REFERRED, '.going-on { margin-top: 6pt }'),
    ('wrong-place', LETTER, '.quantity { width: 3cm }'),
    ('wrong-place', LETTER, '.owner-block { margin-left: 1cm }'),
    ('wrong-place', MEMO, '.memo-head col:nth-child(2) { width: 4cm !important }'),
    ('wrong-place', MEMO, '.memo-label { padding-left: 2mm }'),
    ('wrong-place', ENVELOPE, '.C5 .receiver-block { margin-left: 6cm }'),
    ('wrong-place', ENVELOPE, '.receiver-block { padding-top: 1cm }'),
    ('wrong-place', COUNTED, '.counts .value { text-align: left }'),
    ('wrong-place', COUNTED, '.counts { margin-left: 0 }'),
    ('wrong-place', PROPOSAL, '.page-number { top: 0.5cm }'),
    ('wrong-place', CATCHING, '.catchword { text-align: left }'),
    ('wrong-place', CATCHING, '.catchword { margin-top: 5mm }'),
    ('catchword-near', CATCHING, '@page { margin-bottom: 2cm !important }'),
    ('wrong-place', SECRET, '.secrecy { text-align: left }'),
    ('wrong-place', SECRET, '.above { top: 1.5cm }'),
    ('wrong-place', SECRET, '.below { top: 27cm }'),
    ('wrong-size', SECRET, '.secrecy { font-size: 16pt }'),
    ('wrong-place', URGENT, '.urgency { left: 8cm }'),
    ('wrong-size', URGENT, '.urgency { font-size: 20pt }'),
    ('lines-overlap', URGENT, '.urgency { left: 10cm }'),
    ('wrong-place', URGENT, '.draft { top: 1.5cm }'),
    ('wrong-place', URGENT, '.enclosure-mark { text-align: left }'),
    ('wrong-spacing', LETTER, '.field { margin-top: 12pt }'),
    ('wrong-spacing', LETTER, '.date { margin-top: 20pt }'),
    ('wrong-spacing', LETTER, '.signature-block { margin-top: 30pt }'),
    ('wrong-spacing', LETTER, '.with-room { padding-top: 20pt }'),
    ('wrong-spacing', LETTER, '.owner-block { margin-top: 40pt }'),
    ('row-split', LONG_ROWS, 'tr { break-inside: auto } td { line-height: 3 }'),
    ('header-not-repeated', PROPOSAL, 'thead { display: table-row-group }'),
    ('heading-alone', PROPOSAL, 'thead { display: table-row-group } thead tr { break-after: page }'),
    ('font-foreign', LETTER, '.body { font-family: Laksaman }'),
    ('bad-line-start', IN_BRACKETS, '.blank { display: block }'),
]


@pytest.mark.slow
@pytest.mark.parametrize(('rule', 'view', 'css'), BROKEN_STYLES)
def test_a_stylesheet_that_breaks_a_rule_is_found_out(render, resources, rule, view, css):
    assert rule in rules(view, 'pdf', render(view, css), resources.layout)


BROKEN_TEMPLATES = [
    (
        'words-differ',
        LETTER,
        ('blocks.html', '<p class="{{ block.style }}{{ held(block) }}" id="{{ block.id }}">', '<p>{{ block.id }}'),
    ),
    ('words-differ', LETTER, ('page.html', 'in view.blocks %}', 'in view.blocks | reverse %}')),
    ('page-number-wrong', PROPOSAL, ('furniture.html', '{{ page.number }}', '{{ page.number }}-')),
    ('page-number-wrong', PROPOSAL, ('furniture.html', '{% if page.number %}', '{% if false %}')),
    ('catchword-wrong', CATCHING, ('furniture.html', '{{ page.catchword }}', '/...')),
    ('catchword-wrong', CATCHING, ('furniture.html', '{% if page.catchword %}', '{% if false %}')),
    ('stamp-missing', SECRET, ('furniture.html', '<div class="secrecy below">{{ page.secrecy }}</div>', '')),
    ('emblem-missing', LETTER, ('furniture.html', '{{ emblems[size] }}', '')),
]


@pytest.mark.slow
@pytest.mark.parametrize(('rule', 'view', 'edit'), BROKEN_TEMPLATES)
def test_a_template_that_breaks_a_rule_is_found_out(render, resources, rule, view, edit):
    assert rule in rules(view, 'pdf', render(view, edits=[edit]), resources.layout)


@pytest.mark.parametrize(
    ('rule', 'words'),
    [
        ('left-over', 'ข้อความที่มี {{ facts.x }} หลงเหลืออยู่'),
        ('left-over', 'จำนวน None คน'),
        ('arabic-digits', 'จำนวน 76 คน'),
    ],
)
def test_words_that_must_not_print_are_found_out(engines, resources, rule, words):
    view = with_words(LETTER, words)
    assert rule in rules(view, 'pdf', engines.render(view, 'pdf').data, resources.layout)


def test_arabic_digits_may_stand_in_addresses_and_names(engines, resources):
    view = with_words(LETTER, 'ส่งทาง saraban05@dopa.go.th รุ่น MS365 เท่านั้น ' * 3)
    assert check_pages(view, 'pdf', engines.render(view, 'pdf').data, resources.layout, ADVANCES) == []


def drawn_letter(lines, missing=()):
    return Drawn(((21.0, 29.7),), tuple(lines), missing)


def a_line(text, x=3.0, y=10.0, advance=0.2):
    glyphs = tuple(Glyph(x + n * advance, 0.2 if letter not in 'ิี่้์' else 0.0, letter) for n, letter in enumerate(text))
    return Line(1, y, 16.0, 'Saraban-Text', glyphs)


def found_in(drawn, layout, words):
    view = View('letter', 'letters/sample', 'letter', '', (Paragraph('p', plain(words)),))
    paper = Paper(view, drawn, layout, ADVANCES)
    return {finding.rule for check in PDF_CHECKS for finding in check(paper)}


def test_a_face_that_is_not_in_the_file_is_found_out(resources):
    """On a page made up for it: WeasyPrint embeds every face, whatever a template says."""
    drawn = drawn_letter([a_line('กขค', 5.5)], ('Sarabun',))
    assert found_in(drawn, resources.layout, 'กขค') == {'font-not-embedded'}


def test_a_face_of_the_machines_own_is_found_out(resources):
    line = dataclasses.replace(a_line('กขค', 5.5), face='DejaVu-Sans')
    assert found_in(drawn_letter([line]), resources.layout, 'กขค') == {'font-foreign'}


def test_a_character_that_no_font_has_stops_the_paper(engines):
    with pytest.raises(RenderError) as told:
        engines.render(with_words(LETTER, 'อักขระ \U000e0100 ที่ไม่มีในแบบอักษร \U00012000'), 'pdf')
    assert {finding.rule for finding in told.value.findings} == {'glyph-missing'}


def test_letters_on_one_another_are_found_out(resources):
    drawn = drawn_letter([a_line('กขค', 5.5, advance=0.05)])
    assert found_in(drawn, resources.layout, 'กขค') == {'letters-overlap'}


def test_a_line_that_starts_with_a_mark_is_found_out(resources):
    drawn = drawn_letter([a_line('ต่าง', 5.5), a_line('ๆกัน', 3.0, 10.6)])
    assert found_in(drawn, resources.layout, 'ต่าง ๆ กัน') == {'bad-line-start'}


@pytest.mark.parametrize(
    'changed',
    [
        {'margins': {'top': 2.5, 'bottom': 2.0, 'left': 2.5, 'right': 2.0}},
        {'font': {'word': 'Cordia New', 'size': 16, 'ascent': 0.85, 'descent': 0.25, 'gap': 0.03}},
        {'font': {'word': 'TH SarabunPSK', 'size': 18, 'ascent': 0.85, 'descent': 0.25, 'gap': 0.03}},
        {'paper': {'width': 21.6, 'height': 27.9}},
    ],
    ids=['margin', 'face', 'size', 'sheet'],
)
def test_a_docx_with_another_measure_than_the_layout_is_found_out(engines, resources, changed):
    layout = type(resources.layout).model_validate(resources.layout.model_dump() | changed)
    data = engines.render(LETTER, 'docx').data
    assert 'docx-wrong-measure' in rules(LETTER, 'docx', data, layout)


def test_a_docx_that_says_something_else_than_its_view_is_found_out(engines, resources):
    data = engines.render(LETTER, 'docx').data
    other = with_words(LETTER, 'ข้อความอื่น')
    assert rules(other, 'docx', data, resources.layout) == {'docx-words-differ'}


def test_the_agency_sets_how_grave_a_finding_is(engines, resources):
    view = with_words(LETTER, 'จำนวน 76 คน')
    data = engines.render(view, 'pdf').data
    levels = {'arabic-digits': 'error'}
    layout = type(resources.layout).model_validate(resources.layout.model_dump() | {'levels': levels})
    assert [finding.level for finding in check_pages(view, 'pdf', data, resources.layout, ADVANCES)] == [Level.WARNING]
    assert [finding.level for finding in check_pages(view, 'pdf', data, layout, ADVANCES)] == [Level.ERROR]
