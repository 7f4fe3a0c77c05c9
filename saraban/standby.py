"""A second process that loads the engines while this one still reads content: for the few papers that an edit makes stale.

Loading takes longer than setting one letter. It is begun where a command line has built before and something has changed
since; a run that needs no engine, or many, does without it.
"""

from __future__ import annotations

import multiprocessing
import os
import signal
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from importlib import import_module
from typing import TYPE_CHECKING, Any

from saraban.pools import die_with

if TYPE_CHECKING:
    from saraban.render.formats import Resources
    from saraban.staging import Staging
    from saraban.workers import Job, Press, Printed


# What is loaded ahead, in the order of how long it takes.
_SLOW = (
    'saraban.render.pdf',
    'saraban.render.typeset',
    'saraban.checks.pages.rules',
    'saraban.render.docx',
    'saraban.workers',
)


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

    def prepare(self, resources: Resources, staging: Staging) -> None:
        """Gives it what papers will rest on and where they go, so that its engines are ready when the first is known."""
        with suppress(OSError):
            self._line.send((resources, staging))
            self._given = True

    def work(self, press: Press) -> Callable[[Iterable[Job]], Iterator[Printed]]:
        """Jobs done by the process; by this one where that is no more."""
        return lambda jobs: (self._done(press, job) for job in jobs)

    def _done(self, press: Press, job: Job) -> Printed:
        if self._given:
            try:
                self._line.send(job)
                done: Any = self._line.recv()
            except (OSError, EOFError):
                self._given = False
            else:
                if isinstance(done, BaseException):
                    raise done
                printed: Printed = done
                return printed
        return press(job)

    def end(self) -> None:
        """Ends it, whatever it does."""
        self._line.close()
        self._process.kill()
        self._process.join()


def _stand_by(line: Any, other_end: Any, parent: int) -> None:
    other_end.close()
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C reaches every process: the parent alone answers it
    die_with(parent)
    with suppress(Exception):  # whoever renders is told what is missing
        _load()
    with suppress(EOFError, OSError):
        resources, staging = line.recv()
        made = import_module('saraban.render.formats').Engines(resources)
        press = import_module('saraban.workers').Press(resources, staging, made)
        with suppress(Exception):  # told with the first paper
            press.load()
        while True:
            job = line.recv()
            try:
                done = press(job)
            except Exception as error:  # a bug, told by the parent
                done = error
            line.send(done)


def _load() -> None:
    """What every paper needs, whatever it rests on."""
    for module in _SLOW:
        import_module(module)
    import_module('saraban.words.lexicon').lexicon()
