"""Printing parted among processes that are copies of this one: whatever has been loaded serves them all."""

from __future__ import annotations

import gc
import os
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

from saraban.errors import SarabanError
from saraban.pools import forked

LITTLE = 15_000
"""Weight (letters of papers) below which other processes cost more than they save."""


@dataclass(frozen=True, slots=True)
class Task:
    """Something to print: how much there is of it, in letters, and what gives its bytes.

    `shared` gives them too, with so many other processes taking part, where that is known how.
    """

    weight: int
    run: Callable[[], bytes]
    shared: Callable[[int], bytes] | None = None


def together(tasks: Sequence[Task], processors: int | None = None) -> list[bytes | SarabanError]:
    """What each task gives, in their order; of one that fails its error.

    A task that is more than a process's part of the whole, and can be shared, is shared by all; then come the others.
    """
    count, whole = processors or os.cpu_count() or 1, sum(task.weight for task in tasks)
    if count < 2 or whole < LITTLE:
        return [_run(task, at) for at, task in enumerate(tasks)]
    done: dict[int, bytes | SarabanError] = {}
    for at, task in enumerate(tasks):
        if task.shared is not None and task.weight > whole / count:
            done[at] = outcome(partial(task.shared, count - 1))
    left = [at for at in range(len(tasks)) if at not in done]
    if min(count, len(left)) > 1:
        done |= _forked(tasks, left, min(count, len(left)))
    return [_run(task, at) if (data := done.get(at)) is None else data for at, task in enumerate(tasks)]


def _run(task: Task, before: int) -> bytes | SarabanError:
    """What a task gives; what those before it left is freed first: Python may have been told to look for no garbage."""
    if before:
        gc.collect(0)
    return outcome(task.run)


def outcome(run: Callable[[], bytes]) -> bytes | SarabanError:
    """What something gives, or why it cannot."""
    try:
        return run()
    except SarabanError as error:
        return error


def _forked(tasks: Sequence[Task], chosen: Sequence[int], processes: int) -> dict[int, bytes | SarabanError]:
    """What these tasks give, done by other processes, the heaviest first."""

    def work(at: int) -> tuple[int, bytes | SarabanError]:
        return at, outcome(tasks[at].run)

    with forked(work, processes) as run:
        return dict(run(sorted(chosen, key=lambda at: -tasks[at].weight)))
