#!/usr/bin/env python3
"""What Thai set as it should be costs beside WeasyPrint as it comes: the same pages, the same fonts, the same machine.

    .venv/bin/python benchmarks/setting_cost.py [--rounds 7] [--no-set] [--json]

The shipped proposal, one of its letters and the proposal so many times over that it has some 40 pages are set and written
as PDF, once laid out, without furniture. A round is a new process of each, in turns. Told are medians of processor
milliseconds: of the first paper that a process sets, and of later ones of which nothing is known, as if no word of them
had been set before (a new typesetter, a new segmenter). What is paid once a run stands aside: imports, style sheets, the
word list. Neither collects garbage while it sets, as this project works; `--collect` leaves Python's collector on.

`whole set` is all papers of the shipped content one after another as a build sets them, with furniture, catchwords and
what gives, in one process; no page is looked at and no DOCX is made.
"""

from __future__ import annotations

import argparse
import datetime
import gc
import json
import os
import platform
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from contextlib import nullcontext
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path
from typing import Any

from typesetters import package

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

SETTERS = ('plain', 'ours')
PAPERS = {'proposal': 6, 'letter': 12, 'proposal of 40 pages': 2}
"""What is set, and how many times in a process after the first."""
COPIES = 11
"""Proposals of three and a half pages in the long one."""
SET = 'whole set'
WORDS = 'ทดสอบการอ่านคำ ข้อ ๑'
"""Read before anything is timed, so that the word list and what knows figures are there."""


@dataclass
class Found:
    """Processor milliseconds of one setter on one paper: of the first in each process, and of the later ones."""

    first: list[float] = field(default_factory=list)
    later: list[float] = field(default_factory=list)


class Plain:
    """Stands for a typesetter: WeasyPrint's own lines, justification and text layer."""

    def __init__(self, segmenter: Any) -> None:
        """Takes what catchwords are cut with."""
        from weasyprint.text.fonts import FontConfiguration  # noqa: PLC0415 - the parent imports no engine

        self.font_config = FontConfiguration()
        self.font_config.segmenter = segmenter

    def runs(self, texts: Sequence[str]) -> list[Any]:
        """The escaped texts."""
        from markupsafe import escape  # noqa: PLC0415

        return [escape(text) for text in texts]


def child(setter: str, paper: str, *, collect: bool) -> None:
    """Sets a paper and prints how long each time took."""
    from saraban.pipeline import keep_words, read, select  # noqa: PLC0415
    from saraban.render.formats import load_resources  # noqa: PLC0415
    from saraban.render.keeping import kept_with_next  # noqa: PLC0415
    from saraban.render.pdf import PdfEngine  # noqa: PLC0415
    from saraban.render.typeset import Typesetter  # noqa: PLC0415
    from saraban.uncollected import uncollected  # noqa: PLC0415
    from saraban.views.kinds import KINDS  # noqa: PLC0415
    from saraban.words import Segmenter, opinion  # noqa: PLC0415

    project = read(ROOT / 'content')
    keep = keep_words(project)
    resources = load_resources(ROOT / 'templates', ROOT / 'fonts', 'templates')

    def engine() -> Any:
        opinion._score.cache_clear()
        segmenter = Segmenter(keep)
        segmenter.breaks(WORDS)
        typesetter: Any = Plain(segmenter) if setter == 'plain' else Typesetter(segmenter)
        return PdfEngine(resources.templates, resources.shown, resources.layout, resources.fonts, typesetter)

    def timed(work: Callable[[], object]) -> float:
        gc.collect()
        with nullcontext() if collect else uncollected():
            began = time.process_time()
            work()
            return 1000 * (time.process_time() - began)

    def view_of(kind: str) -> Any:
        return KINDS[kind].view(project, select(project, [kind])[0], {})

    if paper == SET:
        views = [KINDS[one.kind].view(project, one, {}) for one in select(project)]
        setting = engine()
        spent = [timed(lambda view=view: setting.render(view)) for view in views]  # type: ignore[misc]
        print(json.dumps([sum(spent)]))
        return
    view = view_of(paper.partition(' ')[0])
    if paper not in KINDS:
        blocks = (replace(block, id=f'{block.id}-{copy}') for copy in range(COPIES) for block in view.blocks)
        view = replace(view, blocks=tuple(blocks))
    spent = []
    for _ in range(1 + PAPERS[paper]):
        setting = engine()
        html = setting._html.page(view, kept_with_next(view, setting._layout, setting._advances))
        how = {'stylesheets': [setting._faces, setting._style(0)], 'font_config': setting._typesetter.font_config}

        def work(html: str = html, how: dict[str, Any] = how, setting: Any = setting) -> None:
            setting._page(html).render(**how).write_pdf(full_fonts=True)

        spent.append(timed(work))
    print(json.dumps(spent))


def measure(papers: Sequence[str], rounds: int, *, collect: bool) -> dict[str, dict[str, Found]]:
    """Everything that is timed: papers, and what each setter took for them."""
    found = {paper: {setter: Found() for setter in SETTERS} for paper in papers}
    for number in range(rounds):
        for paper in papers:
            for setter in SETTERS[:: 1 if number % 2 else -1]:
                command = [sys.executable, __file__, '--child', setter, paper, *(['--collect'] if collect else [])]
                done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
                first, *later = json.loads(done.stdout)
                found[paper][setter].first.append(first)
                found[paper][setter].later += later
    return found


def table(found: dict[str, dict[str, Found]]) -> str:
    """The results as a Markdown table."""
    rows = [('processor milliseconds', 'plain', 'ours', 'ratio'), ('---',) * 4]
    for paper, by_setter in found.items():
        for name, which in ((paper, 'first'), (f'{paper}, later ones', 'later')):
            plain, ours = (getattr(by_setter[setter], which) for setter in SETTERS)
            if plain:
                middle = statistics.median(plain), statistics.median(ours)
                rows.append((name, *(f'{value:,.0f}' for value in middle), f'{middle[1] / middle[0]:.2f}'))
    return '\n'.join('| ' + ' | '.join(row) + ' |' for row in rows)


def main() -> None:
    """Runs the benchmark."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('--rounds', type=int, default=7, help='new processes of each (default 7)')
    parser.add_argument('--no-set', action='store_true', help='leave out the whole set')
    parser.add_argument('--collect', action='store_true', help="leave Python's garbage collector on, in both")
    parser.add_argument('--json', action='store_true', help='print all that was found as JSON')
    parser.add_argument('--child', nargs=2, help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.child:
        child(*given.child, collect=given.collect)
        return
    found = measure([*PAPERS, *([] if given.no_set else [SET])], given.rounds, collect=given.collect)
    if given.json:
        told = {paper: {name: asdict(one) for name, one in of.items()} for paper, of in found.items()}
        print(json.dumps(told, indent=1))
        return
    print(f'{datetime.datetime.now(datetime.UTC):%Y-%m-%d}, {platform.platform()}, {os.cpu_count()} cores, '
          f'Python {sys.version.split()[0]}, WeasyPrint {package("weasyprint")}, medians of {given.rounds} rounds')  # fmt: skip
    print(f'\n{table(found)}')


if __name__ == '__main__':
    main()
