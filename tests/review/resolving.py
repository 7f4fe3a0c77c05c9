"""Tracked changes accepted or rejected on the XML, as ECMA-376 (17.13.5) tells it; knows nothing of the code that makes them.

What an accepted or rejected paper is compared by is its shape: paragraphs with the properties of their ends and their runs,
tables with their rows and cells. Runs of one look that stand next to each other are one.
"""

from __future__ import annotations

import zipfile
from copy import deepcopy
from io import BytesIO

from lxml import etree

W = '{http://schemas.openxmlformats.org/wordprocessingml/2006/main}'
GONE = {'accept': {f'{W}del', f'{W}moveFrom'}, 'reject': {f'{W}ins', f'{W}moveTo'}}
MARKS = GONE['accept'] | GONE['reject']
RANGES = {f'{W}{name}Range{edge}' for name in ('moveFrom', 'moveTo') for edge in ('Start', 'End')}


def body_of(data: bytes) -> etree._Element:
    with zipfile.ZipFile(BytesIO(data)) as package:
        return etree.fromstring(package.read('word/document.xml')).find(f'{W}body')


def resolved(body: etree._Element, how: str) -> etree._Element:
    """A copy of a body with all its changes accepted or rejected."""
    body = deepcopy(body)
    for mark in [one for one in body.iter() if one.tag in RANGES]:
        mark.getparent().remove(mark)
    for kind in ('rPr', 'pPr', 'tblPr', 'tcPr', 'trPr', 'tblGrid'):
        for change in list(body.iter(f'{W}{kind}Change')):
            _former(change, kind, how)
    for row in list(body.iter(f'{W}tr')):
        _row(row, how)
    for table in list(body.iter(f'{W}tbl')):
        if table.find(f'{W}tr') is None:
            table.getparent().remove(table)
    for paragraph in body.iter(f'{W}p'):
        _content(paragraph, how)
    for container in [body, *body.iter(f'{W}tc')]:
        _ends(container, how)
    return body


def _former(change: etree._Element, kind: str, how: str) -> None:
    properties = change.getparent()
    properties.remove(change)
    if how == 'accept':
        return
    kept = MARKS | ({f'{W}rPr', f'{W}sectPr'} if kind == 'pPr' else set())
    for child in list(properties):
        if child.tag not in kept:
            properties.remove(child)
    former = list(change.find(f'{W}{kind}'))
    if kind == 'rPr':
        properties.extend(former)
    else:
        properties[:0] = former


def _row(row: etree._Element, how: str) -> None:
    properties = row.find(f'{W}trPr')
    marks = [child for child in (properties if properties is not None else ()) if child.tag in MARKS]
    if any(mark.tag in GONE[how] for mark in marks):
        row.getparent().remove(row)
        return
    for mark in marks:
        properties.remove(mark)
    if properties is not None and not len(properties):
        row.remove(properties)


def _content(paragraph: etree._Element, how: str) -> None:
    for mark in [child for child in paragraph if child.tag in MARKS]:
        if mark.tag not in GONE[how]:
            for child in mark:
                assert child.tag == f'{W}r', 'a change holds runs'
                mark.addprevious(deepcopy(child))
        paragraph.remove(mark)
    for text in list(paragraph.iter(f'{W}delText')):
        text.tag = f'{W}t'


def _ends(container: etree._Element, how: str) -> None:
    """Takes away the ends that are gone: what stands before one runs on into the next paragraph."""
    carried: list[etree._Element] = []
    for child in list(container):
        if child.tag != f'{W}p':
            assert not carried, 'words would run on into what is no paragraph'
            continue
        properties = child.find(f'{W}pPr')
        look = properties.find(f'{W}rPr') if properties is not None else None
        marks = [one for one in (look if look is not None else ()) if one.tag in MARKS]
        content = [*carried, *(one for one in child if one.tag != f'{W}pPr')]
        carried = []
        if any(mark.tag in GONE[how] for mark in marks):
            carried = content
            container.remove(child)
            continue
        for mark in marks:
            look.remove(mark)
        if look is not None and not len(look):
            properties.remove(look)
        child[:] = [*([properties] if properties is not None else []), *content]
    assert not carried, 'words would run on past the end'


def shape(container: etree._Element) -> list[tuple]:
    """What a body or a cell is made of."""
    found = []
    for child in container:
        if child.tag == f'{W}p':
            found.append(('p', _children(child.find(f'{W}pPr')), _runs(child)))
        elif child.tag == f'{W}tbl':
            rows = [
                (
                    _children(row.find(f'{W}trPr')),
                    [(_children(cell.find(f'{W}tcPr')), shape(cell)) for cell in row.iterchildren(f'{W}tc')],
                )
                for row in child.iterchildren(f'{W}tr')
            ]
            found.append(('tbl', _children(child.find(f'{W}tblPr')), _children(child.find(f'{W}tblGrid')), rows))
        elif child.tag != f'{W}tcPr':
            found.append((child.tag.removeprefix(W), _children(child)))
    return found


def _children(properties: etree._Element | None) -> list[tuple]:
    return [] if properties is None else [_plain(child) for child in properties]


def _plain(element: etree._Element) -> tuple:
    """An element as what is equal for equal ones, wherever it stands."""
    return element.tag.removeprefix(W), sorted(element.attrib.items()), element.text, _children(element)


def _runs(paragraph: etree._Element) -> list[tuple[list[tuple], str]]:
    found: list[tuple[list[tuple], str]] = []
    for run in paragraph:
        if run.tag == f'{W}pPr':
            continue
        assert run.tag == f'{W}r', run.tag
        look = _children(run.find(f'{W}rPr'))
        for node in run:
            if node.tag == f'{W}rPr':
                continue
            words = (node.text or '') if node.tag == f'{W}t' else str(_plain(node))
            if found and found[-1][0] == look:
                found[-1] = (look, found[-1][1] + words)
            else:
                found.append((look, words))
    return found
