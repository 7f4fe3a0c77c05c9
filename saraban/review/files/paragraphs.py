"""A view as paragraphs alone: what a DOCX and content both still know, and a PDF as well."""

from __future__ import annotations

from collections.abc import Iterator

from saraban.views.blocks import Block, Heading, Item, Paragraph, Table, View, plain, printed_words, words_of

HEADINGS = 'headings'


def as_paragraphs(view: View) -> View:
    """A view as paragraphs alone: a number before its words, a line of a table a row; its headings are told by their id."""
    lines = ((name, ' '.join(words.split())) for block in view.blocks for name, words in _lines(block) if words.strip())
    blocks = tuple(Paragraph(f'{name}/{at}', plain(words)) for at, (name, words) in enumerate(lines, 1))
    return View(view.kind, view.path, view.template, view.title, blocks, view.recipient)


def _lines(block: Block) -> Iterator[tuple[str, str]]:
    if isinstance(block, Heading | Item):
        yield 'paragraph', f'{block.number} {words_of(block.text)}'.strip()
    elif isinstance(block, Paragraph):
        yield 'paragraph', words_of(block.text)
    elif isinstance(block, Table):
        if block.header:
            yield HEADINGS, ' '.join(words_of(column.heading) for column in block.columns)
        for row in block.rows:
            yield 'paragraph', ' '.join(words_of(text) for cell in row.cells for text in cell.paragraphs)
    else:
        yield 'paragraph', ' '.join(printed_words(block))
