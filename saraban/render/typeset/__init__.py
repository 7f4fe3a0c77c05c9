"""How WeasyPrint is told to set Thai: line ends, justification and the text layer.

The only place that reaches into WeasyPrint's private parts. A document is set so if it is rendered with a typesetter's
`font_config`; HTML and CSS are plain: `text-align: justify` for justified text, no invisible characters, no `hyphens`.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from markupsafe import Markup, escape

from saraban.render.typeset.engine import UnsupportedWeasyPrintError, install
from saraban.render.typeset.line_ends import ThaiFonts
from saraban.render.typeset.report import SetLine, set_lines
from saraban.render.typeset.spacing import Caps
from saraban.words import Segmenter

__all__ = ['Caps', 'SetLine', 'Typesetter', 'UnsupportedWeasyPrintError']


class Typesetter:
    """Sets Thai in every document that is rendered with its `font_config`. One a worker."""

    def __init__(self, segmenter: Segmenter, caps: Caps | None = None) -> None:
        """Takes what finds break opportunities, and the caps of justification.

        Raises:
            UnsupportedWeasyPrintError: WeasyPrint is not of the version whose inner parts are known.
        """
        install()
        self.font_config = ThaiFonts(segmenter, caps or Caps())

    def runs(self, texts: Sequence[str]) -> list[Markup]:
        """The escaped texts of one paragraph's runs; the break opportunities are found when they are set."""
        return [escape(text) for text in texts]

    @staticmethod
    def lines(document: Any) -> list[SetLine]:
        """The lines of a rendered document in drawing order, with what there is to say of each."""
        return list(set_lines(document))
