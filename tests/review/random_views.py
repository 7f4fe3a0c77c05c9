"""Views changed at random in every way that blocks allow, odder than any content would change: what a merge must bear."""

from __future__ import annotations

import random
from dataclasses import fields, is_dataclass, replace

from saraban.errors import Place
from saraban.views import blocks as b
from saraban.views.blocks import Blank, Block, Run, Text, View, plain, words_of

WORDS = ('จังหวัดชัยนาท', 'ประชุม', '๑๕', 'งบประมาณ', 'ABC', 'ใหม่ ', 'โรงแรมบางกอก')
UNMOVED = (b.Cell, b.Column, str)  # a table has its columns


def edited(view: View, draw: random.Random) -> View:
    """The view with one change."""
    blocks = list(view.blocks)
    draw.choice(CHANGES)(blocks, draw.randrange(len(blocks)), draw)
    return replace(view, blocks=tuple(blocks)) if blocks else view


def _gone(blocks: list[Block], at: int, draw: random.Random) -> None:
    if len(blocks) > 1:
        del blocks[at]


def _moved(blocks: list[Block], at: int, draw: random.Random) -> None:
    block = blocks.pop(at)
    blocks.insert(draw.randrange(len(blocks) + 1), block)


def _split(blocks: list[Block], at: int, draw: random.Random) -> None:
    block = blocks[at]
    if isinstance(block, b.Paragraph | b.Item) and len(words_of(block.text)) > 40:
        longest = max(range(len(block.text)), key=lambda n: len(block.text[n].text))
        run = block.text[longest]
        middle = len(run.text) // 2
        before = (*block.text[:longest], replace(run, text=run.text[:middle]))
        after = (replace(run, text=run.text[middle:]), *block.text[longest + 1 :])
        blocks[at : at + 1] = [replace(block, text=before), replace(block, id=f'{block.id}-more', text=after)]


def _joined(blocks: list[Block], at: int, draw: random.Random) -> None:
    pair = blocks[at : at + 2]
    if len(pair) == 2 and type(pair[0]) is type(pair[1]) and isinstance(pair[0], b.Paragraph | b.Item):
        blocks[at : at + 2] = [replace(pair[0], text=pair[0].text + pair[1].text)]


def _put_in(blocks: list[Block], at: int, draw: random.Random) -> None:
    blocks.insert(at, b.Paragraph(f'new-{draw.random()}', plain('ย่อหน้าใหม่ ' + draw.choice(WORDS))))


def _table_put_in(blocks: list[Block], at: int, draw: random.Random) -> None:
    tables = [block for block in blocks if isinstance(block, b.Table)]
    name = f'table-{draw.random()}'
    columns = (b.Column(plain('ก'), 'left'), b.Column(plain('ข'), 'left'))
    row = b.Row('one', (b.Cell((plain('หนึ่ง'),)), b.Cell((plain('สอง'),))))
    blocks.insert(at, replace(draw.choice(tables), id=name) if tables else b.Table(name, columns, (row,)))


def _levelled(blocks: list[Block], at: int, draw: random.Random) -> None:
    block = blocks[at]
    if isinstance(block, b.Item):
        blocks[at] = replace(block, level=max(2, min(5, block.level + draw.choice([-1, 1]))))


def _changed(blocks: list[Block], at: int, draw: random.Random) -> None:
    blocks[at] = _part(blocks[at], draw)


CHANGES = (_gone, _moved, _split, _joined, _put_in, _table_put_in, _levelled, _changed, _changed, _changed)


def _part(part: object, draw: random.Random):
    """A block, a row or a text with something in it changed."""
    if isinstance(part, tuple) and part:
        return _text(part, draw) if all(isinstance(one, Run) for one in part) else _sequence(part, draw)
    if isinstance(part, b.MemoLine):
        return replace(part, pairs=tuple((label, _text(text, draw)) for label, text in part.pairs))
    if is_dataclass(part):
        names = [entry.name for entry in fields(part) if isinstance(getattr(part, entry.name), tuple)]
        names = [name for name in names if getattr(part, name)]
        name = draw.choice(names) if names else ''
        return replace(part, **{name: _part(getattr(part, name), draw)}) if names else part
    return part


def _sequence(parts: tuple, draw: random.Random) -> tuple:
    at, what = draw.randrange(len(parts)), draw.randrange(8)
    if isinstance(parts[0], UNMOVED) or what > 2:
        return (*parts[:at], _part(parts[at], draw), *parts[at + 1 :])
    if what == 0:
        return (*parts[:at], *parts[at + 1 :]) if len(parts) > 1 else parts
    if what == 1:
        new = replace(parts[at], id=f'{parts[at].id}-{draw.random()}') if isinstance(parts[at], b.Row) else parts[at]
        return (*parts[:at], _part(new, draw), *parts[at:])
    return tuple(draw.sample(parts, len(parts)))


def _text(text: Text, draw: random.Random) -> Text:
    runs = list(text)
    worded = [at for at, run in enumerate(runs) if run.text]
    if not worded or draw.random() < 0.2:
        return (*runs, Run(draw.choice(WORDS), bold=draw.random() < 0.5))
    at = draw.choice(worded)
    run = runs[at]
    start = draw.randrange(len(run.text) + 1)
    stop = min(len(run.text), start + draw.randrange(1, 9))
    middle = draw.choice(
        (
            [replace(run, text=draw.choice(WORDS) + run.text[start:stop])],
            [],
            [replace(run, text=draw.choice(WORDS))],
            [replace(run, text=run.text[start:stop], bold=not run.bold, italic=draw.random() < 0.2)],
            [Run('', blank=Blank('ช่องว่าง', Place('letter.yaml', 1), draw.choice([1.0, 2.0])))],
        )
    )
    runs[at : at + 1] = [replace(run, text=run.text[:start]), *middle, replace(run, text=run.text[stop:])]
    return tuple(run for run in runs if run.text or run.blank)
