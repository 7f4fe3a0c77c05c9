"""The shape of the content files of memos, changed rounds and what a batch is sent with."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, model_validator

from saraban.content.model import Entry, RoundLetter, Signer, Wording
from saraban.content.values import Day, Given, Key, ValueFault, Whole, Words

# memo.yaml


class MemoSection(Entry):
    """A numbered part of a memo: เรื่องเดิม, ข้อเท็จจริง, ข้อพิจารณา, ข้อเสนอ."""

    key: Key
    heading: Wording
    body: Annotated[list[Wording], Field(min_length=1)]


class MemoFile(Entry):
    """memo.yaml: บันทึกข้อความ by which the unit asks for approval; `order` is what its reader may write, a line each.

    `issue` holds its number, date, signer and stage.
    """

    department: Wording
    subject: Wording
    to: Given
    sections: Annotated[list[MemoSection], Field(min_length=1)]
    order: list[Words] = Field(default_factory=list)
    secrecy: Literal['', 'ลับ', 'ลับมาก', 'ลับที่สุด'] = ''
    urgency: Literal['', 'ด่วน', 'ด่วนมาก', 'ด่วนที่สุด'] = ''
    signer: Signer = Signer()
    issue: RoundLetter = RoundLetter()


# changes.yaml


class Span(Entry):
    """The first and the last day of a holding."""

    start: Day
    end: Day

    @model_validator(mode='after')
    def _in_order(self) -> Span:
        if self.end < self.start:
            raise ValueFault('round-order')
        return self


class Change(Entry):
    """A round postponed or cancelled. `old` are the days of the invitation (those of rounds.yaml where left out)."""

    key: Key
    kind: Literal['postponed', 'cancelled']
    round: Whole
    reason: Words = ''
    old: Span | None = None
    new: Span | None = None
    issued: RoundLetter = RoundLetter()
    letter: RoundLetter = RoundLetter()


class ChangeText(Entry):
    """The words of a change letter."""

    subject: Wording
    body: Annotated[list[Wording], Field(min_length=1)]


class ChangesFile(Entry):
    """changes.yaml: the words of a postponement and of a cancellation, and the rounds that were changed."""

    reference: Wording
    postponed: ChangeText
    cancelled: ChangeText
    changes: list[Change] = Field(default_factory=list)


# mail.yaml


class MailFile(Entry):
    """mail.yaml: envelopes and labels: the size of the envelope, whom it goes to, the address in lines, post codes by name."""

    envelope: Literal['C5', 'C4', 'DL', 'C6'] = 'C5'
    addressee: Wording
    address: list[Wording] = Field(default_factory=list)
    post_codes: dict[str, Words] = Field(default_factory=dict)
