"""Bangkok is no province: its districts are called เขต, its governor is ผู้ว่าราชการกรุงเทพมหานคร."""

from __future__ import annotations

import re
from collections.abc import Iterator

from saraban.checks.desk import Desk
from saraban.content.gazetteer import CAPITAL, CAPITAL_SHORT, capital_districts, nearest_name
from saraban.content.loader import ROSTER
from saraban.content.passages import Passage
from saraban.errors import Finding

_NAMES = '|'.join(map(re.escape, (CAPITAL, *CAPITAL_SHORT)))
_CAPITAL = re.compile(_NAMES)
_DISTRICT = re.compile(r'(อำเภอ|เขต)((?:(?!อำเภอ|เขต)[ก-๎]){2,30})\s*$')
_LOOK_BACK = 60  # letters before the city's name in which its district is looked for


def districts_of_the_capital(desk: Desk) -> Iterator[Finding]:
    """A district before กรุงเทพฯ is one of its fifty, and is called เขต; กรุงเทพมหานคร is not called จังหวัด."""
    for passage in desk.passages:
        for match in _CAPITAL.finditer(passage.text):
            yield from _district(passage, match.start())
    for words in desk.words:
        found = words.text.find(f'จังหวัด{CAPITAL[:7]}')
        if found >= 0:
            yield Finding('capital-is-no-province', words.place(found, found + 14), {'name': CAPITAL})
    yield from _governors(desk)


def _governors(desk: Desk) -> Iterator[Finding]:
    """`ผู้ว่าราชการจังหวัด{{ recipient.name }}` does not fit Bangkok."""
    letter = desk.project.letter
    if letter is None or letter.invite_by != 'recipient' or 'จังหวัด{{' not in letter.text.addressee:
        return
    for recipient in desk.project.recipients:
        if recipient.name == CAPITAL and not recipient.addressee:
            place = desk.project.place(ROSTER, *recipient.loc)
            yield Finding('capital-governor', place, {'right': f'ผู้ว่าราชการ{CAPITAL}'})


def _district(passage: Passage, stop: int) -> Iterator[Finding]:
    """A district right before the city's name: one that there is, and called เขต."""
    first = max(0, stop - _LOOK_BACK)
    match = _DISTRICT.search(passage.text[first:stop])
    if match is None:
        return
    word, name = match[1], f'เขต{match[2]}'
    place = passage.place(first + match.start())
    if name in capital_districts():
        if word == 'อำเภอ':
            yield Finding('capital-district', place, {'name': word + match[2], 'right': name})
    elif near := nearest_name(name, capital_districts()):
        yield Finding('unknown-district', place, {'name': word + match[2], 'near': near})
