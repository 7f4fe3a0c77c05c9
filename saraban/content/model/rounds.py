"""rounds.yaml, and what is known of the letters of a round."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import (
    Field,
    model_validator,
)

from saraban.content.model.base import Entry, Lines, Names, OptionalWhole
from saraban.content.values import (
    Day,
    Given,
    LetterDate,
    OptionalDay,
    ValueFault,
    Whole,
    Words,
    Yes,
)

STAGES = ('ร่าง', 'เสนอ', 'ลงนาม', 'ออกเลข', 'ส่งแล้ว')


class Signer(Entry):
    """Who signs: a name, and the position in lines (รองอธิบดี ปฏิบัติราชการแทน / อธิบดีกรมการปกครอง)."""

    name: Words = ''
    position: Lines = ['']


class RoundLetter(Entry):
    """What is known of a round's letters only when they are issued.

    `draft` is what stands on a draft instead of ร่าง (ร่างครั้งที่ ๓); with `stamped_by_hand` number and date may still be
    blank when the letters are sent.
    """

    number: Words = ''
    date: LetterDate = None
    reply_by: OptionalDay = None
    signer: Signer | None = None
    stage: Literal['ร่าง', 'เสนอ', 'ลงนาม', 'ออกเลข', 'ส่งแล้ว'] = 'ร่าง'
    draft: Words = ''
    stamped_by_hand: Yes = False


class Round(Entry):
    """One holding of the event: when (first and last day) and where, for whom by region.

    `members` names its recipients where the roster has no column for the round; where both do, they must agree.
    """

    number: Whole
    region: Words = ''
    start: Day
    end: Day
    venue: Given
    district: Words = ''
    letter: RoundLetter = RoundLetter()
    members: Names = []
    stated: OptionalWhole = None

    @model_validator(mode='after')
    def _in_order(self) -> Round:
        if self.end < self.start:
            raise ValueFault('round-order')
        return self


class RoundsFile(Entry):
    """rounds.yaml: the rounds in printing order and what one is called (รุ่น)."""

    noun: Given = 'รุ่น'
    rounds: Annotated[list[Round], Field(min_length=1)]
