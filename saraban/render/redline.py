"""A marked view as PDF: the paper as its own engine sets it, marks in the text, a bar beside each changed line, a list.

What a mark looks like stands in `templates/review/redline.css`. Catchwords are left out: with deletions shown, pages do not
end where those of the paper do.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate
from pathlib import Path
from typing import Any

import pydyf
from weasyprint.document import Page

from saraban.branches import Branches
from saraban.render.boxes import MarkedLine, marked_lines, rows_fitting
from saraban.render.furniture import NUMBERING, layer_of
from saraban.render.html import HtmlTemplates
from saraban.render.keeping import kept_with_next
from saraban.render.layout import Layout
from saraban.render.parted import DrawnPage, Redrawn, drawn, lay
from saraban.render.pdf import PdfEngine, listening, quiet
from saraban.render.rendered import Rendered
from saraban.views.blocks import Text, View, plain, words_of
from saraban.words import clusters

_PX_PER_CM = 96 / 2.54
_BAR, _GAP = 2.0, 0.45  # px wide; cm from the text's left margin
_ROWS = 100  # of the list: a page holds no more, whatever its template
_LINES = 34.0  # about what a list's page holds
_PADDING = 0.2  # lines, of a row
_WHERE, _WHAT = 22, 40  # letters that surely stand on a line of the list's last two columns
_JOINED = 2.0  # px: lines that are no farther apart have one bar


Phrase = tuple[str, Text]
"""Where in its block something changed (a table's row and column; empty where the block says enough), and the words."""


@dataclass(frozen=True, slots=True)
class Row:
    """A row of the list of changes: its number, its pages in both papers, where and what; `anchor` is its mark's name.

    `where` is the part of the paper, `change` what became of which block of it.
    """

    number: str
    old_pages: tuple[int, ...]
    new_pages: tuple[int, ...]
    where: str
    change: str
    what: tuple[Phrase, ...]
    anchor: str


@dataclass(frozen=True, slots=True)
class ChangeList:
    """The list at the end: its words by the names that the template knows, its rows, and how it speaks.

    `pages` writes page numbers, `cut` says how many phrases of a row are left out, `left_out` what rows are; `numbers` is
    what is said of numbers that only moved along.
    """

    words: dict[str, str]
    rows: tuple[Row, ...]
    pages: Callable[[Sequence[int]], str]
    cut: Callable[[int], str]
    left_out: Callable[[Sequence[Row]], str]
    numbers: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Marked:
    """A paper to print with its marks: the view, what gives its list of changes, and some ids of blocks.

    `moved` are those of blocks that moved, `labels` those that no page may part from the block after them. `numbering` is
    how a page's number is written, with `{number}`: these pages are not those of the paper.
    """

    view: View
    changes: Callable[[], ChangeList]
    moved: frozenset[str] = frozenset()
    labels: frozenset[str] = frozenset()
    numbering: str = NUMBERING


class RedlineEngine(PdfEngine):
    """Prints marked views. One a worker, as its paper's engine."""

    def __init__(self, templates: Path, shown: str, layout: Layout, *rest: Any) -> None:
        """Takes what the paper's engine takes.

        Raises:
            TemplateError: a template or a stylesheet has a fault.
        """
        super().__init__(templates, shown, layout, *rest)
        lent = {'runs': self._runs}
        self._sheets = HtmlTemplates(templates / 'review', f'{shown}/review', layout, lent)
        self._marks = self._css(self._sheets.fill('redline.css', {'family': self._fonts.family}), 'redline.css')

    def redline(self, marked: Marked, others: int = 0) -> Rendered:
        """The bytes and page count of a marked paper and its list, which is one page.

        So many `others`, processes beside this one, may take part; they change nothing but the time.

        Raises:
            TemplateError: a template names what there is not.
            RenderError: WeasyPrint complained while it set the paper.
        """
        view = replace(marked.view, furniture=replace(marked.view.furniture, catchword=False))
        margin = self._layout.margins_of(view.sheet).left

        def dress(pages: list[Any], first: int, last: bool) -> list[Any]:
            layer = layer_of(view, [''] * (len(pages) - last), first, last=last, numbering=marked.numbering)
            bars = [_bars(marked_lines(page, marked.moved)) for page in pages]
            furnished = self._furnisher.furnish(pages, layer)
            return [_Barred(page, lines, margin) for page, lines in zip(furnished, bars, strict=True)]

        with quiet(view), Branches(others) as branches:
            listed = branches.begin(lambda: self._listed_elsewhere(marked)) if others else None
            html = self._html.page(view, kept_with_next(view, self._layout, self._advances) | marked.labels)
            document = lay(self._page(html), branches, dress, **self._options(self._style(0)))
            told = listed.result() if listed else None
            pages = [*document.pages, *(map(Redrawn, told) if told else self._listed(marked.changes()).pages)]
            whole = document.copy(pages)
            if self._date is not None:
                whole.metadata.created = whole.metadata.modified = f'{self._date.isoformat()}T00:00:00Z'
            data = whole.write_pdf(full_fonts=True, finisher=self._pack_fonts)
        return Rendered(data, len(pages))

    def _listed_elsewhere(self, marked: Marked) -> list[DrawnPage] | None:
        with listening() as said:
            pages = drawn(self._listed(marked.changes()).pages)
        return None if said else pages

    def _listed(self, changes: ChangeList) -> Any:
        """The list on one page: as many rows as fit, those of many phrases shortened, and what is said of the others."""
        lines = _LINES
        rows = changes.rows[:_ROWS]
        while True:
            shown = _fitted(rows, lines, changes.cut)
            page = self._list_page(changes, shown)
            if len(page.pages) == 1 or not rows:
                return page
            lines *= 0.8
            if _fitted(rows, lines, changes.cut) != shown:
                continue
            # Rows that end lower cannot fit; what is said of the others may take more of them.
            rows = rows[: min(len(rows) - 1, rows_fitting(page.pages))]

    def _list_page(self, changes: ChangeList, rows: Sequence[Row]) -> Any:
        left = changes.rows[len(rows) :]
        more = changes.left_out(left) if left else ''
        values = {
            't': changes.words,
            'rows': rows,
            'pages': changes.pages,
            'more': more,
            'numbers': changes.numbers,
        }
        return self._lay(self._sheets.fill('changes.html', values))

    def _lay(self, html: str, *styles: Any) -> Any:
        return self._page(html).render(**self._options(*styles))

    def _options(self, *styles: Any) -> dict[str, Any]:
        sheets = [self._faces, *styles, self._marks]
        return {'stylesheets': sheets, 'font_config': self._typesetter.font_config, 'full_fonts': True}


def _fitted(rows: Sequence[Row], lines: float, cut: Callable[[int], str]) -> list[Row]:
    """Rows that take about so many lines: each has as many of its phrases as all can have, and says how many it lacks.

    Each has at least one: rather more rows than more of each.
    """
    heights = [[*accumulate(_lines(f'{where} {words_of(text)}', _WHAT) for where, text in row.what)] for row in rows]
    least = [_lines(row.where, _WHERE) + _lines(row.change, _WHERE) for row in rows]

    def together(most: int) -> float:
        return sum(
            _PADDING + max(first, own[min(most, len(own)) - 1] + (len(own) > most))
            for first, own in zip(least, heights, strict=True)
        )

    longest = max((len(own) for own in heights), default=1)
    most = bisect_right(range(1, longest + 1), lines, key=together) or 1
    return [
        row if len(row.what) <= most else replace(row, what=(*row.what[:most], ('', plain(cut(len(row.what) - most)))))
        for row in rows
    ]


def _lines(text: str, across: int) -> int:
    return -(-len(clusters(text)) // across)


def _bars(lines: Sequence[MarkedLine]) -> list[MarkedLine]:
    """The bars beside lines: those of lines that follow each other are one; a changed line's covers a moved one's."""
    found: list[MarkedLine] = []
    for moved in (True, False):
        ordered = sorted((line.top, line.bottom) for line in lines if line.moved is moved)
        for top, bottom in ordered:
            if found and found[-1].moved is moved and top - found[-1].bottom <= _JOINED:
                found[-1] = replace(found[-1], bottom=max(bottom, found[-1].bottom))
            else:
                found.append(MarkedLine(top, bottom, moved))
    return found


class _Barred(Page):  # type: ignore[misc]
    """A page with bars in its left margin: one for changed lines, two thin ones for lines that moved."""

    def __init__(self, page: Any, bars: Sequence[MarkedLine], margin: float) -> None:
        self.__dict__.update(page.__dict__)
        self._under = page
        self._bars = bars
        self._right = (margin - _GAP) * _PX_PER_CM

    def paint(self, stream: Any, scale: float = 1) -> None:
        self._under.paint(stream, scale)
        stream.begin_marked_content('Artifact', pydyf.Dictionary({'Type': '/Layout'}))
        with stream.stacked():
            stream.transform(a=scale, d=scale)
            for bar in self._bars:
                widths = ((0.0, _BAR / 2), (_BAR * 1.5, _BAR / 2)) if bar.moved else ((0.0, _BAR),)
                for shift, width in widths:
                    left = self._right - (2.5 * _BAR if bar.moved else 0.0) + shift
                    stream.rectangle(left, bar.top, width, bar.bottom - bar.top)
            stream.fill()
        stream.end_marked_content()
