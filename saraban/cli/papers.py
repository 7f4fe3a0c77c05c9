"""The commands that make papers, or say which ones would be made."""

from __future__ import annotations

import time
from dataclasses import replace
from functools import partial
from typing import Annotated

import typer

from saraban.cache.standing import SECONDS, Inputs, Record, remember
from saraban.cli.options import (
    Common,
    Content,
    Date,
    Formats,
    Given,
    Jobs,
    Kinds,
    Lang,
    NoCache,
    Only,
    Output,
    Provinces,
    Quiet,
    Regions,
    Rounds,
    Verbose,
    Where,
    app,
    filters_of,
)
from saraban.errors import shown_path
from saraban.pipeline import Request, build, open_blanks, read
from saraban.selection import chosen


@app.callback(invoke_without_command=True)
def _common(
    context: typer.Context,
    content: Content = None,
    output: Output = None,
    lang: Lang = None,
    quiet: Quiet = False,
    verbose: Verbose = False,
    no_cache: NoCache = False,
) -> None:
    common = Common(given=context.obj or Given(), no_cache=no_cache)
    context.obj = common.with_given(content, output, lang, quiet=quiet, verbose=verbose)
    if context.invoked_subcommand is None:
        _build(context.obj, context.obj.request())


@app.command('build', help='build')
def _build_command(
    context: typer.Context,
    kinds: Kinds = None,
    only: Only = None,
    rounds: Rounds = None,
    regions: Regions = None,
    provinces: Provinces = None,
    where: Where = None,
    formats: Formats = None,
    date: Date = None,
    jobs: Jobs = 0,
    no_cache: NoCache = False,
    cluster: Annotated[str, typer.Option('--cluster', help='cluster', metavar='ADDRESS', show_default=False)] = '',
    content: Content = None,
    output: Output = None,
    lang: Lang = None,
    quiet: Quiet = False,
    verbose: Verbose = False,
) -> None:
    common = context.obj.with_given(content, output, lang, quiet=quiet, verbose=verbose)
    filters = filters_of(rounds, regions, provinces, where)
    request = common.request(kinds, only, filters, formats=formats, date=date, jobs=jobs, no_cache=no_cache)
    _build(common, replace(request, cluster=cluster))


@app.command('list', help='list')
def _list_command(
    context: typer.Context,
    kinds: Kinds = None,
    only: Only = None,
    rounds: Rounds = None,
    regions: Regions = None,
    provinces: Provinces = None,
    where: Where = None,
    blanks: Annotated[bool, typer.Option('--blanks', help='blanks')] = False,
    content: Content = None,
    lang: Lang = None,
    quiet: Quiet = False,
    verbose: Verbose = False,
) -> None:
    common = context.obj.with_given(content, None, lang, quiet=quiet, verbose=verbose)
    project = read(common.content)
    choice = replace(filters_of(rounds, regions, provinces, where), kinds=tuple(kinds or ()), only=tuple(only or ()))
    papers = chosen(project, choice)
    if blanks:
        common.voice.blanks(open_blanks(project, papers))
    else:
        common.voice.papers(papers, project)


def _build(common: Common, request: Request) -> None:
    began = time.monotonic()
    inputs = Inputs(request.content, request.templates, request.fonts)
    before = _digest(inputs) if request.cache else ''
    with common.voice.progress() as progress:
        report = build(request, progress, standby=common.given.standby)
    common.voice.built(report, shown_path(request.output), f'{time.monotonic() - began:.1f}')
    if request.cache and before and before == _digest(inputs):  # nothing was saved while it ran
        said = common.voice.heard(partial(common.voice.built, report.unchanged(), shown_path(request.output), SECONDS))
        marks = {file: mark for file, (mark, _) in report.seen.items()}
        remember(request.cache, common.given.arguments, Record(inputs, before, request.output, marks, said))


def _digest(inputs: Inputs) -> str:
    """A digest of all that goes in; none where a folder cannot be read, which the build tells."""
    try:
        return inputs.digest()
    except OSError:
        return ''
