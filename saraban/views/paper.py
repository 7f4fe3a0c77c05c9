"""Which papers a project has: cheap identities, known before any view is made."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TypeAlias

from saraban.content.model import Round
from saraban.content.project import Project
from saraban.content.roster import Recipient
from saraban.views.blocks import View


@dataclass(frozen=True)
class Paper:
    """One paper: its kind, its path under the output folder, of which round and to whom, and what goes with it.

    `encloses` are the paths of papers whose page counts its words name. With a `mark` (สิ่งที่ส่งมาด้วย ๑) it is the copy
    that goes with a letter. A list of many (envelopes, labels, a register) is of `recipients`, of all without any; the
    first of them is number `first` of its batch.
    """

    kind: str
    path: str
    round: Round | None = None
    recipient: Recipient | None = None
    encloses: tuple[str, ...] = ()
    mark: str = ''
    recipients: tuple[Recipient, ...] = ()
    first: int = 1

    @property
    def slug(self) -> str:
        """The stem of its files: `TH-18-chai-nat`."""
        return self.path.rpartition('/')[2]

    @property
    def name(self) -> str:
        """The Thai name of whom it goes to, if anybody."""
        return self.recipient.name if self.recipient else ''


Pages: TypeAlias = Mapping[str, int]  # page counts of PDFs, by path


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of paper: which papers of it a project has, the view of one, the content files that it prints.

    One made `on_request` is built only when its kind is named.
    """

    papers: Callable[[Project], list[Paper]]
    view: Callable[[Project, Paper, Pages], View]
    sources: tuple[str, ...]
    on_request: bool = False
