"""What tests of the print room share: real letters of any length, and content folders that are quick to print."""

from __future__ import annotations

import shutil
from dataclasses import replace
from functools import cache
from pathlib import Path

from content_tools import ROOT, SAMPLE, SHIPPED, copied

from saraban.content.loader import load
from saraban.pipeline import Request
from saraban.render.formats import Engines, load_resources
from saraban.views.blocks import Paragraph, View, plain
from saraban.views.kinds import all_papers, view_of

SENTENCE = 'กรมการปกครองกำหนดดำเนินโครงการเพื่อเสริมสร้างแนวทางการขับเคลื่อนการพัฒนาตำบลแบบบูรณาการในระดับพื้นที่ '
MAIL = 'addressee: ผู้อำนวยการ{{ recipient.name }}\naddress: [ตำบลในเมือง]\n'
NAMES = ('โรงพยาบาลศูนย์บ้านใหม่', 'โรงพยาบาลเด็ก', 'โรงพยาบาลเฉลิมพระเกียรติ', 'โรงพยาบาลทุ่งกว้าง', 'โรงพยาบาลเกาะไกล')
"""How the names of the sample's recipients begin, in print order."""


@cache
def engines() -> Engines:
    return Engines(load_resources(ROOT / 'templates', ROOT / 'fonts', 'templates', ('ชัยนาท',)))


def letter_view(*texts: str) -> View:
    """A real letter with further paragraphs above its closing."""
    project = load(SHIPPED)
    paper = next(paper for paper in all_papers(project) if paper.kind == 'letter')
    view = view_of(project, paper, {})
    at = next(index for index, block in enumerate(view.blocks) if block.id == 'signature')
    more = tuple(Paragraph(f'more/{number}', plain(text)) for number, text in enumerate(texts))
    return replace(view, blocks=view.blocks[:at] + more + view.blocks[at:])


def sample(folder: Path) -> Path:
    """A content folder of five letters in three rounds, with envelopes and labels."""
    content = copied(SAMPLE, folder)
    (content / 'mail.yaml').write_text(MAIL, encoding='utf-8')
    return content


def with_layout(folder: Path, *changes: tuple[str, str]) -> Path:
    """A copy of the templates with other measures."""
    shutil.copytree(ROOT / 'templates', folder)
    path = folder / 'layout.yaml'
    text = path.read_text(encoding='utf-8')
    for old, new in changes:
        assert text.count(old) == 1, old
        text = text.replace(old, new)
    path.write_text(text, encoding='utf-8')
    return folder


def request(tmp_path: Path, **more) -> Request:
    return Request(tmp_path / 'content', tmp_path / 'output', jobs=1, **more)
