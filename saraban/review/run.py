"""The steps of a comparison in order: open both versions, choose, compare; then write, all files or none."""

from __future__ import annotations

import datetime
import os
from collections.abc import Callable
from contextlib import ExitStack, suppress
from dataclasses import dataclass, replace
from functools import cached_property, partial
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

from saraban.branches import Branches
from saraban.cache import Cache
from saraban.errors import Finding, RenderError, SarabanError, joined, shown_path
from saraban.messages import Language
from saraban.pipeline import ROOT
from saraban.render.formats import Engines, Resources, load_resources, preload
from saraban.review.causes import Cause
from saraban.review.choosing import choose
from saraban.review.compare import Comparer
from saraban.review.output import check_folder, publish
from saraban.review.papers import Review, review_versions
from saraban.review.sheets import with_sheets
from saraban.review.sources import open_version
from saraban.review.versions import Version
from saraban.review.writers import WRITERS, Desk
from saraban.views.blocks import View
from saraban.words import Segmenter

if TYPE_CHECKING:
    from saraban.render.docx import DocxEngine


_PAGED = {'html', 'pdf'}
"""The forms of a review that rest on papers' pages."""


@dataclass(frozen=True)
class Comparison:
    """What is asked for: two versions as typed, the content folder whose revisions are meant, which papers, how told."""

    old: str
    new: str
    content: Path = ROOT / 'content'
    kinds: tuple[str, ...] = ()
    only: tuple[str, ...] = ()
    output: Path | None = None
    formats: tuple[str, ...] = ()
    author: str = 'Saraban'
    date: datetime.date | None = None
    language: Language = 'th'
    templates: Path = ROOT / 'templates'
    fonts: Path = ROOT / 'fonts'
    cache: Cache | None = None


def compare_versions(asked: Comparison) -> Review:
    """Compares, and writes nothing.

    Raises:
        UsageError, ContentError: with every finding of both versions.
    """
    old, new = _opened(asked)
    printer = _Printer(asked)
    chosen = choose(old, new, asked.kinds, asked.only)
    with ExitStack() as counting:
        for version, other in ((old, new), (new, old)):
            if version.project is not None and other.project is None:
                version.pages.update(other.pages)
                counting.enter_context(version.counting(printer.pages))
        return review_versions(old, new, chosen, Segmenter((*old.keep, *new.keep)), printer.as_docx)


def compare_for_files(asked: Comparison) -> Review:
    """Compares as `compare_versions` does; a copy of this process does it while this one loads what sets pages.

    Raises:
        UsageError, ContentError: nothing may be written into the folder; or with every finding of both versions.
    """
    assert asked.output is not None
    check_folder(asked.output)
    if _PAGED.isdisjoint(asked.formats or WRITERS) or (os.cpu_count() or 1) < 2:
        return compare_versions(asked)
    with Branches(1) as branches:
        aside = branches.begin(partial(compare_versions, asked))
        with suppress(RenderError):  # told when a page is to be set
            preload()
            import_module('saraban.review.redline_pdf')
        return aside.result() or compare_versions(asked)


class _Printer:
    """Papers of content as files know them; the engines are made at the first one."""

    def __init__(self, asked: Comparison) -> None:
        self._asked = asked

    def as_docx(self, view: View) -> View:
        """A view as the blocks that its DOCX gives back."""
        from saraban.review.files.docx import read_docx

        return replace(
            read_docx(self._docx.render(view), view.path, view.path), kind=view.kind, recipient=view.recipient
        )

    def pages(self, view: View) -> int:
        """How many pages a paper has."""
        return self._engines.render(view, 'pdf').pages or 1

    @cached_property
    def _resources(self) -> Resources:
        return load_resources(self._asked.templates, self._asked.fonts, shown_path(self._asked.templates))

    @cached_property
    def _engines(self) -> Engines:
        return Engines(self._resources)

    @cached_property
    def _docx(self) -> DocxEngine:
        from saraban.render.docx import DocxEngine  # a comparison of content does without

        known = self._resources
        return DocxEngine(known.templates, known.layout, known.fonts, None, shown=known.shown)


@dataclass(frozen=True, slots=True)
class Written:
    """What became of a review: the names of its files, why papers are missing in some forms, why pages are not shown."""

    files: tuple[str, ...] = ()
    faults: tuple[SarabanError, ...] = ()
    unseen: tuple[Finding, ...] = ()


def write_review(review: Review, asked: Comparison, causes: Callable[[], tuple[Cause, ...]]) -> Written:
    """Writes the review, with what gives its causes, in each form that is asked for.

    Raises:
        TemplateError, RenderError, UsageError: nothing is written then.
    """
    assert asked.output is not None
    keep = tuple(dict.fromkeys((*review.old.keep, *review.new.keep)))
    resources = load_resources(asked.templates, asked.fonts, shown_path(asked.templates), keep, asked.date)
    desk = Desk(resources, causes, asked.author, asked.date, asked.language, asked.cache)
    counted = with_sheets(review, Comparer(Segmenter(keep)), desk.pages)
    files: dict[str, bytes] = {}
    for name in asked.formats or WRITERS:
        files |= WRITERS[name](counted, desk)
    publish(files, asked.output)
    return Written(tuple(files), tuple(desk.faults), tuple(desk.unseen))


def _opened(asked: Comparison) -> tuple[Version, Version]:
    versions: list[Version] = []
    faults: list[SarabanError] = []
    for name in (asked.old, asked.new):
        try:
            versions.append(open_version(name, asked.content, asked.kinds))
        except SarabanError as error:
            faults.append(error)
    fault = joined(faults)
    if fault is not None:
        raise fault
    return versions[0], versions[1]
