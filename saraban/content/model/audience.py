"""audience.yaml."""

from __future__ import annotations

from typing import Annotated

from pydantic import (
    Field,
    ValidationInfo,
    field_validator,
)

from saraban.content.model.base import Entry, OptionalWhole, Wording
from saraban.content.values import (
    Given,
    Key,
    ValueFault,
    Whole,
    Words,
    Yes,
)


class OfficialName(Entry):
    """A post's official name once a person has confirmed it; empty until then."""

    full: Words = ''
    short: Words = ''


class Group(Entry):
    """Who takes part: `count` people per recipient, per round, per project, or per unit of a roster's number column.

    Letters invite only whom recipients can send.
    """

    key: Key
    invited: Yes = False
    per: Given
    count: Whole = 1
    label: Wording
    full: Words = ''
    short: Words = ''
    official: OfficialName = OfficialName()
    stated: OptionalWhole = None

    @field_validator('per')
    @classmethod
    def _by_recipients(cls, per: str, info: ValidationInfo) -> str:
        if info.data.get('invited') and per in {'round', 'project'}:
            raise ValueFault('wrong-choice', value=per, known='recipient, districts, …')
        return per


class AudienceFile(Entry):
    """audience.yaml: the groups in the order in which papers list them, and what one of them is called (คน).

    `columns` are headings of the roster beside the usual ones (สังกัด, อำเภอ): letters can be chosen by them.
    """

    unit: Given
    columns: list[Given] = []
    groups: Annotated[list[Group], Field(min_length=1)]
    stated: OptionalWhole = None
