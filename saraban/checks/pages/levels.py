"""How grave what is found on a page is; known without the checks themselves, which are slow to load."""

from __future__ import annotations

from saraban.content.shape import nearest
from saraban.errors import Finding, Level, Place
from saraban.messages.pages import PAGES
from saraban.render.layout import Layout

# What stops a build unless the agency's layout says otherwise; all other findings are warnings.
ERRORS = frozenset({
    'words-differ', 'docx-words-differ', 'outside-page', 'outside-margins', 'lines-overlap', 'letters-overlap',
    'left-over', 'emblem-missing', 'docx-emblem-missing', 'font-not-embedded', 'empty-page',
})  # fmt: skip


def level_of(rule: str) -> Level:
    """How grave a finding on a page is where the agency's layout does not say."""
    return Level.ERROR if rule in ERRORS else Level.WARNING


def strange_levels(layout: Layout, shown: str) -> list[Finding]:
    """The findings that a layout's table of levels names and that there are not; `shown` is the file's name."""
    strange = [name for name in layout.levels if name not in PAGES]
    return [Finding('unknown-level', Place(shown), {'name': name, 'near': nearest(name, PAGES)}) for name in strange]
