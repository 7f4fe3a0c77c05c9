"""A print package as a secretary gets it: files in order, sheets, copies, ZIPs, one spoiled letter again, what changed again."""

from __future__ import annotations

import json
import zipfile
from dataclasses import replace
from pathlib import Path

import pypdfium2
import pytest
from content_tools import copied, digests, patched, squeezed
from openpyxl import load_workbook
from print_tools import NAMES, request, sample, with_layout
from pypdf import PdfReader

from saraban.content.loader import load
from saraban.errors import ContentError, RenderError, UsageError
from saraban.printroom import package as run
from saraban.printroom.package import PrintRequest, print_package

pytestmark = pytest.mark.slow

LETTERS = '๑ หนังสือพร้อมสิ่งที่ส่งมาด้วย.pdf'
COPY = '๓ สำเนาคู่ฉบับ.pdf'
NUMBERS = ['๐๔๑๒.๓/๑๕๙๐', '๐๔๑๒.๓/๑๕๙๐.๑', '๐๔๑๒.๓/๑๖๓๓/๒', '๐๔๑๒.๓/๑๖๓๓/๒', '']


@pytest.fixture(scope='module')
def printed(tmp_path_factory):
    """A whole package of the sample."""
    folder = tmp_path_factory.mktemp('printed')
    sample(folder / 'content')
    return print_package(PrintRequest(request(folder)))


def words(path: Path) -> list[str]:
    document = pypdfium2.PdfDocument(path)
    return [squeezed(page.get_textpage().get_text_bounded().replace('\u0e4d\u0e32', '\u0e33')) for page in document]


def titles(path: Path) -> list[str]:
    """The bookmarks of letters, without their numbers."""
    return [one.title.partition(' ')[2] for one in PdfReader(path).outline if not isinstance(one, list)]


def files(folder: Path) -> list[str]:
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob('*') if path.is_file())


def papers(folder: Path) -> dict[str, str]:
    rows = json.loads((folder / 'manifest.json').read_text(encoding='utf-8'))['papers']
    return {row['paper']: row['words'] for row in rows}


def test_a_package_holds_what_a_secretariat_needs_in_the_order_of_their_numbers(printed):
    assert files(printed.folder) == [
        'manifest.json',
        'ครั้งที่ ๑.zip',
        'ครั้งที่ ๒.zip',
        'ครั้งที่ ๓.zip',
        '๐ ใบนำชุดพิมพ์.pdf',
        LETTERS,
        COPY,
        '๔ สำเนาสำหรับสารบรรณกลาง.pdf',
        '๕ ซอง.pdf',
        '๖ ป้ายจ่าหน้า.pdf',
        '๗ ทะเบียนคุมการส่งหนังสือ.pdf',
        '๗ ทะเบียนคุมการส่งหนังสือ.xlsx',
    ]


def test_letters_stand_in_print_order_each_with_its_own_enclosures_after_it(printed):
    outline = PdfReader(printed.folder / LETTERS).outline
    assert [one.title.partition(' ')[2][:12] for one in outline if not isinstance(one, list)] == [
        name[:12] for name in NAMES
    ]
    assert [[one.title for one in under] for under in outline if isinstance(under, list)] == [
        ['สิ่งที่ส่งมาด้วย ๑', 'สิ่งที่ส่งมาด้วย ๒']
    ] * 5


def test_every_paper_starts_a_sheet_and_every_enclosure_bears_its_mark(printed):
    path = printed.folder / LETTERS
    reader, pages = PdfReader(path), words(path)
    flat = [one for part in reader.outline for one in (part if isinstance(part, list) else [part])]
    starts = {reader.get_destination_page_number(one): one.title for one in flat}
    assert {start % 2 for start in starts} == {0}
    marked = [number for number, text in enumerate(pages) if 'สิ่งที่ส่งมาด้วย๑' in text or 'สิ่งที่ส่งมาด้วย๒' in text]
    assert [number for number in marked if number in starts and starts[number].startswith('สิ่งที่')] == [
        number for number, title in starts.items() if title.startswith('สิ่งที่')
    ]


def test_the_back_of_a_letter_is_blank_and_no_other_page_without_reason(printed):
    pages = words(printed.folder / LETTERS)
    assert len(pages) % 2 in {0, 1}
    letters = [number for number, text in enumerate(pages) if 'ขอแสดงความนับถือ' in text]
    assert len(letters) == 5
    assert [pages[number + 1] for number in letters] == [''] * 5
    fronts = pages[0::2]
    assert '' not in fronts


def test_copies_are_the_letters_pages_with_their_marks(printed):
    originals = [text for text in words(printed.folder / LETTERS) if 'ขอแสดงความนับถือ' in text]
    copies = words(printed.folder / COPY)
    assert len(copies) == len(originals) == 5
    for copy, original in zip(copies, originals, strict=True):
        assert copy.startswith(original)
        assert sorted(copy.removeprefix(original)) == sorted('สำเนาคู่ฉบับร่างพิมพ์ตรวจ')


def test_the_register_has_a_row_a_letter_on_paper_and_in_excel(printed):
    sheet = load_workbook(printed.folder / '๗ ทะเบียนคุมการส่งหนังสือ.xlsx').active
    rows = [[cell.value for cell in row] for row in sheet.iter_rows()]
    top = next(number for number, row in enumerate(rows) if row[0] == 'ลำดับ')
    assert rows[top] == [
        'ลำดับ', 'เลขที่', 'ลงวันที่', 'ถึง', 'สิ่งที่ส่งมาด้วย', 'วิธีส่ง', 'วันที่ส่ง', 'ผู้รับ', 'วันที่ตอบรับ', 'หมายเหตุ',
    ]  # fmt: skip
    project = load(printed.folder.parents[1] / 'content')
    assert [row[3] for row in rows[top + 1 :]] == [
        one.addressee or f'ผู้อำนวยการ{one.name}' for one in project.recipients
    ]
    assert [(row[1] or '').rpartition(' ')[2] for row in rows[top + 1 :]] == NUMBERS
    assert [row[2] for row in rows[top + 1 :]] == [None, None, '๒๘ พฤศจิกายน ๒๕๖๘', '๒๘ พฤศจิกายน ๒๕๖๘', None]
    paper = ''.join(words(printed.folder / '๗ ทะเบียนคุมการส่งหนังสือ.pdf'))
    assert all(squeezed(row[3]) in paper for row in rows[top + 1 :])


def test_the_cover_begins_with_what_is_still_blank_then_names_each_file(printed):
    text = ''.join(words(printed.folder / '๐ ใบนำชุดพิมพ์.pdf'))
    blank = text.index('ช่องที่ยังว่าง')
    assert blank < text.index('ไฟล์ในชุด') < text.index('วิธีพิมพ์')
    assert len(printed.blanks) > 0
    for label in {blank.label for blank in printed.blanks}:
        assert squeezed(label) in text[blank:]
    for file in printed.files[1:]:
        assert squeezed(file.product.file.removesuffix('.pdf')) in text


def test_a_zip_a_round_has_thai_names_that_every_system_reads(printed):
    with zipfile.ZipFile(printed.folder / 'ครั้งที่ ๑.zip') as archive:
        entries = archive.infolist()
        assert archive.testzip() is None
        assert [entry.filename for entry in entries] == [
            'ครั้งที่ ๑/๑ โรงพยาบาลศูนย์บ้านใหม่ - หนังสือ.pdf',
            'ครั้งที่ ๑/๒ โรงพยาบาลเด็ก ร่มเย็น & คลินิก สาขา ๒ - หนังสือ.pdf',
            'ครั้งที่ ๑/สิ่งที่ส่งมาด้วย ๑.pdf',
        ]
        assert {entry.flag_bits & 0x800 for entry in entries} == {0x800}
        assert {entry.date_time for entry in entries} == {(1980, 1, 1, 0, 0, 0)}
        first = pypdfium2.PdfDocument(archive.read(entries[0]))
    texts = [squeezed(page.get_textpage().get_text_bounded()) for page in first]
    assert 'โรงพยาบาลศูนย์บ้านใหม่' in texts[0]
    assert 'สิ่งที่ส่งมาด้วย๒' in texts[1]


def test_the_same_content_gives_the_same_bytes_for_any_number_of_processes(printed, tmp_path, monkeypatch):
    monkeypatch.setattr(run, 'MANY', 1)  # files are bound side by side, as for thousands of letters
    sample(tmp_path / 'content')
    again = print_package(PrintRequest(replace(request(tmp_path), jobs=2)))
    assert digests(again.folder) == digests(printed.folder)


def test_a_part_holds_no_more_letters_than_the_layout_says_and_parts_none_from_its_enclosures(tmp_path):
    sample(tmp_path / 'content')
    templates = with_layout(tmp_path / 'templates', ('part: 500', 'part: 2'))
    made = print_package(PrintRequest(request(tmp_path, templates=templates)))
    for part, names in (('ส่วนที่ ๑', NAMES[:2]), ('ส่วนที่ ๒', NAMES[2:4]), ('ส่วนที่ ๓', NAMES[4:])):
        outline = PdfReader(made.folder / part / LETTERS).outline
        letters = [one.title for one in outline if not isinstance(one, list)]
        assert [title.partition(' ')[2][:12] for title in letters] == [name[:12] for name in names]
        assert [len(under) for under in outline if isinstance(under, list)] == [2] * len(names)
        assert len(titles(made.folder / part / COPY)) == len(names)
        envelopes, labels = (
            words(made.folder / part / '๕ ซอง.pdf'),
            ''.join(words(made.folder / part / '๖ ป้ายจ่าหน้า.pdf')),
        )
        assert [squeezed(name) in text for name, text in zip(names, envelopes, strict=True)] == [True] * len(names)
        assert [squeezed(name) in labels for name in NAMES] == [name in names for name in NAMES]
    register = ''.join(words(made.folder / '๗ ทะเบียนคุมการส่งหนังสือ.pdf'))
    assert all(squeezed(name) in register for name in NAMES)


def test_enclosures_can_stand_in_a_file_of_their_own_and_letters_then_need_no_blank_pages(tmp_path):
    sample(tmp_path / 'content')
    made = print_package(PrintRequest(request(tmp_path), 'apart'))
    letters = words(made.folder / '๑ หนังสือ.pdf')
    assert len(letters) == 5
    assert '' not in letters
    assert titles(made.folder / '๒ สิ่งที่ส่งมาด้วย.pdf') == titles(made.folder / '๑ หนังสือ.pdf')
    assert [(file.product.file, file.sides) for file in made.files[1:3]] == [
        ('๑ หนังสือ.pdf', 1),
        ('๒ สิ่งที่ส่งมาด้วย.pdf', 2),
    ]


def test_a_kind_that_is_not_printed_on_both_sides_makes_no_duplex_file(tmp_path):
    sample(tmp_path / 'content')
    duplex = 'duplex: [proposal, schedule, round-schedule, allocation, reply-form]'
    templates = with_layout(tmp_path / 'templates', (duplex, 'duplex: []'))
    made = print_package(PrintRequest(request(tmp_path, templates=templates)))
    assert '' not in words(made.folder / LETTERS)
    assert {file.sides for file in made.files} == {0, 1}


def test_one_spoiled_letter_is_printed_again_into_a_folder_of_its_own(tmp_path):
    sample(tmp_path / 'content')
    made = print_package(PrintRequest(request(tmp_path, only=('H12001-ko-klai',))))
    assert made.folder == tmp_path / 'output' / 'print' / 'H12001-ko-klai'
    assert titles(made.folder / LETTERS) == ['โรงพยาบาลเกาะไกล']
    assert files(tmp_path / 'output') == [f'print/H12001-ko-klai/{name}' for name in files(made.folder)]


def test_what_changed_since_the_last_run_is_printed_and_nothing_else(printed, tmp_path):
    content = copied(printed.folder.parents[1] / 'content', tmp_path / 'content')
    patched(content, 'recipients.csv', 'Thung Kwang,2,5', 'Thung Kwang,2,6')
    patched(content, 'recipients.csv', 'Hospital,2,3', 'Hospital,2,2')  # the sum is stated elsewhere
    before = printed.folder / 'manifest.json'
    made = print_package(PrintRequest(request(tmp_path), since=(before,)))
    assert made.folder.name == 'ฉบับที่แก้'
    assert [title[:12] for title in titles(made.folder / LETTERS)] == [name[:12] for name in NAMES[2:4]]
    outline = PdfReader(made.folder / LETTERS).outline
    assert [one.title for one in outline[1]] == ['สิ่งที่ส่งมาด้วย ๒']  # the programme is as it was
    old, new = papers(printed.folder), papers(made.folder)
    assert {path for path in new if old[path] != new[path]} == {
        f'{folder}/{slug}'
        for folder in ('letters', 'reply-forms')
        for slug in ('H11032-border-referral-training-hospital', 'H11450-thung-kwang')
    }
    with pytest.raises(UsageError) as caught:
        print_package(PrintRequest(request(tmp_path), since=(made.folder / 'manifest.json',)))
    assert [finding.rule for finding in caught.value.findings] == ['nothing-changed']


def test_an_enclosure_that_changed_is_printed_without_the_letters_that_it_goes_with(printed, tmp_path):
    content = copied(printed.folder.parents[1] / 'content', tmp_path / 'content')
    patched(content, 'forms.yaml', 'title: แบบตอบรับ', 'title: แบบตอบรับใหม่')
    made = print_package(PrintRequest(request(tmp_path), since=(printed.folder / 'manifest.json',)))
    assert all('ขอแสดงความนับถือ' not in text for text in words(made.folder / LETTERS))
    assert len(titles(made.folder / LETTERS)) == 5
    assert COPY not in files(made.folder)


def test_a_letter_that_is_no_draft_any_more_is_printed_again_though_its_words_are_the_same(printed, tmp_path):
    content = copied(printed.folder.parents[1] / 'content', tmp_path / 'content')
    patched(content, 'rounds.yaml', 'stated: 19', 'stated: 19\n    letter: {stage: เสนอ}')
    made = print_package(PrintRequest(request(tmp_path), since=(printed.folder / 'manifest.json',)))
    assert titles(made.folder / '๑ หนังสือ.pdf') == ['โรงพยาบาลเกาะไกล']


def test_content_with_an_error_prints_nothing_and_leaves_the_last_package_as_it_was(tmp_path):
    content = sample(tmp_path / 'content')
    made = print_package(PrintRequest(request(tmp_path, only=('H12001-ko-klai',))))
    before = digests(tmp_path / 'output')
    patched(content, 'rounds.yaml', 'stated: 19', 'stated: 20')
    with pytest.raises(ContentError):
        print_package(PrintRequest(request(tmp_path, only=('H12001-ko-klai',))))
    assert digests(tmp_path / 'output') == before
    assert made.folder.is_dir()


def test_a_package_that_cannot_be_finished_is_not_begun(tmp_path, monkeypatch):
    sample(tmp_path / 'content')
    asked = PrintRequest(request(tmp_path, only=('H12001-ko-klai',)))
    print_package(asked)
    before = digests(tmp_path / 'output')
    patched(tmp_path / 'content', 'forms.yaml', 'title: แบบตอบรับ', 'title: แบบตอบรับใหม่')

    def full(*arguments):
        raise OSError(28, 'No space left on device', 'register')

    monkeypatch.setattr(run, 'register_workbook', full)
    with pytest.raises(RenderError) as caught:
        print_package(asked)
    assert [finding.rule for finding in caught.value.findings] == ['output-unwritable']
    assert {name: digest for name, digest in digests(tmp_path / 'output').items() if 'staging' not in name} == before


def test_a_circular_is_printed_once_with_the_number_of_its_prints(tmp_path):
    content = sample(tmp_path / 'content')
    patched(content, 'letter.yaml', 'invite_by: recipient', 'invite_by: round')
    made = print_package(PrintRequest(request(tmp_path)))
    assert [(item.name, item.prints) for item in made.items] == [('ครั้งที่ ๑', 2), ('ครั้งที่ ๒', 2), ('ครั้งที่ ๓', 1)]
    cover = ''.join(words(made.folder / '๐ ใบนำชุดพิมพ์.pdf'))
    assert 'ครั้งที่๑๒ชุด' in cover
    assert len(words(made.folder / '๕ ซอง.pdf')) == 5


def test_a_file_that_is_no_manifest_is_told(tmp_path):
    sample(tmp_path / 'content')
    (tmp_path / 'notes.json').write_text('{"files": [1]}', encoding='utf-8')
    with pytest.raises(UsageError) as caught:
        print_package(PrintRequest(request(tmp_path), since=(tmp_path / 'notes.json', tmp_path / 'gone.json')))
    assert [finding.rule for finding in caught.value.findings] == ['no-manifest', 'no-manifest']
