"""Merged paragraphs, and what becomes of their ends.

In Word a paragraph's form belongs to its end: where an end is put in or taken out, the words before it run into the next
paragraph and take the form of that one's end. A table does not let the words before it run on, nor does the end of a
cell or of the paper. So the last end before any of these is one that both papers have, and ends before it are put in or
taken out instead.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from copy import deepcopy
from dataclasses import dataclass, field
from itertools import groupby
from typing import Literal

from saraban.render.docx import schema
from saraban.render.docx.oxml import Element, el, qn
from saraban.review.word.atoms import END, Step, canonical, runs
from saraban.review.word.stamp import NEW, OLD, Fate, Stamp

_NOT_FORM = {qn('rPr'), qn('sectPr'), qn('pPrChange')}


@dataclass(slots=True)
class Merged:
    """A paragraph of the merged paper: its content, what became of its end, the properties of the end on each side.

    `stays` says whether anything of the content stands in the old paper, and in the new one. An end that is `passing` is
    in neither: it only parts what must not touch while both are shown. `after` are marks that follow the paragraph.
    """

    content: list[Element]
    end: Fate | Literal['passing']
    old: Element | None = None
    new: Element | None = None
    stays: tuple[bool, bool] = (False, False)
    after: list[Element] = field(default_factory=list)


@dataclass(slots=True)
class Grid:
    """A table of the merged paper; one that is not the same stands in one of the papers alone."""

    element: Element
    fate: Fate


Item = Merged | Grid


def paragraphs_of(steps: Sequence[Step], stamp: Stamp) -> list[Merged]:
    """Steps as paragraphs; every one of them ends in an end."""
    found: list[Merged] = []
    inside: list[Step] = []
    for step in steps:
        if step.atom.sign != END:
            inside.append(step)
            continue
        stays = any(one.fate in OLD for one in inside), any(one.fate in NEW for one in inside)
        old = _form_of(step.old.properties) if step.old else None
        new = _form_of(step.new.properties) if step.new else None
        found.append(Merged(runs(inside, stamp), step.fate, old, new, stays))
        inside = []
    return found


def kept_whole(old: Element, new: Element) -> Merged:
    """A paragraph whose content is the same on both sides, to the letter."""
    content = [deepcopy(child) for child in new if child.tag != qn('pPr')]
    return Merged(content, 'same', _form_of(old.find(qn('pPr'))), _form_of(new.find(qn('pPr'))), (True, True))


def _form_of(properties: Element | None) -> Element:
    return el('pPr') if properties is None else properties


def settled(items: Sequence[Item]) -> list[Item]:
    """The items of a body or a cell, the last end before a table one of both papers if it can be, and the last of all.

    An empty paragraph between two tables that comes or goes with one of them is marked as it is: nothing runs on from it.
    """
    found: list[Item] = []
    for _, group in groupby(items, key=lambda item: isinstance(item, Grid)):
        together = list(group)
        lines = [item for item in together if isinstance(item, Merged)]
        found += _ended_in_both(lines) if lines else together
    since = max((at + 1 for at, item in enumerate(found) if isinstance(item, Grid) and item.fate == 'same'), default=0)
    _end_across([item for item in found[since:] if isinstance(item, Merged)])
    return _parted(found)


def _trailing(paragraphs: Sequence[Merged]) -> int:
    """Where the last paragraphs begin whose ends only one paper has."""
    at = len(paragraphs)
    while at and paragraphs[at - 1].end != 'same':
        at -= 1
    return at


def _ended_in_both(paragraphs: list[Merged]) -> list[Merged]:
    """Paragraphs that stand next to each other, their last end one of both papers if it can be.

    Where both papers have a last end of their own, the last of the one runs into the first that follows it of the other.
    """
    at = _trailing(paragraphs)
    tail = paragraphs[at:]
    last_new = max((n for n, one in enumerate(tail) if one.end in NEW), default=-1)
    last_old = max((n for n, one in enumerate(tail) if one.end in OLD), default=-1)
    if min(last_new, last_old) < 0:
        _end_across(paragraphs)
        return paragraphs
    earlier = min(last_new, last_old)
    first, second = tail[earlier], tail.pop(earlier + 1)
    both = Merged(
        first.content + second.content,
        second.end,
        second.old,
        second.new,
        (first.stays[0] or second.stays[0], first.stays[1] or second.stays[1]),
        first.after + second.after,
    )
    tail[earlier] = both
    last = tail[-1]
    last.old, last.new, last.end = _either(last.old, first.old), _either(last.new, first.new), 'same'
    return [*paragraphs[:at], *tail]


def _end_across(paragraphs: list[Merged]) -> None:
    """Makes the last end one of both papers: the end before it that both had is put in or taken out in its stead."""
    at = _trailing(paragraphs)
    if at == len(paragraphs):
        return
    tail, last = paragraphs[at:], paragraphs[-1]
    other = [one for one in tail if (one.end in NEW) != (last.end in NEW)]
    if other:  # the two ends are parted by a table; what stands before the first runs on only while both are shown
        before = other[-1]
        before.end = 'passing'
    elif at:
        before = paragraphs[at - 1]
        before.end = 'ins' if last.end in NEW else 'del'
    else:
        return
    last.old, last.new, last.end = _either(last.old, before.old), _either(last.new, before.new), 'same'


def _either(one: Element | None, other: Element | None) -> Element | None:
    return other if one is None else one


def ended(items: list[Item]) -> list[Item]:
    """Settled items of a body, whose last end Word always keeps, even where the other paper has nothing at all."""
    last = items[-1]
    if isinstance(last, Merged) and last.end != 'same':
        last.old, last.new, last.end = _either(last.old, last.new), _either(last.new, last.old), 'same'
    return items


def _parted(items: Sequence[Item]) -> list[Item]:
    """The items, with something between two tables, which Word would join."""
    found: list[Item] = []
    for item in items:
        if found and isinstance(item, Grid) and isinstance(found[-1], Grid):
            spacing = el('spacing', before=0, after=0, line=20, lineRule='exact')
            found.append(Merged([], 'passing', None, el('pPr', spacing)))
        found.append(item)
    return found


def written(items: Sequence[Item], stamp: Stamp) -> Iterator[Element]:
    """The elements of settled items, in order."""
    followed: dict[int, tuple[Element | None, Element | None]] = {}
    old = new = None
    for item in reversed(items):
        if isinstance(item, Grid):
            old = new = None
            continue
        followed[id(item)] = old, new
        old = item.old if item.end in OLD else old
        new = item.new if item.end in NEW else new
    for item in items:
        if isinstance(item, Grid):
            yield item.element
        else:
            yield _paragraph(item, *followed[id(item)], stamp)
            yield from item.after


def _paragraph(item: Merged, next_old: Element | None, next_new: Element | None, stamp: Stamp) -> Element:
    """A paragraph with its end marked.

    Where words run on into the next paragraph, some programs keep the form of the first end, not of the last: both ends
    then say the same.
    """
    form, former = (item.new, item.old) if item.end == 'same' else (item.new if item.end in NEW else item.old, None)
    form = item.new if form is None else form
    if item.end == 'del' and item.stays[1] and next_new is not None:
        form, former = next_new, item.old
    elif item.end == 'ins' and item.stays[0] and next_old is not None:
        former = next_old
    elif item.end in {'ins', 'del'} and item.old is not None and item.new is not None:
        form, former = item.new, item.old
    assert form is not None
    properties = el('pPr', *(deepcopy(child) for child in form if child.tag not in _NOT_FORM))
    mark = _mark(item, form, former, stamp)
    if mark is not None:
        schema.put(properties, schema.PARAGRAPH, mark)
    if former is not None and _shape(former) != _shape(form):
        change = stamp.mark('pPrChange', el('pPr', *(deepcopy(c) for c in former if c.tag not in _NOT_FORM)))
        schema.put(properties, schema.PARAGRAPH, change)
    return el('p', *([properties] if len(properties) else []), *item.content)


def _shape(properties: Element) -> list[bytes]:
    return [canonical(child) for child in properties if child.tag not in _NOT_FORM]


def _mark(item: Merged, form: Element, former: Element | None, stamp: Stamp) -> Element | None:
    """The properties of a paragraph's end itself: what became of it, then how it looks and looked."""
    ends = {'same': (), 'passing': ('ins', 'del')}.get(item.end, (item.end,))
    look = form.find(qn('rPr'))
    inside = [stamp.mark(name) for name in ends] + [deepcopy(child) for child in (look if look is not None else ())]
    before = former.find(qn('rPr')) if former is not None else look
    if canonical(before) != canonical(look):
        kept = [deepcopy(child) for child in (before if before is not None else ())]
        inside.append(stamp.mark('rPrChange', el('rPr', *kept)))
    return el('rPr', *inside) if inside else None
