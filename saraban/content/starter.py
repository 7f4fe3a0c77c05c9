"""A small project to start from: content files that build at once and show each kind of entry."""

from __future__ import annotations

import shutil
from pathlib import Path

from saraban.errors import Finding, Place, UsageError

FILES = Path(__file__).parent / 'starter_files'


def make_starter(folder: Path) -> None:
    """Copies the starter's files into a new or empty folder.

    Raises:
        UsageError: the folder holds something already, or cannot be written.
    """
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise UsageError([Finding('folder-not-empty', Place(str(folder)))])
    try:
        shutil.copytree(FILES, folder, dirs_exist_ok=True)
    except OSError as error:
        finding = Finding('output-unwritable', Place(str(folder)), {'detail': error.strerror or str(error)})
        raise UsageError([finding]) from error
