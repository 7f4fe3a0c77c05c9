"""A paper's key holds all that its bytes come from, and nothing that is no matter to it."""

import dataclasses
import datetime
import shutil

import pytest
from content_tools import ROOT

from saraban import ground
from saraban.ground import Ground, Kept
from saraban.render.formats import load_resources
from saraban.views.blocks import Furniture, Paragraph, Run, View, plain
from saraban.views.kinds import KINDS, all_papers


@pytest.fixture(scope='module')
def resources():
    return load_resources(ROOT / 'templates', ROOT / 'fonts', 'templates')


@pytest.fixture(scope='module')
def views(shipped):
    found = {}
    for paper in all_papers(shipped):
        found.setdefault(paper.kind, KINDS[paper.kind].view(shipped, paper, dict.fromkeys(paper.encloses, 1)))
    return found


def keys(views, resources) -> dict[tuple[str, str], str]:
    made = Ground(resources)
    return {(kind, form): key for kind, view in views.items() for form, key in made.keys(view, ('pdf', 'docx')).items()}


@pytest.fixture
def touched(resources, views, tmp_path):
    """Which papers are made stale when a file of the templates folder is changed, added or taken away."""

    def of(change) -> set[tuple[str, str]]:
        templates = tmp_path / 'templates'
        shutil.copytree(ROOT / 'templates', templates)
        before = keys(views, dataclasses.replace(resources, templates=templates))
        change(templates)
        after = keys(views, dataclasses.replace(resources, templates=templates))
        return {name for name in before if before[name] != after[name]}

    return of


def appended(file: str, data: bytes = b'\n'):
    def change(templates):
        with (templates / file).open('ab') as opened:
            opened.write(data)

    return change


ALL = {(kind, form) for kind in KINDS for form in ('pdf', 'docx')}


@pytest.mark.parametrize('file', ['review/page.css', 'review/page.html', 'review/redline.css'])
def test_what_only_a_review_is_printed_by_makes_no_paper_stale(touched, file):
    assert touched(appended(file)) == set()


def of_shipped(views, forms=('pdf', 'docx')) -> set[tuple[str, str]]:
    return {(kind, form) for kind in views for form in forms}


@pytest.mark.parametrize('file', ['layout.yaml'])
def test_the_layout_is_a_matter_to_all(touched, views, file):
    assert touched(appended(file)) == of_shipped(views)


@pytest.mark.parametrize(
    'file', ['html/style.css', 'html/page.html', 'html/blocks.html', 'html/furniture.html', 'html/new.css']
)
def test_what_all_html_shares_is_a_matter_to_every_pdf_and_to_word_files_whose_spacing_follows_the_pdf(
    touched, views, file
):
    with_catchwords = {(kind, 'docx') for kind, view in views.items() if view.furniture.catchword}
    assert touched(appended(file)) == of_shipped(views, ('pdf',)) | with_catchwords
    assert with_catchwords


def test_a_kind_s_own_template_is_a_matter_to_it_alone(touched):
    assert touched(appended('html/reply-form.html')) == {('reply-form', 'pdf')}


def test_a_kind_s_own_word_file_is_a_matter_to_its_word_files_alone(touched):
    assert touched(appended('docx/reply-form.docx')) == {('reply-form', 'docx')}


def test_a_template_that_another_names_is_a_matter_to_all(touched, views):
    def change(templates):
        appended('html/letter.html', b"{% include 'reply-form.html' %}")(templates)

    assert ('proposal', 'pdf') in touched(change)


def test_where_a_template_reckons_a_name_every_template_is_a_matter_to_all(resources, views, tmp_path):
    templates = tmp_path / 'templates'
    shutil.copytree(ROOT / 'templates', templates)
    appended('html/page.html', b"{% include view.kind ~ '.html' %}")(templates)
    other = dataclasses.replace(resources, templates=templates)
    before = keys(views, other)
    appended('html/reply-form.html')(templates)
    after = keys(views, other)
    assert {kind for (kind, form), key in before.items() if form == 'pdf' and after[kind, form] != key} == set(views)


@pytest.mark.parametrize(
    'file', ['.layout.yaml.swp', 'layout.yaml~', 'html/#letter.html#', 'docx/make_templates.py', 'README.md']
)
def test_what_editors_leave_beside_templates_makes_nothing_stale(touched, file):
    assert touched(appended(file)) == set()


def test_fonts_date_code_and_libraries_are_a_matter_to_all(resources, views, monkeypatch):
    before = keys(views, resources)
    others = [
        keys(views, dataclasses.replace(resources, fonts=dataclasses.replace(resources.fonts, digest='another'))),
        keys(views, dataclasses.replace(resources, date=datetime.date(2020, 1, 1))),
    ]
    for name, value in (('code_digest', lambda: 'other'), ('libraries', lambda: {'weasyprint': '0'})):
        with monkeypatch.context() as patch:
            patch.setattr(ground, name, value)
            others.append(keys(views, resources))
    assert [{name for name in before if other[name] == before[name]} for other in others] == [set()] * 4


def test_two_papers_never_have_one_key(resources, shipped):
    made = Ground(resources)
    papers = all_papers(shipped)
    views = [KINDS[paper.kind].view(shipped, paper, dict.fromkeys(paper.encloses, 1)) for paper in papers]
    found = {key for view in views for key in made.keys(view, ('pdf', 'docx')).values()}
    assert len(found) == 2 * len(papers)


def test_a_kept_name_is_a_matter_where_it_stands_and_nowhere_else(resources, views):
    other = dataclasses.replace(resources, keep=('ชัยนาท', 'ไม่มีที่ใดเลย'))
    before, after = keys(views, resources), keys(views, other)
    stale = {name for name in before if before[name] != after[name]}
    assert ('letter', 'pdf') in stale
    assert {(kind, form) for kind, form in stale if form == 'docx' and not views[kind].furniture.catchword} == set()
    assert keys(views, dataclasses.replace(resources, keep=('ไม่มีที่ใดเลย',))) == before


def view_of(*runs: Run, **furniture) -> View:
    return View('letter', 'x', 'letter', 'ก', (Paragraph('p', runs),), furniture=Furniture(**furniture))


@pytest.mark.parametrize(
    'view',
    [
        view_of(*plain('ที่จังหวัดชัยนาทนี้')),
        view_of(Run('ชัย', bold=True), Run('นาท')),
        view_of(*plain('ชัย \u00a0นาท')),
        view_of(*plain('ก'), enclosure='ชัยนาท'),
    ],
)
def test_a_name_is_found_across_runs_spaces_and_in_furniture(view):
    assert Kept(('ชัยนาท', 'ลพบุรี')).within(view) == ['ชัยนาท']


def test_a_name_of_several_words_counts_as_soon_as_one_of_them_stands_there():
    assert Kept(('โรงแรม ดิวันนา',)).within(view_of(*plain('พักที่โรงแรมอื่น'))) == ['โรงแรม ดิวันนา']


def test_among_many_names_the_same_are_found_as_by_looking_for_each():
    districts = [f'อำเภอ{first}{last}' for first in ('เมือง', 'บาง', 'บ้าน', 'ก') for last in ('ใหม่', 'เก่า', '', 'ง')]
    names = (*districts, 'ฮ', 'ขค', 'บาง', 'โรงแรม ดิวันนา')
    for words in ('อำเภอบ้านใหม่', 'บางเก่า ขค', 'อำเภอ กง ฮ', 'พักที่ดิวันนา อำเภอเมือง', 'x'):
        found = [name for name in names if any(piece in words.replace(' ', '') for piece in name.split())]
        assert Kept(names).within(view_of(*plain(words))) == sorted(found), words
