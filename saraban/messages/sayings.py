"""All that a run says when nothing is wrong, and all help texts: the rooms' tables together."""

from __future__ import annotations

from saraban.messages import again, cli, printing, review
from saraban.messages.message import Language

HELP: dict[str, dict[Language, str]] = cli.HELP | printing.HELP | again.HELP | review.HELP
SAYINGS: dict[str, dict[Language, str]] = cli.SAYINGS | printing.SAYINGS | again.SAYINGS | review.SAYINGS


def say(key: str, language: Language, **values: object) -> str:
    """A sentence of the table `SAYINGS`."""
    return SAYINGS[key][language].format_map(values)
