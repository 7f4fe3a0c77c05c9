"""What wordings can name: tables of the project, of a round, of a recipient. A value is words, a number or a blank."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any

from saraban import thai
from saraban.content.model import Group, Round, RoundLetter
from saraban.content.project import Project, loc_of
from saraban.content.roster import Recipient
from saraban.content.values import PartDate
from saraban.errors import Place
from saraban.views.blocks import Blank, Text, plain
from saraban.views.wording import Mention, Scope

THAI = range(0x0E00, 0x0E80)

# What a blank of a draft is called in the list of what is still open, and how wide its line is (cm).
BLANKS: dict[str, tuple[str, float]] = {
    'code': ('อักษรนำของเลขที่หนังสือ', 1.0),
    'number_prefix': ('เลขประจำหน่วยงานในเลขที่หนังสือ', 1.6),
    'number': ('เลขที่หนังสือ', 1.6),
    'date': ('วันที่หนังสือ', 4.0),
    'day': ('วันที่หนังสือ (วัน)', 0.9),
    'reply_by': ('วันสุดท้ายที่ให้ตอบรับ', 3.6),
    'reply_channel': ('ช่องทางส่งแบบตอบรับ', 4.0),
    'costs': ('ค่าใช้จ่ายและที่พัก', 4.0),
    'address': ('ที่อยู่ของหน่วยงาน', 5.0),
    'signer': ('ชื่อผู้ลงนาม', 5.6),
    'position': ('ตำแหน่งผู้ลงนาม', 5.6),
    'telephone': ('โทรศัพท์', 3.0),
    'fax': ('โทรสาร', 3.0),
    'email': ('ไปรษณีย์อิเล็กทรอนิกส์', 4.5),
    'time': ('เวลา', 1.8),
    'memo_number': ('เลขที่บันทึกข้อความ', 3.0),
    'memo_date': ('วันที่บันทึกข้อความ', 4.0),
    'issued_number': ('เลขที่หนังสือเชิญที่อ้างถึง', 2.4),
    'issued_date': ('วันที่หนังสือเชิญที่อ้างถึง', 4.0),
    'reason': ('เหตุผลที่เปลี่ยนกำหนดการ', 6.0),
    'new_dates': ('กำหนดการใหม่', 5.0),
    'post_code': ('รหัสไปรษณีย์', 2.4),
    'session_day': ('วันของหัวข้อในกำหนดการ', 0.0),
    'signature': ('ชื่อผู้ลงนามในโครงการ', 5.6),
}


def blank(kind: str, place: Place, *, about: str = '') -> Blank:
    """A blank of a draft: what is missing (`about` says of which round), where it is filled in, its width."""
    label, width = BLANKS[kind]
    return Blank(f'{label} {about}'.strip(), place, width)


def given(value: str, kind: str, place: Place, *, about: str = '') -> str | Blank:
    """A value in Thai digits, or a blank where content leaves it open."""
    return thai.digits(value) if value else blank(kind, place, about=about)


def written(value: str | Blank) -> Text:
    """A value as a text: words, or a line to fill in."""
    return plain(value) if isinstance(value, str) else Scope({'value': value}).text('{{ value }}')


def title_names(project: Project) -> dict[str, Any]:
    """What the title's lines can name: facts and figures, the agency and its units, the fiscal year."""
    main = project.main
    return {
        'project': {'fiscal_year': thai.digits(main.fiscal_year)},
        'agency': {'name': main.agency.name, 'ministry': main.agency.ministry},
        'units': {unit.key: unit.name for unit in main.units},
        'facts': {key: _digits_of(project.fact(key)) for key in project.facts},
        'rounds': {'count': len(project.rounds), 'noun': project.rounds_file.noun if project.rounds_file else ''},
    }


def title_lines(project: Project) -> tuple[str, ...]:
    """The project's title as the office breaks it."""
    scope = Scope(title_names(project))
    return tuple(scope.words(line) for line in project.main.title)


def title(project: Project) -> str:
    """The title in one run: lines are joined without a space between Thai letters."""
    whole = ''
    for line in title_lines(project):
        joint = '' if not whole or (ord(whole[-1]) in THAI and ord(line[0]) in THAI) else ' '
        whole += joint + line
    return whole


def term_names(project: Project) -> dict[str, Any]:
    """What terms can name: everything but each other."""
    names = title_names(project)
    names['project'] = {**names['project'], 'title': title(project), 'short_title': project.main.short_title}
    return {**names, 'audience': _audience(project, official=False)}


def project_names(project: Project) -> dict[str, Any]:
    """What every paper can name."""
    names = term_names(project)
    scope = Scope(names)
    terms: dict[str, Mention] = {}
    for key, term in project.main.terms.items():
        forms = {form: scope.words(getattr(term, form)) for form in ('full', 'medium', 'short') if getattr(term, form)}
        terms[key] = Mention(key, forms)
    return {**names, 'terms': terms}


def correspondence_names(project: Project) -> dict[str, Any]:
    """What letters and forms can name: the project's names, with posts by their official name once it is confirmed."""
    letter = project.letter
    channel: Any = ''
    if letter is not None:
        channel = given(letter.reply_channel, 'reply_channel', project.place('letter.yaml', 'reply_channel'))
    names = {**project_names(project), 'audience': _audience(project, official=True)}
    return {**names, 'letter': {'reply_channel': channel}}


def round_names(project: Project, a_round: Round) -> dict[str, Any]:
    """What papers of a round can name."""
    place = project.place('rounds.yaml', *loc_of(a_round, project), 'letter', 'reply_by')
    about = round_label(project, a_round)
    by = a_round.letter.reply_by
    return {
        'number': thai.digits(a_round.number),
        'region': a_round.region,
        'label': ' '.join(filter(None, (about, a_round.region))),
        'when': thai.during(a_round.start, a_round.end),
        'weekdays': thai.weekday_range(a_round.start, a_round.end),
        'venue': a_round.venue,
        'district': a_round.district,
        'place': place_of(a_round),
        'reply_by': thai.date(by) if by else blank('reply_by', place, about=about),
        'recipients': thai.joined(project.names_by_round.get(a_round.number, ())),
        'total': project.round_total(a_round),
        'counts': {group.key: project.round_count(group, a_round) for group in project.invited},
    }


def recipient_names(project: Project, recipient: Recipient) -> dict[str, Any]:
    """What papers to a recipient can name."""
    return {
        'name': recipient.name,
        'total': project.recipient_total(recipient),
        'counts': {group.key: project.count(group, recipient) for group in project.invited},
        **{key: value for key, value in recipient.numbers.items() if key not in {'name', 'total', 'counts'}},
    }


def group_names(project: Project, group: Group) -> dict[str, Any]:
    """What a group's label can name: people a unit, units, people in all."""
    return {'count': group.count, 'units': project.units(group), 'total': project.total(group)}


def place_of(a_round: Round) -> str:
    """Venue and district: `โรงแรมดิวันนา เขตบางรัก กรุงเทพฯ`."""
    return ' '.join(filter(None, (a_round.venue, a_round.district)))


def round_label(project: Project, a_round: Round) -> str:
    """`รุ่นที่ ๑`, with the project's own word for a round."""
    noun = project.rounds_file.noun if project.rounds_file else ''
    return f'{noun}ที่ {thai.digits(a_round.number)}'


def post(group: Group, form: str, *, official: bool) -> str:
    """A group's name, `full` or `short`: the official one where asked for and confirmed, else as the project writes it."""
    confirmed = getattr(group.official, form) if official else ''
    return confirmed or getattr(group, form) or group.full or group.short or group.label


def letter_date(value: datetime.date | PartDate | None, place: Place, about: str) -> Text:
    """A letter's date in its three states: empty, month and year with room for the day, full."""
    if isinstance(value, PartDate):
        day = Scope({'day': blank('day', place, about=about)}).text('{{ day }}')
        return (*day, *plain(f' {thai.month(value.year, value.month)}'))
    return plain(thai.date(value)) if value else written(blank('date', place, about=about))


def letter_of(project: Project, a_round: Round | None) -> tuple[RoundLetter, tuple[str | int, ...]]:
    """What is known of a round's letters, or of the one circular for all rounds; and where it stands."""
    if a_round is not None:
        return a_round.letter, ('rounds.yaml', *loc_of(a_round, project), 'letter')
    all_rounds = project.letter.all_rounds if project.letter else RoundLetter()
    return all_rounds, ('letter.yaml', 'all_rounds')


def _digits_of(value: int | str) -> int | str:
    return thai.digits(value) if isinstance(value, str) else value


def _audience(project: Project, *, official: bool) -> Mapping[str, Any]:
    names: dict[str, Any] = {
        group.key: {
            **group_names(project, group),
            'full': post(group, 'full', official=official),
            'short': post(group, 'short', official=official),
        }
        for group in project.groups
    }
    return {**names, 'total': project.audience_total, 'invited': project.invited_total}
