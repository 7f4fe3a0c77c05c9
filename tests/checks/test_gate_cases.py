"""The gate over contents that are broken in one way each, and over right ones that look as if they were."""

from __future__ import annotations

import re

import pytest
from overlays import BASE, cases, found_in, lay

from saraban.checks.rules import SPELLING, levels
from saraban.pipeline import inspect

BROKEN = cases('broken')
RIGHT = cases('right')


def test_the_base_itself_is_right():
    assert inspect(BASE).findings == ()


@pytest.mark.parametrize('case', BROKEN, ids=lambda case: case.stem)
def test_a_broken_content_is_told_as_its_own_file_says_and_nothing_else(case, tmp_path):
    expected = lay(case, tmp_path / 'content')
    assert expected, 'a broken content names what is expected'
    assert found_in(tmp_path / 'content') == expected


@pytest.mark.parametrize('case', RIGHT, ids=lambda case: case.stem)
def test_a_right_content_stays_silent(case, tmp_path):
    assert lay(case, tmp_path / 'content') == set()
    assert found_in(tmp_path / 'content') == set()


def test_there_are_enough_of_them():
    assert len(BROKEN) >= 80
    assert len(RIGHT) >= 20


def test_every_rule_has_a_broken_content():
    told = set()
    for case in BROKEN:
        told |= {
            said.split()[0]
            for line in re.findall(r'# expect: (.+)', case.read_text('utf-8'))
            for said in line.split(', ')
        }
    assert set(levels()) - told == {SPELLING.name, 'province-left-out'}  # these have tests of their own
