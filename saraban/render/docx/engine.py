"""The engine of a worker: templates prepared once, papers filled from them."""

from __future__ import annotations

import datetime
from pathlib import Path

from markupsafe import Markup

from saraban.render.advances import Advances
from saraban.render.docx.body import body_xml
from saraban.render.docx.dress import RULED, STRONG, UNRULED, Dressing, all_styles, style_name
from saraban.render.docx.pen import Pen
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
        self._ready: dict[str, tuple[Prepared, Pen]] = {}

    def render(self, view: View) -> bytes:
        """The bytes of a paper; the same view gives the same bytes.

        Raises:
            TemplateError: the view's template has a fault; its findings name the file.
        """
        prepared, pen = self._template(view.template)
        return prepared.fill(
            {
                'body': Markup(body_xml(pen, view)),  # XML of our own making: lxml has escaped its words
                'title': view.title,
                'recipient': view.recipient,
                'emblem': view.furniture.emblem,
                'page_numbers': view.furniture.page_numbers,
            }
        )

    def _template(self, stem: str) -> tuple[Prepared, Pen]:
        if stem not in self._ready:
            emblem = self._fonts.emblems[EmblemSize.LARGE].png(self._layout.letterhead.emblem_height)
            dressing = Dressing(self._layout, emblem)
            prepared = prepare(self._folder / f'{stem}.docx', f'{self._shown}/{stem}.docx', dressing, self._date)
            self._ready[stem] = prepared, self._pen(prepared, stem)
        return self._ready[stem]

    def _pen(self, prepared: Prepared, stem: str) -> Pen:
        styles = all_styles(self._layout)
        return Pen(
            layout=self._layout,
            width=self._layout.text_width(stem),
            advances=self._advances,
            ids={name: prepared.ids[style_name(name).lower()] for name in styles},
            strong=prepared.ids[STRONG.lower()],
            ruled_table=prepared.ids[RULED.lower()],
            plain_table=prepared.ids[UNRULED.lower()],
            bold_styles=frozenset(name for name, style in styles.items() if style.bold),
        )
