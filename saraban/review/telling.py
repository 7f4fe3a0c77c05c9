"""What a change is called: in which section it stands, which field of the block it is, how many words it is."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from saraban.messages import Language, say
from saraban.messages.review import BLOCKS
from saraban.review.changes import BlockChange, PaperChange, TextChange
from saraban.review.shifts import shifts
from saraban.review.tokens import Words, tokens
from saraban.views.blocks import Block, Heading, Text, View, words_of

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


def section_of(change: BlockChange, view: View) -> str:
    """The heading that a block stands under (`๑. หลักการและเหตุผล`); empty before the first."""
    at = change.new_at if change.new else change.old_at
    for block in reversed(view.blocks[: (at or 0) + 1]):
        if isinstance(block, Heading):
            return f'{block.number} {words_of(block.text)}'.strip()
    return ''


def block_name(block: Block, language: Language) -> str:
    """What kind of block it is, in words."""
    return BLOCKS[type(block).__name__][language]


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
