"""What every command takes: the application, the shared options, and what is made of them."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Annotated, Literal

import typer

from saraban.cache import Cache
from saraban.cache.place import cache_folder, cache_size
from saraban.content.values import ValueFault, read_date
from saraban.errors import Finding, Place, UsageError, joined
from saraban.messages import Language
from saraban.pipeline import Request
from saraban.render.formats import FORMATS
from saraban.report import Voice
from saraban.selection import EVERYTHING, Choice, Order
from saraban.standby import Standby

Content = Annotated[Path | None, typer.Option('--content', help='content', show_default=False)]
Output = Annotated[Path | None, typer.Option('--output', help='output', show_default=False)]
Lang = Annotated[Literal['th', 'en'] | None, typer.Option('--lang', help='lang', show_default=False)]
Quiet = Annotated[bool, typer.Option('-q', '--quiet', help='quiet')]
Verbose = Annotated[bool, typer.Option('-v', '--verbose', help='verbose')]
Kinds = Annotated[list[str] | None, typer.Argument(help='kinds', show_default=False)]
Formats = Annotated[list[str] | None, typer.Option('--format', help='format', show_default=False)]
Date = Annotated[str | None, typer.Option('--date', help='date', show_default=False)]
Jobs = Annotated[int, typer.Option('--jobs', min=0, help='jobs', show_default=False)]
NoCache = Annotated[bool, typer.Option('--no-cache', help='no-cache')]
Only = Annotated[list[str] | None, typer.Option('--only', help='only', show_default=False)]
Rounds = Annotated[list[str] | None, typer.Option('--round', help='round', show_default=False)]
Regions = Annotated[list[str] | None, typer.Option('--region', help='region', show_default=False)]
Provinces = Annotated[list[str] | None, typer.Option('--province', help='province', show_default=False)]
Where = Annotated[list[str] | None, typer.Option('--where', help='where', show_default=False)]
OrderOption = Annotated[
    Literal['listed', 'region', 'postal'], typer.Option('--order', help='order', show_default=False)
]

app = typer.Typer(add_completion=False, pretty_exceptions_enable=False, help='app', rich_markup_mode='rich')


@dataclass(frozen=True)
class Given:
    """The command line as it was typed, and the process that loads engines meanwhile, if any."""

    arguments: tuple[str, ...] = ()
    standby: Standby | None = None


@dataclass(frozen=True)
class Common:
    """The options that every command takes, before its name or after it."""

    content: Path = Request.content
    output: Path = Request.output
    voice: Voice = field(default_factory=Voice)
    given: Given = field(default_factory=Given)
    no_cache: bool = False

    def with_given(
        self, content: Path | None, output: Path | None, lang: Language | None, *, quiet: bool, verbose: bool
    ) -> Common:
        """These options, with what was given after the command's name."""
        voice = Voice(lang or self.voice.language, quiet or self.voice.quiet, verbose or self.voice.verbose)
        return replace(self, content=content or self.content, output=output or self.output, voice=voice)

    def cache(self, *, without: bool = False) -> Cache | None:
        """The cache that papers are taken from and kept in; None where it is not to be used.

        Raises:
            UsageError: it lies in the output folder, or its size is none.
        """
        if without or self.no_cache:
            return None
        folder = cache_folder()
        if folder.resolve().is_relative_to(self.output.resolve()):
            raise UsageError([wrong_usage('cache-in-output', folder=folder)])
        try:
            return Cache(folder, cache_size())
        except ValueError as error:
            raise UsageError([wrong_usage('cache-size', value=error)]) from error

    def request(
        self,
        kinds: Sequence[str] | None = None,
        only: Sequence[str] | None = None,
        filters: Choice = EVERYTHING,
        *,
        formats: Sequence[str] | None = None,
        date: str | None = None,
        jobs: int = 0,
        no_cache: bool = False,
    ) -> Request:
        """What a command that makes papers asks for.

        Raises:
            UsageError: the cache cannot be used as `cache` says; or with every fault of formats and date.
        """
        papers = tuple(kinds or ()), tuple(only or ())
        cache = self.cache(without=no_cache)
        request = Request(self.content, self.output, *papers, jobs=jobs, cache=cache, filters=filters)
        faults: list[UsageError] = []
        try:
            request = replace(request, formats=picked(formats or (), FORMATS))
        except UsageError as error:
            faults.append(error)
        try:
            request = replace(request, date=given_date(date))
        except UsageError as error:
            faults.append(error)
        fault = joined(faults)
        if fault is not None:
            raise fault
        return request


def wrong_usage(rule: str, **values: object) -> Finding:
    """A finding about what was typed."""
    return Finding(rule, Place('build.py'), values)


def picked(names: Sequence[str], known: Iterable[str]) -> tuple[str, ...]:
    """Those of the `known` that are named, in their own order. Raises UsageError of each name that is none of them."""
    there = tuple(known)
    strange = [name for name in names if name not in there]
    if strange:
        raise UsageError(wrong_usage('wrong-choice', value=name, known=' '.join(there)) for name in strange)
    return tuple(one for one in there if one in names)


def given_date(text: str | None) -> datetime.date | None:
    """A date as typed. Raises UsageError where it is none."""
    if not text:
        return None
    try:
        day: datetime.date = read_date(text)
    except ValueFault as fault:
        raise UsageError([wrong_usage(fault.rule, **fault.values)]) from fault
    return day


def filters_of(
    rounds: Sequence[str] | None,
    regions: Sequence[str] | None,
    provinces: Sequence[str] | None,
    where: Sequence[str] | None,
    order: Order = 'listed',
) -> Choice:
    """The choice of papers beside kinds and names. Raises UsageError of each `--where` that is no column=value."""
    pairs = [(column.strip(), value.strip()) for column, _, value in (text.partition('=') for text in where or ())]
    wrong = [text for text, (column, value) in zip(where or (), pairs, strict=True) if not (column and value)]
    if wrong:
        raise UsageError(wrong_usage('wrong-where', value=text) for text in wrong)
    return Choice((), (), tuple(rounds or ()), tuple(regions or ()), tuple(provinces or ()), tuple(pairs), order)
