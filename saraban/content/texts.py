"""Every wording of a content model with its place: what the checks of names walk over."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, get_args

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from saraban.content.model import WORDING
from saraban.content.source import Loc


def wordings(model: BaseModel, loc: Loc = ()) -> Iterator[tuple[Loc, str]]:
    """The wordings of a model and of everything in it, in the order of its fields."""
    for name, field in type(model).model_fields.items():
        where = loc if name == 'root' else (*loc, name)
        yield from _within(getattr(model, name), where, marked=_is_marked(field))


def _within(value: Any, loc: Loc, *, marked: bool) -> Iterator[tuple[Loc, str]]:
    if isinstance(value, BaseModel):
        yield from wordings(value, loc)
    elif isinstance(value, list):
        for index, entry in enumerate(value):
            yield from _within(entry, (*loc, index), marked=marked)
    elif isinstance(value, dict):
        for key, entry in value.items():
            yield from _within(entry, (*loc, key), marked=marked)
    elif isinstance(value, str) and marked:
        yield loc, value


def _is_marked(field: FieldInfo) -> bool:
    """Whether a field is a wording, or a list of them."""
    return WORDING in field.metadata or _holds(field.annotation)


def _holds(annotation: Any) -> bool:
    return WORDING in getattr(annotation, '__metadata__', ()) or any(map(_holds, get_args(annotation)))
