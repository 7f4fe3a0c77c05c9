"""What the engines of a worker know of each other's papers."""

import pytest
from pdf_tools import engines, paragraphs, proposal

from saraban.render.rendered import Rendered

pytestmark = pytest.mark.slow


@pytest.mark.parametrize('gives', [0, 1])
def test_a_word_file_takes_what_its_pages_took(gives):
    """Also where another process has set those, and this one has tried how it would be with none."""
    view = proposal(*paragraphs(3))
    assert view.furniture.catchword
    made = engines()
    made.rehearse(view, 'docx')
    made.taken(view, gives)
    assert made.render(view, 'docx') == Rendered(made.word().render(view, gives), gives=gives)


def test_what_was_tried_with_no_gives_is_not_taken_for_what_the_pages_took():
    view, made = proposal(*paragraphs(3)), engines()
    made.taken(view, 1)
    made.rehearse(view, 'docx')
    assert made.gives(view) == 1
