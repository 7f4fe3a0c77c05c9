"""docs/rules.md has a page for each rule of the table, with its level, a bad and a good example."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import yaml

from saraban.checks.rules import RULES, levels
from saraban.content.gate import GateFile
from saraban.messages import LEVELS

DOCS = (Path(__file__).resolve().parents[2] / 'docs' / 'rules.md').read_text('utf-8')
PAGES = dict(re.findall(r'^### ([a-z-]+)\n\n(.*?)(?=^##|\Z)', DOCS, re.MULTILINE | re.DOTALL))


def test_there_is_a_page_for_each_rule_and_none_beside():
    assert set(PAGES) == set(levels())


@pytest.mark.parametrize('rule', levels())
def test_a_page_says_level_what_is_found_and_shows_a_bad_and_a_good_example(rule):
    page = PAGES[rule]
    assert page.startswith(f'**{LEVELS[levels()[rule]]["th"]}** ')
    bad, good = re.search(r'```\nผิด   (.+?)\nถูก   (.+?)\n```', page, re.DOTALL).groups()
    assert bad != good


def test_the_rules_that_mend_are_the_ones_that_the_page_marks():
    marked = {rule for rule, page in PAGES.items() if '⚒' in page}
    told = {'unbalanced', 'mark-stray'}
    assert marked == {rule for rule, row in RULES.items() if row.check.__name__ == 'texts_are_typed_cleanly'} - told


def test_the_sample_of_gate_yaml_is_one():
    sample = re.search(r'```yaml\n(accepted:.*?)```', DOCS, re.DOTALL)[1]
    read = yaml.load(sample, Loader=yaml.BaseLoader)
    assert set(read) == set(GateFile.model_fields)
    assert GateFile.model_validate(read).accepted[0].rule in RULES
