"""Papers set by other processes that share no disk with this one: a real scheduler and real workers, one of them killed."""

import json
import os
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from content_tools import ROOT, SAMPLE, digests

from saraban import cluster
from saraban.cli import main
from saraban.errors import RenderError
from saraban.pipeline import Request, build

pytestmark = pytest.mark.slow
distributed = pytest.importorskip('distributed')
LATE = 60


class Cluster:
    """A scheduler and workers, each a process of its own with its own folder."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.file = folder / 'scheduler.json'
        self.processes = [self._start('dask_scheduler', '--port', '0', '--no-dashboard', '--host', '127.0.0.1')]
        until = time.monotonic() + LATE
        while not self.file.exists() and time.monotonic() < until:
            time.sleep(0.05)
        self.address = json.loads(self.file.read_text('utf-8'))['address']

    def _start(self, what: str, *words: str, program: Path = ROOT) -> subprocess.Popen:
        command = [sys.executable, '-m', f'distributed.cli.{what}', '--scheduler-file', str(self.file), *words]
        environment = os.environ | {'PYTHONPATH': str(program)}
        log = (self.folder / f'{what}-{time.monotonic_ns()}.log').open('w')
        return subprocess.Popen(command, cwd=self.folder, env=environment, stdout=log, stderr=log)

    def worker(self, program: Path = ROOT) -> subprocess.Popen:
        local = str(self.folder / f'worker-{len(self.processes)}')
        words = ('--nthreads', '1', '--no-nanny', '--no-dashboard', '--local-directory', local)
        self.processes.append(self._start('dask_worker', *words, program=program))
        return self.processes[-1]

    def ready(self, workers: int) -> None:
        with distributed.Client(self.address, set_as_default=False, timeout=LATE) as client:
            client.wait_for_workers(workers, timeout=LATE)

    def end(self) -> None:
        for process in self.processes:
            process.kill()
            process.wait()


@pytest.fixture
def machines(tmp_path):
    made = Cluster(tmp_path)
    yield made
    made.end()


@pytest.fixture(scope='module')
def alone(tmp_path_factory):
    """The sample as this machine alone makes it."""
    output = tmp_path_factory.mktemp('alone') / 'output'
    build(Request(SAMPLE, output, jobs=2))
    return digests(output)


def test_two_workers_make_the_papers_that_this_machine_makes(machines, alone, tmp_path, monkeypatch):
    machines.worker()
    machines.worker()
    machines.ready(2)
    monkeypatch.setattr('saraban.press.Press.__call__', lambda press, job: pytest.fail('set on this machine'))
    report = build(Request(SAMPLE, tmp_path / 'output', cluster=machines.address))
    assert digests(tmp_path / 'output') == alone
    assert (report.findings, report.reused) == ([], 0)


def test_a_worker_that_is_killed_in_the_middle_costs_no_paper(machines, alone, tmp_path):
    victim = machines.worker()
    machines.worker()
    machines.ready(2)
    told = []

    def kill(done: int, total: int, path: str) -> None:
        told.append(path)
        if done == 4:
            victim.send_signal(signal.SIGKILL)

    build(Request(SAMPLE, tmp_path / 'output', cluster=machines.address), kill)
    assert victim.wait(LATE) == -signal.SIGKILL
    assert digests(tmp_path / 'output') == alone
    assert len(told) == len(set(told)) == 19


def test_when_every_worker_is_gone_it_is_told_and_finished_papers_are_kept(machines, tmp_path, monkeypatch):
    only = machines.worker()
    machines.ready(1)
    monkeypatch.setattr(cluster, '_PATIENCE', 3)

    def kill(done: int, total: int, path: str) -> None:
        if done == 4:
            for process in (only, machines.processes[0]):
                process.kill()

    with pytest.raises(RenderError) as caught:
        build(Request(SAMPLE, tmp_path / 'output', cluster=machines.address), kill)
    assert {finding.rule for finding in caught.value.findings} == {'cluster-lost'}
    assert not (tmp_path / 'output').exists()
    assert build(Request(SAMPLE, tmp_path / 'output', jobs=2)).reused >= 4


def test_a_worker_with_another_program_is_refused_with_what_differs(machines, tmp_path):
    other = tmp_path / 'other'
    shutil.copytree(ROOT / 'saraban', other / 'saraban', ignore=shutil.ignore_patterns('__pycache__'))
    with (other / 'saraban' / 'thai.py').open('a') as file:
        file.write('\n')
    machines.worker()
    machines.worker(other)
    machines.ready(2)
    with pytest.raises(RenderError) as caught:
        build(Request(SAMPLE, tmp_path / 'output', cluster=machines.address))
    (finding,) = caught.value.findings
    assert (finding.rule, str(finding.values['names']).startswith('saraban ')) == ('cluster-differs', True)
    assert not (tmp_path / 'output').exists()


def test_a_worker_without_the_program_and_a_cluster_without_workers_are_told(machines, tmp_path, monkeypatch):
    monkeypatch.setattr(cluster, '_PATIENCE', 2)
    with pytest.raises(RenderError) as caught:
        build(Request(SAMPLE, tmp_path / 'output', cluster=machines.address))
    assert [finding.rule for finding in caught.value.findings] == ['cluster-empty']
    (tmp_path / 'empty').mkdir()
    machines.worker(tmp_path / 'empty')
    machines.ready(1)
    with pytest.raises(RenderError) as caught:
        build(Request(SAMPLE, tmp_path / 'output', cluster=machines.address))
    assert [finding.rule for finding in caught.value.findings] == ['cluster-no-program']


@pytest.mark.parametrize('address', ['tcp://127.0.0.1:9', 'nowhere', 'carrier-pigeon://x:1'])
def test_an_address_where_nobody_answers_is_told(address, tmp_path, monkeypatch, capsys):
    monkeypatch.setattr(cluster, '_PATIENCE', 1)
    where = ['--content', str(SAMPLE), '--output', str(tmp_path / 'output'), '--lang', 'en']
    assert main(['build', 'schedule', '--cluster', address, *where]) == 5
    err = capsys.readouterr().err
    assert (f'{address}: error: no Dask scheduler answers' in err, 'Traceback' in err) == (True, False)


def test_without_the_extra_it_is_told_what_to_install(tmp_path, monkeypatch, capsys):
    monkeypatch.setitem(sys.modules, 'distributed', None)
    where = ['--content', str(SAMPLE), '--output', str(tmp_path / 'output'), '--lang', 'en']
    assert main(['build', 'schedule', '--cluster', 'tcp://127.0.0.1:9', *where]) == 5
    assert 'pip install distributed' in capsys.readouterr().err
