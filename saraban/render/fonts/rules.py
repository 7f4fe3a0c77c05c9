"""Substitutions that draw every Thai cluster as it was observed: in text order, with ำ and its tone as one glyph.

Where marks stand is part of the glyphs, so the derived face needs no positioning rules, and a PDF no shifts inside words, which
readers take for spaces.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from saraban.render.fonts.clusters import (
    LAKKHANGYAO,
    MARKS,
    NIKHAHIT,
    PAIRS,
    SARA_AA,
    SARA_AM,
    SARA_AMS,
    TONES,
    Clusters,
    Drawn,
)
from saraban.render.fonts.glyphs import Glyphs
from saraban.render.fonts.gsub import GsubWriter, Rule, Table

_Variants = Mapping[str, tuple[str, ...]]
"""The glyphs drawn for each run of marks, by name."""


class ThaiRules:
    """Adds the glyphs that the rules need when made; the table is written once the font knows them."""

    def __init__(self, clusters: Clusters, cmap: Mapping[int, str], glyphs: Glyphs) -> None:
        bases = [base for alike, _ in clusters.groups for base in alike]
        self._feet_of = clusters.feet
        self._plain = {c: cmap[ord(c)] for c in (*MARKS, SARA_AA, LAKKHANGYAO, *bases) if ord(c) in cmap}
        self._groups = [(self._base_glyphs(alike), _variants(drawn, glyphs)) for alike, drawn in clusters.groups]

    def table(self, glyph_ids: Mapping[str, int]) -> Table:
        """The GSUB table. Bases come first, as later rules look at them; ำ before its nikhahit is a mark like others."""
        gsub = GsubWriter(glyph_ids)
        gsub.chain(self._feet(gsub))
        for rules in (self._sara_am, self._first_marks, self._second_marks):
            gsub.chain([rule for bases, drawn in self._groups for rule in rules(gsub, bases, drawn)])
        return gsub.table(('DFLT', 'thai'))

    def _base_glyphs(self, bases: Sequence[str]) -> list[str]:
        changed = {glyph for (base, _), glyph in self._feet_of.items() if base in bases}
        return [*(self._plain[base] for base in bases), *sorted(changed)]

    def _feet(self, gsub: GsubWriter) -> list[Rule]:
        followers: dict[tuple[str, str], list[str]] = {}
        for (base, follower), glyph in self._feet_of.items():
            followers.setdefault((self._plain[base], glyph), []).append(self._plain[follower])
        return [
            Rule([[base]], [(0, gsub.single({base: glyph}))], after=[marks])
            for (base, glyph), marks in followers.items()
        ]

    def _sara_am(self, gsub: GsubWriter, bases: list[str], drawn: _Variants) -> list[Rule]:
        """HarfBuzz has made every [tone] ำ into nikhahit [tone] า by now."""
        nikhahit, aa = self._plain[NIKHAHIT], self._plain[SARA_AA]
        tones = [self._plain[tone] for tone in TONES]
        plain = gsub.ligature({(nikhahit, aa): drawn[SARA_AM][0]})
        toned = gsub.ligature({(nikhahit, self._plain[tone], aa): drawn[tone + SARA_AM][0] for tone in TONES})
        return [
            Rule([[nikhahit], [aa]], [(0, plain)], before=[bases]),
            Rule([[nikhahit], tones, [aa]], [(0, toned)], before=[bases]),
        ]

    def _first_marks(self, gsub: GsubWriter, bases: list[str], drawn: _Variants) -> list[Rule]:
        mapping = {self._plain[mark]: drawn[mark][0] for mark in MARKS if len(drawn.get(mark, ())) == 1}
        return _swap(gsub, mapping, [bases])

    def _second_marks(self, gsub: GsubWriter, bases: list[str], drawn: _Variants) -> list[Rule]:
        """Marks over or under a mark; where the first changes too, or both are one glyph, the pair is matched as a whole."""
        rules: list[Rule] = []
        following: dict[str, dict[str, str]] = {}
        for one, two in PAIRS:
            seen, alone, second = drawn.get(one + two, ()), drawn.get(one, ()), self._plain.get(two, '')
            if len(alone) != 1 or not seen:
                continue
            first = alone[0]
            if len(seen) == 1:
                calls = [(0, gsub.ligature({(first, second): seen[0]}))]
                rules.append(Rule([[first], [second]], calls, before=[bases]))
            elif len(seen) == 2 and seen[0] != first:
                calls = [(0, gsub.single({first: seen[0]})), (1, gsub.single({second: seen[1]}))]
                rules.append(Rule([[first], [second]], calls, before=[bases]))
            elif len(seen) == 2:
                following.setdefault(first, {})[second] = seen[1]
        alike: dict[tuple[tuple[str, str], ...], list[str]] = {}
        for first, mapping in following.items():
            alike.setdefault(tuple(mapping.items()), []).append(first)
        return rules + [rule for pairs, firsts in alike.items() for rule in _swap(gsub, dict(pairs), [bases, firsts])]


def _variants(drawn: Drawn, glyphs: Glyphs) -> _Variants:
    return {
        marks: (glyphs.of(*looks),) if marks in SARA_AMS else tuple(glyphs.of(look) for look in looks)
        for marks, looks in drawn.items()
    }


def _swap(gsub: GsubWriter, mapping: Mapping[str, str], before: Sequence[Sequence[str]]) -> list[Rule]:
    changed = {old: new for old, new in mapping.items() if old != new}
    return [Rule([sorted(changed)], [(0, gsub.single(changed))], before=before)] if changed else []
