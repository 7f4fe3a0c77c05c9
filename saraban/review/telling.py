"""What a change is called: in which section it stands, how its block begins, how many words it is, on which pages."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from saraban.messages import Language, say
from saraban.messages.review import BLOCKS
from saraban.messages.review_page import REVIEW_PAGE, said
from saraban.review.changes import BlockChange, PaperChange, TextChange
from saraban.review.excerpts import shortened, shown_letters
from saraban.review.shifts import shifts
from saraban.review.tokens import Words, tokens
from saraban.thai import digits
from saraban.views.blocks import Block, Heading, Item, Paragraph, Text, View, texts, words_of

KNOWN = 40  # letters by which a block is known
_RANGES = 8  # of a table's numbers, that one line names; rows in quite another order have very many


@dataclass(frozen=True, slots=True)
class Stretch:
    """A change as a reader counts it: what was struck and what was put in its place; one of them can be empty."""

    removed: Text
    added: Text
    restyled: bool = False


def stretches(text: TextChange) -> Iterator[Stretch]:
    """The changes of a text; words struck and words put in beside them are one."""
    struck: Text = ()
    for span in text.spans:
        if span.kind == 'removed':
            struck = span.old
            continue
        if span.kind == 'added' or struck:
            yield Stretch(struck, span.new if span.kind == 'added' else ())
        struck = ()
        if span.kind == 'restyled':
            yield Stretch(span.old, span.new, restyled=True)
    if struck:
        yield Stretch(struck, ())


def word_count(change: PaperChange | BlockChange | TextChange, words: Words) -> int:
    """How many words changed: of words that replace others the larger number; a move and a counted number are none."""
    if isinstance(change, PaperChange):
        return sum(word_count(block, words) for block in change.blocks)
    if isinstance(change, BlockChange):
        return sum(word_count(text, words) for text in change.texts if not text.counted)
    return sum(max(_words(one.removed, words), _words(one.added, words)) for one in stretches(change))


def _words(text: Text, words: Words) -> int:
    blanks = sum(run.blank is not None for run in text)
    return blanks + sum(any(map(str.isalnum, token)) for token in tokens(words_of(text), words))


def renumbering(blocks: Iterable[BlockChange], language: Language) -> list[str]:
    """What is told of numbers that only moved along: a line for sections or items that follow each other, one for a table."""
    found: list[str] = []
    for table, group in groupby(shifts(blocks), key=lambda shift: shift.table):
        each = [say('diff-shift', language, old=_range(shift.old), new=_range(shift.new)) for shift in group]
        if table is None:
            found += [say('diff-renumbered', language, shifts=words) for words in each]
            continue
        more = [say('diff-more', language, count=len(each) - _RANGES)] if len(each) > _RANGES else []
        found.append(say('diff-renumbered-rows', language, shifts=', '.join([*each[:_RANGES], *more])))
    return found


def _range(ends: tuple[str, str]) -> str:
    """The first and the last of some numbers, without the point after each."""
    first, last = (number.rstrip('.') for number in ends)
    return first if first == last else f'{first} - {last}'


class Outline:
    """Where the changes of a paper stand: under which heading, and of a block that moved, which change its other end is."""

    def __init__(self, paper: PaperChange) -> None:
        """Takes the paper."""
        self._paper = paper
        self._old, self._new = _headings(paper.old), _headings(paper.new)
        self._ends = {(change.moved, bool(change.new)): change for change in paper.blocks if change.moved}

    def section(self, change: BlockChange) -> str:
        """The heading that a block stands under (`๑. หลักการและเหตุผล`), or stood that is gone; empty before the first."""
        heading = self._heading(change)
        return heading_name(heading) if heading else ''

    def is_within(self, change: BlockChange) -> bool:
        """Whether a block moved within its section, whatever number that has, or in a paper without sections."""
        here, there = self._heading(change), self._heading(self.other_end(change))
        return (here and words_of(here.text)) == (there and words_of(there.text))

    def place(self, change: BlockChange, language: Language, words: Words) -> str:
        """Where in its section a block stands, or stood that is gone."""
        view, at = (self._paper.new, change.new_at) if change.new else (self._paper.old, change.old_at)
        assert view is not None
        return place_in(view, at or 0, language, words, within=True)

    def _heading(self, change: BlockChange) -> Heading | None:
        headings, at = (self._new, change.new_at) if change.new else (self._old, change.old_at)
        return headings[at or 0]

    def other_end(self, change: BlockChange) -> BlockChange:
        """The change at the old place of a block that moved, of the one at its new place, and the other way round."""
        return self._ends[change.moved, not change.new]


def _headings(view: View | None) -> list[Heading | None]:
    """The heading that each block stands under."""
    found: list[Heading | None] = []
    for block in view.blocks if view else ():
        found.append(block if isinstance(block, Heading) else found[-1] if found else None)
    return found


def place_in(view: View, at: int, language: Language, words: Words, *, within: bool = False) -> str:
    """Where a block of a paper stands: under which heading, as which item, after which words; `within` its section alone."""
    if at == 0:
        return said('brief-first', language)
    block, before = view.blocks[at], view.blocks[at - 1]
    number = said('block-item', language, number=block.number) if isinstance(block, Item) else ''
    heading = next((one for one in reversed(view.blocks[:at]) if isinstance(one, Heading)), None)
    if before is heading:
        told = [said('brief-under', language, section=heading_name(heading)), number]
    else:
        section = heading_name(heading) if heading and not within else ''
        told = [section, number, said('brief-after', language, words=beginning(before, words))]
    return ' '.join(filter(None, told))


def heading_name(heading: Heading) -> str:
    """A heading as a reader calls it: its number and its words."""
    return f'{heading.number} {words_of(heading.text)}'.strip()


def beginning(block: Block, words: Words) -> str:
    """How a block begins, cut between words: what it is known by elsewhere."""
    if isinstance(block, Paragraph | Heading | Item):
        whole = f'{getattr(block, "number", "")} {shown_letters(block.text)}'
    else:
        whole = ' '.join(piece if isinstance(piece, str) else shown_letters((piece,)) for piece in texts(block))
    return shortened(whole.strip(), KNOWN, 0, words)


def block_name(block: Block, language: Language) -> str:
    """What kind of block it is, in words."""
    return BLOCKS[type(block).__name__][language]


def kind_name(kind: str, language: Language) -> str:
    """What papers of a kind are called; empty of what is no kind of ours."""
    key = f'kind-{kind}'
    return said(key, language) if key in REVIEW_PAGE else ''


def figure(value: object, language: Language) -> str:
    """A number as readers of a language write it."""
    return digits(value) if language == 'th' else str(value)


def page_range(pages: Sequence[int], number: Callable[[int], str]) -> str:
    """Pages as a reader writes them: `๒`, `๒ - ๓`, `๒ - ๓, ๕`; empty without any. No line ends inside a range."""
    runs: list[list[int]] = []
    for page in pages:
        if runs and page == runs[-1][-1] + 1:
            runs[-1].append(page)
        else:
            runs.append([page])
    return ', '.join(
        number(run[0]) if len(run) == 1 else f'{number(run[0])}\u00a0-\u00a0{number(run[-1])}' for run in runs
    )
