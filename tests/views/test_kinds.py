"""The table of kinds: which papers a project has, each with a view of its own."""

from collections import Counter

import pytest
from content_tools import SAMPLE, SHIPPED, copied, patched

from saraban.content.issued import REGISTER
from saraban.content.loader import FILES, ROSTER, load
from saraban.pipeline import read
from saraban.thai import arabic
from saraban.views.blocks import Table, fingerprint, printed_words, words_of
from saraban.views.kinds import KINDS, all_papers


def test_the_shipped_project_has_168_papers(shipped):
    counts = Counter(paper.kind for paper in all_papers(shipped))
    assert counts == {
        'proposal': 1,
        'schedule': 1,
        'round-schedule': 6,
        'allocation': 7,
        'letter': 76,
        'memo': 1,
        'reply-form': 76,
    }
    assert counts.total() == 168


def test_the_sample_has_papers_of_every_kind_but_circulars(sample):
    counts = Counter(paper.kind for paper in all_papers(sample))
    assert counts == {'proposal': 1, 'schedule': 1, 'round-schedule': 3, 'allocation': 4, 'letter': 5, 'reply-form': 5}


def test_a_project_without_rounds_and_recipients_has_its_proposal_alone(small):
    assert [paper.path for paper in all_papers(small())] == ['proposal']


@pytest.mark.parametrize('name', ['sample', 'shipped'])
def test_every_paper_has_a_view_of_its_kind_at_its_path(name, request):
    project = request.getfixturevalue(name)
    papers = all_papers(project)
    views = [KINDS[paper.kind].view(project, paper, {}) for paper in papers]
    assert [(view.kind, view.path, view.recipient) for view in views] == [
        (paper.kind, paper.path, paper.name) for paper in papers
    ]
    assert len({fingerprint(view) for view in views}) == len({paper.path for paper in papers}) == len(papers)
    for view in views:
        assert len({block.id for block in view.blocks}) == len(view.blocks)
        assert not [word for word in printed_words(view) if '{{' in word or '**' in word or 'None' in word]
        assert view.title.strip() == view.title != ''


@pytest.mark.parametrize('name', ['sample', 'shipped'])
def test_a_view_is_made_alike_twice(name, request):
    project = request.getfixturevalue(name)
    for paper in all_papers(project):
        kind = KINDS[paper.kind]
        assert kind.view(project, paper, {}) == kind.view(project, paper, {})


def test_a_view_does_not_depend_on_the_run_that_read_the_content(shipped):
    again = read(SHIPPED)
    first, second = (
        [fingerprint(KINDS[paper.kind].view(project, paper, {})) for paper in all_papers(project)]
        for project in (shipped, again)
    )
    assert first == second


def test_an_empty_line_moves_places_and_no_paper(changed, shipped):
    project = changed(SHIPPED, ('rounds.yaml', 'noun: รุ่น\n', '\n\nnoun: รุ่น\n'))
    first, second = (
        [fingerprint(KINDS[paper.kind].view(one, paper, {})) for paper in all_papers(one)] for one in (shipped, project)
    )
    assert first == second


EDITS = [
    ('facts.yaml', 'beds: {value: 4250}', 'beds: {value: 4251}', 'bed_days'),
    ('project.yaml', 'telephone: "0 2590 0000 ต่อ 12"', 'telephone: "0 2590 9999"', ''),
    ('audience.yaml', 'unit: ราย', 'unit: คน', ''),
    ('rounds.yaml', 'venue: ห้องประชุม ๑', 'venue: ห้องประชุม ๒', ''),
    ('recipients.csv', 'โรงพยาบาลเกาะไกล', 'โรงพยาบาลเกาะใกล้', ''),
    ('schedule.yaml', 'topic: ลงทะเบียน,', 'topic: รายงานตัว,', ''),
    ('letter.yaml', 'closing: ขอแสดงความนับถือ', 'closing: ขอแสดงความนับถืออย่างยิ่ง', ''),
    ('forms.yaml', 'certify: ผู้อำนวยการโรงพยาบาล', 'certify: ผู้รับรอง', ''),
    ('proposal.yaml', 'heading: งบประมาณ', 'heading: ค่าใช้จ่าย', ''),
]


def touched(before, after) -> set[str]:
    """The kinds of the papers that differ."""
    return {
        paper.kind
        for paper, other in zip(all_papers(before), all_papers(after), strict=True)
        if fingerprint(KINDS[paper.kind].view(before, paper, {}))
        != fingerprint(KINDS[other.kind].view(after, other, {}))
    }


@pytest.mark.parametrize(('file', 'old', 'new', 'note'), EDITS, ids=[edit[0] for edit in EDITS])
def test_a_paper_that_an_edit_touches_names_the_file_among_its_sources(changed, sample, file, old, new, note):
    patches = [(file, old, new)]
    if note == 'bed_days':  # its stated value follows
        patches.append((file, ', stated: "1,551,250"', ''))
    kinds = touched(sample, changed(SAMPLE, *patches))
    assert kinds != set()
    assert {kind for kind in kinds if file not in KINDS[kind].sources} == set()


def test_a_fact_in_the_title_touches_only_papers_that_name_the_facts_file(changed, tmp_path):
    title = ('project.yaml', 'title:\n', 'title:\n  - "{{ facts.beds }} เตียง"\n')
    before = changed(SAMPLE, title)
    other = patched(
        patched(copied(SAMPLE, tmp_path / 'other'), *title), 'facts.yaml', 'beds: {value: 4250}', 'beds: {value: 4251}'
    )
    kinds = touched(before, load(other))
    assert {kind for kind in kinds if 'facts.yaml' not in KINDS[kind].sources} == set()


@pytest.mark.parametrize('kind', KINDS)
def test_sources_are_files_of_content(kind):
    assert set(KINDS[kind].sources) - {*FILES, ROSTER, REGISTER} == set()


@pytest.mark.parametrize('name', ['sample', 'shipped'])
def test_a_table_whose_rows_are_numbered_says_which_column_counts_them(name, request):
    project = request.getfixturevalue(name)
    papers = all_papers(project, KINDS)
    tables = [
        (paper.kind, block)
        for paper in papers
        for block in KINDS[paper.kind].view(project, paper, {}).blocks
        if isinstance(block, Table)
    ]
    counting: dict[str, set[int]] = {}
    for kind, table in tables:
        for at in (at for at, column in enumerate(table.columns) if column.counted):
            cells = [row.cells[at] for row in table.rows if row.cells[at].span == 1]
            numbers = [int(arabic(words_of(cell.paragraphs[0]).split()[0])) for cell in cells]
            assert numbers == list(range(1, len(numbers) + 1))
            counting.setdefault(kind, set()).add(at)
        if any(words_of(column.heading) in {'ลำดับ', 'ที่'} for column in table.columns):
            assert any(column.counted for column in table.columns), kind
    rounds = {'proposal': {0}, 'schedule': {0}} if name == 'shipped' else {}  # which have a name beside the number
    assert counting == {'allocation': {0}, 'register': {0}, 'reply-form': {0}} | rounds
