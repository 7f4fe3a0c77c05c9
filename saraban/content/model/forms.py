"""forms.yaml: the allocation and the reply form."""

from __future__ import annotations

from saraban.content.model.base import Entry, Wording
from saraban.content.values import (
    Given,
    Words,
)


class AllocationHeadings(Entry):
    """Headings of the allocation beside those of the posts."""

    order: Given
    recipient: Given
    total: Given


class AllocationWords(Entry):
    """The words of บัญชีจำนวนผู้เข้าร่วมโครงการ."""

    title: Given
    headings: AllocationHeadings
    subtotal: Given
    total: Given


class ReplyHeadings(Entry):
    """Headings of the reply form; one left empty leaves its column out."""

    order: Given
    name: Given
    post: Given
    place: Words = ''
    telephone: Words = ''
    food: Words = ''
    lodging: Words = ''


class ReplyFormWords(Entry):
    """The words of แบบตอบรับ."""

    title: Given
    recipient: Wording
    headings: ReplyHeadings
    contact: Given
    telephone: Given
    certify: Given
    position: Given
    send: Wording


class FormsFile(Entry):
    """forms.yaml: the allocation and the reply form; one left out is not made."""

    allocation: AllocationWords | None = None
    reply_form: ReplyFormWords | None = None
