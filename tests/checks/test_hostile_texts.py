"""No text makes a check fail or take long, whatever stands in it."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from overlays import BASE

from saraban.checks.desk import Desk
from saraban.checks.gate import judge
from saraban.checks.writing import all_slips
from saraban.content.loader import load
from saraban.content.passages import Passage
from saraban.content.source import Source

LONG = 19_000
LIMIT = 19_999  # letters that the reader takes of one text
NASTY = [
    '1' * LONG,
    '๑' * LONG,
    '1,' * LONG,
    '๑.' * LONG,
    'ก' * LONG,
    'กรุงเทพมหานคร' * (LONG // 10),
    'เขต' * LONG,
    'จังหวัด' * (LONG // 5),
    'A' * LONG,
    'A ' * LONG,
    'a@' * LONG,
    'www.' * LONG,
    '(' * LONG,
    '“' * LONG,
    '"' * (LONG + 1),
    'ๆ' * LONG,
    '่' * LONG,
    ' ' * LONG + 'ก',
    '{{' * 1000,
    'รุ่นที่ ' * (LONG // 5),
    'ระเบียบ' * (LONG // 5),
    '๑ ตำบล ' * (LONG // 10),
    '9,99 บาท (หนึ่งบาท) ละ 9,99 บาท ๓๑ พฤศจิกายน ๐๐๐๐ ที่ มท ๐/๑ ลงวันที่ ๓๑ พฤศจิกายน ๒๕๖๓',
    '๙๙ มกราคม ๙๙๙๙ พ.ศ. ๐๐๐๐ ปีงบประมาณ ๐๐๐๐ หัวข้อ ๐ สิ่งที่ส่งมาด้วย ๙๙๙ - ๐',
]


def with_paragraph(folder, text):
    """The base with one paragraph that reads as `text`, and the same in a letter."""
    for name in (
        'project.yaml',
        'facts.yaml',
        'audience.yaml',
        'rounds.yaml',
        'recipients.csv',
        'schedule.yaml',
        'forms.yaml',
    ):
        (folder / name).write_bytes((BASE / name).read_bytes())
    quoted = '"' + text[:LIMIT].replace('\\', '\\\\').replace('"', '\\"') + '"'
    for name, line in (
        ('proposal.yaml', 'บรรยายและฝึกปฏิบัติรวม {{ facts.hours }} ชั่วโมง'),
        ('letter.yaml', 'จึงเรียนมาเพื่อพิจารณาดำเนินการต่อไป'),
    ):
        (folder / name).write_text((BASE / name).read_text('utf-8').replace(line, quoted), 'utf-8')
    return folder


@pytest.mark.parametrize('text', NASTY, ids=lambda text: text[:12])
def test_a_long_or_strange_text_is_judged_in_a_moment(tmp_path, text):
    project = load(with_paragraph(tmp_path, text))
    began = time.process_time()
    judge(project)
    assert time.process_time() - began < 60


@settings(max_examples=60, deadline=None)
@given(
    st.text(alphabet=st.sampled_from('กขเแาำิีุ่้์ๆฯ ๑๒12,.-/()[]“”"\'{}*#:aZ\u200b\u00a0บาทรุ่นที่จำนวนคนเขตข้อ'), max_size=60)
)
def test_no_text_makes_a_slip_that_cannot_be_shown(text):
    desk = Desk(load(BASE))
    source = Source('x.yaml', {'a': text}, [f'a: {text}'], {('a',): (1, 4)})
    desk.__dict__['passages'] = (Passage(source, 'proposal.yaml', ('a',), text),)
    for slip in all_slips(desk):
        assert 0 <= slip.start <= slip.stop <= len(text)
        assert slip.finding().tell('th')


def test_a_roster_of_ten_thousand_is_judged_in_a_moment(tmp_path):
    folder = with_paragraph(tmp_path, 'ก')
    rows = [f'S{number},โรงเรียนที่ {number},School {number},{1 + number % 2},3' for number in range(10_000)]
    head = (BASE / 'recipients.csv').read_text('utf-8').split('\n')[0]
    (folder / 'recipients.csv').write_text('\n'.join([head, *rows]) + '\n', 'utf-8')
    project = load(folder)
    began = time.process_time()
    judge(project)
    assert time.process_time() - began < 60
