"""What a line puts into a page: what WeasyPrint itself would put there, from glyphs that were shaped once."""

import io
import re
from pathlib import Path

import pypdf
import pytest
import weasyprint
from typeset_tools import PARAGRAPH, TERMS, page
from weasyprint.text import line_break

from saraban.render.typeset import Typesetter, glyphs, pango, textlayer, written_lines
from saraban.words import Segmenter

HARD = 'น้ำ ก่ำ ผู้ใหญ่ ปู่ ฟื้นฟู ฐานข้อมูล ญี่ปุ่น สัมฤทธิ์ (One plan) ๑,๑๕๘ AVAIL Tool, office'
BODY = f'<p>{PARAGRAPH} {HARD}</p><p>ค<b>ณะ{HARD}</b> <i>ข้าราชการ</i></p>'
LAKSAMAN = Path('/usr/share/fonts/truetype/tlwg/Laksaman.ttf')
DEJAVU = Path('/usr/share/fonts/truetype/dejavu/DejaVuSerif.ttf')
NARROW = 'html { width: 6cm }'
PAPERS = {
    'justified': (BODY, ''),
    'with wide gaps': (BODY, 'html { width: 3.5cm }'),
    'in small pieces': (BODY, 'html { width: 1.2cm }'),
    'not justified': (BODY, 'p { text-align: left; width: 7cm }'),
    'in two sizes': (BODY, 'b { font-size: 20pt } html { width: 9cm }'),
    'spaced out': (BODY, 'p { letter-spacing: 1pt; word-spacing: 2pt; width: 9cm }'),
    'with lines under it': (BODY, f'b {{ text-decoration: underline }} {NARROW}'),
    'with forced line ends': (
        f'<p>{PARAGRAPH}<br>ก<br>{HARD}</p><p style="white-space: pre-line">ก ข\nค ง</p>',
        NARROW,
    ),
    'with what is not seen': ('<p>กำ\u200bหนด\u200dการ\u00a0ที่\u00adปรับ ' * 9, NARROW),
    'with text from right to left': (f'<p>{PARAGRAPH[:99]} שלום עולם {PARAGRAPH[:99]}</p>', NARROW),
    'with a letter that no font has': (f'<p>{PARAGRAPH[:90]} 字 {PARAGRAPH[:90]}</p>', NARROW),
}


def shown(data):
    """The streams of a PDF's pages; of each string of glyphs, the glyphs and what moves the pen, but not by 0."""

    def glyphs_of(match):
        found = re.findall(r'<([0-9a-f]*)>|([^<>\s]+)', match.group(1))
        return ' '.join(
            [
                shift or ' '.join(re.findall('....', codes))
                for codes, shift in found
                if codes or (shift and float(shift))
            ]
        )

    pages = pypdf.PdfReader(io.BytesIO(data)).pages
    streams = [found.get_contents().get_data().decode('latin-1') for found in pages]
    return [re.sub(r'\n(?=\n)', '', re.sub(r'\[([^\]]*)\] TJ', glyphs_of, stream)) for stream in streams]


def written(body, css):
    """Set by a typesetter that knows nothing yet."""
    html = weasyprint.HTML(string=page(body, css))
    return html.render(font_config=Typesetter(Segmenter(TERMS)).font_config).write_pdf(full_fonts=True)


@pytest.mark.parametrize(('body', 'css'), PAPERS.values(), ids=PAPERS)
def test_a_line_is_written_as_weasyprint_writes_it(body, css, monkeypatch):
    found = written(body, css)
    monkeypatch.setattr(textlayer, 'written', lambda *_: None)
    assert shown(found) == shown(written(body, css))


@pytest.mark.parametrize(('body', 'css'), PAPERS.values(), ids=PAPERS)
def test_a_line_that_is_cut_from_its_paragraph_is_that_line_shaped_alone(body, css, monkeypatch):
    found = written(body, css)
    monkeypatch.setattr(pango.Shaped, 'cut', lambda _: None)
    assert written(body, css) == found


@pytest.mark.parametrize('font', [LAKSAMAN, DEJAVU], ids=['marks moved about', 'kerned Latin'])
def test_the_same_holds_for_other_fonts(font, monkeypatch):
    if not font.exists():
        pytest.skip(f'needs the font {font.stem}')
    css = f'@font-face {{ font-family: Other; src: url({font.as_uri()}) }} p {{ font: 16pt Other, "Saraban Text"; width: 6cm }}'
    body = f'{BODY}<p>AVATAR To Wave. office fluffy Yes, Te Va LT {HARD}</p>'
    found = written(body, css)
    monkeypatch.setattr(textlayer, 'written', lambda *_: None)
    assert shown(found) == shown(written(body, css))


def test_a_page_moves_nothing_by_nothing():
    (stream,) = (found.get_contents().get_data() for found in pypdf.PdfReader(io.BytesIO(written(BODY, ''))).pages)
    assert b'<' in stream
    assert not re.search(rb'>\s*-?0(\.0*)?\s*<', stream)


def test_weasyprint_alone_still_moves_glyphs_by_nothing(monkeypatch):
    """When this fails, see whether lines still need to be written here."""
    monkeypatch.setattr(textlayer, 'written', lambda *_: None)
    assert b'>0<' in pypdf.PdfReader(io.BytesIO(written('<p>กำหนดการ</p>', ''))).pages[0].get_contents().get_data()


def test_lines_of_a_paragraph_are_not_shaped_again(monkeypatch):
    shaped = []
    set_text = line_break.Layout.set_text

    def telling(self, text, **options):
        shaped.append(text)
        set_text(self, text, **options)

    monkeypatch.setattr(line_break.Layout, 'set_text', telling)
    written(f'<p>{PARAGRAPH}</p>', NARROW)
    assert [text for text in shaped if len(text) > 9] == [PARAGRAPH]


@pytest.mark.parametrize(
    ('pair', 'expected'), [('กข', True), ('ก ', True), (' a', True), ('ab', False), ('กa', False), ('(ก', False)]
)
def test_a_line_is_cut_out_at_spaces_and_between_thai_letters(pair, expected):
    assert glyphs.may_cut(*pair) is expected


def test_codes_of_glyphs_are_kept_by_number(monkeypatch):
    expected = written(BODY, NARROW)
    monkeypatch.setattr(written_lines, 'CODES_KEPT', 8)
    fonts = Typesetter(Segmenter(TERMS)).font_config
    assert weasyprint.HTML(string=page(BODY, NARROW)).write_pdf(font_config=fonts, full_fonts=True) == expected
    assert [len(codes) <= 8 for codes in fonts.glyph_codes.values()] == [True] * len(fonts.glyph_codes)
    assert fonts.glyph_codes
