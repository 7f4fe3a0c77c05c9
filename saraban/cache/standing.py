"""Whether a command line that was run before would make exactly what stands: known before anything else is loaded.

A record holds a digest of all that went in (content, templates, fonts, the program and its libraries), how each file of
the output folder looked, and what the run would say when nothing has changed. It is found by the command line itself.
"""

from __future__ import annotations

import hashlib
import json
import sys
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from saraban.cache import Cache
from saraban.cache.intact import Mark, mark_from, mark_of
from saraban.cache.machine import code_digest, libraries
from saraban.cache.place import cache_folder

SECONDS = '\0seconds\0'
"""Stands in what is said for how long the run took."""
_FOLDER = 'runs'
_WHOLE = 20_000_000  # bytes; of a larger file, which is no content, only the looks count


@dataclass(frozen=True)
class Inputs:
    """The folders that a build reads: the content's own files, all files of the others."""

    content: Path
    templates: Path
    fonts: Path

    def digest(self) -> str:
        """A digest of all that a build is made of. Raises OSError where a folder cannot be read."""
        whole = hashlib.sha256(f'{code_digest()}{libraries()}'.encode())
        for paths in (self.content.iterdir(), self.templates.rglob('*'), self.fonts.rglob('*')):
            for path in sorted(paths):
                if not is_leftover(path.name) and not path.is_dir():
                    whole.update(_print_of(path))
        return whole.hexdigest()


def is_leftover(name: str) -> bool:
    """Whether a file is what editors and offices leave beside the one that they save: nothing reads it."""
    return name.startswith(('.', '~', '#')) or name.endswith(('~', '.swp', '.tmp', '.bak'))


def _print_of(path: Path) -> bytes:
    state = path.lstat()
    looks = f'{path}\0{state.st_mode}\0{state.st_size}\0'.encode()
    if not path.is_file():
        return looks
    return looks + (
        str(state.st_mtime_ns).encode() if state.st_size > _WHOLE else hashlib.sha256(path.read_bytes()).digest()
    )


@dataclass(frozen=True)
class Record:
    """What is known of a command line's last run."""

    inputs: Inputs
    digest: str
    output: Path
    seen: Mapping[str, Mark]
    said: tuple[tuple[str, str], ...]

    def holds(self) -> bool:
        """Whether the run would change nothing."""
        try:
            return self.digest == self.inputs.digest() and all(
                mark_of(self.output / file) == mark for file, mark in self.seen.items()
            )
        except OSError:
            return False

    def tell(self, seconds: str) -> None:
        """Says what the run would say."""
        streams = {'out': sys.stdout, 'err': sys.stderr}
        for stream, text in self.said:
            streams[stream].write(text.replace(SECONDS, seconds))
            streams[stream].flush()


def recall(arguments: Sequence[str]) -> Record | None:
    """The last run of a command line from this folder; None where there was none, or nothing is known of it."""
    try:
        known = json.loads(_path(cache_folder(), arguments).read_text(encoding='utf-8'))
        return Record(
            Inputs(*map(Path, known['inputs'])),
            known['digest'],
            Path(known['output']),
            {file: mark_from(mark) for file, mark in known['seen'].items()},
            tuple((stream, text) for stream, text in known['said']),
        )
    except (OSError, ValueError, KeyError, TypeError, AttributeError, RuntimeError):
        return None


def remember(cache: Cache, arguments: Sequence[str], record: Record) -> None:
    """Keeps a run's record, in the place of the one before."""
    inputs = record.inputs
    known = {
        'inputs': [str(inputs.content), str(inputs.templates), str(inputs.fonts)],
        'digest': record.digest,
        'output': str(record.output),
        'seen': record.seen,
        'said': record.said,
    }
    cache.write(_path(cache.folder, arguments), json.dumps(known, ensure_ascii=False).encode())


def _path(folder: Path, arguments: Iterable[str]) -> Path:
    spoken = '\0'.join((str(Path.cwd()), *arguments))
    return folder / _FOLDER / f'{hashlib.sha256(spoken.encode(errors="surrogateescape")).hexdigest()[:40]}.json'
