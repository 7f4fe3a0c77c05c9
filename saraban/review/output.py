"""The folder that a review is written into: it is a review's alone, and takes nothing from anybody."""

from __future__ import annotations

import json
from collections.abc import Collection, Mapping
from contextlib import suppress
from pathlib import Path

from saraban.content.loader import FILES, ROSTERS, is_there
from saraban.errors import Finding, Place, UsageError, shown_path
from saraban.staging import MANIFEST, unwritable, write_whole

LIST = '.review.json'
"""What reviews wrote into their folder, so that the next one takes away what no longer differs, and nothing else."""


def check_folder(folder: Path) -> None:
    """Looks whether a review may be written into a folder, which need not be there yet.

    Raises:
        UsageError: a file has its name, or it holds content or built papers.
    """
    file = next((path for path in (folder, *folder.parents) if is_there(path) and not path.is_dir()), None)
    if file is not None:
        raise _refused('review-into-file', file)
    content = next((name for name in (*FILES, *ROSTERS) if is_there(folder / name)), None)
    if content is not None:
        raise _refused('review-into-content', folder, file=content)
    if is_there(folder / MANIFEST):
        raise _refused('review-into-built', folder, file=MANIFEST)


def publish(files: Mapping[str, bytes], folder: Path) -> None:
    """Writes the files and takes away those of the last review that there are no longer, and no others.

    Raises:
        UsageError: one of the names belongs to a file that no review wrote; nothing is written then.
        RenderError: a file cannot be written.
    """
    before = _written(folder)
    taken = [folder / name for name in files if name not in before and is_there(folder / name)]
    if taken:
        raise UsageError(Finding('review-over-file', Place(shown_path(path))) for path in taken)
    try:
        for name in files:
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
        _list(before | set(files), folder)  # so that a run that is stopped here leaves nothing that is nobody's
        for name, data in files.items():
            write_whole(folder / name, data)
        for name in before - set(files):
            (folder / name).unlink(missing_ok=True)
            with suppress(OSError):  # a folder that still holds something stays
                (folder / name).parent.rmdir()
        _list(files, folder)
    except OSError as error:
        raise unwritable(error, folder) from error


def _refused(rule: str, path: Path, **values: object) -> UsageError:
    return UsageError([Finding(rule, Place(shown_path(path)), values)])


def _list(names: Collection[str], folder: Path) -> None:
    write_whole(folder / LIST, f'{json.dumps(sorted(names), ensure_ascii=False)}\n'.encode())


def _written(folder: Path) -> set[str]:
    """The files of the last review, as far as they stand in the folder itself: the list may come from elsewhere."""
    try:
        names = json.loads((folder / LIST).read_text(encoding='utf-8'))
    except (OSError, ValueError):
        return set()
    ours = (name for name in names if isinstance(name, str) and '\0' not in name) if isinstance(names, list) else ()
    return {
        name
        for name in ours
        if '..' not in Path(name).parts
        and name.endswith(('.redline.docx', '.redline.pdf', 'review.html', 'review.md'))
        and (folder / name).parent.resolve().is_relative_to(folder.resolve())
    }
