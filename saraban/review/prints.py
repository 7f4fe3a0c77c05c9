"""The papers of both versions as they print, for pictures and page numbers: each set once, whoever asks."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from saraban.checks.pages.drawn import read
from saraban.render.formats import Resources, redline_engine
from saraban.review.places import PageMap
from saraban.review.versions import Version
from saraban.views.blocks import View, fingerprint

if TYPE_CHECKING:
    from saraban.render.redline import RedlineEngine


@dataclass(frozen=True)
class Print:
    """A paper's PDF and where its words stand in it."""

    view: View
    pdf: bytes

    @cached_property
    def map(self) -> PageMap:
        """Where the words of its view stand."""
        return PageMap(self.view, read(self.pdf))


class Prints:
    """Sets papers with today's templates and fonts; remembers what it has set."""

    def __init__(self, resources: Resources) -> None:
        """Takes what rendering rests on; no engine is loaded yet."""
        self._resources = resources
        self._known: dict[str, Print] = {}

    @cached_property
    def engine(self) -> RedlineEngine:
        """The engine of papers and redlines: what it knows of words serves both."""
        return redline_engine(self._resources)

    def of(self, view: View | None, version: Version) -> Print | None:
        """How a paper of a version prints; None of a file from outside, which has no template.

        Raises:
            TemplateError: a template, font or emblem has a fault.
            RenderError: the engine could not set the paper.
        """
        if view is None or version.papers[view.path].form != 'content':
            return None
        name = fingerprint(view)
        if name not in self._known:
            self._known[name] = Print(view, self.engine.render(view).data)
        return self._known[name]
