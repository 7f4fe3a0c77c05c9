"""Files as an office keeps them, read so that every value knows its file, line and column.

YAML is read event by event: every scalar stays text (PyYAML would read `10:30` as 630 and `no` as False), a repeated
name is a finding, aliases are refused (an alias bomb is a few lines of them), nesting and the number of values have a
limit.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypeAlias

import yaml

from saraban.content import files
from saraban.content.yaml_troubles import trouble
from saraban.errors import Finding, Place

SIZE_LIMIT = 5_000_000  # bytes; the real proposal is 40 kB
DEPTH_LIMIT = 40  # five levels of items need 14
VALUE_LIMIT = 10_000  # names, values and lists of a YAML file; the real proposal has 150
TEXT_LIMIT = 20_000  # letters of one text; the longest paragraph of the real proposal has 900
FAULT_LIMIT = 500  # faults shown of one file; the rest are counted
VALUE_SHOWN = 80  # letters of a value that a message shows
LINE_SHOWN = 4_000  # letters of a line that a place keeps: the longest paragraph that a person writes on one

Loc: TypeAlias = tuple[str | int, ...]
_Loader: Any = getattr(yaml, 'CSafeLoader', yaml.SafeLoader)
_UNUSABLE = {'yaml-alias', 'yaml-deep', 'yaml-many', 'yaml-mark', 'yaml-documents'}


@dataclass(slots=True)
class Source:
    """A file's data (dicts, lists, text) and where each value and each name of it stands."""

    file: str
    data: Any = None
    lines: list[str] = field(default_factory=list)
    values: dict[Loc, tuple[int, int]] = field(default_factory=dict)
    names: dict[Loc, tuple[int, int]] = field(default_factory=dict)
    findings: list[Finding] = field(default_factory=list)
    faults: int = 0

    def place(self, loc: Loc = ()) -> Place:
        """Where a value stands; where it does not, the nearest entry around it."""
        return self._nearest(self.values, loc)

    def name_place(self, loc: Loc) -> Place:
        """Where the name of an entry stands."""
        return self._nearest(self.names, loc) if loc in self.names else self.place(loc)

    def at(self, line: int, column: int = 0) -> Place:
        """A place of this file with its line shown; of a long line the part around the column."""
        shown = self.lines[line - 1] if 0 < line <= len(self.lines) else ''
        excerpt, mark = part_around(shown, column)
        return Place(self.file, line, column, excerpt, mark=mark)

    def _nearest(self, places: dict[Loc, tuple[int, int]], loc: Loc) -> Place:
        for length in range(len(loc), -1, -1):
            if loc[:length] in places:
                return self.at(*places[loc[:length]])
        return Place(self.file)

    def fault(self, rule: str, place: Place, **values: object) -> None:
        """Notes that something is wrong; past the limit it is only counted, in one last finding."""
        self.faults += 1
        if self.faults <= FAULT_LIMIT:
            self.findings.append(Finding(rule, place, {name: _short(value) for name, value in values.items()}))
        elif self.faults == FAULT_LIMIT + 1:
            self.findings.append(Finding('more-faults', Place(self.file), {'limit': FAULT_LIMIT}))


def part_around(line: str, column: int) -> tuple[str, int]:
    """What is shown of a line, safe for a terminal, and which letter of it a mark belongs under (0: none)."""
    whole = files.visible(line)
    line = whole[: max(len(whole.rstrip()), column - 1)]
    if len(line) <= LINE_SHOWN:
        return line, column
    start = max(0, min(column - LINE_SHOWN // 2, len(line) - LINE_SHOWN))
    part = line[start : start + LINE_SHOWN]
    before, after = ('…' if start else ''), ('…' if start + LINE_SHOWN < len(line) else '')
    return f'{before}{part}{after}', column - start + len(before) if column else 0


def _short(value: object) -> object:
    if not isinstance(value, str):
        return value
    return files.visible(value if len(value) <= VALUE_SHOWN else f'{value[:VALUE_SHOWN]}…')


def read_text(path: Path, source: Source) -> str | None:
    """A file's text (UTF-8, with or without a byte order mark), or None with the reason among the findings."""
    data = read_data(path, source)
    return None if data is None else text_of(data, source, files.decode_utf8)


def read_data(path: Path, source: Source) -> bytes | None:
    """A file's bytes, or None with the reason among the findings."""
    try:
        return files.read_bytes(path, SIZE_LIMIT)
    except files.FileFault as fault:
        source.fault(fault.rule, Place(source.file), **fault.values)
        return None


def text_of(data: bytes, source: Source, decode: files.Decoder) -> str | None:
    """A file's bytes as text that any document can hold, or None with every place where they are not."""
    try:
        text = decode(data)
    except files.FileFault as fault:
        source.lines = files.lines_of(data[: SIZE_LIMIT // 10].decode('utf-8', errors='replace').lstrip('\ufeff'))
        source.fault(fault.rule, source.at(fault.line, fault.column), **fault.values)
        source.lines = []
        return None
    source.lines = files.lines_of(text)
    for line, column, character in files.forbidden_characters(text):
        rule, values = files.forbidden_fault(character)
        source.fault(rule, source.at(line, column), **values)
    return None if source.faults else text


def read_yaml(path: Path, file: str) -> Source:
    """Reads a YAML file; what is wrong with it stands in `findings`, and `data` is None when it cannot be used."""
    source = Source(file)
    text = read_text(path, source)
    if text is None:
        return source
    stack: list[_Open] = []
    try:
        _build(text, source, stack)
    except yaml.YAMLError as error:
        source.data = None
        loc = stack[-1].loc if stack else ()
        opened = source.values.get(loc) or source.names.get(loc, (0, 0))
        rule, line, column = trouble(error, source.lines, opened)
        source.fault(rule, source.at(line, column), limit=DEPTH_LIMIT)
    if source.data in (None, '') and not source.faults:
        source.data = None
        source.fault('file-empty', Place(file))
    if any(finding.rule in _UNUSABLE for finding in source.findings):
        source.data = None
    return source


def _build(text: str, source: Source, stack: list[_Open]) -> None:
    """Builds the data from the parser's events, without recursion; the stack holds what is open where it ends."""
    for number, event in enumerate(yaml.parse(text, Loader=_Loader)):
        mark = event.start_mark
        position = (mark.line + 1, mark.column + 1) if mark else (1, 1)
        if refused := _refused(event, source, number, len(stack)):
            rule, limit = refused
            source.fault(rule, source.at(*position), limit=limit)
            return
        if getattr(event, 'tag', None):  # `!important` reads as a type's name
            source.fault('yaml-mark', source.at(*position))
        if isinstance(event, yaml.ScalarEvent):
            _add(source, stack, _scalar(event, source, position), position)
        elif isinstance(event, yaml.CollectionStartEvent):
            opened: Any = {} if isinstance(event, yaml.MappingStartEvent) else []
            stack.append(_Open(opened, _add(source, stack, opened, position)))
        elif isinstance(event, yaml.CollectionEndEvent):
            stack.pop()


def _refused(event: yaml.Event, source: Source, number: int, depth: int) -> tuple[str, int] | None:
    """What ends the reading: the rule that tells so and its limit."""
    if getattr(event, 'anchor', None):
        return 'yaml-alias', 0
    if isinstance(event, yaml.DocumentStartEvent) and source.data is not None:
        return 'yaml-documents', 1
    if isinstance(event, yaml.CollectionStartEvent) and depth >= DEPTH_LIMIT:
        return 'yaml-deep', DEPTH_LIMIT
    return ('yaml-many', VALUE_LIMIT) if number > VALUE_LIMIT else None


@dataclass(slots=True)
class _Open:
    """A mapping or list that is still being read, and the name that waits for its value."""

    data: Any
    loc: Loc
    name: str | None = None


def _scalar(event: yaml.ScalarEvent, source: Source, position: tuple[int, int]) -> str:
    text = str(event.value)
    if len(text) > TEXT_LIMIT:
        source.fault('text-too-long', source.at(*position), found=len(text), limit=TEXT_LIMIT)
        return ''
    if found := files.FORBIDDEN.search(text):  # written as an escape, `"\0"`
        rule, values = files.forbidden_fault(found[0])
        source.fault(rule, source.at(*position), **values)
    return '' if event.implicit[0] and text in {'~', 'null', 'Null', 'NULL'} else text


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
