"""Writes the page of a review: papers as sections, changes as articles, pictures of pages, all in one file."""

from __future__ import annotations

import base64
import hashlib
import json
import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from markupsafe import Markup

from saraban.messages import Language
from saraban.messages.review_page import REVIEW_PAGE, said
from saraban.render.fonts import FaceStyle, FontSet
from saraban.render.fonts.web import as_woff2
from saraban.render.formats import Resources
from saraban.render.html import HtmlTemplates
from saraban.review.cause_words import cause_name, cause_text
from saraban.review.causes import Cause
from saraban.review.changes import PaperChange
from saraban.review.entries import Away, Entry, Lister, Part, Renumbered, Same, Section
from saraban.review.page.marks import Marker
from saraban.review.page.pictures import Picture, Ring, pictures
from saraban.review.page.titles import Name, member_names, names_of, short_name
from saraban.review.papers import Group, Review
from saraban.review.prints import Prints
from saraban.review.tags import Tagger
from saraban.review.telling import figure, page_range
from saraban.review.tokens import Words
from saraban.views.blocks import Cell, words_of
from saraban.words import Segmenter

_TAGS = ('number', 'date', 'name', 'style', 'move', 'table', 'text')
_MARGIN, _RADIUS, _LINE = 2.3, 0.36, 0.3  # cm: where numbers stand, how large, when two are on one line
_ROOMS = ((14, 'few'), (30, ''), (70, 'some'), (math.inf, 'many'))  # by the letters of a cell's longest paragraph
_WEIGHTS = {FaceStyle.REGULAR: 400, FaceStyle.BOLD: 700}


@dataclass(frozen=True)
class PaperShown:
    """A group of papers with the same change as the template sees it: the first stands for all."""

    group: Group
    name: Name
    sections: list[Section]
    renumbered: Renumbered
    pictures: tuple[Picture, ...]
    causes: list[tuple[int, Cause]]

    @property
    def change(self) -> PaperChange:
        """What became of the first."""
        return self.group.first

    @property
    def paths(self) -> tuple[str, ...]:
        """The papers' paths."""
        return self.group.paths

    @property
    def names(self) -> list[str]:
        """What each of the papers is told by."""
        return list(member_names(self.group))

    @cached_property
    def entries(self) -> list[Entry]:
        """Its changes."""
        return [entry for section in self.sections for entry in section.entries]


def write_page(
    review: Review, prints: Prints, resources: Resources, language: Language = 'th', causes: Sequence[Cause] = ()
) -> str:
    """The page of a review; its own words are in one language, the papers' stay as they are.

    Raises:
        TemplateError: its template has a fault.
        RenderError: a page of which a picture is to be made could not be set.
    """
    prints.prepare(review)
    segmenter = Segmenter((*review.old.keep, *review.new.keep))
    marker = Marker(language, segmenter)
    lister = Lister(Tagger((*review.old.names, *review.new.names), segmenter.words), language, segmenter.words)
    papers = [
        _shown(group, name, review, causes, lister, prints)
        for group, name in zip(review.groups, names_of(review, language), strict=True)
    ]
    lent = _lent(marker, language, segmenter.words)
    templates = HtmlTemplates(resources.templates / 'review', f'{resources.shown}/review', resources.layout, lent)
    faces = {'faces': Markup(_faces(resources.fonts)), 'family': resources.fonts.family}
    style, script = Markup(templates.fill('page.css', faces)), Markup(templates.fill('page.js', {}))
    dress = {
        'style': style,
        'script': script,
        'policy': _policy(style, script),
        'script_words': _script_words(language),
    }
    return templates.fill('page.html', {**_contents(review, causes, papers, language), **dress, 'language': language})


def _contents(
    review: Review, causes: Sequence[Cause], papers: Sequence[PaperShown], language: Language
) -> dict[str, object]:
    """What the page tells of."""
    entries = [entry for paper in papers for entry in paper.entries]
    return {
        'review': review,
        'causes': causes,
        'papers': papers,
        'count': len(entries),
        'paper_count': sum(len(paper.paths) for paper in papers),
        'tags': [tag for tag in _TAGS if any(tag in entry.tags for entry in entries)],
        'effects': lambda cause: _effects(cause, papers, review, language),
    }


def _lent(marker: Marker, language: Language, words: Words) -> dict[str, object]:
    """What the templates may call, and the page's own words."""

    def number(value: int) -> str:
        return figure(value, language)

    def picture_alt(picture: Picture) -> str:
        numbers = ', '.join(number(ring.number) for ring in picture.rings)
        side = said(picture.side, language)
        return said('page-alt', language, version=side, page=number(picture.page), numbers=numbers)

    return {
        'runs': marker.runs,
        'words': marker.runs,
        'broken': marker.broken,
        'with_number': marker.numbered,
        'macro_kind': _kind_of,
        'room_of': _room_of,
        'digits': number,
        'pages': lambda pages: page_range(pages, number),
        'say': lambda key, **values: said(key, language, **values),
        't': {key: text[language] for key, text in REVIEW_PAGE.items()},
        'ring_label': _ring_label,
        'picture_alt': picture_alt,
        'cause_name': lambda cause: cause_name(cause, language, words),
        'cause_text': lambda cause: cause_text(cause, language, words),
    }


def _shown(
    group: Group, name: Name, review: Review, causes: Sequence[Cause], lister: Lister, prints: Prints
) -> PaperShown:
    change = group.first
    old, new = prints.of(change.old, review.old), prints.of(change.new, review.new)
    sections = lister.sections(change, old.map if old else None, new.map if new else None)
    entries = [entry for section in sections for entry in section.entries]
    found = [
        *(pictures(old.pdf, 'old', entries, old.map.sizes) if old else ()),
        *(pictures(new.pdf, 'new', entries, new.map.sizes) if new else ()),
    ]
    of_these = [(number, cause) for number, cause in enumerate(causes, 1) if cause.paths & set(group.paths)]
    return PaperShown(group, name, sections, lister.renumbered(change), tuple(found), of_these)


def _effects(
    cause: Cause, papers: Sequence[PaperShown], review: Review, language: Language
) -> Iterator[tuple[int, str]]:
    """Where the papers that a value changed are shown, and what they are called; of a group those alone."""
    for number, paper in enumerate(papers, 1):
        touched = tuple(one for one in paper.group.papers if one.view.path in cause.paths)
        if len(touched) == len(paper.group.papers):
            yield number, paper.name.short
        elif touched:
            yield number, short_name(Group(touched), review, language)


def _kind_of(part: Part) -> str:
    return {Same: 'same', Away: 'away', Entry: 'entry'}[type(part)]


def _room_of(cell: Cell) -> str:
    """How much room a cell of a table needs for its words: numbers stay on a line, sentences get more than a word a line."""
    longest = max((len(words_of(text)) for text in cell.paragraphs), default=0)
    return next(room for most, room in _ROOMS if longest <= most)


def _ring_label(ring: Ring, picture: Picture) -> tuple[float, float]:
    """Where a ring's number stands: in the left margin beside its first line, those of one line beside each other."""
    first = ring.spots[0]
    beside = [one for one in picture.rings if abs(one.spots[0].y - first.y) < _LINE]
    place = sum(one.number > ring.number for one in beside)
    return round(_MARGIN - place * 2 * _RADIUS, 2), round(first.y + first.height / 2, 2)


def _faces(fonts: FontSet) -> str:
    return '\n'.join(
        f'@font-face {{ font-family: "{fonts.family}"; font-weight: {weight}; '
        f'src: url(data:font/woff2;base64,{base64.b64encode(as_woff2(fonts.faces[style])).decode()}) format("woff2") }}'
        for style, weight in _WEIGHTS.items()
    )


def _policy(style: str, script: str) -> str:
    """What the page may do: run its one script, use its one stylesheet, show what it holds; nothing from elsewhere."""
    style_hash, script_hash = (
        base64.b64encode(hashlib.sha256(text.encode()).digest()).decode() for text in (style, script)
    )
    return (
        f"default-src 'none'; style-src 'sha256-{style_hash}'; script-src 'sha256-{script_hash}'; "
        "img-src data:; font-src data:; base-uri 'none'; form-action 'none'"
    )


def _script_words(language: Language) -> Markup:
    """What the script says, as data that no text can break out of."""
    words: dict[str, object] = {
        'thai': language == 'th',
        'progress': REVIEW_PAGE['progress'][language],
        'hidden': REVIEW_PAGE['hidden'][language],
        'read': REVIEW_PAGE['read'][language],
        'unread': REVIEW_PAGE['record-unread'][language],
        'notKept': REVIEW_PAGE['not-kept'][language],
        'table': REVIEW_PAGE['table-number'][language],
        'tableOf': REVIEW_PAGE['table-of-change'][language],
    }
    return Markup(json.dumps(words, ensure_ascii=False).replace('<', '\\u003c'))
