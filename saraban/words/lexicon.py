"""Thai words with what each costs: rare words cost more. PyThaiNLP's word list and word counts, read at first need."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.util import find_spec
from pathlib import Path

UNCOUNTED = 0.5
"""Occurrences taken for a listed word that the counted texts lack."""
PREFIX = 4
"""Letters by which the longest word is looked up: few words share so many."""
ALL_COUNTED = 33_500_000
"""Words in the counted texts (the Thai National Corpus), about."""
COUNTS_READ = 400_000
"""Characters of the counts, most frequent words first, that are read: the words after them stand a few times each."""
TERM_COUNT = 2000
"""Occurrences taken for a term to be kept whole: it wins over its parts, but not over a common word around it."""


@dataclass(frozen=True, slots=True)
class Lexicon:
    """What each word costs (negative logarithm of its share of all words), and the longest word by its first four letters."""

    costs: Mapping[str, float]
    reach: Mapping[str, int]


@cache
def _thai() -> Lexicon:
    spec = find_spec('pythainlp')
    if spec is None or spec.origin is None:
        raise ModuleNotFoundError('pythainlp is not installed', name='pythainlp')
    corpus = Path(spec.origin).parent / 'corpus'  # read as files: importing the package takes longer than its word list
    words = (corpus / 'words_th.txt').read_text('utf-8').split('\n')
    with (corpus / 'tnc_freq.txt').open(encoding='utf-8') as file:
        counted = file.read(COUNTS_READ).replace('\n', '\t').split('\t')
    total = math.log(ALL_COUNTED)
    costs = dict.fromkeys(filter(None, words), total - math.log(UNCOUNTED))
    for word, count in zip(counted[::2], counted[1:-1:2], strict=False):
        if word in costs:
            costs[word] = total - math.log(int(count) + UNCOUNTED)
    return Lexicon(costs, _reach(costs))


def _reach(words: Iterable[str]) -> dict[str, int]:
    longest: dict[str, int] = {}
    for word in words:
        start, length = word[:PREFIX], len(word)
        if longest.get(start, 0) < length:
            longest[start] = length
    return longest


def lexicon(terms: Iterable[str] = ()) -> Lexicon:
    """The Thai lexicon with further terms."""
    base = _thai()
    usual = math.log(ALL_COUNTED / TERM_COUNT)
    added = {term: min(base.costs.get(term, usual), usual) for term in terms}
    if not added:
        return base
    further = _reach(added)
    reach = {start: max(length, base.reach.get(start, 0)) for start, length in further.items()}
    return Lexicon({**base.costs, **added}, {**base.reach, **reach})
