"""The cause beside each effect: which value of the content changed which papers."""

import json

import pytest
from content_tools import SHIPPED

from saraban.cli import main
from saraban.review.causes import Causes, find_causes
from saraban.review.choosing import choose
from saraban.review.papers import review_versions
from saraban.review.sources import of_project
from saraban.words import Segmenter

SEGMENTER = Segmenter()


@pytest.fixture
def causes(shipped, changed):
    """The causes of what the shipped content becomes when values are changed: name, old, new, kinds of papers by count."""

    def run(*patches):
        old, new = of_project('old', shipped), of_project('new', changed(SHIPPED, *patches))
        found = find_causes(review_versions(old, new, choose(old, new), SEGMENTER))
        return [(one.place.rpartition('/')[2], one.field, one.old, one.new, counted(one.paths)) for one in found]

    return run


def counted(paths):
    """How many papers there are of each folder."""
    kinds = [path.partition('/')[0] for path in sorted(paths)]
    return {kind: kinds.count(kind) for kind in kinds}


def test_a_venue_is_the_cause_of_its_round_s_papers(causes):
    assert causes(('rounds.yaml', 'venue: โรงแรมดิวันนา', 'venue: โรงแรมบางกอก ชฎา')) == [
        (
            'rounds.yaml:13',
            'venue',
            'โรงแรมดิวันนา',
            'โรงแรมบางกอก ชฎา',
            {'letters': 17, 'reply-forms': 17, 'schedule': 1, 'schedules': 1},
        )
    ]


def test_each_of_two_changes_has_its_own_papers(causes):
    found = causes(
        ('facts.yaml', 'tambons: 7255', 'tambons: 7256'), ('rounds.yaml', 'start: 2563-12-17', 'start: 2563-12-16')
    )
    assert found == [
        ('facts.yaml:6', 'tambons', '7255', '7256', {'proposal': 1}),
        (
            'rounds.yaml:18',
            'start',
            '2563-12-17',
            '2563-12-16',
            {'letters': 14, 'reply-forms': 14, 'schedule': 1, 'schedules': 1},
        ),
    ]


def test_a_recipient_in_another_round_is_a_cause_of_the_roster(causes):
    (found,) = causes(('recipients.csv', 'Chai Nat,1,8', 'Chai Nat,3,8'))
    assert found == (
        'recipients.csv:2',
        'round',
        '1',
        '3',
        {'allocations': 3, 'letters': 1, 'proposal': 1, 'reply-forms': 1, 'schedule': 1, 'schedules': 2},
    )


def test_a_paragraph_put_in_is_named_by_its_line_and_what_follows_it_is_no_cause(causes):
    first = '      - ประกอบกับยุทธศาสตร์ชาติ'
    (found,) = causes(('proposal.yaml', first, f'      - ข้อความใหม่\n{first}'))
    assert (found[1:], found[0].partition(':')[0]) == (('body', '', 'ข้อความใหม่', {'proposal': 1}), 'proposal.yaml')


def test_a_change_that_no_paper_prints_is_no_cause(causes):
    assert causes(('facts.yaml', 'employment_months: 12          #', 'employment_months: 12 # เดิม')) == []


def test_values_that_only_make_content_together_are_still_causes(causes):
    """Its first day alone would be after its last."""
    found = causes(
        ('rounds.yaml', 'start: 2563-11-26', 'start: 2563-12-01'), ('rounds.yaml', 'end: 2563-11-27', 'end: 2563-12-02')
    )
    assert [(one[1], 'letters' in one[4]) for one in found] == [('start', True), ('end', True)]


def test_causes_stand_in_json(capsys, tmp_path, changed):
    changed(SHIPPED, ('facts.yaml', 'tambons: 7255', 'tambons: 7256'))
    main(['diff', str(SHIPPED), str(tmp_path / 'content'), '--json'])
    (cause,) = json.loads(capsys.readouterr().out)['causes']
    assert (cause['field'], cause['old'], cause['new'], cause['paths']) == ('tambons', '7255', '7256', ['proposal'])


def test_what_a_copy_of_this_process_found_is_what_this_one_finds(many, monkeypatch):
    expected = find_causes(many)
    aside = Causes(many)
    monkeypatch.setattr('saraban.review.causes.find_causes', lambda _: pytest.fail('looked for here'))
    assert expected
    assert aside() == aside() == expected


def test_causes_are_looked_for_here_where_the_copy_is_lost(many):
    aside = Causes(many)
    aside._aside.kill()
    assert aside() == find_causes(many)
