"""Words that the whole set must write one way: terms, names of venues, posts and agencies."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import combinations

from rapidfuzz.distance import Levenshtein

from saraban import thai
from saraban.checks.desk import Desk, masked
from saraban.content.gazetteer import posts
from saraban.content.passages import Passage
from saraban.errors import Finding, Place
from saraban.views.names import title

_LATIN = re.compile(r"[A-Za-z][A-Za-z'’&]*(?:[ -][A-Za-z][A-Za-z'’&]*)*")
# Addresses of the net; each is tried once, from its first letter on.
_NOT_WORDS = re.compile(
    r'(?<![^\sก-๎("])(?:[^\sก-๎@]{0,200}(?:@|://)[^\sก-๎]*|www\.[^\sก-๎]*|[^\sก-๎]{1,200}\.(?:com|org|net|(?:go|or|ac|co|in)\.th)\b[^\sก-๎]*)'
)
_CODES = frozenset({'email', 'telephone', 'fax', 'number', 'number_prefix', 'code'})
# Words that the name of a post or an agency begins with.
_HEADS = re.compile(r'ผู้ช่วย|ผู้ว่าราชการ|รองผู้ว่าราชการ|ปลัด|นายอำเภอ|นายก|จ่าจังหวัด|อธิบดี|รองอธิบดี|กระทรวง|กรม|องค์การบริหาร')
_LEAST = 8  # letters of a name from which on one wrong letter is told
_LONG = 12  # and from which on two are
_LIKE = 0.93  # how like two venues must be to be one misspelt


def terms_are_spelt_one_way(desk: Desk) -> Iterator[Finding]:
    """A term in Latin letters is written with the same capitals, spaces and hyphens everywhere."""
    declared = [{*pair} for pair in desk.project.gate.spellings]
    for uses in _latin_terms(desk).values():
        counts = Counter(name for name, _ in uses)
        right = _chosen(desk, counts)
        for name, place in uses:
            if name != right and not any({name, right} <= pair for pair in declared):
                others = {'count': counts[right], 'name': name, 'right': right}
                yield Finding('term-spelling', place, others)


def venues_are_spelt_one_way(desk: Desk) -> Iterator[Finding]:
    """Two rounds' venues that differ by a letter or two are one venue, misspelt once."""
    project = desk.project
    declared = [{*pair} for pair in project.gate.spellings]
    for field in ('venue', 'district'):
        counts = Counter(getattr(a_round, field) for a_round in project.rounds)
        for one, other in combinations(counts, 2):
            if not _alike(one, other) or any({one, other} <= pair for pair in declared):
                continue
            wrong, right = sorted((one, other), key=lambda name: counts[name])
            index = next(n for n, a_round in enumerate(project.rounds) if getattr(a_round, field) == wrong)
            place = project.place('rounds.yaml', 'rounds', index, field)
            yield Finding('venue-spelling', place, {'name': wrong, 'right': right})


def posts_and_agencies_are_known(desk: Desk) -> Iterator[Finding]:
    """A post or an agency that is nearly one of the glossary is a question, asked once a name until content answers it."""
    answered = {*posts(), *desk.project.gate.glossary}
    asked: dict[str, list[tuple[Place, str]]] = {}
    for passage in desk.passages:
        if _is_answered(desk, passage):
            continue
        text = masked(passage.text)
        for match in _HEADS.finditer(text):
            name, right = _doubtful(text, match.start(), answered)
            if name:
                asked.setdefault(name, []).append((passage.place(match.start()), right))
    for name, uses in asked.items():
        place, right = uses[0]
        yield Finding(
            'post-name', place, {'name': name, 'right': right, 'count': len(uses), 'count_th': thai.number(len(uses))}
        )


def _latin_terms(desk: Desk) -> dict[str, list[tuple[str, Place]]]:
    """Each term in Latin letters by what is left without capitals, spaces and hyphens, with its uses."""
    found: dict[str, list[tuple[str, Place]]] = {}
    for passage in desk.passages:
        if _CODES.intersection(passage.loc):
            continue
        text = _NOT_WORDS.sub(lambda match: ' ' * len(match[0]), masked(passage.text))
        for match in _LATIN.finditer(text):
            if len(match[0]) > 2:
                key = re.sub(r"[ '’-]", '', match[0]).casefold()
                found.setdefault(key, []).append((match[0], passage.place(match.start())))
    return {key: uses for key, uses in found.items() if len({name for name, _ in uses}) > 1}


def _chosen(desk: Desk, counts: Counter[str]) -> str:
    """The spelling to keep: the approved title's, else a term's of content, else the commonest."""
    main = desk.project.main
    approved = (title(desk.project), *(form for term in main.terms.values() for form in (term.full, term.short)))
    for text in approved:
        for name in counts:
            if re.search(rf'(?<![A-Za-z]){re.escape(name)}(?![A-Za-z])', text):
                return name
    return max(counts, key=lambda name: counts[name])


def _alike(one: str, other: str) -> bool:
    """Whether two names differ by so little that it is a slip; a number is what tells two halls apart."""
    if re.findall(r'[0-9๐-๙]+', one) != re.findall(r'[0-9๐-๙]+', other):
        return False
    if re.sub(r'\s', '', one) == re.sub(r'\s', '', other):
        return one != other
    return len(one) >= _LEAST and Levenshtein.normalized_similarity(one, other) >= _LIKE


def _is_answered(desk: Desk, passage: Passage) -> bool:
    """Whether the passage names a post whose official name content gives."""
    if passage.file != 'audience.yaml' or passage.loc[:1] != ('groups',):
        return False
    group = desk.project.groups[int(passage.loc[1])]
    return bool(group.official.full or group.official.short)


def _doubtful(text: str, start: int, answered: Iterable[str]) -> tuple[str, str]:
    """A name at a place of a text that is no known one but nearly so, and the known one; empty where there is none."""
    rest = text[start : start + 60]
    best = ('', '')
    least = 3
    for known in answered:
        if rest.startswith(known):
            return '', ''
        if len(known) < _LEAST or known[:3] != rest[:3]:
            continue
        allowed = 2 if len(known) >= _LONG else 1
        for length in range(len(known) - allowed, len(known) + allowed + 1):
            distance = Levenshtein.distance(known, rest[:length], score_cutoff=allowed)
            if distance <= allowed and distance < least:
                best, least = (rest[:length], known), distance
    return best
