"""A project: the content of one folder, valid, with the place of every value and the sums that follow from it."""

from __future__ import annotations

import datetime
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from saraban.content import correspondence, model
from saraban.content.gate import GateFile
from saraban.content.roster import Recipient
from saraban.content.source import Loc, Source
from saraban.errors import Place

FIGURE_LIMIT = 10**15  # no paper of an office has a larger figure


@dataclass(frozen=True)
class Project:
    """All content. Parts that a project may lack (rounds, recipients, letters, forms) are None or empty."""

    main: model.ProjectFile
    facts: Mapping[str, model.Fact]
    audience: model.AudienceFile | None
    rounds_file: model.RoundsFile | None
    recipients: tuple[Recipient, ...]
    proposal: model.ProposalFile
    schedule: model.ScheduleFile | None
    letter: model.LetterFile | None
    forms: model.FormsFile
    sources: Mapping[str, Source]
    memo: correspondence.MemoFile | None = None
    changes: correspondence.ChangesFile | None = None
    mail: correspondence.MailFile | None = None
    gate: GateFile = field(default_factory=GateFile)
    date: datetime.date | None = None  # printed in letters that have none of their own; asked for, never today's

    def place(self, file: str, *loc: str | int) -> Place:
        """Where a value of a content file (`rounds.yaml`) stands, or the nearest entry around it."""
        source = self.sources.get(file)
        return source.place(loc) if source else Place(file)

    def files(self, names: Iterable[str]) -> tuple[str, ...]:
        """Those content files of some that there are, by the names that they really have (a roster may be an .xlsx)."""
        return tuple(self.sources[name].file.rpartition('/')[2] for name in names if name in self.sources)

    @property
    def rounds(self) -> tuple[model.Round, ...]:
        """The rounds in printing order."""
        return tuple(self.rounds_file.rounds) if self.rounds_file else ()

    @property
    def groups(self) -> tuple[model.Group, ...]:
        """The audience's groups in printing order."""
        return tuple(self.audience.groups) if self.audience else ()

    @cached_property
    def invited(self) -> tuple[model.Group, ...]:
        """The groups that letters invite."""
        return tuple(group for group in self.groups if group.invited)

    @cached_property
    def by_round(self) -> Mapping[int | None, tuple[Recipient, ...]]:
        """The recipients of each round's number, in the roster's order."""
        table: dict[int | None, list[Recipient]] = {}
        for recipient in self.recipients:
            table.setdefault(recipient.round, []).append(recipient)
        return {number: tuple(members) for number, members in table.items()}

    def members(self, a_round: model.Round) -> tuple[Recipient, ...]:
        """The recipients of a round."""
        return self.by_round.get(a_round.number, ())

    def units(self, group: model.Group) -> int:
        """How many units a group is counted by: recipients, rounds, or the sum of a roster's column."""
        if group.per == 'recipient':
            return len(self.recipients)
        if group.per == 'round':
            return len(self.rounds)
        if group.per == 'project':
            return 1
        return self._sums.get(group.per, 0)

    @cached_property
    def _sums(self) -> Mapping[str, int]:
        """The sums of the roster's columns: every letter names some, and a roster may have thousands of rows."""
        sums: Counter[str] = Counter()
        for recipient in self.recipients:
            sums.update(recipient.numbers)
        return sums

    def total(self, group: model.Group) -> int:
        """How many people of a group there are in all."""
        return group.count * self.units(group)

    def count(self, group: model.Group, recipient: Recipient) -> int:
        """How many people of an invited group a recipient sends."""
        return group.count * (1 if group.per == 'recipient' else recipient.numbers.get(group.per, 0))

    def round_count(self, group: model.Group, a_round: model.Round) -> int:
        """How many people of an invited group come to a round."""
        return self._round_counts[a_round.number, group.key]

    @cached_property
    def _round_counts(self) -> Mapping[tuple[int | None, str], int]:
        """How many people of each group come to each round, for the same reason."""
        return {
            (a_round.number, group.key): sum(self.count(group, recipient) for recipient in self.members(a_round))
            for a_round in self.rounds
            for group in self.groups
        }

    @cached_property
    def names_by_round(self) -> Mapping[int | None, tuple[str, ...]]:
        """The names of each round's recipients, in the roster's order."""
        return {number: tuple(one.name for one in members) for number, members in self.by_round.items()}

    def recipient_total(self, recipient: Recipient) -> int:
        """How many people a recipient sends."""
        return sum(self.count(group, recipient) for group in self.invited)

    def round_total(self, a_round: model.Round) -> int:
        """How many people are invited to a round."""
        return sum(self.round_count(group, a_round) for group in self.invited)

    @cached_property
    def invited_total(self) -> int:
        """How many people are invited in all."""
        return sum(self.total(group) for group in self.invited)

    @cached_property
    def audience_total(self) -> int:
        """How many people take part in all."""
        return sum(self.total(group) for group in self.groups)

    def fact(self, key: str) -> int | str:
        """A fact's value: a number where it is one or is reckoned, else words.

        Raises:
            KeyError: there is no such fact, or it leads back to itself (the checks refuse such content).
        """
        return self.reckoned[key]

    @cached_property
    def reckoned(self) -> Mapping[str, int | str]:
        """The facts' values, each reckoned once and none by recursion: a chain of them may be long.

        A figure beyond the limit stays just beyond it (the reader refuses such content). Facts that lead back to
        themselves have no value.
        """
        parts = {key: {*fact.product, *fact.sum} & self.facts.keys() for key, fact in self.facts.items()}
        users: dict[str, list[str]] = {}
        for key, names in parts.items():
            for name in names:
                users.setdefault(name, []).append(key)
        lacking = {key: len(names) for key, names in parts.items()}
        ready = [key for key, count in lacking.items() if not count]
        values: dict[str, int | str] = {}
        while ready:
            key = ready.pop()
            values[key] = _figure(self.facts[key], values)
            for user in users.get(key, ()):
                lacking[user] -= 1
                if not lacking[user]:
                    ready.append(user)
        return values


def _figure(fact: model.Fact, values: Mapping[str, int | str]) -> int | str:
    """A fact's value from those that it is made of; words among them, and names that there are not, count for nothing."""
    if fact.value:
        plain = model.whole_or_none(fact.value)
        return fact.value if plain is None else plain
    numbers = [part for name in fact.product or fact.sum if isinstance(part := values.get(name, ''), int)]
    return capped_product(numbers) if fact.product else min(sum(numbers), FIGURE_LIMIT + 1)


def capped_product(numbers: Iterable[int]) -> int:
    """A product, or one more than the limit where it is beyond."""
    figure = 1
    for number in numbers:
        figure = min(figure * number, FIGURE_LIMIT + 1)
    return figure


def loc_of(a_round: model.Round, project: Project) -> Loc:
    """Where a round stands in rounds.yaml."""
    return ('rounds', project.rounds.index(a_round))
