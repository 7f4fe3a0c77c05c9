"""The shape of each content file. Unknown names are refused; every text is finished words or a wording that names facts.

`Wording` may hold `{{ names.with.dots }}` and `**bold**`; `Words` may not. Years are B.E. where a field says so.
"""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import (
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    RootModel,
    StringConstraints,
    ValidationInfo,
    field_validator,
    model_validator,
)

from saraban.content.values import (
    Day,
    Given,
    Key,
    LetterDate,
    OptionalDay,
    Satang,
    Time,
    ValueFault,
    Whole,
    Words,
    Yes,
    read_text,
    read_whole,
)

ITEM_DEPTH = 4  # levels of items under a section's own: ๑.๑, ๑.๑.๑, ๑), (๑)


def _lines(value: Any) -> Any:
    return [value] if isinstance(value, str) else value


def _names(value: Any) -> Any:
    return value.split() if isinstance(value, str) else value


def _none_for_empty(value: Any) -> Any:
    return None if value == '' else value


class Marker:
    """Stands in the type of a field that is more than its Python type says."""


WORDING = Marker()  # its references are looked up
Wording = Annotated[str, BeforeValidator(read_text), WORDING]
SaidWording = Annotated[str, BeforeValidator(read_text), StringConstraints(min_length=1), WORDING]
Lines = Annotated[list[Words], BeforeValidator(_lines)]
Names = Annotated[list[Given], BeforeValidator(_names)]  # a list, or as in a table's cell: one space between
OptionalWhole = Annotated[Whole | None, BeforeValidator(_none_for_empty)]


class Entry(BaseModel):
    """An entry of a content file: unknown names refused, values never changed."""

    model_config = ConfigDict(extra='forbid', frozen=True)


# project.yaml


class Term(Entry):
    """A name with its forms; a paper writes the full one at its first mention."""

    full: SaidWording
    medium: Wording = ''
    short: SaidWording


class Unit(Entry):
    """A unit of the agency and the name by which text refers to it."""

    key: Key
    name: Given


class Agency(Entry):
    """Who sends the letters; `code` and `number_prefix` begin its letter numbers (`มท ๐๓๐๑.๒/`)."""

    name: Given
    ministry: Words = ''
    code: Words = ''
    number_prefix: Words = ''
    address: Lines = ['']


class Contact(Entry):
    """How the owner of the matter is reached."""

    telephone: Words = ''
    fax: Words = ''
    email: Words = ''


class ProjectFile(Entry):
    """project.yaml: the title as lines, the B.E. fiscal year, the agency and its units from the largest down, terms."""

    fiscal_year: Whole
    title: Annotated[list[SaidWording], Field(min_length=1)]
    short_title: Given
    agency: Agency
    units: list[Unit]
    contact: Contact = Contact()
    terms: dict[Key, Term] = {}
    keep_together: list[Words] = []


# facts.yaml


class Fact(Entry):
    """A number or words that text names; or a product or sum of other facts. `stated` is checked, never printed."""

    value: Words = ''
    product: list[Key] = []
    sum: list[Key] = []
    stated: OptionalWhole = None

    @model_validator(mode='before')
    @classmethod
    def _short_form(cls, data: Any) -> Any:
        return {'value': data} if isinstance(data, str) else data

    @model_validator(mode='after')
    def _one_source(self) -> Fact:
        if sum(map(bool, (self.value, self.product, self.sum))) != 1:
            raise ValueFault('one-of', known='value, product, sum')
        return self


class FactsFile(RootModel[dict[Key, Fact]]):
    """facts.yaml: every number that stands in more than one place, by name."""


# audience.yaml


class OfficialName(Entry):
    """A post's official name once a person has confirmed it; empty until then."""

    full: Words = ''
    short: Words = ''


class Group(Entry):
    """Who takes part: `count` people per recipient, per round, per project, or per unit of a roster's number column.

    Letters invite only whom recipients can send.
    """

    key: Key
    invited: Yes = False
    per: Given
    count: Whole = 1
    label: Wording
    full: Words = ''
    short: Words = ''
    official: OfficialName = OfficialName()
    stated: OptionalWhole = None

    @field_validator('per')
    @classmethod
    def _by_recipients(cls, per: str, info: ValidationInfo) -> str:
        if info.data.get('invited') and per in {'round', 'project'}:
            raise ValueFault('wrong-choice', value=per, known='recipient, districts, …')
        return per


class AudienceFile(Entry):
    """audience.yaml: the groups in the order in which papers list them, and what one of them is called (คน)."""

    unit: Given
    groups: Annotated[list[Group], Field(min_length=1)]
    stated: OptionalWhole = None


# rounds.yaml and the letters of a round

STAGES = ('ร่าง', 'เสนอ', 'ลงนาม', 'ออกเลข', 'ส่งแล้ว')


class Signer(Entry):
    """Who signs: a name, and the position in lines (รองอธิบดี ปฏิบัติราชการแทน / อธิบดีกรมการปกครอง)."""

    name: Words = ''
    position: Lines = ['']


class RoundLetter(Entry):
    """What is known of a round's letters only when they are issued.

    `draft` is what stands on a draft instead of ร่าง (ร่างครั้งที่ ๓); with `stamped_by_hand` number and date may still be
    blank when the letters are sent.
    """

    number: Words = ''
    date: LetterDate = None
    reply_by: OptionalDay = None
    signer: Signer | None = None
    stage: Literal['ร่าง', 'เสนอ', 'ลงนาม', 'ออกเลข', 'ส่งแล้ว'] = 'ร่าง'
    draft: Words = ''
    stamped_by_hand: Yes = False


class Round(Entry):
    """One holding of the event: when (first and last day) and where, for whom by region.

    `members` names its recipients where the roster has no column for the round; where both do, they must agree.
    """

    number: Whole
    region: Words = ''
    start: Day
    end: Day
    venue: Given
    district: Words = ''
    letter: RoundLetter = RoundLetter()
    members: Names = []
    stated: OptionalWhole = None

    @model_validator(mode='after')
    def _in_order(self) -> Round:
        if self.end < self.start:
            raise ValueFault('round-order')
        return self


class RoundsFile(Entry):
    """rounds.yaml: the rounds in printing order and what one is called (รุ่น)."""

    noun: Given = 'รุ่น'
    rounds: Annotated[list[Round], Field(min_length=1)]


# proposal.yaml


class Item(Entry):
    """A numbered item and the items under it."""

    text: Wording
    items: list[Item] = []

    @model_validator(mode='before')
    @classmethod
    def _short_form(cls, data: Any) -> Any:
        return {'text': data} if isinstance(data, str) else data


class CountLine(Entry):
    """A line of a label-and-count list written out in content."""

    label: Wording
    number: Wording
    unit: Words = ''


class StatedRow(Entry):
    """A row of a table of the rounds as an approved paper has it: checked against what is reckoned, never printed."""

    round: Whole
    members: Names = []
    counts: dict[Key, Whole] = {}
    total: OptionalWhole = None


class StatedTable(Entry):
    """A table of the rounds as an approved paper has it; its last row in `counts` and `total`."""

    rows: Annotated[list[StatedRow], Field(min_length=1)]
    counts: dict[Key, Whole] = {}
    total: OptionalWhole = None


RoundColumn = Literal['round', 'when', 'area', 'audience', 'count']


class RoundsTable(Entry):
    """The table of the rounds: which columns, and whether its first row writes the posts in full."""

    columns: list[RoundColumn]
    first_mention: Literal['full', 'short'] = 'short'
    stated: StatedTable | None = None


class TableColumn(Entry):
    """A free table's column: heading, alignment, and width in parts (2 is twice as wide as 1)."""

    heading: Wording
    align: Literal['left', 'center', 'right'] = 'left'
    width: Whole = 1


class FreeTable(Entry):
    """A table written out in content."""

    columns: Annotated[list[TableColumn], Field(min_length=1)]
    rows: list[list[Wording]]
    total: list[Wording] = []

    @model_validator(mode='after')
    def _rows_fit(self) -> FreeTable:
        for row in [*self.rows, *([self.total] if self.total else [])]:
            if len(row) != len(self.columns):
                raise ValueFault('row-width', found=len(row), wanted=len(self.columns))
        return self


class BudgetLine(Entry):
    """A cost: an amount in baht, or a rate in baht times quantities (`40` people × `2` days)."""

    label: Wording
    amount: Annotated[Satang | None, BeforeValidator(_none_for_empty)] = None
    rate: Annotated[Satang | None, BeforeValidator(_none_for_empty)] = None
    times: list[Whole] = []

    @model_validator(mode='after')
    def _one_source(self) -> BudgetLine:
        if (self.amount is None) == (self.rate is None):
            raise ValueFault('one-of', known='amount, rate')
        return self


class BudgetCategory(Entry):
    """A category of costs (ค่าตอบแทน, ค่าใช้สอย, ค่าวัสดุ)."""

    name: Given
    lines: Annotated[list[BudgetLine], Field(min_length=1)]


class Budget(Entry):
    """A budget by category; totals are reckoned, and stand in figures and words.

    `ceiling` is what it may come to at most: an amount in baht, or the name of a fact.
    """

    headings: Annotated[list[Words], Field(min_length=2, max_length=2)]
    categories: Annotated[list[BudgetCategory], Field(min_length=1)]
    total: Given
    ceiling: Words = ''
    stated: Annotated[Satang | None, BeforeValidator(_none_for_empty)] = None


class SignatureLines(Entry):
    """A signature block: the role (ผู้เสนอโครงการ), the name, the position in lines."""

    role: Given
    name: Words = ''
    position: Lines = ['']


class BodyBlock(Entry):
    """One piece of a section: exactly one of these."""

    paragraph: Wording | None = None
    items: list[Item] | None = None
    counts: Literal['audience'] | None = None
    count_list: list[CountLine] | None = None
    rounds_table: RoundsTable | None = None
    table: FreeTable | None = None
    budget: Budget | None = None
    signatures: list[SignatureLines] | None = None

    @model_validator(mode='before')
    @classmethod
    def _short_form(cls, data: Any) -> Any:
        return {'paragraph': data} if isinstance(data, str) else data

    @model_validator(mode='after')
    def _exactly_one(self) -> BodyBlock:
        if sum(value is not None for value in self.__dict__.values()) != 1:
            raise ValueFault('one-of', known=', '.join(type(self).model_fields))
        return self


class Section(Entry):
    """A section; its number is its place in the file."""

    key: Key
    heading: Wording
    body: list[BodyBlock]


class ProposalFile(Entry):
    """proposal.yaml: the sections in order, then who signs."""

    sections: Annotated[list[Section], Field(min_length=1)]
    signatures: list[SignatureLines] = []


# schedule.yaml


class RoundHeadings(Entry):
    """Headings of the table of the rounds, by column."""

    round: Given
    when: Given
    area: Given
    audience: Given
    count: Given


class RoundsTableWords(Entry):
    """The words of the table of the rounds."""

    headings: RoundHeadings
    total: Given
    stated: StatedTable | None = None


class SessionHeadings(Entry):
    """Headings of a round's sessions."""

    time: Given
    topic: Given


class Session(Entry):
    """A session: its topic; its day of the round (1 is the first) and its times where they are known."""

    topic: Wording
    day: OptionalWhole = None
    start: Time = None
    end: Time = None


class RoundSchedule(Entry):
    """The words of a round's กำหนดการ."""

    title: Given
    area: Given
    audience: Given
    total: Given
    headings: SessionHeadings
    sessions: list[Session] = []
    note: Wording = ''


class ScheduleFile(Entry):
    """schedule.yaml: the table of all rounds, and the schedule of each."""

    table: RoundsTableWords
    round_schedule: RoundSchedule


# letter.yaml

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

    title: Annotated[list[Wording], BeforeValidator(_lines)]
    before: Words = ''


class LetterText(Entry):
    """The words of one way to invite; `references` are letters that it refers to (อ้างถึง)."""

    subject: Wording
    addressee: Wording
    addressee_list: AddresseeList | None = None
    references: list[Wording] = []
    enclosures: list[Enclosure] = []
    body: Annotated[list[Wording], Field(min_length=1)]


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

    `salutation` and `closing` are the pair of the addressee's post where they are left empty. A circular has a series of
    numbers of its own (ว) unless `ordinary_number` is set.
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


# forms.yaml


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


def whole_or_none(value: str) -> int | None:
    """A fact's value as a whole number, or None where it is words."""
    try:
        return int(read_whole(value))
    except ValueFault:
        return None
