"""Sums are reckoned from the roster, the rounds and the groups, and agree with each other."""

import pytest
from content_tools import SAMPLE, SHIPPED

from saraban.content.project import loc_of


def group(project, key):
    return next(group for group in project.groups if group.key == key)


def test_a_group_is_counted_per_recipient_per_round_per_project_or_by_a_column(sample):
    assert {one.key: (sample.units(one), sample.total(one)) for one in sample.groups} == {
        'head_nurse': (5, 5),
        'ward_nurse': (27, 54),
        'lecturer': (3, 18),
        'adviser': (1, 3),
    }
    assert (sample.invited_total, sample.audience_total) == (59, 80)


def test_a_recipient_sends_one_and_so_many_of_its_units(sample):
    children = sample.recipients[1]
    assert [sample.count(one, children) for one in sample.invited] == [1, 4]
    assert sample.recipient_total(children) == 5


@pytest.mark.parametrize('name', ['sample', 'shipped'])
def test_recipients_add_up_to_rounds_and_rounds_to_the_whole(name, request):
    project = request.getfixturevalue(name)
    for a_round in project.rounds:
        members = project.members(a_round)
        assert project.round_total(a_round) == sum(map(project.recipient_total, members)) > 0
    assert sum(map(project.round_total, project.rounds)) == project.invited_total
    assert [one for a_round in project.rounds for one in project.members(a_round)] != []
    assert sorted(one.slug for a_round in project.rounds for one in project.members(a_round)) == sorted(
        one.slug for one in project.recipients
    )


def test_a_fact_is_a_number_words_a_product_or_a_sum(sample):
    assert {key: sample.fact(key) for key in sample.facts} == {
        'target_rate': '1.5',
        'days_per_bed': 365,
        'beds': 4250,
        'bed_days': 1551250,
        'kits_spare': 40,
        'kits_used': 260,
        'kits': 300,
    }


def test_a_fact_may_be_reckoned_from_reckoned_ones(small):
    project = small(facts='a: 2\nb: {product: [a, a, a]}\nc: {sum: [b, b, a]}\n')
    assert [project.fact(key) for key in 'abc'] == [2, 8, 18]


def test_one_more_round_and_its_recipients_change_every_sum(changed):
    project = changed(
        SHIPPED,
        ('recipients.csv', 'TH-27,สระแก้ว,Sa Kaeo,6,9', 'TH-27,สระแก้ว,Sa Kaeo,6,9\nTH-99,ใหม่,Mai,6,4'),
    )
    assert (project.round_total(project.rounds[5]), project.invited_total, project.audience_total) == (80, 959, 1163)


def test_a_value_knows_its_place(sample):
    assert str(sample.place('rounds.yaml', 'rounds', 1, 'letter', 'date')).endswith(
        'samples/hospitals/rounds.yaml:19:13'
    )
    assert sample.place('nothing.yaml', 'a').file == 'nothing.yaml'
    assert loc_of(sample.rounds[2], sample) == ('rounds', 2)


def test_parts_that_are_not_there_are_empty(small):
    project = small()
    assert (project.invited_total, project.audience_total, project.by_round) == (0, 0, {})


def test_thai_and_buddhist_values_reach_the_model(sample):
    assert [(str(one.start), str(one.end)) for one in sample.rounds] == [
        ('2025-11-30', '2025-12-01'),
        ('2025-12-30', '2026-01-02'),
        ('2026-02-13', '2026-02-13'),
    ]
    times = [(str(one.start), one.end and str(one.end)) for one in sample.schedule.round_schedule.sessions]
    assert times[:3] == [('08:00:00', '08:30:00'), ('08:30:00', '12:00:00'), ('13:00:00', None)]


def test_the_sample_is_unlike_the_shipped_project(sample, shipped):
    assert [one.region for one in sample.rounds] == ['', '', '']
    assert {one.per for one in sample.groups} & {one.per for one in shipped.groups} == {'recipient', 'round'}
    assert SAMPLE != SHIPPED
