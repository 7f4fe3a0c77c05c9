"""What papers of a batch share: a paper's bytes are those that it has when it is set alone, and the work is not done twice."""

import pytest
import weasyprint
from content_tools import ROOT
from typeset_tools import PARAGRAPH, TERMS, page
from weasyprint.css.properties import INITIAL_VALUES
from weasyprint.text import line_break

from saraban.render import advances
from saraban.render.formats import load_resources
from saraban.render.typeset import Typesetter, laid_blocks, measuring, styles, written_lines
from saraban.render.typeset.styles import SharedStyle
from saraban.words import Segmenter


def fresh():
    return Typesetter(Segmenter(TERMS))


def render(typesetter, body, css=''):
    return weasyprint.HTML(string=page(body, css)).render(font_config=typesetter.font_config)


def written(typesetter, body, css='', **options):
    return render(typesetter, body, css).write_pdf(**{'full_fonts': True, **options})


def styles_of(document):
    return [box.style for page in document.pages for box in page._page_box.descendants() if box.element is not None]


SHEETS = {
    'plain': ('', [f'<p>{PARAGRAPH}</p>', f'<p>{PARAGRAPH[:200]}</p>', f'<p>{PARAGRAPH}</p>']),
    'other attributes': (
        '.a { margin-left: 2cm } #b { font-weight: bold }',
        ['<p class="a">กขค</p>', '<p id="b">กขค</p>', '<p style="margin-left: 1cm">กขค</p>', '<p class="a">งจฉ</p>'],
    ),
    'other places among siblings': (
        'p:last-child { text-indent: 1cm } p + p { margin-top: 5pt } p:nth-child(3) { font-weight: bold }',
        ['<p>ก</p>', '<p>ก</p><p>ข</p>', '<p>ก</p><p>ข</p><p>ค</p>', '<p>ก</p><p>ข</p>'],
    ),
    'with and without words': (
        'p:empty { border: 1pt solid; height: 1cm }',
        ['<p>ก</p><p>ข</p>', '<p></p><p>ข</p>', '<p>ก</p><p></p>'],
    ),
    'overflow of the root': (
        'html { overflow: hidden } body { overflow: hidden; height: 5cm }',
        [f'<p>{PARAGRAPH}</p>', f'<p>{PARAGRAPH}ก</p>', f'<p>{PARAGRAPH}</p>'],
    ),
    'lists, tables and what stands before': (
        'p::before { content: "ก" attr(class) } table { border-collapse: collapse } td { border: 1pt solid; padding: 2pt }',
        [
            f'<p class="{name}">ข</p><ol><li>ค<li>ง</ol><table><tr><td>จ<td>{name}</table>'
            for name in ('x', 'y', 'x', 'z')
        ],
    ),
    'blocks of the same words': (
        'p { margin: 3pt 0 } p:first-child { margin-top: 9pt } .r { position: relative; top: 1cm } div { margin: 5pt }',
        [
            '<p>ก</p><p>ข</p><div><p>ค</div>',
            '<p>ก</p><p>ขข</p><div><p>ค</div>',
            f'<p>ก</p><p>{PARAGRAPH}</p><div><p>ค</div>',
            '<p>ก</p><p class="r">ข</p><div><p>ค</div>',
            '<p>ก</p><p class="r">ข</p><div><p>ค</div>',
            '<p>ข</p><p>ข</p><div></div><div><p>ค</div><p>ข</p>',
        ],
    ),
    'over more pages': (
        'p { margin: 3pt 0; orphans: 2; widows: 2 } h2 { break-after: avoid } .new { break-before: page }',
        [
            f'<p>{PARAGRAPH}</p>' * 12 + '<h2>ก</h2><p class="new">ข</p>' + f'<p>{PARAGRAPH}</p>' * count
            for count in (1, 14, 2, 14)
        ],
    ),
    'tables': (
        'table { border-collapse: collapse; width: 100%; margin-top: 4pt } td { border: 1pt solid; padding: 2pt }'
        ' col + col { width: 3cm } tr { break-inside: avoid }',
        [
            '<table><colgroup><col><col></colgroup><thead><tr><th>ก<th>ข</thead>'
            + f'<tr><td colspan="{span}">{PARAGRAPH}</tr><tr><td>ค<td>ง</tr>' * rows
            + '</table><p>จ</p>'
            for span, rows in ((1, 1), (2, 1), (1, 1), (2, 9), (2, 9), (1, 9))
        ],
    ),
    'floats, pictures and what is placed': (
        '.f { float: left; width: 3cm } .a { position: absolute; top: 0 } img { width: 1cm }',
        [
            f'<p class="f">ก</p><p>{PARAGRAPH}</p>',
            f'<p>ก</p><p>{PARAGRAPH}</p>',
            f'<p>ก<span class="a">ข</span></p><p>{PARAGRAPH}</p>',
            f'<p class="f">ก</p><p>{PARAGRAPH}</p>',
            f'<p>ก</p><p>{PARAGRAPH}</p>',
        ],
    ),
    'first letters and first lines': (
        'p::first-letter { font-size: 30pt } p + p::first-line { font-weight: bold }',
        [f'<p>ก</p><p>{PARAGRAPH}</p>', f'<p>ก</p><p>{PARAGRAPH}</p>', f'<p>ข</p><p>{PARAGRAPH}</p>'],
    ),
    'what is counted': (
        'body { counter-reset: c } p { counter-increment: c } p::before { content: counter(c) ". " }',
        ['<p>ก</p><p>ข</p>', '<p>ก</p><div></div><p>ข</p>', '<p>ก</p><p>ข</p>', '<p>ข</p><p>ข</p>'],
    ),
    'spread and squeezed': (
        'p { width: 7cm }',
        [f'<p>{PARAGRAPH}</p>', f'<p>ก{PARAGRAPH}</p>', f'<p>{PARAGRAPH}</p>'],
    ),
}


@pytest.mark.parametrize('name', SHEETS)
@pytest.mark.parametrize('whole', [True, False], ids=['fonts whole', 'fonts subset'])
def test_a_paper_after_others_has_the_bytes_of_a_paper_alone(name, whole):
    css, bodies = SHEETS[name]
    shared = fresh()
    assert [written(shared, body, css, full_fonts=whole) for body in bodies] == [
        written(fresh(), body, css, full_fonts=whole) for body in bodies
    ]


def test_the_same_holds_for_a_style_sheet_that_is_read_once():
    """As the page engine does it: then the next paper takes the styles of all elements from the one before."""
    css = 'p:empty { height: 1cm } p:last-child { font-weight: bold } b { letter-spacing: 1pt }'

    def papers(typesetter):
        sheet = weasyprint.CSS(string=css, font_config=typesetter.font_config)
        for body in ('<p>ก</p><p>ข<b>ค</b></p>', '<p>ง</p><p>จ<b>ฉ</b></p>', '<p></p><p>จ<b></b></p>'):
            html = weasyprint.HTML(string=page(body))
            yield html.write_pdf(stylesheets=[sheet], font_config=typesetter.font_config, full_fonts=True)

    one = list(papers(fresh()))
    alone = [list(papers(fresh()))[number] for number in range(3)]
    again = fresh()
    assert one == alone
    assert [*papers(again), *papers(again)] == [*one, *one]


def test_units_of_the_page_are_those_of_the_papers_own_page():
    shared = fresh()
    body = f'<div style="width: 50vw"><p>{PARAGRAPH}</p></div>'
    sizes = ['21cm 29.7cm', '29.7cm 21cm', '21cm 29.7cm']
    css = [f'@page {{ size: {size} }}' for size in sizes]
    after_others = [written(shared, body, one) for one in css]
    assert after_others == [written(fresh(), body, one) for one in css]
    assert after_others[0] != after_others[1]


def test_what_is_changed_in_one_paper_is_not_in_the_next():
    shared = fresh()
    first = render(shared, '<table><tr><td>ก</table>')
    for style in styles_of(first):
        if style['display'] == ('block', 'table'):
            style['margin_left'] = weasyprint.css.properties.Dimension(50, 'px')
    assert written(shared, '<table><tr><td>ก</table>') == written(fresh(), '<table><tr><td>ก</table>')


def test_a_style_is_taken_from_the_paper_before():
    shared = fresh()
    first, second = (render(shared, f'<p>{text}</p>') for text in ('กขค', 'งจฉ'))
    ours = [style for style in styles_of(first) if isinstance(style, SharedStyle)]
    assert ours
    assert {id(style) for style in ours} <= {id(style) for style in styles_of(second)}


def test_a_document_of_other_fonts_shares_nothing():
    document = weasyprint.HTML(string=page('<p>กขค</p>')).render()
    assert [style for style in styles_of(document) if isinstance(style, SharedStyle)] == []


def test_a_line_is_shaped_once(monkeypatch):
    shared, shaped = fresh(), []
    set_text = line_break.Layout.set_text

    def telling(self, text, **options):
        shaped.append(text)
        set_text(self, text, **options)

    monkeypatch.setattr(line_break.Layout, 'set_text', telling)
    first = written(shared, f'<p>{PARAGRAPH}</p>')
    assert PARAGRAPH in shaped
    shaped.clear()
    assert written(shared, f'<p>{PARAGRAPH}</p>') == first
    assert [text for text in shaped if len(text) > 3 and text in PARAGRAPH] == []


def test_a_letter_that_no_font_has_is_told_in_every_paper(caplog):
    shared = fresh()
    for _ in range(3):
        caplog.clear()
        written(shared, '<p>ก字ข</p>', 'html { font-family: "Saraban Text" !important }')
        assert [record for record in caplog.records if '.notdef' in record.getMessage()] != []


def test_a_block_is_laid_out_once():
    """A paragraph that stands as it stood before keeps its very boxes; what comes after other words does not."""
    shared = fresh()

    def boxes(*texts):
        document = render(shared, ''.join(f'<p>{text}</p>' for text in texts))
        found = [box for box in document.pages[0]._page_box.descendants() if box.element_tag == 'p']
        return [id(box) for box in found if type(box).__name__ == 'BlockBox']

    first = boxes('กขค', 'งจฉ', PARAGRAPH, 'ท้าย')
    again = boxes('กขค', 'ชซ', PARAGRAPH, 'ท้าย')
    assert [again[0], *again[2:]] == [first[0], *first[2:]]
    assert again[1] != first[1]
    lower = boxes('กขค', PARAGRAPH, PARAGRAPH, 'ท้าย')
    assert lower[0] == first[0]
    assert set(lower[2:]).isdisjoint(first)


def test_papers_of_other_words_each_leave_no_more_than_is_kept(monkeypatch):
    """A batch of thousands has a name of its own in every paper."""
    monkeypatch.setattr(written_lines, 'KEPT', 8)
    monkeypatch.setattr(laid_blocks, 'KEPT', 8)
    monkeypatch.setattr(measuring, '_KEPT', 8)
    monkeypatch.setattr(styles, 'REMEMBERED', 200)
    monkeypatch.setattr(styles, 'SHAPES', 8)
    typesetter = fresh()
    fonts = typesetter.font_config
    counts = []
    for number in range(30):
        document = render(typesetter, f'<p>เรียน นายอำเภอที่ {number}</p><p>{PARAGRAPH}</p>')
        document.write_pdf(full_fonts=True)
        (drawn,) = {id(known): known for known in drawn_by(document)}.values()
        (measured,) = {id(known): known for known in measured_by(document)}.values()
        kept = len(drawn._known), len(measured), len(fonts.laid_blocks._known)
        counts.append((*kept, len(fonts.styles._shapes)))
        assert len(fonts.styles._known) <= 200 + 100  # all are forgotten at the paper after
        assert len(fonts.pango_fonts) == 1
    assert tuple(map(max, zip(*counts, strict=True))) == (8, 8, 8, 8)


def drawn_by(document):
    return [box.style.__dict__['thai_drawn'] for box in boxes_of(document) if 'thai_drawn' in box.style.__dict__]


def measured_by(document):
    return [box.style.__dict__['thai_extents'] for box in boxes_of(document) if 'thai_extents' in box.style.__dict__]


def boxes_of(document):
    return [box for page in document.pages for box in page._page_box.descendants()]


def test_widths_of_names_are_kept_by_number(monkeypatch):
    monkeypatch.setattr(advances, 'KEPT', 8)
    known = advances.Advances(load_resources(ROOT / 'templates', ROOT / 'fonts', 'templates').fonts)
    widths = [known.width(f'อำเภอ{number}', 16) for number in range(30)]
    assert widths == [known.width(f'อำเภอ{number}', 16) for number in range(30)]
    assert known._ems.cache_info().currsize == 8


VALUES = (
    'body { text-decoration: underline; page: wide; width: calc(10cm + 2em) } p { margin-inline-start: 1cm; font-size: 12pt }'
    ' b { display: block; float: left; border: 1px solid; line-height: calc(1em + 20%) } i { position: absolute }'
    ' p::before { content: "ก"; margin-block: 2pt } div { direction: rtl; padding-inline: 1pt 2pt; --x: 3pt; height: var(--x) }'
    ' u { color: inherit; width: inherit } s { color: initial; text-align: initial }'
)


PROPERTIES = [name for name in sorted(INITIAL_VALUES) if '_block_' not in name and '_inline_' not in name]


def test_every_value_of_every_style_is_weasyprints_own():
    html = page('<p>ก<b>ข</b><i>ค</i></p><div>ง<u>จ<b>ฉ</b></u><s>ช</s><p><b>ซ</b></p></div>', VALUES)
    plain, ours = (weasyprint.HTML(string=html).render(font_config=fonts) for fonts in (None, fresh().font_config))

    def values(document):
        found = [[(name, style[name]) for name in PROPERTIES] for style in styles_of(document)]
        return [
            [(name, value.serialize() if hasattr(value, 'serialize') else value) for name, value in one]
            for one in found
        ]

    assert [style for style in styles_of(ours) if isinstance(style, SharedStyle)]
    assert values(ours) == values(plain)


def test_weasyprint_still_looks_for_formulas_in_values_that_no_rule_gave(monkeypatch):
    """When this fails, see whether styles of ours still need to answer themselves."""
    looked_at = []
    check = weasyprint.css.check_math
    monkeypatch.setattr(weasyprint.css, 'check_math', lambda value: looked_at.append(value) or check(value))
    weasyprint.HTML(string=page('<p>ก</p>')).render()
    plain = len(looked_at)
    looked_at.clear()
    render(fresh(), '<p>ก</p>')
    assert len(looked_at) < plain / 2
