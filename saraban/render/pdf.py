"""Views as PDF: HTML templates and one stylesheet filled from the layout, set by WeasyPrint as the typesetter tells it."""

from __future__ import annotations

import base64
import datetime
import logging
import re
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pydyf
import weasyprint
from markupsafe import Markup

from saraban.errors import Finding, Place, RenderError, TemplateError
from saraban.render.advances import Advances
from saraban.render.fonts import EmblemSize, FaceStyle, FontSet
from saraban.render.fonts.emblem import EMBLEM_TEXT
from saraban.render.html import HtmlTemplates
from saraban.render.layout import Layout
from saraban.render.rendered import Rendered
from saraban.render.typeset import Typesetter
from saraban.views.blocks import Run, Text, View


class PdfEngine:
    """Prints views as PDF. One a worker: its fonts, stylesheet and compiled templates serve every paper."""

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
            TemplateError: a template or the stylesheet has a fault.
        """
        self._folder = templates / 'html'
        self._typesetter = typesetter
        self._date = date
        self._packed: dict[bytes, bytes] = {}
        advances = Advances(fonts)
        lent = {
            'runs': self._runs,
            'emblem': emblem_markup(fonts),
            'width_of': lambda words: advances.width(words, layout.font.size),
        }
        self._html = HtmlTemplates(self._folder, f'{shown}/html', layout, lent)
        self._font_config = typesetter.font_config
        style = self._html.stylesheet({'family': fonts.family, 'emblem_family': fonts.emblems[EmblemSize.LARGE].family})
        with listening() as said:
            self._styles = [
                weasyprint.CSS(string=text, font_config=self._font_config, base_url=str(self._folder))
                for text in (font_faces(fonts), style)
            ]
        if said:
            place = Place(f'{shown}/html/style.css')
            raise TemplateError(Finding('engine-said', place, {'detail': words}) for words in said)

    def render(self, view: View) -> Rendered:
        """The bytes and page count of a paper; the same view gives the same bytes.

        Raises:
            TemplateError: the view's template names what there is not.
            RenderError: WeasyPrint complained while it set the paper.
        """
        page = weasyprint.HTML(string=self._html.page(view), base_url=str(self._folder))
        with listening() as said:
            document = page.render(stylesheets=self._styles, font_config=self._font_config, full_fonts=True)
            if self._date is not None:
                document.metadata.created = document.metadata.modified = f'{self._date.isoformat()}T00:00:00Z'
            data = document.write_pdf(full_fonts=True, finisher=self._pack_fonts)
        if said:
            raise RenderError(_told(view.path, words) for words in dict.fromkeys(said))
        return Rendered(data, len(document.pages))

    def _pack_fonts(self, document: object, pdf: pydyf.PDF) -> None:
        """Puts in the fonts' compressed streams, made once a worker: compressing them was a tenth of a letter's time."""
        for stream in pdf.objects:
            if isinstance(stream, pydyf.Stream) and stream.compress and 'Length1' in stream.extra:
                (font,) = stream.stream
                if font not in self._packed:
                    self._packed[font] = zlib.compress(font, 9)
                stream.stream, stream.compress = [self._packed[font]], False
                stream.extra['Filter'] = '/FlateDecode'

    def _runs(self, text: Text) -> Markup:
        """A text's words with its bold parts, its lines to fill in, and the places where its lines may end."""
        pieces = self._typesetter.runs([run.text for run in text])
        return Markup('').join(_styled(run, words) for run, words in zip(text, pieces, strict=True))


_FACE_CSS = {
    FaceStyle.REGULAR: ('normal', 'normal'),
    FaceStyle.BOLD: ('bold', 'normal'),
    FaceStyle.ITALIC: ('normal', 'italic'),
    FaceStyle.BOLD_ITALIC: ('bold', 'italic'),
}


def font_faces(fonts: FontSet) -> str:
    """The CSS that binds the fonts' families to their bytes, so that no font of the machine is ever taken."""
    faces = [(fonts.family, *_FACE_CSS[style], data) for style, data in fonts.faces.items()]
    faces += [(emblem.family, 'normal', 'normal', emblem.font) for emblem in fonts.emblems.values() if emblem.font]
    return '\n'.join(
        f'@font-face {{ font-family: "{family}"; font-weight: {weight}; font-style: {slant}; '
        f'src: url(data:font/ttf;base64,{base64.b64encode(data).decode()}) }}'
        for family, weight, slant, data in faces
    )


def emblem_markup(fonts: FontSet) -> Markup:
    """The emblem of a letter: a glyph, or the agency's picture."""
    emblem = fonts.emblems[EmblemSize.LARGE]
    if emblem.font:
        return Markup('<span class="emblem-text">{}</span>').format(EMBLEM_TEXT)
    return Markup('<img alt="{}" src="{}">').format(EMBLEM_TEXT, emblem.data_uri())


def _styled(run: Run, words: Markup) -> Markup:
    if run.blank is not None:
        return Markup('<span class="blank" style="width: {}cm"></span>').format(run.blank.width)
    if run.bold:
        words = Markup('<b>{}</b>').format(words)
    return Markup('<i>{}</i>').format(words) if run.italic else words


def _told(path: str, words: str) -> Finding:
    """What WeasyPrint said of a paper: most often a character that no font has."""
    missing = re.findall(r'U\+([0-9A-F]+)', words) if '.notdef' in words else []
    if missing:
        letters = ' '.join(f'{chr(int(code, 16))} (U+{code})' for code in missing)
        return Finding('glyph-missing', Place(path), {'letters': letters})
    return Finding('engine-said', Place(path), {'detail': words})


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
