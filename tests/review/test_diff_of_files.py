"""Versions that are built papers or single files: compared with content and with each other."""

import json
import shutil

import pytest
from content_tools import SHIPPED, copied, docx_words, patched, with_paragraph
from small_docx import docx, p

from saraban.cli import main
from saraban.pipeline import Request, build
from saraban.review.files.docx import read_docx
from saraban.review.files.folder import READERS

PAPERS = ('schedule', 'letters/TH-18-chai-nat', 'letters/TH-86-chumphon', 'allocations/all')

ENCLOSED = (
    'proposal',
    'schedules/round-1',
    'schedules/round-2',
    'reply-forms/TH-18-chai-nat',
    'reply-forms/TH-86-chumphon',
)


@pytest.fixture(scope='module')
def built(tmp_path_factory):
    """Some shipped papers, built in both formats."""
    folder = tmp_path_factory.mktemp('built')
    build(Request(SHIPPED, folder, only=(*PAPERS, *ENCLOSED), jobs=1))
    return folder


def changes(capsys, *words):
    """The exit code of a comparison, and the changed papers with what was struck and put in."""
    code = main(['diff', *map(str, words), '--json'])
    told = json.loads(capsys.readouterr().out)
    found = {
        paper['path']: [
            (span['change'], span['old'] or span['new'])
            for block in change['blocks']
            for text in block['texts']
            for span in text['spans']
            if span['change'] != 'same'
        ]
        for change in told['changes']
        for paper in change['papers']
    }
    return code, found


# The venue's whole name, though one version alone knows that it is one.
UNKNOWN = [('removed', 'โรงแรมดิวันนา'), ('added', 'โรงแรมบางกอก ชฎา')]
ONLY = [word for path in PAPERS for word in ('--only', path)]


def test_built_papers_say_what_their_content_says(capsys, built):
    assert changes(capsys, SHIPPED, built, *ONLY) == (0, {})


def test_built_papers_are_told_from_content_that_changed(capsys, built, other):
    assert changes(capsys, built, other, *ONLY) == (1, {'schedule': UNKNOWN, 'letters/TH-18-chai-nat': UNKNOWN})


def test_a_paper_of_a_folder_is_read_only_where_its_words_differ(capsys, built, other, monkeypatch):
    """Nobody reads the letter to Chumphon: the manifest says that its words are the same."""
    opened = []
    monkeypatch.setitem(READERS, 'docx', lambda data, path, shown: opened.append(path) or read_docx(data, path, shown))
    assert changes(capsys, built, other, *ONLY)[0] == 1
    assert opened == ['schedule', 'letters/TH-18-chai-nat']


def test_a_paper_of_a_folder_that_was_edited_after_it_was_built_is_read(capsys, built, tmp_path):
    """The manifest still says that its words are those of the content."""
    copy = copied(built, tmp_path / 'copy')
    with_paragraph(copy / 'schedule.docx', 'หมายเหตุ ที่พิมพ์เพิ่มใน Word')
    assert changes(capsys, SHIPPED, copy, *ONLY) == (1, {'schedule': [('added', 'หมายเหตุ ที่พิมพ์เพิ่มใน Word')]})


@pytest.mark.parametrize('ending', ['docx', 'pdf'])
@pytest.mark.parametrize(
    'path', ['schedule', 'allocations/all', pytest.param('letters/TH-86-chumphon', marks=pytest.mark.slow)]
)
def test_one_file_is_compared_with_the_paper_that_it_is(capsys, built, path, ending):
    """The sheets that a letter encloses are counted: the proposal is several of them (ชุด)."""
    assert changes(capsys, f'{built / path}.{ending}', SHIPPED) == (0, {})


@pytest.mark.parametrize('ending', ['docx', 'pdf'])
def test_one_file_under_another_name_is_known_by_what_it_says(capsys, built, other, tmp_path, ending):
    file = tmp_path / f'ตาราง (แก้ไข).{ending}'
    shutil.copy(built / f'schedule.{ending}', file)
    assert changes(capsys, file, other) == (1, {'schedule': UNKNOWN})


def test_a_docx_and_a_pdf_of_one_paper_say_the_same(capsys, built):
    for path in PAPERS:
        assert changes(capsys, f'{built / path}.docx', f'{built / path}.pdf') == (0, {})
        assert changes(capsys, f'{built / path}.pdf', f'{built / path}.docx') == (0, {})


def test_a_paragraph_that_was_typed_into_a_word_file_is_found(capsys, built, tmp_path):
    file = tmp_path / 'edited.docx'
    shutil.copy(built / 'schedule.docx', file)
    with_paragraph(file, 'หมายเหตุ ที่พิมพ์เพิ่มใน Word')
    assert changes(capsys, built / 'schedule.docx', file) == (1, {'edited': [('added', 'หมายเหตุ ที่พิมพ์เพิ่มใน Word')]})


def test_a_file_that_is_like_no_paper_says_so(capsys, tmp_path, built):

    (tmp_path / 'strange.docx').write_bytes(docx(p('Lorem ipsum dolor sit amet')))
    code = main(['diff', str(tmp_path / 'strange.docx'), str(SHIPPED)])
    assert (code, '--only' in capsys.readouterr().err) == (2, True)


def test_a_file_that_is_like_none_of_those_that_were_named_is_told_what_fits(capsys, built, tmp_path):
    (tmp_path / 'strange.docx').write_bytes(docx(p('Lorem ipsum dolor sit amet')))
    for file, fits in (
        (built / 'proposal.docx', '--only proposal\n'),
        (tmp_path / 'strange.docx', '--only letters/TH-18-chai-nat\n'),
    ):
        code = main(['diff', str(SHIPPED), str(file), '--only', 'ชัยนาท'])
        assert (code, fits in capsys.readouterr().err) == (2, True)


def test_a_manifest_that_cannot_be_read_is_told(capsys, tmp_path):
    (tmp_path / 'built').mkdir()
    (tmp_path / 'built' / 'manifest.json').write_text('{', encoding='utf-8')
    code = main(['diff', str(tmp_path / 'built'), str(SHIPPED)])
    assert (code, 'manifest.json' in capsys.readouterr().err) == (3, True)


@pytest.mark.slow
def test_what_is_written_of_a_letter_names_as_many_sheets_as_it_encloses(capsys, tmp_path, other):
    """A comparison alone sets no paper, so it takes each enclosure for one sheet; a redline would print that."""
    words = ['diff', str(SHIPPED), str(other), 'letter', '--only', 'ชัยนาท', '--output', str(tmp_path / 'review')]
    assert main([*words, '--format', 'docx']) == 1
    capsys.readouterr()
    redline = tmp_path / 'review' / 'letters' / 'TH-18-chai-nat.redline.docx'
    written = docx_words(redline)
    assert ('๑.โครงการฯจำนวน๑ชุด' in written, '๒.กำหนดการรุ่นที่๑จำนวน๑แผ่น' in written) == (True, True)


@pytest.mark.slow
def test_a_reworded_paragraph_is_told_of_a_pdf_as_of_its_docx(capsys, tmp_path):
    words = 'ห้องประชุมของกรมการปกครอง หรือโรงแรมใกล้ศาลากลางจังหวัด'
    content = copied(SHIPPED, tmp_path / 'content')
    patched(content, 'proposal.yaml', 'โรงแรมในเขตพื้นที่กรุงเทพมหานครหรือเขตปริมณฑล', words)
    build(Request(content, tmp_path / 'built', only=('proposal',), jobs=1))
    told = [changes(capsys, SHIPPED, tmp_path / 'built' / f'proposal.{form}') for form in ('docx', 'pdf')]
    assert told[0] == told[1]
    assert [span for span in told[1][1]['proposal'] if span[0] == 'added'] == [
        ('added', 'ห้องประชุมของกรมการปกครอง หรือ'),
        ('added', 'ใกล้ศาลากลางจังหวัด'),
    ]


def test_a_letter_under_another_name_is_that_of_the_recipient_whom_it_names(capsys, built, tmp_path):
    """Also where its round has changed, so that letters of its old round are more like it."""
    letter = shutil.copy(built / 'letters' / 'TH-18-chai-nat.docx', tmp_path / 'จดหมาย.docx')
    content = copied(SHIPPED, tmp_path / 'content')
    patched(content, 'recipients.csv', 'ชัยนาท,Chai Nat,1,', 'ชัยนาท,Chai Nat,2,')
    assert list(changes(capsys, letter, content)[1]) == ['letters/TH-18-chai-nat']


def test_of_papers_of_one_name_a_file_is_the_likest(capsys, built, tmp_path):
    """The schedule and the allocation of a round are called alike; both rounds have changed their recipients."""
    content = copied(SHIPPED, tmp_path / 'content')
    roster = content / 'recipients.csv'
    words = roster.read_text(encoding='utf-8-sig').replace(',1,', ',x,').replace(',2,', ',1,').replace(',x,', ',2,')
    roster.write_text(words, encoding='utf-8')
    assert list(changes(capsys, built / 'schedules' / 'round-1.docx', content)[1]) == ['schedules/round-1']
