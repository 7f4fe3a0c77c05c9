"""Justification as Word's thaiDistribute does it: spaces widen first, then the gaps between clusters. Pure reckoning."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise

from saraban.words import clusters


@dataclass(frozen=True, slots=True)
class Caps:
    """The most that justification may do, in em.

    `space` is added to a space before clusters are parted, `cluster` between two clusters; `shrink` is taken from a space (a
    quarter of TH Sarabun's, 0.216 em wide) where a little too much stands on a line. No gap gets wider than 0.6 em.
    """

    space: float = 0.25
    cluster: float = 0.25
    shrink: float = 0.054


WHOLE_RUN = 100
"""Gap between clusters, in thousandths of an em, above which readers are told a run's text.

Poppler takes gaps from 150 on for spaces, PDFium from 200 on."""


@dataclass(frozen=True, slots=True)
class Spread:
    """What is added after characters of a text: UTF-8 offset of a cluster's end to thousandths of `em` (px)."""

    after: Mapping[int, int]
    em: float
    widest_gap: int = 0

    @property
    def key(self) -> tuple[float, tuple[tuple[int, int], ...]]:
        """What two spreads of one text that do the same have in common."""
        return self.em, tuple(self.after.items())

    @property
    def width(self) -> float:
        """Everything added, in px."""
        return sum(self.after.values()) * self.em / 1000


@dataclass(frozen=True, slots=True)
class Gaps:
    """Where a text can be widened: UTF-8 offsets of the ends of its spaces, and of clusters with a cluster after them."""

    spaces: Sequence[int]
    clusters: Sequence[int]


def utf8_offsets(text: str) -> list[int]:
    """Where each character of a text starts in UTF-8, and where the last ends."""
    sizes = [3 if '\u0800' <= letter <= '\uffff' else 1 if letter < '\x80' else len(letter.encode()) for letter in text]
    return [0, *accumulate(sizes)]


def gaps(text: str) -> Gaps:
    """The places of a text that justification may widen; Latin words and figures keep their shape."""
    spaces, between = [], []
    offsets, position = utf8_offsets(text), 0
    parts = [*clusters(text), '']
    for part, following in pairwise(parts):
        position += len(part)
        offset = offsets[position]
        if part in ' \u00a0':
            spaces.append(offset)
        elif following and following not in ' \u00a0' and (_is_thai(part) or _is_thai(following)):
            between.append(offset)
    return Gaps(spaces, between)


def distribute(found: Sequence[Gaps], slack: float, em: float, caps: Caps) -> list[Spread] | None:
    """How the texts of one line take up slack (px), or None if the caps forbid it."""
    spaces = sum(len(places.spaces) for places in found)
    between = sum(len(places.clusters) for places in found)
    whole = int(slack / em * 1000)
    in_spaces = min(whole, int(caps.space * 1000) * spaces)
    in_gaps = whole - in_spaces
    if in_gaps and (not between or in_gaps > caps.cluster * 1000 * between):
        return None
    space_shares, gap_shares = iter(_shares(in_spaces, spaces)), iter(_shares(in_gaps, between))
    spreads = []
    for places in found:
        after = {offset: next(gap_shares) for offset in places.clusters}
        widest = max(after.values(), default=0)
        after.update((offset, next(space_shares)) for offset in places.spaces)
        spreads.append(Spread(after, em, widest))
    return spreads


def squeeze(text: str, share: int, em: float) -> Spread:
    """The spread of a text whose spaces lose a share each (thousandths of an em)."""
    return Spread(dict.fromkeys(gaps(text).spaces, -share), em)


def _shares(total: int, count: int) -> list[int]:
    """A whole number in parts that differ by one at most, evenly mixed."""
    return [total * (i + 1) // count - total * i // count for i in range(count)]


def _is_thai(part: str) -> bool:
    return '\u0e01' <= part[0] <= '\u0e5b'
