"""A DOCX read back into blocks, ours by its styles, anyone's as well as can be.

What Word itself would show once its tracked changes are accepted: words put in are read, words struck are not. Heads and
feet, comments and pictures are not read; text boxes and notes stand after the paragraph that they hang on.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from saraban.errors import Place
from saraban.review.files.numbering import Numbering, child, local, value
from saraban.review.files.package import Element, Package
from saraban.views.blocks import Blank, Block, Cell, Column, Heading, Item, Paragraph, Row, Run, Table, Text, View

OUR_STYLES = 'saraban '
_TYPED = re.compile(r'((?:[0-9๐-๙]+\.)+[0-9๐-๙]*|[0-9๐-๙]+\)|\([0-9๐-๙]+\))[ \t\u00a0]+(?=\S)')
_LINE = re.compile('(?:[ \u00a0][\u200c\u200d\u2060]){2,}[ \u00a0]|\u00a0{3,}')
_SPACE = 0.12  # cm, of a line to fill in: one of its spaces in our type
_WIDTHLESS = re.compile('[\u00ad\u200b-\u200d\u2060\ufeff]')
_STRUCK = {'del', 'moveFrom'}
_INSIDE = {'ins', 'moveTo', 'hyperlink', 'smartTag', 'sdt', 'sdtContent', 'customXml', 'fldSimple', 'dir', 'bdo', 'r'}
_SIGNS = {'tab': '\t', 'br': ' ', 'cr': ' ', 'noBreakHyphen': '-', 'ptab': '\t'}


def read_docx(data: bytes, path: str, shown: str) -> View:
    """A DOCX as a paper at a path.

    Raises:
        ContentError: it is none, is locked, broken or far too large.
    """
    package = Package(data, shown)
    root = package.part(package.main)
    blocks = _Reader(package).blocks(child(root, 'body'))
    return View('', path, '', path.rpartition('/')[2], tuple(blocks))


@dataclass(frozen=True, slots=True)
class _Style:
    """A style: its name in small letters, what it makes of letters, the list that it numbers by."""

    name: str
    bold: bool
    italic: bool
    numbered: tuple[str, int] | None


class _Reader:
    """Reads a document's blocks in order."""

    def __init__(self, package: Package) -> None:
        styles = package.beside('styles.xml')
        self._styles = {
            value(one, 'styleId'): _style(one)
            for one in (styles if styles is not None else ())
            if local(one) == 'style'
        }
        self._numbering = Numbering.read(package.beside('numbering.xml'))
        self._notes = {
            f'{name}{value(note, "id")}': note
            for name in ('footnote', 'endnote')
            for note in _children(package.beside(f'{name}s.xml'), name)
        }
        self._count = 0

    def blocks(self, body: Element | None) -> Iterator[Block]:
        """The blocks of a body or of a text box."""
        waiting: list[Element] = []  # paragraphs whose ends are struck
        for part in _flat(body):
            if local(part) == 'tbl':
                yield self._table(part)
            elif local(part) == 'p':
                waiting.append(part)
                if child(part, 'pPr', 'rPr', 'del') is None:
                    yield from self._paragraph(waiting)
                    waiting = []
        if waiting:
            yield from self._paragraph(waiting)

    def _paragraph(self, parts: Sequence[Element]) -> Iterator[Block]:
        """A paragraph (several where the ends between are struck), then what hangs on it; none of white space alone."""
        properties = child(parts[-1], 'pPr')
        style = self._style(value(child(properties, 'pStyle')))
        text = _merged([run for part in parts for run in self._runs(part, style)])
        block = self._of_style(style, properties, text)
        if block is not None:
            yield block
        for part in parts:
            for box in _boxes(part):
                yield from self.blocks(box)
            for note in _notes(part):
                for inner in _flat(self._notes.get(note)):
                    if local(inner) == 'p' and (words := _merged(list(self._runs(inner, style)))):
                        yield Paragraph(self._name('note'), _trimmed(words), 'footnote')

    def _of_style(self, style: _Style, properties: Element | None, text: Text) -> Block | None:
        counted = self._number(style, properties)
        text = _trimmed(text)
        if not text and not counted:
            return None
        if style.name.startswith('toc '):
            return (
                None  # a table of contents follows from the headings; its page numbers would be a change of each line
            )
        number, text = (counted, text) if counted else _typed_number(text)
        if style.name.startswith(('heading', 'หัวเรื่อง', f'{OUR_STYLES}heading', f'{OUR_STYLES}day')):
            return Heading(self._name('heading'), number, text)
        if number:
            return Item(self._name('item'), 2 + number.rstrip('.').count('.'), number, text)
        return Paragraph(self._name('paragraph'), text, style.name or 'body')

    def _name(self, kind: str) -> str:
        self._count += 1
        return f'{kind}/{self._count}'

    def _style(self, name: str) -> _Style:
        return self._styles.get(name) or _Style('', False, False, None)

    def _number(self, style: _Style, properties: Element | None) -> str:
        numbered = child(properties, 'numPr')
        if numbered is not None:
            name, level = value(child(numbered, 'numId')), value(child(numbered, 'ilvl'))
            return self._numbering.next(name, int(level) if level.isdigit() else 0)
        return self._numbering.next(*style.numbered) if style.numbered else ''

    def _runs(self, part: Element, style: _Style) -> Iterator[Run]:
        """The runs of a paragraph or of what stands in it."""
        for one in part:
            name = local(one)
            if name in _STRUCK or name == 'pPr':
                continue
            if name == 'r':
                yield from self._run(one, style)
            elif name in _INSIDE:
                yield from self._runs(one, style)
            elif name in {'oMath', 'oMathPara'}:
                yield Run(''.join(inner.text or '' for inner in one.iter() if local(inner) == 't'))

    def _run(self, run: Element, style: _Style) -> Iterator[Run]:
        properties = child(run, 'rPr')
        if _is_on(properties, 'vanish'):
            return
        own = self._style(value(child(properties, 'rStyle')))
        # Bold letters in a bold style are no emphasis: the style says so already.
        bold = (_is_on(properties, 'b', 'bCs') or own.bold) and not style.bold
        italic = (_is_on(properties, 'i', 'iCs') or own.italic) and not style.italic
        for one in run:
            name = local(one)
            words = (one.text or '') if name == 't' else _SIGNS.get(name, '')
            if name == 'sym' and (code := value(one, 'char')):
                words = chr(int(code, 16)) if re.fullmatch('[0-9A-Fa-f]{4}', code) else ''
            place = 0
            for line in _LINE.finditer(words):
                yield from _plain(words[place : line.start()], bold, italic)
                spaces = len(_WIDTHLESS.sub('', line[0]))
                yield Run('', bold, italic, Blank('', Place(''), spaces * _SPACE))
                place = line.end()
            yield from _plain(words[place:], bold, italic)

    def _table(self, table: Element) -> Table:
        name = self._name('table')
        rows = [row for row in _flat(table) if local(row) == 'tr' and child(row, 'trPr', 'del') is None]
        cells = [tuple(self._cell(cell) for cell in _flat(row) if local(cell) == 'tc') for row in rows]
        width = max((sum(cell.span for cell in row) for row in cells), default=0)
        header = bool(rows) and child(rows[0], 'trPr', 'tblHeader') is not None and len(cells[0]) == width
        headings = [_joined(cell.paragraphs) for cell in cells[0]] if header else [()] * width
        columns = tuple(Column(heading, 'left') for heading in headings)
        body = cells[1:] if header else cells
        made = tuple(Row(f'{name}/{at}', row) for at, row in enumerate(body, 1))
        return Table(name, columns, made, header=header)

    def _cell(self, cell: Element) -> Cell:
        """A cell's paragraphs; of a table inside it, its cells' words in a line a row."""
        merged = child(cell, 'tcPr', 'vMerge')
        span = value(child(cell, 'tcPr', 'gridSpan'))
        wide = int(span) if span.isdigit() and 0 < int(span) < 100 else 1
        if merged is not None and value(merged) not in {'restart'}:
            return Cell(((),), wide)
        plain = self._style('')
        paragraphs: list[Text] = []
        for part in _flat(cell):
            if local(part) == 'p':
                style = self._style(value(child(part, 'pPr', 'pStyle')))
                number = self._number(style, child(part, 'pPr'))
                runs = list(self._runs(part, style))
                paragraphs.append(_trimmed(_merged([Run(f'{number} '), *runs] if number else runs)))
            elif local(part) == 'tbl':
                for row in (one for one in part.iter() if local(one) == 'tr'):
                    inner = [run for p in row.iter() if local(p) == 'p' for run in (*self._runs(p, plain), Run(' '))]
                    paragraphs.append(_trimmed(_merged(inner)))
        kept = [text for text in paragraphs if text]
        return Cell(tuple(kept) or ((),), wide)


def _style(style: Element) -> _Style:
    numbered = child(style, 'pPr', 'numPr')
    level = value(child(numbered, 'ilvl'))
    numbers = (value(child(numbered, 'numId')), int(level) if level.isdigit() else 0) if numbered is not None else None
    properties = child(style, 'rPr')
    name = value(child(style, 'name')).lower()
    return _Style(name, _is_on(properties, 'b', 'bCs'), _is_on(properties, 'i', 'iCs'), numbers)


def _is_on(properties: Element | None, *names: str) -> bool:
    """Whether any of some switches is on."""
    found = [switch for name in names if (switch := child(properties, name)) is not None]
    return any(value(switch) not in {'0', 'false', 'off', 'none'} for switch in found)


def _children(root: Element | None, name: str) -> list[Element]:
    return [one for one in root if local(one) == name] if root is not None else []


def _flat(container: Element | None) -> Iterator[Element]:
    """The children of a part, those of content controls and of what was put in among them; what was struck left out."""
    for one in container if container is not None else ():
        name = local(one)
        if name in {'sdt', 'sdtContent', 'customXml', 'ins', 'moveTo'}:
            yield from _flat(one)
        elif name not in _STRUCK:
            yield one


def _boxes(part: Element) -> Iterator[Element]:
    """The text boxes that hang on a paragraph, each once: an old program's copy of one stands beside it."""
    for one in part:
        name = local(one)
        if name == 'txbxContent':
            yield one
        elif name == 'AlternateContent':
            choice = child(one, 'Choice')
            found = list(_boxes(choice)) if choice is not None else []
            yield from found or (_boxes(fallback) if (fallback := child(one, 'Fallback')) is not None else ())
        elif name not in _STRUCK:
            yield from _boxes(one)


def _notes(part: Element) -> Iterator[str]:
    for one in part.iter():
        if local(one) in {'footnoteReference', 'endnoteReference'}:
            yield f'{local(one).removesuffix("Reference")}{value(one, "id")}'


def _typed_number(text: Text) -> tuple[str, Text]:
    """A number that was typed before the words, and the words."""
    if not text or text[0].blank is not None:
        return '', text
    match = _TYPED.match(text[0].text)
    if match is None and len(text) > 1 and re.fullmatch(_TYPED.pattern.removesuffix(r'(?=\S)'), text[0].text):
        return text[0].text.strip(), text[1:]
    if match is None:
        return '', text
    first = text[0]
    return match[1], (Run(first.text[match.end() :], first.bold, first.italic), *text[1:])


def _plain(words: str, bold: bool, italic: bool) -> Iterator[Run]:
    """Words without what only guides line breaks, as some programs write it between Thai words."""
    if shown := _WIDTHLESS.sub('', words):
        yield Run(shown, bold, italic)


def _merged(runs: Sequence[Run]) -> Text:
    """Neighbours of one style as one run: an editor cuts runs wherever somebody typed."""
    found: list[Run] = []
    for run in runs:
        last = found[-1] if found else None
        if last and not last.blank and not run.blank and (last.bold, last.italic) == (run.bold, run.italic):
            found[-1] = Run(last.text + run.text, run.bold, run.italic)
        else:
            found.append(run)
    return tuple(found)


def _trimmed(text: Text) -> Text:
    """A text without white space at both ends; none where it is white space alone."""
    runs = list(text)
    while runs and runs[0].blank is None and not runs[0].text.lstrip():
        del runs[0]
    while runs and runs[-1].blank is None and not runs[-1].text.rstrip():
        del runs[-1]
    if runs and runs[0].blank is None:
        runs[0] = Run(runs[0].text.lstrip(), runs[0].bold, runs[0].italic)
    if runs and runs[-1].blank is None:
        runs[-1] = Run(runs[-1].text.rstrip(), runs[-1].bold, runs[-1].italic)
    return tuple(runs)


def _joined(paragraphs: Sequence[Text]) -> Text:
    found: list[Run] = []
    for at, text in enumerate(paragraphs):
        found += [*([Run(' ')] if at else []), *text]
    return _merged(found)
