"""The fonts: what they measure, what they draw, what readers get back from a page set in them."""

import base64
import io
import os
import re
import shutil
import subprocess
import sys
import unicodedata
from itertools import product
from pathlib import Path

import pypdf
import pypdfium2
import pytest
from fontTools.fontBuilder import FontBuilder
from fontTools.pens.recordingPen import DecomposingRecordingPen
from fontTools.pens.t2CharStringPen import T2CharStringPen
from fontTools.ttLib import TTFont
from PIL import Image
from weasyprint import CSS, HTML
from weasyprint.text.fonts import FontConfiguration

from saraban.render.fonts import (
    FAMILY,
    SHIPPED,
    EmblemSize,
    FaceStyle,
    Fault,
    FontError,
    face_names,
    glyph_texts,
    load_fonts,
)
from saraban.render.fonts.clusters import CONSONANTS, SEQUENCES
from saraban.render.fonts.derive import KO_KAI_EM, derive_face
from saraban.render.fonts.emblem import EMBLEM_TEXT
from saraban.render.fonts.facts import read_facts
from saraban.render.fonts.shaping import Shaper

ROOT = Path(__file__).parents[2]
FONTS = ROOT / 'fonts'
LAKSAMAN = Path('/usr/share/fonts/truetype/tlwg')
SAMPLE = (
    'กำหนดการ น้ำ ผู้ที่ ปู่ ญู่ ฐุ ป่ำ ก่ำ สิ่งที่ส่งมาด้วย ผู้ว่าราชการ เก้าอี้ กิ่ง ปิ่น ฟ้า ฝั่ง ฝ้ำ พันธุ์ บริสุทธิ์ '
    'ปั๊ม ปี้ ฟื้น ก็ ต่าง ๆ ฯลฯ ฤๅษี ฎุ ฏู “อ้าง” ๑,๒๓๔.๕๖ – ☐ office@moi.go.th'
)
CSS_FACES = {
    FaceStyle.REGULAR: ('400', 'normal'),
    FaceStyle.BOLD: ('700', 'normal'),
    FaceStyle.ITALIC: ('400', 'italic'),
    FaceStyle.BOLD_ITALIC: ('700', 'italic'),
}

needs_laksaman = pytest.mark.skipif(
    not (LAKSAMAN / 'Laksaman.ttf').exists(), reason="needs Debian's fonts-tlwg-laksaman-ttf"
)


def sarabun_folder():
    """An OFL Sarabun, if this machine has one or SARABAN_TEST_SARABUN names its folder."""
    folders = [os.environ.get('SARABAN_TEST_SARABUN', ''), '/usr/share/fonts', str(Path.home() / '.local/share/fonts')]
    found = (path.parent for folder in folders if folder for path in Path(folder).rglob('Sarabun*Regular.ttf'))
    return next(found, None)


def press(faces, style=''):
    """Sets pages in these faces, by WeasyPrint as it comes, as PDF."""
    config = FontConfiguration()
    rules = ''.join(
        f'@font-face{{font-family:"{FAMILY}";font-weight:{weight};font-style:{slant};src:url({data_uri(faces[face])})}}'
        for face, (weight, slant) in CSS_FACES.items()
    )
    css = CSS(
        string=f'{rules}@page{{size:A4;margin:2cm}}body{{margin:0;font:16pt "{FAMILY}";{style}}}', font_config=config
    )
    return lambda body, **options: HTML(string=body).write_pdf(stylesheets=[css], font_config=config, **options)


def set_text(faces, body, style='', **options):
    return press(faces, style)(body, **options)


def data_uri(font):
    return f'data:font/ttf;base64,{base64.b64encode(font).decode()}'


def style_of(face):
    weight, slant = CSS_FACES[face]
    return f'font-weight:{weight};font-style:{slant}'


def read_by_pdfium(pdf):
    return pypdfium2.PdfDocument(pdf)[0].get_textpage().get_text_range()


def read_by_pypdf(pdf):
    return pypdf.PdfReader(io.BytesIO(pdf)).pages[0].extract_text()


def read_by_poppler(pdf):
    if not shutil.which('pdftotext'):
        pytest.skip('needs pdftotext of poppler-utils')
    return subprocess.run(['pdftotext', '-raw', '-', '-'], input=pdf, capture_output=True, check=True).stdout.decode()


READERS = [read_by_pdfium, read_by_pypdf, read_by_poppler]


def in_one_line(text):
    """Line ends as spaces; not one character else is forgiven."""
    return re.sub(r'\s+', ' ', unicodedata.normalize('NFC', text)).strip()


def laksaman(face=FaceStyle.REGULAR):
    suffix = {'regular': '', 'bold': '-Bold', 'italic': '-Italic', 'bold-italic': '-BoldItalic'}[face]
    return (LAKSAMAN / f'Laksaman{suffix}.ttf').read_bytes()


def derived(data):
    return derive_face(data, enlarge=read_facts(data).ko_kai / KO_KAI_EM, names=face_names(FaceStyle.REGULAR))


def folder_with(tmp_path, *own, **emblems):
    """A copy of the shipped folder with an agency's files in it."""
    folder = tmp_path / 'fonts'
    shutil.copytree(FONTS, folder, ignore=shutil.ignore_patterns('*.py', '__pycache__'))
    for name, data in own:
        (folder / name).write_bytes(data)
    for name, data in emblems.items():
        (folder / 'emblem' / name.replace('_', '.')).write_bytes(data)
    return folder


class Ink:
    """What a font draws for a text: its outlines where they stand on the line."""

    def __init__(self, data):
        self.font = TTFont(io.BytesIO(data))
        self.drawn = self.font.getGlyphSet()
        self.order = self.font.getGlyphOrder()
        self.shaper = Shaper(data)
        self.outlines = {}

    def __call__(self, text):
        pen, ink = 0, []
        for placed in self.shaper.shape(text):
            for outline in self.outline(placed.glyph):
                ink.append(sorted((round(x + pen + placed.dx), round(y + placed.dy)) for x, y in outline))
            pen += placed.advance
        return sorted(ink), pen

    def outline(self, glyph):
        if glyph not in self.outlines:
            pen = DecomposingRecordingPen(self.drawn)
            self.drawn[self.order[glyph]].draw(pen)
            contours = []
            for operator, points in pen.value:
                if operator == 'moveTo':
                    contours.append([])
                contours[-1].extend(point for point in points if point)
            self.outlines[glyph] = contours
        return self.outlines[glyph]


@pytest.fixture(scope='module')
def shipped():
    return load_fonts(FONTS)


# measures


def test_ko_kai_of_the_shipped_regular_is_386_thousandths_of_an_em_as_in_th_sarabunpsk(shipped):
    assert {face: round(read_facts(data).ko_kai, 3) for face, data in shipped.faces.items()} == {
        'regular': 0.386,
        'italic': 0.386,
        'bold': 0.391,  # TH Sarabun's bold is wider
        'bold-italic': 0.391,
    }


def line_height(faces, style):
    """Height in pt of a single line of 16 pt, from where WeasyPrint puts the eleventh line under the first."""
    pdf = set_text(faces, '<p style=margin:0>' + '<br>'.join('ก' * 11), style)
    page = pypdfium2.PdfDocument(pdf)[0].get_textpage()
    tops = [page.get_rect(number)[3] for number in range(page.count_rects())]
    return (tops[0] - tops[10]) / 10


@pytest.mark.parametrize('face', FaceStyle)
def test_a_single_line_of_16_pt_is_18_08_pt_high(shipped, face):
    assert line_height(shipped.faces, style_of(face)) == pytest.approx(18.08, abs=0.01)


def test_word_and_pango_are_told_the_same_line(shipped):
    font = TTFont(io.BytesIO(shipped.faces[FaceStyle.REGULAR]))
    hhea, os2 = font['hhea'], font['OS/2']
    assert (os2.sTypoAscender, os2.sTypoDescender, os2.sTypoLineGap) == (hhea.ascent, hhea.descent, hhea.lineGap)
    assert (os2.usWinAscent, os2.usWinDescent) == (hhea.ascent, -hhea.descent)


def test_each_face_says_that_it_is_saraban_text_and_what_licence_it_has(shipped):
    for face, data in shipped.faces.items():
        names = TTFont(io.BytesIO(data))['name']
        assert {number: names.getDebugName(number) for number in (1, 2, 3, 4, 6)} == face_names(face)
        assert 'TH Sarabun New' in names.getDebugName(0)
        assert 'As a special exception' in names.getDebugName(13)


# the text layer


@pytest.mark.parametrize('reader', READERS)
@pytest.mark.parametrize('face', FaceStyle)
def test_text_set_in_a_shipped_face_reads_back_exactly(shipped, face, reader):
    assert in_one_line(reader(set_text(shipped.faces, SAMPLE, style_of(face)))) == SAMPLE


@pytest.mark.parametrize('reader', READERS)
def test_characters_that_steer_line_breaks_leave_no_trace(shipped, reader):
    steered = 'ผู้ว่า\u200bราชการ\u2060จังหวัด\ufeff กำหนด\u200cการ\u200d ที่\u00a0๑'
    assert in_one_line(reader(set_text(shipped.faces, steered))) == 'ผู้ว่าราชการจังหวัด กำหนดการ ที่ ๑'


def to_unicode(pdf):
    """What a PDF's one font says of its glyphs, from its ToUnicode."""
    (font,) = pypdf.PdfReader(io.BytesIO(pdf)).pages[0]['/Resources']['/Font'].values()
    (_, *blocks) = font['/ToUnicode'].get_data().decode().split('beginbfchar')
    entries = re.findall(r'<([0-9a-f]{4})> <([0-9a-f]+)>', ''.join(blocks))
    return {int(glyph, 16): bytes.fromhex(text).decode('utf-16-be') for glyph, text in entries}


@pytest.mark.slow
@pytest.mark.parametrize('face', FaceStyle)
def test_glyph_texts_are_what_weasyprint_sees_each_glyph_stand_for_in_every_cluster(shipped, face):
    known, set_page = glyph_texts(shipped.faces[face]), press(shipped.faces, style_of(face))
    for marks in ('', *SEQUENCES):  # a paper each: WeasyPrint keeps the text in which it sees a glyph first
        seen = to_unicode(set_page(' '.join(letter + marks for letter in CONSONANTS)))
        assert {glyph: known[glyph] for glyph in seen} == seen


def test_no_glyph_stands_for_a_private_use_character(shipped):
    for data in shipped.faces.values():
        texts = ''.join(glyph_texts(data).values())
        assert [letter for letter in texts if unicodedata.category(letter) == 'Co'] == []
        assert not any(unicodedata.category(chr(code)) == 'Co' for code in TTFont(io.BytesIO(data)).getBestCmap())


@needs_laksaman
def test_glyph_texts_of_a_font_that_swaps_marks_take_no_swap_for_a_meaning():
    font = TTFont(io.BytesIO(laksaman()))
    texts = glyph_texts(laksaman())
    named = {name: texts.get(font.getGlyphID(name)) for name in ('uni0E48', 'uni0E48.low', 'uni0E38', 'uni0E4D.high')}
    assert named == {'uni0E48': '่', 'uni0E48.low': '่', 'uni0E38': 'ุ', 'uni0E4D.high': 'ํ'}


def test_sara_am_is_one_glyph_and_with_its_tone_reads_in_text_order(shipped):
    data = shipped.faces[FaceStyle.REGULAR]
    texts = glyph_texts(data)
    with Shaper(data) as shaper:
        read = {text: [texts[placed.glyph] for placed in shaper.shape(text)] for text in ('กำ', 'น้ำ', 'ป่ำ', 'กํา')}
    assert read == {'กำ': ['ก', 'ำ'], 'น้ำ': ['น', '้ำ'], 'ป่ำ': ['ป', '่ำ'], 'กํา': ['ก', 'ำ']}


def test_a_face_is_embedded_whole_when_weasyprint_is_asked_to(shipped):
    pdf = pypdf.PdfReader(io.BytesIO(set_text(shipped.faces, 'กำหนดการ', full_fonts=True)))
    (font,) = pdf.pages[0]['/Resources']['/Font'].values()
    embedded = font['/DescendantFonts'][0]['/FontDescriptor']['/FontFile2'].get_data()
    assert embedded == shipped.faces[FaceStyle.REGULAR]


def test_characters_of_office_papers_are_all_there(shipped):
    wanted = 'กฮ๐๙฿ฯๆ๏๚๛AZaz09()[]{}/\\@#%&+=*<>|~^_‘’“”–—…•°±×÷½©®§«»é□☐☑✓‑−\u00a0\u200b\u2060'
    for data in shipped.faces.values():
        assert [letter for letter in wanted if ord(letter) not in TTFont(io.BytesIO(data)).getBestCmap()] == []


# drawing


def clusters():
    return [base + marks for base, marks in product(CONSONANTS, ('', *SEQUENCES))]


@needs_laksaman
@pytest.mark.slow
@pytest.mark.parametrize('face', FaceStyle)
def test_every_cluster_is_drawn_as_laksaman_draws_it(shipped, face):
    before, after = Ink(laksaman(face)), Ink(shipped.faces[face])
    assert [text for text in clusters() if before(text) != after(text)] == []


def without_rules(data):
    """A font as they were before OpenType: shifted marks in the private-use area, and no rule that says when to take them."""
    font = TTFont(io.BytesIO(data))
    for tag in ('GSUB', 'GPOS', 'GDEF'):
        del font[tag]
    out = io.BytesIO()
    font.save(out)
    return out.getvalue()


@needs_laksaman
@pytest.mark.slow
def test_a_font_older_than_opentype_is_drawn_as_harfbuzz_draws_it():
    old = without_rules(laksaman())
    before, after = Ink(old), Ink(derived(old))
    assert [text for text in clusters() if before(text) != after(text)] == []


def in_cubic_curves(data):
    """The font as an OpenType font with CFF outlines, without rules."""
    font = TTFont(io.BytesIO(data))
    drawn, order = font.getGlyphSet(), font.getGlyphOrder()
    strings = {}
    for name in order:
        pen = T2CharStringPen(font['hmtx'][name][0], drawn)
        drawn[name].draw(pen)
        strings[name] = pen.getCharString()
    builder = FontBuilder(font['head'].unitsPerEm, isTTF=False)
    builder.setupGlyphOrder(order)
    builder.setupCharacterMap(font.getBestCmap())
    builder.setupCFF('Stand-In', {'FullName': 'Stand In'}, strings, {})
    builder.setupHorizontalMetrics(dict(font['hmtx'].metrics))
    builder.setupHorizontalHeader(ascent=font['hhea'].ascent, descent=font['hhea'].descent)
    builder.setupNameTable({'familyName': 'Stand In', 'styleName': 'Regular'})
    builder.setupOS2()
    builder.setupPost()
    out = io.BytesIO()
    builder.save(out)
    return out.getvalue()


@needs_laksaman
@pytest.mark.parametrize('make', [without_rules, in_cubic_curves])
@pytest.mark.parametrize('reader', READERS)
def test_text_in_a_font_of_an_older_or_another_kind_reads_back_exactly(shipped, make, reader):
    faces = {**shipped.faces, FaceStyle.REGULAR: derived(make(laksaman()))}
    assert in_one_line(reader(set_text(faces, SAMPLE))) == SAMPLE


# the recipe


@needs_laksaman
@pytest.mark.slow
def test_the_recipe_gives_the_shipped_bytes_again(tmp_path):
    subprocess.run([sys.executable, FONTS / 'make_fonts.py', '--into', tmp_path], check=True)
    made = {name: (tmp_path / name).read_bytes() for name in SHIPPED.values()}
    assert made == {name: (FONTS / name).read_bytes() for name in SHIPPED.values()}


def test_the_licences_stand_beside_the_fonts():
    assert 'As a special exception' in (FONTS / 'LICENSE').read_text()
    assert 'พ.ศ. ๒๔๘๒' in (FONTS / 'emblem' / 'README.md').read_text()


# an agency's fonts


def test_without_an_agencys_files_the_shipped_ones_are_read_and_fonttools_is_not_imported():
    code = (
        'import sys; from pathlib import Path; from saraban.render.fonts import load_fonts\n'
        f"fonts = load_fonts(Path({str(FONTS)!r})); print(fonts.family, len(fonts.faces), 'fontTools' in sys.modules)"
    )
    result = subprocess.run([sys.executable, '-c', code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert result.stdout == 'Saraban Text 4 False\n'


@needs_laksaman
def test_an_agencys_faces_take_the_place_of_the_shipped_ones_by_what_they_say_of_themselves(tmp_path, shipped):
    own = [('one.ttf', laksaman(FaceStyle.BOLD)), ('TWO.TTF', laksaman())]
    fonts = load_fonts(folder_with(tmp_path, *own))
    assert fonts.family == shipped.family
    assert fonts.sources[:4] == ('TWO.TTF', 'one.ttf', 'SarabanText-Italic.ttf', 'SarabanText-BoldItalic.ttf')
    assert [face for face in FaceStyle if fonts.faces[face] == shipped.faces[face]] == ['italic', 'bold-italic']
    assert fonts.digest != shipped.digest


@needs_laksaman
@pytest.mark.parametrize('reader', READERS)
def test_text_set_in_an_agencys_face_reads_back_exactly(tmp_path, reader):
    fonts = load_fonts(folder_with(tmp_path, ('THSarabun.ttf', laksaman())))
    assert in_one_line(reader(set_text(fonts.faces, SAMPLE))) == SAMPLE


@needs_laksaman
def test_an_agencys_font_in_other_units_gets_the_same_measures(tmp_path, shipped):
    font = TTFont(io.BytesIO(laksaman()))
    font['head'].unitsPerEm = 2048
    out = io.BytesIO()
    font.save(out)
    fonts = load_fonts(folder_with(tmp_path, ('other.ttf', out.getvalue())))
    assert fonts.faces[FaceStyle.REGULAR] != shipped.faces[FaceStyle.REGULAR]
    assert round(read_facts(fonts.faces[FaceStyle.REGULAR]).ko_kai, 3) == 0.386
    assert line_height(fonts.faces, '') == pytest.approx(18.08, abs=0.01)


@needs_laksaman
def test_the_same_files_give_the_same_bytes(tmp_path):
    folder = folder_with(tmp_path, ('THSarabun.ttf', laksaman()))
    assert load_fonts(folder) == load_fonts(folder)


@needs_laksaman
def test_of_several_weights_the_nearest_to_regular_and_bold_are_taken(tmp_path):
    files = []
    for weight in (300, 400, 600, 800):
        font = TTFont(io.BytesIO(laksaman(FaceStyle.BOLD if weight > 400 else FaceStyle.REGULAR)))
        font['OS/2'].usWeightClass = weight
        out = io.BytesIO()
        font.save(out)
        files.append((f'w{weight}.ttf', out.getvalue()))
    with pytest.raises(FontError) as caught:
        load_fonts(folder_with(tmp_path, *files))
    assert [(fault.path.name, fault.reason, fault.detail) for fault in caught.value.faults] == [
        ('w800.ttf', 'same-face', 'w600.ttf')  # as far from 700 as each other
    ]
    (tmp_path / 'fonts' / 'w800.ttf').unlink()
    assert load_fonts(tmp_path / 'fonts').sources[:2] == ('w400.ttf', 'w600.ttf')


@pytest.mark.slow
@pytest.mark.parametrize('reader', READERS)
def test_text_set_in_an_ofl_sarabun_reads_back_exactly(tmp_path, reader):
    folder = sarabun_folder()
    if folder is None:
        pytest.skip('needs an OFL Sarabun: install it or name its folder in SARABAN_TEST_SARABUN')
    own = [(path.name, path.read_bytes()) for path in folder.glob('*.ttf')]
    fonts = load_fonts(folder_with(tmp_path, *own))
    assert in_one_line(reader(set_text(fonts.faces, SAMPLE))) == SAMPLE
    assert line_height(fonts.faces, '') == pytest.approx(18.08, abs=0.01)


# faults


def faults_of(folder):
    with pytest.raises(FontError) as caught:
        load_fonts(folder)
    return caught.value.faults


def test_all_that_is_wrong_is_told_at_once(tmp_path, shipped):
    no_thai = TTFont(io.BytesIO(shipped.faces[FaceStyle.REGULAR]))
    for table in no_thai['cmap'].tables:
        table.cmap = {code: name for code, name in table.cmap.items() if code != 0x0E01}
    out = io.BytesIO()
    no_thai.save(out)
    folder = folder_with(
        tmp_path,
        ('a.ttf', 'นี่คือข้อความ'.encode()),
        ('b.ttf', shipped.faces[FaceStyle.BOLD][:2000]),
        ('c.otf', out.getvalue()),
        agency_svg=b'<html/>',
    )
    (folder / 'd.ttf').mkdir()
    (folder / 'SarabanText-Italic.ttf').unlink()
    assert [(fault.path.relative_to(folder).as_posix(), fault.reason) for fault in faults_of(folder)] == [
        ('a.ttf', 'not-a-font'),
        ('b.ttf', 'not-a-font'),
        ('c.otf', 'no-thai'),
        ('d.ttf', 'unreadable'),
        ('SarabanText-Italic.ttf', 'unreadable'),
        ('emblem/agency.svg', 'not-a-picture'),
    ]


def test_a_font_without_a_letter_is_told_which_it_lacks(tmp_path, shipped):
    font = TTFont(io.BytesIO(shipped.faces[FaceStyle.REGULAR]))
    font['cmap'].tables[0].cmap.pop(0x0E01)
    font['cmap'].tables[0].cmap.pop(0x0E59)
    out = io.BytesIO()
    font.save(out)
    folder = folder_with(tmp_path, ('own.ttf', out.getvalue()))
    assert faults_of(folder) == (Fault(folder / 'own.ttf', 'no-thai', 'ก๙'),)


def test_a_folder_that_is_not_there_is_a_fault(tmp_path):
    assert faults_of(tmp_path / 'none')[0] == Fault(tmp_path / 'none', 'unreadable', 'No such file or directory')


# emblems


def set_emblem(emblem, height_cm):
    config = FontConfiguration()
    css = CSS(
        string=f'@font-face{{font-family:"{emblem.family}";src:url({data_uri(emblem.font)})}}@page{{size:5cm;margin:0}}'
        f'body{{margin:0;font:{height_cm}cm/1 "{emblem.family}"}}',
        font_config=config,
    )
    return HTML(string=EMBLEM_TEXT).write_pdf(stylesheets=[css], font_config=config)


@pytest.mark.parametrize(('size', 'height_cm'), [(EmblemSize.LARGE, 3.0), (EmblemSize.SMALL, 1.5)])
def test_the_emblem_is_one_em_high_stands_at_the_top_of_its_line_and_reads_as_its_name(shipped, size, height_cm):
    pdf = set_emblem(shipped.emblems[size], height_cm)
    assert [in_one_line(reader(pdf)) for reader in READERS] == ['ครุฑ'] * 3
    picture = pypdfium2.PdfDocument(pdf)[0].render(scale=300 / 72, grayscale=True).to_pil()
    left, top, right, bottom = picture.point(lambda level: 255 * (level < 128)).getbbox()
    assert [left, top] == pytest.approx([0, 0], abs=2)
    assert [(right - left) / 300 * 2.54, (bottom - top) / 300 * 2.54] == pytest.approx(
        [height_cm * 0.941, height_cm], abs=0.02
    )


def darkness(emblem, height_cm):
    picture = pypdfium2.PdfDocument(set_emblem(emblem, height_cm))[0].render(scale=600 / 72, grayscale=True).to_pil()
    return (
        1 - sum(level * count for level, count in enumerate(picture.histogram())) / 255 / picture.width / picture.height
    )


def test_the_small_emblem_has_thicker_lines_than_the_large_one_at_its_height(shipped):
    large, small = (darkness(shipped.emblems[size], 1.5) for size in EmblemSize)
    assert 1.0 < small / large < 1.25  # darker, but not filled in


@pytest.mark.parametrize(('size', 'height_cm', 'dpi'), [(EmblemSize.LARGE, 3.0, 600), (EmblemSize.SMALL, 1.5, 1200)])
def test_the_emblems_picture_is_sharp_at_its_height(shipped, size, height_cm, dpi):
    picture = Image.open(io.BytesIO(shipped.emblems[size].png(height_cm)))
    assert picture.height == round(height_cm / 2.54 * dpi)
    assert picture.info['dpi'] == pytest.approx((dpi, dpi), rel=0.001)
    assert picture.convert('L').getextrema() == (0, 255)


SVG = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 20 10"><rect width="20" height="10"/></svg>'


def test_an_agencys_svg_replaces_both_emblems_as_a_picture(tmp_path):
    fonts = load_fonts(folder_with(tmp_path, agency_svg=SVG))
    for emblem in fonts.emblems.values():
        assert (emblem.font, emblem.image, emblem.media_type) == (None, SVG, 'image/svg+xml')
        assert emblem.data_uri().startswith('data:image/svg+xml;base64,')
    assert fonts.sources[4:] == ('emblem/agency.svg',)
    picture = Image.open(io.BytesIO(fonts.emblems[EmblemSize.LARGE].png(3.0, dpi=100)))
    assert (picture.size, picture.convert('L').getextrema()) == ((237, 119), (0, 0))


def test_an_agencys_small_png_replaces_the_small_emblem_alone(tmp_path, shipped):
    own = shipped.emblems[EmblemSize.LARGE].image
    folder = folder_with(tmp_path)
    (folder / 'emblem' / 'agency-small.png').write_bytes(own)
    fonts = load_fonts(folder)
    assert fonts.emblems[EmblemSize.LARGE] == shipped.emblems[EmblemSize.LARGE]
    assert (fonts.emblems[EmblemSize.SMALL].font, fonts.emblems[EmblemSize.SMALL].png(1.5)) == (None, own)
    assert fonts.digest != shipped.digest


def test_two_emblems_of_an_agency_are_a_fault_told_once(tmp_path):
    folder = folder_with(tmp_path, agency_svg=SVG, agency_png=b'\x89PNG\r\n\x1a\n')
    assert faults_of(folder) == (Fault(folder / 'emblem' / 'agency.png', 'two-emblems', 'agency.svg'),)


@pytest.mark.parametrize(
    ('name', 'data', 'detail'),
    [
        ('agency_png', b'GIF89a', 'no PNG signature'),
        ('agency_svg', b'<svg', 'unclosed token: line 1, column 0'),
        ('agency_svg', b'<svg xmlns="http://www.w3.org/2000/svg"/>', 'neither viewBox nor width and height'),
    ],
)
def test_an_agencys_emblem_that_is_no_picture_is_a_fault(tmp_path, name, data, detail):
    folder = folder_with(tmp_path, **{name: data})
    assert faults_of(folder) == (Fault(folder / 'emblem' / name.replace('_', '.'), 'not-a-picture', detail),)
