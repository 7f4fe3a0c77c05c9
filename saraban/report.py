"""What a run tells on the terminal: findings, progress, what was made, what is still open."""

from __future__ import annotations

import io
import itertools
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager, redirect_stderr, redirect_stdout
from dataclasses import dataclass

from saraban.checks.gate import Verdict
from saraban.content.project import Project
from saraban.errors import Finding, Level, SarabanError
from saraban.mending import Mend
from saraban.messages import LEVELS, Language, say
from saraban.pipeline import Report
from saraban.staging import Product
from saraban.stale.reasons import Cause, Reason
from saraban.views.blocks import Blank
from saraban.views.kinds import KINDS
from saraban.views.paper import Paper
from saraban.workers import Progress, silent

_BRIEF = 10  # warnings and notes that a build names before it points to `build.py check`


_ENTRIES = {'rounds': 'entry-rounds', 'sections': 'entry-sections', 'groups': 'entry-groups'}
_TOGETHER = 3  # papers of one kind and cause that are named one by one


class _Ear(io.StringIO):
    """A stream that notes what is written to it."""

    def __init__(self, name: str, said: list[tuple[str, str]]) -> None:
        super().__init__()
        self._name = name
        self._said = said

    def write(self, text: str) -> int:
        self._said.append((self._name, text))
        return len(text)


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

    def error(self, error: SarabanError, ending: str = 'untouched') -> None:
        """Shows every finding of an error, and at the end what has not been done because of it, if anything."""
        for finding in error.findings:
            print(finding.tell(self.language), file=sys.stderr)
        if ending:
            print(say(ending, self.language, count=len(error.findings)), file=sys.stderr)

    def tell(self, findings: Sequence[Finding], key: str) -> None:
        """Shows findings that did not stop a run, then what follows from them."""
        for finding in findings:
            print(finding.tell(self.language), file=sys.stderr)
        if findings:
            print(say(key, self.language, count=len(findings)), file=sys.stderr)

    def verdict(self, verdict: Verdict) -> None:
        """Every finding by file and level, with its rule's name; what is accepted, and why; counts."""
        files = list(dict.fromkeys(finding.place.file for finding in verdict.findings))
        ordered = sorted(verdict.findings, key=lambda finding: (files.index(finding.place.file), _gravity(finding)))
        for (file, level), members in itertools.groupby(ordered, key=lambda one: (one.place.file, one.level)):
            found = list(members)
            if level is not Level.ERROR and self.quiet:
                continue
            print(
                say('group', self.language, file=file, level=LEVELS[level][self.language], count=len(found)),
                file=sys.stderr,
            )
            for finding in found:
                print(_with_rule(finding.tell(self.language), finding.rule), file=sys.stderr)
        for finding, reason in () if self.quiet else verdict.accepted:
            what = finding.tell(self.language).partition('\n')[0]
            print(say('accepted', self.language, what=what, rule=finding.rule, reason=reason), file=sys.stderr)
        self._counts(verdict)

    def _counts(self, verdict: Verdict) -> None:
        counts = {level.value: len(verdict.of(level)) for level in Level}
        if not verdict.findings:
            self.say('nothing-wrong')
        elif counts['error'] or not self.quiet:
            print(say('counts', self.language, **counts), file=sys.stderr)

    def brief(self, findings: Sequence[Finding]) -> None:
        """The first lines of warnings and notes, the first few of them."""
        for finding in findings[:_BRIEF]:
            print(finding.tell(self.language).partition('\n')[0], file=sys.stderr)
        if len(findings) > _BRIEF:
            print(say('more', self.language, count=len(findings) - _BRIEF), file=sys.stderr)

    def mended(self, mends: Iterable[Mend], folder: str) -> None:
        """What was mended, place by place; on stderr, where it does not mix with a report for machines."""
        found = list(mends)
        for mend in found if not self.quiet else ():
            print(say('mended', self.language, file=f'{folder}/{mend.file}'), file=sys.stderr)
            for line in mend.diff():
                print(f'  {line}', file=sys.stderr)
        if not found and not self.quiet:
            print(say('nothing-to-mend', self.language), file=sys.stderr)

    def built(self, report: Report, output: str, seconds: str, told: Report | None = None) -> None:
        """What was built and why, what was taken away, what is still open; of content only what a `told` one did not say."""
        for product in report.products if self.verbose else ():
            print(f'{output}/{product.file}')
        if not self.quiet:
            for finding in report.findings:
                print(finding.tell(self.language), file=sys.stderr)
        for file in report.removed:
            self.say('removed', file=file)
        if report.reused:
            self.say('reused', reused=report.reused)
        if not self.quiet:
            self.reasons(report.reasons)
            if told is None or told.content_findings != report.content_findings:
                self.brief(report.content_findings)
            if told is None or told.blanks != report.blanks:
                self.blanks(report.blanks)
        made = len(report.products) - report.standing
        key = 'built' if not report.standing else 'built-again' if made else 'built-nothing'
        papers = _papers_of(report.products)
        self.say(key, made=made, files=len(report.products), papers=papers, output=f'{output}/', seconds=seconds)

    def reasons(self, reasons: Iterable[Reason]) -> None:
        """Why papers were made anew: each paper, or together those of a kind that have the same causes."""
        groups: dict[tuple[str, tuple[Cause, ...]], list[Reason]] = {}
        for reason in reasons:
            groups.setdefault((reason.kind, reason.causes), []).append(reason)
        for (kind, causes), members in groups.items():
            said = ', '.join(said_cause(cause, self.language) for cause in causes)
            if len(members) > _TOGETHER and not self.verbose:
                self.say('because-many', kind=kind, count=len(members), causes=said)
            else:
                for reason in members:
                    self.say('because', path=reason.path, causes=said)

    def heard(self, tell: Callable[[], None]) -> tuple[tuple[str, str], ...]:
        """What something says, caught instead of shown: each text with the stream that it goes to."""
        said: list[tuple[str, str]] = []
        with redirect_stdout(_Ear('out', said)), redirect_stderr(_Ear('err', said)):
            tell()
        return tuple(said)

    def measured(self, products: Sequence[Product]) -> None:
        """How many papers were measured, each name where all is to be told."""
        for product in products if self.verbose else ():
            self.say('measured-file', file=product.file)
        self.say('measured', papers=_papers_of(products), files=len(products))

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

    def papers(self, papers: Iterable[Paper], project: Project) -> None:
        """Which papers would be built, and from which files of content."""
        present = list(papers)
        for paper in present:
            self.say('list-line', kind=paper.kind, path=paper.path, recipient=paper.name)
        for kind in dict.fromkeys(paper.kind for paper in present):
            self.say('list-sources', kind=kind, sources=' '.join(project.files(KINDS[kind].sources)))
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
        if total == 0:
            print(say('progress-waits', self.language), file=sys.stderr)
        elif total >= 20 and done * 4 // total > (done - 1) * 4 // total:
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
                if total == 0:
                    bar.console.print(say('progress-waits', self.language))
                else:
                    bar.update(task, completed=done, total=total, refresh=True)

            yield advance


def said_cause(cause: Cause, language: Language) -> str:
    """A cause in words: the file, the way to the value, or the name of what is another than before."""
    return say(cause.rule, language, where=' '.join(_way(cause.way, language)), **dict(cause.values))


def _way(way: Sequence[tuple[str, str]], language: Language) -> Iterator[str]:
    """The way to a value: an entry of a list by what it is called, a field by its name in the file."""
    held = ''  # a list's name, said with what its entry is called
    for step, name in way:
        if step == 'entry':
            yield say(_ENTRIES.get(held, 'entry'), language, list=held, name=name).strip()
            held = ''
        else:
            if held:
                yield held
            held = name
    if held:
        yield held


def _papers_of(products: Iterable[Product]) -> int:
    """How many papers files are: each is one in several formats."""
    return len({product.file.rpartition('.')[0] for product in products})


def _gravity(finding: Finding) -> int:
    return list(Level).index(finding.level)


def _with_rule(told: str, rule: str) -> str:
    """A told finding with its rule at the end of its first line: the name by which gate.yaml accepts it."""
    first, _, rest = told.partition('\n')
    return f'{first} [{rule}]\n{rest}' if rest else f'{first} [{rule}]'
