"""What is known of a paper's length without setting it: whether its words alone need more than a page."""

from __future__ import annotations

from collections import Counter

from saraban.render.advances import Advances
from saraban.render.layout import POINTS_PER_CM, Layout
from saraban.views.blocks import View, texts

_PAGES = 2.0
"""Pages that the words must fill in the smallest style: twice what would do, since justification may draw spaces together."""


def surely_longer(view: View, layout: Layout, advances: Advances) -> bool:
    """Whether a paper cannot fit one page: its words, in the smallest style and nothing between them, would fill two.

    False says nothing. Words are reckoned by their letters' advances on the whole width of the text.
    """
    letters = Counter(
        letter for piece in texts(view.blocks) for letter in (piece if isinstance(piece, str) else piece.text)
    )
    size = min(style.size or layout.font.size for style in layout.styles.values())
    line = min(style.line or layout.line * size / layout.font.size for style in layout.styles.values()) / POINTS_PER_CM
    width = sum(advances.width(letter, size) * count for letter, count in letters.items())
    margins = layout.margins_of(view.sheet)
    height = layout.sheet(view.template, view.sheet)[1] - margins.top - margins.bottom
    return width * line > _PAGES * height * layout.text_width(view.template, view.sheet)
