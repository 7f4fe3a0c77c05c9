"""What stands in the margins of finished pages: numbers, catchwords and stamps, each on its pages and in its place."""

from __future__ import annotations

import re
from collections.abc import Iterator

from saraban import thai
from saraban.checks.pages.aligned import folded
from saraban.checks.pages.drawn import Line
from saraban.checks.pages.page import PLACE, SIZE, Paper, ink_end, ink_start, off_place, points, points_to_cm, rounded
from saraban.errors import Finding

_NUMBER = re.compile('- [๐-๙]+ -')
NUMBER = ('เลขหน้า', 'the page number')
CATCHWORD = ('คำต่อเนื่อง', 'the catchword')


def pages_are_numbered(paper: Paper) -> Iterator[Finding]:
    """`- ๒ -` at the top centre from page 2 on; none on page 1, none in papers that have no numbers."""
    for page in _pages(paper):
        expected = f'- {thai.digits(page)} -' if page > 1 and paper.view.furniture.page_numbers else ''
        numbers = [line for line in _furniture(paper, page) if _NUMBER.fullmatch(line.text.strip())]
        said = ''.join(line.text for line in numbers).strip()
        if said != expected:
            yield paper.finding('page-number-wrong', page=page, found=said, expected=expected)
        for line in numbers:
            yield from off_place(paper, line, _middle(line), (paper.left + paper.right) / 2, NUMBER)
            yield from off_place(paper, line, line.y - paper.ascent(line.size), paper.layout.page_number.top, NUMBER)


def catchwords_are_the_next_pages_words(paper: Paper) -> Iterator[Finding]:
    """At the foot of each page but the last stands how the next one begins; elsewhere there is no catchword."""
    last = len(paper.drawn.sizes)
    body = [line for _, lines in paper.placed() for line in lines]
    for page in _pages(paper):
        said = ''.join(line.text for line in _catchwords(paper, page)).strip()
        if not paper.view.furniture.catchword or page == last:
            if said:
                yield paper.finding('catchword-wrong', page=page, found=said, expected='')
            continue
        begins = folded(''.join(line.text for line in body if line.page == page + 1))
        words = folded(said.removeprefix('/').removesuffix('...'))
        if not (said.startswith('/') and said.endswith('...') and words and begins.startswith(words)):
            yield paper.finding('catchword-wrong', page=page, found=said, expected=f'/{begins[:20]}...')


def catchwords_are_in_place(paper: Paper) -> Iterator[Finding]:
    """A catchword ends at the right margin on the last line above the bottom one, so many lines below the text."""
    margins, height = (
        paper.layout.margins_of(paper.view.sheet),
        paper.layout.sheet(paper.view.template, paper.view.sheet)[1],
    )
    body = [line for _, lines in paper.placed() for line in lines]
    for page in _pages(paper):
        for line in _catchwords(paper, page)[-1:]:
            yield from off_place(paper, line, ink_end(line), paper.right, CATCHWORD)
            foot = height - margins.bottom - points_to_cm(paper.layout.line) + paper.ascent(line.size)
            yield from off_place(paper, line, line.y, foot, CATCHWORD)
            above = max((one.y for one in body if one.page == page), default=0.0)
            gap = points(line.y - above) / paper.layout.line
            if gap < paper.layout.catchword.gap - 0.05:
                yield paper.finding(
                    'catchword-near', line, measured=rounded(gap), expected=rounded(paper.layout.catchword.gap)
                )


def stamps_are_on_their_pages(paper: Paper) -> Iterator[Finding]:
    """Secrecy stands at the top and the bottom of each page, the draft's mark on each, urgency and enclosure on the first."""
    furniture = paper.view.furniture
    for page in _pages(paper):
        said = [line.text.strip() for line in _furniture(paper, page)]
        first = 1 if page == 1 else 0
        due = {furniture.secrecy: 2, furniture.draft: 1, furniture.urgency: first, furniture.enclosure: first}
        for stamp, times in due.items():
            if stamp and said.count(stamp) != times:
                yield paper.finding('stamp-missing', page=page, stamp=stamp, measured=said.count(stamp), expected=times)


def stamps_are_in_place(paper: Paper) -> Iterator[Finding]:
    """Secrecy is centred at the sheet's top and bottom edge, urgency and the draft's mark have their place, each its size."""
    furniture, stamps = paper.view.furniture, paper.layout.stamps
    height = paper.layout.sheet(paper.view.template, paper.view.sheet)[1]
    for line in paper.aligned.furniture:
        said, top = line.text.strip(), line.y - paper.ascent(line.size)
        what = (f'"{said}"', f'"{said}"')
        bottom = top + points_to_cm(line.size * paper.layout.line / paper.layout.font.size)
        if said and said == furniture.secrecy:
            yield from _sized(paper, line, stamps.secrecy_size)
            yield from off_place(paper, line, _middle(line), paper.width / 2, what)
            above = line.y < height / 2
            yield from off_place(paper, line, top if above else height - bottom, stamps.secrecy_edge, what)
        elif said and said == furniture.urgency:
            x, foot = paper.layout.urgency(paper.view.template)
            yield from _sized(paper, line, stamps.urgency_size)
            yield from off_place(paper, line, ink_start(line), x, what)
            yield from off_place(paper, line, bottom, foot, what)
        elif said and said == furniture.draft:
            yield from _sized(paper, line, stamps.draft_size)
            yield from off_place(paper, line, ink_start(line), paper.left, what)
            yield from off_place(paper, line, top, stamps.draft_top, what)
        elif said and said == furniture.enclosure:
            yield from off_place(paper, line, ink_end(line), paper.right, what)
            yield from off_place(paper, line, top, stamps.enclosure_top, what)


def _sized(paper: Paper, line: Line, size: float) -> Iterator[Finding]:
    if abs(line.size - size) > SIZE:
        yield paper.finding('wrong-size', line, measured=rounded(line.size), expected=rounded(size))


def _middle(line: Line) -> float:
    return (ink_start(line) + ink_end(line)) / 2


def _catchwords(paper: Paper, page: int) -> list[Line]:
    """The stretches of a page's catchword: from its stroke to its dots."""
    marks = _furniture(paper, page)
    first = next((n for n, line in enumerate(marks) if line.text.startswith('/')), len(marks))
    return [line for line in marks[first:] if abs(line.y - marks[first].y) < PLACE]


def _pages(paper: Paper) -> range:
    return range(1, len(paper.drawn.sizes) + 1)


def _furniture(paper: Paper, page: int) -> list[Line]:
    return [line for line in paper.aligned.furniture if line.page == page]
