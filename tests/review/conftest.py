"""What the tests of reviews share: one review with every kind of change, compared once."""

from __future__ import annotations

import pytest
from review_tools import MANY, edited, resources, reviewed_projects

from saraban.content.loader import load
from saraban.review.papers import Review
from saraban.review.prints import Prints


@pytest.fixture(scope='session')
def many(shipped, tmp_path_factory) -> Review:
    """The shipped content and what it becomes with many changes, as far as the papers that they touch."""
    folder = edited(tmp_path_factory.mktemp('many') / 'content', *MANY)
    return reviewed_projects(shipped, load(folder), ['proposal', 'schedule', 'letter'])


@pytest.fixture(scope='session')
def prints(many) -> Prints:
    """The papers of that review as they print."""
    return Prints(resources((*many.old.keep, *many.new.keep)))
