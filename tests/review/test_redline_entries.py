"""The PDF redline of blocks that hold entries: whatever becomes of those, no two parts of a merged paper have one name."""

from dataclasses import fields, is_dataclass
from typing import get_args, get_origin, get_type_hints

import pytest
from redline_tools import paper

from saraban.review.compare import compare
from saraban.review.redline_list import Names
from saraban.review.redline_pdf import merged, redline
from saraban.views import blocks as b
from saraban.views.blocks import Block, plain
from saraban.words import Segmenter

WORDS = Segmenter().words
NAMES = Names('ฉบับก่อน', 'ฉบับหลัง')
ENTRIES = ('ชัยนาทและลพบุรี', 'กระบี่กับพังงา', 'ขอนแก่น เลย', 'สุรินทร์ติดศรีสะเกษ', 'น่าน แพร่', 'ตราดถึงระยอง')


def paper_of(*chosen, label='ถึง'):
    """A paper of every block that holds entries, those entries named by their places."""
    lines = tuple(plain(ENTRIES[one]) for one in chosen)
    cells = [tuple(b.Cell((words,)) for words in (line, plain('๑'))) for line in lines]
    columns = (b.Column(plain(label), 'left'), b.Column(plain('จำนวน'), 'left'))
    return paper(
        b.Title('title', lines),
        b.Letterhead('head', plain('ที่ ๑'), lines, plain('๑ มกราคม ๒๕๖๔')),
        b.MemoLine('memo', tuple((label, line) for line in lines[:2])),
        b.Counts('counts', tuple(b.CountRow(line, 'จำนวน', plain('๕ คน')) for line in lines)),
        b.Table('table', columns, tuple(b.Row(f'table/{at}', row) for at, row in enumerate(cells))),
        b.Enclosures('enclosures', label, tuple(b.EnclosureRow('-', line, '๑ ชุด') for line in lines)),
        b.Signature('signature', '', lines),
        b.Signatories(
            'signatures', tuple(b.Signature(f'signatures/{at}', '', (line,)) for at, line in enumerate(lines))
        ),
        b.Owner('owner', lines),
        b.CopyTo('copies', label, lines),
        b.OrderRoom('order', lines),
        b.Envelope('envelope', lines, lines, plain('๑๗๐๐๐')),
        b.Labels('labels', tuple((line, plain(label)) for line in lines)),
    )


def names_in(part):
    """The names of a part and of all that it holds."""
    if isinstance(part, tuple):
        return [name for one in part for name in names_in(one)]
    if not is_dataclass(part):
        return []
    inner = [name for entry in fields(part) for name in names_in(getattr(part, entry.name))]
    return [*([part.id] if hasattr(part, 'id') else []), *inner]


def test_the_paper_has_every_kind_of_block_that_holds_entries():
    holding = {
        kind.__name__
        for kind in Block.__subclasses__()
        if any(get_origin(hint) is tuple and get_args(hint)[0] is not b.Run for hint in get_type_hints(kind).values())
    }
    assert {type(block).__name__ for block in paper_of(0).blocks} == holding


@pytest.mark.parametrize(
    ('old', 'new'),
    [
        (paper_of(0, 1, 2), paper_of(2)),
        (paper_of(2), paper_of(0, 1, 2)),
        (paper_of(0, 1, 2), paper_of(3, 4, 5)),
        (paper_of(0, 1, 2), paper_of(2, 3, 0)),
        (paper_of(0, 1, 2), paper_of(1, 2, label='ส่งถึง')),
    ],
    ids=['gone', 'new', 'all others', 'moved', 'gone under another label'],
)
def test_whatever_becomes_of_a_block_s_entries_each_has_a_name_of_its_own_and_the_redline_prints(prints, old, new):
    change = compare(old, new, WORDS)
    names = names_in(merged(change).view.blocks)
    assert [name for name in names if names.count(name) > 1] == []
    assert prints.engine.redline(redline(change, NAMES)).pages >= 2


def test_a_block_that_is_called_as_a_change_is_leaves_the_change_its_name(prints):
    old, new = (
        paper(b.Paragraph('one', plain(f'ข้อความ{words}')), b.Paragraph('change-1', plain('ข้อความสุดท้าย')))
        for words in ('แรก', 'ก่อน')
    )
    change = compare(old, new, WORDS)
    assert [block.id for block in merged(change).view.blocks] == ['one', 'change-1-again']
    assert prints.engine.redline(redline(change, NAMES)).pages == 2


def test_a_line_to_write_on_is_dots_in_the_list(prints):
    gone = b.Signature('signatures/1', '', ((b.Run('('), b.Run('', blank=b.Blank('ชื่อ', None)), b.Run(')')),))
    kept = b.Signature('signatures/0', '', (plain('ลงชื่อ ผู้เสนอ'),))
    old, new = (paper(b.Signatories('signatures', signed)) for signed in ((kept, gone), (kept,)))
    (row,) = redline(compare(old, new, WORDS), NAMES).changes().rows
    assert [''.join(run.text for run in text) for _, text in row.what] == ['(……)']
