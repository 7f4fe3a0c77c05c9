"""Files are read as text: every scalar stays what was typed, and every value knows its file, line and column."""

import pytest
from content_tools import told
from hypothesis import given
from hypothesis import strategies as some

from saraban.content.source import LINE_SHOWN, SIZE_LIMIT, Source, read_yaml
from saraban.errors import Place


@pytest.fixture
def read(tmp_path):
    def read(text: str | bytes) -> Source:
        path = tmp_path / 'file.yaml'
        path.write_bytes(text.encode() if isinstance(text, str) else text)
        return read_yaml(path, 'file.yaml')

    return read


@pytest.mark.parametrize(
    'scalar',
    ['10:30', 'no', 'yes', 'On', '0712345670', '1_000', '1.10', '2563-11-26', '0x1F', '1e3', '.inf', 'True', '3', '='],
)
def test_every_scalar_stays_as_it_was_typed(read, scalar):
    assert read(f'a: {scalar}\n').data == {'a': scalar}


@pytest.mark.parametrize('scalar', ['', '~', 'null', '""', "''"])
def test_nothing_is_empty_text(read, scalar):
    assert read(f'a: {scalar}\nb: 1\n').data == {'a': '', 'b': '1'}


def test_quoted_words_that_yaml_knows_stay_words(read):
    assert read('a: "null"\nb: \'~\'\n').data == {'a': 'null', 'b': '~'}


def test_values_and_names_know_their_line_and_column(read):
    source = read('# first\na:\n  - ก\n  - {b: ข, c: [ค, ง]}\n')
    assert source.data == {'a': ['ก', {'b': 'ข', 'c': ['ค', 'ง']}]}
    assert {
        loc: (source.place(loc).line, source.place(loc).column) for loc in [('a', 0), ('a', 1, 'b'), ('a', 1, 'c', 1)]
    } == {
        ('a', 0): (3, 5),
        ('a', 1, 'b'): (4, 9),
        ('a', 1, 'c', 1): (4, 19),
    }
    assert source.name_place(('a', 1, 'c')) == Place('file.yaml', 4, 12)
    assert source.place(('a', 1, 'b')).excerpt == '  - {b: ข, c: [ค, ง]}'


def test_a_value_that_is_not_there_stands_at_the_entry_around_it(read):
    source = read('a:\n  - {b: ข}\n')
    assert source.place(('a', 0, 'nothing', 3)) == Place('file.yaml', 2, 5)
    assert source.name_place(('a', 0, 'nothing')) == Place('file.yaml', 2, 5)
    assert Source('empty.yaml').place(('a',)) == Place('empty.yaml')


def test_a_byte_order_mark_is_no_part_of_the_text(read):
    assert read(b'\xef\xbb\xbfa: 1\n').data == {'a': '1'}


def test_lines_that_end_as_windows_ends_them_are_read(read):
    source = read('a: 1\r\nb: 2\r\n')
    assert source.data == {'a': '1', 'b': '2'}
    assert source.place(('b',)) == Place('file.yaml', 2, 4)


def test_a_file_that_is_too_large_is_not_read(read):
    source = read('#' * (SIZE_LIMIT + 1))
    assert told(source.findings) == [('file-too-large', 'file.yaml')]
    assert source.findings[0].values == {'size': 6, 'limit': 5}  # rounded up: 5 of 5 MB would be no fault


def test_a_missing_file_is_told(tmp_path):
    assert told(read_yaml(tmp_path / 'none.yaml', 'none.yaml').findings) == [('file-missing', 'none.yaml')]


def test_an_alias_bomb_is_stopped_at_its_first_anchor(read):
    bomb = 'a: &a [x, x]\n' + ''.join(
        f'{b}: &{b} [*{a}, *{a}, *{a}]\n' for a, b in zip('abcdefgh', 'bcdefghi', strict=True)
    )
    assert (read(bomb).data, told(read(bomb).findings)) == (None, [('yaml-alias', 'file.yaml:1:4')])


@pytest.mark.parametrize('text', ['[' * 500, 'a: ' + '{b: ' * 5000, '- ' * 5000])
def test_deep_nesting_ends_at_a_limit_and_not_in_a_crash(read, text):
    assert [finding.rule for finding in read(text).findings] == ['yaml-deep']


def test_a_repeated_name_is_told_with_the_line_of_the_first(read):
    source = read('a: 1\nb: 2\na: 3\n')
    assert told(source.findings) == [('repeated-key', 'file.yaml:3:1')]
    assert source.findings[0].values == {'name': 'a', 'line': 1}


def test_an_excerpt_is_the_whole_line_up_to_the_longest_that_a_person_writes(read):
    longest = f'a: {"ก" * (LINE_SHOWN - 3)}'
    assert read(f'{longest}   \n').place(('a',)).excerpt == longest
    assert read(f'{longest}ก\n').place(('a',)).excerpt == f'{longest}…'


@given(some.text(max_size=200))
def test_any_text_gives_data_or_a_finding_and_never_an_error(tmp_path_factory, text):
    path = tmp_path_factory.mktemp('any') / 'any.yaml'
    path.write_text(text, encoding='utf-8', errors='replace')
    source = read_yaml(path, 'any.yaml')
    assert source.data is None or isinstance(source.data, str | list | dict)
