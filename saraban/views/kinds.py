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
    reply_form,
    round_schedule,
    schedule,
)
from saraban.views.paper import Kind, Paper

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
}


def all_papers(project: Project, requested: Container[str] = ()) -> list[Paper]:
    """Every paper of a project, in the order of the kinds; of kinds that are made on request, those that are requested."""
    return [
        paper
        for name, kind in KINDS.items()
        if not kind.on_request or name in requested
        for paper in kind.papers(project)
    ]
