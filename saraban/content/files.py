"""Bytes as offices keep them, made into text: what is no file, too large, in another encoding or not writing at all.

What stops a file from being read is raised as a `FileFault`; the reader turns it into a finding with its place.
"""

from __future__ import annotations

import codecs
import re
import stat
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TypeAlias

Decoder: TypeAlias = Callable[[bytes], str]

LINE_END = re.compile(r'\r\n|\r|\n')
# What XML, and so a DOCX, cannot hold; further line ends that only some programs see; and half characters.
FORBIDDEN = re.compile('[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufffe\uffff]')
_LINE_BREAKS = '\x0b\x0c\x85\u2028\u2029'
_THAI_IN_UTF8 = re.compile(rb'\xe0[\xb8\xb9][\x80-\xbf]')
_THAI_MARK = '\u0e31\u0e34-\u0e3a\u0e47-\u0e4e'
_STRAY_MARK = re.compile(f'(?:^|[^\u0e01-\u0e2e{_THAI_MARK}])[{_THAI_MARK}]', re.MULTILINE)
_THAI = re.compile('[\u0e01-\u0e5b]')
_MAGIC = (b'PK\x03\x04', b'\xd0\xcf\x11\xe0', b'%PDF', b'\x89PNG', b'\xff\xd8\xff')
_BYTE_ORDER_MARKS = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


class FileFault(Exception):  # noqa: N818 it is a fault of the content, told as a finding
    """Why a file cannot be read: the rule that tells so, where (0 for nowhere), and the words of its message."""

    def __init__(self, rule: str, line: int = 0, column: int = 0, **values: object) -> None:
        """Takes the rule's name, its place and its values."""
        super().__init__(rule)
        self.rule = rule
        self.line = line
        self.column = column
        self.values = values


def read_bytes(path: Path, limit: int) -> bytes:
    """A regular file's bytes: never a pipe or a device, which could be read for ever.

    Raises:
        FileFault: there is no such file, it is none, or it is larger than the limit.
    """
    try:
        if not stat.S_ISREG(path.stat().st_mode):
            raise FileFault('not-a-file')
        with path.open('rb') as file:
            data = file.read(limit + 1)
            if len(data) > limit:
                size = max(path.stat().st_size, limit + 1)
                raise FileFault('file-too-large', size=-(-size // 1_000_000), limit=limit // 1_000_000)
    except FileNotFoundError:
        raise FileFault('file-missing') from None
    except OSError as error:
        raise FileFault('file-unreadable', detail=error.strerror or str(error)) from error
    return data


def decode_utf8(data: bytes) -> str:
    """UTF-8, with or without a byte order mark.

    Raises:
        FileFault: another encoding, or no text at all.
    """
    if data.startswith(_MAGIC):
        raise FileFault('not-text')
    try:
        return data.decode('utf-8-sig').lstrip('\ufeff')  # joined files have a mark each
    except UnicodeDecodeError as error:
        if _is_binary(data):
            raise FileFault('not-text') from None
        lines = lines_of(error.object[: error.start].decode())
        raise FileFault('not-utf8', len(lines), len(lines[-1]) + 1) from None


def decode_table(data: bytes) -> str:
    """A table as spreadsheets save it: UTF-8, UTF-16 with a byte order mark, or Windows-874 (TIS-620).

    Raises:
        FileFault: none of them.
    """
    if data.startswith(_BYTE_ORDER_MARKS):
        try:
            return data.decode('utf-16')
        except UnicodeDecodeError:
            raise FileFault('not-utf8', 1) from None
    try:
        return decode_utf8(data)
    except FileFault:
        if (text := _windows_874(data)) is not None:
            return text
        raise


def _windows_874(data: bytes) -> str | None:
    """Text of Windows-874, or None where it would be no Thai: UTF-8 with a broken byte, another code page, a picture."""
    high = len(data) - len(data.translate(None, bytes(range(0x80, 0x100))))
    if _is_binary(data) or 6 * len(_THAI_IN_UTF8.findall(data)) > high:
        return None
    try:
        text = data.decode('cp874')
    except UnicodeDecodeError:
        return None
    return None if 20 * len(_STRAY_MARK.findall(text)) > len(_THAI.findall(text)) else text


def _is_binary(data: bytes) -> bool:
    """A picture, a program, a Word or Excel file: bytes that no text has."""
    return data.startswith(_MAGIC) or (b'\0' in data[:4096] and not data.startswith(_BYTE_ORDER_MARKS))


def lines_of(text: str) -> list[str]:
    """A text's lines as every program counts them: Windows, Unix and old Mac line ends."""
    return LINE_END.split(text)


def line_ends(text: str, start: int, end: int) -> int:
    """How many line ends stand in a part of a text."""
    return text.count('\n', start, end) + text.count('\r', start, end) - text.count('\r\n', start, end)


def forbidden_characters(text: str) -> Iterator[tuple[int, int, str]]:
    """Line, column and character of each that no document can hold, the first of each line."""
    for number, line in enumerate(lines_of(text) if FORBIDDEN.search(text) else (), 1):
        if found := FORBIDDEN.search(line):
            yield number, found.start() + 1, found[0]


def forbidden_fault(character: str) -> tuple[str, dict[str, object]]:
    """The rule and values that tell of a forbidden character."""
    if character in _LINE_BREAKS:
        return 'hidden-line-break', {'code': f'U+{ord(character):04X}'}
    return 'control-character', {'code': f'U+{ord(character):04X}'}


def visible(text: str) -> str:
    """Text safe to show on a terminal: each character that could steer it is one replacement character."""
    return re.sub('[\x00-\x08\x0a-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ud800-\udfff\ufffe\uffff]', '\ufffd', text)
