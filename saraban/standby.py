"""A process that loads engines while this one reads content: a few papers' pages are set by it, for many it forks others.

Loading takes longer than setting a few letters. What the process forks has its engines loaded, which is done once. Here
nothing is imported that the process can import itself: it is begun before anything else is loaded.
"""

from __future__ import annotations

import multiprocessing
import os
import pickle
import signal
from collections.abc import Iterable, Iterator
from contextlib import ExitStack, suppress
from dataclasses import replace
from functools import partial
from importlib import import_module
from itertools import chain
from queue import SimpleQueue
from threading import Thread
from typing import TYPE_CHECKING, Any

from saraban.uncollected import uncollected

if TYPE_CHECKING:
    from multiprocessing.connection import Connection

    from saraban.press import Job, Press, Printed
    from saraban.render.formats import Resources
    from saraban.staging import Staging

_FEW = 4  # jobs that are sent before the first one's result is waited for
_PATIENCE = 2  # seconds in which what is idle ends
_SENT, _OVER, _WIDTH = b's', b'o', b'w'  # what a message begins with: something pickled, the end of a wave, a width


class Standby:
    """The process; started at once, it ends with this one. Of a few papers this one makes the Word files meanwhile."""

    def __init__(self) -> None:
        """Starts it: nothing that is slow to load may have been loaded here."""
        context = multiprocessing.get_context('fork')
        self._line, theirs = context.Pipe()
        self._process = context.Process(target=_stand_by, args=(theirs, self._line, os.getpid()))
        signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})  # until the process has said that it ignores it
        try:
            self._process.start()
        finally:
            signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGINT})
        theirs.close()
        self._given = False
        self._begun: dict[str, Job] = {}
        self._window = _FEW
        self._wide = False

    def prepare(self, resources: Resources, staging: Staging) -> None:
        """Gives it what papers will rest on and where they go, so that its engines are ready when the first is known."""
        self._given = self._sent(_SENT + pickle.dumps((resources, staging)))

    def begin(self, job: Job) -> None:
        """Has it print a job when it can; `work` gives what came of it."""
        self._begun[job.path] = job
        self._given = self._given and self._sent(_SENT + pickle.dumps(job))

    def widen(self, processes: int) -> None:
        """Has it fork so many processes: there are more jobs than it does alone before they have begun."""
        from saraban.pools import AHEAD

        self._wide, self._window = True, processes * AHEAD
        self._given = self._given and self._sent(_WIDTH + str(processes).encode())

    def work(self, press: Press, jobs: Iterable[Job]) -> Iterator[Printed]:
        """What came of the jobs that were begun, and of these, in the order in which they are ready.

        `press` prints them where the process is no more.
        """
        for job in jobs:
            self.begin(job)
            while len(self._begun) > self._window:
                yield self._next(press)
        self._given = self._given and self._sent(_OVER)
        if self._begun and not self._wide:
            self._warm(press)
        while self._begun:
            yield self._next(press)

    def _warm(self, press: Press) -> None:
        """Has this process ready for what the other leaves to it, while that one sets pages."""
        from saraban.errors import SarabanError

        job = next(iter(self._begun.values()))
        with suppress(SarabanError):  # told when the job is done
            for form in _beside_pages(job) if self._given else ():
                press.rehearse(job, form)

    def _next(self, press: Press) -> Printed:
        if self._given:
            try:
                done: Any = self._line.recv()
            except (OSError, EOFError):
                self._given = False
            else:
                if isinstance(done, BaseException):
                    raise done
                return self._finished(done, press)
        return press(self._begun.pop(next(iter(self._begun))))

    def _finished(self, printed: Printed, press: Press) -> Printed:
        """What came of a job, with what was left to this process."""
        job = self._begun.pop(printed.path)
        if not printed.left:
            return printed
        left = {form: job.keys[form] for form in printed.left}
        return printed.and_then(press(replace(job, keys=left, gives=printed.gives)))

    def _sent(self, message: bytes) -> bool:
        with suppress(OSError):
            self._line.send_bytes(message)
            return True
        return False

    def end(self) -> None:
        """Ends it, whatever it does, and what it has forked."""
        self._line.close()
        if self._wide and not self._begun:
            self._process.join(_PATIENCE)  # it waits for what it has forked, whose time then counts as this process's
        self._process.kill()
        self._process.join()


class _Mail:
    """What is sent, taken at once: a line holds less than the fonts, and who sends would wait for the loading to end.

    It is opened later: two threads that import the same modules hinder each other.
    """

    def __init__(self, line: Connection) -> None:
        """Begins to take it."""
        self.width = 1
        self._waiting: SimpleQueue[bytes] = SimpleQueue()
        Thread(target=self._receive, args=(line,), daemon=True).start()

    def _receive(self, line: Connection) -> None:
        with suppress(EOFError, OSError):
            while True:
                message = line.recv_bytes()
                if message.startswith(_WIDTH):
                    self.width = int(message.removeprefix(_WIDTH))
                else:
                    self._waiting.put(message)
        self._waiting.put(b'')

    def wave(self) -> Iterator[bytes]:
        """What is sent until a wave is over, still pickled. Raises EOFError where the line is closed."""
        while (message := self._waiting.get()) != _OVER:
            if not message:
                raise EOFError
            yield message.removeprefix(_SENT)


def _stand_by(line: Connection, other_end: Connection, parent: int) -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C reaches every process: the parent alone answers it
    signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGINT})
    other_end.close()
    from saraban.errors import SarabanError
    from saraban.pools import die_with

    die_with(parent)
    mail = _Mail(line)
    with suppress(Exception), uncollected():  # whoever renders is told what is missing
        _load()
    with suppress(EOFError, OSError):
        from saraban.press import Press
        from saraban.render.formats import PAGED, Engines

        resources, staging = pickle.loads(next(mail.wave()))
        press = Press(resources, staging, Engines(resources))
        with suppress(Exception):  # told with the first paper
            press.load([PAGED])
        try:
            _serve(line, mail, press)
        except SarabanError as error:  # processes were lost
            line.send(error)


def _serve(line: Connection, mail: _Mail, press: Press) -> None:
    """Prints wave after wave: pages alone, or all by forked processes from the job on before which it was told to."""
    from saraban.pools import forked

    with ExitStack() as stack:
        pool = None
        while True:
            wave = mail.wave()
            for job in wave:
                if pool is None and mail.width > 1:
                    with suppress(Exception):  # told with the first paper
                        press.load()
                    pool = stack.enter_context(forked(partial(_printed, press), mail.width))
                for done in pool(chain([job], wave)) if pool else [_pages(press, job)]:
                    line.send_bytes(done)


def _printed(press: Press, job: bytes) -> bytes:
    """What came of a job, both pickled: who passes them on need not open them."""
    return _told(press, pickle.loads(job))


def _pages(press: Press, sent: bytes) -> bytes:
    """What came of a job's pages; the process that sent it has time for its other formats."""
    job: Job = pickle.loads(sent)
    left = _beside_pages(job)
    keys = {form: key for form, key in job.keys.items() if form not in left}
    return _told(press, replace(job, keys=keys), left)


def _told(press: Press, job: Job, left: Iterable[str] = ()) -> bytes:
    try:
        return pickle.dumps(replace(press(job), left=tuple(left)))
    except Exception as error:  # a bug, told by the parent
        return pickle.dumps(error)


def _beside_pages(job: Job) -> list[str]:
    """The formats of a job beside the one that breaks pages; none where that is not asked for."""
    from saraban.render.formats import PAGED

    return [form for form in job.keys if form != PAGED] if PAGED in job.keys else []


def _load() -> None:
    """What every paper needs, whatever it rests on."""
    from saraban.render.formats import preload

    preload()
    import_module('saraban.checks.pages.rules')
    import_module('saraban.press')
