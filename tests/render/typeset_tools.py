"""Documents set for tests, and what readers give back of them."""

import io
import re
import subprocess
import sys
import unicodedata
from functools import cache
from pathlib import Path

import pypdf
import pypdfium2
import weasyprint

from saraban.render.typeset import Typesetter
from saraban.words import Segmenter

FONTS = Path(__file__).parents[2] / 'fonts'
FACES = ''.join(
    f'@font-face {{ font-family: "Saraban Text"; src: url({(FONTS / f"SarabanText-{name}.ttf").as_uri()}); {style} }}'
    for name, style in (('Regular', 'font-weight: 400'), ('Bold', 'font-weight: 700'))
)
SHEET = FACES + (
    '@page { size: 21cm 29.7cm; margin: 2cm } html { font: 16pt "Saraban Text" } body { margin: 0 } '
    'p { margin: 0; text-align: justify }'
)
PARAGRAPH = (
    'คณะรัฐมนตรี ได้มีมติเมื่อวันที่ ๒๑ กรกฎาคม ๒๕๖๓ เห็นชอบผลการพิจารณาของคณะกรรมการกลั่นกรองการใช้จ่ายเงินกู้ '
    'ในคราวประชุมครั้งที่ ๑๑/๒๕๖๓ ที่ได้มีการพิจารณากลั่นกรองข้อเสนอโครงการเพื่อขอใช้จ่ายเงินกู้ ภายใต้แผนงานหรือโครงการ'
    'ที่มีวัตถุประสงค์เพื่อฟื้นฟูเศรษฐกิจและสังคมที่ได้รับผลกระทบจากการระบาดของโรคติดเชื้อ รวมจำนวน ๑๔,๕๑๐ อัตรา'
)
TERMS = ('ชัยนาท', 'พระนครศรีอยุธยา', 'โรงแรมแมนดาริน แมนเนจ บาย เซ็นเตอร์ พ้อยท์')


@cache
def typesetter():
    """One for all tests, as a worker has one."""
    return Typesetter(Segmenter(TERMS))


def page(body, css=''):
    """A page's HTML."""
    return f'<!doctype html><html lang="th"><title>ทดสอบ</title><style>{SHEET}{css}</style><body>{body}</body></html>'


def render(body, css=''):
    """A rendered document."""
    return weasyprint.HTML(string=page(body, css)).render(font_config=typesetter().font_config)


def lines(body, css=''):
    """The lines of a document as they were set."""
    return typesetter().lines(render(body, css))


def texts(body, css=''):
    """Their texts."""
    return [line.text for line in lines(body, css)]


def pdf(body, css='', **options):
    """A document as PDF."""
    return render(body, css).write_pdf(**{'full_fonts': True, **options})


def plain_pdf(body, css=''):
    """The same by WeasyPrint alone, in a process of its own: no hook is in it."""
    code = 'import sys, weasyprint; sys.stdout.buffer.write(weasyprint.HTML(string=sys.stdin.read()).write_pdf())'
    done = subprocess.run([sys.executable, '-c', code], input=page(body, css).encode(), capture_output=True, check=True)
    return done.stdout


def by_pdfium(data):
    """Text as PDFium reads it."""
    return '\n'.join(page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(data)).replace('\r', '')


def by_pypdf(data):
    """Text as pypdf reads it."""
    return folded('\n'.join(page.extract_text() for page in pypdf.PdfReader(io.BytesIO(data)).pages))


def by_poppler(data):
    """Text as Poppler reads it, in content order."""
    return subprocess.run(['pdftotext', '-raw', '-', '-'], input=data, capture_output=True, check=True).stdout.decode()


def folded(text):
    """NFC, and the two parts of ำ made one."""
    return re.sub('\u0e4d([\u0e48-\u0e4b]?)\u0e32', '\\1\u0e33', unicodedata.normalize('NFC', text))


def letters(text):
    """A text without white space."""
    return re.sub(r'\s', '', text)
