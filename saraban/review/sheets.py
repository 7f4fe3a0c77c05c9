"""How many sheets letters enclose: counted only for what is written, as every enclosure must be set for it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

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
    with (
        review.old.counting(lambda view: pages(view, review.old)),
        review.new.counting(lambda view: pages(view, review.new)),
    ):
        return replace(review, groups=tuple(_counted(group, review, comparer) for group in review.groups))


def _encloses(paper: PaperChange) -> bool:
    return any(isinstance(block, Enclosures) for block in paper.view.blocks)


def _counted(group: Group, review: Review, comparer: Comparer) -> Group:
    if not _encloses(group.first):
        return group
    old, new = (view.path if view else '' for view in (group.first.old, group.first.new))
    return Group((comparer.paper(review.old.view(old), review.new.view(new)), *group.papers[1:]))
