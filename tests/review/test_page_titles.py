"""Papers on the page are told apart by their round and by whom they go to."""

from dataclasses import replace

import pytest
from review_tools import DAY, VENUE, edited, reviewed_projects

from saraban.content.loader import load
from saraban.review.page.titles import member_names, names_of
from saraban.review.papers import Review

KINDS = ('schedule', 'round-schedule', 'allocation', 'letter', 'reply-form')
OTHER_ROUND = ('recipients.csv', 'TH-18,ชัยนาท,Chai Nat,1,8', 'TH-18,ชัยนาท,Chai Nat,2,8')


@pytest.fixture(scope='module')
def review(shipped, tmp_path_factory) -> Review:
    """A review in which a province goes to another round, and both rounds change for the others too."""
    folder = edited(tmp_path_factory.mktemp('rounds') / 'content', VENUE, DAY, OTHER_ROUND)
    return reviewed_projects(shipped, load(folder), KINDS)


def test_papers_are_called_by_kind_and_round_and_to_whom_they_go(review):
    assert [name.short for name in names_of(review, 'th')] == [
        'กำหนดการทุกรุ่น',
        'กำหนดการ รุ่นที่ ๑',
        'กำหนดการ รุ่นที่ ๒',
        'บัญชีจำนวนผู้เข้าร่วมโครงการฯ',
        'บัญชีจำนวนผู้เข้าร่วมโครงการ รุ่นที่ ๑',
        'บัญชีจำนวนผู้เข้าร่วมโครงการ รุ่นที่ ๒',
        'หนังสือเชิญ รุ่นที่ ๑ ลพบุรี และอีก ๑๕ ฉบับ',
        'หนังสือเชิญ ชัยนาท',
        'หนังสือเชิญ รุ่นที่ ๒ ชุมพร และอีก ๑๓ ฉบับ',
        'แบบตอบรับเข้าร่วมโครงการ รุ่นที่ ๑ ลพบุรี และอีก ๑๕ ฉบับ',
        'แบบตอบรับเข้าร่วมโครงการ ชัยนาท',
        'แบบตอบรับเข้าร่วมโครงการ รุ่นที่ ๒ ชุมพร และอีก ๑๓ ฉบับ',
    ]


def test_the_title_of_a_group_names_nobody_to_whom_only_one_paper_goes(review):
    for name, group in zip(names_of(review, 'th'), review.groups, strict=True):
        assert (group.first.view.recipient or '-') not in name.title or len(group.papers) == 1


def test_in_english_how_many_more_are_told_in_english(review):
    assert names_of(review, 'en')[6].short == 'Letter รุ่นที่ ๑ ลพบุรี and 15 more'


def test_papers_without_a_round_or_a_recipient_that_are_called_alike_have_their_paths(review):
    """A built folder does not say which round a paper is of."""
    alike = review.groups[4:6]
    nothing = [replace(version, papers={}) for version in (review.old, review.new)]
    names = names_of(Review(*nothing, alike, 0, review.words), 'th')
    assert [name.short for name in names] == [
        'บัญชีจำนวนผู้เข้าร่วมโครงการ (allocations/round-1)',
        'บัญชีจำนวนผู้เข้าร่วมโครงการ (allocations/round-2)',
    ]


def test_the_papers_of_a_group_are_named_by_whom_they_go_to_else_by_their_titles(review):
    assert list(member_names(review.groups[6]))[:3] == ['ลพบุรี', 'สิงห์บุรี', 'อ่างทอง']
    assert list(member_names(review.groups[1])) == ['กำหนดการ รุ่นที่ ๑']
    assert list(member_names(review.groups[0])) == ['schedule']
