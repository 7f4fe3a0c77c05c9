"""The reasons for which papers are made anew: each change is undone alone, and the views are compared.

Views are pure and cheap, so what a value touches is found and not declared. Where there would be too many to compare,
the changed values of the files that a kind is made from are named.
"""

from __future__ import annotations

import tempfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from saraban.cache.past import Past
from saraban.content.loader import load
from saraban.content.project import Project
from saraban.errors import ContentError
from saraban.ground import Ground, Kept
from saraban.staging import Product
from saraban.stale.changes import Change, changes
from saraban.views.blocks import View, fingerprint
from saraban.views.kinds import KINDS
from saraban.views.paper import Paper

OF_GROUND = {
    'template': 'why-template', 'fonts': 'why-fonts', 'code': 'why-code', 'library': 'why-library', 'date': 'why-date',
}  # fmt: skip
"""The sentence for each part of the ground that papers stand on."""
_ENOUGH = 400  # views that are made to find causes: about a third of a second
_NAMED = 8  # causes that are named of one paper


@dataclass(frozen=True)
class Cause:
    """One thing that is another than before: the key of its sentence and the values that it names."""

    rule: str
    values: tuple[tuple[str, str], ...] = ()
    way: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True)
class Reason:
    """Why a paper's files are made anew."""

    path: str
    kind: str
    causes: tuple[Cause, ...]


@dataclass(frozen=True)
class Stale:
    """A paper whose files do not stand as they are."""

    paper: Paper
    view: View
    products: tuple[Product, ...]


@dataclass
class Inquiry:
    """Looks for the reasons of one build."""

    project: Project
    ground: Ground
    past: Past
    pages: Mapping[str, int]
    _made: int = field(default=0, init=False)

    def reasons(self, stale: Sequence[Stale]) -> tuple[Reason, ...]:
        """The reason of each paper, in the order in which they are given."""
        found = self._changes()
        return tuple(
            Reason(one.paper.path, one.paper.kind, tuple(dict.fromkeys(self._causes(one, found)))[:_NAMED])
            for one in stale
        )

    def _changes(self) -> list[Change]:
        if not self.past.content:
            return []
        with tempfile.TemporaryDirectory() as folder:
            try:
                old = load(self.past.unpacked(Path(folder)))
            except (ContentError, OSError):  # a newer program may not read it
                return []
        return list(changes(self.project, replace(old, date=self.project.date)))

    def _causes(self, stale: Stale, found: list[Change]) -> Iterator[Cause]:
        before = [self.past.keys.get(product.file) for product in stale.products]
        if not any(before):
            yield Cause('why-new')
            return
        made = [product for product, key in zip(stale.products, before, strict=True) if product.key != key]
        if not made:
            yield Cause('why-output')
            return
        causes = [*self._of_ground(stale.view, made), *self._of_content(stale, found)]
        yield from causes or [Cause('why-keep' if self._other_names(stale.view) else 'why-unknown')]

    def _other_names(self, view: View) -> bool:
        """Whether other names in a paper are kept whole: a name of the project may stand in another's text."""
        return Kept(self.past.keep).within(view) != Kept(self.ground.resources.keep).within(view)

    def _of_ground(self, view: View, products: Sequence[Product]) -> Iterator[Cause]:
        """Templates, fonts, code, libraries, the date: by name."""
        names = set()
        for product in products:
            now = self.ground.of(view, product.file.rpartition('.')[2])
            names |= {name for name, part in now.items() if self.past.parts.get(name) != part}
        for name in sorted(names):
            kind, _, what = name.partition(':')
            yield Cause(OF_GROUND[kind], (('name', what),) if what else ())

    def _of_content(self, stale: Stale, found: list[Change]) -> Iterator[Cause]:
        yield from (
            Cause('why-enclosure', (('name', path),))
            for path in stale.paper.encloses
            if path in self.past.pages and self.past.pages[path] != self.pages.get(path)
        )
        likely = [
            change
            for change in found
            if not change.row or stale.paper.recipient is None or change.row == stale.paper.recipient.slug
        ]
        touching = [change for change in likely if self._touches(change, stale)]
        yield from map(_said, touching)

    def _touches(self, change: Change, stale: Stale) -> bool:
        """Whether the paper would be another without a change."""
        if change.file not in self.project.files(KINDS[stale.paper.kind].sources):
            return False
        self._made += 1
        if self._made > _ENOUGH:
            return True
        try:
            project = change.without(self.project)
            paper = _paper_in(project, stale.paper)
            counts = {path: self.pages[path] for path in paper.encloses if path in self.pages}
            return fingerprint(KINDS[paper.kind].view(project, paper, counts)) != fingerprint(stale.view)
        except Exception:  # content that is half old and half new may be such that no view can be made of it
            return True


def _paper_in(project: Project, paper: Paper) -> Paper:
    """A paper with the round and the recipient that a project has for it."""
    rounds = {a_round.number: a_round for a_round in project.rounds}
    a_round = rounds.get(paper.round.number, paper.round) if paper.round else None
    recipient = paper.recipient
    if recipient is not None:
        recipient = next((one for one in project.recipients if one.slug == recipient.slug), recipient)
    return replace(paper, round=a_round, recipient=recipient)


def _said(change: Change) -> Cause:
    way = tuple(('entry' if step.of else 'field', step.name) for step in change.way)
    kind = 'why-row' if change.row else 'why-content'
    return Cause(kind, (('file', change.file),), way)
