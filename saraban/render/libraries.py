"""How WeasyPrint's shared libraries are found while it is imported: by the system's loader alone."""

from __future__ import annotations

import ctypes.util
import sys
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def found_by_loader() -> Iterator[None]:
    """Leaves it to the loader to find libraries, as long as the block runs; on Linux alone.

    WeasyPrint asks for each library under the names of every system in turn. For each that the loader does not know, CFFI
    has `ctypes.util.find_library` look further, which on Linux starts `ldconfig`, `gcc` and `ld`: sixteen times, a fifth of
    a second. The loader knows every one of them under its Linux name.
    """
    if sys.platform != 'linux':
        yield
        return
    find = ctypes.util.find_library
    ctypes.util.find_library = lambda name: None
    try:
        yield
    finally:
        ctypes.util.find_library = find
