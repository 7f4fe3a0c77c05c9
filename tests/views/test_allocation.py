"""The allocation: a row a recipient, each post's number, sums a round and the whole."""

from content_tools import SHIPPED, block, row_words

from saraban import thai
from saraban.views.allocation import papers
from saraban.views.blocks import words_of


def numbers(row) -> list[int]:
    return [int(thai.arabic(word).replace(',', '')) for word in row_words(row)[-3:]]


def test_a_round_has_a_row_a_recipient_and_its_total(sample, view_of):
    view = view_of(sample, 'allocations/round-1')
    assert [(row.style, row_words(row)) for row in block(view, 'allocation').rows] == [
        ('body', ['๑', 'โรงพยาบาลศูนย์บ้านใหม่', '๑', '๑๖', '๑๗']),
        ('body', ['๒', 'โรงพยาบาลเด็ก "ร่มเย็น" & คลินิก <สาขา ๒>', '๑', '๔', '๕']),
        ('total', ['รวมทุกครั้ง', '๒', '๒๐', '๒๒']),
    ]
    assert view.title == 'บัญชีจำนวนผู้เข้าอบรม ครั้งที่ ๑'


def test_the_one_for_all_stands_in_groups_and_counts_on(sample, view_of):
    rows = block(view_of(sample, 'allocations/all'), 'allocation').rows
    assert [(row.style, row_words(row)[0]) for row in rows] == [
        ('group', 'ครั้งที่ ๑'), ('body', '๑'), ('body', '๒'), ('subtotal', 'รวมครั้งที่ ๑'),
        ('group', 'ครั้งที่ ๒'), ('body', '๓'), ('body', '๔'), ('subtotal', 'รวมครั้งที่ ๒'),
        ('group', 'ครั้งที่ ๓'), ('body', '๕'), ('subtotal', 'รวมครั้งที่ ๓'),
        ('total', 'รวมทุกครั้ง'),
    ]  # fmt: skip
    assert numbers(rows[-1]) == [5, 54, 59]


def test_rows_add_up_to_subtotals_and_those_to_the_total(shipped, view_of):
    rows = block(view_of(shipped, 'allocations/all'), 'allocation').rows
    body, subtotals = ([numbers(row) for row in rows if row.style == style] for style in ('body', 'subtotal'))
    assert len(body) == 76
    assert [sum(column) for column in zip(*body, strict=True)] == [76, 878, 954]
    assert [sum(column) for column in zip(*subtotals, strict=True)] == numbers(rows[-1]) == [76, 878, 954]
    assert [row[2] for row in subtotals] == [159, 165, 169, 173, 213, 75]


def test_headings_name_the_posts_officially_with_the_unit(sample, view_of):
    columns = block(view_of(sample, 'allocations/all'), 'allocation').columns
    assert [words_of(one.heading) for one in columns] == [
        'ที่',
        'โรงพยาบาล',
        'หน.กลุ่มภารกิจฯ (ราย)',
        'พยาบาล ICWN (ราย)',
        'รวม (ราย)',
    ]


def test_every_row_is_as_wide_as_the_table(sample, view_of):
    table = block(view_of(sample, 'allocations/all'), 'allocation')
    assert {sum(cell.span for cell in row.cells) for row in table.rows} == {len(table.columns)}


def test_there_is_one_for_all_and_one_a_round(sample, shipped):
    assert [paper.path for paper in papers(sample)] == [
        'allocations/all',
        *(f'allocations/round-{n}' for n in (1, 2, 3)),
    ]
    assert len(papers(shipped)) == 7


def test_there_is_none_without_its_words_recipients_or_posts(changed):
    assert (
        papers(changed(SHIPPED, ('forms.yaml', (SHIPPED / 'forms.yaml').read_text(encoding='utf-8').strip(), '{}')))
        == []
    )
