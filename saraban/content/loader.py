"""The only reader of content: a folder's files become a `Project`, or every fault of every file is told at once."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

from pydantic import BaseModel

from saraban.content import model
from saraban.content.project import Project
from saraban.content.roster import Recipient, read_roster
from saraban.content.shape import nearest, validate
from saraban.content.source import Source, read_yaml
from saraban.errors import ContentError, Finding, Place

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
}
ROSTER = 'recipients.csv'
_READ_ENDINGS = {'.yaml', '.yml', '.csv', '.xlsx'}


def load(folder: Path) -> Project:
    """Reads a content folder.

    Raises:
        ContentError: with every fault that was found.
    """
    shown = shown_path(folder)
    if not folder.is_dir():
        raise ContentError([Finding('folder-missing', Place(shown))])
    sources: dict[str, Source] = {}
    parts: dict[str, Any] = {}
    for name, (shape, required) in FILES.items():
        if required or (folder / name).exists():
            sources[name] = read_yaml(folder / name, f'{shown}/{name}')
            parts[name] = validate(sources[name], shape)
    recipients = _read_recipients(folder, shown, parts.get('audience.yaml'), sources)
    findings = [finding for source in sources.values() for finding in source.findings]
    findings += _unknown_files(folder, shown)
    if findings:
        raise ContentError(findings)
    return _project(parts, recipients, sources)


def shown_path(path: Path) -> str:
    """A path as the officer would type it: relative where it stands below the working folder."""
    relative = os.path.relpath(path)
    return str(path) if relative.startswith('..') else Path(relative).as_posix()


def _read_recipients(
    folder: Path, shown: str, audience: model.AudienceFile | None, sources: dict[str, Source]
) -> list[Recipient]:
    if not (folder / ROSTER).exists():
        return []
    columns = []
    if audience is not None:
        columns = [group.per for group in audience.groups if group.per not in {'recipient', 'round', 'project'}]
    recipients, sources[ROSTER] = read_roster(folder / ROSTER, f'{shown}/{ROSTER}', dict.fromkeys(columns))
    if audience is None:  # a fault of audience.yaml: its columns are not known, so no heading can be judged
        kept = [finding for finding in sources[ROSTER].findings if finding.rule != 'unknown-column']
        sources[ROSTER].findings[:] = kept
    return recipients


def _unknown_files(folder: Path, shown: str) -> list[Finding]:
    known = [*FILES, ROSTER]
    strangers = sorted(
        path.name
        for path in folder.iterdir()
        if path.suffix.lower() in _READ_ENDINGS and path.name not in known and not path.name.startswith(('.', '~'))
    )
    return [Finding('unknown-file', Place(f'{shown}/{name}'), {'near': nearest(name, known)}) for name in strangers]


def _project(parts: dict[str, Any], recipients: list[Recipient], sources: dict[str, Source]) -> Project:
    facts = parts.get('facts.yaml')
    return Project(
        main=parts['project.yaml'],
        facts=facts.root if facts else {},
        audience=parts.get('audience.yaml'),
        rounds_file=parts.get('rounds.yaml'),
        recipients=tuple(recipients),
        proposal=parts['proposal.yaml'],
        schedule=parts.get('schedule.yaml'),
        letter=parts.get('letter.yaml'),
        forms=parts.get('forms.yaml') or model.FormsFile(),
        sources=sources,
    )
