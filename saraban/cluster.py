"""Papers set by other machines: a Dask cluster whose workers have this program, asked through an executor's face.

Templates, fonts and measures go to each worker once, each job as a finished view, and papers come back as bytes: no disk is
shared. A worker that dies is replaced by the others; one that has another version of the program is refused.
"""

from __future__ import annotations

import datetime
import hashlib
import tempfile
import threading
from collections.abc import Callable, Iterable, Iterator, Mapping
from concurrent.futures import FIRST_COMPLETED, CancelledError, Future, wait
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from functools import cache
from itertools import islice
from pathlib import Path
from typing import Any

from saraban.cache.machine import code_digest, libraries
from saraban.errors import Finding, Place, RenderError
from saraban.press import Job, Press, Printed
from saraban.render.formats import Engines, Resources, load_resources
from saraban.render.rendered import Rendered
from saraban.staging import Finished, Staging, Unkept

_AHEAD = 4  # jobs for each worker that wait at the cluster
_RETRIES = 3  # workers that may be lost over one job
_PATIENCE = 10  # seconds in which a scheduler answers


@dataclass(frozen=True)
class Kit:
    """All that a worker needs beside views: the files of templates and fonts, kept names, the date, their common digest."""

    templates: Mapping[str, bytes]
    fonts: Mapping[str, bytes]
    shown: str
    keep: tuple[str, ...]
    date: datetime.date | None
    digest: str

    def __hash__(self) -> int:
        """Kits with one digest are one kit: a worker loads engines for each once."""
        return hash(self.digest)

    def __eq__(self, other: object) -> bool:
        """By digest."""
        return isinstance(other, Kit) and self.digest == other.digest


def packed(resources: Resources, fonts: Path) -> Kit:
    """What rendering rests on, as it travels."""
    templates, faces = _files(resources.templates), _files(fonts)
    whole = hashlib.sha256(repr((resources.shown, resources.keep, resources.date)).encode())
    for files in (templates, faces):
        for name, data in files.items():
            whole.update(f'{name}\0{len(data)}\0'.encode() + data)
    return Kit(templates, faces, resources.shown, resources.keep, resources.date, whole.hexdigest())


def _files(folder: Path) -> dict[str, bytes]:
    paths = sorted(path for path in folder.rglob('*') if path.is_file() and '__pycache__' not in path.parts)
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in paths}


@contextmanager
def distant(
    address: str, resources: Resources, fonts: Path, staging: Staging
) -> Iterator[Callable[[Iterable[Job]], Iterator[Printed]]]:
    """Jobs done by the workers of a cluster; what they finish is kept in the staging store of this machine.

    Raises:
        RenderError: the library is not installed, the cluster does not answer, has no worker or a worker of another version.
    """
    client = _client(address)
    try:
        width = _examined(client, address)
        executor = client.get_executor(pure=False, retries=_RETRIES)
        kit = client.scatter(packed(resources, fonts), broadcast=True)
        yield lambda jobs: _run(executor, kit, jobs, width * _AHEAD, staging)
        executor.shutdown(wait=False)
    finally:
        client.close(timeout=1)


def _run(executor: Any, kit: Any, jobs: Iterable[Job], width: int, staging: Staging) -> Iterator[Printed]:
    coming = iter(jobs)
    waiting: dict[Future[tuple[Printed, dict[str, Rendered]]], Job] = {}
    while True:
        for job in islice(coming, width - len(waiting)):
            waiting[executor.submit(print_job, kit, job)] = job
        if not waiting:
            return
        for future in wait(waiting, return_when=FIRST_COMPLETED).done:
            yield _kept(future, waiting.pop(future), staging)


def _kept(future: Future[tuple[Printed, dict[str, Rendered]]], job: Job, staging: Staging) -> Printed:
    """What came back, its papers now in the store."""
    try:
        printed, papers = future.result()
    except RenderError:
        raise
    except (Exception, CancelledError) as error:  # Dask has an exception of its own for each way to lose a worker
        detail = f'{type(error).__name__}: {str(error).partition(chr(10))[0]}'
        raise RenderError([Finding('cluster-lost', Place(job.path), {'detail': detail})]) from error
    for form, rendered in papers.items():
        staging.keep(job.keys[form], rendered, printed.finished[form].findings)
    return printed


def print_job(kit: Kit, job: Job) -> tuple[Printed, dict[str, Rendered]]:
    """On a worker: a job done, with the bytes of the papers that are fit to be kept."""
    press, bag, one_at_a_time = _press(kit)
    with one_at_a_time:  # the page engine is no matter of threads
        printed = press(job)
        papers = {form: bag.kept.pop(key) for form, key in job.keys.items() if key in bag.kept}
    return printed, papers


class _Bag(Unkept):
    """A store that holds finished papers until they are sent."""

    def __init__(self) -> None:
        super().__init__(Path('output'))
        self.kept: dict[str, Rendered] = {}

    def keep(self, key: str, rendered: Rendered, findings: Iterable[Finding] = ()) -> Finished:
        self.kept[key] = rendered
        return Finished.of(rendered, findings)


@cache
def _press(kit: Kit) -> tuple[Press, _Bag, threading.Lock]:
    """A worker's engines for a kit, made once in its life."""
    folder = Path(tempfile.mkdtemp(prefix='saraban-'))
    for part, files in (('templates', kit.templates), ('fonts', kit.fonts)):
        for name, data in files.items():
            path = folder / part / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(data)
    resources = load_resources(folder / 'templates', folder / 'fonts', kit.shown, kit.keep, kit.date)
    bag = _Bag()
    return Press(resources, bag, Engines(resources)), bag, threading.Lock()


def version() -> dict[str, str]:
    """What must be the same on every machine for papers to be: the program and the libraries; not the machine itself."""
    return {'saraban': code_digest()[:12]} | {
        name: number.rpartition(' ')[0].rpartition(' ')[0] if name.startswith('lib') else number
        for name, number in libraries().items()
        if name != 'machine'
    }


def _client(address: str) -> Any:
    try:
        from distributed import Client  # noqa: PLC0415 an optional extra
    except ImportError as error:
        raise RenderError([Finding('cluster-missing', Place('--cluster'), {'detail': str(error)})]) from error
    try:
        connect: Any = Client  # Dask has no types here
        return connect(address, timeout=_PATIENCE, set_as_default=False)
    except (OSError, ValueError) as error:
        raise RenderError([Finding('cluster-silent', Place(address), {'detail': str(error)})]) from error


def _examined(client: Any, address: str) -> int:
    """How many workers there are, all of them of this version.

    Raises:
        RenderError: there is none, or one differs, each with what differs.
    """
    with suppress(Exception):  # told below
        client.wait_for_workers(1, timeout=_PATIENCE)
    ours = version()
    findings = []
    answers = client.run(version, on_error='return')
    for worker, theirs in sorted(answers.items()):
        if isinstance(theirs, BaseException):
            findings.append(
                Finding('cluster-no-program', Place(worker), {'detail': f'{type(theirs).__name__}: {theirs}'})
            )
        elif theirs != ours:
            names = ', '.join(
                f'{name} {theirs.get(name, "-")} ≠ {ours.get(name, "-")}'
                for name in sorted(ours.keys() | theirs.keys())
                if theirs.get(name) != ours.get(name)
            )
            findings.append(Finding('cluster-differs', Place(worker), {'names': names}))
    if not answers:
        findings.append(Finding('cluster-empty', Place(address)))
    if findings:
        raise RenderError(findings)
    return len(answers)
