"""An e-mail package: one PDF a recipient, a table that Excel opens, addresses that are looked at before anything is made."""

from __future__ import annotations

import csv
import io

import pypdfium2
import pytest
from content_tools import digests, patched, squeezed
from print_tools import NAMES, request, sample

from saraban.content.roster import Recipient
from saraban.errors import ContentError, Level
from saraban.printroom.bindery import NAME_BYTES, safe
from saraban.printroom.sending import HEADINGS, TABLE, addresses_are_right, inert, send_package

ADDRESSES = ('saraban@banmai.go.th', '', 'saraban@border.go.th', 'saraban@border.go.th', '=cmd@kk.go.th')


def with_addresses(folder, addresses):
    content = sample(folder / 'content')
    path = content / 'recipients.csv'
    head, *rows = path.read_text(encoding='utf-8').splitlines()
    lines = [f'{head},อีเมล', *(f'{row},{address}' for row, address in zip(rows, addresses, strict=True))]
    path.write_text('\n'.join(lines) + '\n', encoding='utf-8')
    return content


@pytest.mark.parametrize('cell', ['=1+1', '+66', '-1', '@sum', '\t=1', '\r=1'])
def test_no_cell_begins_like_a_formula(cell):
    assert inert(cell) == f"'{cell}"


def test_other_cells_are_written_as_they_are():
    assert [inert(cell) for cell in ('', 'ชัยนาท', 'saraban@chainat.go.th', '๑')] == [
        '', 'ชัยนาท', 'saraban@chainat.go.th', '๑',
    ]  # fmt: skip


@pytest.mark.parametrize(
    ('name', 'file'),
    [
        ('ชัยนาท', 'ชัยนาท'),
        ('ก/ข: "ค" <ง>?', 'ก ข ค ง'),
        ('...', '-'),
        ('โรงพยาบาล' * 9, f'{"โรงพยาบาล" * 5}โรงพยาบ…'),
        ('ที่' * 30, f'{"ที่" * 17}…'),
    ],
)
def test_a_name_is_one_that_every_disk_takes(name, file):
    assert safe(name) == file
    assert len(file.encode()) <= NAME_BYTES


@pytest.mark.parametrize(
    ('addresses', 'found'),
    [
        (['saraban@a.go.th', 'saraban@b.go.th'], []),
        (['', 'saraban@b.go.th'], [('no-email', Level.WARNING)]),
        (['saraban@a.go.th', 'SARABAN@a.go.th'], [('same-email', Level.WARNING)]),
        (['saraban', 'a@b.go.th, c@d.go.th'], [('wrong-email', Level.ERROR)] * 2),
        (['a b@c.go.th', 'ก@ข.ไทย'], [('wrong-email', Level.ERROR)] * 2),
        (['a@b..th', 'a@-b.th'], [('wrong-email', Level.ERROR)] * 2),
    ],
)
def test_addresses_that_are_missing_odd_or_used_twice_are_told(small, addresses, found):
    people = [Recipient(f'r-{n}', f'ราย {n}', None, (n,), email=address) for n, address in enumerate(addresses)]
    assert [(one.rule, one.level) for one in addresses_are_right(small(), people)] == found


def test_a_malformed_address_stops_the_run_before_anything_is_made(tmp_path):
    with_addresses(tmp_path, ADDRESSES)
    with pytest.raises(ContentError) as caught:
        send_package(request(tmp_path))
    assert [finding.rule for finding in caught.value.findings] == ['wrong-email']
    assert not (tmp_path / 'output').exists()


@pytest.mark.slow
def test_each_recipient_has_one_pdf_of_letter_and_enclosures_and_a_row_in_the_table(tmp_path):
    content = with_addresses(tmp_path, (*ADDRESSES[:4], 'saraban@kk.go.th'))
    made = send_package(request(tmp_path))
    data = (made.folder / TABLE).read_bytes()
    assert data.startswith(b'\xef\xbb\xbf')
    head, *rows = csv.reader(io.StringIO(data.decode('utf-8-sig')))
    assert head == list(HEADINGS)
    assert [row[2] for row in rows] == [*ADDRESSES[:4], 'saraban@kk.go.th']
    assert made.without == 1
    for row, name in zip(rows, NAMES, strict=True):
        document = pypdfium2.PdfDocument(made.folder / row[4])
        pages = [
            squeezed(page.get_textpage().get_text_bounded().replace('\u0e4d\u0e32', '\u0e33')) for page in document
        ]
        assert squeezed(name) in pages[0]
        assert squeezed(row[3]) in pages[0]
        marked = [mark for mark in ('สิ่งที่ส่งมาด้วย๑', 'สิ่งที่ส่งมาด้วย๒') if any(mark in text for text in pages[1:])]
        assert len(marked) == 2
    before = digests(made.folder)
    assert digests(send_package(request(tmp_path)).folder) == before
    patched(content, 'rounds.yaml', 'stated: 19', 'stated: 20')
    with pytest.raises(ContentError):
        send_package(request(tmp_path))
    assert digests(made.folder) == before
