"""A review on the terminal: by paper and section, the changed words in their phrase; readable without colour."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from saraban.messages import Language, say
from saraban.messages.review_page import said
from saraban.review.cause_words import LONGEST, cause_name, cause_spans
from saraban.review.causes import Cause
from saraban.review.changes import BlockChange, PaperChange
from saraban.review.dress import Dress
from saraban.review.excerpts import shown_letters
from saraban.review.field_names import FieldNames
from saraban.review.papers import Group, Review, folder_of, gathered
from saraban.review.telling import Outline, beginning, block_name, renumbering, word_count
from saraban.review.tokens import Words, plain_words

_NAMED = 3  # new or gone papers of a kind that are named
_WHOLE = {'added': 'diff-added', 'removed': 'diff-removed'}
_SIGNS = {'removed': ('[-', '-]'), 'added': ('{+', '+}'), 'restyled': ('<', '>')}
_COLOURS = {
    'removed': ('\x1b[9;31m', '\x1b[0m'),
    'added': ('\x1b[4;32m', '\x1b[0m'),
    'restyled': ('\x1b[3;36m', '\x1b[0m'),
}  # struck red, underlined green: told apart also by who sees no colours
BRACKETS = Dress(lambda kind, words: words.join(_SIGNS[kind]))
COLOURS = Dress(lambda kind, words: words.join(_COLOURS[kind]), title=lambda words: f'\x1b[1m{words}\x1b[0m')

Line = tuple[int, str]
"""How far a line is indented, and the line."""


@dataclass(frozen=True)
class Telling:
    """How a review is told: in which language, how changed words look, and what finds the words to cut between."""

    language: Language = 'th'
    dress: Dress = BRACKETS
    words: Words = field(default_factory=plain_words)

    def lines(self, review: Review, causes: Sequence[Cause] = ()) -> Iterator[str]:
        """The whole review, line by line; the values of the content that changed it at its end."""
        for groups in gathered(review.groups):
            yield self.heading(groups, review)
            yield from ('  ' * depth + line for depth, line in self.group(groups[0]))
        if causes:
            yield self._say('diff-causes')
        for cause in causes:
            yield f'  {self.cause(cause, review)}'
        yield self.counts(review)

    def group(self, group: Group) -> Iterator[Line]:
        """What changed in papers of one change, and which they are."""
        yield from self._paper(group.first)
        if len(group.papers) > 1:
            names = ' '.join(group.names[1:])
            yield 1, self.dress.plain(f'{self._say("diff-others", count=len(group.papers) - 1)} {names}')

    def cause(self, cause: Cause, review: Review) -> str:
        """A changed value in a line: its place and name, what became of it, the papers that it changed."""
        name = self.dress.plain(f'{cause.place} {cause_name(cause, self.language, self.words)}')
        dress = replace(self.dress, longest=LONGEST)
        phrase = dress.phrase(cause_spans(cause, self.language), self.words)
        papers = self.dress.plain(', '.join(changed_papers(cause, review)))
        return f'{name}{": " if phrase else ""}{phrase} → {papers}'

    def stat(self, review: Review) -> Iterator[str]:
        """A line for the papers of each change, and the counts."""
        for groups in gathered(review.groups):
            yield self.heading(groups, review)
        yield self.counts(review)

    def heading(self, groups: Sequence[Group], review: Review) -> str:
        """The first line of a group: its first paper's path, of how many, and how many words changed.

        Of several groups of new or gone papers: their folder, how many they are, and the names of the first.
        """
        if len(groups) == 1:
            return self.dress.title(self.dress.plain(f'{_path(groups)}: {self._size(groups[0].first, review)}'))
        views = [group.first.view for group in groups[:_NAMED]]
        named = [view.recipient or view.path.rpartition('/')[2] for view in views]
        if len(groups) > _NAMED:
            named.append(said('and-more', self.language, count=len(groups) - _NAMED))
        rule = 'diff-gone-papers' if groups[0].first.new is None else 'diff-new-papers'
        many = self._say(rule, count=len(groups), names=' '.join(named))
        return self.dress.title(self.dress.plain(f'{folder_of(views[0]) or "."}/…: {many}'))

    def counts(self, review: Review) -> str:
        """How many papers changed and stayed, and how many words."""
        if not review.changed:
            return self._say('diff-same', papers=review.same)
        words = sum(word_count(paper, review.words) for paper in review.papers)
        return self._say('diff-counts', changed=len(review.papers), words=words, same=review.same)

    def _size(self, paper: PaperChange, review: Review) -> str:
        if paper.old is None or paper.new is None:
            return self._say('diff-gone-paper' if paper.new is None else 'diff-new-paper')
        count = word_count(paper, review.words)
        size = self._say('diff-one-word') if count == 1 else self._say('diff-words', count=count)
        moved = len({block.moved for block in paper.blocks} - {0})
        parts = [size] if count or not moved else []
        parts += [self._say('diff-moves', count=moved)] if moved else []
        if paper.old.path != paper.new.path:
            parts.append(self._say('diff-was', path=paper.old.path))
        return ', '.join(parts)

    def _paper(self, paper: PaperChange) -> Iterator[Line]:
        if paper.old is None or paper.new is None:
            return
        section = ''
        outline = Outline(paper)
        for block in paper.blocks:
            if block.kind == 'same' or block.only_renumbered:
                continue
            where = outline.section(block)
            if where != section:
                section = where
                yield 1, self.dress.plain(where)
            yield from ((2 + depth, line) for depth, line in self._block(block, outline))
        yield from ((1, self.dress.plain(line)) for line in renumbering(paper.blocks, self.language))

    def _block(self, block: BlockChange, outline: Outline) -> Iterator[Line]:
        head = self.dress.plain(self._head(block, outline))
        told = list(self._texts(block))
        if block.kind in {'added', 'removed'} and not block.moved:
            told = [self.dress.changed(block.kind, _whole(block), self.words)]
        if len(told) == 1 and not block.moved:
            yield 0, f'{head}: {told[0]}'
            return
        yield 0, head
        yield from ((1, line) for line in told)

    def _head(self, block: BlockChange, outline: Outline) -> str:
        """What became of a block, without its words; of a moved one its first words."""
        name = block_name((block.new or block.old)[0], self.language)
        if block.moved:
            return f'{name} {self._move(block, outline)}'.strip()
        if block.kind == 'split':
            return f'{name} {self._say("diff-split", count=len(block.new))}'
        if block.kind == 'joined':
            return f'{name} {self._say("diff-joined", count=len(block.old))}'
        if block.kind in {'added', 'removed'}:
            return f'{self._say(_WHOLE[block.kind])} {name}'
        if not any(text.to_read for text in block.texts):
            return f'{name}: {self._say("diff-style")}'
        return name

    def _move(self, block: BlockChange, outline: Outline) -> str:
        """From where a block moved, or where to: another section, or a place in its own."""
        begins = beginning((block.new or block.old)[0], self.words)
        other = outline.other_end(block)
        if outline.is_within(block):
            rule = 'diff-moved-here-within' if block.new else 'diff-moved-away-within'
            return self._say(rule, place=outline.place(other, self.language, self.words), words=begins)
        rule = 'diff-moved-here' if block.new else 'diff-moved-away'
        return self._say(rule, section=outline.section(other), words=begins)

    def _texts(self, block: BlockChange) -> Iterator[str]:
        """Each changed text in its phrase, called by its name in the block."""
        names = FieldNames(block, self.language, self.words) if block.kind == 'changed' else None
        for text in block.texts:
            if text.to_read:
                name = names(text) if names else ''
                phrase = self.dress.phrase(text.spans, self.words)
                yield f'{self.dress.plain(name)}: {phrase}' if name else phrase

    def _say(self, key: str, **values: object) -> str:
        return say(key, self.language, **values)


def changed_papers(cause: Cause, review: Review) -> list[str]:
    """The papers that a value changed: of each group the first of them, and how many more."""
    touched = [_touched(group, cause) for group in review.groups if not cause.paths.isdisjoint(group.paths)]
    return [_path(groups) for groups in gathered(touched)]


def _touched(group: Group, cause: Cause) -> Group:
    """Those papers of a group that a value changed."""
    return Group(tuple(paper for paper in group.papers if paper.view.path in cause.paths))


def _path(groups: Sequence[Group]) -> str:
    """The path of the first paper of groups, and how many more there are."""
    more = sum(len(group.papers) for group in groups) - 1
    return f'{groups[0].paths[0]} (+{more})' if more else groups[0].paths[0]


def _whole(change: BlockChange) -> str:
    """All words of a block that was put in or taken out, on one line."""
    return ' '.join(''.join(shown_letters(span.new or span.old) for span in text.spans) for text in change.texts)
