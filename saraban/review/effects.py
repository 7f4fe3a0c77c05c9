"""Which papers each change of the content touches: those that the new content prints otherwise without it.

A change is undone alone in the new content, so that it stands there with all that it needs (a round beside the recipient
who was moved into it). Where that makes no content (a first day after the last one), it is made alone in the old content
instead; and so are all for a paper that none is then the cause of, as several changes each did to it what one alone would.

A round that came or went gives others other numbers. The old content is looked at with those of now, so that they are no
changes; the papers that print one are touched by the round that did.

Views are pure and cheap, and not every paper is looked at: of those of a kind that changed in the same way, one stands for
the others of its round. A recipient whose own row changed stands for nobody.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial

from saraban.branches import Branch
from saraban.content.project import Project
from saraban.content.roster import Recipient
from saraban.review.causes import Cause, Step, Trial, of_files, value_steps, with_words
from saraban.review.changes import PaperChange
from saraban.review.papers import Group, Review
from saraban.review.renumbering import Renumbered, renumbered
from saraban.review.rosters import Rosters
from saraban.views.blocks import View
from saraban.views.kinds import KINDS
from saraban.views.paper import Paper
from saraban.views.wording import UnknownNameError

MOST = 60  # changes that are each looked at alone; of content that changed more, a reader sees files


class Causes:
    """The causes of a review: looked for once, by a copy of this process while this one goes on."""

    def __init__(self, review: Review) -> None:
        """Begins to look."""
        self._review = review
        self._aside = Branch(partial(find_causes, review)) if review.changed and (os.cpu_count() or 1) > 1 else None
        self._found: tuple[Cause, ...] | None = None

    def __call__(self) -> tuple[Cause, ...]:
        """Those that were found."""
        if self._found is None:
            told = self._aside.result() if self._aside else None
            self._found = find_causes(self._review) if told is None else told
        return self._found


def find_causes(review: Review) -> tuple[Cause, ...]:
    """The values that changed papers of a review, in the order of the files; none where a version is not content."""
    old, new = review.old.project, review.new.project
    if old is None or new is None or not review.changed:
        return ()
    moved = renumbered(old, new)
    base = moved.project if moved else old
    steps = [*value_steps(base, new, old), *Rosters(base, new, old).steps()]
    if len(steps) > MOST:
        return tuple(of_files(steps, review))
    touched = _Tracing(base, new, _classes(review.groups, base, new, steps), moved).touched(steps)
    return tuple(
        replace(with_words(step, review.words), paths=paths)
        for step, paths in zip(steps, touched, strict=True)
        if paths
    )


@dataclass(frozen=True, slots=True)
class _Class:
    """Papers on which every change acts alike: the first is looked at for all."""

    papers: tuple[PaperChange, ...]

    @property
    def kind(self) -> str:
        return self.papers[0].view.kind

    @property
    def path(self) -> str:
        """Where the first stands in the new content; of one that is gone, where it stood."""
        return self.papers[0].view.path

    @property
    def old_path(self) -> str:
        return (self.papers[0].old or self.papers[0].view).path

    @property
    def paths(self) -> tuple[str, ...]:
        return tuple(paper.view.path for paper in self.papers)


def _classes(groups: Sequence[Group], old: Project, new: Project, steps: Sequence[Step]) -> list[_Class]:
    own = {name for step in steps for name in step.recipients}
    rounds = [{one.name: one for one in project.recipients} for project in (old, new)]
    found: dict[object, list[PaperChange]] = {}
    for at, group in enumerate(groups):
        for paper in group.papers:
            found.setdefault((at, _standing(paper, rounds, own)), []).append(paper)
    return [_Class(tuple(papers)) for papers in found.values()]


def _standing(paper: PaperChange, rosters: Sequence[Mapping[str, Recipient]], own: set[str]) -> object:
    """What of its recipient decides which values a paper prints; a paper of nobody, or of who changed, is by itself."""
    sides = [view.recipient if view else '' for view in (paper.old, paper.new)]
    known = [roster.get(name) for roster, name in zip(rosters, sides, strict=True)]
    if not all(known) or not own.isdisjoint(sides):
        return paper.view.path
    return tuple(one.round for one in known if one)


class _Tracing:
    """Looks at papers of two versions while changes are undone in the new one, or made in the old one."""

    def __init__(self, old: Project, new: Project, classes: Sequence[_Class], moved: Renumbered | None) -> None:
        self._old, self._new = _Content(old), _Content(new)
        self._classes, self._moved = classes, moved

    def touched(self, steps: Sequence[Step]) -> list[frozenset[str]]:
        """The papers that each change touches."""
        found = [self._without(step) for step in steps]
        left = [one for one in self._classes if not any(one in members for members in found)]
        more = [self._alone(step, left) for step in steps] if left else [[] for _ in steps]
        others = self._renumbered()
        numbers = [others if _counts(step) else [] for step in steps]
        return [
            frozenset(path for members in each for one in members for path in one.paths)
            for each in zip(found, more, numbers, strict=True)
        ]

    def _renumbered(self) -> list[_Class]:
        """What prints the number of a round that has another one now."""
        if self._moved is None:
            return []
        told = _Content(self._moved.told)
        there = [one for one in self._classes if one.papers[0].old is not None]
        return [
            one
            for one in there
            if told.view(one.kind, one.old_path) != self._old.view(one.kind, self._moved.path(one.old_path))
        ]

    def _without(self, step: Step) -> list[_Class]:
        """What prints otherwise where a change is undone; where that makes no content, where it is made alone."""
        within = _that_read(step.file, self._classes)
        trial = step.undone() if within else None
        if trial is None:
            return self._alone(step, within)
        return _differing(((one, one.path) for one in within), self._new, trial)

    def _alone(self, step: Step, classes: Sequence[_Class]) -> list[_Class]:
        """What prints otherwise where a change is made alone; where that makes no content, all that can."""
        within = _that_read(step.file, classes)
        trial = step.made() if within else None
        if trial is None:
            return within
        path = self._moved.path if self._moved else str
        return _differing(((one, path(one.old_path)) for one in within), self._old, trial)


def _counts(step: Step) -> bool:
    """Whether a round came, went or moved, so that others have other numbers."""
    return step.file == 'rounds.yaml' and step.cause.field == 'rounds'


def _that_read(file: str, classes: Iterable[_Class]) -> list[_Class]:
    return [one for one in classes if file in KINDS[one.kind].sources]


def _differing(classes: Iterable[tuple[_Class, str]], version: _Content, trial: Trial) -> list[_Class]:
    """Those of some papers, each with its path, that print otherwise where a change is tried."""
    here = version if trial.beside is None else _Content(trial.beside)
    there = _Content(trial.project)
    return [one for one, path in classes if here.view(one.kind, path) != there.view(one.kind, path)]


class _Content:
    """Content, and what its papers print, their enclosures not counted; those of a kind are listed once."""

    def __init__(self, project: Project) -> None:
        self._project = project
        self._papers: dict[str, dict[str, Paper]] = {}
        self._views: dict[str, View | None] = {}

    def view(self, kind: str, path: str) -> View | None:
        """A paper as it prints; None where there is none, or it names what there is not."""
        if path not in self._views:
            self._views[path] = self._view(kind, path)
        return self._views[path]

    def _view(self, kind: str, path: str) -> View | None:
        try:
            if kind not in self._papers:
                self._papers[kind] = {paper.path: paper for paper in KINDS[kind].papers(self._project)}
            paper = self._papers[kind].get(path)
            return KINDS[kind].view(self._project, paper, {}) if paper else None
        except UnknownNameError:
            return None
