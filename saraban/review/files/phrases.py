"""A file's words for programs that compare lines: a phrase a line, a blank line between paragraphs."""

from __future__ import annotations

from collections.abc import Iterator

from saraban.review.files.paragraphs import as_paragraphs
from saraban.views.blocks import Paragraph, View, words_of
from saraban.words import Segmenter

FREE = 20  # a break that costs more stands inside a phrase


def phrases(view: View) -> Iterator[str]:
    """The lines of a paper: a line ends where Thai writing has a space between phrases, so a change is a line of few words."""
    segmenter = Segmenter()
    for number, block in enumerate(as_paragraphs(view).blocks):
        if not isinstance(block, Paragraph):
            continue
        words = words_of(block.text)
        if number:
            yield ''
        start = 0
        for place in segmenter.breaks(words):
            if words[place.position - 1] == ' ' and place.penalty <= FREE:
                yield words[start : place.position].rstrip()
                start = place.position
        yield words[start:]
