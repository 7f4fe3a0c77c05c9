"""`check --pages` renders and measures as a build does, and leaves nothing on the disk."""

import json

import pytest
from content_tools import SAMPLE, copied, patched

from saraban import press
from saraban.cli import main
from saraban.errors import Finding, Level, Place
from saraban.pipeline import Request, build
from saraban.render.formats import FORMATS
from saraban.render.rendered import Rendered

WRONG = Finding('empty-page', Place('proposal.pdf'), {'page': 2}, Level.ERROR)
ODD = Finding('bad-line-start', Place('memo.pdf'), {'page': 1, 'mark': 'ฯ', 'found': 'ฯ'}, Level.WARNING)


@pytest.fixture
def content(tmp_path):
    return copied(SAMPLE, tmp_path / 'content')


@pytest.fixture
def output(tmp_path):
    return tmp_path / 'output'


@pytest.fixture
def found(monkeypatch):
    """Engines that print nothing to speak of; the findings that a test puts in stand on the papers' pages."""
    findings: list[Finding] = []
    for form in FORMATS:
        monkeypatch.setitem(FORMATS, form, lambda resources: lambda view: Rendered(b'x', 1))
    monkeypatch.setattr(
        press,
        'check_pages',
        lambda view, form, *_: [one for one in findings if one.place.file == f'{view.path}.{form}'],
    )
    return findings


def check(content, output, *words: str) -> int:
    return main(['--output', str(output), 'check', '--pages', *words, '--content', str(content), '--lang', 'en'])


def test_pages_that_keep_the_rules_are_measured_and_no_file_is_written(content, output, tmp_path, capsys):
    before = sorted(tmp_path.rglob('*'))
    assert check(content, output, 'letter', '--only', 'H10665-ban-mai-center-hospital') == 0
    assert 'set and measured 1 papers (2 files), wrote none' in capsys.readouterr().out
    assert sorted(tmp_path.rglob('*')) == before


@pytest.mark.usefixtures('found')
def test_all_papers_are_measured_where_none_is_named(content, output, capsys):
    products = build(Request(content, output)).products
    capsys.readouterr()
    assert check(content, output) == 0
    papers = len({product.file.rpartition('.')[0] for product in products})
    assert f'set and measured {papers} papers ({len(products)} files)' in capsys.readouterr().out


def test_an_error_on_a_page_has_the_exit_code_of_a_build(content, output, found, capsys):
    found += [WRONG, ODD]
    assert check(content, output) == 6
    told = capsys.readouterr().err
    assert 'proposal.pdf: error: page 2 is empty [empty-page]' in told
    assert 'in all: 1 errors' in told
    assert not output.exists()


def test_a_letter_is_measured_also_where_what_it_encloses_has_an_error(content, output, found, capsys):
    letter = Finding('empty-page', Place('letters/H10665-ban-mai-center-hospital.pdf'), {'page': 3}, Level.ERROR)
    found += [WRONG, letter]
    assert check(content, output) == 6
    told = capsys.readouterr().err
    assert 'proposal.pdf: error: page 2 is empty' in told
    assert 'letters/H10665-ban-mai-center-hospital.pdf: error: page 3 is empty' in told


def test_a_warning_on_a_page_fails_only_where_the_check_is_strict(content, output, found):
    found.append(Finding('bad-line-start', Place('proposal.pdf'), ODD.values, Level.WARNING))
    assert check(content, output) == 0
    assert check(content, output, '--strict') == 6


@pytest.mark.parametrize('form', ['json', 'sarif'])
def test_programs_are_told_in_their_own_form(content, output, found, capsys, form):
    found.append(WRONG)
    assert check(content, output, '--format', form) == 6
    told = json.loads(capsys.readouterr().out)
    if form == 'json':
        rows = [(row['rule'], row['file'], row['level']) for row in told['findings'] if row['level'] == 'error']
        assert rows == [('empty-page', 'proposal.pdf', 'error')]
    else:
        (rule,) = [one for one in told['runs'][0]['tool']['driver']['rules'] if one['id'] == 'empty-page']
        assert rule['help']['text'] == 'docs/page-rules.md#empty-page'


def test_content_that_is_wrong_is_told_and_no_page_is_set(content, output, capsys):
    patched(content, 'project.yaml', 'fiscal_year: ', 'fiscal_years: ')
    assert check(content, output) == 3
    assert 'measured' not in capsys.readouterr().out


def test_names_without_pages_are_refused(content, capsys):
    assert main(['check', 'letter', '--content', str(content), '--lang', 'en']) == 2
    assert '"letter" can be picked only where pages are measured' in capsys.readouterr().err
