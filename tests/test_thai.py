"""How numbers, dates and money read on a Thai page."""

from datetime import date

import pytest

from saraban import thai


@pytest.mark.parametrize(('value', 'expected'), [(0, '๐'), (76, '๗๖'), (1158, '๑,๑๕๘'), (2701876000, '๒,๗๐๑,๘๗๖,๐๐๐')])
def test_a_number_has_thai_digits_and_commas(value, expected):
    assert thai.number(value) == expected


def test_thai_digits_turn_back_into_arabic_ones():
    assert thai.arabic(thai.digits('11/2563')) == '11/2563'


@pytest.mark.parametrize(
    ('start', 'end', 'expected'),
    [
        (date(2020, 11, 26), date(2020, 11, 26), '๒๖ พฤศจิกายน ๒๕๖๓'),
        (date(2020, 11, 26), date(2020, 11, 27), '๒๖ - ๒๗ พฤศจิกายน ๒๕๖๓'),
        (date(2020, 11, 30), date(2020, 12, 1), '๓๐ พฤศจิกายน - ๑ ธันวาคม ๒๕๖๓'),
        (date(2020, 12, 30), date(2021, 1, 2), '๓๐ ธันวาคม ๒๕๖๓ - ๒ มกราคม ๒๕๖๔'),
    ],
)
def test_a_range_writes_once_what_both_ends_share(start, end, expected):
    assert thai.date_range(start, end) == expected


def test_a_range_that_ends_before_it_starts_is_refused():
    with pytest.raises(ValueError, match='before'):
        thai.date_range(date(2020, 11, 27), date(2020, 11, 26))


def test_one_day_is_in_and_several_are_between():
    assert thai.during(date(2020, 11, 26), date(2020, 11, 26)) == 'ในวันที่ ๒๖ พฤศจิกายน ๒๕๖๓'
    assert thai.during(date(2020, 11, 26), date(2020, 11, 27)) == 'ระหว่างวันที่ ๒๖ - ๒๗ พฤศจิกายน ๒๕๖๓'


@pytest.mark.parametrize(
    ('start', 'end', 'expected'),
    [
        (date(2020, 11, 26), date(2020, 11, 26), 'วันพฤหัสบดีที่ ๒๖ พฤศจิกายน ๒๕๖๓'),
        (date(2020, 11, 26), date(2020, 11, 27), 'วันพฤหัสบดีที่ ๒๖ - วันศุกร์ที่ ๒๗ พฤศจิกายน ๒๕๖๓'),
        (date(2021, 3, 31), date(2021, 4, 1), 'วันพุธที่ ๓๑ มีนาคม - วันพฤหัสบดีที่ ๑ เมษายน ๒๕๖๔'),
        (date(2020, 12, 31), date(2021, 1, 1), 'วันพฤหัสบดีที่ ๓๑ ธันวาคม ๒๕๖๓ - วันศุกร์ที่ ๑ มกราคม ๒๕๖๔'),
    ],
)
def test_a_schedule_names_the_weekdays(start, end, expected):
    assert thai.weekday_range(start, end) == expected


def test_the_fiscal_year_begins_in_october():
    assert thai.fiscal_year(date(2020, 9, 30)) == 2563
    assert thai.fiscal_year(date(2020, 10, 1)) == 2564


@pytest.mark.parametrize(
    ('satang', 'figures', 'words'),
    [
        (0, '๐', 'ศูนย์บาทถ้วน'),
        (100, '๑', 'หนึ่งบาทถ้วน'),
        (1100, '๑๑', 'สิบเอ็ดบาทถ้วน'),
        (2100, '๒๑', 'ยี่สิบเอ็ดบาทถ้วน'),
        (10100, '๑๐๑', 'หนึ่งร้อยเอ็ดบาทถ้วน'),
        (15_000_000, '๑๕๐,๐๐๐', 'หนึ่งแสนห้าหมื่นบาทถ้วน'),
        (100_000_100, '๑,๐๐๐,๐๐๑', 'หนึ่งล้านเอ็ดบาทถ้วน'),
        (1050, '๑๐.๕๐', 'สิบบาทห้าสิบสตางค์'),
        (25, '๐.๒๕', 'ยี่สิบห้าสตางค์'),
        (270187600000, '๒,๗๐๑,๘๗๖,๐๐๐', 'สองพันเจ็ดร้อยเอ็ดล้านแปดแสนเจ็ดหมื่นหกพันบาทถ้วน'),
        (100_000_000_000_000, '๑,๐๐๐,๐๐๐,๐๐๐,๐๐๐', 'หนึ่งล้านล้านบาทถ้วน'),
    ],
)
def test_money_stands_in_figures_and_in_words(satang, figures, words):
    assert (thai.baht(satang), thai.baht_in_words(satang)) == (figures, words)


def test_a_negative_amount_has_no_words():
    with pytest.raises(ValueError, match='less than nothing'):
        thai.baht_in_words(-1)


def test_names_are_joined_with_and_before_the_last():
    assert thai.joined(['ตรัง', 'สตูล', 'ยะลา']) == 'ตรัง สตูล และยะลา'
    assert thai.joined(['ตรัง']) == 'ตรัง'
