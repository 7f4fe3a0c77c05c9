"""A project: the content of one folder, valid, with the place of every value and the sums that follow from it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from math import prod

from saraban.content import model
from saraban.content.roster import Recipient
from saraban.content.source import Loc, Source
from saraban.errors import Place


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

    def place(self, file: str, *loc: str | int) -> Place:
        """Where a value of a content file (`rounds.yaml`) stands, or the nearest entry around it."""
        source = self.sources.get(file)
        return source.place(loc) if source else Place(file)

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
        return sum(recipient.numbers.get(group.per, 0) for recipient in self.recipients)

    def total(self, group: model.Group) -> int:
        """How many people of a group there are in all."""
        return group.count * self.units(group)

    def count(self, group: model.Group, recipient: Recipient) -> int:
        """How many people of an invited group a recipient sends."""
        return group.count * (1 if group.per == 'recipient' else recipient.numbers.get(group.per, 0))

    def round_count(self, group: model.Group, a_round: model.Round) -> int:
        """How many people of an invited group come to a round."""
        return sum(self.count(group, recipient) for recipient in self.members(a_round))

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
            RecursionError: a product or sum that leads back to itself (the loader refuses such content).
        """
        fact = self.facts[key]
        if fact.value:
            plain = model.whole_or_none(fact.value)
            return fact.value if plain is None else plain
        parts = [self.fact(part) for part in fact.product or fact.sum]
        numbers = [part for part in parts if isinstance(part, int)]
        return prod(numbers) if fact.product else sum(numbers)


def loc_of(a_round: model.Round, project: Project) -> Loc:
    """Where a round stands in rounds.yaml."""
    return ('rounds', project.rounds.index(a_round))
