"""Pictures of pages: of any size, and no larger than a browser shows."""

import base64
from io import BytesIO

import pypdfium2
import pytest
from PIL import Image

from saraban.review.entries import Entry, Shown
from saraban.review.page.pictures import SCALE, pictures
from saraban.review.places import Spot

NOTHING = Shown(())


@pytest.mark.parametrize(('points', 'pixels'), [(800, round(800 * SCALE)), (14_400, 2_400)])
def test_a_page_as_large_as_a_wall_is_drawn_as_a_picture_of_a_sheet(points, pixels):
    document = pypdfium2.PdfDocument.new()
    document.new_page(points, points / 2)
    data = BytesIO()
    document.save(data)
    entry = Entry(1, 'key', 'changed', '', (), NOTHING, NOTHING, NOTHING, (), new_spots=(Spot(1, 1, 1, 1, 1),))
    (picture,) = pictures(data.getvalue(), 'new', [entry], [(20.0, 10.0)])
    image = Image.open(BytesIO(base64.b64decode(picture.source.partition(',')[2])))
    assert image.size == (pixels, pixels // 2)
