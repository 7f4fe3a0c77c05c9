"""The full proposal: title, numbered sections with whatever they hold, signature blocks."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from saraban import thai
from saraban.content import model
from saraban.content.project import Project
from saraban.errors import Place
from saraban.views.blocks import (
    Blank,
    Block,
    Cell,
    Column,
    CountRow,
    Counts,
    Furniture,
    Heading,
    Item,
    Paragraph,
    Row,
    Signatories,
    Signature,
    Table,
    Text,
    Title,
    View,
    plain,
)
from saraban.views.names import blank, group_names, project_names, title, title_lines
from saraban.views.paper import Pages, Paper
from saraban.views.rounds import rounds_table
from saraban.views.wording import Scope

SOURCES = (
    'project.yaml', 'facts.yaml', 'audience.yaml', 'rounds.yaml', 'recipients.csv', 'proposal.yaml', 'schedule.yaml',
)  # fmt: skip
COUNT_WORD = 'จำนวน'
SIGN_LINE = 5.6  # cm


def papers(project: Project) -> list[Paper]:
    """Every project has its proposal."""
    return [Paper('proposal', 'proposal')]


def view(project: Project, paper: Paper, pages: Pages) -> View:
    """The title, the sections in the officer's order, and who signs."""
    writer = _Writer(project, Scope(project_names(project)))
    blocks: list[Block] = [Title('title', tuple(plain(line, bold=True) for line in title_lines(project)))]
    for index, section in enumerate(project.proposal.sections, 1):
        blocks += writer.section(section, index)
    if project.proposal.signatures:
        blocks.append(writer.signatories('signatures', project.proposal.signatures, ('signatures',)))
    furniture = Furniture(catchword=True)
    return View('proposal', paper.path, 'proposal', title(project), tuple(blocks), furniture=furniture)


def item_number(numbers: Sequence[int]) -> str:
    """An item's number by its level: `๒.๑`, `๒.๑.๑`, `๑)`, `(๑)`; `numbers` leads from the section down."""
    level = len(numbers)
    if level <= 3:
        return thai.digits('.'.join(map(str, numbers)))
    return thai.digits(f'{numbers[-1]})' if level == 4 else f'({numbers[-1]})')


class _Writer:
    """Turns the sections of one proposal into blocks; its scope knows which terms are written already."""

    def __init__(self, project: Project, scope: Scope) -> None:
        self.project = project
        self.scope = scope
        self.makers: dict[str, Callable[..., Iterator[Block]]] = {
            'paragraph': self._paragraph,
            'items': self._items,
            'counts': self._audience_counts,
            'count_list': self._count_list,
            'rounds_table': self._rounds_table,
            'table': self._table,
            'budget': self._budget,
            'signatures': self._signatures,
        }

    def section(self, section: model.Section, index: int) -> Iterator[Block]:
        yield Heading(section.key, f'{thai.digits(index)}.', self.scope.text(section.heading, bold=True))
        for position, piece in enumerate(section.body, 1):
            name = next(name for name, value in piece if value is not None)
            loc = ('sections', index - 1, 'body', position - 1, name)
            yield from self.makers[name](f'{section.key}/{position}', getattr(piece, name), loc, index)

    def signatories(
        self, block: str, signers: Sequence[model.SignatureLines], loc: tuple[str | int, ...]
    ) -> Signatories:
        return Signatories(
            block,
            tuple(self._signature(f'{block}/{n}', signer, (*loc, n)) for n, signer in enumerate(signers)),
        )

    def _signature(self, block: str, signer: model.SignatureLines, loc: tuple[str | int, ...]) -> Signature:
        name = signer.name or blank('signature', self.project.place('proposal.yaml', *loc, 'name'))
        line = Blank('', Place(''), SIGN_LINE)  # to sign on: no gap of the content
        scope = Scope({'name': name, 'line': line})
        lines = [scope.text('ลงชื่อ {{ line }}'), scope.text('({{ name }})'), plain(signer.role)]
        lines += [plain(thai.digits(line)) for line in signer.position if line]
        return Signature(block, '', tuple(lines))

    def _paragraph(self, block: str, wording: str, loc: object, index: int) -> Iterator[Block]:
        yield Paragraph(block, self.scope.text(wording))

    def _items(self, block: str, items: list[model.Item], loc: object, index: int) -> Iterator[Block]:
        yield from self._numbered(block, items, (index,))

    def _numbered(self, block: str, items: list[model.Item], above: tuple[int, ...]) -> Iterator[Block]:
        for position, item in enumerate(items, 1):
            numbers = (*above, position)
            yield Item(f'{block}.{position}', len(numbers), item_number(numbers), self.scope.text(item.text))
            yield from self._numbered(f'{block}.{position}', item.items, numbers)

    def _audience_counts(self, block: str, value: str, loc: object, index: int) -> Iterator[Block]:
        project = self.project
        unit = project.audience.unit if project.audience else ''
        rows = []
        for group in project.groups:
            label = self.scope.within(group=group_names(project, group)).text(f'- {group.label}')
            rows.append(CountRow(label, COUNT_WORD, plain(f'{thai.number(project.total(group))} {unit}')))
        yield Counts(block, tuple(rows))

    def _count_list(self, block: str, lines: list[model.CountLine], loc: object, index: int) -> Iterator[Block]:
        yield Counts(
            block,
            tuple(
                CountRow(self.scope.text(f'- {line.label}'), COUNT_WORD, self._count(line.number, line.unit))
                for line in lines
            ),
        )

    def _count(self, number: str, unit: str) -> Text:
        whole = model.whole_or_none(number)
        shown = thai.number(whole) if whole is not None else number
        return self.scope.text(f'{shown} {unit}'.strip())

    def _rounds_table(self, block: str, table: model.RoundsTable, loc: object, index: int) -> Iterator[Block]:
        assert self.project.schedule is not None  # the content checks refuse a table of rounds without its words
        words = self.project.schedule.table
        full_first = table.first_mention == 'full'
        yield rounds_table(self.project, words, table.columns, block=block, form='rounds', full_first=full_first)

    def _table(self, block: str, table: model.FreeTable, loc: object, index: int) -> Iterator[Block]:
        columns = tuple(
            Column(self.scope.text(column.heading, bold=True), column.align, float(column.width))
            for column in table.columns
        )
        rows = [Row(f'{block}/{n}', self._cells(row)) for n, row in enumerate(table.rows, 1)]
        if table.total:
            rows.append(Row(f'{block}/total', self._cells(table.total, bold=True), 'total'))
        yield Table(block, columns, tuple(rows))

    def _cells(self, row: list[str], *, bold: bool = False) -> tuple[Cell, ...]:
        return tuple(Cell((self.scope.text(wording, bold=bold),)) for wording in row)

    def _budget(self, block: str, budget: model.Budget, loc: object, index: int) -> Iterator[Block]:
        yield budget_table(block, budget, self.scope)

    def _signatures(
        self, block: str, signers: list[model.SignatureLines], loc: tuple[str | int, ...], index: int
    ) -> Iterator[Block]:
        yield self.signatories(block, signers, loc)


def line_satang(line: model.BudgetLine) -> int:
    """What a budget line comes to, in satang: its amount, or its rate times its quantities."""
    if line.amount is not None:
        return line.amount
    assert line.rate is not None
    amount = line.rate
    for quantity in line.times:
        amount *= quantity
    return amount


def budget_satang(budget: model.Budget) -> int:
    """What a budget comes to, in satang."""
    return sum(line_satang(line) for category in budget.categories for line in category.lines)


def budget_table(block: str, budget: model.Budget, scope: Scope) -> Table:
    """A budget by category with sub-totals, and the total in figures and in words."""
    columns = (
        Column(plain(budget.headings[0], bold=True), 'left', key='label'),
        Column(plain(budget.headings[1], bold=True), 'right', key='amount'),
    )
    rows: list[Row] = []
    for number, category in enumerate(budget.categories, 1):
        name = f'{thai.digits(number)}. {category.name}'
        amount = sum(map(line_satang, category.lines))
        cells = (Cell((plain(name, bold=True),)), Cell((plain(thai.baht(amount), bold=True),)))
        rows.append(Row(f'{block}/{number}', cells, 'subtotal'))
        for position, line in enumerate(category.lines, 1):
            label, satang = scope.text(f'- {line.label}'), thai.baht(line_satang(line))
            rows.append(Row(f'{block}/{number}.{position}', (Cell((label,)), Cell((plain(satang),)))))
    total = budget_satang(budget)
    words = f'{budget.total} ({thai.baht_in_words(total)})'
    total_cells = (Cell((plain(words, bold=True),)), Cell((plain(thai.baht(total), bold=True),)))
    rows.append(Row(f'{block}/total', total_cells, 'total'))
    return Table(block, columns, tuple(rows), form='budget')
