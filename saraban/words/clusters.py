"""Grapheme clusters as a Thai reader sees them, and the positions where Thai writing never parts."""

from __future__ import annotations

import re
import unicodedata

LEADING_VOWELS = 'เแโใไ'
"""Vowels written before the consonant that they follow in speech."""
DEPENDENT = '\u0e31\u0e33\u0e34\u0e35\u0e36\u0e37\u0e38\u0e39\u0e3a\u0e47\u0e48\u0e49\u0e4a\u0e4b\u0e4c\u0e4d\u0e4e'
"""Marks above and below, and SARA AM: each is part of the cluster before it."""
NEVER_FIRST = DEPENDENT + 'ะาๅๆฯ'
"""Thai letters that no syllable begins with."""
KILLER = '\u0e4c'
"""THANTHAKHAT: the consonant under it is silent, so it belongs to what stands before."""

_CLUSTER = re.compile(rf'\r\n|[^{DEPENDENT}][{DEPENDENT}]*|[{DEPENDENT}]+', re.DOTALL)


def clusters(text: str) -> list[str]:
    """Grapheme clusters: a character with the marks on it, never split in editing or comparing; joined they are the text."""
    found: list[str] = []
    for part in _CLUSTER.findall(text):
        if found and unicodedata.combining(part[0]) and part[0] not in DEPENDENT:
            found[-1] += part
        else:
            found.append(part)
    return found


_SMALLEST_PART = re.compile(rf'[{LEADING_VOWELS}]*.[{NEVER_FIRST}]*(?:.{KILLER}[{NEVER_FIRST}]*)*', re.DOTALL)


def smallest_parts(run: str) -> list[str]:
    """A run of Thai letters parted wherever `may_part` lets it."""
    return _SMALLEST_PART.findall(run)


def may_part(text: str, position: int) -> bool:
    """Whether Thai writing can be parted before a position inside the text: no mark is cut off, no vowel from its consonant."""
    before, after = text[position - 1], text[position]
    if after in NEVER_FIRST or before in LEADING_VOWELS:
        return False
    return text[position + 1 : position + 2] != KILLER
