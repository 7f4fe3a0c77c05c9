"""What PyYAML says of a file that it cannot read, as the rule that tells an officer the same, and where to look."""

from __future__ import annotations

import re
from collections.abc import Sequence

import yaml

# By a part of its sentence, in this order.
_TROUBLES = (
    ('exceeded', 'yaml-deep'),
    ('mapping values are not allowed', 'yaml-colon'),
    ('quoted scalar, found unexpected', 'yaml-quote'),
    ('escape', 'yaml-escape'),
    ('hexdecimal', 'yaml-escape'),
    ('flow sequence', 'yaml-bracket'),
    ('flow mapping', 'yaml-bracket'),
    ('alias', 'yaml-mark'),
    ('anchor', 'yaml-mark'),
    ('tag', 'yaml-mark'),
    ('directive', 'yaml-mark'),
    ('cannot start any token', 'yaml-mark'),
    ('expected node content', 'yaml-mark'),
    ('block sequence entries are not allowed', 'yaml-dash'),
    ('<document start>', 'yaml-documents'),
    ('expected <block end>', 'yaml-indent'),
    ("did not find expected '-' indicator", 'yaml-indent'),
    ('did not find expected key', 'yaml-indent'),
    ("could not find expected ':'", 'yaml-indent'),
)
_OPENED_HERE = {'yaml-quote', 'yaml-bracket'}  # told where they were opened: they end nowhere


def trouble(error: yaml.YAMLError, lines: Sequence[str], opened: tuple[int, int]) -> tuple[str, int, int]:
    """The rule, line and column (0 for nowhere) of what PyYAML raised.

    Args:
        error: what was raised.
        lines: the file's lines.
        opened: where the last list or mapping begins that was still open.
    """
    if not isinstance(error, yaml.MarkedYAMLError):
        return 'yaml-broken', 0, 0
    said = f'{error.context or ""}, {error.problem or ""}'
    mark = error.problem_mark or error.context_mark
    if mark is None:
        return _by_words(said), 0, 0
    if 'flow node' in said and not any(line.strip() for line in lines[mark.line :]):  # `a: [` at the end of the file
        return 'yaml-bracket', *opened
    rule = _rule(said, lines[mark.line] if mark.line < len(lines) else '', mark.column)
    if rule in _OPENED_HERE and error.context_mark:
        mark = error.context_mark
    return rule, mark.line + 1, mark.column + 1


def _rule(said: str, line: str, column: int) -> str:
    if '\t' in line[: len(line) - len(line.lstrip())]:
        return 'yaml-tab'
    if re.search(r'[:-]\s+[{*&@`%]', line):
        return 'yaml-mark'
    rule = _by_words(said)
    # The mark stands on the second colon of `name: text: text`, but on the only one of a line that is set in too far.
    return 'yaml-indent' if rule == 'yaml-colon' and ':' not in line[:column].rstrip(':') else rule


def _by_words(said: str) -> str:
    return next((rule for part, rule in _TROUBLES if part in said), 'yaml-broken')
