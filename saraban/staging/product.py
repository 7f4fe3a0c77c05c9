"""What is known of finished papers: of a file under `output/`, and of what the store holds."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from typing import Any

from saraban.errors import Finding, Level, Place
from saraban.render.rendered import Rendered


@dataclass(frozen=True, slots=True)
class Product:
    """A file of a paper: its name under `output/`, what the manifest says of it, and its key in the store."""

    file: str
    kind: str
    recipient: str
    pages: int | None
    words: str
    sha256: str
    sources: tuple[str, ...]
    key: str
    findings: tuple[Finding, ...] = ()
    reused: bool = False
    stands: bool = False

    def row(self) -> dict[str, Any]:
        """Its row of the manifest."""
        row = asdict(self)
        for name in ('key', 'findings', 'reused', 'stands'):
            del row[name]
        return row


@dataclass(frozen=True, slots=True)
class Finished:
    """What is known of a paper in the store: its pages, its digest, and what the checks of its pages found."""

    pages: int | None
    sha256: str
    findings: tuple[Finding, ...] = ()

    @classmethod
    def of(cls, rendered: Rendered, findings: Iterable[Finding]) -> Finished:
        """What is known of a paper that has just been rendered and checked."""
        return cls(rendered.pages, hashlib.sha256(rendered.data).hexdigest(), tuple(findings))

    def note(self) -> str:
        """The note that is kept beside the paper."""
        rows = [[finding.rule, finding.level, finding.place.file, dict(finding.values)] for finding in self.findings]
        return json.dumps({'pages': self.pages, 'sha256': self.sha256, 'findings': rows}, ensure_ascii=False)

    @classmethod
    def from_note(cls, note: str) -> Finished:
        """Reads a note. Raises ValueError, KeyError or TypeError where it is none."""
        known = json.loads(note)
        rows = known['findings']
        findings = tuple(Finding(rule, Place(file), values, Level(level)) for rule, level, file, values in rows)
        return cls(known['pages'], known['sha256'], findings)
