"""What can be wrong and how it is told: findings with their place, errors that carry findings, exit codes.

The exit codes are a promise: 0 fine; 2 usage; 3 content; 4 a template, layout, font or emblem file; 5 rendering; 6 page
checks, and warnings where they are made errors; 70 a bug.
"""

from __future__ import annotations

import os
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from typing import ClassVar

from saraban.messages import LEVELS, MESSAGES, Language

SHOWN = 100  # letters of a line that a finding shows


class Level(StrEnum):
    """How grave a finding is: ต้องแก้, ควรตรวจ, ข้อสังเกต."""

    ERROR = 'error'
    WARNING = 'warning'
    NOTE = 'note'


@dataclass(frozen=True, slots=True)
class Place:
    """Where something stands: a file, a line and a column (both from 1; 0 where there is none), and the line itself.

    A spreadsheet's cell has its sheet and name in `cell` too (`Sheet1!C7`). `mark` is the place in the excerpt to point
    at, where that is not the column: the excerpt may be a part of a long line.
    """

    file: str
    line: int = 0
    column: int = 0
    excerpt: str = field(default='', compare=False)
    cell: str = ''
    mark: int = field(default=0, compare=False)

    def __str__(self) -> str:
        """`file:line:column`, as far as it is known; `file:Sheet1!C7` in a spreadsheet."""
        if self.cell:
            return f'{self.file}:{self.cell}'
        return ':'.join([self.file, *(str(number) for number in (self.line, self.column) if number)])


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that is wrong: a rule of the message table, where, and the values its words name."""

    rule: str
    place: Place
    values: Mapping[str, object] = field(default_factory=dict)
    level: Level = Level.ERROR

    def tell(self, language: Language) -> str:
        """The finding in its one form: `file:line:column: what is wrong`, the line and a mark, `→ what to do`."""
        message = MESSAGES[self.rule]
        what, advice = (text.format_map(self.values) for text in message.said(language))
        lines = [f'{self.place}: {LEVELS[self.level][language]}: {what}']
        if self.place.excerpt:
            excerpt, column = _window(self.place.excerpt, self.place.mark or self.place.column)
            lines.append(f'    {excerpt}')
            if 0 < column <= len(excerpt) + 1:
                lines.append(f'    {_under(excerpt, column)}^')
        if advice:
            lines.append(f'  → {advice}')
        return '\n'.join(lines)


def _window(excerpt: str, column: int) -> tuple[str, int]:
    """As much of a line as a terminal shows, around a column: a paragraph is one line of many hundred letters."""
    if len(excerpt) <= SHOWN:
        return excerpt, column
    start = max(0, min(column - SHOWN // 2, len(excerpt) - SHOWN))
    before, after = '…' if start else '', '…' if start + SHOWN < len(excerpt) else ''
    return f'{before}{excerpt[start : start + SHOWN]}{after}', column - start + len(before)


def _under(excerpt: str, column: int) -> str:
    """White space as wide on a terminal as what stands before a column: Thai marks take no room."""
    before = excerpt[: column - 1]
    return ''.join('\t' if letter == '\t' else ' ' for letter in before if unicodedata.category(letter) != 'Mn')


class SarabanError(Exception):
    """Findings that stop a run; each kind owns its exit code."""

    exit_code: ClassVar[int] = 70

    def __init__(self, findings: Iterable[Finding]) -> None:
        """Takes findings in the order in which they are shown."""
        self.findings = tuple(findings)
        super().__init__('\n'.join(finding.tell('en') for finding in self.findings))

    def __reduce__(self) -> tuple[type[SarabanError], tuple[tuple[Finding, ...]]]:
        """Errors cross from worker to parent with their findings."""
        return type(self), (self.findings,)


def joined(errors: Sequence[SarabanError]) -> SarabanError | None:
    """One error of several: of the first stage among them, with each finding once; None of none."""
    if not errors:
        return None
    first = min(errors, key=lambda error: error.exit_code)
    findings = [finding for error in errors for finding in error.findings]
    return type(first)({(finding.rule, finding.place, str(finding.values)): finding for finding in findings}.values())


class UsageError(SarabanError):
    """The command line asks for what there is not."""

    exit_code = 2


class ContentError(SarabanError):
    """The content has a fault."""

    exit_code = 3


class TemplateError(SarabanError):
    """A template, layout, font or emblem file has a fault."""

    exit_code = 4


class RenderError(SarabanError):
    """A paper could not be rendered or written."""

    exit_code = 5


class PageError(SarabanError):
    """A finished paper does not keep the rules of its pages."""

    exit_code = 6


def shown_path(path: Path) -> str:
    """A path as the officer would type it: relative where it stands below the working folder."""
    relative = os.path.relpath(path)
    return str(path) if relative.startswith('..') else Path(relative).as_posix()
