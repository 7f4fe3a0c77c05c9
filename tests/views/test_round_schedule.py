"""A round's กำหนดการ: its days with their weekdays, who comes, and the sessions with their hours."""

from content_tools import SAMPLE, SHIPPED, block, check, row_words, words

from saraban.views.blocks import Heading, Table, blanks, words_of


def headings(view) -> list[str]:
    return [words_of(one.text) for one in view.blocks if isinstance(one, Heading)]


def test_the_title_names_the_round_its_days_and_its_place(sample, view_of):
    title = block(view_of(sample, 'schedules/round-2'), 'title')
    assert [words_of(line) for line in title.lines] == [
        'กำหนดการอบรม',
        'โครงการอบรมเชิงปฏิบัติการการป้องกันและควบคุมการติดเชื้อ',
        'Infection Prevention & Control <IPC> ในโรงพยาบาล ประจำปีงบประมาณ พ.ศ. ๒๕๖๙',
        'ครั้งที่ ๒',
        'วันอังคารที่ ๓๐ ธันวาคม ๒๕๖๘ - วันศุกร์ที่ ๒ มกราคม ๒๕๖๙',
        'ณ หอประชุมโรงพยาบาลตัวอย่าง',
    ]


def test_a_region_stands_beside_the_round(shipped, view_of):
    title = block(view_of(shipped, 'schedules/round-1'), 'title')
    assert [words_of(line) for line in title.lines][-3:] == [
        'รุ่นที่ ๑ ภาคกลาง',
        'วันพฤหัสบดีที่ ๒๖ - วันศุกร์ที่ ๒๗ พฤศจิกายน ๒๕๖๓',
        'ณ โรงแรมดิวันนา เขตบางรัก กรุงเทพฯ',
    ]


def test_those_who_come_are_counted_by_their_official_posts(sample, view_of):
    counts = block(view_of(sample, 'schedules/round-1'), 'audience/counts')
    assert [(words_of(row.label), words_of(row.value)) for row in counts.rows] == [
        ('- หัวหน้ากลุ่มภารกิจด้านการพยาบาล', '๒ ราย'),
        ('- พยาบาลวิชาชีพผู้ปฏิบัติงานควบคุมการติดเชื้อประจำหอผู้ป่วย', '๒๐ ราย'),
        ('รวมทั้งสิ้น', '๒๒ ราย'),
    ]


def test_sessions_stand_under_their_day_with_their_hours(sample, view_of):
    view = view_of(sample, 'schedules/round-1')
    assert headings(view)[2:] == ['วันอาทิตย์ที่ ๓๐ พฤศจิกายน ๒๕๖๘', 'วันจันทร์ที่ ๑ ธันวาคม ๒๕๖๘']
    assert [[row_words(row) for row in one.rows] for one in view.blocks if isinstance(one, Table)] == [
        [
            ['๐๘.๐๐ - ๐๘.๓๐ น.', 'ลงทะเบียน'],
            ['๐๘.๓๐ - ๑๒.๐๐ น.', 'บรรยาย แนวทางการป้องกันและควบคุมการติดเชื้อในโรงพยาบาล พ.ศ. ๒๕๖๖ และ การล้างมือ < ๕ ขั้นตอน >'],
            ['๑๓.๐๐ น.', 'ฝึกปฏิบัติ & ทดสอบ โดยใช้ชุดฝึก ๓๐๐ ชุด'],
        ],
        [['๐๙.๐๐ - ๑๕.๓๐ น.', 'นำเสนอผลงาน']],
    ]


def test_a_day_without_a_session_has_no_heading(sample, view_of):
    assert headings(view_of(sample, 'schedules/round-2'))[2:] == ['วันอังคารที่ ๓๐ ธันวาคม ๒๕๖๘', 'วันพุธที่ ๓๑ ธันวาคม ๒๕๖๘']


def test_a_round_of_one_day_has_one_heading(sample, view_of):
    view = view_of(sample, 'schedules/round-3')
    assert headings(view)[2:] == ['วันศุกร์ที่ ๑๓ กุมภาพันธ์ ๒๕๖๙']
    assert 'ลงทะเบียน' in words(view)


def test_sessions_whose_day_is_open_stand_under_all_days_and_are_told(shipped, view_of):
    view = view_of(shipped, 'schedules/round-1')
    assert headings(view)[2:] == ['วันพฤหัสบดีที่ ๒๖ - วันศุกร์ที่ ๒๗ พฤศจิกายน ๒๕๖๓']
    assert [one.label for one in blanks(view)] == [
        'เวลา หัวข้อที่ ๑', 'เวลา หัวข้อที่ ๒', 'เวลา หัวข้อที่ ๓',
        'วันของหัวข้อในกำหนดการ หัวข้อที่ ๑', 'วันของหัวข้อในกำหนดการ หัวข้อที่ ๒', 'วันของหัวข้อในกำหนดการ หัวข้อที่ ๓',
    ]  # fmt: skip


def test_an_open_hour_is_a_line_to_write_on(shipped, view_of):
    table = block(view_of(shipped, 'schedules/round-1'), 'days/sessions')
    hours = table.rows[0].cells[0].paragraphs[0]
    assert [(run.text, run.blank is not None) for run in hours] == [('', True), (' น.', False)]


def test_the_note_stands_at_the_foot_where_there_is_one(changed, sample, view_of):
    assert words(view_of(sample, 'schedules/round-1')).endswith('หมายเหตุ รับประทานอาหารว่างระหว่างการอบรม')
    project = changed(SAMPLE, ('schedule.yaml', 'note: หมายเหตุ รับประทานอาหารว่างระหว่างการอบรม', 'note: ""'))
    assert 'note' not in [one.id for one in view_of(project, 'schedules/round-1').blocks]


def test_the_paper_s_name_says_which_round(sample, view_of):
    view = view_of(sample, 'schedules/round-3')
    assert (view.title, view.kind, view.template) == ('กำหนดการอบรม ครั้งที่ ๓', 'round-schedule', 'round-schedule')


def test_a_session_on_a_day_that_no_round_has_is_not_lost_without_a_word(changed, view_of):
    project = changed(
        SHIPPED, ('schedule.yaml', 'แผนพัฒนาพื้นที่ในระดับต่าง ๆ\n      day:', 'แผนพัฒนาพื้นที่ในระดับต่าง ๆ\n      day: 3')
    )
    assert check(project) != [] or 'การจัดทำแผนพัฒนาพื้นที่' in words(view_of(project, 'schedules/round-1'))
