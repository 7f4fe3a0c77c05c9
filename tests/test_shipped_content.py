"""The shipped content is the source proposal: its figures are reckoned, never typed, and its tables read as the source's."""

import re
from pathlib import Path

import pytest
from content_tools import ROOT, SHIPPED, block, row_words, words

from saraban import thai
from saraban.views.blocks import Item, words_of
from saraban.views.kinds import all_papers

SOURCE = ROOT.parent / 'shared' / 'reference' / 'one-plan-2564.txt'
PROVINCES = ROOT.parent / 'shared' / 'data' / 'provinces.csv'
SUMS = [1158, 954, 878, 159, 165, 169, 173, 213, 75, 14510, 142, 151, 158, 164, 196, 60]


def test_the_figures_of_the_proposal_are_reckoned(shipped):
    assert (shipped.audience_total, shipped.invited_total) == (1158, 954)
    assert [shipped.total(group) for group in shipped.groups] == [76, 878, 30, 60, 24, 60, 30]
    assert [shipped.round_total(a_round) for a_round in shipped.rounds] == [159, 165, 169, 173, 213, 75]
    assert [[shipped.round_count(group, a_round) for group in shipped.invited] for a_round in shipped.rounds] == [
        [17, 142], [14, 151], [11, 158], [9, 164], [17, 196], [8, 67],
    ]  # fmt: skip
    assert (len(shipped.rounds), len(shipped.recipients), shipped.fact('people_hired')) == (6, 76, 14510)


def test_the_papers_are_168(shipped):
    assert len(all_papers(shipped)) == 168


@pytest.mark.parametrize('figure', SUMS)
def test_a_sum_is_typed_nowhere_in_the_content(figure):
    forms = {str(figure), f'{figure:,}', thai.digits(figure), thai.number(figure)}
    for path in sorted(SHIPPED.glob('*.yaml')):
        lines = path.read_text(encoding='utf-8').splitlines()
        typed = [
            line for line in lines for number in re.findall(r'[\d,]*\d', line.partition('#')[0]) if number in forms
        ]
        assert typed == [], f'{figure} stands in {path.name}'


def test_no_figure_is_stated_beside_the_reckoned_one():
    assert [
        path.name
        for path in SHIPPED.glob('*.yaml')
        if re.search(r'^[^#]*\bstated:', path.read_text(encoding='utf-8'), re.M)
    ] == []


def test_the_reckoned_figures_stand_in_the_proposal(shipped, view_of):
    text = words(view_of(shipped, 'proposal'))
    for part in (
        'กลุ่มเป้าหมายจำนวนทั้งสิ้น ๑,๑๕๘ คน ประกอบด้วย',
        'โดยแบ่งการดำเนินงานเป็นจำนวน ๖ รุ่น ดังนี้',
        '- ปลัดอำเภอที่รับผิดชอบงานแผนพัฒนาอำเภอ ๘๗๘ อำเภอ จำนวน ๘๗๘ คน',
        '๑๔,๕๑๐',
        '๗,๒๕๕',
        '(๑๐ กลุ่มย่อย)',
    ):
        assert part in text


def test_every_province_has_the_round_and_districts_of_the_register(shipped):
    if not PROVINCES.exists():
        pytest.skip('the register of provinces lies beside the project only where it is worked on')
    rows = [line.split(',') for line in PROVINCES.read_text(encoding='utf-8').splitlines()]
    heading, *rows = rows
    register = {
        row[heading.index('iso')]: dict(zip(heading, row, strict=True)) for row in rows if row[heading.index('round')]
    }
    ours = {one.slug[:5]: (one.name, one.round, one.numbers['districts']) for one in shipped.recipients}
    assert len(ours) == 76
    name = next(column for column in heading if column in {'thai', 'name', 'province', 'th', 'name_th'})
    assert ours == {
        iso: (row[name], int(row['round']), int(row['districts'])) for iso, row in register.items() if iso in ours
    }


def test_no_province_that_the_source_misspells_is_left(shipped):
    names = [one.name for one in shipped.recipients]
    assert {'อุดรธานี', 'อุตรดิตถ์', 'พิษณุโลก', 'พะเยา', 'แพร่', 'พิจิตร', 'นครสวรรค์'} <= set(names)
    third = [one.name for one in shipped.members(shipped.rounds[2])]
    assert ('อุดรธานี' in third, 'อุตรดิตถ์' in third) == (True, False)


# What the source shows, mended as MENDS.md says.
MENDS = [
    ('หนองคาย เลย อุตรดิตถ์', 'หนองคาย เลย อุดรธานี'),
    ('ปลัดอำเภอฯ ๑๔๘ คน', 'ปลัดอำเภอฯ ๑๕๘ คน'),
    ('พิชณุโลก', 'พิษณุโลก'),
    ('พะเยาแพร่', 'พะเยา แพร่'),
    ('พิจิตรนครสวรรค์', 'พิจิตร นครสวรรค์'),
    ('(One Plan)', '(One plan)'),
    ('ทุกๆระดับ', 'ทุก ๆ ระดับ'),
    ('ระดับต่างๆ', 'ระดับต่าง ๆ'),
]


@pytest.fixture(scope='module')
def source() -> list[str]:
    if not SOURCE.exists():
        pytest.skip('the source proposal lies beside the project only where it is worked on')
    text = SOURCE.read_text(encoding='utf-8')
    for wrong, right in MENDS:
        text = text.replace(wrong, right)
    return text.replace('**', '').splitlines()


def even(text: str) -> str:
    """Words with no white space and no leading hyphens: the source lost line ends, cells and paragraphs are joined by tabs."""
    return re.sub(r'\s+|- ', '', text)


def test_the_schedule_reads_row_by_row_as_the_source_does(shipped, view_of, source):
    rows = block(view_of(shipped, 'schedule'), 'rounds').rows
    first = next(index for index, line in enumerate(source) if line.startswith('๑ ภาคกลาง\t'))
    ours = [even(''.join(row_words(row)).replace(' / ', '')) for row in rows]
    assert ours == [even(line) for line in source[first : first + 7]]


def test_the_proposal_s_table_reads_row_by_row_as_the_source_does(shipped, view_of, source):
    rows = block(view_of(shipped, 'proposal'), 'audience/4').rows
    starts = [index for index, line in enumerate(source) if line.startswith('๑ ภาคกลาง\t')]
    ours = [even(''.join(row_words(row)).replace(' / ', '')) for row in rows]
    assert ours == [even(line) for line in source[starts[1] : starts[1] + 7]]


def test_every_line_of_the_source_stands_in_the_proposal(shipped, view_of, source):
    text = even(words(view_of(shipped, 'proposal')).replace(' / ', ''))
    start = [index for index, line in enumerate(source) if line.startswith('โครงการพัฒนาประสิทธิภาพ')][1]
    lines = [even(line.replace('\t', '')) for line in source[start:] if line.strip() and not line.startswith('/')]
    missing = [line for line in lines if line not in text]
    assert missing == []
    assert len(lines) > 40


def test_items_are_numbered_as_the_source_numbers_them(shipped, view_of, source):
    items = [one for one in view_of(shipped, 'proposal').blocks if isinstance(one, Item)]
    numbered = [line.split(' ')[0] for line in source if re.match(r'[๐-๙]+\.[๐-๙]+ ', line)]
    assert [one.number for one in items] == numbered
    assert all(words_of(one.text) for one in items)


def test_the_mends_are_listed():
    listed = (SHIPPED / 'MENDS.md').read_text(encoding='utf-8')
    for wrong, right in MENDS:
        assert wrong.split()[-1].strip('()') in listed, f'{wrong} → {right}'


def test_content_names_no_fact_that_the_source_does_not_give(shipped):
    assert {(one.letter.number, one.letter.date, one.letter.reply_by, one.letter.stage) for one in shipped.rounds} == {
        ('', None, None, 'ร่าง')
    }
    assert (shipped.letter.signer.name, shipped.letter.reply_channel, shipped.letter.costs) == ('', '', '')
    assert shipped.main.agency.address == ['']


def test_nothing_in_the_program_knows_this_project():
    known = ('ผู้ช่วยเจ้าจังหวัด', 'One plan', 'ปลัดอำเภอ', 'กรมการปกครอง', 'ชัยนาท', 'TH-18')
    program = [
        *(ROOT / 'saraban').rglob('*.py'),
        *(ROOT / 'templates').rglob('*.html'),
        *(ROOT / 'templates').rglob('*.css'),
    ]
    found = {}
    for path in program:
        text = '\n'.join(_code_lines(path))
        found |= {f'{path.relative_to(ROOT)}: {word}': True for word in known if word in text}
    assert found == {}


def _code_lines(path: Path) -> list[str]:
    """Lines without remarks and docstrings, whose examples may come from the shipped project, and without help texts."""
    text = path.read_text(encoding='utf-8')
    if path.suffix == '.py':
        if path.parent.name == 'messages':
            return []
        text = re.sub(r'""".*?"""', '', text, flags=re.DOTALL)
        text = re.sub(r'#.*', '', text)
    return text.splitlines()
