"""Which papers are meant, and in which order: by kind and name, by round, region and province, by a column of the roster."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from rapidfuzz import process

from saraban import thai
from saraban.content.project import Project
from saraban.content.roster import NUMBER_HEADINGS, Recipient
from saraban.errors import Finding, Place, UsageError
from saraban.views.kinds import KINDS, all_papers
from saraban.views.paper import Paper

Order = Literal['listed', 'region', 'postal']
ORDERS: tuple[Order, ...] = ('listed', 'region', 'postal')
PROVINCE = 'จังหวัด'
"""The roster's own column by which districts and tambons are told to be of a province."""
LAST = '99999'  # after every post code: where it is not known


@dataclass(frozen=True)
class Choice:
    """Which of a project's papers are wanted; what is left empty leaves all.

    `rounds` are numbers as typed (`1`, `๑`), `where` pairs of a roster's column and a value. A choice by round, region,
    province or column leaves out papers that are of none.
    """

    kinds: tuple[str, ...] = ()
    only: tuple[str, ...] = ()
    rounds: tuple[str, ...] = ()
    regions: tuple[str, ...] = ()
    provinces: tuple[str, ...] = ()
    where: tuple[tuple[str, str], ...] = ()
    order: Order = 'listed'

    @property
    def whole(self) -> bool:
        """Whether no paper is left out."""
        return not (self.kinds or self.only or self.narrowed)

    @property
    def narrowed(self) -> bool:
        """Whether rounds, regions, provinces or columns are asked for."""
        return bool(self.rounds or self.regions or self.provinces or self.where)


EVERYTHING = Choice()


def chosen(project: Project, choice: Choice) -> list[Paper]:
    """The papers of a choice in its order.

    Raises:
        UsageError: a kind, name, round, region, province, column or value that there is not; or nothing that is all of it.
    """
    strange = [kind for kind in choice.kinds if kind not in KINDS]
    if strange:
        known = ' '.join(KINDS)
        raise UsageError(_finding('unknown-kind', name=kind, known=known) for kind in strange)
    papers = [paper for paper in all_papers(project, choice.kinds) if not choice.kinds or paper.kind in choice.kinds]
    faults = [*_unknown_names(papers, choice.only), *_unknown_filters(project, choice)]
    if faults:
        raise UsageError(faults)
    found = [paper for paper in papers if _is_meant(paper, choice)]
    if not found and not choice.whole:
        raise UsageError([_finding('nothing-chosen')])
    return ordered(project, found, choice.order)


def ordered(project: Project, papers: Iterable[Paper], order: Order) -> list[Paper]:
    """Papers as content lists them, by region in the order in which regions come up, or by post code."""
    found = list(papers)
    if order == 'region':
        regions = list(dict.fromkeys(a_round.region for a_round in project.rounds))
        return sorted(found, key=lambda paper: regions.index(paper.round.region) if paper.round else -1)
    if order == 'postal':
        return sorted(found, key=lambda paper: post_code(project, paper.recipient))
    return found


def post_code(project: Project, recipient: Recipient | None) -> str:
    """A recipient's post code, from the roster or mail.yaml; one after all others where it is not known."""
    if recipient is None:
        return LAST
    codes = project.mail.post_codes if project.mail else {}
    return recipient.post_code or thai.arabic(codes.get(recipient.name, '')) or LAST


def province_of(recipient: Recipient) -> str:
    """The province that a recipient is, or that the roster says it is in."""
    return recipient.columns.get(PROVINCE) or recipient.name


def _is_meant(paper: Paper, choice: Choice) -> bool:
    if choice.only and not _names(paper) & set(choice.only):
        return False
    if choice.rounds and not (paper.round and str(paper.round.number) in map(thai.arabic, choice.rounds)):
        return False
    if choice.regions and not (paper.round and paper.round.region in choice.regions):
        return False
    if choice.provinces and not (paper.recipient and province_of(paper.recipient) in choice.provinces):
        return False
    return all(
        paper.recipient and _cell(paper.recipient, column) == thai.arabic(value) for column, value in choice.where
    )


def _names(paper: Paper) -> set[str]:
    return {paper.slug, paper.path, paper.name} - {''}


def _cell(recipient: Recipient, column: str) -> str:
    """What a roster's row has in a column, numbers in Arabic digits."""
    if column in recipient.columns:
        return thai.arabic(recipient.columns[column])
    number = NUMBER_HEADINGS.get(column, column)
    if number in recipient.numbers:
        return str(recipient.numbers[number])
    return thai.arabic(_FIELDS.get(column, _nothing)(recipient))


def _nothing(recipient: Recipient) -> str:
    return ''


_FIELDS: dict[str, Callable[[Recipient], str]] = {
    'ชื่อ': lambda one: one.name,
    'เลขที่': lambda one: one.number,
    'เรียน': lambda one: one.addressee,
    'รหัสไปรษณีย์': lambda one: one.post_code,
    'อีเมล': lambda one: one.email,
}


def _unknown_names(papers: Sequence[Paper], only: Sequence[str]) -> list[Finding]:
    known = sorted(set().union(*map(_names, papers))) if papers else []
    return [_finding('unknown-paper', name=name, near=_near(name, known)) for name in only if name not in known]


def _unknown_filters(project: Project, choice: Choice) -> list[Finding]:
    """What is asked for by rounds, regions, provinces and columns, and the content has not."""
    recipients = project.recipients
    known: list[tuple[str, Sequence[str], set[str]]] = [
        ('รุ่น', [thai.arabic(name) for name in choice.rounds], {str(one.number) for one in project.rounds}),
        ('ภาค', choice.regions, {one.region for one in project.rounds} - {''}),
        (PROVINCE, choice.provinces, {province_of(one) for one in recipients}),
    ]
    columns = {*_FIELDS, *(name for one in recipients[:1] for name in (*one.columns, *one.numbers))}
    columns |= {heading for heading, number in NUMBER_HEADINGS.items() if number in columns}
    faults = [
        _finding('no-such-column', column=column, near=_near(column, sorted(columns)))
        for column, _ in choice.where
        if column not in columns
    ]
    for column, value in choice.where:
        if column in columns:
            known.append((column, [thai.arabic(value)], {_cell(one, column) for one in recipients}))
    for what, asked, there in known:
        faults += [
            _finding('no-such-value', what=what, value=value, near=_near(value, sorted(there)))
            for value in asked
            if value not in there
        ]
    return faults


def _near(name: str, known: Sequence[str]) -> str:
    return ', '.join(found for found, *_ in process.extract(name, known, limit=3)) or '-'


def _finding(rule: str, **values: object) -> Finding:
    return Finding(rule, Place('build.py'), values)
