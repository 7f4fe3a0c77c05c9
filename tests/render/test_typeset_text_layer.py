"""What readers get back from the pages that are set."""

import io
import os
import re
from pathlib import Path

import pypdf
import pytest
import weasyprint
from typeset_tools import (
    PARAGRAPH,
    by_pdfium,
    by_poppler,
    by_pypdf,
    folded,
    letters,
    pdf,
    plain_pdf,
    render,
    typesetter,
)
from weasyprint.text.fonts import FontConfiguration

HARD = 'กำหนดการ น้ำ ก่ำ ผู้ใหญ่ ปู่ ฟื้นฟู ฐานข้อมูล ญี่ปุ่น สัมฤทธิ์ กาฬสินธุ์ (One plan) ๑,๑๕๘'
STOCK = Path('/usr/share/fonts/truetype/tlwg/Laksaman.ttf')


def sentences(width, body=PARAGRAPH + ' ' + HARD):
    return f'<p style="width: {width}mm">{body}</p>'


@pytest.mark.parametrize('width', [160, 60, 35])
def test_every_letter_and_every_space_comes_back(width):
    data = pdf(sentences(width))
    expected = f'{PARAGRAPH} {HARD}'
    assert by_pdfium(data).replace('\n', '') == expected
    assert letters(by_poppler(data)) == letters(expected)
    assert letters(by_pypdf(data)) == letters(expected)


@pytest.mark.parametrize('width', [60, 35, 25])
def test_no_reader_of_wide_gaps_sees_spaces_in_words(width):
    data = pdf(sentences(width))
    words = set(f'{PARAGRAPH} {HARD}'.split())
    for text in (by_pdfium(data), by_poppler(data)):
        for line in text.splitlines():
            assert all(any(piece in word for word in words) for piece in line.split())
        assert letters(text) == letters(f'{PARAGRAPH} {HARD}')


def test_a_line_whose_clusters_stand_far_apart_says_its_text():
    data = pdf('<p style="width: 32mm">คณะกรรมการกลั่นกรองการใช้จ่าย</p>', uncompressed_pdf=True)
    assert data.count(b'/ActualText') == 1
    assert '\ufeffคณะกรรมการ'.encode('utf-16-be').hex().encode() in data


def test_a_line_that_spells_its_text_says_nothing_more():
    assert b'/ActualText' not in pdf(sentences(160), uncompressed_pdf=True)


def test_styles_in_a_line_come_back_as_one_text():
    data = pdf(sentences(160, 'คณะ<b>กรรมการกลั่นกรอง</b>การใช้จ่าย <b>น้ำ</b> ก่ำ'))
    assert by_pdfium(data).replace('\n', '') == 'คณะกรรมการกลั่นกรองการใช้จ่าย น้ำ ก่ำ'


def to_unicode(data):
    """The ToUnicode maps of a PDF, by font."""
    fonts = pypdf.PdfReader(io.BytesIO(data)).pages[0]['/Resources']['/Font'].get_object()
    return {name: font.get_object()['/ToUnicode'].get_object().get_data() for name, font in fonts.items()}


def test_a_font_embedded_whole_says_the_same_in_every_document():
    assert to_unicode(pdf('<p>กำหนดการ</p>')) == to_unicode(pdf('<p>ผู้ใหญ่ ๑ abc</p>'))


def test_a_subset_says_what_its_glyphs_are():
    assert letters(by_pypdf(pdf(sentences(160), full_fonts=False))) == letters(f'{PARAGRAPH} {HARD}')


def test_title_and_bookmarks_hold_no_invisible_characters():
    data = pdf('<h1>กำหนดการประชุมเชิงปฏิบัติการ</h1>' + sentences(60))
    reader = pypdf.PdfReader(io.BytesIO(data))
    assert [entry.title for entry in reader.outline] == ['กำหนดการประชุมเชิงปฏิบัติการ']
    assert reader.metadata.title == 'ทดสอบ'
    assert not re.search('[\u00a0\u00ad\u200b-\u200d\u2060\ufeff\ufffc]', by_pdfium(data))


def test_the_same_document_gives_the_same_bytes_whatever_came_before():
    first = pdf(sentences(60))
    pdf(sentences(35))
    assert pdf(sentences(60)) == first


@pytest.mark.skipif(not hasattr(os, 'fork'), reason='needs fork')
def test_a_forked_worker_gives_the_same_bytes():
    expected = pdf(sentences(60))
    reading, writing = os.pipe()
    child = os.fork()
    if not child:
        with os.fdopen(writing, 'wb') as file:
            file.write(str(pdf(sentences(60)) == expected).encode())
        os._exit(0)
    os.close(writing)
    with os.fdopen(reading, 'rb') as file:
        assert file.read() == b'True'
    os.waitpid(child, 0)


def test_another_font_configuration_is_laid_out_as_by_weasyprint_alone():
    typesetter()
    html = '<p style="width: 60mm; font: 16pt Saraban Text">กำหนดการ</p>'
    document = weasyprint.HTML(string=html).render(font_config=FontConfiguration())
    assert typesetter().lines(document) == []
    assert letters(by_pdfium(document.write_pdf())) == 'กำหนดการ'


def test_text_from_right_to_left_is_left_to_weasyprint():
    data = pdf('<p dir="rtl" style="direction: rtl; width: 60mm; font-family: sans-serif">ก abc ข</p>' * 3)
    assert sorted(letters(by_pdfium(data))) == sorted('กabcข' * 3)


@pytest.mark.skipif(not STOCK.exists(), reason='needs the font Laksaman')
def test_a_font_that_swaps_and_splits_marks_reads_right():
    css = f'@font-face {{ font-family: Stock; src: url(file://{STOCK}) }} html {{ font: 16pt Stock }}'
    data = render(sentences(160), css).write_pdf(full_fonts=True)
    expected = f'{PARAGRAPH} {HARD}'
    assert by_pdfium(data).replace('\n', '') == expected
    assert letters(by_poppler(data)) == letters(expected)


@pytest.mark.slow
@pytest.mark.skipif(not STOCK.exists(), reason='needs the font Laksaman')
def test_weasyprint_alone_still_stores_thai_wrong():
    """When this fails, the hooks on the text layer have become needless."""
    css = f'@font-face {{ font-family: Stock; src: url(file://{STOCK}) }} html {{ font: 16pt Stock }}'
    data = plain_pdf(sentences(160), css)
    assert letters(folded(by_pdfium(data))) != letters(f'{PARAGRAPH} {HARD}')


@pytest.mark.slow
def test_weasyprint_alone_still_parts_words_and_stretches_spaces_only():
    """When this fails, look at what the hooks on lines still give."""
    body = ''.join(sentences(width, 'ระดับต่าง ๆ ๗๖ คน พ.ศ. ๒๕๖๔') for width in range(12, 30))
    found = {line.strip() for line in by_pdfium(plain_pdf(body)).splitlines()}
    assert found & {'๗๖', 'พ.ศ.', 'คน พ.ศ.', '๒๕๖๔', 'ๆ', 'ๆ ๗๖'}
