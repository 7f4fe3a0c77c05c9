"""The whole command line: the one place that catches errors. A room holds the commands of one purpose."""

from __future__ import annotations

import sys
import traceback
from collections.abc import Sequence
from importlib import import_module
from typing import Any

import typer

from saraban.cli.options import Given, app
from saraban.cli.typed import STOPPED, compares, is_bare, language_of, stopped_as
from saraban.errors import SarabanError
from saraban.messages import HELP, PANELS, Language, say
from saraban.report import Voice
from saraban.standby import Standby
from saraban.views.kinds import KINDS

ROOMS = {
    'papers': ('build', 'list'),
    'watching': ('watch',),
    'printing': ('print', 'send-package'),
    'content': ('check', 'schema', 'number', 'new'),
    'review': ('diff', 'words'),
}
"""The modules that hold commands, in the order in which help shows them. Only what may be meant is loaded."""
USAGE = 2
BUG = 70


def run(arguments: Sequence[str], standby: Standby | None = None) -> int:
    """Runs a command line and gives its exit code."""
    language = language_of(arguments)
    voice = Voice(language)
    _load_rooms(arguments)
    command = _localised(language)
    if '--help' in arguments:
        _dress_panels(language)
    try:
        code = int(
            command.main(
                list(arguments), prog_name='build.py', standalone_mode=False, obj=Given(tuple(arguments), standby)
            )
            or 0
        )
    except SarabanError as error:
        voice.error(error, _ending(arguments))
        return error.exit_code
    except typer.TyperException as error:  # an option that there is not, a value that does not fit
        fault: Any = error
        _dress_panels(language).rich_format_error(fault)
        return USAGE
    except (KeyboardInterrupt, typer.Abort):
        code = STOPPED
    except Exception as error:  # the edge: a bug is told, not shown as a traceback
        print(
            say('diff-bug' if compares(arguments) else 'bug', language, detail=f'{type(error).__name__}: {error}'),
            file=sys.stderr,
        )
        if {'-v', '--verbose'} & set(arguments):
            traceback.print_exc()
        return BUG
    if code == STOPPED:  # typer makes this of a KeyboardInterrupt
        print(say(stopped_as(arguments), language), file=sys.stderr)
    return code


def _ending(arguments: Sequence[str]) -> str:
    """The key of what a command says at its end that could not do its work; none of a comparison that writes nothing."""
    if not compares(arguments):
        return 'untouched'
    return 'diff-unwritten' if any(word.partition('=')[0] == '--output' for word in arguments) else ''


def _load_rooms(arguments: Sequence[str]) -> None:
    """The rooms of the commands that are named; all of them where none is, unless nothing but building can be meant."""
    named = [room for room, commands in ROOMS.items() if set(commands) & set(arguments)]
    for room in ROOMS if '--help' in arguments or not (named or is_bare(arguments)) else ('papers', *named):
        import_module(f'saraban.cli.{room}')


def _localised(language: Language) -> Any:
    """The command with its help in one language."""
    command: Any = typer.main.get_command(app)
    for part in (command, *command.commands.values()):
        part.help = HELP[part.help][language]
        for parameter in part.params:
            if parameter.help in HELP:
                parameter.help = _filled(HELP[parameter.help][language])
    return command


def _filled(words: str) -> str:
    """Help with the names of a table in it."""
    if '{writers}' not in words:
        return words.format(kinds=' '.join(KINDS))
    from saraban.review.writers import WRITERS  # noqa: PLC0415 it brings the review, which most commands do without

    return words.format(writers=' '.join(WRITERS))


def _dress_panels(language: Language) -> Any:
    """The printer of help and of usage errors, its panels' titles in one language; other runs do without it."""
    from typer import rich_utils  # noqa: PLC0415 it brings all of rich with it

    for name, title in PANELS.items():
        setattr(rich_utils, name, title[language])
    return rich_utils
