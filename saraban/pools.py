"""Who does the work: this process alone, or processes forked from it, each with one set of engines."""

from __future__ import annotations

import ctypes
import gc
import multiprocessing
import os
import signal
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from itertools import islice
from typing import Any, Generic, TypeAlias, TypeVar

from saraban.errors import Finding, Place, RenderError

Job = TypeVar('Job')
Result = TypeVar('Result')
Work: TypeAlias = Callable[[Job], Result]
Run: TypeAlias = Callable[[Iterable[Job]], Iterator[Result]]

AHEAD = 4
"""Jobs for each process that wait in the queue: more would only hold their views in memory."""
_DEATHS = 3  # processes that may be lost over the same job before the run gives up
_TIDY = 64  # jobs after which a process also looks for what is dead among all that it has kept
_PR_SET_PDEATHSIG = 1  # prctl(2)


def alone(work: Work[Job, Result]) -> Run[Job, Result]:
    """Jobs done by this process, one after another."""
    return lambda jobs: map(work, jobs)


@contextmanager
def forked(work: Work[Job, Result], processes: int) -> Iterator[Run[Job, Result]]:
    """Jobs done by forked processes, whichever is ready first; stopped at once when the block is left by an error.

    The processes inherit `work`; the first job starts them, before any thread is.
    """
    pool = _Pool(work, processes)
    try:
        yield pool.run
    except BaseException:
        pool.kill()
        raise
    pool.close()


class _Pool(Generic[Job, Result]):
    """A process pool that takes jobs as it comes to them and outlives a lost process."""

    def __init__(self, work: Work[Job, Result], processes: int) -> None:
        self._work = work
        self._processes = processes
        self._pool = self._open()

    def _open(self) -> ProcessPoolExecutor:
        context = multiprocessing.get_context('fork')
        return ProcessPoolExecutor(self._processes, context, _enter, (self._work, os.getpid()))

    def run(self, jobs: Iterable[Job]) -> Iterator[Result]:
        """The jobs' results, in the order in which they are ready."""
        coming = iter(jobs)
        waiting: dict[Future[Result], Job] = {}
        deaths = 0
        while True:
            for job in islice(coming, self._processes * AHEAD - len(waiting)):
                waiting[self._pool.submit(_run, job)] = job
            if not waiting:
                return
            ready, _ = wait(waiting, return_when=FIRST_COMPLETED)
            lost = []
            for future in ready:
                job = waiting.pop(future)
                try:
                    yield future.result()
                except BrokenProcessPool:
                    lost.append(job)
            if lost:
                deaths += 1
                lost += waiting.values()
                self.close()
                if deaths == _DEATHS:
                    raise RenderError([Finding('worker-lost', Place('build.py'), {'count': deaths})])
                self._pool = self._open()
                waiting = {self._pool.submit(_run, job): job for job in lost}

    def kill(self) -> None:
        """Stops every process where it stands: what it has half written bears a name of its own."""
        for process in multiprocessing.active_children():
            process.kill()
        self.close()

    def close(self) -> None:
        """Waits for the processes' end."""
        self._pool.shutdown(cancel_futures=True)


_entered: list[Work[Any, Any]] = []  # in a worker process: the work that it inherited
_done = [0]  # in a worker process: how many jobs it has done


def _enter(work: Work[Any, Any], parent: int) -> None:
    _entered[:] = [work]
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C reaches every process: the parent alone answers it
    die_with(parent)
    _done[:] = [0]
    # A paper is some 100,000 objects that die together: collecting in the middle of one cost 8 % of the time, and whatever
    # lives through two collections is looked at again too late. So that is done between papers (`_tidy`).
    gc.freeze()
    gc.set_threshold(100_000, 20, 100)


def die_with(parent: int) -> None:
    """Has the system kill this process when its parent dies: a killed run leaves nobody behind."""
    ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, signal.SIGKILL)
    if os.getppid() != parent:  # it is dead already
        os._exit(1)


def _run(job: Any) -> Any:
    try:
        return _entered[0](job)
    finally:
        _tidy()


def _tidy() -> None:
    """Frees what a job has left behind: without it a process grew with every letter, and never shrank."""
    _done[0] += 1
    gc.collect(1 if _done[0] % _TIDY else 2)
