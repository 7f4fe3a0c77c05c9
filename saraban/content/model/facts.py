"""facts.yaml."""

from __future__ import annotations

from typing import Any

from pydantic import (
    RootModel,
    model_validator,
)

from saraban.content.model.base import Entry, OptionalWhole
from saraban.content.values import (
    Key,
    ValueFault,
    Words,
    read_whole,
)


class Fact(Entry):
    """A number or words that text names; or a product or sum of other facts. `stated` is checked, never printed."""

    value: Words = ''
    product: list[Key] = []
    sum: list[Key] = []
    stated: OptionalWhole = None

    @model_validator(mode='before')
    @classmethod
    def _short_form(cls, data: Any) -> Any:
        return {'value': data} if isinstance(data, str) else data

    @model_validator(mode='after')
    def _one_source(self) -> Fact:
        if sum(map(bool, (self.value, self.product, self.sum))) != 1:
            raise ValueFault('one-of', known='value, product, sum')
        return self


class FactsFile(RootModel[dict[Key, Fact]]):
    """facts.yaml: every number that stands in more than one place, by name."""


def whole_or_none(value: str) -> int | None:
    """A fact's value as a whole number, or None where it is words."""
    try:
        return int(read_whole(value))
    except ValueFault:
        return None
