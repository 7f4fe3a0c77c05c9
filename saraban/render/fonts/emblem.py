"""The emblem (garuda) at its two heights, or an agency's own in its place.

The shipped emblem is a glyph of a font with that one glyph, written as ครุฑ: drawn in a fraction of the time that a picture takes,
and its text reads ครุฑ. The small one has fewer and thicker lines. A DOCX takes the pictures.
"""

from __future__ import annotations

import base64
import io
import re
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from xml.etree import ElementTree as ET

from saraban.render.fonts.errors import Fault

EMBLEM_TEXT = 'ครุฑ'
"""What is written, in the emblem's family, to draw it; its height is the font size."""
_SVG, _PNG = 'image/svg+xml', 'image/png'
_PNG_SIGNATURE = b'\x89PNG\r\n\x1a\n'
_SUFFIXES = {'.svg': _SVG, '.png': _PNG}


class EmblemSize(StrEnum):
    """The two heights that the rules know: 3 cm on a letter, 1.5 cm on a memo."""

    LARGE = 'large'
    SMALL = 'small'


_SHIPPED = {
    EmblemSize.LARGE: ('Saraban Emblem', 'SarabanEmblem.ttf', 'emblem.png'),
    EmblemSize.SMALL: ('Saraban Emblem Small', 'SarabanEmblemSmall.ttf', 'emblem-small.png'),
}
_OWN = {EmblemSize.LARGE: ('agency',), EmblemSize.SMALL: ('agency-small', 'agency')}


@dataclass(frozen=True)
class Emblem:
    """One emblem at one height: a glyph of a font if ``font`` is given, else a picture."""

    family: str
    """CSS family of ``font``; empty without one."""
    font: bytes | None
    image: bytes
    media_type: str
    """Of ``image``: ``image/png`` or ``image/svg+xml``."""

    def data_uri(self) -> str:
        """The picture as a ``data:`` URI, for a PDF."""
        return f'data:{self.media_type};base64,{base64.b64encode(self.image).decode()}'

    def png(self, height_cm: float, dpi: int = 600) -> bytes:
        """The picture as PNG, for a DOCX; an SVG is drawn at ``dpi`` dots an inch for its height on paper."""
        return _draw(self.image, height_cm, dpi) if self.media_type == _SVG else self.image


def load_emblems(folder: Path, faults: list[Fault]) -> tuple[dict[EmblemSize, Emblem], tuple[Path, ...]]:
    """The emblem at both heights and the files read. ``agency.svg`` or ``agency.png`` replaces the shipped one.

    ``agency-small.svg`` or ``.png`` replaces the small one alone, for those who have a bolder drawing for it.
    """
    emblems, paths = {}, []
    for size in EmblemSize:
        own = next((path for stem in _OWN[size] if (path := _own_picture(folder, stem, faults))), None)
        if own:
            emblems[size] = Emblem('', None, _picture(own, faults), _SUFFIXES[own.suffix])
            paths.append(own)
        else:
            family, font, picture = _SHIPPED[size]
            emblems[size] = Emblem(family, _read(folder / font, faults), _read(folder / picture, faults), _PNG)
            paths += [folder / font, folder / picture]
    return emblems, tuple(dict.fromkeys(paths))


def _own_picture(folder: Path, stem: str, faults: list[Fault]) -> Path | None:
    found = [path for suffix in _SUFFIXES if (path := folder / f'{stem}{suffix}').exists()]
    for other in found[1:]:
        _add(faults, Fault(other, 'two-emblems', found[0].name))
    return found[0] if found else None


def _read(path: Path, faults: list[Fault]) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        _add(faults, Fault(path, 'unreadable', error.strerror or str(error)))
        return b''


def _add(faults: list[Fault], fault: Fault) -> None:
    """Add a fault once: one file can serve both heights."""
    if fault not in faults:
        faults.append(fault)


def _picture(path: Path, faults: list[Fault]) -> bytes:
    data = _read(path, faults)
    wrong = _wrong_png(data) if path.suffix == '.png' else _wrong_svg(data)
    if data and wrong:
        _add(faults, Fault(path, 'not-a-picture', wrong))
    return data


def _wrong_png(data: bytes) -> str:
    return '' if data.startswith(_PNG_SIGNATURE) else 'no PNG signature'


def _wrong_svg(data: bytes) -> str:
    try:
        root = ET.fromstring(data)
    except ET.ParseError as error:
        return str(error)
    if root.tag.rpartition('}')[2] != 'svg':
        return f'its root is {root.tag}'
    return '' if _ratio(root) else 'neither viewBox nor width and height'


def _draw(svg: bytes, height_cm: float, dpi: int) -> bytes:
    """Draw an SVG in grey levels as WeasyPrint does in the PDF; nothing is fetched from outside it."""
    import pypdfium2  # noqa: PLC0415 - slow to import, and needed for an agency's SVG alone
    from weasyprint import HTML  # noqa: PLC0415
    from weasyprint.urls import URLFetcher  # noqa: PLC0415

    width_cm = height_cm * _ratio(ET.fromstring(svg))
    size = f'{width_cm}cm {height_cm}cm'
    style = f'@page{{size:{size};margin:0}}body{{margin:0}}img{{display:block;width:100%;height:{height_cm}cm}}'
    html = f'<style>{style}</style><img src="data:{_SVG};base64,{base64.b64encode(svg).decode()}">'
    printed = HTML(string=html, url_fetcher=URLFetcher(allowed_protocols=('data',))).write_pdf()
    with pypdfium2.PdfDocument(printed) as pdf:
        picture = pdf[0].render(scale=dpi / 72, grayscale=True).to_pil()
    out = io.BytesIO()
    picture.save(out, 'PNG', optimize=True, dpi=(dpi, dpi))
    return out.getvalue()


def _ratio(svg: ET.Element) -> float:
    """Width by height, from the view box or else from the measures; 0 if the drawing gives neither."""
    box = svg.get('viewBox', '').replace(',', ' ').split()
    sides = box[2:4] if len(box) == 4 else [svg.get('width', ''), svg.get('height', '')]
    width, height = (float(number[0]) if (number := re.match(r'[0-9.]+', side)) else 0.0 for side in sides)
    return width / height if height else 0.0
