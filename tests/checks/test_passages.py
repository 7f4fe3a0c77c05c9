"""Each character of a text is found where the file has it, however YAML writes the text."""

from __future__ import annotations

import pytest

from saraban.content.gazetteer import (
    capital_districts,
    districts,
    joined_provinces,
    nearest_province,
    provinces,
    region_of,
)
from saraban.content.passages import Passage
from saraban.content.source import read_yaml


@pytest.mark.parametrize(
    'written',
    [
        'a: หนึ่ง สอง ต่างๆ',
        'a: "หนึ่ง สอง ต่างๆ"',
        "a:   'หนึ่ง สอง ต่างๆ'   # หมายเหตุ",
        'a: หนึ่ง\n   สอง\n     ต่างๆ',
        'a: >-\n  หนึ่ง\n  สอง ต่างๆ',
        'a: |-\n  หนึ่ง สอง ต่างๆ',
        'a: "หนึ่ง สอง\\x20ต่างๆ"',
        'a: "หนึ่ง\\u0020สอง \\\n   ต่างๆ"',
    ],
)
def test_a_character_is_found_in_every_way_to_write_a_text(tmp_path, written):
    (tmp_path / 'x.yaml').write_text(f'# หัว\n{written}\n', 'utf-8')
    source = read_yaml(tmp_path / 'x.yaml', 'x.yaml')
    passage = Passage(source, 'x.yaml', ('a',), source.data['a'])
    assert passage.text == 'หนึ่ง สอง ต่างๆ'
    place = passage.place(passage.text.index('ๆ'))
    assert source.lines[place.line - 1][place.column - 1] == 'ๆ'


def test_the_gazetteer_has_76_provinces_bangkok_878_districts_and_50():
    assert len(provinces()) == 77
    assert sum(len(names) for code, names in districts().items() if code != 'TH-10') == 878
    assert len(capital_districts()) == 50
    assert all(province.regions for province in provinces().values())


@pytest.mark.parametrize(
    ('name', 'near'),
    [('พิชณุโลก', 'พิษณุโลก'), ('อุดรธานึ', 'อุดรธานี'), ('ศรีษะเกษ', 'ศรีสะเกษ'), ('กาญจณบุรี', 'กาญจนบุรี'), ('โรงเรียน', '')],
)
def test_the_nearest_province_is_offered(name, near):
    assert nearest_province(name) == near


def test_provinces_that_were_run_together_come_apart():
    assert joined_provinces('พิจิตรนครสวรรค์') == ('พิจิตร', 'นครสวรรค์')
    assert joined_provinces('เลยแพร่น่าน') == ('เลย', 'แพร่', 'น่าน')
    assert joined_provinces('แพร่') == ()
    assert joined_provinces('แพร่ภาพ') == ()


@pytest.mark.parametrize(
    ('text', 'region'),
    [
        ('ภาคตะวันออกเฉียงเหนือ ๑', 'ภาคตะวันออกเฉียงเหนือ'),
        ('ภาคเหนือตอนบน', 'ภาคเหนือ'),
        ('ภาคใต้ฝั่งอันดามัน', 'ภาคใต้'),
        ('ภาคตะวันออกเฉียงไต้', ''),
        ('ส่วนกลาง', ''),
    ],
)
def test_a_region_is_read_with_what_follows_it(text, region):
    assert region_of(text) == region
