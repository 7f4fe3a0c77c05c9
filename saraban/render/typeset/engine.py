"""The hooks in WeasyPrint's private parts, all in one table, put in once a process.

They act on documents whose fonts are a `ThaiFonts`; any other is laid out as WeasyPrint alone would. What a glyph says is
taken from its font in every document.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import weasyprint
from weasyprint import css, pdf
from weasyprint.draw import text as draw_text
from weasyprint.layout import block, inline, preferred
from weasyprint.pdf import stream
from weasyprint.text import line_break

from saraban.render.typeset import justification, laid_blocks, line_ends, styles, textlayer
from saraban.render.typeset.pango import ThaiLayout

SUPPORTED = '70.0'
"""The version whose inner parts are known."""

HOOKS: tuple[tuple[Any, str, Callable[[Any], Any]], ...] = (
    (css.StyleFor, '__init__', styles.sharing_cascades),
    (css.StyleFor, 'set_computed_styles', styles.sharing_styles),
    (block, 'block_level_layout', laid_blocks.laying_once),
    (line_break, 'Layout', lambda _: ThaiLayout),
    (inline, 'get_next_linebox', line_ends.choosing_line_ends),
    (inline, 'split_text_box', line_ends.parting_text_box),
    (inline, 'split_first_line', line_ends.setting_line),
    (inline, 'split_inline_level', line_ends.telling_break_before),
    (preferred, 'inline_line_widths', line_ends.measuring_width),
    (inline, 'justify_line', justification.justifying),
    (draw_text, 'draw_first_line', textlayer.drawing),
    (stream, 'Font', lambda _: textlayer.ThaiFont),
    (pdf, 'build_fonts_dictionary', textlayer.writing_fonts),
)
"""Where WeasyPrint looks a function up, its name there, and what makes the one in its place from it."""
ORIGINALS: dict[str, Any] = {}
"""What stood in the place of the hooks, once they are in."""


class UnsupportedWeasyPrintError(RuntimeError):
    """The installed WeasyPrint is not the one whose inner parts are known."""


def install() -> None:
    """Put the hooks in; a second call does nothing.

    Raises:
        UnsupportedWeasyPrintError: the installed WeasyPrint is of another version than the one supported.
    """
    if ORIGINALS:
        return
    found = weasyprint.__version__
    if found != SUPPORTED:
        msg = f'Thai is set with WeasyPrint {SUPPORTED} only, and {found} is installed: pip install weasyprint=={SUPPORTED}'
        raise UnsupportedWeasyPrintError(msg)
    for module, name, make in HOOKS:
        ORIGINALS[name] = getattr(module, name)
        setattr(module, name, make(ORIGINALS[name]))
