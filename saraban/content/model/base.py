"""What the models of all content files share: entries, wordings, lines."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import (
    BaseModel,
    BeforeValidator,
    ConfigDict,
    StringConstraints,
)

from saraban.content.values import (
    Given,
    Whole,
    Words,
    read_text,
)


def read_lines(value: Any) -> Any:
    """One line of text as a list of one."""
    return [value] if isinstance(value, str) else value


def read_names(value: Any) -> Any:
    """Names as a cell holds them, one space between, as a list."""
    return value.split() if isinstance(value, str) else value


def none_for_empty(value: Any) -> Any:
    """None where a field is left empty."""
    return None if value == '' else value


class Marker:
    """Stands in the type of a field that is more than its Python type says."""


WORDING = Marker()  # its references are looked up
Wording = Annotated[str, BeforeValidator(read_text), WORDING]
SaidWording = Annotated[str, BeforeValidator(read_text), StringConstraints(min_length=1), WORDING]
Lines = Annotated[list[Words], BeforeValidator(read_lines)]
Names = Annotated[list[Given], BeforeValidator(read_names)]  # a list, or as in a table's cell: one space between
OptionalWhole = Annotated[Whole | None, BeforeValidator(none_for_empty)]


class Entry(BaseModel):
    """An entry of a content file: unknown names refused, values never changed."""

    model_config = ConfigDict(extra='forbid', frozen=True)
