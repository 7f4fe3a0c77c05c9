"""Finished papers on their way to `output/`: a store by content on the same disk, and the one writer of `output/`.

A paper is found here by what it is made from, so a run that was stopped leaves what it finished to the next one. Nothing
half written is ever seen: files are written under a name of their own and renamed.
"""

from __future__ import annotations

import contextlib
import errno
import hashlib
import json
import os
import shutil
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from saraban.errors import Finding, Level, Place, RenderError
from saraban.render.rendered import Rendered

MANIFEST = 'manifest.json'


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

    def row(self) -> dict[str, Any]:
        """Its row of the manifest."""
        row = asdict(self)
        for name in ('key', 'findings', 'reused'):
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
    """The store beside an output folder."""

    def __init__(self, output: Path) -> None:
        """Takes the output folder; the store is made at the first paper."""
        self.folder = output.parent / f'.{output.name}-staging'

    def find(self, key: str) -> Finished | None:
        """What is known of a finished paper, or None."""
        try:
            known = Finished.from_note((self.folder / f'{key}.json').read_text(encoding='utf-8'))
        except (OSError, ValueError, KeyError, TypeError):
            return None
        return known if (self.folder / key).is_file() else None

    def keep(self, key: str, rendered: Rendered, findings: Iterable[Finding] = ()) -> Finished:
        """Keeps a finished paper; its note is written last and makes it count."""
        known = Finished.of(rendered, findings)
        self.folder.mkdir(parents=True, exist_ok=True)
        write_whole(self.folder / key, rendered.data)
        write_whole(self.folder / f'{key}.json', known.note().encode())
        return known

    def clear(self) -> None:
        """Takes the store away."""
        shutil.rmtree(self.folder, ignore_errors=True)


class Unkept(Staging):
    """A store that keeps nothing: for papers that are measured and not to be published."""

    def find(self, key: str) -> Finished | None:
        """Nothing is ever found."""
        return None

    def keep(self, key: str, rendered: Rendered, findings: Iterable[Finding] = ()) -> Finished:
        """What is known of a paper, which is not written."""
        return Finished.of(rendered, findings)


def write_whole(path: Path, data: bytes) -> None:
    """Writes a file so that nobody ever sees a part of it."""
    beside = path.with_name(f'{path.name}.{os.getpid()}.part')
    try:
        beside.write_bytes(data)
        beside.replace(path)
    finally:
        beside.unlink(missing_ok=True)


def publish(staging: Staging, products: Iterable[Product], output: Path, *, whole: bool) -> list[str]:
    """Renames finished papers into `output/`, the manifest last; gives the names of what was taken away.

    A whole build takes away the files of the last manifest that it no longer makes, and no others; a part build
    replaces its own rows.

    Raises:
        RenderError: a file cannot be written.
    """
    made = {product.file: product.row() for product in products}
    keys = {product.file: product.key for product in products}
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
        gone = sorted(set(before) - set(made)) if whole else []
        for file in gone:
            _take_away(output, file)
        rows = made if whole else before | made
        text = json.dumps({'version': 1, 'files': [rows[file] for file in sorted(rows)]}, ensure_ascii=False, indent=1)
        write_whole(output / MANIFEST, f'{text}\n'.encode())
    except OSError as error:
        place = Place(str(error.filename or output))
        raise RenderError([Finding('output-unwritable', place, {'detail': error.strerror or str(error)})]) from error
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
