"""The commands of the print room: what is printed, and what is sent by e-mail."""

from __future__ import annotations

import time
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from saraban.cli.options import (
    Content,
    Date,
    Jobs,
    Kinds,
    Lang,
    NoCache,
    Only,
    OrderOption,
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
from saraban.messages import say
from saraban.report import Voice

if TYPE_CHECKING:
    from saraban.printroom.package import Package


@app.command('print', help='print')
def _print_command(
    context: typer.Context,
    kinds: Kinds = None,
    only: Only = None,
    rounds: Rounds = None,
    regions: Regions = None,
    provinces: Provinces = None,
    where: Where = None,
    order: OrderOption = 'listed',
    enclosures: Annotated[
        Literal['after', 'apart'] | None, typer.Option('--enclosures', help='enclosures', show_default=False)
    ] = None,
    since: Annotated[
        list[Path] | None, typer.Option('--changed-since', help='changed-since', show_default=False)
    ] = None,
    date: Date = None,
    jobs: Jobs = 0,
    no_cache: NoCache = False,
    content: Content = None,
    output: Output = None,
    lang: Lang = None,
    quiet: Quiet = False,
    verbose: Verbose = False,
) -> None:
    from saraban.printroom.package import PrintRequest, print_package  # noqa: PLC0415 other commands do without

    common = context.obj.with_given(content, output, lang, quiet=quiet, verbose=verbose)
    filters = filters_of(rounds, regions, provinces, where, order)
    request = common.request(kinds, only, filters, date=date, jobs=jobs, no_cache=no_cache)
    asked = PrintRequest(request, enclosures or '', tuple(since or ()))
    began = time.monotonic()
    with common.voice.progress() as progress:
        package = print_package(asked, progress)
    _tell(common.voice, package, time.monotonic() - began)


@app.command('send-package', help='send-package')
def _send_command(
    context: typer.Context,
    only: Only = None,
    rounds: Rounds = None,
    regions: Regions = None,
    provinces: Provinces = None,
    where: Where = None,
    date: Date = None,
    jobs: Jobs = 0,
    no_cache: NoCache = False,
    content: Content = None,
    output: Output = None,
    lang: Lang = None,
    quiet: Quiet = False,
    verbose: Verbose = False,
) -> None:
    from saraban.printroom.sending import TABLE, send_package  # noqa: PLC0415 other commands do without

    common = context.obj.with_given(content, output, lang, quiet=quiet, verbose=verbose)
    filters = filters_of(rounds, regions, provinces, where)
    request = common.request((), only, filters, date=date, jobs=jobs, no_cache=no_cache)
    began = time.monotonic()
    with common.voice.progress() as progress:
        mailing = send_package(request, progress)
    voice = common.voice
    if not voice.quiet:
        voice.brief(mailing.findings)
    voice.blanks(mailing.blanks)
    if mailing.without:
        voice.say('mailed-without', count=mailing.without)
    seconds = f'{time.monotonic() - began:.1f}'
    voice.say('mailed', letters=mailing.letters, folder=shown_path(mailing.folder), table=TABLE, seconds=seconds)


def _tell(voice: Voice, package: Package, seconds: float) -> None:
    """What was printed: first what is still blank, then each file and how it is printed."""
    if not voice.quiet:
        voice.brief((*package.content_findings, *package.page_findings))
    voice.blanks(package.blanks)
    drafts = sum(item.is_draft for item in package.items)
    if drafts:
        voice.say('print-drafts', count=drafts)
    for file in package.files:
        if file.sides and file.sheets:
            sides = say('print-sides-2' if file.sides == 2 else 'print-sides-1', voice.language)
            voice.say('print-file', file=file.product.file, pages=file.product.pages, sheets=file.sheets, sides=sides)
        else:
            voice.say('print-other', file=file.product.file)
    for item in package.items:
        if item.prints > 1:
            voice.say('print-prints', name=item.name, prints=item.prints)
    sheets = sum(file.sheets for file in package.files)
    voice.say(
        'printed', letters=len(package.items), files=len(package.files), sheets=sheets,
        folder=shown_path(package.folder), seconds=f'{seconds:.1f}',
    )  # fmt: skip
