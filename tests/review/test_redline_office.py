"""LibreOffice accepts and rejects all changes of redlines: what is left is what it makes of the new and the old paper."""

import sys
from dataclasses import replace

import pytest
from content_tools import ROOT
from office import resolve
from redline_tools import ENGINES, line, paper, redline
from resolving import RANGES, W, body_of, shape

sys.path.insert(0, str(ROOT / 'benchmarks'))

from content_edits import edits, segmenter

from saraban.review.choosing import choose
from saraban.review.papers import review_versions
from saraban.views import blocks as b
from saraban.views.blocks import Run, plain

pytestmark = pytest.mark.slow

WHOLE = 'ประการแรก จังหวัดส่งรายชื่อผู้เข้าร่วมประชุมทุกคน ประการที่สอง อำเภอเตรียมข้อมูลของทุกตำบล'
MEETING = 'กรมการปกครองกำหนดจัดประชุม ณ โรงแรมดิวันนา เขตบางรัก กรุงเทพฯ'


def items(*texts):
    return [b.Item(f'item-{n}', 2, f'๑.{n}', plain(text)) for n, text in enumerate(texts, 1)]


def table(*names):
    columns = (b.Column(plain('ลำดับ'), 'center', key='number'), b.Column(plain('จังหวัด'), 'left', key='province'))
    rows = [b.Row(name, (b.Cell((plain(str(n)),)), b.Cell((plain(name),)))) for n, name in enumerate(names, 1)]
    return b.Table('table', columns, tuple(rows))


def around(*blocks):
    return paper(line('first', 'ย่อหน้าแรกของเอกสาร'), *blocks, line('last', 'ย่อหน้าสุดท้ายของเอกสาร'))


BOLD = b.Paragraph('a', (Run('กรมการปกครอง'), Run('กำหนดจัดประชุม', bold=True), Run(MEETING.partition('ประชุม')[2])))
PAIRS = {
    'a word': (around(line('a', MEETING)), around(line('a', MEETING.replace('บางรัก', 'ห้วยขวาง')))),
    'bold words': (around(line('a', MEETING)), around(BOLD)),
    'another level': (around(*items(MEETING)), around(replace(items(MEETING)[0], level=3))),
    'split': (around(line('a', WHOLE)), around(line('a', WHOLE[:51]), line('b', WHOLE[51:].strip()))),
    'joined items': (around(*items(WHOLE[:51], WHOLE[51:].strip())), around(*items(WHOLE))),
    'moved': (around(line('a', MEETING), line('b', WHOLE)), around(line('b', WHOLE), line('a', MEETING))),
    'put in first': (paper(line('b', WHOLE)), paper(line('a', MEETING, 'centred'), line('b', WHOLE))),
    'put in last': (paper(line('b', WHOLE)), paper(line('b', WHOLE), line('a', MEETING, 'centred'))),
    'taken out last': (paper(line('b', WHOLE), line('a', MEETING, 'note')), paper(line('b', WHOLE))),
    'another paragraph': (around(line('b', WHOLE)), around(line('a', 'ไม่มีคำใดเหมือนเดิมเลย', 'note'))),
    'before a table': (around(table('ก')), around(line('a', MEETING), table('ก'))),
    'a row': (around(table('ชัยนาท', 'สิงห์บุรี')), around(table('ชัยนาท', 'ลพบุรี', 'สิงห์บุรี'))),
    'a row gone': (around(table('ชัยนาท', 'ลพบุรี')), around(table('ชัยนาท'))),
    'a table': (around(line('a', MEETING)), around(line('a', MEETING), table('ชัยนาท', 'ลพบุรี'))),
    'a table gone': (around(line('a', MEETING), table('ชัยนาท')), around(line('a', MEETING))),
}


BESIDE_TABLES = {'before a table', 'a table gone'}
"""Where the paragraph above a table had other spacing: LibreOffice takes what a former spacing leaves to the style for 0."""
EDITS = 8


def edited_papers():
    """The first paper that each random edit of the shipped content changes, without the catchwords of its PDF."""
    for number, (_, old, new) in enumerate(edits(EDITS, seed=7)):
        group = review_versions(old, new, choose(old, new), segmenter().words).groups[0]
        if group.first.old and group.first.new:
            yield f'edit {number}', (unpaged(group.first.old), unpaged(group.first.new))


def unpaged(view):
    return replace(view, furniture=replace(view.furniture, catchword=False))


@pytest.fixture(scope='module')
def opened(tmp_path_factory):
    """All pairs, and papers that random edits change, through LibreOffice in one go."""
    folder = tmp_path_factory.mktemp('office')
    for name, (old, new) in (*PAIRS.items(), *edited_papers()):
        (folder / f'{name}.redline.docx').write_bytes(redline(old, new))
        for side, view in (('old', old), ('new', new)):
            (folder / f'{name}.{side}.docx').write_bytes(ENGINES.render(view, 'docx').data)
    resolve(folder)
    return folder


def left(path, *, spaced=True):
    """What LibreOffice stored, without what it adds to any paper: bookmarks, and the look of paragraph ends."""
    body = body_of(path.read_bytes())
    for name in (*RANGES, f'{W}bookmarkStart', f'{W}bookmarkEnd'):
        for mark in list(body.iter(name)):
            mark.getparent().remove(mark)
    for properties in body.iter(f'{W}pPr'):
        for name in ('rPr',) if spaced else ('rPr', 'spacing'):
            for child in properties.findall(f'{W}{name}'):
                properties.remove(child)
    return shape(body)


@pytest.mark.parametrize('name', PAIRS)
@pytest.mark.parametrize(('how', 'side', 'other'), [('accept', 'new', 'old'), ('reject', 'old', 'new')])
def test_all_changes_accepted_or_rejected_leave_one_of_the_papers(opened, name, how, side, other):
    spaced = name not in BESIDE_TABLES
    resolved = left(opened / f'{name}.redline.docx.{how}', spaced=spaced)
    assert resolved == left(opened / f'{name}.{side}.docx.as-is', spaced=spaced)
    assert resolved != left(opened / f'{name}.{other}.docx.as-is', spaced=spaced)


def test_so_do_those_of_papers_that_random_edits_change(opened):
    names = sorted({path.name.partition('.')[0] for path in opened.glob('edit *.docx')})
    assert len(names) >= EDITS // 2
    assert [
        (name, how)
        for name in names
        for how, side in (('accept', 'new'), ('reject', 'old'))
        if left(opened / f'{name}.redline.docx.{how}') != left(opened / f'{name}.{side}.docx.as-is')
    ] == []
