"""Work done on the side by copies of this process, as it stands when the work is begun: whatever it holds, they hold."""

from __future__ import annotations

import multiprocessing
import os
import signal
from collections.abc import Callable
from contextlib import suppress
from types import TracebackType
from typing import Any, Generic, TypeVar

from saraban.pools import die_with

Result = TypeVar('Result')


class Branch(Generic[Result]):
    """A copy of this process that does one piece of work, gives its result and ends."""

    def __init__(self, work: Callable[[], Result]) -> None:
        """Starts it."""
        context = multiprocessing.get_context('fork')
        self._line, theirs = context.Pipe(duplex=False)
        self._process = context.Process(target=_do, args=(work, theirs, self._line, os.getpid()), daemon=True)
        self._process.start()
        theirs.close()
        self.process = self._process.pid or 0
        self._told: Result | None = None
        self._open = True

    @property
    def ready(self) -> bool:
        """Whether it is done, so that asking for its result takes no time."""
        return not self._open or self._line.poll()

    def result(self) -> Result | None:
        """What the work gave, as soon as it is there; None where it failed or the process died: then do it here."""
        if self._open:
            with suppress(EOFError, OSError):
                self._told = self._line.recv()
            self._end()
        return self._told

    def kill(self) -> None:
        """Stops it where it stands."""
        if self._open:
            self._process.kill()
            self._end()

    def _end(self) -> None:
        self._open = False
        self._line.close()
        self._process.join()


class Branches:
    """The branches of one piece of work: at most so many at once; none is left behind."""

    def __init__(self, most: int) -> None:
        """Takes how many may work at the same time; with none everything is done here."""
        self.most = most
        self._begun: list[Branch[Any]] = []

    def __enter__(self) -> Branches:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        for branch in self._begun:
            branch.kill()

    @property
    def has_room(self) -> bool:
        """Whether one more may be begun now."""
        return sum(not branch.ready for branch in self._begun) < self.most

    def begin(self, work: Callable[[], Result]) -> Branch[Result]:
        """Starts a piece of work."""
        branch = Branch(work)
        self._begun.append(branch)
        return branch


def _do(work: Callable[[], Any], line: Any, parents: Any, parent: int) -> None:
    """Sends what the work gives; nothing of an error, which is told by whoever does it again."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C reaches every process: the parent alone answers it
    die_with(parent)
    parents.close()
    with suppress(OSError):  # the parent wants it no more
        try:
            line.send(work())
        except Exception:
            line.send(None)
    line.close()
