"""The gate: every rule over a project, what content accepts set aside with its reason."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from saraban.checks.desk import Check, Desk
from saraban.checks.rules import ALSO, OF_THE_GATE, RULES, SPELLING, Stage, levels
from saraban.content.gate import Accepted
from saraban.content.project import Project
from saraban.content.shape import nearest
from saraban.errors import Finding, Level


@dataclass(frozen=True)
class Verdict:
    """What the gate found, in the order of files and lines, and what content accepts of it, with the reason."""

    findings: tuple[Finding, ...] = ()
    accepted: tuple[tuple[Finding, str], ...] = ()

    def of(self, level: Level) -> list[Finding]:
        """The findings of one level."""
        return [finding for finding in self.findings if finding.level is level]


def judge(project: Project, *, spelling: bool = False) -> Verdict:
    """Every finding on a project's content; what stands on unsound ground is not reckoned, all else is told at once."""
    desk = Desk(project)
    known = levels()
    found = [
        replace(finding, level=known.get(finding.rule, finding.level)) for finding in _found(desk, spelling=spelling)
    ]
    found = list({(finding.rule, finding.place, str(finding.values)): finding for finding in found}.values())
    entries = project.gate.accepted
    accepted = [(finding, entry.reason) for finding in found if (entry := _entry_for(finding, entries))]
    stands = [finding for finding in found if not _entry_for(finding, entries)]
    stands += _of_the_entries(project, found)
    order = list(project.sources)
    return Verdict(tuple(sorted(stands, key=lambda finding: _order(finding, order))), tuple(accepted))


def _found(desk: Desk, *, spelling: bool) -> Iterator[Finding]:
    for stage, checks in _stages(spelling=spelling):
        ground = True
        for check in checks:
            for finding in check(desk):
                rule = RULES.get(finding.rule)
                ground = ground and not (rule and rule.ground)
                yield finding
        if not ground and stage is not Stage.SHAPE:
            return


def _stages(*, spelling: bool) -> Iterator[tuple[Stage, list[Check]]]:
    """The checks of each stage, each once."""
    pairs = [(rule.check, rule.stage) for rule in RULES.values()] + list(ALSO)
    if spelling:
        pairs.append((SPELLING.check, SPELLING.stage))
    for stage in Stage:
        yield stage, list(dict.fromkeys(check for check, when in pairs if when is stage))


def _entry_for(finding: Finding, entries: Iterable[Accepted]) -> Accepted | None:
    """The entry of gate.yaml that accepts a finding."""
    rule = RULES.get(finding.rule)
    if finding.rule in OF_THE_GATE or (rule and rule.ground):
        return None
    return next((entry for entry in entries if _fits(entry, finding)), None)


def _fits(entry: Accepted, finding: Finding) -> bool:
    if entry.rule != finding.rule:
        return False
    if entry.file and entry.file != finding.place.file.rpartition('/')[2]:
        return False
    said = [finding.place.excerpt, *map(str, finding.values.values())]
    return not entry.text or any(entry.text in text for text in said)


def _of_the_entries(project: Project, found: Iterable[Finding]) -> Iterator[Finding]:
    """What is wrong with the acceptances: a rule that there is not, one that others stand on, one that is not needed."""
    findings = list(found)
    known = levels()
    for index, entry in enumerate(project.gate.accepted):
        place = project.place('gate.yaml', 'accepted', index, 'rule')
        rule = RULES.get(entry.rule)
        if entry.rule not in known:
            yield Finding('unknown-rule', place, {'name': entry.rule, 'near': nearest(entry.rule, known)})
        elif entry.rule in OF_THE_GATE or (rule and rule.ground):
            yield Finding('cannot-accept', place, {'name': entry.rule})
        elif entry.rule != SPELLING.name and not any(_fits(entry, finding) for finding in findings):
            yield Finding('accepted-unused', place, {'name': entry.rule}, Level.NOTE)


def _order(finding: Finding, files: list[str]) -> tuple[int, int, int]:
    name = finding.place.file.rpartition('/')[2]
    return (files.index(name) if name in files else len(files), finding.place.line, finding.place.column)
