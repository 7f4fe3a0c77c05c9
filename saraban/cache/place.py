"""Where the cache is and how large it may be: two variables of the environment, or what is usual for the user."""

from __future__ import annotations

import os
import re
from collections.abc import Mapping
from pathlib import Path

FOLDER, SIZE = 'SARABAN_CACHE', 'SARABAN_CACHE_SIZE'
USUAL_SIZE = 2 * 10**9
"""Bytes: some 20,000 papers in both formats at 60 kB a file and 36 kB a DOCX, half of it an office's own pictures."""
_UNITS = {'': 1, 'K': 10**3, 'M': 10**6, 'G': 10**9, 'T': 10**12}


def cache_folder(environment: Mapping[str, str] = os.environ) -> Path:
    """`$SARABAN_CACHE`, else the user's cache folder."""
    if given := environment.get(FOLDER):
        return Path(given).expanduser().absolute()
    from platformdirs import user_cache_path  # noqa: PLC0415 a run that is told the folder does without

    return user_cache_path('saraban')


def cache_size(environment: Mapping[str, str] = os.environ) -> int:
    """`$SARABAN_CACHE_SIZE` in bytes (`500M`, `4G`), else two gigabytes.

    Raises:
        ValueError: it is no size.
    """
    given = environment.get(SIZE)
    if not given:
        return USUAL_SIZE
    match = re.fullmatch(r'\s*(\d+(?:\.\d+)?)\s*([KMGT]?)B?\s*', given, re.IGNORECASE | re.ASCII)
    if match is None:
        raise ValueError(given)
    return int(float(match[1]) * _UNITS[match[2].upper()])
