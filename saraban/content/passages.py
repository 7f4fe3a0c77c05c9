"""Texts of content where they stand: each character of a value with the line and column at which the file has it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from saraban.content.source import Loc, Source
from saraban.errors import Place

Position = tuple[int, int]  # line and column, both from 1
Span = tuple[int, int, int]  # a line, its column from which and its column up to which, all from 1

_ESCAPES = {'x': 4, 'u': 6, 'U': 10}  # length of \x41, \u0e01, \U0001f600; any other escape is two characters
_JOINED = '\\'  # at a line's end between quotation marks: the next line goes on without a space
_PAST_END = 10**6


@dataclass(frozen=True)
class Passage:
    """A text of a content file: the file's short name, its place in the data, and the words as content has them."""

    source: Source
    file: str
    loc: Loc
    text: str

    @cached_property
    def spans(self) -> tuple[Span, ...]:
        """Where each character of the text stands in the file, and how far it reaches there."""
        return tuple(_positions(self.source.lines, self.source.values[self.anchor], self.text))

    @cached_property
    def anchor(self) -> Loc:
        """The entry of the file that holds the text: a field that was written in its short form has its parent's."""
        loc = self.loc
        while loc not in self.source.values:
            loc = loc[:-1]
        return loc

    @property
    def typed(self) -> bool:
        """Whether the text stands in the file: what a model takes for a field left out does not."""
        value = self.source.data
        for part in self.anchor:
            value = value[part]
        return isinstance(value, str) and bool(self.text)

    def place(self, offset: int = 0) -> Place:
        """Where a character of the text stands, with its line."""
        if not self.text:
            return self.source.place(self.anchor)
        return self.source.at(*self.spans[min(offset, len(self.text) - 1)][:2])

    def span(self, start: int, stop: int) -> Span | None:
        """The piece of a line that shows a part of the text, empty between two characters; None over a line's end."""
        first = self.spans[start] if start < stop else self.spans[start - 1] if start else self.spans[0]
        if start == stop:
            column = first[2] if start else first[1]
            return first[0], column, column
        last = self.spans[stop - 1]
        return (first[0], first[1], last[2]) if first[0] == last[0] and first[2] < _PAST_END else None

    def find(self, part: str) -> Place:
        """Where a part of the text stands; where the text does not have it as it is, the text's begin."""
        return self.place(max(0, self.text.find(part)))


def _positions(lines: list[str], start: Position, text: str) -> Iterator[Span]:
    """Walks a scalar's lines along its value: quotes, escapes, indents and folded line ends are passed over."""
    line, column = start[0] - 1, start[1] - 1
    opening = lines[line][column : column + 1]
    if re.match(r'[|>][-+0-9]*\s*(#.*)?$', lines[line][column:]):
        line, column = line + 1, 0
    elif opening in {'"', "'"}:
        column += 1
    for letter in text:
        line, column = _seek(lines, line, column, letter)
        width = _width(lines[line], column, opening)
        yield line + 1, column + 1, column + 1 + width
        column += width


def _seek(lines: list[str], line: int, column: int, letter: str) -> tuple[int, int]:
    """The next place that shows a letter; a line's end shows the space or line break that it is read as."""
    if lines[line].startswith(letter, column):
        return line, column
    while line < len(lines) - 1:
        rest = lines[line][column:].strip(' \t')
        if rest and (rest != _JOINED or letter == _JOINED):
            break
        if letter.isspace() and not rest:
            return line, column
        line, column = line + 1, 0
    if not letter.isspace():
        column += len(lines[line][column:]) - len(lines[line][column:].lstrip(' \t'))
    return line, min(column, len(lines[line]))


def _width(line: str, column: int, opening: str) -> int:
    """How many characters of a line stand for one of the value."""
    if opening == '"' and line.startswith('\\', column):
        return _ESCAPES.get(line[column + 1 : column + 2], 2)
    if opening == "'" and line.startswith("''", column):
        return 2
    return 1 if column < len(line) else _PAST_END
