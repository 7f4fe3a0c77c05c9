"""Tables on finished pages: rows are whole, headers stand again on each page that a table runs on to."""

from __future__ import annotations

from collections.abc import Iterator

from saraban.checks.pages.aligned import folded, words_of_part
from saraban.checks.pages.drawn import Line
from saraban.checks.pages.page import Paper
from saraban.errors import Finding
from saraban.views.blocks import Counts, Labels, Table


def rows_are_whole(paper: Paper) -> Iterator[Finding]:
    """No page splits a row."""
    for block, lines in paper.placed():
        if isinstance(block, Table | Counts | Labels):
            for row in _rows(block, lines):
                if row and row[0].page != row[-1].page:
                    yield paper.finding('row-split', row[0])


def headers_are_repeated(paper: Paper) -> Iterator[Finding]:
    """On each page that a table runs on to stands its header row first."""
    for block, lines in paper.placed():
        if not isinstance(block, Table) or not block.header:
            continue
        header = words_of_part(tuple(column.heading for column in block.columns))
        for page in sorted({line.page for line in lines} - {lines[0].page}):
            said = ''.join(folded(line.text) for line in paper.aligned.furniture if line.page == page)
            if header and header not in said:
                first = next(line for line in lines if line.page == page)
                yield paper.finding('header-not-repeated', first)


def _rows(block: Table | Counts | Labels, lines: tuple[Line, ...]) -> Iterator[list[Line]]:
    """The lines of each row, its header's first."""
    waiting = iter(lines)
    for words in _words_of_rows(block):
        taken: list[Line] = []
        length = 0
        while length < len(words):
            line = next(waiting)
            taken.append(line)
            length += len(folded(line.text))
        yield taken


def _words_of_rows(block: Table | Counts | Labels) -> Iterator[str]:
    if isinstance(block, Labels):
        yield from map(words_of_part, block.labels)
        return
    if isinstance(block, Table) and block.header:
        yield words_of_part(tuple(column.heading for column in block.columns))
    yield from map(words_of_part, block.rows)
