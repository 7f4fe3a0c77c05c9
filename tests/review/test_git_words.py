"""`git diff` and `git log -p` tell words of DOCX and PDF, by the two lines of docs/review.md."""

import re
import shlex
import subprocess
import sys

import pytest
from content_tools import ROOT, SHIPPED, copied, patched

from saraban.cli import main
from saraban.pipeline import Request, build


@pytest.fixture(scope='module')
def repository(tmp_path_factory):
    """A repository that keeps a built schedule, set up as the document says; its venue changed in the second commit."""
    folder = tmp_path_factory.mktemp('papers')
    page = (ROOT / 'docs' / 'review.md').read_text(encoding='utf-8')
    config, attributes = re.findall(r'^(git config diff.*|printf .*gitattributes)$', page, re.MULTILINE)
    config = config.replace('.venv/bin/python build.py', f'{shlex.quote(sys.executable)} {ROOT / "build.py"}')

    def git(*words):
        given = ['git', '-C', folder, '-c', 'user.name=a', '-c', 'user.email=a@b', '-c', 'core.quotepath=off', *words]
        return subprocess.run(given, check=True, capture_output=True, text=True).stdout

    git('init', '-q')
    for line in (config, attributes):
        subprocess.run(line, shell=True, check=True, cwd=folder)
    content = copied(SHIPPED, folder.with_name(f'{folder.name}-content'))
    build(Request(content, folder, kinds=('schedule',), jobs=1))
    git('add', '.')
    git('commit', '-qm', 'first')
    patched(content, 'rounds.yaml', 'venue: โรงแรมดิวันนา', 'venue: โรงแรมบางกอก ชฎา')
    build(Request(content, folder, kinds=('schedule',), jobs=1))
    return git


def changed_lines(told):
    """The lines of words that a diff puts in or takes out; a PDF's cell that takes a line more is a paragraph more."""
    return {line for line in told.splitlines() if re.match(r'[-+](?![-+]).', line)}


@pytest.mark.slow
@pytest.mark.parametrize('ending', ['docx', 'pdf'])
def test_git_tells_the_words_that_changed_in_a_paper(repository, ending):
    expected = {'-ณ โรงแรมดิวันนา', '+ณ โรงแรมบางกอก', '+ชฎา'}
    assert changed_lines(repository('diff', '--', f'schedule.{ending}')) == expected
    repository('add', f'schedule.{ending}')
    repository('commit', '-qm', 'second', '--', f'schedule.{ending}')
    assert changed_lines(repository('log', '-p', '-1', '--', f'schedule.{ending}')) == expected


def test_a_file_that_cannot_be_read_says_why_in_place_of_its_words(capsys, tmp_path):
    (tmp_path / 'broken.docx').write_bytes(b'PK broken')
    code = main(['words', str(tmp_path / 'broken.docx')])
    assert (code, 'ชำรุด' in capsys.readouterr().out) == (0, True)
