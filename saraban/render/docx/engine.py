"""The engine of a worker: templates prepared once, papers filled from them."""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from pathlib import Path

from markupsafe import Markup

from saraban.render.advances import Advances
from saraban.render.docx.body import Written, inner_xml, write_body
from saraban.render.docx.dress import RULED, STRONG, UNRULED, Dressing, all_styles, style_name
from saraban.render.docx.oxml import Element
from saraban.render.docx.pen import Pen
from saraban.render.docx.qr import with_qr
from saraban.render.docx.template import Prepared, prepare
from saraban.render.fonts import EmblemSize, FontSet
from saraban.render.layout import Layout
from saraban.views.blocks import View


class DocxEngine:
    """Prints views as DOCX; one a worker, used for many papers. The only state is the cache of its templates."""

    def __init__(
        self, templates: Path, layout: Layout, fonts: FontSet, date: datetime.date | None = None, shown: str = ''
    ) -> None:
        """Takes the folder that holds `docx/`, the measures, the fonts with the emblem, a date for the properties.

        `shown` is the folder's name in messages (its path, where not given).
        """
        self._folder = templates / 'docx'
        self._shown = f'{shown or templates}/docx'
        self._layout = layout
        self._fonts = fonts
        self._advances = Advances(fonts)
        self._date = date
        self._ready: dict[tuple[str, str, int], tuple[Prepared, Pen]] = {}

    def render(self, view: View, gives: int = 0) -> bytes:
        """The bytes of a paper, with the first so many gives of the layout made; the same view gives the same bytes.

        Raises:
            TemplateError: the view's template has a fault; its findings name the file.
        """
        return self.fill(view, (element for written in self.body(view, gives) for element in written.elements), gives)

    def body(self, view: View, gives: int = 0) -> list[Written]:
        """What each block of a paper gives in its body, fresh elements each time.

        Raises:
            TemplateError: the view's template has a fault; its findings name the file.
        """
        _, pen = self._template(view, gives)
        return write_body(pen, view)

    def fill(self, view: View, body: Iterable[Element], gives: int = 0) -> bytes:
        """The bytes of a paper with the view's furniture around a body of any elements.

        Raises:
            TemplateError: the view's template has a fault; its findings name the file.
        """
        prepared, _ = self._template(view, gives)
        furniture = view.furniture
        data = prepared.fill(
            {
                'body': Markup(inner_xml(body)),  # XML of our own making: lxml has escaped its words
                'title': view.title,
                'recipient': view.recipient,
                'emblem': furniture.emblem,
                'page_numbers': furniture.page_numbers,
                'secrecy': furniture.secrecy,
                'urgency': furniture.urgency,
                'draft': furniture.draft,
                'enclosure': furniture.enclosure,
            }
        )
        return with_qr(data, furniture, self._layout) if furniture.qr else data

    def _template(self, view: View, gives: int) -> tuple[Prepared, Pen]:
        key = view.template, view.sheet, gives
        if key not in self._ready:
            stem = view.template
            layout = self._layout.given[gives]
            place = layout.emblem(stem, view.sheet)
            emblem = self._fonts.emblems[EmblemSize.SMALL if place.small else EmblemSize.LARGE].png(place.height)
            dressing = Dressing(layout, emblem, stem, view.sheet)
            prepared = prepare(self._folder / f'{stem}.docx', f'{self._shown}/{stem}.docx', dressing, self._date)
            self._ready[key] = prepared, self._pen(prepared, layout, view)
        return self._ready[key]

    def _pen(self, prepared: Prepared, layout: Layout, view: View) -> Pen:
        styles = all_styles(layout)
        return Pen(
            layout=layout,
            width=layout.text_width(view.template, view.sheet),
            advances=self._advances,
            ids={name: prepared.ids[style_name(name).lower()] for name in styles},
            strong=prepared.ids[STRONG.lower()],
            ruled_table=prepared.ids[RULED.lower()],
            plain_table=prepared.ids[UNRULED.lower()],
            bold_styles=frozenset(name for name, style in styles.items() if style.bold),
            sheet=view.sheet,
        )
