"""A finding is told in one form, in both languages; errors carry findings and own their exit codes."""

import pickle

import pytest

from saraban import errors
from saraban.errors import (
    ContentError,
    Finding,
    Level,
    PageError,
    Place,
    RenderError,
    SarabanError,
    TemplateError,
    UsageError,
)

LINE = '    start: 2569-02-30'


def test_a_finding_says_where_what_and_what_to_do_under_the_line_itself():
    finding = Finding('wrong-date', Place('content/rounds.yaml', 14, 12, LINE), {'value': '2569-02-30'})
    assert finding.tell('th').splitlines() == [
        'content/rounds.yaml:14:12: ต้องแก้: "2569-02-30" ไม่ใช่วันที่ที่มีจริง',
        '        start: 2569-02-30',
        '               ^',
        '  → พิมพ์เป็น ปี-เดือน-วัน เช่น 2563-11-26',
    ]
    assert finding.tell('en').splitlines()[0] == 'content/rounds.yaml:14:12: error: "2569-02-30" is no date'


@pytest.mark.parametrize(
    ('level', 'thai', 'english'),
    [(Level.ERROR, 'ต้องแก้', 'error'), (Level.WARNING, 'ควรตรวจ', 'warning'), (Level.NOTE, 'ข้อสังเกต', 'note')],
)
def test_a_finding_says_how_grave_it_is(level, thai, english):
    finding = Finding('empty-cell', Place('a.csv', 3), {'name': 'code'}, level)
    assert finding.tell('th').startswith(f'a.csv:3: {thai}: ')
    assert finding.tell('en').startswith(f'a.csv:3: {english}: ')


@pytest.mark.parametrize(
    ('place', 'expected'),
    [(Place('a'), 'a'), (Place('a', 3), 'a:3'), (Place('a', 3, 7), 'a:3:7')],
)
def test_a_place_says_as_much_as_is_known(place, expected):
    assert str(place) == expected


def test_the_mark_stands_under_the_letter_although_thai_marks_take_no_room():
    line = 'ชื่อ: "ที่ว่าง" x'
    mark = Finding('yaml-mark', Place('a', 1, line.index('x') + 1, line)).tell('th').splitlines()[2]
    assert mark == ' ' * (4 + len('ชอ: "ทวาง" ')) + '^'


def test_a_tab_before_the_mark_stays_a_tab():
    assert Finding('yaml-tab', Place('a', 1, 3, '\t\tx')).tell('en').splitlines()[2] == '    \t\t^'


@pytest.mark.parametrize('column', [0, 99])
def test_a_column_outside_the_line_has_no_mark(column):
    assert Finding('yaml-tab', Place('a', 1, column, 'x')).tell('en').splitlines() == [
        f'a:1{f":{column}" if column else ""}: error: a tab stands where spaces must',
        '    x',
        '  → indent with spaces',
    ]


def test_a_mark_may_stand_just_behind_the_line():
    assert Finding('yaml-tab', Place('a', 1, 2, 'x')).tell('en').splitlines()[2] == '     ^'


@pytest.mark.parametrize('at', [1, 40, 500, 995, 1000])
def test_of_a_long_line_the_part_around_the_mark_is_shown(at):
    line = 'ก' * (at - 1) + 'X' + 'ข' * (1000 - at)
    _, shown, mark, _ = Finding('yaml-tab', Place('a', 1, at, line)).tell('en').splitlines()
    assert len(shown) < 250
    assert shown[len(mark) - 1] == 'X'


def test_places_are_alike_whatever_their_line_shows():
    assert Place('a', 1, 2, 'x') == Place('a', 1, 2, 'y')
    assert Place('a', 1, 2) != Place('a', 1, 3)


def test_values_are_shown_as_they_are_also_with_braces():
    finding = Finding('bad-reference', Place('a', 1), {'text': '{{ x{0} }}'})
    assert (
        finding.tell('en')
        == 'a:1: error: "{{ x{0} }}" is no reference\n  → names and dots only, as {{ facts.tambons }}'
    )


def test_exit_codes_are_a_promise():
    known = (SarabanError, UsageError, ContentError, TemplateError, RenderError, PageError)
    assert {one.__name__: one.exit_code for one in known} == {
        'SarabanError': 70, 'UsageError': 2, 'ContentError': 3, 'TemplateError': 4, 'RenderError': 5, 'PageError': 6,
    }  # fmt: skip
    kinds = [one for one in vars(errors).values() if isinstance(one, type) and issubclass(one, SarabanError)]
    assert len({one.exit_code for one in kinds}) == len(kinds)


def test_an_error_crosses_processes_with_its_findings():
    error = TemplateError(
        [Finding('template-missing', Place('a.html')), Finding('font-not-font', Place('b'), {'detail': 'x'})]
    )
    again = pickle.loads(pickle.dumps(error))
    assert (type(again), again.findings, str(again)) == (TemplateError, error.findings, str(error))


def test_an_error_s_words_are_its_findings():
    assert str(ContentError([Finding('file-missing', Place('a'))])).startswith('a: error: this file is missing')
