"""Whether files are as they were left: by how they look to the file system, which nobody can set back."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TypeAlias

Mark: TypeAlias = tuple[int, int, int, int]  # size in bytes, times of the last write and change in ns, inode


def mark_of(path: Path) -> Mark:
    """How a file looks. Raises OSError where there is none."""
    state = path.lstat()
    return state.st_size, state.st_mtime_ns, state.st_ctime_ns, state.st_ino


def mark_from(values: Iterable[int]) -> Mark:
    """A mark as it was written down. Raises ValueError where it is none."""
    size, written, changed, inode = values
    return size, written, changed, inode
