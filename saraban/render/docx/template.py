"""A Word template read, checked and made ready: parsed and dressed once, then filled for each paper at little cost.

docxtpl opens the file and mends what Word does to tags (it parts them over runs). Its own rendering would parse the
file again for every paper, so the mended parts are compiled here and filled straight into the zip.
"""

from __future__ import annotations

import datetime
import re
import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

from docx.opc.exceptions import PackageNotFoundError
from docx.opc.part import XmlPart
from docxtpl import DocxTemplate
from jinja2 import Environment, StrictUndefined, Template, TemplateSyntaxError, meta
from jinja2.sandbox import ImmutableSandboxedEnvironment
from lxml import etree

from saraban.errors import Finding, Place, TemplateError
from saraban.render.docx.dress import Dressing, dress, style_ids
from saraban.render.docx.oxml import qn
from saraban.render.docx.package import CORE, pack, unpack

# What a template may name; `body` is the one anchor, the others are for headers and footers.
SWITCHES = ('emblem', 'page_numbers', 'secrecy', 'urgency', 'draft', 'enclosure')
NAMES = frozenset({'body', 'title', 'recipient', *SWITCHES})
ANCHOR = re.compile(r'\{\{p\s+body\s*\}\}')
TAG = re.compile(r'\{\{.*?\}\}|\{%.*?%\}|\{#.*?#\}', re.DOTALL)
BROKEN = (zipfile.BadZipFile, PackageNotFoundError, KeyError, ValueError, etree.XMLSyntaxError, OSError)
XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
PROPERTIES = (
    f'{XML}<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
    'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" '
    'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>{{ title }}</dc:title>'
    '<dc:language>th-TH</dc:language>%s</cp:coreProperties>'
)


@dataclass(frozen=True, slots=True)
class Prepared:
    """A template ready for its papers: parts that stay, parts to fill, and the ids of its styles by name."""

    fixed: Mapping[str, bytes]
    filled: Mapping[str, Template]
    ids: Mapping[str, str]

    def fill(self, values: Mapping[str, object]) -> bytes:
        """The bytes of one paper."""
        made = {name: part.render(values).encode() for name, part in self.filled.items()}
        return pack({**self.fixed, **made})


def prepare(path: Path, shown: str, dressing: Dressing, date: datetime.date | None) -> Prepared:
    """Read, check and dress a template, named `shown` in messages; `date` stands in the properties of its papers.

    Raises:
        TemplateError: with a finding for every fault of the template.
    """
    word = _open(path, shown)
    environment = ImmutableSandboxedEnvironment(undefined=StrictUndefined, autoescape=True, keep_trailing_newline=True)
    sources = _sources(word)
    findings = [*_word_faults(word, shown), *_tag_faults(environment, sources, shown)]
    if not _has_anchor(word):
        findings.append(_finding('template-no-body', shown))
    if findings:
        raise TemplateError(findings)
    dress(word.docx, dressing)
    word.docx.core_properties  # noqa: B018 python-docx makes the part where a template lacks it
    buffer = BytesIO()
    word.docx.save(buffer)
    parts = unpack(buffer.getvalue())
    filled = {name: environment.from_string(source) for name, source in _sources(word).items()}
    filled[CORE] = environment.from_string(PROPERTIES % _dates(date))
    _try(filled, shown)
    return Prepared({name: part for name, part in parts.items() if name not in filled}, filled, style_ids(word.docx))


def _open(path: Path, shown: str) -> DocxTemplate:
    try:
        data = path.read_bytes()
    except FileNotFoundError:
        raise TemplateError([_finding('template-missing', shown)]) from None
    except OSError as error:
        raise TemplateError([_finding('template-broken', shown, detail=error.strerror or str(error))]) from error
    word = DocxTemplate(BytesIO(data))
    try:
        word.render_init()
        style_ids(word.docx)
    except (*BROKEN, AttributeError) as error:
        raise TemplateError([_finding('template-broken', shown, detail=str(error))]) from error
    return word


def _finding(rule: str, shown: str, **values: object) -> Finding:
    return Finding(rule, Place(shown), values)


def _pages(word: DocxTemplate) -> Iterator[tuple[str, XmlPart]]:
    """The parts that print: the document, headers and footers, each with its name in the zip."""
    yield word.docx.part.partname.lstrip('/'), word.docx.part
    for uri in (word.HEADER_URI, word.FOOTER_URI):
        for _, part in word.get_headers_footers(uri):
            yield part.partname.lstrip('/'), part


def _sources(word: DocxTemplate) -> dict[str, str]:
    """The parts that print as Jinja sources, mended by docxtpl."""
    xml = {name: etree.tostring(part._element, encoding='unicode') for name, part in _pages(word)}
    return {name: XML + word.patch_xml(source) for name, source in xml.items()}


def _paragraph_texts(root: etree._Element) -> Iterator[tuple[etree._Element, str]]:
    """Every paragraph with its own words; those of a text box inside it are counted with the box's paragraphs."""
    for paragraph in root.iter(qn('p')):
        pieces = (piece for piece in paragraph.iter(qn('t')) if next(piece.iterancestors(qn('p'))) is paragraph)
        yield paragraph, ''.join(piece.text or '' for piece in pieces)


def _word_faults(word: DocxTemplate, shown: str) -> Iterator[Finding]:
    """Words that would print: letters outside tags. Signs and digits are furniture."""
    for _, part in _pages(word):
        for _, text in _paragraph_texts(part._element):
            words = TAG.sub('', text).strip()
            if any(letter.isalpha() for letter in words):
                yield _finding('template-words', shown, words=words)


def _has_anchor(word: DocxTemplate) -> bool:
    """Whether the body's place is a paragraph of its own in the document: elsewhere it would make a broken file."""
    body = word.docx.element.body
    texts = ((paragraph, text) for paragraph, text in _paragraph_texts(body) if paragraph.getparent() is body)
    return sum(bool(ANCHOR.fullmatch(text.strip())) for _, text in texts) == 1


def _tag_faults(environment: Environment, sources: Mapping[str, str], shown: str) -> Iterator[Finding]:
    """Tags that cannot be read, and names that no paper has."""
    for source in sources.values():
        try:
            names = meta.find_undeclared_variables(environment.parse(source)) - NAMES
        except TemplateSyntaxError as error:
            yield _finding('template-broken', shown, detail=error.message or 'tag')
        else:
            yield from (_finding('template-unknown-name', shown, name=name) for name in sorted(names))


def _try(filled: Mapping[str, Template], shown: str) -> None:
    """Fill every part once with nothing: what no check has foreseen is found now, not in the middle of a batch."""
    words = {'body': '', 'title': '', 'recipient': ''}
    for on in (True, False):
        for part in filled.values():
            try:
                etree.fromstring(part.render(words | dict.fromkeys(SWITCHES, on)).encode())
            except Exception as error:  # a template may fail in any way that its tags can
                raise TemplateError([_finding('template-broken', shown, detail=str(error))]) from error


def _dates(date: datetime.date | None) -> str:
    if date is None:
        return ''
    stamp = f'{date.isoformat()}T00:00:00Z'
    return ''.join(
        f'<dcterms:{name} xsi:type="dcterms:W3CDTF">{stamp}</dcterms:{name}>' for name in ('created', 'modified')
    )
