"""What the program writes into a content folder when it is asked to: mends, letter numbers; and the schemas beside it."""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Callable, Mapping
from pathlib import Path

from saraban.content.loader import FILES, ROSTER, ROSTERS
from saraban.content.numbering import numbered_csv
from saraban.content.schema import schemas
from saraban.errors import ContentError, Finding, Place, RenderError, UsageError, shown_path
from saraban.mending import Mend, mends
from saraban.pipeline import read
from saraban.views.kinds import all_papers


def mend(content: Path) -> list[Mend]:
    """Mends in place the slips of writing that have one right answer, each file whole or not at all.

    Raises:
        ContentError: the content cannot be read. UsageError: a file cannot be written.
    """
    found = mends(content)
    for change in found:
        _write_told(content / change.file, change.after)
    return found


def write_schemas(folder: Path) -> list[Path]:
    """Writes the JSON Schema of each content file into a folder.

    Raises:
        UsageError: it cannot be written.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise UsageError([_unwritable(folder, error)]) from error
    written = []
    for name, schema in schemas(FILES).items():
        _write_told(folder / name, json.dumps(schema, ensure_ascii=False, indent=2) + '\n')
        written.append(folder / name)
    return written


def number(content: Path, first: int) -> tuple[Path, list[int]]:
    """Writes letter numbers from `first` on into the roster (CSV or Excel), for recipients of letters that have none.

    Gives the file and the numbers that were given. A number that stands there is never changed, nor anything else.

    Raises:
        ContentError: the content has a fault, invites by circulars, or keeps its roster elsewhere.
        RenderError: the file cannot be written.
    """
    project = read(content)
    path = next((content / name for name in ROSTERS if (content / name).is_file()), content / ROSTER)
    if not path.is_file():
        raise ContentError([Finding('numbers-not-csv', Place(shown_path(path)))])
    if project.letter is None or project.letter.invite_by != 'recipient':
        raise ContentError([Finding('numbers-no-letters', project.place('letter.yaml', 'invite_by'))])
    letters = (paper.recipient for paper in all_papers(project) if paper.kind == 'letter')
    names = {one.name for one in letters if one is not None and not one.number}  # a register may have given one
    data, given = _numbered(path, first, lambda row: row.get('name', '') in names)
    if given:
        try:
            _write_safely(path, data)
        except OSError as error:
            raise RenderError([_unwritable(path, error)]) from error
    return path, given


def _numbered(path: Path, first: int, wanted: Callable[[Mapping[str, str]], bool]) -> tuple[bytes, list[int]]:
    if path.suffix == '.xlsx':
        from saraban.content.numbering_excel import numbered_workbook  # noqa: PLC0415 it brings openpyxl with it

        return numbered_workbook(path, first, wanted)
    return numbered_csv(path, first, wanted)


def _write_told(path: Path, text: str) -> None:
    try:
        _write_safely(path, text.encode())
    except OSError as error:
        raise UsageError([_unwritable(path, error)]) from error


def _write_safely(path: Path, data: bytes) -> None:
    """Puts an officer's file in its place in one step, with the rights that it had; a link still leads to it.

    Raises:
        OSError: it cannot be written; the old one stands as it was.
    """
    target = path.resolve()
    waiting = target.with_name(f'.{target.name}.{os.getpid()}')
    try:
        waiting.write_bytes(data)
        if target.exists():
            shutil.copymode(target, waiting)
        waiting.replace(target)
    finally:
        waiting.unlink(missing_ok=True)


def _unwritable(path: Path, error: OSError) -> Finding:
    return Finding('output-unwritable', Place(shown_path(path)), {'detail': error.strerror or str(error)})
