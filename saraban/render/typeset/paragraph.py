"""A paragraph as the engine lays it out: the text of its boxes joined, measured, and parted into lines."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from math import ceil

from saraban.render.typeset.lines import TOLERANCE, Measured, Room, choose, fit
from saraban.words import INSIDE_TERM, Break, Segmenter


@dataclass(frozen=True, slots=True)
class LineEnd:
    """Where a line ends, and what each of its spaces shrinks by, in thousandths of an em."""

    position: int
    squeeze: int = 0


@dataclass(slots=True)
class Paragraph:
    """The joined text of a line box with its break opportunities, and the line ends once they are chosen for a width.

    `regular` is false where some box's width is not known beforehand: then each line is filled as the engine comes to it.
    `held` are the stretches that must not wrap.
    """

    line: Measured
    breaks: list[Break]
    segmenter: Segmenter
    em: float
    regular: bool
    shrink: float = 0.0
    held: Sequence[tuple[int, int]] = ()
    _ends: list[LineEnd] = field(default_factory=list)
    _room: Room | None = None

    def choose_ends(self, first: float, rest: float, start: int = 0) -> None:
        """Choose all line ends from a position on, for a width of the first line and one of the others, in px."""
        room = Room(first, rest, self.em, self.shrink * self.em)
        if room == self._room:
            return
        self._room, self._ends = room, []
        self._add_last_resorts(min(first, rest))
        for begin, stop in self._forced() if self.regular else ():
            if stop > start:
                begin = max(begin, start)  # noqa: PLW2901 - the part that is left of it
                ends = choose(self.line, begin, stop, self._between(begin, stop), room)
                self._ends += self._squeezed(begin, ends or [], room)
                room = Room(rest, rest, self.em, room.shrink)

    def forget_ends(self) -> None:
        """Fill lines one by one: their widths will differ."""
        self._room, self._ends = None, []

    def is_set_for(self, rest: float) -> bool:
        """Whether line ends are chosen for a width of all lines but the first."""
        return self._room is not None and self._room.rest == rest

    def end_of_line(self, start: int, stop: int, width: float) -> LineEnd | None:
        """Where a line ends that goes on at `start` in a box whose text ends at `stop`; at `stop` if the rest stays on the line.

        None where nothing was chosen and the rest fits.
        """
        index = bisect_right(self._ends, start, key=_position)
        if index < len(self._ends):
            end = self._ends[index]
            position = min(end.position, stop)
            squeezed = end.squeeze * self.em / 1000 * self.line.inner_spaces(start, position)
            if self.line.width(start, position) - squeezed <= width + TOLERANCE:
                return LineEnd(position, end.squeeze)
        elif self._ends and self.line.width(start, stop) <= width + TOLERANCE:
            return None
        fitting = fit(self.line, start, stop, self._between(start, stop), width)
        return None if fitting is None else LineEnd(fitting)

    def may_break_before(self, position: int) -> bool:
        """Whether a line may begin at a position."""
        return self.ends_at(position) if self._ends else any(b.position == position for b in self.breaks)

    def ends_at(self, position: int) -> bool:
        """Whether a line was chosen to end before a position."""
        return any(end.position == position for end in self._ends)

    def penalty(self, position: int) -> int:
        """What a break costs at a position; 0 where there is none."""
        return next((b.penalty for b in self.breaks if b.position == position), 0)

    def unbroken_widths(self) -> Iterator[float]:
        """Widths in px of the pieces that a line should not part."""
        for start, stop in self._forced():
            places = [start, *(b.position for b in self._between(start, stop) if b.penalty < INSIDE_TERM), stop]
            yield from (self.line.width(piece, end) for piece, end in pairwise(places))

    def forced_line_widths(self) -> Iterator[float]:
        """Widths in px of the lines if they end only where they must."""
        return (self.line.width(start, stop) for start, stop in self._forced())

    def holds(self, position: int) -> bool:
        """Whether a position is inside a stretch that must not wrap."""
        return any(start < position < stop for start, stop in self.held)

    def _forced(self) -> Iterator[tuple[int, int]]:
        start = 0
        for part in self.line.text.split('\n'):
            yield start, start + len(part)
            start += len(part) + 1

    def _between(self, start: int, stop: int) -> list[Break]:
        first = bisect_right(self.breaks, start, key=_position)
        return self.breaks[first : bisect_left(self.breaks, stop, key=_position)]

    def _squeezed(self, start: int, ends: list[int], room: Room) -> Iterator[LineEnd]:
        width = room.first
        for end in ends:
            excess = self.line.width(start, end) - width
            spaces = self.line.inner_spaces(start, end)
            yield LineEnd(end, ceil(excess / self.em * 1000 / spaces) if excess > TOLERANCE and spaces else 0)
            start, width = end, room.rest

    def _add_last_resorts(self, width: float) -> None:
        """Let lines end inside pieces that are wider than a line."""
        places = [0, *(b.position for b in self.breaks), len(self.line.text)]
        found = list(self.breaks)
        for start, end in pairwise(places):
            if self.line.width(start, end) > width + TOLERANCE:
                found += self.segmenter.last_resorts(self.line.text, start, end)
        if len(found) > len(self.breaks):
            self.breaks = [b for b in sorted(found, key=_position) if not self.holds(b.position)]


def _position(place: Break | LineEnd) -> int:
    return place.position
