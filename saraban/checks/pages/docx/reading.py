"""What a Word file holds: its paragraphs and tables with the form that they come out in, its heads and feet.

A paragraph's form is what the file's defaults, its style (with the styles that it rests on) and its own properties make
together. Lengths are cm, sizes and spacings pt.
"""

from __future__ import annotations

import posixpath
import re
import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache, cached_property, lru_cache
from io import BytesIO
from typing import Any

from lxml import etree

from saraban.checks.pages.aligned import folded

W = '{http://schemas.openxmlformats.org/wordprocessingml/2006/main}'
R = '{http://schemas.openxmlformats.org/officeDocument/2006/relationships}'
TWIPS_PER_CM = 1440 / 2.54
_ALIGNMENTS = {'start': 'left', 'end': 'right', 'both': 'justify', 'thaiDistribute': 'justify'}
_THAI = re.compile('[\u0e00-\u0e7f]')
_OFF = {'0', 'false', 'off'}
Attributes = dict[str, str]


@dataclass(frozen=True, slots=True)
class Form:
    """How a paragraph comes out. `line` is its lines' exact height, or 0 where they are single; `tabs` are its stops."""

    style: str
    align: str
    left: float
    right: float
    first_line: float
    before: float
    after: float
    line: float
    tabs: tuple[float, ...]
    keep_next: bool
    keep_lines: bool
    new_page: bool
    frame: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph: its words as they are compared, its form, and the sizes and colours of its runs that have words."""

    words: str
    form: Form
    sizes: frozenset[float]
    colours: frozenset[str]
    instructions: str


@dataclass(frozen=True, slots=True)
class Row:
    """A table's row: whether it repeats as a header, whether a page may split it, its exact or least height (cm), cells."""

    repeats: bool
    splits: bool
    height: float
    cells: tuple[tuple[Paragraph, ...], ...]

    @property
    def words(self) -> str:
        """The words of its cells."""
        return ''.join(paragraph.words for cell in self.cells for paragraph in cell)


@dataclass(frozen=True, slots=True)
class Table:
    """A table: where it starts from the left margin, widths of its columns, thickness of its rules (0 without), rows."""

    indent: float
    widths: tuple[float, ...]
    rule: float
    rows: tuple[Row, ...]

    @property
    def words(self) -> str:
        """The words of its rows."""
        return ''.join(row.words for row in self.rows)


class Styles:
    """The styles of a file: what each comes to with the ones that it rests on and the file's defaults."""

    def __init__(self, xml: bytes) -> None:
        """Takes the part that holds them."""
        self.root: Any = etree.fromstring(xml)
        self.by_id = {style.get(f'{W}styleId'): style for style in self.root.iter(f'{W}style')}
        self.of = cache(self._made)

    def _made(self, name: str) -> Made:
        chain: list[Any] = []
        at: str = name
        while at in self.by_id and self.by_id[at] not in chain:
            chain.insert(0, self.by_id[at])
            base = self.by_id[at].find(f'{W}basedOn')
            at = '' if base is None else base.get(f'{W}val', '')
        defaults = self.root.find(f'{W}docDefaults')
        made = Made(_style_name(chain))
        for holder in (*(() if defaults is None else defaults), *chain):
            made = made.over(holder.find(f'{W}pPr'), holder.find(f'{W}rPr'))
        return made


@dataclass(frozen=True, slots=True)
class Made:
    """What properties laid over one another come to: of a paragraph, and the values of its runs."""

    style: str
    spacing: Attributes = field(default_factory=dict)
    indents: Attributes = field(default_factory=dict)
    single: Mapping[str, Any] = field(default_factory=dict)
    runs: Mapping[str, str] = field(default_factory=dict)

    def over(self, paragraph: Any | None, run: Any | None) -> Made:
        """These with a paragraph's and a run's properties laid over them."""
        spacing, indents, single = self.spacing, self.indents, dict(self.single)
        for one in () if paragraph is None else paragraph:
            name = one.tag.removeprefix(W)
            if name == 'spacing':
                spacing = spacing | _attributes(one)
            elif name == 'ind':
                indents = _indents(indents, _attributes(one))
            else:
                single[name] = one
        return Made(self.style, spacing, indents, single, {**self.runs, **_values(run)})


# The letters of a batch have the same styles and heads: each is read once.
_styles_of = lru_cache(maxsize=16)(Styles)


@lru_cache(maxsize=64)
def _part(xml: bytes) -> Any:
    return etree.fromstring(xml)


class WordFile:
    """The parts of a DOCX that the checks look at, each read once."""

    def __init__(self, data: bytes) -> None:
        """Takes the file's bytes."""
        with zipfile.ZipFile(BytesIO(data)) as package:
            names = [
                name for name in package.namelist() if name.startswith('word/') and name.endswith(('.xml', '.rels'))
            ]
            self._parts = {name: package.read(name) for name in names}
        self.document: Any = etree.fromstring(self._parts['word/document.xml'])
        self.styles: Styles = _styles_of(self._parts['word/styles.xml'])
        self.section: Any = self.document.find(f'.//{W}sectPr')

    @cached_property
    def body(self) -> tuple[Paragraph | Table, ...]:
        """The paragraphs and tables of the document in their order."""
        return tuple(self._pieces(self.document.find(f'{W}body')))

    def part(self, kind: str, which: str) -> Any | None:
        """The `header` or `footer` of `first` or `default` pages; None where the file has none."""
        for reference in self.section.findall(f'{W}{kind}Reference'):
            if reference.get(f'{W}type') == which:
                relations = _part(self._parts['word/_rels/document.xml.rels'])
                target = next(str(one.get('Target')) for one in relations if one.get('Id') == reference.get(f'{R}id'))
                return _part(self._parts[posixpath.join('word', target)])
        return None

    @property
    def first_page_differs(self) -> bool:
        """Whether the first page has a head and a foot of its own."""
        return _is_on(self.section.find(f'{W}titlePg'))

    def paragraph(self, element: Any) -> Paragraph:
        """A paragraph as it comes out."""
        own = element.find(f'{W}pPr')
        style = None if own is None else own.find(f'{W}pStyle')
        styled = self.styles.of('Normal' if style is None else style.get(f'{W}val'))
        said: list[str] = []
        sizes: set[float] = set()
        colours: set[str] = set()
        for run in element.iter(f'{W}r'):
            text = ''.join(one.text or '' for one in run.findall(f'{W}t'))
            said.append(text)
            if text.strip():
                values = self._values(styled, run.find(f'{W}rPr'))
                sizes.add(int(values.get('szCs' if _THAI.search(text) else 'sz', '20')) / 2)
                colours.add(values.get('color', 'auto'))
        instructions = ''.join(one.text or '' for one in element.iter(f'{W}instrText'))
        form = _form_of(styled if own is None else styled.over(own, None))
        return Paragraph(folded(''.join(said)), form, frozenset(sizes), frozenset(colours), instructions)

    def _values(self, styled: Made, run: Any | None) -> Mapping[str, str]:
        """The values of a run's properties: its paragraph's, its character style's over them, then its own."""
        if run is None:
            return styled.runs
        style = run.find(f'{W}rStyle')
        by_style = None if style is None else self.styles.by_id.get(style.get(f'{W}val'))
        return {**styled.runs, **_values(None if by_style is None else by_style.find(f'{W}rPr')), **_values(run)}

    def _pieces(self, parent: Any) -> Iterator[Paragraph | Table]:
        for element in parent:
            if element.tag == f'{W}p':
                yield self.paragraph(element)
            elif element.tag == f'{W}tbl':
                yield self._table(element)

    def _table(self, element: Any) -> Table:
        properties = element.find(f'{W}tblPr')
        indent = properties.find(f'{W}tblInd')
        widths = tuple(_cm(one.get(f'{W}w')) for one in element.find(f'{W}tblGrid'))
        rows = tuple(self._row(row) for row in element.findall(f'{W}tr'))
        return Table(_cm(None if indent is None else indent.get(f'{W}w')), widths, self._rule(properties), rows)

    def _rule(self, properties: Any) -> float:
        """Thickness (pt) of the rules between rows: the table's own, else its style's."""
        style = properties.find(f'{W}tblStyle')
        own = None if style is None else self.styles.by_id.get(style.get(f'{W}val'))
        for holder in (properties, None if own is None else own.find(f'{W}tblPr')):
            line = None if holder is None else holder.find(f'{W}tblBorders/{W}insideH')
            if line is not None and line.get(f'{W}val') not in {'none', 'nil'}:
                return int(line.get(f'{W}sz', '0')) / 8
        return 0.0

    def _row(self, element: Any) -> Row:
        properties = element.find(f'{W}trPr')
        names = ('tblHeader', 'cantSplit', 'trHeight')
        repeats, whole, height = (None if properties is None else properties.find(f'{W}{name}') for name in names)
        cells = tuple(tuple(self.paragraph(one) for one in cell.iter(f'{W}p')) for cell in element.findall(f'{W}tc'))
        return Row(
            _is_on(repeats),
            not _is_on(whole),
            _cm(None if height is None else height.get(f'{W}val')),
            cells,
        )


def _form_of(made: Made) -> Form:
    spacing, indents, single = made.spacing, made.indents, made.single
    align = single['jc'].get(f'{W}val') if 'jc' in single else 'left'
    exact = spacing.get('lineRule', 'auto') != 'auto'
    line = int(spacing.get('line', '240'))
    alike = _is_on(single.get('contextualSpacing'))
    return Form(
        style=made.style,
        align=_ALIGNMENTS.get(align, align),
        left=_cm(indents.get('left', indents.get('start'))),
        right=_cm(indents.get('right', indents.get('end'))),
        first_line=_cm(indents.get('firstLine')) - _cm(indents.get('hanging')),
        before=0.0 if alike else int(spacing.get('before', '0')) / 20,
        after=0.0 if alike else int(spacing.get('after', '0')) / 20,
        line=line / 20 if exact else (line - 240) / 20,
        tabs=tuple(_cm(tab.get(f'{W}pos')) for tab in single.get('tabs', ()) if tab.get(f'{W}val') != 'clear'),
        keep_next=_is_on(single.get('keepNext')),
        keep_lines=_is_on(single.get('keepLines')),
        new_page=_is_on(single.get('pageBreakBefore')),
        frame=_attributes(single['framePr']) if 'framePr' in single else {},
    )


def _style_name(chain: list[Any]) -> str:
    name = chain[-1].find(f'{W}name') if chain else None
    return '' if name is None else name.get(f'{W}val', '').lower()


def _values(run: Any | None) -> dict[str, str]:
    """The values of a run's properties that have one (size, colour)."""
    found = () if run is None else run
    return {one.tag.removeprefix(W): value for one in found if (value := one.get(f'{W}val')) is not None}


def _indents(before: Attributes, given: Attributes) -> Attributes:
    """Indents with those that are given over them: a hanging first line takes the place of an indented one."""
    merged = before | given
    if 'hanging' in given:
        merged.pop('firstLine', None)
    elif 'firstLine' in given:
        merged.pop('hanging', None)
    return merged


def _attributes(element: Any) -> Attributes:
    return {str(name).removeprefix(W): str(value) for name, value in element.attrib.items()}


def _is_on(element: Any) -> bool:
    return element is not None and element.get(f'{W}val', '1') not in _OFF


def _cm(twips: str | None) -> float:
    return float(twips or 0) / TWIPS_PER_CM
