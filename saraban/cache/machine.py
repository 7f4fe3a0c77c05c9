"""What stands under the program and can change a paper's bytes: its own files, libraries, Python, the machine."""

from __future__ import annotations

import ctypes
import hashlib
import os
import re
import sys
import zlib
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path

PACKAGE = Path(__file__).resolve().parent.parent
LIBRARIES = frozenset({
    'budoux', 'docxtpl', 'fonttools', 'holidays', 'jinja2', 'lxml', 'openpyxl', 'pydantic', 'pypdf', 'pypdfium2', 'python-docx',
    'pythainlp', 'pyyaml', 'rapidfuzz', 'weasyprint', 'markupsafe', 'pydantic-core', 'pydyf', 'cffi', 'tinyhtml5', 'tinycss2',
    'cssselect2', 'pyphen', 'pillow', 'brotli', 'zopfli', 'segno',
})  # fmt: skip
"""The libraries that a paper's words, pages and bytes come from, those that WeasyPrint stands on among them."""
SHARED = (
    'libpango-1.0.so.0', 'libpangoft2-1.0.so.0', 'libharfbuzz.so.0', 'libharfbuzz-subset.so.0', 'libfontconfig.so.1',
    'libfreetype.so.6',
)  # fmt: skip
"""The system's libraries that set text."""
_DISTRIBUTION = re.compile(r'(?P<name>.+?)-(?P<version>[^-]+)(?:-py[\d.]+)?\.(?:dist|egg)-info')
_NOT_CODE = {'.pyc', '.pyo'}


@cache
def code_digest(package: Path = PACKAGE) -> str:
    """A digest of the program itself, its tables and word lists among it: other code may print other bytes."""
    whole = hashlib.sha256()
    for path in sorted(package.rglob('*')):
        if path.suffix not in _NOT_CODE and path.is_file():
            data = path.read_bytes()
            whole.update(f'{path.relative_to(package).as_posix()}\0{len(data)}\0'.encode() + data)
    return whole.hexdigest()


@cache
def libraries() -> dict[str, str]:
    """Each library that papers come from and its version; Python and the machine too."""
    found = {
        'python': sys.version.split()[0],
        'zlib': zlib.ZLIB_RUNTIME_VERSION,
        'machine': f'{os.uname().sysname} {os.uname().machine}',
    }
    return found | _distributions(map(Path, sys.path)) | dict(_shared())


def _distributions(folders: Iterable[Path]) -> dict[str, str]:
    """The versions of the installed libraries, read from the names of their folders: opening each takes twenty times as long."""
    found: dict[str, str] = {}
    for folder in folders:
        for path in folder.glob('*-info') if folder.name in {'site-packages', 'dist-packages'} else ():
            match = _DISTRIBUTION.fullmatch(path.name)
            name = re.sub(r'[-_.]+', '-', match['name']).lower() if match else ''
            if match and name in LIBRARIES:
                found.setdefault(name, match['version'])
    return found


def _shared() -> Iterator[tuple[str, str]]:
    """The system's libraries as they are loaded: a distribution mends one without giving it another version."""
    loaded = [name for name in SHARED if _loads(name)]
    try:
        lines = Path('/proc/self/maps').read_text(encoding='utf-8', errors='replace').splitlines()
    except OSError:
        lines = []
    paths = {path for line in lines if (path := line.partition('/')[2])}
    for name in loaded:
        found = next((one for one in sorted(paths) if one.rpartition('/')[2].startswith(name)), '')
        if found:
            file = Path(f'/{found}')
            state = file.stat()
            yield name, f'{file.name} {state.st_size} {int(state.st_mtime)}'
        else:
            yield name, 'loaded'


def _loads(name: str) -> bool:
    try:
        ctypes.CDLL(name)
    except OSError:
        return False
    return True
