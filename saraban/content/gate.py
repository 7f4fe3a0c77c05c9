"""gate.yaml: what an office tells the checks once, so that they do not ask again."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from saraban.content.model import Entry
from saraban.content.values import Day, Given, Whole, Words


class Accepted(Entry):
    """A finding that stands as it is, and why: by its rule, and by its file and a part of its words where given."""

    rule: Given
    file: Words = ''
    text: Words = ''
    reason: Given


class Holiday(Entry):
    """A day off that the calendar does not know: declared by the cabinet, or the agency's own."""

    date: Day
    name: Given


class GateFile(Entry):
    """gate.yaml: accepted findings, right names and spellings, provinces in two rounds, days off, usage."""

    accepted: list[Accepted] = Field(default_factory=list)
    glossary: list[Given] = Field(default_factory=list)
    spellings: list[Annotated[list[Given], Field(min_length=2)]] = Field(default_factory=list)
    two_rounds: list[Given] = Field(default_factory=list)
    holidays: list[Holiday] = Field(default_factory=list)
    letter_days: Whole = 7
