"""Two versions of a table: its columns, its rows by id and likeness, its cells by column."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from saraban.review.changes import RowChange, RowKind, TextChange
from saraban.review.counted import Named, counted_number, counting_columns, moved_along, named_rows
from saraban.review.fields import Differ, counted, field_changes, merged_order, words_of_part
from saraban.review.pairing import Pair, Piece, pairs
from saraban.views.blocks import Cell, Row, Table


def table_changes(old: Table, new: Table, differ: Differ) -> tuple[tuple[TextChange, ...], tuple[RowChange, ...]]:
    """The texts of two versions of a table, its headings first, and what became of its rows.

    A row that stands elsewhere than before is gone there and new here: what a row says depends on the rows above it.
    """
    columns, _ = pairs(_columns(old), _columns(new))
    counting = counting_columns(old if old.columns else None, new if new.columns else None)
    texts: list[TextChange] = []
    for i, j in merged_order(len(old.columns), len(new.columns), columns):
        headings = (
            old.columns[i].heading if i is not None else None,
            new.columns[j].heading if j is not None else None,
        )
        if old.header or new.header:
            texts += field_changes(*headings, differ, (f'columns.{i}', f'columns.{j}'))
    rows: list[RowChange] = []
    same = old.rows == new.rows
    named = named_rows(old.rows, counting[0]), named_rows(new.rows, counting[1])
    kept = (
        [(n, n) for n in range(len(old.rows))]
        if same
        else pairs(_rows(old, counting[0], named[0]), _rows(new, counting[1], named[1]))[0]
    )
    for i, j in merged_order(len(old.rows), len(new.rows), kept):
        found = _row_changes(
            old.rows[i] if i is not None else None, new.rows[j] if j is not None else None, columns, counting, differ
        )
        if i is not None and j is not None and moved_along(named[0][i], named[1][j]):
            found = [counted(text) if _is_first(text, new.rows[j]) else text for text in found]
        texts += found
        rows.append(RowChange(_kind(i, j, found), i, j))
    return tuple(texts), tuple(rows)


def one_sided(table: Table, differ: Differ, *, gone: bool) -> tuple[tuple[TextChange, ...], tuple[RowChange, ...]]:
    """The texts and rows of a table that only one paper has."""
    empty = Table(table.id, (), (), header=table.header)
    return table_changes(table, empty, differ) if gone else table_changes(empty, table, differ)


def _kind(i: int | None, j: int | None, texts: list[TextChange]) -> RowKind:
    if i is None:
        return 'added'
    if j is None:
        return 'removed'
    changed = [text for text in texts if text.changed]
    if not changed:
        return 'same'
    return 'renumbered' if all(text.renumbered for text in changed) else 'changed'


def _columns(table: Table) -> list[Piece]:
    keys = [column.key for column in table.columns]
    return [
        Piece('column', column.key if keys.count(column.key) == 1 else '', words_of_part(column.heading))
        for column in table.columns
    ]


def _rows(table: Table, counting: set[int], named: Sequence[Named | None]) -> list[Piece]:
    """The rows as they are paired: the number of each is left out, which follows from where it stands.

    A sum is known by the rows that it stands under: its own words are numbers.
    """
    found, group = [], ''
    for row, name in zip(table.rows, named, strict=True):
        numbers = _numbers(row.cells, counting)
        said = [words_of_part(cell) for at, cell in enumerate(row.cells) if at not in numbers]
        if name:
            said[0] = f'{name.before}{name.after}'
        words = '\n'.join(said)
        if row.style == 'group':
            group = words
        key = row.id.removeprefix(f'{table.id}/')
        found.append(Piece(row.style, key, f'{group}\n{words}' if row.style == 'subtotal' else words))
    return found


def _is_first(text: TextChange, row: Row) -> bool:
    """Whether a text stands in the first cell of a row."""
    return text.new_slot is not None and text.new_slot.startswith(f'rows.{row.id}.cells.0.')


def _row_changes(
    old: Row | None, new: Row | None, columns: list[Pair], counting: tuple[set[int], set[int]], differ: Differ
) -> list[TextChange]:
    before, after = old.cells if old else (), new.cells if new else ()
    names = (f'rows.{old.id}.cells' if old else '', f'rows.{new.id}.cells' if new else '')
    numbers = _numbers(before, counting[0]), _numbers(after, counting[1])
    found: list[TextChange] = []
    for i, j in merged_order(len(before), len(after), _cells(before, after, columns) if old and new else []):
        one, other = before[i] if i is not None else None, after[j] if j is not None else None
        texts = field_changes(one, other, differ, (f'{names[0]}.{i}', f'{names[1]}.{j}'))
        is_number = (i is None or i in numbers[0]) and (j is None or j in numbers[1])
        found += map(counted, texts) if is_number else texts
    if not (old and new) and all(text.counted for text in found):
        return [replace(text, counted=False) for text in found]  # all that the row says
    return found


def _numbers(cells: tuple[Cell, ...], counting: set[int]) -> set[int]:
    """Which cells of a row hold its number."""
    starts = _starts(cells)
    return {starts[at] for at in counting & set(starts) if counted_number(cells[starts[at]]) is not None}


def _cells(old: tuple[Cell, ...], new: tuple[Cell, ...], columns: list[Pair]) -> list[Pair]:
    """The cells that stand under the same column; a wide one stands under its first."""
    starts, others = _starts(old), _starts(new)
    if [cell.span for cell in old] == [cell.span for cell in new] and all(i == j for i, j in columns):
        return [(n, n) for n in range(len(old))]
    return [(starts[i], others[j]) for i, j in columns if i in starts and j in others]


def _starts(cells: tuple[Cell, ...]) -> dict[int, int]:
    """Which cell begins under a column."""
    found, column = {}, 0
    for at, cell in enumerate(cells):
        found[column] = at
        column += cell.span
    return found
