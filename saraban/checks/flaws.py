"""Flaws of writing in a text as content has it: where, and what it should be where there is one right answer."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from saraban.checks.desk import HIDDEN, REFERENCE, Desk
from saraban.content.model import whole_or_none
from saraban.content.passages import Passage
from saraban.errors import Finding, Place
from saraban.words.clusters import LEADING_VOWELS, NEVER_FIRST

NEIGHBOURS = 8  # letters shown on each side of a slip
FIGURE = '\ufffb'
"""Stands in a bare text for a reference that gives a number."""
_FIGURES = re.compile(r'\{\{\s*(?:facts\.\w+|[\w.]*\.(?:count|total|units|invited|counts\.\w+))\s*\}\}')
# What is quoted from elsewhere and must stay as it is: text in quotation marks, the name of a law with its year.
_QUOTED = re.compile(
    r'“[^”]{0,2000}”|"[^"]{0,2000}"|‘[^’]{0,2000}’'
    r'|(?:พระราชบัญญัติ|พระราชกำหนด|พระราชกฤษฎีกา|กฎกระทรวง|ระเบียบ|ประกาศ|ข้อบังคับ|คำสั่ง|ข้อกำหนด)[^{}“”"]{0,160}?พ\.ศ\. ?[0-9๐-๙]{4}'
)
# Fields that no machine mends: what is approved, what a person, a hotel, a unit, a law is called.
_PROTECTED = frozenset({
    'title', 'short_title', 'terms', 'agency', 'units', 'venue', 'district', 'signer', 'signatures', 'name', 'full', 'short',
    'official', 'position', 'region', 'role',
})  # fmt: skip
# Names that others write in their own way, and numbers that the papers turn into Thai digits.
_FOREIGN = frozenset(
    {'venue', 'district', 'signer', 'signatures', 'agency', 'units', 'contact', 'letter', 'all_rounds', 'number'}
)


@dataclass(frozen=True, slots=True)
class Flaw:
    """A slip in a bare text, from `start` to `stop`; `right` is what should stand there, None where a person decides."""

    rule: str
    start: int
    stop: int
    right: str | None = None


Finder = Callable[[str], Iterator[Flaw]]


class Bare:
    """A text without marks of bold and with one sign for each reference, and the way back to the text as it stands."""

    def __init__(self, text: str, wordy: frozenset[str] = frozenset()) -> None:
        """Takes a text as content has it, and the references among `facts` that are words."""
        self.starts: list[int] = []
        self.ends: list[int] = []
        letters: list[str] = []
        position = 0
        for match in (*HIDDEN.finditer(text), None):
            stop = match.start() if match else len(text)
            letters.append(text[position:stop])
            self.starts += range(position, stop)
            self.ends += range(position + 1, stop + 1)
            if match:
                position = match.end()
                if match[0] != '**':
                    figure = _FIGURES.fullmatch(match[0]) and not any(name in match[0] for name in wordy)
                    letters.append(FIGURE if figure else REFERENCE)
                    self.starts.append(match.start())
                    self.ends.append(match.end())
        self.text = ''.join(letters)

    def span(self, flaw: Flaw) -> tuple[int, int]:
        """Where a flaw stands in the text as content has it."""
        if flaw.start == flaw.stop:  # something is to be put in after what stands before
            before = self.ends[flaw.start - 1] if flaw.start else 0
            return before, before
        return self.starts[flaw.start], self.ends[flaw.stop - 1]


@dataclass(frozen=True, slots=True)
class Slip:
    """A flaw in a passage, by its offsets there."""

    passage: Passage
    flaw: Flaw
    start: int
    stop: int
    mendable: bool

    @property
    def place(self) -> Place:
        """Where it stands in the file."""
        return self.passage.place(self.start)

    def finding(self) -> Finding:
        """The slip as a finding: the piece with its neighbours, and what it should be."""
        text = self.passage.text
        first, last = around(text, self.start, self.stop)
        before, after = text[first : self.start], text[self.stop : last]
        sign = text[self.start : self.stop]
        right = '' if self.flaw.right is None else f'{before}{self.flaw.right}{after}'
        return Finding(self.flaw.rule, self.place, {'found': f'{before}{sign}{after}', 'right': right, 'sign': sign})


def around(text: str, start: int, stop: int) -> tuple[int, int]:
    """A few letters on each side of a piece, none parted from its vowels and marks."""
    first, last = max(0, start - NEIGHBOURS), min(len(text), stop + NEIGHBOURS)
    while 0 < first < start and _hangs_together(text, first):
        first -= 1
    while stop < last < len(text) and _hangs_together(text, last):
        last += 1
    return first, last


def _hangs_together(text: str, position: int) -> bool:
    """Whether a reader sees one letter before and after a position: a vowel or mark on the consonant before it."""
    return text[position] in NEVER_FIRST or text[position - 1] in LEADING_VOWELS


def is_protected(passage: Passage) -> bool:
    """Whether a passage is a name or an approved title, which no machine mends."""
    return bool(_PROTECTED.intersection(passage.loc)) and passage.file in {
        'project.yaml', 'audience.yaml', 'rounds.yaml', 'proposal.yaml', 'letter.yaml',
    }  # fmt: skip


def is_foreign(passage: Passage) -> bool:
    """Whether a passage is a name, a number or an address: its spaces and digits are its own."""
    return passage.file == 'facts.yaml' or bool(_FOREIGN.intersection(passage.loc))


def slips(desk: Desk, finders: tuple[Finder, ...], skip: Callable[[Passage], bool] | None = None) -> Iterator[Slip]:
    """What finders find in each passage of content, in the order of the text."""
    facts = desk.project.facts
    wordy = frozenset(f'facts.{key}' for key, fact in facts.items() if fact.value and whole_or_none(fact.value) is None)
    for passage in desk.passages:
        if skip and skip(passage):
            continue
        bare = Bare(passage.text, wordy)
        quoted = [match.span() for match in _QUOTED.finditer(passage.text)]
        for flaw in sorted((flaw for find in finders for flaw in find(bare.text)), key=lambda flaw: flaw.start):
            start, stop = bare.span(flaw)
            free = not is_protected(passage) and not any(first < stop and start < last for first, last in quoted)
            whole = '**' not in passage.text[start:stop]
            yield Slip(passage, flaw, start, stop, flaw.right is not None and free and whole)
