"""WordprocessingML in small pieces: elements, forms of paragraphs, runs of words and blanks.

Children stand in the order that the schema asks for; Word refuses a file where they do not.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from lxml import etree

from saraban.views.blocks import Align

W = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
WP = 'http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing'
XML_SPACE = '{http://www.w3.org/XML/1998/namespace}space'
SPACE, JOINER = '\u00a0', '\u200d'  # Word's no-break space and its no-width non-break
NO_BREAK_SPACE = SPACE + JOINER  # the signs that a line to write on is made of

Element = etree._Element

# Word's Thai distribution spreads the slack of a line over the gaps between clusters; `both` stretches spaces alone.
ALIGNMENTS: dict[Align, str] = {'left': 'left', 'center': 'center', 'right': 'right', 'justify': 'thaiDistribute'}


@cache
def qn(name: str) -> str:
    """A WordprocessingML name with its namespace, as lxml writes it."""
    return f'{{{W}}}{name}'


def el(name: str, *children: Element, **attributes: object) -> Element:
    """An element of WordprocessingML with its attributes and children."""
    element = etree.Element(qn(name), {qn(key): str(value) for key, value in attributes.items()}, nsmap={'w': W})
    element.extend(children)
    return element


def twips(cm: float) -> int:
    """Centimetres in twentieths of a point, Word's unit of length."""
    return round(cm / 2.54 * 1440)


def twentieths(points: float) -> int:
    """Points in twentieths of a point."""
    return round(points * 20)


def halves(points: float) -> int:
    """Points in half points, Word's unit of type size."""
    return round(points * 2)


@dataclass(frozen=True, slots=True)
class Form:
    """The form of a paragraph; None leaves it to the style. Indents and tab stops in cm, spacings and exact `line` in pt."""

    align: Align | None = None
    before: float | None = None
    after: float | None = None
    left: float | None = None
    right: float | None = None
    first_line: float | None = None
    tabs: tuple[float, ...] = ()
    keep_next: bool | None = None
    keep_lines: bool | None = None
    new_page: bool | None = None
    line: float | None = None


PLAIN = Form()


def form_elements(form: Form) -> list[Element]:
    """The children of `w:pPr` that say a form, in the schema's order."""
    switches = {'keepNext': form.keep_next, 'keepLines': form.keep_lines, 'pageBreakBefore': form.new_page}
    found = [_switch(name, on) for name, on in switches.items()]
    if form.tabs:
        found.append(el('tabs', *(el('tab', val='left', pos=twips(stop)) for stop in form.tabs)))
    found.append(_spacing(form))
    found.append(_indents(form))
    if form.align is not None:
        found.append(el('jc', val=ALIGNMENTS[form.align]))
    return [element for element in found if element is not None]


def _switch(name: str, on: bool | None) -> Element | None:
    if on is None:
        return None
    return el(name) if on else el(name, val='0')


def _spacing(form: Form) -> Element | None:
    found = {name: twentieths(value) for name in ('before', 'after') if (value := getattr(form, name)) is not None}
    exact = {} if form.line is None else {'line': twentieths(form.line), 'lineRule': 'exact'}
    return el('spacing', **found, **exact) if found or exact else None


def _indents(form: Form) -> Element | None:
    found = {name: twips(value) for name in ('left', 'right') if (value := getattr(form, name)) is not None}
    if form.first_line is not None:
        # A hanging line is an attribute of its own: Word takes no negative firstLine.
        found['hanging' if form.first_line < 0 else 'firstLine'] = twips(abs(form.first_line))
    return el('ind', **found) if found else None


def paragraph(style: str, content: Iterable[Element], form: Form = PLAIN) -> Element:
    """A paragraph of a named style (its id), with what its form adds to the style."""
    return el('p', el('pPr', el('pStyle', val=style), *form_elements(form)), *content)


def keep_with_next(element: Element) -> None:
    """Bind a paragraph, or every paragraph of a table, to what follows it."""
    for properties in element.iter(qn('pPr')):
        found = properties.find(qn('keepNext'))
        if found is None:
            properties.insert(1, el('keepNext'))
        else:
            found.attrib.pop(qn('val'), '')


def space_after(element: Element, points: float) -> None:
    """Space under a paragraph, beside whatever its form and its style say."""
    properties = element.find(qn('pPr'))
    assert properties is not None
    spacing = properties.find(qn('spacing'))
    if spacing is None:
        spacing = el('spacing')
        at = next((at for at, child in enumerate(properties) if child.tag in {qn('ind'), qn('jc')}), len(properties))
        properties.insert(at, spacing)
    spacing.set(qn('after'), str(twentieths(points)))


def words(text: str, *, character_style: str | None = None, italic: bool = False) -> Element:
    """A run of words. `character_style` is the id of the style for bold; Thai words are marked as complex script."""
    properties = [el('rStyle', val=character_style)] if character_style else []
    if italic:
        properties += [el('i'), el('iCs')]
    if any(is_thai(letter) for letter in text):
        # Without it Word sets Thai by the Latin half of the properties and breaks lines only at spaces.
        properties.append(el('cs'))
    return _run(properties, text)


def blank(spaces: int) -> Element:
    """A dotted line to write on, as wide as so many spaces.

    No-break spaces with a dotted underline: the line is never broken inside, and who types into it writes on the same
    dotted line. Between them stands Word's no-width non-break: without it LibreOffice takes the spaces at a line's end for
    white space and draws none of them. A tab with a leader would need a stop of its own in running text, and typed dots
    would move when typed over.
    """
    return _run([el('u', val='dotted')], JOINER.join(SPACE * max(spaces, 1)))


def tab() -> Element:
    """A run with a tab alone."""
    return el('r', el('tab'))


def label(text: str, size: float) -> Element:
    """A run of bold words of a size of their own (pt)."""
    marks = [el('cs')] if any(is_thai(letter) for letter in text) else []
    properties = [el('b'), el('bCs'), el('sz', val=halves(size)), el('szCs', val=halves(size)), *marks]
    return _run(properties, text)


def on_leader(element: Element) -> Element:
    """A run, or a tab, over a dotted line."""
    properties = element.find(qn('rPr'))
    if properties is None:
        properties = el('rPr')
        element.insert(0, properties)
    if properties.find(qn('u')) is None:
        at = next((at for at, child in enumerate(properties) if child.tag == qn('cs')), len(properties))
        properties.insert(at, el('u', val='dotted'))
    return element


def _run(properties: list[Element], text: str) -> Element:
    words_element = el('t')
    words_element.text = text
    words_element.set(XML_SPACE, 'preserve')
    return el('r', *([el('rPr', *properties)] if properties else []), words_element)


def is_thai(letter: str) -> bool:
    """Whether a character is of the Thai block (digits and signs too)."""
    return '\u0e00' <= letter <= '\u0e7f'
