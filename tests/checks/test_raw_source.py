"""The source proposal's own figures and names, put in as they stand: each of its known faults is told at its place."""

from __future__ import annotations

import pytest
from raw_source import ROOT, make_raw

from saraban.errors import Level
from saraban.pipeline import inspect

# What can be proved wrong in the source: the rule, its file, and the words at the place that is told.
FAULTS = [
    ('province-swapped', 'schedule.yaml', 'อุตรดิตถ์ หนองบัวลำภู', 'อุดรธานี'),
    ('stated-differs', 'proposal.yaml', '๑๔๘}, total: ๑๖๙', '๑๕๘'),
    ('unknown-province', 'schedule.yaml', 'พิชณุโลก สุโขทัย', 'พิษณุโลก'),
    ('unknown-province', 'proposal.yaml', 'พิชณุโลก สุโขทัย', 'พิษณุโลก'),
    ('joined-provinces', 'proposal.yaml', 'พะเยาแพร่ ตาก', 'พะเยา แพร่'),
    ('joined-provinces', 'proposal.yaml', 'พิจิตรนครสวรรค์ อุทัยธานี', 'พิจิตร นครสวรรค์'),
    ('term-spelling', 'proposal.yaml', 'One Plan) ได้แก่', 'One plan'),
    ('mai-yamok', 'proposal.yaml', 'ๆระดับ ได้แก่', 'ทุก ๆ ระดับ'),
    ('mai-yamok', 'proposal.yaml', 'ๆ ซึ่งความรู้', 'ต่าง ๆ ซึ่ง'),
    ('post-name', 'audience.yaml', 'ผู้ช่วยเจ้าจังหวัดที่รับผิดชอบ', 'ผู้ช่วยจ่าจังหวัด'),
]


@pytest.fixture(scope='module')
def raw(tmp_path_factory):
    folder = tmp_path_factory.mktemp('raw') / 'content'
    make_raw(folder)
    return folder


@pytest.fixture(scope='module')
def findings(raw):
    return inspect(raw).findings


@pytest.mark.parametrize(('rule', 'file', 'words', 'right'), FAULTS, ids=lambda value: str(value)[:24])
def test_each_fault_is_told_at_its_place_with_what_is_right(raw, findings, rule, file, words, right):
    place = place_of(raw / file, words)
    told = [
        finding.tell('th')
        for finding in findings
        if finding.rule == rule
        and finding.place.file.endswith(f'/{file}')
        and (finding.place.line, finding.place.column) == place
    ]
    assert len(told) == 1
    assert right in told[0]


def test_nothing_else_is_told(findings):
    assert len(findings) == len(FAULTS)


def test_a_province_that_the_roster_has_twice_is_told_too(tmp_path):
    make_raw(tmp_path / 'content')
    roster = tmp_path / 'content' / 'recipients.csv'
    roster.write_text(roster.read_text('utf-8').replace('TH-41,อุดรธานี,', 'TH-41,อุตรดิตถ์,'), 'utf-8')
    told = [finding for finding in inspect(tmp_path / 'content').findings if finding.level is Level.ERROR]
    assert any(finding.place.file.endswith('recipients.csv') for finding in told)


def test_the_mended_content_raises_no_alarm_but_the_question_of_the_post():
    told = [finding.rule for finding in inspect(ROOT / 'content').findings if finding.level is not Level.NOTE]
    assert told == ['post-name']


def place_of(path, words):
    for number, line in enumerate(path.read_text('utf-8').splitlines(), 1):
        if words in line:
            return number, line.index(words) + 1
    raise AssertionError(words)
