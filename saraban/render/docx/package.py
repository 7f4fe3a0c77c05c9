"""The zip around a Word or Excel file: same parts, same bytes, whatever the clock says."""

from __future__ import annotations

import zipfile
from collections.abc import Mapping
from io import BytesIO

EPOCH = (1980, 1, 1, 0, 0, 0)  # the earliest time a zip can hold
FIRST = ('[Content_Types].xml', '_rels/.rels')  # readers look for these two before any other
PICTURES = ('.png', '.jpeg', '.jpg')
CORE = 'docProps/core.xml'


def unpack(data: bytes) -> dict[str, bytes]:
    """The parts of a package by name."""
    with zipfile.ZipFile(BytesIO(data)) as package:
        return {name: package.read(name) for name in package.namelist()}


def pack(parts: Mapping[str, bytes]) -> bytes:
    """A package of parts in a fixed order with a fixed time. Pictures are packed already and stored as they are."""
    names = [name for name in FIRST if name in parts] + sorted(name for name in parts if name not in FIRST)
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, 'w') as package:
        for name in names:
            entry = zipfile.ZipInfo(name, EPOCH)
            entry.create_system = 0  # else the system that runs this is written down
            entry.compress_type = zipfile.ZIP_STORED if name.endswith(PICTURES) else zipfile.ZIP_DEFLATED
            package.writestr(entry, parts[name])
    return buffer.getvalue()
