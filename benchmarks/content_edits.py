"""Random edits of the shipped content, made in its files, for whoever needs two versions that differ by little.

    for edit, old, new in edits(200, seed=1): …   # both versions as `saraban.review.versions.Version`

A word replaced, put in, taken out; a number; a recipient moved to another round; a paragraph or an item moved, split,
joined; a row added. Each is valid content that prints something else. An edit of words is also made with signs around
what it strikes and what it puts in, so that the letters between them can be counted in the papers.
"""

from __future__ import annotations

import random
import re
import shutil
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from saraban.content.loader import load
from saraban.errors import SarabanError
from saraban.pipeline import read
from saraban.review.sources import of_project
from saraban.review.versions import Version
from saraban.views.blocks import View, printed_words
from saraban.words import Segmenter

OPEN, CLOSE = '\ue000', '\ue001'
"""Signs around what an edit strikes or puts in; no text of the content has them."""
_REFERENCE = re.compile(r'\{\{.*?\}\}|\*\*')
_NUMBER = re.compile(r'[๐-๙][๐-๙,.]*[๐-๙]|[๐-๙]')
_THAI = re.compile(r'[\u0e01-\u0e4e]{2,}')


@dataclass(frozen=True)
class Edit:
    """An edit: its kind, what it does, and the texts of the files that differ from the shipped ones on each side.

    `signed` are both sides once more with the signs in them; none where the words of each field are counted.
    """

    kind: str
    about: str
    old: dict[str, str]
    new: dict[str, str]
    signed: tuple[dict[str, str], dict[str, str]] | None = None


@dataclass(frozen=True)
class Value:
    """A text of a content file: which file, from where to where in it, and the words."""

    file: str
    start: int
    stop: int
    words: str


# Making edits: each maker gives an edit or None, where what it drew does not fit.


class Maker:
    """Draws edits of a content folder."""

    def __init__(self, content: Path, seed: int) -> None:
        self.content = content
        self.draw = random.Random(seed)
        self.texts = {path.name: path.read_text(encoding='utf-8') for path in sorted(content.glob('*.*'))}
        self.project = load(content)
        self.words = segmenter().words
        self.values = [value for file in WORDED for value in self._values(file)]
        self.lexicon = sorted(
            {
                word
                for value in self.values
                for word in self.words(_REFERENCE.sub(' ', value.words))
                if _THAI.fullmatch(word)
            }
        )

    def _values(self, file: str) -> Iterator[Value]:
        """The Thai texts of a YAML file that stand on one line as they are."""
        source = self.project.sources[file]
        starts = [0]
        for line in self.texts[file].splitlines(keepends=True):
            starts.append(starts[-1] + len(line))
        for loc, (line, column) in source.values.items():
            data = source.data
            for part in loc:
                data = data[part]
            if isinstance(data, str) and len(_THAI.findall(data)) > 0 and len(data) > 12:
                start = self.texts[file].find(data, starts[line - 1] + column - 1, starts[line])
                if start >= 0:
                    yield Value(file, start, start + len(data), data)

    # words and numbers

    def word_replaced(self) -> Edit | None:
        """A word of a text, another in its place."""
        value, start, stop = self._word()
        return self._within(value, start, stop, self.draw.choice(self.lexicon))

    def word_inserted(self) -> Edit | None:
        """A word more, where a word begins."""
        value, start, _ = self._word()
        return self._within(value, start, start, self.draw.choice(self.lexicon))

    def word_deleted(self) -> Edit | None:
        """A word less."""
        value, start, stop = self._word()
        before, after = value.words[:start], value.words[stop:]
        if before.endswith(' ') and after.startswith(' '):
            stop += 1  # who deletes a word leaves no two spaces
        return self._within(value, start, stop, '')

    def _word(self) -> tuple[Value, int, int]:
        """A word of a text, outside its references."""
        while True:
            value = self._value()
            places, place = [], 0
            for part in re.split(rf'({_REFERENCE.pattern})', value.words):
                if not _REFERENCE.fullmatch(part):
                    for word in self.words(part):
                        if _THAI.fullmatch(word):
                            places.append((place, place + len(word)))
                        place += len(word)
                else:
                    place += len(part)
            if places:
                return value, *self.draw.choice(places)

    def _value(self) -> Value:
        """A text: every other time of the proposal, the longer the likelier."""
        of_proposal = self.draw.random() < 0.5
        found = [value for value in self.values if (value.file == 'proposal.yaml') == of_proposal]
        return self.draw.choices(found, [len(value.words) for value in found])[0]

    def number(self) -> Edit | None:
        """A number: written in a text, a fact, a figure of the roster, the last day of a round."""
        return self.draw.choice((self._written_number, self._fact, self._districts, self._day))()

    def _written_number(self) -> Edit | None:
        found = [(value, match) for value in self.values for match in _NUMBER.finditer(value.words)]
        value, match = self.draw.choice(found)
        changed = ''.join(self.draw.choice('๑๒๓๔๕๖๗๘๙') if digit in '๐๑๒๓๔๕๖๗๘๙' else digit for digit in match[0])
        return None if changed == match[0] else self._within(value, *match.span(), changed)

    def _fact(self) -> Edit | None:
        return self._in_file('facts.yaml', r'(?m)^(\w+: )(\d+)', lambda old: str(int(old) + self.draw.randint(1, 30)))

    def _districts(self) -> Edit | None:
        return self._in_file(
            'recipients.csv', r'(?m)^(TH-.*,)(\d+)$', lambda old: str(int(old) + self.draw.randint(1, 9))
        )

    def _day(self) -> Edit | None:
        return self._in_file(
            'rounds.yaml', r'(    end: \d+-\d+-)(\d+)', lambda old: f'{min(int(old) + self.draw.randint(1, 3), 30):02}'
        )

    def _in_file(self, file: str, pattern: str, change: Callable[[str], str]) -> Edit | None:
        match = self.draw.choice(list(re.finditer(pattern, self.texts[file])))
        after = change(match[2])
        text = self.texts[file]
        if after == match[2]:
            return None
        new = f'{text[: match.start(2)]}{after}{text[match.end(2) :]}'
        return Edit('a number', f'{file}: {match[0].strip()} -> {after}', {}, {file: new})

    def _within(self, value: Value, start: int, stop: int, put_in: str) -> Edit | None:
        text, struck = self.texts[value.file], value.words[start:stop]
        if struck == put_in:
            return None
        before, after = text[: value.start + start], text[value.start + stop :]
        new = {value.file: f'{before}{put_in}{after}'}
        signed = (
            {value.file: f'{before}{OPEN}{struck}{CLOSE}{after}'},
            {value.file: f'{before}{OPEN}{put_in}{CLOSE}{after}'},
        )
        return Edit('', f'{value.file}: [{struck}] -> [{put_in}]', {}, new, signed)

    # recipients, paragraphs, rows

    def recipient_moved(self) -> Edit | None:
        """A recipient in another round."""
        text = self.texts['recipients.csv']
        match = self.draw.choice(list(re.finditer(r'(?m)^TH-\d+,(\w+),[^,\n]+,(\d+),', text)))
        number = self.draw.choice([n for n in '123456' if n != match[2]])
        new = f'{text[: match.start(2)]}{number}{text[match.end(2) :]}'
        return Edit('', f'{match[1]}: {match[2]} -> {number}', {}, {'recipients.csv': new})

    def paragraph_moved(self) -> Edit | None:
        """A paragraph or an item of the proposal at the place of another one, in its section or elsewhere."""
        lines = self.texts['proposal.yaml'].splitlines()
        at, indent = self._leaf(lines)
        places = [n for n, line in enumerate(lines) if _is_leaf(line, indent) and n not in {at, at + 1}]
        if not places:
            return None
        to = self.draw.choice(places)

        def moved(words: str) -> str:
            line = _line(indent, words)
            rest = [*lines[:at], *lines[at + 1 :]]
            place = to if to < at else to - 1
            return '\n'.join([*rest[:place], line, *rest[place:], ''])

        words = _words_of_line(lines[at])
        signed = _signed(words)
        struck = '\n'.join([*lines[:at], _line(indent, signed), *lines[at + 1 :], ''])
        return Edit(
            '', words[:40], {}, {'proposal.yaml': moved(words)},
            ({'proposal.yaml': struck}, {'proposal.yaml': moved(signed)}),
        )  # fmt: skip

    def paragraph_split(self) -> Edit | None:
        """A paragraph or an item parted at a space."""
        lines = self.texts['proposal.yaml'].splitlines()
        at, indent = self._leaf(lines)
        words = _words_of_line(lines[at])
        spaces = [
            match.start()
            for match in re.finditer(r'(?<=\S) (?=\S)', words)
            if 20 < match.start() < len(words) - 20 and _outside(words, match.start())
        ]
        if not spaces:
            return None
        space = self.draw.choice(spaces)

        def split(one: str, other: str) -> dict[str, str]:
            parts = [_line(indent, one), _line(indent, other)]
            return {'proposal.yaml': '\n'.join([*lines[:at], *parts, *lines[at + 1 :], ''])}

        one, other = words[:space], words[space + 1 :]
        struck = '\n'.join([*lines[:at], _line(indent, f'{one}{OPEN} {CLOSE}{other}'), *lines[at + 1 :], ''])
        # The paragraph's end is put in: one letter of its own, which stands between no signs.
        return Edit(
            '',
            f'{one[-20:]} | {other[:20]}',
            {},
            split(one, other),
            ({'proposal.yaml': struck}, split(one, f'{OPEN}\u200b{CLOSE}{other}')),
        )

    def paragraphs_joined(self) -> Edit | None:
        """Two paragraphs or items as one: a split the other way round."""
        split = self.paragraph_split()
        if split is None or split.signed is None:
            return None
        return Edit('', split.about, split.new, {}, (split.signed[1], split.signed[0]))

    def _leaf(self, lines: Sequence[str]) -> tuple[int, int]:
        """A line of the proposal that is a paragraph or an item."""
        indent = self.draw.choice((6, 10))
        return self.draw.choice([n for n, line in enumerate(lines) if _is_leaf(line, indent)]), indent

    def row_added(self) -> Edit | None:
        """A session of the schedules, or a recipient that the old version lacks."""
        return self.draw.choice((self._session_added, self._recipient_added))()

    def _session_added(self) -> Edit | None:
        text = self.texts['schedule.yaml']
        places = [match.start() for match in re.finditer(r'(?m)^    - topic: ', text)]
        place = self.draw.choice([*places, text.index('  note:')])
        topic = ''.join(self.draw.choices(self.lexicon, k=6))
        row = f'    - topic: {topic}\n      day:\n      start:\n      end:\n'
        return Edit('', topic, {}, {'schedule.yaml': f'{text[:place]}{row}{text[place:]}'})

    def _recipient_added(self) -> Edit | None:
        lines = self.texts['recipients.csv'].splitlines(keepends=True)
        at = self.draw.randrange(1, len(lines))
        return Edit('', lines[at].strip(), {'recipients.csv': ''.join([*lines[:at], *lines[at + 1 :]])}, {})


def _is_leaf(line: str, indent: int) -> bool:
    return re.match(rf'^ {{{indent}}}- (?!\w+:)["\u0e01-\u0e5b{{]', line) is not None


def _words_of_line(line: str) -> str:
    words = line.strip().removeprefix('- ')
    return words[1:-1] if words.startswith('"') else words


def _line(indent: int, words: str) -> str:
    return f'{" " * indent}- "{words}"'


def _outside(words: str, place: int) -> bool:
    """Whether a place stands in no reference and between no bold words."""
    before = words[:place]
    return before.count('{{') == before.count('}}') and before.count('**') % 2 == 0


def _signed(words: str) -> str:
    return f'{OPEN}{words}{CLOSE}'


WORDED = ('proposal.yaml', 'letter.yaml', 'memo.yaml', 'schedule.yaml')
KINDS: dict[str, tuple[int, Callable[[Maker], Edit | None]]] = {
    'a word replaced': (35, Maker.word_replaced),
    'a word put in': (35, Maker.word_inserted),
    'a word taken out': (30, Maker.word_deleted),
    'a number': (30, Maker.number),
    'a recipient moved': (15, Maker.recipient_moved),
    'a paragraph moved': (15, Maker.paragraph_moved),
    'a paragraph split': (15, Maker.paragraph_split),
    'paragraphs joined': (15, Maker.paragraphs_joined),
    'a row added': (10, Maker.row_added),
}
"""Kinds of edits: how many of 200, and what draws one."""


@cache
def segmenter() -> Segmenter:
    """The words of the shipped content."""
    project = load(ROOT / 'content')
    return Segmenter(of_project('', project).keep)


@dataclass
class Versions:
    """Versions of edits, each read from a folder of its own that is gone afterwards."""

    content: Path = ROOT / 'content'
    _shipped: Version | None = None

    def read(self, files: dict[str, str], *, signed: bool = False) -> Version:
        """The shipped content with some files' texts replaced. Raises ContentError where it is not valid any more."""
        if not files and self._shipped is not None:
            return self._shipped
        with tempfile.TemporaryDirectory() as folder:
            made = Path(folder) / 'content'
            shutil.copytree(self.content, made)
            for name, text in files.items():
                (made / name).write_text(text, encoding='utf-8')
            version = of_project('', load(made) if signed else read(made))
        if not files:
            self._shipped = version
        return version


def edits(count: int = 200, seed: int = 1, versions: Versions | None = None) -> Iterator[tuple[Edit, Version, Version]]:
    """Edits with both versions, one of each kind, then shuffled; each is valid content that prints something else."""
    maker = Maker(ROOT / 'content', seed)
    versions = versions or Versions()
    total = sum(share for share, _ in KINDS.values())
    plan = [kind for kind, (share, _) in KINDS.items() for _ in range(share - 1)]
    maker.draw.shuffle(plan)
    plan = [*KINDS, *plan]
    for kind in (plan * -(-count // total))[:count]:
        while True:
            drawn = KINDS[kind][1](maker)
            if drawn is None:
                continue
            edit = Edit(kind, drawn.about, drawn.old, drawn.new, drawn.signed)
            try:
                old, new = versions.read(edit.old), versions.read(edit.new)
            except SarabanError:
                continue  # the checks refuse it
            if differing(old, new):
                yield edit, old, new
                break


def differing(old: Version, new: Version) -> set[str]:
    """The paths of papers whose words differ, or that only one side has."""
    return {path for path in {*old.papers, *new.papers} if _printed(old.view(path)) != _printed(new.view(path))}


def _printed(view: View | None) -> list[str] | None:
    return printed_words(view) if view else None
