"""Content folders for tests: copies with one value changed, small ones written out, and broken ones that say what they expect."""

from __future__ import annotations

import hashlib
import re
import shutil
import unicodedata
import zipfile
from pathlib import Path
from xml.etree import ElementTree

import pypdfium2
import pytest

from saraban.checks.gate import judge
from saraban.content.starter import FILES as STARTER
from saraban.errors import Finding, Level
from saraban.views.blocks import Run, View, printed_words, texts

TESTS = Path(__file__).resolve().parent
ROOT = TESTS.parent
SHIPPED = ROOT / 'content'
SAMPLE = TESTS / 'samples' / 'hospitals'


def check(project) -> list[Finding]:
    """The errors that the gate finds in a project."""
    return judge(project).of(Level.ERROR)


BUG = re.compile(r'# bug: (.+)')
EXPECT = re.compile(r'# expect: (\S+)(?: (\d+(?::\d+)?))?$', re.MULTILINE)

# The least that a project is.
SMALL = {
    'project.yaml': 'fiscal_year: 2569\ntitle: [โครงการทดสอบ]\nshort_title: โครงการฯ\nagency: {name: กรมทดสอบ}\nunits: []\n',
    'proposal.yaml': 'sections:\n  - key: one\n    heading: หลักการ\n    body: [ข้อความ]\n',
}


def copied(source: Path, to: Path) -> Path:
    """A copy of a content folder."""
    shutil.copytree(source, to)
    return to


def patched(folder: Path, file: str, old: str, new: str) -> Path:
    """The folder with one value of a file changed; the value must stand there once."""
    text = (folder / file).read_text(encoding='utf-8')
    assert text.count(old) == 1, f'{old!r} stands {text.count(old)} times in {file}'
    (folder / file).write_text(text.replace(old, new), encoding='utf-8')
    return folder


def written(folder: Path, **files: str) -> Path:
    """A small content folder; `rounds='…'` writes rounds.yaml, `recipients='…'` recipients.csv."""
    folder.mkdir(parents=True, exist_ok=True)
    named = {f'{name}.csv' if name == 'recipients' else f'{name}.yaml': text for name, text in files.items()}
    for name, text in (SMALL | named).items():
        (folder / name).write_text(text, encoding='utf-8')
    return folder


def broken_cases(folder: Path) -> list[Path]:
    """The broken files of a folder: `rounds--wrong-date.yaml` stands for rounds.yaml."""
    return sorted(path for path in folder.iterdir() if '--' in path.stem)


def marked(folder: Path) -> list:
    """The broken files of a folder as parameters; one that says `# bug: …` is expected to fail until that is mended."""
    return [
        pytest.param(path, id=path.stem, marks=_marks(path.read_text(encoding='utf-8')))
        for path in broken_cases(folder)
    ]


def _marks(text: str) -> tuple:
    reason = BUG.search(text)
    return (pytest.mark.xfail(strict=True, reason=reason[1]),) if reason else ()


def break_content(case: Path, to: Path) -> tuple[Path, list[tuple[str, str]]]:
    """The starter with a broken file in it, and the findings that the file itself says are expected, each with its place.

    A CSV cannot hold comments: its first lines that begin with # are taken off, and lines are counted after them.
    """
    content = copied(STARTER, to)
    text = case.read_text(encoding='utf-8')
    name = f'{case.stem.partition("--")[0]}{case.suffix}'
    if case.suffix == '.csv':
        head = [line for line in text.splitlines(keepends=True) if line.startswith('#')]
        (content / name).write_text(text.removeprefix(''.join(head)), encoding='utf-8')
    else:
        (content / name).write_text(text, encoding='utf-8')
    return content, [(rule, f'{name}:{where}' if where else name) for rule, where in EXPECT.findall(text)]


def told(findings: tuple[Finding, ...] | list[Finding]) -> list[tuple[str, str]]:
    """Each finding's rule and its place without the folder."""
    return [(finding.rule, str(finding.place).rpartition('/')[2]) for finding in findings]


def block(view: View, name: str):
    """The block of a view with this id."""
    found = [one for one in view.blocks if one.id == name]
    assert len(found) == 1, f'{len(found)} blocks are called {name}; there are {[one.id for one in view.blocks]}'
    return found[0]


def words(view: View) -> str:
    """All words of a view in one line, blanks as …."""
    return ' '.join(
        '…' if isinstance(piece, Run) and piece.blank else piece.text if isinstance(piece, Run) else piece
        for piece in texts(view)
    )


def squeezed(text: str) -> str:
    """A text without white space and the marks that only guide line breaks."""
    return re.sub('[\\s\u00ad\u200b-\u200d\u2060\ufeff\ufffe]+', '', text)


def squeezed_words(view: View) -> str:
    """The words of a view without white space."""
    return squeezed(''.join(printed_words(view)))


def row_words(row) -> list[str]:
    """The words of each cell of a table's row; paragraphs of a cell are parted by ` / `."""
    return [' / '.join(''.join(run.text for run in text) for text in cell.paragraphs) for cell in row.cells]


def snapshot(folder: Path) -> dict[str, tuple[bytes, int]]:
    """Every file under a folder with its bytes and the time when it was written: unequal after anything was touched."""
    return {
        path.relative_to(folder).as_posix(): (path.read_bytes(), path.stat().st_mtime_ns)
        for path in sorted(folder.rglob('*'))
        if path.is_file()
    }


def digests(folder: Path) -> dict[str, str]:
    """Every file under a folder with its SHA-256."""
    return {
        path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob('*'))
        if path.is_file()
    }


def with_paragraph(docx: Path, words: str) -> None:
    """Puts a paragraph at the end of a Word file's body."""
    with zipfile.ZipFile(docx) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    document = parts['word/document.xml'].decode()
    at = document.rindex('<w:sectPr')
    paragraph = f'<w:p><w:r><w:t xml:space="preserve">{words}</w:t></w:r></w:p>'
    parts['word/document.xml'] = f'{document[:at]}{paragraph}{document[at:]}'.encode()
    with zipfile.ZipFile(docx, 'w', zipfile.ZIP_DEFLATED) as package:
        for name, data in parts.items():
            package.writestr(name, data)


def docx_words(path: Path) -> str:
    """The words of a Word file's body without white space."""
    with zipfile.ZipFile(path) as package:
        body = ElementTree.fromstring(package.read('word/document.xml'))
    return squeezed(
        ''.join(
            node.text or '' for node in body.iter('{http://schemas.openxmlformats.org/wordprocessingml/2006/main}t')
        )
    )


def pdf_words(path: Path) -> str:
    """The words of a PDF without white space, SARA AM in one piece."""
    document = pypdfium2.PdfDocument(path)
    text = ''.join(page.get_textpage().get_text_range() for page in document)
    document.close()
    return re.sub(
        '([\u0e48-\u0e4b]?)\u0e4d([\u0e48-\u0e4b]?)\u0e32', '\\1\\2\u0e33', unicodedata.normalize('NFC', squeezed(text))
    )
