"""Amounts in words read back as figures."""

from __future__ import annotations

import pytest

from saraban.checks.readings import read_baht
from saraban.thai import baht_in_words


@pytest.mark.parametrize(
    'satang', [0, 100, 1_100, 2_100, 10_100, 1_050, 25, 15_000_000, 270187600000, 100_000_000_000_000]
)
def test_words_of_money_read_back_as_the_figures(satang):
    assert read_baht(baht_in_words(satang)) == satang


@pytest.mark.parametrize('words', ['ประมาณห้าหมื่นบาท', 'บาทถ้วน', 'ห้าหมื่น', ''])
def test_what_is_no_amount_reads_as_none(words):
    assert read_baht(words) is None
