"""Finished papers kept for later builds: found again by their key, never believed unread, never more than was agreed."""

import hashlib
import os
import re
import shutil
import stat
import subprocess
import sys
import time
import tomllib
from importlib import metadata

import pytest
from content_tools import ROOT

from saraban.cache import Cache
from saraban.cache.machine import LIBRARIES, code_digest, libraries
from saraban.cache.place import USUAL_SIZE, cache_folder, cache_size
from saraban.cache.sweep import leftover_name

HEAD = '{"pages": 1}'
DATA = b'%PDF- of a paper'


@pytest.fixture
def cache(tmp_path):
    return Cache(tmp_path / 'cache', 10_000)


def sha(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def entry(cache: Cache, key: str):
    return cache.folder / 'papers' / key[:2] / key


def keys(cache: Cache) -> list[str]:
    return sorted(path.name for path in (cache.folder / 'papers').rglob('*') if path.is_file())


def test_an_entry_is_found_by_its_key_with_what_was_noted_and_its_bytes(cache):
    cache.keep('abc', HEAD, DATA)
    assert (cache.head('abc'), cache.read('abc', sha(DATA))) == (HEAD, DATA)
    assert (cache.head('abd'), cache.read('abd', sha(DATA))) == (None, None)


def test_only_its_owner_may_look_into_it(cache):
    cache.keep('abc', HEAD, DATA)
    assert stat.S_IMODE(cache.folder.stat().st_mode) == 0o700


@pytest.mark.parametrize('at', ['digest', 'head', 'first byte', 'last byte', 'end', 'everything'])
def test_a_damaged_entry_is_none(cache, at):
    cache.keep('abc', HEAD, DATA)
    path = entry(cache, 'abc')
    whole = bytearray(path.read_bytes())
    if at == 'end':
        del whole[-1]
    elif at == 'everything':
        whole.clear()
    else:
        place = {'digest': 3, 'head': 70, 'first byte': len(whole) - len(DATA), 'last byte': len(whole) - 1}[at]
        whole[place] ^= 1
    path.write_bytes(whole)
    found = cache.head('abc') is not None and cache.read('abc', sha(DATA)) is not None
    assert not found


def test_bytes_that_are_not_the_ones_that_were_noted_are_thrown_away(cache):
    cache.keep('abc', HEAD, DATA)
    assert cache.read('abc', sha(b'others')) is None
    assert keys(cache) == []


def test_the_least_recently_used_go_first_when_the_limit_is_reached(tmp_path):
    roomy, cache = Cache(tmp_path, 10**6), Cache(tmp_path, 5_000)
    for number in range(8):
        roomy.keep(f'{number}0', HEAD, b'x' * 700)
        os.utime(entry(roomy, f'{number}0'), (number * 10_000, number * 10_000))
    cache.used('00')  # the oldest, now of use again
    cache.sweep()
    assert keys(cache) == ['00', '40', '50', '60', '70']


def test_it_never_grows_far_beyond_its_limit_while_papers_are_kept(tmp_path):
    cache = Cache(tmp_path, 10_000)
    for number in range(60):
        cache.keep(f'{number:02}', HEAD, b'x' * 900)
    assert sum(path.stat().st_size for path in tmp_path.rglob('*') if path.is_file()) <= 10_000 * 17 / 16


def test_half_written_files_of_dead_processes_go_and_those_of_living_ones_stay(cache):
    cache.keep('abc', HEAD, DATA)
    folder = entry(cache, 'abc').parent
    dead = subprocess.run(
        [sys.executable, '-c', f'import sys; sys.path.insert(0, {str(ROOT)!r})\n'
         'from saraban.cache.sweep import leftover_name; print(leftover_name("a"))'],
        capture_output=True, text=True, check=True,
    ).stdout.strip()  # fmt: skip
    alive = leftover_name('b')
    elsewhere = re.sub(r'\.[^.]*\.(\d+)\.', r'.another-host.\1.', alive)
    for name in (dead, alive, elsewhere):
        (folder / name).write_bytes(b'half')
    cache.sweep()
    assert sorted(path.name for path in folder.iterdir()) == sorted(['abc', alive, elsewhere])
    yesterday = time.time() - 90_000
    os.utime(folder / elsewhere, (yesterday, yesterday))
    cache.sweep()
    assert sorted(path.name for path in folder.iterdir()) == sorted(['abc', alive])


def test_a_folder_that_cannot_be_written_only_keeps_nothing(tmp_path):
    (tmp_path / 'file').write_bytes(b'')
    cache = Cache(tmp_path / 'file' / 'cache', 1000)
    cache.keep('abc', HEAD, DATA)
    cache.sweep()
    cache.used('abc')
    assert (cache.head('abc'), cache.read('abc', sha(DATA))) == (None, None)


def test_it_may_be_deleted_at_any_time(cache):
    cache.keep('abc', HEAD, DATA)
    shutil.rmtree(cache.folder)
    assert cache.head('abc') is None
    cache.keep('abc', HEAD, DATA)
    assert cache.read('abc', sha(DATA)) == DATA


def test_the_folder_is_the_one_that_is_given_else_the_user_s(tmp_path, monkeypatch):
    assert cache_folder({'SARABAN_CACHE': str(tmp_path)}) == tmp_path
    monkeypatch.setenv('XDG_CACHE_HOME', str(tmp_path))
    assert cache_folder({}) == tmp_path / 'saraban'
    assert cache_folder({'SARABAN_CACHE': ''}) == tmp_path / 'saraban'


@pytest.mark.parametrize(
    ('text', 'size'), [('', USUAL_SIZE), ('1000', 1000), ('500M', 500_000_000), ('1.5 GB', 1_500_000_000), ('2k', 2000)]
)
def test_a_size_is_read_as_people_write_it(text, size):
    assert cache_size({'SARABAN_CACHE_SIZE': text}) == size


@pytest.mark.parametrize('text', ['much', '-1', '4X', '๔G', '1e9'])
def test_what_is_no_size_is_refused(text):
    with pytest.raises(ValueError, match=re.escape(text)):
        cache_size({'SARABAN_CACHE_SIZE': text})


def plain(requirement: str) -> str:
    return re.sub(r'[-_.]+', '-', re.split(r'[\s;<>=!~\[]', requirement)[0]).lower()


def test_every_library_that_papers_come_from_has_its_version_in_a_paper_s_key():
    """Those that the command line and the print room alone use print no paper."""
    project = tomllib.loads((ROOT / 'pyproject.toml').read_text(encoding='utf-8'))['project']
    needed = {plain(name) for name in project['dependencies']} - {
        'rich',
        'typer',
        'platformdirs',
        'watchfiles',
        'pikepdf',
    }
    for name in list(needed):
        needed |= {plain(one) for one in metadata.requires(name) or () if 'extra ==' not in one} & {
            'markupsafe',
            'pydantic-core',
        }
    needed |= {plain(one) for one in metadata.requires('weasyprint') or () if 'extra ==' not in one}
    assert needed - LIBRARIES == set()
    found = libraries()
    assert {name: found.get(name) for name in needed} == {name: metadata.version(name) for name in needed}
    assert found['libpango-1.0.so.0'].startswith('libpango-1.0.so.0.')


def test_other_code_has_another_digest_and_so_have_other_word_lists(tmp_path):
    package = tmp_path / 'saraban'
    (package / 'words').mkdir(parents=True)
    (package / 'a.py').write_text('a')
    (package / 'words' / 'list.txt').write_text('b')
    seen = []
    for file, text in (('a.py', 'a'), ('a.py', 'c'), ('words/list.txt', 'c'), ('a.pyc', 'x'), ('b.py', '')):
        (package / file).write_text(text)
        code_digest.cache_clear()
        seen.append(code_digest(package))
    assert len(set(seen)) == 4
    assert seen[2] == seen[3]
