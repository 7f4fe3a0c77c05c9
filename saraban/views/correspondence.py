"""Parts that letters, memos and change letters share: head, who signs, owner, copies, stamps of a stage."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeAlias

from saraban.content.model import LetterFile, RoundLetter, Signer
from saraban.content.posts import post_of
from saraban.content.project import Project
from saraban.errors import Place
from saraban.views.blocks import Blank, Block, CopyTo, Field, Furniture, Letterhead, Owner, Signature, Text, plain
from saraban.views.names import blank, given, letter_date
from saraban.views.wording import Scope

CIRCULAR_MARK = 'ว '
DRAFT = 'ร่าง'
ENCLOSURE_LABEL = 'สิ่งที่ส่งมาด้วย'
COPIES = 'สำเนาส่ง'

Loc: TypeAlias = tuple[str | int, ...]  # a content file, then where in it


def letterhead(project: Project, known: RoundLetter, loc: Loc, about: str, number: Text) -> Letterhead:
    """Number, agency with its address, date; `about` says in the list of blanks whose letter it is."""
    agency = project.main.agency
    place = project.place('project.yaml', 'agency', 'address')
    address = [Scope({'line': given(line, 'address', place)}).text('{{ line }}') for line in agency.address]
    date = letter_date(known.date or project.date, place_of_field(project, loc, 'date'), about)
    return Letterhead('letterhead', number, (plain(agency.name), *address), date)


def letter_number(project: Project, number: str, loc: Loc, about: str, *, circular: bool = False) -> Text:
    """`มท ๐๓๐๑.๒/ว ๑๕๙๐`; a draft leaves the number blank after the slash."""
    agency = project.main.agency
    prefix_place = project.place('project.yaml', 'agency', 'number_prefix')
    names = {
        'code': given(agency.code, 'code', project.place('project.yaml', 'agency', 'code')),
        'prefix': given(agency.number_prefix, 'number_prefix', prefix_place),
        'circular': CIRCULAR_MARK if circular else '',
        'number': given(number, 'number', place_of_field(project, loc, 'number'), about=about),
    }
    return Scope(names).text('{{ code }} {{ prefix }}/{{ circular }}{{ number }}')


def numbered(number: Text) -> Text:
    """A letter's number with its label: `ที่ มท ๐๓๐๑.๒/๑๕๙๐`."""
    return (*plain('ที่ '), *number)


def pair(letter: LetterFile | None, addressee: str) -> tuple[str, str]:
    """Salutation and closing: as content gives them, else by the addressee's post."""
    post = post_of(addressee, letter.posts if letter else ())
    if letter is None:
        return post.salutation, post.closing
    return letter.salutation or post.salutation, letter.closing or post.closing


def signature(project: Project, closing: str, signer: Signer, loc: Loc) -> Signature:
    """The closing, then the signer's name in brackets and the position in lines (acting signers have several)."""
    name: str | Blank = signer.name or blank('signer', place_of_field(project, loc, 'name'))
    position = place_of_field(project, loc, 'position')
    lines = [Scope({'line': given(line, 'position', position)}).text('{{ line }}') for line in signer.position]
    return Signature('signature', closing, (Scope({'name': name}).text('({{ name }})'), *lines))


def signer_of(letter: LetterFile, known: RoundLetter, loc: Loc) -> tuple[Signer, Loc]:
    """Who signs, and where content says so: a letter's own signer (`known`, at `loc`), else that of all letters."""
    if known.signer is not None:
        return known.signer, (*loc, 'signer')
    return letter.signer, ('letter.yaml', 'signer')


def owner(project: Project) -> Owner:
    """The units from the largest down, a line each, and how they are reached."""
    contact = project.main.contact
    names = {
        key: given(getattr(contact, key), key, project.place('project.yaml', 'contact', key))
        for key in ('telephone', 'fax')
    }
    names['email'] = contact.email or blank('email', project.place('project.yaml', 'contact', 'email'))
    units = [plain(unit.name) for unit in project.main.units]
    lines = ('โทร. {{ telephone }}', 'โทรสาร {{ fax }}', 'ไปรษณีย์อิเล็กทรอนิกส์ {{ email }}')
    return Owner('owner', (*units, *(Scope(names).text(line) for line in lines)))


def copies(names: Sequence[str]) -> tuple[Block, ...]:
    """สำเนาส่ง, where copies go to somebody."""
    return (CopyTo('copies', COPIES, tuple(map(plain, names))),) if names else ()


def references(texts: Sequence[Text]) -> tuple[Field, ...]:
    """อ้างถึง: the label once, each letter referred to on a line of its own."""
    label = 'อ้างถึง'
    return tuple(
        Field(f'reference/{n}', label, text) if n == 1 else Field(f'reference/{n}', '', text, under=label)
        for n, text in enumerate(texts, 1)
    )


def stamped(known: RoundLetter, secrecy: str, urgency: str) -> Furniture:
    """What a letter's pages bear: the emblem, catchwords, stamps, and while it is a draft the mark of one."""
    draft = (known.draft or DRAFT) if known.stage == DRAFT else ''
    return Furniture(emblem=True, catchword=True, secrecy=secrecy, urgency=urgency, draft=draft)


def enclosure_label(number: str) -> str:
    """What stands on the first page of an enclosure: `สิ่งที่ส่งมาด้วย ๑`, without a number where it is the only one."""
    return f'{ENCLOSURE_LABEL} {number.rstrip(".")}'.strip()


def place_of_field(project: Project, loc: Loc, field: str) -> Place:
    """Where a field of an entry of a content file stands."""
    file, *rest = loc
    return project.place(str(file), *rest, field)
