"""Which drawn text is which block: the view's words and the page's, set against each other in drawing order.

Both formats print a view in one order, so what a PDF draws is the view's words once furniture (what is marked as an
artifact, and repeated header rows) is taken out. White space is no part of it: a line's end is none of the view's.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from saraban.checks.pages.drawn import Drawn, Line
from saraban.views.blocks import Block, Run, Table, View, texts

SHOWN = 30  # letters of a difference that a finding shows
_SPACE = re.compile('[\\s\u200b\u200d\u2060\u00ad]+')


@dataclass(frozen=True)
class Difference:
    """Where the page says something else than the view: what was expected from there on, and what stands there."""

    page: int
    expected: str
    found: str


@dataclass(frozen=True)
class Aligned:
    """A paper's body text by block, and the lines that are furniture; or how its words differ from the view's."""

    blocks: Mapping[str, tuple[Line, ...]]
    furniture: tuple[Line, ...]
    difference: Difference | None = None


def folded(text: str) -> str:
    """A text as it is compared: NFC, without white space and what steers line ends."""
    return _SPACE.sub('', unicodedata.normalize('NFC', text))


def words_of_part(part: object) -> str:
    """The words of a block (or of a part of one) in reading order, as they are compared."""
    return folded(''.join(piece.text if isinstance(piece, Run) else piece for piece in texts(part)))


def align(view: View, drawn: Drawn) -> Aligned:
    """Gives each block of a view its lines."""
    body, furniture = _parted(drawn)
    words = [(block, words_of_part(block)) for block in view.blocks]
    expected = ''.join(text for _, text in words)
    kept, repeated = _without_repeated_headers(view, body, expected)
    found = ''.join(folded(line.text) for line in kept)
    if found != expected:
        return Aligned({}, furniture, _difference(kept, expected, found))
    return Aligned(_by_block(words, kept), (*furniture, *repeated))


def _parted(drawn: Drawn) -> tuple[list[Line], tuple[Line, ...]]:
    """Body text, and what is marked as furniture (a PDF artifact)."""
    return [line for line in drawn.lines if not line.artifact], tuple(line for line in drawn.lines if line.artifact)


def _without_repeated_headers(view: View, body: Sequence[Line], expected: str) -> tuple[list[Line], list[Line]]:
    """Takes out the header rows that stand again at the top of a page that a table runs on to."""
    headers = [
        words_of_part(tuple(column.heading for column in block.columns))
        for block in view.blocks
        if isinstance(block, Table) and block.header
    ]
    kept: list[Line] = []
    repeated: list[Line] = []
    done = 0
    for _, group in groupby(body, key=lambda line: line.page):
        lines = list(group)
        skipped = _repeated(lines, headers, expected[done:])
        repeated += lines[:skipped]
        kept += lines[skipped:]
        done += sum(len(folded(line.text)) for line in lines[skipped:])
    return kept, repeated


def _repeated(lines: Sequence[Line], headers: Sequence[str], expected: str) -> int:
    """How many lines at the start of a page are a header row that the view does not have there."""
    for header in headers:
        said = ''
        for count, line in enumerate(lines, 1):
            said += folded(line.text)
            if said == header and not expected.startswith(header):
                return count
            if not header.startswith(said):
                break
    return 0


def _by_block(words: Sequence[tuple[Block, str]], lines: Sequence[Line]) -> dict[str, tuple[Line, ...]]:
    blocks: dict[str, tuple[Line, ...]] = {}
    waiting = iter(lines)
    for block, text in words:
        taken: list[Line] = []
        length = 0
        while length < len(text):
            line = next(waiting)
            taken.append(line)
            length += len(folded(line.text))
        blocks[block.id] = tuple(taken)
    return blocks


def _difference(lines: Sequence[Line], expected: str, found: str) -> Difference:
    pairs = zip(expected, found, strict=False)
    same = next((index for index, (one, other) in enumerate(pairs) if one != other), min(len(expected), len(found)))
    page = next(_page_at(lines, same), lines[-1].page if lines else 1)
    return Difference(page, expected[same : same + SHOWN], found[same : same + SHOWN])


def _page_at(lines: Sequence[Line], place: int) -> Iterator[int]:
    length = 0
    for line in lines:
        length += len(folded(line.text))
        if length > place:
            yield line.page
