"""What wordings can name: the project's own words, rounds, recipients, posts by their project and official names."""

import datetime

import pytest
from content_tools import SAMPLE, SHIPPED

from saraban.content.values import PartDate
from saraban.errors import Place
from saraban.views import names
from saraban.views.blocks import Blank, Run
from saraban.views.wording import Scope


def test_the_title_is_lines_and_joins_without_a_space_between_thai_letters(shipped, sample):
    assert names.title_lines(shipped) == (
        'โครงการพัฒนาประสิทธิภาพการขับเคลื่อนการพัฒนาตำบลแบบบูรณาการ',
        'และแผนพัฒนาพื้นที่ในลักษณะแผนเดียว (One plan) ประจำปีงบประมาณ พ.ศ. ๒๕๖๔',
    )
    assert names.title(shipped) == ''.join(names.title_lines(shipped))
    assert names.title(sample) == (
        'โครงการอบรมเชิงปฏิบัติการการป้องกันและควบคุมการติดเชื้อ Infection Prevention & Control <IPC> ในโรงพยาบาล ประจำปีงบประมาณ พ.ศ. ๒๕๖๙'
    )


def test_a_round_is_named_in_every_way_that_papers_need(sample):
    named = names.round_names(sample, sample.rounds[0])
    assert named == {
        'number': '๑',
        'region': '',
        'label': 'ครั้งที่ ๑',
        'when': 'ระหว่างวันที่ ๓๐ พฤศจิกายน - ๑ ธันวาคม ๒๕๖๘',
        'weekdays': 'วันอาทิตย์ที่ ๓๐ พฤศจิกายน - วันจันทร์ที่ ๑ ธันวาคม ๒๕๖๘',
        'venue': 'โรงแรมริเวอร์ไซด์ "แกรนด์" & คอนเวนชัน',
        'district': 'อำเภอเมือง จังหวัดนนทบุรี',
        'place': 'โรงแรมริเวอร์ไซด์ "แกรนด์" & คอนเวนชัน อำเภอเมือง จังหวัดนนทบุรี',
        'reply_by': '๑๔ พฤศจิกายน ๒๕๖๘',
        'recipients': 'โรงพยาบาลศูนย์บ้านใหม่ และโรงพยาบาลเด็ก "ร่มเย็น" & คลินิก <สาขา ๒>',
        'total': 22,
        'counts': {'head_nurse': 2, 'ward_nurse': 20},
    }


def test_a_reply_by_day_that_is_not_known_is_a_blank_that_knows_its_place(shipped):
    gap = names.round_names(shipped, shipped.rounds[2])['reply_by']
    assert (gap.label, gap.place.file.rpartition('/')[2], gap.place.line) == (
        'วันสุดท้ายที่ให้ตอบรับ รุ่นที่ ๓',
        'rounds.yaml',
        29,
    )


def test_a_region_stands_in_a_round_s_label(shipped):
    assert names.round_names(shipped, shipped.rounds[2])['label'] == 'รุ่นที่ ๓ ภาคตะวันออกเฉียงเหนือ ๑'


def test_a_recipient_is_named_with_its_numbers(sample):
    assert names.recipient_names(sample, sample.recipients[1]) == {
        'name': 'โรงพยาบาลเด็ก "ร่มเย็น" & คลินิก <สาขา ๒>',
        'total': 5,
        'counts': {'head_nurse': 1, 'ward_nurse': 4},
        'wards': 2,
    }


def test_letters_call_posts_by_their_official_name_and_the_proposal_by_its_own(sample):
    own, official = names.project_names(sample)['audience'], names.correspondence_names(sample)['audience']
    assert (own['ward_nurse']['short'], official['ward_nurse']['short']) == ('ICWN', 'พยาบาล ICWN')
    assert (own['head_nurse']['full'], official['head_nurse']['full']) == ('หัวหน้าพยาบาล', 'หัวหน้ากลุ่มภารกิจด้านการพยาบาล')


def test_a_post_without_an_official_name_keeps_its_own(shipped):
    assert [names.post(one, 'short', official=True) for one in shipped.invited] == ['ผู้ช่วยเจ้าจังหวัดฯ', 'ปลัดอำเภอฯ']


def test_a_confirmed_name_reaches_letters_and_leaves_the_proposal_as_approved(changed):
    project = changed(
        SHIPPED,
        (
            'audience.yaml',
            'short: ผู้ช่วยเจ้าจังหวัดฯ\n    official: {full: "", short: ""}',
            'short: ผู้ช่วยเจ้าจังหวัดฯ\n    official: {full: ผู้ช่วยจ่าจังหวัด, short: ผู้ช่วยจ่าฯ}',
        ),
    )
    assert names.project_names(project)['audience']['assistant']['short'] == 'ผู้ช่วยเจ้าจังหวัดฯ'
    assert names.correspondence_names(project)['audience']['assistant']['short'] == 'ผู้ช่วยจ่าฯ'


@pytest.mark.parametrize(
    ('value', 'expected'),
    [
        (datetime.date(2020, 10, 5), (Run('๕ ตุลาคม ๒๕๖๓'),)),
        (
            PartDate(2020, 10),
            (Run('', blank=Blank('วันที่หนังสือ (วัน) รุ่นที่ ๑', Place('a'), 0.9)), Run(' ตุลาคม ๒๕๖๓')),
        ),
        (None, (Run('', blank=Blank('วันที่หนังสือ รุ่นที่ ๑', Place('a'), 4.0)),)),
    ],
)
def test_a_letter_date_has_three_states(value, expected):
    assert names.letter_date(value, Place('a'), 'รุ่นที่ ๑') == expected


def test_facts_stand_in_thai_digits_also_where_they_are_words(sample):
    scope = Scope(names.project_names(sample))
    assert (
        scope.words('{{ facts.target_rate }} {{ facts.beds }} {{ rounds.count }} {{ rounds.noun }}')
        == '๑.๕ ๔,๒๕๐ ๓ ครั้ง'
    )
    assert scope.words('{{ agency.name }} {{ agency.ministry }} {{ units.group }}') == (
        'กรมป้องกันการติดเชื้อ กระทรวงตัวอย่าง กลุ่มงานป้องกันการติดเชื้อ'
    )


def test_a_term_may_name_facts_and_the_title(changed):
    project = changed(SAMPLE, ('project.yaml', 'short: แนวทางฯ', 'short: "{{ agency.name }} {{ facts.kits }}"'))
    scope = Scope(names.project_names(project))
    assert scope.words('{{ terms.guideline.short }}') == 'กรมป้องกันการติดเชื้อ ๓๐๐'
