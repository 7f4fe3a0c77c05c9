"""What a block writer holds in its hand: the measures, the styles of the template, and how texts become runs."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from saraban.render.advances import Advances
from saraban.render.docx.oxml import PLAIN, Element, Form, blank, paragraph, words
from saraban.render.layout import Layout
from saraban.views.blocks import Run, Text


@dataclass(frozen=True, slots=True)
class Pen:
    """Writes paragraphs in the styles of one template.

    `width` is the width between the margins in cm; `ids` gives the id in the template for the name of a style;
    `bold_styles` are the paragraph styles that are bold themselves; `sheet` names an envelope's size.
    """

    layout: Layout
    width: float
    advances: Advances
    ids: Mapping[str, str]
    strong: str
    ruled_table: str
    plain_table: str
    bold_styles: frozenset[str]
    sheet: str = ''

    def paragraph(self, style: str, *pieces: Text | Element | str, form: Form = PLAIN, bold: bool = False) -> Element:
        """A paragraph of texts, plain words and ready elements (tabs), in a style named as in the layout file."""
        content: list[Element] = []
        for piece in pieces:
            if isinstance(piece, str):
                content += self._runs((Run(piece),), style, bold)
            elif isinstance(piece, tuple):
                content += self._runs(piece, style, bold)
            else:
                content.append(piece)
        return paragraph(self.ids[style], content, form)

    def text_width(self, text: str) -> float:
        """Width in cm of words at the text size."""
        return self.advances.width(text, self.layout.font.size)

    def runs(self, text: Text) -> list[Element]:
        """The runs of a text at the text size."""
        return self._runs(text, 'plain', bold=False)

    def _runs(self, text: Text, style: str, bold: bool) -> list[Element]:
        return [self._run(run, style, bold) for run in text if run.text or run.blank]

    def _run(self, run: Run, style: str, bold: bool) -> Element:
        if run.blank is not None:
            return blank(round(run.blank.width / self.advances.width(' ', self._size(style))))
        # Bold of a character style undoes bold of a paragraph style (a toggle), so it is given only where it is needed.
        strong = (run.bold or bold) and style not in self.bold_styles
        return words(run.text, character_style=self.strong if strong else None, italic=run.italic)

    def _size(self, style: str) -> float:
        known = self.layout.styles.get(style)
        return (known.size if known else None) or self.layout.font.size
