"""Everything is on the sheet, within the margins, in the paper's own face and size, and nothing lies on anything else."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from itertools import pairwise

from saraban.checks.pages.drawn import Line
from saraban.checks.pages.page import EMBLEM, PLACE, SIZE, Paper, ink_end, ink_start, points_to_cm, rounded, shown
from saraban.errors import Finding
from saraban.views.blocks import MemoLine, Run, texts

OVERLAP = 0.2  # em: base letters of one line may come as near as this
NEAR = 0.55  # of a line's height: baselines closer than this are one line or an overlap


def words_are_the_views(paper: Paper) -> Iterator[Finding]:
    """The PDF says what the view says, in its order."""
    difference = paper.aligned.difference
    if difference is not None:
        yield paper.finding('words-differ', page=difference.page, expected=difference.expected, found=difference.found)


def faces_are_embedded(paper: Paper) -> Iterator[Finding]:
    """Every face is in the file, and is one of the paper's own."""
    for face in paper.drawn.missing:
        yield paper.finding('font-not-embedded', face=face)
    for line in paper.drawn.lines:
        if not line.face.startswith('Saraban'):
            yield paper.finding('font-foreign', line, face=line.face)


def text_is_on_the_sheet(paper: Paper) -> Iterator[Finding]:
    """No glyph leaves the page, at its sides, above or below."""
    font = paper.layout.font
    for line in paper.drawn.lines:
        width, height = paper.drawn.sizes[line.page - 1]
        top, bottom = line.y - points_to_cm(line.size * font.ascent), line.y + points_to_cm(line.size * font.descent)
        if EMBLEM in line.face:
            top, bottom = line.y - points_to_cm(line.size), line.y
        if ink_start(line) < 0 or ink_end(line) > width or top < 0 or bottom > height:
            yield paper.finding('outside-page', line)


def text_is_within_the_margins(paper: Paper) -> Iterator[Finding]:
    """Body text keeps the four margins."""
    margins, font = paper.layout.margins_of(paper.view.sheet), paper.layout.font
    height = paper.layout.sheet(paper.view.template, paper.view.sheet)[1]
    for _, lines in paper.placed():
        for line in lines:
            top, bottom = (
                line.y - points_to_cm(line.size * font.ascent),
                line.y + points_to_cm(line.size * font.descent),
            )
            sides = max(paper.left - ink_start(line), ink_end(line) - paper.right)
            past = max(sides, margins.top - top, bottom - (height - margins.bottom))
            if past > PLACE:
                yield paper.finding('outside-margins', line, by=rounded(past))


def sizes_are_the_styles(paper: Paper) -> Iterator[Finding]:
    """Each block is set in its style's size; a memo's lines have labels of a size of their own."""
    for block, lines in paper.placed():
        style = paper.style(block)
        sizes = [(style.size if style else None) or paper.layout.font.size]
        if isinstance(block, MemoLine):
            sizes.append(paper.layout.memo.label_size)
        for line in lines:
            if all(abs(line.size - size) > SIZE for size in sizes):
                yield paper.finding('wrong-size', line, measured=rounded(line.size), expected=rounded(sizes[0]))


def faces_are_the_styles(paper: Paper) -> Iterator[Finding]:
    """Titles and headings are bold, as their styles and words say; running text without bold words is not."""
    for block, lines in paper.placed():
        style = paper.style(block)
        if style is None:
            continue
        runs = {run.bold for run in texts(block) if isinstance(run, Run) and run.text.strip()}
        allowed = {True} if style.bold or runs == {True} else runs | {False} if runs else {False}
        for line in lines:
            if line.text.strip() and ('Bold' in line.face) not in allowed:
                thai, english = ('ตัวหนา', 'bold') if True in allowed else ('ตัวธรรมดา', 'regular')
                yield paper.finding('wrong-face', line, due_th=thai, due=english)


def lines_do_not_overlap(paper: Paper) -> Iterator[Finding]:
    """No two stretches of text lie on one another."""
    by_page: dict[int, list[Line]] = defaultdict(list)
    for line in paper.drawn.lines:
        if line.text.strip() and EMBLEM not in line.face:
            by_page[line.page].append(line)
    near = points_to_cm(NEAR * paper.layout.line)
    for lines in by_page.values():
        ordered = sorted(lines, key=lambda line: line.y)
        for index, line in enumerate(ordered):
            for other in ordered[index + 1 :]:
                if other.y - line.y >= near:
                    break
                if ink_start(line) < ink_end(other) - PLACE and ink_start(other) < ink_end(line) - PLACE:
                    yield paper.finding('lines-overlap', line, other=shown(other))


def emblem_is_clear(paper: Paper) -> Iterator[Finding]:
    """No text and no stamp lies on the emblem."""
    cap = paper.layout.font.ascent / 2  # of a letter without marks, em
    for emblem in (line for line in paper.drawn.lines if EMBLEM in line.face):
        top = emblem.y - points_to_cm(emblem.size)
        for line in paper.drawn.lines:
            beside = ink_end(line) <= emblem.x + PLACE or ink_start(line) >= emblem.end - PLACE
            if line is emblem or line.page != emblem.page or beside or not line.text.strip():
                continue
            if line.y > top + PLACE and line.y - points_to_cm(line.size * cap) < emblem.y - PLACE:
                yield paper.finding('lines-overlap', line, other=shown(emblem))


def letters_do_not_overlap(paper: Paper) -> Iterator[Finding]:
    """Letters of a line keep their places: none starts more than 0.2 em before the one before it ends."""
    for line in paper.drawn.lines:
        allowed = points_to_cm(OVERLAP * line.size)
        letters = [glyph for glyph in line.glyphs if glyph.advance > 0]
        if any(after.x < before.x + before.advance - allowed for before, after in pairwise(letters)):
            yield paper.finding('letters-overlap', line)


def no_page_is_empty(paper: Paper) -> Iterator[Finding]:
    """Every page has body text."""
    if paper.aligned.difference is not None:
        return
    used = {line.page for _, lines in paper.placed() for line in lines}
    for page in range(1, len(paper.drawn.sizes) + 1):
        if page not in used:
            yield paper.finding('empty-page', page=page)
