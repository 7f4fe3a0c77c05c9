"""What a view is made of: finished Thai words in blocks, with no layout.

Both formats print these blocks; the checks and the comparison read them. Text is a tuple of runs, never a string with
markup. A blank of a draft is a run without words: it is drawn as a dotted line and is listed at the end of a build.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass, field, fields, is_dataclass, replace
from typing import Literal

from saraban.errors import Place


@dataclass(frozen=True, slots=True)
class Blank:
    """What a draft leaves open: what is to be filled in, where in the content, and the width of its line in cm.

    One without a label is no gap of the content: whoever gets the paper writes on it (a reply form).
    """

    label: str
    place: Place = field(repr=False)  # a line moved in a file changes no paper, so no fingerprint
    width: float = 3.0


@dataclass(frozen=True, slots=True)
class Run:
    """Words of one style; with a `blank`, no words but a dotted line to write on."""

    text: str
    bold: bool = False
    italic: bool = False
    blank: Blank | None = None


Text = tuple[Run, ...]
Align = Literal['left', 'center', 'right', 'justify']


def plain(text: str, *, bold: bool = False) -> Text:
    """One run of words."""
    return (Run(text, bold=bold),)


def words_of(text: Text) -> str:
    """The words of a text without its styles; a blank has none."""
    return ''.join(run.text for run in text)


@dataclass(frozen=True, slots=True)
class Block:
    """A piece of a page; `id` comes from the content's keys and stays the same while its words change."""

    id: str


@dataclass(frozen=True, slots=True)
class Title(Block):
    """Centred bold lines, broken where the office breaks them; `new_page` begins a page (a list at a letter's end)."""

    lines: tuple[Text, ...]
    style: str = 'title'
    new_page: bool = False


@dataclass(frozen=True, slots=True)
class Heading(Block):
    """A section's heading with its number (`๑.`), kept with the text under it; a day's heading has no number."""

    number: str
    text: Text
    style: str = 'heading'


@dataclass(frozen=True, slots=True)
class Paragraph(Block):
    """Running text; `style` is a name of the layout's styles (body, lead, centred, right, note …)."""

    text: Text
    style: str = 'body'


@dataclass(frozen=True, slots=True)
class Item(Block):
    """A numbered item: level 2 `๒.๑`, 3 `๒.๑.๑`, 4 `๑)`, 5 `(๑)`; the number stands before the text on its first line."""

    level: int
    number: str
    text: Text


@dataclass(frozen=True, slots=True)
class CountRow:
    """A label, the word between, and the number with its unit, flush right."""

    label: Text
    word: str
    value: Text


@dataclass(frozen=True, slots=True)
class Counts(Block):
    """A list of labels and counts (three columns without rules)."""

    rows: tuple[CountRow, ...]


@dataclass(frozen=True, slots=True)
class Column:
    """A table's column: its heading, how its cells are aligned, its width in parts where the layout names none for `key`."""

    heading: Text
    align: Align
    share: float = 1.0
    key: str = ''


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell's paragraphs; `span` columns wide. `align` overrides the column's."""

    paragraphs: tuple[Text, ...]
    span: int = 1
    align: Align | None = None


@dataclass(frozen=True, slots=True)
class Row:
    """A table's row: `body`; `group`, a bold heading across the table; `subtotal` and `total`, in bold; `fill`, to write in."""

    id: str
    cells: tuple[Cell, ...]
    style: Literal['body', 'group', 'subtotal', 'total', 'fill'] = 'body'


@dataclass(frozen=True, slots=True)
class Table(Block):
    """A ruled table; the header row repeats on every page and no row is split. `header` False prints no headings.

    `form` names the layout's column widths.
    """

    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    header: bool = True
    ruled: bool = True
    form: str = ''


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
    """A reference field of a letter (เรื่อง, เรียน, อ้างถึง): label, two spaces, text hanging under its own start."""

    label: str
    text: Text


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


@dataclass(frozen=True, slots=True)
class Furniture:
    """What a page bears beside its body text; each format draws it, no check of words counts it.

    `emblem` stands on the first page (of envelopes on each); `secrecy` (ลับ …) at the top and bottom of each page;
    `urgency` (ด่วน …) above the number line; `draft` (ร่าง) in the top margin of each page; `enclosure`
    (สิ่งที่ส่งมาด้วย ๑) at the top right of the first page. With `catchword` each page but the last shows at its foot how the
    next one begins (PDF alone).
    """

    emblem: bool = False
    page_numbers: bool = True
    catchword: bool = False
    secrecy: str = ''
    urgency: str = ''
    draft: str = ''
    enclosure: str = ''


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


def texts(part: object) -> Iterator[str | Run]:
    """Every piece of a block (or view) that prints, in the order in which both formats print it."""
    if isinstance(part, Run | str):
        yield part
    elif isinstance(part, tuple):
        for element in part:
            yield from texts(element)
    elif isinstance(part, Table):
        if part.header:
            yield from texts(tuple(column.heading for column in part.columns))
        yield from texts(part.rows)
    elif isinstance(part, View):
        yield from texts(part.blocks)
    elif is_dataclass(part):
        for entry in fields(part):
            if entry.name not in {'id', 'style', 'align', 'form', 'key'}:
                yield from texts(getattr(part, entry.name))


def printed_words(view: View) -> list[str]:
    """The words of a view, piece by piece in reading order; blanks have none."""
    return [piece.text if isinstance(piece, Run) else piece for piece in texts(view)]


def blanks(view: View) -> Iterator[Blank]:
    """What a view leaves open, in reading order."""
    for piece in texts(view):
        if isinstance(piece, Run) and piece.blank is not None and piece.blank.label:
            yield piece.blank
    yield from view.unprinted


def as_enclosure(view: View, label: str) -> View:
    """The copy of a paper that goes with a letter: the same words, and `สิ่งที่ส่งมาด้วย ๑` on its first page."""
    return replace(view, furniture=replace(view.furniture, enclosure=label))


def fingerprint(view: View) -> str:
    """A digest of all that a view prints: equal for equal papers."""
    return hashlib.sha256(repr(view).encode()).hexdigest()
