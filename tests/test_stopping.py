"""A run that is stopped, killed or out of disk leaves no half file and nobody behind; the next one goes on from there."""

import json
import os
import random
import re
import resource
import signal
import subprocess
import sys
import time
from contextlib import suppress
from pathlib import Path

import pytest
from content_tools import ROOT, SAMPLE, copied, digests, patched, snapshot

pytestmark = pytest.mark.slow
LATE = 30  # seconds in which a process must have come so far
AT_ONCE = 1.0  # seconds in which Ctrl-C stops a run


@pytest.fixture
def office(tmp_path):
    return Office(copied(SAMPLE, tmp_path / 'content'), tmp_path / 'output')


class Office:
    """A content folder and its papers, built by processes of their own."""

    def __init__(self, content: Path, output: Path) -> None:
        self.content = content
        self.output = output
        self.staging = output.parent / f'.{output.name}-staging'

    def start(self, *more: str, **options) -> subprocess.Popen:
        where = ['--content', str(self.content), '--output', str(self.output), '--lang', 'en']
        return subprocess.Popen(
            [sys.executable, str(ROOT / 'build.py'), 'build', *where, *more], cwd=ROOT, text=True,
            stdout=subprocess.PIPE, stderr=subprocess.PIPE, start_new_session=True, **options,
        )  # fmt: skip

    def run(self, *more: str) -> tuple[int, str, str]:
        process = self.start(*more)
        out, err = process.communicate(timeout=300)
        return process.returncode, out, err

    def staged(self) -> int:
        return len(list(self.staging.glob('*.json')))

    def processes(self) -> list[int]:
        """The processes whose command line names this office, workers among them."""
        found = []
        for path in Path('/proc').glob('[0-9]*/cmdline'):
            with suppress(OSError):
                if str(self.content) in path.read_text() and 'State:\tZ' not in (path.parent / 'status').read_text():
                    found.append(int(path.parent.name))
        return found

    def left_alone(self) -> bool:
        """Whether every process of this office is gone, within a second."""
        until = time.monotonic() + 1
        while self.processes() and time.monotonic() < until:
            time.sleep(0.02)
        return not self.processes()


def wait_for(condition) -> None:
    until = time.monotonic() + LATE
    while not condition() and time.monotonic() < until:
        time.sleep(0.002)


@pytest.mark.parametrize('cache', [[], ['--no-cache']])
def test_a_run_that_is_killed_again_and_again_comes_to_the_same_papers_as_one_that_is_not(office, tmp_path, cache):
    """Killed at moments that nobody chose, in the middle of papers and of publishing; what stands is whole at each of them."""
    first, second = Office(office.content, tmp_path / 'first'), Office(office.content, tmp_path / 'second')
    assert first.run('--no-cache')[0] == 0
    assert office.run(*cache)[0] == 0
    assert digests(office.output) == digests(first.output)
    patched(office.content, 'project.yaml', 'short_title: โครงการ IPC ฯ', 'short_title: โครงการ IPC ฯใหม่')
    assert second.run('--no-cache')[0] == 0
    old, new = digests(first.output), digests(second.output)
    chosen = random.Random(7)
    moments = [('staged', number) for number in (1, 5, 12, 20, 30, 37)] + [
        ('after', chosen.uniform(0.0, 3.0)) for _ in range(4)
    ]
    for what, moment in moments:
        process = office.start('--jobs', '2', *cache)
        if what == 'staged':
            wait_for(lambda process=process, moment=moment: office.staged() >= moment or process.poll() is not None)
        else:
            with suppress(subprocess.TimeoutExpired):
                process.wait(moment)
        process.kill()
        process.communicate()
        assert office.left_alone(), f'a process outlived its run, {what} {moment}'
        seen = digests(office.output)
        assert {name: sha for name, sha in seen.items() if sha not in {old.get(name), new.get(name)}} == {}
        json.loads((office.output / 'manifest.json').read_text('utf-8'))
    left = office.staged()  # nothing, where the last of them was killed when it had published all
    code, out, _ = office.run(*cache)
    assert (code, digests(office.output)) == (0, new)
    assert not office.staging.exists()
    told = re.search(r'(took \d+ files that an earlier run had finished|nothing has changed)', out)
    assert bool(told) == bool(left or not cache)


def test_what_a_killed_run_has_finished_is_taken_and_told(office):
    process = office.start('--jobs', '2', '--no-cache')
    wait_for(lambda: office.staged() >= 12)
    process.kill()
    process.communicate()
    assert office.left_alone()
    kept = office.staged()
    code, out, _ = office.run('--no-cache')
    assert (code, kept >= 12) == (0, True)
    assert f'took {kept} files that an earlier run had finished' in out


@pytest.mark.parametrize('moment', ['begun', 0.1, 0.3, 0.6, 1.2, 'first paper', 'in the middle'])
@pytest.mark.parametrize('jobs', ['1', '2'])
def test_control_c_stops_within_a_second_at_any_moment(office, moment, jobs):
    office.output.mkdir()
    (office.output / 'proposal.pdf').write_bytes(b'an earlier build')
    before = snapshot(office.output)
    process = office.start('--jobs', jobs)
    if isinstance(moment, float):
        time.sleep(moment)
    else:
        papers = {'begun': 0, 'first paper': 1, 'in the middle': 6}[moment]
        wait_for(lambda: office.staged() >= papers)
        time.sleep(0.03 if papers else 0.08)
    began = time.monotonic()
    os.killpg(process.pid, signal.SIGINT)  # what a terminal does: every process of the run gets it
    _, err = process.communicate(timeout=30)
    took = time.monotonic() - began
    assert process.returncode in {130, -signal.SIGINT}
    assert ('Traceback' in err, snapshot(office.output) == before) == (False, True)
    assert office.left_alone()
    assert took < AT_ONCE


def test_control_c_that_reaches_the_first_process_alone_stops_the_others_too(office):
    process = office.start('--jobs', '2')
    wait_for(lambda: office.staged() >= 2)
    process.send_signal(signal.SIGINT)
    process.communicate(timeout=30)
    assert (process.returncode, office.left_alone()) == (130, True)


@pytest.mark.parametrize('jobs', ['1', '2'])
def test_a_disk_that_is_full_is_told_and_the_next_run_takes_what_fitted(office, tmp_path, jobs):
    """No file may grow beyond a limit that some papers keep and others do not."""
    office.output.mkdir()
    (office.output / 'proposal.pdf').write_bytes(b'an earlier build')
    before = snapshot(office.output)
    limit = 40_000
    process = office.start('--jobs', jobs, preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit)))
    out, err = process.communicate(timeout=300)
    assert (process.returncode, out) == (5, '')
    assert 'File too large' in err
    assert ('Traceback' in err, snapshot(office.output) == before) == (False, True)
    kept = office.staged()
    assert kept > 0
    assert not list(office.staging.glob('*.part'))
    code, out, _ = office.run()
    assert code == 0
    assert f'took {kept} files that an earlier run had finished' in out
    clean = Office(office.content, tmp_path / 'clean')
    assert clean.run('--no-cache')[0] == 0
    assert digests(office.output) == digests(clean.output)


def test_two_runs_into_one_folder_wait_for_each_other(office, tmp_path):
    together = [office.start('--jobs', '1'), office.start('--jobs', '1', '--no-cache')]
    said = [process.communicate(timeout=300)[1] for process in together]
    assert [process.returncode for process in together] == [0, 0]
    assert sum('waiting for that to end' in err for err in said) == 1
    clean = Office(office.content, tmp_path / 'clean')
    assert clean.run('--no-cache')[0] == 0
    assert digests(office.output) == digests(clean.output)
    assert not office.staging.exists()


def test_a_cache_that_is_deleted_while_a_build_runs_only_makes_it_slower(office, own_cache):
    process = office.start('--jobs', '2')
    wait_for(lambda: office.staged() >= 4)
    deadline = time.monotonic() + LATE
    while process.poll() is None and time.monotonic() < deadline:
        for path in sorted(own_cache.rglob('*'), reverse=True):
            with suppress(OSError):
                path.unlink() if path.is_file() else path.rmdir()
        time.sleep(0.01)
    assert process.wait(300) == 0
    assert len(json.loads((office.output / 'manifest.json').read_text('utf-8'))['files']) == 38
