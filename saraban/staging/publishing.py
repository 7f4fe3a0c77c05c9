"""The one writer of `output/`: finished papers renamed into it, the manifest last."""

from __future__ import annotations

import contextlib
import errno
import hashlib
import json
import os
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from saraban.cache.intact import mark_of
from saraban.errors import Finding, Place, RenderError
from saraban.staging.product import Product
from saraban.staging.store import MANIFEST, Staging
from saraban.staging.writing import unwritable, write_whole


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
    before = _rows(output)
    gone = sorted(set(before) - set(made)) if whole else []
    try:
        _put(staging, [product for product in products if not product.stands], output)
        for file in gone:
            _take_away(output, file)
        _write_manifest(staging, made if whole else before | made, notes or {}, output)
    except OSError as error:
        raise unwritable(error, output) from error
    staging.clear()
    return gone


def _put(staging: Staging, products: Sequence[Product], output: Path) -> None:
    """Renames papers into their places, when there is a place for each.

    Raises:
        RenderError: a paper would leave the folder. OSError: one has no place, or cannot be moved.
    """
    inside = _Inside(output)
    outside = [product.file for product in products if not inside.takes(product.file)]
    if outside:
        raise RenderError(Finding('output-outside', Place(str(output / file))) for file in outside)
    output.mkdir(parents=True, exist_ok=True)
    for product in products:
        _make_way(output / product.file)
    for product in products:
        (staging.folder / product.key).replace(output / product.file)
        staging.seen[product.file] = mark_of(output / product.file), product.sha256


def _write_manifest(
    staging: Staging, rows: Mapping[str, Mapping[str, Any]], notes: Mapping[str, object], output: Path
) -> None:
    """Writes the manifest, unless it stands as it is. Raises OSError where that cannot be."""
    manifest = {'version': 1, 'files': [rows[file] for file in sorted(rows)], **notes}
    data = f'{json.dumps(manifest, ensure_ascii=False, indent=1)}\n'.encode()
    sha256 = hashlib.sha256(data).hexdigest()
    if not staging.stands(MANIFEST, sha256):
        write_whole(output / MANIFEST, data)
        staging.seen[MANIFEST] = mark_of(output / MANIFEST), sha256


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
        inside = _Inside(output)
        return {row['file']: row for row in files if inside.holds(row['file'])}
    except (OSError, ValueError, KeyError, TypeError):
        return {}


class _Inside:
    """What stands in the output folder itself, no link on the way leading out of it; each folder is looked at once."""

    def __init__(self, output: Path) -> None:
        self._output = output
        self._root = output.resolve()
        self._folders: dict[str, bool] = {}

    def holds(self, file: object) -> bool:
        """Whether a row of a manifest names what a build can have written: the manifest may come from elsewhere."""
        return isinstance(file, str) and '\0' not in file and self.takes(file) and not (self._output / file).is_dir()

    def takes(self, file: str) -> bool:
        """Whether a file's place is in the folder."""
        folder = file.rpartition('/')[0]
        if folder not in self._folders:
            self._folders[folder] = (self._output / folder).resolve().is_relative_to(self._root)
        return self._folders[folder] and '..' not in file.split('/')


def _take_away(output: Path, file: str) -> None:
    (output / file).unlink(missing_ok=True)
    with contextlib.suppress(OSError):  # a folder that still holds something stays
        (output / file).parent.rmdir()
