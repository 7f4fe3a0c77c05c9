"""Slips of the keyboard: invisible characters, marks and vowels doubled, misordered or misplaced, foreign look-alikes."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from saraban import thai
from saraban.checks.flaws import Flaw

_UPPER = '\u0e31\u0e34-\u0e37\u0e47\u0e4d\u0e4e'  # vowels and signs above
_LOWER = '\u0e38-\u0e3a'
_TONE = '\u0e48-\u0e4b'
_MARK = f'{_UPPER}{_LOWER}{_TONE}\u0e4c'
_INVISIBLE = re.compile(
    '[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff\u0000-\u0008\u000b-\u001f\u007f]+'
)
_WIDE_SPACE = re.compile('[\u00a0\u2000-\u200a\u202f\u3000]')
_TWO_E = re.compile('เเ')
_SPLIT_AM = re.compile(f'\u0e4d([{_TONE}]?)า|([{_TONE}])\u0e4dา')
_LONG_TAIL = re.compile('(?<![ฤฦ])\u0e45')  # ๅ belongs after ฤ and ฦ alone
_TWICE = re.compile(f'([{_MARK}])\\1+|([าะำแโใไ])\\2+')
_TONE_FIRST = re.compile(f'([{_TONE}\u0e4c])([{_UPPER}{_LOWER}])')
_TWO_TONES = re.compile(f'[{_TONE}](?=[{_TONE}])')
_STRAY = re.compile(f'(?<![ก-ฮ{_MARK}\ufffc])[{_MARK}ำ]|(?<=[{_LOWER}])[{_LOWER}]')
# Greek and Cyrillic letters are at home among their own; beside a Latin one they were meant for it.
_LOOK_ALIKE = re.compile(
    r'[\u0e80-\u0eff\uff01-\uff5e]|(?<=[A-Za-z])[\u0370-\u03ff\u0400-\u04ff]|[\u0370-\u03ff\u0400-\u04ff](?=[A-Za-z])'
)
_INSIDE_THAI = re.compile(r'(?<=[ก-ฮะ-ฺเ-๎])[A-Za-z](?=[ก-ฮเ-ไ])')
_IN_NUMBER = re.compile(r'(?<=[0-9๐-๙])[oOlI](?=[0-9๐-๙,])|(?<=[0-9๐-๙,])[oO](?=[\s)]|$)')
_MIXED = re.compile(r'(?<![0-9๐-๙,.])(?:[0-9][0-9,.]*[๐-๙][0-9๐-๙,.]*|[๐-๙][๐-๙,.]*[0-9][0-9๐-๙,.]*)')


def invisible(text: str) -> Iterator[Flaw]:
    """Characters that nobody sees, which part words or stop a search; a space of another width is a space."""
    for match in _INVISIBLE.finditer(text):
        yield Flaw('invisible-character', *match.span(), '')
    for match in _WIDE_SPACE.finditer(text):
        yield Flaw('invisible-character', *match.span(), ' ')


def vowels(text: str) -> Iterator[Flaw]:
    """เ เ typed for แ, ํ า for ำ, ๅ for า."""
    for match in _TWO_E.finditer(text):
        yield Flaw('vowel-form', *match.span(), 'แ')
    for match in _SPLIT_AM.finditer(text):
        yield Flaw('vowel-form', *match.span(), f'{match[1] or match[2] or ""}ำ')
    for match in _LONG_TAIL.finditer(text):
        yield Flaw('vowel-form', *match.span(), 'า')


def marks(text: str) -> Iterator[Flaw]:
    """A mark or vowel typed twice, a tone before the vowel that it stands on, a mark without its letter."""
    for match in _TWICE.finditer(text):
        yield Flaw('mark-twice', *match.span(), match[1] or match[2])
    for match in _TONE_FIRST.finditer(text):
        if match[2] != '\u0e4d' or text[match.end() : match.end() + 1] != 'า':
            yield Flaw('mark-order', *match.span(), match[2] + match[1])
    for match in _TWO_TONES.finditer(text):
        if text[match.start()] != text[match.end()]:
            yield Flaw('mark-stray', match.start(), match.end() + 1)
    for match in _STRAY.finditer(text):
        yield Flaw('mark-stray', *match.span())


def look_alikes(text: str) -> Iterator[Flaw]:
    """Letters of another script that look like the right ones."""
    for match in _LOOK_ALIKE.finditer(text):
        right = unicodedata.normalize('NFKC', match[0])
        yield Flaw('look-alike', *match.span(), right if right.isascii() else None)
    for pattern in (_INSIDE_THAI, _IN_NUMBER):
        for match in pattern.finditer(text):
            yield Flaw('look-alike', *match.span())


def mixed_digits(text: str) -> Iterator[Flaw]:
    """Thai and Arabic digits in one number."""
    for match in _MIXED.finditer(text):
        yield Flaw('mixed-digits', *match.span(), thai.digits(match[0]))


FINDERS = (invisible, vowels, marks, look_alikes, mixed_digits)
