"""Finished papers kept for later builds: by content, shared by processes and projects, never believed unread.

An entry is one file: the digest of its head, the head (what is known of the paper), its bytes. A head that does not have
its digest, or bytes that do not have the head's, are no entry. Whatever a disk refuses makes a build slower and no more.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
import time
from pathlib import Path

from saraban.cache.sweep import leftover_name, sweep

PAPERS = 'papers'
_FRESH = 3600  # seconds in which an entry's last use is not noted again
_OFTEN = 16  # a process looks at the size each time it has itself written the limit's sixteenth


class Cache:
    """The entries of one folder, bounded in bytes: the least recently used go first."""

    def __init__(self, folder: Path, limit: int) -> None:
        """Takes the folder, made at the first entry, and how many bytes it may hold."""
        self.folder = folder
        self._limit = limit
        self._written = 0

    def head(self, key: str) -> str | None:
        """What was noted of an entry, its bytes not being read; None where there is none that can be trusted."""
        try:
            with self._path(key).open('rb') as file:
                return _head(file.readline(), file.readline())
        except OSError:
            return None

    def read(self, key: str, sha256: str) -> bytes | None:
        """An entry's bytes, which have this digest; None, and no entry any longer, where they have not."""
        path = self._path(key)
        try:
            with path.open('rb') as file:
                file.readline()
                file.readline()
                data = file.read()
        except OSError:
            return None
        if hashlib.sha256(data).hexdigest() == sha256:
            return data
        with contextlib.suppress(OSError):
            path.unlink()
        return None

    def keep(self, key: str, head: str, data: bytes) -> None:
        """Keeps an entry, whole or not at all; `head` is one line."""
        line = head.encode()
        whole = b'%b\n%b\n%b' % (hashlib.sha256(line).hexdigest().encode(), line, data)
        if self.write(self._path(key), whole) and self._written * _OFTEN > self._limit:
            self.sweep()

    def used(self, key: str) -> None:
        """Notes that an entry was of use, at most once an hour."""
        path = self._path(key)
        with contextlib.suppress(OSError):
            if time.time() - path.stat().st_mtime > _FRESH:
                os.utime(path)

    def write(self, path: Path, data: bytes) -> bool:
        """Writes a file of the cache whole or not at all; whether it did."""
        beside = path.with_name(leftover_name(path.name))
        try:
            if not path.parent.is_dir():
                self.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
                path.parent.mkdir(parents=True, exist_ok=True)
            beside.write_bytes(data)
            beside.replace(path)
        except OSError:
            return False
        else:
            self._written += len(data)
            return True
        finally:
            with contextlib.suppress(OSError):
                beside.unlink(missing_ok=True)

    def sweep(self) -> None:
        """Takes away what is beyond the limit, and what dead processes have left half written."""
        self._written = 0
        with contextlib.suppress(OSError):
            sweep(self.folder, self._limit)

    @property
    def grown(self) -> bool:
        """Whether this process has written since it last looked at the size."""
        return self._written > 0

    def _path(self, key: str) -> Path:
        return self.folder / PAPERS / key[:2] / key


def _head(*lines: bytes) -> str | None:
    digest, line = (part.removesuffix(b'\n') for part in lines)
    return line.decode() if hashlib.sha256(line).hexdigest().encode() == digest else None
