"""The steps of a build in order: read, check, make views, render, publish. Nothing is written before all have passed."""

from __future__ import annotations

import datetime
import os
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from rapidfuzz import process

from saraban.checks.gate import Verdict, judge
from saraban.content.loader import load, shown_path
from saraban.content.project import Project
from saraban.errors import ContentError, Finding, Level, Place, UsageError
from saraban.render.formats import FORMATS, Resources, load_resources
from saraban.staging import Product, Staging, Unkept, publish
from saraban.views.blocks import Blank, blanks
from saraban.views.kinds import KINDS, all_papers
from saraban.views.paper import Paper
from saraban.workers import Progress, Worker, measured, render_all, silent

ROOT = Path(__file__).resolve().parent.parent


@dataclass(frozen=True)
class Request:
    """What is asked for: content and output folders, which papers in which formats, worker processes, a date."""

    content: Path = ROOT / 'content'
    output: Path = ROOT / 'output'
    kinds: tuple[str, ...] = ()
    only: tuple[str, ...] = ()
    formats: tuple[str, ...] = ()
    date: datetime.date | None = None
    jobs: int = 0
    templates: Path = ROOT / 'templates'
    fonts: Path = ROOT / 'fonts'

    @property
    def whole(self) -> bool:
        """Whether every paper in every format is asked for."""
        return not (self.kinds or self.only or self.formats)


@dataclass(frozen=True)
class Report:
    """What a build did: the files it made, the ones it took away, what they leave open, what to look at in content."""

    products: tuple[Product, ...]
    removed: tuple[str, ...]
    blanks: tuple[Blank, ...]
    content_findings: tuple[Finding, ...] = ()

    @property
    def findings(self) -> list[Finding]:
        """What the checks of the pages found that did not stop the build."""
        return [finding for product in self.products for finding in product.findings]

    @property
    def reused(self) -> int:
        """How many files an earlier run had finished."""
        return sum(product.reused for product in self.products)


def build(request: Request, progress: Progress = silent) -> Report:
    """Builds papers into the output folder.

    Raises:
        UsageError, ContentError, TemplateError, RenderError: with every finding of the stage that failed; `output/` is
            then as it was.
    """
    project, verdict = review(request.content)
    project = replace(project, date=request.date)
    papers = select(project, request.kinds, request.only)
    worker = Worker(project, _resources(project, request), Staging(request.output))
    products = render_all(worker, papers, *_how(request), progress)
    removed = publish(worker.staging, products, request.output, whole=request.whole)
    return Report(tuple(products), tuple(removed), open_blanks(project, papers), verdict.findings)


def measure(request: Request, progress: Progress = silent) -> tuple[Product, ...]:
    """Renders papers, measures their pages and writes nothing: what would be built, each with what was found on it.

    Raises:
        UsageError, ContentError, TemplateError, RenderError: with every finding of the stage that failed.
    """
    project = replace(read(request.content), date=request.date)
    papers = select(project, request.kinds, request.only)
    worker = Worker(project, _resources(project, request), Unkept(request.output))
    return tuple(measured(worker, papers, *_how(request), progress))


def _resources(project: Project, request: Request) -> Resources:
    shown = shown_path(request.templates)
    return load_resources(request.templates, request.fonts, shown, keep_words(project), request.date)


def _how(request: Request) -> tuple[tuple[str, ...], int]:
    """In which formats papers are made, and by how many processes."""
    return request.formats or tuple(FORMATS), request.jobs or os.cpu_count() or 1


def read(content: Path) -> Project:
    """Reads and checks content.

    Raises:
        ContentError: with every fault.
    """
    return review(content)[0]


def review(content: Path, shown: str = '') -> tuple[Project, Verdict]:
    """Reads content and judges it; what is no error stands in the verdict. `shown` is the folder's name in findings.

    Raises:
        ContentError: with every fault.
    """
    project = load(content, shown)
    verdict = judge(project)
    errors = verdict.of(Level.ERROR)
    if errors:
        raise ContentError(errors)
    return project, verdict


def inspect(content: Path, *, spelling: bool = False) -> Verdict:
    """Everything that is to be said of content, be it right or wrong."""
    try:
        return judge(load(content), spelling=spelling)
    except ContentError as error:
        return Verdict(error.findings)


def select(project: Project, kinds: Sequence[str] = (), only: Sequence[str] = ()) -> list[Paper]:
    """The papers of some kinds (all without any) whose slug, path or Thai name is among `only` (all without any).

    Raises:
        UsageError: a kind or a name that there is not.
    """
    strange = [kind for kind in kinds if kind not in KINDS]
    if strange:
        place = Place('build.py')
        raise UsageError(Finding('unknown-kind', place, {'name': kind, 'known': ' '.join(KINDS)}) for kind in strange)
    papers = [paper for paper in all_papers(project, kinds) if not kinds or paper.kind in kinds]
    if not only:
        return papers
    named = {paper.path: {paper.slug, paper.path, paper.name} - {''} for paper in papers}
    known = sorted(set().union(*named.values())) if named else []
    lost = [name for name in only if name not in known]
    if lost:
        raise UsageError(_lost(name, known) for name in lost)
    return [paper for paper in papers if named[paper.path] & set(only)]


def open_blanks(project: Project, papers: Iterable[Paper]) -> tuple[Blank, ...]:
    """What papers leave open, each gap of the content once, in the papers' order."""
    found: dict[tuple[str, Place], Blank] = {}
    for paper in papers:
        for blank in blanks(KINDS[paper.kind].view(project, paper, {})):
            found.setdefault((blank.label, blank.place), blank)
    return tuple(found.values())


def keep_words(project: Project) -> tuple[str, ...]:
    """Names and terms that no line should part: recipients, venues, agencies and units, and what the office lists."""
    main = project.main
    names = [recipient.name for recipient in project.recipients]
    names += [name for a_round in project.rounds for name in (a_round.region, a_round.venue, a_round.district)]
    names += [main.agency.name, main.agency.ministry, *(unit.name for unit in main.units), *main.keep_together]
    return tuple(dict.fromkeys(filter(None, names)))


def _lost(name: str, known: Sequence[str]) -> Finding:
    near = ', '.join(found for found, *_ in process.extract(name, known, limit=3))
    return Finding('unknown-paper', Place('build.py'), {'name': name, 'near': near or '-'})
