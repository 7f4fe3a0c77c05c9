"""Printing parted among processes that are copies of this one: whatever has been loaded serves them all."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from saraban.errors import SarabanError
from saraban.pools import forked

LITTLE = 15_000
"""Weight (letters of papers) below which other processes cost more than they save."""


@dataclass(frozen=True, slots=True)
class Task:
    """Something to print: how much there is of it, in letters, and what gives its bytes."""

    weight: int
    run: Callable[[], bytes]


def together(tasks: Sequence[Task], processors: int | None = None) -> list[bytes]:
    """What each task gives, in their order. One that fails elsewhere is done again here, so that its error is told.

    Raises:
        SarabanError: a task failed.
    """
    processes = min(processors or os.cpu_count() or 1, len(tasks))
    if processes < 2 or sum(task.weight for task in tasks) < LITTLE:
        return [task.run() for task in tasks]

    def work(at: int) -> tuple[int, bytes | None]:
        try:
            return at, tasks[at].run()
        except SarabanError:
            return at, None

    heaviest_first = sorted(range(len(tasks)), key=lambda at: -tasks[at].weight)
    with forked(work, processes) as run:
        done = dict(run(heaviest_first))
    return [task.run() if (data := done.get(at)) is None else data for at, task in enumerate(tasks)]
