"""Salutations by post, circulars alike for all, stages, copies, the copies of enclosures."""

import pytest
from forms_tools import BY_RECIPIENT, BY_ROUND, FOR_ALL, POSTPONED, block, project_with, rules, view_at, words

from saraban.content.model import Post
from saraban.content.posts import post_of
from saraban.views import blocks as b
from saraban.views.kinds import KINDS, all_papers
from saraban.views.letter import enclosure_views

LETTER = 'letters/TH-18-chai-nat'
OPEN_PAIR = (
    ('letter.yaml', '\nsalutation: เรียน\n', '\nsalutation:\n'),
    ('letter.yaml', 'closing: ขอแสดงความนับถือ', 'closing:'),
)
TO_THE_PREMIER = ('letter.yaml', 'addressee: ผู้ว่าราชการจังหวัด{{ recipient.name }}', 'addressee: นายกรัฐมนตรี')
STAGE = 'letter: {number: "", date: "", reply_by: "", stage: ร่าง}'


@pytest.mark.parametrize(
    ('addressee', 'pair'),
    [
        ('ผู้ว่าราชการจังหวัดชัยนาท', ('เรียน', 'ขอแสดงความนับถือ')),
        ('นายกรัฐมนตรี', ('กราบเรียน', 'ขอแสดงความนับถืออย่างยิ่ง')),
        ('นายกรัฐมนตรี (ผ่านเลขาธิการ)', ('กราบเรียน', 'ขอแสดงความนับถืออย่างยิ่ง')),
        ('รองนายกรัฐมนตรี', ('เรียน', 'ขอแสดงความนับถือ')),
        ('พระครูวิจิตร', ('นมัสการ', 'ขอนมัสการด้วยความเคารพ')),
    ],
)
def test_salutation_and_closing_follow_the_post(addressee, pair):
    post = post_of(addressee)
    assert (post.salutation, post.closing) == pair


def test_a_projects_own_post_stands_before_the_shipped_table():
    own = Post(post='นายกรัฐมนตรี', salutation='เรียน', closing='ขอแสดงความนับถือ')
    assert post_of('นายกรัฐมนตรี', [own]) is own


def test_a_pair_left_empty_is_filled_in_by_the_post(tmp_path):
    view = view_at(project_with(tmp_path, *OPEN_PAIR, TO_THE_PREMIER), LETTER)
    assert block(view, 'addressee').label == 'กราบเรียน'
    assert block(view, 'signature').closing == 'ขอแสดงความนับถืออย่างยิ่ง'


def test_a_wrong_pair_is_told_once(tmp_path):
    assert rules(project_with(tmp_path, TO_THE_PREMIER)) == ['wrong-pair']


def test_half_a_pair_is_judged_with_its_other_half(tmp_path):
    half = ('letter.yaml', 'closing: ขอแสดงความนับถือ', 'closing: ขอแสดงความนับถืออย่างยิ่ง')
    assert rules(project_with(tmp_path, half)) == ['wrong-pair']


def test_a_circular_that_names_a_recipient_is_refused(tmp_path):
    named = ('letter.yaml', 'ตามจำนวนในบัญชีแนบท้าย ตามวัน', 'ตามจำนวนของจังหวัดชัยนาท ตามวัน')
    assert rules(project_with(tmp_path, ('letter.yaml', BY_RECIPIENT, BY_ROUND), named)) == ['circular-names-recipient']


def test_a_circular_that_encloses_a_form_of_each_recipient_is_refused(tmp_path):
    own = ('letter.yaml', '{paper: allocation, name: "บัญชี', '{paper: reply-form, name: "บัญชี')
    assert rules(project_with(tmp_path, ('letter.yaml', BY_RECIPIENT, BY_ROUND), own)) == ['circular-encloses-own']


def test_a_circular_has_its_mark_before_its_number_unless_it_takes_an_ordinary_one(tmp_path):
    view = view_at(project_with(tmp_path / 'a', ('letter.yaml', BY_RECIPIENT, FOR_ALL)), 'circulars/all')
    ordinary = ('letter.yaml', 'copies: []', 'copies: []\nordinary_number: yes')
    other = view_at(project_with(tmp_path / 'b', ('letter.yaml', BY_RECIPIENT, FOR_ALL), ordinary), 'circulars/all')
    assert words(block(view, 'letterhead')).startswith('ที่ มท /ว ')
    assert words(block(other, 'letterhead')).startswith('ที่ มท /กรม')
    assert words(block(view, 'addressee')) == 'เรียนผู้ว่าราชการจังหวัด ทุกจังหวัด'


def test_the_list_of_a_circulars_addressees_is_its_last_page(tmp_path):
    project = project_with(tmp_path, ('letter.yaml', BY_RECIPIENT, BY_ROUND))
    view = view_at(project, 'circulars/round-1')
    at = next(n for n, part in enumerate(view.blocks) if part.id == 'addressees')
    assert view.blocks[at].new_page
    listed = [words(part) for part in view.blocks[at + 1 :]]
    assert listed[0] == '๑.ผู้ว่าราชการจังหวัดชัยนาท'
    assert len(listed) == len(project.members(project.rounds[0]))


def test_a_few_addressees_are_named_and_joined(tmp_path):
    few = ('letter.yaml', 'addressee: ผู้ว่าราชการจังหวัด (ตามบัญชีแนบท้าย)', 'addressee: ผู้ว่าราชการจังหวัด{{ round.recipients }}')
    view = view_at(project_with(tmp_path, ('letter.yaml', BY_RECIPIENT, BY_ROUND), few), 'circulars/round-1')
    assert ' และ' in words(block(view, 'addressee'))


def test_in_the_stage_of_a_draft_the_paper_says_so_and_later_it_does_not(tmp_path):
    drafted = ('rounds.yaml', STAGE, STAGE.replace('stage: ร่าง', 'stage: ร่าง, draft: ร่างครั้งที่ ๓'))
    assert view_at(project_with(tmp_path / 'a', drafted), LETTER).furniture.draft == 'ร่างครั้งที่ ๓'
    signed = ('rounds.yaml', STAGE, STAGE.replace('stage: ร่าง', 'stage: ลงนาม'))
    assert view_at(project_with(tmp_path / 'b', signed), LETTER).furniture.draft == ''


def sent(tmp_path, more: str):
    filled = [
        ('rounds.yaml', STAGE, f'letter: {{reply_by: 2563-11-20, stage: ส่งแล้ว{more}}}'),
        ('project.yaml', 'address: ""', 'address: ถนนอัษฎางค์'),
        ('project.yaml', 'telephone:', 'telephone: 0 2221 0877'),
        ('project.yaml', 'fax:', 'fax: 0 2221 0877'),
        ('project.yaml', 'email:', 'email: plan@example.go.th'),
        ('letter.yaml', '  name:\n  position: ""', '  name: นายสมชาย ใจดี\n  position: อธิบดี'),
        ('letter.yaml', 'reply_channel: ', 'reply_channel: ไปรษณีย์ '),
    ]
    return rules(project_with(tmp_path, *filled))


def test_a_sent_letter_with_a_blank_is_an_error_save_number_and_date_stamped_by_hand(tmp_path):
    assert set(sent(tmp_path / 'a', '')) == {'sent-with-blank'}
    assert len(sent(tmp_path / 'b', '')) == 3  # prefix, number, date
    assert sent(tmp_path / 'c', ', stamped_by_hand: yes') == []


def test_the_copies_of_enclosures_bear_their_numbers_and_the_papers_themselves_do_not(tmp_path):
    project = project_with(tmp_path)
    letter = next(paper for paper in all_papers(project) if paper.path == LETTER)
    marks = [view.furniture.enclosure for view in enclosure_views(project, letter, lambda path: view_at(project, path))]
    assert marks == ['สิ่งที่ส่งมาด้วย ๑', 'สิ่งที่ส่งมาด้วย ๒', 'สิ่งที่ส่งมาด้วย ๓']
    assert view_at(project, 'proposal').furniture.enclosure == ''


def test_stamps_copies_and_references_come_from_content(tmp_path):
    changes = [
        ('letter.yaml', 'secrecy: ""', 'secrecy: ลับ'),
        ('letter.yaml', 'urgency: ""', 'urgency: ด่วนที่สุด'),
        ('letter.yaml', 'copies: []', 'copies: [กองคลัง]'),
        ('letter.yaml', '{{ recipient.name }}\n', '{{ recipient.name }}\n  references: [หนังสือที่หนึ่ง, หนังสือที่สอง]\n'),
    ]
    view = view_at(project_with(tmp_path, *changes), LETTER)
    assert (view.furniture.secrecy, view.furniture.urgency) == ('ลับ', 'ด่วนที่สุด')
    assert words(block(view, 'copies')) == 'สำเนาส่งกองคลัง'
    assert [words(part) for part in view.blocks if part.id.startswith('reference/')] == ['อ้างถึงหนังสือที่หนึ่ง', 'หนังสือที่สอง']


def test_acting_signers_sign_in_lines(tmp_path):
    acting = ('letter.yaml', 'position: ""', 'position: [รองอธิบดี ปฏิบัติราชการแทน, อธิบดีกรมการปกครอง]')
    lines = block(view_at(project_with(tmp_path, acting), LETTER), 'signature').lines
    assert [''.join(run.text for run in line) for line in lines[1:]] == ['รองอธิบดี ปฏิบัติราชการแทน', 'อธิบดีกรมการปกครอง']


def test_envelopes_and_labels_are_made_on_request_alone(tmp_path):
    project = project_with(tmp_path)
    assert {paper.kind for paper in all_papers(project)}.isdisjoint({'labels', 'envelopes'})
    assert {paper.kind for paper in all_papers(project, ['labels'])} >= {'labels', 'memo'}
    envelopes = view_at(project, 'envelopes')
    assert len(envelopes.blocks) == 76
    assert envelopes.sheet == 'C5'
    assert isinstance(envelopes.blocks[0], b.Envelope)
    assert words(envelopes.blocks[0]) == 'กรมการปกครองที่ มท /เรียน ผู้ว่าราชการจังหวัดชัยนาทศาลากลางจังหวัดชัยนาท'
    assert KINDS['envelopes'].on_request


OWN = (
    'letter.yaml',
    '  addressee: ผู้ว่าราชการจังหวัด (ตามบัญชีแนบท้าย)\n',
    '  addressee: ผู้ว่าราชการจังหวัด (ตามบัญชีแนบท้าย)\n  own_addressee: ผู้ว่าราชการจังหวัด{{ recipient.name }}\n',
)


def test_the_copies_of_a_circular_differ_in_their_addressee_alone(tmp_path):
    project = project_with(tmp_path, ('letter.yaml', BY_RECIPIENT, BY_ROUND), OWN)
    papers = [paper for paper in all_papers(project) if paper.kind == 'circular']
    assert len(papers) == 76
    assert papers[0].path == 'circulars/round-1/TH-18-chai-nat'
    one, other = (KINDS['circular'].view(project, paper, {}) for paper in papers[:2])
    differing = [a.id for a, b in zip(one.blocks, other.blocks, strict=True) if words(a) != words(b)]
    assert differing == ['addressee']
    assert words(block(one, 'addressee')) == 'เรียนผู้ว่าราชการจังหวัดชัยนาท'
    assert not any(part.id == 'addressees' for part in one.blocks)


def test_the_copies_of_a_circular_have_its_one_number_and_not_the_roster_s(tmp_path):
    number = ('rounds.yaml', STAGE, STAGE.replace('number: ""', 'number: "77"'))
    project = project_with(
        tmp_path, ('letter.yaml', BY_RECIPIENT, BY_ROUND), OWN, number, columns=('number',), rows={'ชัยนาท': ('99',)}
    )
    head = block(view_at(project, 'circulars/round-1/TH-18-chai-nat'), 'letterhead')
    assert words(head).startswith('ที่ มท /ว ๗๗')


def test_a_change_of_a_circular_in_copies_goes_to_each_addressee(tmp_path):
    change = ('changes.yaml', 'changes: []', f'changes: [{POSTPONED}]')
    project = project_with(tmp_path, ('letter.yaml', BY_RECIPIENT, BY_ROUND), OWN, change)
    view = view_at(project, 'changes/round-3/TH-42-loei')
    assert words(block(view, 'addressee')) == 'เรียนผู้ว่าราชการจังหวัดเลย'
    assert words(block(view, 'letterhead')).startswith('ที่ มท /ว ')


def test_a_letter_has_the_date_that_the_roster_gives_it(tmp_path):
    project = project_with(tmp_path, columns=('number', 'ลงวันที่'), rows={'ชัยนาท': ('99', '2563-11-04')})
    assert words(block(view_at(project, LETTER), 'letterhead')).endswith('๔ พฤศจิกายน ๒๕๖๓')


def test_an_envelope_has_the_post_code_of_the_roster(tmp_path):
    project = project_with(tmp_path, columns=('รหัสไปรษณีย์',), rows={'ชัยนาท': ('17000',)})
    view = view_at(project, 'envelopes')
    assert words(view.blocks[0]).endswith('ศาลากลางจังหวัดชัยนาท๑๗๐๐๐')
