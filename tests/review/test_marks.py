"""Marked text on the page."""

from saraban.review.page.marks import Marker
from saraban.views.blocks import Run
from saraban.views.blocks.marked import MarkedRun
from saraban.words import Segmenter

MARKER = Marker('th', Segmenter())


def test_a_letter_that_nobody_sees_has_a_name_on_the_page_where_it_changed_alone():
    html = MARKER.runs((Run('แผน\u200b'), MarkedRun('สำ\u200bคัญ', mark='added')))
    assert 'สำ‹ZWSP›คัญ' in html.replace('<wbr>', '')
    assert html.count('‹') == 1
