"""The commands that look after a content folder: check it, number it, begin a new one, tell its form."""

from __future__ import annotations

import shlex
import sys
from dataclasses import replace
from pathlib import Path
from typing import Annotated, Literal

import typer

from saraban.checks.formats import FORMATS as FORMATS_OF_VERDICTS
from saraban.cli.options import Content, Jobs, Kinds, Lang, Only, Quiet, Verbose, app, wrong_usage
from saraban.content.starter import make_starter
from saraban.errors import ContentError, Level, PageError, UsageError, shown_path
from saraban.pipeline import Request, inspect, measure
from saraban.upkeep import mend, number, write_schemas

STRICT = 6


@app.command('check', help='check')
def _check_command(
    context: typer.Context,
    kinds: Kinds = None,
    pages: Annotated[bool, typer.Option('--pages', help='pages')] = False,
    only: Only = None,
    form: Annotated[
        Literal['text', 'json', 'sarif'], typer.Option('--format', help='check-format', show_default=False)
    ] = 'text',
    strict: Annotated[bool, typer.Option('--strict', help='strict')] = False,
    spelling: Annotated[bool, typer.Option('--spelling', help='spelling')] = False,
    fix: Annotated[bool, typer.Option('--fix', help='fix')] = False,
    jobs: Jobs = 0,
    content: Content = None,
    lang: Lang = None,
    quiet: Quiet = False,
    verbose: Verbose = False,
) -> None:
    common = context.obj.with_given(content, None, lang, quiet=quiet, verbose=verbose)
    if (kinds or only) and not pages:
        raise UsageError([wrong_usage('only-with-pages', names=' '.join((*(kinds or ()), *(only or ()))))])
    if fix:
        common.voice.mended(mend(common.content), shown_path(common.content))
    verdict = inspect(common.content, spelling=spelling)
    sound = not verdict.of(Level.ERROR)
    if pages and sound:
        request = Request(common.content, common.output, tuple(kinds or ()), tuple(only or ()), jobs=jobs)
        with common.voice.progress() as progress:
            products = measure(request, progress)
        found = (finding for product in products for finding in product.findings)
        verdict = replace(verdict, findings=(*verdict.findings, *found))
        if form == 'text':
            common.voice.measured(products)
    if form == 'text':
        common.voice.verdict(verdict)
    else:
        print(FORMATS_OF_VERDICTS[form](verdict, common.voice.language))
    if verdict.of(Level.ERROR):
        raise typer.Exit(PageError.exit_code if sound else ContentError.exit_code)
    if strict and verdict.of(Level.WARNING):
        raise typer.Exit(STRICT)


@app.command('schema', help='schema')
def _schema_command(
    context: typer.Context,
    folder: Annotated[Path, typer.Argument(help='schema-folder')] = Path('schema'),
    lang: Lang = None,
    quiet: Quiet = False,
    verbose: Verbose = False,
) -> None:
    common = context.obj.with_given(None, None, lang, quiet=quiet, verbose=verbose)
    common.voice.say('schema-written', count=len(write_schemas(folder)), folder=shown_path(folder.resolve()))


@app.command('number', help='number')
def _number_command(
    context: typer.Context,
    first: Annotated[int, typer.Option('--from', min=1, help='from', show_default=False)],
    content: Content = None,
    lang: Lang = None,
    quiet: Quiet = False,
    verbose: Verbose = False,
) -> None:
    common = context.obj.with_given(content, None, lang, quiet=quiet, verbose=verbose)
    path, given = number(common.content, first)
    if given:
        common.voice.say('numbered', count=len(given), first=given[0], last=given[-1], file=shown_path(path))
    else:
        common.voice.say('numbered-none')


@app.command('new', help='new')
def _new_command(
    context: typer.Context,
    folder: Annotated[Path, typer.Argument(help='folder')],
    lang: Lang = None,
    quiet: Quiet = False,
    verbose: Verbose = False,
) -> None:
    common = context.obj.with_given(None, None, lang, quiet=quiet, verbose=verbose)
    make_starter(folder)
    python = shown_path(Path(sys.executable))
    common.voice.say(
        'new', folder=shlex.quote(shown_path(folder)), output=shlex.quote(f'{shown_path(folder)}/output'), python=python
    )
