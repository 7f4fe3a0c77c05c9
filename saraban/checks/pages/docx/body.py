"""The paragraphs and tables of a Word file against what each block is due."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from saraban.checks.pages.docx.dues import Due, dues_of
from saraban.checks.pages.docx.reading import Form, Paragraph, Row, Table, WordFile
from saraban.checks.pages.page import PLACE, SIZE, rounded
from saraban.errors import Finding, Place
from saraban.render.advances import Advances
from saraban.render.layout import Layout, Style
from saraban.views import blocks as b
from saraban.views.blocks import View

HALF = 0.051  # cm: half a millimetre, and the twip that Word's unit rounds away
SHOWN = 40
# The measures of a paragraph: what they are called, and in which unit.
MEASURES = {
    'left': ('ระยะเยื้องซ้าย', 'left indent', 'cm'),
    'right': ('ระยะเยื้องขวา', 'right indent', 'cm'),
    'first_line': ('ระยะย่อหน้า', 'first line', 'cm'),
    'before': ('ระยะก่อนย่อหน้า', 'space before', 'pt'),
    'after': ('ระยะหลังย่อหน้า', 'space after', 'pt'),
    'line': ('ระยะบรรทัด', 'line spacing', 'pt'),
}


@dataclass(frozen=True, slots=True)
class Case:
    """What the checks of one file hold: where findings stand, and the measures."""

    place: Place
    view: View
    layout: Layout

    def finding(self, rule: str, words: str, **values: object) -> Finding:
        """A finding at a paragraph, told by its words."""
        shown = words if len(words) <= SHOWN else f'{words[:SHOWN]}…'
        return Finding(rule, self.place, {'found': shown, **values})

    def wrong(self, words: str, what: tuple[str, str], measured: str, expected: str) -> Finding:
        """A paragraph that has another form than it is due."""
        values = {'what_th': what[0], 'what': what[1], 'measured': measured, 'expected': expected}
        return self.finding('docx-wrong-form', words, **values)


def blocks_have_their_form(word: WordFile, view: View, layout: Layout, advances: Advances) -> Iterator[Finding]:
    """Each block's paragraphs and tables come out as the layout says."""
    case = Case(Place(f'{view.path}.docx'), view, layout)
    pieces = iter(word.body)
    for due in dues_of(view, layout, advances):
        piece = next(pieces, None)
        while (
            piece is not None and due.words and not piece.words
        ):  # an empty line that parts tables, or the office's own
            piece = next(pieces, None)
        if piece is None or piece.words != due.words or isinstance(piece, Table) is (due.table is None):
            found = '' if piece is None else piece.words
            yield case.wrong(due.words, ('การแบ่งย่อหน้า', 'paragraphs'), found[:SHOWN], due.words[:SHOWN])
            return
        if isinstance(piece, Table):
            yield from _table(case, piece, due.table)
        else:
            yield from _paragraph(case, piece, due)


def _paragraph(case: Case, paragraph: Paragraph, due: Due) -> Iterator[Finding]:
    form = paragraph.form
    style = case.layout.styles.get(due.style)
    expected = (
        {'right': 0.0, 'first_line': 0.0, 'after': 0.0, 'line': 0.0, 'left': 0.0} | _of_style(style) | dict(due.values)
    )
    if due.axis is not None:
        del expected['left'], expected['right']
        yield from _axis(case, paragraph, due.axis)
    for name, value in expected.items():
        thai, english, unit = MEASURES[name]
        measured, slack = getattr(form, name), HALF if unit == 'cm' else SIZE
        if abs(measured - value) > slack:
            yield case.wrong(
                paragraph.words, (thai, english), f'{rounded(measured)} {unit}', f'{rounded(value)} {unit}'
            )
    align = style.align if style else 'left'
    if form.align != align:
        yield case.wrong(paragraph.words, ('การจัดแนว', 'alignment'), form.align, align)
    yield from _tabs(case, paragraph, due)
    yield from _sizes(case, paragraph, due.sizes or frozenset({(style and style.size) or case.layout.font.size}))
    bound = due.keep_next if due.keep_next is not None else bool(style and style.keep_next)
    if bound and not form.keep_next:
        yield case.finding('docx-keep-lost', paragraph.words)
    if form.new_page != due.new_page:
        yield case.wrong(paragraph.words, ('การขึ้นหน้าใหม่', 'page break'), _yes(form.new_page), _yes(due.new_page))


def _of_style(style: Style | None) -> dict[str, float]:
    if style is None:
        return {}
    values = {'left': style.left, 'first_line': style.first_line, 'before': style.before, 'after': style.after}
    return values | ({'line': style.line} if style.line else {})


def _axis(case: Case, paragraph: Paragraph, axis: float) -> Iterator[Finding]:
    """A centred line has its middle on an axis."""
    width = case.layout.text_width(case.view.template, case.view.sheet)
    middle = (paragraph.form.left + width - paragraph.form.right) / 2
    if abs(middle - axis) > HALF:
        what = ('กึ่งกลางบรรทัด', 'middle of the line')
        yield case.wrong(paragraph.words, what, f'{rounded(middle)} cm', f'{rounded(axis)} cm')


def _tabs(case: Case, paragraph: Paragraph, due: Due) -> Iterator[Finding]:
    stops = paragraph.form.tabs
    for stop in due.tabs:
        if not any(abs(stop - found) <= HALF for found in stops):
            measured = ', '.join(map(rounded, stops)) or '-'
            yield case.wrong(paragraph.words, ('ตำแหน่งแท็บ', 'tab stop'), f'{measured} cm', f'{rounded(stop)} cm')


def _sizes(case: Case, paragraph: Paragraph, allowed: frozenset[float]) -> Iterator[Finding]:
    for size in sorted(paragraph.sizes):
        if all(abs(size - one) > SIZE for one in allowed):
            expected = ', '.join(map(rounded, sorted(allowed)))
            yield case.wrong(paragraph.words, ('ขนาดตัวอักษร', 'size of type'), f'{rounded(size)} pt', f'{expected} pt')


def _table(case: Case, table: Table, block: object) -> Iterator[Finding]:
    for row in table.rows:
        if row.splits:
            yield case.finding('docx-row-splits', row.words)
    if isinstance(block, b.Table):
        yield from _ruled(case, table, block)
    elif isinstance(block, b.Counts):
        measures, width = case.layout.counts, case.layout.text_width(case.view.template, case.view.sheet)
        label = width - measures.indent - measures.word - measures.value
        yield from _widths(case, table, (label, measures.word, measures.value), measures.indent)
        for row in table.rows:
            yield from _aligns(case, row, ('left', 'left', 'right'))
    elif isinstance(block, b.Labels):
        columns, width = case.layout.labels.columns, case.layout.text_width(case.view.template, case.view.sheet)
        yield from _widths(case, table, (width / columns,) * columns, 0.0)
        for row in table.rows:
            yield from _height(case, row, case.layout.labels.height)


def _ruled(case: Case, table: Table, block: b.Table) -> Iterator[Finding]:
    width = case.layout.text_width(case.view.template, case.view.sheet)
    yield from _widths(case, table, tuple(share * width for share in case.layout.shares(block)), 0.0)
    rule = case.layout.table.rule if block.ruled else 0.0
    if abs(table.rule - rule) > SIZE:
        yield case.wrong(table.words, ('เส้นตาราง', 'rules'), f'{rounded(table.rule)} pt', f'{rounded(rule)} pt')
    rows = table.rows
    if block.header and rows:
        if not rows[0].repeats:
            yield case.finding('docx-header-lost', rows[0].words)
        yield from _aligns(case, rows[0], ('center',) * len(block.columns))
        rows = rows[1:]
    for row, due in zip(rows, block.rows, strict=False):
        yield from _aligns(case, row, _aligns_of(due, block))
        if due.style == 'fill':
            yield from _height(case, row, case.layout.table.fill_height)
    for (row, due), (_, after) in pairwise(zip(rows, block.rows, strict=False)):
        bound = due.style == 'group' or after.style in {'subtotal', 'total'}
        if bound and not all(paragraph.form.keep_next for cell in row.cells for paragraph in cell):
            yield case.finding('docx-keep-lost', row.words)


def _aligns_of(row: b.Row, block: b.Table) -> tuple[str, ...]:
    found, column = [], 0
    for cell in row.cells:
        found.append(cell.align or block.columns[column].align)
        column += cell.span
    return tuple(found)


def _aligns(case: Case, row: Row, aligns: tuple[str, ...]) -> Iterator[Finding]:
    """The cells' paragraphs are aligned as their columns are, without indents or space, in the text's size."""
    for cell, align in zip(row.cells, aligns, strict=False):
        for paragraph in cell:
            form: Form = paragraph.form
            if form.align != align:
                yield case.wrong(paragraph.words, ('การจัดแนวในช่อง', 'alignment of a cell'), form.align, align)
            for name in ('left', 'right', 'first_line', 'before', 'after', 'line'):
                thai, english, unit = MEASURES[name]
                if abs(getattr(form, name)) > HALF:
                    yield case.wrong(
                        paragraph.words, (thai, english), f'{rounded(getattr(form, name))} {unit}', f'0 {unit}'
                    )
            yield from _sizes(case, paragraph, frozenset({case.layout.font.size}))


def _widths(case: Case, table: Table, widths: tuple[float, ...], indent: float) -> Iterator[Finding]:
    right = len(table.widths) == len(widths) and all(
        abs(one - other) <= PLACE for one, other in zip(table.widths, widths, strict=True)
    )
    if not right:
        shown = [' '.join(map(rounded, found)) for found in (table.widths, widths)]
        yield case.wrong(table.words, ('ความกว้างคอลัมน์', 'widths of columns'), f'{shown[0]} cm', f'{shown[1]} cm')
    if abs(table.indent - indent) > HALF:
        what = ('ระยะเยื้องตาราง', 'indent of the table')
        yield case.wrong(table.words, what, f'{rounded(table.indent)} cm', f'{rounded(indent)} cm')


def _height(case: Case, row: Row, height: float) -> Iterator[Finding]:
    if abs(row.height - height) > HALF:
        what = ('ความสูงแถว', 'height of a row')
        yield case.wrong(row.words, what, f'{rounded(row.height)} cm', f'{rounded(height)} cm')


def _yes(on: bool) -> str:
    return '✓' if on else '✗'
