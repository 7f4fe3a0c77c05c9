"""Papers of every length and form keep all page rules, in PDF and DOCX; the DOCX keeps its words in LibreOffice."""

import subprocess

import pypdfium2
import pytest
from content_tools import ROOT, SHIPPED, copied, patched, squeezed

from saraban.checks.pages.rules import check_pages
from saraban.content.loader import load
from saraban.render.advances import Advances
from saraban.render.formats import Engines, load_resources
from saraban.views.blocks import (
    Cell,
    Column,
    Enclosures,
    Field,
    Furniture,
    Heading,
    Item,
    Letterhead,
    Owner,
    Paragraph,
    Row,
    Signatories,
    Signature,
    Table,
    Title,
    View,
    plain,
    printed_words,
)
from saraban.views.blocks.forms import EnclosureRow
from saraban.views.kinds import KINDS, all_papers

pytestmark = pytest.mark.slow

SENTENCE = 'กรมการปกครองกำหนดดำเนินโครงการตามวันและสถานที่ดังกล่าว และขอให้จังหวัดจัดส่งข้าราชการเข้าร่วม '
LONG = 'การเสริมสร้างแนวทางการขับเคลื่อนการพัฒนาตำบลแบบบูรณาการและแผนพัฒนาพื้นที่ในลักษณะแผนเดียวของจังหวัดและกลุ่มจังหวัด'
CHANGES = """changes:
  - {key: round-3, kind: postponed, round: 3, reason: เกิดอุทกภัย, new: {start: 2564-01-18, end: 2564-01-19}}
  - {key: round-6, kind: cancelled, round: 6, reason: งบประมาณไม่เพียงพอ}
"""


@pytest.fixture(scope='module')
def resources():
    return load_resources(ROOT / 'templates', ROOT / 'fonts', 'templates')


@pytest.fixture(scope='module')
def engines(resources):
    return Engines(resources)


@pytest.fixture(scope='module')
def advances(resources):
    return Advances(resources.fonts)


def letter(paragraphs: int) -> View:
    """A letter with so many paragraphs of a line each between its first and its last."""
    return View(
        'letter',
        'letters/sample',
        'letter',
        'หนังสือ',
        (
            Letterhead(
                'head', plain('ที่ มท ๐๓๐๑/๑'), (plain('กรมการปกครอง'), plain('กทม. ๑๐๒๐๐')), plain('๑๖ เมษายน ๒๕๖๔')
            ),
            Field('subject', 'เรื่อง', plain(f'ขอเชิญเข้าร่วมโครงการ{LONG}')),
            Field('to', 'เรียน', plain('ผู้ว่าราชการจังหวัดชัยนาท')),
            Enclosures('with', 'สิ่งที่ส่งมาด้วย', (EnclosureRow('', plain('โครงการฯ'), 'จำนวน ๑ ชุด'),)),
            Paragraph('cause', plain(f'ด้วย{SENTENCE * 3}')),
            *(Paragraph(f'body/{n}', plain(f'ข้อความย่อหน้าที่ {n}'.translate(THAI))) for n in range(paragraphs)),
            Paragraph('end', plain('จึงเรียนมาเพื่อพิจารณา')),
            Signature('signature', 'ขอแสดงความนับถือ', (plain('(นายสมชาย ใจดี)'), plain('อธิบดีกรมการปกครอง'))),
            Owner('owner', (plain('กองวิชาการและแผนงาน'), plain('โทร. ๐ ๒๑๒๓ ๔๕๖๗'))),
        ),
        furniture=Furniture(emblem=True, catchword=True, draft='ร่าง'),
    )


THAI = str.maketrans('0123456789', '๐๑๒๓๔๕๖๗๘๙')


def proposal() -> View:
    """Sections with headings of more than a line, items five levels deep, tables of two hundred rows, signatures."""
    blocks = [Title('title', (plain(f'โครงการ{LONG}', bold=True), plain('ประจำปีงบประมาณ พ.ศ. ๒๕๖๔', bold=True)))]
    for n in range(1, 13):
        number = str(n).translate(THAI)
        blocks.append(Heading(f'h{n}', f'{number}.', plain(f'{LONG} ด้าน{LONG}', bold=True)))
        blocks.append(Paragraph(f'p{n}', plain(SENTENCE * 8)))
        for level, mark in enumerate((f'{number}.๑', f'{number}.๑.๑', '๑)', '(๑)'), 2):
            blocks.append(Item(f'i{n}-{level}', level, mark, plain(SENTENCE * 3)))
        if n % 4 == 0:
            blocks.append(Paragraph(f'lead{n}', plain('โดยมีรายการ ดังนี้'), 'lead'))
            columns = (
                Column(plain('ลำดับ'), 'center', 1),
                Column(plain('รายการ'), 'left', 4),
                Column(plain('จำนวน'), 'right', 1),
            )
            rows = tuple(
                Row(
                    f'r{n}-{k}',
                    tuple(Cell((plain(one),)) for one in (str(k).translate(THAI), f'{LONG[: 30 + k % 70]}', '๑๐')),
                )
                for k in range(1, 201)
            )
            total = Row(f't{n}', (Cell((plain('รวม'),), span=2), Cell((plain('๒,๐๐๐'),))), 'total')
            blocks.append(Table(f'table{n}', columns, (*rows, total)))
    signed = tuple(
        Signature(role, '', (plain(f'(นายสมชาย ใจดี) {role}'), plain('ผู้อำนวยการกอง')))
        for role in ('ผู้เสนอ', 'ผู้เห็นชอบ', 'ผู้อนุมัติ')
    )
    blocks.append(Signatories('signed', signed))
    return View('proposal', 'proposal', 'proposal', 'โครงการ', tuple(blocks), furniture=Furniture(catchword=True))


def kept(view, engines, resources, advances) -> int:
    """Sees that a paper keeps every rule in both formats; gives its pages."""
    pages = 0
    for form in ('pdf', 'docx'):
        rendered = engines.render(view, form)
        assert check_pages(view, form, rendered.data, resources.layout.given[rendered.gives], advances) == []
        pages = rendered.pages or pages
    return pages


def test_letters_of_one_page_of_exactly_one_and_of_three_keep_every_rule(engines, resources, advances):
    lengths = {}
    for count in (0, 5, 10, 15, 20, 40, 60):
        lengths[count] = kept(letter(count), engines, resources, advances)
    full = next(count for count in range(1, 16) if engines.render(letter(count + 1), 'pdf').pages == 2)
    assert kept(letter(full), engines, resources, advances) == 1
    assert kept(letter(full + 1), engines, resources, advances) == 2
    assert (lengths[0], lengths[60]) == (1, 3)


def test_a_proposal_of_forty_pages_keeps_every_rule(engines, resources, advances):
    assert kept(proposal(), engines, resources, advances) >= 40


@pytest.fixture(scope='module')
def projects(tmp_path_factory):
    """The shipped content, by letters and by circulars, with a round postponed and one cancelled."""
    folder = tmp_path_factory.mktemp('projects')
    found = {}
    for way in ('recipient', 'round', 'all'):
        content = copied(SHIPPED, folder / way)
        patched(content, 'changes.yaml', 'changes: []', CHANGES)
        patched(content, 'letter.yaml', '\ninvite_by: recipient\n', f'\ninvite_by: {way}\n')
        found[way] = load(content)
    return found


FORMS = [
    ('recipient', 'letters/TH-18-chai-nat'),
    ('recipient', 'changes/round-3/TH-42-loei'),
    ('recipient', 'changes/round-6/TH-20-chon-buri'),
    ('recipient', 'memo'),
    ('recipient', 'envelopes'),
    ('recipient', 'labels'),
    ('recipient', 'reply-forms/TH-18-chai-nat'),
    ('recipient', 'schedules/round-1'),
    ('round', 'circulars/round-5'),
    ('round', 'changes/round-3'),
    ('all', 'circulars/all'),
    ('all', 'allocations/all'),
    ('all', 'proposal'),
    ('all', 'schedule'),
]


def view_at(projects, way, path):
    project = projects[way]
    paper = next(one for one in all_papers(project, KINDS) if one.path == path)
    return KINDS[paper.kind].view(project, paper, {})


@pytest.mark.parametrize(('way', 'path'), FORMS, ids=[f'{way} {path}' for way, path in FORMS])
def test_each_form_keeps_every_rule(projects, engines, resources, advances, way, path):
    assert kept(view_at(projects, way, path), engines, resources, advances) >= 1


def test_each_form_opens_in_libreoffice_and_keeps_its_words_there(projects, engines, tmp_path):
    """One call for all: each word of a view stands in what LibreOffice sets, in their order but for marks of a page."""
    views = {f'{number:02}': view_at(projects, *form) for number, form in enumerate(FORMS)}
    for name, view in views.items():
        (tmp_path / f'{name}.docx').write_bytes(engines.render(view, 'docx').data)
    names = [str(path) for path in sorted(tmp_path.glob('*.docx'))]
    profile = f'-env:UserInstallation={(tmp_path / "profile").as_uri()}'
    command = [
        'soffice',
        profile,
        '--headless',
        '--convert-to',
        'txt:Text (encoded):UTF8',
        '--outdir',
        str(tmp_path),
        *names,
    ]
    subprocess.run(command, check=True, capture_output=True, timeout=240)
    for name, view in views.items():
        said = squeezed((tmp_path / f'{name}.txt').read_text(encoding='utf-8-sig'))
        assert said == squeezed(''.join(printed_words(view))), view.path


def test_an_envelope_a_page_and_a_letter_a_page_in_libreoffice(projects, engines, tmp_path):
    """Its pages are those of the form: an envelope each, with the emblem on each."""
    view = view_at(projects, 'recipient', 'envelopes')
    (tmp_path / 'envelopes.docx').write_bytes(engines.render(view, 'docx').data)
    profile = f'-env:UserInstallation={(tmp_path / "profile").as_uri()}'
    command = [
        'soffice',
        profile,
        '--headless',
        '--convert-to',
        'pdf',
        '--outdir',
        str(tmp_path),
        str(tmp_path / 'envelopes.docx'),
    ]
    subprocess.run(command, check=True, capture_output=True, timeout=240)
    document = pypdfium2.PdfDocument(tmp_path / 'envelopes.pdf')
    pictures = [
        sum(thing.type == pypdfium2.raw.FPDF_PAGEOBJ_IMAGE for thing in page.get_objects()) for page in document
    ]
    assert pictures == [1] * len(view.blocks)
