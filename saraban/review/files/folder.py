"""Papers in files: one DOCX or PDF, or a folder of built papers with its manifest."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

from saraban.content.files import FileFault, read_bytes
from saraban.errors import ContentError, Finding, Place, UsageError
from saraban.review.files.docx import read_docx
from saraban.review.files.package import fault_of, read_file
from saraban.review.files.pdf import read_pdf
from saraban.review.versions import Form, Listed, Sheets, Version
from saraban.staging import MANIFEST
from saraban.views.blocks import View

MANIFEST_LIMIT = 50_000_000  # bytes
READERS: dict[Form, Callable[[bytes, str, str], View]] = {'docx': read_docx, 'pdf': read_pdf}
"""What can be read back; of a paper in both forms the first one, which knows more of it."""


def file_version(name: str, path: Path) -> Version:
    """The version that one file is: a single paper, called by the file's name.

    Raises:
        UsageError: it is no file that can be read back.
        ContentError: it cannot be read.
    """
    form = _form_of(path)
    if form is None:
        raise UsageError([Finding('nothing-to-compare', Place(name))])
    view = READERS[form](read_file(path, name), path.stem, name)
    printed = partial(read_file, path, name) if form == 'pdf' else None
    listed = Listed(path.stem, '', '', partial(_known, view), form, printed=printed)
    return Version(name, {path.stem: listed}, single=True)


def _known(view: View) -> View:
    return view


def _form_of(path: Path) -> Form | None:
    """What a file is by its first bytes, else by its name's ending."""
    try:
        with path.open('rb') as file:
            head = file.read(1024)
    except OSError:
        head = b''
    if b'%PDF-' in head:
        return 'pdf'
    if head.startswith((b'PK', b'\xd0\xcf\x11\xe0')) or path.suffix.lower() in {'.docx', '.doc', '.docm'}:
        return 'docx'
    return 'pdf' if path.suffix.lower() == '.pdf' else None


def is_built(folder: Path) -> bool:
    """Whether a folder holds a manifest of built papers."""
    return (folder / MANIFEST).is_file()


def folder_version(name: str, folder: Path) -> Version:
    """The version that a folder of built papers is.

    Raises:
        ContentError: its manifest cannot be read.
    """
    papers: dict[str, Listed] = {}
    rows = _rows(name, folder)
    prints = {path: row for row in rows for path, _, ending in [row['file'].rpartition('.')] if ending == 'pdf'}
    pages = Sheets({path: row['pages'] for path, row in prints.items() if isinstance(row.get('pages'), int)})
    for form in READERS:
        for row in rows:
            path, _, ending = row['file'].rpartition('.')
            if ending == form and path not in papers:
                make = partial(_read, form, folder / row['file'], f'{name}/{row["file"]}', row)
                kind, recipient = (str(row.get(key, '')) for key in ('kind', 'recipient'))
                words = '' if _was_edited(folder, row) else str(row.get('words', ''))
                printed = partial(_printed, name, folder, row, prints[path]) if path in prints else None
                papers[path] = Listed(path, kind, recipient, make, form, words, printed=printed)
    return Version(name, papers, pages=pages)


def _printed(name: str, folder: Path, row: dict[str, Any], print_row: dict[str, Any]) -> bytes:
    """The PDF of a built paper.

    Raises:
        ContentError: it cannot be read; or the DOCX was edited after both were built, and the PDF was not made again.
    """
    data = read_file(folder / print_row['file'], f'{name}/{print_row["file"]}')
    if row is print_row:
        return data
    shown = f'{name}/{row["file"]}'
    if _is_as_built(data, print_row) and not _is_as_built(read_file(folder / row['file'], shown), row):
        raise fault_of('pdf-before', f'{name}/{print_row["file"]}', docx=row['file'])
    return data


def _was_edited(folder: Path, row: dict[str, Any]) -> bool:
    """Whether a paper is another than the one that was built, so that the manifest does not know its words."""
    try:
        return not _is_as_built(read_file(folder / row['file'], row['file']), row)
    except ContentError:  # told where the paper is to be read
        return False


def _is_as_built(data: bytes, row: dict[str, Any]) -> bool:
    return hashlib.sha256(data).hexdigest() == row.get('sha256')


def _read(form: Form, path: Path, shown: str, row: dict[str, Any]) -> View:
    view = READERS[form](read_file(path, shown), row['file'].rpartition('.')[0], shown)
    return replace(view, kind=str(row.get('kind', '')), recipient=str(row.get('recipient', '')))


def _rows(name: str, folder: Path) -> list[dict[str, Any]]:
    place = Place(f'{name}/{MANIFEST}')
    try:
        files = json.loads(read_bytes(folder / MANIFEST, MANIFEST_LIMIT))['files']
        rows = [row for row in files if isinstance(row['file'], str)]
    except FileFault as fault:
        raise ContentError([Finding(fault.rule, place, fault.values)]) from None
    except (ValueError, KeyError, TypeError):
        raise ContentError([Finding('manifest-broken', place)]) from None
    inside = folder.resolve()
    return [row for row in rows if '\0' not in row['file'] and (folder / row['file']).resolve().is_relative_to(inside)]
