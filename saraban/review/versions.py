"""One of the two versions that are compared: which papers it has, and each of them as a view, made when it is asked for."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass, field
from typing import Literal

from saraban.content.project import Project
from saraban.views.blocks import View, words_digest

Form = Literal['content', 'docx', 'pdf']
"""What views are made from; only views of one form have the same blocks for the same words."""


class Sheets(dict[str, int]):
    """Page counts of papers by path, as far as they are known; while somebody counts, the others too."""

    _count: Callable[[str], int] | None = None

    @contextmanager
    def counted_by(self, count: Callable[[str], int]) -> Iterator[None]:
        """Has pages that are not known counted when they are asked for, as long as the block lasts."""
        self._count = count
        try:
            yield
        finally:
            self._count = None

    def get(self, path: str, default: int = 1) -> int:  # type: ignore[override]
        """A paper's pages; the default where nobody counts them."""
        if path not in self and self._count is not None:
            self[path] = self._count(path)
        return super().get(path, default)


@dataclass(frozen=True, slots=True)
class Listed:
    """A paper of a version: its path, its kind and to whom it goes, as far as they are known, and how its view is made.

    `words` is the digest of its words, where that is known without a view, `round` the name of its round, if content says it;
    `printed` gives the PDF of a paper that comes from a file, where there is one.
    """

    path: str
    kind: str
    recipient: str
    make: Callable[[], View]
    form: Form = 'content'
    words: str = ''
    round: str = ''
    printed: Callable[[], bytes] | None = None

    @property
    def names(self) -> set[str]:
        """By what it can be asked for."""
        return {self.path, self.path.rpartition('/')[2], self.recipient} - {''}


@dataclass(frozen=True)
class Version:
    """A version by the name that was typed for it; `project` is what it was read from, `keep` words never parted.

    `names` are those of them that name somebody or something.

    `pages` are page counts of papers, as far as they are known: words of letters name them.
    """

    name: str
    papers: Mapping[str, Listed]
    project: Project | None = None
    keep: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    pages: Sheets = field(default_factory=Sheets)
    single: bool = False  # one file, which is compared whatever its name

    def view(self, path: str) -> View | None:
        """A paper's view, made anew each time, as thousands would fill the memory; None where there is no such paper.

        Raises:
            ContentError: the file that it is read from cannot be read.
        """
        return self.papers[path].make() if path in self.papers else None

    def listed(self, view: View) -> Listed:
        """The paper of this version that a view is; of a file alone, which a review calls as what it is compared with, that."""
        return next(iter(self.papers.values())) if self.single else self.papers[view.path]

    def counting(self, count: Callable[[View], int]) -> AbstractContextManager[None]:
        """As long as it lasts letters name as many sheets as their enclosures have, which `count` gives; else one of each."""
        return self.pages.counted_by(lambda path: count(self.papers[path].make()) if path in self.papers else 1)

    def words(self, path: str) -> str:
        """The digest of a paper's words, as the manifest of built papers has it; empty where only a file knows them."""
        listed = self.papers[path]
        if listed.words or listed.form != 'content':
            return listed.words
        return words_digest(listed.make())
