"""docs/page-rules.md has an entry for each finding on a page, with the level that it has where no office changes it."""

import re
from typing import get_args

import pytest
from content_tools import ROOT

from saraban.checks.pages.levels import level_of
from saraban.messages import LEVELS
from saraban.messages.pages import PAGES
from saraban.render.layout import Layout

DOCS = (ROOT / 'docs' / 'page-rules.md').read_text(encoding='utf-8')
ENTRIES = dict(re.findall(r'^### ([a-z-]+)\n\n(.*?)(?=^##|\Z)', DOCS, re.MULTILINE | re.DOTALL))


def test_there_is_an_entry_for_each_finding_and_none_beside():
    assert set(ENTRIES) == set(PAGES)


@pytest.mark.parametrize('rule', sorted(PAGES))
def test_an_entry_says_the_level_and_what_is_found(rule):
    level, found = re.fullmatch(r'\*\*(.+?)\*\* (.+)', ENTRIES[rule].strip(), re.DOTALL).groups()
    assert (level, len(found) > 10) == (LEVELS[level_of(rule)]['th'], True)


def test_the_sample_of_levels_is_one():
    line = re.search(r'^levels: \{(.*?)\}', DOCS, re.MULTILINE)[1]
    levels = dict(pair.split(': ') for pair in line.split(', '))
    assert set(levels) <= set(PAGES)
    allowed = get_args(get_args(Layout.model_fields['levels'].annotation)[1])
    assert set(levels.values()) == set(allowed) - {'warning'}
