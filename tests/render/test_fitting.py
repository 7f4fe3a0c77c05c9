"""What is known of a paper's pages without setting it again: that it surely has several, that its last two stay two."""

import pytest
from docx_tools import a_layout
from pdf_tools import engines, paragraphs, proposal

from saraban.render.advances import Advances
from saraban.render.boxes import might_close_up
from saraban.render.fitting import surely_longer
from saraban.render.paginate import EVERY


@pytest.fixture(scope='module')
def lay():
    """Lays a view out with feet on so many pages, as the PDF engine does."""
    engine = engines()._engine('pdf')._engine

    def laid(view, feet: int) -> list:
        page = engine._page(engine._html.page(view, frozenset()))
        styles = [engine._faces, engine._style(0), *([engine._foot(feet)] if feet else [])]
        return page.render(stylesheets=styles, font_config=engine._typesetter.font_config, full_fonts=True).pages

    return laid


@pytest.mark.slow
def test_a_paper_is_surely_longer_only_where_it_has_several_pages(lay):
    layout, advances = a_layout(), Advances(engines()._resources.fonts)
    said = {count: surely_longer(proposal(*paragraphs(count)), layout, advances) for count in range(1, 60, 3)}
    assert set(said.values()) == {False, True}
    assert sorted(said.values()) == list(said.values()), 'more words, more surely'
    first = min(count for count, longer in said.items() if longer)
    assert len(lay(proposal(*paragraphs(first)), 0)) >= 3


@pytest.mark.slow
def test_a_last_page_that_joins_the_one_before_was_said_to_be_able_to(lay):
    """Wherever the last page ends: each time that its foot's room saves a page, the layout with feet said that it might."""
    room, joined, kept = a_layout().catchword_room, 0, 0
    for count in range(20, 44):
        view = proposal(*paragraphs(count))
        footed = lay(view, EVERY)
        if len(footed) < 3:
            continue
        might = might_close_up(footed, room)
        if len(lay(view, len(footed) - 2)) < len(footed):
            joined += 1
            assert might, count
        elif not might:
            kept += 1
    assert joined
    assert kept
