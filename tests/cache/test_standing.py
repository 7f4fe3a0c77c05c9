"""A command line that would change nothing is answered at once, in the same words, and only where nothing has changed."""

import os
import re
import shutil
import subprocess
import sys

import pytest
from content_tools import ROOT, STARTER, copied, digests, patched, snapshot

from saraban import cli
from saraban.cache import standing
from saraban.cache.standing import Inputs
from saraban.cli import edge, main

pytestmark = pytest.mark.slow


@pytest.fixture
def office(tmp_path):
    """A small content folder, built once by the real command line."""
    copied(STARTER, tmp_path / 'content')
    assert main(arguments(tmp_path)) == 0
    return tmp_path


def arguments(folder, *more: str) -> list[str]:
    return [
        'build',
        'schedule',
        'round-schedule',
        '--content',
        str(folder / 'content'),
        '--output',
        str(folder / 'output'),
        '--lang',
        'en',
        *more,
    ]


@pytest.fixture
def loaded(monkeypatch):
    """The command lines that the whole program was loaded for."""
    seen = []
    run = edge.run
    monkeypatch.setattr(edge, 'run', lambda words, *more: seen.append(tuple(words)) or run(words, *more))
    return seen


def said(capsys, *words) -> tuple[int, str, str]:
    code = main(list(words))
    out = capsys.readouterr()
    return code, re.sub(r'in \d+\.\d s', 'in … s', out.out), out.err


def test_nothing_is_loaded_and_nothing_touched_when_nothing_has_changed(office, loaded, capsys):
    capsys.readouterr()
    before = snapshot(office / 'output')
    code, out, _ = said(capsys, *arguments(office))
    assert (code, loaded, snapshot(office / 'output')) == (0, [], before)
    assert out.splitlines()[-1].startswith('nothing has changed: all 4 files (2 papers) in ')


def test_what_is_said_is_what_the_whole_program_says(office, loaded, capsys):
    capsys.readouterr()
    quick = said(capsys, *arguments(office))
    shutil.rmtree(os.environ['SARABAN_CACHE'] + '/runs')
    whole = said(capsys, *arguments(office))
    assert (len(loaded), quick) == (1, whole)
    assert 'nothing is left open' in whole[1]


EDITS = {
    'content': lambda folder: patched(folder / 'content', 'rounds.yaml', 'venue: ห้อง', 'venue: หอ ห้อง'),
    'a file that is new': lambda folder: (folder / 'content' / 'strange.yaml').write_text('a: b', 'utf-8'),
    'a paper edited': lambda folder: (folder / 'output' / 'schedule.pdf').write_bytes(b'mine'),
    'a paper edited to the same size and time': lambda folder: same_looks(folder / 'output' / 'schedule.pdf'),
    'a paper deleted': lambda folder: (folder / 'output' / 'schedule.docx').unlink(),
    'the manifest deleted': lambda folder: (folder / 'output' / 'manifest.json').unlink(),
    'the output folder deleted': lambda folder: shutil.rmtree(folder / 'output'),
}


def same_looks(path):
    state = path.stat()
    data = bytearray(path.read_bytes())
    data[len(data) // 2] ^= 1
    path.write_bytes(data)
    os.utime(path, ns=(state.st_atime_ns, state.st_mtime_ns))


@pytest.mark.parametrize('edit', EDITS)
def test_whatever_was_edited_or_deleted_is_seen(office, loaded, edit):
    whole = digests(office / 'output')
    EDITS[edit](office)
    code = main(arguments(office))
    assert (len(loaded), code) == (1, 3 if edit == 'a file that is new' else 0)
    if edit not in {'content', 'a file that is new'}:
        assert digests(office / 'output') == whole


@pytest.mark.parametrize('words', [['--no-cache'], ['--jobs', '1'], ['-v']])
def test_another_command_line_is_another_run(office, loaded, words):
    assert main(arguments(office, *words)) == 0
    assert len(loaded) == 1


def test_other_templates_fonts_code_or_libraries_are_other_inputs(tmp_path, monkeypatch):
    for name in ('content', 'templates', 'fonts'):
        shutil.copytree(ROOT / name, tmp_path / name)
    inputs = Inputs(tmp_path / 'content', tmp_path / 'templates', tmp_path / 'fonts')
    seen = [inputs.digest()]
    for file in (
        'content/rounds.yaml',
        'templates/html/style.css',
        'templates/docx/letter.docx',
        'fonts/emblem/emblem.png',
    ):
        with (tmp_path / file).open('ab') as opened:
            opened.write(b'\n')
        seen.append(inputs.digest())
    for name, value in (('code_digest', lambda: 'other'), ('libraries', lambda: {'weasyprint': '0'})):
        monkeypatch.setattr(standing, name, value)
        seen.append(inputs.digest())
    assert len(set(seen)) == 7


def test_no_record_is_left_by_a_run_without_the_cache_or_one_that_failed(tmp_path, own_cache):
    copied(STARTER, tmp_path / 'content')
    assert main(arguments(tmp_path, '--no-cache')) == 0
    assert list(own_cache.iterdir()) == []
    patched(tmp_path / 'content', 'project.yaml', 'fiscal_year: 2570', 'fiscal_year: ปีนี้')
    assert main(arguments(tmp_path)) == 3
    assert [path for path in own_cache.rglob('*') if path.is_file()] == []


def test_a_damaged_record_is_no_record(office, loaded, own_cache):
    for path in (own_cache / 'runs').iterdir():
        path.write_text('{"seen": 3}')
    assert main(arguments(office)) == 0
    assert len(loaded) == 1


def test_what_was_saved_while_a_build_ran_is_not_taken_for_built(tmp_path, loaded, monkeypatch):
    content = copied(STARTER, tmp_path / 'content')
    digest = Inputs.digest
    calls = []

    def saving(inputs):
        calls.append(digest(inputs))
        if len(calls) == 1:  # right after the first look, before the content is read
            patched(content, 'rounds.yaml', 'venue: ห้อง', 'venue: หอ ห้อง')
        return calls[-1]

    monkeypatch.setattr(Inputs, 'digest', saving)
    assert main(arguments(tmp_path)) == 0
    monkeypatch.setattr(Inputs, 'digest', digest)
    assert main(arguments(tmp_path)) == 0
    assert len(loaded) == 2


def test_the_cache_may_not_lie_in_the_output_folder(tmp_path, monkeypatch, capsys):
    monkeypatch.setenv('SARABAN_CACHE', str(tmp_path / 'output' / 'cache'))
    assert main(arguments(tmp_path)) == 2
    assert 'the cache lies in the folder for the papers' in capsys.readouterr().err


def test_a_size_that_is_none_is_told(tmp_path, monkeypatch, capsys):
    monkeypatch.setenv('SARABAN_CACHE_SIZE', 'much')
    assert main(arguments(tmp_path)) == 2
    assert 'SARABAN_CACHE_SIZE="much" is no size' in capsys.readouterr().err


def test_the_first_file_of_the_command_line_loads_nothing_that_is_slow():
    code = 'import sys, saraban.cli; print(*sorted(name.split(".")[0] for name in sys.modules))'
    done = subprocess.run([sys.executable, '-c', code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert (
        set(done.stdout.split()) & {'pydantic', 'typer', 'yaml', 'weasyprint', 'lxml', 'docx', 'rich', 'concurrent'}
        == set()
    )
    assert cli.main is main
