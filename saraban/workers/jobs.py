"""What is to be done and what came of it: tasks of a build, jobs of its engines; and who is told."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass, field

from saraban.errors import SarabanError
from saraban.staging import Finished, Product
from saraban.views.blocks import View
from saraban.views.paper import Pages, Paper

Progress = Callable[[int, int, str], None]
Look = Callable[[Paper, View, Sequence[Product]], None]
Elsewhere = Callable[[], AbstractContextManager[Callable[[Iterable['Job']], Iterator['Printed']]]]


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
