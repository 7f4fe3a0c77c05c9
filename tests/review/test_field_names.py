"""What the texts of a block are called, wherever a change is told."""

from saraban.review.compare import compare
from saraban.review.field_names import FieldNames
from saraban.views.blocks import Cell, Column, CountRow, Counts, Row, Table, View, plain
from saraban.words import Segmenter

SEGMENTER = Segmenter()
LONG = 'ผู้ปฏิบัติงานด้านการพัฒนาพื้นที่ระดับอำเภอของทุกจังหวัด'


def names(old, new):
    """The names of the changed texts of a block."""
    views = (View('letter', 'letter', 'letter', 'ทดสอบ', (block,)) for block in (old, new))
    (change,) = compare(*views, SEGMENTER).blocks
    of = FieldNames(change, 'th', SEGMENTER.words)
    return [of(text) for text in change.texts if text.changed]


def table(*rows, headings=('ลำดับ', 'ตำแหน่ง', 'จำนวน')):
    columns = tuple(Column(plain(heading), 'left') for heading in headings)
    return Table('t', columns, tuple(Row(f't/{at}', cells_of(row)) for at, row in enumerate(rows)))


def cells_of(words):
    return tuple(Cell((plain(one),)) for one in words)


def test_a_cell_is_called_by_its_row_cut_between_words_and_its_column():
    (name,) = names(table(('๑', LONG, '๕')), table(('๑', LONG, '๖')))
    row, column = name.split(' · ')
    assert column == 'จำนวน'
    assert row.endswith('…')
    begins = ''.join(SEGMENTER.words(LONG)[: len(SEGMENTER.words(row.removeprefix('๑ ').removesuffix('…')))])
    assert row == f'๑ {begins}…'


def test_a_cell_beyond_the_last_heading_is_called_by_its_row_alone():
    old, new = (table(('๑', 'นายอำเภอ', '๕', last), headings=('ลำดับ', 'ตำแหน่ง')) for last in ('ก', 'ข'))
    assert names(old, new) == ['๑ นายอำเภอ']


def test_a_count_is_called_by_its_label():
    old, new = (Counts('c', (CountRow(plain('นายอำเภอ'), 'จำนวน', plain(value)),)) for value in ('๕ คน', '๖ คน'))
    assert names(old, new) == ['นายอำเภอ']
