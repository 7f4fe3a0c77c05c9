"""How a font draws Thai clusters: each base with each run of marks, asked from HarfBuzz and put in text order.

What is observed here becomes the rules of the derived face. HarfBuzz splits every ำ in two, fonts swap marks, and fonts older
than OpenType shift marks through private-use characters; written down as glyphs in text order, none of it reaches a text layer.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from saraban.render.fonts.shaping import Placed, Shaper

CONSONANTS = ''.join(map(chr, range(0x0E01, 0x0E2F)))
DOTTED_CIRCLE = '\u25cc'
TONES = '\u0e48\u0e49\u0e4a\u0e4b'
TOPS = TONES + '\u0e4c'
"""Marks that can stand over another one: the tones and thanthakhat."""
ABOVE = '\u0e31\u0e34\u0e35\u0e36\u0e37\u0e47\u0e4d\u0e4e'
BELOW = '\u0e38\u0e39\u0e3a'
MARKS = ABOVE + TOPS + BELOW
NIKHAHIT, SARA_AA, SARA_AM, LAKKHANGYAO = '\u0e4d\u0e32\u0e33\u0e45'
PAIRS = (*((a, t) for a in ABOVE for t in TOPS), *((b, m) for b in BELOW for m in TOPS + ABOVE))
SARA_AMS = (SARA_AM, *(tone + SARA_AM for tone in TONES))
SEQUENCES = (*MARKS, *(a + b for a, b in PAIRS), *SARA_AMS)


class Look(NamedTuple):
    """A glyph by name as drawn: its advance, and its shift from where the pen stands, in font units."""

    glyph: str
    advance: int
    dx: int
    dy: int


Drawn = Mapping[str, tuple[Look, ...]]
"""What stands after a base for each run of marks."""


@dataclass(frozen=True)
class Clusters:
    """What was observed: groups of bases that behave alike, and bases that lose their feet."""

    groups: Sequence[tuple[Sequence[str], Drawn]]
    """Bases (characters) and how marks are drawn after each of them."""
    feet: Mapping[tuple[str, str], str]
    """The glyph of a base before a mark (characters), where it is another than it is alone."""

    def glyphs(self) -> set[str]:
        """The names of all glyphs seen."""
        looks = {look.glyph for _, drawn in self.groups for marks in drawn.values() for look in marks}
        return looks | set(self.feet.values())


def observe(shaper: Shaper, order: Sequence[str], cmap: Mapping[int, str]) -> Clusters:
    """Shape every base with every run of marks that the font has; ``order`` gives a glyph's name by its id."""
    bases = [base for base in CONSONANTS + DOTTED_CIRCLE if ord(base) in cmap]
    sequences = [marks for marks in SEQUENCES if _has(cmap, marks.replace(SARA_AM, NIKHAHIT + SARA_AA))]
    placed = {(base, marks): shaper.shape(base + marks)[1:] for base in bases for marks in sequences}
    below = {glyph.glyph for base in bases for vowel in BELOW for glyph in placed.get((base, vowel), ())}
    groups: dict[tuple[tuple[Look, ...], ...], list[str]] = {}
    for base in bases:
        looks = tuple(_in_text_order(placed[base, marks], below, order) for marks in sequences)
        groups.setdefault(looks, []).append(base)
    return Clusters(
        [(alike, dict(zip(sequences, looks, strict=True))) for looks, alike in groups.items()],
        _feet(shaper, order, cmap, bases),
    )


def _has(cmap: Mapping[int, str], text: str) -> bool:
    return all(ord(letter) in cmap for letter in text)


def _feet(
    shaper: Shaper, order: Sequence[str], cmap: Mapping[int, str], bases: Sequence[str]
) -> dict[tuple[str, str], str]:
    changed = {}
    for base in bases:
        for follower in filter(lambda letter: ord(letter) in cmap, MARKS + LAKKHANGYAO):
            placed = shaper.shape(base + follower)
            glyph = order[placed[0].glyph]
            if len(placed) == 2 and glyph != cmap[ord(base)]:
                changed[base, follower] = glyph
    return changed


def _in_text_order(placed: Sequence[Placed], below: Collection[int], order: Sequence[str]) -> tuple[Look, ...]:
    """Put a mark and the vowel below that the font swapped back, each where it was drawn."""
    origins, pen = [], 0
    for glyph in placed:
        origins.append((pen + glyph.dx, glyph))
        pen += glyph.advance
    if len(origins) == 2 and origins[1][1].glyph in below and origins[0][1].glyph not in below:
        origins.reverse()
    looks, pen = [], 0
    for x, glyph in origins:
        looks.append(Look(order[glyph.glyph], glyph.advance, x - pen, glyph.dy))
        pen += glyph.advance
    return tuple(looks)
