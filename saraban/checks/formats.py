"""A verdict for machines: JSON for scripts, SARIF 2.1.0 for editors and continuous integration."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from typing import Any

from saraban.checks.gate import Verdict
from saraban.checks.rules import levels
from saraban.errors import Finding, Level
from saraban.messages import MESSAGES, Language
from saraban.messages.pages import PAGES

_SARIF_LEVELS = {Level.ERROR: 'error', Level.WARNING: 'warning', Level.NOTE: 'note'}
_SCHEMA = 'https://json.schemastore.org/sarif-2.1.0.json'
DOCS, PAGE_DOCS = 'docs/rules.md', 'docs/page-rules.md'


def as_json(verdict: Verdict, language: Language) -> str:
    """Findings, what is accepted and why, and counts by level."""
    content = {
        'findings': [_plain(finding, language) for finding in verdict.findings],
        'accepted': [{**_plain(finding, language), 'reason': reason} for finding, reason in verdict.accepted],
        'counts': {level.value: len(verdict.of(level)) for level in Level},
    }
    return json.dumps(content, ensure_ascii=False, indent=2)


def as_sarif(verdict: Verdict, language: Language) -> str:
    """One run with the rules that told something; what is accepted is a suppressed result with its reason."""
    results = [_result(finding, language) for finding in verdict.findings]
    for finding, reason in verdict.accepted:
        suppression = {'kind': 'external', 'status': 'accepted', 'justification': reason}
        results.append({**_result(finding, language), 'suppressions': [suppression]})
    rules = [_rule(name, language) for name in dict.fromkeys(result['ruleId'] for result in results)]
    driver = {'name': 'saraban', 'rules': rules}
    run = {'tool': {'driver': driver}, 'columnKind': 'unicodeCodePoints', 'results': results}
    return json.dumps({'$schema': _SCHEMA, 'version': '2.1.0', 'runs': [run]}, ensure_ascii=False, indent=2)


FORMATS: Mapping[str, Callable[[Verdict, Language], str]] = {'json': as_json, 'sarif': as_sarif}


def said(finding: Finding, language: Language) -> tuple[str, str]:
    """What is wrong and what to do, in one language."""
    what, advice = MESSAGES[finding.rule].said(language)
    return what.format_map(finding.values), advice.format_map(finding.values)


def _plain(finding: Finding, language: Language) -> dict[str, Any]:
    what, advice = said(finding, language)
    place = finding.place
    return {
        'rule': finding.rule, 'level': finding.level.value, 'file': place.file, 'line': place.line, 'column': place.column,
        'cell': place.cell, 'message': what, 'advice': advice,
    }  # fmt: skip


def _result(finding: Finding, language: Language) -> dict[str, Any]:
    what, advice = said(finding, language)
    physical: dict[str, Any] = {'artifactLocation': {'uri': finding.place.file}}
    if finding.place.line:
        region = {'startLine': finding.place.line, 'startColumn': finding.place.column}
        physical['region'] = {name: number for name, number in region.items() if number}
    return {
        'ruleId': finding.rule,
        'level': _SARIF_LEVELS[finding.level],
        'message': {'text': f'{what} → {advice}' if advice else what},
        'locations': [{'physicalLocation': physical}],
    }


def _rule(name: str, language: Language) -> dict[str, Any]:
    rule: dict[str, Any] = {'id': name, 'shortDescription': {'text': name}}
    level = levels().get(name)
    if level is not None:
        rule |= {'defaultConfiguration': {'level': _SARIF_LEVELS[level]}, 'help': {'text': f'{DOCS}#{name}'}}
    elif name in PAGES:
        rule['help'] = {'text': f'{PAGE_DOCS}#{name}'}
    return rule
