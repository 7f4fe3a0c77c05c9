"""`review.md`: what a merge request shows of it once it is rendered."""

import re

import pytest
from markdown_it import MarkdownIt

from saraban.review.compare import compare
from saraban.review.papers import Group, Review
from saraban.review.summary import LETTERS, markdown
from saraban.review.versions import Version
from saraban.views.blocks import Heading, Paragraph, View, plain
from saraban.words import Segmenter

WORDS = Segmenter().words
READER = MarkdownIt('commonmark', {'html': True}).enable(['strikethrough', 'table'])


def review(olds, news):
    """The review of two papers of such paragraphs, each in a group of its own."""
    views = [
        [
            View(
                'letter',
                f'letters/{at}',
                'letter',
                'ทดสอบ',
                tuple(Paragraph(f'b/{n}', plain(t)) for n, t in enumerate(paper)),
            )
            for at, paper in enumerate(side)
        ]
        for side in (olds, news)
    ]
    groups = tuple(Group((compare(old, new, WORDS),)) for old, new in zip(*views, strict=True))
    return Review(Version('old', {}), Version('new', {}), groups, 0, WORDS)


def rendered(old, new):
    """The changes of a paragraph as a page shows them, as HTML on one line for each bullet."""
    html = READER.render(markdown(review([[old]], [[new]])))
    return [line.removeprefix('<li>').removesuffix('</li>') for line in html.splitlines() if line.startswith('<li>')]


@pytest.mark.parametrize(
    ('old', 'new', 'expected'),
    [
        ('จำนวน ๑๗ คน', 'จำนวน ๑๘ คน', 'จำนวน <s>๑๗</s> <strong>๑๘</strong> คน'),
        ('คณะรัฐมนตรี ได้มีมติ', 'คณะรัฐมนตรีได้มีมติ', 'คณะรัฐมนตรี<del>␣</del>ได้มีมติ'),
        ('เห็นชอบแผน', 'เห็นชอบ(ร่าง)แผน', 'เห็นชอบ<b>(ร่าง)</b>แผน'),
        ('เห็นชอบแผน', 'เห็นชอบแผน และงบประมาณ', 'เห็นชอบแผน <strong>และงบประมาณ</strong>'),
        ('ข้อ *ก* และ <b>ข</b> _ค_ & ง', 'ข้อ *ก* และ <b>ข</b> _จ_ & ง', 'ข้อ *ก* และ &lt;b&gt;ข&lt;/b&gt; '),
        ('แผนสำคัญของจังหวัด', 'แผนสำ\u200bคัญของจังหวัด', 'แผน<s>สำคัญ</s> <strong>สำ‹ZWSP›คัญ</strong>ของจังหวัด'),
    ],
)
def test_a_change_stands_in_its_phrase_struck_and_put_in(old, new, expected):
    (line,) = rendered(old, new)
    assert line.startswith(f'ย่อหน้า: {expected}')


def test_a_paragraph_with_many_changes_is_one_bullet():
    words = 'เอกสารฉบับนี้ใช้สำหรับการประชุมของจังหวัดและอำเภอทุกแห่งในปีงบประมาณ'
    old, new = (
        f'{first} {words} {second} {words} {third}' for first, second, third in (('ก', 'ข', 'ค'), ('ง', 'จ', 'ฉ'))
    )
    (line,) = rendered(old, new)
    assert re.findall('<s>(.+?)</s> <strong>(.+?)</strong>', line) == [('ก', 'ง'), ('ข', 'จ'), ('ค', 'ฉ')]


def test_no_mark_stands_around_nothing():
    text = markdown(review([['ก ข', 'ค', 'ง']], [['กข', 'ค ง']]))
    assert ('~~~~' in text, '****' in text) == (False, False)


@pytest.mark.parametrize('number', ['1.', '12)', '-', '+', '#'])
def test_a_heading_that_begins_like_a_list_begins_none(number):
    old, new = (
        View('letter', 'letter', 'letter', '', (Heading('h', number, plain('บทนำ')), Paragraph('p', plain(words))))
        for words in ('ก', 'ข')
    )
    group = Group((compare(old, new, WORDS),))
    html = READER.render(markdown(Review(Version('old', {}), Version('new', {}), (group,), 0, WORDS)))
    assert f'<li>{number} บทนำ' in html
    assert (html.count('<ul>'), html.count('<ol>'), html.count('<h1>')) == (2, 0, 0)


def test_a_long_review_fits_a_merge_request_and_counts_what_it_leaves_out():
    olds = [[f'ข้อความที่ {n} ' + 'เดิม' * 50] for n in range(400)]
    news = [[f'ข้อความที่ {n} ' + 'ใหม่' * 50] for n in range(400)]
    text = markdown(review(olds, news))
    shown = text.count('\n- ')
    assert LETTERS / 2 < len(text) < LETTERS + 1000
    assert f'และอีก {400 - shown} แห่ง' in text
