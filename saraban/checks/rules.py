"""The table of rules: what each is called, how grave it is, which check finds it, and what must be sound before.

A check is told of by one or more rules; it runs once. A new rule is a row here, a message, and a page in docs/rules.md.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import IntEnum

from saraban.checks import (
    capital,
    citations,
    dates,
    figures,
    forms,
    leftovers,
    letters,
    mail,
    places,
    prose,
    references,
    structure,
    tables,
    terms,
    writing,
)
from saraban.checks.desk import Check, Desk
from saraban.errors import Finding, Level


class Stage(IntEnum):
    """What a check stands on: it runs when no ground rule of an earlier stage found anything."""

    SHAPE = 0  # each file has its shape: nothing more is needed
    FACTS = 1  # then facts, keys and parts are looked at, and so on up
    TITLE = 2
    TERMS = 3
    NAMES = 4
    WORDS = 5  # every text can be written out


@dataclass(frozen=True, slots=True)
class Rule:
    """A row of the table. A ground rule is one that others stand on: it stops them, and cannot be accepted."""

    name: str
    level: Level
    check: Check
    stage: Stage
    ground: bool = False


def _rows(level: Level, check: Check, stage: Stage, *names: str, ground: bool = False) -> Iterator[Rule]:
    for name in names:
        yield Rule(name, level, check, stage, ground)


def _table(*rows: Iterable[Rule]) -> dict[str, Rule]:
    return {rule.name: rule for group in rows for rule in group}


_E, _W, _N = Level.ERROR, Level.WARNING, Level.NOTE
_SHAPE, _FACTS, _TITLE, _TERMS, _NAMES, _WORDS = Stage

RULES: dict[str, Rule] = _table(
    # what the rest stands on
    _rows(_E, structure.facts_are_reckoned, _FACTS, 'unknown-fact', 'cycle', 'fact-not-number', ground=True),
    _rows(_E, structure.keys_are_unique, _FACTS, 'repeated-value', ground=True),
    _rows(_E, structure.parts_are_there, _FACTS, 'needs-file', ground=True),
    _rows(_E, references.title_names_something, _TITLE, 'unknown-name', 'bad-reference', 'bold-open', ground=True),
    # rounds and recipients, enclosures, sections
    _rows(_E, structure.rounds_have_recipients, _NAMES, 'round-missing', 'unknown-round', 'empty-round', ground=True),
    _rows(_E, references.enclosures_are_in_the_set, _NAMES, 'enclosure-missing', ground=True),
    _rows(_E, citations.cited_sections_exist, _SHAPE, 'unknown-section'),
    # sums and counts
    _rows(_E, figures.stated_figures_hold, _TITLE, 'stated-differs'),
    _rows(_E, figures.stated_tables_add_up, _TITLE, 'sum-differs'),
    _rows(_E, figures.stated_rows_name_rounds, _TITLE, 'unknown-group'),
    _rows(_E, figures.budgets_stay_below_their_ceiling, _TITLE, 'over-ceiling'),
    _rows(_E, prose.labels_say_what_is_reckoned, _TITLE, 'typed-figure'),
    _rows(_E, prose.money_reads_as_its_figures, _WORDS, 'money-words'),
    # names
    _rows(_E, places.provinces_are_spelt_right, _SHAPE, 'unknown-province', 'joined-provinces', 'strange-province'),
    _rows(_E, places.provinces_have_their_codes, _SHAPE, 'province-code'),
    _rows(_E, places.provinces_are_in_one_round, _SHAPE, 'province-twice', 'province-swapped', 'province-missing'),
    _rows(_E, places.lists_agree, _SHAPE, 'other-membership'),
    _rows(_E, places.regions_are_known, _SHAPE, 'unknown-region'),
    _rows(_W, places.no_province_is_left_out, _SHAPE, 'province-left-out'),
    _rows(_W, places.provinces_are_in_their_region, _SHAPE, 'other-region'),
    _rows(_E, capital.districts_of_the_capital, _WORDS, 'unknown-district'),
    _rows(_W, capital.districts_of_the_capital, _WORDS, 'capital-district', 'capital-is-no-province', 'capital-governor'),
    _rows(_W, terms.terms_are_spelt_one_way, _TERMS, 'term-spelling'),
    _rows(_W, terms.venues_are_spelt_one_way, _SHAPE, 'venue-spelling'),
    _rows(_W, terms.posts_and_agencies_are_known, _SHAPE, 'post-name'),
    # dates
    _rows(_E, dates.rounds_are_in_the_fiscal_year, _SHAPE, 'outside-fiscal-year'),
    _rows(_E, dates.letters_come_before_their_round, _SHAPE, 'letter-after-round', 'reply-late', 'reply-early'),
    _rows(_W, dates.letters_come_before_their_round, _SHAPE, 'letter-near-round'),
    _rows(_E, dates.sessions_fit_their_round, _SHAPE, 'session-day', 'session-order'),
    _rows(_W, dates.sessions_do_not_overlap, _SHAPE, 'session-overlap'),
    _rows(_E, dates.written_dates_are_right, _WORDS, 'no-such-day'),
    _rows(_W, dates.written_dates_are_right, _WORDS, 'weekday-differs'),
    _rows(_W, dates.eras_fit_their_years, _WORDS, 'wrong-era'),
    _rows(_N, dates.days_off_are_noticed, _SHAPE, 'weekend', 'holiday'),
    _rows(_N, dates.rounds_do_not_share_a_room, _SHAPE, 'venue-overlap'),
    # leftovers of a copied file
    _rows(_W, leftovers.days_are_the_letters_own, _WORDS, 'other-round-day', 'other-day'),
    _rows(_W, leftovers.years_are_the_projects, _SHAPE, 'other-year'),
    _rows(_W, leftovers.venues_are_the_letters_own, _SHAPE, 'other-venue'),
    _rows(_W, leftovers.rounds_are_the_letters_own, _SHAPE, 'other-round'),
    _rows(_W, leftovers.provinces_are_the_letters_own, _SHAPE, 'other-province', 'other-addressee'),
    _rows(_W, leftovers.subjects_name_the_project, _WORDS, 'subject-differs'),
    # how a letter is worded
    _rows(_W, letters.causes_end_rightly, _WORDS, 'duay-nan', 'tamthi-nan'),
    _rows(_W, letters.enclosures_are_cited, _WORDS, 'enclosure-uncited', 'cited-not-enclosed'),
    _rows(_W, letters.cited_letters_are_those_issued, _WORDS, 'cited-letter'),
    # forms
    _rows(_E, forms.circulars_are_alike, _SHAPE, 'circular-names-recipient', 'circular-encloses-own'),
    _rows(_E, forms.pairs_fit, _WORDS, 'wrong-pair'),
    _rows(_E, forms.sent_letters_are_whole, _WORDS, 'sent-with-blank'),
    # what is sent
    _rows(_E, mail.post_codes_are_right, _SHAPE, 'post-code'),
    _rows(_W, mail.post_codes_are_right, _SHAPE, 'other-post-code'),
    _rows(_W, mail.post_codes_are_of_recipients, _SHAPE, 'post-code-unused', 'post-code-differs'),
    # writing
    _rows(
        _W, writing.texts_are_typed_cleanly, _SHAPE,
        'mai-yamok', 'paiyannoi', 'double-space', 'bracket-space', 'unbalanced', 'number-space', 'range-space',
        'text-digits', 'mixed-digits', 'invisible-character', 'vowel-form', 'mark-twice', 'mark-order', 'mark-stray',
        'look-alike',
    ),
)  # fmt: skip

# Checks that share a rule with another of the table.
ALSO: tuple[tuple[Check, Stage], ...] = (
    (forms.changes_are_of_rounds, Stage.FACTS),
    (references.terms_name_something, Stage.TERMS),
    (references.references_lead_somewhere, Stage.NAMES),
    (tables.tables_add_up, Stage.TITLE),
    (tables.lists_add_up, Stage.TITLE),
    (prose.so_many_each_make_so_many, Stage.WORDS),
    (prose.counts_are_the_projects, Stage.WORDS),
    (prose.budget_lines_say_what_they_cost, Stage.TITLE),
)


def _spelling(desk: Desk) -> Iterator[Finding]:
    from saraban.checks.spelling import words_are_in_the_dictionary  # noqa: PLC0415 only when it is asked for

    yield from words_are_in_the_dictionary(desk)


# Found only when asked for: reading the dictionary takes longer than all the rest.
SPELLING = Rule('unknown-word', Level.NOTE, _spelling, Stage.SHAPE)

# What the gate says of gate.yaml itself.
OF_THE_GATE = {'unknown-rule': Level.ERROR, 'cannot-accept': Level.ERROR, 'accepted-unused': Level.NOTE}


def levels() -> dict[str, Level]:
    """Every rule's level, those of spelling and of the gate itself among them."""
    return {**{name: rule.level for name, rule in RULES.items()}, SPELLING.name: SPELLING.level, **OF_THE_GATE}
