"""A review for machines and for merge requests: JSON, and a page of Markdown."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from typing import Any

from saraban.messages import Language, say
from saraban.review.causes import Cause
from saraban.review.changes import BlockChange, PaperChange
from saraban.review.papers import Group, Review
from saraban.review.shifts import Shift, shifts
from saraban.review.telling import field_name, renumbering, section_of, stretches, word_count
from saraban.review.terminal import Telling, changed_papers, shown_letters

SHOWN = 200  # changes that a summary names; a merge request's page is not the place for more
_MARKDOWN = re.compile(r'([\\`*_{}\[\]<>()#+|!~-])')


def as_json(review: Review, causes: Sequence[Cause] = ()) -> str:
    """The review as JSON: each group of papers with what changed in it, each changed text by its spans; the causes."""
    data = {
        'version': 1,
        'old': review.old.name,
        'new': review.new.name,
        'same': review.same,
        'changes': [_group(group, review) for group in review.groups],
        'causes': [{**asdict(cause), 'paths': sorted(cause.paths)} for cause in causes],
    }
    return json.dumps(data, ensure_ascii=False, indent=1)


def _group(group: Group, review: Review) -> dict[str, Any]:
    paper = group.first
    change = 'removed' if paper.new is None else 'added' if paper.old is None else 'changed'
    return {
        'change': change,
        'kind': paper.view.kind,
        'papers': [{'path': one.view.path, 'recipient': one.view.recipient, **_was(one)} for one in group.papers],
        'words': word_count(paper, review.words),
        'renumbered': [_shift(shift) for shift in shifts(paper.blocks)],
        'blocks': [_block(block, paper, review) for block in paper.blocks if block.kind != 'same'],
    }


def _shift(shift: Shift) -> dict[str, Any]:
    """Numbers that only moved along: the first and the last of them, before and now; of a table's rows, its id."""
    return {'table': shift.table, 'old': list(shift.old), 'new': list(shift.new)}


def _was(paper: PaperChange) -> dict[str, str]:
    """The old path, where it is another."""
    if paper.old is None or paper.new is None or paper.old.path == paper.new.path:
        return {}
    return {'was': paper.old.path}


def _block(block: BlockChange, paper: PaperChange, review: Review) -> dict[str, Any]:
    view = paper.new if block.new else paper.old
    assert view is not None
    return {
        'change': block.kind,
        'block': type((block.new or block.old)[0]).__name__.lower(),
        'old': [one.id for one in block.old],
        'new': [one.id for one in block.new],
        'section': section_of(block, view),
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
    """The review as a page of Markdown: counts, a table of papers, each change under its paper."""
    telling = Telling(language, words=review.words)
    title = say('diff-title', language, old=_safe(review.old.name), new=_safe(review.new.name))
    lines = [f'## {title}', '', telling.counts(review)]
    shown = 0
    for group in review.groups:
        lines += ['', f'### {_safe(telling.heading(group, review))}', '']
        for line in (*_changes(group.first, telling), *_numbers(group.first, telling.language)):
            shown += 1
            if shown <= SHOWN:
                lines.append(f'- {line}')
        if len(group.papers) > 1:
            names = ' '.join(paper.view.recipient or paper.view.path for paper in group.papers[1:])
            lines.append(f'- {say("diff-others", language, count=len(group.papers) - 1)} {_safe(names)}')
    if causes:
        lines += ['', f'### {say("diff-causes", language)}', '']
        lines += [f'- {_cause(cause, review)}' for cause in causes]
    if shown > SHOWN:
        lines += ['', say('diff-more', language, count=shown - SHOWN)]
    return '\n'.join([*lines, ''])


def _changes(paper: PaperChange, telling: Telling) -> Iterator[str]:
    """Each change of a paper: struck and put in, with where it stands."""
    if paper.old is None or paper.new is None:
        return
    for block in paper.blocks:
        if block.kind == 'same' or block.only_renumbered:
            continue
        where = section_of(block, paper.new if block.new else paper.old)
        head = telling.head(block, paper)
        if block.moved:
            yield f'{_safe(where)} · {_safe(head)}'
        for text in (text for text in block.texts if text.to_read):
            name = ' · '.join(filter(None, (where, head, field_name(text, block, telling.language))))
            for one in stretches(text):
                struck = f'~~{_safe(shown_letters(one.removed))}~~' if one.removed else ''
                put_in = f'**{_safe(shown_letters(one.added))}**' if one.added else ''
                yield f'{_safe(name)}: {" ".join(filter(None, (struck, put_in)))}'


def _numbers(paper: PaperChange, language: Language) -> Iterator[str]:
    """The numbers that only moved along, of a paper that both versions have."""
    if paper.old is not None and paper.new is not None:
        yield from map(_safe, renumbering(paper.blocks, language))


def _cause(cause: Cause, review: Review) -> str:
    """A changed value: its place and name, struck and put in, the papers that it changed."""
    struck = f'~~{_safe(cause.old)}~~' if cause.old else ''
    put_in = f'**{_safe(cause.new)}**' if cause.new else ''
    words = ' '.join(filter(None, (struck, put_in)))
    return f'`{cause.place} {cause.field}`: {words} → {_safe(", ".join(changed_papers(cause, review)))}'


def _safe(text: str) -> str:
    """Text whose signs are no marks of Markdown."""
    return _MARKDOWN.sub(r'\\\1', text.strip())
