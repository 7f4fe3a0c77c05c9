"""A GSUB table written from scratch: lookups, and one always-on feature of the Thai script that calls them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from fontTools.otlLib import builder
from fontTools.ttLib import newTable
from fontTools.ttLib.tables import otTables

Table = Any
"""A table of fontTools, which has no types."""


class Rule(NamedTuple):
    """Where glyphs stand between others, call lookups at positions of the match."""

    match: Sequence[Sequence[str]]
    calls: Sequence[tuple[int, int]]
    before: Sequence[Sequence[str]] = ()
    after: Sequence[Sequence[str]] = ()


class GsubWriter:
    """Collects lookups; chains act in the order in which they are added."""

    def __init__(self, glyph_ids: Mapping[str, int]) -> None:
        self._glyph_ids = glyph_ids
        self._lookups: list[Table] = []
        self._active: list[int] = []

    def single(self, mapping: Mapping[str, str]) -> int:
        """A lookup that swaps glyphs one for one, for chains to call."""
        return self._add(1, [builder.buildSingleSubstSubtable(dict(mapping))])

    def ligature(self, mapping: Mapping[tuple[str, ...], str]) -> int:
        """A lookup that joins glyphs, for chains to call."""
        return self._add(4, [builder.buildLigatureSubstSubtable(dict(mapping))])

    def chain(self, rules: Sequence[Rule]) -> None:
        """A contextual lookup; at each glyph the first rule that fits acts."""
        if rules:
            self._active.append(self._add(6, [self._chained(rule) for rule in rules]))

    def always(self, lookup: int) -> None:
        """Let a lookup act everywhere, without a chain."""
        self._active.append(lookup)

    def table(self, scripts: Sequence[str] = ('thai',)) -> Table:
        """The table, its active lookups under ``ccmp`` of the scripts."""
        feature = _filled('FeatureRecord', FeatureTag='ccmp')
        feature.Feature = _filled(
            'Feature', FeatureParams=None, LookupListIndex=self._active, LookupCount=len(self._active)
        )
        language = _filled('DefaultLangSys', LookupOrder=None, ReqFeatureIndex=0xFFFF, FeatureIndex=[0], FeatureCount=1)
        script = _filled('Script', DefaultLangSys=language, LangSysRecord=[], LangSysCount=0)
        records = [_filled('ScriptRecord', ScriptTag=tag, Script=script) for tag in sorted(scripts)]
        table = newTable('GSUB')
        table.table = _filled(
            'GSUB',
            Version=0x00010000,
            ScriptList=_filled('ScriptList', ScriptRecord=records, ScriptCount=len(records)),
            FeatureList=_filled('FeatureList', FeatureRecord=[feature], FeatureCount=1),
            LookupList=_filled('LookupList', Lookup=self._lookups, LookupCount=len(self._lookups)),
        )
        return table

    def _add(self, kind: int, subtables: list[Table]) -> int:
        lookup = _filled('Lookup', LookupType=kind, LookupFlag=0, SubTable=subtables, SubTableCount=len(subtables))
        self._lookups.append(lookup)
        return len(self._lookups) - 1

    def _chained(self, rule: Rule) -> Table:
        calls = [_filled('SubstLookupRecord', SequenceIndex=at, LookupListIndex=lookup) for at, lookup in rule.calls]
        return _filled(
            'ChainContextSubst',
            Format=3,
            # OpenType counts what stands before from the nearest glyph outwards.
            BacktrackCoverage=self._coverages(rule.before[::-1]),
            BacktrackGlyphCount=len(rule.before),
            InputCoverage=self._coverages(rule.match),
            InputGlyphCount=len(rule.match),
            LookAheadCoverage=self._coverages(rule.after),
            LookAheadGlyphCount=len(rule.after),
            SubstLookupRecord=calls,
            SubstCount=len(calls),
        )

    def _coverages(self, sets: Sequence[Sequence[str]]) -> list[Table]:
        return [builder.buildCoverage(glyphs, self._glyph_ids) for glyphs in sets]


def _filled(kind: str, **fields: object) -> Table:
    table = getattr(otTables, kind)()
    for name, value in fields.items():
        setattr(table, name, value)
    return table
