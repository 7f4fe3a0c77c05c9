"""What a paper stands on beside its own words: templates, measures, fonts, code, libraries, names kept whole. Its key.

A template of one kind of paper is no matter to the others, nor is a name that does not stand in a paper: so an edit makes
stale what it touches and no more. Where it cannot be told, everything counts.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from saraban.cache.machine import code_digest, libraries
from saraban.cache.standing import is_leftover
from saraban.render.formats import PAGED, Resources
from saraban.views.blocks import Furniture, Run, View, fingerprint, texts

LAYOUT = 'layout.yaml'
_FOLDER_OF = {'pdf': 'html', 'docx': 'docx'}
_PART = 3  # letters by which a kept word is looked up in a paper
_NOT_WORDS = re.compile('[\\s\u00ad\u200b-\u200d\u2060\ufeff]+')
_NOT_TEMPLATES = ('.py', '.pyc', '.md')
_REVIEW = 'review/'  # what a review is printed by makes no paper
_NAMED = re.compile(
    rb"""\{%-?\s*(?:extends|include|import|from)\s+(?!['"][^'"]+['"]\s*(?:ignore\b|with\b|without\b|import\b|as\b|-?%\}))"""
)


@dataclass(frozen=True)
class Ground:
    """What papers stand on, each part by name with a digest or version of it."""

    resources: Resources
    _known: dict[tuple[str, tuple[str, ...]], tuple[Mapping[str, str], str]] = field(
        default_factory=dict, init=False, repr=False, compare=False
    )

    @cached_property
    def parts(self) -> Mapping[str, str]:
        """Every part: `code`, `fonts`, `date`, `library:…`, `template:html/letter.html`."""
        date = self.resources.date
        parts = {'code': code_digest(), 'fonts': self.resources.fonts.digest, 'date': date.isoformat() if date else ''}
        parts |= {f'library:{name}': version for name, version in libraries().items()}
        return parts | {f'template:{name}': hashlib.sha256(data).hexdigest() for name, data in self._files.items()}

    def of(self, view: View, form: str) -> Mapping[str, str]:
        """The parts that a paper in one format stands on, but for names that no line parts."""
        return self._standing_on(view.template, self._folders(view, form))[0]

    def keys(self, view: View, forms: Iterable[str]) -> dict[str, str]:
        """By format, the name under which a paper is kept: the same for two papers only where their bytes are the same."""
        print_of = fingerprint(view)
        found = {}
        for form in forms:
            folders = self._folders(view, form)
            parts = self._standing_on(view.template, folders)[1]
            kept = self._kept.within(view) if 'html' in folders else []
            found[form] = hashlib.sha256('\0'.join((form, print_of, parts, *kept)).encode()).hexdigest()
        return found

    def _folders(self, view: View, form: str) -> tuple[str, ...]:
        """The folders of templates that a format reads; a Word file's spacing follows its PDF where there are catchwords."""
        paged = form == PAGED or bool(view.furniture.catchword and self.resources.layout.give)
        return tuple(dict.fromkeys((_FOLDER_OF.get(form, form), *(('html',) if paged else ()))))

    def _standing_on(self, template: str, folders: tuple[str, ...]) -> tuple[Mapping[str, str], str]:
        """The parts that papers of one template stand on, and their digest."""
        known = self._known.get((template, folders))
        if known is None:
            parts = {name: part for name, part in self.parts.items() if self._counts(name, template, folders)}
            digest = hashlib.sha256(json.dumps(parts, ensure_ascii=False, sort_keys=True).encode()).hexdigest()
            known = self._known[template, folders] = parts, digest
        return known

    def _counts(self, part: str, template: str, folders: tuple[str, ...]) -> bool:
        kind, _, name = part.partition(':')
        if kind != 'template':
            return True
        folder, _, file = name.partition('/')
        if folder == 'html' and folder not in folders:
            return False
        if folder == 'docx' and folder not in folders:
            return name in self._mentioned  # a page may take a picture from anywhere in the folder
        return name not in self._own or Path(file).stem == template

    @cached_property
    def _files(self) -> dict[str, bytes]:
        folder = self.resources.templates
        names = {path.relative_to(folder).as_posix(): path for path in sorted(folder.rglob('*')) if path.is_file()}
        return {name: path.read_bytes() for name, path in names.items() if _makes_papers(name)}

    @cached_property
    def _own(self) -> set[str]:
        """The templates that only papers of their own name use: no other file names them."""
        if any(_NAMED.search(data) for data in self._files.values()):  # a name that is reckoned could be any
            return set()
        own = {name for name in self._files if re.fullmatch(r'html/[^/]+\.html|docx/[^/]+\.docx', name)}
        return {name for name in own if name not in self._mentioned} - {'html/furniture.html'}

    @cached_property
    def _mentioned(self) -> set[str]:
        """The files whose names stand in a text file of the folder."""
        readable = {name: data for name, data in self._files.items() if not name.endswith('.docx')}
        files = {name: Path(name).name.encode() for name in self._files}
        return {
            name
            for name, file in files.items()
            if any(file in data for other, data in readable.items() if other != name)
        }

    @cached_property
    def _kept(self) -> Kept:
        return Kept(self.resources.keep)


@dataclass(frozen=True)
class Kept:
    """The names that no line parts, found in papers."""

    terms: tuple[str, ...]
    _terms: dict[str, set[str]] = field(default_factory=dict, init=False, repr=False)
    _short: list[str] = field(default_factory=list, init=False, repr=False)
    _pieces: dict[str, list[str]] = field(default_factory=dict, init=False, repr=False)

    def __post_init__(self) -> None:
        """Each piece of a name by the part of it that the fewest others have: the segmenter's dictionary takes the pieces.

        A thousand districts all begin with `อำเภอ`.
        """
        for term in self.terms:
            for piece in term.split():
                self._terms.setdefault(piece, set()).add(term)
        common = Counter(part for piece in self._terms for part in _parts(piece))
        for piece in self._terms:
            rarest = min(_parts(piece), key=lambda part: (common[part], part), default=None)
            (self._short if rarest is None else self._pieces.setdefault(rarest, [])).append(piece)

    def within(self, view: View) -> list[str]:
        """The names of which a piece stands in a paper; no other can move a line of it."""
        text = ''.join(_words(view))
        likely = [*self._short, *(piece for part in _parts(text) & self._pieces.keys() for piece in self._pieces[part])]
        return sorted(set().union(*(self._terms[piece] for piece in likely if piece in text)))


def _parts(text: str) -> set[str]:
    """Every three letters that follow each other."""
    return {text[at : at + _PART] for at in range(len(text) - _PART + 1)}


def _words(view: View) -> Iterator[str]:
    """All that a paper prints in one piece, white space left out: a name may stand across runs and lines."""
    yield _joined(piece.text if isinstance(piece, Run) else piece for piece in texts(view))
    yield '\n'
    yield _joined(_of_furniture(view.furniture))
    yield f'\n{view.title}\n{view.recipient}\n'


def _joined(pieces: Iterable[str]) -> str:
    return _NOT_WORDS.sub('', ''.join(pieces))


def _of_furniture(furniture: Furniture) -> Iterator[str]:
    for name in ('secrecy', 'urgency', 'draft', 'enclosure'):
        yield f'{getattr(furniture, name)}\n'


def _makes_papers(name: str) -> bool:
    """Whether a file of the templates folder can be part of a paper."""
    return not (name.endswith(_NOT_TEMPLATES) or name.startswith(_REVIEW) or is_leftover(Path(name).name))
