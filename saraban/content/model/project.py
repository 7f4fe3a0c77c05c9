"""project.yaml."""

from __future__ import annotations

from typing import Annotated

from pydantic import (
    Field,
)

from saraban.content.model.base import Entry, Lines, SaidWording, Wording
from saraban.content.values import (
    Given,
    Key,
    Whole,
    Words,
)


class Term(Entry):
    """A name with its forms; a paper writes the full one at its first mention."""

    full: SaidWording
    medium: Wording = ''
    short: SaidWording


class Unit(Entry):
    """A unit of the agency and the name by which text refers to it."""

    key: Key
    name: Given


class Agency(Entry):
    """Who sends the letters; `code` and `number_prefix` begin its letter numbers (`มท ๐๓๐๑.๒/`)."""

    name: Given
    ministry: Words = ''
    code: Words = ''
    number_prefix: Words = ''
    address: Lines = ['']


class Contact(Entry):
    """How the owner of the matter is reached."""

    telephone: Words = ''
    fax: Words = ''
    email: Words = ''


class ProjectFile(Entry):
    """project.yaml: the title as lines, the B.E. fiscal year, the agency and its units from the largest down, terms."""

    fiscal_year: Whole
    title: Annotated[list[SaidWording], Field(min_length=1)]
    short_title: Given
    agency: Agency
    units: list[Unit]
    contact: Contact = Contact()
    terms: dict[Key, Term] = {}
    keep_together: list[Words] = []
