"""Values are read as people type them, and what cannot be used names the rule that tells so."""

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as some

from saraban import thai
from saraban.content import values
from saraban.content.values import PartDate, ValueFault

DAY = datetime.date(2020, 11, 26)


def fault_of(read, text: str) -> str:
    with pytest.raises(ValueFault) as caught:
        read(text)
    return caught.value.rule


@pytest.mark.parametrize('text', ['1158', '1,158', '๑,๑๕๘', ' ๑๑๕๘ ', '0001158'])
def test_a_number_may_have_commas_and_digits_of_either_script(text):
    assert values.read_whole(text) == 1158


@pytest.mark.parametrize(
    'text', ['', '-1', '+1', '1.5', '1,58', '11,58', '1 158', '1_000', '1e3', 'หนึ่ง', '²', '٣', '9' * 16]
)
def test_what_is_no_plain_whole_number_is_refused(text):
    assert fault_of(values.read_whole, text) == 'wrong-number'


@given(some.integers(0, 10**15 - 1))
def test_a_number_as_a_page_writes_it_is_read_back(number):
    assert values.read_whole(thai.number(number)) == number


@pytest.mark.parametrize(
    'text',
    [
        '2020-11-26', '2563-11-26', '๒๕๖๓-๑๑-๒๖', '26/11/2563', '26/11/2020', '26 พฤศจิกายน 2563',
        '๒๖ พฤศจิกายน พ.ศ. ๒๕๖๓', ' 2563-11-26 ',
    ],
)  # fmt: skip
def test_a_date_is_read_in_every_form_that_people_type(text):
    assert values.read_date(text) == DAY


@pytest.mark.parametrize(
    'text',
    ['2563-02-30', '2562-02-29', '2563-13-01', '2563-11', '26-11-2563', '26/11/63', '11/26/2563', 'พรุ่งนี้', '0-0-0'],
)
def test_a_day_that_is_not_is_refused(text):
    assert fault_of(values.read_date, text) == 'wrong-date'


def test_an_empty_date_is_none():
    assert (values.read_date(''), values.read_letter_date('  '), values.read_time('')) == (None, None, None)


@given(some.dates(datetime.date(1901, 1, 1), datetime.date(2399, 12, 31)))
def test_a_date_as_a_page_writes_it_is_read_back(day):
    assert values.read_date(thai.date(day)) == day


@pytest.mark.parametrize(('year', 'expected'), [(2400, 2400), (2401, 1858), (2563, 2020), (2020, 2020)])
def test_a_year_over_2400_is_of_the_buddhist_era(year, expected):
    assert values.common_year(year) == expected


@pytest.mark.parametrize(
    ('text', 'expected'),
    [
        ('2563-10', PartDate(2020, 10)),
        ('๒๕๖๓-๑', PartDate(2020, 1)),
        ('2020-10', PartDate(2020, 10)),
        ('2563-11-26', DAY),
    ],
)
def test_a_letter_date_may_be_a_month(text, expected):
    assert values.read_letter_date(text) == expected


@pytest.mark.parametrize('text', ['2563-13', '2563-0', 'ตุลาคม'])
def test_a_month_that_is_not_is_refused(text):
    assert fault_of(values.read_letter_date, text) == 'wrong-date'


@pytest.mark.parametrize('text', ['08:30', '8:30', '8.30', '๐๘.๓๐', ' 08:30 '])
def test_a_time_is_read_with_a_colon_or_a_point(text):
    assert values.read_time(text) == datetime.time(8, 30)


@pytest.mark.parametrize('text', ['24:00', '08:60', '0830', '8', '8:3', 'เช้า'])
def test_a_time_that_is_not_is_refused(text):
    assert fault_of(values.read_time, text) == 'wrong-time'


@pytest.mark.parametrize(
    ('text', 'expected'),
    [('1500', 150_000), ('1,500', 150_000), ('1500.5', 150_050), ('๐.๒๕', 25), ('15,000.05', 1_500_005)],
)
def test_money_is_read_in_whole_satang(text, expected):
    assert values.read_satang(text) == expected


@pytest.mark.parametrize('text', ['1.555', '1.', '.5', '-1', '1,5.00', 'ฟรี', '1.๕x'])
def test_what_is_no_amount_is_refused(text):
    assert fault_of(values.read_satang, text) == 'wrong-number'


@pytest.mark.parametrize(
    ('text', 'expected'), [('yes', True), ('YES', True), ('ใช่', True), ('no', False), ('ไม่', False), ('', False)]
)
def test_yes_and_no_are_words(text, expected):
    assert values.read_yes(text) is expected


def test_another_answer_than_yes_or_no_is_refused():
    assert fault_of(values.read_yes, 'maybe') == 'wrong-choice'


@pytest.mark.parametrize('text', ['a', 'district_officer', 'round-1', 'a1'])
def test_a_reference_name_is_small_letters_digits_and_joints(text):
    assert values.read_key(text) == text


@pytest.mark.parametrize('text', ['', 'A', '1a', 'a.b', 'กอง', 'a b', '_a'])
def test_a_name_that_text_could_not_refer_to_is_refused(text):
    assert fault_of(values.read_key, text) == 'bad-key'


def test_white_space_at_the_ends_of_a_text_is_taken_off():
    assert values.read_text(' ก  ข\n') == 'ก  ข'


def test_finished_words_hold_no_reference():
    assert values.refuse_reference('a {b} c') == 'a {b} c'
    assert fault_of(values.refuse_reference, 'a {{ b }} c') == 'reference-here'


@pytest.mark.parametrize(
    'read',
    [
        values.read_whole,
        values.read_date,
        values.read_letter_date,
        values.read_time,
        values.read_satang,
        values.read_yes,
    ],
)
def test_what_is_no_text_is_left_to_the_model(read):
    assert read(['1']) == ['1']
