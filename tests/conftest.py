"""What tests of every part share: projects that are loaded once, and views of them."""

from __future__ import annotations

from pathlib import Path

import pytest
from content_tools import SAMPLE, SHIPPED, copied, patched, written

from saraban.content.loader import load
from saraban.content.project import Project
from saraban.pipeline import read
from saraban.views.blocks import View
from saraban.views.kinds import KINDS, all_papers


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption('--update-golden', action='store_true', help='write the golden files again')


@pytest.fixture(autouse=True)
def own_cache(tmp_path_factory, monkeypatch) -> Path:
    """A cache of its own for each test: never the user's, and nothing that another test has made."""
    folder = tmp_path_factory.mktemp('cache')
    monkeypatch.setenv('SARABAN_CACHE', str(folder))
    return folder


@pytest.fixture(scope='session')
def shipped() -> Project:
    """The real proposal, as the product ships it."""
    return read(SHIPPED)


@pytest.fixture(scope='session')
def sample() -> Project:
    """The second, quite different project: hospitals, no regions, a budget."""
    return read(SAMPLE)


@pytest.fixture
def changed(tmp_path):
    """A copy of a content folder with values changed: `changed(SAMPLE, ('rounds.yaml', 'old', 'new'), …)` gives a project."""

    def change(source, *patches):
        folder = copied(source, tmp_path / 'content')
        for file, old, new in patches:
            patched(folder, file, old, new)
        return load(folder)

    return change


@pytest.fixture
def small(tmp_path):
    """A small project of the files that are written out: `small(rounds='…')`."""
    return lambda **files: load(written(tmp_path / 'small', **files))


@pytest.fixture
def view_of():
    """The view of a project's paper at a path, with the page counts of what it encloses."""

    def view(project: Project, path: str, **pages: int) -> View:
        paper = next(paper for paper in all_papers(project) if paper.path == path)
        counts = {enclosed: pages.get(enclosed.rpartition('/')[2].replace('-', '_'), 1) for enclosed in paper.encloses}
        return KINDS[paper.kind].view(project, paper, counts)

    return view
