"""Two versions of a table merged, row by row and cell by cell."""

from __future__ import annotations

from collections.abc import Sequence
from copy import deepcopy
from typing import Literal

from saraban.render.docx.oxml import Element, el, qn
from saraban.review.changes import BlockChange
from saraban.review.word.along import Chunk, laid_over
from saraban.review.word.atoms import Step, atoms_of, canonical, one_sided
from saraban.review.word.cells import Cells
from saraban.review.word.paragraphs import Grid, paragraphs_of, settled, written
from saraban.review.word.stamp import Stamp

Side = Literal['ins', 'del']


def merged_tables(old: Element, new: Element, change: BlockChange, stamp: Stamp) -> list[Grid]:
    """One table with its changes inside; where the columns are others, the old one and the new one."""
    if _frame(old) != _frame(new):
        return [one_sided_table(old, 'del', stamp), one_sided_table(new, 'ins', stamp)]
    table = el('tbl', *(deepcopy(child) for child in new if child.tag != qn('tr')))
    before, after = old.findall(qn('tr')), new.findall(qn('tr'))
    cells = Cells(change, len(new.findall(f'{qn("tblGrid")}/{qn("gridCol")}')))
    for i, j in cells.rows(len(before), len(after)):
        if i is not None and j is not None and _skeleton(before[i]) == _skeleton(after[j]):
            said = [cells.said((i, at), (j, at)) for at in range(len(before[i]))]
            table.append(_merged_row(before[i], after[j], said, stamp))
            continue
        if i is not None:
            table.append(_one_sided_row(before[i], 'del', stamp))
        if j is not None:
            table.append(_one_sided_row(after[j], 'ins', stamp))
    return [Grid(table, 'same')]


def one_sided_table(table: Element, side: Side, stamp: Stamp) -> Grid:
    """A table of one paper alone: each of its rows put in or taken out."""
    frame = [deepcopy(child) for child in table if child.tag != qn('tr')]
    rows = [_one_sided_row(row, side, stamp) for row in table.iterchildren(qn('tr'))]
    return Grid(el('tbl', *frame, *rows), side)


def _frame(table: Element) -> list[bytes]:
    """All of a table but its rows."""
    return [canonical(child) for child in table if child.tag != qn('tr')]


def _skeleton(row: Element) -> list[bytes]:
    """All of a row but what its cells hold."""
    return [canonical(row.find(qn('trPr'))), *(canonical(cell.find(qn('tcPr'))) for cell in row.iterchildren(qn('tc')))]


def _merged_row(old: Element, new: Element, said: Sequence[Sequence[Chunk]], stamp: Stamp) -> Element:
    row = el('tr', *(deepcopy(child) for child in new if child.tag != qn('tc')))
    pairs = zip(old.iterchildren(qn('tc')), new.iterchildren(qn('tc')), strict=True)
    for at, (one, other) in enumerate(pairs):
        row.append(_merged_cell(one, other, said[at], stamp))
    return row


def _merged_cell(old: Element, new: Element, said: Sequence[Chunk], stamp: Stamp) -> Element:
    before, after = old.findall(qn('p')), new.findall(qn('p'))
    return _cell(new, laid_over(atoms_of(before), atoms_of(after), said), stamp)


def _cell(cell: Element, steps: Sequence[Step], stamp: Stamp) -> Element:
    frame = (deepcopy(child) for child in cell if child.tag != qn('p'))
    return el('tc', *frame, *written(settled(paragraphs_of(steps, stamp)), stamp))


def _one_sided_row(row: Element, side: Side, stamp: Stamp) -> Element:
    """A row with its mark and all that its cells hold marked too, so that any program sees it."""
    made = el('tr', *(deepcopy(child) for child in row if child.tag != qn('tc')))
    properties = made.find(qn('trPr'))
    if properties is None:
        properties = el('trPr')
        made.insert(0, properties)
    properties.append(stamp.mark(side))
    for cell in row.iterchildren(qn('tc')):
        atoms = atoms_of(cell.findall(qn('p')))
        made.append(_cell(cell, [one_sided(side, atom) for atom in atoms], stamp))
    return made
