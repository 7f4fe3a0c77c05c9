"""The papers of both versions as they print, for pictures and page numbers: each set once, whoever asks."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Container, Iterable
from dataclasses import dataclass, replace
from functools import cached_property, partial
from typing import TYPE_CHECKING

from saraban.cache import Cache
from saraban.checks.pages.drawn import read
from saraban.errors import ContentError, Finding, Level, SarabanError
from saraban.ground import Ground
from saraban.render.fonts import letters_of
from saraban.render.formats import PAGED, Resources, redline_engine
from saraban.render.rendered import Rendered
from saraban.review.drawn_letters import DrawnLetters
from saraban.review.files.letters import ReadLetters
from saraban.review.papers import Review
from saraban.review.places import Letters, PageMap
from saraban.review.together import Task, together
from saraban.review.versions import Listed, Version
from saraban.staging import Finished
from saraban.uncollected import uncollected
from saraban.views.blocks import View, fingerprint, printed_words

if TYPE_CHECKING:
    from saraban.render.redline import RedlineEngine


@dataclass(frozen=True)
class Print:
    """A paper's PDF, and what finds the letters of its view in it."""

    pdf: bytes
    letters: Callable[[], Letters]

    @cached_property
    def map(self) -> PageMap:
        """Where the words of its view stand.

        Raises:
            ContentError: it is a file that cannot be read.
        """
        with uncollected():
            return PageMap(self.letters())


class Prints:
    """The papers of both versions as PDF: of content set with today's templates and fonts, of files as they lie there.

    What a build or a review has finished before is taken from the cache. `faults` tells of the papers that could not be
    set; `unseen` why a paper from a file has no pages to show though it has a PDF.
    """

    def __init__(self, resources: Resources, cache: Cache | None = None) -> None:
        """Takes what rendering rests on, and the cache; no engine is loaded yet."""
        self.resources = resources
        self._cache = cache
        self._known: dict[str, Print | SarabanError] = {}
        self._of_files: dict[Listed, Print | None] = {}
        self.faults: list[SarabanError] = []
        self.unseen: list[Finding] = []

    @cached_property
    def engine(self) -> RedlineEngine:
        """The engine of papers and redlines: what it knows of words serves both."""
        return redline_engine(self.resources)

    @cached_property
    def letters(self) -> Container[int]:
        """The code points that every face of the fonts has."""
        return letters_of(self.resources.fonts)

    def load(self) -> None:
        """Loads the engine, before work is parted: or each process that is a copy of this one would load its own."""
        _ = self.engine

    def prepare(self, review: Review) -> None:
        """Sets the papers that stand for their groups, old and new, and reads those that come from files.

        Raises:
            TemplateError: a template, font or emblem has a fault, so that no paper can be set.
        """
        sides = [
            (view, version)
            for group in review.groups
            for view, version in ((group.first.old, review.old), (group.first.new, review.new))
        ]
        self._set(own for view, version in sides if view is not None and (own := _own_view(view, version)))
        for view, version in sides:
            self.of(view, version)

    def of(self, view: View | None, version: Version) -> Print | None:
        """How a paper of a version prints; None where that is not known: of a DOCX from outside, and what cannot be set.

        Raises:
            TemplateError: a template, font or emblem has a fault, so that no paper can be set.
        """
        if view is None:
            return None
        own, listed = _own_view(view, version), version.listed(view)
        if own is view:
            return self._set_one(own)
        if listed not in self._of_files:
            self._of_files[listed] = self._read_back(view, own) if own else self._of_file(view, version)
        return self._of_files[listed]

    def _set_one(self, view: View) -> Print | None:
        self._set([view])
        known = self._known[fingerprint(view)]
        return known if isinstance(known, Print) else None

    def _read_back(self, view: View, own: View) -> Print | None:
        """A paper of content as it prints, with the letters of the blocks that its DOCX gives back."""
        printed = self._set_one(own)
        return printed and Print(printed.pdf, partial(ReadLetters, view, printed.pdf, own.path))

    def _of_file(self, view: View, version: Version) -> Print | None:
        """A paper from a file as it prints; what is wrong with its PDF is told, and the review does without."""
        listed = version.listed(view)
        if listed.printed is None:
            return None
        shown = version.name if version.single else f'{version.name}/{listed.path}.pdf'
        try:
            data = listed.printed()
            letters = ReadLetters(view, data, shown)
        except ContentError as error:
            self.unseen += [replace(finding, level=Level.WARNING) for finding in error.findings]
            return None
        return Print(data, lambda: letters)

    def _set(self, views: Iterable[View]) -> None:
        missing = {name: view for view in views if (name := fingerprint(view)) not in self._known}
        for name, view in list(missing.items()):
            if finished := self._finished(view):
                self._known[name] = _as_drawn(missing.pop(name), finished)
        if not missing:
            return
        engine = self.engine  # loaded before work is parted
        tasks = [Task(weight_of(view), partial(_render, engine, view)) for view in missing.values()]
        for (name, view), data in zip(missing.items(), together(tasks), strict=True):
            if isinstance(data, bytes):
                self._known[name] = _as_drawn(view, data)
                self._keep(view, data)
            else:
                self._known[name] = data
                self.faults.append(data)

    @cached_property
    def _ground(self) -> Ground:
        return Ground(self.resources)

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


def _as_drawn(view: View, pdf: bytes) -> Print:
    return Print(pdf, lambda: DrawnLetters(view, read(pdf)))


def _render(engine: RedlineEngine, view: View) -> bytes:
    return engine.render(view).data


def _own_view(view: View, version: Version) -> View | None:
    """A paper of content as it is set: compared with a file it has the blocks that its DOCX gives back, and no template."""
    if view.template:
        return view
    listed = version.listed(view)
    return version.view(listed.path) if listed.form == 'content' else None


def _own(key: str) -> str:
    return hashlib.sha256(f'review {key}'.encode()).hexdigest()
