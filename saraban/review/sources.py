"""What OLD and NEW can be: a content folder, a revision of git, a built output folder, one DOCX or PDF."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

from saraban.content.loader import FILES, is_there
from saraban.content.project import Project
from saraban.errors import Finding, Place, UsageError, shown_path
from saraban.pipeline import keep_words, names_of, review
from saraban.review.git import Repository
from saraban.review.versions import Listed, Sheets, Version
from saraban.views.blocks import View
from saraban.views.kinds import KINDS, all_papers
from saraban.views.names import round_label
from saraban.views.paper import Pages, Paper


def open_version(name: str, content: Path, kinds: Sequence[str] = ()) -> Version:
    """The version that a word of the command line names: a path where there is one, else a revision.

    `content` is the content folder whose revisions are meant; of kinds that are made on request, `kinds` are made.

    Raises:
        UsageError: there is neither, or it is nothing that can be compared.
        ContentError: its content has faults.
    """
    path = Path(name)
    if not is_there(path):
        return _of_revision(name, content, kinds)
    if path.is_dir() and any(is_there(path / file) for file, (_, required) in FILES.items() if required):
        return of_project(name, review(path)[0], kinds)
    from saraban.review.files.folder import file_version, folder_version, is_built  # the readers of files load slowly

    if path.is_dir() and is_built(path):
        return folder_version(name, path)
    if path.is_file():
        return file_version(name, path)
    raise UsageError([Finding('nothing-to-compare', Place(name))])


def words_of_file(path: Path) -> list[str]:
    """The words of a DOCX or PDF, a phrase a line: what git shows of it.

    Raises:
        UsageError, ContentError: it is none, or cannot be read.
    """
    from saraban.review.files.folder import file_version
    from saraban.review.files.phrases import phrases

    version = file_version(str(path), path)
    view = version.view(next(iter(version.papers)))
    return list(phrases(view)) if view else []


def of_project(name: str, project: Project, kinds: Sequence[str] = ()) -> Version:
    """The version that content says; page counts that its letters name are read when a view is made."""
    pages = Sheets()
    listed = [
        Listed(
            paper.path,
            paper.kind,
            paper.name,
            partial(_view, project, paper, pages),
            round=round_label(project, paper.round) if paper.round else '',
        )
        for paper in all_papers(project, kinds)
    ]
    papers = {paper.path: paper for paper in listed}
    return Version(name, papers, project, keep_words(project), names_of(project), pages)


def _view(project: Project, paper: Paper, pages: Pages) -> View:
    return KINDS[paper.kind].view(project, paper, pages)


def _of_revision(name: str, content: Path, kinds: Sequence[str]) -> Version:
    """A revision's content, read with today's code from a folder of its own."""
    repository = Repository(content)
    if not repository.is_there():
        raise UsageError([Finding('no-such-version', Place(name), {'folder': shown_path(content)})])
    if repository.commit(name) is None:
        raise UsageError([Finding('no-such-revision', Place(name))])
    with TemporaryDirectory(prefix='saraban-') as folder:
        inner = repository.lay_out(name, Path(folder))
        project, _ = review(Path(folder), f'{name}:{inner}')
    return of_project(name, project, kinds)
