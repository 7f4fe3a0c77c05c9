"""letter.yaml and the posts that letters are written to."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import (
    BeforeValidator,
    Field,
    RootModel,
    model_validator,
)

from saraban.content.model.base import Entry, Wording, read_lines
from saraban.content.model.rounds import RoundLetter, Signer
from saraban.content.values import (
    Address,
    Given,
    ValueFault,
    Words,
    Yes,
)

ENCLOSED = ('proposal', 'schedule', 'round-schedule', 'reply-form', 'allocation')


class Enclosure(Entry):
    """A paper of the set that goes with a letter, and its name in the letter."""

    paper: Literal['proposal', 'schedule', 'round-schedule', 'reply-form', 'allocation']
    name: Wording


class Quantity(Entry):
    """What one sheet and several sheets are called."""

    one: Given = 'แผ่น'
    several: Given = 'ชุด'


class AddresseeList(Entry):
    """The list of a circular's addressees on its last page: its title in lines, what stands before each one's name."""

    title: Annotated[list[Wording], BeforeValidator(read_lines)]
    before: Words = ''


class LetterText(Entry):
    """The words of one way to invite; `references` are letters that it refers to (อ้างถึง).

    With `own_addressee` a circular goes out in copies, the same for all but whom each is addressed to.
    """

    subject: Wording
    addressee: Wording
    own_addressee: Wording = ''
    addressee_list: AddresseeList | None = None
    references: list[Wording] = []
    enclosures: list[Enclosure] = []
    body: Annotated[list[Wording], Field(min_length=1)]


class OwnAddressee(Entry):
    """The words of a circular that name each recipient, apart from those that are the same for all."""

    own_addressee: Wording


class Post(Entry):
    """A post and the pair of salutation and closing that it is written to with; `begins`: all posts that begin so."""

    post: Given
    salutation: Given
    closing: Given
    begins: Yes = False


class PostsFile(RootModel[list[Post]]):
    """The shipped table of posts; a project's own stand before it."""


class LetterFile(Entry):
    """letter.yaml: one key chooses a letter to each recipient, a circular a round, or one circular.

    `enclosures_url` is where the enclosures can be fetched: letters bear it as a QR code. `salutation` and `closing` are
    the pair of the addressee's post where they are left empty. A circular has a series of numbers of its own (ว) unless
    `ordinary_number` is set.
    """

    invite_by: Literal['recipient', 'round', 'all'] = 'recipient'
    salutation: Words = ''
    closing: Words = ''
    posts: list[Post] = []
    secrecy: Literal['', 'ลับ', 'ลับมาก', 'ลับที่สุด'] = ''
    urgency: Literal['', 'ด่วน', 'ด่วนมาก', 'ด่วนที่สุด'] = ''
    copies: list[Words] = []
    ordinary_number: Yes = False
    signer: Signer = Signer()
    reply_channel: Words = ''
    costs: Wording = ''
    enclosures_url: Address = ''
    quantity: Quantity = Quantity()
    recipient: LetterText | None = None
    round: LetterText | None = None
    all: LetterText | None = None
    all_rounds: RoundLetter = RoundLetter()

    @model_validator(mode='after')
    def _text_is_there(self) -> LetterFile:
        if getattr(self, self.invite_by) is None:
            raise ValueFault('missing-key', name=self.invite_by)
        return self

    @property
    def text(self) -> LetterText:
        """The words of the way that was chosen."""
        chosen: LetterText = getattr(self, self.invite_by)
        return chosen
