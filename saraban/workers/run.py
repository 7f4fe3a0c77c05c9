"""One run over tasks: what is finished is taken, the rest becomes jobs, and what came of each is noted."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass

from saraban.content.project import Project
from saraban.ground import Ground
from saraban.press import Job, Press, Printed
from saraban.render.formats import Engines, Resources
from saraban.staging import Finished, Product, Staging, unwritable
from saraban.views.blocks import View, words_digest
from saraban.views.kinds import KINDS, view_of
from saraban.workers.jobs import Ahead, Elsewhere, Look, Outcome, Progress, Task


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

        `elsewhere`, where it is set, is who does the work instead of this machine; `ahead` does the first jobs.
        """
        self.project = project
        self.elsewhere: Elsewhere | None = None
        self.ahead: Ahead | None = None
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


class Run:
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


def _page_counts(outcomes: Iterable[Outcome]) -> dict[str, int]:
    return {
        outcome.path: product.pages for outcome in outcomes for product in outcome.products if product.pages is not None
    }
