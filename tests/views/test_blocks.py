"""What is read out of blocks: words in printing order, what is still open, a digest of all that prints."""

from dataclasses import replace

from saraban.errors import Place
from saraban.views.blocks import (
    Blank,
    Cell,
    Column,
    CountRow,
    Counts,
    EnclosureRow,
    Enclosures,
    Field,
    Furniture,
    Heading,
    Item,
    Letterhead,
    Owner,
    Paragraph,
    Row,
    Run,
    Signatories,
    Signature,
    Table,
    Title,
    View,
    blanks,
    fingerprint,
    plain,
    printed_words,
    words_of,
)

GAP = Blank('วันที่', Place('rounds.yaml', 3))
EVERYTHING = (
    Title('title', (plain('ก'), plain('ข'))),
    Letterhead('letterhead', plain('ที่'), (plain('กรม'), plain('ที่อยู่')), (Run('', blank=GAP), Run(' ตุลาคม'))),
    Field('subject', 'เรื่อง', plain('ค')),
    Enclosures('enclosures', 'สิ่งที่ส่งมาด้วย', (EnclosureRow('๑.', plain('ง'), 'จำนวน ๑ แผ่น'),)),
    Heading('one', '๑.', plain('จ')),
    Paragraph('one/1', (Run('ฉ', bold=True), Run('ช'))),
    Item('one/2', 2, '๑.๑', plain('ซ')),
    Counts('one/3', (CountRow(plain('ฌ'), 'จำนวน', plain('๓ คน')),)),
    Table(
        'one/4',
        (Column(plain('ญ'), 'left', key='key'),),
        (Row('r', (Cell((plain('ฎ'), plain('ฏ'))),), 'total'),),
        form='form',
    ),
    Table('one/5', (Column(plain('hidden'), 'left'),), (Row('r', (Cell((plain('ฐ'),)),)),), header=False),
    Signature('signature', 'ขอแสดง', (plain('(ฑ)'),)),
    Signatories('signatures', (Signature('s/1', '', (plain('ฒ'),)),)),
    Owner('owner', (plain('กอง'),)),
)
VIEW = View('letter', 'letters/a', 'letter', 'ชื่อ', EVERYTHING, recipient='ชัยนาท')


def test_words_are_read_in_the_order_in_which_they_print():
    assert [word for word in printed_words(VIEW) if word] == [
        'ก',
        'ข',
        'ที่',
        'กรม',
        'ที่อยู่',
        ' ตุลาคม',
        'เรื่อง',
        'ค',
        'สิ่งที่ส่งมาด้วย',
        '๑.',
        'ง',
        'จำนวน ๑ แผ่น',
        '๑.',
        'จ',
        'ฉ',
        'ช',
        '๑.๑',
        'ซ',
        'ฌ',
        'จำนวน',
        '๓ คน',
        'ญ',
        'ฎ',
        'ฏ',
        'ฐ',
        'ขอแสดง',
        '(ฑ)',
        'ฒ',
        'กอง',
    ]


def test_ids_styles_titles_and_headings_that_are_not_printed_are_no_words():
    assert {'one/4', 'total', 'form', 'key', 'left', 'hidden', 'ชื่อ', 'ชัยนาท', 'letter'} & set(
        printed_words(VIEW)
    ) == set()


def test_what_is_open_is_listed_with_what_leaves_no_line():
    costs = Blank('ค่าใช้จ่าย', Place('letter.yaml', 9))
    write_here = Paragraph('foot', (Run('', blank=Blank('', Place(''))),))
    view = replace(VIEW, blocks=(*EVERYTHING, write_here), unprinted=(costs,))
    assert list(blanks(view)) == [GAP, costs]


def test_a_digest_is_of_all_that_prints_and_of_nothing_else():
    moved = tuple(
        replace(one, date=(Run('', blank=replace(GAP, place=Place('rounds.yaml', 99))), one.date[1]))
        if isinstance(one, Letterhead)
        else one
        for one in EVERYTHING
    )
    assert fingerprint(replace(VIEW, blocks=moved)) == fingerprint(VIEW)
    others = [
        replace(VIEW, blocks=EVERYTHING[:-1]),
        replace(VIEW, title='อื่น'),
        replace(VIEW, furniture=Furniture(emblem=True)),
        replace(VIEW, path='letters/b'),
        replace(VIEW, recipient='ลพบุรี'),
    ]
    assert len({fingerprint(VIEW), *map(fingerprint, others)}) == len(others) + 1


def test_a_column_that_counts_its_rows_prints_as_any_other():
    def table(*, counted):
        return Table('t', (Column(plain('ลำดับ'), 'center', counted=counted),), (Row('r', (Cell((plain('๑'),)),)),))

    plainly, counting = (replace(VIEW, blocks=(table(counted=counted),)) for counted in (False, True))
    assert (fingerprint(counting), printed_words(counting)) == (fingerprint(plainly), ['ลำดับ', '๑'])


def test_the_words_of_a_text_are_its_runs_without_styles():
    assert words_of((Run('ก', bold=True), Run('', blank=GAP), Run('ข'))) == 'กข'
    assert plain('ก', bold=True) == (Run('ก', bold=True),)
