"""Who changed it, when, and under which number: what every tracked change bears."""

from __future__ import annotations

import datetime
from itertools import count
from typing import Literal

from saraban.render.docx.oxml import Element, el, qn

Fate = Literal['same', 'ins', 'del', 'moveTo', 'moveFrom']
"""What became of a piece of the body; the names are those of the elements that say so."""

NEW = frozenset({'same', 'ins', 'moveTo'})
"""Fates of what stands in the new paper."""
OLD = frozenset({'same', 'del', 'moveFrom'})
"""Fates of what stood in the old one."""


class Stamp:
    """Makes the elements of tracked changes; each has a number of its own, counted from 1 in the order of asking."""

    def __init__(self, author: str, date: datetime.date | None = None) -> None:
        """Takes the author's name and a day; without one the changes bear no time, so that bytes stay the same."""
        self._signed = {'author': author} | ({'date': f'{date.isoformat()}T00:00:00Z'} if date else {})
        self._numbers = count(1)

    def mark(self, name: str, *children: Element) -> Element:
        """A change around its children: `ins`, `del`, `moveFrom`, `moveTo`, `rPrChange`, `pPrChange`."""
        return el(name, *children, id=next(self._numbers), **self._signed)

    def move_range(self, fate: Fate, move: int) -> tuple[Element, Element]:
        """Start and end of one place of a move; both places bear the same name."""
        number = next(self._numbers)
        start = el(f'{fate}RangeStart', id=number, **self._signed)
        start.set(qn('name'), f'move{move}')
        return start, el(f'{fate}RangeEnd', id=number)
