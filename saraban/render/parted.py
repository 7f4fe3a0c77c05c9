"""A long document set by several processes: this one lays out page after page, copies of it draw those that are done.

Pages are broken one after another, so that laying out stays in one process and its outcome is what it would be without
the others. Drawing a page needs nothing but the page and what is laid over it: a copy of this process, made when the page
is laid out, draws it and gives back its operators. Whatever is not known to stand by itself on its page (a fixed box, a
margin's box, a reference to another page's number) has the document set as ever.
"""

from __future__ import annotations

import zlib
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import zip_longest
from types import SimpleNamespace
from typing import Any, NamedTuple

import pydyf
import weasyprint
from weasyprint.css.counters import CounterStyle
from weasyprint.document import Document, DocumentMetadata, Page
from weasyprint.formatting_structure.build import build_formatting_structure
from weasyprint.html import get_html_metadata
from weasyprint.layout import initialize_page_maker
from weasyprint.layout.background import layout_backgrounds
from weasyprint.layout.page import make_all_pages, make_margin_boxes
from weasyprint.pdf.stream import Stream

from saraban.branches import Branch, Branches
from saraban.render.pdf import listening

Dress = Callable[[list[Any], int, bool], list[Any]]
"""Lays over pages what belongs there: pages that follow each other, the number of the first, whether they are the last ones."""

_SCALE = 0.75  # PDF points of a CSS pixel
LEAST = 16
"""Pages that are worth a process of their own: a copy costs as much as drawing two or three."""


class _FontUse(NamedTuple):
    """What pages show of a font: the widths and the texts of its glyphs."""

    widths: dict[int, float]
    texts: dict[int, str]


@dataclass(frozen=True, slots=True)
class DrawnPage:
    """A page without its boxes: what a finished page is asked for, and its operators, compressed.

    `uses` are the glyphs, by the keys of their fonts, that no page drawn with it showed before it; `fonts` those of the
    fonts of which it is the first page; `states` is what the operators name.
    """

    page: dict[str, Any]
    operators: bytes
    fonts: frozenset[int]
    uses: dict[int, _FontUse]
    states: dict[str, Any]


def lay(html: Any, branches: Branches, dress: Dress, **options: Any) -> Any:
    """Sets a document (`weasyprint.HTML`), with pages drawn by branches while others are laid out.

    `options` are those of `HTML.render`.
    """
    if branches.most:
        layout = _Layout(html, options)
        drawing = _Drawing(layout, branches, dress)
        for _ in layout.pages():
            if not layout.is_plain:
                break
            drawing.offer()
        pages = drawing.pages() if layout.is_plain else None
        if pages is not None:
            return layout.document(pages)
    document = html.render(**options)
    return document.copy(dress(document.pages, 1, True))


def drawn(pages: Sequence[Any]) -> list[DrawnPage] | None:
    """Pages drawn, to be sent to another process; None if they use what cannot be (pictures, patterns, forms)."""
    fonts: dict[int, Any] = {}
    known: dict[int, _FontUse] = {}
    found: list[DrawnPage] = []
    for page in pages:
        kinds = ('ExtGState', 'XObject', 'Pattern', 'Shading')
        resources = pydyf.Dictionary({kind: pydyf.Dictionary() for kind in kinds} | {'ColorSpace': ''})
        stream = Stream(fonts, (0, 0, page.width, page.height), resources, {}, None, {}, None)
        stream.transform(d=-1, f=page.height * _SCALE)
        page.paint(stream, _SCALE)
        states, *others = (resources[kind] for kind in kinds)
        if any(others) or any(page.forms.values()) or any(font.missing for font in fonts.values()):
            return None
        if not all(state.keys() <= {'ca', 'CA'} for state in states.values()):
            return None
        operators = zlib.compress(b'\n'.join(map(pydyf._to_bytes, stream.stream)), 9)
        told = {name: value for name, value in vars(page).items() if name in _TOLD}
        told['links'] = [(kind, target, place, SimpleNamespace()) for kind, target, place, _ in page.links]
        uses = {key: _more(font, known.get(key)) for key, font in fonts.items()}
        found.append(DrawnPage(told, operators, frozenset(fonts) - frozenset(known), uses, dict(states)))
        known = {key: _FontUse(dict(font.widths), dict(font.to_unicode)) for key, font in fonts.items()}
    return found


def _more(font: Any, known: _FontUse | None) -> _FontUse:
    """The glyphs of a font beside those that are known."""
    widths, texts = known or ({}, {})
    return _FontUse(
        {glyph: width for glyph, width in font.widths.items() if glyph not in widths},
        {glyph: text for glyph, text in font.to_unicode.items() if glyph not in texts},
    )


_TOLD = frozenset({'width', 'height', 'bleed', 'bookmarks', 'anchors', 'forms'})


class Redrawn(Page):  # type: ignore[misc]
    """A page that another process has drawn, as a page of this one's documents."""

    def __init__(self, told: DrawnPage) -> None:
        self.__dict__.update(told.page)
        self._told = told

    def paint(self, stream: Any, scale: float = 1) -> None:
        """Puts in the operators, the stream's first one among them; their fonts are those of pages drawn here before."""
        assert scale == _SCALE
        stream.stream, stream.compress = [self._told.operators], False
        stream.extra['Filter'] = '/FlateDecode'
        stream._resources['ExtGState'].update(self._told.states)
        for key, use in self._told.uses.items():
            stream._fonts[key].widths.update(use.widths)
            stream._fonts[key].to_unicode.update(use.texts)


class _Layout:
    """The layout of a document, page after page."""

    def __init__(self, html: Any, options: dict[str, Any]) -> None:
        self._html = html
        fonts, style = options['font_config'], CounterStyle()
        known = {**weasyprint.DEFAULT_OPTIONS, **{name: one for name, one in options.items() if name != 'font_config'}}
        self._context = Document._build_layout_context(html, fonts, style, {}, known)
        context = self._context
        self._root = build_formatting_structure(
            *(html.etree_element, context.style_for, context.get_image_from_uri, html.base_url),
            *(context.target_collector, style, context.footnotes),
        )
        self._fonts = fonts
        self.boxes: list[Any] = []
        self.is_plain = not (context.footnotes or context.target_collector.counter_lookup_items)

    def pages(self) -> Iterator[Any]:
        """The pages as they are laid out; they are not finished."""
        context = self._context
        initialize_page_maker(context, self._root)
        for box in make_all_pages(context, self._root, self._html, []):
            self.boxes.append(box)
            self.is_plain = self.is_plain and not (box.fixed_boxes or any(context.running_elements.values()))
            if len(self.boxes) == 1:
                self.is_plain = self.is_plain and not self._margin_boxes(0)
            yield box
        again = (state for *_, state in context.page_maker if state['content_changed'] or state['pages_wanted'])
        self.is_plain = self.is_plain and not any(again)

    def finished(self, at: int) -> Any:
        """A page as it is drawn; None if a box of its margins, or of another page's number, stands on it."""
        box, context = self.boxes[at], self._context
        marked = {_whose(one) for one in self.boxes[at - 1].descendants() if one.bookmark_label} if at else set()
        for one in box.descendants():
            if one.missing_link or (one.string_set and one.string_set != 'none'):
                return None
            if one.bookmark_label:  # a block has one, however many pages it stands on
                one.bookmark_label = '' if _whose(one) in marked else one.bookmark_label
                marked.add(_whose(one))
        if self._margin_boxes(at):
            return None
        root, *areas = box.children
        box.children = (root, *(area for area in areas if area.children))
        layout_backgrounds(box, context.get_image_from_uri)
        return Page(box)

    def _margin_boxes(self, at: int) -> list[Any]:
        context = self._context
        context.current_page = at + 1
        return list(make_margin_boxes(context, self.boxes[at], context.page_maker[at + 1][3]))

    def document(self, pages: list[Any]) -> Any:
        """The document of finished pages."""
        html = self._html
        made = Document(pages, DocumentMetadata(**get_html_metadata(html)), html.url_fetcher, self._fonts, {}, None)
        made._html = html
        return made


def _whose(box: Any) -> tuple[Any, str]:
    return box.element, box.element_tag


class _Drawing:
    """Who draws which pages: whatever is laid out goes to a branch as soon as one may be begun."""

    def __init__(self, layout: _Layout, branches: Branches, dress: Dress) -> None:
        self._layout = layout
        self._branches = branches
        self._dress = dress
        self._given: list[tuple[range, Branch[list[DrawnPage] | None]]] = []
        self._next = 0

    def offer(self) -> None:
        """Has the pages that wait drawn, if they are enough and there is room; never the newest, which may be the last."""
        waiting = len(self._layout.boxes) - 1 - self._next
        if waiting >= LEAST and self._branches.has_room:
            self._give(waiting)

    def _give(self, count: int) -> None:
        pages = range(self._next, self._next + count)
        self._next = pages.stop
        self._given.append((pages, self._branches.begin(lambda: self._drawn(pages))))

    def _drawn(self, pages: range) -> list[DrawnPage] | None:
        with listening() as said:
            dressed = self._dressed(pages)
            found = drawn(dressed) if dressed else None
        return None if said else found

    def _dressed(self, pages: range, *, last: bool = False) -> list[Any] | None:
        finished = [self._layout.finished(at) for at in pages]
        return None if None in finished else self._dress(finished, pages.start + 1, last)

    def pages(self) -> list[Any] | None:
        """Every page; None if one cannot be drawn by itself."""
        count = len(self._layout.boxes)
        if count - self._next >= 2 * LEAST and self._given:
            self._give((count - self._next) // 2)
        rest = self._dressed(range(self._next, count), last=True)
        pages: list[Any] = []
        met: set[int] = set()
        for given, branch in self._given:
            for at, page in zip_longest(given, branch.result() or ()):
                # The first page that shows a font is drawn here, so that this process has the font.
                if page is None or not page.fonts <= met:
                    pages += self._dressed(range(at, at + 1)) or [None]
                else:
                    pages.append(Redrawn(page))
                met |= page.fonts if page else set()
        return None if rest is None or None in pages else pages + rest
