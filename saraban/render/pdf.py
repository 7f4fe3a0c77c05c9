"""Views as PDF: HTML templates and stylesheets filled from the layout, set by WeasyPrint as the typesetter tells it.

The body is set first, with room for catchwords where there is more than one page; then its furniture is laid over it.
"""

from __future__ import annotations

import datetime
import logging
import re
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

import pydyf
import weasyprint
from markupsafe import Markup

from saraban.errors import Finding, Place, RenderError, TemplateError
from saraban.render.advances import Advances
from saraban.render.boxes import RESTYLED, lines_above, might_close_up, openings
from saraban.render.catchword import catchword
from saraban.render.fetch import FONT, FolderFetcher
from saraban.render.fitting import surely_longer
from saraban.render.fonts import EmblemSize, FaceStyle, FontSet
from saraban.render.fonts.emblem import EMBLEM_TEXT
from saraban.render.furniture import Furnisher, Layer, layer_of
from saraban.render.html import HtmlTemplates
from saraban.render.keeping import closes, kept_with_next
from saraban.render.layout import Layout
from saraban.render.paginate import EVERY, Wanted, paginate
from saraban.render.patterns import keep_patterns
from saraban.render.qr import qr_drawing
from saraban.render.rendered import Rendered
from saraban.render.typeset import Typesetter
from saraban.uncollected import uncollected
from saraban.views.blocks import Run, Text, View
from saraban.views.blocks.marked import MarkedRun, MarkedWords

PACKED = 32
"""Compressed fonts and texts of fonts that are kept, the latest used: some 30 kB each; the shipped set has six."""


class PdfEngine:
    """Prints views as PDF. One a worker: its fonts, stylesheets and compiled templates serve every paper."""

    def __init__(
        self,
        templates: Path,
        shown: str,
        layout: Layout,
        fonts: FontSet,
        typesetter: Typesetter,
        date: datetime.date | None = None,
    ) -> None:
        """Takes the folder that holds `html/`, its name in messages, the measures, the fonts and the typesetter.

        A `date` stands in the papers' properties; without one they have none.

        Raises:
            TemplateError: a template or a stylesheet has a fault.
        """
        keep_patterns()
        self._folder = templates / 'html'
        faces = font_files(fonts)
        self._fetcher = FolderFetcher([templates], faces)  # a template names its own files and nothing else
        self._shown = shown
        self._layout = layout
        self._fonts = fonts
        self._typesetter = typesetter
        self._date = date
        self._pack = lru_cache(PACKED)(lambda content: zlib.compress(content, 9))
        self._advances = Advances(fonts)
        lent = {
            'runs': self._runs,
            'qr': qr_drawing,
            'emblems': {size: emblem_markup(fonts, size) for size in EmblemSize},
            'width_of': lambda words: self._advances.width(words, layout.font.size),
            'bold_width_of': lambda words: self._advances.width(words, layout.memo.label_size, bold=True),
        }
        self._html = HtmlTemplates(self._folder, f'{shown}/html', layout, lent, self._printed)
        self._faces = self._css(font_faces(fonts), 'style.css')
        self._style = cache(self._make_style)
        self._furniture_style = cache(self._make_furniture_style)
        self._foot = cache(self._make_foot)
        self._furnisher = Furnisher(self._lay_furniture)
        self._style(0)

    def render(self, view: View) -> Rendered:
        """The bytes and page count of a paper; the same view gives the same bytes.

        Raises:
            TemplateError: the view's template names what there is not.
            RenderError: WeasyPrint complained while it set the paper.
        """
        with quiet(view):
            document, gives = self._set(view)
            catchwords = self._catchwords(view, document.pages)
            furnished = document.copy(self._furnisher.furnish(document.pages, layer_of(view, catchwords)))
            if self._date is not None:
                furnished.metadata.created = furnished.metadata.modified = f'{self._date.isoformat()}T00:00:00Z'
            data = furnished.write_pdf(full_fonts=True, finisher=self._pack_fonts)
            return Rendered(data, len(document.pages), gives)

    def gives(self, view: View) -> int:
        """How many gives of the layout a paper's pages take, without writing them. Raises as `render` does."""
        with quiet(view):
            return self._set(view)[1]

    def _set(self, view: View) -> tuple[Any, int]:
        """The body's pages as they are printed, and how many gives of the layout they took."""
        page = self._page(self._html.page(view, kept_with_next(view, self._layout, self._advances)))
        closing = frozenset(block.id for block in view.blocks if closes(block))

        def lay(gives: int, feet: int) -> Any:
            styles = [self._faces, self._style(gives), *([self._foot(feet)] if feet else [])]
            return page.render(stylesheets=styles, font_config=self._typesetter.font_config, full_fonts=True)

        def runs_over(document: Any) -> bool:
            return lines_above(document.pages, closing) <= self._layout.run_over

        def closes_up(document: Any) -> bool:
            return might_close_up(document.pages, self._layout.catchword_room)

        if not view.furniture.catchword:
            return lay(0, 0), 0
        long = surely_longer(view, self._layout, self._advances)
        gives = len(self._layout.give)
        return paginate(lay, Wanted(feet=True, gives=gives, runs_over=runs_over, long=long, closes_up=closes_up))

    def _catchwords(self, view: View, pages: list[Any]) -> list[str]:
        """What stands at the foot of each page but the last."""
        if not view.furniture.catchword:
            return [''] * (len(pages) - 1)
        width = self._layout.text_width(view.template, view.sheet)
        words = self._typesetter.font_config.segmenter

        def fits(text: str) -> bool:
            return self._advances.width(text, self._layout.font.size) <= width

        return [catchword(opening, words, self._layout.catchword.words, fits) for opening in openings(pages)]

    def _lay_furniture(self, layer: Layer) -> list[Any]:
        page = self._page(self._html.furniture(layer))
        styles = [self._faces, self._furniture_style(layer.template, layer.sheet)]
        pages = page.render(stylesheets=styles, font_config=self._typesetter.font_config, full_fonts=True).pages
        if len(pages) != len(layer.pages):
            place, detail = Place(f'{self._shown}/html/furniture.html'), f'{len(pages)} pages for {len(layer.pages)}'
            raise TemplateError([Finding('template-broken', place, {'detail': detail})])
        return list(pages)

    def _page(self, html: str) -> Any:
        return weasyprint.HTML(string=html, base_url=str(self._folder), url_fetcher=self._fetcher)

    def _make_style(self, gives: int) -> Any:
        """The stylesheet with the first so many gives of the layout made."""
        values = {'layout': self._layout.given[gives], 'family': self._fonts.family}
        return self._css(self._html.fill('style.css', values), 'style.css')

    def _make_furniture_style(self, template: str, sheet: str) -> Any:
        names = {size: emblem.family for size, emblem in self._fonts.emblems.items()}
        values = {'family': self._fonts.family, 'emblem_families': names, 'template': template, 'sheet': sheet}
        return self._css(self._html.fill('furniture.css', values), 'furniture.css')

    def _make_foot(self, pages: int) -> Any:
        """Room for a catchword at the foot of the first so many pages: taken from the text, before pages are broken."""
        bottom = self._layout.margins.bottom
        rules = [f'@page {{ margin-bottom: calc({bottom}cm + {self._layout.catchword_room}pt) }}']
        if pages != EVERY:
            rules.append(f'@page :nth(n+{pages + 1}) {{ margin-bottom: {bottom}cm }}')
        return self._css('\n'.join(rules), 'style.css')

    def _css(self, text: str, name: str) -> Any:
        with listening() as said:
            css = weasyprint.CSS(
                string=text,
                font_config=self._typesetter.font_config,
                base_url=str(self._folder),
                url_fetcher=self._fetcher,
            )
        if said:
            place = Place(f'{self._shown}/html/{name}')
            raise TemplateError(Finding('engine-said', place, {'detail': words}) for words in said)
        return css

    def _pack_fonts(self, document: object, pdf: pydyf.PDF) -> None:
        """Puts in the fonts' and their texts' compressed streams, made once a worker: that was a tenth of a letter's time."""
        for stream in pdf.objects:
            if not isinstance(stream, pydyf.Stream) or not stream.compress:
                continue
            if 'Length1' in stream.extra or stream.stream[:1] == [b'/CIDInit /ProcSet findresource begin']:
                content = b'\n'.join(stream.stream)
                stream.stream, stream.compress = [self._pack(content)], False
                stream.extra['Filter'] = '/FlateDecode'

    def _runs(self, text: Text) -> Markup:
        """A text's words with its bold parts, its lines to fill in, and the places where its lines may end."""
        pieces = self._typesetter.runs([run.text for run in text])
        return Markup('').join(_styled(run, words) for run, words in zip(text, pieces, strict=True))

    def _printed(self, value: object) -> object:
        """What a template prints of a value: of words that carry marks, the marked runs."""
        return self._runs(value.text) if isinstance(value, MarkedWords) else value


_FACE_CSS = {
    FaceStyle.REGULAR: ('normal', 'normal'),
    FaceStyle.BOLD: ('bold', 'normal'),
    FaceStyle.ITALIC: ('normal', 'italic'),
    FaceStyle.BOLD_ITALIC: ('bold', 'italic'),
}


def font_files(fonts: FontSet) -> dict[str, bytes]:
    """The fonts' bytes by the names that the CSS has for them."""
    emblems = {emblem.family.replace(' ', ''): emblem.font for emblem in fonts.emblems.values() if emblem.font}
    return {style.value: data for style, data in fonts.faces.items()} | emblems


def font_faces(fonts: FontSet) -> str:
    """The CSS that binds the fonts' families to their bytes, so that no font of the machine is ever taken."""
    faces = [(fonts.family, *_FACE_CSS[style], style.value) for style in fonts.faces]
    faces += [
        (one.family, 'normal', 'normal', one.family.replace(' ', '')) for one in fonts.emblems.values() if one.font
    ]
    return '\n'.join(
        f'@font-face {{ font-family: "{family}"; font-weight: {weight}; font-style: {slant}; src: url({FONT}:{name}) }}'
        for family, weight, slant, name in faces
    )


def emblem_markup(fonts: FontSet, size: EmblemSize) -> Markup:
    """The emblem of a letter, or the small one of memos and envelopes: a glyph, or the agency's picture."""
    emblem = fonts.emblems[size]
    if emblem.font:
        return Markup('<span class="emblem-text {}">{}</span>').format(size.value, EMBLEM_TEXT)
    return Markup('<img alt="{}" src="{}">').format(EMBLEM_TEXT, emblem.data_uri())


_MARKS = {'removed': ('del', ''), 'added': ('ins', ''), 'restyled': ('span', RESTYLED)}


def _styled(run: Run, words: Markup) -> Markup:
    if run.blank is not None:
        words = Markup('<span class="blank" style="width: {}cm"></span>').format(run.blank.width)
    elif run.bold:
        words = Markup('<b>{}</b>').format(words)
    if run.italic:
        words = Markup('<i>{}</i>').format(words)
    if not isinstance(run, MarkedRun):
        return words
    name, kind = _MARKS[run.mark]
    anchor = Markup(' id="{}"').format(run.anchor) if run.anchor else ''
    return Markup('<{0} class="{1}"{2}>{3}</{0}>').format(Markup(name), kind, anchor, words)


def _told(path: str, words: str) -> Finding:
    """What WeasyPrint said of a paper: most often a character that no font has."""
    missing = re.findall(r'U\+([0-9A-F]+)', words) if '.notdef' in words else []
    if missing:
        letters = ' '.join(f'{chr(int(code, 16))} (U+{code})' for code in missing)
        return Finding('glyph-missing', Place(path), {'letters': letters})
    return Finding('engine-said', Place(path), {'detail': words})


@contextmanager
def quiet(view: View) -> Iterator[None]:
    """Raises a RenderError of all that WeasyPrint complains of while it sets a paper; no garbage is collected meanwhile."""
    with listening() as said, uncollected():
        yield
    if said:
        raise RenderError(_told(view.path, words) for words in dict.fromkeys(said))


@contextmanager
def listening() -> Iterator[list[str]]:
    """Collects what WeasyPrint only logs (a missing image, bad CSS): a quiet run is part of passing."""
    said: list[str] = []
    handler = logging.Handler(logging.WARNING)
    handler.emit = lambda record: said.append(record.getMessage())  # type: ignore[method-assign]
    logger = logging.getLogger('weasyprint')
    passed_on, logger.propagate = logger.propagate, False
    logger.addHandler(handler)
    try:
        yield said
    finally:
        logger.removeHandler(handler)
        logger.propagate = passed_on
