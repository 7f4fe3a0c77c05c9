"""Rounds that have other numbers because one came or went: the old content with the numbers that its rounds have now.

Only where rounds are numbered from one in both versions, as somebody counted them; a number that leaves a gap names its
round.
"""

from __future__ import annotations

import copy
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from saraban.content.loader import with_data
from saraban.content.project import Project
from saraban.content.roster import Recipient
from saraban.review.pairing import Piece, pairs
from saraban.review.values import words_of_value

_FILE = 'rounds.yaml'
_OF_ROUND = re.compile(r'(?<=/round-)\d+$')


@dataclass(frozen=True, slots=True)
class Renumbered:
    """The old content as it were with the numbers of now, as its files have it, and which number each round had and has.

    A round that is gone has a number there that no other has.
    """

    project: Project
    told: Project
    numbers: Mapping[int, int]

    def path(self, path: str) -> str:
        """Where a paper of the old content stands in this one."""
        return _OF_ROUND.sub(lambda found: str(self.numbers.get(int(found[0]), found[0])), path)


def renumbered(old: Project, new: Project) -> Renumbered | None:
    """The old content with the numbers that its rounds have in the new one; None where they are the same."""
    if not (_counts(old) and _counts(new)):
        return None
    before, after = ([_without_number(entry) for entry in _entries(project)] for project in (old, new))
    kept, moved = pairs(list(map(_piece, before)), list(map(_piece, after)))
    stayed = {i + 1: j + 1 for i, j in (*kept, *moved)}
    if all(was == number for was, number in stayed.items()):
        return None
    most = max(len(before), len(after))
    numbers = {number: stayed.get(number, most + number) for number in range(1, len(before) + 1)}
    data = copy.deepcopy(old.sources[_FILE].data)
    for number, entry in enumerate(data['rounds'], 1):
        entry['number'] = str(numbers[number])
    placed = replace(old, recipients=tuple(_in_round(one, numbers) for one in old.recipients))
    project = with_data(placed, _FILE, data)
    if project is None:
        return None
    sources = {**old.sources, _FILE: replace(old.sources[_FILE], data=data)}
    return Renumbered(replace(project, sources=sources), old, numbers)


def round_name(project: Project, number: int | None) -> str:
    """A round by its number and its name, as its number alone is another one's in the other version."""
    a_round = next((one for one in project.rounds if one.number == number), None)
    return f'{a_round.number} {a_round.region}'.strip() if a_round else words_of_value(number)


def _counts(project: Project) -> bool:
    numbers = [a_round.number for a_round in project.rounds]
    return _FILE in project.sources and numbers == list(range(1, len(numbers) + 1)) != []


def _entries(project: Project) -> Sequence[Mapping[str, Any]]:
    found: Sequence[Mapping[str, Any]] = project.sources[_FILE].data['rounds']
    return found


def _without_number(entry: Mapping[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in entry.items() if name != 'number'}


def _piece(entry: Mapping[str, Any]) -> Piece:
    return Piece('round', '', words_of_value(entry))


def _in_round(recipient: Recipient, numbers: Mapping[int, int]) -> Recipient:
    return recipient if recipient.round is None else replace(recipient, round=numbers.get(recipient.round))
