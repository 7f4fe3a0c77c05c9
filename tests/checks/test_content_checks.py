"""Content is checked against itself before any view is made; the broken files say themselves what is to be found."""

from pathlib import Path

import pytest
from content_tools import SHIPPED, STARTER, break_content, broken_cases, check, copied, marked, patched, told, written

from saraban.content.loader import load
from saraban.errors import ContentError, Level
from saraban.pipeline import read

BROKEN = Path(__file__).parent / 'broken'


def test_the_shipped_content_the_sample_and_the_starter_have_no_finding(shipped, sample):
    assert (check(shipped), check(sample), check(load(STARTER))) == ([], [], [])


def test_there_are_broken_files_to_check():
    assert len(broken_cases(BROKEN)) >= 20


@pytest.mark.parametrize('case', marked(BROKEN))
def test_a_broken_file_gives_just_the_findings_that_it_names(case, tmp_path):
    content, expected = break_content(case, tmp_path / 'content')
    with pytest.raises(ContentError) as caught:
        read(content)
    assert sorted(told(caught.value.findings)) == sorted(expected)
    assert {finding.level for finding in caught.value.findings} == {Level.ERROR}


def test_every_rule_of_the_checks_has_a_broken_file():
    text = ''.join(path.read_text(encoding='utf-8') for path in broken_cases(BROKEN))
    for rule in (
        'unknown-fact', 'cycle', 'fact-not-number', 'repeated-value', 'unknown-round', 'empty-round', 'circular-encloses-own',
        'unknown-name', 'bad-reference', 'stated-differs',
    ):  # fmt: skip
        assert f'# expect: {rule} ' in text


def test_a_recipient_without_a_round_is_told_beside_the_round_without_recipients(tmp_path):
    content = copied(STARTER, tmp_path / 'content')
    (content / 'recipients.csv').write_text('name,english\nเชียงใหม่,Chiang Mai\n', encoding='utf-8')
    assert told(check(load(content))) == [('empty-round', 'rounds.yaml:3:5'), ('round-missing', 'recipients.csv:2:1')]


@pytest.mark.parametrize(
    ('file', 'needed'),
    [('audience.yaml', 'counts'), ('rounds.yaml', 'rounds_table'), ('schedule.yaml', 'rounds_table')],
)
def test_a_list_or_table_without_its_file_says_which_file_it_needs(tmp_path, file, needed):
    content = copied(STARTER, tmp_path / 'content')
    for name in {file, 'letter.yaml', 'forms.yaml', 'recipients.csv'}:
        (content / name).unlink()
    found = check(load(content))
    assert [(one.rule, one.values['file'], str(one.place).rpartition('/')[2]) for one in found] == [
        ('needs-file', file, 'proposal.yaml:' + {'counts': '17:17', 'rounds_table': '19:23'}[needed])
    ]


def test_a_later_stage_waits_until_the_earlier_one_is_sound(tmp_path):
    content = copied(STARTER, tmp_path / 'content')
    patched(content, 'facts.yaml', 'hours: 6', 'hours: {sum: [hours]}')
    patched(content, 'rounds.yaml', 'number: 1', 'number: 9')
    assert told(check(load(content))) == [('cycle', 'facts.yaml:2:15')]


def test_faults_of_one_stage_are_told_at_once(tmp_path):
    content = copied(STARTER, tmp_path / 'content')
    patched(content, 'recipients.csv', 'Chiang Rai,1', 'Chiang Rai,4')
    patched(content, 'letter.yaml', '{{ letter.reply_channel }} รายละเอียด', '{{ letter.channel }} รายละเอียด')
    patched(content, 'forms.yaml', '{{ recipient.name }}', '{{ recipient.nam }}')
    assert sorted(one.rule for one in check(load(content))) == ['unknown-name', 'unknown-name', 'unknown-round']


def test_a_letter_to_a_round_that_does_not_exist_says_which_there_are(tmp_path):
    content = copied(STARTER, tmp_path / 'content')
    patched(content, 'recipients.csv', 'Chiang Rai,1', 'Chiang Rai,4')
    (found,) = check(load(content))
    assert (dict(found.values), found.place.excerpt) == ({'value': 4, 'known': '1'}, 'TH-57,เชียงราย,Chiang Rai,4')
    assert 'rounds.yaml has no round 4' in found.tell('en')
    assert 'ต้องแก้: ไม่มีรุ่นที่ 4 ใน rounds.yaml' in found.tell('th')


def test_a_project_without_rounds_may_send_one_circular_to_its_recipients(tmp_path):
    letter = 'invite_by: all\nall: {subject: ขอเชิญ, addressee: ผู้อำนวยการทุกแห่ง, body: [จึงเรียนมา]}\n'
    project = load(written(tmp_path / 'small', letter=letter, recipients='name,english\nก,Alpha\n'))
    assert check(project) == []


def test_a_recipient_of_an_unknown_round_is_told_also_where_there_are_no_letters(tmp_path):
    content = copied(STARTER, tmp_path / 'content')
    (content / 'letter.yaml').unlink()
    patched(content, 'recipients.csv', 'Chiang Rai,1', 'Chiang Rai,4')
    assert told(check(load(content))) == [('unknown-round', 'recipients.csv:3:7')]


# The faults of the source proposal (source-notes.md) that this stage of the product can see.


def test_the_source_s_wrong_district_count_is_found_where_content_states_it(tmp_path):
    content = copied(SHIPPED, tmp_path / 'content')
    patched(content, 'rounds.yaml', 'region: ภาคตะวันออกเฉียงเหนือ ๑', 'region: ภาคตะวันออกเฉียงเหนือ ๑\n    stated: 159')
    (found,) = check(load(content))
    assert (found.rule, found.values['stated'], found.values['reckoned']) == ('stated-differs', '159', '169')


def test_a_province_that_stands_twice_is_found(tmp_path):
    content = copied(SHIPPED, tmp_path / 'content')
    patched(content, 'recipients.csv', 'TH-41,อุดรธานี,Udon Thani,3,20', 'TH-41,อุตรดิตถ์,Udon Thani,3,20')
    with pytest.raises(ContentError) as caught:
        load(content)
    assert told(caught.value.findings) == [('repeated-value', 'recipients.csv:64:7')]
    assert 'stands on line 35 too' in caught.value.findings[0].tell('en')
