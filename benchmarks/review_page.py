#!/usr/bin/env python3
"""How long the page of a review takes, and the PDF redline of a long proposal.

    .venv/bin/python benchmarks/review_page.py [--pages 100] [--runs 5]

The page: a venue of the shipped content changed, all papers compared, a new process, first with an empty cache and then
with the one that it left. The redline: content whose proposal is the shipped one so many times over, its phrases in
another order each time, with twenty paragraphs changed; both versions are built first, so that their papers are in the
cache, and then compared by new processes, one for each form. Told are medians and extremes of seconds on the clock, and of
processor seconds of all processes.

Then the same redline step by step in this process, of the shipped proposal so many times over as it is.
"""

from __future__ import annotations

import argparse
import os
import random
import re
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

from content_edits import ROOT
from pypdf import PdfReader

from saraban.checks.pages.drawn import read as drawn
from saraban.pipeline import read
from saraban.render.formats import load_resources, redline_engine
from saraban.review.compare import compare
from saraban.review.drawn_letters import DrawnLetters
from saraban.review.places import PageMap
from saraban.review.redline_list import Names
from saraban.review.redline_pdf import redline
from saraban.review.sources import of_project
from saraban.views.blocks import Paragraph, Run, View
from saraban.words import Segmenter


def page(folder: Path) -> None:
    """The page of a changed venue, twice."""
    new = folder / 'content'
    shutil.copytree(ROOT / 'content', new)
    rounds = new / 'rounds.yaml'
    text = rounds.read_text(encoding='utf-8')
    rounds.write_text(text.replace('venue: โรงแรมดิวันนา', 'venue: โรงแรมบางกอก ชฎา'), encoding='utf-8')
    command = [sys.executable, ROOT / 'build.py', 'diff', ROOT / 'content', new, '--output', folder / 'out', '-q']
    for name in ('page, empty cache', 'page, cache'):
        environment = os.environ | {'SARABAN_CACHE': str(folder / 'cache')}
        before, began = resource.getrusage(resource.RUSAGE_CHILDREN), time.monotonic()
        subprocess.run([*command, '--format', 'html'], env=environment, check=False)
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        told(name, time.monotonic() - began, after.ru_utime - before.ru_utime + after.ru_stime - before.ru_stime)


_PLAIN = re.compile(r'(?P<indent> +- )(?P<words>[\u0e01-\u0e4e][^{:"*]*)')
"""A line of the proposal that is nothing but words."""


def long_command(folder: Path, pages: int, runs: int) -> None:
    """Two versions of a proposal of about so many pages, built and then compared as a reviewer does it."""
    old, new = folder / 'old', folder / 'new'
    _long_content(old, pages, edited=0)
    _long_content(new, pages, edited=20)
    environment = os.environ | {'SARABAN_CACHE': str(folder / 'cache')}

    def program(*words: Any) -> list[Any]:
        return [sys.executable, ROOT / 'build.py', *words, '-q']

    for content in (old, new):
        output = folder / 'built' / content.name
        build = program('build', 'proposal', '--content', content, '--output', output, '--format', 'pdf')
        subprocess.run(build, env=environment, check=True)
    print(f'{"":20} {len(PdfReader(output / "proposal.pdf").pages)} pages')
    for form in ('pdf', 'docx', 'html'):
        times: list[float] = []
        used = resource.getrusage(resource.RUSAGE_CHILDREN)
        for _ in range(runs):
            began = time.monotonic()
            diff = program('diff', old, new, 'proposal', '--output', folder / 'redline', '--format', form)
            assert subprocess.run(diff, env=environment, check=False).returncode == 1
            times.append(time.monotonic() - began)
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        processor = (after.ru_utime - used.ru_utime + after.ru_stime - used.ru_stime) / runs
        told(f'diff --format {form}', statistics.median(times), processor, f' ({min(times):.2f} to {max(times):.2f})')


def _long_content(folder: Path, pages: int, edited: int) -> None:
    """Content with a long proposal, so many of its paragraphs edited."""
    shutil.copytree(ROOT / 'content', folder)
    path = folder / 'proposal.yaml'
    head, sections, foot = re.split(r'(?<=^sections:\n)|(?=^signatures:)', path.read_text(encoding='utf-8'), flags=re.M)
    chance = random.Random(1)
    lines: list[str] = []
    for copy in range(max(round(pages / 3.6), 1)):
        for line in sections.splitlines():
            words = _PLAIN.fullmatch(line)
            phrases = words['words'].split() if words else []
            mixed = words['indent'] + ' '.join(chance.sample(phrases, len(phrases))) if words else line
            lines.append(re.sub(r'key: (\w+)', rf'key: \1-{copy}', mixed))
    long = [at for at, line in enumerate(lines) if _PLAIN.fullmatch(line) and len(line) > 80]
    for at in chance.sample(long, min(edited, len(long))):
        lines[at] += ' ข้อความที่เพิ่มเข้ามา'
    path.write_text('\n'.join([head, *lines, foot]), encoding='utf-8')


def long_redline(pages: int) -> None:
    """The redline of a proposal of about so many pages, step by step."""
    version = of_project('content', read(ROOT / 'content'))
    proposal = version.view('proposal')
    assert proposal
    times = max(round(pages / 3.6), 1)
    blocks = [replace(block, id=f'{block.id}-{copy}') for copy in range(times) for block in proposal.blocks]
    old, new = replace(proposal, blocks=tuple(blocks)), _edited(proposal, list(blocks))
    engine = redline_engine(load_resources(ROOT / 'templates', ROOT / 'fonts', 'templates', version.keep))
    pdfs = timed('both papers', lambda: [engine.render(view).data for view in (old, new)])
    change = timed('compared', lambda: compare(old, new, Segmenter(version.keep).words))
    maps = timed(
        'read back',
        lambda: [PageMap(DrawnLetters(view, drawn(pdf))) for view, pdf in zip((old, new), pdfs, strict=True)],
    )
    merged = timed('merged', lambda: redline(change, Names('old', 'new'), lambda: (maps[0], maps[1])))
    print(f'{"":20} {timed("redline, one process", lambda: engine.redline(merged)).pages} pages')
    timed('and two', lambda: engine.redline(merged, others=1))


def _edited(view: View, blocks: list[Any]) -> View:
    chance = random.Random(1)
    places = [at for at, one in enumerate(blocks) if isinstance(one, Paragraph) and len(one.text[0].text) > 80]
    for at in chance.sample(places, min(20, len(places))):
        words = blocks[at].text[0].text
        cut = words.index(' ', 40) if ' ' in words[40:] else len(words)
        blocks[at] = replace(
            blocks[at], text=(Run(f'{words[:cut]} ข้อความที่เพิ่มเข้ามา{words[cut:]}'), *blocks[at].text[1:])
        )
    return replace(view, blocks=tuple(blocks))


def timed(name: str, work: Callable[[], Any]) -> Any:
    """What work gives; says how long it took."""
    began, used = time.monotonic(), time.process_time()
    given = work()
    told(name, time.monotonic() - began, time.process_time() - used)
    return given


def told(name: str, seconds: float, processor: float, more: str = '') -> None:
    """Says a line."""
    print(f'{name:20} {seconds:6.2f} s{more}, {processor:6.2f} s of processor time', flush=True)


def main() -> None:
    """Measures both."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('--pages', type=int, default=100)
    parser.add_argument('--runs', type=int, default=5)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        page(Path(folder))
    with tempfile.TemporaryDirectory() as folder:
        long_command(Path(folder), asked.pages, asked.runs)
    long_redline(asked.pages)


if __name__ == '__main__':
    main()
