"""Thai number words read back as numbers: หนึ่งแสนห้าหมื่นบาทถ้วน is 150,000 baht."""

from __future__ import annotations

import re

_FIGURES = {
    'ศูนย์': 0, 'หนึ่ง': 1, 'เอ็ด': 1, 'สอง': 2, 'ยี่': 2, 'สาม': 3, 'สี่': 4, 'ห้า': 5, 'หก': 6, 'เจ็ด': 7, 'แปด': 8, 'เก้า': 9,
}  # fmt: skip
_PLACES = {'สิบ': 10, 'ร้อย': 100, 'พัน': 1_000, 'หมื่น': 10_000, 'แสน': 100_000}
_WORD = re.compile('|'.join((*_FIGURES, *_PLACES, 'ล้าน')))


def read_number(words: str) -> int | None:
    """A whole number in words, or None where the words are none."""
    text = re.sub(r'\s', '', words)
    found = _WORD.findall(text)
    if not text or ''.join(found) != text:
        return None
    whole = part = 0
    figure: int | None = None
    for word in found:
        if word in _FIGURES:
            figure = _FIGURES[word]
        elif word in _PLACES:
            part += (1 if figure is None else figure) * _PLACES[word]
            figure = None
        else:
            whole = (whole + part + (figure or 0)) * 1_000_000
            part, figure = 0, None
    return whole + part + (figure or 0)


def read_baht(words: str) -> int | None:
    """An amount in words in satang, or None where the words are none."""
    text = re.sub(r'\s', '', words)
    match = re.fullmatch(r'(?:(.+?)บาท)?(?:ถ้วน|(.+?)สตางค์)?', text)
    if not match or not (match[1] or match[2]):
        return None
    baht = read_number(match[1]) if match[1] else 0
    satang = read_number(match[2]) if match[2] else 0
    return None if baht is None or satang is None else baht * 100 + satang
