"""Make the emblem from the national emblem in colour, dist/coats/TH.svg of the npm package coat-of-arms 6.4.0.

For maintainers, by hand:

    npm pack coat-of-arms@6.4.0 && tar xzf coat-of-arms-6.4.0.tgz
    python fonts/make_emblem.py package/dist/coats/TH.svg [--into FOLDER]

Needs potrace (Debian package potrace). The drawing's dark lines are kept, thickened where there is room between them and traced
into one path: once for 3 cm, and once, without the barbs of the feathers and with thicker lines, for 1.5 cm. Each path becomes a
glyph, an SVG and a PNG.
"""

from __future__ import annotations

import argparse
import io
import re
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple
from urllib.parse import quote

import pypdfium2
from fontTools.fontBuilder import FontBuilder
from fontTools.pens.cu2quPen import Cu2QuPen
from fontTools.pens.transformPen import TransformPen
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.svgLib.path.parser import parse_path
from PIL import Image, ImageChops, ImageFilter
from weasyprint import HTML

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent))  # the script is run from a checkout, not installed

from saraban.render.fonts.emblem import EMBLEM_TEXT, Emblem  # noqa: E402
from saraban.render.fonts.gsub import GsubWriter  # noqa: E402

FRAME = (112, 119)
"""The drawing's width and height with a margin of 3 around it, in its own units."""
SCALE = 30
"""Pixels a unit at which the drawing is rendered: a pixel is 0.009 mm at 3 cm."""
DARK = 60
"""Luminance (of 255) under which a pixel belongs to a line; the navy cloth does too, and stays a dark field."""
BARB = re.compile(r'<path(?=[^>]*text-indent)(?![^>]* fill=)[^>]*/>')
"""Barbs of the feathers and other strokes drawn as areas: too fine for 1.5 cm."""
GRAIN = 4
"""Steps a pixel in which potrace writes positions."""
UNITS_PER_EM = 2000
EPOCH = 3849984000
"""2026-01-01 in seconds since 1904: a fixed date, so that the same drawing gives the same bytes."""


class Size(NamedTuple):
    """How one of the two emblems is made."""

    family: str
    font: str
    stem: str
    height_cm: float
    barbs: bool
    thicken: int
    """By how many rendered pixels a line grows on each side, where there is room."""
    traced: int
    """Height in pixels at which it is traced: 1,100 dots an inch at 3 cm, 1,860 at 1.5 cm."""
    speck: int
    """Black or white specks up to so many traced pixels are left out."""
    dpi: int
    """Of the picture."""


SIZES = (
    Size('Saraban Emblem', 'SarabanEmblem.ttf', 'emblem', 3.0, True, 4, 1300, 6, 600),
    Size('Saraban Emblem Small', 'SarabanEmblemSmall.ttf', 'emblem-small', 1.5, False, 6, 1100, 20, 1200),
)


class Outline(NamedTuple):
    """A traced path: SVG path data with y upwards, in ``GRAIN`` steps a pixel, and the traced picture's size in pixels."""

    path: str
    width: int
    height: int


def lines_of(drawing: str) -> Image.Image:
    """The dark lines of an SVG, black on white."""
    width, height = FRAME
    framed = re.sub(r'<svg [^>]*?(?=xmlns)', f'<svg viewBox="-3 -3 {width} {height}" ', drawing, count=1)
    style = f'@page{{size:{width}px {height}px;margin:0}}body{{margin:0}}img{{display:block;width:{width}px}}'
    printed = HTML(string=f'<style>{style}</style><img src="data:image/svg+xml,{quote(framed)}">').write_pdf()
    with pypdfium2.PdfDocument(printed) as pdf:
        drawn = pdf[0].render(scale=SCALE / 0.75).to_pil().convert('L')
    return drawn.point(lambda level: 0 if level < DARK else 255)


def grow_black(picture: Image.Image, radius: int) -> Image.Image:
    """Grow the black by a radius, with an octagon for a disc."""
    for step in range(radius):
        if step % 2:
            picture = picture.filter(ImageFilter.MinFilter(3))
            continue
        grown = picture
        for dx, dy in ((1, 0), (-1, 0), (0, 1), (0, -1)):
            grown = ImageChops.darker(grown, ImageChops.offset(picture, dx, dy))
        picture = grown
    return picture


def thicken(picture: Image.Image, radius: int) -> Image.Image:
    """Grow the black by a radius, and by less where a white area would be closed: detail stays, and no blobs grow."""
    white = Image.new('L', picture.size, 0)
    narrow = picture
    while True:
        grown = grow_black(picture, radius)
        white = ImageChops.lighter(white, ImageChops.darker(grown, narrow))
        if radius == 0:
            return white
        kept = ImageChops.invert(grow_black(ImageChops.invert(grown), radius))
        narrow = ImageChops.darker(narrow, ImageChops.invert(kept))
        radius //= 2


def line_drawing(drawing: str, size: Size) -> Image.Image:
    """The emblem in black and white, cut to its edges, as high as it is traced."""
    outlines = thicken(lines_of(BARB.sub('', drawing)), size.thicken)
    lines = ImageChops.darker(outlines, lines_of(drawing)) if size.barbs else outlines
    lines = lines.crop(ImageChops.invert(lines).getbbox())
    width = round(lines.width * size.traced / lines.height)
    return lines.resize((width, size.traced), Image.Resampling.BOX).point(lambda level: 255 if level > 127 else 0)


def trace(lines: Image.Image, speck: int) -> Outline:
    """Trace a black and white picture with potrace into one path."""
    bitmap = io.BytesIO()
    lines.convert('1').save(bitmap, 'PPM')
    command = [
        'potrace',
        '--svg',
        '--flat',
        '-t',
        str(speck),
        '-O',
        '0.8',
        '-a',
        '1.1',
        '-u',
        str(GRAIN),
        '-',
        '-o',
        '-',
    ]
    traced = subprocess.run(command, input=bitmap.getvalue(), capture_output=True, check=True).stdout.decode()
    (path,) = re.findall(r'<path d="([^"]*)"', traced)
    return Outline(' '.join(path.split()), lines.width, lines.height)


def svg_of(outline: Outline, height_cm: float) -> str:
    """The path as an SVG of the emblem's size on paper."""
    height = height_cm * 10
    width = round(height * outline.width / outline.height, 3)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}mm" height="{height:g}mm" '
        f'viewBox="0 0 {outline.width} {outline.height}">\n<title>{EMBLEM_TEXT}</title>\n'
        f'<path transform="translate(0,{outline.height}) scale({1 / GRAIN},-{1 / GRAIN})" d="{outline.path}"/>\n</svg>\n'
    )


def png_of(svg: str, size: Size) -> bytes:
    """The emblem in sixteen greys."""
    grey = Image.open(io.BytesIO(Emblem('', None, svg.encode(), 'image/svg+xml').png(size.height_cm, size.dpi)))
    levels = grey.point(lambda level: round(level / 17)).convert('P')
    levels.putpalette([level * 17 for level in range(16) for _ in 'rgb'])
    out = io.BytesIO()
    levels.save(out, 'PNG', bits=4, optimize=True, dpi=(size.dpi, size.dpi))
    return out.getvalue()


def font_of(outline: Outline, family: str) -> bytes:
    """A font in which ครุฑ is the emblem, exactly one em high; its letters alone have no ink."""
    pen = TTGlyphPen(None)
    scale = UNITS_PER_EM / outline.height / GRAIN
    quadratic = Cu2QuPen(pen, max_err=0.5, reverse_direction=True)
    parse_path(outline.path, TransformPen(quadratic, (scale, 0, 0, scale, 0, 0)))
    letters = [f'uni{ord(letter):04X}' for letter in EMBLEM_TEXT]
    order = ['.notdef', *letters, 'emblem']
    emblem, empty = pen.glyph(), TTGlyphPen(None).glyph()
    width = round(UNITS_PER_EM * outline.width / outline.height)
    builder = FontBuilder(UNITS_PER_EM, isTTF=True)
    builder.setupGlyphOrder(order)
    builder.setupCharacterMap({ord(letter): name for letter, name in zip(EMBLEM_TEXT, letters, strict=True)})
    builder.setupGlyf({name: emblem if name == 'emblem' else empty for name in order})
    emblem.recalcBounds(builder.font['glyf'])
    builder.setupHorizontalMetrics({name: (width, emblem.xMin) if name == 'emblem' else (0, 0) for name in order})
    builder.setupHorizontalHeader(ascent=UNITS_PER_EM, descent=0)
    builder.setupNameTable({'familyName': family, 'styleName': 'Regular', 'psName': family.replace(' ', '')})
    lines = {'sTypoAscender': UNITS_PER_EM, 'sTypoDescender': 0, 'sTypoLineGap': 0}
    builder.setupOS2(**lines, usWinAscent=UNITS_PER_EM, usWinDescent=0)
    builder.setupPost(keepGlyphNames=False)
    gsub = GsubWriter(builder.font.getReverseGlyphMap())
    gsub.always(gsub.ligature({tuple(letters): 'emblem'}))
    builder.font['GSUB'] = gsub.table(('DFLT', 'thai'))
    builder.updateHead(created=EPOCH, modified=EPOCH)
    builder.font.recalcTimestamp = False
    out = io.BytesIO()
    builder.save(out)
    return out.getvalue()


def main() -> None:
    """Write fonts and pictures into a folder."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('drawing', type=Path, help='the national emblem in colour, an SVG')
    parser.add_argument('--into', type=Path, default=HERE / 'emblem', help='folder to write into')
    arguments = parser.parse_args()
    drawing = arguments.drawing.read_text(encoding='utf-8')
    for size in SIZES:
        outline = trace(line_drawing(drawing, size), size.speck)
        svg = svg_of(outline, size.height_cm)
        (arguments.into / f'{size.stem}.svg').write_text(svg, encoding='utf-8')
        (arguments.into / f'{size.stem}.png').write_bytes(png_of(svg, size))
        (arguments.into / size.font).write_bytes(font_of(outline, size.family))


if __name__ == '__main__':
    main()
