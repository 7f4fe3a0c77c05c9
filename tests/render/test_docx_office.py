"""LibreOffice opens every paper and shows all its words."""

import subprocess

import pypdfium2
import pytest
from docx_samples import TEMPLATES, every_block, gap, letter
from docx_tools import an_engine, squeezed

from saraban.views import blocks as b
from saraban.views.blocks import Run, View, printed_words

pytestmark = pytest.mark.slow


@pytest.fixture(scope='module')
def opened(tmp_path_factory):
    """Every template's paper as LibreOffice sets it: one call, a profile of its own."""
    folder = tmp_path_factory.mktemp('office')
    engine = an_engine()
    for stem in TEMPLATES:
        (folder / f'{stem}.docx').write_bytes(engine.render(every_block(stem)))
    (folder / 'plain.docx').write_bytes(engine.render(letter()))
    (folder / 'gaps.docx').write_bytes(engine.render(gaps()))
    names = [str(path) for path in sorted(folder.glob('*.docx'))]
    profile = f'-env:UserInstallation={(folder / "profile").as_uri()}'
    command = ['soffice', profile, '--headless', '--convert-to', 'pdf', '--outdir', str(folder), *names]
    subprocess.run(command, check=True, capture_output=True, timeout=180)
    return {path.stem: pypdfium2.PdfDocument(path) for path in folder.glob('*.pdf')}


def gaps() -> View:
    """Paragraphs whose line to write on comes ever nearer to the end of the line, and past it."""
    words = 'กรมการปกครองกำหนดดำเนินโครงการตามวันและสถานที่ดังกล่าว ' * 2
    texts = [(Run(f'{words[: 50 + n * 3]} '), gap(3.6), Run(' ทาง '), gap(4.0)) for n in range(12)]
    blocks = tuple(b.Paragraph(f'p{n}', text) for n, text in enumerate(texts))
    return View('letter', 'letters/gaps', 'letter', '', blocks)


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


def drawn_lines(document: pypdfium2.PdfDocument) -> list[float]:
    """The thin lines that a document draws, each as long (pt) as its pieces beside each other are together."""
    lines = []
    for page in document:
        paths = (thing for thing in page.get_objects() if thing.type == pypdfium2.raw.FPDF_PAGEOBJ_PATH)
        bounds = [
            (round(bottom), left, right)
            for left, bottom, right, top in (one.get_bounds() for one in paths)
            if top - bottom < 4
        ]
        end = (0, 0.0)
        for height, left, right in sorted(bounds):
            if height == end[0] and left <= end[1] + 1:
                lines[-1] += max(0.0, right - end[1])
            else:
                lines.append(right - left)
            end = height, max(right, end[1]) if height == end[0] else right
    return lines


def test_a_line_to_write_on_is_drawn_wherever_its_line_ends(opened):
    """Plain no-break spaces at the end of a line are white space to LibreOffice, which draws no underline there."""
    lines = drawn_lines(opened['gaps'])
    assert len(lines) == 24
    assert min(lines) > 0.8 * max(lines)
