"""Files written whole, and the finding that tells of one that cannot be."""

from __future__ import annotations

import os
from pathlib import Path

from saraban.errors import Finding, Place, RenderError


def write_whole(path: Path, data: bytes) -> None:
    """Writes a file so that nobody ever sees a part of it."""
    beside = path.with_name(f'{path.name}.{os.getpid()}.part')
    try:
        beside.write_bytes(data)
        beside.replace(path)
    finally:
        beside.unlink(missing_ok=True)


def unwritable(error: OSError, folder: Path) -> RenderError:
    """The finding that tells what cannot be written, and why."""
    place = Place(str(error.filename or folder))
    return RenderError([Finding('output-unwritable', place, {'detail': error.strerror or str(error)})])
