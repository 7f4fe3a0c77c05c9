"""LibreOffice opens every paper and shows all its words."""

import subprocess

import pypdfium2
import pytest
from docx_samples import TEMPLATES, every_block, letter
from docx_tools import an_engine, squeezed

from saraban.views.blocks import printed_words

pytestmark = pytest.mark.slow


@pytest.fixture(scope='module')
def opened(tmp_path_factory):
    """Every template's paper as LibreOffice sets it: one call, a profile of its own."""
    folder = tmp_path_factory.mktemp('office')
    engine = an_engine()
    for stem in TEMPLATES:
        (folder / f'{stem}.docx').write_bytes(engine.render(every_block(stem)))
    (folder / 'plain.docx').write_bytes(engine.render(letter()))
    names = [str(path) for path in sorted(folder.glob('*.docx'))]
    profile = f'-env:UserInstallation={(folder / "profile").as_uri()}'
    command = ['soffice', profile, '--headless', '--convert-to', 'pdf', '--outdir', str(folder), *names]
    subprocess.run(command, check=True, capture_output=True, timeout=180)
    return {path.stem: pypdfium2.PdfDocument(path) for path in folder.glob('*.pdf')}


def folded(text: str) -> str:
    """Letters in any order: readers of a PDF move marks, and a page number is no word of the view."""
    return ''.join(sorted(squeezed(text).replace('\u0e4d\u0e32', '\u0e33')))


def text_of(document: pypdfium2.PdfDocument) -> str:
    return ''.join(page.get_textpage().get_text_bounded() for page in document)


@pytest.mark.parametrize('stem', TEMPLATES)
def test_libreoffice_opens_a_paper_and_shows_every_word(opened, stem):
    shown = text_of(opened[stem])
    wanted = ''.join(printed_words(every_block(stem)))
    missing = [letter for letter in set(folded(wanted)) if folded(shown).count(letter) < folded(wanted).count(letter)]
    assert missing == []


@pytest.mark.parametrize(('stem', 'size'), [('letter', (595, 842)), ('reply-form', (842, 595))])
def test_pages_have_the_size_of_the_layout(opened, stem, size):
    assert tuple(round(side) for side in opened[stem][0].get_size()) == size


def test_the_emblem_stands_three_centimetres_high_one_and_a_half_below_the_edge(opened):
    page = opened['plain'][0]
    [picture] = [thing for thing in page.get_objects() if thing.type == pypdfium2.raw.FPDF_PAGEOBJ_IMAGE]
    left, bottom, right, top = picture.get_bounds()
    cm = 72 / 2.54
    assert (page.get_height() - top) / cm == pytest.approx(1.5, abs=0.05)
    assert (top - bottom) / cm == pytest.approx(3.0, abs=0.05)
    assert (left + right) / 2 / cm == pytest.approx(10.5, abs=0.05)
