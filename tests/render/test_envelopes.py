"""Envelopes and labels as they are printed."""

from dataclasses import replace

import pytest
from docx_tools import find, xml
from pdf_tools import docx, pdf

from saraban.views import blocks as b
from saraban.views.blocks import View, plain

SIZES = {'C4': (32.4, 22.9), 'C5': (22.9, 16.2), 'C6': (16.2, 11.4), 'DL': (22.0, 11.0)}


def envelopes(sheet: str) -> View:
    to = (plain('เรียน ผู้ว่าราชการจังหวัดชัยนาท'), plain('ศาลากลางจังหวัดชัยนาท'))
    one = b.Envelope('one', (plain('กรมการปกครอง'), plain('ที่ มท ๐๓๐๑.๒/๑๕๙๐')), to, plain('๑๗๐๐๐'))
    furniture = b.Furniture(emblem=True, page_numbers=False)
    return View(
        'envelopes', 'envelopes', 'envelopes', 'ซอง', (one, replace(one, id='two')), furniture=furniture, sheet=sheet
    )


@pytest.mark.parametrize('sheet', SIZES)
def test_each_envelope_is_a_sheet_with_an_emblem_and_its_lines_stay_on_it(sheet):
    paper = pdf(envelopes(sheet))
    assert len(paper) == 2
    width, height = SIZES[sheet]
    for page in range(2):
        assert [side / 72 * 2.54 for side in paper.document[page].get_size()] == pytest.approx(
            [width, height], abs=0.01
        )
        drawn = paper.drawn(page)
        assert all(piece.left > 0 and piece.right < width and piece.bottom < height for piece in drawn)
        emblem = drawn[-1]
        assert emblem.bottom - emblem.top == pytest.approx(1.5, abs=0.06)
        assert drawn[0].top > emblem.bottom - 0.1  # the agency under it
        receiver = [piece for piece in drawn[:-1] if piece.left > width / 3]
        assert receiver
        assert receiver[0].top > height / 3


@pytest.mark.parametrize('sheet', SIZES)
def test_the_docx_has_the_same_sheets(sheet):
    root = xml(docx(envelopes(sheet)))
    width, height = SIZES[sheet]
    assert find(root, '//w:pgSz/@w:w') == [str(round(width / 2.54 * 1440))]
    assert find(root, '//w:pgSz/@w:h') == [str(round(height / 2.54 * 1440))]
    assert len(find(root, '//w:pageBreakBefore[not(@w:val)]')) == 2  # the first paragraph of a document breaks nothing
    assert find(root, '//w:titlePg') == []


def test_labels_stand_beside_and_under_each_other_and_none_is_lost():
    label = (plain('เรียน ผู้ว่าราชการจังหวัดชัยนาท'), plain('ศาลากลางจังหวัดชัยนาท'))
    view = View('labels', 'labels', 'labels', 'ป้าย', (b.Labels('labels', (label,) * 15),))
    paper = pdf(view)
    assert sum(''.join(paper.lines(page)).count('ศาลากลาง') for page in range(len(paper))) == 15
    assert len(find(xml(docx(view)), '//w:tr')) == 8
