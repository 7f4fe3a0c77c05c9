"""Binding PDFs: what is shared stands once, what was drawn stays as it was, every paper starts on a fresh sheet."""

from __future__ import annotations

from functools import cache
from io import BytesIO

import pikepdf
import pypdfium2
import pytest
from print_tools import SENTENCE, engines, letter_view
from pypdf import PdfReader

from saraban.printroom.binder import Binder, Source
from saraban.printroom.marks import COPIES, mark_view
from saraban.printroom.subsets import Subsets


@cache
def paper(pages: int, name: str = '') -> bytes:
    """A letter of one page, or of two; another `name` makes it another letter."""
    texts = [SENTENCE * 3] * 7 if pages == 2 else [f'{name} ทั้งนี้'.strip()]
    rendered = engines().render(letter_view(*texts), 'pdf')
    assert rendered.pages == pages
    return rendered.data


@cache
def marks() -> tuple[bytes, ...]:
    return tuple(engines().render(mark_view(copy), 'pdf').data for copy in COPIES)


def bound(*papers: tuple[bytes, bool], both_sides: bool = False) -> PdfReader:
    binder = Binder('ชุด', both_sides=both_sides)
    for data, one_sided in papers:
        binder.add(binder.take(data), one_sided=one_sided)
    return PdfReader(BytesIO(binder.save()))


def fonts(reader: PdfReader) -> list[str]:
    """The name of each font file of a PDF, as often as it stands in it."""
    found = []
    for number in range(1, len(reader.xref_objStm) + len(reader.xref[0]) + 50):
        try:
            part = reader.get_object(number)
        except Exception:
            continue
        if isinstance(part, dict) and '/FontFile2' in part:
            found.append(part['/FontName'])
    return found


def words(data: bytes) -> list[str]:
    document = pypdfium2.PdfDocument(data)
    return [page.get_textpage().get_text_bounded() for page in document]


def test_each_font_and_the_emblem_stand_once_however_many_letters_there_are():
    reader = bound(*((paper(1, name), False) for name in ('หนึ่ง', 'สอง', 'สาม', 'สี่')))
    found = fonts(reader)
    assert len(reader.pages) == 4
    assert sorted(name.partition('+')[2] for name in found) == ['Saraban-Emblem', 'Saraban-Text', 'Saraban-Text-Bold']


def test_pages_are_drawn_byte_for_byte_as_they_were():
    originals = [PdfReader(BytesIO(paper(1, name))).pages[0] for name in ('หนึ่ง', 'สอง')]
    reader = bound((paper(1, 'หนึ่ง'), False), (paper(1, 'สอง'), False))
    assert [page.get_contents().get_data() for page in reader.pages] == [
        page.get_contents().get_data() for page in originals
    ]
    assert b'/Artifact' in reader.pages[0].get_contents().get_data()


def test_words_can_still_be_copied():
    data = paper(2)
    binder = Binder('ชุด')
    binder.add(binder.take(data))
    assert words(binder.save()) == words(data)


def test_a_paper_that_is_added_again_takes_no_room():
    once, often = Binder('ชุด'), Binder('ชุด')
    once.add(once.take(paper(2)))
    source = often.take(paper(2))
    for _ in range(50):
        often.add(source)
    assert often.pages == 100
    assert len(often.save()) < len(once.save()) + 100 * 60  # pages' own entries, packed


@pytest.mark.parametrize(
    ('papers', 'pages', 'sheets'),
    [
        ([(1, True), (1, True)], ['letter', '', 'letter', ''], 2),
        ([(2, True), (1, False)], ['letter', '', 'letter', '', 'letter'], 3),
        ([(2, False), (1, False)], ['letter', 'letter', 'letter'], 2),
        ([(1, False), (2, False)], ['letter', '', 'letter', 'letter'], 2),
        ([(1, False), (1, True), (1, False)], ['letter', '', 'letter', '', 'letter'], 3),
    ],
)
def test_in_a_file_for_both_sides_each_paper_starts_a_sheet_and_a_letter_has_blank_backs(papers, pages, sheets):
    binder = Binder('ชุด', both_sides=True)
    starts = [binder.add(binder.take(paper(count)), one_sided=one_sided) for count, one_sided in papers]
    assert ['letter' if text.strip() else '' for text in words(binder.save())] == pages
    assert [start % 2 for start in starts] == [0] * len(papers)
    assert binder.sheets == sheets


def test_a_file_for_one_side_has_no_blank_page():
    assert len(bound((paper(1), True), (paper(2), False), (paper(1), True)).pages) == 4


def test_the_file_itself_tells_the_printer_its_sides_and_its_size():
    for both_sides, expected in ((True, '/DuplexFlipLongEdge'), (False, '/Simplex')):
        wishes = bound((paper(1), True), both_sides=both_sides).trailer['/Root']['/ViewerPreferences']
        assert (wishes['/Duplex'], wishes['/PrintScaling']) == (expected, '/None')


def test_a_bookmark_stands_at_each_letter_with_its_enclosures_under_it():
    binder = Binder('ชุด', both_sides=True)
    for name in ('ชัยนาท', 'ลพบุรี'):
        binder.bookmark(name, binder.add(binder.take(paper(1, name)), one_sided=True))
        binder.bookmark('สิ่งที่ส่งมาด้วย', binder.add(binder.take(paper(2))), 1)
    reader = PdfReader(BytesIO(binder.save()))
    (first, under, second, _) = reader.outline
    assert [first.title, under[0].title, second.title] == ['ชัยนาท', 'สิ่งที่ส่งมาด้วย', 'ลพบุรี']
    assert [reader.get_destination_page_number(one) for one in (first, under[0], second)] == [0, 2, 4]


def test_marks_lie_over_every_page_and_initials_over_the_last_alone():
    binder = Binder('สำเนา')
    other, last = binder.take(marks()[0]).sheets
    binder.add(binder.take(paper(2)), over=(Source((other,)), Source((last,))))
    pages = words(binder.save())
    assert [('สำเนาคู่ฉบับ' in text, 'ตรวจ' in text) for text in pages] == [(True, False), (True, True)]


def test_initials_are_put_on_lines_at_the_foot_s_right_below_the_text():
    binder = Binder('สำเนา')
    other, last = binder.take(marks()[0]).sheets
    binder.add(binder.take(paper(1)), over=(Source((other,)), Source((last,))))
    page = pypdfium2.PdfDocument(binder.save())[0]
    text = page.get_textpage()
    places = {}
    for mark in ('ร่าง', 'พิมพ์', 'ตรวจ', 'สำเนาคู่ฉบับ'):
        found = text.search(mark)
        at = None
        while (hit := found.get_next()) is not None:
            at = hit
        places[mark] = text.get_charbox(at[0])
    width, height = page.get_size()
    assert places['สำเนาคู่ฉบับ'][3] > height - 2 * 72 / 2.54
    for mark in ('ร่าง', 'พิมพ์', 'ตรวจ'):
        left, bottom, _, top = places[mark]
        assert left > width - 5 * 72 / 2.54
        assert 0.3 * 72 / 2.54 < bottom < top < 2.3 * 72 / 2.54
    assert places['ร่าง'][1] > places['พิมพ์'][1] > places['ตรวจ'][1]


def test_a_mark_is_furniture_to_whoever_reads_the_file():
    binder = Binder('สำเนา')
    other, last = binder.take(marks()[1]).sheets
    binder.add(binder.take(paper(1)), over=(Source((other,)), Source((last,))))
    form = PdfReader(BytesIO(binder.save())).pages[0]['/Resources']['/XObject']['/Mark']
    before, artifact, _ = form.get_data().partition(b'/Artifact')
    assert artifact
    assert b' Tj' not in before
    assert b' TJ' not in before


def test_links_to_addresses_stay_where_they_were():
    with pikepdf.open(BytesIO(paper(1))) as pdf:
        link = pikepdf.Dictionary(
            Type=pikepdf.Name.Annot, Subtype=pikepdf.Name.Link, Rect=[10, 20, 30, 40],
            A=pikepdf.Dictionary(S=pikepdf.Name.URI, URI=pikepdf.String('https://example.go.th/a')),
        )  # fmt: skip
        pdf.pages[0].Annots = pikepdf.Array([pdf.make_indirect(link)])
        buffer = BytesIO()
        pdf.save(buffer)
    found = bound((paper(1), False), (buffer.getvalue(), False)).pages[1]['/Annots'][0].get_object()
    assert (list(found['/Rect']), found['/A']['/URI']) == ([10, 20, 30, 40], 'https://example.go.th/a')


def test_the_same_papers_give_the_same_bytes():
    def made() -> bytes:
        binder = Binder('ชุด', both_sides=True)
        for name in ('หนึ่ง', 'สอง'):
            binder.bookmark(name, binder.add(binder.take(paper(1, name)), one_sided=True))
        return binder.save()

    assert made() == made()


def test_small_files_hold_the_glyphs_that_they_show_and_look_as_before():
    data = paper(1, 'ทดสอบ')
    subsets = Subsets()
    subsets.look(data)
    binder = Binder('ชุด', mend_font=subsets)
    binder.add(binder.take(data))
    small = binder.save()
    assert len(small) < len(data) * 0.75
    assert words(small) == words(data)
    old, new = (pypdfium2.PdfDocument(one)[0].render(scale=2).to_pil().tobytes() for one in (data, small))
    assert old == new
