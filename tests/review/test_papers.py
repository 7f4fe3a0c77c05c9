"""Two versions of the whole set: which papers changed, which in the same way, which are the same under another path."""

import pytest
from content_tools import SHIPPED
from review_tools import first_round_put_in, second_round_taken_out

from saraban.errors import UsageError
from saraban.review.choosing import choose
from saraban.review.pairing import Piece, pairs
from saraban.review.papers import review_versions
from saraban.review.sources import of_project
from saraban.review.telling import word_count
from saraban.words import Segmenter


@pytest.fixture
def reviewed(shipped, changed):
    """The review of the shipped content and what it becomes when values are changed."""

    def run(*patches, kinds=(), only=()):
        old, new = of_project('old', shipped), of_project('new', changed(SHIPPED, *patches))
        return review_versions(old, new, choose(old, new, kinds, only), Segmenter((*old.keep, *new.keep)))

    return run


VENUE = ('rounds.yaml', 'venue: โรงแรมดิวันนา', 'venue: โรงแรมบางกอก ชฎา')


def test_the_same_content_has_no_changed_paper(reviewed):
    review = reviewed()
    assert (review.changed, review.same, review.groups) == (False, 168, ())


def test_the_letters_of_a_round_are_one_group_and_each_paper_is_counted(reviewed):
    review = reviewed(VENUE)
    assert [(group.first.view.path, len(group.papers)) for group in review.groups] == [
        ('schedule', 1),
        ('schedules/round-1', 1),
        ('letters/TH-18-chai-nat', 17),
        ('reply-forms/TH-18-chai-nat', 17),
    ]
    assert (len(review.papers), review.same) == (36, 132)


def test_letters_of_two_rounds_that_changed_otherwise_are_two_groups(reviewed):
    review = reviewed(VENUE, ('rounds.yaml', 'start: 2563-12-17', 'start: 2563-12-16'), kinds=['letter'])
    assert [len(group.papers) for group in review.groups] == [17, 14]


def test_a_name_of_the_command_line_picks_papers_of_either_version(reviewed):
    assert [group.paths for group in reviewed(VENUE, only=['ชัยนาท']).groups] == [
        ('letters/TH-18-chai-nat',),
        ('reply-forms/TH-18-chai-nat',),
    ]


def test_what_neither_version_has_is_refused_with_what_is_near(shipped):
    version = of_project('old', shipped)
    with pytest.raises(UsageError) as told:
        choose(version, version, ['nothing'])
    assert [finding.rule for finding in told.value.findings] == ['unknown-kind']
    with pytest.raises(UsageError) as told:
        choose(version, version, [], ['ชัยนาด'])
    assert [finding.values['near'].split(', ')[0] for finding in told.value.findings] == ['ชัยนาท']


def test_a_corrected_english_name_is_the_same_letter_under_another_path(reviewed):
    review = reviewed(('recipients.csv', 'ชัยนาท,Chai Nat,1,8', 'ชัยนาท,Chainat,1,9'), kinds=['letter'])
    assert [(one.old.path, one.new.path) for one in review.papers if one.new.recipient == 'ชัยนาท'] == [
        ('letters/TH-18-chai-nat', 'letters/TH-18-chainat')
    ]


def test_a_round_put_in_before_others_is_one_new_paper(reviewed, changed):
    text = (SHIPPED / 'rounds.yaml').read_text(encoding='utf-8')
    first = text[text.index('  - number: 1') : text.index('  - number: 2')]
    fresh = first.replace('number: 1', 'number: 7').replace('ภาคกลาง', 'ภาคพิเศษ')
    review = reviewed(('rounds.yaml', first, fresh + first), kinds=['round-schedule'])
    assert [(one.old and one.old.path, one.new and one.new.path) for one in review.papers] == [
        (None, 'schedules/round-7')
    ]


ROUND_KINDS = ['round-schedule', 'allocation']


def of_rounds(review):
    """From where to where the papers of rounds went: their numbers, and how many words changed."""
    for paper in review.papers:
        if 'round-' in paper.view.path:
            folder, _, _ = paper.view.path.partition('/round-')
            numbers = (view and int(view.path[-1]) for view in (paper.old, paper.new))
            words = word_count(paper, review.words) if paper.old and paper.new else None
            yield (folder, *numbers, words)


def test_a_round_put_in_with_the_first_number_moves_the_papers_of_the_others_along(reviewed):
    found = list(of_rounds(reviewed(*first_round_put_in(), kinds=ROUND_KINDS)))
    for folder, last in (('schedules', 5), ('allocations', 8)):  # the last round gave a province away
        assert [one[1:] for one in found if one[0] == folder] == [
            (None, 1, None),
            *((number, number + 1, 1) for number in range(1, 6)),
            (6, 7, last),
        ]


def test_a_round_taken_out_is_the_paper_that_is_gone_and_those_after_it_move_along(reviewed):
    found = list(of_rounds(reviewed(*second_round_taken_out(), kinds=ROUND_KINDS)))
    for folder in ('schedules', 'allocations'):
        gone, first, *others = (one[1:] for one in found if one[0] == folder)
        assert (gone, first[:2]) == ((2, None, None), (1, 1))
        assert others == [(number, number - 1, 1) for number in range(3, 7)]


def test_a_kept_number_says_which_is_which_only_where_none_came_or_went():
    old = [Piece('paper', f'plans/round/{n}', f'{"ก" * 30}{name}') for n, name in enumerate(('คคคค', 'งงงง'), 1)]
    like = 'ก' * 30
    rewritten = [Piece('paper', 'plans/round/1', f'{like}ตตตต'), Piece('paper', 'plans/round/2', f'{like}จจจจ')]
    assert pairs(old, rewritten) == ([(0, 0), (1, 1)], [])
    fresh = [Piece('paper', 'plans/round/1', f'{like}ตตตต'), Piece('paper', 'plans/round/2', f'{like}คคคจ')]
    more = [*fresh, Piece('paper', 'plans/round/3', f'{like}งงงจ')]
    assert pairs(old, more) == ([(0, 1), (1, 2)], [])


def test_a_recipient_that_is_gone_takes_its_papers_with_it(reviewed):
    review = reviewed(('recipients.csv', 'TH-18,ชัยนาท,Chai Nat,1,8\n', ''), kinds=['letter', 'reply-form'])
    gone = [one.old.path for one in review.papers if one.new is None]
    assert gone == ['letters/TH-18-chai-nat', 'reply-forms/TH-18-chai-nat']
