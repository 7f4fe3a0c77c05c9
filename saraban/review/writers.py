"""The table of what a review is written as: a new form is a function and a row here.

A writer gives its files by their names under the output folder; nothing is written before all writers are done. A paper
that cannot be set is left out and told: the others stand.
"""

from __future__ import annotations

import datetime
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cached_property, partial

from saraban.cache import Cache
from saraban.errors import Finding, SarabanError
from saraban.messages import Language
from saraban.render.formats import Engines, Resources
from saraban.review.causes import Cause
from saraban.review.papers import Review
from saraban.review.prints import Prints
from saraban.review.summary import markdown
from saraban.review.together import outcome
from saraban.review.versions import Version
from saraban.views.blocks import View


@dataclass(frozen=True)
class Desk:
    """What writers rest on: the engines' resources, what gives the causes, whose changes they are, of which day, the language.

    Without a date a form that asks for one bears none, or a fixed one: never today's.
    """

    resources: Resources
    causes: Callable[[], tuple[Cause, ...]]
    author: str = 'Saraban'
    date: datetime.date | None = None
    language: Language = 'th'
    cache: Cache | None = None
    _faults: list[SarabanError] = field(default_factory=list)

    @property
    def faults(self) -> list[SarabanError]:
        """Why some papers are missing in some forms."""
        return [*self.prints.faults, *self._faults]

    @property
    def unseen(self) -> list[Finding]:
        """Why papers of files are shown without their pages."""
        return self.prints.unseen

    def kept(self, files: Mapping[str, bytes | SarabanError]) -> dict[str, bytes]:
        """The files that could be made; why the others could not is told when all is written."""
        self._faults.extend(made for made in files.values() if isinstance(made, SarabanError))
        return {name: made for name, made in files.items() if isinstance(made, bytes)}

    @cached_property
    def prints(self) -> Prints:
        """The papers of both versions as they print."""
        return Prints(self.resources, self.cache)

    def pages(self, view: View, version: Version) -> int:
        """How many pages a paper has; 1 where that is not known."""
        printed = self.prints.of(view, version)
        return len(printed.map.sizes) if printed else 1


Writer = Callable[[Review, Desk], Mapping[str, bytes]]


def _markdown(review: Review, desk: Desk) -> Mapping[str, bytes]:
    """A summary for a merge request."""
    return {'review.md': markdown(review, desk.language, desk.causes()).encode()}


def _page(review: Review, desk: Desk) -> Mapping[str, bytes]:
    """The page that a reviewer opens in a browser."""
    from saraban.review.page.write import write_page

    return {'review.html': write_page(review, desk.prints, desk.resources, desk.language, desk.causes()).encode()}


def _redlines(review: Review, desk: Desk) -> Mapping[str, bytes]:
    """A redline for each group of papers with the same change, under the name of the first."""
    from saraban.review.redline_pdf import redlines

    made = redlines(review, desk.prints, desk.language)
    return desk.kept({
        f'{group.first.view.path}.redline.pdf': data for group, data in zip(review.groups, made, strict=True)
    })  # fmt: skip


def _word(review: Review, desk: Desk) -> Mapping[str, bytes]:
    """A Word file with tracked changes for each changed paper, one for papers that changed in the same way."""
    from saraban.review.word.redline import Redliner

    redliner = Redliner(Engines(desk.resources), desk.author, desk.date)
    return desk.kept({
        f'{group.first.view.path}.redline.docx': outcome(partial(redliner.redline, group.first)) for group in review.groups
    })  # fmt: skip


WRITERS: dict[str, Writer] = {'html': _page, 'docx': _word, 'pdf': _redlines, 'md': _markdown}
