"""Rings stand where the changed words stand: what another reader finds inside a ring is the changed text."""

import pypdfium2
import pytest
from content_tools import SHIPPED
from review_tools import put_in, rewritten

from saraban.checks.pages.aligned import folded, words_of_part
from saraban.checks.pages.drawn import Drawn, read
from saraban.render.layout import POINTS_PER_CM
from saraban.review.compare import compare
from saraban.review.places import PageMap, Spot
from saraban.views.blocks import words_of

SLACK = 0.02  # cm: rounding of the reader


def text_in(pdf: bytes, spot) -> str:
    """What PDFium reads inside a rectangle."""
    page = pypdfium2.PdfDocument(pdf)[spot.page - 1]
    height = page.get_height()
    left, top = (spot.x - SLACK) * POINTS_PER_CM, height - (spot.y - SLACK) * POINTS_PER_CM
    right, bottom = (
        (spot.x + spot.width + SLACK) * POINTS_PER_CM,
        height - (spot.y + spot.height + SLACK) * POINTS_PER_CM,
    )
    return folded(page.get_textpage().get_text_bounded(left, bottom, right, top))


def test_every_changed_stretch_has_rings_around_its_own_words(many, prints):
    looked_at = 0
    for paper in many.papers:
        if paper.view.kind == 'letter' and paper is not many.groups[-1].first:
            continue
        for view, version, side in ((paper.old, many.old, 'old'), (paper.new, many.new, 'new')):
            found = prints.of(view, version)
            for change in paper.blocks:
                if change.kind != 'changed' or change.only_renumbered:
                    continue
                spans = [
                    folded(words_of(span.old if side == 'old' else span.new))
                    for text in change.texts
                    for span in text.spans
                    if span.kind != 'same'
                ]
                inside = ''.join(text_in(found.pdf, spot) for spot in found.map.spots(change, side))
                for words in filter(None, spans):
                    looked_at += 1
                    assert words in inside
                assert len(inside) <= 1.6 * len(''.join(spans)) + 4  # a ring takes in no neighbours
    assert looked_at >= 8


def test_a_place_where_words_were_taken_out_is_ringed_between_its_neighbours(shipped, changed, view_of, prints, many):
    new = view_of(changed(SHIPPED, rewritten('ในคราวประชุมครั้งที่ ๑๑/๒๕๖๓ ', '')), 'proposal')
    (change,) = (one for one in compare(view_of(shipped, 'proposal'), new, many.words).blocks if one.kind != 'same')
    pdf = prints.engine.render(new).data
    (spot,) = PageMap(new, read(pdf)).spots(change, 'new')
    assert (spot.page, spot.width < 0.1) == (1, True)
    before = text_in(pdf, Spot(spot.page, spot.x - 2.5, spot.y, 2.5, spot.height))
    assert before.endswith('จ่ายเงินกู้')


def test_a_new_paragraph_is_ringed_as_a_whole_once_on_each_page(shipped, changed, view_of, prints, many):
    words = 'ข้อความที่เพิ่มเข้ามาใหม่ยาวกว่าหนึ่งบรรทัดเพื่อให้เห็นว่ากรอบล้อมทั้งย่อหน้าไม่ใช่ทีละบรรทัดของย่อหน้านั้น'
    new = view_of(changed(SHIPPED, put_in('ดังนั้น กรมการปกครอง จึงได้จัดทำ', words)), 'proposal')
    (change,) = (one for one in compare(view_of(shipped, 'proposal'), new, many.words).blocks if one.kind == 'added')
    pdf = prints.engine.render(new).data
    spots = PageMap(new, read(pdf)).spots(change, 'new')
    assert len(spots) == len({spot.page for spot in spots})
    assert folded(words) in ''.join(text_in(pdf, spot) for spot in spots)


def test_pages_that_say_something_else_than_the_view_have_no_rings(many, prints):
    paper = many.groups[0].first
    stranger = PageMap(paper.new, Drawn(((21.0, 29.7),), (), ()))
    assert not stranger.known
    assert not any(stranger.spots(change, 'new') for change in paper.blocks)


@pytest.mark.parametrize('side', ['old', 'new'])
def test_a_reading_by_letters_is_as_long_as_the_words(many, prints, side):
    """Each letter of a block has its place, also in lines whose text stands in one ActualText."""
    paper = next(one for one in many.papers if one.view.kind == 'letter')
    view, version = (paper.old, many.old) if side == 'old' else (paper.new, many.new)
    found = prints.of(view, version).map
    for block in view.blocks:
        assert len(found._letters(block)) == len(words_of_part(block))
