"""Page furniture in PDF: a layer of its own over the body's pages, so that no mark can ever shift a word or a page's end.

On each page it is drawn after the body's text, inside one marked-content sequence `/Artifact <</Type /Pagination>>`: by
that whoever reads the PDF tells it from body text.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import pydyf
from weasyprint.document import Page

from saraban import thai
from saraban.views.blocks import Furniture, View

NUMBERING = '- {number} -'
"""How a page's number is written."""
REMEMBERED = 64
"""Layers kept by an engine: the letters of a batch share one."""


@dataclass(frozen=True, slots=True)
class Marks:
    """What one page bears: empty words print nothing."""

    emblem: bool
    number: str
    catchword: str
    urgency: str
    enclosure: str
    secrecy: str
    draft: str
    copy: str = ''
    initials: tuple[str, ...] = ()
    qr: str = ''
    qr_caption: str = ''


@dataclass(frozen=True, slots=True)
class Layer:
    """The furniture of a whole paper: of which template and sheet, a page's marks after another's."""

    template: str
    sheet: str
    pages: tuple[Marks, ...]


def layer_of(
    view: View, catchwords: Sequence[str], first: int = 1, *, last: bool = True, numbering: str = NUMBERING
) -> Layer:
    """The layer of pages that follow each other, of which the first has this number: one for each catchword.

    `last` says that they are the paper's last ones: then there is one page more, which has no catchword. `numbering` is
    how a number is written.
    """
    words = [*catchwords, *([''] if last else [])]
    end = first + len(words) - 1
    pages = (
        _marks(
            view.furniture,
            number,
            word,
            every_emblem=view.page_emblem,
            last=last and number == end,
            numbering=numbering,
        )
        for number, word in enumerate(words, first)
    )
    return Layer(view.template, view.sheet, tuple(pages))


def _marks(
    furniture: Furniture, number: int, catchword: str, *, every_emblem: bool, last: bool, numbering: str
) -> Marks:
    first = number == 1
    return Marks(
        emblem=furniture.emblem and (first or every_emblem),
        number='' if first or not furniture.page_numbers else numbering.format(number=thai.digits(number)),
        catchword=catchword,
        urgency=furniture.urgency if first else '',
        enclosure=furniture.enclosure if first else '',
        secrecy=furniture.secrecy,
        draft=furniture.draft,
        copy=furniture.copy,
        initials=furniture.initials if last else (),
        qr=furniture.qr if first else '',
        qr_caption=furniture.qr_caption if first else '',
    )


class Furnisher:
    """Lays layers out and puts them over pages; remembers those that it has laid out."""

    def __init__(self, lay: Callable[[Layer], list[Any]]) -> None:
        """Takes what lays out a layer, a page of it for each of the paper's."""
        self._lay = lru_cache(REMEMBERED)(lay)

    def furnish(self, pages: Sequence[Any], layer: Layer) -> list[Any]:
        """Pages that bear their furniture."""
        return [_Furnished(page, over) for page, over in zip(pages, self._lay(layer), strict=True)]


class _Furnished(Page):  # type: ignore[misc]
    """A page of the body with its furniture, which is painted last."""

    def __init__(self, body: Any, layer: Any) -> None:
        self.__dict__.update(body.__dict__)
        self._body = body
        self._layer = layer

    def paint(self, stream: Any, scale: float = 1) -> None:
        self._body.paint(stream, scale)
        stream.begin_marked_content('Artifact', pydyf.Dictionary({'Type': '/Pagination'}))
        self._layer.paint(stream, scale)
        stream.end_marked_content()
