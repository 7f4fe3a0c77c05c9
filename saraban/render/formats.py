"""The table of formats, and the engines of one worker: each made at its first paper, then used for all."""

from __future__ import annotations

import datetime
import hashlib
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

from saraban.errors import Finding, Place, RenderError, SarabanError, TemplateError, joined, shown_path
from saraban.render.fonts import Fault, FontError, FontSet, load_fonts
from saraban.render.layout import Layout, load_layout
from saraban.render.libraries import found_by_loader
from saraban.render.rendered import Rendered
from saraban.views.blocks import View

if TYPE_CHECKING:
    from saraban.render.docx import DocxEngine
    from saraban.render.redline import RedlineEngine
    from saraban.render.typeset import Typesetter


@dataclass(frozen=True)
class Resources:
    """What rendering rests on beside the views: templates, measures, fonts, words kept whole, the date of properties."""

    templates: Path
    shown: str
    layout: Layout
    fonts: FontSet
    keep: tuple[str, ...] = ()
    date: datetime.date | None = None

    def digest(self) -> str:
        """A digest of everything here that can change a paper's bytes."""
        whole = hashlib.sha256(repr((self.fonts.digest, self.keep, self.date)).encode())
        for path in sorted(self.templates.rglob('*')):
            if path.is_file():
                whole.update(path.relative_to(self.templates).as_posix().encode() + b'\0' + path.read_bytes())
        return whole.hexdigest()


Render = Callable[[View], Rendered]


def load_resources(
    templates: Path, fonts: Path, shown: str, keep: tuple[str, ...] = (), date: datetime.date | None = None
) -> Resources:
    """Reads layout and fonts; `shown` is the name of the templates folder in messages.

    Raises:
        TemplateError: the layout, a font or the emblem has a fault.
    """
    errors: list[SarabanError] = []
    layout, faces = None, None
    try:
        layout = load_layout(templates / 'layout.yaml', f'{shown}/layout.yaml')
    except TemplateError as error:
        errors.append(error)
    try:
        faces = load_fonts(fonts)
    except FontError as error:
        errors.append(TemplateError(map(_font_finding, error.faults)))
    if layout is None or faces is None:
        raise joined(errors) or TemplateError([])
    return Resources(templates, shown, layout, faces, keep, date)


def _font_finding(fault: Fault) -> Finding:
    return Finding(_FONT_RULES[fault.reason], Place(shown_path(fault.path)), {'detail': fault.detail})


_FONT_RULES = {
    'unreadable': 'font-missing',
    'not-a-font': 'font-not-font',
    'no-thai': 'font-not-thai',
    'same-face': 'font-same-face',
    'not-a-picture': 'emblem-broken',
    'two-emblems': 'emblem-twice',
}


class _Pdf:
    """PDF: the format that knows where pages end, and so what has to give."""

    def __init__(self, resources: Resources) -> None:
        # WeasyPrint and the segmenter cost half a second to load: a run that makes no PDF does without.
        with _told_if_missing():
            from saraban.render.pdf import PdfEngine
        self._engine = PdfEngine(*_place(resources), typesetter(resources), resources.date)

    def __call__(self, view: View) -> Rendered:
        return self._engine.render(view)

    def gives(self, view: View) -> int:
        """How many gives of the layout a paper's pages take."""
        return self._engine.gives(view)


class _Docx:
    """DOCX: Word breaks the pages; the spacings are those that the PDF took."""

    def __init__(self, resources: Resources) -> None:
        from saraban.render.docx import DocxEngine

        self.engine = DocxEngine(
            resources.templates, resources.layout, resources.fonts, resources.date, shown=resources.shown
        )

    def __call__(self, view: View, gives: int = 0) -> Rendered:
        return Rendered(self.engine.render(view, gives), gives=gives)


def redline_engine(resources: Resources) -> RedlineEngine:
    """What prints papers as the PDF format does, and redlines of them.

    Raises:
        TemplateError: a template, font or emblem has a fault.
        RenderError: the page engine is not on the machine.
    """
    with _told_if_missing():
        from saraban.render.redline import RedlineEngine
    return RedlineEngine(*_place(resources), typesetter(resources), resources.date)


def typesetter(resources: Resources) -> Typesetter:
    """What tells WeasyPrint how Thai is set.

    Raises:
        RenderError: WeasyPrint is not there, or is not of the version that is known.
    """
    with _told_if_missing():
        from saraban.render.typeset import Typesetter, UnsupportedWeasyPrintError
        from saraban.words import Segmenter
    try:
        return Typesetter(Segmenter(resources.keep))
    except UnsupportedWeasyPrintError as error:
        raise _missing(str(error)) from error


def preload() -> None:
    """Imports what the engine of PDF is made of, the slowest first, before it is known what it is to rest on.

    Raises:
        RenderError: the page engine is not on the machine.
    """
    with _told_if_missing():
        import_module('saraban.render.pdf')
    import_module('saraban.words.lexicon').lexicon()


def _place(resources: Resources) -> tuple[Path, str, Layout, FontSet]:
    return resources.templates, resources.shown, resources.layout, resources.fonts


@contextmanager
def _told_if_missing() -> Iterator[None]:
    """Tells that Pango or HarfBuzz is not on the machine."""
    try:
        with found_by_loader():
            yield
    except OSError as error:
        raise _missing(str(error).splitlines()[0]) from error


def _missing(detail: str) -> RenderError:
    return RenderError([Finding('engine-missing', Place('WeasyPrint'), {'detail': detail})])


FORMATS: dict[str, Callable[[Resources], Render]] = {'pdf': _Pdf, 'docx': _Docx}
PAGED = 'pdf'
"""The format that breaks pages."""


class Engines:
    """The engines of a worker."""

    def __init__(self, resources: Resources) -> None:
        """Takes what they rest on; none is made yet."""
        self._resources = resources
        self._made: dict[str, Render] = {}
        self._last: tuple[View, int] | None = None

    def load(self, formats: Iterable[str]) -> None:
        """Makes the engines of formats. Raises TemplateError or RenderError where one cannot be made."""
        for form in formats:
            self._engine(form)

    def render(self, view: View, form: str) -> Rendered:
        """A view in a format of the table.

        Raises:
            TemplateError: a template, font or emblem has a fault.
            RenderError: the engine could not set the paper.
        """
        engine = self._engine(form)
        rendered = engine(view, self.gives(view)) if isinstance(engine, _Docx) else engine(view)
        if form == PAGED:
            self._last = view, rendered.gives
        return rendered

    @property
    def layout(self) -> Layout:
        """The measures that papers are set with."""
        return self._resources.layout

    def word(self) -> DocxEngine:
        """The engine of DOCX itself, for what is more than a paper."""
        engine = self._engine('docx')
        assert isinstance(engine, _Docx)
        return engine.engine

    def rehearse(self, view: View, form: str) -> Rendered:
        """A view as if its PDF took none of the layout's gives. Raises as `render` does."""
        last, self._last = self._last, (view, 0)
        try:
            return self.render(view, form)
        finally:
            self._last = last

    def taken(self, view: View, gives: int) -> None:
        """Hears from another process what the paper's PDF took of the layout's gives."""
        self._last = view, gives

    def gives(self, view: View) -> int:
        """What the paper's PDF took of the layout's gives, so that the other formats take the same; mostly just made."""
        if not (view.furniture.catchword and self._resources.layout.give):
            return 0
        if self._last is None or self._last[0] != view:
            paged = self._engine(PAGED)
            self._last = view, paged.gives(view) if isinstance(paged, _Pdf) else 0
        return self._last[1]

    def _engine(self, form: str) -> Render:
        if form not in self._made:
            self._made[form] = FORMATS[form](self._resources)
        return self._made[form]
