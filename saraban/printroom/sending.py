"""An e-mail package: a PDF for each recipient and a table of whom it goes to. Nothing is sent."""

from __future__ import annotations

import csv
import io
import os
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from saraban.content.loader import ROSTER
from saraban.content.project import Project
from saraban.content.roster import Recipient
from saraban.errors import ContentError, Finding, Level
from saraban.pipeline import Request, resources_of, review
from saraban.printroom.bindery import Bindery, BindJob, Bound
from saraban.printroom.package import MANY, label_of, page_findings, reader_of, to_print, unwritable_in
from saraban.printroom.plan import LETTERS, Item, Part, items_of, recipients_of, waves
from saraban.printroom.printed import Seen
from saraban.staging import Staging, publish
from saraban.views.blocks import Blank, Field, words_of
from saraban.views.kinds import view_of
from saraban.workers import Progress, Worker, render_waves, silent, waited

FOLDER = 'send'
TABLE = 'รายการส่ง.csv'
HEADINGS = ('ลำดับ', 'ผู้รับ', 'ที่อยู่ไปรษณีย์อิเล็กทรอนิกส์', 'เรื่อง', 'ไฟล์แนบ', 'ขั้นของหนังสือ')
_ADDRESS = re.compile(r'[A-Za-z0-9._%+-]{1,64}@(?:[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?\.)+[A-Za-z]{2,}')
_FORMULA = ('=', '+', '-', '@', '\t', '\r')
"""With these a cell begins that a spreadsheet would reckon, or send somewhere."""


@dataclass(frozen=True)
class Mailing:
    """What a run made: its folder, how many letters, what is still blank, what is to be looked at, who has no address."""

    folder: Path
    letters: int
    blanks: tuple[Blank, ...]
    findings: tuple[Finding, ...]
    without: int


def send_package(request: Request, progress: Progress = silent) -> Mailing:
    """Makes the e-mail package of the letters that are chosen.

    Raises:
        UsageError, ContentError (an address is malformed), TemplateError, RenderError, PageError: nothing is then changed.
    """
    project, verdict = review(request.content)
    project = replace(project, date=request.date)
    items = [item for item in items_of(project, to_print(project, request.choice)) if item.paper.kind in LETTERS]
    found = list(addresses_are_right(project, recipients_of(project, items)))
    wrong = [finding for finding in found if finding.level is Level.ERROR]
    if wrong:
        raise ContentError(wrong)
    folder = request.output / FOLDER / label_of(project, request.choice, since=False)
    worker = Worker(project, resources_of(project, request), Staging(folder, request.cache))
    jobs = request.jobs or os.cpu_count() or 1
    seen = Seen()
    with worker.staging.held(waited(progress)):
        outcomes = render_waves(worker, waves([Part(1, tuple(items), (), (), ())], {}), jobs, progress, seen.look)
        findings = tuple(page_findings(outcomes.values()))
        bindery = Bindery(worker.staging, reader_of(worker.staging, outcomes), frozenset(), {})
        with unwritable_in(folder):
            files = _letters(bindery, items, jobs)
            table = bindery.keep(TABLE, 'table', table_of(project, items, files))
        publish(worker.staging, [*(one.product for one in files.values()), table.product], folder, whole=True)
    without = sum(finding.rule == 'no-email' for finding in found)
    return Mailing(folder, len(items), seen.blanks(items), (*verdict.findings, *found, *findings), without)


def addresses_are_right(project: Project, recipients: Sequence[Recipient]) -> Iterator[Finding]:
    """What is wrong with addresses: one that is none, one that is missing, one that two recipients have."""
    first: dict[str, str] = {}
    for one in recipients:
        place = project.place(ROSTER, *one.loc)
        if not one.email:
            yield Finding('no-email', place, {'name': one.name}, Level.WARNING)
        elif not _ADDRESS.fullmatch(one.email):
            yield Finding('wrong-email', place, {'name': one.name, 'value': one.email})
        elif one.email.casefold() in first:
            values = {'name': one.name, 'other': first[one.email.casefold()], 'value': one.email}
            yield Finding('same-email', place, values, Level.WARNING)
        first.setdefault(one.email.casefold(), one.name)


def table_of(project: Project, items: Sequence[Item], files: dict[int, Bound]) -> bytes:
    """The table as Excel opens it: UTF-8 with its mark, a row a recipient, no cell that could be a formula."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator='\r\n')
    writer.writerow(HEADINGS)
    number = 0
    for item in items:
        subject = _subject(project, item)
        stage = item.paper.round.letter.stage if item.paper.round else ''
        for one in recipients_of(project, [item]):
            number += 1
            row = (str(number), one.name, one.email, subject, files[item.order].product.file, stage)
            writer.writerow([inert(cell) for cell in row])
    return text.getvalue().encode('utf-8-sig')


def inert(cell: str) -> str:
    """A cell that no spreadsheet takes for a formula."""
    return f"'{cell}" if cell.startswith(_FORMULA) else cell


def _subject(project: Project, item: Item) -> str:
    view = view_of(project, item.paper, dict.fromkeys(item.paper.encloses, 1))
    return next(
        (words_of(block.text) for block in view.blocks if isinstance(block, Field) and block.id == 'subject'), ''
    )


def _letters(bindery: Bindery, items: Sequence[Item], processes: int) -> dict[int, Bound]:
    """A file for each letter, by its place in the batch."""
    width = len(str(len(items)))
    chunks = [tuple(items[start : start + MANY]) for start in range(0, len(items), MANY)]
    jobs = (BindJob('mail', chunk, '', width) for chunk in chunks)
    return {bound.first: bound for bound in bindery.bind_all(jobs, processes if len(chunks) > 1 else 1)}
