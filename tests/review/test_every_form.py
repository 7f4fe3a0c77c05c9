"""Every pair of sources is written in every form; pages are shown wherever a version has them."""

import re
import shutil
import subprocess
from dataclasses import dataclass
from itertools import product
from pathlib import Path

import pypdfium2
import pytest
from content_tools import SHIPPED, copied, docx_words, patched, pdf_words, with_paragraph
from resolving import W, body_of
from review_tools import VENUE
from small_docx import docx, p

from saraban.cli import main
from saraban.errors import Finding, Place, RenderError
from saraban.pipeline import Request, build
from saraban.review import prints, redline_pdf

OLD, NEW = 'ดิวันนา', 'บางกอก ชฎา'
LETTER = 'letters/TH-18-chai-nat'
ENCLOSED = ('proposal', 'schedules/round-1', 'reply-forms/TH-18-chai-nat')
SOURCES = ('content', 'revision', 'folder', 'docx', 'pdf')
PAGED = {'content', 'revision', 'folder', 'pdf'}


@dataclass(frozen=True)
class Written:
    """What a comparison gave: its exit code, what it told on stderr, its folder."""

    code: int
    told: str
    folder: Path

    @property
    def files(self) -> set[str]:
        """Its files."""
        return {path.relative_to(self.folder).as_posix() for path in self.folder.rglob('*') if path.name[0] != '.'} - {
            path.relative_to(self.folder).as_posix() for path in self.folder.rglob('*') if path.is_dir()
        }

    def rings(self) -> set[str]:
        """On pages of which version the page draws rings."""
        return set(re.findall(r'<rect class="(old|new)"', self.read('review.html')))

    def read(self, name: str) -> str:
        """A file of words."""
        return (self.folder / name).read_text(encoding='utf-8')

    def marked(self, name: str, mark: str) -> str:
        """What a Word redline has put in (`ins`) or struck (`del`)."""
        marks = body_of((self.folder / name).read_bytes()).iter(f'{W}{mark}')
        return ''.join(text.text or '' for one in marks for text in one.iter(f'{W}t', f'{W}delText'))

    def listed(self, name: str) -> str:
        """The words of the last page of a PDF redline: its list."""
        document = pypdfium2.PdfDocument(self.folder / name)
        return document[len(document) - 1].get_textpage().get_text_range()


@pytest.fixture
def diff(tmp_path, capsys):
    """Compares two versions and writes the review."""

    def run(*words) -> Written:
        code = main(['diff', *map(str, words), '--output', str(tmp_path / 'review')])
        return Written(code, capsys.readouterr().err, tmp_path / 'review')

    return run


@pytest.fixture(scope='module')
def versions(tmp_path_factory) -> dict[str, tuple[str, str]]:
    """The old and the new version of the schedule as each source says them; files have names of their own."""
    folder = tmp_path_factory.mktemp('versions')
    content = copied(SHIPPED, folder / 'งาน' / 'content')
    _git(folder, 'init', '-q')
    _git(folder, 'add', '.')
    _git(folder, 'commit', '-qm', 'first')
    patched(content, *VENUE)
    _git(folder, 'commit', '-qam', 'second')
    for name, source in (('old', SHIPPED), ('new', content)):
        build(Request(source, folder / name, only=('schedule', LETTER, *ENCLOSED), jobs=1))
    for ending in ('docx', 'pdf'):
        shutil.copy(folder / 'old' / f'schedule.{ending}', folder / f'กำหนดการ ฉบับแรก.{ending}')
        shutil.copy(folder / 'new' / f'schedule.{ending}', folder / f'แก้ไข ๒.{ending}')
    return {
        'content': (str(SHIPPED), str(content)),
        'revision': ('HEAD~1', 'HEAD'),
        'folder': (str(folder / 'old'), str(folder / 'new')),
        **{ending: (f'{folder}/กำหนดการ ฉบับแรก.{ending}', f'{folder}/แก้ไข ๒.{ending}') for ending in ('docx', 'pdf')},
    }


def _git(folder, *words):
    identity = ('-c', 'user.name=a', '-c', 'user.email=a@b', '-c', 'core.hooksPath=/dev/null')
    subprocess.run(['git', '-C', folder, *identity, *words], check=True, capture_output=True)


QUICK = {('folder', 'folder'), ('docx', 'docx'), ('pdf', 'pdf'), ('content', 'docx'), ('pdf', 'content')}
PAIRS = [
    pytest.param(*pair, marks=() if pair in QUICK else pytest.mark.slow, id='-'.join(pair))
    for pair in product(SOURCES, SOURCES)
]


@pytest.mark.parametrize(('old', 'new'), PAIRS)
def test_a_changed_paper_is_written_in_every_form(diff, versions, old, new):
    review = diff(versions[old][0], versions[new][1], 'schedule', '--content', versions['content'][1])
    name = 'schedule' if not {old, new} <= {'docx', 'pdf'} else 'แก้ไข ๒'
    assert (review.code, review.told) == (1, '')
    assert review.files == {'review.html', 'review.md', f'{name}.redline.pdf', f'{name}.redline.docx'}
    assert (OLD in review.read('review.md'), NEW[:6] in review.read('review.md')) == (True, True)
    assert review.rings() == {side for side, source in (('old', old), ('new', new)) if source in PAGED}
    struck, put_in = (review.marked(f'{name}.redline.docx', mark) for mark in ('del', 'ins'))
    assert (OLD in struck, NEW[:6] in put_in) == (True, True)
    words = pdf_words(review.folder / f'{name}.redline.pdf')
    assert (OLD in words, NEW[:6] in words, 'ฉบับแสดงการแก้ไข' in words) == (True, True, True)
    pages = ['๑' if source in PAGED else '-' for source in (old, new)]
    assert ' '.join(['๑', *pages]) in ' '.join(review.listed(f'{name}.redline.pdf').split())


@pytest.mark.slow
@pytest.mark.parametrize('ending', ['docx', 'pdf'])
@pytest.mark.parametrize('other', ['content', 'folder', 'file'])
def test_a_letter_under_another_name_is_written_in_every_form(diff, versions, tmp_path, ending, other):
    file = tmp_path / f'หนังสือถึงชัยนาท.{ending}'
    shutil.copy(f'{versions["folder"][1]}/{LETTER}.{ending}', file)
    old = f'{versions["folder"][0]}/{LETTER}.{ending}' if other == 'file' else versions[other][0]
    review = diff(old, file)
    name = 'หนังสือถึงชัยนาท' if other == 'file' else LETTER
    assert (review.code, review.told) == (1, '')
    assert review.files == {'review.html', 'review.md', f'{name}.redline.pdf', f'{name}.redline.docx'}
    assert OLD in pdf_words(review.folder / f'{name}.redline.pdf')


def test_a_lying_table_from_a_built_folder_lies_in_its_redline_too(diff, versions):
    """The manifest says of which kind it is."""
    review = diff(*versions['folder'], 'schedule', '--format', 'pdf')
    width, height = pypdfium2.PdfDocument(review.folder / 'schedule.redline.pdf')[0].get_size()
    assert width > height


@pytest.fixture
def damaged(versions, tmp_path):
    """A copy of the old folder, to be damaged."""
    return copied(Path(versions['folder'][0]), tmp_path / 'damaged')


def test_a_broken_pdf_beside_a_docx_takes_its_pages_away_and_nothing_else(diff, versions, damaged):
    (damaged / 'schedule.pdf').write_bytes(b'%PDF-1.7 broken')
    review = diff(damaged, versions['content'][1], 'schedule')
    assert (review.code, review.rings(), len(review.files)) == (1, {'new'}, 4)
    assert ('schedule.pdf' in review.told, 'ไม่มีภาพหน้า' in review.told) == (True, True)


def test_a_pdf_that_is_gone_takes_its_pages_away_and_nothing_else(diff, versions, damaged):
    (damaged / 'schedule.pdf').unlink()
    review = diff(damaged, versions['content'][1], 'schedule')
    assert (review.code, review.rings(), len(review.files)) == (1, {'new'}, 4)
    assert 'schedule.pdf' in review.told


def test_a_pdf_from_before_its_docx_was_edited_is_not_shown_for_it(diff, versions, damaged):
    with_paragraph(damaged / 'schedule.docx', 'หมายเหตุ ที่พิมพ์เพิ่มใน Word')
    review = diff(versions['content'][1], damaged, 'schedule')
    assert (review.code, review.rings(), len(review.files)) == (1, {'old'}, 4)
    assert ('schedule.pdf' in review.told, 'schedule.docx' in review.told) == (True, True)


def test_letters_that_our_fonts_lack_stand_as_boxes_in_a_stranger_s_redline(diff, tmp_path):
    (tmp_path / 'ก่อน.docx').write_bytes(docx(p('☃ รายการแรก \uf0b7 ตกลง') + p('ย่อหน้าที่สอง')))
    (tmp_path / 'หลัง.docx').write_bytes(docx(p('☃ รายการแรก \uf0b7 ไม่ตกลง 漢') + p('ย่อหน้าที่สอง')))
    review = diff(tmp_path / 'ก่อน.docx', tmp_path / 'หลัง.docx')
    assert (review.code, review.told, len(review.files)) == (1, '', 4)
    assert '□รายการแรก□' in pdf_words(review.folder / 'หลัง.redline.pdf')
    assert '漢' in docx_words(review.folder / 'หลัง.redline.docx')


def fails_for(path, work, path_of):
    """Work that cannot be done for one paper; what it is given first says which paper that is."""

    def run(*given):
        if path_of(*given) == path:
            raise RenderError([Finding('engine-said', Place(path), {'detail': 'x'})])
        return work(*given)

    return run


def test_a_paper_that_cannot_be_set_is_told_and_all_else_is_written(diff, versions, monkeypatch):
    monkeypatch.setattr(
        redline_pdf, 'redline_of', fails_for('schedule', redline_pdf.redline_of, lambda group, *_: group.paths[0])
    )
    review = diff(*versions['folder'])
    assert review.code == RenderError.exit_code
    assert 'schedule: ' in review.told
    papers = {name.removesuffix('.redline.docx') for name in review.files if name.endswith('.docx')}
    assert {LETTER, 'schedule', 'schedules/round-1'} <= papers
    forms = {f'{path}.redline.{form}' for path in papers for form in ('pdf', 'docx')}
    assert review.files == {'review.html', 'review.md', *forms} - {'schedule.redline.pdf'}


def test_a_paper_of_which_no_page_can_be_made_is_reviewed_without_pages(diff, versions, monkeypatch):
    monkeypatch.setattr(prints, '_render', fails_for('schedule', prints._render, lambda _, view: view.path))
    review = diff(*versions['content'], 'schedule')
    assert (review.code, review.rings(), len(review.files)) == (RenderError.exit_code, set(), 4)
    assert review.told.count('schedule: ') == 1
