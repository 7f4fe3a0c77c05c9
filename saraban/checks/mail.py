"""What envelopes and labels are addressed with: post codes have five digits, and are those of their province."""

from __future__ import annotations

import re
from collections.abc import Iterator

from saraban import thai
from saraban.checks.desk import Desk
from saraban.content.gazetteer import provinces
from saraban.content.loader import ROSTER
from saraban.errors import Finding, Place


def post_codes_are_right(desk: Desk) -> Iterator[Finding]:
    """Each post code of the roster and of mail.yaml has five digits and begins as those of its province do."""
    for name, code, place in _codes(desk):
        province = provinces().get(name)
        if not re.fullmatch(r'[1-9]\d{4}', code):
            yield Finding('post-code', place, {'code': code, 'name': name})
        elif province is not None and not code.startswith(province.post):
            values = {'code': code, 'code_th': thai.digits(code), 'name': name}
            yield Finding(
                'other-post-code', place, {**values, 'begins': province.post, 'begins_th': thai.digits(province.post)}
            )


def post_codes_are_of_recipients(desk: Desk) -> Iterator[Finding]:
    """Each name that mail.yaml gives a post code to is a recipient's; where the roster gives one too, it is the same."""
    project = desk.project
    known = {recipient.name: recipient.post_code for recipient in project.recipients}
    for name, code in project.mail.post_codes.items() if project.mail else ():
        place = project.place('mail.yaml', 'post_codes', name)
        if name not in known:
            yield Finding('post-code-unused', place, {'name': name})
        elif known[name] and known[name] != thai.arabic(code):
            yield Finding('post-code-differs', place, {'name': name, 'code': code, 'known': known[name]})


def _codes(desk: Desk) -> Iterator[tuple[str, str, Place]]:
    project = desk.project
    for recipient in project.recipients:
        if recipient.post_code:
            yield recipient.name, recipient.post_code, project.place(ROSTER, *recipient.loc, 'post_code')
    for name, code in project.mail.post_codes.items() if project.mail else ():
        yield name, thai.arabic(code), project.place('mail.yaml', 'post_codes', name)
