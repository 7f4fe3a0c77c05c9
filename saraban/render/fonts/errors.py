"""What can be wrong with the fonts and emblems, all faults at once."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Literal, NamedTuple

Reason = Literal['unreadable', 'not-a-font', 'no-thai', 'same-face', 'not-a-picture', 'two-emblems']


class Fault(NamedTuple):
    """A file, what is wrong with it, and what the reason needs to be told.

    The detail of `unreadable`, `not-a-font` and `not-a-picture` is the system's or the library's own word; of `no-thai`
    the letters that the font lacks; of `same-face` and `two-emblems` the name of the other file.
    """

    path: Path
    reason: Reason
    detail: str


class FontError(Exception):
    """Fonts or emblems that cannot be used."""

    def __init__(self, faults: Iterable[Fault]) -> None:
        """Takes the faults in the order in which they are shown."""
        self.faults = tuple(faults)
        super().__init__('; '.join(f'{fault.path}: {fault.reason} ({fault.detail})' for fault in self.faults))
