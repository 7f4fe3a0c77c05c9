"""The command that builds again at each save."""

from __future__ import annotations

import sys
import time
from contextlib import suppress

import typer

from saraban.cache.standing import Inputs
from saraban.cli.options import Content, Date, Formats, Jobs, Kinds, Lang, NoCache, Only, Output, Quiet, Verbose, app
from saraban.errors import SarabanError, shown_path
from saraban.pipeline import Report, Request, build, warm_up
from saraban.report import Voice
from saraban.watch import Warm, Watcher


@app.command('watch', help='watch')
def _watch_command(
    context: typer.Context,
    kinds: Kinds = None,
    only: Only = None,
    formats: Formats = None,
    date: Date = None,
    jobs: Jobs = 0,
    no_cache: NoCache = False,
    content: Content = None,
    output: Output = None,
    lang: Lang = None,
    quiet: Quiet = False,
    verbose: Verbose = False,
) -> None:
    common = context.obj.with_given(content, output, lang, quiet=quiet, verbose=verbose)
    request = common.request(kinds, only, formats=formats, date=date, jobs=jobs, no_cache=no_cache)
    teller = _Teller(common.voice, request)
    inputs = Inputs(request.content, request.templates, request.fonts)
    try:
        for same in Watcher(inputs, request.output, teller).run():
            if not same:
                common.voice.say('watch-program')
            sys.stdout.flush()  # what was said is seen at once, also in a pipe
    except KeyboardInterrupt:
        common.voice.say('watch-ended')


class _Teller:
    """Builds and tells of it; what is still open and what to look at only where that is news."""

    def __init__(self, voice: Voice, request: Request) -> None:
        self._voice = voice
        self._request = request
        self._told: Report | None = None

    def build(self, engines: Warm) -> None:
        """Builds and tells of it. Raises SarabanError where it does not come to an end."""
        began = time.monotonic()
        with self._voice.progress() as progress:
            report = build(self._request, progress, engines)
        seconds = f'{time.monotonic() - began:.1f}'
        self._voice.built(report, shown_path(self._request.output), seconds, self._told)
        self._told = report

    def failed(self, error: SarabanError) -> None:
        """Tells of a build that did not come to an end."""
        self._voice.error(error)
        self._voice.say('watch-kept')

    def ready(self, engines: Warm) -> None:
        """Has the engines load what they need, and tells that files are watched from now on."""
        with suppress(SarabanError):  # it has been told
            warm_up(self._request, engines)
        self._voice.say('watching', content=shown_path(self._request.content))
        sys.stdout.flush()
