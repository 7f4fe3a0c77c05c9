"""Blocks that only letters, memos, signed papers and what a batch is sent with have."""

from __future__ import annotations

from dataclasses import dataclass

from saraban.views.blocks.text import Block, Text


@dataclass(frozen=True, slots=True)
class Letterhead(Block):
    """The head of a letter, in reading order: number (left), agency and address (right block), date (from the centre line).

    The emblem above it is furniture.
    """

    number: Text
    agency: tuple[Text, ...]
    date: Text


@dataclass(frozen=True, slots=True)
class Field(Block):
    """A reference field of a letter (เรื่อง, เรียน, อ้างถึง): label, two spaces, text hanging under its own start.

    One that goes on with the field above it (a second letter referred to) has no label of its own: its text stands `under`
    that of the label named.
    """

    label: str
    text: Text
    under: str = ''


@dataclass(frozen=True, slots=True)
class EnclosureRow:
    """One enclosure: its number (`๑.`, none when it is the only one), its name, its quantity (`จำนวน ๑ ชุด`)."""

    number: str
    text: Text
    quantity: str


@dataclass(frozen=True, slots=True)
class Enclosures(Block):
    """The field สิ่งที่ส่งมาด้วย: a label and a row an enclosure."""

    label: str
    rows: tuple[EnclosureRow, ...]


@dataclass(frozen=True, slots=True)
class Signature(Block):
    """One unbroken block: the closing (none in a proposal), room to sign, then lines centred on one axis under it."""

    closing: str
    lines: tuple[Text, ...]


@dataclass(frozen=True, slots=True)
class Signatories(Block):
    """Signature blocks of a proposal (ผู้เสนอ, ผู้เห็นชอบ, ผู้อนุมัติ), one under another, each unbroken."""

    blocks: tuple[Signature, ...]


@dataclass(frozen=True, slots=True)
class Owner(Block):
    """The unit that owns the matter, its telephone and e-mail: lines at the left margin under the signature."""

    lines: tuple[Text, ...]


@dataclass(frozen=True, slots=True)
class CopyTo(Block):
    """สำเนาส่ง: a label and whom copies go to, a line each."""

    label: str
    lines: tuple[Text, ...]


@dataclass(frozen=True, slots=True)
class MemoLine(Block):
    """A line of a memo's head: labels in bold, each with its content over a dotted leader to where the next one starts."""

    pairs: tuple[tuple[str, Text], ...]


@dataclass(frozen=True, slots=True)
class OrderRoom(Block):
    """Room under a memo where its reader writes the order: lines to write on, then who signs it."""

    lines: tuple[Text, ...]


@dataclass(frozen=True, slots=True)
class Envelope(Block):
    """One envelope: who sends it under the emblem, to whom it goes, the post code. Each begins a sheet."""

    sender: tuple[Text, ...]
    receiver: tuple[Text, ...]
    post_code: Text


@dataclass(frozen=True, slots=True)
class Labels(Block):
    """Address labels, filled from left to right, row by row."""

    labels: tuple[tuple[Text, ...], ...]
