"""Words cut short, between words: what stands beside a change, how a block begins."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache
from itertools import accumulate

from saraban.review.tokens import Words
from saraban.views.blocks import Text
from saraban.views.blocks.marked import MarkedRun
from saraban.words import Segmenter, clusters
from saraban.words.clusters import may_part

LEFT_OUT = '…'
_SEEN = 60  # letters beyond the cut in which its word is looked for: no word is longer


@lru_cache(maxsize=1)
def plain_words() -> Words:
    """Words as the segmenter finds them without names to keep."""
    return Segmenter().words


def excerpt(text: Text, around: int, longest: int, words: Words) -> Text:
    """A marked text with what did not change shortened to about so many letters beside each mark, and no stretch too long."""
    last = len(text) - 1
    runs = []
    for at, run in enumerate(text):
        if isinstance(run, MarkedRun):
            shown = shortened(run.text, longest, 0, words)
        else:
            shown = shortened(run.text, around if at else 0, around if at < last else 0, words)
        runs.append(replace(run, text=shown))
    return tuple(run for run in runs if run.text or run.blank)


def shortened(text: str, head: int, tail: int, words: Words) -> str:
    """The first and the last letters of a text, at most so many clusters, in whole words, with … for what is left out.

    A word alone that is longer than that is cut between clusters, at twice as many: less would say nothing.
    """
    if len(clusters(text)) <= head + tail + 1:
        return text
    return f'{_first(text, head, words)}{LEFT_OUT}{_last(text, tail, words)}'


def _first(text: str, count: int, words: Words) -> str:
    parts = clusters(text)
    fitting = _fitting(words(''.join(parts[: count + _SEEN])), count)
    return (fitting or _parted(parts[: 2 * count + 1], text)).rstrip()


def _parted(parts: list[str], text: str) -> str:
    """The first of a text's clusters, without the last ones where Thai writing never parts."""
    end = len(''.join(parts[:-1]))
    return text[: next((at for at in range(end, 0, -1) if may_part(text, at)), end)]


def _last(text: str, count: int, words: Words) -> str:
    if not count:
        return ''
    parts = clusters(text)
    fitting = _fitting(words(''.join(parts[-count - _SEEN :]))[::-1], count, backward=True)
    if fitting:
        return fitting.lstrip()
    start = len(text) - len(''.join(parts[-2 * count :]))
    return text[next((at for at in range(start, len(text)) if may_part(text, at)), start) :].lstrip()


def _fitting(found: list[str], count: int, *, backward: bool = False) -> str:
    """As many of the words as fit, or the first that is more than white space where it is not much longer."""
    lengths = list(accumulate(len(clusters(word)) for word in found))
    fit = sum(length <= count for length in lengths)
    if not ''.join(found[:fit]).strip():
        fit = next((at for at, length in enumerate(lengths, 1) if length <= 2 * count and found[at - 1].strip()), 0)
    chosen = found[:fit]
    return ''.join(chosen[::-1] if backward else chosen)
