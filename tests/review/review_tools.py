"""Reviews for tests: the shipped content against what it becomes when values are changed."""

from __future__ import annotations

import re
from collections.abc import Callable

from content_tools import ROOT, SHIPPED, copied, patched

from saraban.cli import main
from saraban.render.formats import load_resources
from saraban.review.choosing import choose
from saraban.review.papers import Review, review_versions
from saraban.review.sources import of_project
from saraban.words import Segmenter

VENUE = ('rounds.yaml', 'venue: โรงแรมดิวันนา', 'venue: โรงแรมบางกอก ชฎา')
DAY = ('rounds.yaml', 'start: 2563-12-17\n    end: 2563-12-18', 'start: 2563-12-16\n    end: 2563-12-17')


def reviewed_projects(old, new, kinds=(), only=()) -> Review:
    """The review of two projects."""
    versions = of_project('ฉบับก่อน', old), of_project('ฉบับหลัง', new)
    words = Segmenter((*versions[0].keep, *versions[1].keep)).words
    return review_versions(*versions, choose(*versions, kinds, only), words)


def diff(capsys, *words: str) -> tuple[int, str, str]:
    """A comparison's exit code, what it says and what it complains of."""
    code = main(['diff', *words])
    told = capsys.readouterr()
    return code, told.out, told.err


def resources(keep=()):
    """What rendering rests on, as the product ships it."""
    return load_resources(ROOT / 'templates', ROOT / 'fonts', 'templates', keep)


def edited(folder, *patches):
    """The shipped content with values changed, in a folder of its own."""
    copied(SHIPPED, folder)
    for file, old, new in patches:
        patched(folder, file, old, new)
    return folder


def line_with(words: str, file: str = 'proposal.yaml') -> str:
    """The one line of a shipped file that holds some words, its line end with it."""
    lines = [line for line in (SHIPPED / file).read_text(encoding='utf-8').splitlines(keepends=True) if words in line]
    assert len(lines) == 1, f'{words} stands in {len(lines)} lines'
    return lines[0]


def rewritten(words: str, by: str) -> tuple[str, str, str]:
    """A patch that puts other words in a line of the proposal."""
    line = line_with(words)
    return 'proposal.yaml', line, line.replace(words, by)


def put_in(before: str, text: str) -> tuple[str, str, str]:
    """A patch that puts a paragraph or an item before the one that begins with some words."""
    line = line_with(before)
    return 'proposal.yaml', line, f'{line[: line.index("-")]}- {text}\n{line}'


def swapped(first: str, second: str) -> tuple[str, str, str]:
    """A patch that lets two lines that follow each other change places."""
    one, other = line_with(first), line_with(second)
    return 'proposal.yaml', one + other, other + one


Patch = tuple[str, str, str]


def first_round_put_in() -> tuple[Patch, Patch]:
    """Patches that put a round in before all others, of the one province that ends the last round's list but three."""
    fresh = (
        '  - number: 1\n    region: ภาคพิเศษ\n    start: 2563-11-10\n    end: 2563-11-11\n'
        '    venue: โรงแรมรอยัล\n    district: เขตพระนคร กรุงเทพฯ\n'
        '    letter: {number: "", date: "", reply_by: "", stage: ร่าง}\n'
    )
    rounds, recipients = _renumbered(lambda number: number + 1)
    first = '  - number: 2\n'
    return (
        (*rounds[:2], rounds[2].replace(first, fresh + first)),
        (*recipients[:2], recipients[2].replace('ตราด,Trat,7', 'ตราด,Trat,1')),
    )


def second_round_taken_out() -> tuple[Patch, Patch]:
    """Patches that take the second round out; its provinces go to the first."""
    rounds, recipients = _renumbered(lambda number: number - 1 if number > 1 else 1)
    text = rounds[2]
    start = text.index('  - number: 1\n', text.index('  - number: 1\n') + 1)
    return (*rounds[:2], text[:start] + text[text.index('  - number: 2\n') :]), recipients


def two_rounds_swapped() -> tuple[Patch, Patch]:
    """Patches that let the second and the third round change places, each with the number of its place."""
    rounds, recipients = _renumbered(lambda number: {2: 3, 3: 2}.get(number, number))
    text = rounds[2]
    second, third, fourth = (text.index(f'  - number: {number}\n') for number in (3, 2, 4))
    return (*rounds[:2], text[:second] + text[third:fourth] + text[second:third] + text[fourth:]), recipients


def _renumbered(number: Callable[[int], int]) -> tuple[Patch, Patch]:
    """Patches that give every round another number, and each recipient that of its round."""
    rounds, recipients = ((SHIPPED / file).read_text(encoding='utf-8') for file in ('rounds.yaml', 'recipients.csv'))
    return (
        ('rounds.yaml', rounds, re.sub(r'(?<=- number: )\d', lambda found: str(number(int(found[0]))), rounds)),
        (
            'recipients.csv',
            recipients,
            re.sub(r'\d(?=,\d+$)', lambda found: str(number(int(found[0]))), recipients, flags=re.M),
        ),
    )


# Every kind of change: a number, a date, a name, words, a move, an item that shifts the numbers after it, a table's row.
MANY = (
    VENUE,
    DAY,
    rewritten('ประกอบกับยุทธศาสตร์ชาติ ๒๐ ปี', 'สอดคล้องกับยุทธศาสตร์ชาติ ๒๐ ปี'),
    rewritten('ในคราวประชุมครั้งที่ ๑๑/๒๕๖๓', 'ในคราวประชุมครั้งที่ ๑๒/๒๕๖๓'),
    put_in('เพื่อยกระดับศักยภาพการเชื่อมโยง', 'เพื่อให้ผู้เข้าร่วมรู้จักใช้ข้อมูลของตำบล'),
    swapped('ในขณะเดียวกัน การจัดทำข้อมูลพื้นฐาน', 'การขับเคลื่อน{{ terms.smart_team.full }} นอกเหนือจาก'),
)
