"""A review for machines and for merge requests: JSON, and a page of Markdown."""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Sequence
from typing import Any

from saraban.messages import Language, say
from saraban.review.causes import Cause
from saraban.review.changes import BlockChange, PaperChange
from saraban.review.dress import Dress
from saraban.review.excerpts import shown_letters
from saraban.review.papers import Group, Review, gathered
from saraban.review.shifts import Shift, shifts
from saraban.review.telling import Outline, word_count
from saraban.review.terminal import Telling

LETTERS = 30_000  # of changes, however many there are: GitHub takes 65,536 letters, and the causes follow
LONGEST = 240  # letters of one change
_MARKDOWN = re.compile(r'([\\`*_\[\]<>#|!~&@$])')
_FIRST = re.compile(r'^[+=-]|(?<=^\d)[.)]|(?<=^\d\d)[.)]|(?<=^\d\d\d)[.)]', re.ASCII)  # begins a list or a heading
_SPACE = re.compile(r'\s')
_MARKS = {'removed': ('~~', 'del'), 'added': ('**', 'b'), 'restyled': ('*', 'i')}


def as_json(review: Review, causes: Sequence[Cause] = ()) -> str:
    """The review as JSON: each group of papers with what changed in it, each changed text by its spans; the causes."""
    data = {
        'version': 1,
        'old': review.old.name,
        'new': review.new.name,
        'same': review.same,
        'changes': [_group(group, review) for group in review.groups],
        'causes': [_cause(cause) for cause in causes],
    }
    return json.dumps(data, ensure_ascii=False, indent=1)


def _cause(cause: Cause) -> dict[str, Any]:
    return {
        'place': cause.place,
        'field': cause.field,
        'change': cause.kind,
        'old': cause.old,
        'new': cause.new,
        'from': cause.origin,
        'paths': sorted(cause.paths),
    }


def _group(group: Group, review: Review) -> dict[str, Any]:
    paper = group.first
    outline = Outline(paper)
    change = 'removed' if paper.new is None else 'added' if paper.old is None else 'changed'
    return {
        'change': change,
        'kind': paper.view.kind,
        'papers': [{'path': one.view.path, 'recipient': one.view.recipient, **_was(one)} for one in group.papers],
        'words': word_count(paper, review.words),
        'renumbered': [_shift(shift) for shift in shifts(paper.blocks)],
        'blocks': [_block(block, outline, review) for block in paper.blocks if block.kind != 'same'],
    }


def _shift(shift: Shift) -> dict[str, Any]:
    """Numbers that only moved along: the first and the last of them, before and now; of a table's rows, its id."""
    return {'table': shift.table, 'old': list(shift.old), 'new': list(shift.new)}


def _was(paper: PaperChange) -> dict[str, str]:
    """The old path, where it is another."""
    if paper.old is None or paper.new is None or paper.old.path == paper.new.path:
        return {}
    return {'was': paper.old.path}


def _block(block: BlockChange, outline: Outline, review: Review) -> dict[str, Any]:
    return {
        'change': block.kind,
        'block': type((block.new or block.old)[0]).__name__.lower(),
        'old': [one.id for one in block.old],
        'new': [one.id for one in block.new],
        'section': outline.section(block),
        'moved': block.moved,
        'number_only': block.only_renumbered,
        'words': word_count(block, review.words),
        'texts': [
            {
                'field': text.slot,
                'counted': text.counted,
                'spans': [
                    {'change': span.kind, 'old': shown_letters(span.old), 'new': shown_letters(span.new)}
                    for span in text.spans
                ],
            }
            for text in block.texts
            if text.changed
        ],
    }


def markdown(review: Review, language: Language = 'th', causes: Sequence[Cause] = ()) -> str:
    """The review as a page of Markdown: counts, papers that are new or gone, each change in its phrase, the causes.

    A change stands under its paper and section.
    """
    telling = Telling(language, MARKDOWN, review.words)
    title = say('diff-title', language, old=_safe(review.old.name), new=_safe(review.new.name))
    lines = [f'## {title}', '', telling.counts(review)]
    told = _Told()
    whole = [groups for groups in gathered(review.groups) if groups[0].one_sided]
    lines += [''] if whole else []
    for groups in whole:
        told.add(f'- {telling.heading(groups, review)}')
    for group in review.groups:
        if group.one_sided:
            continue
        told.add('', f'### {telling.heading([group], review)}', '')
        top = 2  # before the first section
        for depth, line in telling.group(group):
            top = min(top, depth)
            told.add(f'{"  " * (depth - top)}- {line}')
    lines += told.lines
    if told.left:
        lines += ['', say('diff-more', language, count=told.left)]
    if causes:
        lines += ['', f'### {say("diff-causes", language)}', '']
        lines += [f'- {telling.cause(cause, review)}' for cause in causes]
    return '\n'.join([*lines, ''])


class _Told:
    """The lines that a merge request's page has room for, and how many changes are left."""

    def __init__(self) -> None:
        self.lines: list[str] = []
        self.left = 0
        self._room = LETTERS

    def add(self, *lines: str) -> None:
        self._room -= sum(map(len, lines))
        if self._room >= 0:
            self.lines += lines
        elif len(lines) == 1:  # no heading
            self.left += 1


def _marked(kind: str, words: str) -> str:
    """Words struck, put in or set in another style; what is all white space shows as signs.

    Markdown's own marks are none beside a sign (`**(x)**` after a letter), so HTML's stand there.
    """
    inner = words.strip()
    if not inner:
        return _marked(kind, _SPACE.sub('␣', words)) if words else ''
    before, _, after = words.partition(inner)
    sign, element = _MARKS[kind]
    if all(unicodedata.category(letter)[0] in 'LMN' for letter in (inner[0], inner[-1])):
        return f'{before}{sign}{_safe(inner)}{sign}{after}'
    return f'{before}<{element}>{_safe(inner)}</{element}>{after}'


def _safe(text: str) -> str:
    """Text whose signs are no marks of Markdown."""
    return _FIRST.sub(r'\\\g<0>', _MARKDOWN.sub(r'\\\1', text))


MARKDOWN = Dress(_marked, _safe, between=' ', longest=LONGEST)
