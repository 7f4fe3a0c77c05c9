"""A long document set by several processes: page for page and byte for byte what one process makes of it."""

from io import BytesIO

import pytest
import weasyprint
from pypdf import PdfReader
from typeset_tools import PARAGRAPH, TERMS, page
from weasyprint.document import Page

from saraban.branches import Branches
from saraban.render import parted
from saraban.render.boxes import marked_lines
from saraban.render.parted import Redrawn, lay
from saraban.render.typeset import Typesetter
from saraban.words import Segmenter

PARTS = [
    f'<h2 id="h{number}" style="bookmark-label: attr(id)">หัวข้อ {number}</h2><p>{PARAGRAPH}</p><p><ins>{PARAGRAPH}</ins></p>'
    f'<table style="width: 100%"><tr><td>{PARAGRAPH[:60]}</td><td>{number}</td></tr></table>'
    for number in range(24)
]
CSS = '@page { size: A5; margin: 1cm } td { border: 1px solid }'


@pytest.fixture(scope='module')
def typesetter():
    return Typesetter(Segmenter(TERMS))


@pytest.fixture(autouse=True)
def _soon(monkeypatch):
    """A few pages are worth a process of their own."""
    monkeypatch.setattr(parted, 'LEAST', 3)


def html(*parts, css=''):
    return weasyprint.HTML(string=page(''.join(parts), CSS + css))


class Barred(Page):
    """A page with its number and a stroke for each of its marked lines over it."""

    def __init__(self, under, number, last):
        self.__dict__.update(under.__dict__)
        self.under, self.number, self.last = under, number, last
        self.lines = marked_lines(under, frozenset())

    def paint(self, stream, scale=1):
        self.under.paint(stream, scale)
        stream.rectangle(self.number, self.last, 1, 1)
        for line in self.lines:
            stream.rectangle(0, line.top, 1, line.bottom - line.top)
        stream.fill()


def dress(pages, first, last):
    return [Barred(one, number, last and one is pages[-1]) for number, one in enumerate(pages, first)]


def both(typesetter, made, most=2):
    """The document as several processes set it, its bytes, and those of one process."""
    options = {'font_config': typesetter.font_config, 'full_fonts': True}
    with Branches(most) as branches:
        laid = lay(made, branches, dress, **options)
        whole = lay(made, Branches(0), dress, **options)
        return laid, laid.write_pdf(full_fonts=True), whole.write_pdf(full_fonts=True)


def elsewhere(laid):
    return sum(isinstance(one, Redrawn) for one in laid.pages)


@pytest.mark.parametrize('most', [1, 2, 4])
def test_the_bytes_are_those_of_one_process_and_most_pages_are_drawn_by_others(typesetter, most):
    laid, shared, alone = both(typesetter, html(*PARTS), most)
    assert shared == alone
    assert elsewhere(laid) > len(laid.pages) / 3


def test_a_face_that_comes_late_and_links_between_pages_are_kept(typesetter):
    late = [
        *PARTS[:9],
        f'<p id="late"><i>{PARAGRAPH}</i></p>',
        *PARTS[9:],
        '<p><a href="#late">ก</a> <a href="#h0">ข</a></p>',
    ]
    laid, shared, alone = both(typesetter, html('<p><a href="#h23">ก</a></p>', *late))
    assert shared == alone
    pages = PdfReader(BytesIO(shared)).pages
    assert [len(one.get('/Annots', ())) for one in pages] == [1, *[0] * (len(pages) - 2), 2]
    assert elsewhere(laid)


@pytest.mark.parametrize(
    ('parts', 'css'),
    [
        (PARTS, '@page { @bottom-center { content: counter(page) " / " counter(pages) } }'),
        ([*PARTS, '<p style="position: fixed; bottom: 0">ก</p>'], ''),
        ([*PARTS, '<p><a class="there" href="#h3">ก</a></p>'], '.there::after { content: target-counter(attr(href), page) }'),
        ([*PARTS, '<p id="run">ก</p>'], '#run { position: running(top) } @page { @top-left { content: element(top) } }'),
        ([*PARTS], 'h2 { string-set: head content() } @page { @top-left { content: string(head) } }'),
    ],
    ids=['page counters', 'fixed box', 'page of a target', 'running element', 'named string'],
)  # fmt: skip
def test_what_does_not_stand_by_itself_on_its_page_is_set_by_one_process(typesetter, parts, css):
    laid, shared, alone = both(typesetter, html(*parts, css=css))
    assert shared == alone
    assert not elsewhere(laid)


def test_footnotes_leave_a_document_to_one_process(typesetter):
    foot = f'<p>ก<span style="float: footnote">{PARAGRAPH[:50]}</span></p>'
    assert not elsewhere(both(typesetter, html(*PARTS[:12], foot, *PARTS[12:]))[0])


DOT = 'data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='


@pytest.mark.parametrize(
    'special',
    [
        f'<img src="{DOT}" style="width: 1cm">',
        '<p style="opacity: 0.5">ก</p>',
        '<form><input name="a" value="b" style="appearance: auto"></form>',
    ],
    ids=['picture', 'group', 'form'],
)
def test_pages_that_need_more_than_operators_are_drawn_here(typesetter, special):
    laid, shared, alone = both(typesetter, html(*PARTS[:6], special, *PARTS[6:]))
    assert shared == alone
    assert elsewhere(laid)


def test_what_weasyprint_complains_of_is_said_here(typesetter, caplog):
    both(typesetter, html(*PARTS[:4], '<p>\U0001fae8</p>', *PARTS[4:]))
    complaints = [record.message for record in caplog.records if record.name == 'weasyprint']
    assert len(complaints) >= 2  # of each of the two documents
