"""Words cut short, between words: what stands beside a change, how a block begins."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import accumulate, groupby

from saraban.review.marked import PILCROW
from saraban.review.tokens import Words
from saraban.views.blocks import Run, Text
from saraban.views.blocks.marked import Mark, MarkedRun
from saraban.words import clusters
from saraban.words.clusters import may_part

LEFT_OUT = '…'
_SEEN = 60  # letters beyond the cut in which its word is looked for: no word is longer


def phrase(text: Text, around: int, longest: int, words: Words) -> Text:
    """A marked text on one line: of what did not change as much as `excerpts` shows, no changed stretch too long (0: any).

    Of a text without a change, how it begins.
    """
    stretches = _stretches(text)
    last = len(stretches) - 1
    if last == 0 and not mark_of(stretches[0][0]):
        return cut(stretches[0], 2 * around, 0, words)
    found: list[Run] = []
    for at, runs in enumerate(stretches):
        if mark_of(runs[0]):
            found += cut(runs, longest, 0, words) if longest else runs
        else:
            found += cut(runs, around if at else 0, around if at < last else 0, words)
    return tuple(found)


def excerpts(text: Text, around: int, longest: int, words: Words) -> list[Text]:
    """The changed places of a marked text, each with about so many letters beside it that did not change.

    Places between which less stands than would be left out are one, until they grow long; no changed stretch is too long.
    What a place struck and what it put in are parted by a space, so that a number is never read with the one that it
    replaces.
    """
    stretches = _stretches(text)
    marks = [at for at, runs in enumerate(stretches) if mark_of(runs[0])]
    if not marks:
        return []
    found: list[Text] = []
    place: Text = ()
    for at, runs in enumerate(stretches):
        if mark_of(runs[0]):
            if _is_long(place, longest) and mark_of(runs[0]) != 'added':  # what was put in stays with what it replaces
                found.append(place)
                place = ()
            place += (*_apart(place, runs), *cut(runs, longest, 0, words))
        elif at < marks[0]:
            place = cut(runs, 0, around, words)
        elif at > marks[-1]:
            place += cut(runs, around, 0, words)
        elif _fits(runs, 2 * around) and not _is_long(place, longest):
            place += runs
        else:
            found.append(place + cut(runs, around, 0, words))
            place = cut(runs, 0, around, words)
    return [*found, place]


def cut(runs: Text, head: int, tail: int, words: Words) -> Text:
    """The first and the last letters of runs of one mark, as `shortened` cuts a text."""
    letters = shown_letters(runs)
    if _fits(runs, head + tail):
        return runs
    first, last = len(_first(letters, head, words)), len(_last(letters, tail, words))
    dots = replace(runs[0], text=LEFT_OUT, blank=None, bold=False, italic=False)
    return (*_between(runs, 0, first), dots, *_between(runs, len(letters) - last, len(letters)))


def shown_letters(text: Text) -> str:
    """A text's letters on one line: a line to write on as dots, a paragraph's end as its sign."""
    return ''.join(map(_letters, text)).replace('\n', PILCROW)


def dotted(text: Text) -> Text:
    """The same text with each line to write on as dots: a line alone, in a list, is not known as one."""
    return tuple(replace(run, text=_letters(run), blank=None) for run in text)


def mark_of(run: Run) -> Mark | None:
    """What became of a run's words; None where they stayed."""
    return run.mark if isinstance(run, MarkedRun) else None


def _stretches(text: Text) -> list[Text]:
    """The runs of a marked text on one line, those of one mark together."""
    return [tuple(runs) for _, runs in groupby(_on_one_line(text), key=mark_of)]


def _on_one_line(text: Text) -> Iterator[Run]:
    """The runs, a paragraph's end that was put in or taken out as its sign, a line to write on that stayed as dots."""
    for run in text:
        if run.text == '\n':
            yield replace(run, text=PILCROW if isinstance(run, MarkedRun) else ' ')
        elif run.blank and not isinstance(run, MarkedRun):
            yield replace(run, text=_letters(run), blank=None)
        elif run.text or run.blank:
            yield run


def _apart(before: Text, after: Text) -> Text:
    """A space between what was struck and what was put in for it, if there is none."""
    if not before or not mark_of(before[-1]) or before[-1].text.endswith(' ') or after[0].text.startswith(' '):
        return ()
    return (Run(' '),)


def _is_long(place: Text, longest: int) -> bool:
    return sum(len(run.text) for run in place) >= 2 * longest


def _fits(runs: Text, letters: int) -> bool:
    return len(clusters(shown_letters(runs))) <= letters + 1


def _letters(run: Run) -> str:
    return 2 * LEFT_OUT if run.blank else run.text


def _between(runs: Text, start: int, stop: int) -> Iterator[Run]:
    """The runs from one letter to another."""
    at = 0
    for run in runs:
        letters = _letters(run)
        first, last = max(start - at, 0), min(stop - at, len(letters))
        at += len(letters)
        if first < last:
            yield run if run.blank else replace(run, text=letters[first:last])


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
