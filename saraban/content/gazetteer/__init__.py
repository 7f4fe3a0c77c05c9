"""The gazetteer: Thailand's provinces with their codes and regions, and their districts. Facts, read at first need."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from rapidfuzz import process
from rapidfuzz.distance import Levenshtein

CAPITAL = 'กรุงเทพมหานคร'
CAPITAL_SHORT = ('กรุงเทพฯ', 'กรุงเทพ ฯ', 'กทม.')
REGIONS = ('ภาคเหนือ', 'ภาคกลาง', 'ภาคตะวันออกเฉียงเหนือ', 'ภาคตะวันออก', 'ภาคตะวันตก', 'ภาคใต้', 'ภาคอีสาน')
SHORT_NAME = 4
"""A name of so few letters (เลย, ตาก, แพร่) may be a part of other words: it counts only after what it is a name of."""
_FOLDER = Path(__file__).parent
_NEAR = 70  # how like a name must be, of 100, to be offered for a mistyped one


@dataclass(frozen=True, slots=True)
class Province:
    """A province (Bangkok among them): its ISO code, its names, the regions it is counted to, how its post codes begin."""

    code: str
    name: str
    english: str
    regions: tuple[str, ...]
    post: str


@cache
def provinces() -> dict[str, Province]:
    """Every province by its Thai name."""
    return {
        row['name']: Province(row['iso'], row['name'], row['english'], tuple(row['regions'].split()), row['post'])
        for row in _rows('provinces.csv')
    }


@cache
def by_code() -> dict[str, Province]:
    """Every province by its ISO code."""
    return {province.code: province for province in provinces().values()}


@cache
def districts() -> dict[str, frozenset[str]]:
    """The districts of each province's code; those of Bangkok as `เขตบางรัก`, others without อำเภอ."""
    found: dict[str, set[str]] = {}
    for row in _rows('districts.csv'):
        found.setdefault(row['province'], set()).add(row['district'])
    return {code: frozenset(names) for code, names in found.items()}


def capital_districts() -> frozenset[str]:
    """The fifty districts of Bangkok, each with เขต."""
    return districts()[provinces()[CAPITAL].code]


def nearest_name(name: str, known: Iterable[str]) -> str:
    """The known name that a mistyped one is most likely meant for; empty where none is near."""
    found = process.extractOne(name, list(known), scorer=Levenshtein.normalized_similarity, score_cutoff=_NEAR / 100)
    return found[0] if found else ''


def nearest_province(name: str) -> str:
    """The province that a mistyped name is most likely meant for; empty where none is near."""
    return nearest_name(name, provinces())


def joined_provinces(name: str) -> tuple[str, ...]:
    """The provinces that were written as one word (`พะเยาแพร่`); empty where it is not only province names."""
    match = _joined().fullmatch(name)
    return tuple(_one().findall(name)) if match else ()


def region_of(text: str) -> str:
    """The region that a round's region names (`ภาคเหนือ ๒`, `ภาคใต้ฝั่งอันดามัน`); empty where it names none."""
    for region in sorted(REGIONS, key=len, reverse=True):
        if re.match(rf'{region}(?=$|[\s\d๐-๙(]|ตอน|ฝั่ง|ชายแดน|และ)', text):
            return region
    return ''


@cache
def _one() -> re.Pattern[str]:
    return re.compile('|'.join(sorted(map(re.escape, provinces()), key=len, reverse=True)))


@cache
def _joined() -> re.Pattern[str]:
    return re.compile(rf'(?:{_one().pattern}){{2,}}')


def _rows(file: str) -> list[dict[str, str]]:
    """The rows of a table of ours: no cell of it holds a comma."""
    head, *lines = (_FOLDER / file).read_text('utf-8').splitlines()
    return [dict(zip(head.split(','), line.split(','), strict=True)) for line in lines]


@cache
def posts() -> tuple[str, ...]:
    """Posts and agencies of the administration, as they are rightly written."""
    lines = (_FOLDER / 'posts.txt').read_text('utf-8').splitlines()
    return tuple(line for line in lines if line and not line.startswith('#'))
