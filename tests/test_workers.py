"""Papers are rendered side by side or one after another: same products, every failure told, nothing begun in vain."""

import datetime
import json
import os
import shutil
from dataclasses import replace

import pytest
from content_tools import ROOT

from saraban import press
from saraban.errors import ContentError, Finding, PageError, Place, RenderError, TemplateError
from saraban.render import formats
from saraban.render.formats import Resources, load_resources
from saraban.render.rendered import Rendered
from saraban.staging import Staging
from saraban.views.blocks import printed_words
from saraban.views.kinds import all_papers
from saraban.workers import FEW, Worker, fit, measured


def fake(form: str):
    """An engine that prints a view's words, with a page for each of its blocks."""

    def make(resources: Resources):
        return lambda view: Rendered(
            '\n'.join([form, *printed_words(view)]).encode(), len(view.blocks) if form == 'pdf' else None
        )

    return make


@pytest.fixture(autouse=True)
def engines(monkeypatch):
    monkeypatch.setattr(formats, 'FORMATS', {form: fake(form) for form in ('pdf', 'docx')})
    monkeypatch.setattr(press, 'check_pages', lambda view, form, *_: [])


@pytest.fixture(scope='module')
def resources():
    return load_resources(ROOT / 'templates', ROOT / 'fonts', 'templates')


@pytest.fixture
def worker(sample, resources, tmp_path):
    return Worker(sample, resources, Staging(tmp_path / 'output'))


def render_all(*given):
    """The files of papers, all fit to be published: what a build does."""
    return fit(measured(*given))


def failing(monkeypatch, names: dict[str, Exception], form: str = 'pdf'):
    """Makes the engine of a format fail for some papers."""

    def make(resources):
        def render(view):
            if view.path in names:
                raise names[view.path]
            return fake(form)(resources)(view)

        return render

    monkeypatch.setitem(formats.FORMATS, form, make)


def test_products_come_in_the_papers_order_a_file_a_format(worker, sample):
    papers = all_papers(sample)
    products = render_all(worker, papers, ('pdf', 'docx'), 1)
    assert [one.file for one in products] == [f'{paper.path}.{form}' for paper in papers for form in ('pdf', 'docx')]
    assert [one.kind for one in products[::2]] == [paper.kind for paper in papers]


@pytest.mark.parametrize('jobs', [2, 5])
def test_any_number_of_workers_gives_the_same_products(sample, resources, tmp_path, jobs):
    papers = all_papers(sample)
    alone, together = (
        render_all(
            Worker(sample, resources, Staging(tmp_path / str(number) / 'output')), papers, ('pdf', 'docx'), number
        )
        for number in (1, jobs)
    )
    assert together == alone
    assert len(papers) > FEW


def test_a_product_says_what_it_is(worker, sample):
    papers = [paper for paper in all_papers(sample) if paper.path == 'letters/H12001-ko-klai']
    pdf, docx = render_all(worker, papers, ('pdf', 'docx'), 1)
    assert (pdf.file, pdf.kind, pdf.recipient, docx.pages) == (
        'letters/H12001-ko-klai.pdf',
        'letter',
        'โรงพยาบาลเกาะไกล',
        None,
    )
    assert pdf.sources == (
        'project.yaml',
        'facts.yaml',
        'audience.yaml',
        'rounds.yaml',
        'recipients.csv',
        'letter.yaml',
    )
    assert pdf.words == docx.words
    assert pdf.sha256 != docx.sha256
    assert (worker.staging.folder / pdf.key).read_bytes().startswith(b'pdf\n')


def test_enclosed_papers_are_rendered_first_so_that_the_letter_counts_their_pages(worker, sample):
    papers = [paper for paper in all_papers(sample) if paper.path == 'letters/H12001-ko-klai']
    (product,) = render_all(worker, papers, ('docx',), 1)
    data = (worker.staging.folder / product.key).read_text(encoding='utf-8')
    assert data.count('จำนวน ๑ ชุด') == 2  # the fake engine gives each enclosure as many pages as blocks
    assert [product.file] == ['letters/H12001-ko-klai.docx']


def test_what_is_only_enclosed_is_no_product(worker, sample):
    papers = [paper for paper in all_papers(sample) if paper.kind == 'letter']
    assert {one.kind for one in render_all(worker, papers, ('pdf', 'docx'), 1)} == {'letter'}


def test_progress_is_told_for_every_paper_that_is_rendered(worker, sample):
    told = []
    render_all(worker, all_papers(sample), ('pdf',), 1, lambda done, total, path: told.append((done, total, path)))
    assert [done for done, *_ in told] == list(range(1, 20))
    assert {total for _, total, _ in told} == {19}
    assert {path for *_, path in told} == {paper.path for paper in all_papers(sample)}


def test_a_second_run_takes_what_the_first_has_finished(worker, sample, monkeypatch):
    papers = all_papers(sample)
    first = render_all(worker, papers, ('pdf', 'docx'), 1)
    failing(monkeypatch, {paper.path: RenderError([]) for paper in papers})
    second = render_all(worker, papers, ('pdf', 'docx'), 1)
    assert ({one.reused for one in first}, {one.reused for one in second}) == ({False}, {True})
    assert [replace(one, reused=False) for one in second] == first


@pytest.mark.parametrize('change', ['template', 'keep', 'date', 'font'])
def test_what_was_made_with_other_templates_words_dates_or_fonts_is_not_taken(sample, resources, tmp_path, change):
    papers = all_papers(sample)[:1]
    staging = Staging(tmp_path / 'output')
    render_all(Worker(sample, resources, staging), papers, ('pdf',), 1)
    if change == 'template':
        shutil.copytree(ROOT / 'templates', tmp_path / 'templates')
        with (tmp_path / 'templates' / 'html' / 'style.css').open('a', encoding='utf-8') as style:
            style.write('\n')
        other = replace(resources, templates=tmp_path / 'templates')
    elif change == 'font':
        other = replace(resources, fonts=replace(resources.fonts, digest='another'))
    else:
        other = replace(resources, **{'keep': {'keep': ('ใหม่',)}, 'date': {'date': datetime.date(2020, 1, 1)}}[change])
    assert [one.reused for one in render_all(Worker(sample, resources, staging), papers, ('pdf',), 1)] == [True]
    assert [one.reused for one in render_all(Worker(sample, other, staging), papers, ('pdf',), 1)] == [False]


@pytest.mark.parametrize('jobs', [1, 2])
def test_every_failure_is_told_once_as_the_first_stage_s_error(worker, sample, monkeypatch, jobs):
    template = Finding('template-missing', Place('templates/html/letter.html'))
    failing(
        monkeypatch,
        {
            'proposal': RenderError([Finding('engine-said', Place('proposal'), {'detail': 'x'})]),
            'schedule': TemplateError([template]),
            'schedules/round-1': TemplateError([template]),
        },
    )
    with pytest.raises(TemplateError) as caught:
        render_all(worker, all_papers(sample), ('pdf',), jobs)
    assert sorted(finding.rule for finding in caught.value.findings) == ['engine-said', 'template-missing']
    assert caught.value.exit_code == 4


def test_a_paper_whose_pages_have_an_error_is_not_kept(worker, sample, monkeypatch):
    finding = Finding('engine-said', Place('proposal.pdf'), {'detail': 'x'})
    monkeypatch.setattr(press, 'check_pages', lambda view, form, *_: [finding] if form == 'docx' else [])
    with pytest.raises(PageError) as caught:
        render_all(worker, all_papers(sample)[:1], ('pdf', 'docx'), 1)
    assert (caught.value.exit_code, caught.value.findings) == (6, (finding,))
    assert len(list(worker.staging.folder.glob('*.json'))) == 1


def test_letters_are_not_begun_once_an_enclosure_has_failed(worker, sample, monkeypatch):
    failing(monkeypatch, {'schedules/round-3': RenderError([Finding('engine-said', Place('x'), {'detail': 'x'})])})
    told = []
    with pytest.raises(RenderError):
        render_all(worker, all_papers(sample), ('pdf',), 1, lambda done, total, path: told.append(path))
    assert not [path for path in told if path.startswith('letters/')]


def test_a_disk_that_is_full_is_told_and_is_no_bug(worker, sample, monkeypatch):
    def full(key, rendered, findings=()):
        raise OSError(28, 'No space left on device', '/somewhere/key')

    monkeypatch.setattr(worker.staging, 'keep', full)
    with pytest.raises(RenderError) as caught:
        render_all(worker, all_papers(sample)[:1], ('docx',), 1)
    (found,) = caught.value.findings
    assert (found.rule, found.place.file, found.values['detail']) == (
        'output-unwritable',
        '/somewhere/key',
        'No space left on device',
    )


@pytest.mark.parametrize('jobs', [1, 2])
def test_a_bug_in_an_engine_ends_the_run_and_not_the_machine(worker, sample, monkeypatch, jobs):
    failing(monkeypatch, {'schedule': ContentError([]), 'proposal': ZeroDivisionError('bug')})
    with pytest.raises(ZeroDivisionError, match='bug'):
        render_all(worker, all_papers(sample), ('pdf',), jobs)


def test_workers_are_other_processes_and_few_papers_need_none(worker, sample, monkeypatch, tmp_path):
    def make(resources):
        def render(view):
            with (tmp_path / 'pids').open('a') as pids:
                print(os.getpid(), file=pids)
            return fake('pdf')(resources)(view)

        return render

    monkeypatch.setitem(formats.FORMATS, 'pdf', make)
    render_all(worker, [paper for paper in all_papers(sample) if paper.kind == 'proposal'], ('pdf',), 2)
    assert set((tmp_path / 'pids').read_text().split()) == {str(os.getpid())}
    (tmp_path / 'pids').unlink()
    render_all(worker, all_papers(sample), ('pdf',), 2)
    assert str(os.getpid()) not in (tmp_path / 'pids').read_text().split()


def test_the_note_in_the_store_holds_no_path_of_the_machine(worker, sample):
    render_all(worker, all_papers(sample)[:1], ('pdf',), 1)
    notes = [json.loads(path.read_text(encoding='utf-8')) for path in worker.staging.folder.glob('*.json')]
    assert [str(ROOT) in json.dumps(note) for note in notes] == [False]
