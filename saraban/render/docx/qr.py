"""The QR code of a letter in Word: a picture that floats at the foot of the first page, with its caption beside it."""

from __future__ import annotations

from xml.sax.saxutils import escape, quoteattr

from lxml import etree

from saraban.render.docx.dress import EMU_PER_CM, A
from saraban.render.docx.oxml import WP, W, qn, twips
from saraban.render.docx.package import pack, unpack
from saraban.render.layout import Layout
from saraban.render.qr import qr_picture
from saraban.views.blocks import Furniture

PICTURE = 'word/media/qr.png'
RELATION = 'rIdQr'
_R = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
_PIC = 'http://schemas.openxmlformats.org/drawingml/2006/picture'
_PACKAGE = 'http://schemas.openxmlformats.org/package/2006/relationships'
_NAMESPACES = f'xmlns:w="{W}" xmlns:wp="{WP}" xmlns:a="{A}" xmlns:r="{_R}" xmlns:pic="{_PIC}"'


def with_qr(data: bytes, furniture: Furniture, layout: Layout) -> bytes:
    """A Word file with the code of its furniture in the foot of its first page; as it is where the template has no such foot."""
    parts = unpack(data)
    name = _first_foot(parts)
    if not name:
        return data
    foot = etree.fromstring(parts[name])
    paragraph = foot.findall(qn('p'))[-1]
    paragraph.append(_drawing(furniture.qr, layout))
    foot.insert(0, _caption(furniture.qr_caption, layout))
    relations = f'word/_rels/{name.rpartition("/")[2]}.rels'
    parts[name] = etree.tostring(foot, xml_declaration=True, encoding='UTF-8', standalone=True)
    parts[relations] = _related(parts.get(relations))
    parts[PICTURE] = qr_picture(furniture.qr)
    parts['[Content_Types].xml'] = _with_png(parts['[Content_Types].xml'])
    return pack(parts)


def _first_foot(parts: dict[str, bytes]) -> str:
    """The part that holds the foot of the first page."""
    document = etree.fromstring(parts['word/document.xml'])
    feet = [foot for foot in document.iter(qn('footerReference')) if foot.get(qn('type')) == 'first']
    relations = etree.fromstring(parts['word/_rels/document.xml.rels'])
    targets = {one.get('Id'): one.get('Target') for one in relations}
    return f'word/{targets[feet[0].get(f"{{{_R}}}id")]}' if feet else ''


def _drawing(address: str, layout: Layout) -> etree._Element:
    size = round(layout.qr.size * EMU_PER_CM)
    left = round(layout.qr.left * EMU_PER_CM)
    top = round((layout.paper.height - layout.qr.bottom - layout.qr.size) * EMU_PER_CM)
    return etree.fromstring(
        f'<w:r {_NAMESPACES}><w:drawing><wp:anchor distT="0" distB="0" distL="0" distR="0" simplePos="0" relativeHeight="9" '
        'behindDoc="0" locked="0" layoutInCell="1" allowOverlap="1"><wp:simplePos x="0" y="0"/>'
        f'<wp:positionH relativeFrom="page"><wp:posOffset>{left}</wp:posOffset></wp:positionH>'
        f'<wp:positionV relativeFrom="page"><wp:posOffset>{top}</wp:posOffset></wp:positionV>'
        f'<wp:extent cx="{size}" cy="{size}"/><wp:effectExtent l="0" t="0" r="0" b="0"/><wp:wrapNone/>'
        f'<wp:docPr id="900" name="QR" descr={quoteattr(address)}/><wp:cNvGraphicFramePr/>'
        f'<a:graphic><a:graphicData uri="{_PIC}"><pic:pic><pic:nvPicPr><pic:cNvPr id="900" name="QR"/><pic:cNvPicPr/>'
        f'</pic:nvPicPr><pic:blipFill><a:blip r:embed="{RELATION}"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill>'
        f'<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="{size}" cy="{size}"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/>'
        '</a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic></wp:anchor></w:drawing></w:r>'
    )


def _caption(words: str, layout: Layout) -> etree._Element:
    x, y = twips(layout.qr.left + layout.qr.size), twips(layout.qr_caption_top)
    return etree.fromstring(
        f'<w:p {_NAMESPACES}><w:pPr><w:framePr w:wrap="around" w:vAnchor="page" w:hAnchor="page" w:x="{x}" w:y="{y}"/></w:pPr>'
        f'<w:r><w:t>{escape(words)}</w:t></w:r></w:p>'
    )


def _related(part: bytes | None) -> bytes:
    root = etree.fromstring(part or f'<Relationships xmlns="{_PACKAGE}"/>')
    etree.SubElement(root, f'{{{_PACKAGE}}}Relationship', Id=RELATION, Type=f'{_R}/image', Target='media/qr.png')
    return etree.tostring(root, xml_declaration=True, encoding='UTF-8', standalone=True)


def _with_png(part: bytes) -> bytes:
    root = etree.fromstring(part)
    if not any(str(one.get('Extension')).lower() == 'png' for one in root):
        root.insert(
            0, root.makeelement(f'{root.tag.rpartition("}")[0]}}}Default', Extension='png', ContentType='image/png')
        )
    return etree.tostring(root, xml_declaration=True, encoding='UTF-8', standalone=True)
