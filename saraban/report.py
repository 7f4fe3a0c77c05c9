"""What a run tells on the terminal: findings, progress, what was made, what is still open."""

from __future__ import annotations

import itertools
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from saraban.errors import SarabanError
from saraban.messages import Language, say
from saraban.pipeline import Report
from saraban.views.blocks import Blank
from saraban.views.kinds import KINDS
from saraban.views.paper import Paper
from saraban.workers import Progress, silent


@dataclass(frozen=True)
class Voice:
    """How much is said, and in which language; papers' news to stdout, what is wrong to stderr."""

    language: Language = 'th'
    quiet: bool = False
    verbose: bool = False

    def say(self, key: str, **values: object) -> None:
        """Says a sentence, unless the run is to be quiet."""
        if not self.quiet:
            print(say(key, self.language, **values))

    def error(self, error: SarabanError) -> None:
        """Shows every finding of an error."""
        for finding in error.findings:
            print(finding.tell(self.language), file=sys.stderr)
        print(say('untouched', self.language, count=len(error.findings)), file=sys.stderr)

    def built(self, report: Report, output: str, seconds: float) -> None:
        """What was built, what was taken away, what is still open."""
        for product in report.products if self.verbose else ():
            print(f'{output}/{product.file}')
        if not self.quiet:
            for finding in report.findings:
                print(finding.tell(self.language), file=sys.stderr)
        for file in report.removed:
            self.say('removed', file=file)
        if report.reused:
            self.say('reused', reused=report.reused)
        papers = len({product.file.rpartition('.')[0] for product in report.products})
        if not self.quiet:
            self.blanks(report.blanks)
        self.say('built', files=len(report.products), papers=papers, output=f'{output}/', seconds=f'{seconds:.1f}')

    def blanks(self, blanks: Iterable[Blank]) -> None:
        """What is still open, a line for each line of content."""
        found = list(blanks)
        if not found:
            self.say('no-blanks')
            return
        self.say('blanks', count=len(found))
        lines = sorted(found, key=lambda blank: (blank.place.file, blank.place.line))
        for (file, line), members in itertools.groupby(lines, key=lambda blank: (blank.place.file, blank.place.line)):
            self.say('blank-line', place=f'{file}:{line}', labels=', '.join(blank.label for blank in members))

    def papers(self, papers: Iterable[Paper], files: Iterable[str]) -> None:
        """Which papers would be built, and from which files of content."""
        present = list(papers)
        for paper in present:
            self.say('list-line', kind=paper.kind, path=paper.path, recipient=paper.name)
        known = set(files)
        for kind in dict.fromkeys(paper.kind for paper in present):
            self.say('list-sources', kind=kind, sources=' '.join(name for name in KINDS[kind].sources if name in known))
        self.say('list-count', papers=len(present))

    @contextmanager
    def progress(self) -> Iterator[Progress]:
        """A bar on a terminal, a line at each quarter elsewhere, nothing when quiet."""
        if self.quiet:
            yield silent
        elif sys.stderr.isatty():
            with self._bar() as bar:
                yield bar
        else:
            yield self._quarters

    def _quarters(self, done: int, total: int, path: str) -> None:
        if total >= 20 and done * 4 // total > (done - 1) * 4 // total:
            print(say('progress-line', self.language, done=done, total=total), file=sys.stderr)

    @contextmanager
    def _bar(self) -> Iterator[Progress]:
        from rich.console import Console  # a run that is not watched does without
        from rich.progress import BarColumn, MofNCompleteColumn, TextColumn, TimeRemainingColumn
        from rich.progress import Progress as Bar

        columns = (TextColumn('{task.description}'), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
        # The bar's thread starts with the first finished paper: workers must have been forked before.
        with Bar(*columns, console=Console(stderr=True), transient=True, auto_refresh=False) as bar:
            task = bar.add_task(say('progress', self.language), total=None)

            def advance(done: int, total: int, path: str) -> None:
                bar.update(task, completed=done, total=total, refresh=True)

            yield advance
