"""Arguments in, exit code out. A command line that would change nothing is answered before anything else is loaded."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Sequence
from contextlib import suppress
from typing import TYPE_CHECKING

from saraban.cache import standing
from saraban.cli.typed import STOPPED, builds, language_of, stopped_as
from saraban.uncollected import uncollected

if TYPE_CHECKING:
    from saraban.standby import Standby


def main(arguments: Sequence[str]) -> int:
    """Runs a command line and gives its exit code."""
    began = time.monotonic()
    _open_streams()
    standby: Standby | None = None
    try:
        record = standing.recall(arguments)
        if record is not None and record.holds():
            record.tell(f'{time.monotonic() - began:.1f}')
            return 0
        if builds(arguments) and (os.cpu_count() or 1) > 1:
            from saraban import standby as engines  # noqa: PLC0415 most runs do without

            with suppress(OSError):  # where no process can be added, this one does the work
                standby = engines.Standby()
        with uncollected(staying=True):  # what is loaded
            from saraban.cli.edge import run  # noqa: PLC0415 it brings the whole program

        return run(arguments, standby)
    except KeyboardInterrupt:
        from saraban.messages.cli import SAYINGS  # noqa: PLC0415 most runs end otherwise

        print(SAYINGS[stopped_as(arguments)][language_of(arguments)], file=sys.stderr)
        return STOPPED
    finally:
        if standby is not None:
            standby.end()


def _open_streams() -> None:
    """Has what is said go nowhere where a stream was closed before the program began, as some schedulers do."""
    for name, mode in (('stdin', 'r'), ('stdout', 'w'), ('stderr', 'w')):
        if getattr(sys, name) is None:
            setattr(sys, name, os.fdopen(os.open(os.devnull, os.O_RDWR), mode, encoding='utf-8'))
