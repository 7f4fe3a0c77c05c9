"""The order in which WordprocessingML's schema has children stand, and putting a child in its place."""

from __future__ import annotations

from collections.abc import Mapping

from saraban.render.docx.oxml import Element, el, qn


def _order(names: str) -> Mapping[str, int]:
    return {qn(name): place for place, name in enumerate(names.split())}


PARAGRAPH = _order(
    'pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers pBdr shd tabs '
    'suppressAutoHyphens kinsoku wordWrap overflowPunct topLinePunct autoSpaceDE autoSpaceDN bidi adjustRightInd '
    'snapToGrid spacing ind contextualSpacing mirrorIndents suppressOverlap jc textDirection textAlignment '
    'textboxTightWrap outlineLvl divId cnfStyle rPr sectPr pPrChange'
)
RUN = _order(
    'rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint noProof snapToGrid vanish '
    'webHidden color spacing w kern position sz szCs highlight u effect bdr shd fitText vertAlign rtl cs em lang '
    'eastAsianLayout specVanish oMath'
)
TABLE = _order(
    'tblStyle tblpPr tblOverlap bidiVisual tblStyleRowBandSize tblStyleColBandSize tblW jc tblCellSpacing tblInd '
    'tblBorders shd tblLayout tblCellMar tblLook'
)
STYLE = _order(
    'name aliases basedOn next link autoRedefine hidden uiPriority semiHidden unhideWhenUsed qFormat locked personal '
    'rsid pPr rPr tblPr trPr tcPr tblStylePr'
)
STYLES = _order('docDefaults latentStyles style')
DEFAULTS = _order('rPrDefault pPrDefault rPr pPr')
SECTION = _order(
    'headerReference footerReference footnotePr endnotePr type pgSz pgMar paperSrc pgBorders lnNumType pgNumType cols '
    'formProt vAlign noEndnote titlePg textDirection bidi rtlGutter docGrid'
)


def put(parent: Element, order: Mapping[str, int], *children: Element) -> None:
    """Set children where the schema has them, each in place of one of the same name."""
    for child in children:
        for former in parent.findall(child.tag):
            parent.remove(former)
        after = (at for at, other in enumerate(parent) if order.get(str(other.tag), len(order)) > order[str(child.tag)])
        parent.insert(next(after, len(parent)), child)


def child(parent: Element, name: str, order: Mapping[str, int]) -> Element:
    """The child of this name, made where it is missing."""
    found = parent.find(qn(name))
    if found is None:
        found = el(name)
        put(parent, order, found)
    return found
