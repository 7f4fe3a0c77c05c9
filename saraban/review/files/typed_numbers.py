"""Numbers of sections and items that a PDF shows as the words which its paragraphs begin with."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from saraban.views.blocks import Item, Paragraph, View, plain, words_of

_NUMBER = re.compile(r'((?:[0-9๐-๙]+\.)+[0-9๐-๙]*)\s+(?=\S)')


def with_items(old: View, new: View) -> tuple[View, View]:
    """Two views of paragraphs, those with a number as items; as they are where not all of both views' numbers count.

    `๖.๑` may be an amount or a time, of which a change is one to read. What counts on both sides is nobody's word: ๑, ๒, ๓
    over all sections, and ๒.๑, ๒.๒, ๒.๓ within the second. As both are read alike, an item is never another's paragraph.
    """
    views = old, new
    if all(_count(_numbers(view)) for view in views):
        old, new = (replace(view, blocks=tuple(_items(view))) for view in views)
    return old, new


def _numbers(view: View) -> Iterator[str]:
    for block in view.blocks:
        if isinstance(block, Paragraph) and (match := _NUMBER.match(words_of(block.text))):
            yield match[1]


def _count(numbers: Iterable[str]) -> bool:
    """Whether each number is the first under the one before, or the next after it or after one that it is under.

    Sections may count from one again, as the lists of a letter do.
    """
    open_ones: tuple[int, ...] = ()
    for number in numbers:
        figures = number.rstrip('.').split('.')
        parts = tuple(map(int, figures))
        depth = len(parts)
        is_next = depth <= len(open_ones) and parts == (*open_ones[: depth - 1], open_ones[depth - 1] + 1)
        is_first = parts in {(*open_ones, 1), (1,)}
        if not (is_next or is_first) or any(figure[0] in '0๐' for figure in figures):
            return False
        open_ones = parts
    return True


def _items(view: View) -> Iterator[Paragraph | Item]:
    for block in view.blocks:
        assert isinstance(block, Paragraph)
        words = words_of(block.text)
        if match := _NUMBER.match(words):
            yield Item(block.id, 2 + match[1].rstrip('.').count('.'), match[1], plain(words[match.end() :]))
        else:
            yield block
