"""Clusters, words and break opportunities of Thai text."""

import pickle
import re
import subprocess
import sys
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from saraban.words import BETWEEN_WORDS_OF_TERM, INSIDE_TERM, INSIDE_WORD, Break, Segmenter, clusters
from saraban.words.clusters import may_part, smallest_parts
from saraban.words.lattice import read
from saraban.words.lexicon import Lexicon, lexicon
from saraban.words.penalties import between_words
from saraban.words.spaced import SpacedTerms

THAI_TEXT = st.text(
    alphabet=[*map(chr, range(0x0E01, 0x0E3B)), *map(chr, range(0x0E3F, 0x0E5C)), *' ab1./()"-ๆฯ\n'], max_size=60
)


@pytest.fixture(scope='module')
def segmenter():
    return Segmenter(['ชัยนาท', 'แพร่', 'เจ้าจังหวัด', 'โรงแรมแมนดาริน แมนเนจ บาย เซ็นเตอร์ พ้อยท์', 'สมชาย ใจดี'])


def parted(segmenter, text, below=INSIDE_TERM):
    """The text with `|` at every break opportunity that is no last resort."""
    places = [b.position for b in segmenter.breaks(text) if b.penalty < below]
    return '|'.join(text[a:b] for a, b in zip([0, *places], [*places, len(text)], strict=True))


def penalty(segmenter, text, before):
    """What a break right before a piece of a text costs; None where there is none."""
    return {b.position: b.penalty for b in segmenter.breaks(text)}.get(text.index(before))


@pytest.mark.parametrize(
    ('text', 'expected'),
    [
        ('กำหนด', ['กำ', 'ห', 'น', 'ด']),
        ('ผู้ใหญ่', ['ผู้', 'ใ', 'ห', 'ญ่']),
        ('น้ำ', ['น้ำ']),
        ('e\u0301a', ['e\u0301', 'a']),
        ('\r\n', ['\r\n']),
        ('', []),
    ],
)
def test_a_cluster_holds_a_letter_and_its_marks(text, expected):
    assert clusters(text) == expected


@settings(deadline=None)  # the first text loads the lexicon
@given(THAI_TEXT)
def test_clusters_and_words_join_to_their_text(text):
    assert ''.join(clusters(text)) == text
    assert ''.join(Segmenter().words(text)) == text


@settings(deadline=None)  # the first text loads the lexicon
@given(st.text(alphabet=[*map(chr, range(0x0E01, 0x0E3B)), *map(chr, range(0x0E40, 0x0E4F))], min_size=1, max_size=12))
def test_smallest_parts_are_those_between_the_places_where_thai_may_part(run):
    starts = {len(''.join(smallest_parts(run)[:count])) for count in range(1, len(smallest_parts(run)))}
    assert starts == {place for place in range(1, len(run)) if may_part(run, place)}


@settings(deadline=None)  # the first text loads the lexicon
@given(THAI_TEXT)
def test_no_break_opportunity_cuts_a_cluster_or_stands_at_an_end(text):
    places = [b.position for b in Segmenter().breaks(text)]
    starts = {len(''.join(clusters(text)[:n])) for n in range(1, len(clusters(text)))}
    assert places == sorted(set(places))
    assert set(places) <= starts


@settings(deadline=None)  # the first text loads the lexicon
@given(THAI_TEXT)
def test_no_line_begins_with_a_closing_mark_or_ends_with_an_opening_one(text):
    for b in Segmenter().breaks(text):
        assert text[b.position] not in 'ๆฯ)' + 'ะาำ'
        assert text[b.position - 1] not in '(' + 'เแโใไ'


@pytest.mark.parametrize(
    ('text', 'expected'),
    [
        ('กำหนดการประชุม', ['กำหนดการ', 'ประชุม']),
        ('แพร่หลาย', ['แพร่หลาย']),
        ('จังหวัดแพร่', ['จังหวัด', 'แพร่']),
        ('ผู้ช่วยเจ้าจังหวัด', ['ผู้ช่วย', 'เจ้าจังหวัด']),
        (
            'ณ โรงแรมแมนดาริน แมนเนจ บาย เซ็นเตอร์ พ้อยท์ เขต',
            ['ณ', ' ', 'โรงแรมแมนดาริน แมนเนจ บาย เซ็นเตอร์ พ้อยท์', ' ', 'เขต'],
        ),
        ('พ.ศ. ๒๕๖๔ ฯลฯ', ['พ.ศ.', ' ', '๒๕๖๔', ' ', 'ฯลฯ']),
        ('www.moi.go.th', ['www.moi.go.th']),
    ],
)
def test_words_are_those_of_a_dictionary_and_the_terms_kept_whole(segmenter, text, expected):
    assert segmenter.words(text) == expected


@pytest.mark.parametrize(
    'text',
    [
        'ต่าง ๆ',
        '๗๖ คน',
        '๑,๐๐๐ บาท',
        'พ.ศ. ๒๕๖๔',
        'ข้อ ๔.๒',
        'ครั้งที่ ๑๑/๒๕๖๓',
        'วันที่ ๒๖ - ๒๗ พฤศจิกายน ๒๕๖๓',
        'ตุลาคม ๒๕๖๓',
        '๐๘.๓๐ - ๐๙.๐๐ น.',
        'ที่ มท ๐๓๐๑.๒/ว ๑๕๙๐',
        'โทร. ๐ ๒๒๒๑ ๐๘๗๗ ต่อ ๑๒',
        'ชัยนาท',
        'โรงแรมแมนดาริน แมนเนจ บาย เซ็นเตอร์ พ้อยท์',
        'สมชาย ใจดี',
    ],
)
def test_what_belongs_together_has_break_opportunities_of_last_resort_alone(segmenter, text):
    assert parted(segmenter, text) == text


def test_a_year_and_what_has_a_number_of_its_own_may_be_parted(segmenter):
    assert parted(segmenter, 'พ.ศ. ๒๕๖๔ รุ่นที่ ๑') == 'พ.ศ. ๒๕๖๔ |รุ่นที่ ๑'


def test_a_term_is_parted_at_its_own_spaces_before_it_is_between_its_words(segmenter):
    text = 'วันที่ ๒๖ พฤศจิกายน ๒๕๖๓ ที่ มท ๐๓๐๑.๒/ว ๑๕๙๐'
    assert penalty(segmenter, text, '๒๖') == INSIDE_TERM
    assert penalty(segmenter, text, 'ว ๑๕๙๐') == BETWEEN_WORDS_OF_TERM


def test_a_space_between_phrases_is_the_best_place(segmenter):
    assert penalty(segmenter, 'เห็นชอบผลการพิจารณา ซึ่งได้อนุมัติ', 'ซึ่ง') == 0


@pytest.mark.parametrize('bound', ['การ', 'ความ', 'ผู้', 'ของ', 'และ', 'ที่'])
def test_a_line_does_not_gladly_end_on_a_small_word(bound):
    assert between_words(bound, 'ประชาชน') > between_words('จังหวัดชัยนาท', 'ประชาชน')


@pytest.mark.parametrize('prefix', ['การ', 'ความ', 'ผู้', 'ของ', 'และ', 'ที่'])
def test_a_line_ends_with_a_prefix_last_of_all(prefix):
    assert between_words(prefix, 'ประชาชน') > between_words('โดย', 'ประชาชน') > between_words('หมู่บ้าน', 'นี้')


def test_a_line_does_not_part_a_preposition_of_two_words(segmenter):
    text = 'ทุกพื้นที่ ประกอบกับระเบียบ'
    assert penalty(segmenter, text, 'กับ') > penalty(segmenter, 'ทุกพื้นที่ ประกอบแผนนี้', 'แผน') + 100


def test_the_line_for_a_number_that_is_to_be_written_stays_with_its_label(segmenter):
    text = 'แบบตอบรับภายในวันที่ \ufffc ทาง \ufffc'
    assert penalty(segmenter, text, '\ufffc ทาง') == INSIDE_TERM
    assert penalty(segmenter, text, 'ทาง') < INSIDE_TERM


def test_a_name_that_reads_as_small_words_is_a_doubtful_place(segmenter):
    text = 'นายสุรินทรรักษ์ แท่นวิทยานนท์ กล่าวว่าประชาชน'
    inside = [b.penalty for b in segmenter.breaks(text) if b.position < text.index('แท่น') - 1]
    assert min(inside, default=600) > penalty(segmenter, text, 'ว่าประชาชน') * 2


def test_invisible_characters_that_steer_breaks_are_heeded(segmenter):
    assert parted(segmenter, 'กรม\u00a0ประชาชน') == 'กรม\u00a0ประชาชน'
    assert parted(segmenter, 'abc\u200bdef') == 'abc\u200b|def'


def test_a_bullet_stays_with_its_item(segmenter):
    assert parted(segmenter, '- ปลัดอำเภอ') == '- ปลัดอำเภอ'


@pytest.mark.parametrize(
    ('text', 'expected'),
    [
        ('คำว่า "สุข"', 'คำ|ว่า |"สุข"'),
        ('(One plan)', '(One |plan)'),
        ('แผนงาน/โครงการ', 'แผนงาน/|โครงการ'),
        ('หมู่บ้าน(ก)', 'หมู่บ้าน|(ก)'),
        ('Bottom-up', 'Bottom-up'),
    ],
)
def test_marks_stay_with_their_words(segmenter, text, expected):
    assert parted(segmenter, text) == expected


def test_a_segmenter_reads_in_another_process_as_it_does_here(segmenter):
    text = 'นายสมชาย ใจดี ณ โรงแรมบางกอก ชฎา กรุงเทพมหานคร'
    there = pickle.loads(pickle.dumps(segmenter))
    assert (there.words(text), there.breaks(text)) == (segmenter.words(text), segmenter.breaks(text))


def test_the_last_resort_inside_a_word_is_between_the_words_it_is_made_of(segmenter):
    word = 'ตะวันออกเฉียงเหนือ'
    found = segmenter.last_resorts(word, 0, len(word))
    assert [b for b in found if b.penalty == BETWEEN_WORDS_OF_TERM] == [Break(8, 2000), Break(13, 2000)]
    assert {b.penalty for b in found} == {BETWEEN_WORDS_OF_TERM, INSIDE_WORD}


def test_the_margin_of_a_boundary_is_what_the_best_reading_without_it_costs_more():
    costs = {'ตา': 1.0, 'กลม': 2.0, 'ตาก': 2.5, 'ลม': 2.0}
    reading = read('ตากลม', Lexicon(costs, {'ตา': 2, 'ตาก': 3, 'กลม': 3, 'ลม': 2}))
    assert reading == (('ตา', 'กลม'), (1.5,))


def test_letters_that_make_no_word_stand_together():
    assert read('ฆฌฑ', lexicon()).words == ('ฆฌฑ',)


def test_the_order_of_terms_does_not_matter():
    text = 'โรงแรมแมนดาริน แมนเนจ ชัยนาท'
    terms = ['โรงแรมแมนดาริน', 'โรงแรมแมนดาริน แมนเนจ', 'ชัยนาท']
    assert Segmenter(terms).breaks(text) == Segmenter(reversed(terms)).breaks(text)


def test_nothing_is_read_before_the_first_text():
    code = (
        'import sys\nfrom saraban.words import Segmenter\nSegmenter(["ชัยนาท"])\n'
        'print([name for name in ("pythainlp", "budoux", "weasyprint") if name in sys.modules])'
    )
    done = subprocess.run([sys.executable, '-c', code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == '[]'


def test_terms_with_spaces_are_found_from_left_to_right_the_longer_first():
    terms = SpacedTerms(['โรงแรม ก', 'โรงแรม ก ข', 'ก ข ค', 'เดี่ยว'])
    text = 'ณ โรงแรม ก ข ค และโรงแรม ก เดี่ยว'
    assert [text[start:end] for start, end in terms.find(text)] == ['โรงแรม ก ข', 'โรงแรม ก']
    assert list(SpacedTerms([]).find(text)) == []


def test_terms_with_spaces_are_those_that_an_alternation_of_all_finds():
    random = Random(1)
    for _ in range(300):
        terms = {
            ' '.join(random.choice('กขค') * random.randint(1, 2) for _ in range(random.randint(2, 3))) for _ in range(6)
        }
        text = ''.join(random.choice('กขค  ') for _ in range(60))
        pattern = re.compile('|'.join(sorted(terms, key=lambda term: (-len(term), term))))
        found = [text[start:end] for start, end in SpacedTerms(terms).find(text)]
        assert found == [match.group() for match in pattern.finditer(text)]
