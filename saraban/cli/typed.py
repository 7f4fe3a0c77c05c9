"""What a command line says before it is parsed, and what is told of one that was stopped: without anything else loaded."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from saraban.messages import Language

STOPPED = 130  # what a shell reports of a program that Ctrl-C stopped
VALUED = ('--content', '--output', '--lang')
"""The options before a command's name that take a value."""


def language_of(arguments: Sequence[str]) -> Language:
    """The language of help and errors: `--lang` wherever it stands, Thai without it."""
    return 'en' if '--lang=en' in arguments or ('--lang', 'en') in pairwise(arguments) else 'th'


def is_bare(arguments: Sequence[str]) -> bool:
    """Whether there are options alone, with their values: then everything is built."""
    before = ['', *arguments]
    return all(
        argument.startswith('-') or option in VALUED for option, argument in zip(before, arguments, strict=False)
    )


def compares(arguments: Sequence[str]) -> bool:
    """Whether versions are to be compared: then no paper can have changed, whatever befalls."""
    return 'diff' in arguments


def stopped_as(arguments: Sequence[str]) -> str:
    """The key of what is said of a command that Ctrl-C stopped."""
    return 'diff-stopped' if compares(arguments) else 'stopped'


def builds(arguments: Sequence[str]) -> bool:
    """Whether papers are to be built, as far as can be told without knowing every command."""
    return '--help' not in arguments and ('build' in arguments or is_bare(arguments))
