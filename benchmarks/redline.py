#!/usr/bin/env python3
"""Redlines of random edits, accepted and rejected again, and how long the redline of a long proposal takes.

    .venv/bin/python benchmarks/redline.py [--edits 200] [--seed 1] [--pages 100]

The edits are those of `benchmarks/review_edits.py`. For each paper that an edit changes, one for all that it changes in
the same way, the redline's changes are accepted and rejected on the XML (`tests/review/resolving.py`, which knows nothing
of the code that makes them): the outcome must be the new paper's DOCX and the old one's. The long proposal is the shipped
one so many times over, with twenty of its paragraphs changed; times are seconds of this process.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / 'tests/review'))

from content_edits import ROOT, edits, segmenter
from resolving import body_of, resolved, shape

from saraban.pipeline import read
from saraban.render.formats import Engines, load_resources
from saraban.review.changes import PaperChange
from saraban.review.choosing import choose
from saraban.review.compare import compare
from saraban.review.papers import review_versions
from saraban.review.sources import of_project
from saraban.review.word.redline import Redliner
from saraban.views.blocks import Paragraph, Run, View

ENGINES = Engines(load_resources(ROOT / 'templates', ROOT / 'fonts', 'templates'))
REDLINER = Redliner(ENGINES, 'Saraban')


def holds(change: PaperChange) -> tuple[bool, bool]:
    """Whether all accepted gives the new paper, and all rejected the old one."""
    assert change.old
    assert change.new
    body = body_of(REDLINER.redline(change))
    return (
        shape(resolved(body, 'accept')) == _shape(change.new, change.new),
        shape(resolved(body, 'reject')) == _shape(change.old, change.new),
    )


def _shape(side: View, new: View) -> list[tuple]:
    """The body of one side, written in the template and with the spacings of the new one, as a redline is."""
    side = replace(side, template=new.template, sheet=new.sheet)
    return shape(body_of(ENGINES.word().render(side, ENGINES.gives(new))))


def redlines(count: int, seed: int) -> Iterator[tuple[str, PaperChange]]:
    """Each edit with each change of a paper that it makes; papers that are only on one side aside."""
    for edit, old, new in edits(count, seed):
        review = review_versions(old, new, choose(old, new), segmenter().words)
        for group in review.groups:
            if group.first.old and group.first.new:
                yield f'{edit.kind}: {edit.about}', group.first


def long_proposal(pages: int) -> tuple[View, View]:
    """A proposal of at least so many pages, and with twenty paragraphs changed."""
    project = read(ROOT / 'content')
    version = of_project('content', project)
    one = version.view('proposal')
    assert one is not None
    times = -(-pages // ENGINES.render(one, 'pdf').pages)
    old = replace(one, blocks=tuple(replace(b, id=f'{n}/{b.id}') for n in range(times) for b in one.blocks))
    places = [at for at, block in enumerate(old.blocks) if isinstance(block, Paragraph)]
    changed = set(places[:: max(len(places) // 20, 1)])
    new = replace(old, blocks=tuple(_edited(b) if at in changed else b for at, b in enumerate(old.blocks)))
    return old, new


def _edited(block: object) -> Paragraph:
    assert isinstance(block, Paragraph)
    first, *rest = block.text
    return replace(block, text=(Run('ในการนี้ ', bold=True), replace(first, text=first.text[::2]), *rest))


def main() -> None:
    """Makes the edits and prints what holds, then the times."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('--edits', type=int, default=200)
    parser.add_argument('--seed', type=int, default=1)
    parser.add_argument('--pages', type=int, default=100)
    asked = parser.parse_args()
    papers = accepted = rejected = 0
    for about, change in redlines(asked.edits, asked.seed):
        new, old = holds(change)
        papers, accepted, rejected = papers + 1, accepted + new, rejected + old
        if not (new and old):
            print(f'{change.view.path} does not hold after {about}', flush=True)
    print(
        f'{asked.edits} edits, {papers} redlines: accepted gives the new paper {accepted} times, rejected the old {rejected}'
    )
    before, after = long_proposal(asked.pages)
    start = time.process_time()
    change = compare(before, after, segmenter().words)
    compared = time.process_time()
    REDLINER.redline(change)
    print(
        f'a proposal of at least {asked.pages} pages ({len(after.blocks)} blocks): compared in {compared - start:.2f} s, '
        f'redline in {time.process_time() - compared:.2f} s'
    )


if __name__ == '__main__':
    main()
