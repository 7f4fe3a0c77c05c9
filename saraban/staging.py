"""Finished papers on their way to `output/`: a store by content on the same disk, and the one writer of `output/`.

A paper is found here by what it is made from, so a run that was stopped leaves what it finished to the next one; what the
cache holds is brought here first, so that publishing is renaming. What stands in `output/` already, byte for byte, is left
alone. Nothing half written is ever seen: files are written under a name of their own and renamed.
"""

from __future__ import annotations

import contextlib
import errno
import fcntl
import hashlib
import json
import os
import shutil
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, TypeAlias

from saraban.cache import Cache
from saraban.cache.intact import Mark, mark_of
from saraban.errors import Finding, Level, Place, RenderError
from saraban.render.rendered import Rendered

MANIFEST = 'manifest.json'
Seen: TypeAlias = Mapping[str, tuple[Mark, str]]  # files of an output folder: how they looked, and the digest they had


@dataclass(frozen=True, slots=True)
class Product:
    """A file of a paper: its name under `output/`, what the manifest says of it, and its key in the store."""

    file: str
    kind: str
    recipient: str
    pages: int | None
    words: str
    sha256: str
    sources: tuple[str, ...]
    key: str
    findings: tuple[Finding, ...] = ()
    reused: bool = False
    stands: bool = False

    def row(self) -> dict[str, Any]:
        """Its row of the manifest."""
        row = asdict(self)
        for name in ('key', 'findings', 'reused', 'stands'):
            del row[name]
        return row


@dataclass(frozen=True, slots=True)
class Finished:
    """What is known of a paper in the store: its pages, its digest, and what the checks of its pages found."""

    pages: int | None
    sha256: str
    findings: tuple[Finding, ...] = ()

    @classmethod
    def of(cls, rendered: Rendered, findings: Iterable[Finding]) -> Finished:
        """What is known of a paper that has just been rendered and checked."""
        return cls(rendered.pages, hashlib.sha256(rendered.data).hexdigest(), tuple(findings))

    def note(self) -> str:
        """The note that is kept beside the paper."""
        rows = [[finding.rule, finding.level, finding.place.file, dict(finding.values)] for finding in self.findings]
        return json.dumps({'pages': self.pages, 'sha256': self.sha256, 'findings': rows}, ensure_ascii=False)

    @classmethod
    def from_note(cls, note: str) -> Finished:
        """Reads a note. Raises ValueError, KeyError or TypeError where it is none."""
        known = json.loads(note)
        rows = known['findings']
        findings = tuple(Finding(rule, Place(file), values, Level(level)) for rule, level, file, values in rows)
        return cls(known['pages'], known['sha256'], findings)


class Staging:
    """The store beside an output folder, the cache behind it."""

    def __init__(self, output: Path, cache: Cache | None = None, seen: Seen | None = None) -> None:
        """Takes the output folder, the cache, and what was last seen of the folder's files; made at the first paper."""
        self.folder = output.parent / f'.{output.name}-staging'
        self.output = output
        self.cache = cache
        self.seen = dict(seen or {})

    def find(self, key: str) -> Finished | None:
        """What is known of a paper that a run before this one has finished here, or None."""
        try:
            known = Finished.from_note((self.folder / f'{key}.json').read_text(encoding='utf-8'))
            data = (self.folder / key).read_bytes()
        except (OSError, ValueError, KeyError, TypeError):
            return None
        return known if hashlib.sha256(data).hexdigest() == known.sha256 else None

    def take(self, key: str, file: str) -> tuple[Finished, bool] | None:
        """A finished paper made ready to publish, and whether it stands in the output folder as it is; else None.

        Raises:
            OSError: it cannot be written here.
        """
        known = self.find(key)
        if known is not None:
            return known, False
        known = self.cached(key)
        if known is None or self.cache is None:
            return None
        self.cache.used(key)
        if self.stands(file, known.sha256):
            return known, True
        data = self.cache.read(key, known.sha256)
        if data is None:
            return None
        self._stage(key, data, known)
        return known, False

    def cached(self, key: str) -> Finished | None:
        """What the cache knows of a paper, its bytes not being read."""
        head = self.cache.head(key) if self.cache else None
        try:
            return Finished.from_note(head) if head else None
        except (ValueError, KeyError, TypeError):
            return None

    def keep(self, key: str, rendered: Rendered, findings: Iterable[Finding] = ()) -> Finished:
        """Keeps a finished paper, here and in the cache."""
        known = Finished.of(rendered, findings)
        self._stage(key, rendered.data, known)
        if self.cache:
            self.cache.keep(key, known.note(), rendered.data)
        return known

    def _stage(self, key: str, data: bytes, known: Finished) -> None:
        """Writes a paper and its note; the note is last and makes it count."""
        self.folder.mkdir(parents=True, exist_ok=True)
        write_whole(self.folder / key, data)
        write_whole(self.folder / f'{key}.json', known.note().encode())

    def stands(self, file: str, sha256: str) -> bool:
        """Whether a file of the output folder holds exactly these bytes; what was seen before is not read again."""
        path = self.output / file
        try:
            mark = mark_of(path)
            before = self.seen.get(file)
            digest = before[1] if before and before[0] == mark else hashlib.sha256(path.read_bytes()).hexdigest()
        except OSError:
            return False
        self.seen[file] = mark, digest
        return digest == sha256

    def seen_of(self, products: Iterable[Product]) -> Seen:
        """How the files of products, and the manifest, look in the output folder."""
        files = [*(product.file for product in products), MANIFEST]
        return {file: self.seen[file] for file in files if file in self.seen}

    @contextlib.contextmanager
    def held(self) -> Iterator[None]:
        """Keeps other builds of the same output folder waiting: each would take away what the other has staged.

        Raises:
            RenderError: the folder cannot be made.
        """
        try:
            lock = self._lock()
        except OSError as error:
            raise unwritable(error, self.folder) from error
        try:
            yield
        finally:
            with contextlib.suppress(OSError):  # it stays where it holds finished papers
                self.folder.rmdir()
            os.close(lock)

    def _lock(self) -> int:
        while True:
            self.folder.mkdir(parents=True, exist_ok=True)
            lock = os.open(self.folder, os.O_RDONLY | os.O_CLOEXEC)
            with contextlib.suppress(OSError):  # a disk that knows no locks does without
                fcntl.flock(lock, fcntl.LOCK_EX)
            with contextlib.suppress(OSError):
                if os.path.samestat(os.fstat(lock), self.folder.stat()):
                    return lock
            os.close(lock)  # the build that was waited for took its folder away

    def clear(self) -> None:
        """Takes away all that is in the store."""
        shutil.rmtree(self.folder, ignore_errors=True)


class Unkept(Staging):
    """A store that keeps nothing for an output folder: for papers that are measured and not to be published."""

    def take(self, key: str, file: str) -> tuple[Finished, bool] | None:
        """What the cache knows."""
        known = self.cached(key)
        return None if known is None else (known, False)

    def keep(self, key: str, rendered: Rendered, findings: Iterable[Finding] = ()) -> Finished:
        """What is known of a paper, which is written to the cache alone."""
        known = Finished.of(rendered, findings)
        if self.cache:
            self.cache.keep(key, known.note(), rendered.data)
        return known


def write_whole(path: Path, data: bytes) -> None:
    """Writes a file so that nobody ever sees a part of it."""
    beside = path.with_name(f'{path.name}.{os.getpid()}.part')
    try:
        beside.write_bytes(data)
        beside.replace(path)
    finally:
        beside.unlink(missing_ok=True)


def unwritable(error: OSError, folder: Path) -> RenderError:
    """The finding that tells what cannot be written, and why."""
    place = Place(str(error.filename or folder))
    return RenderError([Finding('output-unwritable', place, {'detail': error.strerror or str(error)})])


def publish(
    staging: Staging,
    products: Iterable[Product],
    output: Path,
    *,
    whole: bool,
    notes: Mapping[str, object] | None = None,
) -> list[str]:
    """Renames finished papers into `output/`, the manifest last; gives the names of what was taken away.

    What stands there already is not touched.

    A whole build takes away the files of the last manifest that it no longer makes, and no others; a part build
    replaces its own rows. `notes` stand in the manifest beside the files.

    Raises:
        RenderError: a file cannot be written.
    """
    products = list(products)
    made = {product.file: product.row() for product in products}
    keys = {product.file: product.key for product in products if not product.stands}
    shas = {product.file: product.sha256 for product in products}
    before = _rows(output)
    try:
        outside = [file for file in keys if not _is_inside(output, file)]
        if outside:
            raise RenderError(Finding('output-outside', Place(str(output / file))) for file in outside)
        output.mkdir(parents=True, exist_ok=True)
        for file in keys:
            _make_way(output / file)
        for file, key in keys.items():
            (staging.folder / key).replace(output / file)
            staging.seen[file] = mark_of(output / file), shas[file]
        gone = sorted(set(before) - set(made)) if whole else []
        for file in gone:
            _take_away(output, file)
        rows = made if whole else before | made
        manifest = {'version': 1, 'files': [rows[file] for file in sorted(rows)], **(notes or {})}
        text = json.dumps(manifest, ensure_ascii=False, indent=1)
        data = f'{text}\n'.encode()
        sha256 = hashlib.sha256(data).hexdigest()
        if not staging.stands(MANIFEST, sha256):
            write_whole(output / MANIFEST, data)
            staging.seen[MANIFEST] = mark_of(output / MANIFEST), sha256
    except OSError as error:
        raise unwritable(error, output) from error
    staging.clear()
    return gone


def _make_way(target: Path) -> None:
    """Makes a file's folder, and sees that nothing else has its place: before any paper is moved.

    Raises:
        OSError: something is in the way.
    """
    target.parent.mkdir(parents=True, exist_ok=True)
    if target.is_dir():
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR), str(target))
    if not os.access(target.parent, os.W_OK):
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(target.parent))


def _rows(output: Path) -> dict[str, dict[str, Any]]:
    """The rows of the last manifest by file; none where there is none that can be read."""
    try:
        files = json.loads((output / MANIFEST).read_text(encoding='utf-8'))['files']
        return {row['file']: row for row in files if _is_product(output, row['file'])}
    except (OSError, ValueError, KeyError, TypeError):
        return {}


def _is_product(output: Path, file: object) -> bool:
    """Whether a row of a manifest names what a build can have written: the manifest may come from elsewhere."""
    return isinstance(file, str) and '\0' not in file and _is_inside(output, file) and not (output / file).is_dir()


def _is_inside(output: Path, file: str) -> bool:
    """Whether a file stands in the output folder itself, no link on the way leading out of it."""
    return (output / file).parent.resolve().is_relative_to(output.resolve()) and '..' not in Path(file).parts


def _take_away(output: Path, file: str) -> None:
    (output / file).unlink(missing_ok=True)
    with contextlib.suppress(OSError):  # a folder that still holds something stays
        (output / file).parent.rmdir()
