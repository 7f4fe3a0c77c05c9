"""Which papers of two versions are compared with which: by path, or, of a single file, by what it says."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from rapidfuzz import fuzz, process

from saraban.errors import Finding, Place, UsageError
from saraban.review.fields import words_of_part
from saraban.review.papers import Pair
from saraban.review.versions import Listed, Version
from saraban.views.kinds import KINDS

LEAST = 30
"""Of a hundred letters, how many a file must share with a paper to be taken for a version of it."""
NEAR = 15
"""How many of a hundred letters fewer a paper may share that is about as like as the likest."""
_SHOWN = 3  # papers that a finding names


def choose(old: Version, new: Version, kinds: Sequence[str] = (), only: Sequence[str] = ()) -> list[Pair]:
    """The papers of some kinds (all without any) whose path, slug or Thai name is among `only` (all without any).

    Those of the new version come in its order, each gone one where its kind ends.

    Raises:
        UsageError: a kind or a name that neither version has, or a file that is like no paper of the other version.
    """
    strange = [kind for kind in kinds if kind not in KINDS]
    if strange:
        values = {'known': ' '.join(KINDS)}
        raise UsageError(Finding('unknown-kind', Place('build.py'), {'name': kind, **values}) for kind in strange)
    known = {name for version in (old, new) for paper in version.papers.values() for name in paper.names}
    lost = [name for name in only if name not in known]
    if lost:
        raise UsageError(_lost(name, known) for name in lost)
    olds, news = ([one for one in side.papers.values() if _is_meant(one, kinds, only)] for side in (old, new))
    if old.single and new.single:
        return [(next(iter(old.papers)), next(iter(new.papers)))]
    if old.single:
        return [(next(iter(old.papers)), _paper_of(old, new, news, named=bool(only)))]
    if new.single:
        return [(_paper_of(new, old, olds, named=bool(only)), next(iter(new.papers)))]
    return _by_path(olds, news)


def _is_meant(paper: Listed, kinds: Sequence[str], only: Sequence[str]) -> bool:
    return (not kinds or paper.kind in kinds) and (not only or bool(paper.names & set(only)))


def _paper_of(file: Version, version: Version, papers: Sequence[Listed], *, named: bool) -> str:
    """The paper of a version that a single file is: the only one there is, the one of its name, the likest one."""
    path = next(iter(file.papers))
    called = [paper.path for paper in papers if path in paper.names]
    if len(papers) == 1 or len(called) == 1:
        return papers[0].path if len(papers) == 1 else called[0]
    found = _likest(file, version, [paper for paper in papers if paper.path in called]) or _likest(
        file, version, papers
    )
    if found is None:
        raise UsageError([_like_none(file, version, papers if named else ())])
    return found


def _likest(file: Version, version: Version, papers: Iterable[Listed]) -> str | None:
    """The paper whose words are most like a file's; None where none is like it.

    Letters of a round differ by little but their recipient: of papers that are about as like, it is one to whom the file
    names, the longest name first, as a short one may stand in other words.
    """
    words = words_of_part(file.view(next(iter(file.papers))))
    scored = [(fuzz.ratio(words, words_of_part(version.view(paper.path))), paper) for paper in papers]
    best = max((score for score, _ in scored), default=0)
    if best < LEAST:
        return None

    def rank(of: tuple[float, Listed]) -> tuple[int, float]:
        score, paper = of
        named = score >= best - NEAR and paper.recipient in words
        return len(paper.recipient) if named else 0, score

    return max(scored, key=rank)[1].path


def _like_none(file: Version, version: Version, papers: Sequence[Listed]) -> Finding:
    """What is told of a file that is like none of the papers, which `--only` named if there are any."""
    place = Place(file.name)
    if not papers:
        return Finding('file-no-paper', place, {'version': version.name})
    named = ', '.join(paper.path for paper in papers[:_SHOWN]) + (' …' if len(papers) > _SHOWN else '')
    likest = _likest(file, version, version.papers.values())
    if likest is None:
        return Finding('file-of-no-one', place, {'named': named, 'first': papers[0].path})
    return Finding('file-not-of-only', place, {'named': named, 'likest': likest})


def _by_path(olds: Sequence[Listed], news: Sequence[Listed]) -> list[Pair]:
    order = list(KINDS)
    before, after = {one.path for one in olds}, {one.path for one in news}
    rows: list[tuple[str, Pair]] = [(one.kind, (one.path if one.path in before else None, one.path)) for one in news]
    rows += [(one.kind, (one.path, None)) for one in olds if one.path not in after]
    rows.sort(key=lambda row: order.index(row[0]) if row[0] in order else len(order))
    return [pair for _, pair in rows]


def _lost(name: str, known: set[str]) -> Finding:
    near = ', '.join(found for found, *_ in process.extract(name, sorted(known), limit=3))
    return Finding('unknown-paper', Place('build.py'), {'name': name, 'near': near or '-'})
