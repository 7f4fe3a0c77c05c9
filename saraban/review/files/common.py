"""Views of two forms in one: what a DOCX and content, or a PDF and either, both still know."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from saraban.review.aligning import opcodes
from saraban.views.blocks import Block, Heading, Item, Paragraph, Table, View, plain, printed_words, words_of

END = '\n'
HEADING = 8  # letters: a shorter piece of a page is no table's headings


def as_paragraphs(view: View) -> View:
    """A view as paragraphs alone: a number before its words, a line of a table a row."""
    blocks = tuple(Paragraph(f'paragraph/{at}', plain(words)) for at, words in enumerate(_lines(view), 1))
    return View(view.kind, view.path, view.template, view.title, blocks, view.recipient)


def _lines(view: View) -> Iterator[str]:
    for block in view.blocks:
        yield from (' '.join(words.split()) for words in _block_lines(block) if words.strip())


def _block_lines(block: Block) -> Iterator[str]:
    if isinstance(block, Heading | Item):
        yield f'{block.number} {words_of(block.text)}'.strip()
    elif isinstance(block, Paragraph):
        yield words_of(block.text)
    elif isinstance(block, Table):
        if block.header:
            yield ' '.join(words_of(column.heading) for column in block.columns)
        for row in block.rows:
            yield ' '.join(words_of(text) for cell in row.cells for text in cell.paragraphs)
    else:
        yield ' '.join(printed_words(block))


def recut(view: View, like: View) -> View:
    """A view of paragraphs with its white space and its paragraphs' ends where another view has them.

    A PDF knows neither for certain. Letters are aligned without white space; where they are the same, the other's white
    space stands between them, and where they are not, the view's own. A table's headings that are repeated on a further
    page are furniture: letters that the other lacks are left out where they are one of its paragraphs once more.
    """
    own, other = _stream(view), _stream(like)
    letters, others = _bare(own), _bare(other)
    cut: list[str] = []
    known = {''.join(words_of(block.text).split()) for block in like.blocks if isinstance(block, Paragraph)}
    for step in opcodes(*(''.join(letter for letter, _ in side) for side in (letters, others))):
        if step.tag == 'equal':
            for a, b in zip(range(step.src_start, step.src_end), range(step.dest_start, step.dest_end), strict=True):
                # White space stands after the letter that it follows; the last equal one keeps the view's own.
                last = a + 1 == step.src_end
                cut.append(letters[a][0] + _space(letters[a][1], others[b][1], last=last))
        elif step.tag == 'delete':
            run = letters[step.src_start : step.src_end]
            if len(run) < HEADING or ''.join(letter for letter, _ in run) not in known:
                cut += [letter + space for letter, space in run]
    paragraphs = [' '.join(words.split()) for words in ''.join(cut).split(END)]
    blocks = tuple(Paragraph(f'paragraph/{at}', plain(words)) for at, words in enumerate(filter(None, paragraphs), 1))
    return View(view.kind, view.path, view.template, view.title, blocks, view.recipient)


def _space(own: str, other: str, *, last: bool) -> str:
    """What stands between two letters: the other's white space, and at the edge of what changed the larger of both."""
    if not last:
        return other
    return END if END in other else own if own.strip(END) or not other else other


def _stream(view: View) -> str:
    return ''.join(f'{words_of(block.text)}{END}' for block in view.blocks if isinstance(block, Paragraph))


def _bare(stream: str) -> Sequence[tuple[str, str]]:
    """Each letter that is no white space, with the white space after it."""
    found: list[tuple[str, str]] = []
    for letter in stream:
        if not letter.isspace():
            found.append((letter, ''))
        elif found:
            found[-1] = (found[-1][0], found[-1][1] + letter)
    return found
