"""Text as runs of words and blanks, and the blocks of running text, lists and tables."""

from __future__ import annotations

from dataclasses import dataclass, field
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
    """A table's column: its heading, how its cells are aligned, its width in parts where the layout names none for `key`.

    The bare numbers of a `counted` one count the rows (ลำดับ): nobody wrote them, and they print like any others. Those
    that stand before a name (`๒ ภาคใต้`) count as far as they move with their rows.
    """

    heading: Text
    align: Align
    share: float = 1.0
    key: str = ''
    counted: bool = field(default=False, repr=False)  # changes nothing that prints, so no fingerprint


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
