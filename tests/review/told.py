"""How tests write down what a comparison found: `[-struck-]{+put in+}<restyled>`, a line end as ¶, a blank as …."""

from __future__ import annotations

from saraban.review.changes import BlockChange, Span
from saraban.views.blocks import Text

FORMS = {'same': '{}', 'removed': '[-{}-]', 'added': '{{+{}+}}', 'restyled': '<{}>'}


def letters(text: Text) -> str:
    """The letters of a text, each blank as …."""
    return ''.join('…' if run.blank else run.text for run in text)


def told(spans: tuple[Span, ...]) -> str:
    """Spans in one line."""
    return ''.join(FORMS[span.kind].format(letters(span.new or span.old).replace('\n', '¶')) for span in spans)


def changes(block: BlockChange) -> dict[str, str]:
    """The changed texts of a block by their slots."""
    return {text.slot: told(text.spans) for text in block.texts if text.changed}


def outline(blocks: tuple[BlockChange, ...]) -> list[str]:
    """What became of each block that is not the same: `changed rationale/2`, `moved 1 from period`, `split a -> a b`."""
    lines = []
    for block in blocks:
        old, new = ' '.join(one.id for one in block.old), ' '.join(one.id for one in block.new)
        if block.moved:
            lines.append(f'moved {block.moved} ' + (f'from {old}' if old else f'to {new}'))
        elif block.kind in {'split', 'joined'}:
            lines.append(f'{block.kind} {old} -> {new}')
        elif block.kind != 'same':
            lines.append(f'{block.kind} {new or old}' + (' (number)' if block.only_renumbered else ''))
    return lines
