"""Every line end of the proposal, the schedule and one letter, as a person has read it.

`pytest tests/render/test_golden_lines.py --update-golden` writes the file again; then read what changed.
"""

from itertools import groupby
from pathlib import Path

import pytest

from saraban.checks.pages.drawn import read
from saraban.pipeline import keep_words
from saraban.render.formats import Engines, load_resources
from saraban.views.kinds import KINDS, all_papers

ROOT = Path(__file__).resolve().parents[2]
GOLDEN = ROOT / 'tests' / 'golden' / 'line_ends.txt'
PAPERS = ('proposal', 'schedule', 'letters/TH-18-chai-nat')


def lines_of(pdf: bytes) -> list[str]:
    """The body's lines, what stands beside each other parted by a bar."""
    body = [line for line in read(pdf).lines if not line.artifact and line.text.strip()]
    rows = groupby(body, key=lambda line: (line.page, round(line.y, 2)))
    return [' | '.join(line.text.strip() for line in row) for _, row in rows]


@pytest.mark.slow
def test_every_line_ends_where_a_person_has_seen_it_end(shipped, request):
    engines = Engines(load_resources(ROOT / 'templates', ROOT / 'fonts', 'templates', keep_words(shipped)))
    papers = {paper.path: paper for paper in all_papers(shipped)}
    found = []
    for path in PAPERS:
        view = KINDS[papers[path].kind].view(shipped, papers[path], dict.fromkeys(papers, 1))
        found += [f'== {path}', *lines_of(engines.render(view, 'pdf').data)]
    text = '\n'.join(found) + '\n'
    if request.config.getoption('--update-golden'):
        GOLDEN.write_text(text, encoding='utf-8')
    assert text == GOLDEN.read_text(encoding='utf-8')
