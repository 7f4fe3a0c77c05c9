"""Thailand's public holidays: the one place that asks the holiday calendar, which is read at first need."""

from __future__ import annotations

import datetime
import importlib.util
from functools import cache
from pathlib import Path
from typing import Any

FIRST_YEAR, LAST_YEAR = 1940, 2100  # a calendar of public holidays says nothing of other years


def day_off(day: datetime.date) -> str:
    """The name of the public holiday that a day is, in Thai; empty where it is none."""
    return str(_calendar(day.year).get(day) or '')


@cache
def _calendar(year: int) -> dict[datetime.date, str]:
    if not FIRST_YEAR <= year <= LAST_YEAR:
        return {}
    return dict(_thailand()(years=[year], language='th').items())


@cache
def _thailand() -> Any:
    """The calendar's class, read from its own file: `holidays.countries` would read those of every country with it."""
    package = importlib.util.find_spec('holidays')
    if package is None or package.origin is None:
        raise ModuleNotFoundError('holidays is not installed', name='holidays')
    file = Path(package.origin).parent / 'countries' / 'thailand.py'
    spec = importlib.util.spec_from_file_location('holidays_of_thailand', file)
    if spec is None or spec.loader is None:
        raise ModuleNotFoundError(f'{file} is not there', name='holidays')
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module.Thailand
