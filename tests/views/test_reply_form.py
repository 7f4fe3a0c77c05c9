"""The reply form: a line for each expected person, the posts filled in, what it leaves open is the recipient's."""

from content_tools import SAMPLE, block, row_words, words

from saraban.views.blocks import blanks, words_of
from saraban.views.reply_form import papers

FORM = 'reply-forms/H10702-rom-yen-children-s-hospital'


def test_the_title_names_the_project_the_round_and_its_place(sample, view_of):
    lines = [words_of(line) for line in block(view_of(sample, FORM), 'title').lines]
    assert (lines[0], lines[-1]) == (
        'แบบตอบรับเข้าร่วมโครงการ',
        'ครั้งที่ ๑ ระหว่างวันที่ ๓๐ พฤศจิกายน - ๑ ธันวาคม ๒๕๖๘ ณ โรงแรมริเวอร์ไซด์ "แกรนด์" & คอนเวนชัน อำเภอเมือง จังหวัดนนทบุรี',
    )


def test_the_recipient_stands_large(sample, view_of):
    recipient = block(view_of(sample, FORM), 'recipient')
    assert ([words_of(line) for line in recipient.lines], recipient.style) == ([sample.recipients[1].name], 'headline')


def test_there_is_a_line_for_each_person_with_the_official_post(sample, view_of):
    rows = block(view_of(sample, FORM), 'people').rows
    assert [row_words(row) for row in rows] == [
        ['๑', '', 'หน.กลุ่มภารกิจฯ', ''],
        *([order, '', 'พยาบาล ICWN', ''] for order in '๒๓๔๕'),
    ]
    assert {row.style for row in rows} == {'fill'}


def test_a_province_of_many_districts_has_a_line_for_each(shipped, view_of):
    rows = block(view_of(shipped, 'reply-forms/TH-30-nakhon-ratchasima'), 'people').rows
    assert len(rows) == 33
    assert row_words(rows[-1])[:3] == ['๓๓', '', 'ปลัดอำเภอฯ']


def test_a_heading_that_is_left_empty_leaves_its_column_out(sample, shipped, view_of):
    def headings(project, path):
        return [words_of(one.heading) for one in block(view_of(project, path), 'people').columns]

    assert headings(sample, FORM) == ['ที่', 'ชื่อ - สกุล', 'ตำแหน่ง', 'โทรศัพท์']
    assert headings(shipped, 'reply-forms/TH-18-chai-nat') == [
        'ลำดับ', 'ชื่อ - สกุล', 'ตำแหน่ง', 'อำเภอ', 'โทรศัพท์มือถือ', 'อาหาร', 'ที่พัก',
    ]  # fmt: skip


def test_the_foot_says_when_and_how_to_send_it(sample, view_of):
    assert words(view_of(sample, FORM)).endswith(
        'ผู้ประสานงาน  …   โทรศัพท์  … ผู้อำนวยการโรงพยาบาล  …   ตำแหน่ง  … '
        'โปรดส่งภายในวันที่ ๑๔ พฤศจิกายน ๒๕๖๘ ทาง ไปรษณีย์อิเล็กทรอนิกส์ ipc@example.go.th'
    )


def test_lines_that_the_recipient_fills_in_are_no_gaps_of_the_content(sample, shipped, view_of):
    assert list(blanks(view_of(sample, FORM))) == []
    assert [one.label for one in blanks(view_of(shipped, 'reply-forms/TH-18-chai-nat'))] == [
        'วันสุดท้ายที่ให้ตอบรับ รุ่นที่ ๑',
        'ช่องทางส่งแบบตอบรับ',
    ]


def test_a_form_has_no_emblem_and_no_page_numbers(sample, view_of):
    view = view_of(sample, FORM)
    assert (view.furniture.emblem, view.furniture.page_numbers) == (False, False)
    assert (view.recipient, view.title) == (
        sample.recipients[1].name,
        f'แบบตอบรับเข้าร่วมโครงการ {sample.recipients[1].name}',
    )


def test_there_is_one_a_recipient_and_none_without_its_words(changed, sample, shipped):
    assert (len(papers(sample)), len(papers(shipped))) == (5, 76)
    forms = (SAMPLE / 'forms.yaml').read_text(encoding='utf-8')
    assert papers(changed(SAMPLE, ('forms.yaml', forms[forms.index('reply_form') :], ''))) == []
