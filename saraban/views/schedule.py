"""The table of all rounds on a sheet of its own."""

from __future__ import annotations

from saraban.content.project import Project
from saraban.views.blocks import Title, View, plain
from saraban.views.names import title, title_lines
from saraban.views.paper import Pages, Paper
from saraban.views.rounds import rounds_table

SOURCES = ('project.yaml', 'facts.yaml', 'audience.yaml', 'rounds.yaml', 'recipients.csv', 'schedule.yaml')


def papers(project: Project) -> list[Paper]:
    """One, where there are rounds and the words of their table."""
    return [Paper('schedule', 'schedule')] if project.rounds and project.schedule else []


def view(project: Project, paper: Paper, pages: Pages) -> View:
    """The project's title and the table with all columns."""
    assert project.schedule is not None
    words = project.schedule.table
    heading = Title('title', tuple(plain(line, bold=True) for line in title_lines(project)))
    table = rounds_table(
        project,
        words,
        ('round', 'when', 'area', 'audience', 'count'),
        block='rounds',
        form='schedule',
        full_first=False,
    )
    return View('schedule', paper.path, 'schedule', f'{words.headings.when} {title(project)}', (heading, table))
