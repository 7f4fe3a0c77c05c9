"""A second process that loads engines ahead makes the same papers, and nobody misses it when it dies."""

import dataclasses
import time
from pathlib import Path
from threading import Event, Thread

import pytest
from content_tools import ROOT, STARTER, copied, digests, patched

from saraban import cli
from saraban.cache import Cache
from saraban.cli import edge, main
from saraban.errors import TemplateError
from saraban.pipeline import Request, build
from saraban.press import Press
from saraban.standby import Standby
from saraban.workers import FEW
from saraban.workers.run import Run

pytestmark = pytest.mark.slow
LATE = 20  # seconds in which processes have ended, on a machine that is busy


@pytest.fixture
def standby():
    made = Standby()
    yield made
    made.end()


@pytest.fixture
def stale(tmp_path):
    """A small project that was built, and has one value that is another since."""
    request = Request(
        copied(STARTER, tmp_path / 'content'), tmp_path / 'output', cache=Cache(tmp_path / 'cache', 10**9)
    )
    build(request)
    rows = (request.content / 'recipients.csv').read_text('utf-8').splitlines()
    columns = ['addressee', 'ผู้ว่าราชการจังหวัด', *([''] * len(rows))]
    rows = [f'{row},{column}' for row, column in zip(rows, columns, strict=False)]
    (request.content / 'recipients.csv').write_text('\n'.join(rows) + '\n', 'utf-8')
    return request


def test_it_makes_the_papers_that_this_process_would_make(stale, standby, tmp_path, monkeypatch):
    done, press = [], Press.__call__
    monkeypatch.setattr(Press, '__call__', lambda self, job: done.append(job) or press(self, job))
    report = build(stale, standby=standby)
    made = [product for product in report.products if not product.reused]
    monkeypatch.undo()
    assert {form for job in done for form in job.keys} == {'docx'}, 'pages are set by the other'
    assert len(done) == len({product.file.rpartition('.')[0] for product in made})
    build(dataclasses.replace(stale, output=tmp_path / 'clean', cache=None))
    assert digests(stale.output) == digests(tmp_path / 'clean')
    assert made


def test_nobody_waits_for_it_to_load(monkeypatch):
    """What it is given, fonts and all, is more than the line between both holds."""
    monkeypatch.setattr('saraban.standby._load', Event().wait)
    loading = Standby()
    giving = Thread(target=loading.prepare, args=(bytes(10**6), None), daemon=True)
    giving.start()
    giving.join(20)
    assert not giving.is_alive()
    loading.end()


def test_a_first_paper_is_begun_before_the_last_is_known(stale, standby, monkeypatch):
    """All papers are gone through to find the stale ones: the first of them is printed meanwhile."""
    events = []
    begin, close = Standby.begin, Run._close
    monkeypatch.setattr(Standby, 'begin', lambda self, job: events.append('begun') or begin(self, job))
    monkeypatch.setattr(Run, '_close', lambda *given: events.append('closed') or close(*given))
    build(stale, standby=standby)
    assert 'closed' in events[events.index('begun') : -1]


def test_many_papers_are_made_by_processes_that_it_forks(tmp_path, standby, monkeypatch):
    monkeypatch.setattr(Press, '__call__', lambda press, job: pytest.fail('set in this process'))
    monkeypatch.setattr('saraban.workers.waves.forked', lambda work, processes: pytest.fail('forked by this process'))
    request = Request(copied(STARTER, tmp_path / 'content'), tmp_path / 'output', jobs=2)
    made = build(request, standby=standby)
    assert len(made.products) > 2 * FEW
    assert len(Path(f'/proc/{standby._process.pid}/task/{standby._process.pid}/children').read_text().split()) == 2
    monkeypatch.undo()
    build(dataclasses.replace(request, output=tmp_path / 'clean'))
    assert digests(request.output) == digests(tmp_path / 'clean')


def test_one_process_is_enough_where_one_is_asked_for(tmp_path, standby):
    request = Request(copied(STARTER, tmp_path / 'content'), tmp_path / 'output', jobs=1)
    build(request, standby=standby)
    assert Path(f'/proc/{standby._process.pid}/task/{standby._process.pid}/children').read_text() == ''
    build(dataclasses.replace(request, output=tmp_path / 'clean'))
    assert digests(request.output) == digests(tmp_path / 'clean')


def test_what_it_forked_ends_with_it(tmp_path, standby):
    build(Request(copied(STARTER, tmp_path / 'content'), tmp_path / 'output', jobs=2), standby=standby)
    children = Path(f'/proc/{standby._process.pid}/task/{standby._process.pid}/children').read_text().split()
    standby.end()
    until = time.monotonic() + LATE
    while any(Path(f'/proc/{child}').exists() for child in children) and time.monotonic() < until:
        time.sleep(0.01)
    assert [child for child in children if Path(f'/proc/{child}').exists()] == []


def test_what_is_wrong_in_a_job_is_raised_here(tmp_path, standby):
    request = Request(copied(STARTER, tmp_path / 'content'), tmp_path / 'output', jobs=2)
    layout = copied(ROOT / 'templates', tmp_path / 'templates') / 'html/letter.html'
    layout.write_text('{{ view.nothing }}', 'utf-8')
    with pytest.raises(TemplateError) as raised:
        build(dataclasses.replace(request, templates=tmp_path / 'templates'), standby=standby)
    assert {finding.rule for finding in raised.value.findings} == {'template-unknown-name'}
    assert not request.output.exists()


def test_where_it_cannot_be_begun_this_process_does_the_work(tmp_path, monkeypatch):
    def refused():
        raise BlockingIOError

    monkeypatch.setattr(cli.os, 'cpu_count', lambda: 2)
    monkeypatch.setattr('saraban.standby.Standby', refused)
    content = copied(STARTER, tmp_path / 'content')
    assert main(['build', 'schedule', '--content', str(content), '--output', str(tmp_path / 'output'), '-q']) == 0
    assert (tmp_path / 'output/schedule.pdf').exists()


def test_when_it_is_gone_this_process_does_the_work(stale, standby, tmp_path):
    standby._process.kill()
    standby._process.join()
    build(stale, standby=standby)
    build(dataclasses.replace(stale, output=tmp_path / 'clean', cache=None))
    assert digests(stale.output) == digests(tmp_path / 'clean')


def test_it_is_begun_where_papers_are_built_something_has_changed_and_there_is_a_second_core(tmp_path, monkeypatch):
    content = copied(STARTER, tmp_path / 'content')
    where = ['--content', str(content), '--output', str(tmp_path / 'output')]
    run, seen = edge.run, []
    monkeypatch.setattr(edge, 'run', lambda words, standby: seen.append(standby is not None) or run(words, standby))
    monkeypatch.setattr(cli.os, 'cpu_count', lambda: 2)
    assert main(['list', *where[:2]]) == 0
    words = ['build', 'schedule', *where, '-q']
    assert main(words) == 0
    patched(content, 'rounds.yaml', 'venue: ห้อง', 'venue: หอ ห้อง')
    monkeypatch.setattr(cli.os, 'cpu_count', lambda: 1)
    assert main(words) == 0
    assert main(words) == 0, 'nothing has changed: nothing is run'
    assert seen == [False, True, False]
