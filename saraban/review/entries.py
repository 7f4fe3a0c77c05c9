"""A changed paper as the page lists it: sections, each with its changes, numbered through, and what lies between them."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import accumulate

from saraban.messages import Language
from saraban.messages.review_page import said
from saraban.review.briefs import Briefer, Phrase, Room
from saraban.review.changes import BlockChange, PaperChange
from saraban.review.marked import Side, Tagger, marked
from saraban.review.places import PageMap, Spot
from saraban.review.tags import STYLE
from saraban.review.telling import Outline, heading_name, renumbering
from saraban.review.tokens import Words, plain_words
from saraban.views.blocks import Block, Heading, Item, Row, Table, words_of

MOVE, TABLE, WORDS = 'move', 'table', 'text'
ROOM = Room(around=24, longest=120)
"""What a phrase has in the record."""
_KEPT = {'same', 'renumbered', 'changed'}
NEIGHBOURS = 1  # unchanged rows of a table that are shown beside a changed one


@dataclass(frozen=True, slots=True)
class Shown:
    """One version of a change, and of a table which of its rows are shown, each with what became of it.

    Between them stand the numbers of rows that are left out.
    """

    blocks: tuple[Block, ...]
    rows: tuple[tuple[Row, str] | int, ...] = ()


@dataclass(frozen=True, slots=True)
class Entry:
    """A change: its number on the page, its name that stays while it says the same, what it is and where.

    `what` is what became of a block (`changed` …), `block` what the block is; `tags` what it touched; `old`, `new` and
    `both` its versions; the spots where it stands; `brief` the changed words with a little of what stands around;
    `numbers` what is said of a table's rows that only moved along.
    """

    number: int
    key: str
    what: str
    block: str
    tags: tuple[str, ...]
    both: Shown
    old: Shown
    new: Shown
    brief: tuple[Phrase, ...]
    old_spots: tuple[Spot, ...] = ()
    new_spots: tuple[Spot, ...] = ()
    moved: bool = False
    numbers: tuple[str, ...] = ()

    @property
    def old_pages(self) -> tuple[int, ...]:
        """Its pages in the old paper, where they are known."""
        return _pages(self.old_spots)

    @property
    def new_pages(self) -> tuple[int, ...]:
        """Its pages in the new paper, where they are known."""
        return _pages(self.new_spots)


@dataclass(frozen=True, slots=True)
class Away:
    """Where a block stood that moved: its words, and the number of the change at its new place."""

    number: int
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Same:
    """Blocks that did not change, one after another."""

    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Renumbered:
    """Numbers of a paper that only moved along: what is said of them, and the blocks, with both numbers marked."""

    lines: tuple[str, ...] = ()
    blocks: tuple[Block, ...] = ()


Part = Entry | Away | Same


@dataclass(slots=True)
class Section:
    """A part of a paper under one heading, in the order of the merged paper."""

    name: str
    parts: list[Part] = field(default_factory=list)

    @property
    def changed(self) -> bool:
        """Whether anything in it changed."""
        return any(not isinstance(part, Same) for part in self.parts)

    @property
    def entries(self) -> list[Entry]:
        """Its changes."""
        return [part for part in self.parts if isinstance(part, Entry)]


class Lister:
    """Lists the changes of papers, numbered through from paper to paper."""

    def __init__(self, tagger: Tagger, language: Language, words: Words | None = None, room: Room = ROOM) -> None:
        """Takes what tells the kind of changed words, the language of what is said beside them, what finds words.

        Phrases have so much room.
        """
        self._tagger = tagger
        self._briefer = Briefer(language, words or plain_words(), room)
        self.language = language
        self._number = 0
        self._keys: dict[str, int] = {}

    def sections(self, change: PaperChange, old: PageMap | None = None, new: PageMap | None = None) -> list[Section]:
        """The sections of a paper; with the maps of its pages the changes know where they stand."""
        numbers, outline = self._numbers(change), Outline(change)
        sections = [Section('')]
        for block in change.blocks:
            name = _heading(block)
            if name and (sections[-1].parts or sections[-1].name):
                sections.append(Section(name))
            elif name:
                sections[-1].name = name
            _put(sections[-1], self._part(change, block, outline, numbers, (old, new)))
        return sections

    def renumbered(self, change: PaperChange) -> Renumbered:
        """The numbers that only moved along in a paper, but for those of tables that have an entry, which says so itself."""
        if change.old is None or change.new is None:
            return Renumbered()
        told = [block for block in change.blocks if not (counts(block) and _is_table(block))]
        lone = [block for block in change.blocks if block.only_renumbered and not _is_table(block)]
        blocks = tuple(one for block in lone for one in marked(block, 'both', self._tagger, numbers=True))
        return Renumbered(tuple(renumbering(told, self.language)), blocks)

    def _numbers(self, change: PaperChange) -> dict[int, int]:
        """The number of each change; of a moved block that of its new place."""
        counted = zip(change.blocks, numbered(change), strict=True)
        numbers = {id(block): self._number + number for block, number in counted if number}
        self._number += len(numbers)
        arrived = {block.moved: numbers[id(block)] for block in change.blocks if block.moved and id(block) in numbers}
        gone = (block for block in change.blocks if block.moved and block.kind == 'removed')
        return numbers | {id(block): arrived[block.moved] for block in gone}

    def _part(
        self,
        paper: PaperChange,
        block: BlockChange,
        outline: Outline,
        numbers: dict[int, int],
        maps: tuple[PageMap | None, PageMap | None],
    ) -> Part:
        if block.kind == 'same' or block.only_renumbered:
            return Same(block.new)
        number = numbers[id(block)]
        if block.moved and block.kind == 'removed':
            return Away(number, block.old)
        origin = outline.other_end(block) if block.moved else block
        tags = _tags(block, self._tagger)
        both = _shown(block, 'both', self._tagger)
        return Entry(
            number=number,
            key=self._key(paper, block),
            what=_what(block),
            block=self._name(block),
            tags=tags,
            both=both,
            old=Shown(origin.old) if block.moved else _shown(block, 'old', self._tagger),
            new=_shown(block, 'new', self._tagger),
            brief=tuple(self._briefer.phrases(block, origin, paper, both.blocks)),
            old_spots=tuple(maps[0].spots(origin, 'old')) if maps[0] else (),
            new_spots=tuple(maps[1].spots(block, 'new')) if maps[1] else (),
            moved=bool(block.moved),
            numbers=tuple(renumbering([block], self.language)) if _is_table(block) else (),
        )

    def _name(self, change: BlockChange) -> str:
        """What a block is, as a reader calls it."""
        block = (change.new or change.old)[0]
        number = block.number if isinstance(block, Item) else getattr(block, 'label', '')
        return said(f'block-{type(block).__name__.lower()}', self.language, number=str(number))

    def _key(self, paper: PaperChange, change: BlockChange) -> str:
        """A digest of what a change says: the same in a page that is made again, however much else has changed."""
        view = paper.view
        block = (change.new or change.old)[0]
        spans = [
            [(span.kind, words_of(span.old), words_of(span.new)) for span in text.spans]
            for text in change.texts
            if not text.counted
        ]
        said_so = repr((view.kind, block.id, change.kind, bool(change.moved), spans))
        digest = hashlib.sha256(said_so.encode()).hexdigest()[:16]
        times = self._keys[digest] = self._keys.get(digest, 0) + 1
        return digest if times == 1 else f'{digest}-{times}'


def counts(change: BlockChange) -> bool:
    """Whether it is a change to be read: a moved block counts once, a number that only moved along not at all."""
    return change.kind != 'same' and not change.only_renumbered and not (change.moved and change.kind == 'removed')


def _put(section: Section, part: Part) -> None:
    """Puts a part into a section; what did not change is gathered."""
    last = section.parts[-1] if section.parts else None
    if isinstance(part, Same) and isinstance(last, Same):
        section.parts[-1] = Same((*last.blocks, *part.blocks))
    else:
        section.parts.append(part)


def _heading(change: BlockChange) -> str:
    block = (change.new or change.old)[0]
    if not isinstance(block, Heading) or (change.moved and change.kind == 'removed'):
        return ''
    return heading_name(block)


def _is_table(change: BlockChange) -> bool:
    return isinstance((change.new or change.old)[0], Table)


def _what(change: BlockChange) -> str:
    if change.moved:
        return 'moved-changed' if any(text.to_read for text in change.texts) else 'moved'
    if change.kind == 'changed' and not any(text.to_read for text in change.texts):
        return 'form' if all(row.kind in _KEPT for row in change.rows) else 'changed'
    return change.kind


def _tags(change: BlockChange, tagger: Tagger) -> tuple[str, ...]:
    """What a change touched: kinds of words first; `text` where it is none of them."""
    found = [tag for text in change.texts if text.to_read for tags in tagger(text) for tag in tags]
    if change.moved:
        found.append(MOVE)
    if _is_table(change):
        found.append(TABLE)
    order = ('number', 'date', 'name', STYLE, MOVE, TABLE)
    return tuple(tag for tag in order if tag in found) or (WORDS,)


def _shown(change: BlockChange, side: Side, tagger: Tagger) -> Shown:
    blocks = marked(change, side, tagger)
    if len(blocks) != 1 or not isinstance(blocks[0], Table):
        return Shown(blocks)
    kinds = [row.kind for row in change.rows if side == 'both' or (row.old if side == 'old' else row.new) is not None]
    if len(kinds) != len(blocks[0].rows):
        return Shown(blocks)
    return Shown(blocks, tuple(_rows(blocks[0].rows, kinds)))


def _rows(rows: Sequence[Row], kinds: Sequence[str]) -> Iterator[tuple[Row, str] | int]:
    """The changed rows and their neighbours, and between them how many are left out."""
    near = {
        place
        for at, kind in enumerate(kinds)
        if kind not in {'same', 'renumbered'}
        for place in range(at - NEIGHBOURS, at + NEIGHBOURS + 1)
    }
    left_out = 0
    for at, (row, kind) in enumerate(zip(rows, kinds, strict=True)):
        if at not in near:
            left_out += 1
            continue
        if left_out:
            yield left_out
            left_out = 0
        yield row, kind
    if left_out:
        yield left_out


def _pages(spots: Sequence[Spot]) -> tuple[int, ...]:
    return tuple(sorted({spot.page for spot in spots}))


def numbered(change: PaperChange) -> list[int]:
    """For each block the number of the change that it is in its paper; 0 for one that stayed or went to another place."""
    told = [int(counts(block)) for block in change.blocks]
    return [number if one else 0 for number, one in zip(accumulate(told), told, strict=True)]
