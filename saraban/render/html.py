"""Views as HTML: the office's Jinja2 templates, checked for words that belong in content, filled with finished text."""

from __future__ import annotations

import re
import traceback
from collections.abc import Callable, Container, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

import jinja2
from jinja2.sandbox import ImmutableSandboxedEnvironment

from saraban.errors import Finding, Place, TemplateError
from saraban.render.furniture import Layer
from saraban.render.layout import Layout
from saraban.views.blocks import Block, Cell, Column, Item, Row, Text, View, plain, words_of
from saraban.views.blocks.marked import MarkedWords

_STATEMENT = re.compile(r'\{\{.*?\}\}|\{%.*?%\}|\{#.*?#\}', re.DOTALL)
_TAG = re.compile(r'<[^>]*>', re.DOTALL)
_WORDS = re.compile(r'[A-Za-zก-๙][\w ก-๙]*')


class HtmlTemplates:
    """The templates of one folder, compiled once."""

    def __init__(
        self,
        folder: Path,
        shown: str,
        layout: Layout,
        names: Mapping[str, object],
        finish: Callable[[object], object] | None = None,
    ) -> None:
        """Takes the folder, its name in messages, the measures, and what the page engine lends to every template.

        What a template prints goes through `finish` first.

        Raises:
            TemplateError: templates that cannot be read or that hold words that print, all of them at once.
        """
        self._folder = folder
        self._shown = shown
        self._jinja = ImmutableSandboxedEnvironment(
            loader=jinja2.FileSystemLoader(folder),
            undefined=jinja2.StrictUndefined,
            autoescape=True,
            trim_blocks=True,
            lstrip_blocks=True,
            finalize=finish,
        )
        self._jinja.globals.update(
            names, layout=layout, label=words_of, placed=_placed, numbered=_numbered, macro_of=_macro_of
        )
        findings = [finding for path in sorted(folder.glob('*.html')) for finding in self._faults(path)]
        if findings:
            raise TemplateError(findings)

    def page(self, view: View, kept: Container[str] = ()) -> str:
        """The HTML of a paper's body; no page may part the blocks `kept` from what follows them.

        Raises:
            TemplateError: the template is missing, cannot be read, or names what there is not.
        """
        return self.fill(f'{view.template}.html', {'view': view, 'kept': kept})

    def furniture(self, layer: Layer) -> str:
        """The HTML of a paper's furniture, a section for each page. Raises TemplateError as `page` does."""
        return self.fill('furniture.html', {'layer': layer})

    def fill(self, name: str, values: Mapping[str, object]) -> str:
        """A file of the folder filled with values (a stylesheet with measures). Raises TemplateError as `page` does."""
        with self._told():
            return self._jinja.get_template(name).render(values)

    def _faults(self, path: Path) -> Iterator[Finding]:
        """What can be seen without a paper: syntax, and words outside tags."""
        try:
            source = path.read_text(encoding='utf-8')
            self._jinja.parse(source)
        except jinja2.TemplateSyntaxError as error:
            yield self._finding('template-broken', (path.name, error.lineno), {'detail': error.message})
            return
        except (OSError, UnicodeDecodeError) as error:
            yield self._finding('template-broken', (path.name, 0), {'detail': str(error)})
            return
        bare = _TAG.sub(_only_lines, _STATEMENT.sub(_only_lines, source))
        for line, text in enumerate(bare.splitlines(), 1):
            if words := _WORDS.search(text):
                yield self._finding('template-words', (path.name, line), {'words': words[0].strip()})

    @contextmanager
    def _told(self) -> Iterator[None]:
        """Turns what Jinja2 raises into findings with the template's line."""
        try:
            yield
        except jinja2.TemplateNotFound as error:
            raise TemplateError([self._finding('template-missing', (str(error.name), 0))]) from error
        except jinja2.TemplateSyntaxError as error:
            raise TemplateError(
                [self._finding('template-broken', (error.name or '', error.lineno), {'detail': error.message})]
            ) from error
        except jinja2.UndefinedError as error:
            quoted = re.findall(r"'([^']+)'", error.message or '')
            name = quoted[-1] if quoted else error.message
            raise TemplateError(
                [self._finding('template-unknown-name', self._line_of(error), {'name': name})]
            ) from error
        except (jinja2.TemplateError, TypeError, ValueError, ZeroDivisionError) as error:
            raise TemplateError(
                [self._finding('template-broken', self._line_of(error), {'detail': str(error)})]
            ) from error

    def _line_of(self, error: BaseException) -> tuple[str, int]:
        """The innermost template line of a traceback."""
        frames = [
            frame for frame in traceback.extract_tb(error.__traceback__) if Path(frame.filename).parent == self._folder
        ]
        return (Path(frames[-1].filename).name, frames[-1].lineno or 0) if frames else ('', 0)

    def _finding(self, rule: str, where: tuple[str, int], values: Mapping[str, object] | None = None) -> Finding:
        name, line = where
        path = self._folder / name
        lines = path.read_text(encoding='utf-8', errors='replace').splitlines() if path.is_file() else []
        excerpt = lines[line - 1].strip() if 0 < line <= len(lines) else ''
        return Finding(rule, Place(f'{self._shown}/{name}', line, 0, excerpt), values or {})


def _only_lines(match: re.Match[str]) -> str:
    """The line ends of what is taken out, so that what stays keeps its line number."""
    return '\n' * match[0].count('\n')


def _macro_of(block: Block) -> str:
    return type(block).__name__.lower()


def _placed(row: Row, columns: tuple[Column, ...]) -> Iterator[tuple[Cell, Column]]:
    """A row's cells, each with the column in which it starts."""
    position = 0
    for cell in row.cells:
        yield cell, columns[position]
        position += cell.span


def _numbered(item: Item) -> Text:
    """An item's number and text as one text, so that its lines are broken together."""
    if isinstance(item.number, MarkedWords):
        return (*item.number.text, *plain(' '), *item.text)
    return (*plain(f'{item.number} '), *item.text)
