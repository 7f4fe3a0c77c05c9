"""`check --fix`: what has one right answer is mended in the file as it stands, and nothing else is touched."""

from __future__ import annotations

import pytest
from overlays import BASE, found_in, lay

from saraban.mending import mends
from saraban.upkeep import mend


@pytest.fixture
def content(tmp_path):
    def make(sentence, *, file='proposal.yaml', instead='บรรยายและฝึกปฏิบัติรวม {{ facts.hours }} ชั่วโมง'):
        case = tmp_path / 'one.case'
        base = next(line for line in (BASE / file).read_text('utf-8').split('\n') if instead in line)
        case.write_text(f'== {file}\n- {base}\n+ {base.replace(instead, sentence)}\n', 'utf-8')
        lay(case, tmp_path / 'content')
        return tmp_path / 'content'

    return make


@pytest.mark.parametrize(
    ('typed', 'right'),
    [
        ('ระดับต่างๆ และทุกๆระดับ', 'ระดับต่าง ๆ และทุก ๆ ระดับ'),
        ('โครงการ ฯ มีการร่าง การพิมพ์ฯลฯ', 'โครงการฯ มีการร่าง การพิมพ์ ฯลฯ'),
        ('สอง  วรรค', 'สอง วรรค'),
        ('ฝึก( กลุ่มย่อย )ในห้อง', 'ฝึก (กลุ่มย่อย) ในห้อง'),
        ('รวม 12วัน ใน พ.ศ.2564', 'รวม ๑๒ วัน ใน พ.ศ. ๒๕๖๔'),
        ('รวม {{ facts.hours }}ชั่วโมง', 'รวม {{ facts.hours }} ชั่วโมง'),
        ('วันที่ ๒๖-๒๗ พฤศจิกายน ๒๕๖๓', 'วันที่ ๒๖ - ๒๗ พฤศจิกายน ๒๕๖๓'),
        ('เเละท\u0e4dางานที\u0e48\u0e48นี\u0e48', 'และทำงานที\u0e48นี\u0e48'),
        ('ท\u0e48\u0e35นี\u0e48', 'ท\u0e35\u0e48นี\u0e48'),
        ('ซ่อน\u200bอยู่\u00a0ตรงนี้', 'ซ่อนอยู่ ตรงนี้'),
        ('"ๆ ในเครื่องหมาย \\" ต่างๆ"', '"ๆ ในเครื่องหมาย \\" ต่าง ๆ"'),
        ("'มี '' และต่างๆ'", "'มี '' และต่าง ๆ'"),
        ('**ต่างๆ**  ตัวหนา', '**ต่าง ๆ** ตัวหนา'),
    ],
)
def test_a_slip_with_one_right_answer_is_mended_where_it_stands(content, typed, right):
    if typed.startswith('**'):
        typed, right = f'"{typed}"', f'"{right}"'
    folder = content(typed)
    before = (folder / 'proposal.yaml').read_text('utf-8')
    mend(folder)
    assert (folder / 'proposal.yaml').read_text('utf-8') == before.replace(typed, right)


@pytest.mark.parametrize(
    'sentence',
    [
        'คำว่า “ต่างๆ” คัดจากต้นฉบับ',
        'ตามพระราชบัญญัติว่าด้วยเรื่องต่างๆ พ.ศ. ๒๕๖๒',
        'วงเล็บ (ไม่ครบ และ ส\u200b',
    ],
)
def test_quoted_words_and_names_of_laws_are_left_to_a_person(content, sentence):
    folder = content(sentence)
    assert 'ต่างๆ' not in sentence or not mends(folder)
    assert 'ส\u200b' not in sentence or (mends(folder)[0].after.count('\u200b'), '(ไม่' in mends(folder)[0].after) == (
        0,
        True,
    )


@pytest.mark.parametrize(
    ('file', 'instead'),
    [('project.yaml', 'โครงการพัฒนางานสารบรรณ'), ('rounds.yaml', 'โรงแรมดิวันนา'), ('project.yaml', 'กองวิชาการและแผนงาน')],
)
def test_titles_and_names_are_never_mended(content, file, instead):
    folder = content(f'{instead}  ต่างๆ', file=file, instead=instead)
    assert found_in(folder)
    assert mends(folder) == []


def test_comments_layout_line_ends_and_the_byte_order_mark_stay(content):
    folder = content('ระดับต่างๆ   # หมายเหตุของผู้พิมพ์')
    path = folder / 'proposal.yaml'
    text = '\ufeff# หัวไฟล์  สองวรรค\r\n' + path.read_text('utf-8').replace('\n', '\r\n')
    path.write_bytes(text.encode())
    mend(folder)
    assert path.read_bytes().decode() == text.replace('ต่างๆ', 'ต่าง ๆ')


def test_a_text_over_several_lines_is_mended_on_its_own_line(content):
    folder = content('หนึ่งบรรทัด')
    path = folder / 'proposal.yaml'
    folded = '>-\n          บรรทัดหนึ่ง ต่างๆ\n          บรรทัดสอง ทุกๆวัน'
    path.write_text(path.read_text('utf-8').replace('หนึ่งบรรทัด', folded), 'utf-8')
    mend(folder)
    text = (folder / 'proposal.yaml').read_text('utf-8')
    assert '          บรรทัดหนึ่ง ต่าง ๆ\n          บรรทัดสอง ทุก ๆ วัน\n' in text


def test_what_was_mended_is_not_found_again(content):
    folder = content('รวม 12วัน( ทุกๆระดับ )ใน  พ.ศ.2564 เเละต่างๆ')
    assert found_in(folder)
    mend(folder)
    assert found_in(folder) == set()
    assert mend(folder) == []


def test_the_change_is_shown_by_its_place(content):
    folder = content('ระดับต่างๆ')
    assert [line for found in mends(folder) for line in found.diff()] == ['22: ระดับต่างๆ → ระดับต่าง ๆ']


def test_a_file_that_cannot_be_written_stays_and_is_told(content, monkeypatch):
    folder = content('ระดับต่างๆ')
    before = (folder / 'proposal.yaml').read_bytes()

    def refuse(self, target):
        raise PermissionError(13, 'Permission denied')

    monkeypatch.setattr('pathlib.Path.replace', refuse)
    with pytest.raises(Exception, match='Permission denied'):
        mend(folder)
    assert (folder / 'proposal.yaml').read_bytes() == before
    assert [path.name for path in folder.iterdir() if path.name.startswith('.')] == []
