"""Reading DOCX in tests: parts, words, measures."""

from __future__ import annotations

import zipfile
from io import BytesIO
from pathlib import Path

import yaml
from docx_samples import TEMPLATES
from lxml import etree

from saraban.render.docx import DocxEngine
from saraban.render.docx.oxml import NO_BREAK_SPACE, W
from saraban.render.fonts import load_fonts
from saraban.render.layout import Layout
from saraban.views.blocks import View, printed_words

ROOT = Path(__file__).resolve().parents[2]
FONTS = load_fonts(ROOT / 'fonts')
FILES = {stem: ROOT / 'templates/docx' / f'{stem}.docx' for stem in TEMPLATES}
NAMESPACES = {'w': W, 'wp': 'http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing'}


def a_layout(**changes: dict) -> Layout:
    values = yaml.safe_load((ROOT / 'templates/layout.yaml').read_text('utf-8'))
    for part, change in changes.items():
        values[part] |= change
    return Layout.model_validate(values)


def an_engine(templates: Path = ROOT / 'templates', **changes: dict) -> DocxEngine:
    return DocxEngine(templates, a_layout(**changes), FONTS)


def parts(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(BytesIO(data)) as package:
        return {name: package.read(name) for name in package.namelist()}


def xml(data: bytes, name: str = 'word/document.xml') -> etree._Element:
    return etree.fromstring(parts(data)[name])


def find(element: etree._Element, path: str) -> list:
    # python-docx's elements have an xpath of their own without namespaces.
    return etree.XPath(path, namespaces=NAMESPACES)(element)


def val(name: str) -> str:
    return f'{{{W}}}{name}'


def words(data: bytes) -> str:
    """The words of a paper's body, white space and lines to write on aside."""
    return squeezed(''.join(text for text in find(xml(data), '//w:body//w:t/text()') if text.strip(NO_BREAK_SPACE)))


def words_of_view(view: View) -> str:
    return squeezed(''.join(printed_words(view)))


def squeezed(text: str) -> str:
    return ''.join(text.split())


def paragraph_of(data: bytes, start: str) -> etree._Element:
    """The first paragraph of a paper whose words begin so."""
    for paragraph in find(xml(data), '//w:p'):
        if ''.join(find(paragraph, './/w:t/text()')).startswith(start):
            return paragraph
    raise AssertionError(start)
