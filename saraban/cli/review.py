"""The command that compares two versions."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Annotated

import typer

from saraban.cli.options import Content, Kinds, Lang, Only, Quiet, Verbose, app, given_date, picked, wrong_usage
from saraban.errors import ContentError, UsageError, joined, shown_path
from saraban.report import Voice
from saraban.review.causes import Cause
from saraban.review.effects import Causes, find_causes
from saraban.review.papers import Review
from saraban.review.run import Comparison, Written, compare_for_files, compare_versions, write_review
from saraban.review.sources import words_of_file
from saraban.review.summary import as_json
from saraban.review.terminal import BRACKETS, COLOURS, Telling
from saraban.review.writers import WRITERS
from saraban.uncollected import uncollected

DIFFERENT = 1


@app.command('diff', help='diff')
@uncollected(staying=True)  # what two versions hold stays to the end, and so does what the last paper leaves
def _diff_command(
    context: typer.Context,
    old: Annotated[str, typer.Argument(help='diff-old', metavar='OLD')],
    new: Annotated[str, typer.Argument(help='diff-new', metavar='NEW')],
    kinds: Kinds = None,
    only: Only = None,
    output: Annotated[Path | None, typer.Option('--output', help='diff-output', show_default=False)] = None,
    formats: Annotated[list[str] | None, typer.Option('--format', help='diff-format', show_default=False)] = None,
    stat: Annotated[bool, typer.Option('--stat', help='stat')] = False,
    json: Annotated[bool, typer.Option('--json', help='json')] = False,
    author: Annotated[str, typer.Option('--author', help='diff-author')] = Comparison.author,
    date: Annotated[str | None, typer.Option('--date', help='diff-date', show_default=False)] = None,
    content: Content = None,
    lang: Lang = None,
    quiet: Quiet = False,
    verbose: Verbose = False,
) -> None:
    common = context.obj.with_given(content, None, lang, quiet=quiet, verbose=verbose)
    asked = Comparison(
        old,
        new,
        common.content,
        tuple(kinds or ()),
        tuple(only or ()),
        output,
        picked(formats or [], WRITERS),
        author,
        given_date(date),
        common.voice.language,
        cache=common.cache() if output is not None else None,
    )
    if asked.formats and output is None:
        raise UsageError([wrong_usage('format-without-output')])
    review = compare_versions(asked) if output is None else compare_for_files(asked)
    causes = _causes_of(review, asked, told=json or not (common.voice.quiet or stat))
    written = write_review(review, asked, causes) if output is not None else None
    if json:
        print(as_json(review, causes()))
    elif not common.voice.quiet:
        telling = Telling(common.voice.language, COLOURS if _colours() else BRACKETS, words=review.words)
        print('\n'.join(telling.stat(review) if stat else telling.lines(review, causes())))
    if written is not None and output is not None:
        _tell_written(written, output, common.voice, counted=not json)
    if review.changed:
        raise typer.Exit(DIFFERENT)


def _causes_of(review: Review, asked: Comparison, *, told: bool) -> Callable[[], tuple[Cause, ...]]:
    """What gives the causes; where they are told here or in a file, they are looked for while the review is written."""
    told = told or not {'html', 'md'}.isdisjoint(asked.formats or WRITERS)
    return Causes(review) if told and asked.output is not None else partial(find_causes, review)


def _tell_written(written: Written, folder: Path, voice: Voice, *, counted: bool) -> None:
    """Says what was written where, and what could not be. Exits with the code of a paper that could not be set."""
    if counted:
        voice.say('diff-written', count=len(written.files), folder=shown_path(folder))
    voice.tell(written.unseen, 'diff-unseen')
    if fault := joined(written.faults):
        voice.tell(fault.findings, 'diff-left-out')
        raise typer.Exit(fault.exit_code)


@app.command('words', help='words')
def _words_command(
    context: typer.Context,
    file: Annotated[Path, typer.Argument(help='words-file')],
    lang: Lang = None,
) -> None:
    """Never fails on a file that is there: git stops at one that does, so what is wrong stands in place of the words."""
    common = context.obj.with_given(None, None, lang, quiet=False, verbose=False)
    try:
        print('\n'.join(words_of_file(file)))
    except ContentError as error:
        print('\n'.join(finding.tell(common.voice.language) for finding in error.findings))


def _colours() -> bool:
    """Whether the terminal shows colours and nobody asked for none (https://no-color.org)."""
    if os.environ.get('NO_COLOR') or os.environ.get('TERM') == 'dumb':
        return False
    return sys.stdout.isatty() or bool(os.environ.get('FORCE_COLOR'))
