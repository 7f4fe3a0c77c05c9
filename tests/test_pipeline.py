"""A build reads, checks, renders and publishes; nothing in output/ changes before everything has passed."""

import dataclasses
import datetime
import json
import os
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from content_tools import (
    ROOT,
    SAMPLE,
    SHIPPED,
    STARTER,
    copied,
    digests,
    docx_words,
    patched,
    pdf_words,
    snapshot,
    squeezed_words,
    told,
    with_paragraph,
)
from pypdf import PdfReader

from saraban import press
from saraban.errors import ContentError, PageError, RenderError, SarabanError, TemplateError, UsageError
from saraban.pipeline import Request, build, keep_words, open_blanks, read, select
from saraban.render.formats import FORMATS
from saraban.render.rendered import Rendered
from saraban.views.blocks import printed_words
from saraban.views.kinds import KINDS, all_papers

CLOCK = ROOT / 'tests' / 'fake_clock'
LETTER = 'letters/TH-50-chiang-mai'


@pytest.fixture
def content(tmp_path):
    return copied(STARTER, tmp_path / 'content')


@pytest.fixture
def output(tmp_path):
    return tmp_path / 'output'


@pytest.fixture
def quick(monkeypatch):
    """Engines that print a view's words and cost nothing: for what does not depend on the real ones."""

    def engine(form):
        return lambda resources: (
            lambda view: Rendered(f'{form} {printed_words(view)}'.encode(), 1 if form == 'pdf' else None)
        )

    for form in FORMATS:
        monkeypatch.setitem(FORMATS, form, engine(form))
    monkeypatch.setattr(press, 'check_pages', lambda view, form, *_: [])


def command(*arguments: object, seed: int = 0, shift: float = 0, cwd: Path = ROOT) -> subprocess.CompletedProcess:
    """build.py in a process of its own, with a hash seed and a moved clock."""
    environment = os.environ | {
        'PYTHONHASHSEED': str(seed),
        'PYTHONPATH': str(CLOCK),
        'FAKE_CLOCK_SHIFT': str(shift),
        'PYTHONDONTWRITEBYTECODE': '1',
    }
    return subprocess.run(
        [sys.executable, str(ROOT / 'build.py'), *map(str, arguments)],
        cwd=cwd,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )


def listed(output: Path) -> list[str]:
    return [row['file'] for row in json.loads((output / 'manifest.json').read_text(encoding='utf-8'))['files']]


# which papers


def test_without_a_selection_every_paper_is_selected(shipped):
    assert select(shipped) == all_papers(shipped)


def test_a_thai_name_selects_what_its_file_name_selects(shipped):
    by_name, by_slug = select(shipped, only=['ชัยนาท']), select(shipped, only=['TH-18-chai-nat'])
    assert by_name == by_slug
    assert [paper.path for paper in by_name] == ['letters/TH-18-chai-nat', 'reply-forms/TH-18-chai-nat']


@pytest.mark.parametrize(
    ('kinds', 'only', 'paths'),
    [
        (['schedule', 'proposal'], [], ['proposal', 'schedule']),
        ([], ['round-2'], ['schedules/round-2', 'allocations/round-2']),
        ([], ['allocations/all', 'proposal'], ['proposal', 'allocations/all']),
        (['letter'], ['ชัยนาท', 'ตราด'], ['letters/TH-18-chai-nat', 'letters/TH-23-trat']),
    ],
)
def test_kinds_and_names_select_in_the_set_s_order(shipped, kinds, only, paths):
    assert [paper.path for paper in select(shipped, kinds, only)] == paths


def test_every_unknown_kind_is_told(shipped):
    with pytest.raises(UsageError) as caught:
        select(shipped, ['leter', 'poster', 'letter'])
    assert [(one.rule, one.values['name']) for one in caught.value.findings] == [
        ('unknown-kind', 'leter'),
        ('unknown-kind', 'poster'),
    ]
    assert caught.value.findings[0].values['known'] == ' '.join(KINDS)


def test_an_unknown_name_is_told_with_the_near_ones(shipped):
    with pytest.raises(UsageError) as caught:
        select(shipped, only=['ชัยนาด', 'TH-18-chainat'])
    assert [one.values['near'].split(', ')[0] for one in caught.value.findings] == ['ชัยนาท', 'TH-18-chai-nat']


def test_a_name_outside_the_kinds_that_are_asked_for_is_unknown(shipped):
    with pytest.raises(UsageError) as caught:
        select(shipped, ['schedule'], ['ชัยนาท'])
    assert told(caught.value.findings) == [('unknown-paper', 'build.py')]


def test_no_name_that_papers_can_be_called_by_is_in_doubt(shipped, sample):
    """A recipient's name or file stem never takes a paper of another recipient."""
    for project in (shipped, sample):
        for recipient in project.recipients:
            for name in (recipient.name, recipient.slug):
                assert [paper for paper in select(project, only=[name]) if paper.recipient != recipient] == []
                assert len(select(project, only=[name])) == 2


def test_words_that_no_line_parts_are_names_of_the_project(shipped):
    words = keep_words(shipped)
    assert {
        'ชัยนาท',
        'ภาคกลาง',
        'โรงแรมดิวันนา',
        'เขตบางรัก กรุงเทพฯ',
        'กรมการปกครอง',
        'กองวิชาการและแผนงาน',
        'บูรณาการ',
    } <= set(words)
    assert ('' in words, len(set(words)) == len(words)) == (False, True)


def test_each_gap_of_the_content_is_told_once(shipped):
    gaps = open_blanks(shipped, all_papers(shipped))
    assert len({(gap.label, gap.place) for gap in gaps}) == len(gaps)
    assert len([gap for gap in gaps if gap.label.startswith('วันสุดท้ายที่ให้ตอบรับ')]) == 6
    assert [gap.label for gap in open_blanks(shipped, select(shipped, ['allocation']))] == []


# publishing (engines do not matter)


def test_a_build_makes_every_paper_in_both_formats(quick, content, output):
    report = build(Request(content, output, jobs=1))
    expected = sorted(f'{paper.path}.{form}' for paper in all_papers(read(content)) for form in ('pdf', 'docx'))
    assert listed(output) == expected == sorted(set(snapshot(output)) - {'manifest.json'})
    assert (len(report.products), report.removed, report.reused) == (20, (), 0)
    assert not (output.parent / '.output-staging').exists()


def test_the_manifest_holds_what_the_files_are(quick, content, output):
    build(Request(content, output, jobs=1))
    rows = json.loads((output / 'manifest.json').read_text(encoding='utf-8'))['files']
    assert {row['file']: row['sha256'] for row in rows} == {
        name: sha for name, sha in digests(output).items() if name != 'manifest.json'
    }
    assert {row['recipient'] for row in rows} == {'', 'เชียงใหม่', 'เชียงราย'}
    assert {(row['file'].endswith('.pdf'), row['pages'] is None) for row in rows} == {(True, False), (False, True)}
    assert [row['words'] for row in rows[0::2]] == [row['words'] for row in rows[1::2]]


def test_the_manifest_holds_no_time_path_or_option(quick, content, output):
    build(Request(content, output, jobs=1, date=datetime.date(2019, 5, 4)))
    text = (output / 'manifest.json').read_text(encoding='utf-8')
    assert [word for word in (str(content), str(output.parent), '2019', '2562', 'jobs') if word in text] == []


def test_a_full_build_takes_away_what_it_no_longer_makes_and_no_other_file(quick, content, output):
    build(Request(content, output, jobs=1))
    mine = [output / 'letters' / 'my note.pdf', output / 'report.docx', output / 'letters' / 'TH-99-other.pdf']
    for path in mine:
        path.write_bytes(b'mine')
    patched(content, 'recipients.csv', 'TH-57,เชียงราย,Chiang Rai,1\n', '')
    report = build(Request(content, output, jobs=1))
    gone = [f'{folder}/TH-57-chiang-rai.{form}' for folder in ('letters', 'reply-forms') for form in ('docx', 'pdf')]
    assert sorted(report.removed) == sorted(gone)
    assert [name for name in gone if (output / name).exists()] == []
    assert [path.read_bytes() for path in mine] == [b'mine'] * 3
    assert len(listed(output)) == 16


@pytest.mark.parametrize('part', [{'kinds': ('letter',)}, {'only': ('proposal',)}, {'formats': ('docx',)}])
def test_a_part_build_takes_nothing_away_and_replaces_its_own_rows(quick, content, output, part):
    build(Request(content, output, jobs=1))
    before = snapshot(output)
    patched(content, 'project.yaml', 'name: ชื่อกรม', 'name: กรมอื่น')
    patched(content, 'recipients.csv', 'TH-57,เชียงราย,Chiang Rai,1\n', '')
    report = build(Request(content, output, jobs=1, **part))
    after = snapshot(output)
    own = {product.file for product in report.products}
    assert (report.removed, set(after)) == ((), set(before))
    assert {name for name in after if after[name] != before[name]} == own | {'manifest.json'}
    assert listed(output) == sorted(set(before) - {'manifest.json'})
    rows = {row['file']: row for row in json.loads((output / 'manifest.json').read_text(encoding='utf-8'))['files']}
    assert {name: rows[name]['sha256'] for name in own} == {
        name: sha for name, sha in digests(output).items() if name in own
    }


def test_a_kind_of_which_the_project_has_no_paper_is_no_fault_of_the_disk(quick, content, output):
    try:
        report = build(Request(content, output, kinds=('circular',), jobs=1))
    except UsageError:
        return
    except RenderError as error:
        pytest.fail(str(error))
    assert report.products == ()


def test_a_stopped_run_leaves_output_as_it_was_and_the_next_one_goes_on(quick, content, output):
    build(Request(content, output, jobs=1))
    before = snapshot(output)
    patched(content, 'project.yaml', 'name: ชื่อกรม', 'name: กรมอื่น')
    patched(content, 'project.yaml', 'short_title: โครงการฯ', 'short_title: โครงการอบรมฯ')

    def stop(done: int, total: int, path: str) -> None:
        if done == 7:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        build(Request(content, output, jobs=1), stop)
    assert snapshot(output) == before
    report = build(Request(content, output, jobs=1))
    assert (report.reused, len(report.products)) == (14, 20)
    assert not (output.parent / '.output-staging').exists()
    build(Request(content, output.parent / 'afresh', jobs=1))
    assert digests(output) == digests(output.parent / 'afresh')


def test_what_a_stopped_run_has_finished_is_not_taken_once_its_words_have_changed(quick, content, output):
    def stop(done: int, total: int, path: str) -> None:
        if done == 5:  # all that is made before the forms and letters
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        build(Request(content, output, jobs=1), stop)
    patched(content, 'forms.yaml', 'subtotal: รวม', 'subtotal: รวมย่อย')
    report = build(Request(content, output, jobs=1))
    taken = {product.file for product in report.products if product.reused}
    assert taken == {
        f'{path}.{form}'
        for path in ('proposal', 'schedule', 'schedules/round-1', 'allocations/round-1')
        for form in FORMATS
    }
    assert 'รวมย่อย' in (output / 'allocations' / 'all.pdf').read_text(encoding='utf-8')


def test_a_failed_run_leaves_output_as_it_was(quick, content, output, monkeypatch):
    build(Request(content, output, jobs=1))
    before = snapshot(output)
    patched(content, 'project.yaml', 'name: ชื่อกรม', 'name: กรมอื่น')

    def broken(resources):
        def render(view):
            if view.path == 'reply-forms/TH-57-chiang-rai':
                raise RenderError([])
            return Rendered(b'x')

        return render

    monkeypatch.setitem(FORMATS, 'docx', broken)
    with pytest.raises(RenderError):
        build(Request(content, output, jobs=2))
    assert snapshot(output) == before


def test_progress_is_told_to_the_end(quick, content, output):
    seen = []
    build(Request(content, output, jobs=2), lambda done, total, path: seen.append((done, total)))
    assert seen == [(number, 10) for number in range(1, 11)]


def test_a_paper_s_words_do_not_depend_on_the_formats_or_papers_that_are_asked_for(quick, content, output):
    build(Request(content, output, jobs=1))
    for number, part in enumerate(
        [{'only': ('เชียงใหม่',)}, {'kinds': ('letter',), 'formats': ('pdf',)}, {'formats': ('docx',)}]
    ):
        other = output.parent / f'part{number}'
        build(Request(content, other, jobs=1, **part))
        made = {name: sha for name, sha in digests(other).items() if name != 'manifest.json'}
        assert made == {name: sha for name, sha in digests(output).items() if name in made}
        assert made


def test_a_given_date_stands_in_letters_that_have_none(quick, content, output):
    build(Request(content, output, jobs=1, date=datetime.date(2020, 11, 1)))
    assert '๑ พฤศจิกายน ๒๕๖๓' in (output / f'{LETTER}.pdf').read_text(encoding='utf-8')


# what is wrong with templates, layout and fonts (real engines, which never get to a page)


@dataclasses.dataclass
class Office:
    """Content, templates and fonts of an office, and an output folder that holds an earlier build."""

    content: Path
    templates: Path
    fonts: Path
    output: Path

    def request(self, **changes) -> Request:
        return dataclasses.replace(
            Request(self.content, self.output, templates=self.templates, fonts=self.fonts, jobs=1), **changes
        )


@pytest.fixture
def office(tmp_path):
    output = tmp_path / 'output'
    (output / 'letters').mkdir(parents=True)
    (output / 'proposal.pdf').write_bytes(b'an earlier build')
    (output / 'letters' / 'mine.txt').write_bytes(b'mine')
    (output / 'manifest.json').write_text('{"version": 1, "files": [{"file": "proposal.pdf"}]}', encoding='utf-8')
    copies = {name: copied(ROOT / name, tmp_path / name) for name in ('templates', 'fonts')}
    return Office(copied(STARTER, tmp_path / 'content'), copies['templates'], copies['fonts'], output)


def break_html(office, name, old, new):
    patched(office.templates / 'html', name, old, new)


def line(name: str, text: str) -> int:
    """On which line of a template a text stands."""
    lines = (ROOT / 'templates' / name).read_text(encoding='utf-8').splitlines()
    return next(number for number, one in enumerate(lines, 1) if text in one)


PAD = line('layout.yaml', 'pad_x: 0.12')
TABLE = line('layout.yaml', 'table:') + 1  # the entry begins at its first field
BREAKS = {
    'a misspelt variable in HTML': (
        lambda office: break_html(office, 'furniture.html', 'if page.emblem %}', 'if page.emblm %}'),
        [('template-unknown-name', f'furniture.html:{line("html/furniture.html", "page.emblem %}")}')],
    ),
    'a misspelt variable in a macro': (
        lambda office: break_html(office, 'blocks.html', 'runs(block.text) }}</h2>', 'runs(blok.text) }}</h2>'),
        [('template-unknown-name', f'blocks.html:{line("html/blocks.html", "</h2>")}')],
    ),
    'a misspelt measure in the stylesheet': (
        lambda office: break_html(office, 'style.css', 'layout.table.rule }}', 'layout.table.ruel }}'),
        [('template-unknown-name', f'style.css:{line("html/style.css", "layout.table.rule }}")}')],
    ),
    'words in HTML': (
        lambda office: break_html(office, 'page.html', '<head>', '<head><p>ด่วนที่สุด</p>'),
        [('template-words', f'page.html:{line("html/page.html", "<head>")}')],
    ),
    'a tag that is not closed': (
        lambda office: break_html(
            office, 'schedule.html', "{% extends 'page.html' %}", "{% extends 'page.html' %}{% if view %}"
        ),
        [('template-broken', 'schedule.html:1')],
    ),
    'a missing HTML template': (
        lambda office: (office.templates / 'html' / 'reply-form.html').unlink(),
        [('template-missing', 'reply-form.html')],
    ),
    'a misspelt variable in a Word file': (
        lambda office: with_paragraph(office.templates / 'docx' / 'letter.docx', '{{ recipent }}'),
        [('template-unknown-name', 'letter.docx')],
    ),
    'words in a Word file': (
        lambda office: with_paragraph(office.templates / 'docx' / 'schedule.docx', 'ด่วนที่สุด'),
        [('template-words', 'schedule.docx')],
    ),
    'a missing Word file': (
        lambda office: (office.templates / 'docx' / 'proposal.docx').unlink(),
        [('template-missing', 'proposal.docx')],
    ),
    'a Word file that is none': (
        lambda office: (office.templates / 'docx' / 'proposal.docx').write_bytes(b'no zip'),
        [('template-broken', 'proposal.docx')],
    ),
    'a font file that is no font': (
        lambda office: (office.fonts / 'THSarabunPSK.ttf').write_bytes(b'no font'),
        [('font-not-font', 'THSarabunPSK.ttf')],
    ),
    'an unknown measure': (
        lambda office: patched(office.templates, 'layout.yaml', 'pad_x: 0.12', 'padx: 0.12'),
        [('missing-key', f'layout.yaml:{TABLE}:3'), ('unknown-key', f'layout.yaml:{PAD}:3')],
    ),
    'a level of a rule that there is not': (
        lambda office: patched(office.templates, 'layout.yaml', 'paper: {', 'levels: {wrong-spaces: error}\npaper: {'),
        [('unknown-level', 'layout.yaml')],
    ),
    'a missing layout': (lambda office: (office.templates / 'layout.yaml').unlink(), [('file-missing', 'layout.yaml')]),
    'a layout that does not parse': (
        lambda office: (office.templates / 'layout.yaml').write_text('paper: {', encoding='utf-8'),
        [('yaml-bracket', 'layout.yaml:1:8')],
    ),
}


@pytest.mark.parametrize('name', BREAKS)
def test_a_fault_of_templates_layout_or_fonts_is_told_and_output_is_untouched(office, name):
    break_it, expected = BREAKS[name]
    break_it(office)
    before = snapshot(office.output)
    file = expected[0][1].partition(':')[0].rpartition('.')[0]
    with pytest.raises(TemplateError) as caught:
        build(office.request(kinds=(file if file in KINDS else 'proposal',)))  # the paper that meets the fault
    assert (told(caught.value.findings), caught.value.exit_code) == (expected, 4)
    assert snapshot(office.output) == before


@pytest.mark.parametrize('data', [b'', b'no font'])
def test_a_face_of_the_ship_that_is_no_font_is_told_at_its_file(office, data):
    (office.fonts / 'SarabanText-Bold.ttf').write_bytes(data)
    with pytest.raises(TemplateError) as caught:
        build(office.request(kinds=('schedule',)))
    assert told(caught.value.findings) == [('font-not-font', 'SarabanText-Bold.ttf')]


def test_words_in_several_html_templates_are_told_at_once(office):
    for name in ('letter.html', 'proposal.html'):
        break_html(office, name, "{% extends 'page.html' %}", "{% extends 'page.html' %}\nด่วนที่สุด")
    with pytest.raises(TemplateError) as caught:
        build(office.request())
    assert told(caught.value.findings) == [('template-words', 'letter.html:2'), ('template-words', 'proposal.html:2')]


def test_a_fault_of_the_content_comes_before_one_of_the_templates(office):
    BREAKS['words in HTML'][0](office)
    patched(office.content, 'rounds.yaml', 'start: 2569-11-10', 'start: พรุ่งนี้')
    with pytest.raises(ContentError) as caught:
        build(office.request())
    assert told(caught.value.findings) == [('wrong-date', 'rounds.yaml:5:12')]


def test_faults_of_html_and_word_templates_are_told_at_once(office):
    BREAKS['words in HTML'][0](office)
    BREAKS['words in a Word file'][0](office)
    with pytest.raises(TemplateError) as caught:
        build(office.request())
    assert set(told(caught.value.findings)) == set(BREAKS['words in HTML'][1] + BREAKS['words in a Word file'][1])


def test_faults_of_layout_and_fonts_are_told_at_once(office):
    patched(office.templates, 'layout.yaml', 'pad_x: 0.12', 'pad_x: 0.12\n  padx: 0.12')
    BREAKS['a font file that is no font'][0](office)
    with pytest.raises(TemplateError) as caught:
        build(office.request())
    assert {rule for rule, _ in told(caught.value.findings)} == {'unknown-key', 'font-not-font'}


PRINTED = {
    'style.css': (
        'html/style.css',
        'h2 { font-size: inherit;',
        'h2::before { content: "ด่วนที่สุด" }\nh2 { font-size: inherit;',
        'words-differ',
    ),
    'a statement': (
        'html/proposal.html',
        "{% extends 'page.html' %}",
        "{% extends 'page.html' %}{% block body %}{{ 'ด่วนที่สุด' }}{{ super() }}{% endblock %}",
        'words-differ',
    ),
    'a tag of Word': ('docx/proposal.docx', '', "{{ 'ด่วนที่สุด' }}", 'docx-words-differ'),
}


@pytest.mark.parametrize('way', PRINTED)
def test_words_that_a_template_prints_in_a_hidden_way_are_found_on_the_page(office, way):
    name, old, new, rule = PRINTED[way]
    if name.endswith('.docx'):
        with_paragraph(office.templates / name, new)
    else:
        patched(office.templates, name, old, new)
    before = snapshot(office.output)
    with pytest.raises(PageError) as caught:
        build(office.request(kinds=('proposal',)))
    assert [(one.rule, 'ด่วนที่สุด' in one.tell('en')) for one in caught.value.findings] == [(rule, True)]
    assert (caught.value.exit_code, snapshot(office.output)) == (6, before)


def test_what_the_page_engine_only_logs_is_a_finding(office):
    break_html(office, 'style.css', 'h2 { font-size: inherit;', 'h2 { font-sise: inherit;')
    before = snapshot(office.output)
    with pytest.raises(SarabanError) as caught:
        build(office.request(kinds=('schedule',)))
    assert {rule for rule, _ in told(caught.value.findings)} == {'engine-said'}
    assert snapshot(office.output) == before


# the real engines


@pytest.fixture(scope='module')
def made(tmp_path_factory):
    """The sample, built once."""
    output = tmp_path_factory.mktemp('made') / 'output'
    return output, build(Request(SAMPLE, output, jobs=2))


@pytest.mark.slow
def test_the_sample_works_with_nothing_else_changed(made, sample):
    output, report = made
    assert listed(output) == sorted(f'{paper.path}.{form}' for paper in all_papers(sample) for form in ('pdf', 'docx'))
    assert (len(report.products), report.findings) == (38, [])
    assert all((output / name).read_bytes().startswith(b'%PDF-') for name in listed(output) if name.endswith('.pdf'))


@pytest.mark.slow
def test_every_word_of_every_view_stands_in_its_word_file(made, sample):
    output, report = made
    pages = {product.file.rpartition('.')[0]: product.pages for product in report.products if product.pages}
    for paper in all_papers(sample):
        view = KINDS[paper.kind].view(sample, paper, {path: pages[path] for path in paper.encloses})
        assert docx_words(output / f'{paper.path}.docx') == squeezed_words(view), paper.path


@pytest.mark.slow
def test_signs_quotes_and_very_long_names_come_through_both_formats(made, sample):
    output, _ = made
    for recipient in sample.recipients[:3]:
        for folder in ('letters', 'reply-forms'):
            name = recipient.name.replace(' ', '')
            assert name in docx_words(output / folder / f'{recipient.slug}.docx')
            assert name in pdf_words(output / folder / f'{recipient.slug}.pdf')
    for words in (
        'InfectionPrevention&Control<IPC>ในโรงพยาบาล',
        'อัตราการติดเชื้อต้อง<๑.๕ครั้ง',
        '&ห้องผ่าตัด(\'clean\'"sterile")',
        'ชุดฝึกA&B<มาตรฐาน>',
        'แผ่นพับ"ล้างมือ"',
        'ชุดฝึก&เอกสาร',
        'โรงแรมริเวอร์ไซด์"แกรนด์"&คอนเวนชัน',
    ):
        assert words in docx_words(output / 'proposal.docx')
        assert words in pdf_words(output / 'proposal.pdf')
    assert '<รักษ์ดี>' in pdf_words(output / 'letters' / 'H11450-thung-kwang.pdf')


@pytest.mark.slow
def test_a_letter_s_quantities_are_the_pages_of_the_real_papers(made, sample):
    output, report = made
    pages = {product.file.rpartition('.')[0]: product.pages for product in report.products if product.pages}
    assert {pages[f'reply-forms/{one.slug}'] for one in sample.recipients} == {1, 2}
    for paper in all_papers(sample):
        if paper.kind == 'letter':
            schedule, form = ('ชุด' if pages[path] > 1 else 'แผ่น' for path in paper.encloses)
            expected = f'กำหนดการอบรมครั้งที่{"๐๑๒๓"[paper.round.number]}จำนวน๑{schedule}๒.แบบตอบรับจำนวน๑{form}'
            assert expected in pdf_words(output / f'{paper.path}.pdf')
            assert expected in docx_words(output / f'{paper.path}.docx')


@pytest.mark.slow
def test_a_new_project_builds_at_once(tmp_path):
    folder = tmp_path / 'my project'
    assert command('new', folder).returncode == 0
    run = command('--content', folder, '--output', folder / 'output', '-q')
    assert (run.returncode, run.stdout, run.stderr) == (0, '', '')
    assert len(listed(folder / 'output')) == 20


@pytest.mark.slow
def test_seed_day_jobs_folder_and_selection_change_no_byte(tmp_path):
    """Every clock that Python code can read is moved (fake_clock); content lies elsewhere and is as old as another day."""
    day = subprocess.run(
        [
            sys.executable,
            '-c',
            'import datetime, time; print(datetime.date.today(), datetime.datetime.now().date(), time.strftime("%Y-%m-%d"))',
        ],
        env=os.environ | {'PYTHONPATH': str(CLOCK), 'FAKE_CLOCK_SHIFT': str(5000 * 86400)},
        capture_output=True,
        text=True,
        check=True,
    ).stdout.split()
    assert set(day) == {str(datetime.date.today() + datetime.timedelta(5000))}

    elsewhere = copied(SAMPLE, tmp_path / 'a' / 'content')
    for path in elsewhere.iterdir():
        os.utime(path, (10**9, 10**9))
    runs = {
        'one': (['build', '--jobs', 1, '--content', SAMPLE], {'seed': 1, 'shift': 0}),
        'two': (['build', '--jobs', 2, '--content', elsewhere], {'seed': 4321, 'shift': 5000 * 86400}),
        'letters': (['build', 'letter', '--jobs', 2, '--content', SAMPLE], {'seed': 7, 'shift': -3000 * 86400}),
        'one recipient': (
            ['build', '--only', 'โรงพยาบาลทุ่งกว้าง', '--format', 'pdf', '--content', elsewhere],
            {'seed': 8, 'shift': 86400},
        ),
    }
    made = {}
    for name, (arguments, world) in runs.items():
        run = command(*arguments, '--output', tmp_path / name / 'output', '-q', **world)
        assert (run.returncode, run.stderr) == (0, '')
        made[name] = digests(tmp_path / name / 'output')
    assert made['two'] == made['one']
    for name, count in (('letters', 10), ('one recipient', 2)):
        files = {file: sha for file, sha in made[name].items() if file != 'manifest.json'}
        assert len(files) == count
        assert files == {file: made['one'][file] for file in files}


@pytest.mark.slow
def test_a_thai_name_and_a_file_name_give_the_same_files(tmp_path):
    for folder, name in (('thai', 'เชียงใหม่'), ('slug', 'TH-50-chiang-mai')):
        run = command('build', '--only', name, '--content', STARTER, '--output', tmp_path / folder, '-q')
        assert (run.returncode, run.stderr) == (0, '')
    assert digests(tmp_path / 'thai') == digests(tmp_path / 'slug')
    assert listed(tmp_path / 'thai') == [
        f'{folder}/TH-50-chiang-mai.{form}' for folder in ('letters', 'reply-forms') for form in ('docx', 'pdf')
    ]


@pytest.mark.slow
@pytest.mark.parametrize('jobs', [1, 2])
def test_control_c_leaves_output_as_it_was_and_the_next_run_goes_on(tmp_path, jobs):
    content, output = copied(SAMPLE, tmp_path / 'content'), tmp_path / 'output'
    output.mkdir()
    (output / 'proposal.pdf').write_bytes(b'an earlier build')
    before = snapshot(output)
    staging = tmp_path / '.output-staging'
    process = subprocess.Popen(
        [
            sys.executable,
            'build.py',
            'build',
            '--lang',
            'en',
            '--jobs',
            str(jobs),
            '--content',
            str(content),
            '--output',
            str(output),
        ],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )
    waited = time.monotonic() + 30
    while len(list(staging.glob('*.json'))) < 3 and process.poll() is None and time.monotonic() < waited:
        time.sleep(0.005)
    os.killpg(process.pid, signal.SIGINT)  # what a terminal does: every process of the run gets it
    _, said = process.communicate(timeout=30)
    assert process.returncode == 130
    assert 'Traceback' not in said
    assert snapshot(output) == before
    kept = len(list(staging.glob('*.json')))
    assert kept >= 3
    again = command('build', '--lang', 'en', '--content', content, '--output', output)
    assert f'took {kept} files that an earlier run had finished' in again.stdout
    assert len(listed(output)) == 38


@pytest.mark.slow
def test_a_date_stands_in_the_properties_and_only_there_it_differs(tmp_path):
    for folder, options in (('none', []), ('dated', ['--date', '2563-11-01'])):
        run = command('build', 'proposal', *options, '--content', STARTER, '--output', tmp_path / folder, '-q')
        assert run.returncode == 0
    assert docx_words(tmp_path / 'none' / 'proposal.docx') == docx_words(tmp_path / 'dated' / 'proposal.docx')
    assert shutil.unpack_archive(tmp_path / 'dated' / 'proposal.docx', tmp_path / 'x', 'zip') is None
    assert '2020-11-01T00:00:00Z' in (tmp_path / 'x' / 'docProps' / 'core.xml').read_text(encoding='utf-8')


@pytest.mark.slow
def test_a_date_stands_in_the_properties_of_a_pdf_too(tmp_path):
    command(
        'build',
        'schedule',
        '--date',
        '2563-11-01',
        '--format',
        'pdf',
        '--content',
        STARTER,
        '--output',
        tmp_path / 'out',
        '-q',
    )
    assert PdfReader(tmp_path / 'out' / 'schedule.pdf').metadata['/CreationDate'] == 'D:20201101000000Z'


@pytest.mark.slow
def test_the_shipped_content_gives_336_files(tmp_path):
    report = build(Request(SHIPPED, tmp_path / 'output'))
    assert (len(report.products), report.removed) == (336, ())
    assert [finding.tell('en') for finding in report.findings] == []
    assert len(listed(tmp_path / 'output')) == 336
