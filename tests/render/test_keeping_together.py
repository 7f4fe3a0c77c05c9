"""What stays together on a page, and what gives so that it does."""

import pytest
from docx_tools import a_layout, find, xml
from pdf_tools import ROOT, SENTENCE, Pdf, docx, engines, long_letter, paragraphs, pdf, proposal

from saraban.errors import TemplateError
from saraban.render.formats import Engines
from saraban.render.layout import load_layout
from saraban.render.paginate import EVERY, Wanted, paginate
from saraban.views import blocks as b
from saraban.views.blocks import plain

CLOSING = 'ขอแสดงความนับถือ'
LENGTHS = range(2, 9)


def lines_above_closing(paper: Pdf) -> int:
    """Text lines above the closing on its page."""
    page = next(page for page in range(len(paper)) if CLOSING in paper.lines(page))
    return paper.lines(page).index(CLOSING)


@pytest.fixture(scope='module')
def letters() -> list[tuple[b.View, Pdf]]:
    """Letters whose closing falls everywhere around the end of their first page."""
    views = [long_letter(1, length=length) for length in LENGTHS]
    return [(view, pdf(view)) for view in views]


@pytest.mark.slow
def test_two_lines_stand_above_a_closing_wherever_its_page_begins(letters):
    assert {len(paper) for _, paper in letters} == {1, 2}
    for _, paper in letters:
        assert lines_above_closing(paper) >= 2
        last = paper.lines(len(paper) - 1)
        assert CLOSING in last
        assert any('กองวิชาการและแผนงาน' in line for line in last)


@pytest.mark.slow
def test_a_letter_that_runs_over_by_a_little_gives_until_it_fits_and_its_docx_takes_the_same_values(letters):
    gave = [(view, paper) for view, paper in letters if paper.gives]
    assert gave
    layout = a_layout()
    for view, paper in gave:
        assert len(paper) == 1
        given = layout.given[paper.gives]
        spacing = find(xml(docx(view), 'word/styles.xml'), '//w:style[@w:styleId="SarabanBody"]//w:spacing/@w:before')
        assert spacing == [str(round(given.styles['body'].before * 20))]
        assert {piece.size for piece in paper.drawn(0) if piece.size < 40} == {16}


def test_gives_are_made_one_after_another_and_never_reach_the_type_size():
    layout = a_layout()
    assert len(layout.given) == len(layout.give) + 1
    assert layout.given[0] == layout
    for before, after, give in zip(layout.given, layout.given[1:], layout.give, strict=False):
        assert before != after, give.what
        assert after.font == layout.font
    assert all(not give.what.endswith('size') for give in layout.give)


@pytest.mark.parametrize('row', ['{what: styles.body.befor, to: 1}', '{what: letterhead.sign_room, to: 9}'])
def test_a_give_that_names_no_measure_or_would_grow_it_is_a_finding(tmp_path, row):
    text = (ROOT / 'templates/layout.yaml').read_text('utf-8')
    path = tmp_path / 'layout.yaml'
    path.write_text(text.replace('\ngive:\n', f'\ngive:\n  - {row}\n'), 'utf-8')
    with pytest.raises(TemplateError) as caught:
        load_layout(path, 'layout.yaml')
    assert [finding.rule for finding in caught.value.findings] == ['wrong-give']


class Fake:
    """A paper of so many pages."""

    def __init__(self, pages: int) -> None:
        self.pages = [None] * pages


def test_a_paper_is_set_again_only_where_it_must_be():
    calls = []

    def lay(gives: int, feet: int) -> Fake:
        calls.append((gives, feet))
        return Fake(1)

    assert paginate(lay, Wanted(True, 3, lambda paper: True))[1] == 0
    assert calls == [(0, 0)]


def test_the_last_page_needs_no_foot():
    """Feet push a line to a third page: with one foot alone the paper has two pages again."""
    paper, _ = paginate(lambda gives, feet: Fake(3 if feet == EVERY else 2), Wanted(True, 0, lambda paper: False))
    assert len(paper.pages) == 2


def test_a_long_paper_is_set_once_where_its_last_page_cannot_join_the_one_before():
    calls = []

    def lay(gives: int, feet: int) -> Fake:
        calls.append((gives, feet))
        return Fake(40)

    paginate(lay, Wanted(True, 3, lambda paper: False, long=True, closes_up=lambda paper: False))
    assert calls == [(0, EVERY)]
    calls.clear()
    paginate(lay, Wanted(True, 3, lambda paper: False, long=True, closes_up=lambda paper: True))
    assert calls == [(0, EVERY), (0, 38)]


def test_giving_stops_as_soon_as_a_page_is_saved_and_is_undone_where_none_is():
    saved = paginate(lambda gives, feet: Fake(1 if gives >= 2 else 2), Wanted(False, 4, lambda paper: True))
    vain = paginate(lambda gives, feet: Fake(2), Wanted(False, 4, lambda paper: True))
    assert (len(saved[0].pages), saved[1]) == (1, 2)
    assert (len(vain[0].pages), vain[1]) == (2, 0)


def headed(name: str, count: int) -> list[b.Block]:
    """Sections with long headings and items down to the fifth level."""
    found: list[b.Block] = []
    for n in range(count):
        found.append(b.Heading(f'{name}{n}', f'{n + 1}.', plain(f'หัวข้อ{SENTENCE * 2}', bold=True)))
        found += [
            b.Item(f'{name}{n}/{level}', level, f'{n + 1}.{level}', plain(SENTENCE * 3)) for level in (2, 3, 4, 5)
        ]
    return found


def big_table(name: str, rows: int) -> b.Table:
    columns = (b.Column(plain('ลำดับ', bold=True), 'center'), b.Column(plain('รายการ', bold=True), 'left', 6.0))
    cells = [(b.Cell((plain(f'{name}{n}'),)), b.Cell((plain(SENTENCE), plain('บรรทัดที่สอง')))) for n in range(rows)]
    return b.Table(name, columns, tuple(b.Row(f'{name}/{n}', row) for n, row in enumerate(cells)))


@pytest.fixture(scope='module')
def forty_pages() -> Pdf:
    blocks = [*headed('a', 24), big_table('ก', 200), *headed('b', 24), big_table('ข', 200), *paragraphs(30)]
    return pdf(proposal(*blocks))


@pytest.mark.slow
def test_a_proposal_of_forty_pages_shows_on_each_page_how_the_next_begins(forty_pages):
    assert len(forty_pages) >= 40
    for page in range(len(forty_pages) - 1):
        shown = forty_pages.catchword(page)[1:-3]
        begin = ' '.join(forty_pages.lines(page + 1)[:4]).removeprefix('ลำดับ รายการ').strip()
        assert shown, page
        assert ''.join(begin.split()).startswith(''.join(shown.split())[:12]), page
    assert forty_pages.catchword(len(forty_pages) - 1) == ''


@pytest.mark.slow
def test_no_heading_is_last_on_its_page_and_no_row_is_split(forty_pages):
    for page in range(len(forty_pages)):
        lines = [line for line in forty_pages.lines(page) if not line.startswith(('- ', '/'))]
        assert not lines[-1].startswith('หัวข้อ')
        assert lines.count('บรรทัดที่สอง') == sum(line[:1] in 'กข' and line[1:2].isdigit() for line in lines)
        if any(line[:1] in 'กข' and line[1:2].isdigit() for line in lines):
            assert any(line.startswith('ลำดับ') for line in lines)


@pytest.mark.slow
def test_what_leads_to_a_table_goes_to_the_next_page_with_it():
    """Lines that leave room for the lead alone: the table's header and first row need two lines more."""
    lead = b.Paragraph('lead', plain('ดังนี้'), 'plain')
    for count in range(32, 38):
        lines = [b.Paragraph(f'{n}', plain(f'บรรทัด {n}'), 'plain') for n in range(count)]
        paper = pdf(proposal(*lines, lead, big_table('ก', 40)))
        page = next(page for page in range(len(paper)) if 'ดังนี้' in paper.lines(page))
        assert any(line.startswith('ลำดับ') for line in paper.lines(page)), count


@pytest.mark.slow
def test_a_docx_made_alone_takes_what_its_pdf_would_have_taken(letters):
    view = next(view for view, paper in letters if paper.gives)
    alone = Engines(engines()._resources).render(view, 'docx').data
    pdf(view)
    assert alone == docx(view)
