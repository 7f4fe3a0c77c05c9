"""The store beside an output folder: what a stopped run has finished, and what the cache holds, made ready to publish."""

from __future__ import annotations

import contextlib
import fcntl
import hashlib
import os
import shutil
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from typing import TypeAlias

from saraban.cache import Cache
from saraban.cache.intact import Mark, mark_of
from saraban.errors import Finding
from saraban.render.rendered import Rendered
from saraban.staging.product import Finished, Product
from saraban.staging.writing import unwritable, write_whole

MANIFEST = 'manifest.json'
Seen: TypeAlias = Mapping[str, tuple[Mark, str]]  # files of an output folder: how they looked, and the digest they had


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
    def held(self, waits: Callable[[], None] = lambda: None) -> Iterator[None]:
        """Keeps other builds of the same output folder waiting: each would take away what the other has staged.

        `waits` is called where this one has to wait for another.

        Raises:
            RenderError: the folder cannot be made.
        """
        try:
            lock = self._lock(waits)
        except OSError as error:
            raise unwritable(error, self.folder) from error
        try:
            yield
        finally:
            with contextlib.suppress(OSError):  # it stays where it holds finished papers
                self.folder.rmdir()
            os.close(lock)

    def _lock(self, waits: Callable[[], None]) -> int:
        told = False
        while True:
            self.folder.mkdir(parents=True, exist_ok=True)
            lock = os.open(self.folder, os.O_RDONLY | os.O_CLOEXEC)
            with contextlib.suppress(OSError):  # a disk that knows no locks does without
                try:
                    fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
                except BlockingIOError:
                    if not told:
                        waits()
                    told = True
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
