"""A letter's QR code: read back by a decoder from the page as it is printed, in PDF and in Word; no word under it."""

import io
import subprocess
import zipfile
from dataclasses import replace

import pypdfium2
import pytest
import zxingcpp
from content_tools import SAMPLE, SHIPPED, copied, patched, words
from PIL import Image

from saraban.checks.pages.rules import check_pages
from saraban.content.loader import load
from saraban.errors import ContentError
from saraban.render.advances import Advances
from saraban.render.formats import Engines, load_resources
from saraban.render.qr import qr_picture
from saraban.views.kinds import all_papers, view_of

ROOT = SHIPPED.parent
ADDRESS = 'https://www.example.go.th/one-plan/2564/enclosures?r=1'
INCH = 2.54


@pytest.fixture(scope='module')
def resources():
    return load_resources(ROOT / 'templates', ROOT / 'fonts', 'templates')


@pytest.fixture(scope='module')
def letter(tmp_path_factory):
    content = copied(SHIPPED, tmp_path_factory.mktemp('qr') / 'content')
    patched(content, 'letter.yaml', 'enclosures_url: ', f'enclosures_url: {ADDRESS} ')
    project = load(content)
    paper = next(one for one in all_papers(project) if one.kind == 'letter')
    return view_of(project, paper, dict.fromkeys(paper.encloses, 1))


@pytest.fixture(scope='module')
def pdf(letter, resources):
    return Engines(resources).render(letter, 'pdf')


def picture(data: bytes, dpi: int) -> Image.Image:
    return pypdfium2.PdfDocument(data)[0].render(scale=dpi / 72).to_pil()


@pytest.mark.parametrize('dpi', [150, 300])
def test_a_decoder_reads_the_address_from_the_printed_page(pdf, dpi):
    found = zxingcpp.read_barcodes(picture(pdf.data, dpi))
    assert [(one.text, one.format) for one in found] == [(ADDRESS, zxingcpp.BarcodeFormat.QRCode)]


def test_it_stands_left_of_the_text_at_the_foot_with_its_quiet_zone_on_the_sheet(pdf, resources):
    (found,) = zxingcpp.read_barcodes(picture(pdf.data, 300))
    corners = found.position
    left, top = (value / 300 * INCH for value in (corners.top_left.x, corners.top_left.y))
    right, bottom = (value / 300 * INCH for value in (corners.bottom_right.x, corners.bottom_right.y))
    measures, layout = resources.layout.qr, resources.layout
    quiet = 4 / 33 * (right - left) * 0.9  # four modules of the code's 33
    assert measures.left <= left - quiet
    assert right + quiet <= measures.left + measures.size + 0.02 <= layout.margins.left
    assert bottom + quiet <= layout.paper.height - measures.bottom + 0.02
    assert (right - left) / 33 > 0.033  # cm a module: a third of a millimetre is read by any telephone
    assert top > layout.paper.height - measures.bottom - measures.size


def test_the_pages_of_a_letter_with_a_code_keep_every_rule_and_its_words_are_those_without(letter, pdf, resources):
    bare = replace(letter, furniture=replace(letter.furniture, qr='', qr_caption=''))
    other = Engines(resources).render(bare, 'pdf')
    rules = [one.rule for one in check_pages(letter, 'pdf', pdf.data, resources.layout, Advances(resources.fonts))]
    assert rules == [
        one.rule for one in check_pages(bare, 'pdf', other.data, resources.layout, Advances(resources.fonts))
    ]
    assert words(letter) == words(bare)
    assert pdf.pages == other.pages


def test_the_code_is_lines_in_the_pdf_and_no_picture(pdf):
    page = pypdfium2.PdfDocument(pdf.data)[0]
    assert [one.type for one in page.get_objects() if one.type == pypdfium2.raw.FPDF_PAGEOBJ_IMAGE] == []


def test_a_letter_without_an_address_has_no_code(resources):
    project = load(SAMPLE)
    paper = next(one for one in all_papers(project) if one.kind == 'letter')
    view = view_of(project, paper, dict.fromkeys(paper.encloses, 1))
    assert view.furniture.qr == ''
    assert zxingcpp.read_barcodes(picture(Engines(resources).render(view, 'pdf').data, 150)) == []


def test_the_word_file_holds_the_same_code_in_the_foot_of_its_first_page(letter, resources):
    data = Engines(resources).render(letter, 'docx').data
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        stored = package.read('word/media/qr.png')
        feet = [
            name for name in package.namelist() if name.startswith('word/footer') and b'rIdQr' in package.read(name)
        ]
    assert stored == qr_picture(ADDRESS)
    assert len(feet) == 1
    assert zxingcpp.read_barcodes(Image.open(io.BytesIO(stored)))[0].text == ADDRESS
    assert [one.rule for one in check_pages(letter, 'docx', data, resources.layout, Advances(resources.fonts))] == []


@pytest.mark.slow
def test_libre_office_prints_the_code_of_the_word_file_so_that_it_is_read(letter, resources, tmp_path):
    (tmp_path / 'letter.docx').write_bytes(Engines(resources).render(letter, 'docx').data)
    profile = f'-env:UserInstallation=file://{tmp_path}/profile'
    command = [
        'soffice',
        profile,
        '--headless',
        '--convert-to',
        'pdf',
        '--outdir',
        str(tmp_path),
        str(tmp_path / 'letter.docx'),
    ]
    subprocess.run(command, check=True, capture_output=True, timeout=300)
    data = (tmp_path / 'letter.pdf').read_bytes()
    assert [one.text for one in zxingcpp.read_barcodes(picture(data, 200))] == [ADDRESS]


@pytest.mark.parametrize(
    'address',
    ['example.go.th', 'ftp://example.go.th', 'https://ตัวอย่าง.ไทย', 'https://a b.th', 'https://a.th/' + 'x' * 200],
)
def test_an_address_that_no_code_should_hold_is_a_fault(tmp_path, address):
    content = copied(SHIPPED, tmp_path / 'content')
    patched(content, 'letter.yaml', 'enclosures_url: ', f'enclosures_url: "{address}" ')
    with pytest.raises(ContentError) as caught:
        load(content)
    assert [finding.rule for finding in caught.value.findings] == ['wrong-url']
