"""The numbers and dates that the central register gave to letters, entered where content holds them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from saraban import thai
from saraban.content.model import LetterFile, RoundLetter, RoundsFile
from saraban.content.register import RegisterEntry
from saraban.content.roster import Recipient
from saraban.content.source import Source

REGISTER = 'register.csv'  # by this name its places are asked for, whichever file it is
REGISTERS = (REGISTER, 'register.xlsx')


@dataclass(frozen=True, slots=True)
class Issued:
    """What holds numbers of letters: the recipients, the rounds, the circular for all."""

    recipients: tuple[Recipient, ...]
    rounds: RoundsFile | None
    letter: LetterFile | None


def entered(entries: Sequence[RegisterEntry], source: Source, known: Issued) -> Issued:
    """What holds numbers, with those of the register; what it cannot place, or has otherwise, is a fault of the source.

    An entry is of a recipient by its slug or Thai name, of a round's circular by `round-1` or รุ่นที่ ๑, of the circular for
    all by `all`. A number or a date that content has already is never changed.
    """
    recipients = {one.slug: one for one in known.recipients}
    letters = {one.number: one.letter for one in known.rounds.rounds} if known.rounds else {}
    for_all = known.letter.all_rounds if known.letter else RoundLetter()
    for entry in entries:
        recipient = next((one for one in known.recipients if entry.name == one.name or entry.slug == one.slug), None)
        a_round = next((number for number in letters if _is_of(entry, number, known.rounds)), None)
        if recipient is not None:
            if _agrees(entry, recipient.number, recipient.date, source):
                recipients[recipient.slug] = replace(recipient, number=entry.number, date=entry.date or recipient.date)
        elif a_round is not None:
            letters[a_round] = _filled(letters[a_round], entry, source)
        elif 'all' in {entry.slug, entry.name}:
            for_all = _filled(for_all, entry, source)
        else:
            source.fault('register-unknown', source.place(entry.loc), name=entry.name or entry.slug)
    rounds = known.rounds and known.rounds.model_copy(
        update={'rounds': [one.model_copy(update={'letter': letters[one.number]}) for one in known.rounds.rounds]}
    )
    letter = known.letter and known.letter.model_copy(update={'all_rounds': for_all})
    return Issued(tuple(recipients.values()), rounds, letter)


def _is_of(entry: RegisterEntry, number: int, rounds: RoundsFile | None) -> bool:
    noun = rounds.noun if rounds else ''
    return entry.slug == f'round-{number}' or thai.arabic(entry.name) in {f'round-{number}', f'{noun}ที่ {number}'}


def _filled(letter: RoundLetter, entry: RegisterEntry, source: Source) -> RoundLetter:
    if not _agrees(entry, letter.number, letter.date, source):
        return letter
    return letter.model_copy(update={'number': entry.number, 'date': entry.date or letter.date})


def _agrees(entry: RegisterEntry, number: str, date: object, source: Source) -> bool:
    """Whether an entry says what content says already, where it says anything."""
    wrong = number and thai.arabic(number) != entry.number
    if wrong:
        values = {'name': entry.name or entry.slug, 'number': entry.number, 'known': number}
        source.fault('register-differs', source.place(entry.loc), **values)
    elif date and entry.date and type(date) is type(entry.date) and date != entry.date:
        values = {'name': entry.name or entry.slug, 'number': str(entry.date), 'known': str(date)}
        source.fault('register-differs', source.place(entry.loc), **values)
        wrong = True
    return not wrong
