"""The table of page checks, and the run of them over a rendered paper."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

from saraban.checks.pages import docx, fields, fit, furniture, places, spacing, tables, text
from saraban.checks.pages.drawn import read
from saraban.checks.pages.levels import level_of
from saraban.checks.pages.page import Paper
from saraban.errors import Finding, Level
from saraban.render.advances import Advances
from saraban.render.layout import Layout
from saraban.views.blocks import View

Check = Callable[[Paper], Iterator[Finding]]

PDF_CHECKS: tuple[Check, ...] = (
    fit.words_are_the_views,
    fit.faces_are_embedded,
    fit.text_is_on_the_sheet,
    fit.text_is_within_the_margins,
    fit.sizes_are_the_styles,
    fit.faces_are_the_styles,
    fit.lines_do_not_overlap,
    fit.emblem_is_clear,
    fit.letters_do_not_overlap,
    fit.no_page_is_empty,
    places.letterhead_is_in_place,
    places.emblem_is_in_place,
    places.blocks_are_in_order,
    places.paragraphs_are_indented,
    fields.fields_are_in_place,
    spacing.blocks_keep_their_spacing,
    spacing.parts_keep_their_spacing,
    places.closing_is_in_place,
    places.closing_is_not_alone,
    places.headings_have_text_under_them,
    places.tables_begin_under_their_heading,
    tables.rows_are_whole,
    tables.headers_are_repeated,
    text.nothing_is_left_over,
    text.digits_are_thai,
    text.lines_start_well,
    furniture.pages_are_numbered,
    furniture.catchwords_are_the_next_pages_words,
    furniture.catchwords_are_in_place,
    furniture.stamps_are_on_their_pages,
    furniture.stamps_are_in_place,
)


def _pdf(view: View, data: bytes, layout: Layout, advances: Advances) -> Iterator[Finding]:
    paper = Paper(view, read(data), layout, advances)
    for check in PDF_CHECKS:
        yield from check(paper)


CHECKERS: dict[str, Callable[[View, bytes, Layout, Advances], Iterator[Finding]]] = {'pdf': _pdf, 'docx': docx.check}


def check_pages(view: View, form: str, data: bytes, layout: Layout, advances: Advances) -> list[Finding]:
    """Every finding on a paper's finished file, at the level that the table or the agency's layout gives it.

    `advances` are the widths of words in the paper's face, on which places in a Word file depend.
    """
    return [_levelled(finding, layout) for finding in CHECKERS[form](view, data, layout, advances)]


def _levelled(finding: Finding, layout: Layout) -> Finding:
    return replace(finding, level=Level(layout.levels.get(finding.rule, level_of(finding.rule))))
