"""tinyhtml5, by which WeasyPrint reads HTML, meant to keep the patterns that it makes of sets of characters, and does not."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

from tinyhtml5 import inputstream


class _Patterns(dict[tuple[Iterable[str], bool], re.Pattern[str]]):
    """Patterns by the characters that end what is read (or that alone are read, with True)."""

    def __missing__(self, asked: tuple[Iterable[str], bool]) -> re.Pattern[str]:
        characters, alone = asked
        found = self[asked] = re.compile(f'[{"" if alone else "^"}{"".join(map(_escaped, characters))}]+')
        return found


def _escaped(character: str) -> str:
    return f'\\x{ord(character):02x}'


def keep_patterns() -> None:
    """Has tinyhtml5 make a pattern once: it stores each under the pattern itself, where nobody looks for it.

    It was asked 159 times a letter: a twentieth of a letter's setting.
    """
    module: Any = inputstream
    if not isinstance(module.characters_until_regex, _Patterns):
        module.characters_until_regex = _Patterns()
