"""A round postponed or cancelled: to whom, referring to which letter, saying what."""

import pytest
from forms_tools import BY_RECIPIENT, BY_ROUND, POSTPONED, block, paths, project_with, rules, view_at, words

from saraban.views.blocks import blanks

NONE = 'changes: []'
CANCELLED = '{key: off, kind: cancelled, round: 6, reason: งบประมาณไม่เพียงพอ}'
PATH = 'changes/round-3/TH-41-udon-thani'


@pytest.fixture(scope='module')
def project(tmp_path_factory):
    change = f'changes:\n  - {POSTPONED}\n  - {CANCELLED}'
    return project_with(tmp_path_factory.mktemp('changes'), ('changes.yaml', NONE, change))


def test_the_shipped_content_has_none(tmp_path):
    assert paths(project_with(tmp_path), 'change-letter') == []


def test_each_who_was_invited_to_the_round_gets_a_letter(project):
    found = paths(project, 'change-letter')
    members = len(project.members(project.rounds[2])) + len(project.members(project.rounds[5]))
    assert len(found) == len(set(found)) == members
    assert PATH in found


def test_it_is_a_circular_where_the_round_was_invited_by_one(tmp_path):
    change = ('changes.yaml', NONE, f'changes: [{POSTPONED}]')
    project = project_with(tmp_path, change, ('letter.yaml', BY_RECIPIENT, BY_ROUND))
    assert paths(project, 'change-letter') == ['changes/round-3']
    head = words(block(view_at(project, 'changes/round-3'), 'letterhead'))
    assert head.startswith('ที่ มท /ว ')


def test_a_postponement_names_the_old_and_the_new_days_and_why(project):
    view = view_at(project, PATH)
    assert words(block(view, 'subject')) == 'เรื่องเลื่อนกำหนดการโครงการฯ รุ่นที่ ๓ ภาคตะวันออกเฉียงเหนือ ๑'
    assert words(block(view, 'body/1')).startswith('ตามหนังสือที่อ้างถึง ')
    assert words(block(view, 'body/1')).endswith(' นั้น')
    assert words(block(view, 'body/2')) == (
        'เนื่องจากเกิดอุทกภัย จึงขอเลื่อนกำหนดการจากเดิม ระหว่างวันที่ ๒๑ - ๒๒ ธันวาคม ๒๕๖๓ เป็น ระหว่างวันที่ ๑๘ - ๑๙ มกราคม ๒๕๖๔'
    )
    assert words(block(view, 'body/3')) == 'จึงเรียนมาเพื่อโปรดทราบ และแจ้งผู้เกี่ยวข้องทราบต่อไป'


def test_a_cancellation_says_so(project):
    path = next(path for path in paths(project, 'change-letter') if path.startswith('changes/off/'))
    view = view_at(project, path)
    assert words(block(view, 'subject')).startswith('เรื่องยกเลิกกำหนดการโครงการฯ รุ่นที่ ๖')
    assert words(block(view, 'body/2')) == 'เนื่องจากงบประมาณไม่เพียงพอ จึงขอยกเลิกกำหนดการดังกล่าว'


def test_it_refers_to_the_letter_that_invited_by_number_and_date(tmp_path):
    change = POSTPONED.replace('}}', '}, issued: {number: "1590", date: 2563-11-02}}')
    prefix = ('project.yaml', 'number_prefix:        #', 'number_prefix: 0301.2 #')
    project = project_with(tmp_path, ('changes.yaml', NONE, f'changes: [{change}]'), prefix)
    reference = words(block(view_at(project, PATH), 'reference/1'))
    assert reference == 'อ้างถึงหนังสือกรมการปกครอง ที่ มท ๐๓๐๑.๒/๑๕๙๐ ลงวันที่ ๒ พฤศจิกายน ๒๕๖๓'


def test_what_is_not_known_of_it_is_a_blank(project):
    labels = {blank.label for blank in blanks(view_at(project, PATH))}
    assert {'เลขที่หนังสือ หนังสือเชิญที่อ้างถึง', 'วันที่หนังสือ หนังสือเชิญที่อ้างถึง'} <= labels


def test_days_that_end_before_they_begin_and_a_round_that_there_is_not_are_findings(tmp_path):
    wrong = POSTPONED.replace('round: 3', 'round: 9')
    project = project_with(tmp_path, ('changes.yaml', NONE, f'changes: [{wrong}]'))
    assert rules(project) == ['unknown-round']


def test_two_changes_of_one_name_are_a_finding(tmp_path):
    project = project_with(tmp_path, ('changes.yaml', NONE, f'changes: [{POSTPONED}, {POSTPONED}]'))
    assert rules(project) == ['repeated-value']


def test_each_letter_refers_to_the_one_that_its_own_recipient_got(tmp_path):
    """The roster's number counts before one that the change says for all."""
    change = POSTPONED.replace('}}', '}, issued: {number: "1590", date: 2563-11-02}}')
    project = project_with(
        tmp_path,
        ('changes.yaml', NONE, f'changes: [{change}]'),
        columns=('number', 'ลงวันที่'),
        rows={'อุดรธานี': ('1641', '3 พฤศจิกายน 2563')},
    )
    reference = words(block(view_at(project, PATH), 'reference/1'))
    assert reference.endswith('/๑๖๔๑ ลงวันที่ ๓ พฤศจิกายน ๒๕๖๓')
    others = words(block(view_at(project, 'changes/round-3/TH-42-loei'), 'reference/1'))
    assert others.endswith('/๑๕๙๐ ลงวันที่ ๒ พฤศจิกายน ๒๕๖๓')


def test_a_circular_of_a_change_has_the_list_that_its_addressee_line_names(tmp_path):
    change = ('changes.yaml', NONE, f'changes: [{POSTPONED}]')
    view = view_at(project_with(tmp_path, change, ('letter.yaml', BY_RECIPIENT, BY_ROUND)), 'changes/round-3')
    assert '(ตามบัญชีแนบท้าย)' in words(block(view, 'addressee'))
    assert words(block(view, 'addressees')).startswith('บัญชีแนบท้าย')
    assert sum(one.id.startswith('addressees/') for one in view.blocks) == 11
