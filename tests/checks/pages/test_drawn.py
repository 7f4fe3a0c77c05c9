"""Reading a page back: what is read once for all papers is what stands in this one's file."""

from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader, PdfWriter

from saraban.checks.pages import drawn
from saraban.render.formats import Engines, load_resources
from saraban.views.blocks import Paragraph, Title, View, plain

ROOT = Path(__file__).resolve().parents[3]
WORDS = 'กรมการปกครองกำหนดดำเนินโครงการ (One plan) ตามวันและสถานที่ดังกล่าว'
VIEW = View('proposal', 'p', 'proposal', 'ก', (Title('t', (plain(WORDS),)), Paragraph('b', plain(WORDS * 3))))


@pytest.fixture(scope='module')
def data():
    return Engines(load_resources(ROOT / 'templates', ROOT / 'fonts', 'templates')).render(VIEW, 'pdf').data


def written_again(data):
    """The same pages as pypdf writes them: no object is in a stream, no font as this project writes it."""
    writer, file = PdfWriter(clone_from=PdfReader(BytesIO(data))), BytesIO()
    writer.write(file)
    return file.getvalue()


def test_a_file_of_another_writer_is_read_alike(data):
    assert drawn.read(written_again(data)) == drawn.read(data)


def test_widths_are_the_fonts_own(data):
    for reference in PdfReader(BytesIO(data)).pages[0]['/Resources']['/Font'].values():
        descendant = reference.get_object()['/DescendantFonts'][0].get_object()
        first, widths = descendant['/W']
        array = b' '.join(str(width).encode() for width in widths)
        assert first == 0
        assert list(drawn._widths_of_whole(array).values()) == list(drawn._widths(descendant['/W']).values())
