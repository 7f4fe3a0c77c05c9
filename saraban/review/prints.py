"""The papers of both versions as they print, for pictures and page numbers: each set once, whoever asks."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property, partial
from typing import TYPE_CHECKING

from saraban.cache import Cache
from saraban.checks.pages.drawn import read
from saraban.ground import Ground
from saraban.render.formats import PAGED, Resources, redline_engine
from saraban.render.rendered import Rendered
from saraban.review.papers import Review
from saraban.review.places import PageMap
from saraban.review.together import Task, together
from saraban.review.versions import Version
from saraban.staging import Finished
from saraban.uncollected import uncollected
from saraban.views.blocks import View, fingerprint, printed_words

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
        with uncollected():
            return PageMap(self.view, read(self.pdf))


class Prints:
    """Sets papers with today's templates and fonts; takes from the cache what a build or a review has finished before."""

    def __init__(self, resources: Resources, cache: Cache | None = None) -> None:
        """Takes what rendering rests on, and the cache; no engine is loaded yet."""
        self._resources = resources
        self._cache = cache
        self._known: dict[str, Print] = {}

    @cached_property
    def engine(self) -> RedlineEngine:
        """The engine of papers and redlines: what it knows of words serves both."""
        return redline_engine(self._resources)

    def prepare(self, review: Review) -> None:
        """Sets the papers that stand for their groups, old and new.

        Raises:
            TemplateError: a template, font or emblem has a fault.
            RenderError: the engine could not set a paper.
        """
        sides = [
            (view, version)
            for group in review.groups
            for view, version in ((group.first.old, review.old), (group.first.new, review.new))
        ]
        self._set(view for view, version in sides if view is not None and _is_ours(view, version))

    def of(self, view: View | None, version: Version) -> Print | None:
        """How a paper of a version prints; None of a file from outside, which has no template.

        Raises:
            TemplateError: a template, font or emblem has a fault.
            RenderError: the engine could not set the paper.
        """
        if view is None or not _is_ours(view, version):
            return None
        self._set([view])
        return self._known[fingerprint(view)]

    def _set(self, views: Iterable[View]) -> None:
        missing = {name: view for view in views if (name := fingerprint(view)) not in self._known}
        for name, view in list(missing.items()):
            if data := self._finished(view):
                self._known[name] = Print(missing.pop(name), data)
        if not missing:
            return
        engine = self.engine  # loaded before work is parted
        tasks = [Task(weight_of(view), partial(_render, engine, view)) for view in missing.values()]
        for (name, view), data in zip(missing.items(), together(tasks), strict=True):
            self._known[name] = Print(view, data)
            self._keep(view, data)

    @cached_property
    def _ground(self) -> Ground:
        return Ground(self._resources)

    def _key(self, view: View) -> str:
        """The name under which a build keeps a paper's PDF."""
        return self._ground.keys(view, [PAGED])[PAGED]

    def _finished(self, view: View) -> bytes | None:
        """A paper's PDF as a build has finished it, or a review."""
        if self._cache is None:
            return None
        built = self._key(view)
        for key in (built, _own(built)):
            head = self._cache.head(key)
            if head is None:
                continue
            try:
                data = self._cache.read(key, Finished.from_note(head).sha256)
            except (ValueError, KeyError, TypeError):
                continue
            if data is not None:
                self._cache.used(key)
                return data
        return None

    def _keep(self, view: View, data: bytes) -> None:
        """Keeps a PDF under a name of reviews: no check has seen its pages, so no build may take it."""
        if self._cache is not None:
            known = Finished.of(Rendered(data), ())
            self._cache.keep(_own(self._key(view)), known.note(), data)


def weight_of(view: View) -> int:
    """About how much work a paper is: its letters."""
    return sum(map(len, printed_words(view)))


def _render(engine: RedlineEngine, view: View) -> bytes:
    return engine.render(view).data


def _is_ours(view: View, version: Version) -> bool:
    return version.papers[view.path].form == 'content'


def _own(key: str) -> str:
    return hashlib.sha256(f'review {key}'.encode()).hexdigest()
