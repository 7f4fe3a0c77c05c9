"""Two bodies of Word files merged along what a comparison found: accepted it is the new one, rejected the old one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from copy import deepcopy

from saraban.render.docx.body import Written
from saraban.render.docx.oxml import Element, qn
from saraban.review.changes import BlockChange
from saraban.review.word.along import Chunk, chunks_of, laid_over
from saraban.review.word.atoms import Step, atoms_of, canonical
from saraban.review.word.paragraphs import Grid, Item, Merged, ended, kept_whole, paragraphs_of, settled, written
from saraban.review.word.rows import merged_tables, one_sided_table
from saraban.review.word.stamp import Fate, Stamp


def merged_body(
    old: Sequence[Written], new: Sequence[Written], changes: Sequence[BlockChange], stamp: Stamp
) -> list[Element]:
    """The elements of the merged body; `old` and `new` are what each block gives, written by one engine."""
    items = ended(settled(list(_Merging(old, new, changes, stamp).items())))
    return list(written(items, stamp))


class _Merging:
    """The merging of one paper."""

    def __init__(
        self, old: Sequence[Written], new: Sequence[Written], changes: Sequence[BlockChange], stamp: Stamp
    ) -> None:
        self._old = {one.at: one.elements for one in old}
        self._new = {one.at: one.elements for one in new}
        self._changes = changes
        self._stamp = stamp
        self._moves = self._moved()

    def items(self) -> Iterator[Item]:
        """The paragraphs and tables of the merged body."""
        for change in self._changes:
            if change.moved in self._moves:
                yield from self._move(change)
            else:
                yield from self._both(*self._elements(change), change)
        yield from self._both(self._old.get(None, []), self._new.get(None, []), None)

    def _elements(self, change: BlockChange) -> tuple[list[Element], list[Element]]:
        """What the blocks of a change give on each side; further blocks stand behind the first."""
        sides = (self._old, change.old, change.old_at), (self._new, change.new, change.new_at)
        old, new = (
            [element for n in range(len(blocks)) for element in written[at + n]] if at is not None else []
            for written, blocks, at in sides
        )
        return old, new

    def _both(self, old: list[Element], new: list[Element], change: BlockChange | None) -> Iterator[Item]:
        """The elements of one block: of both sides, or of one where the other has none."""
        if [*map(canonical, old)] == [*map(canonical, new)]:
            yield from map(_kept, new)
            return
        tables = _tables(old), _tables(new)
        said: list[Chunk] = chunks_of(change) if change and not any(tables) else []
        yield from paragraphs_of(laid_over(atoms_of(_lines(old)), atoms_of(_lines(new)), said), self._stamp)
        if all(tables) and change:
            yield from merged_tables(tables[0][0], tables[1][0], change, self._stamp)
            return
        yield from (one_sided_table(table, 'del', self._stamp) for table in tables[0])
        yield from (one_sided_table(table, 'ins', self._stamp) for table in tables[1])

    def _moved(self) -> dict[int, list[Step]]:
        """How each moved block was there and is here. A moved table is taken out and put in, row by row."""
        origins = {change.moved: change for change in self._changes if change.moved and change.kind == 'removed'}
        found: dict[int, list[Step]] = {}
        for change in self._changes:
            if change.moved and change.kind == 'added':
                (old, _), (_, new) = self._elements(origins[change.moved]), self._elements(change)
                if not (_tables(old) or _tables(new)):
                    found[change.moved] = laid_over(atoms_of(old), atoms_of(new), chunks_of(change))
        return found

    def _move(self, change: BlockChange) -> list[Merged]:
        """One place of a moved block. Words that it lost are struck where it was, words that it won put in where it is."""
        steps = self._moves[change.moved]
        fate: Fate
        if change.kind == 'removed':
            fate = 'moveFrom'
            steps = [Step(fate if step.new else 'del', step.old, None) for step in steps if step.old]
        else:
            fate = 'moveTo'
            steps = [Step(fate if step.old else 'ins', None, step.new) for step in steps if step.new]
        start, end = self._stamp.move_range(fate, change.moved)
        paragraphs = paragraphs_of(steps, self._stamp)
        paragraphs[0].content.insert(0, start)
        paragraphs[-1].after.append(end)
        return paragraphs


def _kept(element: Element) -> Item:
    return Grid(deepcopy(element), 'same') if element.tag == qn('tbl') else kept_whole(element, element)


def _tables(elements: Sequence[Element]) -> list[Element]:
    return [element for element in elements if element.tag == qn('tbl')]


def _lines(elements: Sequence[Element]) -> list[Element]:
    return [element for element in elements if element.tag == qn('p')]
