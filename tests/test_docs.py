"""What the documents tell a reader to type works as it stands, and what they point at is there."""

import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
PAGES = [ROOT / 'README.md', ROOT / 'fonts' / 'README.md', *sorted((ROOT / 'docs').rglob('*.md'))]
PARTS = ('build.py', 'saraban', 'content', 'templates', 'fonts')


def fenced(page: Path) -> list[str]:
    """The lines of a page's fenced blocks without their comments."""
    blocks = re.findall(r'```\w*\n(.*?)```', page.read_text(encoding='utf-8'), re.DOTALL)
    return [line.partition('  #')[0].strip() for block in blocks for line in block.splitlines()]


COMMANDS = sorted({line for page in PAGES for line in fenced(page) if line.startswith('.venv/bin/python ')})


@pytest.fixture(scope='module')
def project(tmp_path_factory):
    folder = tmp_path_factory.mktemp('project')
    for part in PARTS:
        source = ROOT / part
        (shutil.copytree if source.is_dir() else shutil.copy)(source, folder / part)
    return folder


def test_the_readme_begins_with_the_two_commands_that_ci_runs():
    first = fenced(ROOT / 'README.md')[:2]
    assert [line.split()[:2] for line in first] == [['make'], ['make', 'test']]
    ci = (ROOT / '.ci' / 'run').read_text(encoding='utf-8').splitlines()
    assert [line for line in ci if line in {'make', 'make test'}] == ['make', 'make test']


@pytest.mark.slow
@pytest.mark.parametrize('command', COMMANDS)
def test_a_command_of_the_documents_runs(project, command):
    words = [sys.executable, *shlex.split(command)[1:]]
    done = subprocess.run(words, cwd=project, capture_output=True, text=True, check=False, timeout=300)
    expected = 6 if '--strict' in words else 0  # the shipped content has one question that a person must answer
    assert (done.returncode, done.stderr if done.returncode != expected else '') == (expected, '')


@pytest.mark.parametrize('page', PAGES, ids=lambda page: page.relative_to(ROOT).as_posix())
def test_links_between_documents_lead_somewhere(page):
    links = re.findall(r'\]\((?!https?:)([^)#]+)', page.read_text(encoding='utf-8'))
    assert [link for link in links if not (page.parent / link).exists()] == []
