"""What the tests of reviews share: one review with every kind of change, compared once."""

from __future__ import annotations

import pytest
from review_tools import MANY, VENUE, edited, resources, reviewed_projects

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


@pytest.fixture
def other(tmp_path):
    """The shipped content with another venue of the first round, in a folder `content`."""
    return edited(tmp_path / 'content', VENUE)


@pytest.fixture
def pair(tmp_path) -> tuple[str, str]:
    """Two content folders as they are typed, the second with another venue."""
    return str(edited(tmp_path / 'old')), str(edited(tmp_path / 'new', VENUE))
