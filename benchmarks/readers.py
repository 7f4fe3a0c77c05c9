"""What three readers give back from a PDF, held against the text that went in."""

from __future__ import annotations

import re
import statistics
import subprocess
import unicodedata
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import pypdf
import pypdfium2
from fontTools.ttLib import TTFont
from rapidfuzz.distance import Levenshtein

SMALL_WORDS = frozenset(re.split(' ', 'การ ความ ผู้ นัก น่า อย่าง ของ และ ที่ ซึ่ง ใน โดย เพื่อ แก่ หรือ กับ จาก ตาม ต่อ ให้ จะ ไม่ ว่า'))
"""Prefixes, prepositions and conjunctions that a reader does not want at a line's end."""

_WHITE = re.compile(r'\s+')
_DRIFT = 40
"""Letters by which a garbled line may differ in length from what it stands for."""


@dataclass(frozen=True)
class Source:
    """Paragraphs with the word boundaries that people see: `|` parts words, a space is a space."""

    paragraphs: tuple[str, ...]
    """The text to set."""
    marked: str
    """All of it with `|` in it."""

    @cached_property
    def letters(self) -> str:
        """The text without white space."""
        return _WHITE.sub('', ''.join(self.paragraphs))

    @cached_property
    def after(self) -> list[str]:
        """What follows each letter: '' inside a word, '|', ' ' or, at a paragraph's end, a line end."""
        found: list[str] = []
        for mark in self.marked:
            if mark not in '| \n':
                found.append('')
            elif found and found[-1] != '\n':
                found[-1] = mark if mark != '|' or not found[-1] else found[-1]
        return found


def read_source(lines: Sequence[str], to_a_paragraph: int = 5) -> Source:
    """Sentences with marked words, five to a paragraph, parted by a space."""
    sentences = [_normal(line) for line in lines if line.strip()]
    marked = [' '.join(sentences[i : i + to_a_paragraph]) for i in range(0, len(sentences), to_a_paragraph)]
    return Source(tuple(text.replace('|', '') for text in marked), '\n'.join(marked) + '\n')


def by_pdfium(path: Path) -> str:
    """The text as PDFium (Chrome) reads it."""
    document = pypdfium2.PdfDocument(path)
    return '\n'.join(page.get_textpage().get_text_range() for page in document)


def by_poppler(path: Path) -> str:
    """The text as Poppler reads it, in content order."""
    return subprocess.run(['pdftotext', '-raw', str(path), '-'], capture_output=True, check=True).stdout.decode()


def by_pypdf(path: Path) -> str:
    """The text as pypdf reads it."""
    return '\n'.join(page.extract_text() for page in pypdf.PdfReader(path).pages)


READERS: dict[str, Callable[[Path], str]] = {'pdfium': by_pdfium, 'poppler': by_poppler, 'pypdf': by_pypdf}


@dataclass(frozen=True)
class Line:
    """A line as a reader gives it, and the letters of the source that it holds: from, to."""

    text: str
    start: int
    end: int


def lines(source: Source, text: str) -> Iterator[Line]:
    """A reader's lines, each found in the source."""
    position, letters = 0, source.letters
    for raw in re.split(r'[\r\n\f]+', _normal(text)):
        line = raw.strip()
        shown = _WHITE.sub('', line)
        if shown:
            end = position + len(shown)
            if letters[position:end] != shown:
                end = _nearest(letters, position, shown)
            yield Line(line, position, end)
            position = end


def _nearest(letters: str, start: int, shown: str) -> int:
    """Where the letters end that are most like a garbled line."""
    length = len(shown)
    ends = range(max(start + 1, start + length - _DRIFT), min(len(letters), start + length + _DRIFT) + 1)
    return min(
        ends,
        key=lambda end: (Levenshtein.distance(letters[start:end], shown), abs(end - start - length)),
        default=len(letters),
    )


@dataclass(frozen=True)
class TextLayer:
    """How much of a text a reader gives back."""

    characters: float
    """Share of the characters that come back, in order, in percent."""
    false_spaces: int
    """Spaces inside lines where the text has none."""
    spaces: float
    """Share of the text's spaces that come back, as spaces or line ends, in percent."""


def text_layer(source: Source, text: str) -> TextLayer:
    """Compare what a reader gives with what went in."""
    wrong = false = lost = wanted = 0
    end = 0
    for line in lines(source, text):
        shown, gaps = _split(line.text)
        letters = source.letters[line.start : line.end]
        for kind, s0, s1, d0, d1 in Levenshtein.opcodes(letters, shown):
            if kind != 'equal':
                wrong += max(s1 - s0, d1 - d0)
                continue
            for place in range(s1 - s0 - 1):
                space, read = source.after[line.start + s0 + place] in (' ', '\n'), gaps[d0 + place]
                wanted += space
                lost += space and not read
                false += read and not space
        end = line.end
    wrong += len(source.letters) - end
    return TextLayer(100 * (1 - wrong / len(source.letters)), false, 100 * (1 - lost / max(wanted, 1)))


@dataclass(frozen=True)
class LineEnds:
    """Where lines end."""

    count: int
    """Lines but for each paragraph's last."""
    inside_word: float
    """Share of them that end inside a word, in percent."""
    on_small_word: float
    """Share of them that end on a word of `SMALL_WORDS`, which belongs to the next one, in percent."""
    slack: float
    slack_95: float
    """Room beside a line as the font alone would set it: mean and 95th percentile, in em."""
    examples: tuple[str, ...]


def line_ends(source: Source, text: str, font: Path, width_em: float) -> LineEnds:
    """Judge the line ends that a reader shows."""
    opened = TTFont(font)
    cmap, advances, em = opened.getBestCmap(), opened['hmtx'], opened['head'].unitsPerEm
    advance = {chr(code): advances[name][0] / em for code, name in cmap.items()}
    slacks, wrong, small, examples = [], 0, 0, []
    for line in lines(source, text):
        if not line.end or source.after[line.end - 1] == '\n':
            continue
        width = sum(advance.get(letter, 0.5) for letter in source.letters[line.start : line.end])
        width += advance[' '] * sum(after == ' ' for after in source.after[line.start : line.end - 1])
        slacks.append(width_em - width)
        small += _last_word(source, line) in SMALL_WORDS
        if not source.after[line.end - 1]:
            wrong += 1
            examples.append(source.letters[line.end - 12 : line.end] + '|' + source.letters[line.end : line.end + 12])
    percentile = statistics.quantiles(slacks, n=20)[-1]
    share = 100 / len(slacks)
    return LineEnds(len(slacks), share * wrong, share * small, statistics.fmean(slacks), percentile, tuple(examples))


def _last_word(source: Source, line: Line) -> str:
    """The word that a line ends with, or what of it stands there."""
    start = line.end - 1
    while start > line.start and not source.after[start - 1]:
        start -= 1
    return source.letters[start : line.end]


def _normal(text: str) -> str:
    """NFC, and ำ where a reader gives its two parts."""
    return re.sub('\u0e4d([\u0e48-\u0e4b]?)\u0e32', '\\1\u0e33', unicodedata.normalize('NFC', text))


def _split(text: str) -> tuple[str, list[bool]]:
    """A line's letters, and whether white space follows each."""
    letters: list[str] = []
    gaps: list[bool] = []
    for letter in text:
        if letter.isspace():
            if gaps:
                gaps[-1] = True
        else:
            letters.append(letter)
            gaps.append(False)
    return ''.join(letters), gaps
