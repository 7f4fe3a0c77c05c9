"""How justified lines are filled: the reckoning alone, then on the real engine."""

import io
import re

import pypdf
import pytest
from typeset_tools import PARAGRAPH, lines, pdf

from saraban.render.typeset.spacing import Caps, distribute, gaps

CAPS = Caps(space=0.25, cluster=0.25)


def test_spaces_take_the_slack_up_to_their_cap():
    (spread,) = distribute([gaps('กข คง จฉ')], 0.4, 1.0, CAPS)
    assert list(spread.after.values()).count(200) == 2
    assert (spread.width, spread.widest_gap) == (pytest.approx(0.4), 0)


def test_what_spaces_cannot_take_goes_between_clusters():
    (spread,) = distribute([gaps('กข คง')], 5.6, 16.0, CAPS)
    assert (spread.width, spread.widest_gap) == (pytest.approx(5.6), 50)


def test_texts_of_one_line_share_and_nothing_is_lost():
    spreads = distribute([gaps('กขค '), gaps('งจฉช')], 16.0, 16.0, CAPS)
    assert sum(spread.width for spread in spreads) == pytest.approx(16.0)


def test_a_line_that_the_caps_cannot_fill_stays_ragged():
    assert distribute([gaps('กข')], 0.26, 1.0, CAPS) is None
    assert distribute([gaps('ก')], 0.1, 1.0, CAPS) is None


def test_latin_words_and_figures_keep_their_shape():
    assert list(gaps('One plan').clusters) == []
    assert list(gaps('12').clusters) == []


def test_marks_stay_on_their_letters():
    assert list(gaps('ผู้ที่').clusters) == [len('ผู้'.encode())]


def right_edges(data):
    """Where each line's text ends, in px, from the drawing operators."""
    page = pypdf.PdfReader(io.BytesIO(data)).pages[0]
    fonts = {name: _widths(font.get_object()) for name, font in page['/Resources']['/Font'].get_object().items()}
    edges, size, widths, x, y = {}, 0.0, {}, 0.0, 0.0
    for operands, operator in page.get_contents().operations:
        if operator == b'Tf':
            widths, size = fonts[operands[0]], float(operands[1])
        elif operator == b'Tm':
            x, y = float(operands[4]), round(float(operands[5]), 1)
        for part in operands[0] if operator == b'TJ' else ():
            if isinstance(part, int | float):
                x -= float(part) * size / 1000
                continue
            raw = getattr(part, 'original_bytes', part)
            for glyph in (int.from_bytes(raw[place : place + 2]) for place in range(0, len(raw), 2)):
                x += widths[glyph] * size / 1000
                if glyph not in widths['spaces']:
                    edges[y] = x
    return list(edges.values())


def _widths(font):
    array, widths = font['/DescendantFonts'][0].get_object()['/W'], {}
    for first, entries in zip(array[::2], array[1::2], strict=True):
        widths.update({first + place: float(width) for place, width in enumerate(entries)})
    cmap = font['/ToUnicode'].get_object().get_data().decode('latin-1')
    return {**widths, 'spaces': {int(glyph, 16) for glyph in re.findall('<([0-9a-f]{4})> <0020>', cmap)}}


def test_every_line_but_the_last_ends_at_the_margin():
    edges = right_edges(pdf(f'<p style="width: 16cm">{PARAGRAPH}</p>'))
    # Tm is in px of the page's own scale (0.75 pt): the margin is 2 cm, the lines are 16 cm wide.
    margin = (2 + 16) / 2.54 * 96
    assert edges[:-1] == pytest.approx([margin] * (len(edges) - 1), abs=0.1)
    assert edges[-1] < margin - 10


def test_lines_of_mixed_sizes_end_at_the_margin_too():
    small = PARAGRAPH.replace('คณะกรรมการ', '<span style="font-size: 11pt">คณะกรรมการ</span>')
    edges = right_edges(pdf(f'<p style="width: 16cm">{small}</p>'))
    assert edges[:-1] == pytest.approx([(2 + 16) / 2.54 * 96] * (len(edges) - 1), abs=0.2)


@pytest.mark.parametrize('width', [25, 32, 50, 80, 160])
def test_no_gap_is_wider_than_the_cap_and_ragged_lines_are_counted(width):
    found = lines(f'<p style="width: {width}mm">{PARAGRAPH}</p>')
    assert max(line.widest_gap for line in found) <= Caps().cluster
    if width >= 50:
        assert not any(line.ragged for line in found)


def test_only_justified_lines_are_spread():
    found = lines(f'<p style="width: 40mm; text-align: left">{PARAGRAPH}</p>')
    assert {line.widest_gap for line in found} == {0.0}


def test_a_line_of_one_letter_cannot_be_filled():
    found = lines('<p style="width: 28mm">ก พระนครศรีอยุธยา ชัยนาท</p>')
    assert [(line.text, line.ragged) for line in found] == [('ก', True), ('พระนครศรีอยุธยา', False), ('ชัยนาท', False)]
