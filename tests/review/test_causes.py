"""The cause beside each effect: which value of the content changed which papers."""

import json
import re
from dataclasses import replace
from typing import get_args

import pytest
from content_tools import SHIPPED
from pydantic import BaseModel
from review_tools import (
    edited,
    first_round_put_in,
    line_with,
    reviewed_projects,
    second_round_taken_out,
    swapped,
    two_rounds_swapped,
)

from saraban.cli import main
from saraban.content.loader import FILES, load, with_recipients
from saraban.content.roster import HEADINGS
from saraban.messages.fields import CONTENT_FIELDS
from saraban.review.choosing import choose
from saraban.review.effects import Causes, find_causes
from saraban.review.papers import Review, review_versions
from saraban.review.sources import of_project
from saraban.review.terminal import Telling
from saraban.words import Segmenter

SEGMENTER = Segmenter()


@pytest.fixture
def causes(shipped, changed):
    """The causes of what the shipped content becomes when values are changed: name, old, new, kinds of papers by count."""

    def run(*patches):
        found = found_causes(shipped, changed(SHIPPED, *patches))
        return [(one.place.rpartition('/')[2], one.field, one.old, one.new, counted(one.paths)) for one in found]

    return run


def found_causes(shipped, project):
    old, new = of_project('old', shipped), of_project('new', project)
    return find_causes(review_versions(old, new, choose(old, new), SEGMENTER))


@pytest.fixture
def told(shipped, changed):
    """The same as they are told, each without its folder and its papers."""

    def run(*patches, language='th'):
        found.extend([] if found else found_causes(shipped, changed(SHIPPED, *patches)))
        review = Review(of_project('old', shipped), of_project('new', shipped), (), 0, SEGMENTER.words)
        lines = (Telling(language, words=SEGMENTER.words).cause(cause, review) for cause in found)
        return [re.sub(r'[^ ]*/(?=[a-z]+\.)', '', line).removesuffix(' → ') for line in lines]

    found = []
    return run


def counted(paths):
    """How many papers there are of each folder."""
    kinds = [path.partition('/')[0] for path in sorted(paths)]
    return {kind: kinds.count(kind) for kind in kinds}


def test_a_venue_is_the_cause_of_its_round_s_papers(causes):
    assert causes(('rounds.yaml', 'venue: โรงแรมดิวันนา', 'venue: โรงแรมบางกอก ชฎา')) == [
        (
            'rounds.yaml:13',
            'venue',
            'โรงแรมดิวันนา',
            'โรงแรมบางกอก ชฎา',
            {'letters': 17, 'reply-forms': 17, 'schedule': 1, 'schedules': 1},
        )
    ]


def test_each_of_two_changes_has_its_own_papers(causes):
    found = causes(
        ('facts.yaml', 'tambons: 7255', 'tambons: 7256'), ('rounds.yaml', 'start: 2563-12-17', 'start: 2563-12-16')
    )
    assert found == [
        ('facts.yaml:6', 'tambons', '7255', '7256', {'proposal': 1}),
        (
            'rounds.yaml:18',
            'start',
            '2563-12-17',
            '2563-12-16',
            {'letters': 14, 'reply-forms': 14, 'schedule': 1, 'schedules': 1},
        ),
    ]


def test_a_recipient_in_another_round_is_a_cause_of_the_roster(causes):
    (found,) = causes(('recipients.csv', 'Chai Nat,1,8', 'Chai Nat,3,8'))
    assert found == (
        'recipients.csv:2',
        'round',
        '1',
        '3',
        {'allocations': 3, 'letters': 1, 'proposal': 1, 'reply-forms': 1, 'schedule': 1, 'schedules': 2},
    )


def test_a_round_put_in_before_others_is_one_cause_and_the_numbers_that_moved_along_are_none(causes):
    found = {file: rest for file, *rest in causes(*first_round_put_in())}
    assert set(found) == {'rounds.yaml:9', 'recipients.csv:74'}
    field, old, new, papers = found['rounds.yaml:9']
    assert (field, old, new[:11]) == ('rounds', '', '1 ภาคพิเศษ ')
    assert (papers['schedules'], papers['allocations']) == (7, 8)
    assert papers['letters'] == 76  # each names its round
    assert found['recipients.csv:74'][:3] == ['round', '6 ภาคตะวันออก', '1 ภาคพิเศษ']
    assert found['recipients.csv:74'][3]['schedules'] == 2  # of the round that it left, and of its own


def test_a_recipient_that_came_with_a_round_stands_in_the_round_that_it_is_of(causes):
    rounds, recipients = first_round_put_in()
    second = 'TH-16,ลพบุรี,Lop Buri,2,11\n'
    assert second in recipients[2]
    more = (*recipients[:2], recipients[2].replace(second, f'{second}TH-99,เมืองใหม่,Mueang Mai,2,5\n'))
    (found,) = [one for one in causes(rounds, more) if one[3] == 'เมืองใหม่']
    assert found[4]['schedules'] == 1  # of the first round, the second one now


def test_a_round_taken_out_is_a_cause_and_each_of_its_recipients_that_went_elsewhere(causes):
    taken_out, *others = causes(*second_round_taken_out())
    assert (taken_out[0], taken_out[2][:8], taken_out[3]) == ('rounds.yaml:16', '2 ภาคใต้', '')
    assert [one[1:4] for one in others] == [('round', '2 ภาคใต้', '1 ภาคกลาง')] * 14


def test_rounds_that_changed_places_are_one_that_moved(shipped, changed):
    (cause,) = found_causes(shipped, changed(SHIPPED, *two_rounds_swapped()))
    places = [place.rpartition('/')[2] for place in (cause.origin, cause.place)]
    assert (cause.kind, cause.field, places) == ('moved', 'rounds', ['rounds.yaml:23', 'rounds.yaml:16'])
    assert {'schedules/round-2', 'schedules/round-3'} <= cause.paths
    assert not {'schedules/round-1', 'schedules/round-4'} & cause.paths


def test_a_number_that_names_its_round_is_a_cause_like_others(causes):
    found = causes(
        ('rounds.yaml', '- number: 6', '- number: 9'),
        *(
            ('recipients.csv', line, line.replace(',6,', ',9,'))
            for line in (SHIPPED / 'recipients.csv').read_text(encoding='utf-8').splitlines()
            if ',6,' in line and not line.endswith(',6')
        ),
    )
    assert {one[1] for one in found if one[0].startswith('recipients.csv')} == {'round'}
    assert [one[1:4] for one in found if one[0].startswith('rounds.yaml')] == [('number', '6', '9')]


def test_a_paragraph_put_in_is_named_by_its_line_and_what_follows_it_is_no_cause(causes):
    first = '      - ประกอบกับยุทธศาสตร์ชาติ'
    (found,) = causes(('proposal.yaml', first, f'      - ข้อความใหม่\n{first}'))
    assert (found[1:], found[0].partition(':')[0]) == (('body', '', 'ข้อความใหม่', {'proposal': 1}), 'proposal.yaml')


RENAMED = ('recipients.csv', 'ลพบุรี,Lop Buri', 'ลพบุรีศรี,Lop Buri Si')


def test_a_recipient_of_another_name_is_one_cause_of_all_its_papers(causes):
    """Its code says who it is; the letter's file has another name too."""
    ((place, field, old, new, papers),) = causes(RENAMED)
    assert (place, field, old, new) == ('recipients.csv:3', 'name', 'ลพบุรี', 'ลพบุรีศรี')
    assert papers == {'allocations': 2, 'letters': 1, 'proposal': 1, 'reply-forms': 1, 'schedule': 1, 'schedules': 1}


def test_another_name_of_a_recipient_is_told_in_a_line(told):
    assert told(RENAMED) == ['recipients.csv:3 ผู้รับ ลพบุรีศรี · ชื่อ: [-ลพบุรี-]{+ลพบุรีศรี+}']


def test_a_recipient_of_another_name_and_code_is_one_that_went_and_one_that_came(causes):
    found = causes(('recipients.csv', 'TH-16,ลพบุรี,Lop Buri', 'TH-91,สตูลเหนือ,Satun Nuea'))
    assert [one[1:4] for one in found] == [('name', '', 'สตูลเหนือ'), ('name', 'ลพบุรี', '')]


SENTENCE = 'คณะรัฐมนตรี ได้มีมติเมื่อวันที่ ๒๑ กรกฎาคม ๒๕๖๓ เห็นชอบ'
WHERE = 'หัวข้อ หลักการและเหตุผล · ข้อความ'


@pytest.mark.parametrize(
    ('old', 'new', 'expected'),
    [
        (
            'กลั่นกรองการใช้จ่ายเงินกู้ ในคราวประชุม',
            'กลั่นกรองการใช้จ่ายเงินกู ในคราวประชุม',
            f'{WHERE}: …ของคณะกรรมการกลั่นกรองการใช้จ่าย[-เงินกู้-]{{+เงินกู+}} ในคราวประชุมครั้งที่ ๑๑/๒๕๖๓ ที่ได้มีการ…',
        ),
        (
            'คณะรัฐมนตรี ได้มีมติ',
            'คณะรัฐมนตรีได้มีมติ',
            f'{WHERE} (เปลี่ยนเฉพาะช่องว่าง): คณะรัฐมนตรี[- -]ได้มีมติเมื่อวันที่ ๒๑ กรกฎาคม ๒๕๖๓…',
        ),
        (
            'คณะรัฐมนตรี ได้มีมติ',
            'คณะ**รัฐมนตรี** ได้มีมติ',
            f'{WHERE} (เปลี่ยนเฉพาะรูปแบบตัวอักษร): คณะ<รัฐมนตรี> ได้มีมติเมื่อวันที่ ๒๑ กรกฎาคม ๒๕๖๓…',
        ),
        (
            'คณะรัฐมนตรี ได้มีมติ',
            'คณะ\u200bรัฐมนตรี ได้มีมติ',
            f'{WHERE} (เปลี่ยนเฉพาะอักขระที่มองไม่เห็น): [-คณะรัฐมนตรี-]{{+คณะ‹ZWSP›รัฐมนตรี+}} ได้มีมติเมื่อวันที่ ๒๑ กรกฎาคม ๒๕๖๓…',
        ),
    ],
)
def test_of_a_long_value_the_phrase_around_the_change_is_shown(told, old, new, expected):
    line = line_with(SENTENCE)
    (said,) = told(('proposal.yaml', line, line.replace(old, new, 1)))
    assert said.partition(' ')[2] == expected


def test_a_paragraph_that_only_moved_says_so_and_from_where(told):
    (said,) = told(swapped('ในขณะเดียวกัน การจัดทำข้อมูลพื้นฐาน', 'การขับเคลื่อน{{ terms.smart_team.full }} นอกเหนือจาก'))
    assert re.fullmatch(rf'proposal\.yaml:17 {WHERE} \(ย้ายมาจาก proposal\.yaml:16\): ในขณะเดียวกัน [^[{{]+…', said)


def test_a_sentence_that_went_into_another_section_is_one_cause_that_says_whence(capsys, tmp_path):
    line, before = line_with('- เพื่อได้เสริมสร้างศักยภาพ'), line_with('- บุคลากรกรมการปกครองมีความรู้ความเข้าใจในการจัดทำ')
    new = edited(tmp_path / 'content', ('proposal.yaml', line, ''), ('proposal.yaml', before, line + before))
    main(['diff', str(SHIPPED), str(new), '--json'])
    (cause,) = json.loads(capsys.readouterr().out)['causes']
    assert (cause['change'], cause['paths']) == ('moved', ['proposal'])
    assert (cause['place'].partition('.yaml:')[2], cause['from'].partition('.yaml:')[2]) == ('61', '25')


def test_whoever_gets_a_name_and_a_post_is_whom_the_role_named_before(tmp_path):
    first = '  - {role: ผู้เสนอโครงการ, name: "", position: ""}\n'
    last = '  - {role: ผู้อนุมัติโครงการ, name: "", position: ""}\n'
    given = '  - {role: ผู้เสนอโครงการ, name: นายสมชาย ใจดี, position: ผู้อำนวยการกอง}\n'
    between = '  - {role: ผู้เห็นชอบโครงการ, name: นางสาวสมหญิง รักดี, position: รองอธิบดี}\n'
    old, new = (
        load(edited(tmp_path / name, ('proposal.yaml', 'signatures: []', f'signatures:\n{signers}')))
        for name, signers in (('old', first + last), ('new', given + between + last))
    )
    assert [(one.field, one.kind, one.old, one.new[:14]) for one in find_causes(reviewed_projects(old, new))] == [
        ('name', 'added', '', 'นายสมชาย ใจดี'),
        ('position', 'added', '', 'ผู้อำนวยการกอง'),
        ('signatures', 'added', '', 'ผู้เห็นชอบโครง'),
    ]


def test_a_block_that_is_all_settings_is_told_by_its_name(told):
    said = told(('proposal.yaml', line_with('      - rounds_table:'), ''))
    assert [one.partition(' ')[2] for one in said] == ['หัวข้อ กลุ่มเป้าหมาย · ข้อความ · ตารางรายรุ่น (ตัดออก)']


@pytest.mark.parametrize(
    ('file', 'old', 'new', 'expected', 'english'),
    [
        (
            'rounds.yaml',
            'start: 2563-12-17',
            'start: 2563-12-16',
            'รุ่นที่ ๒ · วันแรก: [-2563-12-17-]{+2563-12-16+}',
            'round 2 · first day: [-2563-12-17-]{+2563-12-16+}',
        ),
        (
            'facts.yaml',
            'tambons: 7255',
            'tambons: 7256',
            'ตัวเลข tambons: [-7255-]{+7256+}',
            'figure tambons: [-7255-]{+7256+}',
        ),
        (
            'letter.yaml',
            '\ninvite_by: recipient',
            '\ninvite_by: round',
            'วิธีเชิญ: [-หนังสือถึงผู้รับรายละฉบับ-]{+หนังสือเวียนรุ่นละฉบับ+}',
            'how to invite: [-a letter to each recipient-]{+a circular to each round+}',
        ),
        (
            'recipients.csv',
            'Chai Nat,1,8',
            'Chai Nat,1,9',
            'ผู้รับ ชัยนาท · จำนวนอำเภอ: [-8-]{+9+}',
            'recipient ชัยนาท · districts: [-8-]{+9+}',
        ),
        (
            'audience.yaml',
            'per: round\n    count: 5\n    label: วิทยากรบรรยาย',
            'per: project\n    count: 5\n    label: วิทยากรบรรยาย',
            'กลุ่มเป้าหมาย วิทยากรบรรยายภาคราชการ · คิดต่อ: [-รุ่น-]{+โครงการ+}',
            'group วิทยากรบรรยายภาคราชการ · counted by: [-round-]{+project+}',
        ),
    ],
)
def test_a_value_is_called_as_an_officer_knows_it(told, file, old, new, expected, english):
    for language, words in (('th', expected), ('en', english)):
        (said,) = told((file, old, new), language=language)
        assert said.partition(' ')[2] == words


TABLE = """      - table:
          columns:
            - {heading: รายการ}
            - {heading: จำนวน, align: right}
          rows:
            - [ฝึกอบรม, "10"]
"""
COLUMN = '            - {heading: จำนวน, align: right}\n'


@pytest.mark.parametrize(
    ('old', 'new', 'expected'),
    [
        (TABLE.replace(COLUMN, '').replace(', "10"', ''), TABLE, 'คอลัมน์ จำนวน: {+จำนวน+}'),
        (TABLE, TABLE.replace(COLUMN, '').replace(', "10"', ''), 'คอลัมน์ จำนวน: [-จำนวน-]'),
        (TABLE, TABLE.replace('align: right', 'align: left'), 'คอลัมน์ จำนวน · การจัดข้อความ: [-ชิดขวา-]{+ชิดซ้าย+}'),
    ],
    ids=['put in', 'taken out', 'set otherwise'],
)
def test_a_column_is_told_by_its_heading_and_by_nothing_that_only_sets_it(tmp_path, old, new, expected):
    line = line_with('ประกอบกับยุทธศาสตร์ชาติ')
    tables = ((tmp_path / name, f'{line}{table}') for name, table in (('old', old), ('new', new)))
    before, after = (load(edited(folder, ('proposal.yaml', line, text))) for folder, text in tables)
    review = Review(of_project('old', before), of_project('new', after), (), 0, SEGMENTER.words)
    telling = Telling(words=SEGMENTER.words)
    told = [telling.cause(cause, review).removesuffix(' → ') for cause in found_causes(before, after)]
    assert told[0].partition('ตาราง · ')[2] == expected


def test_every_field_of_the_content_has_a_name_in_both_languages():
    fields = {name for shape, _ in FILES.values() for name in fields_of(shape)} | set(HEADINGS.values()) - {
        'code',
        'english',
    }
    assert {'venue', 'rounds_table', 'ceiling'} <= fields
    assert fields - set(CONTENT_FIELDS) == {'root'}  # of a file that is one list
    for words in CONTENT_FIELDS.values():
        assert re.search('[ก-๙]', words['th'])
        assert not re.search('[ก-ฮ]', words['en'].replace('ว', ''))


def fields_of(shape):
    """The names of all fields of a model and of the models in it."""
    found, left = set(), [shape]
    while left:
        part = left.pop()
        if isinstance(part, type) and issubclass(part, BaseModel) and part not in found:
            found.add(part)
            left += [field.annotation for field in part.model_fields.values()]
        left += get_args(part)
    return {name for part in found for name in part.model_fields}


def test_a_change_that_no_paper_prints_is_no_cause(causes):
    assert causes(('facts.yaml', 'employment_months: 12          #', 'employment_months: 12 # เดิม')) == []


def test_values_that_only_make_content_together_are_still_causes(causes):
    """Its first day alone would be after its last."""
    found = causes(
        ('rounds.yaml', 'start: 2563-11-26', 'start: 2563-12-01'), ('rounds.yaml', 'end: 2563-11-27', 'end: 2563-12-02')
    )
    assert [(one[1], 'letters' in one[4]) for one in found] == [('start', True), ('end', True)]


def test_of_content_with_very_many_changes_the_file_is_named_and_no_change_is_made_alone(shipped, monkeypatch):
    renamed = [
        replace(one, numbers={key: count + 1 for key, count in one.numbers.items()}) for one in shipped.recipients
    ]
    project = with_recipients(shipped, renamed)
    monkeypatch.setattr('saraban.review.rosters.with_recipients', lambda *_: pytest.fail('made'))
    (cause,) = found_causes(shipped, project)
    values = sum(len(one.numbers) for one in renamed)
    assert (cause.kind, cause.place.rpartition('/')[2], cause.field) == ('many', 'recipients.csv', str(values))
    assert 'allocations/all' in cause.paths


def test_causes_stand_in_json(capsys, tmp_path, changed):
    changed(SHIPPED, ('facts.yaml', 'tambons: 7255', 'tambons: 7256'))
    main(['diff', str(SHIPPED), str(tmp_path / 'content'), '--json'])
    (cause,) = json.loads(capsys.readouterr().out)['causes']
    assert (cause['field'], cause['old'], cause['new'], cause['paths']) == ('tambons', '7255', '7256', ['proposal'])


def test_what_a_copy_of_this_process_found_is_what_this_one_finds(many, monkeypatch):
    expected = find_causes(many)
    aside = Causes(many)
    monkeypatch.setattr('saraban.review.effects.find_causes', lambda _: pytest.fail('looked for here'))
    assert expected
    assert aside() == aside() == expected


def test_causes_are_looked_for_here_where_the_copy_is_lost(many):
    aside = Causes(many)
    aside._aside.kill()
    assert aside() == find_causes(many)
