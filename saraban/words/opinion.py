"""A second opinion on a word boundary, from the six characters around it: BudouX's Thai model."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache, lru_cache
from typing import NamedTuple

_NOTHING: Mapping[str, int] = {}


class _Model(NamedTuple):
    """The model's weights: of single characters (3 before the boundary, 3 after), of pairs and of triples of characters."""

    base: float
    u1: Mapping[str, int]
    u2: Mapping[str, int]
    u3: Mapping[str, int]
    u4: Mapping[str, int]
    u5: Mapping[str, int]
    u6: Mapping[str, int]
    b1: Mapping[str, int]
    b2: Mapping[str, int]
    b3: Mapping[str, int]
    t1: Mapping[str, int]
    t2: Mapping[str, int]
    t3: Mapping[str, int]
    t4: Mapping[str, int]


@cache
def _model() -> _Model:
    from budoux import load_default_thai_parser  # noqa: PLC0415 - read at first need

    weights = load_default_thai_parser().model
    names = [f'{kind}{number}' for kind, count in (('UW', 6), ('BW', 3), ('TW', 4)) for number in range(1, count + 1)]
    base = -sum(sum(group.values()) for group in weights.values()) / 2
    return _Model(base, *(weights.get(name, _NOTHING) for name in names))


def score(text: str, position: int) -> float:
    """How much the model holds for a boundary before a position inside a text: more than 0 is for, less is against.

    Scores are in the model's own unit; most lie within 3,000 of 0. BudouX's parser breaks wherever the score is more than 0;
    it gives no scores, so they are reckoned here.
    """
    if position >= 3:
        return _score(text[position - 3 : position + 3])
    return _score('\0' * (3 - position) + text[: position + 3])


@lru_cache(maxsize=50_000)
def _score(window: str) -> float:
    """The score in the middle of six characters; those beyond the text, before it or after, are NUL or missing."""
    model = _model()
    after = window[3:]
    total = model.base
    total += model.u1.get(window[0], 0) + model.u2.get(window[1], 0) + model.u3.get(window[2], 0)
    total += model.u4.get(window[3], 0)
    total += model.b1.get(window[1:3], 0) + model.b2.get(window[2:4], 0)
    total += model.t1.get(window[:3], 0) + model.t2.get(window[1:4], 0)
    if len(after) > 1:
        total += model.u5.get(window[4], 0) + model.b3.get(window[3:5], 0) + model.t3.get(window[2:5], 0)
    if len(after) > 2:
        total += model.u6.get(window[5], 0) + model.t4.get(after, 0)
    return total
