"""Random edits of the shipped content: all are found, little more is marked than what changed, nothing where nothing did."""

import statistics
import sys

import pytest
from content_tools import ROOT

sys.path.insert(0, str(ROOT / 'benchmarks'))

from content_edits import KINDS
from review_edits import results

EACH, MEDIAN = 1.5, 1.1  # letters marked for each that changed


@pytest.mark.slow
def test_of_random_edits_each_is_found_and_marked_closely():
    """`benchmarks/review_edits.py` makes 200; here are as many as show every kind."""
    found = list(results(30, seed=1))
    assert {one.edit.kind for one in found} == set(KINDS)
    assert [one.edit.about for one in found if not one.found or one.marked == 0] == []
    assert [one.edit.about for one in found if one.false] == []
    assert [(one.edit.about, one.ratio) for one in found if one.ratio > EACH] == []
    assert statistics.median(one.ratio for one in found) <= MEDIAN
