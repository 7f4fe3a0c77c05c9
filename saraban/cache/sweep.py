"""Keeps a cache within its bytes: the least recently used file goes first; and no half-written file stays for ever."""

from __future__ import annotations

import contextlib
import os
import re
import time
from collections.abc import Iterator
from pathlib import Path

_HOST = re.sub(r'[^A-Za-z0-9]', '-', os.uname().nodename)
_LEFTOVER = re.compile(r'\.(?P<host>[A-Za-z0-9-]*)\.(?P<process>\d+)\.[0-9a-f]{8}\.part$')
_DAY = 86_400  # seconds after which another machine's half-written file is nobody's
_ROOM = 0.9  # a sweep leaves so much of the limit, so that the next one is not soon


def leftover_name(name: str) -> str:
    """A name of its own for a file that is being written: whose it is can be told from it."""
    return f'{name[:40]}.{_HOST}.{os.getpid()}.{os.urandom(4).hex()}.part'


def sweep(folder: Path, limit: int) -> None:
    """Takes away half-written files of dead processes, then the least recently used until the rest fits.

    Raises:
        OSError: the folder cannot be read.
    """
    found: list[tuple[float, int, str]] = []
    for entry in _files(folder):
        with contextlib.suppress(OSError):  # another process may have taken it away
            state = entry.stat(follow_symlinks=False)
            if _is_nobodys(entry.name, state.st_mtime):
                Path(entry.path).unlink(missing_ok=True)
            elif not _LEFTOVER.search(entry.name):
                found.append((state.st_mtime, state.st_size, entry.path))
    size = sum(bytes_ for _, bytes_, _ in found)
    if size <= limit:
        return
    for _, bytes_, path in sorted(found):
        if size <= limit * _ROOM:
            break
        with contextlib.suppress(OSError):
            Path(path).unlink(missing_ok=True)
        size -= bytes_


def _is_nobodys(name: str, written: float) -> bool:
    """Whether a file is the half of one whose writer is gone."""
    match = _LEFTOVER.search(name)
    if match is None:
        return False
    if match['host'] != _HOST:
        return time.time() - written > _DAY
    try:
        os.kill(int(match['process']), 0)
    except ProcessLookupError:
        return True
    except OSError:
        return False
    return time.time() - written > _DAY  # a new process has the number of the old one


def _files(folder: Path) -> Iterator[os.DirEntry[str]]:
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.is_dir(follow_symlinks=False):
                yield from _files(Path(entry.path))
            elif entry.is_file(follow_symlinks=False):
                yield entry
