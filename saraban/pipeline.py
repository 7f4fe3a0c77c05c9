"""The steps of a build in order: read, check, make views, render, publish. Nothing is written before all have passed."""

from __future__ import annotations

import datetime
import os
import stat
from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path

from saraban.cache import Cache
from saraban.cache.past import Past, recall, remember
from saraban.checks.gate import Verdict, judge
from saraban.checks.pages.levels import strange_levels
from saraban.content.issued import REGISTERS
from saraban.content.loader import FILES, ROSTERS, load
from saraban.content.project import Project
from saraban.errors import ContentError, Finding, Level, Place, SarabanError, TemplateError, shown_path
from saraban.press import Job
from saraban.render.formats import FORMATS, Engines, Resources, load_resources
from saraban.selection import EVERYTHING, Choice, chosen
from saraban.staging import Product, Seen, Staging, Unkept, publish
from saraban.stale.reasons import Inquiry, Reason, Stale
from saraban.standby import Standby
from saraban.views.blocks import Blank, View, blanks
from saraban.views.kinds import view_of
from saraban.views.paper import Paper
from saraban.workers import Progress, Worker, fit, measured, silent, waited

ROOT = Path(__file__).resolve().parent.parent


@dataclass(frozen=True)
class Request:
    """What is asked for: content and output folders, which papers in which formats, worker processes, a date, a cache."""

    content: Path = ROOT / 'content'
    output: Path = ROOT / 'output'
    kinds: tuple[str, ...] = ()
    only: tuple[str, ...] = ()
    formats: tuple[str, ...] = ()
    date: datetime.date | None = None
    jobs: int = 0
    cache: Cache | None = field(default=None, compare=False)
    cluster: str = ''
    templates: Path = ROOT / 'templates'
    fonts: Path = ROOT / 'fonts'
    filters: Choice = EVERYTHING

    @property
    def choice(self) -> Choice:
        """Which papers are asked for."""
        return replace(self.filters, kinds=self.kinds, only=self.only)

    @property
    def whole(self) -> bool:
        """Whether every paper in every format is asked for."""
        return self.choice.whole and not self.formats


@dataclass(frozen=True)
class Report:
    """What a build did: the files it made, the ones it took away, what they leave open, what to look at in content."""

    products: tuple[Product, ...]
    removed: tuple[str, ...]
    blanks: tuple[Blank, ...]
    content_findings: tuple[Finding, ...] = ()
    reasons: tuple[Reason, ...] = ()
    seen: Seen = field(default_factory=dict)

    @property
    def findings(self) -> list[Finding]:
        """What the checks of the pages found that did not stop the build."""
        return [finding for product in self.products for finding in product.findings]

    @property
    def reused(self) -> int:
        """How many files an earlier run had finished, and were not in the output folder yet."""
        return sum(product.reused and not product.stands for product in self.products)

    @property
    def standing(self) -> int:
        """How many files of the output folder were left as they were."""
        return sum(product.stands for product in self.products)

    def unchanged(self) -> Report:
        """What a build reports that finds all of this standing."""
        products = tuple(replace(product, reused=True, stands=True) for product in self.products)
        return replace(self, products=products, removed=(), reasons=())


def build(
    request: Request,
    progress: Progress = silent,
    engines: Callable[[Resources], Engines] = Engines,
    standby: Standby | None = None,
) -> Report:
    """Builds papers into the output folder; `engines` gives those that a run before this one has loaded.

    A process on `standby` sets the papers where they are few.

    Raises:
        UsageError, ContentError, TemplateError, RenderError: with every finding of the stage that failed; `output/` is
            then as it was.
    """
    content = _files(request.content) if request.cache else {}
    past = recall(request.cache, request.output) if request.cache else None
    staging = Staging(request.output, request.cache, past.seen if past else None)
    project = load(request.content)
    if standby:
        with suppress(SarabanError):  # told in its turn, after what is wrong with the content
            standby.prepare(resources_of(project, request), staging)
    verdict = _sound(judge(project))
    project = replace(project, date=request.date)
    papers = chosen(project, request.choice)
    worker = Worker(project, resources_of(project, request), staging, engines)
    worker.ahead = standby
    if request.cluster:
        from saraban.cluster import distant  # noqa: PLC0415 most builds need no other machine

        resources = worker.ground.resources
        worker.elsewhere = partial(distant, request.cluster, resources, request.fonts, staging)
    watched = _Watched(past)
    with staging.held(waited(progress)):
        products = fit(measured(worker, papers, *_how(request), progress, watched.look))
        removed = publish(staging, products, request.output, whole=request.whole)
    now = _past(request, worker, products, content, past)
    reasons = Inquiry(project, worker.ground, past, now.pages).reasons(watched.of(products)) if past else ()
    if request.cache and now != past:
        remember(request.cache, request.output, now)
    if request.cache and not all(product.reused for product in products):
        request.cache.sweep()
    return Report(
        tuple(products), tuple(removed), watched.blanks(papers), verdict.findings, reasons, staging.seen_of(products)
    )


class _Watched:
    """What is to be told of papers while they are made: what they leave open, and those that do not stand as they are."""

    def __init__(self, past: Past | None) -> None:
        self._stale: list[Stale] = []
        self._blanks: dict[str, list[Blank]] = {}
        self._past = past

    def look(self, paper: Paper, view: View, products: Sequence[Product]) -> None:
        self._blanks[paper.path] = list(blanks(view))
        made = tuple(product for product in products if not product.stands)
        if made and self._past:
            self._stale.append(Stale(paper, view, made))

    def of(self, products: Sequence[Product]) -> list[Stale]:
        """The papers of which a file does not stand; what is only enclosed is none of them."""
        files = {product.file for product in products}
        wanted = (
            replace(one, products=tuple(made for made in one.products if made.file in files)) for one in self._stale
        )
        return [one for one in wanted if one.products]

    def blanks(self, papers: Iterable[Paper]) -> tuple[Blank, ...]:
        return _each_once(blank for paper in papers for blank in self._blanks[paper.path])


def _files(folder: Path) -> dict[str, bytes]:
    """The content's files, as they are before they are read."""
    found = {}
    for name in (*FILES, *ROSTERS, *REGISTERS):
        with suppress(OSError):
            if stat.S_ISREG((folder / name).stat().st_mode):
                found[name] = (folder / name).read_bytes()
    return found


def _past(
    request: Request, worker: Worker, products: Sequence[Product], content: dict[str, bytes], past: Past | None
) -> Past:
    """What the next build is to know of this one; a part build adds to what was known, and what it left is as old as it was."""
    keys = {product.file: product.key for product in products}
    pages = {product.file.rpartition('.')[0]: product.pages for product in products if product.pages is not None}
    seen = dict(worker.staging.seen)
    if past is not None and not request.whole:
        return replace(past, keys={**past.keys, **keys}, pages={**past.pages, **pages}, seen=seen)
    return Past(worker.ground.parts, worker.ground.resources.keep, keys, pages, seen, content)


def measure(request: Request, progress: Progress = silent) -> tuple[Product, ...]:
    """Renders papers, measures their pages and writes nothing: what would be built, each with what was found on it.

    Raises:
        UsageError, ContentError, TemplateError, RenderError: with every finding of the stage that failed.
    """
    project = replace(read(request.content), date=request.date)
    papers = chosen(project, request.choice)
    worker = Worker(project, resources_of(project, request), Unkept(request.output, request.cache))
    return tuple(measured(worker, papers, *_how(request), progress))


def warm_up(request: Request, engines: Callable[[Resources], Engines]) -> None:
    """Has engines load what they need for a first paper, so that the next one is quick; nothing is kept.

    Raises:
        SarabanError: a paper cannot be made.
    """
    project = replace(read(request.content), date=request.date)
    papers = chosen(project, request.choice)
    letters = [paper for paper in papers if paper.recipient is not None] or papers
    worker = Worker(project, resources_of(project, request), Unkept(request.output), engines)
    for paper in {paper.kind: paper for paper in letters}.values():
        view = view_of(project, paper, dict.fromkeys(paper.encloses, 1))
        worker.press(Job(paper.path, view, dict.fromkeys(_how(request)[0], '')))


def resources_of(project: Project, request: Request) -> Resources:
    """What rendering a request's papers rests on. Raises TemplateError as `load_resources` does."""
    shown = shown_path(request.templates)
    resources = load_resources(request.templates, request.fonts, shown, keep_words(project), request.date)
    strange = strange_levels(resources.layout, f'{shown}/layout.yaml')
    if strange:
        raise TemplateError(strange)
    return resources


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
    return project, _sound(judge(project))


def _sound(verdict: Verdict) -> Verdict:
    """A verdict without errors. Raises ContentError with all of them."""
    errors = verdict.of(Level.ERROR)
    if errors:
        raise ContentError(errors)
    return verdict


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
    return chosen(project, Choice(tuple(kinds), tuple(only)))


def open_blanks(project: Project, papers: Iterable[Paper]) -> tuple[Blank, ...]:
    """What papers leave open, each gap of the content once, in the papers' order."""
    return _each_once(blank for paper in papers for blank in blanks(view_of(project, paper, {})))


def _each_once(found: Iterable[Blank]) -> tuple[Blank, ...]:
    first: dict[tuple[str, Place], Blank] = {}
    for blank in found:
        first.setdefault((blank.label, blank.place), blank)
    return tuple(first.values())


def keep_words(project: Project) -> tuple[str, ...]:
    """Names and terms that no line should part: what the project names, and what the office lists."""
    return tuple(dict.fromkeys((*names_of(project), *filter(None, project.main.keep_together))))


def names_of(project: Project) -> tuple[str, ...]:
    """The names of a project: recipients, regions, venues, agencies and units."""
    main = project.main
    names = [recipient.name for recipient in project.recipients]
    names += [name for a_round in project.rounds for name in (a_round.region, a_round.venue, a_round.district)]
    names += [main.agency.name, main.agency.ministry, *(unit.name for unit in main.units)]
    return tuple(dict.fromkeys(filter(None, names)))
