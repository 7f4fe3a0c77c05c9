"""Lines drawn from memory: the lines of a batch's papers are mostly the same, and Pango need not shape them again."""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from typing import Any, NamedTuple

from saraban.render.typeset.pango import UNKNOWN, ThaiLayout

KEPT = 256
"""Lines of a style that are kept, the latest used: some 2 kB each."""


class _Font(NamedTuple):
    """A Pango font, what keeps it alive, and which of its glyphs a line shows: their widths and their texts."""

    pango: Any
    owner: Any
    widths: Mapping[int, float]
    texts: Mapping[int, str]


class DrawnLine(NamedTuple):
    """What a line puts into a content stream after its place: the stream's methods, each with what it is given."""

    fonts: tuple[_Font, ...]
    steps: tuple[tuple[str, tuple[Any, ...]], ...]

    def draw(self, stream: Any, matrix: Any) -> None:
        """Draws the line at a place."""
        for font in self.fonts:
            added, _ = stream.add_font(font.pango)
            added.widths.update(font.widths)
            added.to_unicode.update(font.texts)
        stream.set_text_matrix(*matrix.values)
        for name, given in self.steps:
            getattr(stream, name)(*given)


class DrawnLines:
    """The drawn lines of a style; they live as long as the style."""

    def __init__(self) -> None:
        self._known: dict[Hashable, DrawnLine] = {}

    @classmethod
    def of(cls, style: Any) -> DrawnLines:
        """Those of a style."""
        found: DrawnLines = style.__dict__.setdefault('thai_drawn', None) or cls()
        style.__dict__['thai_drawn'] = found
        return found

    def find(self, key: Hashable) -> DrawnLine | None:
        """A line that was drawn before."""
        found = self._known.pop(key, None)
        if found is not None:
            self._known[key] = found
        return found

    def keep(self, key: Hashable, line: DrawnLine) -> None:
        """Remembers a line."""
        if len(self._known) >= KEPT:
            del self._known[next(iter(self._known))]
        self._known[key] = line


class Recorder:
    """A content stream that remembers what a line puts into it."""

    def __init__(self, stream: Any) -> None:
        self._stream = stream
        self._steps: list[tuple[str, tuple[Any, ...]]] = []

    def __getattr__(self, name: str) -> Any:
        return getattr(self._stream, name)

    def drawn(self, layout: ThaiLayout) -> DrawnLine | None:
        """The line that was drawn; None where its fonts do not know what a glyph of it says, or have no such glyph."""
        fonts = []
        for run in layout.runs or layout.drawn_runs():
            font, _ = self._stream.add_font(run.font)
            ids = {run.ids[index] for index in run.drawn()}
            if font.bitmap or any(glyph & UNKNOWN or glyph not in font.glyph_texts for glyph in ids):
                return None
            widths = {glyph: font.widths[glyph] for glyph in ids}
            texts = {glyph: font.to_unicode[glyph] for glyph in ids}
            fonts.append(_Font(run.font, layout.owner_of(run.font), widths, texts))
        return DrawnLine(tuple(fonts), tuple(self._steps))

    def set_text_matrix(self, *matrix: float) -> None:
        """Not remembered: the same line stands elsewhere in another paper."""
        self._stream.set_text_matrix(*matrix)

    def set_font_size(self, font: str, size: float) -> None:
        """Remembered."""
        self._step('set_font_size', font, size)

    def set_text_rise(self, height: float) -> None:
        """Remembered."""
        self._step('set_text_rise', height)

    def show_text(self, text: str) -> None:
        """Remembered."""
        self._step('show_text', text)

    def begin_marked_content(self, tag: str, properties: Any = None) -> None:
        """Remembered."""
        self._step('begin_marked_content', tag, properties)

    def end_marked_content(self) -> None:
        """Remembered."""
        self._step('end_marked_content')

    def _step(self, name: str, *given: Any) -> None:
        self._steps.append((name, given))
        getattr(self._stream, name)(*given)
