"""A whole paper: its blocks and its furniture, and what can be asked of it."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass, field, fields, is_dataclass, replace
from functools import cache
from typing import Any

from saraban.views.blocks.forms import Envelope
from saraban.views.blocks.text import Blank, Block, Run, Table


@dataclass(frozen=True, slots=True)
class Furniture:
    """What a page bears beside its body text; each format draws it, no check of words counts it.

    `emblem` stands on the first page (of envelopes on each); `secrecy` (ลับ …) at the top and bottom of each page;
    `urgency` (ด่วน …) above the number line; `draft` (ร่าง) in the top margin of each page; `enclosure`
    (สิ่งที่ส่งมาด้วย ๑) at the top right of the first page; `copy` (สำเนาคู่ฉบับ) at the top right of each page, `initials`
    (ร่าง, พิมพ์, ตรวจ), each after a line to put them on, at the foot's right of the last one (PDF alone); `qr`, an
    address, as a code at the foot's left of the first page, `qr_caption` beside it. With `catchword` each page but the
    last shows at its foot how the next one begins (PDF alone).
    """

    emblem: bool = False
    page_numbers: bool = True
    catchword: bool = False
    secrecy: str = ''
    urgency: str = ''
    draft: str = ''
    enclosure: str = ''
    copy: str = ''
    initials: tuple[str, ...] = ()
    qr: str = ''
    qr_caption: str = ''


@dataclass(frozen=True, slots=True)
class View:
    """One paper, in words: what both formats print, the checks measure and the comparison compares.

    `path` is the paper's place under the output folder without an ending (`letters/TH-18-chai-nat`), `template` the stem of
    its templates, `title` its name in the file's properties, `recipient` the Thai name of whom it goes to, if anybody,
    `unprinted` what is still open but leaves no line on the page, `sheet` the layout's name of its sheet where it is not
    the usual paper (an envelope's size).
    """

    kind: str
    path: str
    template: str
    title: str
    blocks: tuple[Block, ...]
    recipient: str = ''
    furniture: Furniture = field(default_factory=Furniture)
    unprinted: tuple[Blank, ...] = ()
    sheet: str = ''

    @property
    def page_emblem(self) -> bool:
        """Whether each page has an emblem of its own: every envelope is a first page."""
        return self.furniture.emblem and any(isinstance(block, Envelope) for block in self.blocks)


UNPRINTED = frozenset({'id', 'style', 'align', 'form', 'key', 'under'})
"""Fields of blocks, and of what stands in them, whose words do not print: they name a part or say how it is set."""


def texts(part: object) -> Iterator[str | Run]:
    """Every piece of a block (or view) that prints, in the order in which both formats print it."""
    found: list[str | Run] = []
    _gather(part, found)
    return iter(found)


def _gather(part: object, found: list[str | Run]) -> None:
    if isinstance(part, Run | str):
        found.append(part)
    elif isinstance(part, tuple):
        for element in part:
            _gather(element, found)
    elif isinstance(part, Table):
        if part.header:
            for column in part.columns:
                _gather(column.heading, found)
        _gather(part.rows, found)
    elif isinstance(part, View):
        _gather(part.blocks, found)
    elif part is not None:
        kind: Any = type(part)
        for name in _printing(kind):
            _gather(getattr(part, name), found)


@cache
def _printing(kind: type) -> tuple[str, ...]:
    """The fields of a kind of block that print; of what is no block, none. Every view is read through them several times."""
    names = (entry.name for entry in fields(kind)) if is_dataclass(kind) else ()
    return tuple(name for name in names if name not in UNPRINTED)


def printed_words(part: object) -> list[str]:
    """The words of a view, or of a part of one, piece by piece in reading order; blanks have none."""
    return [piece.text if isinstance(piece, Run) else piece for piece in texts(part)]


def blanks(view: View) -> Iterator[Blank]:
    """What a view leaves open, in reading order."""
    for piece in texts(view):
        if isinstance(piece, Run) and piece.blank is not None and piece.blank.label:
            yield piece.blank
    yield from view.unprinted


def as_enclosure(view: View, label: str) -> View:
    """The copy of a paper that goes with a letter: the same words, and `สิ่งที่ส่งมาด้วย ๑` on its first page."""
    return replace(view, furniture=replace(view.furniture, enclosure=label))


def words_digest(view: View) -> str:
    """A digest of a view's words alone, blanks and furniture aside."""
    return hashlib.sha256('\n'.join(printed_words(view)).encode()).hexdigest()


def fingerprint(view: View) -> str:
    """A digest of all that a view prints: equal for equal papers."""
    return hashlib.sha256(repr(view).encode()).hexdigest()
