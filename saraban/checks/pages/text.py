"""What the words of a page must not hold, and what stands in its margins."""

from __future__ import annotations

import re
from collections.abc import Iterator

from saraban import thai
from saraban.checks.pages.aligned import folded
from saraban.checks.pages.drawn import Line
from saraban.checks.pages.page import PLACE, Paper, rounded
from saraban.errors import Finding
from saraban.views.blocks import Run, texts

# A word with a Latin letter may hold Arabic digits: addresses, e-mail, names of models and products.
_TOKEN = re.compile(r'\S*[0-9]\S*')
_LATIN = re.compile(r'[A-Za-z@]')
_LEFT_OVER = re.compile(r'\{\{|\}\}|\{%|\*\*|\bNone\b|\bundefined\b|\ufffd')
_NUMBER = re.compile('- [๐-๙]+ -')
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


def pages_are_numbered(paper: Paper) -> Iterator[Finding]:
    """`- ๒ -` at the top centre from page 2 on; none on page 1, none in papers that have no numbers."""
    for page in _pages(paper):
        expected = f'- {thai.digits(page)} -' if page > 1 and paper.view.furniture.page_numbers else ''
        numbers = [line for line in _furniture(paper, page) if _NUMBER.fullmatch(line.text.strip())]
        said = ''.join(line.text for line in numbers).strip()
        if said != expected:
            yield paper.finding('page-number-wrong', page=page, found=said, expected=expected)
        for line in numbers:
            measured, middle = (line.x + line.end) / 2, (paper.left + paper.right) / 2
            if abs(measured - middle) > PLACE:
                what = {'what_th': 'เลขหน้า', 'what': 'the page number'}
                yield paper.finding('wrong-place', line, measured=rounded(measured), expected=rounded(middle), **what)


def catchwords_are_the_next_pages_words(paper: Paper) -> Iterator[Finding]:
    """At the foot of each page but the last stands how the next one begins; elsewhere there is no catchword."""
    last = len(paper.drawn.sizes)
    body = [line for _, lines in paper.placed() for line in lines]
    for page in _pages(paper):
        said = ''.join(line.text for line in _furniture(paper, page) if line.text.startswith('/')).strip()
        if not paper.view.furniture.catchword or page == last:
            if said:
                yield paper.finding('catchword-wrong', page=page, found=said, expected='')
            continue
        begins = folded(''.join(line.text for line in body if line.page == page + 1))
        words = folded(said.removeprefix('/').removesuffix('...'))
        if not (said.startswith('/') and said.endswith('...') and words and begins.startswith(words)):
            yield paper.finding('catchword-wrong', page=page, found=said, expected=f'/{begins[:20]}...')


def stamps_are_on_their_pages(paper: Paper) -> Iterator[Finding]:
    """Secrecy stands at the top and the bottom of each page, the draft's mark on each, urgency on the first."""
    furniture = paper.view.furniture
    for page in _pages(paper):
        said = [line.text.strip() for line in _furniture(paper, page)]
        due = {furniture.secrecy: 2, furniture.draft: 1, furniture.urgency: 1 if page == 1 else 0}
        for stamp, times in due.items():
            if stamp and said.count(stamp) != times:
                yield paper.finding('stamp-missing', page=page, stamp=stamp, measured=said.count(stamp), expected=times)


def _pages(paper: Paper) -> range:
    return range(1, len(paper.drawn.sizes) + 1)


def _furniture(paper: Paper, page: int) -> list[Line]:
    return [line for line in paper.aligned.furniture if line.page == page]
