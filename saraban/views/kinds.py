"""The table of kinds: a new kind of paper is a module and a row here."""

from __future__ import annotations

from saraban.content.project import Project
from saraban.views import allocation, letter, proposal, reply_form, round_schedule, schedule
from saraban.views.paper import Kind, Paper

KINDS: dict[str, Kind] = {
    'proposal': Kind(proposal.papers, proposal.view, proposal.SOURCES),
    'schedule': Kind(schedule.papers, schedule.view, schedule.SOURCES),
    'round-schedule': Kind(round_schedule.papers, round_schedule.view, round_schedule.SOURCES),
    'allocation': Kind(allocation.papers, allocation.view, allocation.SOURCES),
    'letter': Kind(letter.letters, letter.view, letter.SOURCES),
    'circular': Kind(letter.circulars, letter.view, letter.SOURCES),
    'reply-form': Kind(reply_form.papers, reply_form.view, reply_form.SOURCES),
}


def all_papers(project: Project) -> list[Paper]:
    """Every paper of a project, in the order of the kinds."""
    return [paper for kind in KINDS.values() for paper in kind.papers(project)]
