"""What an earlier run has printed, by its manifest; and what has changed since."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from saraban.errors import Finding, Place, UsageError, shown_path
from saraban.printroom.plan import Item
from saraban.staging import Product
from saraban.views.blocks import Blank, View, blanks, words_digest
from saraban.views.paper import Paper

_MARKED = re.compile(r'^enclosures/\d+/')


@dataclass(frozen=True, slots=True)
class Printed:
    """A paper as it was printed: digests of its words and of its marks (ร่าง, ลับ …; empty where not known), its pages."""

    paper: str
    recipient: str
    words: str
    marks: str = ''
    pages: int | None = None

    def row(self) -> dict[str, Any]:
        """Its row of a print run's manifest."""
        return asdict(self)

    def is_as(self, view: View) -> bool:
        """Whether a view prints the same."""
        return self.words == words_digest(view) and self.marks in {'', marks_of(view)}


class Seen:
    """What a run has seen of its papers while they were made: what each prints, and what it leaves open."""

    def __init__(self) -> None:
        """Nothing yet."""
        self._printed: dict[str, Printed] = {}
        self._blanks: dict[str, list[Blank]] = {}

    @property
    def printed(self) -> list[Printed]:
        """Each paper as it is printed now."""
        return list(self._printed.values())

    def look(self, paper: Paper, view: View, products: Sequence[Product]) -> None:
        """Sees a paper that was made."""
        self.stands(paper, view, products[0].pages if products else None)

    def stands(self, paper: Paper, view: View, pages: int | None) -> None:
        """Sees a paper that may stand as it was printed; lists of many are made anew for each package."""
        if not paper.recipients:
            path = plain_path(paper)
            self._printed[path] = Printed(path, view.recipient, words_digest(view), marks_of(view), pages)
            self._blanks[paper.path] = list(blanks(view))

    def blanks(self, items: Iterable[Item]) -> tuple[Blank, ...]:
        """What the papers of items leave open, each gap of the content once, in print order."""
        first: dict[tuple[str, Place], Blank] = {}
        for paper in (paper for item in items for paper in item.papers):
            for blank in self._blanks.get(paper.path, ()):
                first.setdefault((blank.label, blank.place), blank)
        return tuple(first.values())


def marks_of(view: View) -> str:
    """A digest of a view's furniture: a letter that is no draft any more has the same words without its mark."""
    return hashlib.sha256(repr(view.furniture).encode()).hexdigest()


def plain_path(paper: Paper) -> str:
    """The path of a paper, be it the copy that goes with a letter: by that a manifest of a build tells it too."""
    return _MARKED.sub('', paper.path)


def read_printed(manifests: Iterable[Path]) -> dict[str, Printed]:
    """What the manifests of print runs (or of builds) say, by path; what a later one says stands.

    Raises:
        UsageError: with each file that is no manifest.
    """
    found: dict[str, Printed] = {}
    faults: list[Finding] = []
    for path in manifests:
        try:
            found |= _read(json.loads(path.read_text(encoding='utf-8')))
        except (OSError, ValueError, KeyError, TypeError, AttributeError):
            faults.append(Finding('no-manifest', Place(shown_path(path))))
    if faults:
        raise UsageError(faults)
    return found


def _read(manifest: Mapping[str, Any]) -> dict[str, Printed]:
    if 'papers' in manifest:
        rows = [Printed(**row) for row in manifest['papers']]
    else:
        rows = [
            Printed(row['file'].removesuffix('.pdf'), row['recipient'], row['words'], pages=row['pages'])
            for row in manifest['files']
            if row['file'].endswith('.pdf')
        ]
    return {row.paper: row for row in rows}
