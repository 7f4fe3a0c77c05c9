"""Choosing papers in an officer's words, and their order."""

from __future__ import annotations

import pytest
from content_tools import SHIPPED

from saraban.content.loader import load
from saraban.errors import UsageError
from saraban.selection import Choice, chosen, province_of

ROSTER = (
    'name,english,round,districts,สังกัด,จังหวัดที่ตั้ง,รหัสไปรษณีย์\n'
    'สามพราน,Sam Phran,1,4,กรมการปกครอง,นครปฐม,73110\n'
    'บางเลน,Bang Len,1,5,กรมการพัฒนาชุมชน,นครปฐม,๗๓๑๓๐\n'
    'บ้านโป่ง,Ban Pong,2,6,กรมการปกครอง,ราชบุรี,70110\n'
    'โพธาราม,Photharam,2,7,กรมการปกครอง,ราชบุรี,\n'
)  # fmt: skip
AUDIENCE = (
    'unit: คน\ncolumns: [สังกัด, จังหวัดที่ตั้ง]\n'
    'groups: [{key: one, per: districts, count: 1, invited: yes, label: คน, full: คน, short: คน}]\n'
)
ROUNDS = (
    'rounds:\n'
    '  - {number: 1, region: ภาคใต้, start: 2563-11-26, end: 2563-11-27, venue: ก}\n'
    '  - {number: 2, region: ภาคกลาง, start: 2563-12-01, end: 2563-12-02, venue: ข}\n'
)
LETTER = 'invite_by: recipient\nrecipient: {subject: เรื่อง, addressee: "นายอำเภอ{{ recipient.name }}", body: [ข้อความ]}\n'


@pytest.fixture
def districts(small):
    return small(recipients=ROSTER, audience=AUDIENCE, rounds=ROUNDS, letter=LETTER)


def names(project, **choice):
    return [paper.name for paper in chosen(project, Choice(kinds=('letter',), **choice))]


@pytest.mark.parametrize(
    ('choice', 'found'),
    [
        ({'rounds': ('1',)}, ['สามพราน', 'บางเลน']),
        ({'rounds': ('๒',)}, ['บ้านโป่ง', 'โพธาราม']),
        ({'regions': ('ภาคกลาง',)}, ['บ้านโป่ง', 'โพธาราม']),
        ({'where': (('สังกัด', 'กรมการพัฒนาชุมชน'),)}, ['บางเลน']),
        ({'where': (('อำเภอ', '๗'),)}, ['โพธาราม']),
        ({'where': (('รหัสไปรษณีย์', '73130'),)}, ['บางเลน']),
        ({'where': (('สังกัด', 'กรมการปกครอง'), ('จังหวัดที่ตั้ง', 'ราชบุรี'))}, ['บ้านโป่ง', 'โพธาราม']),
        ({'rounds': ('1', '2'), 'only': ('โพธาราม',)}, ['โพธาราม']),
        ({'order': 'postal'}, ['บ้านโป่ง', 'สามพราน', 'บางเลน', 'โพธาราม']),
        ({'order': 'region'}, ['สามพราน', 'บางเลน', 'บ้านโป่ง', 'โพธาราม']),
    ],
)
def test_letters_are_chosen_by_what_an_officer_calls_them(districts, choice, found):
    assert names(districts, **choice) == found


def test_a_district_is_of_the_province_that_the_roster_has_for_it(small):
    roster = ROSTER.replace('จังหวัดที่ตั้ง', 'จังหวัด')
    project = small(recipients=roster, audience=AUDIENCE.replace('จังหวัดที่ตั้ง', 'จังหวัด'), rounds=ROUNDS, letter=LETTER)
    assert [province_of(one) for one in project.recipients] == ['นครปฐม', 'นครปฐม', 'ราชบุรี', 'ราชบุรี']
    assert names(project, provinces=('ราชบุรี',)) == ['บ้านโป่ง', 'โพธาราม']


def test_a_province_that_is_a_recipient_is_its_own():
    assert names(load(SHIPPED), provinces=('ชัยนาท', 'ตราด')) == ['ชัยนาท', 'ตราด']


def test_papers_of_no_round_are_no_part_of_a_round():
    kinds = {paper.kind for paper in chosen(load(SHIPPED), Choice(rounds=('1',)))}
    assert kinds == {'round-schedule', 'allocation', 'letter', 'reply-form'}


@pytest.mark.parametrize(
    ('choice', 'rules'),
    [
        ({'rounds': ('9',)}, ['no-such-value']),
        ({'regions': ('ภาคกลา',)}, ['no-such-value']),
        ({'where': (('สังกดั', 'กรมการปกครอง'),)}, ['no-such-column']),
        ({'where': (('สังกัด', 'กรมการปกครองท้องถิ่น'),)}, ['no-such-value']),
        ({'rounds': ('1',), 'provinces': ('โพธาราม',)}, ['nothing-chosen']),
        ({'only': ('ชัยนา',), 'rounds': ('7',)}, ['unknown-paper', 'no-such-value']),
    ],
)
def test_what_there_is_not_is_told_all_at_once(districts, choice, rules):
    with pytest.raises(UsageError) as caught:
        names(districts, **choice)
    assert [finding.rule for finding in caught.value.findings] == rules


def test_a_mistyped_value_is_told_with_what_is_near(districts):
    with pytest.raises(UsageError) as caught:
        names(districts, where=(('สังกัด', 'กรมการปกคร'),))
    assert str(caught.value.findings[0].values['near']).startswith('กรมการปกครอง')


def test_a_column_that_audience_does_not_name_is_still_a_misspelt_heading(small):
    with pytest.raises(Exception, match='สังกัด'):
        small(recipients=ROSTER, audience=AUDIENCE.replace('สังกัด, ', ''), rounds=ROUNDS, letter=LETTER)
