"""The letter in three ways: to each recipient, a circular a round, one circular for all."""

import pytest
from content_tools import SAMPLE, SHIPPED, block, check, words

from saraban.views.blocks import Letterhead, blanks, words_of
from saraban.views.kinds import all_papers
from saraban.views.letter import enclosed_path

LETTER = 'letters/H10702-rom-yen-children-s-hospital'


def head(view) -> tuple[str, list[str], str]:
    letterhead = block(view, 'letterhead')
    assert isinstance(letterhead, Letterhead)
    return words_of(letterhead.number), [words_of(line) for line in letterhead.agency], words_of(letterhead.date)


def by(changed, source, way: str):
    return changed(source, ('letter.yaml', 'invite_by: recipient\n', f'invite_by: {way}\n'))


def test_a_letter_to_each_recipient_of_each_round(sample, shipped):
    papers = [paper for paper in all_papers(sample) if paper.kind in {'letter', 'circular'}]
    assert [(paper.path, paper.name, paper.round.number) for paper in papers][1:3] == [
        (LETTER, 'โรงพยาบาลเด็ก "ร่มเย็น" & คลินิก <สาขา ๒>', 1),
        ('letters/H11032-border-referral-training-hospital', sample.recipients[2].name, 2),
    ]
    assert papers[1].encloses == ('schedules/round-1', 'reply-forms/H10702-rom-yen-children-s-hospital')
    assert len([paper for paper in all_papers(shipped) if paper.kind == 'letter']) == 76


def test_number_agency_and_date_head_the_letter(sample, view_of):
    assert head(view_of(sample, LETTER)) == (
        'ที่ ตย ๐๔๑๒.๓/๑๕๙๐.๑',
        ['กรมป้องกันการติดเชื้อ', 'ถนนติวานนท์ ตำบลตลาดขวัญ', 'อำเภอเมือง จังหวัดนนทบุรี ๑๑๐๐๐'],
        ' ตุลาคม ๒๕๖๘',
    )


def test_a_recipient_without_a_number_of_its_own_has_the_round_s(sample, view_of):
    assert head(view_of(sample, 'letters/H10665-ban-mai-center-hospital'))[0] == 'ที่ ตย ๐๔๑๒.๓/๑๕๙๐'
    assert head(view_of(sample, 'letters/H11450-thung-kwang'))[::2] == ('ที่ ตย ๐๔๑๒.๓/๑๖๓๓/๒', '๒๘ พฤศจิกายน ๒๕๖๘')


def test_a_month_leaves_room_for_the_day_and_nothing_leaves_room_for_all(sample, view_of):
    assert [one.label for one in blanks(view_of(sample, LETTER))] == ['วันที่หนังสือ (วัน) ครั้งที่ ๑']
    assert [one.label for one in blanks(view_of(sample, 'letters/H12001-ko-klai'))] == [
        'เลขที่หนังสือ ครั้งที่ ๓', 'วันที่หนังสือ ครั้งที่ ๓', 'วันสุดท้ายที่ให้ตอบรับ ครั้งที่ ๓',
    ]  # fmt: skip


def test_the_reference_fields_name_subject_addressee_and_enclosures(sample, view_of):
    view = view_of(sample, LETTER)
    subject, addressee = block(view, 'subject'), block(view, 'addressee')
    assert (subject.label, words_of(subject.text)) == (
        'เรื่อง',
        'ขอเชิญบุคลากรเข้าร่วมโครงการอบรมเชิงปฏิบัติการการป้องกันและควบคุมการติดเชื้อ Infection Prevention & Control <IPC> '
        'ในโรงพยาบาล ประจำปีงบประมาณ พ.ศ. ๒๕๖๙ ครั้งที่ ๑',
    )
    assert (addressee.label, words_of(addressee.text)) == ('เรียน', 'ผู้อำนวยการโรงพยาบาลเด็ก "ร่มเย็น" & คลินิก <สาขา ๒>')


def test_an_addressee_of_the_roster_stands_as_it_is_typed(sample, view_of):
    view = view_of(sample, 'letters/H11450-thung-kwang')
    assert words_of(block(view, 'addressee').text) == 'ผู้อำนวยการโรงพยาบาลทุ่งกว้าง (รักษาการ)'


@pytest.mark.parametrize(('pages', 'unit'), [(1, 'แผ่น'), (2, 'ชุด'), (9, 'ชุด')])
def test_the_quantity_of_an_enclosure_comes_from_its_pages(sample, view_of, pages, unit):
    rows = block(view_of(sample, LETTER, round_1=pages), 'enclosures').rows
    assert [(row.number, words_of(row.text), row.quantity) for row in rows] == [
        ('๑.', 'กำหนดการอบรม ครั้งที่ ๑', f'จำนวน ๑ {unit}'),
        ('๒.', 'แบบตอบรับ', 'จำนวน ๑ แผ่น'),
    ]


def test_a_single_enclosure_has_no_number_and_none_has_no_field(changed, sample, view_of):
    first = '    - {paper: round-schedule, name: "กำหนดการอบรม {{ round.label }}"}\n'
    one = changed(SAMPLE, ('letter.yaml', first, ''))
    assert [row.number for row in block(view_of(one, LETTER), 'enclosures').rows] == ['']
    assert 'สิ่งที่ส่งมาด้วย  จะ' not in words(view_of(one, LETTER))


def test_a_single_enclosure_is_cited_without_a_trailing_space(changed, view_of):
    first = '    - {paper: round-schedule, name: "กำหนดการอบรม {{ round.label }}"}\n'
    view = view_of(changed(SAMPLE, ('letter.yaml', first, '')), LETTER)
    assert words_of(block(view, 'body/2').text).endswith('ปรากฏตามสิ่งที่ส่งมาด้วย')


def test_the_body_names_when_where_and_how_many(sample, view_of):
    view = view_of(sample, LETTER)
    assert words_of(block(view, 'body/2').text) == (
        'ในการนี้ จึงขอเชิญหน.กลุ่มภารกิจฯ ๑ ราย และพยาบาล ICWN ๔ ราย จาก ๒ หอผู้ป่วย รวม ๕ ราย เข้าร่วมโครงการ IPC ฯ '
        'และส่งแบบตอบรับภายในวันที่ ๑๔ พฤศจิกายน ๒๕๖๘ ทาง ไปรษณีย์อิเล็กทรอนิกส์ ipc@example.go.th '
        'รายละเอียดปรากฏตามสิ่งที่ส่งมาด้วย ๑ - ๒'
    )
    assert 'ระหว่างวันที่ ๓๐ พฤศจิกายน - ๑ ธันวาคม ๒๕๖๘ ณ โรงแรมริเวอร์ไซด์ "แกรนด์" & คอนเวนชัน' in words(view)
    assert words_of(block(view, 'body/3').text) == (
        'ทั้งนี้ ค่าใช้จ่ายในการเดินทางเบิกจากต้นสังกัด ส่วนค่าอาหารและวัสดุเบิกจากกรมป้องกันการติดเชื้อ'
    )


def test_costs_that_are_open_print_nothing_and_are_told(shipped, view_of):
    view = view_of(shipped, 'letters/TH-18-chai-nat')
    assert [one.id for one in view.blocks if one.id.startswith('body')] == ['body/1', 'body/2', 'body/4']
    assert [one.label for one in blanks(view)][-1] == 'ค่าใช้จ่ายและที่พัก'


def test_the_signer_has_lines_and_a_round_may_have_its_own(sample, view_of):
    def signed(path):
        block_ = block(view_of(sample, path), 'signature')
        return [block_.closing, *(words_of(line) for line in block_.lines)]

    assert signed(LETTER) == ['ขอแสดงความนับถือ', '(นายแพทย์สมชาย ใจดี)', 'รองอธิบดี ปฏิบัติราชการแทน', 'อธิบดีกรมป้องกันการติดเชื้อ']
    assert signed('letters/H11450-thung-kwang')[1] == '(นางสาวปราณี <รักษ์ดี>)'


def test_the_owner_is_units_from_the_largest_down_and_how_to_reach_them(sample, view_of):
    assert [words_of(line) for line in block(view_of(sample, LETTER), 'owner').lines] == [
        'สำนักมาตรฐานการพยาบาล',
        'กลุ่มงานป้องกันการติดเชื้อ',
        'โทร. ๐ ๒๕๙๐ ๐๐๐๐ ต่อ ๑๒',
        'โทรสาร ๐ ๒๕๙๐ ๐๐๐๑',
        'ไปรษณีย์อิเล็กทรอนิกส์ ipc@example.go.th',
    ]


def test_a_letter_bears_the_emblem_and_knows_its_recipient(sample, view_of):
    view = view_of(sample, LETTER)
    assert (view.furniture.emblem, view.recipient, view.kind, view.template) == (
        True,
        sample.recipients[1].name,
        'letter',
        'letter',
    )


def test_the_shipped_letter_reads_as_the_model_does(shipped, view_of):
    view = view_of(shipped, 'letters/TH-18-chai-nat', proposal=4)
    assert head(view) == ('ที่ มท /', ['กรมการปกครอง', ''], '')
    assert words_of(block(view, 'addressee').text) == 'ผู้ว่าราชการจังหวัดชัยนาท'
    assert [(row.number, words_of(row.text), row.quantity) for row in block(view, 'enclosures').rows] == [
        ('๑.', 'โครงการฯ', 'จำนวน ๑ ชุด'),
        ('๒.', 'กำหนดการ รุ่นที่ ๑', 'จำนวน ๑ แผ่น'),
        ('๓.', 'แบบตอบรับ', 'จำนวน ๑ แผ่น'),
    ]
    assert 'ผู้ช่วยเจ้าจังหวัดฯ จำนวน ๑ คน และปลัดอำเภอฯ จำนวน ๘ คน รวม ๙ คน' in words(view)


@pytest.mark.parametrize(
    ('way', 'paths'),
    [('round', ['circulars/round-1', 'circulars/round-2', 'circulars/round-3']), ('all', ['circulars/all'])],
)
def test_one_key_makes_the_letters_circulars(changed, way, paths):
    papers = all_papers(by(changed, SAMPLE, way))
    assert [paper.path for paper in papers if paper.kind in {'letter', 'circular'}] == paths
    assert {paper.kind for paper in papers if paper.path in paths} == {'circular'}


def test_a_circular_a_round_leaves_the_numbers_to_its_allocation(changed, view_of):
    view = view_of(by(changed, SAMPLE, 'round'), 'circulars/round-2')
    assert head(view)[0] == 'ที่ ตย ๐๔๑๒.๓/ว ๑๖๓๓/๒'
    assert words_of(block(view, 'addressee').text) == 'ผู้อำนวยการโรงพยาบาล (ตามบัญชีแนบท้าย)'
    assert [(row.number, words_of(row.text)) for row in block(view, 'enclosures').rows] == [('', 'บัญชีจำนวนผู้เข้าอบรม')]
    assert 'ครั้งที่ ๒ ระหว่างวันที่ ๓๐ ธันวาคม ๒๕๖๘ - ๒ มกราคม ๒๕๖๙ ณ หอประชุมโรงพยาบาลตัวอย่าง รวม ๑๘ ราย' in words(view)
    assert (view.recipient, view.furniture.emblem) == ('', True)


def test_one_circular_for_all_has_a_number_and_date_of_its_own(changed, view_of):
    view = view_of(by(changed, SAMPLE, 'all'), 'circulars/all')
    assert head(view)[::2] == ('ที่ ตย ๐๔๑๒.๓/ว ๗๗', '๑๕ ตุลาคม ๒๕๖๘')
    assert words_of(block(view, 'body/1').text).endswith('จำนวน ๓ ครั้ง รวม ๕๙ ราย')
    assert [one.label for one in blanks(view)] == []


@pytest.mark.parametrize('way', ['round', 'all'])
def test_the_shipped_project_can_be_invited_by_circular(changed, view_of, way):
    project = by(changed, SHIPPED, way)
    assert check(project) == []
    view = view_of(project, 'circulars/all' if way == 'all' else 'circulars/round-5')
    assert head(view)[0] == 'ที่ มท /ว '
    assert 'ตามจำนวนในบัญชีแนบท้าย' in words(view)


@pytest.mark.parametrize('way', ['recipient', 'round', 'all'])
def test_every_enclosure_of_every_letter_is_a_paper_of_the_set(changed, way):
    project = by(changed, SAMPLE, way) if way != 'recipient' else changed(SAMPLE)
    papers = {paper.path: paper for paper in all_papers(project)}
    enclosed = [path for paper in papers.values() for path in paper.encloses]
    assert set(enclosed) - set(papers) == set()
    assert len(enclosed) > 0


def test_an_enclosure_s_path_is_of_the_round_or_recipient(sample):
    enclosures = sample.letter.recipient.enclosures
    first, recipient = sample.rounds[0], sample.recipients[0]
    assert [enclosed_path(one, first, recipient) for one in enclosures] == [
        'schedules/round-1', 'reply-forms/H10665-ban-mai-center-hospital',
    ]  # fmt: skip
    allocation, schedule = sample.letter.round.enclosures[0], sample.letter.all.enclosures[0]
    assert [enclosed_path(allocation, first, None), enclosed_path(allocation, None, None)] == [
        'allocations/round-1',
        'allocations/all',
    ]
    assert enclosed_path(schedule, None, None) == 'schedule'


def test_an_agency_s_letters_that_are_open_are_a_blank(changed, view_of):
    view = view_of(changed(SAMPLE, ('project.yaml', 'code: ตย', 'code:')), LETTER)
    assert [str(one.place).rpartition('/')[2] for one in blanks(view)][:1] == ['project.yaml:11:8']


def test_costs_that_name_themselves_are_a_finding(changed):
    project = changed(SAMPLE, ('letter.yaml', 'costs: ทั้งนี้', 'costs: "{{ letter.costs }}" # ทั้งนี้'))
    assert [one.rule for one in check(project)] == ['cycle']
