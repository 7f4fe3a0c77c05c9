"""Wordings become runs: `{{ names.with.dots }}` are looked up, `**bold**` is bold. Nothing else is a statement.

A name leads through the tables of `names` to words, a number, a blank of a draft, a text, or a `Mention` (a term that is written
in full once in a paper). A value is never read again as a wording, so its own `{{` or `**` stay as they are.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from saraban import thai
from saraban.content.shape import nearest
from saraban.errors import Finding, Place
from saraban.views.blocks import Blank, Run, Text

_REFERENCE = re.compile(
    r'\{\{((?:(?!\{\{).)*?)\}\}', re.DOTALL
)  # the last opening of several, so that none is read twice
_NAME = re.compile(r'\s*([A-Za-z_][\w-]*(?:\.[\w-]+)*)\s*(?:\|\s*(\w+)\s*)?')

# Other ways to write a number: {{ facts.budget | words }}.
FILTERS: dict[str, Callable[[int], str]] = {
    'plain': thai.digits,
    'words': thai.number_in_words,
    'baht': lambda value: thai.baht_in_words(value * 100),
}


@dataclass(frozen=True, slots=True)
class Mention:
    """A term: its forms, and which one stands where the text names none."""

    key: str
    forms: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Quoted:
    """A wording of content that other wordings name: its own references are looked up where it stands."""

    wording: str


class UnknownNameError(Exception):
    """A wording names what there is not; carries the finding's rule and values."""

    def __init__(self, rule: str, **values: object) -> None:
        """Takes the rule's name and the values of its message."""
        super().__init__(rule)
        self.rule = rule
        self.values = values


@dataclass(frozen=True)
class Scope:
    """What the wordings of one paper can name, and which terms it has written already."""

    names: Mapping[str, Any]
    mentioned: set[str] = field(default_factory=set)

    def within(self, **names: Any) -> Scope:
        """The same paper with further names (a group, a letter)."""
        return Scope({**self.names, **names}, self.mentioned)

    def text(self, wording: str, *, bold: bool = False) -> Text:
        """The runs of a wording.

        Raises:
            UnknownNameError: it names what there is not. Content is checked for that before any view is made.
        """
        runs: list[Run] = []
        strong = bold
        position = 0
        for match in _REFERENCE.finditer(wording):
            strong = _literal(runs, wording[position : match.start()], strong, bold)
            value = self.value(match)
            if isinstance(value, Quoted):
                runs += self.text(value.wording, bold=strong)
            elif isinstance(value, tuple):
                runs += value
            else:
                runs.append(_run(value, bold=strong))
            position = match.end()
        _literal(runs, wording[position:], strong, bold)
        return tuple(_merged(runs))

    def words(self, wording: str) -> str:
        """The words of a wording without styles."""
        return ''.join(run.text for run in self.text(wording))

    def value(self, match: re.Match[str]) -> Any:
        """What a reference stands for. Raises UnknownNameError as `text` does."""
        name = _NAME.fullmatch(match[1])
        if name is None:
            raise UnknownNameError('bad-reference', text=match[0])
        value = self._look_up(name[1])
        if name[2]:
            if name[2] not in FILTERS:
                raise UnknownNameError('unknown-name', name=name[2], near=nearest(name[2], FILTERS))
            if not isinstance(value, int):
                raise UnknownNameError('fact-not-number', name=name[1])
            return FILTERS[name[2]](value)
        if isinstance(value, Mention):
            form = 'short' if value.key in self.mentioned else 'full'
            self.mentioned.add(value.key)
            return value.forms[form]
        return thai.number(value) if isinstance(value, int) else value

    def _look_up(self, dotted: str) -> Any:
        value: Any = self.names
        parts = dotted.split('.')
        for index, part in enumerate(parts):
            table = value.forms if isinstance(value, Mention) else value
            if not isinstance(table, Mapping) or part not in table:
                known = table if isinstance(table, Mapping) else ()
                before = '.'.join(parts[:index])
                near = nearest(part, known)
                raise UnknownNameError('unknown-name', name=dotted, near=f'{before}.{near}' if before else near)
            if isinstance(value, Mention) and part == 'full':
                self.mentioned.add(value.key)
            value = table[part]
        if isinstance(value, Mapping):
            near = ', '.join(f'{dotted}.{name}' for name in list(value)[:8])
            raise UnknownNameError('unknown-name', name=dotted, near=near)
        return value


def faults(wording: str, names: Mapping[str, Any], place: Place) -> Iterator[Finding]:
    """Every reference of a wording that leads nowhere, braces that do not match, bold that is never closed."""
    scope = Scope(names)
    for match in _REFERENCE.finditer(wording):
        try:
            scope.value(match)
        except UnknownNameError as error:
            yield Finding(error.rule, _inside(place, wording, match.start()), error.values)
    rest = _REFERENCE.sub(lambda match: ' ' * len(match[0]), wording)
    if stray := re.search(r'\{\{|\}\}', rest):
        yield Finding(
            'bad-reference', _inside(place, wording, stray.start()), {'text': rest[stray.start() :].strip()[:60]}
        )
    if rest.count('**') % 2:
        yield Finding('bold-open', _inside(place, wording, rest.rindex('**')))


def _inside(place: Place, wording: str, position: int) -> Place:
    """The place of a part of a value, where the value stands on its line as it is (not folded, not escaped)."""
    start = place.excerpt.find(wording, max(0, place.column - 1))
    return place if start < 0 else Place(place.file, place.line, start + position + 1, place.excerpt)


def _literal(runs: list[Run], text: str, strong: bool, bold: bool) -> bool:
    """Adds literal words; each `**` turns bold on or off."""
    for index, part in enumerate(text.split('**')):
        if index:
            strong = bold if strong != bold else not bold
        if part:
            runs.append(Run(part, bold=strong))
    return strong


def _run(value: Any, *, bold: bool) -> Run:
    return Run('', bold=bold, blank=value) if isinstance(value, Blank) else Run(str(value), bold=bold)


def _merged(runs: list[Run]) -> Iterator[Run]:
    """Neighbours of one style as one run, so that lines are broken over whole words."""
    waiting: Run | None = None
    for run in runs:
        if waiting and not waiting.blank and not run.blank and waiting.bold == run.bold:
            waiting = Run(waiting.text + run.text, bold=run.bold)
            continue
        if waiting:
            yield waiting
        waiting = run
    if waiting:
        yield waiting
