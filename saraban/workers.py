"""Papers rendered side by side: each worker process has one set of engines, loaded once, and stages what it finishes."""

from __future__ import annotations

import gc
import hashlib
import signal
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor, as_completed
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cache
from multiprocessing import get_context
from pathlib import Path

from saraban.checks.pages.rules import check_pages
from saraban.content.project import Project
from saraban.errors import Finding, Level, PageError, Place, RenderError, SarabanError, joined
from saraban.render.advances import Advances
from saraban.render.formats import Engines, Resources
from saraban.staging import Finished, Product, Staging
from saraban.views.blocks import View, fingerprint, printed_words
from saraban.views.kinds import KINDS, all_papers
from saraban.views.paper import Pages, Paper

Progress = Callable[[int, int, str], None]
FEW = 4  # papers that one process has done before a second one has loaded its engines


def silent(done: int, total: int, path: str) -> None:
    """Tells nothing of the progress."""


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


class Worker:
    """Renders tasks of one project; forked processes inherit it before any engine is loaded."""

    def __init__(self, project: Project, resources: Resources, staging: Staging) -> None:
        """Takes the project, what rendering rests on, and where finished papers go."""
        self.project = project
        self.staging = staging
        self._engines = Engines(resources)
        self._layout = resources.layout
        self._advances = Advances(resources.fonts)
        self._ground = f'{resources.digest()}{code_digest()}'

    def run(self, task: Task) -> Outcome:
        """Renders a task, or finds it finished."""
        kind = KINDS[task.paper.kind]
        view = kind.view(self.project, task.paper, task.pages)
        products = []
        errors: list[SarabanError] = []
        for form in task.formats:
            try:
                products.append(self._product(view, form, kind.sources))
            except SarabanError as error:
                errors.append(error)
            except OSError as error:
                place = Place(str(error.filename or self.staging.folder))
                errors.append(
                    RenderError([Finding('output-unwritable', place, {'detail': error.strerror or str(error)})])
                )
        return Outcome(task.paper.path, tuple(products), joined(errors))

    def _product(self, view: View, form: str, sources: Iterable[str]) -> Product:
        """A paper in one format with what the checks of its pages found: taken from the store, or rendered into it.

        Raises:
            SarabanError: it cannot be rendered.
        """
        print_of = f'{self._ground}{form}{fingerprint(view)}'
        key = hashlib.sha256(print_of.encode()).hexdigest()
        known = self.staging.find(key)
        reused = known is not None
        if known is None:
            rendered = self._engines.render(view, form)
            findings = check_pages(view, form, rendered.data, self._layout.given[rendered.gives], self._advances)
            wrong = any(finding.level is Level.ERROR for finding in findings)
            known = Finished.of(rendered, findings) if wrong else self.staging.keep(key, rendered, findings)
        words = hashlib.sha256('\n'.join(printed_words(view)).encode()).hexdigest()
        present = tuple(source for source in sources if source in self.project.sources)
        return Product(
            file=f'{view.path}.{form}',
            kind=view.kind,
            recipient=view.recipient,
            pages=known.pages,
            words=words,
            sha256=known.sha256,
            sources=present,
            key=key,
            findings=known.findings,
            reused=reused,
        )


def render_all(
    worker: Worker, papers: Sequence[Paper], formats: tuple[str, ...], jobs: int, progress: Progress = silent
) -> list[Product]:
    """The files of papers in the papers' order, all of them fit to be published.

    Raises:
        SarabanError: every finding of every paper that failed, as an error of the first stage among them; of pages, what
            was found on every file that has an error.
    """
    products = measured(worker, papers, formats, jobs, progress)
    wrong = [product for product in products if any(one.level is Level.ERROR for one in product.findings)]
    if wrong:
        raise PageError(finding for product in wrong for finding in product.findings)
    return products


def measured(
    worker: Worker, papers: Sequence[Paper], formats: tuple[str, ...], jobs: int, progress: Progress = silent
) -> list[Product]:
    """The files of papers in the papers' order, each with all that was found on its pages, errors among it.

    Papers that are enclosed come first, since a letter names how many sheets they are.

    Raises:
        SarabanError: a paper could not be rendered.
    """
    plan = _plan(worker.project, papers, formats)
    total = sum(map(len, plan))
    done: dict[str, Outcome] = {}
    with _runner(worker, jobs if total > FEW else 1) as run:
        for wave in plan:
            pages = _page_counts(done.values())
            tasks = [
                Task(task.paper, task.formats, {path: pages[path] for path in task.paper.encloses}) for task in wave
            ]
            for outcome in run(tasks):
                done[outcome.path] = outcome
                progress(len(done), total, outcome.path)
            _raise_failures(done.values())
    products = [product for paper in papers for product in done[paper.path].products]
    return [product for product in products if product.file.rpartition('.')[2] in formats]


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


@contextmanager
def _runner(worker: Worker, jobs: int) -> Iterator[Callable[[list[Task]], Iterator[Outcome]]]:
    """What runs tasks: this process alone, or a pool whose processes are forked before any thread starts."""
    if jobs <= 1:
        yield lambda tasks: map(worker.run, tasks)
        return
    pool = ProcessPoolExecutor(jobs, get_context('fork'), _enter, (worker,))
    try:
        yield lambda tasks: (future.result() for future in as_completed([pool.submit(_run, task) for task in tasks]))
    finally:
        pool.shutdown(cancel_futures=True)


_entered: list[Worker] = []  # in a worker process: the worker that it inherited


def _enter(worker: Worker) -> None:
    _entered[:] = [worker]
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C reaches every process: the parent alone answers it
    # A paper is some 100,000 objects that die together: collecting in the middle of one cost 8 % of the time.
    gc.freeze()
    gc.set_threshold(100_000, 20, 100)


def _run(task: Task) -> Outcome:
    return _entered[0].run(task)


@cache
def code_digest() -> str:
    """A digest of the program itself: other code may print other bytes."""
    whole = hashlib.sha256()
    package = Path(__file__).parent
    for path in sorted(package.rglob('*.py')):
        whole.update(path.relative_to(package).as_posix().encode() + b'\0' + path.read_bytes())
    return whole.hexdigest()
