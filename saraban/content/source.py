"""Files as an office keeps them, read so that every value knows its file, line and column.

YAML is read event by event: every scalar stays text (PyYAML would read `10:30` as 630 and `no` as False), a repeated
name is a finding, aliases are refused (an alias bomb is a few lines of them) and nesting has a limit.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypeAlias

import yaml

from saraban.errors import Finding, Place

SIZE_LIMIT = 5_000_000  # bytes; the real proposal is 40 kB
DEPTH_LIMIT = 40  # five levels of items need 14

Loc: TypeAlias = tuple[str | int, ...]
_Loader: Any = getattr(yaml, 'CSafeLoader', yaml.SafeLoader)

# What PyYAML says, by a part of its sentence, and the rule that tells an officer the same.
_TROUBLES = (
    ('mapping values are not allowed', 'yaml-colon'),
    ('alias', 'yaml-mark'),
    ('anchor', 'yaml-mark'),
    ('cannot start any token', 'yaml-mark'),
    ('expected <block end>', 'yaml-indent'),
    ("did not find expected '-' indicator", 'yaml-indent'),
    ('did not find expected key', 'yaml-indent'),
    ("could not find expected ':'", 'yaml-indent'),
)


@dataclass(slots=True)
class Source:
    """A file's data (dicts, lists, text) and where each value and each name of it stands."""

    file: str
    data: Any = None
    lines: list[str] = field(default_factory=list)
    values: dict[Loc, tuple[int, int]] = field(default_factory=dict)
    names: dict[Loc, tuple[int, int]] = field(default_factory=dict)
    findings: list[Finding] = field(default_factory=list)

    def place(self, loc: Loc = ()) -> Place:
        """Where a value stands; where it does not, the nearest entry around it."""
        return self._nearest(self.values, loc)

    def name_place(self, loc: Loc) -> Place:
        """Where the name of an entry stands."""
        return self._nearest(self.names, loc) if loc in self.names else self.place(loc)

    def at(self, line: int, column: int = 0) -> Place:
        """A place of this file with its line shown."""
        shown = self.lines[line - 1] if 0 < line <= len(self.lines) else ''
        return Place(self.file, line, column, shown.rstrip())

    def _nearest(self, places: dict[Loc, tuple[int, int]], loc: Loc) -> Place:
        for length in range(len(loc), -1, -1):
            if loc[:length] in places:
                return self.at(*places[loc[:length]])
        return Place(self.file)

    def fault(self, rule: str, place: Place, **values: object) -> None:
        """Notes that something is wrong."""
        self.findings.append(Finding(rule, place, values))


def read_text(path: Path, source: Source) -> str | None:
    """A file's text (UTF-8, with or without a byte order mark), or None with the reason among the findings."""
    try:
        size = path.stat().st_size
        if size > SIZE_LIMIT:
            source.fault('file-too-large', Place(source.file), size=size // 1_000_000, limit=SIZE_LIMIT // 1_000_000)
            return None
        text = path.read_bytes().decode('utf-8-sig')
    except FileNotFoundError:
        source.fault('file-missing', Place(source.file))
        return None
    except UnicodeDecodeError as error:
        line = error.object[: error.start].count(b'\n') + 1
        source.fault('not-utf8', Place(source.file, line))
        return None
    except OSError as error:
        source.fault('file-unreadable', Place(source.file), detail=error.strerror or str(error))
        return None
    source.lines = text.splitlines()
    return text


def read_yaml(path: Path, file: str) -> Source:
    """Reads a YAML file; what is wrong with it stands in `findings`, and `data` is None when it cannot be used."""
    source = Source(file)
    text = read_text(path, source)
    if text is None:
        return source
    try:
        _build(text, source)
    except yaml.MarkedYAMLError as error:
        source.data = None
        mark = error.problem_mark or error.context_mark
        place = source.at(mark.line + 1, mark.column + 1) if mark else Place(file)
        said = f'{error.context or ""} {error.problem or ""}'
        source.fault(_trouble(said, place), place, detail=error.problem or '')
    except yaml.YAMLError as error:  # a control character, a broken escape
        source.data = None
        source.fault('yaml-broken', Place(file), detail=str(error).splitlines()[0])
    if any(finding.rule in {'yaml-alias', 'yaml-deep', 'yaml-mark'} for finding in source.findings):
        source.data = None
    return source


def _trouble(said: str, place: Place) -> str:
    indent = place.excerpt[: len(place.excerpt) - len(place.excerpt.lstrip())]
    if '\t' in indent:
        return 'yaml-tab'
    if re.search(r'[:-]\s+[{*&@`%]', place.excerpt):
        return 'yaml-mark'
    return next((rule for part, rule in _TROUBLES if part in said), 'yaml-broken')


def _build(text: str, source: Source) -> None:
    """Builds the data from the parser's events, without recursion."""
    stack: list[_Open] = []
    for event in yaml.parse(text, Loader=_Loader):
        mark = event.start_mark
        position = (mark.line + 1, mark.column + 1) if mark else (1, 1)
        if getattr(event, 'anchor', None):
            source.fault('yaml-alias', source.at(*position))
            return
        if isinstance(event, yaml.ScalarEvent):
            _add(source, stack, _scalar(event), position)
        elif isinstance(event, yaml.CollectionStartEvent):
            if len(stack) >= DEPTH_LIMIT:
                source.fault('yaml-deep', source.at(*position), limit=DEPTH_LIMIT)
                return
            opened: Any = {} if isinstance(event, yaml.MappingStartEvent) else []
            stack.append(_Open(opened, _add(source, stack, opened, position)))
        elif isinstance(event, yaml.CollectionEndEvent):
            stack.pop()


@dataclass(slots=True)
class _Open:
    """A mapping or list that is still being read, and the name that waits for its value."""

    data: Any
    loc: Loc
    name: str | None = None


def _scalar(event: yaml.ScalarEvent) -> str:
    return '' if event.implicit[0] and event.value in {'~', 'null'} else event.value


def _add(source: Source, stack: list[_Open], value: Any, position: tuple[int, int]) -> Loc:
    if not stack:
        source.data = value
        source.values[()] = position
        return ()
    top = stack[-1]
    if isinstance(top.data, list):
        loc: Loc = (*top.loc, len(top.data))
        top.data.append(value)
    elif top.name is None:
        name = value if isinstance(value, str) else ''
        if not isinstance(value, str):  # `{{ name }}` without quotes is a mapping whose name is a mapping
            source.fault('yaml-mark', source.at(*position))
        loc = (*top.loc, name)
        if name in top.data:
            source.fault('repeated-key', source.at(*position), name=name, line=source.names[loc][0])
        source.names[loc] = position
        top.name = name
        return loc
    else:
        loc = (*top.loc, top.name)
        top.data[top.name] = value
        top.name = None
    source.values[loc] = position
    return loc
