"""The marks that tell a copy from the original, laid over the letter's own pages.

The rules of สารบรรณ (ข้อ ๓๐) want a copy for the file (สำเนาคู่ฉบับ), on which those who drafted, typed and checked the letter
put their initials at the right of its foot, and one for the central register.
"""

from __future__ import annotations

from dataclasses import dataclass

from saraban.views.blocks import Furniture, Title, View


@dataclass(frozen=True, slots=True)
class Copy:
    """A copy of each letter: its mark, the name of the file that holds it, who puts initials on it."""

    key: str
    mark: str
    file: str
    initials: tuple[str, ...] = ()


COPIES = (
    Copy('file-copy', 'สำเนาคู่ฉบับ', 'สำเนาคู่ฉบับ', ('ร่าง', 'พิมพ์', 'ตรวจ')),
    Copy('register-copy', 'สำเนา', 'สำเนาสำหรับสารบรรณกลาง'),
)


def mark_view(copy: Copy) -> View:
    """Two pages that hold nothing but the mark: one for every page but the last, one with the initials for that."""
    pages = (Title('other', ()), Title('last', (), new_page=True))
    furniture = Furniture(page_numbers=False, copy=copy.mark, initials=copy.initials)
    return View('copy', f'copies/{copy.key}', 'letter', copy.mark, pages, furniture=furniture)
