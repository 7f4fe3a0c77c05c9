"""The files of a print package, each bound from finished papers: parts to print, lists, a ZIP a round."""

from __future__ import annotations

import hashlib
import re
import unicodedata
import zipfile
from collections.abc import Callable, Iterable, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, replace
from typing import Literal

from saraban import thai
from saraban.pools import alone, forked
from saraban.printroom.binder import Binder, Source
from saraban.printroom.marks import COPIES, Copy
from saraban.printroom.plan import LETTERS, Item, Part
from saraban.printroom.subsets import Subsets
from saraban.render.docx.package import EPOCH
from saraban.staging import Product, Staging, write_whole
from saraban.views.paper import Paper

_UNSAFE = re.compile(r'[\\/:*?"<>|\x00-\x1f]+')  # in names of files, on Windows
NAME_BYTES = 160
"""A file's name has 255 bytes on most disks, three a Thai letter: room is left for its number and what it is."""
Read = Callable[[Paper], bytes]


@dataclass(frozen=True, slots=True)
class Bound:
    """A file of the package: what the manifest says of it, and what whoever prints it must know.

    `kind` is what it holds; `sides` 1 or 2; `first` and `last` are the places of its letters in the batch.
    """

    product: Product
    kind: str
    sides: int = 1
    sheets: int = 0
    first: int = 0
    last: int = 0


@dataclass(frozen=True, slots=True)
class BindJob:
    """What is to be bound: of a part its `letters`, `copies`, `lists`; of items a ZIP (`archive`) or a file each (`mail`).

    `folder` is where it stands in the package, `width` how many digits the number before a name has.
    """

    what: Literal['letters', 'copies', 'lists', 'archive', 'mail']
    of: Part | tuple[Item, ...]
    folder: str
    width: int = 0


@dataclass(frozen=True)
class Bindery:
    """Binds files from papers that are finished: `read` gives the PDF of a paper."""

    staging: Staging
    read: Read
    duplex: frozenset[str]
    marks: dict[str, bytes]
    apart: bool = False

    def bind(self, numbered: tuple[int, BindJob]) -> tuple[int, list[Bound]]:
        """Does a job; its number comes back with it, since jobs may be done in any order."""
        number, job = numbered
        if isinstance(job.of, Part):
            make = {'letters': self.letters, 'copies': self.copies, 'lists': self.lists}[job.what]
            return number, make(job.of, job.folder)
        if job.what == 'mail':
            return number, self.mail(job.of, job.width)
        return number, self.archive(job.of, job.folder)

    def bind_all(self, jobs: Iterable[BindJob], processes: int) -> list[Bound]:
        """The files of jobs, in the order of the jobs: made side by side by several processes."""
        with ExitStack() as stack:
            run = stack.enter_context(forked(self.bind, processes)) if processes > 1 else alone(self.bind)
            done = dict(run(enumerate(jobs)))
        return [bound for number in sorted(done) for bound in done[number]]

    def letters(self, part: Part, folder: str) -> list[Bound]:
        """The letters of a part with what goes with them, in one file or (`apart`) in two."""
        enclosed = any(item.enclosures for item in part.items)
        both = self._both_sides(part, with_enclosures=not self.apart)
        title = 'หนังสือ' if self.apart or not enclosed else 'หนังสือพร้อมสิ่งที่ส่งมาด้วย'
        binder, taken = Binder(title, both_sides=both), Taken()
        for item in part.items:
            papers = (*(() if item.printed else (item.paper,)), *(() if self.apart else item.enclosures))
            self._add(binder, taken, item, papers)
        files = [self._bound(binder, f'{folder}๑ {title}.pdf', 'letters', part)] if binder.pages else []
        if self.apart and enclosed:
            files.append(self._apart(part, folder))
        return files

    def copies(self, part: Part, folder: str) -> list[Bound]:
        """The copies of a part's letters, a file for each sort of them."""
        letters = [item for item in part.items if item.paper.kind in LETTERS and not item.printed]
        if not letters:
            return []
        return [self._copies(part, letters, copy, f'{folder}{thai.digits(at)} ') for at, copy in enumerate(COPIES, 3)]

    def lists(self, part: Part, folder: str) -> list[Bound]:
        """The envelopes and label sheets of a part."""
        files = []
        for at, name, kind, papers in (
            (5, 'ซอง', 'envelopes', part.envelopes),
            (6, 'ป้ายจ่าหน้า', 'labels', part.labels),
        ):
            if papers:
                files.append(self._joined(name, papers, f'{folder}{thai.digits(at)} {name}.pdf', kind, part))
        return files

    def register(self, parts: Sequence[Part], name: str) -> list[Bound]:
        """The control register, one part's pages after another's."""
        papers = [paper for part in parts for paper in part.register]
        return [self._joined(name, papers, f'๗ {name}.pdf', 'register', None)] if papers else []

    def archive(self, items: Sequence[Item], folder: str) -> list[Bound]:
        """A ZIP of letters: a PDF each with the enclosures that are its own, and those that are for all of them once."""
        shared = _shared(items)
        subsets = self._subsets(items, shared)
        key = _key(folder)
        waiting = self.staging.folder / f'{key}.part'
        width = len(str(len(items)))
        with zipfile.ZipFile(waiting, 'w', zipfile.ZIP_STORED) as archive:
            for number, item in enumerate(items, 1):
                own = _own(item, shared)
                if not own:
                    continue
                binder = Binder(item.name, mend_font=subsets)
                for paper in own:
                    binder.add(binder.take(self.read(paper)))
                name = f'{thai.digits(str(number).zfill(width))} {safe(item.name)} - หนังสือ.pdf'
                _write(archive, f'{folder}/{name}', binder.save())
            for paper in shared.values():
                binder = Binder(paper.mark, mend_font=subsets)
                binder.add(binder.take(self.read(paper)))
                _write(archive, f'{folder}/{safe(paper.mark)}.pdf', binder.save())
        waiting.replace(self.staging.folder / key)
        return [Bound(self._product(f'{folder}.zip', key, 'archive', None), 'archive', 0)]

    def mail(self, items: Sequence[Item], width: int) -> list[Bound]:
        """A PDF a letter with all that it encloses, as it goes out by e-mail."""
        subsets = self._subsets(items, _shared(items))
        files = []
        for item in items:
            binder = Binder(item.name, mend_font=subsets)
            for paper in item.papers:
                start = binder.add(binder.take(self.read(paper)))
                if paper.mark:
                    binder.bookmark(paper.mark, start)
            name = f'{thai.digits(str(item.order).zfill(width))} {safe(item.name)}.pdf'
            bound = self.keep(name, 'mail', binder.save(), binder.pages)
            files.append(replace(bound, first=item.order, last=item.order))
        return files

    def keep(self, file: str, kind: str, data: bytes, pages: int | None = None) -> Bound:
        """Puts a file that is made elsewhere (a workbook, the cover) among those of the package."""
        key = _key(file)
        write_whole(self.staging.folder / key, data)
        return Bound(self._product(file, key, kind, pages), kind, sheets=pages or 0)

    def _subsets(self, items: Sequence[Item], shared: dict[str, Paper]) -> Subsets:
        """The fonts of what letters need, each paper looked at once."""
        subsets = Subsets()
        for paper in [*(paper for item in items for paper in _own(item, shared)), *shared.values()]:
            subsets.look(self.read(paper))
        return subsets

    def _apart(self, part: Part, folder: str) -> Bound:
        binder, taken = Binder('สิ่งที่ส่งมาด้วย', both_sides=self._both_sides(part, with_enclosures=True)), Taken()
        for item in part.items:
            self._add(binder, taken, item, item.enclosures)
        return self._bound(binder, f'{folder}๒ สิ่งที่ส่งมาด้วย.pdf', 'enclosures', part)

    def _add(self, binder: Binder, taken: Taken, item: Item, papers: Iterable[Paper]) -> None:
        """Adds papers of one letter: a bookmark with its name at the first, one under it at each that is marked."""
        for number, paper in enumerate(papers):
            start = binder.add(taken.source(binder, paper, self.read), one_sided=paper.kind not in self.duplex)
            if number == 0:
                binder.bookmark(f'{thai.digits(item.order)} {item.name}', start)
            if paper.mark:
                binder.bookmark(paper.mark, start, 1)

    def _both_sides(self, part: Part, *, with_enclosures: bool) -> bool:
        """Whether anything in a file is to be printed on both sides: then all of it goes through the printer so."""
        papers = [item.paper for item in part.items]
        if with_enclosures:
            papers += [paper for item in part.items for paper in item.enclosures]
        return any(paper.kind in self.duplex for paper in papers)

    def _copies(self, part: Part, letters: Sequence[Item], copy: Copy, before: str) -> Bound:
        binder = Binder(copy.file)
        other, last = binder.take(self.marks[copy.key]).sheets
        marks = Source((other,)), Source((last,))
        for item in letters:
            start = binder.add(binder.take(self.read(item.paper)), over=marks)
            binder.bookmark(f'{thai.digits(item.order)} {item.name}', start)
        return self._bound(binder, f'{before}{copy.file}.pdf', copy.key, part)

    def _joined(self, title: str, papers: Iterable[Paper], file: str, kind: str, part: Part | None) -> Bound:
        binder = Binder(title)
        for paper in papers:
            binder.add(binder.take(self.read(paper)))
        return self._bound(binder, file, kind, part)

    def _bound(self, binder: Binder, file: str, kind: str, part: Part | None) -> Bound:
        key = _key(file)
        write_whole(self.staging.folder / key, binder.save())
        first, last = (part.items[0].order, part.items[-1].order) if part else (0, 0)
        product = self._product(file, key, kind, binder.pages)
        return Bound(product, kind, 2 if binder.both_sides else 1, binder.sheets, first, last)

    def _product(self, file: str, key: str, kind: str, pages: int | None) -> Product:
        with (self.staging.folder / key).open('rb') as stream:
            digest = hashlib.file_digest(stream, 'sha256').hexdigest()
        return Product(file=file, kind=kind, recipient='', pages=pages, words='', sha256=digest, sources=(), key=key)


class Taken:
    """Papers that a binder has taken in already: an enclosure that goes with many letters is read once."""

    def __init__(self) -> None:
        """Nothing yet."""
        self._sources: dict[str, Source] = {}

    def source(self, binder: Binder, paper: Paper, read: Read) -> Source:
        """A paper in a binder; one that is a recipient's own comes once and is not remembered."""
        if paper.recipient is not None:
            return binder.take(read(paper))
        if paper.path not in self._sources:
            self._sources[paper.path] = binder.take(read(paper))
        return self._sources[paper.path]


def safe(name: str) -> str:
    """A name as a file's, on every system; a long one is cut between letters, never before a mark that stands on one."""
    whole = ' '.join(_UNSAFE.sub(' ', name).split()).strip('.') or '-'
    if len(whole.encode()) <= NAME_BYTES:
        return whole
    end = len(whole.encode()[: NAME_BYTES - len('…'.encode())].decode(errors='ignore'))
    while end and unicodedata.category(whole[end]) == 'Mn':
        end -= 1
    return f'{whole[:end].rstrip()}…'


def _shared(items: Sequence[Item]) -> dict[str, Paper]:
    """Enclosures that are no recipient's own, in the order in which letters name them."""
    return {paper.path: paper for item in items for paper in item.enclosures if paper.recipient is None}


def _own(item: Item, shared: dict[str, Paper]) -> list[Paper]:
    letter = () if item.printed else (item.paper,)
    return [*letter, *(paper for paper in item.enclosures if paper.path not in shared)]


def _key(file: str) -> str:
    return f'bound-{hashlib.sha256(file.encode()).hexdigest()[:32]}'


def _write(archive: zipfile.ZipFile, name: str, data: bytes) -> None:
    """A file of a ZIP: name in UTF-8, fixed time and system; a PDF is packed in itself."""
    entry = zipfile.ZipInfo(name, EPOCH)
    entry.create_system = 0
    archive.writestr(entry, data)
