"""The list of changes at the end of a PDF redline: where each stands, on which pages of both papers, and what it says."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from itertools import accumulate

from saraban.messages import Language
from saraban.messages.review_page import said
from saraban.render.redline import ChangeList, Row
from saraban.review.briefs import Room
from saraban.review.entries import Entry, Lister
from saraban.review.excerpts import dotted, shortened
from saraban.review.marked import untagged
from saraban.review.papers import Group
from saraban.review.places import PageMap
from saraban.review.telling import figure, kind_name, page_range, renumbering
from saraban.review.tokens import Words, plain_words
from saraban.review.unseen import seen

_ROOM = Room(around=18, longest=60)  # of a phrase
_SECTION = 60  # letters by which a section is known
_NUMBERS = 5  # lines of numbers that only moved along
_PAPERS = 120  # letters for the names of the papers that a redline stands for


@dataclass(frozen=True, slots=True)
class Names:
    """How both versions are called, the language of what is said beside the papers' words, and what finds words in those."""

    old: str
    new: str
    language: Language = 'th'
    words: Words = field(default_factory=plain_words)


Maps = tuple[PageMap | None, PageMap | None]
"""Where the words of the old paper stand on its pages, and those of the new one."""


def change_list(group: Group, anchors: Mapping[int, str], names: Names, maps: Maps) -> ChangeList:
    """The list of a group's first paper; `anchors` are the marks' names by the numbers of the changes."""
    sections = Lister(untagged, names.language, names.words, _ROOM).sections(group.first, *maps)
    rows = tuple(
        _row(section.name, entry, anchors[entry.number], names) for section in sections for entry in section.entries
    )
    language = names.language
    pages, cut, left_out = (partial(work, language=language) for work in (_pages, _cut, _left_out))
    return ChangeList(_words(group, names), rows, pages, cut, left_out, _numbers(group, language))


def _row(section: str, entry: Entry, anchor: str, names: Names) -> Row:
    return Row(
        figure(entry.number, names.language),
        entry.old_pages,
        entry.new_pages,
        shortened(section, _SECTION, 0, names.words),
        f'{said(entry.what, names.language)} {entry.block}'.strip(),
        tuple((phrase.where, seen(dotted(phrase.text))) for phrase in entry.brief),
        anchor,
    )


_SAID = {
    'title': 'redline-list',
    'old': 'old',
    'new': 'new',
    'number': 'record-number',
    'old_page': 'redline-old-page',
    'new_page': 'redline-new-page',
    'where': 'redline-where',
    'what': 'record-what',
    'pages': 'redline-pages',
    'key': 'redline-key',
}
"""The template's own words, by its names for them."""


def _words(group: Group, names: Names) -> dict[str, str]:
    return {name: said(key, names.language) for name, key in _SAID.items()} | {
        'paper': group.first.view.title,
        'group': _stands_for(group, names.language),
        'old_name': names.old,
        'new_name': names.new,
    }


def _pages(found: Sequence[int], language: Language) -> str:
    return page_range(found, partial(figure, language=language)) or '-'


def _cut(count: int, language: Language) -> str:
    """What is said of so many phrases, or lines, that are left out."""
    return said('redline-cut', language, count=figure(count, language))


def _left_out(rows: Sequence[Row], language: Language) -> str:
    """What is said of changes that are left out: how many, and their pages in both papers."""
    told = [said('redline-more', language, count=figure(len(rows), language))]
    for side, found in (('old', [row.old_pages for row in rows]), ('new', [row.new_pages for row in rows])):
        known = sorted({page for some in found for page in some})
        if known:
            told.append(said(f'on-{side}-page', language, page=_pages(known, language)))
    return ' '.join(told)


def _numbers(group: Group, language: Language) -> tuple[str, ...]:
    """The lines of numbers that only moved along."""
    change = group.first
    lines = renumbering(change.blocks, language) if change.old and change.new else []
    if len(lines) > _NUMBERS:
        lines = [*lines[:_NUMBERS], _cut(len(lines) - _NUMBERS, language)]
    return tuple(lines)


def _stands_for(group: Group, language: Language) -> str:
    """For which papers a redline stands, where it is for more than one: how many, and the first of their names."""
    if len(group.papers) == 1:
        return ''
    names = group.names
    letters = accumulate(len(name) + 1 for name in names)
    shown = max(1, sum(count <= _PAPERS for count in letters))
    kind = kind_name(group.first.view.kind, language) or said('redline-paper', language)
    count, others = (figure(number, language) for number in (len(names), len(names) - shown))
    told = said('redline-group', language, first=names[0], kind=kind, count=count, names=' '.join(names[:shown]))
    return f'{told} {said("and-more", language, count=others)}' if shown < len(names) else told
