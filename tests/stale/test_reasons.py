"""Each paper that is made anew has its reason: the value, the template, the font or the part of the program that changed."""

import dataclasses
import datetime
import json
import shutil
import zipfile
from pathlib import Path

import pytest
from content_tools import ROOT, SHIPPED, copied, patched

from saraban import press
from saraban.cache import Cache
from saraban.messages import say
from saraban.pipeline import Request, build
from saraban.render.formats import FORMATS
from saraban.render.rendered import Rendered
from saraban.report import Voice, said_cause
from saraban.views.blocks import printed_words

FILES = 2 * (16 + 2 * 25)  # papers that are one or one a round, and two to each of the recipients
pytestmark = pytest.mark.slow
CHAI_NAT = 'letters/TH-18-chai-nat'


@pytest.fixture(autouse=True)
def quick(monkeypatch):
    """Engines that print a view's words and cost nothing."""

    def engine(form):
        return lambda resources: (
            lambda view: Rendered(f'{form} {printed_words(view)}'.encode(), 1 if form == 'pdf' else None)
        )

    for form in FORMATS:
        monkeypatch.setitem(FORMATS, form, engine(form))
    monkeypatch.setattr(press, 'check_pages', lambda view, form, *_: [])


@pytest.fixture
def office(tmp_path):
    """The shipped content, templates and fonts, built once into an output folder."""
    copies = {name: copied(ROOT / name, tmp_path / name) for name in ('content', 'templates', 'fonts')}
    shorten(copies['content'] / 'recipients.csv')
    request = Request(output=tmp_path / 'output', jobs=1, cache=Cache(tmp_path / 'cache', 10**9), **copies)
    build(request)
    return request


def shorten(roster: Path) -> None:
    """Leaves four recipients to a round: 25 letters are as good as 76 and quicker."""
    head, *rows = roster.read_text('utf-8').splitlines()
    rounds: dict[str, list[str]] = {}
    for line in rows:
        rounds.setdefault(line.split(',')[3], []).append(line)
    kept = [line for members in rounds.values() for line in members[:4]]
    trat = [line for line in rows if 'ตราด' in line and line not in kept]
    roster.write_text('\n'.join([head, *kept, *trat]) + '\n', 'utf-8')


def reasons(request: Request, **changes) -> dict[str, list[str]]:
    """Each stale paper with its causes, in English."""
    report = build(dataclasses.replace(request, **changes))
    return {one.path: [said_cause(cause, 'en') for cause in one.causes] for one in report.reasons}


def row(content: Path, province: str, column: str, value: str) -> None:
    """Writes a cell of the roster, in a column of its own where there is none."""
    lines = [line.split(',') for line in (content / 'recipients.csv').read_text('utf-8').splitlines()]
    if column not in lines[0]:
        lines = [[*line, column if number == 0 else ''] for number, line in enumerate(lines)]
    for line in lines:
        if province in line:
            line[lines[0].index(column)] = value
    (content / 'recipients.csv').write_text('\n'.join(map(','.join, lines)) + '\n', 'utf-8')


def test_the_first_build_needs_no_reason(tmp_path):
    request = Request(SHIPPED, tmp_path / 'output', jobs=1, cache=Cache(tmp_path / 'cache', 10**9))
    assert build(request).reasons == ()


def test_nothing_changed_makes_nothing_anew(office):
    report = build(office)
    assert (report.reasons, report.standing, len(report.products)) == ((), FILES, FILES)


def test_one_province_s_data_makes_its_own_papers_anew(office):
    row(office.content, 'ชัยนาท', 'number', '1590')
    assert reasons(office) == {CHAI_NAT: ['recipients.csv row ชัยนาท number changed']}


def test_a_value_of_a_round_names_the_round_and_the_field(office):
    patched(office.content, 'rounds.yaml', 'start: 2563-11-26', 'start: 2563-11-25')
    found = reasons(office)
    assert found[CHAI_NAT] == ['rounds.yaml round 1 start changed']
    assert {path.partition('/')[0] for path in found} >= {'letters', 'schedules', 'reply-forms', 'schedule'}
    assert 'letters/TH-23-trat' not in found
    assert {cause for causes in found.values() for cause in causes} == {'rounds.yaml round 1 start changed'}


def test_a_letter_s_wording_makes_every_letter_anew_and_nothing_else(office):
    text = (office.content / 'letter.yaml').read_text('utf-8')
    (office.content / 'letter.yaml').write_text(text.replace('จึงเรียนมาเพื่อ', 'จึงขอเรียนมาเพื่อ', 1), 'utf-8')
    found = reasons(office)
    assert {path.partition('/')[0] for path in found} == {'letters'}
    assert len(found) == 25
    (causes,) = set(map(tuple, found.values()))
    assert [
        cause for cause in causes if cause.startswith('letter.yaml recipient ') and cause.endswith('changed')
    ] == list(causes)


def test_a_section_of_the_proposal_names_the_section(office):
    patched(office.content, 'proposal.yaml', 'หลักการและเหตุผล', 'เหตุผลและหลักการ')
    found = reasons(office)
    assert list(found) == ['proposal']
    assert found['proposal'][0].startswith('proposal.yaml section ')
    assert found['proposal'][0].endswith(' heading changed')


def test_two_changes_are_told_apart(office):
    patched(office.content, 'rounds.yaml', 'start: 2563-11-26', 'start: 2563-11-25')
    row(office.content, 'ตราด', 'number', '1590')
    found = reasons(office)
    assert found['letters/TH-23-trat'] == ['recipients.csv row ตราด number changed']
    assert found[CHAI_NAT] == ['rounds.yaml round 1 start changed']


def test_what_changes_no_paper_makes_none_anew(office):
    patched(office.content, 'rounds.yaml', 'noun: รุ่น\n', '# a note\n\nnoun: รุ่น\n')
    assert reasons(office) == {}


@pytest.mark.parametrize(
    ('file', 'papers'), [('html/reply-form.html', 25), ('docx/memo.docx', 1), ('layout.yaml', FILES // 2)]
)
def test_a_template_is_named_by_its_file(office, file, papers):
    with (office.templates / file).open('ab') as opened:
        opened.write(b'\n')
    found = reasons(office)
    assert len(found) == papers
    assert {tuple(causes) for causes in found.values()} == {(f'template {file} changed',)}


def test_the_emblem_the_date_the_program_and_a_library_are_named(office, monkeypatch):
    shutil.copy(office.fonts / 'emblem' / 'emblem-small.png', office.fonts / 'emblem' / 'emblem.png')
    assert set(map(tuple, reasons(office).values())) == {('a font or emblem changed',)}
    dated = reasons(office, date=datetime.date(2020, 11, 1))
    assert dated['proposal'] == ['the date asked for (--date) changed']
    monkeypatch.setattr('saraban.ground.code_digest', lambda: 'other')
    assert 'the program changed' in reasons(office)['proposal']
    monkeypatch.setattr('saraban.ground.libraries', lambda: {'weasyprint': '0'})
    assert 'the library weasyprint is another version' in reasons(office)['proposal']


def test_a_new_recipient_is_a_new_paper(office):
    text = (office.content / 'recipients.csv').read_text('utf-8')
    gone = next(line for line in text.splitlines() if 'ชัยนาท' in line)
    (office.content / 'recipients.csv').write_text(text.replace(f'{gone}\n', ''), 'utf-8')
    without = reasons(office)
    assert 'recipients.csv row ชัยนาท changed' in without['allocations/all']
    (office.content / 'recipients.csv').write_text(text, 'utf-8')
    again = reasons(office)
    assert again[CHAI_NAT] == ['a new paper']
    assert again['allocations/all'] == ['recipients.csv row ชัยนาท changed']


@pytest.mark.parametrize('harm', ['edited', 'deleted'])
def test_a_file_that_was_edited_or_deleted_is_put_back(office, harm):
    path = office.output / f'{CHAI_NAT}.pdf'
    whole = path.read_bytes()
    if harm == 'edited':
        path.write_bytes(whole + b'mine')
    else:
        path.unlink()
    assert reasons(office) == {CHAI_NAT: ['the file was edited or deleted']}
    assert path.read_bytes() == whole


def test_another_number_of_pages_of_an_enclosure_is_the_letter_s_reason(office, monkeypatch):
    monkeypatch.setitem(
        FORMATS, 'pdf', lambda resources: lambda view: Rendered(f'pdf {printed_words(view)}'.encode(), 2)
    )
    row(office.content, 'ชัยนาท', 'districts', '30')
    assert 'reply-forms/TH-18-chai-nat has another number of pages' in reasons(office)[CHAI_NAT]


def test_a_part_build_leaves_the_others_reasons_as_they_were(office):
    patched(office.content, 'rounds.yaml', 'start: 2563-11-26', 'start: 2563-11-25')
    assert list(reasons(office, only=('ชัยนาท',), kinds=('letter',))) == [CHAI_NAT]
    found = reasons(office)
    assert CHAI_NAT not in found
    assert found['schedule'] == ['rounds.yaml round 1 start changed']


def test_what_is_remembered_of_a_build_names_no_words_of_it_but_its_content(office):
    """The cache holds what the content folder holds, and nothing of where the machine keeps it."""
    (path,) = (office.cache.folder / 'outputs').iterdir()
    with zipfile.ZipFile(path) as archive:
        note = json.loads(archive.read('note.json'))
        content = {name for name in archive.namelist() if name.startswith('content/')}
    assert str(office.output.parent) not in json.dumps(note)
    assert content == {f'content/{one.name}' for one in office.content.iterdir() if one.suffix in {'.yaml', '.csv'}}


# how it is told


def told(office, capsys, **changes) -> list[str]:
    report = build(office)
    Voice('en', **changes).reasons(report.reasons)
    return capsys.readouterr().out.splitlines()


def test_papers_of_one_kind_and_cause_are_told_together(office, capsys):
    patched(office.content, 'rounds.yaml', 'start: 2563-11-26', 'start: 2563-11-25')
    lines = told(office, capsys)
    assert '4 × letter: rounds.yaml round 1 start changed' in lines
    assert 'schedules/round-1: rounds.yaml round 1 start changed' in lines


def test_each_is_told_where_all_is_to_be_told(office, capsys):
    patched(office.content, 'rounds.yaml', 'start: 2563-11-26', 'start: 2563-11-25')
    lines = told(office, capsys, verbose=True)
    assert f'{CHAI_NAT}: rounds.yaml round 1 start changed' in lines
    assert len([line for line in lines if line.startswith('letters/')]) == 4


def test_reasons_are_thai_for_officers(office):
    patched(office.content, 'rounds.yaml', 'start: 2563-11-26', 'start: 2563-11-25')
    causes = {said_cause(cause, 'th') for one in build(office).reasons for cause in one.causes}
    assert causes == {'rounds.yaml รุ่นที่ 1 start เปลี่ยน'}
    assert say('because', 'th', path='a', causes='b') == 'a: b'
