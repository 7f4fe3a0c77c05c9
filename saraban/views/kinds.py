"""The table of kinds: a new kind of paper is a module and a row here."""

from __future__ import annotations

from collections.abc import Container

from saraban.content.project import Project
from saraban.views import (
    allocation,
    change_letter,
    letter,
    mail,
    memo,
    proposal,
    register,
    reply_form,
    round_schedule,
    schedule,
)
from saraban.views.blocks import View, as_enclosure
from saraban.views.paper import Kind, Pages, Paper

KINDS: dict[str, Kind] = {
    'proposal': Kind(proposal.papers, proposal.view, proposal.SOURCES),
    'schedule': Kind(schedule.papers, schedule.view, schedule.SOURCES),
    'round-schedule': Kind(round_schedule.papers, round_schedule.view, round_schedule.SOURCES),
    'allocation': Kind(allocation.papers, allocation.view, allocation.SOURCES),
    'letter': Kind(letter.letters, letter.view, letter.SOURCES),
    'circular': Kind(letter.circulars, letter.view, letter.SOURCES),
    'change-letter': Kind(change_letter.papers, change_letter.view, change_letter.SOURCES),
    'memo': Kind(memo.papers, memo.view, memo.SOURCES),
    'reply-form': Kind(reply_form.papers, reply_form.view, reply_form.SOURCES),
    'labels': Kind(mail.label_papers, mail.labels, mail.SOURCES, on_request=True),
    'envelopes': Kind(mail.envelope_papers, mail.envelopes, mail.SOURCES, on_request=True),
    'register': Kind(register.papers, register.view, register.SOURCES, on_request=True),
}


def view_of(project: Project, paper: Paper, pages: Pages) -> View:
    """The view of a paper; of one that goes with a letter, its marked copy."""
    view = KINDS[paper.kind].view(project, paper, pages)
    return as_enclosure(view, paper.mark) if paper.mark else view


def all_papers(project: Project, requested: Container[str] = ()) -> list[Paper]:
    """Every paper of a project, in the order of the kinds; of kinds that are made on request, those that are requested."""
    return [
        paper
        for name, kind in KINDS.items()
        if not kind.on_request or name in requested
        for paper in kind.papers(project)
    ]
