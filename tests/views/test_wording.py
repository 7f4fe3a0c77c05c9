"""Wordings become runs: names are looked up, `**` is bold, and nothing else is a statement."""

import pytest
from hypothesis import given
from hypothesis import strategies as some

from saraban.content.source import read_yaml
from saraban.errors import Place
from saraban.views.blocks import Blank, Run
from saraban.views.wording import Mention, Quoted, Scope, UnknownNameError, faults

GAP = Blank('เลขที่', Place('rounds.yaml', 3))
NAMES = {
    'project': {'title': 'โครงการ', 'year': '๒๕๖๔'},
    'facts': {'tambons': 7255, 'wage': 15000, 'rate': '๑.๕'},
    'letter': {'number': GAP, 'costs': Quoted('เบิกจาก **{{ project.title }}**'), 'empty': Quoted('')},
    'terms': {'rule': Mention('rule', {'full': 'ระเบียบยาว', 'medium': 'ระเบียบกลาง', 'short': 'ระเบียบฯ'})},
}


def text(wording: str, **kind) -> tuple[Run, ...]:
    return Scope(NAMES).text(wording, **kind)


def fault_of(wording: str) -> tuple[str, dict]:
    with pytest.raises(UnknownNameError) as caught:
        text(wording)
    return caught.value.rule, caught.value.values


def test_names_are_looked_up_and_numbers_stand_in_thai_digits_with_commas():
    assert text('มี {{ facts.tambons }} ตำบล ปี {{project.year}}') == (Run('มี ๗,๒๕๕ ตำบล ปี ๒๕๖๔'),)


@pytest.mark.parametrize(
    ('wording', 'expected'),
    [
        ('{{ facts.tambons | plain }}', '๗๒๕๕'),
        ('{{ facts.wage|words }}', 'หนึ่งหมื่นห้าพัน'),
        ('{{ facts.wage | baht }}', 'หนึ่งหมื่นห้าพันบาทถ้วน'),
    ],
)
def test_a_number_may_be_written_in_other_ways(wording, expected):
    assert Scope(NAMES).words(wording) == expected


def test_bold_begins_and_ends_at_two_stars():
    assert text('ก **ข {{ project.year }}** ค') == (Run('ก '), Run('ข ๒๕๖๔', bold=True), Run(' ค'))


def test_bold_in_a_bold_text_is_not_bold():
    assert text('ก **ข**', bold=True) == (Run('ก ', bold=True), Run('ข'))


def test_a_blank_is_a_run_of_its_own_between_words():
    assert text('เลขที่ {{ letter.number }}/๑') == (Run('เลขที่ '), Run('', blank=GAP), Run('/๑'))


def test_neighbours_of_one_style_are_one_run():
    assert text('{{ project.title }}{{ project.year }}') == (Run('โครงการ๒๕๖๔'),)


def test_a_term_stands_in_full_once_and_then_short():
    scope = Scope(NAMES)
    assert scope.words('{{ terms.rule }} และ{{ terms.rule }}') == 'ระเบียบยาว และระเบียบฯ'
    assert scope.words('{{ terms.rule }}') == 'ระเบียบฯ'


def test_a_form_that_is_asked_for_stands_and_the_full_one_counts_as_a_mention():
    scope = Scope(NAMES)
    assert scope.words('{{ terms.rule.medium }}') == 'ระเบียบกลาง'
    assert scope.words('{{ terms.rule.full }} {{ terms.rule }}') == 'ระเบียบยาว ระเบียบฯ'


def test_a_narrower_scope_shares_what_has_been_mentioned():
    scope = Scope(NAMES)
    scope.within(group={'count': 3}).text('{{ terms.rule }} {{ group.count }}')
    assert scope.words('{{ terms.rule }}') == 'ระเบียบฯ'
    assert 'group' not in scope.names


def test_a_quoted_wording_has_its_own_references_and_bold():
    assert text('ทั้งนี้ {{ letter.costs }}') == (Run('ทั้งนี้ เบิกจาก '), Run('โครงการ', bold=True))
    assert text('{{ letter.empty }}') == ()


def test_a_value_is_never_read_again():
    scope = Scope({'a': '{{ b }} **x** {% y %}', 'b': 'never'})
    assert scope.text('{{ a }}') == (Run('{{ b }} **x** {% y %}'),)


@pytest.mark.parametrize('statement', ['{% for a in b %}', '{# remark #}', '${x}', '<b>&amp;</b>', '%(a)s', '{0}'])
def test_other_languages_statements_are_words(statement):
    assert text(statement) == (Run(statement),)


@pytest.mark.parametrize(
    'reference',
    ['{{ "a" * 200000000 }}', '{{ facts.tambons + 1 }}', '{{ facts["tambons"] }}', '{{ project.title() }}', '{{ }}', '{{ a..b }}',
     '{{ .a }}', '{{ facts.tambons | }}', '{{ ฟ.ก }}', '{{ facts.tambons | words | baht }}'],
)  # fmt: skip
def test_a_reference_is_names_and_dots_only(reference):
    assert fault_of(reference) == ('bad-reference', {'text': reference})


@pytest.mark.parametrize(
    ('reference', 'name', 'near'),
    [
        ('{{ facts.tambon }}', 'facts.tambon', 'facts.tambons'),
        ('{{ fact.tambons }}', 'fact.tambons', 'facts'),
        ('{{ terms.rule.shrt }}', 'terms.rule.shrt', 'terms.rule.short'),
        ('{{ project.title.x }}', 'project.title.x', 'project.title.-'),
        ('{{ project }}', 'project', 'project.title, project.year'),
        ('{{ facts.wage | bath }}', 'bath', 'baht'),
        ('{{ project.title.__class__ }}', 'project.title.__class__', 'project.title.-'),
    ],
)
def test_an_unknown_name_is_told_with_the_near_one(reference, name, near):
    assert fault_of(reference) == ('unknown-name', {'name': name, 'near': near})


def test_a_number_s_filter_on_words_says_that_they_are_no_number():
    assert fault_of('{{ facts.rate | baht }}')[0] == 'fact-not-number'


def test_every_fault_of_a_wording_is_found_where_it_stands():
    line = '  - มี {{ facts.tambon }} ใน {{ projct.title }} และ }} กับ {{ 1 }}'
    found = list(faults(line[4:], NAMES, Place('proposal.yaml', 7, 5, line)))
    assert [one.rule for one in found] == ['unknown-name', 'unknown-name', 'bad-reference', 'bad-reference']
    assert [str(one.place) for one in found[:3]] == [
        f'proposal.yaml:7:{line.index(part) + 1}' for part in ('{{ facts', '{{ projct', '{{ 1')
    ]


def test_stray_braces_are_found_where_they_stand():
    line = '  - มี {{ facts.tambons }} ตำบล และ }}'
    (found,) = faults(line[4:], NAMES, Place('proposal.yaml', 7, 5, line))
    assert found.place.column == len(line) - 1


def test_the_same_fault_twice_is_shown_at_both_places():
    line = '{{ facts.x }} {{ facts.x }}'
    assert [one.place.column for one in faults(line, NAMES, Place('proposal.yaml', 7, 1, line))] == [1, 15]


def test_a_fault_far_along_a_long_line_is_shown_with_its_column(tmp_path):
    path = tmp_path / 'a.yaml'
    path.write_text(f'a: {"ก" * 300} {{{{ facts.x }}}}\n', encoding='utf-8')
    source = read_yaml(path, 'a.yaml')
    (found,) = faults(source.data['a'], NAMES, source.place(('a',)))
    assert found.place.column == 305
    assert '{{ facts.x }}' in found.place.excerpt


@pytest.mark.parametrize('wording', ['เปิด {{ facts.tambons', 'facts.tambons }} ปิด', '{{ {{ facts.tambons }} }}'])
def test_braces_that_do_not_match_are_a_fault(wording):
    assert {one.rule for one in faults(wording, NAMES, Place('a'))} == {'bad-reference'}


def test_bold_that_is_never_closed_is_a_fault():
    line = '  - ก **ข** ค **ง'
    (found,) = faults(line[4:], NAMES, Place('proposal.yaml', 7, 5, line))
    assert (found.rule, found.place.column) == ('bold-open', line.rindex('**') + 1)


@given(some.text(alphabet='กข๑ {}*|a.<&"\n'))
def test_a_wording_without_a_fault_gives_words_and_leaves_no_braces(wording):
    found = list(faults(wording, {'a': {'a': 'x'}}, Place('a')))
    if not found:
        assert not [run for run in Scope({'a': {'a': 'x'}}).text(wording) if '{{' in run.text or run.text == '']
    assert {one.rule for one in found} <= {'unknown-name', 'bad-reference', 'bold-open'}
