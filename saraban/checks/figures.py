"""Figures that content states, against those that are reckoned: totals, tables as an approved paper has them, budgets."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from saraban import thai
from saraban.checks.desk import Desk
from saraban.content import model
from saraban.content.project import Project
from saraban.content.shape import nearest
from saraban.content.source import Loc
from saraban.content.values import ValueFault, read_satang
from saraban.errors import Finding, Place
from saraban.views.proposal import budget_satang


@dataclass(frozen=True)
class Stated:
    """A table of the rounds as an approved paper has it, and where it stands."""

    file: str
    loc: Loc
    table: model.StatedTable


def stated_tables(project: Project) -> Iterator[Stated]:
    """The stated tables of the schedule and of the proposal."""
    if project.schedule and project.schedule.table.stated:
        yield Stated('schedule.yaml', ('table', 'stated'), project.schedule.table.stated)
    for index, section in enumerate(project.proposal.sections):
        for position, piece in enumerate(section.body):
            if piece.rounds_table and piece.rounds_table.stated:
                loc = ('sections', index, 'body', position, 'rounds_table', 'stated')
                yield Stated('proposal.yaml', loc, piece.rounds_table.stated)


def stated_figures_hold(desk: Desk) -> Iterator[Finding]:
    """A figure that content states is the one that is reckoned."""
    proofs = {place: proof for stated in stated_tables(desk.project) for place, proof in _proofs(desk.project, stated)}
    for place, stated, reckoned in (*_stated(desk.project), *_stated_in_tables(desk.project)):
        if stated is not None and stated != reckoned:
            proof = proofs.get(place, '')
            values = _numbers(stated=stated, reckoned=reckoned) | {'proof': proof, 'proof_th': thai.digits(proof)}
            yield Finding('stated-differs', place, values)
    for loc, budget in _budgets(desk.project):
        reckoned = budget_satang(budget)
        if budget.stated not in {None, reckoned}:
            amounts = {'stated': budget.stated or 0, 'reckoned': reckoned}
            baht = {name: f'{amount / 100:,.2f}' for name, amount in amounts.items()}
            place = desk.project.place('proposal.yaml', *loc, 'stated')
            digits = {f'{name}_th': thai.digits(amount) for name, amount in baht.items()}
            yield Finding('stated-differs', place, {**baht, **digits, 'proof': '', 'proof_th': ''})


def stated_tables_add_up(desk: Desk) -> Iterator[Finding]:
    """Rows and columns of a stated table come to their totals, where each of their figures holds by itself."""
    faulty = {place for place, stated, reckoned in _stated_in_tables(desk.project) if stated not in {None, reckoned}}
    for stated in stated_tables(desk.project):
        for place, parts, total in _sums(desk.project, stated):
            wrong = total is not None and parts and sum(parts.values()) != total
            if total is not None and wrong and not faulty & {place, *parts}:
                yield _sum_finding(place, list(parts.values()), total)


def stated_rows_name_rounds(desk: Desk) -> Iterator[Finding]:
    """The rows and columns of a stated table are rounds and groups that there are."""
    project = desk.project
    rounds = [a_round.number for a_round in project.rounds]
    groups = [group.key for group in project.invited]
    for stated in stated_tables(project):
        for index, row in enumerate(stated.table.rows):
            loc = (*stated.loc, 'rows', index)
            if row.round not in rounds:
                values = {'value': row.round, 'known': ', '.join(map(str, rounds))}
                yield Finding('unknown-round', project.place(stated.file, *loc, 'round'), values)
            yield from _unknown_groups(project, stated.file, (*loc, 'counts'), row.counts, groups)
        yield from _unknown_groups(project, stated.file, (*stated.loc, 'counts'), stated.table.counts, groups)


def budgets_stay_below_their_ceiling(desk: Desk) -> Iterator[Finding]:
    """A budget comes to no more than its ceiling."""
    project = desk.project
    for loc, budget in _budgets(project):
        if not budget.ceiling:
            continue
        place = project.place('proposal.yaml', *loc, 'ceiling')
        ceiling = _ceiling(project, budget.ceiling)
        total = budget_satang(budget)
        if ceiling is None:
            yield Finding(
                'unknown-fact', place, {'name': budget.ceiling, 'near': nearest(budget.ceiling, project.facts)}
            )
        elif total > ceiling:
            amounts = {'total': total, 'ceiling': ceiling, 'over': total - ceiling}
            values = {name: f'{amount / 100:,.2f}' for name, amount in amounts.items()}
            in_thai = {f'{name}_th': thai.baht(amount) for name, amount in amounts.items()}
            yield Finding('over-ceiling', place, values | in_thai)


def _stated(project: Project) -> Iterator[tuple[Place, int | None, int]]:
    for key, fact in project.facts.items():
        reckoned = project.fact(key)
        if isinstance(reckoned, int):
            yield project.place('facts.yaml', key, 'stated'), fact.stated, reckoned
    if project.audience:
        yield project.place('audience.yaml', 'stated'), project.audience.stated, project.audience_total
    for index, group in enumerate(project.groups):
        yield project.place('audience.yaml', 'groups', index, 'stated'), group.stated, project.total(group)
    for index, a_round in enumerate(project.rounds):
        yield project.place('rounds.yaml', 'rounds', index, 'stated'), a_round.stated, project.round_total(a_round)


def _stated_in_tables(project: Project) -> Iterator[tuple[Place, int | None, int]]:
    """Each figure of the stated tables with the one that is reckoned for it."""
    rounds = {a_round.number: a_round for a_round in project.rounds}
    groups = {group.key: group for group in project.invited}
    for stated in stated_tables(project):
        for index, row in enumerate(stated.table.rows):
            a_round = rounds.get(row.round)
            loc = (*stated.loc, 'rows', index)
            if a_round is None or not project.members(a_round):
                continue
            for key, count in row.counts.items():
                if key in groups:
                    place = project.place(stated.file, *loc, 'counts', key)
                    yield place, count, project.round_count(groups[key], a_round)
            yield project.place(stated.file, *loc, 'total'), row.total, project.round_total(a_round)
        for key, count in stated.table.counts.items():
            if key in groups:
                yield project.place(stated.file, *stated.loc, 'counts', key), count, project.total(groups[key])
        yield project.place(stated.file, *stated.loc, 'total'), stated.table.total, project.invited_total


def _proofs(project: Project, stated: Stated) -> Iterator[tuple[Place, str]]:
    """For each figure of a row that does not come to its own total, the sum that shows it."""
    for index, row in enumerate(stated.table.rows):
        if row.total is not None and sum(row.counts.values()) != row.total:
            proof = f' ({" + ".join(map(str, row.counts.values()))} ≠ {row.total})'
            for key in row.counts:
                yield project.place(stated.file, *stated.loc, 'rows', index, 'counts', key), proof


def _sums(project: Project, stated: Stated) -> Iterator[tuple[Place, dict[Place, int], int | None]]:
    """Each total of a stated table: where it stands, the figures that should come to it, the total."""

    def figures(loc: Loc, counts: dict[str, int]) -> dict[Place, int]:
        return {project.place(stated.file, *loc, 'counts', key): count for key, count in counts.items()}

    rows = [((*stated.loc, 'rows', index), row) for index, row in enumerate(stated.table.rows)]
    for loc, row in rows:
        yield project.place(stated.file, *loc, 'total'), figures(loc, row.counts), row.total
    for key, total in stated.table.counts.items():
        column = {
            project.place(stated.file, *loc, 'counts', key): row.counts[key] for loc, row in rows if key in row.counts
        }
        yield project.place(stated.file, *stated.loc, 'counts', key), column, total
    totals = {project.place(stated.file, *loc, 'total'): row.total for loc, row in rows if row.total is not None}
    whole = project.place(stated.file, *stated.loc, 'total')
    if len(totals) == len(rows):
        yield whole, totals, stated.table.total


def _sum_finding(place: Place, parts: Sequence[int], total: int) -> Finding:
    reckoned = ' + '.join(f'{part:,}' for part in parts) if len(parts) <= 6 else ''
    values = _numbers(stated=total, reckoned=sum(parts))
    sum_en = f'{reckoned} = {sum(parts):,}' if reckoned else f'{sum(parts):,}'
    return Finding('sum-differs', place, {**values, 'sum': sum_en, 'sum_th': thai.digits(sum_en)})


def _numbers(**numbers: int) -> dict[str, object]:
    """Whole numbers for the words of a message, in English and (`…_th`) in Thai digits."""
    english = {name: f'{number:,}' for name, number in numbers.items()}
    return {**english, **{f'{name}_th': thai.number(number) for name, number in numbers.items()}}


def _unknown_groups(
    project: Project, file: str, loc: Loc, counts: dict[str, int], groups: list[str]
) -> Iterator[Finding]:
    for key in counts:
        if key not in groups:
            source = project.sources[file]
            yield Finding('unknown-group', source.name_place((*loc, key)), {'name': key, 'near': nearest(key, groups)})


def _budgets(project: Project) -> Iterator[tuple[Loc, model.Budget]]:
    for index, section in enumerate(project.proposal.sections):
        for position, piece in enumerate(section.body):
            if piece.budget is not None:
                yield ('sections', index, 'body', position, 'budget'), piece.budget


def _ceiling(project: Project, text: str) -> int | None:
    """A ceiling in satang: an amount, or a fact that is a number; None where it is neither."""
    try:
        return int(read_satang(text))
    except ValueFault:
        fact = project.fact(text) if text in project.facts else None
        return fact * 100 if isinstance(fact, int) else None
