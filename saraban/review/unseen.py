"""Letters that nobody sees, by a name in ‹›, which the papers' fonts have: a change that is one of them must be seen."""

from __future__ import annotations

import re
from dataclasses import replace

from saraban.views.blocks import Text
from saraban.views.blocks.marked import MarkedRun

_NAMES = {
    '\t': 'TAB', '\u00a0': 'NBSP', '\u00ad': 'SHY', '\u200b': 'ZWSP', '\u200c': 'ZWNJ', '\u200d': 'ZWJ', '\u200e': 'LRM',
    '\u200f': 'RLM', '\u202f': 'NNBSP', '\u2060': 'WJ', '\ufeff': 'BOM',
}  # fmt: skip
_UNSEEN = re.compile(
    '[\u0000-\u0009\u000b-\u001f\u007f-\u00a0\u00ad\u2000-\u200f\u2028-\u202f\u205f-\u206f\u3000\ufe00-\ufe0f\ufeff]'
)


def seen(text: Text) -> Text:
    """A marked text whose changed letters are all seen; what did not change stays as it is."""
    return tuple(replace(run, text=named(run.text)) if isinstance(run, MarkedRun) else run for run in text)


def named(words: str) -> str:
    """Words with a name in place of each letter that is not seen or looks like a space; line ends and spaces stay."""
    return _UNSEEN.sub(lambda match: f'‹{_NAMES.get(match[0], f"U+{ord(match[0]):04X}")}›', words)


def without_unseen(words: str) -> str:
    """The words that are seen."""
    return _UNSEEN.sub('', words)
