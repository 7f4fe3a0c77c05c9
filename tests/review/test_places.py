"""Rings stand where the changed words stand: what another reader finds inside a ring is the changed text."""

from dataclasses import replace
from io import BytesIO

import pypdfium2
import pytest
from content_tools import SHIPPED
from review_tools import put_in, rewritten

from saraban.checks.pages.aligned import folded, words_of_part
from saraban.checks.pages.drawn import Drawn, read
from saraban.render.layout import POINTS_PER_CM
from saraban.review.compare import compare
from saraban.review.drawn_letters import DrawnLetters
from saraban.review.files import letters
from saraban.review.files.letters import ReadLetters
from saraban.review.files.pdf import read_pdf
from saraban.review.places import PageMap, Spot
from saraban.views.blocks import Paragraph, plain, words_of

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


@pytest.fixture(params=['drawn', 'read'])
def map_of(request, prints):
    """A view's places: by what our own PDF draws, or by what PDFium reads in it as in anyone's."""

    def found(view, version) -> PageMap:
        printed = prints.of(view, version)
        return printed.map if request.param == 'drawn' else PageMap(ReadLetters(view, printed.pdf, view.path))

    return found


def test_every_changed_stretch_has_rings_around_its_own_words(many, prints, map_of):
    looked_at = 0
    for paper in many.papers:
        if paper.view.kind == 'letter' and paper is not many.groups[-1].first:
            continue
        for view, version, side in ((paper.old, many.old, 'old'), (paper.new, many.new, 'new')):
            found, places = prints.of(view, version), map_of(view, version)
            for change in paper.blocks:
                if change.kind != 'changed' or change.only_renumbered:
                    continue
                spans = [
                    folded(words_of(span.old if side == 'old' else span.new))
                    for text in change.texts
                    for span in text.spans
                    if span.kind != 'same'
                ]
                inside = ''.join(text_in(found.pdf, spot) for spot in places.spots(change, side))
                for words in filter(None, spans):
                    looked_at += 1
                    assert words in inside
                assert len(inside) <= 1.6 * len(''.join(spans)) + 4  # a ring takes in no neighbours
    assert looked_at >= 8


def test_a_place_where_words_were_taken_out_is_ringed_between_its_neighbours(shipped, changed, view_of, prints, many):
    new = view_of(changed(SHIPPED, rewritten('ในคราวประชุมครั้งที่ ๑๑/๒๕๖๓ ', '')), 'proposal')
    (change,) = (one for one in compare(view_of(shipped, 'proposal'), new, many.words).blocks if one.kind != 'same')
    pdf = prints.engine.render(new).data
    (spot,) = PageMap(DrawnLetters(new, read(pdf))).spots(change, 'new')
    assert (spot.page, spot.width < 0.1) == (1, True)
    before = text_in(pdf, Spot(spot.page, spot.x - 2.5, spot.y, 2.5, spot.height))
    assert before.endswith('จ่ายเงินกู้')


def test_a_new_paragraph_is_ringed_as_a_whole_once_on_each_page(shipped, changed, view_of, prints, many):
    words = 'ข้อความที่เพิ่มเข้ามาใหม่ยาวกว่าหนึ่งบรรทัดเพื่อให้เห็นว่ากรอบล้อมทั้งย่อหน้าไม่ใช่ทีละบรรทัดของย่อหน้านั้น'
    new = view_of(changed(SHIPPED, put_in('ดังนั้น กรมการปกครอง จึงได้จัดทำ', words)), 'proposal')
    (change,) = (one for one in compare(view_of(shipped, 'proposal'), new, many.words).blocks if one.kind == 'added')
    pdf = prints.engine.render(new).data
    spots = PageMap(DrawnLetters(new, read(pdf))).spots(change, 'new')
    assert len(spots) == len({spot.page for spot in spots})
    assert folded(words) in ''.join(text_in(pdf, spot) for spot in spots)


def test_pages_that_say_something_else_than_the_view_have_no_rings(many, prints):
    paper = many.groups[0].first
    stranger = PageMap(DrawnLetters(paper.new, Drawn(((21.0, 29.7),), (), ())))
    assert not any(stranger.spots(change, 'new') for change in paper.blocks)


@pytest.mark.parametrize('side', ['old', 'new'])
def test_a_reading_by_letters_is_as_long_as_the_words(many, map_of, side):
    """Each letter of a block has its place, also in lines whose text stands in one ActualText."""
    paper = next(one for one in many.papers if one.view.kind == 'letter')
    view, version = (paper.old, many.old) if side == 'old' else (paper.new, many.new)
    found = map_of(view, version)
    for block in view.blocks:
        assert len(found.letters.of(block)) == len(words_of_part(block))


# A PDF of any maker, which may say a little more or less than the view.


@pytest.fixture(scope='module')
def letter(many, prints):
    """A letter and its PDF."""
    view = next(one.new for one in many.papers if one.view.kind == 'letter')
    return view, prints.of(view, many.new).pdf


def read_letters(view, pdf) -> ReadLetters:
    return ReadLetters(view, pdf, 'file.pdf')


def longest(view):
    """The block of the most words."""
    return max(view.blocks, key=lambda block: len(words_of_part(block)))


def test_a_letter_that_the_pdf_reads_otherwise_stands_where_its_neighbour_does(letter):
    view, pdf = letter
    block = longest(view)
    words = words_of(block.text)
    misread = replace(block, text=plain(f'{words[:40]}๏{words[40:60]}{words[61:]}'))
    blocks = tuple(misread if one is block else one for one in view.blocks)
    as_it_is, found = read_letters(view, pdf).of(block), read_letters(replace(view, blocks=blocks), pdf).of(misread)
    place, gone = len(folded(words[:40])), len(folded(words[:60]))
    assert len(found) == len(words_of_part(misread))
    assert (found[place], [*found[:place], *found[place + 1 : gone]]) == (found[place - 1], as_it_is[: gone - 1])


def test_a_block_that_the_pdf_does_not_have_stands_nowhere(letter):
    view, pdf = letter
    strange = Paragraph('strange', plain('ถ้อยคำซึ่งหนังสือฉบับนี้มิได้กล่าวไว้ ณ ที่ใดเลยแม้แต่น้อย'))
    found = read_letters(replace(view, blocks=(*view.blocks, strange)), pdf)
    assert (found.of(strange), bool(found.of(longest(view)))) == ([], True)


def test_a_pdf_of_another_paper_gives_no_places(letter, many, prints):
    view, _ = letter
    other = next(one for one in many.papers if one.view.kind == 'proposal')
    found = read_letters(view, prints.of(other.new, many.new).pdf)
    assert [found.of(block) for block in view.blocks] == [[]] * len(view.blocks)


def test_the_word_that_a_page_announces_is_ringed_on_the_next_page_where_it_stands(many, prints):
    """The catchword at a page's foot says the same as the next page's first words."""
    view = next(one.new for one in many.papers if one.view.kind == 'proposal')
    pdf = prints.of(view, many.new).pdf
    drawn, found = DrawnLetters(view, read(pdf)), read_letters(view, pdf)
    for block in view.blocks:
        assert [letter.page for letter in found.of(block)] == [letter.page for letter in drawn.of(block)]


def lying(pdf: bytes, turn: int) -> bytes:
    """A PDF whose first page lies turned in the file, as a program may write it; a reader turns it back."""
    document = pypdfium2.PdfDocument(pdf)
    page = document[0]
    width, height = page.get_size()
    turns = {
        0: (1, 0, 0, 1, 0, 0),
        90: (0, 1, -1, 0, height, 0),
        180: (-1, 0, 0, -1, width, height),
        270: (0, -1, 1, 0, 0, width),
    }
    for one in page.get_objects(max_depth=1):
        one.transform(pypdfium2.PdfMatrix(*turns[turn]))
    page.set_mediabox(*((0, 0, width, height) if turn in {0, 180} else (0, 0, height, width)))
    page.set_rotation(turn)
    page.gen_content()
    data = BytesIO()
    document.save(data)
    return data.getvalue()


@pytest.mark.parametrize('turn', [0, 90, 180, 270])
def test_places_are_those_that_are_seen_also_where_the_page_lies_turned_in_the_file(letter, turn):
    view, pdf = letter
    upright, turned = read_letters(view, pdf), read_letters(view, lying(pdf, turn))
    assert turned.sizes[0] == pytest.approx(upright.sizes[0])
    assert turned.of(longest(view)) == [pytest.approx(place, abs=0.02) for place in upright.of(longest(view))]


@pytest.mark.parametrize('turn', [90, 180, 270])
def test_a_page_that_lies_turned_in_the_file_says_the_same(many, prints, turn):
    pdf = prints.of(next(one.new for one in many.papers if one.view.kind == 'proposal'), many.new).pdf
    upright, turned = (read_pdf(data, 'paper', 'paper.pdf') for data in (pdf, lying(pdf, turn)))
    assert turned.blocks == upright.blocks


def test_a_line_whose_letters_cannot_be_told_apart_is_ringed_whole(letter, monkeypatch):
    view, pdf = letter
    by_letters = read_letters(view, pdf).of(longest(view))
    monkeypatch.setattr(letters, '_on_page', lambda *_: iter(()))
    for whole, one in zip(read_letters(view, pdf).of(longest(view)), by_letters, strict=True):
        assert (whole.page, whole.x <= one.x + SLACK, whole.end >= one.end - SLACK) == (one.page, True, True)
        assert one.top - SLACK <= whole.top < whole.bottom <= one.bottom + SLACK


def test_the_places_of_a_long_file_are_read_of_the_pages_that_are_asked_for(letter, monkeypatch):
    view, pdf = letter
    found = read_letters(view, pdf)
    asked = []
    on_page = letters._on_page
    monkeypatch.setattr(
        letters, '_on_page', lambda page, number, lines: asked.append(number) or on_page(page, number, lines)
    )
    for _ in range(2):
        found.of(longest(view))
    assert asked == [1]
