"""The run of a print package: choose, render what is needed, bind it, publish it as one."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import Literal

from saraban import thai
from saraban.content.project import Project
from saraban.errors import Finding
from saraban.pipeline import Request, resources_of, review
from saraban.printroom.bindery import Bindery, BindJob, Bound, Read, safe
from saraban.printroom.cover import TITLE as COVER
from saraban.printroom.cover import cover_view
from saraban.printroom.marks import COPIES, mark_view
from saraban.printroom.plan import LETTERS, Item, Part, items_of, parts_of, recipients_of, waves
from saraban.printroom.printed import Seen, read_printed
from saraban.printroom.since import changed_since
from saraban.printroom.workbook import register_workbook
from saraban.selection import Choice, chosen
from saraban.staging import Staging, publish, unwritable
from saraban.views.blocks import Blank
from saraban.views.kinds import all_papers
from saraban.views.names import round_label, title_lines
from saraban.views.paper import Pages, Paper
from saraban.views.register import TITLE as REGISTER
from saraban.views.register import entries
from saraban.workers import Outcome, Progress, Worker, fit, render_waves, silent, waited

FOLDER = 'print'
"""Where print packages stand under the output folder."""
MANY = 200
"""Letters from which on files are bound side by side."""


@dataclass(frozen=True)
class PrintRequest:
    """What is to be printed: the papers and folders of a build; where enclosures go; manifests of what was printed before."""

    build: Request
    enclosures: Literal['', 'after', 'apart'] = ''
    since: tuple[Path, ...] = ()


@dataclass(frozen=True)
class Package:
    """What a print run made: its folder, its files in the order in which they are printed, what is still blank."""

    folder: Path
    files: tuple[Bound, ...]
    items: tuple[Item, ...]
    blanks: tuple[Blank, ...]
    content_findings: tuple[Finding, ...]
    page_findings: tuple[Finding, ...]


def print_package(request: PrintRequest, progress: Progress = silent) -> Package:
    """Makes a print package, or of an earlier one what has changed since; nothing is published before all of it is whole.

    Raises:
        UsageError, ContentError, TemplateError, RenderError, PageError: with every finding of the stage that failed.
    """
    build = request.build
    before = read_printed(request.since)
    project, verdict = review(build.content)
    project = replace(project, date=build.date)
    items = items_of(project, to_print(project, build.choice))
    folder = build.output / FOLDER / label_of(project, build.choice, since=bool(request.since))
    worker = Worker(project, resources_of(project, build), Staging(folder, build.cache))
    jobs = build.jobs or os.cpu_count() or 1
    with worker.staging.held(waited(progress)):
        seen = Seen()
        counts: Pages = {}
        if request.since:
            items, counts = changed_since(worker, items, before, jobs, progress, seen)
        parts = parts_of(project, items, worker.ground.resources.layout)
        outcomes = render_waves(worker, waves(parts, counts), jobs, progress, seen.look)
        findings = tuple(page_findings(outcomes.values()))
        blanks = seen.blanks(items)
        with unwritable_in(folder):
            files = _bound(worker, _bindery(worker, outcomes, request), parts, blanks, jobs)
        notes = {'papers': [row.row() for row in sorted(seen.printed, key=lambda row: row.paper)]}
        publish(worker.staging, [file.product for file in files], folder, whole=True, notes=notes)
    return Package(folder, tuple(files), tuple(items), blanks, verdict.findings, findings)


def page_findings(outcomes: Iterable[Outcome]) -> Iterator[Finding]:
    """What was found on the pages. Raises PageError as `fit` does."""
    for product in fit([product for outcome in outcomes for product in outcome.products]):
        yield from product.findings


def to_print(project: Project, choice: Choice) -> list[Paper]:
    """The papers of a choice; without kinds, those that invite. Raises UsageError as `chosen` does."""
    if choice.kinds:
        return chosen(project, choice)
    kinds = tuple(kind for kind in ('letter', 'circular') if any(paper.kind == kind for paper in all_papers(project)))
    return chosen(project, replace(choice, kinds=kinds)) if kinds else []


def label_of(project: Project, choice: Choice, *, since: bool) -> str:
    """The name of the folder of a package that is not of all letters: what was chosen."""
    noun = project.rounds_file.noun if project.rounds_file else ''
    words = [
        *(f'{noun}ที่ {thai.digits(number)}' for number in choice.rounds),
        *choice.regions, *choice.provinces, *(value for _, value in choice.where),
        *(name.rpartition('/')[2] for name in choice.only), *choice.kinds,
        *(['ฉบับที่แก้'] if since else []),
    ]  # fmt: skip
    return safe(' '.join(words)) if words else ''


def _bindery(worker: Worker, outcomes: Mapping[str, Outcome], request: PrintRequest) -> Bindery:
    """What binds the rendered papers."""
    printing = worker.ground.resources.layout.printing
    marks = {copy.key: worker.press.sheet(mark_view(copy)) for copy in COPIES}
    apart = (request.enclosures or printing.enclosures) == 'apart'
    return Bindery(worker.staging, reader_of(worker.staging, outcomes), frozenset(printing.duplex), marks, apart)


def _bound(
    worker: Worker, bindery: Bindery, parts: Sequence[Part], blanks: Sequence[Blank], processes: int
) -> list[Bound]:
    """The files of the package, the cover first: bound side by side where there are many letters."""
    items = [item for part in parts for item in part.items]
    files = bindery.bind_all(_jobs(worker.project, parts, items), processes if len(items) >= MANY else 1)
    files += _register(worker.project, bindery, parts)
    cover = worker.press.sheet(cover_view(worker.project, blanks, items, files))
    return [bindery.keep(f'๐ {COVER}.pdf', 'cover', cover), *files]


def _jobs(project: Project, parts: Sequence[Part], items: Sequence[Item]) -> Iterator[BindJob]:
    """What is bound, in the order in which it is printed: part by part, then a ZIP a round."""
    for part in parts:
        number = thai.digits(str(part.number).zfill(len(str(len(parts)))))  # so that folders stand in their order
        folder = f'ส่วนที่ {number}/' if len(parts) > 1 else ''
        yield from (BindJob(name, part, folder) for name in ('letters', 'copies', 'lists'))
    letters = [item for item in items if item.paper.kind in LETTERS]
    by_round: dict[str, list[Item]] = {}
    for item in letters:
        label = round_label(project, item.paper.round) if item.paper.round else 'ทุกรุ่น'
        by_round.setdefault(safe(label), []).append(item)
    for label, members in by_round.items():
        yield BindJob('archive', tuple(members), label)


def _register(project: Project, bindery: Bindery, parts: Sequence[Part]) -> list[Bound]:
    """The control register on paper and as a workbook."""
    recipients = recipients_of(project, [item for part in parts for item in part.items])
    if not recipients or not any(part.register for part in parts):
        return []
    rows = entries(project, Paper('register', 'register', recipients=recipients))
    book = register_workbook(title_lines(project), rows)
    return [*bindery.register(parts, REGISTER), bindery.keep(f'๗ {REGISTER}.xlsx', 'workbook', book)]


def reader_of(staging: Staging, outcomes: Mapping[str, Outcome]) -> Read:
    """What gives the PDF of a paper that was rendered."""
    return partial(_read, staging, {path: outcome.products[0].key for path, outcome in outcomes.items()})


def _read(staging: Staging, keys: Mapping[str, str], paper: Paper) -> bytes:
    return (staging.folder / keys[paper.path]).read_bytes()


@contextmanager
def unwritable_in(folder: Path) -> Iterator[None]:
    """Tells of a disk that takes no more."""
    try:
        yield
    except OSError as error:
        raise unwritable(error, folder) from error
