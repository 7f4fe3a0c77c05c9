"""What a command line says before it is parsed, and what is told of one that was stopped: without anything else loaded."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from saraban.messages import Language

STOPPED = 130  # what a shell reports of a program that Ctrl-C stopped


def language_of(arguments: Sequence[str]) -> Language:
    """The language of help and errors: `--lang` wherever it stands, Thai without it."""
    return 'en' if '--lang=en' in arguments or ('--lang', 'en') in pairwise(arguments) else 'th'
