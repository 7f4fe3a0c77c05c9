"""The cover of a print package: what is still blank, then which file is printed how, as a paper of its own."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from saraban import thai
from saraban.content.project import Project
from saraban.printroom.bindery import Bound
from saraban.printroom.plan import Item
from saraban.views.blocks import Blank, Block, Cell, Column, Heading, Paragraph, Row, Table, Title, View, plain
from saraban.views.names import title_lines

TITLE = 'ใบนำชุดพิมพ์'
SIDES = {0: '-', 1: 'หน้าเดียว', 2: 'สองหน้า พลิกด้านยาว'}
COLUMNS = (
    ('ไฟล์', 'left', 7.0),
    ('ฉบับที่', 'center', 2.6),
    ('หน้า', 'center', 1.8),
    ('แผ่น', 'center', 1.8),
    ('พิมพ์', 'left', 2.8),
)
_PRINTED = frozenset(('letters', 'enclosures', 'file-copy', 'register-copy', 'envelopes', 'labels', 'register'))


def cover_view(project: Project, blanks: Sequence[Blank], items: Sequence[Item], files: Sequence[Bound]) -> View:
    """The cover's words."""
    heading = Title('title', tuple(plain(line, bold=True) for line in (TITLE, *title_lines(project))))
    blocks: tuple[Block, ...] = (
        heading,
        *_blanks(blanks),
        *_drafts(items),
        *_files(files),
        *_prints(items),
        *_how(files),
    )
    return View('cover', 'cover', 'allocation', TITLE, blocks)


def _blanks(blanks: Sequence[Blank]) -> Iterator[Block]:
    if not blanks:
        yield Heading('blanks', '', plain('ไม่มีช่องว่างเหลืออยู่'))
        return
    yield Heading('blanks', '', plain(f'ช่องที่ยังว่าง {thai.number(len(blanks))} แห่ง'))
    lines: dict[tuple[str, int], list[str]] = {}
    for blank in blanks:
        lines.setdefault((blank.place.file.rpartition('/')[2], blank.place.line), []).append(blank.label)
    for number, ((file, line), labels) in enumerate(lines.items(), 1):
        words = f'- {", ".join(labels)} ({file} บรรทัด {thai.digits(line)})'
        yield Paragraph(f'blanks/{number}', plain(words), 'hanging')


def _drafts(items: Sequence[Item]) -> Iterator[Block]:
    drafts = [item for item in items if item.is_draft]
    if drafts:
        yield Heading('drafts', '', plain('ยังเป็นร่าง'))
        words = f'หนังสือ {thai.number(len(drafts))} ฉบับยังอยู่ในขั้นร่าง ทุกหน้ามีคำว่า ร่าง ที่ขอบบน'
        yield Paragraph('drafts/1', plain(words), 'hanging')


def _files(files: Sequence[Bound]) -> Iterator[Block]:
    yield Heading('files', '', plain('ไฟล์ในชุด'))
    columns = tuple(Column(plain(words, bold=True), align, share) for words, align, share in COLUMNS)  # type: ignore[arg-type]
    rows = tuple(Row(f'file/{number}', _cells(file)) for number, file in enumerate(files, 1))
    sheets = thai.number(sum(file.sheets for file in files if file.kind in _PRINTED))
    total = Row('total', (Cell((plain('รวม'),), 3, 'center'), Cell((plain(sheets),)), Cell(((),))), 'total')
    yield Table('files/table', columns, (*rows, total))


def _cells(file: Bound) -> tuple[Cell, ...]:
    name = file.product.file.removesuffix('.pdf')
    span = (
        f'{thai.number(file.first)} - {thai.number(file.last)}'
        if file.last > file.first
        else thai.digits(file.first or '-')
    )
    printed = file.kind in _PRINTED
    counts = (thai.number(file.product.pages or 0), thai.number(file.sheets)) if printed else ('-', '-')
    sides = SIDES[file.sides if printed else 0]
    return tuple(Cell((plain(words),)) for words in (name, span, *counts, sides))


def _prints(items: Sequence[Item]) -> Iterator[Block]:
    several = [item for item in items if item.prints > 1]
    if several:
        yield Heading('prints', '', plain('หนังสือที่พิมพ์หลายชุด'))
    for number, item in enumerate(several, 1):
        yield Paragraph(f'prints/{number}', plain(f'- {item.name} {thai.number(item.prints)} ชุด'), 'hanging')


def _how(files: Iterable[Bound]) -> Iterator[Block]:
    yield Heading('how', '', plain('วิธีพิมพ์'))
    lines = ['พิมพ์ขนาดจริง (100 %) ไม่ย่อให้พอดีหน้า ทีละไฟล์ตามลำดับเลขนำหน้าชื่อไฟล์']
    if any(file.sides == 2 for file in files):
        lines.append('ไฟล์ที่พิมพ์สองหน้ามีหน้าว่างแทรกไว้ให้แล้ว หนังสือทุกฉบับและสิ่งที่ส่งมาด้วยทุกรายการขึ้นแผ่นใหม่ และหลังหนังสือเป็นหน้าว่าง')
    if any(file.kind == 'file-copy' for file in files):
        lines.append('สำเนาคู่ฉบับให้ผู้ร่าง ผู้พิมพ์ และผู้ตรวจลงลายมือชื่อย่อที่ท้ายหน้าสุดท้ายก่อนเก็บ')
    lines.append('ฉบับใดเสีย สั่งพิมพ์ใหม่เฉพาะฉบับนั้นได้ด้วย --only')
    for number, words in enumerate(lines, 1):
        yield Paragraph(f'how/{number}', plain(f'{thai.digits(number)}. {words}'.replace('100', '๑๐๐')), 'hanging')
