"""What the words of a page must not hold."""

from __future__ import annotations

import re
from collections.abc import Iterator

from saraban.checks.pages.page import Paper
from saraban.errors import Finding
from saraban.views.blocks import Run, texts

# A word with a Latin letter may hold Arabic digits: addresses, e-mail, names of models and products.
_TOKEN = re.compile(r'\S*[0-9]\S*')
_LATIN = re.compile(r'[A-Za-z@]')
_LEFT_OVER = re.compile(r'\{\{|\}\}|\{%|\*\*|\bNone\b|\bundefined\b|\ufffd')
_NEVER_FIRST = 'ๆฯ)]}”’»!?,.:;'


def nothing_is_left_over(paper: Paper) -> Iterator[Finding]:
    """No tag, no `None`, no mark of emphasis prints."""
    for line in paper.drawn.lines:
        if match := _LEFT_OVER.search(line.text):
            yield paper.finding('left-over', line, found=match[0])


def digits_are_thai(paper: Paper) -> Iterator[Finding]:
    """Running text has Thai digits; words with Latin letters keep their own."""
    for block in paper.view.blocks:
        words = ''.join(piece.text if isinstance(piece, Run) else piece for piece in texts(block))
        for match in _TOKEN.finditer(words):
            if not _LATIN.search(match[0]):
                lines = paper.lines(block)
                page = lines[0].page if lines else 1
                yield paper.finding('arabic-digits', page=page, found=match[0])


def lines_start_well(paper: Paper) -> Iterator[Finding]:
    """No line starts with ๆ, ฯ or a closing mark."""
    for _, lines in paper.placed():
        for before, line in zip((None, *lines), lines, strict=False):
            begins = before is None or before.page != line.page or line.y > before.y
            first = line.text.lstrip()[:1]
            if begins and first and first in _NEVER_FIRST:
                yield paper.finding('bad-line-start', line, mark=first)
