"""What a PDF draws, read from its drawing operators: each stretch of text with its place, size, face and glyphs.

Positions come from the operators and not from a reader's text page: under ActualText a reader gives every character of a
run the place of the first. Lengths are cm from the page's left and top edge, sizes pt.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from io import BytesIO
from typing import Any, NamedTuple

from saraban.render.layout import POINTS_PER_CM

Matrix = tuple[float, float, float, float, float, float]
_IDENTITY: Matrix = (1, 0, 0, 1, 0, 0)
_SHOWN = re.compile(rb'<([0-9a-fA-F]*)>|(-?[\d.]+)')
_ACTUAL = re.compile(rb'/ActualText\s*(?:<([0-9A-Fa-f]*)>|\(((?:\\.|[^\\)])*)\))', re.DOTALL)
_TITLE = re.compile(rb'/(?:Title|Producer) ')
_WIDTHS = re.compile(rb'/W \[0 \[([-0-9. ]+)\]\]')  # of a font that is embedded whole
_ENTRY = re.compile(rb'<([0-9a-f]+)> <([0-9a-f]*)>')


class Glyph(NamedTuple):
    """A glyph: where its pen stands (cm), its advance (cm), and the text that it stands for.

    Under ActualText the first glyph stands for all of it and the others for none; `own` is what the font says of it.
    """

    x: float
    advance: float
    text: str
    own: str = ''


@dataclass(frozen=True, slots=True)
class Line:
    """A stretch of text on one baseline, as one operator shows it."""

    page: int
    y: float
    size: float
    face: str
    glyphs: tuple[Glyph, ...]
    artifact: bool = False

    @property
    def x(self) -> float:
        """Where it starts."""
        return self.glyphs[0].x

    @property
    def end(self) -> float:
        """Where the pen stands after it."""
        last = self.glyphs[-1]
        return last.x + last.advance

    @property
    def text(self) -> str:
        """What it says."""
        return ''.join(glyph.text for glyph in self.glyphs)


@dataclass(frozen=True, slots=True)
class Drawn:
    """A PDF's pages: their sizes (cm), their text in drawing order, and the faces that are not embedded."""

    sizes: tuple[tuple[float, float], ...]
    lines: tuple[Line, ...]
    missing: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Face:
    """A font of the file: its name, the text and the width (1/1000 em) of each glyph."""

    name: str
    texts: Mapping[int, str]
    widths: Mapping[int, float]
    embedded: bool
    known: dict[bytes, tuple[float, str]] = field(default_factory=dict, compare=False)
    """Widths and texts by the codes of glyphs, as far as they were asked for."""

    def of_code(self, code: bytes) -> tuple[float, str]:
        """The width and the text of a glyph by its code in four hexadecimal digits."""
        glyph = int(code, 16)
        return self.widths.get(glyph, 0.0), self.texts.get(glyph, '')


def read(pdf: bytes) -> Drawn:
    """Reads what a PDF of the project's own draws."""
    from pypdf import PdfReader  # noqa: PLC0415 a run that renders nothing does without

    reader = PdfReader(BytesIO(pdf))
    arrays = _read_compressed_objects(reader)
    sizes: list[tuple[float, float]] = []
    lines: list[Line] = []
    missing: set[str] = set()
    known: dict[int, _Face] = {}
    for number, page in enumerate(reader.pages, 1):
        width, height = float(page.mediabox.width), float(page.mediabox.height)
        sizes.append((width / POINTS_PER_CM, height / POINTS_PER_CM))
        faces = {}
        fonts: Any = page['/Resources']
        for key, reference in fonts.get('/Font', {}).items():
            if reference.idnum not in known:
                known[reference.idnum] = _face(reference.get_object(), arrays)
            faces[key[1:].encode()] = known[reference.idnum]
        missing |= {face.name for face in faces.values() if not face.embedded}
        contents = page.get_contents()
        if contents is not None:
            lines += _Interpreter(number, height, faces).run(contents.get_data())
    return Drawn(tuple(sizes), tuple(lines), tuple(sorted(missing)))


def _read_compressed_objects(reader: Any) -> dict[int, bytes]:
    """Reads each object stream once; pypdf would read it from its beginning for every object that it holds.

    Gives the widths of the fonts as they stand in the file, by the fonts' numbers: they are the same in every paper of a
    batch, and are read once. Left to pypdf is what no check asks for: the titles of the file and of its bookmarks.
    """
    from pypdf.generic import IndirectObject, read_object  # noqa: PLC0415 as above

    arrays: dict[int, bytes] = {}
    for number in {stream for stream, _ in reader.xref_objStm.values()}:
        stream: Any = IndirectObject(number, 0, reader).get_object()
        data, first = stream.get_data(), int(stream['/First'])
        header = list(map(int, data[:first].split()))
        places = [first + offset for offset in header[1::2]]
        for held, start, end in zip(header[::2], places, [*places[1:], len(data)], strict=True):
            piece = data[start:end]
            if _TITLE.search(piece):
                continue
            if found := _WIDTHS.search(piece):
                arrays[held] = found[1]
                piece = _WIDTHS.sub(b'/W []', piece)
            reader.cache_indirect_object(0, held, read_object(BytesIO(piece), reader))
    return arrays


def _face(font: Any, arrays: Mapping[int, bytes]) -> _Face:
    reference = font['/DescendantFonts'][0]
    descendant = reference.get_object()
    descriptor = descendant['/FontDescriptor'].get_object()
    name = str(font['/BaseFont']).rpartition('+')[2].lstrip('/')
    embedded = any(key in descriptor for key in ('/FontFile2', '/FontFile3', '/FontFile'))
    number = getattr(reference, 'idnum', 0)
    widths = _widths_of_whole(arrays[number]) if number in arrays else _widths(descendant['/W'])
    return _Face(name, _texts(font['/ToUnicode'].get_data()), widths, embedded)


@lru_cache(maxsize=16)
def _widths_of_whole(array: bytes) -> Mapping[int, float]:
    return dict(enumerate(map(float, array.split())))


@lru_cache(maxsize=16)
def _texts(cmap: bytes) -> Mapping[int, str]:
    entries = cmap.partition(b'endcodespacerange')[2]
    return {int(glyph, 16): bytes.fromhex(text.decode()).decode('utf-16-be') for glyph, text in _ENTRY.findall(entries)}


def _widths(array: Any) -> Mapping[int, float]:
    widths = {}
    parts = iter(array)
    for first in parts:
        for offset, width in enumerate(next(parts)):
            widths[int(first) + offset] = float(width)
    return widths


class _Interpreter:
    """Runs a page's operators as far as text needs them: matrices, fonts, shown glyphs, marked content."""

    def __init__(self, page: int, height: float, faces: Mapping[bytes, _Face]) -> None:
        self.page = page
        self.height = height
        self.faces = faces
        self.stack: list[Matrix] = []
        self.matrix = _IDENTITY
        self.text_matrix = _IDENTITY
        self.face: _Face | None = None
        self.size = 0.0
        self.marks: list[tuple[bytes, str | None]] = []
        self.steps: Mapping[bytes, Callable[[bytes], None]] = {
            b'Tm': self._set_text_matrix,
            b'Tf': self._set_font,
            b'cm': self._transform,
            b'q': self._save,
            b'Q': self._restore,
            b'BDC': self._begin_mark,
            b'BMC': self._begin_mark,
            b'EMC': self._end_mark,
        }

    def run(self, operators: bytes) -> Iterator[Line]:
        """The lines that a content stream shows; WeasyPrint writes an operator a line, but BDC after its operands' lines."""
        before: tuple[bytes, bytes] = (b'', b'')
        for line in operators.split(b'\n'):
            operands, _, operator = (b' '.join(before), b'', line) if line == b'BDC' else line.rpartition(b' ')
            before = (before[1], line)
            if operator == b'TJ':
                shown = self._shown(operands)
                if shown is not None:
                    yield shown
            elif operator in self.steps:
                self.steps[operator](operands)

    def _set_text_matrix(self, operands: bytes) -> None:
        self.text_matrix = _matrix(operands)

    def _set_font(self, operands: bytes) -> None:
        name, _, size = operands.partition(b' ')
        self.face, self.size = self.faces.get(name[1:]), float(size)

    def _transform(self, operands: bytes) -> None:
        self.matrix = _product(_matrix(operands), self.matrix)

    def _save(self, operands: bytes) -> None:
        self.stack.append(self.matrix)

    def _restore(self, operands: bytes) -> None:
        if self.stack:
            self.matrix = self.stack.pop()

    def _begin_mark(self, operands: bytes) -> None:
        self.marks.append((operands.split()[0] if operands else b'', _actual_text(operands)))

    def _end_mark(self, operands: bytes) -> None:
        if self.marks:
            self.marks.pop()

    def _shown(self, operands: bytes) -> Line | None:
        if self.face is None:
            return None
        matrix = _product(self.text_matrix, self.matrix)
        scale = abs(matrix[0]) / POINTS_PER_CM
        x = matrix[4] / POINTS_PER_CM
        unit = self.size * scale / 1000
        glyphs: list[Glyph] = []
        known = self.face.known
        for codes, shift in _SHOWN.findall(operands):
            if not codes:
                x -= float(shift) * unit
                continue
            for place in range(0, len(codes), 4):
                code = codes[place : place + 4]
                if code not in known:
                    known[code] = self.face.of_code(code)
                width, text = known[code]
                advance = width * unit
                glyphs.append(tuple.__new__(Glyph, (x, advance, text, '')))  # twice as fast as by its own name
                x += advance
        if not glyphs:
            return None
        baseline = (self.height - matrix[5]) / POINTS_PER_CM
        artifact = any(tag == b'/Artifact' for tag, _ in self.marks)
        return Line(self.page, baseline, self.size * abs(matrix[3]), self.face.name, self._said(glyphs), artifact)

    def _said(self, glyphs: list[Glyph]) -> tuple[Glyph, ...]:
        """The glyphs with the ActualText around them, which the first of them then stands for."""
        for index, (tag, text) in enumerate(self.marks):
            if text is not None:
                self.marks[index] = (tag, '')
                first, *others = (glyph._replace(own=glyph.text) for glyph in glyphs)
                return (first._replace(text=text), *(glyph._replace(text='') for glyph in others))
        return tuple(glyphs)


def _matrix(operands: bytes) -> Matrix:
    a, b, c, d, e, f = map(float, operands.split())
    return a, b, c, d, e, f


def _product(first: Matrix, then: Matrix) -> Matrix:
    a, b, c, d, e, f = first
    g, h, i, j, k, m = then
    return (a * g + b * i, a * h + b * j, c * g + d * i, c * h + d * j, e * g + f * i + k, e * h + f * j + m)


def _actual_text(operands: bytes) -> str | None:
    match = _ACTUAL.search(operands)
    if match is None:
        return None
    raw = bytes.fromhex(match[1].decode()) if match[1] is not None else re.sub(rb'\\(.)', rb'\1', match[2])
    return raw[2:].decode('utf-16-be') if raw.startswith(b'\xfe\xff') else raw.decode('latin-1')
