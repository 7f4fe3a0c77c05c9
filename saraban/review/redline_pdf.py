"""The PDF redline: the new paper with its changes marked, before the list of them (`redline_list`)."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, fields, is_dataclass, replace
from functools import partial
from typing import Any

from saraban.errors import SarabanError
from saraban.messages import Language
from saraban.messages.review_page import said
from saraban.render.redline import Marked
from saraban.review.changes import BlockChange, PaperChange
from saraban.review.entries import numbered
from saraban.review.guests import as_guest, template_of
from saraban.review.legible import Legible
from saraban.review.marked import marked, untagged
from saraban.review.papers import Group, Review
from saraban.review.prints import Prints, weight_of
from saraban.review.redline_list import Maps, Names, change_list
from saraban.review.telling import beginning, figure
from saraban.review.together import Task, together
from saraban.review.tokens import Words, plain_words
from saraban.views.blocks import Block, Paragraph, Run, Text, View

_HERE = 'moved-here-'


def redlines(review: Review, prints: Prints, language: Language) -> list[bytes | SarabanError]:
    """The redline of each group of a review, or why it has none.

    Raises:
        TemplateError: a template, font or emblem has a fault, so that no paper can be set.
    """
    prints.prepare(review)
    prints.load()
    works = [partial(redline_of, group, review, prints, language) for group in review.groups]
    return together([
        Task(weight_of(group.first.view), work, work) for group, work in zip(review.groups, works, strict=True)
    ])  # fmt: skip


def redline_of(group: Group, review: Review, prints: Prints, language: Language, others: int = 0) -> bytes:
    """The redline of a group's first paper, as PDF; so many processes beside this one may take part.

    Raises:
        TemplateError: a template, font or emblem has a fault.
        RenderError: the engine could not set the paper.
    """
    change = group.first
    old, new = prints.of(change.old, review.old), prints.of(change.new, review.new)
    legible = Legible(prints.letters)
    names = Names(legible(review.old.name), legible(review.new.name), language, review.words)

    def maps() -> Maps:
        return old.map if old else None, new.map if new else None

    members = group if change.view.template else legible(group)
    whole = redline(members.first, names, maps, members)
    view = as_guest(whole.view, template_of(change), prints.resources.layout)
    return prints.engine.redline(replace(whole, view=view), others).data


@dataclass(frozen=True, slots=True)
class Merged:
    """A paper with both versions in one text, the ids of the blocks that moved, and what each change is pointed at by."""

    view: View
    moved: frozenset[str]
    anchors: dict[int, str]


def redline(
    change: PaperChange, names: Names, maps: Callable[[], Maps] = lambda: (None, None), group: Group | None = None
) -> Marked:
    """A changed paper ready to print with its marks; with the maps of both papers' pages the list says on which they are.

    The maps are asked for when the list is made. Of a group of papers the list tells for which this one stands.
    """
    whole = merged(change, names.language, names.words)
    labels = frozenset(block.id for block in whole.view.blocks if block.id.startswith(_HERE))
    members = group or Group((change,))
    numbering = said('redline-page', names.language, number='{number}')
    return Marked(
        whole.view, lambda: change_list(members, whole.anchors, names, maps()), whole.moved, labels, numbering=numbering
    )


def merged(change: PaperChange, language: Language = 'th', words: Words | None = None) -> Merged:
    """The paper with both versions in one text.

    A block that moved stands at its new place; at its old one a line tells where it went.
    """
    blocks: list[Block] = []
    moved: set[str] = set()
    anchors: dict[int, str] = {}
    numbers = numbered(change)
    ids = _Ids(map(_anchor, numbers))
    for number, part in zip(numbers, change.blocks, strict=True):
        if part.moved and part.kind == 'removed':
            blocks.append(ids.named_once(_away(part, language, words or plain_words())))
            continue
        if part.moved:
            here = Paragraph(f'{_HERE}{part.moved}', _label('redline-moved-here', part, language), 'note')
            blocks.append(ids.named_once(here))
        anchor = _anchor(number) if number and _is_marked(part) else ''
        merged_ones = part.new if part.kind == 'same' else marked(part, 'both', untagged, anchor)
        found = tuple(map(ids.named_once, merged_ones))
        if part.moved:
            moved |= {block.id for block in found}
        if number:
            anchors[number] = anchor or (blocks[-1].id if part.moved else found[0].id)
        blocks += found
    view = change.view
    mark = said('redline-mark', language)
    furniture = replace(view.furniture, draft=f'{view.furniture.draft} {mark}'.strip())
    return Merged(replace(view, blocks=tuple(blocks), furniture=furniture), frozenset(moved), anchors)


def _is_marked(part: BlockChange) -> bool:
    return any(text.changed and not text.renumbered for text in part.texts)


def _away(part: BlockChange, language: Language, words: Words) -> Paragraph:
    """A line where a block stood that moved: which move it is, and how the block begins."""
    begins = Run(beginning(part.old[0], words))
    return Paragraph(f'moved-away-{part.moved}', (*_label('redline-moved-away', part, language), begins), 'note')


def _label(key: str, part: BlockChange, language: Language) -> Text:
    return (Run(f'[{said(key, language, number=figure(part.moved, language))}] ', italic=True),)


def _anchor(number: int) -> str:
    """The name by which the list points at a change."""
    return f'change-{number}'


class _Ids:
    """Gives each part of a merged paper an id of its own: two versions of one block have the same, entries and all."""

    def __init__(self, taken: Iterable[str]) -> None:
        """Takes the ids that no part may have."""
        self._taken = set(taken)

    def named_once(self, part: Any) -> Any:
        """A block, or an entry of one, and all that it holds; what has an id of its own already stays as it is."""
        if isinstance(part, tuple):
            return tuple(map(self.named_once, part))
        if not is_dataclass(part) or isinstance(part, Run):
            return part
        record: Any = part
        other = {'id': self._free(record.id)} if hasattr(record, 'id') else {}
        held = {entry.name: getattr(record, entry.name) for entry in fields(record) if entry.name != 'id'}
        other |= {name: self.named_once(value) for name, value in held.items() if isinstance(value, tuple)}
        return replace(record, **other)

    def _free(self, name: str) -> str:
        while name in self._taken:
            name = f'{name}-again'
        self._taken.add(name)
        return name
