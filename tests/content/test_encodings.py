"""Bytes that come as files: encodings, marks, control characters, and what is no text at all."""

import os

import pytest
from lxml import etree

from saraban.content import files
from saraban.content.loader import load
from saraban.content.source import Source, read_text, read_yaml
from saraban.content.table import read_tables
from saraban.errors import ContentError

NAMES = 'จังหวัด,english\nชัยนาท,Chai Nat\nลพบุรี,Lop Buri\n'


def faults(tmp_path, data):
    path = tmp_path / 'x.yaml'
    path.write_bytes(data)
    return [(found.rule, str(found.place), dict(found.values)) for found in read_yaml(path, 'x.yaml').findings]


def cells(tmp_path, data):
    path = tmp_path / 'x.csv'
    path.write_bytes(data)
    (table,) = read_tables(path, 'x.csv')
    assert table.source.findings == []
    return [row.cells for row in table.rows]


@pytest.mark.parametrize('mark', [b'', b'\xef\xbb\xbf', b'\xef\xbb\xbf\xef\xbb\xbf'])
def test_a_byte_order_mark_is_no_part_of_the_text(tmp_path, mark):
    path = tmp_path / 'x.yaml'
    path.write_bytes(mark + b'a: 1\n')
    assert read_yaml(path, 'x.yaml').data == {'a': '1'}


@pytest.mark.parametrize('end', ['\n', '\r\n', '\r'])
def test_each_kind_of_line_end_counts_as_one(tmp_path, end):
    path = tmp_path / 'x.yaml'
    path.write_bytes(end.join(['a: 1', '', 'b:', '  - c', '']).encode())
    source = read_yaml(path, 'x.yaml')
    assert source.data == {'a': '1', 'b': ['c']}
    assert str(source.place(('b', 0))) == 'x.yaml:4:5'
    assert source.lines[3] == '  - c'


@pytest.mark.parametrize(
    ('data', 'place'),
    [
        ('a: 1\r\nชื่อ: กรม\n'.encode('cp874'), 'x.yaml:2:1'),
        ('a: 1\rb: ก'.encode() + b'\xff', 'x.yaml:2:5'),
        (b'a: \xed\xa0\x80', 'x.yaml:1:4'),
        ('a: ก'.encode('utf-16'), 'x.yaml:1:1'),
        (b'\xef\xbb\xbfa: \xe9', 'x.yaml:1:4'),
    ],
)
def test_another_encoding_is_told_where_it_shows(tmp_path, data, place):
    assert faults(tmp_path, data) == [('not-utf8', place, {})]


@pytest.mark.parametrize(
    'data', [b'PK\x03\x04\0\0', b'\x89PNG\r\n\x1a\n', b'%PDF-1.7\n', b'\xd0\xcf\x11\xe0\0', b'\xff\0\1']
)
def test_what_is_no_text_is_called_so(tmp_path, data):
    assert faults(tmp_path, data) == [('not-text', 'x.yaml', {})]


@pytest.mark.parametrize(
    ('text', 'rule', 'place', 'code'),
    [
        ('a: 1\nb: x\0y\n', 'control-character', 'x.yaml:2:5', 'U+0000'),
        ('a: \x1b[31m\n', 'control-character', 'x.yaml:1:4', 'U+001B'),
        ('a: x\ufffe\n', 'control-character', 'x.yaml:1:5', 'U+FFFE'),
        ('a: x\x0by\n', 'hidden-line-break', 'x.yaml:1:5', 'U+000B'),
        ('a: x\u2028b: 2\n', 'hidden-line-break', 'x.yaml:1:5', 'U+2028'),
        ('a: x\x85b: 2\n', 'hidden-line-break', 'x.yaml:1:5', 'U+0085'),
        ('a: "x\\0y"\n', 'control-character', 'x.yaml:1:4', 'U+0000'),
        ('a: "x\\Ly"\n', 'hidden-line-break', 'x.yaml:1:4', 'U+2028'),
        ('a: "x\\uFFFF"\n', 'control-character', 'x.yaml:1:4', 'U+FFFF'),
    ],
)
def test_a_character_that_no_document_can_hold_is_refused_where_it_stands(tmp_path, text, rule, place, code):
    assert faults(tmp_path, text.encode()) == [(rule, place, {'code': code})]


def test_every_line_with_a_control_character_is_told(tmp_path):
    assert [place for _, place, _ in faults(tmp_path, b'a: \1\nb: 2\nc: \2\2\n')] == ['x.yaml:1:4', 'x.yaml:3:4']


def test_what_could_steer_a_terminal_is_never_shown(tmp_path):
    path = tmp_path / 'x.yaml'
    path.write_bytes('a: \x1b]0;title\x07 \u202egnp\n'.encode())
    told = read_yaml(path, 'x.yaml').findings[0].tell('th')
    assert not set(told) & set('\x1b\x07\u202e')


def test_a_name_in_the_folder_that_cannot_be_printed_is_a_finding_and_no_crash(tmp_path):
    os.close(os.open(bytes(tmp_path) + b'/\xff\x1b.yaml', os.O_CREAT))
    with pytest.raises(ContentError) as caught:
        load(tmp_path)
    told = [found.tell('th') for found in caught.value.findings if found.rule == 'unknown-file']
    assert len(told) == 1
    told[0].encode()


@pytest.mark.parametrize('encoding', ['utf-8', 'utf-8-sig', 'utf-16', 'cp874', 'tis_620'])
def test_a_table_is_read_in_each_encoding_that_spreadsheets_save(tmp_path, encoding):
    assert cells(tmp_path, NAMES.encode(encoding)) == [
        ['จังหวัด', 'english'],
        ['ชัยนาท', 'Chai Nat'],
        ['ลพบุรี', 'Lop Buri'],
    ]


@pytest.mark.parametrize(
    'data',
    [
        NAMES.encode().replace('ล'.encode(), b'\xe0\xb8\xff', 1),  # UTF-8 with a broken byte
        'région,é\nsociété,à côté\n'.encode('latin-1'),
        NAMES.encode('utf-16-le')[:-1],
    ],
)
def test_bytes_that_are_no_thai_are_not_read_as_windows_874(tmp_path, data):
    path = tmp_path / 'x.csv'
    path.write_bytes(data)
    (table,) = read_tables(path, 'x.csv')
    assert table.rows == []
    assert {found.rule for found in table.source.findings} <= {'not-utf8', 'not-text', 'control-character'}
    assert table.source.findings


def test_a_pipe_and_a_folder_are_no_files(tmp_path):
    os.mkfifo(tmp_path / 'pipe')
    (tmp_path / 'folder').mkdir()
    for name in ('pipe', 'folder'):
        source = Source(name)
        assert read_text(tmp_path / name, source) is None
        assert [found.rule for found in source.findings] == ['not-a-file']


def test_xml_can_hold_every_character_that_is_let_through():
    let_through = [chr(code) for code in range(0x11_0000) if not files.FORBIDDEN.match(chr(code))]
    element = etree.Element('a')
    element.text = ''.join(let_through)
    assert etree.fromstring(etree.tostring(element)).text == element.text
