"""How many sheets letters enclose: counted only for what is written, as every enclosure must be set for it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from saraban.review.changes import PaperChange
from saraban.review.compare import Comparer
from saraban.review.papers import Group, Review
from saraban.review.versions import Version
from saraban.views.blocks import Enclosures, View

Pages = Callable[[View, Version], int]
"""How many pages a paper of a version has."""


def with_sheets(review: Review, comparer: Comparer, pages: Pages) -> Review:
    """The review, the papers that stand for their groups naming as many sheets as their enclosures have.

    A comparison alone takes each enclosure for one sheet on both sides, which is no change; a redline would print it.
    """
    if review.old.project is None or review.new.project is None:
        return review
    letters = [group for group in review.groups if _encloses(group.first)]
    for version, paths in (
        (review.old, [group.first.old.path for group in letters if group.first.old]),
        (review.new, [group.first.new.path for group in letters if group.first.new]),
    ):
        if paths:
            version.count_pages(partial(_of_version, pages, version), paths)
    return replace(review, groups=tuple(_counted(group, review, comparer) for group in review.groups))


def _of_version(pages: Pages, version: Version, view: View) -> int:
    return pages(view, version)


def _encloses(paper: PaperChange) -> bool:
    return any(isinstance(block, Enclosures) for block in paper.view.blocks)


def _counted(group: Group, review: Review, comparer: Comparer) -> Group:
    if not _encloses(group.first):
        return group
    old, new = (view.path if view else '' for view in (group.first.old, group.first.new))
    return Group((comparer.paper(review.old.view(old), review.new.view(new)), *group.papers[1:]))
