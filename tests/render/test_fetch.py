"""Images and stylesheets of templates come from the folders of the run alone, asked through WeasyPrint itself."""

import base64
import logging
import os
import shutil
from pathlib import Path

import pytest
import weasyprint

from saraban.errors import RenderError, TemplateError
from saraban.render.fetch import FILE_LIMIT, FolderFetcher
from saraban.render.formats import Engines, load_resources
from saraban.views.blocks import Paragraph, View, plain

ROOT = Path(__file__).resolve().parents[2]

ENCODED = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg=='
PICTURE = base64.b64decode(ENCODED)


@pytest.fixture
def folders(tmp_path):
    """A templates folder beside one that no template may reach, a picture in each, and ways from one to the other."""
    for name in ('templates', 'secret'):
        (tmp_path / name).mkdir()
        (tmp_path / name / 'a picture.png').write_bytes(PICTURE)
    (tmp_path / 'templates' / 'link.png').symlink_to(tmp_path / 'secret' / 'a picture.png')
    (tmp_path / 'templates' / 'away').symlink_to(tmp_path / 'secret')
    (tmp_path / 'templates' / 'style.css').write_text('@import url("../secret/style.css"); p { color: red }')
    (tmp_path / 'secret' / 'style.css').write_text('p { color: blue }')
    os.mkfifo(tmp_path / 'templates' / 'pipe.png')
    return tmp_path


def refused(folders, html, caplog):
    fetcher = FolderFetcher([folders / 'templates'])
    with caplog.at_level(logging.ERROR, 'weasyprint'):
        weasyprint.HTML(string=html, base_url=str(folders / 'templates'), url_fetcher=fetcher).write_pdf()
    return [url.removeprefix(folders.as_uri()) for url in fetcher.refused]


@pytest.mark.parametrize('source', ['a%20picture.png', './a picture.png', f'data:image/png;base64,{ENCODED}'])
def test_a_picture_of_the_folder_is_used(folders, caplog, source):
    assert refused(folders, f'<img src="{source}">', caplog) == []
    assert caplog.records == []


@pytest.mark.parametrize(
    ('source', 'asked'),
    [
        ('../secret/a%20picture.png', '/secret/a%20picture.png'),
        ('link.png', '/templates/link.png'),
        ('away/a%20picture.png', '/templates/away/a%20picture.png'),
        ('%2e%2e/secret/a%20picture.png', '/templates/%2e%2e/secret/a%20picture.png'),
        ('pipe.png', '/templates/pipe.png'),
        ('file://elsewhere/share/x.png', 'file://elsewhere/share/x.png'),
        ('file:///dev/zero', 'file:///dev/zero'),
        ('http://127.0.0.1:9/x.png', 'http://127.0.0.1:9/x.png'),
        ('ftp://127.0.0.1:9/x.png', 'ftp://127.0.0.1:9/x.png'),
    ],
)
def test_a_picture_from_elsewhere_is_refused_and_named(folders, caplog, source, asked):
    assert refused(folders, f'<img src="{source}">', caplog) == [asked]
    assert len(caplog.records) == 1


def test_a_stylesheet_cannot_lead_out_of_the_folder(folders, caplog):
    assert refused(folders, '<link rel=stylesheet href=style.css><p>x', caplog) == ['/secret/style.css']


def test_an_svg_cannot_lead_out_of_the_folder(folders, caplog):
    inside = (
        '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><image href="../secret/a%20picture.png"/></svg>'
    )
    (folders / 'templates' / 'x.svg').write_text(inside)
    assert refused(folders, '<img src="x.svg">', caplog) == ['/secret/a%20picture.png']


def test_an_attachment_cannot_lead_out_of_the_folder(folders, caplog):
    fetcher = FolderFetcher([folders / 'templates'])
    html = '<link rel=attachment href="../secret/style.css"><p>x'
    with caplog.at_level(logging.ERROR, 'weasyprint'):
        data = weasyprint.HTML(string=html, base_url=str(folders / 'templates'), url_fetcher=fetcher).write_pdf()
    assert len(fetcher.refused) == 1
    assert b'EmbeddedFile' not in data


def test_a_file_too_large_for_a_picture_is_refused(folders, caplog):
    with (folders / 'templates' / 'large.png').open('wb') as file:
        file.truncate(FILE_LIMIT + 1)
    assert refused(folders, '<img src="large.png">', caplog) == ['/templates/large.png']


def test_a_template_names_no_file_outside_the_templates_folder(tmp_path):
    templates = tmp_path / 'templates'
    shutil.copytree(ROOT / 'templates', templates)
    (tmp_path / 'secret.png').write_bytes((ROOT / 'docs' / 'pages.png').read_bytes())
    page = templates / 'html' / 'schedule.html'
    page.write_text(
        page.read_text(encoding='utf-8') + '{% block body %}<img src="../../secret.png">{% endblock %}',
        encoding='utf-8',
    )
    resources = load_resources(templates, ROOT / 'fonts', 'templates')
    with pytest.raises(RenderError) as told:
        Engines(resources).render(View('schedule', 'schedule', 'schedule', '', (Paragraph('p', plain('ก')),)), 'pdf')
    assert [finding.rule for finding in told.value.findings] == ['engine-said']


def test_a_template_runs_no_program(tmp_path):
    templates = tmp_path / 'templates'
    shutil.copytree(ROOT / 'templates', templates)
    page = templates / 'html' / 'schedule.html'
    reach = "{{ ''.__class__.__mro__[1].__subclasses__() }}"
    page.write_text(page.read_text(encoding='utf-8').replace("{% extends 'page.html' %}", reach), encoding='utf-8')
    with pytest.raises(TemplateError):
        Engines(load_resources(templates, ROOT / 'fonts', 'templates')).render(
            View('schedule', 'schedule', 'schedule', '', ()), 'pdf'
        )


def test_a_font_that_has_no_file_is_reached_by_its_name_and_no_other_is(folders):
    fetcher = FolderFetcher([folders / 'templates'], {'regular': b'font'})
    assert fetcher.fetch('font:regular').read() == b'font'
    with pytest.raises(ValueError, match='outside'):
        fetcher.fetch('font:bold')
    assert fetcher.refused == ['font:bold']
