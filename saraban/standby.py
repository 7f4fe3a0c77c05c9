"""A second process that loads the engines while this one still reads content: for the few papers that an edit makes stale.

Loading takes longer than setting one letter. It is begun where a command line has built before and something has changed
since; a run that needs no engine, or many, does without it.
"""

from __future__ import annotations

import multiprocessing
import os
import pickle
import signal
from collections import deque
from collections.abc import Iterable, Iterator
from contextlib import suppress
from importlib import import_module
from queue import SimpleQueue
from threading import Thread
from typing import TYPE_CHECKING, Any

from saraban.pools import die_with
from saraban.uncollected import uncollected

if TYPE_CHECKING:
    from multiprocessing.connection import Connection

    from saraban.press import Job, Printed
    from saraban.render.formats import Resources
    from saraban.staging import Staging
    from saraban.workers.jobs import Work


class Standby:
    """The process; started at once, it ends with this one."""

    def __init__(self) -> None:
        """Starts it: nothing that is slow to load may have been loaded here."""
        context = multiprocessing.get_context('fork')
        self._line, theirs = context.Pipe()
        self._process = context.Process(target=_stand_by, args=(theirs, self._line, os.getpid()), daemon=True)
        self._process.start()
        theirs.close()
        self._given = False
        self._begun: deque[Job] = deque()

    def prepare(self, resources: Resources, staging: Staging) -> None:
        """Gives it what papers will rest on and where they go, so that its engines are ready when the first is known."""
        self._given = self._sent((resources, staging))

    def begin(self, job: Job) -> None:
        """Has it print a job when it can; `work` gives what came of it."""
        self._given = self._given and self._sent(job)
        self._begun.append(job)

    def work(self, press: Work, jobs: Iterable[Job] = ()) -> Iterator[Printed]:
        """What came of the jobs that were begun, and of these; `press` prints them where the process is no more."""
        for job in jobs:
            self.begin(job)
            yield self._next(press)
        while self._begun:
            yield self._next(press)

    def _next(self, press: Work) -> Printed:
        job = self._begun.popleft()
        if self._given:
            try:
                done: Any = self._line.recv()
            except (OSError, EOFError):
                self._given = False
            else:
                if isinstance(done, BaseException):
                    raise done
                printed: Printed = done
                return printed
        return press(job)

    def _sent(self, what: object) -> bool:
        with suppress(OSError):
            self._line.send(what)
            return True
        return False

    def end(self) -> None:
        """Ends it, whatever it does."""
        self._line.close()
        self._process.kill()
        self._process.join()


def _stand_by(line: Connection, other_end: Connection, parent: int) -> None:
    other_end.close()
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C reaches every process: the parent alone answers it
    die_with(parent)
    mail: SimpleQueue[bytes] = SimpleQueue()
    Thread(target=_receive, args=(line, mail), daemon=True).start()
    with suppress(Exception), uncollected():  # whoever renders is told what is missing
        _load()
    with suppress(EOFError):
        resources, staging = _opened(mail.get())
        press = import_module('saraban.press').Press(
            resources, staging, import_module('saraban.render.formats').Engines(resources)
        )
        with suppress(Exception):  # told with the first paper
            press.load()
        while True:
            job = _opened(mail.get())
            try:
                done = press(job)
            except Exception as error:  # a bug, told by the parent
                done = error
            line.send(done)


def _receive(line: Connection, mail: SimpleQueue[bytes]) -> None:
    """Takes what is sent at once: a line holds less than the fonts, and who sends would wait for the loading to end.

    It is opened later: two threads that import the same modules hinder each other.
    """
    with suppress(EOFError, OSError):
        while True:
            mail.put(line.recv_bytes())
    mail.put(b'')


def _opened(data: bytes) -> Any:
    """What was sent. Raises EOFError when the line is closed."""
    if not data:
        raise EOFError
    return pickle.loads(data)  # from the process that this one was forked from


def _load() -> None:
    """What every paper needs, whatever it rests on."""
    import_module('saraban.render.formats').preload()
    for module in ('saraban.checks.pages.rules', 'saraban.press'):
        import_module(module)
