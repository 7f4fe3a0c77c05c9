"""The one place that speaks to git: a folder as it was in a revision, read without touching the working tree."""

from __future__ import annotations

import subprocess
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from saraban.errors import Finding, Place, UsageError

_LINK, _MODULE = '120000', '160000'
FILE_LIMIT = 2_000  # files of a content folder; the real one has 13
SIZE_LIMIT = 100_000_000  # bytes of them together


@dataclass(frozen=True, slots=True)
class _Entry:
    """A file of a revision: its path below the folder, its mode, its blob."""

    path: str
    mode: str
    blob: str


class Repository:
    """The repository that a folder stands in."""

    def __init__(self, folder: Path) -> None:
        """Takes a folder that stands, or once stood, in a working tree."""
        whole = folder.resolve()
        self._ground = next(one for one in (whole, *whole.parents) if one.is_dir())
        self._rest = whole.relative_to(self._ground)

    def is_there(self) -> bool:
        """Whether there is a repository.

        Raises:
            UsageError: there is no git on this machine.
        """
        return _run(self._ground, 'rev-parse', '--git-dir').returncode == 0

    def commit(self, revision: str) -> str | None:
        """The commit that a revision names, or None. Raises UsageError as `is_there` does."""
        done = _run(self._ground, 'rev-parse', '--verify', '--quiet', '--end-of-options', f'{revision}^{{commit}}')
        return done.stdout.decode().strip() if done.returncode == 0 else None

    def folder(self) -> str:
        """The folder's path in the repository; empty where it is the repository's own."""
        prefix = _checked(self._ground, '', 'rev-parse', '--show-prefix').decode(errors='surrogateescape').strip('\n')
        return (Path(prefix) / self._rest).as_posix().removeprefix('.')

    def lay_out(self, revision: str, to: Path) -> str:
        """Writes the folder as it was in a revision into an empty folder; gives its path in the repository.

        Raises:
            UsageError: the revision has no such folder, it is too large, a submodule, or git cannot read it.
        """
        folder = self.folder()
        entries = self._entries(revision, folder)
        for entry, data in zip(entries, self._blobs(revision, entries), strict=True):
            target = to / entry.path
            target.parent.mkdir(parents=True, exist_ok=True)
            if entry.mode == _LINK:
                target.symlink_to(data.decode(errors='surrogateescape'))
            else:
                target.write_bytes(data)
        return folder

    def _entries(self, revision: str, folder: str) -> list[_Entry]:
        tree = f'{self.commit(revision)}:{folder}'
        if _run(self._ground, 'cat-file', '-t', tree).stdout.strip() != b'tree':
            rule = 'revision-submodule' if self._is_module(revision, folder) else 'revision-without'
            raise _fault(rule, revision, folder=folder or '.')
        listed = _checked(self._ground, revision, 'ls-tree', '-r', '-z', '-l', '--full-tree', tree)
        found, size = [], 0
        for row in listed.decode(errors='surrogateescape').split('\0')[:-1]:
            about, _, path = row.partition('\t')
            mode, _, blob, length = about.split()
            if mode != _MODULE:
                found.append(_Entry(path, mode, blob))
                size += int(length)
        if len(found) > FILE_LIMIT or size > SIZE_LIMIT:
            raise _fault('revision-too-large', revision, folder=folder or '.', files=len(found), size=size // 1_000_000)
        return found

    def _is_module(self, revision: str, folder: str) -> bool:
        """Whether the folder, or one around it, is another repository's."""
        parts = Path(folder).parts
        around = ['/'.join(parts[:length]) for length in range(1, len(parts) + 1)]
        listed = _run(self._ground, 'ls-tree', '-z', '--full-tree', f'{self.commit(revision)}', '--', *around)
        return any(row.startswith(_MODULE.encode()) for row in listed.stdout.split(b'\0'))

    def _blobs(self, revision: str, entries: Sequence[_Entry]) -> list[bytes]:
        """The bytes of each entry as they were committed."""
        asked = ''.join(f'{entry.blob}\n' for entry in entries).encode()
        answer = _checked(self._ground, revision, 'cat-file', '--batch', given=asked)
        found, place = [], 0
        for _ in entries:
            head, place = answer[place : answer.index(b'\n', place)], answer.index(b'\n', place) + 1
            length = int(head.split()[-1])
            found.append(answer[place : place + length])
            place += length + 1
        return found


def _run(folder: Path, *words: str, given: bytes = b'') -> subprocess.CompletedProcess[bytes]:
    command = ['git', '--no-optional-locks', '--no-replace-objects', '-C', str(folder), *words]
    try:
        return subprocess.run(command, input=given, capture_output=True, check=False)
    except FileNotFoundError:
        raise UsageError([Finding('git-missing', Place('git'))]) from None


def _checked(folder: Path, revision: str, *words: str, given: bytes = b'') -> bytes:
    done = _run(folder, *words, given=given)
    if done.returncode:
        said = done.stderr.decode(errors='replace').strip().partition('\n')[0]
        raise _fault('git-failed', revision or 'git', detail=said)
    return done.stdout


def _fault(rule: str, revision: str, **values: object) -> UsageError:
    return UsageError([Finding(rule, Place(revision), values)])
