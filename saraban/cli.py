"""Arguments in, exit code out: the one place that catches errors."""

from __future__ import annotations

import datetime
import shlex
import sys
import time
import traceback
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Annotated, Any, Literal

import typer

from saraban.checks.formats import FORMATS as FORMATS_OF_VERDICTS
from saraban.content.loader import shown_path
from saraban.content.starter import make_starter
from saraban.content.values import ValueFault, read_date
from saraban.errors import ContentError, Finding, Level, Place, SarabanError, UsageError, joined
from saraban.messages import HELP, PANELS, Language, say
from saraban.pipeline import Request, build, inspect, mend, number, open_blanks, read, select, write_schemas
from saraban.render.formats import FORMATS
from saraban.report import Voice
from saraban.views.kinds import KINDS

USAGE = 2
STRICT = 6
BUG = 70
STOPPED = 130  # what a shell reports of a program that Ctrl-C stopped

Content = Annotated[Path | None, typer.Option('--content', help='content', show_default=False)]
Output = Annotated[Path | None, typer.Option('--output', help='output', show_default=False)]
Lang = Annotated[Literal['th', 'en'] | None, typer.Option('--lang', help='lang', show_default=False)]
Quiet = Annotated[bool, typer.Option('-q', '--quiet', help='quiet')]
Verbose = Annotated[bool, typer.Option('-v', '--verbose', help='verbose')]
Kinds = Annotated[list[str] | None, typer.Argument(help='kinds', show_default=False)]
Only = Annotated[list[str] | None, typer.Option('--only', help='only', show_default=False)]

app = typer.Typer(add_completion=False, pretty_exceptions_enable=False, help='app', rich_markup_mode='rich')


@dataclass(frozen=True)
class Common:
    """The options that every command takes, before its name or after it."""

    content: Path = Request.content
    output: Path = Request.output
    voice: Voice = field(default_factory=Voice)

    def with_given(
        self, content: Path | None, output: Path | None, lang: Language | None, *, quiet: bool, verbose: bool
    ) -> Common:
        """These options, with what was given after the command's name."""
        voice = Voice(lang or self.voice.language, quiet or self.voice.quiet, verbose or self.voice.verbose)
        return Common(content or self.content, output or self.output, voice)


@app.callback(invoke_without_command=True)
def _common(
    context: typer.Context,
    content: Content = None,
    output: Output = None,
    lang: Lang = None,
    quiet: Quiet = False,
    verbose: Verbose = False,
) -> None:
    context.obj = Common().with_given(content, output, lang, quiet=quiet, verbose=verbose)
    if context.invoked_subcommand is None:
        _build(context.obj, Request(context.obj.content, context.obj.output))


@app.command('build', help='build')
def _build_command(
    context: typer.Context,
    kinds: Kinds = None,
    only: Only = None,
    formats: Annotated[list[str] | None, typer.Option('--format', help='format', show_default=False)] = None,
    date: Annotated[str | None, typer.Option('--date', help='date', show_default=False)] = None,
    jobs: Annotated[int, typer.Option('--jobs', min=0, help='jobs', show_default=False)] = 0,
    content: Content = None,
    output: Output = None,
    lang: Lang = None,
    quiet: Quiet = False,
    verbose: Verbose = False,
) -> None:
    common = context.obj.with_given(content, output, lang, quiet=quiet, verbose=verbose)
    request = Request(common.content, common.output, tuple(kinds or ()), tuple(only or ()), jobs=jobs)
    _build(common, _completed(request, formats or [], date))


@app.command('list', help='list')
def _list_command(
    context: typer.Context,
    kinds: Kinds = None,
    only: Only = None,
    blanks: Annotated[bool, typer.Option('--blanks', help='blanks')] = False,
    content: Content = None,
    lang: Lang = None,
    quiet: Quiet = False,
    verbose: Verbose = False,
) -> None:
    common = context.obj.with_given(content, None, lang, quiet=quiet, verbose=verbose)
    project = read(common.content)
    papers = select(project, kinds or (), only or ())
    if blanks:
        common.voice.blanks(open_blanks(project, papers))
    else:
        common.voice.papers(papers, project.sources)


@app.command('check', help='check')
def _check_command(
    context: typer.Context,
    form: Annotated[
        Literal['text', 'json', 'sarif'], typer.Option('--format', help='check-format', show_default=False)
    ] = 'text',
    strict: Annotated[bool, typer.Option('--strict', help='strict')] = False,
    spelling: Annotated[bool, typer.Option('--spelling', help='spelling')] = False,
    fix: Annotated[bool, typer.Option('--fix', help='fix')] = False,
    content: Content = None,
    lang: Lang = None,
    quiet: Quiet = False,
    verbose: Verbose = False,
) -> None:
    common = context.obj.with_given(content, None, lang, quiet=quiet, verbose=verbose)
    if fix:
        common.voice.mended(mend(common.content), shown_path(common.content))
    verdict = inspect(common.content, spelling=spelling)
    if form == 'text':
        common.voice.verdict(verdict)
    else:
        print(FORMATS_OF_VERDICTS[form](verdict, common.voice.language))
    if verdict.of(Level.ERROR):
        raise typer.Exit(ContentError.exit_code)
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


def main(arguments: Sequence[str]) -> int:
    """Runs a command line and gives its exit code."""
    language = _language(arguments)
    voice = Voice(language)
    command = _localised(language)
    if '--help' in arguments:
        _dress_panels(language)
    try:
        code = int(command.main(list(arguments), prog_name='build.py', standalone_mode=False) or 0)
    except SarabanError as error:
        voice.error(error)
        return error.exit_code
    except typer.TyperException as error:  # an option that there is not, a value that does not fit
        fault: Any = error
        _dress_panels(language).rich_format_error(fault)
        return USAGE
    except (KeyboardInterrupt, typer.Abort):
        code = STOPPED
    except Exception as error:  # the edge: a bug is told, not shown as a traceback
        print(say('bug', language, detail=f'{type(error).__name__}: {error}'), file=sys.stderr)
        if {'-v', '--verbose'} & set(arguments):
            traceback.print_exc()
        return BUG
    if code == STOPPED:  # typer makes this of a KeyboardInterrupt
        print(say('stopped', language), file=sys.stderr)
    return code


def _build(common: Common, request: Request) -> None:
    began = time.monotonic()
    with common.voice.progress() as progress:
        report = build(request, progress)
    common.voice.built(report, shown_path(request.output), time.monotonic() - began)


def _completed(request: Request, formats: Sequence[str], date: str | None) -> Request:
    """A request with its formats and date. Raises UsageError with every fault of both."""
    faults: list[UsageError] = []
    try:
        request = replace(request, formats=_formats(formats))
    except UsageError as error:
        faults.append(error)
    try:
        request = replace(request, date=_date(date))
    except UsageError as error:
        faults.append(error)
    fault = joined(faults)
    if fault is not None:
        raise fault
    return request


def _formats(names: Sequence[str]) -> tuple[str, ...]:
    strange = [name for name in names if name not in FORMATS]
    if strange:
        raise UsageError(_usage('wrong-choice', value=name, known=' '.join(FORMATS)) for name in strange)
    return tuple(form for form in FORMATS if form in names)


def _date(text: str | None) -> datetime.date | None:
    if not text:
        return None
    try:
        day: datetime.date = read_date(text)
    except ValueFault as fault:
        raise UsageError([_usage(fault.rule, **fault.values)]) from fault
    return day


def _usage(rule: str, **values: object) -> Finding:
    return Finding(rule, Place('build.py'), values)


def _language(arguments: Sequence[str]) -> Language:
    """The language of help and errors: `--lang` wherever it stands, Thai without it."""
    for index, argument in enumerate(arguments):
        if argument == '--lang=en' or (argument == '--lang' and arguments[index + 1 : index + 2] == ['en']):
            return 'en'
    return 'th'


def _localised(language: Language) -> Any:
    """The command with its help in one language."""
    command: Any = typer.main.get_command(app)
    for part in (command, *command.commands.values()):
        part.help = HELP[part.help][language]
        for parameter in part.params:
            if parameter.help in HELP:
                parameter.help = HELP[parameter.help][language].format(kinds=' '.join(KINDS))
    return command


def _dress_panels(language: Language) -> Any:
    """The printer of help and of usage errors, its panels' titles in one language; other runs do without it."""
    from typer import rich_utils  # noqa: PLC0415 it brings all of rich with it

    for name, title in PANELS.items():
        setattr(rich_utils, name, title[language])
    return rich_utils
