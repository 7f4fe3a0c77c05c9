"""What a break between two pieces of text costs: how doubtful the boundary is, and how well it reads."""

from __future__ import annotations

from math import inf

from saraban.words.opinion import score

BETWEEN_WORDS = 3
"""Between two words without a space; a space between phrases costs nothing."""
AFTER_BOUND_WORD = 80
"""After a small word that belongs to the next one: as bad as some two em of slack."""
AFTER_PREFIX = 120
"""After what is no word without the next one, or never ends a phrase."""
INSIDE_PHRASE = 120
"""Between two words that are one conjunction or preposition together."""
BEFORE_CLINGING_WORD = 15
"""Before a small word that belongs to the one before it."""
BEFORE_FIGURE = 10
"""At a space before or after a figure that is not held together with its neighbour."""
BETWEEN_LATIN_WORDS = 8
AFTER_SLASH = 15
WITHIN_NAME = 30
"""At the space between a person's names."""
MIXED = 70
"""Between Thai and other letters without a space."""

SURE = 20.0
"""Cost of the doubt about a boundary that all signs speak for: one in some hundreds of those is wrong."""
MOST_DOUBT = 600
FAIR_SCORE, HALVING_SCORE = 1500.0, 1000.0
"""Below the first (in the model's unit) doubt grows; it doubles with each of the second."""
FAIR_MARGIN = 11.5
"""A reading across the boundary that costs this much more (a likelihood ratio of 100,000) is out of question."""
DOUBLINGS_AT_NO_MARGIN = 3.0
FAIR_RARITY, DOUBLINGS_A_RARITY = 1.9, 2.5
"""Words that cost more than the first a letter are rare: names read as small words. Doubt doubles by the second for each more."""
DOUBLINGS_IN_NAME = (0.0, 2.0, 3.0)
"""Doublings outside a person's name, in the run after its first space, and right after a title."""

ZERO_WIDTH_SPACE = '\u200b'
STRAIGHT_QUOTES = '"\''
OPENING = '([{“‘«‹<'
CLOSING = ')]}”’»›>ๆฯ.,;:!?%…‥'
NOT_LETTERS = '\u0e2f\u0e3f\u0e46'
"""Marks among the Thai letters: PAIYANNOI, BAHT, MAIYAMOK."""
FIGURES = '0123456789๐๑๒๓๔๕๖๗๘๙'
BULLETS = frozenset('-–•▪■○●◦□☐')


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


PREFIXES = _words('การ ความ ผู้ นัก น่า อย่าง ของ และ ที่ ซึ่ง ชาว ช่าง เครื่อง เชิง ภาย นาย นาง นางสาว')
"""Words that make a noun or an adverb of the next one, or join it to the one before: a line ends with them last of all."""
BOUND = _words(
    'อัน ใน โดย เพื่อ แก่ แต่ หรือ กับ จาก ด้วย ตาม ต่อ เป็น ให้ ได้ จะ ไม่ มี คือ ว่า ณ แห่ง '
    'ระหว่าง สำหรับ ถึง ทั้ง ทุก เมื่อ หาก ถ้า จึง ก็ ยัง ถูก โดน แบบ ผล ทาง ด้าน ต้อง ควร อาจ เคย กำลัง '
    'จังหวัด อำเภอ ตำบล เขต แขวง โรงแรม กรม กระทรวง กอง ฝ่าย สำนัก มาตรา ข้อ ครั้ง'
)
"""Other words that a line should not end with: prepositions, conjunctions, auxiliaries, what stands before a name."""
CLINGING = _words('นี้ นั้น โน้น ด้วย แล้ว อยู่ ไป มา ขึ้น ลง เอง กัน ไว้ เสีย นะ ครับ ค่ะ คะ ล่ะ เลย')
"""Words that a line should not begin with."""
PHRASES = _words('ประกอบกับ นอกเหนือจาก สืบเนื่องจาก รวมถึง ควบคู่กับ ร่วมกับ พร้อมด้วย ว่าด้วย เพื่อให้ ตามที่')
"""Two words that are read as one: `ประกอบ` at a line's end is another word."""


def is_thai(letter: str) -> bool:
    """Whether a character is a Thai letter, vowel or mark."""
    return '\u0e01' <= letter <= '\u0e4e' and letter not in NOT_LETTERS


def _is_latin(letter: str) -> bool:
    return letter.isalpha() and letter < '\u0250'


def doubt(text: str, position: int, margin: float, rarity: float, in_name: int) -> int:
    """What the risk costs that a boundary is none.

    Each sign against it doubles the cost: the model's score, the margin of the cheapest reading over one without the boundary,
    how rare the words beside it are (cost a letter), and whether a person's name goes on.
    """
    doublings = (
        max(0.0, FAIR_SCORE - score(text, position)) / HALVING_SCORE
        + max(0.0, 1 - margin / FAIR_MARGIN) * DOUBLINGS_AT_NO_MARGIN
        + max(0.0, rarity - FAIR_RARITY) * DOUBLINGS_A_RARITY
        + DOUBLINGS_IN_NAME[in_name]
    )
    return min(MOST_DOUBT, round(SURE * 2**doublings))


def _after(word: str) -> int:
    """What it costs that a line ends with a word."""
    return AFTER_PREFIX if word in PREFIXES else AFTER_BOUND_WORD if word in BOUND else 0


def between_words(before: str, after: str) -> int:
    """What a sure break between two Thai words costs for how it reads."""
    inside_phrase = INSIDE_PHRASE * (before + after in PHRASES)
    return BETWEEN_WORDS + max(_after(before), inside_phrase) + BEFORE_CLINGING_WORD * (after in CLINGING)


def at_space(text: str, position: int, in_name: int) -> float:
    """What a break after a space costs; infinite where a line never ends."""
    before = text[:position].rstrip()
    if not before or before[-1] in OPENING or text[position] in CLOSING:
        return inf
    is_bullet = before[-1] in BULLETS and before[-2:-1].strip() == ''
    if is_bullet and (len(before) == 1 or before[-1] not in '-–'):
        return inf
    cost = 0
    if is_bullet or before[-1] in FIGURES or text[position] in FIGURES:
        cost += BEFORE_FIGURE
    elif _is_latin(before[-1]) and _is_latin(text[position]):
        cost += BETWEEN_LATIN_WORDS
    cost += _after(before.rsplit(None, 1)[-1])
    return cost + (WITHIN_NAME if in_name == len(DOUBLINGS_IN_NAME) - 2 else 0)


def at_marks(text: str, position: int) -> float:
    """What a break costs where no two Thai words and no space meet; infinite where a line never ends."""
    last, first = text[position - 1], text[position]
    cost = inf
    if first.isspace() or first in CLOSING or last in OPENING:
        pass
    elif first in STRAIGHT_QUOTES or last in STRAIGHT_QUOTES:
        cost = _at_straight_quote(text, position)
    elif last == ZERO_WIDTH_SPACE:
        cost = BETWEEN_WORDS
    elif last == '/':
        cost = AFTER_SLASH if is_thai(first) else inf
    elif last in CLOSING:
        cost = BETWEEN_WORDS if last not in '.,;:!?%…‥' and (is_thai(first) or first in OPENING) else inf
    elif is_thai(last) and first in OPENING:
        cost = BETWEEN_WORDS
    elif (is_thai(last) and first.isalnum()) or (last.isalnum() and is_thai(first)):
        cost = MIXED
    return cost


def _at_straight_quote(text: str, position: int) -> float:
    """A straight quote opens after white space or an opening mark, else it closes."""
    place = position if text[position] in STRAIGHT_QUOTES else position - 1
    opens = place == 0 or text[place - 1].isspace() or text[place - 1] in OPENING
    if opens:
        return BETWEEN_WORDS if place == position else inf
    return inf if place == position else BETWEEN_WORDS if is_thai(text[position]) else inf
