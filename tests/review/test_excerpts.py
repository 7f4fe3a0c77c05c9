"""Words cut short between words: beside a change, and of one long stretch."""

import pytest

from saraban.errors import Place
from saraban.review.excerpts import excerpts, shortened
from saraban.views.blocks import Blank, Run
from saraban.views.blocks.marked import MarkedRun
from saraban.words import Segmenter, clusters

WORDS = Segmenter(['กรุงเทพมหานคร']).words
TEXT = 'ประชุมเชิงปฏิบัติการส่งเสริมสุขภาพประชาชน ณ โรงแรมดิวันนา กรุงเทพมหานคร ภายในวันที่ ๕ กันยายน ๒๕๖๓'


@pytest.mark.parametrize('count', range(1, 61))
def test_a_cut_stands_between_two_words(count):
    ends, at = {0}, 0
    for word in WORDS(TEXT):
        at += len(word)
        ends.add(at)
    for head, tail in ((count, 0), (0, count)):
        shown = shortened(TEXT, head, tail, WORDS)
        if shown == TEXT:
            continue
        begin, end = shown.split('…')
        assert TEXT.startswith(begin)
        assert TEXT.endswith(end)
        assert begin or end, 'something is left'
        longest = max(len(clusters(word)) for word in WORDS(TEXT))
        if 2 * count >= longest:
            assert len(begin) in ends
            assert len(TEXT) - len(end) in ends


def test_one_word_that_is_longer_than_all_the_room_is_cut_where_thai_writing_may_part():
    whole = Segmenter(['ขวัญเรียนเมืองมิ่ง']).words
    assert whole('ขวัญเรียนเมืองมิ่งและ') == ['ขวัญเรียนเมืองมิ่ง', 'และ']
    assert shortened('ขวัญเรียนเมืองมิ่งและ', 2, 0, whole) == 'ขวัญ…'


def words_in(text):
    return ''.join(run.text for run in text)


def test_a_change_keeps_whole_words_beside_it():
    before, after = 'ภายในวันที่ ๕ กันยายน ๒๕๖๓ ณ ', ' กรุงเทพมหานคร) ภายในเดือนนี้'
    text = (Run(before), MarkedRun('โรงแรมดิวันนา', mark='removed'), Run(after))
    (shown,) = excerpts(text, 12, 60, WORDS)
    assert words_in(shown) == '…๒๕๖๓ ณ โรงแรมดิวันนา กรุงเทพมหานคร…'


def test_what_did_not_change_is_one_stretch_however_many_runs_it_is_of():
    """A line to fill in and bold words are runs of their own: none of them gives a snippet far from the change."""
    blank = Run('', blank=Blank('เลขที่', Place('letter.yaml')))
    after = (Run(' ธันวาคม ๒๕๖๓ ('), blank, Run(') ภายใน'), Run('วันที่', bold=True), Run(' '), blank, Run(' ทางรายละเอียด'))
    (shown,) = excerpts((MarkedRun('๑๗', mark='removed'), MarkedRun('๑๘', mark='added'), *after), 12, 60, WORDS)
    assert words_in(shown) == '๑๗ ๑๘ ธันวาคม ๒๕๖๓…'


def test_a_line_to_fill_in_beside_a_change_is_dots():
    blank = Run('', blank=Blank('เลขที่', Place('letter.yaml')))
    (shown,) = excerpts((Run('ลงวันที่ '), blank, MarkedRun(' ธันวาคม', mark='added')), 12, 60, WORDS)
    assert words_in(shown) == 'ลงวันที่ …… ธันวาคม'
    assert all(run.blank is None for run in shown)


def test_bold_words_beside_a_change_stay_bold():
    text = (Run('เพื่อประชุม'), Run('เชิงปฏิบัติการ', bold=True), MarkedRun('ส่งเสริม', mark='added'))
    (shown,) = excerpts(text, 12, 60, WORDS)
    assert [(run.text, run.bold) for run in shown] == [('…', False), ('เชิงปฏิบัติการ', True), ('ส่งเสริม', False)]


def test_words_struck_and_words_put_in_for_them_never_run_together():
    struck, put_in = MarkedRun('๒', mark='removed'), MarkedRun('๑', mark='added')
    assert words_in(*excerpts((struck, put_in), 12, 60, WORDS)) == '๒ ๑'
    spaced = (MarkedRun('๒ ', mark='removed'), put_in)
    assert words_in(*excerpts(spaced, 12, 60, WORDS)) == '๒ ๑'


def test_places_far_from_each_other_are_phrases_of_their_own_and_near_ones_are_one():
    one, other = MarkedRun('ก่อน', mark='added'), MarkedRun('หลัง', mark='added')
    assert len(excerpts((one, Run(TEXT), other), 12, 60, WORDS)) == 2
    assert len(excerpts((one, Run('ประชุมเชิงปฏิบัติการ'), other), 12, 60, WORDS)) == 1


def test_no_phrase_grows_without_end_however_many_changes_follow_each_other():
    marks = [MarkedRun('ส่งเสริมสุขภาพ' * 4, mark=mark) for mark in ('restyled', 'removed', 'added') * 20]
    found = excerpts(tuple(marks), 12, 60, WORDS)
    assert len(found) > 10
    assert max(len(words_in(text)) for text in found) < 300


def test_a_paragraph_s_end_is_shown_where_it_was_put_in_or_taken_out():
    text = (Run('ตามระเบียบ'), MarkedRun('\n', mark='added'), Run('และเพื่อ'), Run('\n'), Run('สนับสนุน'))
    assert words_in(*excerpts(text, 24, 60, WORDS)) == 'ตามระเบียบ¶และเพื่อ สนับสนุน'


def test_a_text_without_changes_has_no_place():
    assert excerpts((Run(TEXT),), 12, 60, WORDS) == []
