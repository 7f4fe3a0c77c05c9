"""Pictures of pages with the changed places ringed: the finished PDF as it prints, small enough to stand in one file."""

from __future__ import annotations

import base64
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from io import BytesIO
from typing import Literal

import pypdfium2

from saraban.review.entries import Entry
from saraban.review.places import Spot

SCALE = 1.25  # pixels a point: 90 dpi, at which 16 pt type reads well on a screen
GREYS = 8
_LARGEST = 2_400  # pixels: a sheet larger than A2 is drawn smaller
_AROUND = 0.06  # cm between words and the ring around them


@dataclass(frozen=True, slots=True)
class Ring:
    """Where a change stands on a page: its number, and the rectangles to draw, cm from the page's left and top edge."""

    number: int
    spots: tuple[Spot, ...]


@dataclass(frozen=True, slots=True)
class Picture:
    """A page of one of the versions: its number, its size in cm, its picture, its rings."""

    side: Literal['old', 'new']
    page: int
    width: float
    height: float
    source: str
    rings: tuple[Ring, ...]


def pictures(
    pdf: bytes, side: Literal['old', 'new'], entries: Iterable[Entry], sizes: Sequence[tuple[float, float]]
) -> Iterator[Picture]:
    """The pages of a PDF on which changes stand; `sizes` are those of its pages in cm."""
    rings: dict[int, list[Ring]] = {}
    for entry in entries:
        spots = entry.old_spots if side == 'old' else entry.new_spots
        for page in dict.fromkeys(spot.page for spot in spots):
            on_page = tuple(_widened(spot) for spot in spots if spot.page == page)
            rings.setdefault(page, []).append(Ring(entry.number, on_page))
    if not rings:
        return
    document = pypdfium2.PdfDocument(pdf)
    try:
        for page in sorted(rings):
            width, height = sizes[page - 1]
            yield Picture(side, page, width, height, _drawn(document[page - 1]), tuple(rings[page]))
    finally:
        document.close()


def _drawn(page: pypdfium2.PdfPage) -> str:
    """A page as the address of a picture: black, white and six greys between are what letters need."""
    scale = min(SCALE, _LARGEST / max(page.get_size()))
    drawn = page.render(scale=scale, grayscale=True).to_pil()
    steps = [round(grey * (GREYS - 1) / 255) * 255 // (GREYS - 1) for grey in range(256)]
    data = BytesIO()
    drawn.point(steps).save(data, 'PNG')  # a palette would be no smaller and take three times as long to find
    return f'data:image/png;base64,{base64.b64encode(data.getvalue()).decode()}'


def _widened(spot: Spot) -> Spot:
    return Spot(spot.page, spot.x - _AROUND, spot.y - _AROUND / 2, spot.width + 2 * _AROUND, spot.height + _AROUND)
