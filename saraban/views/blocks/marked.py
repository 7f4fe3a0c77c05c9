"""Words that carry a mark of review: struck, put in, or set in another style. Marked views are only ever shown to a reviewer.

A marked run is a run, and marked words are words: whatever reads a view reads a marked one too.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from saraban.views.blocks.text import Run, Text

Mark = Literal['removed', 'added', 'restyled']


@dataclass(frozen=True, slots=True)
class MarkedRun(Run):
    """A run with its mark; `tags` say what kind of words were touched, `anchor` is the name by which a list points here."""

    mark: Mark = 'added'
    tags: tuple[str, ...] = ()
    anchor: str = ''


class MarkedWords(str):
    """Words of a field that holds no runs (a number, a label), with the runs that tell what became of them."""

    __slots__ = ('text',)
    text: Text

    def __new__(cls, words: str, text: Text) -> MarkedWords:
        """Takes the words as they are now, and the marked runs."""
        made = super().__new__(cls, words)
        made.text = text
        return made
