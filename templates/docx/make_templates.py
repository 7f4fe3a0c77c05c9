"""Write the Word templates of the project; run by hand by maintainers, after which an office may edit them in Word.

    python templates/docx/make_templates.py

Every part is built here: python-docx's own template is Arabic, of an older Word and set by theme fonts, with which
Word breaks Thai lines at spaces alone. Measures are filled in from `templates/layout.yaml` by the same code that fills
them in for the papers. The same layout and emblem give the same bytes. A template holds no words that print.
"""

from __future__ import annotations

import sys
from io import BytesIO
from pathlib import Path
from xml.sax.saxutils import quoteattr

from docx import Document

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
sys.path.insert(0, str(ROOT))

from saraban.render.docx.dress import Dressing, dress, style_name  # noqa: E402
from saraban.render.docx.oxml import WP, W  # noqa: E402
from saraban.render.docx.package import pack, unpack  # noqa: E402
from saraban.render.fonts import EmblemSize, load_fonts  # noqa: E402
from saraban.render.fonts.emblem import EMBLEM_TEXT  # noqa: E402
from saraban.render.layout import Layout, load_layout  # noqa: E402

TEMPLATES = (
    'proposal', 'schedule', 'round-schedule', 'allocation', 'letter', 'reply-form', 'memo', 'labels', 'envelopes',
    'register',
)  # fmt: skip
WITH_EMBLEM = frozenset({'letter', 'memo', 'envelopes'})
EVERY_PAGE_FIRST = frozenset({'envelopes'})  # each of its pages has the head of a first page

# Thai names by which an officer finds the styles in Word, beside the English ones.
THAI_NAMES = {
    'body': 'เนื้อความ',
    'lead': 'ข้อความนำ',
    'plain': 'ข้อความชิดซ้าย',
    'centred': 'ข้อความกลางหน้า',
    'right': 'ข้อความชิดขวา',
    'note': 'หมายเหตุ',
    'hanging': 'ข้อความเยื้อง',
    'title': 'ชื่อเรื่อง',
    'headline': 'ชื่อเรื่องตัวใหญ่',
    'heading': 'หัวข้อ',
    'day': 'หัวข้อวัน',
    'item-2': 'ข้อย่อยระดับ ๒',
    'item-3': 'ข้อย่อยระดับ ๓',
    'item-4': 'ข้อย่อยระดับ ๔',
    'item-5': 'ข้อย่อยระดับ ๕',
    'count': 'รายการจำนวน',
    'cell': 'ช่องตาราง',
    'date': 'วันที่',
    'field': 'เรื่อง เรียน อ้างถึง',
    'closing': 'คำลงท้าย',
    'signature': 'ลงชื่อ',
    'owner': 'เจ้าของเรื่อง',
    'memo-title': 'บันทึกข้อความ',
    'memo-heading': 'หัวข้อบันทึก',
    'memo-line': 'หัวบันทึก',
    'order': 'คำสั่ง',
    'sender': 'ผู้ส่ง',
    'receiver': 'ผู้รับ',
    'secrecy': 'ชั้นความลับ',
    'urgency': 'ชั้นความเร็ว',
    'draft': 'ตราร่าง',
    'enclosure-mark': 'เลขสิ่งที่ส่งมาด้วย',
    'letterhead': 'เลขที่หนังสือ',
    'agency': 'ที่อยู่ส่วนราชการ',
}
OUTLINED = ('heading', 'day', 'memo-heading')  # shown in Word's navigation pane

REL = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
PACKAGE_REL = 'http://schemas.openxmlformats.org/package/2006/relationships'
A = 'http://schemas.openxmlformats.org/drawingml/2006/main'
PIC = 'http://schemas.openxmlformats.org/drawingml/2006/picture'
WORD_TYPE = 'application/vnd.openxmlformats-officedocument.wordprocessingml.'
NAMESPACES = f'xmlns:w="{W}" xmlns:r="{REL}" xmlns:wp="{WP}" xmlns:a="{A}" xmlns:pic="{PIC}"'
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

# Field of the page number in Thai digits: `- ๒ -`. The digit here is what a reader shows that reckons no fields.
FIELD = (
    '<w:r><w:rPr><w:cs/></w:rPr><w:fldChar w:fldCharType="begin"/></w:r>'
    '<w:r><w:rPr><w:cs/></w:rPr><w:instrText xml:space="preserve"> PAGE \\* THAIARABIC </w:instrText></w:r>'
    '<w:r><w:rPr><w:cs/></w:rPr><w:fldChar w:fldCharType="separate"/></w:r>'
    '<w:r><w:rPr><w:cs/></w:rPr><w:t>๒</w:t></w:r>'
    '<w:r><w:rPr><w:cs/></w:rPr><w:fldChar w:fldCharType="end"/></w:r>'
)


# What the marks of a page are called in a template, and the style of each; those of a first page and of every page.
FIRST_MARKS = (('urgency', 'urgency'), ('enclosure', 'enclosure-mark'))
EVERY_MARKS = (('secrecy', 'secrecy'), ('draft', 'draft'))


def main() -> None:
    """Write all templates beside this file."""
    layout = load_layout(ROOT / 'templates/layout.yaml', 'templates/layout.yaml')
    for stem in TEMPLATES:
        (HERE / f'{stem}.docx').write_bytes(template(stem, dressing(stem, layout)))


def dressing(stem: str, layout: Layout) -> Dressing:
    """What a template is filled with: the emblem in the size that its papers have."""
    sheet = next(iter(layout.envelopes)) if stem == 'envelopes' else ''
    place = layout.emblem(stem, sheet)
    emblem = load_fonts(ROOT / 'fonts').emblems[EmblemSize.SMALL if place.small else EmblemSize.LARGE]
    return Dressing(layout, emblem.png(place.height), stem, sheet)


def template(stem: str, measures: Dressing) -> bytes:
    """The bytes of one template."""
    parts = skeleton(stem, measures.layout, measures.emblem if stem in WITH_EMBLEM else None)
    encoded = {name: part.encode() if isinstance(part, str) else part for name, part in parts.items()}
    document = Document(BytesIO(pack(encoded)))
    dress(document, measures)
    buffer = BytesIO()
    document.save(buffer)
    return pack(unpack(buffer.getvalue()))


def skeleton(stem: str, layout: Layout, emblem: bytes | None) -> dict[str, str | bytes]:
    """The parts of a template before its measures are filled in."""
    picture: dict[str, str | bytes] = {}
    if emblem:
        picture = {
            'word/media/emblem.png': emblem,
            'word/_rels/header1.xml.rels': relations((f'{REL}/image', 'media/emblem.png')),
        }
    return picture | {
        '[Content_Types].xml': content_types(),
        '_rels/.rels': relations(
            (f'{REL}/officeDocument', 'word/document.xml'),
            (f'{PACKAGE_REL}/metadata/core-properties', 'docProps/core.xml'),
        ),
        'docProps/core.xml': core_properties(),
        'word/_rels/document.xml.rels': relations(
            *((f'{REL}/{kind}', f'{kind}.xml') for kind in ('styles', 'settings', 'fontTable')),
            (f'{REL}/header', 'header1.xml'),
            (f'{REL}/header', 'header2.xml'),
            (f'{REL}/footer', 'footer1.xml'),
            (f'{REL}/footer', 'footer2.xml'),
        ),
        'word/document.xml': document_xml(every_page_first=stem in EVERY_PAGE_FIRST),
        'word/header1.xml': header(
            tagged('emblem', drawing()) if emblem else '', ''.join(mark(*each) for each in (*EVERY_MARKS, *FIRST_MARKS))
        ),
        'word/header2.xml': header(
            tagged('page_numbers', f'{run("- ")}{FIELD}{run(" -")}'), ''.join(mark(*each) for each in EVERY_MARKS)
        ),
        'word/footer1.xml': footer(),
        'word/footer2.xml': footer(),
        'word/styles.xml': styles(),
        'word/settings.xml': settings(),
        'word/fontTable.xml': font_table(layout.font.word),
    }


def content_types() -> str:
    """What each part of the package is."""
    kinds = {'document': 'document.main', 'styles': 'styles', 'settings': 'settings', 'fontTable': 'fontTable'}
    kinds |= {'header1': 'header', 'header2': 'header', 'footer1': 'footer', 'footer2': 'footer'}
    overrides = ''.join(
        f'<Override PartName="/word/{name}.xml" ContentType="{WORD_TYPE}{kind}+xml"/>' for name, kind in kinds.items()
    )
    return (
        f'{HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/><Default Extension="png" ContentType="image/png"/>'
        f'{overrides}<Override PartName="/docProps/core.xml" '
        'ContentType="application/vnd.openxmlformats-package.core-properties+xml"/></Types>'
    )


def relations(*targets: tuple[str, str]) -> str:
    """The relations of a part, numbered in the order given."""
    found = ''.join(
        f'<Relationship Id="rId{number}" Type="{kind}" Target="{target}"/>'
        for number, (kind, target) in enumerate(targets, start=1)
    )
    return f'{HEAD}<Relationships xmlns="{PACKAGE_REL}">{found}</Relationships>'


def core_properties() -> str:
    """The least properties; those of a paper are written when it is made."""
    return (
        f'{HEAD}<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:language>th-TH</dc:language></cp:coreProperties>'
    )


def document_xml(*, every_page_first: bool) -> str:
    """The anchor of the body and the page: a first page with its own header, page numbers from the second."""
    references = (
        '<w:headerReference w:type="first" r:id="rId4"/><w:headerReference w:type="default" r:id="rId5"/>'
        '<w:footerReference w:type="first" r:id="rId6"/><w:footerReference w:type="default" r:id="rId7"/><w:titlePg/>'
    )
    if every_page_first:
        references = (
            '<w:headerReference w:type="default" r:id="rId4"/><w:footerReference w:type="default" r:id="rId6"/>'
        )
    return (
        f'{HEAD}<w:document {NAMESPACES}><w:body><w:p><w:pPr><w:pStyle w:val="SarabanPlain"/></w:pPr>'
        f'{run("{{p body }}")}</w:p><w:sectPr>{references}</w:sectPr></w:body></w:document>'
    )


def header(content: str, marks: str) -> str:
    """A page's head: marks at their own places, then one centred line."""
    line = f'<w:p><w:pPr><w:pStyle w:val="SarabanPageNumber"/></w:pPr>{content}</w:p>'
    return f'{HEAD}<w:hdr {NAMESPACES}>{marks}{line}</w:hdr>'


def footer() -> str:
    """A page's foot: the secrecy again, and an empty line."""
    line = '<w:p><w:pPr><w:pStyle w:val="SarabanPageNumber"/></w:pPr></w:p>'
    return f'{HEAD}<w:ftr {NAMESPACES}>{mark("secrecy", "secrecy")}{line}</w:ftr>'


def mark(name: str, style: str) -> str:
    """A mark's paragraph, which prints only where the paper has the mark; its frame is filled in from the layout file."""
    properties = f'<w:pPr><w:pStyle w:val="{style_name(style).replace(" ", "")}"/></w:pPr>'
    marks = [f'{{%p if {name} %}}', f'{{{{ {name} }}}}', '{%p endif %}']
    return ''.join(f'<w:p>{properties}{run(text, thai=text.startswith("{{"))}</w:p>' for text in marks)


def tagged(name: str, content: str) -> str:
    """Runs that print only where the paper asks for this furniture."""
    return f'{run(f"{{%r if {name} %}}")}{content}{run("{%r endif %}")}'


def run(text: str, *, thai: bool = False) -> str:
    """A run of signs or of a tag, whose words may be Thai."""
    return f'<w:r>{"<w:rPr><w:cs/></w:rPr>" if thai else ""}<w:t xml:space="preserve">{text}</w:t></w:r>'


def drawing() -> str:
    """The emblem on the paper's centre line; its height and its top edge are filled in from the layout file."""
    size = 'cx="1" cy="1"'
    return (
        '<w:r><w:drawing><wp:anchor distT="0" distB="0" distL="0" distR="0" simplePos="0" relativeHeight="1" '
        'behindDoc="1" locked="0" layoutInCell="1" allowOverlap="1"><wp:simplePos x="0" y="0"/>'
        '<wp:positionH relativeFrom="page"><wp:align>center</wp:align></wp:positionH>'
        '<wp:positionV relativeFrom="page"><wp:posOffset>0</wp:posOffset></wp:positionV>'
        f'<wp:extent {size}/><wp:effectExtent l="0" t="0" r="0" b="0"/><wp:wrapNone/>'
        f'<wp:docPr id="1" name="Emblem" descr={quoteattr(EMBLEM_TEXT)}/><wp:cNvGraphicFramePr>'
        '<a:graphicFrameLocks noChangeAspect="1"/></wp:cNvGraphicFramePr>'
        f'<a:graphic><a:graphicData uri="{PIC}"><pic:pic>'
        '<pic:nvPicPr><pic:cNvPr id="1" name="emblem.png"/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill>'
        '<a:blip r:embed="rId1"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm>'
        f'<a:off x="0" y="0"/><a:ext {size}/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr>'
        '</pic:pic></a:graphicData></a:graphic></wp:anchor></w:drawing></w:r>'
    )


def styles() -> str:
    """Word's own defaults and the named styles; measures, faces and rules are filled in afterwards."""
    named = ''.join(named_style(name, thai) for name, thai in THAI_NAMES.items())
    return (
        f'{HEAD}<w:styles {NAMESPACES}><w:docDefaults/>'
        '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/></w:style>'
        '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont">'
        '<w:name w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/><w:semiHidden/></w:style>'
        '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/>'
        '<w:uiPriority w:val="99"/><w:semiHidden/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar>'
        '<w:top w:w="0" w:type="dxa"/><w:left w:w="108" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/>'
        '<w:right w:w="108" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>'
        '<w:style w:type="numbering" w:default="1" w:styleId="NoList"><w:name w:val="No List"/>'
        '<w:uiPriority w:val="99"/><w:semiHidden/></w:style>'
        f'{named}<w:style w:type="paragraph" w:customStyle="1" w:styleId="SarabanPageNumber">'
        '<w:name w:val="Saraban Page Number"/><w:aliases w:val="เลขหน้า"/><w:basedOn w:val="Normal"/>'
        '<w:uiPriority w:val="1"/><w:pPr><w:jc w:val="center"/></w:pPr></w:style></w:styles>'
    )


def named_style(name: str, thai: str) -> str:
    """A paragraph style of the layout file under its English and its Thai name."""
    shown = style_name(name)
    outline = '<w:pPr><w:outlineLvl w:val="0"/></w:pPr>' if name in OUTLINED else ''
    return (
        f'<w:style w:type="paragraph" w:customStyle="1" w:styleId="{shown.replace(" ", "")}"><w:name w:val="{shown}"/>'
        f'<w:aliases w:val="{thai}"/><w:basedOn w:val="Normal"/><w:uiPriority w:val="1"/><w:qFormat/>{outline}'
        '</w:style>'
    )


def settings() -> str:
    """A file of today's Word whose language is Thai: without mode 15 Word does not break lines between Thai words."""
    flags = ('overrideTableStyleFontSizeAndJustification', 'enableOpenTypeFeatures', 'doNotFlipMirrorIndents')
    uri = 'http://schemas.microsoft.com/office/word'
    compat = ''.join(
        f'<w:compatSetting w:name="{name}" w:uri="{uri}" w:val="{value}"/>'
        for name, value in (('compatibilityMode', 15), *((flag, 1) for flag in flags))
    )
    return (
        f'{HEAD}<w:settings {NAMESPACES}><w:zoom w:percent="100"/><w:defaultTabStop w:val="720"/>'
        f'<w:characterSpacingControl w:val="doNotCompress"/><w:compat>{compat}</w:compat>'
        '<w:themeFontLang w:val="th-TH" w:bidi="th-TH"/><w:decimalSymbol w:val="."/><w:listSeparator w:val=","/>'
        '</w:settings>'
    )


def font_table(face: str) -> str:
    """The face of the papers."""
    return (
        f'{HEAD}<w:fonts {NAMESPACES}><w:font w:name={quoteattr(face)}><w:charset w:val="00"/>'
        '<w:family w:val="swiss"/><w:pitch w:val="variable"/></w:font></w:fonts>'
    )


if __name__ == '__main__':
    main()
