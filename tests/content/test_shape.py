"""Data against its model: each fault says what is wrong, where, and what was likely meant."""

from typing import Annotated, Literal

import pytest
from pydantic import BaseModel, ConfigDict, Field

from saraban.content.shape import nearest, validate
from saraban.content.source import read_yaml
from saraban.content.values import Day, Given, Whole


class Leaf(BaseModel):
    model_config = ConfigDict(extra='forbid')
    name: Given
    number: Whole = 0


class Tree(BaseModel):
    model_config = ConfigDict(extra='forbid')
    first: Leaf
    leaves: list[Leaf] = []
    named: dict[str, Leaf] = {}
    colour: Literal['red', 'green'] = 'red'
    day: Day | None = None
    size: Annotated[float, Field(ge=16)] = 16


@pytest.fixture
def told_of(tmp_path):
    def told_of(text: str) -> list[tuple[str, str, dict]]:
        path = tmp_path / 'tree.yaml'
        path.write_text(text, encoding='utf-8')
        source = read_yaml(path, 'tree.yaml')
        assert validate(source, Tree) is None
        return [(one.rule, str(one.place), dict(one.values)) for one in source.findings]

    return told_of


def test_an_unknown_name_is_told_where_it_stands_with_the_near_one(told_of):
    assert told_of('first: {name: ก, nmuber: 3}\n') == [
        ('unknown-key', 'tree.yaml:1:18', {'name': 'nmuber', 'near': 'number'})
    ]


def test_a_name_unlike_any_is_told_with_all_there_are(told_of):
    assert told_of('first: {name: ก, zzz: 3}\n')[0][2]['near'] == 'name, number'


@pytest.mark.parametrize('where', ['leaves: [{nam: ก}]', 'named: {a: {nam: ก}}'])
def test_an_unknown_name_is_found_in_lists_and_tables(told_of, where):
    told = told_of(f'first: {{name: ก}}\n{where}\n')
    assert {(rule, values['name']) for rule, _, values in told} == {('missing-key', 'name'), ('unknown-key', 'nam')}
    assert next(values['near'] for rule, _, values in told if rule == 'unknown-key') == 'name'


def test_a_missing_name_is_told_at_the_entry_that_lacks_it(told_of):
    assert told_of('leaves:\n  - {number: 3}\n') == [
        ('missing-key', 'tree.yaml:1:1', {'name': 'first'}),
        ('missing-key', 'tree.yaml:2:5', {'name': 'name'}),
    ]


def test_a_wrong_type_says_what_is_wanted_in_both_languages(told_of):
    rule, place, values = told_of('first: {name: [ก]}\n')[0]
    assert (rule, place, values['wanted_th'], values['wanted']) == ('wrong-type', 'tree.yaml:1:15', 'ข้อความ', 'text')


def test_a_wrong_choice_says_what_could_stand_there(told_of):
    rule, place, values = told_of('first: {name: ก}\ncolour: blue\n')[0]
    assert (rule, place, values['value']) == ('wrong-choice', 'tree.yaml:2:9', 'blue')
    assert ('red' in values['known'], 'green' in values['known'], "'" in values['known']) == (True, True, False)


def test_the_choices_are_a_list_that_reads_in_both_languages(told_of):
    assert told_of('first: {name: ก}\ncolour: blue\n')[0][2]['known'] == 'red, green'


def test_a_figure_that_is_too_small_or_none_says_what_is_wanted_in_both_languages(told_of):
    assert told_of('first: {name: ก}\nsize: 15.5\n') == [
        ('too-small', 'tree.yaml:2:7', {'value': '15.5', 'least': '16'})
    ]
    ((rule, place, values),) = told_of('first: {name: ก}\nsize: large\n')
    assert (rule, place, values) == ('wrong-type', 'tree.yaml:2:7', {'wanted_th': 'ตัวเลข', 'wanted': 'a number'})


def test_an_empty_text_that_must_be_given_is_told(told_of):
    assert told_of('first: {name: ""}\n') == [('empty-cell', 'tree.yaml:1:15', {'name': 'name'})]


def test_every_fault_of_a_file_is_told(told_of):
    assert [rule for rule, *_ in told_of('first: {name: [], number: x}\ncolour: 3\nday: 1/1\nmore: 1\n')] == [
        'wrong-type',
        'wrong-number',
        'wrong-choice',
        'wrong-date',
        'unknown-key',
    ]


@pytest.mark.parametrize('text', ['', '# nothing yet\n', '---\n', '~\n', '""\n'])
def test_a_file_that_holds_nothing_has_no_second_fault(tmp_path, text):
    (tmp_path / 'tree.yaml').write_text(text, encoding='utf-8')
    source = read_yaml(tmp_path / 'tree.yaml', 'tree.yaml')
    assert validate(source, Tree) is None
    assert [finding.rule for finding in source.findings] == ['file-empty']


def test_a_file_without_fault_is_its_model(tmp_path):
    (tmp_path / 'tree.yaml').write_text('first: {name: ก, number: ๓}\nday: 2563-11-26\n', encoding='utf-8')
    source = read_yaml(tmp_path / 'tree.yaml', 'tree.yaml')
    tree = validate(source, Tree)
    assert (tree.first.name, tree.first.number, str(tree.day), source.findings) == ('ก', 3, '2020-11-26', [])


def test_the_nearest_name_is_one_where_there_is_a_near_one_else_all():
    assert nearest('recipeint', ['recipient', 'round']) == 'recipient'
    assert nearest('xyz', ['recipient', 'round']) == 'recipient, round'
    assert nearest('xyz', []) == '-'
