"""What tests of redlines share: papers made to redlines, and a redline's paragraphs in one line each."""

from __future__ import annotations

from dataclasses import replace

from content_tools import ROOT
from lxml import etree
from resolving import W, body_of, resolved, shape

from saraban.render.docx.oxml import NO_BREAK_SPACE
from saraban.render.formats import Engines, load_resources
from saraban.review.changes import PaperChange
from saraban.review.compare import compare
from saraban.review.word.redline import Redliner
from saraban.views import blocks as b
from saraban.views.blocks import View, plain
from saraban.words import Segmenter

ENGINES = Engines(load_resources(ROOT / 'templates', ROOT / 'fonts', 'templates'))
REDLINER = Redliner(ENGINES, 'ผู้ตรวจ')
WORDS = Segmenter().words
SIGNS = {'ins': '{{+{}+}}', 'del': '[-{}-]', 'moveFrom': '[<{}<]', 'moveTo': '{{>{}>}}'}


def paper(*blocks: b.Block, template: str = 'proposal', **more: object) -> View:
    return View('proposal', 'proposal', template, 'โครงการ', blocks, **more)


def line(name: str, words: str, style: str = 'body') -> b.Paragraph:
    return b.Paragraph(name, plain(words), style)


def change_of(old: View | None, new: View | None) -> PaperChange:
    return compare(old, new, WORDS)


def redline(old: View | None, new: View | None) -> bytes:
    return REDLINER.redline(change_of(old, new))


def body(old: View | None, new: View | None) -> etree._Element:
    return body_of(redline(old, new))


def plain_body(side: View, new: View) -> etree._Element:
    """The body of one side's DOCX, in the template and with the spacings of the new one."""
    data = ENGINES.word().render(replace(side, template=new.template, sheet=new.sheet), ENGINES.gives(new))
    return body_of(data)


def outcome(old: View, new: View) -> dict[str, bool]:
    """Whether a redline accepted is the new DOCX, and rejected the old one."""
    return held(body(old, new), old, new)


def held(merged: etree._Element, old: View, new: View) -> dict[str, bool]:
    """Whether a redline's body accepted is the new DOCX, and rejected the old one."""
    sides = {'accept': new, 'reject': old}
    return {how: shape(resolved(merged, how)) == shape(plain_body(side, new)) for how, side in sides.items()}


HOLDS = {'accept': True, 'reject': True}


def lines(container: etree._Element) -> list[str]:
    """Each paragraph with its changes written out, `¶` where its end was put in or taken out; tables by their cells."""
    return [_line(paragraph) for paragraph in container.iter(f'{W}p')]


def changed_lines(container: etree._Element) -> list[str]:
    return [told for told in lines(container) if any(sign in told for sign in ('{+', '[-', '[<', '{>', '<<'))]


def _line(paragraph: etree._Element) -> str:
    told = ''
    for child in paragraph:
        name = child.tag.removeprefix(W)
        if name == 'r':
            told += _run(child)
        elif name in SIGNS:
            told += SIGNS[name].format(''.join(_run(run) for run in child))
    marks = [mark.tag.removeprefix(W) for mark in paragraph.findall(f'{W}pPr/{W}rPr/*')]
    return told + ''.join(SIGNS[mark].format('¶') for mark in marks if mark in SIGNS)


def _run(run: etree._Element) -> str:
    told = ''.join('→' if node.tag == f'{W}tab' else node.text or '' for node in run if node.tag != f'{W}rPr')
    told = '…' if told and not told.strip(NO_BREAK_SPACE) else told
    return f'<<{told}>>' if run.find(f'{W}rPr/{W}rPrChange') is not None else told
