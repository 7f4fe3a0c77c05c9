"""PDF files of one page, each drawn by the operators that a test writes."""

from io import BytesIO

import pikepdf


def drawn(stream: bytes) -> bytes:
    """A PDF of one page that a stream draws; `/F` is Helvetica."""
    document = pikepdf.new()
    document.add_blank_page(page_size=(595, 842))
    font = pikepdf.Dictionary(Type=pikepdf.Name.Font, Subtype=pikepdf.Name.Type1, BaseFont=pikepdf.Name.Helvetica)
    document.pages[0].Resources = pikepdf.Dictionary(Font=pikepdf.Dictionary(F=font))
    document.pages[0].Contents = document.make_stream(stream)
    data = BytesIO()
    document.save(data)
    return data.getvalue()
