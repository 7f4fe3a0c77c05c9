"""Words cut short between words: beside a change, and of one long stretch."""

import pytest

from saraban.review.excerpts import excerpt, shortened
from saraban.views.blocks import Run
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


def test_a_change_keeps_whole_words_beside_it():
    before, after = 'ภายในวันที่ ๕ กันยายน ๒๕๖๓ ณ ', ' กรุงเทพมหานคร) ภายในเดือนนี้'
    text = (Run(before), MarkedRun('โรงแรมดิวันนา', mark='removed'), Run(after))
    shown = ''.join(run.text for run in excerpt(text, 12, 60, WORDS))
    assert shown == '…๒๕๖๓ ณ โรงแรมดิวันนา กรุงเทพมหานคร…'
