"""Changed papers as Word files with tracked changes."""

from __future__ import annotations

import datetime
from dataclasses import replace

from saraban.render.formats import Engines
from saraban.review.changes import PaperChange
from saraban.review.guests import as_guest, template_of
from saraban.review.word.merging import merged_body
from saraban.review.word.stamp import Stamp

_LONG = 200
"""Blocks from which on a paper's pages are not broken for the sake of what its spacings give: that takes seconds."""


class Redliner:
    """Writes the redlines of a review."""

    def __init__(self, engines: Engines, author: str, date: datetime.date | None = None) -> None:
        """Takes the engines of papers, and whose changes they are and of which day; without one they bear no date."""
        self._engines = engines
        self._author = author
        self._date = date

    def redline(self, change: PaperChange) -> bytes:
        """The new paper's DOCX with tracked changes: all accepted it is the new paper's, all rejected the old one's.

        Both versions are written by one engine in the new one's template (of a file from outside, which has none, in that
        of its kind, or a plain paper's), with the spacings that the new one's pages ask for: no form is marked that only
        follows from where pages end. Heads, feet and stamps are the new paper's.

        Raises:
            TemplateError: the paper's template has a fault; its findings name the file.
        """
        template, sheet = template_of(change), change.view.sheet
        layout = self._engines.layout
        view = as_guest(change.view, template, layout)
        gives = self._engines.gives(view) if len(view.blocks) < _LONG else 0
        engine = self._engines.word()
        old, new = (
            engine.body(replace(as_guest(side, template, layout), sheet=sheet), gives) if side else []
            for side in (change.old, change.new)
        )
        return engine.fill(view, merged_body(old, new, change.blocks, Stamp(self._author, self._date)), gives)
