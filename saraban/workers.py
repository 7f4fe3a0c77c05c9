"""Papers rendered: what is finished is taken, the rest is set by engines loaded once a process, and staged."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, ExitStack
from dataclasses import dataclass, field
from itertools import chain, islice

from saraban.content.project import Project
from saraban.errors import Finding, Level, PageError, SarabanError, joined
from saraban.ground import Ground
from saraban.pools import alone, forked
from saraban.render.advances import Advances
from saraban.render.formats import Engines, Resources
from saraban.render.layout import Layout
from saraban.staging import Finished, Product, Staging, unwritable
from saraban.views.blocks import View, words_digest
from saraban.views.kinds import KINDS, all_papers, view_of
from saraban.views.paper import Pages, Paper

Progress = Callable[[int, int, str], None]
Look = Callable[[Paper, View, Sequence[Product]], None]
Elsewhere = Callable[[], AbstractContextManager[Callable[[Iterable['Job']], Iterator['Printed']]]]
FEW = 4  # papers that one process has done before a second one has loaded its engines


def silent(done: int, total: int, path: str) -> None:
    """Tells nothing of the progress."""


def unseen(paper: Paper, view: View, products: Sequence[Product]) -> None:
    """Looks at nothing."""


def check_pages(view: View, form: str, data: bytes, layout: Layout, advances: Advances) -> list[Finding]:
    """Every finding on a finished paper; the checks are loaded with the first one: a run that makes none does without."""
    from saraban.checks.pages.rules import check_pages as check  # noqa: PLC0415

    return check(view, form, data, layout, advances)


@dataclass(frozen=True)
class Task:
    """A paper to render: in which formats, with the page counts that its words name."""

    paper: Paper
    formats: tuple[str, ...]
    pages: Pages = field(default_factory=dict)


@dataclass(frozen=True)
class Outcome:
    """What became of a task: its files, or the error that stopped it."""

    path: str
    products: tuple[Product, ...] = ()
    error: SarabanError | None = None


@dataclass(frozen=True)
class Job:
    """What engines are given: a paper's view, and in which formats it is wanted, each with the key to keep it under."""

    path: str
    view: View
    keys: Mapping[str, str]


@dataclass(frozen=True)
class Printed:
    """What an engine gives back: what is known of each format, or the error that stopped it."""

    path: str
    finished: Mapping[str, Finished] = field(default_factory=dict)
    error: SarabanError | None = None


class Press:
    """The engines of a process, which print jobs; made before processes are forked, its engines at the first job."""

    def __init__(self, resources: Resources, staging: Staging, engines: Engines) -> None:
        """Takes what rendering rests on, where finished papers go, and the engines."""
        self.staging = staging
        self._engines = engines
        self._layout = resources.layout
        self._advances = Advances(resources.fonts)

    def load(self) -> None:
        """Makes the engines before the first job. Raises SarabanError where that cannot be."""
        self._engines.load()

    def __call__(self, job: Job) -> Printed:
        """Prints a job."""
        finished = {}
        errors: list[SarabanError] = []
        for form, key in job.keys.items():
            try:
                finished[form] = self._print(job.view, form, key)
            except SarabanError as error:
                errors.append(error)
            except OSError as error:
                errors.append(unwritable(error, self.staging.folder))
        return Printed(job.path, finished, joined(errors))

    def sheet(self, view: View) -> bytes:
        """A view that is no paper of the project (a cover, the marks of copies), as PDF.

        Raises:
            SarabanError: it cannot be rendered.
        """
        return self._engines.render(view, 'pdf').data

    def _print(self, view: View, form: str, key: str) -> Finished:
        """A paper in one format; it is kept where its pages have no error.

        Raises:
            SarabanError: it cannot be rendered.
        """
        rendered = self._engines.render(view, form)
        findings = check_pages(view, form, rendered.data, self._layout.given[rendered.gives], self._advances)
        wrong = any(finding.level is Level.ERROR for finding in findings)
        return Finished.of(rendered, findings) if wrong else self.staging.keep(key, rendered, findings)


class Worker:
    """What a build renders with: a project, what rendering rests on, and where finished papers are found and go."""

    def __init__(
        self,
        project: Project,
        resources: Resources,
        staging: Staging,
        engines: Callable[[Resources], Engines] = Engines,
    ) -> None:
        """Takes them, and where engines come from; none is loaded before the first paper that is not finished.

        `elsewhere`, where it is set, is who does the work instead of this machine.
        """
        self.project = project
        self.elsewhere: Elsewhere | None = None
        self.few: Callable[[Iterable[Job]], Iterator[Printed]] | None = None  # who does a few jobs, if not this process
        self.staging = staging
        self.ground = Ground(resources)
        self.press = Press(resources, staging, engines(resources))


@dataclass(frozen=True)
class _Opened:
    """A task that is begun: its view, its keys, and what of it was finished already."""

    task: Task
    view: View
    keys: Mapping[str, str]
    found: Mapping[str, tuple[Finished, bool]]


class _Run:
    """One run: which papers are finished, which are being printed, and what became of each task."""

    def __init__(self, worker: Worker, total: int, progress: Progress, look: Look) -> None:
        self.done: dict[str, Outcome] = {}
        self._worker = worker
        self._total = total
        self._progress = progress
        self._look = look
        self._printed = 0
        self._opened: dict[str, _Opened] = {}

    def jobs(self, tasks: Iterable[Task]) -> Iterator[Job]:
        """What has to be printed of tasks; the others are done with."""
        pages = _page_counts(self.done.values())
        for task in tasks:
            counts = {**task.pages, **{path: pages[path] for path in task.paper.encloses if path in pages}}
            view = view_of(self._worker.project, task.paper, counts)
            try:
                opened = self._open(task, view)
            except OSError as error:
                self.done[task.paper.path] = Outcome(
                    task.paper.path, (), unwritable(error, self._worker.staging.folder)
                )
                continue
            wanted = {form: key for form, key in opened.keys.items() if form not in opened.found}
            if wanted:
                self._opened[task.paper.path] = opened
                yield Job(task.paper.path, view, wanted)
            else:
                self._total -= 1  # what is finished takes no time: the time left is reckoned from the rest
                self._close(opened, {})

    def _open(self, task: Task, view: View) -> _Opened:
        """A task with what of it is finished. Raises OSError where that cannot be staged."""
        staging, ground = self._worker.staging, self._worker.ground
        keys = ground.keys(view, task.formats)
        taken = {form: staging.take(key, f'{view.path}.{form}') for form, key in keys.items()}
        return _Opened(task, view, keys, {form: known for form, known in taken.items() if known is not None})

    def take(self, printed: Printed) -> None:
        """Takes what an engine has printed."""
        self._printed += 1
        opened = self._opened.pop(printed.path)
        if printed.error is None:
            self._close(opened, printed.finished)
        else:
            self.done[printed.path] = Outcome(printed.path, (), printed.error)
        self._progress(self._printed, self._total, printed.path)

    def _close(self, opened: _Opened, printed: Mapping[str, Finished]) -> None:
        products = tuple(self._products(opened, printed))
        path = opened.task.paper.path
        self.done[path] = Outcome(path, products)
        self._look(opened.task.paper, opened.view, products)

    def _products(self, opened: _Opened, printed: Mapping[str, Finished]) -> Iterator[Product]:
        view = opened.view
        words = words_digest(view)
        sources = self._worker.project.files(KINDS[opened.task.paper.kind].sources)
        for form in opened.task.formats:
            known, stands = opened.found[form] if form in opened.found else (printed[form], False)
            yield Product(
                file=f'{view.path}.{form}',
                kind=view.kind,
                recipient=view.recipient,
                pages=known.pages,
                words=words,
                sha256=known.sha256,
                sources=sources,
                key=opened.keys[form],
                findings=known.findings,
                reused=form in opened.found,
                stands=stands,
            )


def render_all(
    worker: Worker,
    papers: Sequence[Paper],
    formats: tuple[str, ...],
    jobs: int,
    progress: Progress = silent,
    look: Look = unseen,
) -> list[Product]:
    """The files of papers in the papers' order, all of them fit to be published. `look` is shown each finished paper.

    Raises:
        SarabanError: every finding of every paper that failed, as an error of the first stage among them; of pages, what
            was found on every file that has an error.
    """
    products = measured(worker, papers, formats, jobs, progress, look)
    wrong = [product for product in products if any(one.level is Level.ERROR for one in product.findings)]
    if wrong:
        raise PageError(finding for product in wrong for finding in product.findings)
    return products


def measured(
    worker: Worker,
    papers: Sequence[Paper],
    formats: tuple[str, ...],
    jobs: int,
    progress: Progress = silent,
    look: Look = unseen,
) -> list[Product]:
    """The files of papers in the papers' order, each with all that was found on its pages, errors among it.

    Papers that are enclosed come first, since a letter names how many sheets they are.

    Raises:
        SarabanError: a paper could not be rendered.
    """
    done = render_waves(worker, _plan(worker.project, papers, formats), jobs, progress, look)
    products = [product for paper in papers for product in done[paper.path].products]
    return [product for product in products if product.file.rpartition('.')[2] in formats]


def render_waves(
    worker: Worker, plan: Sequence[Sequence[Task]], jobs: int, progress: Progress = silent, look: Look = unseen
) -> dict[str, Outcome]:
    """What became of each task, by its paper's path: a wave after another, each told the page counts of those before.

    Raises:
        SarabanError: every finding of every paper of a wave that failed; no further wave is then begun.
    """
    run = _Run(worker, sum(map(len, plan)), progress, look)
    with ExitStack() as stack:
        pool = stack.enter_context(worker.elsewhere()) if worker.elsewhere else None
        for wave in plan:
            coming = run.jobs(wave)
            first = list(islice(coming, FEW + 1))  # a few are done sooner than a second process has loaded its engines
            many = len(first) > FEW
            if pool is None and jobs > 1 and many:
                pool = stack.enter_context(forked(worker.press, jobs))
            work = pool if pool and (many or worker.elsewhere) else worker.few or alone(worker.press)
            for printed in work(chain(first, coming)):
                run.take(printed)
            _raise_failures(run.done.values())
    return run.done


def _plan(project: Project, papers: Sequence[Paper], formats: tuple[str, ...]) -> list[list[Task]]:
    """Tasks in two waves: what encloses nothing, with a PDF of all that is enclosed; then what encloses."""
    enclosed = {path for paper in papers for path in paper.encloses}
    wanted = {paper.path for paper in papers}
    first = []
    for paper in all_papers(project, {paper.kind for paper in papers}):
        if paper.encloses or paper.path not in enclosed | wanted:
            continue
        of_pages = ('pdf',) if paper.path in enclosed else ()
        first.append(Task(paper, tuple(dict.fromkeys((*of_pages, *(formats if paper.path in wanted else ()))))))
    return [first, [Task(paper, formats) for paper in papers if paper.encloses]]


def _page_counts(outcomes: Iterable[Outcome]) -> dict[str, int]:
    return {
        outcome.path: product.pages for outcome in outcomes for product in outcome.products if product.pages is not None
    }


def _raise_failures(outcomes: Iterable[Outcome]) -> None:
    error = joined([outcome.error for outcome in outcomes if outcome.error is not None])
    if error is not None:
        raise error
