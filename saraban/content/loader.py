"""The only reader of content: a folder's files become a `Project`, or every fault of every file is told at once."""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import replace
from itertools import islice
from pathlib import Path
from typing import Any

from pydantic import BaseModel

from saraban.content import correspondence, model
from saraban.content.files import visible
from saraban.content.gate import GateFile
from saraban.content.issued import REGISTER, REGISTERS, Issued, entered
from saraban.content.limits import beyond_limits
from saraban.content.project import Project
from saraban.content.register import read_register
from saraban.content.roster import Recipient, read_roster
from saraban.content.shape import nearest, validate
from saraban.content.source import FAULT_LIMIT, Source, read_yaml
from saraban.errors import ContentError, Finding, Place, shown_path

# Every content file, its model, and whether a project must have it.
FILES: dict[str, tuple[type[BaseModel], bool]] = {
    'project.yaml': (model.ProjectFile, True),
    'facts.yaml': (model.FactsFile, False),
    'audience.yaml': (model.AudienceFile, False),
    'rounds.yaml': (model.RoundsFile, False),
    'proposal.yaml': (model.ProposalFile, True),
    'schedule.yaml': (model.ScheduleFile, False),
    'letter.yaml': (model.LetterFile, False),
    'forms.yaml': (model.FormsFile, False),
    'memo.yaml': (correspondence.MemoFile, False),
    'changes.yaml': (correspondence.ChangesFile, False),
    'mail.yaml': (correspondence.MailFile, False),
    'gate.yaml': (GateFile, False),
}
ROSTER = 'recipients.csv'  # by this name the roster's places are asked for, whichever file it is
ROSTERS = (ROSTER, 'recipients.xlsx')
NOT_COLUMNS = {'recipient', 'round', 'project'}  # what a group is counted by beside the roster's number columns
_READ_ENDINGS = {'.yaml', '.yml', '.csv', '.tsv', '.xlsx', '.xlsm', '.xls', '.ods'}


def load(folder: Path, shown: str = '') -> Project:
    """Reads a content folder; `shown` is its name in findings where that is not its path.

    Raises:
        ContentError: with every fault that was found.
    """
    shown = shown or shown_path(folder)
    if not folder.is_dir():
        raise ContentError([Finding('folder-missing', Place(shown))])
    sources: dict[str, Source] = {}
    parts: dict[str, Any] = {}
    for name, (shape, required) in FILES.items():
        if required or is_there(folder / name):
            sources[name] = _read(folder, name, shown)
            parts[name] = validate(sources[name], shape)
    recipients = _read_recipients(folder, shown, parts.get('audience.yaml'), sources)
    known = Issued(_placed(recipients, parts.get('rounds.yaml')), parts.get('rounds.yaml'), parts.get('letter.yaml'))
    known = _enter_register(folder, shown, known, sources)
    findings = [finding for source in sources.values() for finding in source.findings]
    findings += _unknown_files(folder, shown)
    if findings:
        raise ContentError(findings)
    project = _project(parts, known, sources)
    beyond = list(islice(beyond_limits(project), FAULT_LIMIT))
    if beyond:
        raise ContentError(beyond)
    return project


PARTS = {
    'project.yaml': 'main', 'facts.yaml': 'facts', 'audience.yaml': 'audience', 'rounds.yaml': 'rounds_file',
    'proposal.yaml': 'proposal', 'schedule.yaml': 'schedule', 'letter.yaml': 'letter', 'forms.yaml': 'forms',
    'memo.yaml': 'memo', 'changes.yaml': 'changes', 'mail.yaml': 'mail', 'gate.yaml': 'gate',
}  # fmt: skip
"""Which part of a project each file is."""


def with_data(project: Project, file: str, data: Any) -> Project | None:
    """A project with other data of one of its files; None where the data do not have the file's form."""
    part: Any = validate(Source(file, data), FILES[file][0])
    if part is None:
        return None
    changed = replace(project, **{PARTS[file]: part.root if file == 'facts.yaml' else part})
    return replace(changed, recipients=_placed(_unplaced(project), part)) if file == 'rounds.yaml' else changed


def with_recipients(project: Project, recipients: Sequence[Recipient]) -> Project:
    """A project with other recipients."""
    return replace(project, recipients=_placed(list(recipients), project.rounds_file))


def is_there(path: Path) -> bool:
    """Whether a name stands in its folder, be it a link that leads nowhere."""
    return os.path.lexists(path)


def _read(folder: Path, name: str, shown: str) -> Source:
    """A YAML file of the folder; a link that leads out of it is not followed."""
    if _is_inside(folder, name):
        return read_yaml(folder / name, f'{shown}/{name}')
    return _outside(f'{shown}/{name}')


def _is_inside(folder: Path, name: str) -> bool:
    try:
        return (folder / name).resolve().is_relative_to(folder.resolve())
    except (OSError, RuntimeError):  # a link that leads to itself
        return False


def _outside(file: str) -> Source:
    source = Source(file)
    source.fault('file-outside', Place(file))
    return source


def _read_recipients(
    folder: Path, shown: str, audience: model.AudienceFile | None, sources: dict[str, Source]
) -> list[Recipient]:
    present = [name for name in ROSTERS if is_there(folder / name)]
    if not present:
        return []
    file = f'{shown}/{present[0]}'
    if not _is_inside(folder, present[0]):
        sources[ROSTER] = _outside(file)
        return []
    columns = None
    if audience is not None or 'audience.yaml' not in sources:
        groups = audience.groups if audience else []
        columns = dict.fromkeys(group.per for group in groups if group.per not in NOT_COLUMNS)
    own = audience.columns if audience else ()
    recipients, sources[ROSTER] = read_roster(folder / present[0], file, columns, own)
    for name in present[1:]:
        sources[ROSTER].fault('two-rosters', Place(f'{shown}/{name}'), first=present[0])
    return recipients


def _enter_register(folder: Path, shown: str, known: Issued, sources: dict[str, Source]) -> Issued:
    """The numbers and dates of the central office's register, where the folder has one."""
    present = [name for name in REGISTERS if is_there(folder / name)]
    if not present:
        return known
    file = f'{shown}/{present[0]}'
    if not _is_inside(folder, present[0]):
        sources[REGISTER] = _outside(file)
        return known
    entries, sources[REGISTER] = read_register(folder / present[0], file)
    for name in present[1:]:
        sources[REGISTER].fault('two-rosters', Place(f'{shown}/{name}'), first=present[0])
    return entered(entries, sources[REGISTER], known)


def _unknown_files(folder: Path, shown: str) -> list[Finding]:
    known = [*FILES, *ROSTERS, *REGISTERS]
    strangers = sorted(
        path.name
        for path in folder.iterdir()
        if path.suffix.lower() in _READ_ENDINGS and path.name not in known and not path.name.startswith(('.', '~'))
    )
    return [
        Finding('unknown-file', Place(f'{shown}/{visible(name)}'), {'near': _near_file(name, known)})
        for name in strangers
    ]


def _near_file(name: str, known: list[str]) -> str:
    """The file that a misspelt one is most likely meant for: by its name before its ending."""
    ending = Path(name).suffix.lower()
    stems = {Path(one).stem: one for one in sorted(known, key=lambda one: one.endswith(ending))}
    return stems.get(nearest(Path(name).stem, stems), '')


def _project(parts: dict[str, Any], known: Issued, sources: dict[str, Source]) -> Project:
    facts = parts.get('facts.yaml')
    return Project(
        main=parts['project.yaml'],
        facts=facts.root if facts else {},
        audience=parts.get('audience.yaml'),
        rounds_file=known.rounds,
        recipients=known.recipients,
        proposal=parts['proposal.yaml'],
        schedule=parts.get('schedule.yaml'),
        letter=known.letter,
        forms=parts.get('forms.yaml') or model.FormsFile(),
        sources=sources,
        memo=parts.get('memo.yaml'),
        changes=parts.get('changes.yaml'),
        mail=parts.get('mail.yaml'),
        gate=parts.get('gate.yaml') or GateFile(),
    )


def _unplaced(project: Project) -> list[Recipient]:
    """The recipients, without its round each whom a round names among its members."""
    named = {name for a_round in project.rounds for name in a_round.members}
    return [replace(one, round=None) if one.name in named else one for one in project.recipients]


def _placed(recipients: list[Recipient], rounds: model.RoundsFile | None) -> tuple[Recipient, ...]:
    """The recipients, each without a round of its own in the one whose members name it."""
    numbers = {name: a_round.number for a_round in (rounds.rounds if rounds else ()) for name in a_round.members}
    return tuple(
        replace(recipient, round=numbers.get(recipient.name)) if recipient.round is None else recipient
        for recipient in recipients
    )
