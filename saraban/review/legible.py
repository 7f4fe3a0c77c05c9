"""Words of strangers made fit to print: a sign in place of each letter that no font of ours has."""

from __future__ import annotations

import unicodedata
from collections.abc import Container
from dataclasses import fields, is_dataclass, replace
from typing import Any, TypeVar

Part = TypeVar('Part')
MISSING = '□'
"""What stands for a letter that no font has: a stranger's bullet, a picture of a sign."""
_ASCII = 0x80  # names of blocks and styles are made of these, and every font has them
_NO_INK = frozenset({'Cc', 'Cf', 'Zl', 'Zp'})  # kinds of letters that need no font


class Legible:
    """Replaces what cannot be printed; a letter for a letter, so that places in words stay what they are."""

    def __init__(self, letters: Container[int]) -> None:
        """Takes the code points that the fonts have."""
        self._signs = _Signs(letters)

    def __call__(self, part: Part) -> Part:
        """A change, a view, a text or a part of one that can be printed; the same where it can."""
        found: Part = self._of(part)
        return found

    def _of(self, part: Any) -> Any:
        if isinstance(part, str):
            words = part.translate(self._signs)
            return part if words == part else words
        if isinstance(part, tuple):
            found = tuple(map(self._of, part))
            return part if all(one is other for one, other in zip(found, part, strict=True)) else found
        if is_dataclass(part) and not isinstance(part, type):
            values = {field.name: getattr(part, field.name) for field in fields(part)}
            changed = {name: new for name, old in values.items() if (new := self._of(old)) is not old}
            return replace(part, **changed) if changed else part
        return part


class _Signs(dict[int, int]):
    """What is printed for each code point."""

    def __init__(self, letters: Container[int]) -> None:
        super().__init__()
        self._letters = letters

    def __missing__(self, code: int) -> int:
        kind = unicodedata.category(chr(code))
        known = code < _ASCII or code in self._letters or kind in _NO_INK
        self[code] = code if known else ord(' ' if kind == 'Zs' else MISSING)
        return self[code]
