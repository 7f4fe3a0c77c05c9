"""One of the two versions that are compared: which papers it has, and each of them as a view, made when it is asked for."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Literal

from saraban.content.project import Project
from saraban.views.blocks import View

Form = Literal['content', 'docx', 'pdf']
"""What views are made from; only views of one form have the same blocks for the same words."""


@dataclass(frozen=True, slots=True)
class Listed:
    """A paper of a version: its path, its kind and to whom it goes, as far as they are known, and how its view is made."""

    path: str
    kind: str
    recipient: str
    make: Callable[[], View]
    form: Form = 'content'

    @property
    def names(self) -> set[str]:
        """By what it can be asked for."""
        return {self.path, self.path.rpartition('/')[2], self.recipient} - {''}


@dataclass(frozen=True)
class Version:
    """A version by the name that was typed for it; `project` is what it was read from, `keep` words never parted."""

    name: str
    papers: Mapping[str, Listed]
    project: Project | None = None
    keep: tuple[str, ...] = ()
    single: bool = False  # one file, which is compared whatever its name
    _views: dict[str, View] = field(default_factory=dict)

    def view(self, path: str) -> View | None:
        """A paper's view; None where there is no such paper.

        Raises:
            ContentError: the file that it is read from cannot be read.
        """
        if path not in self.papers:
            return None
        if path not in self._views:
            self._views[path] = self.papers[path].make()
        return self._views[path]
