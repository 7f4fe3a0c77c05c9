"""A DOCX's parts, safely: what is no DOCX, locked, broken or swollen is told, and no entity is ever looked up."""

from __future__ import annotations

import zipfile
import zlib
from io import BytesIO
from pathlib import Path

from lxml import etree

from saraban.content.files import FileFault, read_bytes
from saraban.errors import ContentError, Finding, Place

FILE_LIMIT = 100_000_000  # bytes of a file; a paper of 100 pages has 1 MB
PART_LIMIT = 100_000_000  # bytes of a part once it is unpacked
_COMPOUND = b'\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1'  # Word's files before 2007, and any with a password
_LOCKED = 'EncryptedPackage'.encode('utf-16-le')
_ROOT = '_rels/.rels'
_MAIN = 'word/document.xml'

Element = etree._Element


def read_file(path: Path, shown: str) -> bytes:
    """A file's bytes.

    Raises:
        ContentError: it cannot be read, or is too large.
    """
    try:
        return read_bytes(path, FILE_LIMIT)
    except FileFault as fault:
        raise fault_of(fault.rule, shown, **fault.values) from None


def fault_of(rule: str, shown: str, **values: object) -> ContentError:
    """What is wrong with a file, as an error."""
    return ContentError([Finding(rule, Place(shown), values)])


class Package:
    """The parts of a DOCX."""

    def __init__(self, data: bytes, shown: str) -> None:
        """Takes a file's bytes and its name in messages.

        Raises:
            ContentError: it is no DOCX.
        """
        self._shown = shown
        if data.startswith(_COMPOUND):
            raise fault_of('docx-locked' if _LOCKED in data else 'docx-old', shown)
        try:
            self._zip = zipfile.ZipFile(BytesIO(data))
        except (zipfile.BadZipFile, ValueError, OSError):
            raise fault_of('docx-broken' if data.startswith(b'PK') else 'not-docx', shown) from None
        self._names = {name.lower(): name for name in self._zip.namelist()}
        self.main = self._main()

    def _main(self) -> str:
        root = self.part(_ROOT)
        for relation in root if root is not None else ():
            if relation.get('Type', '').endswith('/officeDocument'):
                target = relation.get('Target', '').lstrip('/')
                if target.lower() in self._names and 'word' in target.lower():
                    return target
        if _MAIN in self._names:
            return _MAIN
        raise fault_of('not-docx', self._shown)

    def beside(self, name: str) -> Element | None:
        """A part in the folder of the main one (`numbering.xml`), or None."""
        return self.part(f'{self.main.rpartition("/")[0]}/{name}'.lstrip('/'))

    def part(self, name: str) -> Element | None:
        """The root of a part, mended as far as a parser can; None where there is no such part.

        Raises:
            ContentError: it cannot be unpacked, is far too large, or holds no XML at all.
        """
        known = self._names.get(name.lower())
        if known is None:
            return None
        data = self._unpacked(known)
        parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, recover=True)
        try:
            root: Element | None = etree.fromstring(data, parser) if data.strip() else None
        except etree.XMLSyntaxError:
            root = None
        if root is None:
            raise fault_of('docx-broken', self._shown)
        return root

    def _unpacked(self, name: str) -> bytes:
        try:
            with self._zip.open(name) as part:
                data = part.read(PART_LIMIT + 1)
        except RuntimeError:  # a part of the ZIP itself has a password
            raise fault_of('docx-locked', self._shown) from None
        except (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError):
            raise fault_of('docx-broken', self._shown) from None
        if len(data) > PART_LIMIT:
            raise fault_of('docx-swollen', self._shown, limit=PART_LIMIT // 1_000_000)
        return data
