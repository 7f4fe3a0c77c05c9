"""The fonts that papers are set in: the shipped ones, or those that an agency puts beside them.

Everything that speaks to fontTools is in this package, and it is imported only when a font must be derived or read: with the
shipped files a run reads bytes and nothing else.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

from saraban.render.fonts.emblem import Emblem, EmblemSize, load_emblems
from saraban.render.fonts.errors import Fault, FontError

if TYPE_CHECKING:
    from saraban.render.fonts.facts import FontFacts

__all__ = ['FAMILY', 'Emblem', 'EmblemSize', 'FaceStyle', 'Fault', 'FontError', 'FontSet', 'glyph_texts', 'load_fonts']

FAMILY = 'Saraban Text'
"""The one family name of all text faces, whatever they are made from. A name with "TH Sarabun" in it would meet a rule of
fontconfig that shrinks such fonts to two thirds."""


class FaceStyle(StrEnum):
    """The four faces of a text family."""

    REGULAR = 'regular'
    BOLD = 'bold'
    ITALIC = 'italic'
    BOLD_ITALIC = 'bold-italic'


SHIPPED = {
    FaceStyle.REGULAR: 'SarabanText-Regular.ttf',
    FaceStyle.BOLD: 'SarabanText-Bold.ttf',
    FaceStyle.ITALIC: 'SarabanText-Italic.ttf',
    FaceStyle.BOLD_ITALIC: 'SarabanText-BoldItalic.ttf',
}
STYLE_NAMES = {
    FaceStyle.REGULAR: 'Regular',
    FaceStyle.BOLD: 'Bold',
    FaceStyle.ITALIC: 'Italic',
    FaceStyle.BOLD_ITALIC: 'Bold Italic',
}
_WEIGHTS = {False: 400, True: 700}
_SFNT = b'\x00\x01\x00\x00'  # what a TrueType file begins with


@dataclass(frozen=True)
class FontSet:
    """All fonts of a run."""

    family: str
    faces: Mapping[FaceStyle, bytes]
    """TrueType fonts, each ready to be embedded whole."""
    emblems: Mapping[EmblemSize, Emblem]
    sources: tuple[str, ...]
    """The files that were read, relative to the folder, with ``/``."""
    digest: str
    """SHA-256 of what the faces and emblems are, so also of how they are derived."""


@dataclass(frozen=True)
class _Candidate:
    path: Path
    data: bytes
    facts: FontFacts

    @property
    def style(self) -> FaceStyle:
        return {
            (False, False): FaceStyle.REGULAR,
            (True, False): FaceStyle.BOLD,
            (False, True): FaceStyle.ITALIC,
            (True, True): FaceStyle.BOLD_ITALIC,
        }[self.facts.bold, self.facts.italic]

    @property
    def distance(self) -> int:
        """How far its weight is from the one that its face asks for."""
        return abs(self.facts.weight - _WEIGHTS[self.facts.bold])


def load_fonts(folder: Path) -> FontSet:
    """Read the fonts and emblems of a folder.

    Any ``.ttf`` or ``.otf`` in it that is not a shipped file is an agency's: it takes the place of the shipped face of its
    style, derived in memory to TH SarabunPSK's measures; a style that the agency has no file for stays the shipped one.

    Raises:
        FontError: with every fault found.
    """
    faults: list[Fault] = []
    paths = {style: folder / name for style, name in SHIPPED.items()}
    own = _own_faces(folder, faults)
    faces = _derive(own, faults)
    paths |= {style: candidate.path for style, candidate in own.items()}
    for style in FaceStyle:
        if style not in own:
            faces[style] = _read_shipped(paths[style], faults)
    emblems, emblem_paths = load_emblems(folder / 'emblem', faults)
    if faults:
        raise FontError(faults)
    sources = tuple(path.relative_to(folder).as_posix() for path in (*paths.values(), *emblem_paths))
    faces = {style: faces[style] for style in FaceStyle}
    return FontSet(FAMILY, faces, emblems, sources, _digest(faces, emblems))


def glyph_texts(font_bytes: bytes) -> dict[int, str]:
    """The text that each glyph of a font stands for, by glyph id; see `saraban.render.fonts.texts`."""
    from saraban.render.fonts.texts import glyph_texts as read_texts  # noqa: PLC0415 - fontTools is slow to import

    return read_texts(font_bytes)


def letters_of(fonts: FontSet) -> frozenset[int]:
    """The code points that every face of the fonts has."""
    from fontTools.ttLib import TTFont  # noqa: PLC0415 - as above

    known = [TTFont(BytesIO(face), lazy=True).getBestCmap() for face in fonts.faces.values()]
    return frozenset(known[0]).intersection(*known[1:])


def _read(path: Path, faults: list[Fault]) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        faults.append(Fault(path, 'unreadable', error.strerror or str(error)))
        return b''


def _read_shipped(path: Path, faults: list[Fault]) -> bytes:
    """A shipped face as it is; a copy that went wrong is known by its first bytes."""
    before = len(faults)
    data = _read(path, faults)
    if len(faults) == before and not data.startswith(_SFNT):
        faults.append(Fault(path, 'not-a-font', 'no TrueType signature'))
    return data


def _own_faces(folder: Path, faults: list[Fault]) -> dict[FaceStyle, _Candidate]:
    """An agency's files by face. Of several weights the nearest to 400 and 700 is taken; two as near are a fault."""
    by_style: dict[FaceStyle, list[_Candidate]] = {}
    for path in _own_files(folder, faults):
        candidate = _candidate(path, faults)
        if candidate:
            by_style.setdefault(candidate.style, []).append(candidate)
    chosen = {}
    for style, candidates in by_style.items():
        nearest = min(candidate.distance for candidate in candidates)
        first, *rest = (candidate for candidate in candidates if candidate.distance == nearest)
        faults.extend(Fault(other.path, 'same-face', first.path.name) for other in rest)
        chosen[style] = first
    return chosen


def _own_files(folder: Path, faults: list[Fault]) -> Sequence[Path]:
    shipped = set(SHIPPED.values())
    try:
        names = sorted(folder.iterdir())
    except OSError as error:
        faults.append(Fault(folder, 'unreadable', error.strerror or str(error)))
        return ()
    return [path for path in names if path.suffix.lower() in {'.ttf', '.otf'} and path.name not in shipped]


def _candidate(path: Path, faults: list[Fault]) -> _Candidate | None:
    from saraban.render.fonts.facts import BROKEN, read_facts  # noqa: PLC0415 - fontTools is slow to import

    before = len(faults)
    data = _read(path, faults)
    if len(faults) > before:
        return None
    try:
        facts = read_facts(data)
    except BROKEN as error:
        faults.append(Fault(path, 'not-a-font', str(error)))
        return None
    if facts.missing:
        faults.append(Fault(path, 'no-thai', facts.missing))
        return None
    return _Candidate(path, data, facts)


def _derive(own: Mapping[FaceStyle, _Candidate], faults: list[Fault]) -> dict[FaceStyle, bytes]:
    """Derive an agency's faces, all enlarged or reduced alike: by the regular one, or the first that there is."""
    if not own:
        return {}
    from saraban.render.fonts.derive import KO_KAI_EM, derive_face  # noqa: PLC0415 - fontTools is slow to import
    from saraban.render.fonts.facts import BROKEN  # noqa: PLC0415

    first = next(own[style] for style in FaceStyle if style in own)
    faces = {}
    for style, candidate in own.items():
        try:
            faces[style] = derive_face(candidate.data, enlarge=first.facts.ko_kai / KO_KAI_EM, names=face_names(style))
        except BROKEN as error:
            faults.append(Fault(candidate.path, 'not-a-font', str(error)))
    return faces


def face_names(style: FaceStyle) -> dict[int, str]:
    """Entries of the name table by number: family, style, unique name, full name, PostScript name."""
    name = STYLE_NAMES[style]
    compact = f'{FAMILY.replace(" ", "")}-{name.replace(" ", "")}'
    return {1: FAMILY, 2: name, 3: compact, 4: f'{FAMILY} {name}', 6: compact}


def _digest(faces: Mapping[FaceStyle, bytes], emblems: Mapping[EmblemSize, Emblem]) -> str:
    digest = hashlib.sha256()
    for part in (
        *faces.values(),
        *(part for emblem in emblems.values() for part in (emblem.font or b'', emblem.image)),
    ):
        digest.update(hashlib.sha256(part).digest())
    return digest.hexdigest()
