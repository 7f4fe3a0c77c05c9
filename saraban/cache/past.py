"""What the last build of an output folder was made of and how it left the folder: to say why a paper is made anew.

The content is kept as its files, so that an older one is read by the reader and not by a second one. What is kept is
believed only as far as a wrong sentence goes: no paper's bytes come from here.
"""

from __future__ import annotations

import hashlib
import json
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass, field
from io import BytesIO
from pathlib import Path

from saraban.cache import Cache
from saraban.cache.intact import Mark, mark_from

_FOLDER = 'outputs'
_NOTE = 'note.json'
_CONTENT = 'content/'


@dataclass(frozen=True)
class Past:
    """An earlier build: the parts that papers stood on, each file's key and pages, what was seen of it, the content."""

    parts: Mapping[str, str] = field(default_factory=dict)
    keep: tuple[str, ...] = ()
    keys: Mapping[str, str] = field(default_factory=dict)
    pages: Mapping[str, int] = field(default_factory=dict)
    seen: Mapping[str, tuple[Mark, str]] = field(default_factory=dict)
    content: Mapping[str, bytes] = field(default_factory=dict)

    def unpacked(self, folder: Path) -> Path:
        """The content's files written into a folder."""
        for name, data in self.content.items():
            (folder / Path(name).name).write_bytes(data)
        return folder


def recall(cache: Cache, output: Path) -> Past | None:
    """The last build of an output folder; None where nothing is known of one."""
    try:
        with zipfile.ZipFile(_path(cache, output)) as archive:
            note = json.loads(archive.read(_NOTE))
            content = {
                name.removeprefix(_CONTENT): archive.read(name)
                for name in archive.namelist()
                if name.startswith(_CONTENT)
            }
        seen = {file: (mark_from(mark), sha256) for file, (mark, sha256) in note['seen'].items()}
        return Past(note['parts'], tuple(note['keep']), note['keys'], note['pages'], seen, content)
    except (OSError, ValueError, KeyError, TypeError, AttributeError, zipfile.BadZipFile):
        return None


def remember(cache: Cache, output: Path, past: Past) -> None:
    """Keeps what is to be known of a build, in the place of the one before."""
    note = {'parts': past.parts, 'keep': past.keep, 'keys': past.keys, 'pages': past.pages, 'seen': past.seen}
    packed = BytesIO()
    with zipfile.ZipFile(packed, 'w', zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        archive.writestr(_NOTE, json.dumps(note, ensure_ascii=False))
        for name, data in past.content.items():
            archive.writestr(f'{_CONTENT}{name}', data)
    cache.write(_path(cache, output), packed.getvalue())


def _path(cache: Cache, output: Path) -> Path:
    return cache.folder / _FOLDER / f'{hashlib.sha256(bytes(output.resolve())).hexdigest()[:40]}.zip'
