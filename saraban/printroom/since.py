"""What of a batch has changed since it was printed: only that is printed again."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from saraban.errors import Finding, Place, UsageError
from saraban.printroom.plan import Item
from saraban.printroom.printed import Printed, Seen, plain_path
from saraban.views.blocks import View
from saraban.views.kinds import view_of
from saraban.views.paper import Paper
from saraban.workers import Progress, Task, Worker, render_waves


def changed_since(
    worker: Worker, items: Sequence[Item], before: Mapping[str, Printed], jobs: int, progress: Progress, seen: Seen
) -> tuple[list[Item], dict[str, int]]:
    """The items with those papers alone that print something else than before; and enclosures' page counts.

    Enclosures are rendered first where they changed: a letter names how many sheets they are. `seen` is shown every paper.

    Raises:
        UsageError: nothing has changed. SarabanError: an enclosure cannot be rendered.
    """
    project = worker.project
    enclosed = {paper.path: paper for item in items for paper in item.enclosures}
    views = {path: view_of(project, paper, {}) for path, paper in enclosed.items()}
    same = {path for path, paper in enclosed.items() if _is_same(paper, views[path], before)}
    counts = {path: before[plain_path(enclosed[path])].pages or 1 for path in same}
    new = [Task(enclosed[path], ('pdf',)) for path in enclosed if path not in same]
    made = render_waves(worker, [new], jobs, progress)
    counts |= {path: one.products[0].pages or 1 for path, one in made.items()}
    for path, paper in enclosed.items():
        seen.stands(paper, views[path], counts[path])
    found = []
    for item in items:
        view = view_of(project, item.paper, counts)
        enclosures = tuple(paper for paper in item.enclosures if paper.path not in same)
        is_printed = _is_same(item.paper, view, before)
        seen.stands(item.paper, view, before[plain_path(item.paper)].pages if is_printed else None)
        if enclosures or not is_printed:
            found.append(replace(item, enclosures=enclosures, printed=is_printed))
    if not found:
        raise UsageError([Finding('nothing-changed', Place('build.py'))])
    return found, counts


def _is_same(paper: Paper, view: View, before: Mapping[str, Printed]) -> bool:
    known = before.get(plain_path(paper))
    return known is not None and known.is_as(view)
