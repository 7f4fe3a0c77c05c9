"""Paragraphs taken apart into what can change by itself, letter by letter, and put together again as runs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from copy import deepcopy
from dataclasses import dataclass, field
from itertools import groupby

from lxml import etree

from saraban.render.docx.oxml import NO_BREAK_SPACE, XML_SPACE, Element, el, qn
from saraban.review.word.stamp import OLD, Fate, Stamp

END, BLANK, TAB, OTHER = '\n', '\ufffc', '\t', '\ufffd'
"""The signs of a paragraph's end, a line to fill in, a tab, any other thing in a run (a picture, a line break)."""


@dataclass(frozen=True, slots=True)
class Atom:
    """A letter of a run, or one thing that is no letter, with the run's properties; or a paragraph's end with its own.

    `sign` is the one letter that stands for it where two paragraphs are laid over each other; `look` is the properties as
    they are compared.
    """

    sign: str
    properties: Element | None
    look: bytes = field(repr=False)
    text: str = ''
    node: Element | None = None

    def equals(self, other: Atom) -> bool:
        """Whether both are the same thing, in whatever style."""
        return (self.sign, self.text, canonical(self.node)) == (other.sign, other.text, canonical(other.node))


@dataclass(frozen=True, slots=True)
class Step:
    """An atom of the merged text: both sides for one that stayed."""

    fate: Fate
    old: Atom | None
    new: Atom | None

    @property
    def atom(self) -> Atom:
        """The atom as it stands in the merged text."""
        atom = self.new or self.old
        assert atom is not None
        return atom

    @property
    def looks(self) -> tuple[bytes, bytes]:
        """How it looked and how it looks."""
        return (self.old or self.atom).look, (self.new or self.atom).look


def one_sided(fate: Fate, atom: Atom) -> Step:
    """The step of an atom that only one of the papers has."""
    return Step(fate, atom, None) if fate in OLD else Step(fate, None, atom)


def canonical(element: Element | None) -> bytes:
    """An element as bytes that are equal for equal ones; none for no element."""
    return b'' if element is None else etree.tostring(element)


def atoms_of(paragraphs: Sequence[Element]) -> list[Atom]:
    """The atoms of paragraphs in order, each paragraph's end after its last."""
    return [atom for paragraph in paragraphs for atom in _atoms(paragraph)]


def _atoms(paragraph: Element) -> Iterator[Atom]:
    for run in paragraph.iterchildren(qn('r')):
        properties = run.find(qn('rPr'))
        look = canonical(properties)
        for node in run:
            if node.tag == qn('t'):
                yield from (Atom(sign, properties, look, text) for sign, text in _letters(node.text or ''))
            elif node.tag != qn('rPr'):
                yield Atom(TAB if node.tag == qn('tab') else OTHER, properties, look, node=node)
    ending = paragraph.find(qn('pPr'))
    yield Atom(END, ending, canonical(ending))


def _letters(text: str) -> Iterator[tuple[str, str]]:
    """The signs of a text and what they stand for: a line to fill in is one."""
    if text and not text.strip(NO_BREAK_SPACE):
        yield BLANK, text
    else:
        yield from zip(text, text, strict=True)


def runs(steps: Sequence[Step], stamp: Stamp) -> list[Element]:
    """The content of a paragraph: its steps as runs, each stretch of one fate in its own mark of a change."""
    found: list[Element] = []
    for fate, stretch in groupby(steps, key=lambda step: step.fate):
        inside = [_run(list(part), stamp) for _, part in groupby(stretch, key=_run_key)]
        found += inside if fate == 'same' else [stamp.mark(fate, *inside)]
    return found


def _run_key(step: Step) -> tuple[object, ...]:
    return (*step.looks, id(step.atom.node) if step.atom.node is not None else None)


def _run(steps: Sequence[Step], stamp: Stamp) -> Element:
    """A run of steps of one fate and one look, or of one thing that is no letter."""
    first = steps[0]
    properties = changed_properties(first.old if first.fate == 'same' else None, first.atom, stamp)
    run = el('r', *([properties] if properties is not None else []))
    if first.atom.node is not None:
        run.append(deepcopy(first.atom.node))
        return run
    words = el('delText' if first.fate == 'del' else 't')
    words.text = ''.join(step.atom.text for step in steps)
    words.set(XML_SPACE, 'preserve')
    run.append(words)
    return run


def changed_properties(old: Atom | None, new: Atom, stamp: Stamp) -> Element | None:
    """The run properties of `new`, with those of `old` as the former ones where they were others."""
    properties = deepcopy(new.properties)
    if old is None or old.look == new.look:
        return properties
    properties = el('rPr') if properties is None else properties
    former = [deepcopy(child) for child in old.properties] if old.properties is not None else []
    properties.append(stamp.mark('rPrChange', el('rPr', *former)))
    return properties
