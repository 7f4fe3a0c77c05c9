"""Words that no dictionary knows beside near ones that it does: at most ten notes, never names. Only when asked for."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from rapidfuzz import process
from rapidfuzz.distance import OSA

from saraban.checks.desk import Desk, masked
from saraban.checks.flaws import is_foreign, is_protected
from saraban.content.gazetteer import districts, posts, provinces
from saraban.content.passages import Passage
from saraban.errors import Finding
from saraban.words import Segmenter
from saraban.words.lexicon import lexicon

MOST = 10
_SHORTEST = 5  # letters of a word from which on one wrong letter tells something
_COMMON = 13.0  # what a word may cost to be offered: rarer ones are no likely meaning
_GAIN = 9.0  # how much likelier the offered word must be than what stands there, read as it stands
_UNLISTED = 16.0  # what a word costs that the dictionary lacks
_PIECES = 3  # a misspelt word falls into so many shorter ones at most
_THAI_RUN = re.compile('[ก-ฮะ-ฺเ-ๅ็-๎]+')


def words_are_in_the_dictionary(desk: Desk) -> Iterator[Finding]:
    """Unknown words with a near known one, in the order of content, the first ten."""
    names = frozenset(_names(desk))
    segmenter = Segmenter(names)
    told: set[str] = set()
    for passage in desk.passages:
        if is_foreign(passage) or is_protected(passage) or passage.file == 'facts.yaml':
            continue
        for start, word, right in _doubtful(segmenter, passage, names):
            if word not in told:
                told.add(word)
                yield Finding('unknown-word', passage.place(start), {'name': word, 'near': right})
                if len(told) == MOST:
                    return


def _doubtful(segmenter: Segmenter, passage: Passage, names: frozenset[str]) -> Iterator[tuple[int, str, str]]:
    """Pieces of a passage that are one letter from a common word and make little sense as they stand."""
    for run in _THAI_RUN.finditer(masked(passage.text)):
        words = segmenter.words(run.group())
        position, skip = run.start(), 0
        for index, word in enumerate(words):
            found = '' if index < skip else _misspelt(words, index, names)
            if found:
                skip = index + len(found.split('|'))
                yield position, found.replace('|', ''), _near(found.replace('|', ''))
            position += len(word)


def _misspelt(words: list[str], index: int, names: frozenset[str]) -> str:
    """The words from one on, parted by bars, that together are one letter from a far likelier word; or nothing."""
    for count in range(min(_PIECES, len(words) - index), 0, -1):
        parts = words[index : index + count]
        whole = ''.join(parts)
        if len(whole) < _SHORTEST or whole in names or any(part in names for part in parts if len(part) >= _SHORTEST):
            continue
        cost = sum(_cost(part) for part in parts)
        if cost >= _GAIN and (right := _near(whole)) and cost - _cost(right) >= _GAIN:
            return '|'.join(parts)
    return ''


@cache
def _near(word: str) -> str:
    """The likeliest common word that differs from this one by one letter; empty where there is none, or it is a word."""
    if word in lexicon().costs:
        return ''
    choices = _by_length()
    pool = [known for length in (len(word) - 1, len(word), len(word) + 1) for known in choices.get(length, ())]
    found = process.extract(word, pool, scorer=OSA.distance, score_cutoff=1, limit=5)
    return min((known for known, *_ in found), key=_cost, default='')


def _cost(word: str) -> float:
    return lexicon().costs.get(word, _UNLISTED)


@cache
def _by_length() -> dict[int, list[str]]:
    """The common words, by length."""
    table: dict[int, list[str]] = {}
    for word, cost in lexicon().costs.items():
        if cost <= _COMMON and len(word) >= _SHORTEST:
            table.setdefault(len(word), []).append(word)
    return table


def _names(desk: Desk) -> Iterator[str]:
    """Every name that content or the gazetteer knows, whole and in its words."""
    main = desk.project.main
    texts = [
        *provinces(),
        *posts(),
        *desk.project.gate.glossary,
        *main.keep_together,
        main.agency.name,
        main.agency.ministry,
    ]
    texts += [name for names in districts().values() for name in names]
    texts += [unit.name for unit in main.units] + [recipient.name for recipient in desk.project.recipients]
    for a_round in desk.project.rounds:
        texts += [a_round.venue, a_round.district, a_round.region]
    for text in texts:
        yield from _THAI_RUN.findall(text)
