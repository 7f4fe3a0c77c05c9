"""How content is typed: every slip of keyboard and spacing as a finding, and those with one right answer for mending."""

from __future__ import annotations

from collections.abc import Iterator

from saraban.checks import marks, spacing
from saraban.checks.desk import Desk
from saraban.checks.flaws import Slip, is_foreign, slips
from saraban.errors import Finding


def all_slips(desk: Desk) -> Iterator[Slip]:
    """Every slip in content: marks and doubled spaces in any text, spacing and digits in sentences."""
    yield from slips(desk, (*marks.FINDERS, *spacing.EVERYWHERE))
    yield from slips(desk, spacing.IN_SENTENCES, skip=is_foreign)


def texts_are_typed_cleanly(desk: Desk) -> Iterator[Finding]:
    """Every slip as a finding."""
    for slip in all_slips(desk):
        yield slip.finding()
