"""The engines of one process: jobs printed, their pages checked, what is finished kept."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from saraban.errors import Finding, Level, SarabanError, joined
from saraban.render.advances import Advances
from saraban.render.formats import FORMATS, PAGED, Engines, Resources
from saraban.render.layout import Layout
from saraban.staging import Finished, Staging, unwritable
from saraban.views.blocks import View


@dataclass(frozen=True)
class Job:
    """What engines are given: a paper's view, and in which formats it is wanted, each with the key to keep it under.

    `gives` is what its PDF took of the layout's gives, where another process has printed that.
    """

    path: str
    view: View
    keys: Mapping[str, str]
    gives: int | None = None


@dataclass(frozen=True)
class Printed:
    """What an engine gives back: what is known of each format, or the error that stopped it; `gives` of a PDF as in a job.

    `left` are formats that it did not try.
    """

    path: str
    finished: Mapping[str, Finished] = field(default_factory=dict)
    error: SarabanError | None = None
    gives: int | None = None
    left: tuple[str, ...] = ()

    def and_then(self, other: Printed) -> Printed:
        """What is known of a paper, part of its formats having been printed elsewhere."""
        error = joined([error for error in (self.error, other.error) if error is not None])
        return Printed(self.path, {**self.finished, **other.finished}, error, self.gives)


def check_pages(view: View, form: str, data: bytes, layout: Layout, advances: Advances) -> list[Finding]:
    """Every finding on a finished paper; the checks are loaded with the first one: a run that makes none does without."""
    from saraban.checks.pages.rules import check_pages as check  # noqa: PLC0415

    return check(view, form, data, layout, advances)


class Press:
    """The engines of a process, which print jobs; made before processes are forked, its engines at the first job."""

    def __init__(self, resources: Resources, staging: Staging, engines: Engines) -> None:
        """Takes what rendering rests on, where finished papers go, and the engines."""
        self.staging = staging
        self._engines = engines
        self._layout = resources.layout
        self._advances = Advances(resources.fonts)

    def load(self, formats: Iterable[str] = tuple(FORMATS)) -> None:
        """Makes the engines of formats before the first job. Raises SarabanError where that cannot be."""
        self._engines.load(formats)

    def rehearse(self, job: Job, form: str) -> None:
        """Prints a job for nothing, as if its PDF took none of the layout's gives: the next time is eight times as quick.

        Raises:
            SarabanError: it cannot be rendered.
        """
        rendered = self._engines.rehearse(job.view, form)
        check_pages(job.view, form, rendered.data, self._layout, self._advances)

    def __call__(self, job: Job) -> Printed:
        """Prints a job."""
        if job.gives is not None:
            self._engines.taken(job.view, job.gives)
        finished = {}
        errors: list[SarabanError] = []
        for form, key in job.keys.items():
            try:
                finished[form] = self._print(job.view, form, key)
            except SarabanError as error:
                errors.append(error)
            except OSError as error:
                errors.append(unwritable(error, self.staging.folder))
        gives = self._engines.gives(job.view) if PAGED in finished else None
        return Printed(job.path, finished, joined(errors), gives)

    def sheet(self, view: View) -> bytes:
        """A view that is no paper of the project (a cover, the marks of copies), as PDF.

        Raises:
            SarabanError: it cannot be rendered.
        """
        return self._engines.render(view, 'pdf').data

    def _print(self, view: View, form: str, key: str) -> Finished:
        """A paper in one format; it is kept where its pages have no error.

        Raises:
            SarabanError: it cannot be rendered.
        """
        rendered = self._engines.render(view, form)
        findings = check_pages(view, form, rendered.data, self._layout.given[rendered.gives], self._advances)
        wrong = any(finding.level is Level.ERROR for finding in findings)
        return Finished.of(rendered, findings) if wrong else self.staging.keep(key, rendered, findings)
