"""Faults of the shape of YAML content: each has its rule, its place, the line shown and a mark under it."""

import shutil
from pathlib import Path

import pytest

from saraban.content.loader import load
from saraban.content.model import FactsFile, ProposalFile, RoundsFile, ScheduleFile
from saraban.content.shape import validate
from saraban.content.source import FAULT_LIMIT, LINE_SHOWN, SIZE_LIMIT, read_yaml
from saraban.errors import ContentError

STARTER = Path(__file__).parents[2] / 'saraban' / 'content' / 'starter_files'


def faults(tmp_path, text, model=None):
    """Rule and place of every finding of a YAML text."""
    path = tmp_path / 'x.yaml'
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    source = read_yaml(path, 'x.yaml')
    if model:
        validate(source, model)
    return [(finding.rule, str(finding.place)) for finding in source.findings]


def content(tmp_path, **texts):
    """The starter's content with some of its files replaced."""
    folder = tmp_path / 'content'
    shutil.copytree(STARTER, folder)
    for name, text in texts.items():
        (folder / f'{name}.yaml').write_text(text, encoding='utf-8')
    return folder


@pytest.mark.parametrize(
    ('text', 'rule', 'place'),
    [
        ('a: 1\n---\nb: 2\n', 'yaml-documents', 'x.yaml:2:1'),
        ('a: 1\n...\nb: 2\n', 'yaml-documents', 'x.yaml:3:1'),
        ('a: !!python/object/apply:os.system [ls]\n', 'yaml-mark', 'x.yaml:1:4'),
        ('a: !!int "3"\n', 'yaml-mark', 'x.yaml:1:4'),
        ('a: !important\n', 'yaml-mark', 'x.yaml:1:4'),
        ('a: @x\n', 'yaml-mark', 'x.yaml:1:4'),
        ('a: {{ facts.x }}\n', 'yaml-mark', 'x.yaml:1:5'),
        ('a: *x\n', 'yaml-alias', 'x.yaml:1:4'),
        ('a:\n\tb: 1\n', 'yaml-tab', 'x.yaml:2:1'),
        ('a: |\n\tx\n', 'yaml-tab', 'x.yaml:2:1'),
        ('a: b: c\n', 'yaml-colon', 'x.yaml:1:5'),
        ('a: 1\n  b: 2\n', 'yaml-indent', 'x.yaml:2:4'),
        ('- a\nb: 1\n', 'yaml-indent', 'x.yaml:2:1'),
        ('a: - b\n', 'yaml-dash', 'x.yaml:1:4'),
        ('a: "x\nb: 1\n', 'yaml-quote', 'x.yaml:1:4'),
        ('a: [x, y\nb: 1\n', 'yaml-bracket', 'x.yaml:1:4'),
        ('a: {x: 1\nb: 1\n', 'yaml-bracket', 'x.yaml:1:4'),
        ('a: [', 'yaml-bracket', 'x.yaml:1:4'),
        ('a: {x: [y,\n\n', 'yaml-bracket', 'x.yaml:1:8'),
        ('[', 'yaml-bracket', 'x.yaml:1:1'),
        ('a: "\\q"\n', 'yaml-escape', 'x.yaml:1:5'),
        ('a: "\\ud800"\n', 'yaml-escape', 'x.yaml:1:7'),
        ('a: 1\rb: 2\ra: 3\r', 'repeated-key', 'x.yaml:3:1'),
        ('a: 1\r\nb: 2\rc: 3\na: 4', 'repeated-key', 'x.yaml:4:1'),
    ],
)
def test_a_yaml_fault_is_told_where_it_is(tmp_path, text, rule, place):
    assert faults(tmp_path, text) == [(rule, place)]


def test_nothing_is_made_of_a_yaml_tag(tmp_path):
    path = tmp_path / 'x.yaml'
    path.write_text('a: !!python/object/apply:os.system [ls]\nb: 1\n')
    assert read_yaml(path, 'x.yaml').data is None


def test_every_repeat_of_a_name_is_told(tmp_path):
    assert faults(tmp_path, 'a: 1\na: 2\na: 3\n') == [('repeated-key', 'x.yaml:2:1'), ('repeated-key', 'x.yaml:3:1')]


@pytest.mark.parametrize('null', ['~', 'null', 'Null', 'NULL', ''])
def test_each_way_to_write_nothing_is_empty_text(tmp_path, null):
    path = tmp_path / 'x.yaml'
    path.write_text(f'a: {null}\nb: "{null}"\n')
    assert read_yaml(path, 'x.yaml').data == {'a': '', 'b': null}


@pytest.mark.parametrize(
    ('text', 'rule'),
    [
        ('[' * 50_000, 'yaml-deep'),
        ('{a: ' * 50_000, 'yaml-deep'),
        ('- ' * 50_000, 'yaml-deep'),
        ('a: &a [x, x]\nb: &b [*a, *a]\nc: &c [*b, *b]\n', 'yaml-alias'),
        ('[' + 'a,' * 200_000 + ']', 'yaml-many'),
        ('[' + '{},' * 200_000 + ']', 'yaml-many'),
    ],
)
def test_a_bomb_ends_the_reading_at_its_limit(tmp_path, text, rule):
    assert [found for found, _ in faults(tmp_path, text)] == [rule]


def test_a_file_of_100_megabytes_is_not_read(tmp_path):
    path = tmp_path / 'x.yaml'
    with path.open('wb') as file:
        file.truncate(100_000_000)
    source = read_yaml(path, 'x.yaml')
    assert [(found.rule, dict(found.values)) for found in source.findings] == [
        ('file-too-large', {'size': 100, 'limit': SIZE_LIMIT // 1_000_000})
    ]


def test_past_a_limit_faults_are_counted_and_not_shown(tmp_path):
    found = faults(tmp_path, 'a: 1\n' * 5_000)
    assert found[-1] == ('more-faults', 'x.yaml')
    assert len(found) == FAULT_LIMIT + 1


def test_a_mark_stands_under_a_fault_far_along_a_line(tmp_path):
    path = tmp_path / 'x.yaml'
    path.write_text(f'a: {"ก" * 500} "b: c\n', encoding='utf-8')
    place = read_yaml(path, 'x.yaml').findings[0].place
    assert (place.column, place.excerpt[place.mark - 1]) == (507, ':')
    assert len(place.excerpt) <= LINE_SHOWN + 2


def test_a_fault_of_a_date_is_told_at_the_date_and_not_at_the_entry_around_it(tmp_path):
    text = 'rounds:\n  - number: 1\n    start: 2563-11-26\n    end: 2563-11-27\n    venue: ก\n    letter: {date: 2563-13}\n'
    assert faults(tmp_path, text, RoundsFile) == [('wrong-date', 'x.yaml:6:20')]


def test_a_value_that_may_be_of_two_types_has_one_fault(tmp_path):
    text = 'rounds:\n  - {number: 1, start: 2563-11-26, end: 2563-11-27, venue: ก, letter: {date: [1]}}\n'
    assert faults(tmp_path, text, RoundsFile) == [('wrong-type', 'x.yaml:2:78')]


def test_a_missing_field_called_time_is_named(tmp_path):
    text = (
        'table: {headings: {round: a, when: b, area: c, audience: d, count: e}, total: f}\n'
        'round_schedule: {title: a, area: b, audience: c, total: d, headings: {topic: e}}\n'
    )
    path = tmp_path / 'x.yaml'
    path.write_text(text)
    source = read_yaml(path, 'x.yaml')
    validate(source, ScheduleFile)
    assert [(found.rule, found.values['name'], str(found.place)) for found in source.findings] == [
        ('missing-key', 'time', 'x.yaml:2:70')
    ]


def test_a_bad_name_is_told_at_the_name(tmp_path):
    assert faults(tmp_path, 'ok: 1\nTwo words: 5\n', FactsFile) == [('bad-key', 'x.yaml:2:1')]


def test_an_empty_field_is_called_empty_and_not_a_wrong_number(tmp_path):
    text = 'rounds:\n  - {number: "", start: "", end: 2563-11-27, venue: ""}\n'
    assert faults(tmp_path, text, RoundsFile) == [
        ('empty-cell', 'x.yaml:2:14'),
        ('empty-cell', 'x.yaml:2:25'),
        ('empty-cell', 'x.yaml:2:53'),
    ]


def test_a_list_of_the_wrong_length_says_how_many_are_wanted(tmp_path):
    text = (
        'sections: [{key: a, heading: b, body: [{budget: {headings: [a], total: c, '
        'categories: [{name: d, lines: [{label: e, amount: 1}]}]}}]}]\n'
    )
    path = tmp_path / 'x.yaml'
    path.write_text(text)
    source = read_yaml(path, 'x.yaml')
    validate(source, ProposalFile)
    assert [(found.rule, dict(found.values)) for found in source.findings] == [
        ('wrong-length', {'found': 1, 'wanted': 2})
    ]


def test_a_day_that_no_calendar_has_is_echoed_as_a_paper_would_print_it(tmp_path):
    path = tmp_path / 'x.yaml'
    path.write_text('rounds:\n  - {number: 1, start: 2564-02-29, end: 2564-03-01, venue: ก}\n', encoding='utf-8')
    source = read_yaml(path, 'x.yaml')
    validate(source, RoundsFile)
    assert source.findings[0].values['value'] == '2564-02-29 (๒๙ กุมภาพันธ์ ๒๕๖๔)'


def test_the_faults_of_all_files_are_told_at_once(tmp_path):
    folder = content(tmp_path, project='title: [x', facts='a: 1\na: 2\n', rounds='rounds: []\n', forms='')
    with pytest.raises(ContentError) as caught:
        load(folder)
    assert [found.rule for found in caught.value.findings] == [
        'yaml-bracket',
        'repeated-key',
        'empty-cell',
        'file-empty',
    ]


@pytest.mark.parametrize('language', ['th', 'en'])
def test_a_finding_shows_the_line_and_the_next_step(tmp_path, language):
    path = tmp_path / 'x.yaml'
    path.write_text('noun: รุ่น\nrouns: []\n', encoding='utf-8')
    source = read_yaml(path, 'x.yaml')
    validate(source, RoundsFile)
    told = [found.tell(language) for found in source.findings if found.rule == 'unknown-key']
    assert told == [
        {
            'th': 'x.yaml:2:1: ต้องแก้: ไม่รู้จักช่อง "rouns"\n    rouns: []\n    ^\n  → หมายถึง rounds หรือไม่',
            'en': 'x.yaml:2:1: error: there is no field "rouns"\n    rouns: []\n    ^\n  → did you mean rounds?',
        }[language]
    ]
