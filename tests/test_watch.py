"""Whatever is saved is on the page soon after; a bad save costs nothing; a burst of saves is one build; Ctrl-C ends it."""

import os
import queue
import shutil
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest
from content_tools import ROOT, STARTER, digests, docx_words, pdf_words, snapshot, squeezed

from saraban.cache.standing import Inputs
from saraban.watch import Watcher

pytestmark = pytest.mark.slow
LATE = 60  # seconds in which something must have happened, on a machine that is busy
LETTER = 'letters/TH-50-chiang-mai'


class Watched:
    """A program of its own that watches a small project, and what it says."""

    def __init__(self, folder: Path, *more: str) -> None:
        self.folder = folder
        for part in ('build.py', 'saraban', 'templates', 'fonts'):
            source = ROOT / part
            ignored = shutil.ignore_patterns('__pycache__')
            shutil.copytree(source, folder / part, ignore=ignored) if source.is_dir() else shutil.copy(source, folder)
        shutil.copytree(STARTER, folder / 'content')
        self.content, self.output = folder / 'content', folder / 'output'
        self.process = subprocess.Popen(
            [sys.executable, 'build.py', 'watch', '--lang', 'en', *more], cwd=folder, text=True,
            stdout=subprocess.PIPE, stderr=subprocess.STDOUT, start_new_session=True,
        )  # fmt: skip
        self.lines: queue.Queue[str] = queue.Queue()
        threading.Thread(target=self._listen, daemon=True).start()

    def _listen(self) -> None:
        for line in self.process.stdout:
            self.lines.put(line.rstrip('\n'))

    def until(self, words: str) -> list[str]:
        """What is said up to a line with these words."""
        said = []
        while True:
            said.append(self.lines.get(timeout=LATE))
            if words in said[-1]:
                return said

    def silent(self, seconds: float) -> bool:
        time.sleep(seconds)
        return self.lines.empty()

    def save(self, file: str, old: str, new: str) -> None:
        """Saves as editors do: another file is written and renamed."""
        path = self.folder / file
        text = path.read_text('utf-8')
        assert text.count(old) == 1, f'{old!r} stands {text.count(old)} times in {file}'
        beside = path.with_name(f'.{path.name}.swp')
        beside.write_text(text.replace(old, new), 'utf-8')
        beside.replace(path)

    def end(self) -> int:
        if self.process.poll() is None:
            os.killpg(self.process.pid, signal.SIGINT)
        return self.process.wait(LATE)


@pytest.fixture
def watched(tmp_path):
    program = Watched(tmp_path)
    program.until('watching content/, templates and fonts')
    yield program
    program.end()


def test_a_saved_word_is_in_both_files_of_its_paper_and_the_reason_is_told(watched):
    other = snapshot(watched.output)
    watched.save('content/rounds.yaml', 'venue: ห้องประชุมใหญ่', 'venue: หอประชุมหลังใหม่')
    said = watched.until(' anew in ')
    assert f'{LETTER}: rounds.yaml round 1 venue changed' in said
    assert squeezed('หอประชุมหลังใหม่') in pdf_words(watched.output / f'{LETTER}.pdf')
    assert squeezed('หอประชุมหลังใหม่') in docx_words(watched.output / f'{LETTER}.docx')
    after = snapshot(watched.output)
    assert after['allocations/all.pdf'] == other['allocations/all.pdf']


def test_what_is_built_while_watching_is_what_a_clean_build_makes(watched, tmp_path):
    watched.save('content/rounds.yaml', 'venue: ห้องประชุมใหญ่', 'venue: หอประชุมหลังใหม่')
    watched.until(' anew in ')
    with (watched.folder / 'templates' / 'html' / 'style.css').open('a') as style:
        style.write('\nh2 { letter-spacing: 0 }\n')
    watched.until(' in ')
    assert watched.end() == 0
    words = [sys.executable, 'build.py', 'build', '--no-cache', '--output', str(tmp_path / 'clean'), '-q']
    subprocess.run(words, cwd=watched.folder, check=True)
    assert digests(watched.output) == digests(tmp_path / 'clean')


def test_a_bad_save_is_told_and_the_papers_stay_until_it_is_mended(watched):
    before = snapshot(watched.output)
    watched.save('content/rounds.yaml', 'start: 2569-11-10', 'start: 2569-02-30')
    said = watched.until('still watching')
    assert any('is no date' in line for line in said)
    assert snapshot(watched.output) == before
    watched.save('content/rounds.yaml', 'start: 2569-02-30', 'start: 2569-11-09')
    watched.until(' anew in ')
    assert squeezed('๙') in pdf_words(watched.output / f'{LETTER}.pdf')
    (watched.content / 'proposal.yaml').unlink()
    assert any('this file is missing' in line for line in watched.until('still watching'))


def test_what_was_saved_while_a_build_ran_is_built_at_once(tmp_path, monkeypatch):
    """A watcher that is opened after a save hears nothing of it for half a second."""
    content = shutil.copytree(STARTER, tmp_path / 'content')
    watcher = Watcher(Inputs(content, ROOT / 'templates', ROOT / 'fonts'), tmp_path / 'output', None)
    built = watcher._digest()
    (content / 'rounds.yaml').write_text('saved since', 'utf-8')
    opened = []

    def alarm(*folders, **given):
        opened.append(folders)
        (content / 'rounds.yaml').write_text('and once more', 'utf-8')
        yield set()

    monkeypatch.setattr('saraban.watch.watch', alarm)
    watcher._wait(built)
    assert opened == [], 'another save is waited for'
    watcher._wait(watcher._digest())
    assert len(opened) == 1, 'where nothing was saved, a save is waited for'


def test_a_burst_of_saves_is_one_build(watched):
    names = ['หอ ก', 'หอ ข', 'หอ ค', 'หอ ง', 'หอประชุมสุดท้าย']
    for old, new in zip(['ห้องประชุมใหญ่', *names], names, strict=False):
        watched.save('content/rounds.yaml', f'venue: {old}\n', f'venue: {new}\n')
    watched.until(' anew in ')
    assert watched.silent(2.0), 'one build was not enough, or more than one was made'
    assert squeezed('หอประชุมสุดท้าย') in pdf_words(watched.output / f'{LETTER}.pdf')


def test_a_template_that_is_saved_is_built_and_what_editors_leave_is_not(watched):
    (watched.content / '.rounds.yaml.swp').write_text('half', 'utf-8')
    (watched.folder / 'templates' / 'layout.yaml~').write_text('half', 'utf-8')
    (watched.output / 'note.txt').write_text('mine', 'utf-8')
    assert watched.silent(1.5)
    with (watched.folder / 'templates' / 'html' / 'reply-form.html').open('a') as file:
        file.write('\n')
    said = watched.until(' anew in ')
    assert 'reply-forms/TH-50-chiang-mai: template html/reply-form.html changed' in said


def test_a_change_of_the_program_says_to_start_again(watched):
    with (watched.folder / 'saraban' / 'thai.py').open('a') as file:
        file.write('\n')
    assert watched.until('start again')[-1] == 'the program itself has changed: end this (Ctrl-C) and start again'


def test_control_c_ends_it_cleanly_with_nobody_left(watched):
    began = time.monotonic()
    assert watched.end() == 0
    assert time.monotonic() - began < 2
    assert watched.until('no longer watching')[-1] == 'no longer watching'
    assert not [line for line in list(watched.lines.queue) if 'Traceback' in line]


def test_only_what_is_asked_for_is_watched_and_built(tmp_path):
    program = Watched(tmp_path, 'letter', '--only', 'เชียงใหม่', '--format', 'pdf')
    try:
        program.until('watching ')
        assert sorted(path.name for path in program.output.rglob('*.*')) == ['TH-50-chiang-mai.pdf', 'manifest.json']
        program.save('content/rounds.yaml', 'venue: ห้องประชุมใหญ่', 'venue: หอประชุมหลังใหม่')
        program.until(' in ')
        assert squeezed('หอประชุมหลังใหม่') in pdf_words(program.output / f'{LETTER}.pdf')
    finally:
        program.end()


def test_the_output_folder_inside_the_content_folder_wakes_nobody(tmp_path):
    program = Watched(tmp_path, 'schedule', '--output', str(tmp_path / 'content' / 'output'))
    try:
        program.until('watching ')
        assert program.silent(2.0)
    finally:
        program.end()
