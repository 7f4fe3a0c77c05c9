"""The PDF redline: both versions in one text, bars beside what changed, a list of the changes and their pages."""

import re
import shutil
from dataclasses import replace
from io import BytesIO

import pypdfium2
import pytest
from content_tools import ROOT, SHIPPED, block
from pypdf import PdfReader
from review_tools import resources, rewritten

from saraban.checks.pages.aligned import folded
from saraban.checks.pages.drawn import read
from saraban.errors import TemplateError
from saraban.render.formats import Engines, redline_engine
from saraban.render.layout import POINTS_PER_CM
from saraban.render.redline import ChangeList
from saraban.review.changes import PaperChange
from saraban.review.compare import compare
from saraban.review.drawn_letters import DrawnLetters
from saraban.review.marked import PILCROW
from saraban.review.places import PageMap
from saraban.review.redline_list import Names
from saraban.review.redline_pdf import merged, redline, redline_of
from saraban.thai import digits
from saraban.views.blocks import Run, plain, texts, words_of
from saraban.views.blocks.marked import MarkedRun, MarkedWords

NAMES = Names('ฉบับก่อน', 'ฉบับหลัง')


@pytest.fixture(scope='session')
def proposal(many):
    return next(group for group in many.groups if group.first.view.kind == 'proposal')


@pytest.fixture(scope='session')
def printed(proposal, many, prints):
    """The redline of the proposal."""
    return redline_of(proposal, many, prints, 'th')


def words_on(pdf: bytes) -> list[str]:
    """The words of each page, as another reader finds them."""
    return [folded(page.get_textpage().get_text_range()) for page in pypdfium2.PdfDocument(pdf)]


def operators(pdf: bytes, page: int) -> str:
    return PdfReader(BytesIO(pdf)).pages[page].get_contents().get_data().decode('latin-1')


def marks_of(view):
    for piece in texts(view):
        yield from piece.text if isinstance(piece, MarkedWords) else (piece,) if isinstance(piece, Run) else ()


def test_the_pages_say_all_words_of_the_merged_paper_in_its_order(proposal, printed):
    whole = merged(proposal.first)
    expected = ''.join(
        run.text
        for piece in texts(whole.view)
        for run in (
            piece.text if isinstance(piece, MarkedWords) else plain(piece) if isinstance(piece, str) else (piece,)
        )
    )
    pages = read(printed)
    body = ''.join(line.text for line in pages.lines if line.page < len(pages.sizes) and not line.artifact)
    assert folded(expected) in folded(body)


def test_what_was_struck_and_put_in_is_there_and_marked(proposal, printed):
    view = merged(proposal.first).view
    marks = [(run.mark, run.text) for run in marks_of(view) if isinstance(run, MarkedRun)]
    assert {'removed', 'added'} <= {mark for mark, _ in marks}
    pages = ''.join(words_on(printed)[:-1])
    for _, words in marks:
        assert folded(words.replace(PILCROW, '')) in pages


def lines_drawn(pdf: bytes, page: int) -> list[tuple[float, float, float]]:
    """The level strokes of a page: left, right, height (cm from the top edge)."""
    drawn = pypdfium2.PdfDocument(pdf)[page]
    height = drawn.get_height()
    found = []
    for one in drawn.get_objects(filter=[pypdfium2.raw.FPDF_PAGEOBJ_PATH]):
        left, bottom, right, top = one.get_bounds()
        if top - bottom < 2 and right - left > 2:
            found.append((left / POINTS_PER_CM, right / POINTS_PER_CM, (height - (top + bottom) / 2) / POINTS_PER_CM))
    return found


@pytest.fixture
def simple(shipped, changed, view_of, many, prints):
    """A proposal of which one word was replaced: its change, and its redline."""
    new = view_of(changed(SHIPPED, rewritten('ประกอบกับยุทธศาสตร์ชาติ', 'สอดคล้องกับยุทธศาสตร์ชาติ')), 'proposal')
    change = compare(view_of(shipped, 'proposal'), new, many.words)
    return change, prints.engine.redline(redline(change, NAMES)).data


def test_marks_can_be_told_without_colour(simple):
    """A stroke goes through what was struck and runs under what was put in, as wide as the words."""
    _, pdf = simple
    lines = [line for line in read(pdf).lines if line.page == 1]
    strokes = lines_drawn(pdf, 0)
    (struck,) = (line for line in lines if line.text == 'ประกอบ')
    (put_in,) = (line for line in lines if line.text == 'สอดคล้อง')
    for line, above in ((struck, True), (put_in, False)):
        own = [
            one for one in strokes
            if abs(one[0] - line.x) < 0.05 and abs(one[1] - line.end) < 0.05 and abs(one[2] - line.y) < 0.4
        ]  # fmt: skip
        assert [one[2] < line.y for one in own] == [above]


def bars(pdf: bytes, page: int) -> list[tuple[float, float]]:
    """From where to where bars stand in the left margin, cm from the top edge."""
    drawn = pypdfium2.PdfDocument(pdf)[page]
    height = drawn.get_height()
    return [
        ((height - top) / POINTS_PER_CM, (height - bottom) / POINTS_PER_CM)
        for one in drawn.get_objects(filter=[pypdfium2.raw.FPDF_PAGEOBJ_PATH])
        for left, bottom, right, top in [one.get_bounds()]
        if 2.2 < left / POINTS_PER_CM < 2.9 and (right - left) < 12 and top - bottom > 6
    ]


def test_a_bar_stands_beside_each_changed_line_and_no_other(simple):
    _, pdf = simple
    (bar,) = bars(pdf, 0)
    lines = {round(line.y, 2): line for line in read(pdf).lines if line.page == 1 and not line.artifact}
    beside = [line.text for y, line in lines.items() if bar[0] < y < bar[1]]
    changed = [line.text for line in read(pdf).lines if line.page == 1 and line.text in {'ประกอบ', 'สอดคล้อง'}]
    assert len(changed) == 2
    assert len(beside) == 1
    assert all(bars(pdf, page) == [] for page in range(1, len(read(pdf).sizes) - 1))


def test_bars_and_page_numbers_are_artifacts_and_catchwords_are_left_out(printed):
    pages = read(printed)
    assert [line.text for line in pages.lines if line.artifact and line.text.startswith('/')] == []
    assert [line.text for line in pages.lines if line.page == 2 and line.artifact and '๒' in line.text]
    assert '/Artifact' in operators(printed, 0)


def test_a_page_is_marked_as_a_redline_so_that_nobody_takes_it_for_the_paper(printed):
    assert all('ฉบับแสดงการแก้ไข' in words for words in words_on(printed)[:-1])


def test_the_list_is_one_page_and_says_where_each_change_stands_in_both_papers(proposal, many, prints, printed):
    maps = tuple(
        PageMap(DrawnLetters(view, read(prints.of(view, version).pdf)))
        for view, version in ((proposal.first.old, many.old), (proposal.first.new, many.new))
    )
    rows = redline(proposal.first, NAMES, lambda: maps).changes().rows
    listed = words_on(printed)[-1]
    pages = [
        words_on(prints.of(view, version).pdf)
        for view, version in ((proposal.first.old, many.old), (proposal.first.new, many.new))
    ]
    assert len(rows) >= 4
    for row in rows:
        for _, text in row.what:
            for run in text:
                if isinstance(run, MarkedRun) and '…' not in run.text and len(folded(run.text)) > 6:
                    side, (first, *_, last) = (
                        (0, row.old_pages * 2) if run.mark == 'removed' else (1, row.new_pages * 2)
                    )
                    assert any(folded(run.text) in one for one in pages[side][first - 1 : last + 1])
                    assert folded(run.text) in listed


def test_the_list_leads_to_its_marks(printed):
    reader = PdfReader(BytesIO(printed))
    targets = set(reader.named_destinations)
    links = [
        annotation.get_object()['/Dest'] if '/Dest' in annotation.get_object() else annotation.get_object()['/A']['/D']
        for annotation in reader.pages[-1].get('/Annots', ())
    ]
    assert links
    assert {str(link) for link in links} <= targets


def with_rows(listed: ChangeList, count: int, **values) -> ChangeList:
    """A list of so many rows, all but their number as its first one or as the values say."""
    row = replace(listed.rows[0], **values)
    return replace(listed, rows=tuple(replace(row, number=str(number)) for number in range(1, count + 1)))


def test_a_list_that_is_too_long_for_a_page_says_how_many_more_there_are_and_where(proposal, prints):
    whole = redline(proposal.first, NAMES)
    listed = with_rows(whole.changes(), 200, old_pages=(2,), new_pages=(3, 4))
    pdf = prints.engine.redline(replace(whole, changes=lambda: listed)).data
    short = prints.engine.redline(whole).data
    assert len(read(pdf).sizes) == len(read(short).sizes)
    last = words_on(pdf)[-1]
    (more,) = re.findall('และอีก([๐-๙]+)แห่งเดิมหน้า๒ใหม่หน้า๓-๔', last)
    shown = last.count('๓-๔') - 1
    assert shown > 3
    assert shown + int(more) == 200


def test_the_list_holds_as_many_rows_as_fit_and_finds_that_number_in_a_few_layouts(proposal, prints, monkeypatch):
    listed = redline(proposal.first, NAMES).changes()
    engine, tried = prints.engine, []
    lay = engine._list_page
    monkeypatch.setattr(engine, '_list_page', lambda changes, rows: tried.append(len(rows)) or lay(changes, rows))
    for count in (3, 60, 2_000):
        changes = with_rows(listed, count, new_pages=(3,))
        tried.clear()
        assert len(engine._listed(changes).pages) == 1
        assert len(tried) <= 3
        if tried[-1] < count:
            assert len(lay(changes, changes.rows[: tried[-1] + 1]).pages) > 1
            assert tried[-1] > 3
        else:
            assert count == 3


def test_a_change_that_would_be_taller_than_the_page_is_listed_with_what_it_lacks(proposal, prints, monkeypatch):
    """A table of which every cell changed is one row of the list, as tall as what it says: it is shortened, never dropped."""
    listed = redline(proposal.first, NAMES).changes()
    phrases = tuple((f'แถวที่ {number} · จำนวน (คน)', listed.rows[0].what[0][1]) for number in range(500))
    changes = with_rows(listed, 3, what=phrases)
    shown = []
    lay = prints.engine._list_page
    monkeypatch.setattr(prints.engine, '_list_page', lambda changes, rows: shown.append(rows) or lay(changes, rows))
    assert len(prints.engine._listed(changes).pages) == 1
    assert len(shown) == 1
    assert [row.number for row in shown[0]] == ['1', '2', '3']
    for row in shown[0]:
        *told, (_, last) = row.what
        assert tuple(told) == phrases[: len(told)]
        assert len(told) > 3
        assert words_of(last) == f'และอีก {digits(500 - len(told))} จุด'


def test_every_change_is_listed_before_more_is_said_of_any(proposal, prints, monkeypatch):
    listed = redline(proposal.first, NAMES).changes()
    phrase = ('', plain('สั้น'))
    tall = replace(listed.rows[0], where='', what=(phrase,) * 60)
    rows = (tall, *(replace(tall, what=(phrase,)) for _ in range(20)))
    shown = []
    lay = prints.engine._list_page
    monkeypatch.setattr(prints.engine, '_list_page', lambda changes, rows: shown.append(rows) or lay(changes, rows))
    assert len(prints.engine._listed(replace(listed, rows=rows)).pages) == 1
    assert len(shown[-1]) == 21
    assert len(shown[-1][0].what) > 3


def test_the_list_says_for_which_papers_a_redline_stands(many):
    group = next(group for group in many.groups if group.first.view.kind == 'letter' and len(group.papers) > 1)
    told = redline(group.first, NAMES, group=group).changes().words['group']
    names = [paper.view.recipient for paper in group.papers]
    assert f'{digits(len(names))} ฉบับ' in told
    assert f'แสดงฉบับของ{names[0]} ใช้กับหนังสือเชิญ' in told
    listed = told.partition(': ')[2].partition(' และอีก')[0].split()
    assert listed == names[: len(listed)]
    assert ('และอีก' in told) == (len(listed) < len(names))
    assert redline(group.first, NAMES).changes().words['group'] == ''


def test_a_letter_that_nobody_sees_has_its_name_in_the_list(shipped, changed, view_of, many, prints):
    new = view_of(changed(SHIPPED, rewritten('ประกอบกับยุทธศาสตร์ชาติ', 'ประ\u200bกอบกับยุทธศาสตร์ชาติ')), 'proposal')
    change = compare(view_of(shipped, 'proposal'), new, many.words)
    assert 'ประ‹ZWSP›กอบ' in words_on(prints.engine.redline(redline(change, NAMES)).data)[-1]


def test_nobody_can_take_a_page_s_number_in_the_redline_for_that_of_the_paper(printed):
    numbers = [line.text for line in read(printed).lines if line.artifact and line.page == 2]
    assert 'หน้า ๒ ของฉบับแสดงการแก้ไข' in numbers
    assert not any('- ๒ -' in line for line in numbers)
    assert 'เลขหน้าในรายการนี้เป็นของฉบับเดิมและฉบับใหม่' in words_on(printed)[-1]


def test_a_moved_block_stands_once_with_a_label_at_both_places(proposal, printed):
    moves = [change for change in proposal.first.blocks if change.moved and change.new]
    pages = ''.join(words_on(printed)[:-1])
    assert moves
    for change in moves:
        words = folded(''.join(run.text for run in marks_of(change.new)))
        assert pages.count(words[-60:]) == 1
    assert pages.count('[ย้ายมาจากที่เดิม(ย้าย๑)]') == pages.count('[ย้ายไปที่อื่น(ย้าย๑)]') == 1


def test_the_label_of_a_moved_block_stands_on_the_page_of_the_block(proposal, printed):
    change = next(change for change in proposal.first.blocks if change.moved and change.new)
    begins = folded(''.join(run.text for run in marks_of(change.new)))[:30]
    label = next(page for page, words in enumerate(words_on(printed)) if '[ย้ายมาจากที่เดิม' in words)
    assert f'(ย้าย๑)]{begins}' in words_on(printed)[label]


def test_the_same_change_gives_the_same_bytes(proposal, many, prints, printed):
    assert redline_of(proposal, many, prints, 'th') == printed


def test_other_processes_that_take_part_change_no_byte(proposal, many, prints, printed, monkeypatch):
    monkeypatch.setattr('saraban.render.parted.LEAST', 1)
    assert redline_of(proposal, many, prints, 'th', others=2) == printed


def test_a_paper_that_is_new_or_gone_is_marked_from_its_first_to_its_last_word(view_of, shipped, many, prints):
    view = view_of(shipped, 'schedules/round-1')
    for change, mark in ((compare(None, view, many.words), 'added'), (compare(view, None, many.words), 'removed')):
        runs = [run for run in marks_of(merged(change).view) if run.text.strip()]
        assert {run.mark if isinstance(run, MarkedRun) else '' for run in runs} == {mark}
        assert prints.engine.redline(redline(change, NAMES)).pages == 2


def test_the_paper_s_own_pages_are_not_touched_by_what_redlines_need(shipped, view_of, prints, many):
    """An engine that has printed redlines prints a paper as one that never has."""
    view = view_of(shipped, 'schedules/round-1')
    plain_engine = Engines(resources((*many.old.keep, *many.new.keep)))
    assert prints.engine.render(view).data == plain_engine.render(view, 'pdf').data


def test_two_versions_of_a_block_that_fit_no_block_stand_after_each_other_with_names_of_their_own(
    shipped, view_of, many, prints
):
    old = view_of(shipped, 'letters/TH-18-chai-nat')
    field = next(one for one in old.blocks if type(one).__name__ == 'Field')
    new = replace(old, blocks=tuple(replace(one, label='เรื่องด่วน') if one is field else one for one in old.blocks))
    whole = merged(compare(old, new, many.words))
    ids = [one.id for one in whole.view.blocks]
    assert len(ids) == len(set(ids)) == len(old.blocks) + 1
    assert str(block(whole.view, f'{field.id}-again').label) == 'เรื่องด่วน'
    assert prints.engine.redline(redline(compare(old, new, many.words), NAMES)).pages >= 2


def test_a_template_with_words_of_its_own_is_refused(tmp_path, many):
    folder = tmp_path / 'templates'
    shutil.copytree(ROOT / 'templates', folder)
    page = folder / 'review' / 'changes.html'
    page.write_text(page.read_text(encoding='utf-8').replace('<h1>', '<h1>ด่วนที่สุด '), encoding='utf-8')
    with pytest.raises(TemplateError) as told:
        redline_engine(replace(resources(many.old.keep), templates=folder))
    assert [finding.rule for finding in told.value.findings] == ['template-words']


def test_a_change_of_no_blocks_is_a_paper_without_marks(shipped, view_of, many):
    view = view_of(shipped, 'schedules/round-1')
    change = compare(view, view, many.words)
    assert isinstance(change, PaperChange)
    assert merged(change).view.blocks == view.blocks
