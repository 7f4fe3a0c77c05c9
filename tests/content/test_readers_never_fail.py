"""Properties of the readers: whatever the bytes, they answer with findings, quickly, and leave the file as it was."""

import csv
import datetime
import importlib.util
import io
import time
from pathlib import Path

import openpyxl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from saraban.content.files import FORBIDDEN
from saraban.content.loader import FILES
from saraban.content.register import read_register
from saraban.content.roster import read_roster
from saraban.content.rows import clean
from saraban.content.shape import validate
from saraban.content.source import Source, read_yaml
from saraban.content.table import read_csv, read_tables
from saraban.content.values import (
    ValueFault,
    read_date,
    read_key,
    read_letter_date,
    read_satang,
    read_time,
    read_whole,
    read_yes,
)
from saraban.messages import MESSAGES

pytestmark = pytest.mark.slow
ROOT = Path(__file__).parents[2]
bounded = settings(
    derandomize=True,
    deadline=None,
    max_examples=150,
    database=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
PIECES = [
    'a',
    'ก',
    '่',
    ': ',
    '- ',
    '\n',
    '\r',
    '\t',
    '  ',
    '"',
    "'",
    '[',
    ']',
    '{',
    '}',
    '{{',
    '}}',
    '&a',
    '*a',
    '!x',
    '#',
    '|',
]
PIECES += [
    '---',
    '...',
    '~',
    '%',
    '@',
    '\0',
    '\x1b',
    '\u2028',
    '\ufeff',
    '\ufffe',
    '๙',
    '1',
    ',',
    ';',
    '\\',
    '?',
    '<<',
    '**',
]
yaml_like = st.lists(st.sampled_from(PIECES), max_size=40).map(''.join)
some_bytes = st.one_of(
    st.binary(max_size=200),
    yaml_like.map(str.encode),
    st.tuples(yaml_like, st.sampled_from(['cp874', 'utf-16', 'utf-8-sig', 'latin-1'])).map(
        lambda pair: pair[0].encode(pair[1], errors='replace')
    ),
)
printable = st.text(st.characters(exclude_categories=['Cs', 'Cc']), max_size=12).filter(
    lambda text: not FORBIDDEN.search(text)
)


def well_told(source):
    """Each finding can be shown in both languages, on any terminal, and points into its file."""
    for found in source.findings:
        for language in ('th', 'en'):
            told = found.tell(language)
            told.encode()
            assert not FORBIDDEN.search(told)
        assert 0 <= found.place.line <= max(len(source.lines), 1_048_576)
        assert found.place.mark <= len(found.place.excerpt) + 1


@bounded
@given(name=st.sampled_from(list(FILES)), data=some_bytes)
def test_any_bytes_are_a_content_file_or_findings(tmp_path, name, data):
    path = tmp_path / 'x.yaml'
    path.write_bytes(data)
    source = read_yaml(path, 'x.yaml')
    shaped = validate(source, FILES[name][0])
    assert source.findings or shaped is not None
    well_told(source)
    assert path.read_bytes() == data


@pytest.mark.parametrize('ending', ['csv', 'xlsx'])
@bounded
@given(data=some_bytes)
def test_any_bytes_are_a_roster_or_findings(tmp_path, ending, data):
    path = tmp_path / f'x.{ending}'
    path.write_bytes(data)
    for read in (lambda: read_roster(path, path.name, ['districts']), lambda: read_register(path)):
        rows, source = read()
        assert rows or source.findings
        well_told(source)
    assert path.read_bytes() == data


@bounded
@given(
    rows=st.lists(st.lists(printable, min_size=2, max_size=5), min_size=1, max_size=5),
    end=st.sampled_from(['\n', '\r\n']),
)
def test_a_csv_gives_the_cells_that_were_written(rows, end):
    written = io.StringIO(newline='')
    csv.writer(written, lineterminator=end, quoting=csv.QUOTE_ALL).writerows(rows)
    table = read_csv(written.getvalue(), Source('x.csv'))
    wanted = [[clean(cell) for cell in row] for row in rows]
    assert [row.cells for row in table.rows] == [row for row in wanted if any(row)]


@bounded
@given(rows=st.lists(st.lists(printable, min_size=1, max_size=5), min_size=1, max_size=5))
def test_every_cell_of_a_csv_has_its_place(rows):
    source = Source('x.csv')
    text = '\n'.join(','.join(f'"{cell.replace(chr(34), chr(34) * 2)}"' for cell in row) for row in rows)
    source.lines = text.split('\n')
    for row in read_csv(text, source).rows:
        for line, column in row.starts:
            assert source.lines[line - 1][column - 1] == '"'


@settings(bounded, max_examples=25)
@given(rows=st.lists(st.lists(printable, min_size=1, max_size=4), min_size=1, max_size=4))
def test_a_workbook_gives_the_cells_that_were_written(tmp_path, rows):
    book = openpyxl.Workbook()
    for number, row in enumerate(rows, 1):
        for column, cell in enumerate(row, 1):
            book.active.cell(number, column, cell).data_type = 's'  # also of a text that begins with =
    book.save(tmp_path / 'x.xlsx')
    (table,) = read_tables(tmp_path / 'x.xlsx', 'x.xlsx')
    wanted = [[clean(cell) for cell in row] for row in rows]
    got = [row.cells for row in table.rows]
    assert [row for row in got if any(row)] == [_without_end(row) for row in wanted if any(row)]


def _without_end(row):
    while row and not row[-1]:
        row = row[:-1]
    return row


READERS = (read_whole, read_date, read_letter_date, read_time, read_satang, read_yes, read_key)
VALUES = [
    '0',
    '9',
    '๙',
    '-',
    '/',
    ':',
    '.',
    ',',
    ' ',
    'พ.ศ.',
    'มกราคม',
    'ก',
    '²',
    '١',
    'e',
    'x',
    '',
    '2563',
    '29',
    '02',
]


@pytest.mark.parametrize('read', READERS)
@bounded
@given(text=st.one_of(st.text(max_size=20), st.lists(st.sampled_from(VALUES), max_size=8).map(''.join)))
def test_any_text_is_a_value_or_its_fault(read, text):
    fault = None
    try:
        read(text)
    except ValueFault as found:
        fault = found
    assert fault is None or fault.rule in MESSAGES


@bounded
@given(day=st.dates(datetime.date(1858, 1, 1), datetime.date(2400, 12, 31)))
def test_a_date_reads_the_same_in_both_eras(day):
    assert read_date(f'{day.year}-{day.month}-{day.day}') == day
    assert read_date(f'{day.day}/{day.month}/{day.year + 543}') == day


def fuzzer():
    """The fuzzer of benchmarks/, which is no package."""
    spec = importlib.util.spec_from_file_location('fuzz_content', ROOT / 'benchmarks' / 'fuzz_content.py')
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_broken_copies_of_the_shipped_content_are_read_or_refused(tmp_path):
    fuzz = fuzzer()
    files = fuzz.shipped()
    for seed in range(150):
        began = time.perf_counter()
        name, outcome, _ = fuzz.trial(files, seed, tmp_path / 'content')
        assert outcome in {'read', 'refused'}, f'seed {seed}, {name}, {time.perf_counter() - began:.1f} s'
