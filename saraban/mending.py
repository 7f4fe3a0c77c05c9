"""Mends slips of writing that have one right answer, in the files as they stand: comments and layout are kept.

Works on a copy of the folder and proves each step there: after it, content reads as before but for what was mended.
"""

from __future__ import annotations

import difflib
import shutil
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from saraban.checks.desk import Desk
from saraban.checks.flaws import NEIGHBOURS, Slip, around
from saraban.checks.writing import all_slips
from saraban.content.loader import load
from saraban.content.passages import Span
from saraban.errors import ContentError

_PASSES = 6  # mending one slip can show another: `ๆๆ` beside a bracket
_READ = {'.yaml', '.csv', '.xlsx'}
_BOM = '\ufeff'


@dataclass(frozen=True, slots=True)
class Mend:
    """A file that was mended: its text before and after, byte order mark and line ends as they were."""

    file: str
    before: str
    after: str

    def diff(self) -> Iterator[str]:
        """What changed, line by line: the line's number, what stood around the place, what stands there now."""
        for number, (old, new) in enumerate(zip(self.before.splitlines(), self.after.splitlines(), strict=True), 1):
            for first, last, start, stop in _changes(old, new):
                yield f'{number}: {_shown(old, first, last)} → {_shown(new, start, stop)}'


def _changes(old: str, new: str) -> Iterator[tuple[int, int, int, int]]:
    """Where two lines differ, in the old one and in the new one; changes that are close together are one."""
    waiting: tuple[int, int, int, int] | None = None
    for tag, first, last, start, stop in difflib.SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if tag == 'equal':
            continue
        if waiting and first - waiting[1] < NEIGHBOURS:
            waiting = (waiting[0], last, waiting[2], stop)
            continue
        if waiting:
            yield waiting
        waiting = (first, last, start, stop)
    if waiting:
        yield waiting


def _shown(line: str, start: int, stop: int) -> str:
    first, last = around(line, start, stop)
    return line[first:last].strip()


def mends(folder: Path) -> list[Mend]:
    """What each file of a content folder becomes; nothing is written there.

    Raises:
        ContentError: the content cannot be read.
    """
    load(folder)
    with TemporaryDirectory(prefix='saraban-') as name:
        copy = Path(name)
        for path in folder.iterdir():
            if path.is_file() and path.suffix.lower() in _READ:
                shutil.copyfile(path, copy / path.name)
        for _ in range(_PASSES):
            if not _pass(copy):
                break
        found = [Mend(path.name, read_exactly(folder / path.name), read_exactly(path)) for path in sorted(copy.iterdir())
                 if path.suffix == '.yaml']  # fmt: skip
    return [mend for mend in found if mend.before != mend.after]


def read_exactly(path: Path) -> str:
    """A file's text with its byte order mark and line ends."""
    return path.read_bytes().decode('utf-8')


def _pass(folder: Path) -> bool:
    """Mends once what does not overlap; whether anything was mended."""
    desk = Desk(load(folder))
    by_file: dict[str, list[tuple[Span, Slip]]] = {}
    for slip in all_slips(desk):
        span = slip.passage.span(slip.start, slip.stop) if slip.mendable else None
        if span is not None:
            by_file.setdefault(slip.passage.file, []).append((span, slip))
    mended = [_mend_file(folder, desk, file, slips) for file, slips in by_file.items()]
    return any(mended)


def _mend_file(folder: Path, desk: Desk, file: str, slips: list[tuple[Span, Slip]]) -> bool:
    path = folder / file
    before = path.read_bytes()
    chosen = list(_apart(slips))
    path.write_bytes(_edited(before.decode('utf-8'), [(span, slip.flaw.right or '') for span, slip in chosen]).encode())
    expected = {(passage.file, passage.loc): passage.text for passage in desk.passages}
    for passage, text in _expected(chosen).items():
        expected[passage] = text
    if _texts(folder) == expected:
        return bool(chosen)
    path.write_bytes(before)  # the mend would say something else in this file: a person has to look
    return False


def _apart(slips: list[tuple[Span, Slip]]) -> Iterator[tuple[Span, Slip]]:
    """Slips from the file's end to its begin, of those that touch one another only one."""
    limit: tuple[int, int] | None = None
    for span, slip in sorted(slips, key=lambda pair: (pair[0][0], pair[0][1], pair[0][2]), reverse=True):
        line, start, stop = span
        if limit is None or (line, stop) < limit:
            yield span, slip
            limit = (line, start)


def _edited(text: str, edits: list[tuple[Span, str]]) -> str:
    lines = text.splitlines(keepends=True)
    for (line, start, stop), right in edits:
        shift = 1 if line == 1 and text.startswith(_BOM) else 0
        whole = lines[line - 1]
        lines[line - 1] = whole[: start - 1 + shift] + right + whole[stop - 1 + shift :]
    return ''.join(lines)


def _expected(chosen: list[tuple[Span, Slip]]) -> Mapping[tuple[str, tuple[str | int, ...]], str]:
    """What each mended passage must then say."""
    texts: dict[tuple[str, tuple[str | int, ...]], str] = {}
    for _, slip in chosen:
        key = (slip.passage.file, slip.passage.loc)
        text = texts.get(key, slip.passage.text)
        texts[key] = text[: slip.start] + (slip.flaw.right or '') + text[slip.stop :]
    return texts


def _texts(folder: Path) -> dict[tuple[str, tuple[str | int, ...]], str] | None:
    try:
        return {(passage.file, passage.loc): passage.text for passage in Desk(load(folder)).passages}
    except ContentError:
        return None
