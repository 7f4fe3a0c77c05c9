"""Every text of a content model with its place: what the checks of names and of writing walk over."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache
from typing import Any, get_args

from pydantic import BaseModel, BeforeValidator

from saraban.content.model import WORDING
from saraban.content.source import Loc
from saraban.content.values import read_text

Test = Callable[[Any], bool]


def wordings(model: BaseModel, loc: Loc = ()) -> Iterator[tuple[Loc, str]]:
    """The wordings of a model and of everything in it, in the order of its fields."""
    yield from _texts(model, loc, _is_wording)


def printed(model: BaseModel, loc: Loc = ()) -> Iterator[tuple[Loc, str]]:
    """Every text of a model that is words (wordings, names, headings, numbers of letters), not a key or a choice."""
    yield from _texts(model, loc, _is_words)


def _is_wording(mark: Any) -> bool:
    return mark is WORDING


def _is_words(mark: Any) -> bool:
    return isinstance(mark, BeforeValidator) and mark.func is read_text


def _texts(model: BaseModel, loc: Loc, test: Test) -> Iterator[tuple[Loc, str]]:
    for name, marked in _fields(type(model), test):
        where = loc if name == 'root' else (*loc, name)
        yield from _within(getattr(model, name), where, test, marked=marked)


def _within(value: Any, loc: Loc, test: Test, *, marked: bool) -> Iterator[tuple[Loc, str]]:
    if isinstance(value, BaseModel):
        yield from _texts(value, loc, test)
    elif isinstance(value, list):
        for index, entry in enumerate(value):
            yield from _within(entry, (*loc, index), test, marked=marked)
    elif isinstance(value, dict):
        for key, entry in value.items():
            yield from _within(entry, (*loc, key), test, marked=marked)
    elif isinstance(value, str) and marked:
        yield loc, value


@cache
def _fields(kind: type[BaseModel], test: Test) -> tuple[tuple[str, bool], ...]:
    """The fields of a model, and whether each is such a text or a list of them."""
    return tuple(
        (name, any(map(test, field.metadata)) or _holds(field.annotation, test))
        for name, field in kind.model_fields.items()
    )


def _holds(annotation: Any, test: Test) -> bool:
    return any(map(test, getattr(annotation, '__metadata__', ()))) or any(
        _holds(part, test) for part in get_args(annotation)
    )
