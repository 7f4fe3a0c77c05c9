"""The layout's measures put into a template: page, styles, rules of tables, place of the emblem.

The form in a template is the office's; every measure is the layout file's, so it is written over whatever the template
holds. A style that a template lacks is added, so a new name in the layout file needs no template edited.
"""

from __future__ import annotations

from dataclasses import dataclass
from io import BytesIO

from docx.document import Document
from docx.section import _Footer, _Header

from saraban.render.docx import schema
from saraban.render.docx.oxml import WP, Element, Form, el, form_elements, halves, qn, twips
from saraban.render.docx.schema import child, put
from saraban.render.fonts.emblem import EMBLEM_TEXT
from saraban.render.layout import POINTS_PER_CM, Layout, Style

STRONG, RULED, UNRULED = 'Saraban Strong', 'Saraban Ruled Table', 'Saraban Plain Table'
EMU_PER_CM = 360_000
A = 'http://schemas.openxmlformats.org/drawingml/2006/main'
EMBED = '{http://schemas.openxmlformats.org/officeDocument/2006/relationships}embed'


@dataclass(frozen=True, slots=True)
class Dressing:
    """What is put into a template: the measures, the emblem as PNG; of which stem it is, and of which sheet."""

    layout: Layout
    emblem: bytes
    template: str = ''
    sheet: str = ''


def dress(document: Document, dressing: Dressing) -> None:
    """Fill page, styles, tables, emblem and stamps of a document."""
    layout = dressing.layout
    for section in document.sections:
        _dress_page(section._sectPr, dressing)
        for header in (section.first_page_header, section.header):
            if not header.is_linked_to_previous:
                _dress_emblem(header, dressing)
                _dress_stamps(header, dressing, below=False)
        for footer in (section.first_page_footer, section.footer):
            if not footer.is_linked_to_previous:
                _dress_stamps(footer, dressing, below=True)
    styles: Element = document.styles.element
    _dress_defaults(styles, layout)
    for name, style in all_styles(layout).items():
        _dress_paragraph_style(styles, name, style, layout.font.size)
    put(child(_style(styles, 'character', STRONG), 'rPr', schema.STYLE), schema.RUN, el('b'), el('bCs'))
    _dress_table_style(styles, RULED, layout, layout.table.rule)
    _dress_table_style(styles, UNRULED, layout, None)


def all_styles(layout: Layout) -> dict[str, Style]:
    """The styles of the layout file and those of a letter's head, whose places the file says elsewhere."""
    left = layout.letterhead.agency_left
    stamps = layout.stamps
    return {
        **layout.styles,
        'secrecy': Style(align='center', size=stamps.secrecy_size, bold=True, colour=stamps.colour),
        'urgency': Style(size=stamps.urgency_size, bold=True, colour=stamps.colour),
        'draft': Style(size=stamps.draft_size, bold=True),
        'enclosure-mark': Style(align='right'),
        'letterhead': Style(left=left, first_line=-left, before=layout.letterhead_before),
        'agency': Style(left=left),
    }


def style_name(name: str) -> str:
    """The name that Word shows for a style of the layout file: `item-2` is `Saraban Item 2`."""
    return 'Saraban ' + name.replace('-', ' ').title()


def style_ids(document: Document) -> dict[str, str]:
    """The id of each style of a document by its name in lower case."""
    styles: Element = document.styles.element
    return {_name(style): style.get(qn('styleId'), '') for style in styles.iter(qn('style'))}


def _name(style: Element) -> str:
    name = style.find(qn('name'))
    return '' if name is None else name.get(qn('val'), '').lower()


def _dress_page(section: Element, dressing: Dressing) -> None:
    layout, sheet = dressing.layout, dressing.sheet
    width, height = layout.sheet(dressing.template, sheet)
    size = {'w': twips(width), 'h': twips(height)} | ({'orient': 'landscape'} if width > height else {})
    around = layout.margins_of(sheet)
    margins = {name: twips(getattr(around, name)) for name in ('top', 'right', 'bottom', 'left')}
    # A header's line that reaches below the margin pushes the text down.
    number = twips(min(layout.page_number.top, max(around.top - layout.line / POINTS_PER_CM, 0)))
    put(section, schema.SECTION, el('pgSz', **size), el('pgMar', **margins, header=number, footer=number, gutter=0))


def _dress_stamps(part: _Header | _Footer, dressing: Dressing, *, below: bool) -> None:
    """Each stamp's frame at its place on the page, out of the text's way; told by its style."""
    root: Element = part._element
    places = _stamp_places(dressing, below=below)
    ids = {style_name(name).replace(' ', ''): frame for name, frame in places.items()}
    for properties in root.iter(qn('pPr')):
        style = properties.find(qn('pStyle'))
        frame = None if style is None else ids.get(style.get(qn('val'), ''))
        if frame is not None:
            around = {'wrap': 'around', 'vAnchor': 'page', 'hAnchor': 'page'}
            put(properties, schema.PARAGRAPH, el('framePr', **around, **frame))


def _stamp_places(dressing: Dressing, *, below: bool) -> dict[str, dict[str, object]]:
    """Where each stamp's frame stands, by its style: twips from the page's edges, or an alignment."""
    layout, stamps = dressing.layout, dressing.layout.stamps
    width, height = layout.sheet(dressing.template, dressing.sheet)
    margins = layout.margins_of(dressing.sheet)
    line = layout.line / layout.font.size / POINTS_PER_CM  # cm a pt of type size
    top = height - stamps.secrecy_edge - stamps.secrecy_size * line if below else stamps.secrecy_edge
    urgency, foot = layout.urgency(dressing.template)
    text = twips(width - margins.left - margins.right)
    return {
        'secrecy': {'xAlign': 'center', 'y': twips(top)},
        'urgency': {'x': twips(urgency), 'y': twips(foot - stamps.urgency_size * line)},
        'draft': {'x': twips(margins.left), 'y': twips(stamps.draft_top)},
        'enclosure-mark': {'w': text, 'x': twips(margins.left), 'y': twips(stamps.enclosure_top)},
    }


def _dress_emblem(header: _Header, dressing: Dressing) -> None:
    """The emblem's picture, its height and the place of its top edge; its width keeps the picture's shape.

    A picture with another alt text is the office's own and stays as it is.
    """
    root: Element = header._element
    for anchor in root.iter(f'{{{WP}}}anchor'):
        properties, picture = anchor.find(f'{{{WP}}}docPr'), next(anchor.iter(f'{{{A}}}blip'), None)
        if properties is None or picture is None or properties.get('descr') != EMBLEM_TEXT:
            continue
        former = picture.get(EMBED, '')
        name, image = header.part.get_or_add_image(BytesIO(dressing.emblem))
        picture.set(EMBED, name)
        if former != name:
            header.part.drop_rel(former)
        _place_emblem(anchor, image.px_width / image.px_height, dressing)


def _place_emblem(anchor: Element, shape: float, dressing: Dressing) -> None:
    place = dressing.layout.emblem(dressing.template, dressing.sheet)
    height = place.height * EMU_PER_CM
    sizes = (size for name in (f'{{{WP}}}extent', f'{{{A}}}ext') for size in anchor.iter(name) if size.get('cx'))
    for size in sizes:
        size.set('cx', str(round(height * shape)))
        size.set('cy', str(round(height)))
    offset = anchor.find(f'{{{WP}}}positionV/{{{WP}}}posOffset')
    if offset is not None:
        offset.text = str(round(place.top * EMU_PER_CM))
    across = anchor.find(f'{{{WP}}}positionH')
    if across is not None and place.left:
        across.set('relativeFrom', 'margin')
        for align in across.findall(f'{{{WP}}}align'):
            align.text = 'left'


def _dress_defaults(styles: Element, layout: Layout) -> None:
    """The text face in every script, its size, Thai as the language; single lines without space around them."""
    defaults = child(styles, 'docDefaults', schema.STYLES)
    runs = child(child(defaults, 'rPrDefault', schema.DEFAULTS), 'rPr', schema.DEFAULTS)
    paragraphs = child(child(defaults, 'pPrDefault', schema.DEFAULTS), 'pPr', schema.DEFAULTS)
    put(runs, schema.RUN, *_type(layout))
    put(paragraphs, schema.PARAGRAPH, el('widowControl'), el('spacing', before=0, after=0, line=240, lineRule='auto'))
    put(child(_style(styles, 'paragraph', 'Normal'), 'rPr', schema.STYLE), schema.RUN, *_type(layout))


def _type(layout: Layout) -> list[Element]:
    """Face, size and language, each for the complex scripts too: Word takes Thai from that half."""
    font, size = layout.font.word, halves(layout.font.size)
    return [
        el('rFonts', ascii=font, eastAsia=font, hAnsi=font, cs=font),
        el('sz', val=size),
        el('szCs', val=size),
        el('lang', val='th-TH', eastAsia='th-TH', bidi='th-TH'),
    ]


def _dress_paragraph_style(styles: Element, name: str, measures: Style, text_size: float) -> None:
    style = _style(styles, 'paragraph', style_name(name))
    form = Form(
        align=measures.align,
        before=measures.before,
        after=measures.after,
        left=measures.left,
        first_line=measures.first_line,
        tabs=(measures.left,) if measures.first_line < 0 else (),
        keep_next=measures.keep_next,
        line=measures.line,
    )
    put(child(style, 'pPr', schema.STYLE), schema.PARAGRAPH, *form_elements(form))
    bold = [el('b'), el('bCs')] if measures.bold else [el('b', val=0), el('bCs', val=0)]
    size = halves(measures.size or text_size)
    put(child(style, 'rPr', schema.STYLE), schema.RUN, *bold, el('sz', val=size), el('szCs', val=size))
    if measures.colour:
        put(child(style, 'rPr', schema.STYLE), schema.RUN, el('color', val=measures.colour))


def _dress_table_style(styles: Element, name: str, layout: Layout, rule: float | None) -> None:
    """Rules (pt, in eighths for Word) and the padding of cells; a table without rules has its text at the margins."""
    properties = child(_style(styles, 'table', name), 'tblPr', schema.STYLE)
    sides = ('top', 'left', 'bottom', 'right')
    pads = (layout.table.pad_y, layout.table.pad_x) * 2 if rule else (0.0,) * 4
    margins = (el(side, w=twips(pad), type='dxa') for side, pad in zip(sides, pads, strict=True))
    put(properties, schema.TABLE, el('tblCellMar', *margins))
    if rule:
        line = {'val': 'single', 'sz': round(rule * 8), 'space': 0, 'color': 'auto'}
        put(properties, schema.TABLE, el('tblBorders', *(el(side, **line) for side in (*sides, 'insideH', 'insideV'))))


def _style(styles: Element, kind: str, name: str) -> Element:
    """The style of this name, made where it is missing, based on Word's own default of its kind."""
    for style in styles.iter(qn('style')):
        if _name(style) == name.lower():
            return style
    bases = {'paragraph': 'Normal', 'character': 'DefaultParagraphFont', 'table': 'TableNormal'}
    style = el('style', el('name', val=name), type=kind, styleId=name.replace(' ', ''), customStyle=1)
    put(style, schema.STYLE, el('basedOn', val=bases[kind]), el('uiPriority', val=1), el('qFormat'))
    styles.append(style)
    return style
