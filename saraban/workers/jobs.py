"""What is to be done and what came of it: tasks of a build, who does their jobs, and who is told."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from typing import Protocol

from saraban.errors import SarabanError
from saraban.press import Job, Press, Printed
from saraban.staging import Product
from saraban.views.blocks import View
from saraban.views.paper import Pages, Paper

Progress = Callable[[int, int, str], None]
"""Told of each paper how many are done, how many there are, and its path; of none (0, 0): another build is waited for."""
Look = Callable[[Paper, View, Sequence[Product]], None]
Elsewhere = Callable[[], AbstractContextManager[Callable[[Iterable[Job]], Iterator[Printed]]]]


def waited(progress: Progress) -> Callable[[], None]:
    """Tells that another build is waited for."""
    return lambda: progress(0, 0, '')


def silent(done: int, total: int, path: str) -> None:
    """Tells nothing of the progress."""


def unseen(paper: Paper, view: View, products: Sequence[Product]) -> None:
    """Looks at nothing."""


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


class Ahead(Protocol):
    """A process that has loaded its engines, or will have sooner than any other."""

    def begin(self, job: Job) -> None:
        """Has it print a job when it can."""

    def widen(self, processes: int) -> None:
        """Has it fork so many processes."""

    def work(self, press: Press, jobs: Iterable[Job]) -> Iterator[Printed]:
        """What came of the jobs that were begun, and of these; `press` prints them where the process is no more."""
