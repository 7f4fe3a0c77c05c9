"""The whole command line: the one place that catches errors. A room holds the commands of one purpose."""

from __future__ import annotations

import sys
import traceback
from collections.abc import Sequence
from typing import Any

import typer

from saraban.cli import content, papers, printing, review, watching
from saraban.cli.options import app
from saraban.errors import SarabanError
from saraban.messages import HELP, PANELS, Language, say
from saraban.report import Voice
from saraban.review.writers import WRITERS
from saraban.views.kinds import KINDS

ROOMS = (papers, watching, printing, content, review)
"""The modules whose commands the application has, in the order in which help shows them."""
USAGE = 2
BUG = 70
STOPPED = 130  # what a shell reports of a program that Ctrl-C stopped


def run(arguments: Sequence[str]) -> int:
    """Runs a command line and gives its exit code."""
    language = _language(arguments)
    voice = Voice(language)
    command = _localised(language)
    if '--help' in arguments:
        _dress_panels(language)
    try:
        code = int(
            command.main(list(arguments), prog_name='build.py', standalone_mode=False, obj=tuple(arguments)) or 0
        )
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
                parameter.help = HELP[parameter.help][language].format(kinds=' '.join(KINDS), writers=' '.join(WRITERS))
    return command


def _dress_panels(language: Language) -> Any:
    """The printer of help and of usage errors, its panels' titles in one language; other runs do without it."""
    from typer import rich_utils  # noqa: PLC0415 it brings all of rich with it

    for name, title in PANELS.items():
        setattr(rich_utils, name, title[language])
    return rich_utils
