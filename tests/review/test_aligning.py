"""Two texts aligned: as Indel does it where they are short, in bounded memory where they are long."""

import random
import subprocess
import sys
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rapidfuzz.distance import Indel

from saraban.review import aligning
from saraban.review.aligning import opcodes
from saraban.words import clusters

THAI = st.text(alphabet='กขนาเ่ ', max_size=60)


def rebuilt(one, other, steps):
    """Both texts as the steps tell them: what stayed from either side, what was taken out, what was put in."""
    old = [letter for step in steps if step.tag != 'insert' for letter in one[step.src_start : step.src_end]]
    new = [
        letter
        for step in steps
        if step.tag != 'delete'
        for letter in (
            one[step.src_start : step.src_end] if step.tag == 'equal' else other[step.dest_start : step.dest_end]
        )
    ]
    return old, new


def assert_joined(one, other, steps):
    assert rebuilt(one, other, steps) == (list(one), list(other))
    at = (0, 0)
    for step in steps:
        assert (step.src_start, step.dest_start) == at
        at = (step.src_end, step.dest_end)
    assert at == (len(one), len(other))
    assert all(before.tag != after.tag for before, after in pairwise(steps))


@given(THAI, THAI)
def test_short_texts_are_aligned_as_indel_does(one, other):
    expected = [(s.tag, s.src_start, s.src_end, s.dest_start, s.dest_end) for s in Indel.opcodes(one, other)]
    assert opcodes(one, other) == expected


@given(st.lists(st.sampled_from(['กำแพง', 'งาน', 'ที่', ' ', 'a', '๑๒']), max_size=400), st.data())
def test_texts_of_pieces_are_rebuilt_by_their_steps(words, data):
    one = ''.join(words)
    start = data.draw(st.integers(0, len(one)))
    other = one[:start] + data.draw(THAI) + one[start + data.draw(st.integers(0, 30)) :]
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(aligning, '_PAIRS', data.draw(st.sampled_from([1, 20, 400, 5000])))
        assert_joined(one, other, opcodes(one, other))
        assert_joined(clusters(one), clusters(other), opcodes(clusters(one), clusters(other)))
        assert_joined(one, other[::-1], opcodes(one, other[::-1]))


def long_text(seed: int, letters: int) -> str:
    chance = random.Random(seed)
    words = ['โครงการ', 'จังหวัด', 'ประชุม', 'ผู้เข้าร่วม', 'งบประมาณ', 'การพัฒนา', 'ที่', 'และ', 'น้ำ', ' ', '๒๕๖๓ ']
    found, length = [], 0
    while length < letters:
        found.append(chance.choice(words))
        length += len(found[-1])
    return ''.join(found)


def test_twenty_edits_in_a_long_text_are_the_only_steps():
    one = long_text(1, 250_000)
    places = sorted(random.Random(2).sample(range(0, len(one) - 40, 40), 20))
    other, at, expected = '', 0, []
    for n, place in enumerate(places):
        other += one[at:place]
        put_in, taken_out = ('♣' * (n % 3), 0) if n % 3 else ('♠', 5)
        expected.append((place, place + taken_out, len(other), len(other) + len(put_in)))
        other += put_in
        at = place + taken_out
    other += one[at:]
    steps = opcodes(one, other)
    assert_joined(one, other, steps)
    changed = []
    for step in steps:  # an insertion and the deletion after it are one edit
        if step.tag == 'equal':
            changed.append(None)
        elif changed and changed[-1]:
            changed[-1] = (*changed[-1][:1], step.src_end, changed[-1][2], step.dest_end)
        else:
            changed.append(step[1:])
    assert list(filter(None, changed)) == expected


def test_a_text_that_was_edited_everywhere_is_still_aligned():
    one = long_text(3, 120_000)
    other = ''.join(letter + '♣' * (at % 60 == 7) for at, letter in enumerate(one))
    steps = opcodes(one, other)
    assert_joined(one, other, steps)
    assert sum(step.src_end - step.src_start for step in steps if step.tag == 'equal') > 0.98 * len(one)


_MEASURED = """
import resource, sys
sys.path.insert(0, 'tests/review')
from test_aligning import long_text
from saraban.review.aligning import opcodes
texts = long_text(1, 250_000), long_text(2, 250_000), 'ก' * 250_000, 'กข' * 125_000
before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
for one in texts:
    for other in texts:
        opcodes(one, other)
print((resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) // 1024)
"""


def test_long_texts_take_no_more_than_a_bounded_memory():
    done = subprocess.run([sys.executable, '-c', _MEASURED], capture_output=True, text=True, check=True)
    assert int(done.stdout) < 250  # MB, where a bit for each pair of letters would take 7,500
