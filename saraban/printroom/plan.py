"""What is to be printed, in which order: each letter with what goes with it, and the lists that a batch is sent with."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from math import ceil

from saraban import thai
from saraban.content.model import STAGES
from saraban.content.project import Project
from saraban.content.roster import Recipient
from saraban.render.layout import Layout
from saraban.views.correspondence import enclosure_label
from saraban.views.kinds import KINDS, all_papers
from saraban.views.names import round_label
from saraban.views.paper import Pages, Paper
from saraban.workers import Task

ENVELOPES = 100
"""Envelopes that are set as one paper: all of a batch in one piece would take a worker's whole memory."""
LABEL_SHEETS = 10
REGISTER_ROWS = 200
"""Rows of the register that are set as one paper: five hundred took a worker 340 MB."""
LETTERS = ('letter', 'circular', 'change-letter')
"""The kinds that go to somebody: they have copies, and stand in the register."""


@dataclass(frozen=True, slots=True)
class Item:
    """A paper to print and the marked copies of what it encloses.

    `prints` is how many of it are needed; one that is `printed` already stands here for what goes with it alone.
    """

    order: int
    name: str
    paper: Paper
    enclosures: tuple[Paper, ...] = ()
    prints: int = 1
    printed: bool = False

    @property
    def papers(self) -> tuple[Paper, ...]:
        """What is printed of it."""
        return self.enclosures if self.printed else (self.paper, *self.enclosures)

    @property
    def is_draft(self) -> bool:
        """Whether it is a letter that bears the mark of a draft."""
        a_round = self.paper.round
        return self.paper.kind in LETTERS and a_round is not None and a_round.letter.stage == STAGES[0]

    @property
    def recipients(self) -> tuple[Recipient, ...]:
        """To whom it goes by itself; a circular's prints go to many."""
        return (self.paper.recipient,) if self.paper.recipient else ()


@dataclass(frozen=True, slots=True)
class Part:
    """So many letters as one file holds, and the lists of their recipients: envelopes, labels, the register's pages."""

    number: int
    items: tuple[Item, ...]
    envelopes: tuple[Paper, ...]
    labels: tuple[Paper, ...]
    register: tuple[Paper, ...]

    @property
    def lists(self) -> tuple[Paper, ...]:
        """Every list of the part."""
        return self.envelopes + self.labels + self.register


def items_of(project: Project, papers: Sequence[Paper]) -> list[Item]:
    """The papers in print order, each with the marked copies of what goes with it."""
    known = {paper.path: paper for paper in all_papers(project)}
    return [_item(project, order, paper, known) for order, paper in enumerate(papers, 1)]


def _item(project: Project, order: int, paper: Paper, known: dict[str, Paper]) -> Item:
    several = len(paper.encloses) > 1
    enclosures = tuple(
        replace(
            known[path],
            path=f'enclosures/{number}/{path}',
            mark=enclosure_label(thai.digits(number) if several else ''),
        )
        for number, path in enumerate(paper.encloses, 1)
    )
    printed = replace(paper, encloses=tuple(one.path for one in enclosures))
    return Item(order, name_of(project, paper), printed, enclosures, _prints(project, paper))


def name_of(project: Project, paper: Paper) -> str:
    """What a person calls a paper: to whom it goes, or of which round it is, or its title."""
    if paper.name:
        return paper.name
    if paper.round is not None:
        return round_label(project, paper.round)
    return KINDS[paper.kind].view(project, paper, {}).title


def _prints(project: Project, paper: Paper) -> int:
    """How many of a paper are needed: one, or of a circular one for each whom it goes to."""
    if paper.kind not in LETTERS or paper.recipient is not None:
        return 1
    return max(len(project.members(paper.round) if paper.round else project.recipients), 1)


def parts_of(project: Project, items: Sequence[Item], layout: Layout, *, size: int = 0) -> list[Part]:
    """Parts of at most `size` letters (the layout's number without one): no letter is parted from its enclosures."""
    size = size or layout.printing.part
    parts = []
    for number, start in enumerate(range(0, len(items), size), 1):
        members = tuple(items[start : start + size])
        recipients = recipients_of(project, [item for item in members if not item.printed])
        lists = _lists(project, recipients, layout, number, start + 1)
        parts.append(Part(number, members, *lists))
    return parts


def recipients_of(project: Project, items: Iterable[Item]) -> tuple[Recipient, ...]:
    """Everybody to whom papers go, in print order; of a circular all whom it goes to. None of papers that are no letters."""
    found: dict[str, Recipient] = {}
    for item in items:
        if item.paper.kind in LETTERS:
            several = project.members(item.paper.round) if item.paper.round else project.recipients
            for one in item.recipients or several:
                found.setdefault(one.slug, one)
    return tuple(found.values())


def _lists(
    project: Project, recipients: tuple[Recipient, ...], layout: Layout, part: int, first: int
) -> tuple[tuple[Paper, ...], tuple[Paper, ...], tuple[Paper, ...]]:
    if not recipients:
        return (), (), ()
    known = {paper.kind for paper in all_papers(project, ('envelopes', 'labels', 'register'))}

    def lists(kind: str, size: int) -> tuple[Paper, ...]:
        chunks = _chunks(recipients, size) if kind in known else ()
        return tuple(
            Paper(kind, f'{kind}/part-{part}-{number}', recipients=chunk, first=first + (number - 1) * size)
            for number, chunk in enumerate(chunks, 1)
        )

    return lists('envelopes', ENVELOPES), lists('labels', labels_of(layout)), lists('register', REGISTER_ROWS)


def labels_of(layout: Layout) -> int:
    """Labels that are set as one paper: so many whole sheets, so that only the last one of a batch has room left."""
    rows = int((layout.paper.height - layout.margins.top - layout.margins.bottom) / layout.labels.height)
    return max(rows, 1) * layout.labels.columns * LABEL_SHEETS


def _chunks(recipients: tuple[Recipient, ...], size: int) -> Iterator[tuple[Recipient, ...]]:
    for number in range(ceil(len(recipients) / size)):
        yield recipients[number * size : (number + 1) * size]


def waves(parts: Sequence[Part], pages: Pages) -> list[list[Task]]:
    """What is rendered: first what encloses nothing, each paper once however many letters it goes with; then letters.

    `pages` are the counts of enclosures that are known already and are not rendered.
    """
    first: dict[str, Paper] = {}
    for part in parts:
        for item in part.items:
            first |= {paper.path: paper for paper in item.enclosures}
        first |= {paper.path: paper for paper in part.lists}
    papers = [item.paper for part in parts for item in part.items if not item.printed]
    first |= {paper.path: paper for paper in papers if not paper.encloses}
    letters = [
        Task(paper, ('pdf',), {path: pages[path] for path in paper.encloses if path in pages})
        for paper in papers
        if paper.encloses
    ]
    return [[Task(paper, ('pdf',)) for paper in first.values()], letters]
