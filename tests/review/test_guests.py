"""Papers from files in templates of ours: which one, and what stands for letters that no font has."""

import pytest
from redline_tools import ENGINES, paper

from saraban.errors import Place
from saraban.review.changes import PaperChange
from saraban.review.files.docx import read_docx
from saraban.review.guests import STRANGERS, TEMPLATES, template_of
from saraban.review.legible import Legible
from saraban.views.blocks import Blank, Paragraph, Run, View, plain
from saraban.views.kinds import KINDS, all_papers

MAIL = {'labels', 'envelopes'}


def of_kind(kind):
    return PaperChange(None, View(kind, 'paper', '', 'เอกสาร', ()), ())


def test_a_paper_of_a_known_kind_is_set_in_the_template_of_the_kind(shipped):
    own = {paper.kind: KINDS[paper.kind].view(shipped, paper, {}).template for paper in all_papers(shipped, KINDS)}
    assert {kind: template_of(of_kind(kind)) for kind in own if kind not in MAIL} == {
        kind: template for kind, template in own.items() if kind not in MAIL
    }
    assert set(TEMPLATES) == set(KINDS) - MAIL


@pytest.mark.parametrize('kind', ['', 'strange', '../../etc', *sorted(MAIL)])
def test_any_other_paper_is_set_as_a_plain_one(kind):
    assert template_of(of_kind(kind)) == STRANGERS


def test_a_letter_that_fonts_lack_is_a_box_and_what_nobody_sees_stays():
    legible = Legible(frozenset(map(ord, 'กข')))
    assert legible('ก☃ข\uf0b7\u200bก\tก\u3000ข') == 'ก□ข□\u200bก\tก ข'


def test_what_can_be_printed_is_not_copied():
    view = View('', 'paper', '', 'กก', (Paragraph('a', plain('ขก')), Paragraph('b', (Run('ก☃', bold=True),))))
    found = Legible(frozenset(map(ord, 'กข')))(view)
    assert found.blocks[0] is view.blocks[0]
    assert found.blocks[1] == Paragraph('b', (Run('ก□', bold=True),))


def test_a_line_to_fill_in_is_as_long_again_as_it_was_written():
    view = paper(Paragraph('a', (Run('วันที่ '), Run('', blank=Blank('', Place(''), 4.0)))))
    (read_back,) = read_docx(ENGINES.word().render(view), 'paper', 'paper.docx').blocks
    assert read_back.text[-1].blank.width == pytest.approx(4.0, abs=0.2)
