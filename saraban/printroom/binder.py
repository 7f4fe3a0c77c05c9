"""Finished PDFs bound into one file in print order, what they have in common stored once.

pikepdf's own page copying keeps a font for every letter; here every object is told by its content, so that fonts, the
emblem and the pages of an enclosure that goes with five hundred letters stand in the file once. Pages' content is taken
byte for byte: text layer, ActualText and artifact marks stay as they were.
"""

from __future__ import annotations

import hashlib
import re
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from io import BytesIO
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name, OutlineItem, Stream

PAGE_KEYS = ('/MediaBox', '/TrimBox', '/BleedBox', '/CropBox', '/Rotate')
LANGUAGE = 'th'
FRONT, BOTH = '/Simplex', '/DuplexFlipLongEdge'
_REFERENCE = re.compile(rb'(?<![\d.])(\d+) (\d+) R\b')
Mend = Callable[[bytes], tuple[bytes, int]]
"""Gives for a font's bytes those of a smaller one, packed, and their number unpacked."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """A page that can be put into a file any number of times: its sizes, its content, its resources, its links."""

    sizes: dict[str, Any]
    content: Any
    resources: Any
    links: tuple[Any, ...]


@dataclass(frozen=True, slots=True)
class Source:
    """A finished PDF taken into a binder."""

    sheets: tuple[Sheet, ...]


class _Origin:
    """A PDF that is taken in: what its objects are told by, whatever their numbers are in it."""

    def __init__(self, pdf: pikepdf.Pdf) -> None:
        self._pdf = pdf
        self._digests: dict[tuple[int, int], bytes] = {}

    def told(self, part: Any) -> tuple[bytes, bytes]:
        """An object as it is written, and a digest of it and of all that it refers to."""
        if isinstance(part, Stream):
            text = part.stream_dict.unparse(resolved=True)
            content = part.read_raw_bytes()
        else:
            text, content = part.unparse(resolved=True), b''
        whole = _REFERENCE.sub(self._digest_of, text) if b' R' in text else text
        return text, hashlib.sha256(whole + content).digest()

    def _digest_of(self, reference: re.Match[bytes]) -> bytes:
        key = int(reference[1]), int(reference[2])
        if key not in self._digests:
            self._digests[key] = self.told(self._pdf.get_object(key))[1].hex().encode()
        return self._digests[key]


class Binder:
    """One file to print. In a file for both sides each paper starts on a fresh sheet, and a one-sided one leaves backs blank."""

    def __init__(self, title: str, *, both_sides: bool = False, mend_font: Mend | None = None) -> None:
        """Takes the file's title, whether sheets are printed on both sides, and what makes fonts' bytes smaller."""
        self._pdf = pikepdf.new()
        self._title = title
        self.both_sides = both_sides
        self._mend_font = mend_font
        self._known: dict[bytes, Any] = {}
        self._adopted: dict[bytes, Any] = {}
        self._bookmarks: list[tuple[int, str, int]] = []
        self._open = self._stream(b'q')
        self._close = self._stream(b'Q')

    @property
    def pages(self) -> int:
        """How many pages there are so far, blank ones included."""
        return len(self._pdf.pages)

    @property
    def sheets(self) -> int:
        """How many sheets of paper they take."""
        return (self.pages + 1) // 2 if self.both_sides else self.pages

    def take(self, data: bytes) -> Source:
        """Takes a finished PDF in, to be added once or many times."""
        with pikepdf.open(BytesIO(data)) as pdf:
            origin = _Origin(pdf)
            return Source(tuple(self._sheet(page, origin) for page in pdf.pages))

    def add(self, source: Source, *, one_sided: bool = False, over: tuple[Source, ...] = ()) -> int:
        """Adds a paper; gives its first page's place from 0.

        `over` are marks laid over its pages: of one page each, the first of them on all pages but the last, the second on that.
        """
        if self.both_sides and self.pages % 2:
            self._blank()
        start = self.pages
        for number, sheet in enumerate(source.sheets, 1):
            mark = over[number == len(source.sheets)].sheets[0] if over else None
            self._page(sheet, mark)
            if self.both_sides and one_sided:
                self._blank()
        return start

    def bookmark(self, words: str, page: int, level: int = 0) -> None:
        """Names a page in the file's outline, under the last one of the level above."""
        self._bookmarks.append((level, words, page))

    def save(self) -> bytes:
        """The file: the same papers give the same bytes."""
        pdf = self._pdf
        pdf.Root.Lang = LANGUAGE
        sides = BOTH if self.both_sides else FRONT
        pdf.Root.ViewerPreferences = Dictionary(Duplex=Name(sides), PrintScaling=Name('/None'))
        pdf.docinfo['/Title'] = self._title
        self._write_outline()
        buffer = BytesIO()
        mode = pikepdf.ObjectStreamMode.generate
        pdf.save(buffer, object_stream_mode=mode, deterministic_id=True, compress_streams=True, recompress_flate=False)
        return buffer.getvalue()

    def _write_outline(self) -> None:
        with self._pdf.open_outline() as outline:
            parents: list[OutlineItem] = []
            for level, words, page in self._bookmarks:
                item = OutlineItem(words, page)
                del parents[level:]
                (parents[-1].children if parents else outline.root).append(item)
                item.is_closed = True
                parents.append(item)

    def _blank(self) -> None:
        last = self._pdf.pages[-1].obj
        page = Dictionary(Type=Name.Page, MediaBox=last.MediaBox, Resources=Dictionary())
        self._pdf.pages.append(pikepdf.Page(self._pdf.make_indirect(page)))

    def _page(self, sheet: Sheet, mark: Sheet | None) -> None:
        page = Dictionary(Type=Name.Page, Contents=sheet.content, Resources=sheet.resources, **_named(sheet.sizes))
        if sheet.links:
            page.Annots = Array(list(sheet.links))
        if mark is not None:
            page.Contents, page.Resources = self._marked(sheet, mark)
        self._pdf.pages.append(pikepdf.Page(self._pdf.make_indirect(page)))

    def _marked(self, sheet: Sheet, mark: Sheet) -> tuple[Any, Any]:
        """A page's content with a mark painted over it; the mark is a drawing of its own, stored once."""
        box = mark.sizes['/MediaBox']
        form = Dictionary(Type=Name.XObject, Subtype=Name.Form, BBox=box, Resources=mark.resources)
        drawing = self._once(form, mark.content.read_bytes())
        resources = Dictionary(dict(sheet.resources.items()))
        resources.XObject = Dictionary({**dict(resources.get('/XObject', Dictionary()).items()), '/Mark': drawing})
        content = Array([self._open, sheet.content, self._close, self._stream(b'/Mark Do')])
        return content, self._once(resources)

    def _stream(self, data: bytes) -> Any:
        return self._once(Dictionary(), data)

    def _sheet(self, page: Any, origin: _Origin) -> Sheet:
        sizes = {key: self._adopt(page.obj[key], origin) for key in PAGE_KEYS if key in page.obj}
        page.contents_coalesce()
        links = tuple(self._links(page.obj, origin))
        resources = self._adopt(page.obj.get('/Resources', Dictionary()), origin)
        return Sheet(sizes, self._adopt(page.obj.Contents, origin), resources, links)

    def _links(self, page: Any, origin: _Origin) -> Iterator[Any]:
        """A page's links to addresses; one to a place in the paper itself would need the place, and papers have none."""
        for link in page.get('/Annots', []):
            if link.get('/Subtype') == Name.Link and '/URI' in link.get('/A', Dictionary()):
                kept = {key: link[key] for key in ('/Type', '/Subtype', '/Rect', '/Border', '/A') if key in link}
                yield self._adopt(Dictionary(kept), origin)

    def _adopt(self, part: Any, source: _Origin) -> Any:
        """A part of a source as it stands in this file: one that is here already where there is an equal one."""
        if not isinstance(part, pikepdf.Object):
            return part
        text, told = source.told(part)
        if part.is_indirect and told in self._adopted:
            return self._adopted[told]
        if isinstance(part, Stream):
            values = {name: self._adopt(value, source) for name, value in part.items() if name != '/Length'}
            made = self._once(Dictionary(values), part.read_raw_bytes())
        elif _REFERENCE.search(text) is None:
            made = pikepdf.Object.parse(text)
        elif isinstance(part, Dictionary):
            made = Dictionary({name: self._adopt(value, source) for name, value in part.items()})
        else:
            made = Array([self._adopt(value, source) for value in part])
        if part.is_indirect:
            made = made if made.is_indirect else self._once(made)
            self._adopted[told] = made
        return made

    def _once(self, values: Any, data: bytes | None = None) -> Any:
        """An object of this file with these values (and this content), made at the first time that it is asked for."""
        told = hashlib.sha256(values.unparse(resolved=True) + (b'' if data is None else b'\0' + data)).digest()
        if told not in self._known:
            self._known[told] = self._made(values, data)
        return self._known[told]

    def _made(self, values: Any, data: bytes | None) -> Any:
        if data is None:
            return self._pdf.make_indirect(values)
        stream = Stream(self._pdf, data)
        if '/Length1' in values and self._mend_font is not None:
            packed, length = self._mend_font(_unpacked(values, data))
            stream.write(packed, filter=Name.FlateDecode)
            stream.Length1 = length
            return self._pdf.make_indirect(stream)
        packing = values.get('/Filter')
        if packing is not None:
            stream.write(data, filter=packing, decode_parms=values.get('/DecodeParms'))
        for name, value in values.items():
            if name not in {'/Filter', '/DecodeParms', '/Length'}:
                stream[name] = value
        return self._pdf.make_indirect(stream)


def _unpacked(values: Any, data: bytes) -> bytes:
    return zlib.decompress(data) if values.get('/Filter') == Name.FlateDecode else data


def _named(sizes: dict[str, Any]) -> dict[str, Any]:
    return {key.lstrip('/'): value for key, value in sizes.items()}
