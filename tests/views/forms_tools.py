"""Copies of the shipped content with values changed, and views of their papers."""

from __future__ import annotations

import shutil
from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType

from content_tools import check

from saraban.content.loader import load
from saraban.content.project import Project
from saraban.views.blocks import Block, View, texts
from saraban.views.kinds import KINDS, all_papers

ROOT = Path(__file__).resolve().parents[2]
POSTPONED = '{key: round-3, kind: postponed, round: 3, reason: เกิดอุทกภัย, new: {start: 2564-01-18, end: 2564-01-19}}'
BY_RECIPIENT, BY_ROUND, FOR_ALL = (f'\ninvite_by: {way}\n' for way in ('recipient', 'round', 'all'))


Rows = Mapping[str, tuple[str, ...]]
NO_ROWS: Rows = MappingProxyType({})


def project_with(
    folder: Path,
    *changes: tuple[str, str, str],
    columns: tuple[str, ...] = (),
    rows: Rows = NO_ROWS,
) -> Project:
    """The shipped content, copied into a folder, with `(file, old, new)` changed.

    The roster has further `columns`, empty but for what `rows` gives by the recipients' names.
    """
    target = folder / 'content'
    shutil.copytree(ROOT / 'content', target)
    if columns:
        head, *lines = (target / 'recipients.csv').read_text('utf-8').splitlines()
        empty = ('',) * len(columns)
        wider = [f'{line},{",".join(rows.get(line.split(",")[1], empty))}' for line in lines]
        (target / 'recipients.csv').write_text('\n'.join([f'{head},{",".join(columns)}', *wider]) + '\n', 'utf-8')
    for file, old, new in changes:
        path = target / file
        text = path.read_text('utf-8')
        assert old in text, (file, old)
        path.write_text(text.replace(old, new, 1), 'utf-8')
    return load(target)


def view_at(project: Project, path: str) -> View:
    paper = next(paper for paper in all_papers(project, KINDS) if paper.path == path)
    return KINDS[paper.kind].view(project, paper, {})


def paths(project: Project, kind: str) -> list[str]:
    return [paper.path for paper in all_papers(project, KINDS) if paper.kind == kind]


def block(view: View, name: str) -> Block:
    return next(block for block in view.blocks if block.id == name)


def words(part: View | Block) -> str:
    return ''.join(piece if isinstance(piece, str) else piece.text for piece in texts(part))


def rules(project: Project) -> list[str]:
    return [finding.rule for finding in check(project)]
