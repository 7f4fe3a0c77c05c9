"""Two versions of the whole set: which papers changed, and which of them in the same way."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace

from saraban.review.changes import BlockChange, PaperChange
from saraban.review.compare import Comparer
from saraban.review.fields import words_of_part
from saraban.review.files.paragraphs import as_paragraphs
from saraban.review.files.recutting import recut
from saraban.review.files.typed_numbers import with_items
from saraban.review.pairing import Piece, pairs
from saraban.review.tokens import Reader, Words, reader
from saraban.review.versions import Version
from saraban.views.blocks import View, fingerprint

Pair = tuple[str | None, str | None]
"""A paper's path in the old version and in the new one; None where it has none."""

Views = tuple[View | None, View | None]


@dataclass(frozen=True, slots=True)
class Group:
    """Papers that changed in the same way, the letters of a round, say; the first is shown for all."""

    papers: tuple[PaperChange, ...]

    @property
    def first(self) -> PaperChange:
        """The paper that stands for the group."""
        return self.papers[0]

    @property
    def paths(self) -> tuple[str, ...]:
        """The papers' paths."""
        return tuple(paper.view.path for paper in self.papers)

    @property
    def one_sided(self) -> bool:
        """Whether its papers are new, or gone."""
        return None in {self.first.old, self.first.new}

    @property
    def names(self) -> tuple[str, ...]:
        """What each paper is told by: to whom it goes, else its path; what it is asked for by, too."""
        return tuple(paper.view.recipient or paper.view.path for paper in self.papers)


@dataclass(frozen=True)
class Review:
    """What became of a set of papers: the changed ones by groups, in the order of the set, and how many stayed."""

    old: Version
    new: Version
    groups: tuple[Group, ...]
    same: int
    words: Words

    @property
    def changed(self) -> bool:
        """Whether any paper is another than before."""
        return bool(self.groups)

    @property
    def papers(self) -> list[PaperChange]:
        """Every changed paper."""
        return [paper for group in self.groups for paper in group.papers]


def gathered(groups: Iterable[Group]) -> list[tuple[Group, ...]]:
    """The groups in their order, the new papers of a kind together at the place of their first, and so the gone ones."""
    found: dict[object, list[Group]] = {}
    for group in groups:
        view = group.first.view
        among = (view.kind, folder_of(view), group.first.old is None) if group.one_sided else id(group)
        found.setdefault(among, []).append(group)
    return [tuple(members) for members in found.values()]


def folder_of(view: View) -> str:
    """The folder that a paper is in; empty where it is in none."""
    return view.path.rpartition('/')[0]


AsDocx = Callable[[View], View]
"""A view of content as its DOCX, read back: what can be compared with papers from files."""


def review_versions(
    old: Version, new: Version, chosen: Sequence[Pair], words: Words | Reader, as_docx: AsDocx | None = None
) -> Review:
    """Compares the chosen papers; a paper that prints the same on both sides is not looked into.

    Raises:
        ContentError: a file of one of the papers cannot be read.
    """
    comparer = Comparer(words)
    open_ones = (pair for pair in chosen if not _has_same_words(old, new, pair))
    both = (_in_one_form(old, new, pair, as_docx) for pair in open_ones)
    views = [pair for pair in both if not _prints_same(*pair)]  # of thousands only these are held
    found = [paper for pair in _known_again(views) if (paper := comparer.paper(*pair)).changed]
    return Review(old, new, tuple(_groups(found)), len(chosen) - len(found), reader(words).words)


def _has_same_words(old: Version, new: Version, pair: Pair) -> bool:
    """Whether a manifest says that a paper's words are the same: then no file of it is opened."""
    path, other = pair
    if path is None or other is None or {old.papers[path].form, new.papers[other].form} == {'content'}:
        return False
    return bool(old.words(path)) and old.words(path) == new.words(other)


def _in_one_form(old: Version, new: Version, pair: Pair, as_docx: AsDocx | None) -> Views:
    """Both views of a paper with blocks that can be compared; a file is called as the paper that it is a version of."""
    path, other = pair
    before, after = old.view(path) if path else None, new.view(other) if other else None
    if before is None or after is None or path is None or other is None:
        return before, after
    forms = old.papers[path].form, new.papers[other].form
    if forms != ('content', 'content'):
        before, after = (
            as_docx(view) if as_docx and form == 'content' else view
            for view, form in zip((before, after), forms, strict=True)
        )
    if 'pdf' in forms:
        if forms[1] == 'pdf':
            before = as_paragraphs(before)
            after = recut(after, before)
        else:
            after = as_paragraphs(after)
            before = recut(before, after)
        before, after = with_items(before, after)
    known = before if new.single and not old.single else after
    before, after = (replace(view, kind=known.kind, recipient=known.recipient) for view in (before, after))
    if old.single or new.single:
        before, after = replace(before, path=known.path), replace(after, path=known.path)
    return before, after


def _prints_same(old: View | None, new: View | None) -> bool:
    return old is not None and new is not None and fingerprint(old) == fingerprint(new)


def _known_again(views: list[Views]) -> list[Views]:
    """The changed papers, those of a kind that changed their path paired anew.

    A round put in before others gives them the next numbers, and so the next paths; a corrected name another file name.
    """
    by_kind: dict[str, list[Views]] = {}
    for old, new in views:
        if view := new or old:
            by_kind.setdefault(view.kind, []).append((old, new))
    found: list[Views] = []
    for members in by_kind.values():
        known = all(old and new and old.path == new.path and old.recipient for old, new in members)
        found += members if known or len(members) == 1 else _paired(members)
    return found


def _paired(members: Iterable[Views]) -> list[Views]:
    olds = [old for old, _ in members if old is not None]
    news = [new for _, new in members if new is not None]
    kept, moved = pairs([_piece(view) for view in olds], [_piece(view) for view in news])
    origins = {j: i for i, j in (*kept, *moved)}
    left = set(range(len(olds))) - set(origins.values())
    return [
        *((olds[i], None) for i in sorted(left)),
        *((olds[origins[j]] if j in origins else None, view) for j, view in enumerate(news)),
    ]


def _piece(view: View) -> Piece:
    """A paper as it is paired: by its recipient, else by its path, of which a number only counts."""
    return Piece(view.kind, view.recipient or view.path.replace('-', '/'), words_of_part(view))


def _groups(papers: Sequence[PaperChange]) -> list[Group]:
    """The papers, those of a kind with the same change together, at the place of their first."""
    found: dict[object, list[PaperChange]] = {}
    for paper in papers:
        found.setdefault(_print(paper), []).append(paper)
    return [Group(tuple(members)) for members in found.values()]


def _print(paper: PaperChange) -> object:
    """What a change of a paper is, without what stayed: equal for papers that changed in the same way."""
    if paper.old is None or paper.new is None:
        return paper.view.path
    return paper.view.kind, tuple(_block_print(block) for block in paper.blocks if block.kind != 'same')


def _block_print(block: BlockChange) -> object:
    texts = tuple(
        (text.slot, tuple((span.kind, repr(span.old), repr(span.new)) for span in text.spans if span.kind != 'same'))
        for text in block.texts
        if text.changed
    )
    return block.kind, block.moved, tuple(one.id for one in block.old), tuple(one.id for one in block.new), texts
