"""Provinces, regions and districts against the gazetteer: misspelt, run together, twice, missing, in another region.

A project whose recipients are no provinces is left alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from saraban import thai
from saraban.checks.desk import Desk
from saraban.checks.figures import stated_tables
from saraban.content.gazetteer import (
    CAPITAL,
    CAPITAL_SHORT,
    REGIONS,
    by_code,
    joined_provinces,
    nearest_name,
    nearest_province,
    provinces,
    region_of,
)
from saraban.content.loader import ROSTER
from saraban.content.passages import Passage
from saraban.content.project import Project
from saraban.content.source import Loc
from saraban.errors import Finding, Place

_FEW = 3  # a roster of the whole country that lacks more than this was meant to


@dataclass(frozen=True, slots=True)
class Named:
    """A name that stands for a place: in which round's list, and where."""

    name: str
    round: int
    place: Place


def holds_provinces(project: Project) -> bool:
    """Whether the recipients are provinces: most of them are, by name or by code."""
    known = provinces()
    hits = sum(recipient.name in known or recipient.slug[:5] in by_code() for recipient in project.recipients)
    return bool(project.recipients) and hits * 2 > len(project.recipients)


def lists_of_places(project: Project) -> Iterator[list[Named]]:
    """Each list that says which round a province is in: the roster, the rounds' own, the stated tables."""
    yield [
        Named(recipient.name, recipient.round or 0, project.place(ROSTER, *recipient.loc, 'name'))
        for recipient in project.recipients
    ]
    own = (
        (('rounds', index, 'members'), a_round.number, a_round.members) for index, a_round in enumerate(project.rounds)
    )
    yield _named(project, 'rounds.yaml', own)
    for stated in stated_tables(project):
        rows = (
            ((*stated.loc, 'rows', n, 'members'), row.round, row.members) for n, row in enumerate(stated.table.rows)
        )
        yield _named(project, stated.file, rows)


def provinces_are_spelt_right(desk: Desk) -> Iterator[Finding]:
    """Every province that a list names is one; two that were run together are told apart."""
    if not holds_provinces(desk.project):
        return
    accepted = {*provinces(), *CAPITAL_SHORT, *desk.project.gate.glossary}
    for named in (named for names in lists_of_places(desk.project) for named in names):
        if named.name in accepted:
            continue
        apart = joined_provinces(named.name)
        if apart:
            yield Finding('joined-provinces', named.place, {'name': named.name, 'apart': ' '.join(apart)})
        elif near := nearest_province(named.name):
            yield Finding('unknown-province', named.place, {'name': named.name, 'near': near})
        else:
            yield Finding('strange-province', named.place, {'name': named.name})


def provinces_have_their_codes(desk: Desk) -> Iterator[Finding]:
    """A recipient's ISO code is that of the province that it names."""
    for recipient in desk.project.recipients:
        code = re.match(r'TH-\d\d(?=-)', recipient.slug)
        meant = by_code().get(code[0]) if code else None
        if code and meant and recipient.name in provinces() and meant.name != recipient.name:
            values = {
                'name': recipient.name,
                'code': code[0],
                'meant': meant.name,
                'right': provinces()[recipient.name].code,
            }
            yield Finding('province-code', desk.project.place(ROSTER, *recipient.loc, 'code'), values)


def provinces_are_in_one_round(desk: Desk) -> Iterator[Finding]:
    """No province is in two rounds of a list unless content says so; where another is missing, they were swapped."""
    project = desk.project
    if not holds_provinces(project):
        return
    everywhere = _everywhere(project)
    for names in lists_of_places(project):
        read = set(_read(names))
        missing = [name for name in everywhere if names and name not in read]
        for first, second in _twice(names):
            if first.name in project.gate.two_rounds:
                continue
            wrong, right = _swap(project, first, second, missing)
            values = _rounds(first, second) | {'name': first.name}
            if right:
                missing.remove(right)
                yield Finding('province-swapped', wrong.place, values | {'missing': right} | _proof(project, wrong))
            else:
                yield Finding('province-twice', second.place, values)
        yield from _missing(project, names, missing)


def no_province_is_left_out(desk: Desk) -> Iterator[Finding]:
    """A roster of nearly every province lacks none by mistake; Bangkok is not one of the 76."""
    project = desk.project
    if not project.recipients or not holds_provinces(project):
        return
    present = {CAPITAL, *_everywhere(project)}
    left = [name for name in provinces() if name not in present]
    if 0 < len(left) <= _FEW:
        place = Place(project.place(ROSTER).file)
        yield Finding('province-left-out', place, {'names': ' '.join(left)})


def lists_agree(desk: Desk) -> Iterator[Finding]:
    """A province is in the same round in every list."""
    project = desk.project
    roster, *others = lists_of_places(project)
    rounds: dict[str, set[int]] = {}
    for named in roster:
        rounds.setdefault(named.name, set()).add(named.round)
    for names in others:
        twice = {second.name for _, second in _twice(names)}
        for named in names:
            if named.name in rounds and named.round not in rounds[named.name] and named.name not in twice:
                there = min(rounds[named.name])
                values = {'name': named.name, 'here_th': thai.number(named.round), 'there_th': thai.number(there)}
                yield Finding('other-membership', named.place, {**values, 'here': named.round, 'there': there})


def regions_are_known(desk: Desk) -> Iterator[Finding]:
    """A round's region, where it is called ภาค…, is one of the country's."""
    for index, a_round in enumerate(desk.project.rounds):
        if a_round.region.startswith('ภาค') and not region_of(a_round.region):
            bare = re.split(r'[\s\d๐-๙]', a_round.region)[0]
            near = nearest_name(bare, REGIONS)
            if near:
                place = desk.project.place('rounds.yaml', 'rounds', index, 'region')
                yield Finding('unknown-region', place, {'name': bare, 'near': near})


def provinces_are_in_their_region(desk: Desk) -> Iterator[Finding]:
    """A province that a round of a region takes in is counted to that region by one of the usual divisions."""
    project = desk.project
    for a_round in project.rounds:
        region = region_of(a_round.region).replace('ภาคอีสาน', 'ภาคตะวันออกเฉียงเหนือ')
        for recipient in project.members(a_round) if region else ():
            province = provinces().get(recipient.name)
            if province and region not in province.regions:
                values = {'name': province.name, 'region': province.regions[0], 'round': a_round.region}
                yield Finding('other-region', project.place(ROSTER, *recipient.loc, 'round'), values)


def _named(project: Project, file: str, rows: Iterable[tuple[Loc, int, Sequence[str]]]) -> list[Named]:
    """The names of lists, each at its own place, also where they stand in one text with spaces between."""
    found = []
    for loc, number, names in rows:
        source = project.sources.get(file)
        if source is None or not names:
            continue
        text = _value(source.data, loc)
        passage = Passage(source, file, loc, text) if isinstance(text, str) else None
        offset = 0
        for index, name in enumerate(names):
            if passage is not None:
                offset = passage.text.index(name, offset)
                place = passage.place(offset)
                offset += len(name)
            else:
                place = project.place(file, *loc, index)
            found.append(Named(name, number, place))
    return found


def _value(data: object, loc: Loc) -> object:
    for part in loc:
        data = data[part]  # type: ignore[index]  # a place of this very data
    return data.strip() if isinstance(data, str) else data


def _read(names: Iterable[Named]) -> list[str]:
    """The names of a list as they are meant: a mistyped one stands for the right one, told elsewhere."""
    found: list[str] = []
    for named in names:
        found += (
            [named.name]
            if named.name in provinces()
            else joined_provinces(named.name) or [nearest_province(named.name)]
        )
    return found


def _everywhere(project: Project) -> list[str]:
    """Every province that any list of the project names, in the order of the roster."""
    return list(dict.fromkeys(name for names in lists_of_places(project) for name in _read(names) if name))


def _twice(names: Sequence[Named]) -> Iterator[tuple[Named, Named]]:
    seen: dict[str, Named] = {}
    for named in names:
        if named.name in seen:
            yield seen[named.name], named
        seen.setdefault(named.name, named)


def _swap(project: Project, first: Named, second: Named, missing: Sequence[str]) -> tuple[Named, str]:
    """Which of two places was meant for a province that no round has: the one that the roster puts into that round."""
    rounds = {recipient.name: recipient.round for recipient in project.recipients}
    for wrong in (first, second):
        for name in missing:
            if rounds.get(name) == wrong.round:
                return wrong, name
    near = nearest_name(first.name, missing) or (missing[0] if len(missing) == 1 else '')
    return (first if rounds.get(first.name) == second.round else second), near


def _proof(project: Project, wrong: Named) -> dict[str, object]:
    """That the districts come to the same number with the right name: what the roster counts for that round."""
    a_round = next((a_round for a_round in project.rounds if a_round.number == wrong.round), None)
    columns = [group.per for group in project.invited if group.per not in {'recipient', 'round', 'project'}]
    if a_round is None or not columns:
        return {'proof': '', 'proof_th': ''}
    total = sum(recipient.numbers.get(columns[0], 0) for recipient in project.members(a_round))
    return {
        'proof': f' (the round then counts {total:,})',
        'proof_th': f' (จำนวนอำเภอของรุ่นรวมได้ {thai.number(total)})' if columns[0] == 'districts' else '',
    }


def _rounds(first: Named, second: Named) -> dict[str, object]:
    numbers = {'first': first.round, 'second': second.round}
    return {**numbers, **{f'{key}_th': thai.number(value) for key, value in numbers.items()}}


def _missing(project: Project, names: Sequence[Named], missing: Sequence[str]) -> Iterator[Finding]:
    """Provinces that other lists have and this one lacks; a list of only some rounds lacks only what is in those."""
    listed = {named.round for named in names}
    rounds = {recipient.name: recipient.round for recipient in project.recipients}
    for name in missing:
        number = rounds.get(name)
        near = [named.place for named in names if named.round == number]
        if number in listed and near:
            yield Finding(
                'province-missing', near[0], {'name': name, 'round': number, 'round_th': thai.number(number or 0)}
            )
        elif names and names[0].place.file.endswith(ROSTER):
            yield Finding('province-missing', Place(names[0].place.file), {'name': name, 'round': '-', 'round_th': '-'})
