"""The numbers that Word counts itself, as text: a list's number stands in no paragraph's words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from saraban import thai
from saraban.review.files.package import Element

_ROMAN = (
    (1000, 'm'), (900, 'cm'), (500, 'd'), (400, 'cd'), (100, 'c'), (90, 'xc'), (50, 'l'), (40, 'xl'),
    (10, 'x'), (9, 'ix'), (5, 'v'), (4, 'iv'), (1, 'i'),
)  # fmt: skip
_LETTERS = 'กขคงจฉชซฌญฎฏฐฑฒณดตถทธนบปผฝพฟภมยรลวศษสหฬอฮ'
LEVELS = 9


def local(element: Element) -> str:
    """An element's name without its namespace: the strict form of the format has namespaces of its own."""
    tag = element.tag
    return tag.rpartition('}')[2] if isinstance(tag, str) else ''


def value(element: Element | None, name: str = 'val') -> str:
    """An attribute by its name without a namespace; empty where there is none."""
    if element is None:
        return ''
    return next((str(found) for key, found in element.attrib.items() if str(key).rpartition('}')[2] == name), '')


def child(element: Element | None, *path: str) -> Element | None:
    """A child, or a child's child, by local names."""
    for name in path:
        element = next((one for one in element if local(one) == name), None) if element is not None else None
    return element


@dataclass(slots=True)
class _Level:
    form: str = 'decimal'
    text: str = '%1.'
    start: int = 1


@dataclass
class Numbering:
    """The lists of a document; it counts as its paragraphs are read in order."""

    _levels: dict[str, list[_Level]] = field(default_factory=dict)  # by list
    _of: dict[str, str] = field(default_factory=dict)  # a list's counters, which several lists can share
    _counts: dict[str, list[int]] = field(default_factory=dict)

    @classmethod
    def read(cls, root: Element | None) -> Numbering:
        """The lists of a document's numbering part, or none."""
        found = cls()
        abstract: dict[str, list[_Level]] = {}
        for one in root if root is not None else ():
            if local(one) == 'abstractNum':
                abstract[value(one, 'abstractNumId')] = list(_levels(one))
            elif local(one) == 'num':
                name, base = value(one, 'numId'), value(child(one, 'abstractNumId'))
                levels = [_Level(level.form, level.text, level.start) for level in abstract.get(base, [])]
                shared = base
                for over in (part for part in one if local(part) == 'lvlOverride'):
                    at, start = int(value(over, 'ilvl') or 0), value(child(over, 'startOverride'))
                    if at < len(levels) and start.isdigit():
                        levels[at].start, shared = int(start), f'{base} {name}'
                found._levels[name], found._of[name] = levels, shared
        return found

    def next(self, name: str, level: int) -> str:
        """The number of the next paragraph of a list; empty for a bullet, or where the list is not known."""
        levels = self._levels.get(name, [])
        if not 0 <= level < len(levels):
            return ''
        counts = self._counts.setdefault(self._of[name], [one.start - 1 for one in levels])
        for upper in range(level):
            counts[upper] = max(counts[upper], levels[upper].start)
        counts[level] += 1
        counts[level + 1 :] = [one.start - 1 for one in levels[level + 1 :]]
        if levels[level].form in {'bullet', 'none'}:
            return ''
        return re.sub(
            r'%([1-9])',
            lambda match: _written(levels, counts, int(match[1]) - 1),
            levels[level].text,
        )


def _levels(abstract: Element) -> Iterator[_Level]:
    for level in (one for one in abstract if local(one) == 'lvl'):
        start = value(child(level, 'start'))
        form = value(child(level, 'numFmt')) or 'decimal'
        yield _Level(form, value(child(level, 'lvlText')), int(start) if start.isdigit() else 1)


def _written(levels: list[_Level], counts: list[int], at: int) -> str:
    """A level's count in its form."""
    if at >= len(levels):
        return ''
    count, form = max(counts[at], 0), levels[at].form
    if form in {'thaiNumbers', 'thaiCounting'}:
        return thai.digits(count)
    if form == 'thaiLetters':
        return _LETTERS[(count - 1) % len(_LETTERS)] if count else ''
    if form in {'lowerLetter', 'upperLetter'}:
        letter = chr(ord('a') + (count - 1) % 26) * ((count - 1) // 26 + 1) if count else ''
        return letter if form == 'lowerLetter' else letter.upper()
    if form in {'lowerRoman', 'upperRoman'}:
        written, rest = '', count
        for number, letters in _ROMAN:
            written += letters * (rest // number)
            rest %= number
        return written if form == 'lowerRoman' else written.upper()
    return f'{count:02}' if form == 'decimalZero' else str(count)
