"""Arguments in, exit code out. A command line that would change nothing is answered before anything else is loaded."""

from __future__ import annotations

import sys
import time
from collections.abc import Sequence
from itertools import pairwise

from saraban.cache import standing

STOPPED = 130  # what a shell reports of a program that Ctrl-C stopped


def main(arguments: Sequence[str]) -> int:
    """Runs a command line and gives its exit code."""
    began = time.monotonic()
    try:
        record = standing.recall(arguments)
        if record is not None and record.holds():
            record.tell(f'{time.monotonic() - began:.1f}')
            return 0
        from saraban.cli.edge import run  # noqa: PLC0415 it brings the whole program

        return run(arguments)
    except KeyboardInterrupt:
        from saraban.messages.cli import SAYINGS  # noqa: PLC0415 most runs end otherwise

        english = '--lang=en' in arguments or ('--lang', 'en') in pairwise(arguments)
        print(SAYINGS['stopped']['en' if english else 'th'], file=sys.stderr)
        return STOPPED
