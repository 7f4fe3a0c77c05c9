"""Papers rendered in waves: what is enclosed first, since a letter names how many sheets go with it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import ExitStack
from itertools import chain, islice

from saraban.content.project import Project
from saraban.errors import Level, PageError, joined
from saraban.pools import alone, forked
from saraban.press import Job
from saraban.staging import Product
from saraban.views.kinds import all_papers
from saraban.views.paper import Paper
from saraban.workers.jobs import Ahead, Look, Outcome, Progress, Task, silent, unseen
from saraban.workers.run import Run, Worker

FEW = 4  # papers that one process has done before a second one has loaded its engines


def fit(products: Sequence[Product]) -> Sequence[Product]:
    """Files, all of them fit to be published.

    Raises:
        PageError: of each file that has an error on its pages, all that was found on it.
    """
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

    Papers that are enclosed come first, since a letter names how many sheets they are. `look` is shown each finished paper.

    Raises:
        SarabanError: every finding of every paper that could not be rendered, as an error of the first stage among them.
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
    run = Run(worker, sum(map(len, plan)), progress, look)
    with ExitStack() as stack:
        pool = stack.enter_context(worker.elsewhere()) if worker.elsewhere else None
        ahead = None if worker.elsewhere else worker.ahead
        for wave in plan:
            coming = run.jobs(wave)
            first = list(_begun(islice(coming, FEW + 1), ahead))
            many = len(first) > FEW  # a few are done sooner than a second process has loaded its engines
            if ahead is not None:
                if many and jobs > 1:
                    ahead.widen(jobs)
                done = ahead.work(worker.press, coming)
            else:
                if pool is None and jobs > 1 and many:
                    pool = stack.enter_context(forked(worker.press, jobs))
                work = pool if pool and (many or worker.elsewhere) else alone(worker.press)
                done = work(chain(first, coming))
            for printed in done:
                run.take(printed)
            _raise_failures(run.done.values())
    return run.done


def _begun(jobs: Iterable[Job], ahead: Ahead | None) -> Iterator[Job]:
    """Jobs, each begun as soon as it is known where there is who does it."""
    for job in jobs:
        if ahead is not None:
            ahead.begin(job)
        yield job


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


def _raise_failures(outcomes: Iterable[Outcome]) -> None:
    error = joined([outcome.error for outcome in outcomes if outcome.error is not None])
    if error is not None:
        raise error
