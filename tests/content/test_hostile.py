"""Content that means harm: it neither leaves its folders, nor runs, nor hangs, nor becomes markup."""

import datetime
import json
import shutil
import time
from pathlib import Path

import pytest

from saraban.content.limits import DAY_LIMIT, PEOPLE_LIMIT
from saraban.content.loader import load
from saraban.content.project import FIGURE_LIMIT
from saraban.errors import ContentError
from saraban.pipeline import read, select
from saraban.views.blocks import texts
from saraban.views.kinds import KINDS

STARTER = Path(__file__).parents[2] / 'saraban' / 'content' / 'starter_files'


@pytest.fixture
def folder(tmp_path):
    """A copy of the starter's content."""
    return Path(shutil.copytree(STARTER, tmp_path / 'content'))


def faults(folder):
    with pytest.raises(ContentError) as caught:
        load(folder)
    return [(found.rule, str(found.place).rpartition('/')[2]) for found in caught.value.findings]


def rules(folder):
    """The rules that content breaks when it is read and checked; none when it is right."""
    try:
        read(folder)
    except ContentError as error:
        return {found.rule for found in error.findings}
    return set()


def replace(folder, file, old, new):
    path = folder / file
    text = path.read_text(encoding='utf-8')
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding='utf-8')


@pytest.mark.parametrize('name', ['facts.yaml', 'project.yaml', 'recipients.csv'])
def test_a_link_out_of_the_content_folder_is_not_read(folder, tmp_path, name):
    (tmp_path / name).write_bytes((folder / name).read_bytes())
    (folder / name).unlink()
    (folder / name).symlink_to(tmp_path / name)
    assert faults(folder) == [('file-outside', name)]


def test_a_link_to_itself_is_a_finding(folder):
    (folder / 'forms.yaml').unlink()
    (folder / 'forms.yaml').symlink_to('forms.yaml')
    assert faults(folder)[0] in [('file-outside', 'forms.yaml'), ('file-unreadable', 'forms.yaml')]


def test_a_link_inside_the_content_folder_and_a_linked_content_folder_are_read(folder, tmp_path):
    (folder / 'facts.yaml').rename(folder / 'facts.txt')
    (folder / 'facts.yaml').symlink_to('facts.txt')
    (tmp_path / 'linked').symlink_to(folder)
    assert load(tmp_path / 'linked').facts == load(folder).facts


def test_two_rosters_are_a_finding(folder):
    shutil.copy(folder / 'recipients.csv', folder / 'recipients.xlsx')
    assert ('two-rosters', 'recipients.xlsx') in faults(folder)


def test_facts_that_double_each_other_are_reckoned_once_each(folder):
    doubled = ''.join(f'a{n}: {{sum: [a{n - 1}, a{n - 1}]}}\n' for n in range(1, 30))
    (folder / 'facts.yaml').write_text(f'a0: 1\n{doubled}')
    assert load(folder).fact('a29') == 2**29


def test_a_long_chain_of_facts_is_reckoned_without_recursion(folder):
    chain = ''.join(f'a{n}: {{sum: [a{n + 1}]}}\n' for n in range(1_200))
    (folder / 'facts.yaml').write_text(f'{chain}a1200: 7\n')
    assert load(folder).fact('a0') == 7


def test_facts_that_lead_back_to_themselves_have_no_value(folder):
    (folder / 'facts.yaml').write_text('a: {sum: [b]}\nb: {sum: [a]}\nc: {sum: [c]}\nd: 4\n')
    assert dict(load(folder).reckoned) == {'d': 4}


def test_a_figure_beyond_all_papers_is_a_finding(folder):
    (folder / 'facts.yaml').write_text(f'a: {FIGURE_LIMIT - 1}\nb: {{product: [{", ".join("a" * 500)}]}}\n')
    assert faults(folder) == [('figure-too-large', 'facts.yaml:2:4')]


def test_a_recipient_that_would_send_more_people_than_a_form_has_rows_is_a_finding(folder):
    count = f'    count: {PEOPLE_LIMIT + 1}\n'
    group = '  - key: many\n    per: recipient\n    invited: yes\n    label: ก\n'
    (folder / 'audience.yaml').write_text(f'unit: คน\ngroups:\n{group}{count}', encoding='utf-8')
    assert faults(folder) == [('too-many-people', 'audience.yaml:7:12')]


def test_a_round_of_years_is_a_finding(folder):
    first = load(folder).rounds[0]
    replace(folder, 'rounds.yaml', 'rounds:', 'rounds:\n  - {number: 9, start: 2563-01-01, end: 2600-01-01, venue: ก}')
    assert first.end - first.start < datetime.timedelta(DAY_LIMIT)
    assert faults(folder) == [('round-too-long', 'rounds.yaml:3:41')]


OPENINGS = ('{{ ' * 6_000, '**' * 9_000, '{{ facts.a | ' + 'words | ' * 2_000 + '}}', '{{ ' + 'a.' * 9_000 + 'a }}')


@pytest.mark.parametrize('text', OPENINGS, ids=['references', 'bold', 'filters', 'dots'])
def test_a_text_full_of_openings_is_read_in_a_blink(folder, text):
    replace(folder, 'proposal.yaml', 'sections:', f'sections:\n  - key: hostile\n    heading: ก\n    body: ["{text}"]')
    began = time.perf_counter()
    found = rules(folder)
    assert time.perf_counter() - began < 60
    assert found <= {'bad-reference', 'unknown-name'}


def test_a_text_too_long_for_a_paper_is_a_finding(folder):
    replace(
        folder, 'proposal.yaml', 'sections:', f'sections:\n  - key: hostile\n    heading: {"ก" * 30_000}\n    body: []'
    )
    assert faults(folder) == [('text-too-long', 'proposal.yaml:4:14')]


@pytest.mark.parametrize(
    'text',
    [
        '{{ facts.__class__ }}',
        '{{ project.title.__class__.__mro__ }}',
        '{{ range(9) }}',
        '{{ 7 * 7 }}',
        '{{ "a" * 200000000 }}',
        '{{ facts.x | attr("y") }}',
        '{{ self }}',
        '{{ cycler.__init__.__globals__.os.popen("id") }}',
    ],
)
def test_a_text_takes_names_and_dots_only(folder, text):
    body = json.dumps(text)
    replace(folder, 'proposal.yaml', 'sections:', f'sections:\n  - key: hostile\n    heading: ก\n    body: [{body}]')
    assert rules(folder) <= {'bad-reference', 'unknown-name'}
    assert rules(folder)


MARKUP = (
    '{% for x in y %}ก{% endfor %}',
    '<script>alert(1)</script>',
    '<img src="file:///etc/passwd">',
    '&lt;b&gt; &amp;',
)


@pytest.mark.parametrize('text', MARKUP)
def test_statements_and_markup_in_content_are_words(folder, text):
    body = json.dumps(text)
    replace(folder, 'proposal.yaml', 'sections:', f'sections:\n  - key: hostile\n    heading: ก\n    body: [{body}]')
    project = read(folder)
    (paper,) = select(project, ['proposal'])
    view = KINDS['proposal'].view(project, paper, {})
    printed = ''.join(piece if isinstance(piece, str) else piece.text for piece in texts(view.blocks))
    assert text in printed


@pytest.mark.parametrize('slug', ['../../x', '/etc/x', 'a/b', 'a\\b', '.', '..', 'a\u202eb', '-rf', 'ก'])
def test_a_code_that_is_no_file_name_is_refused(folder, slug):
    (folder / 'recipients.csv').write_text(f'code,name,english,round\n{slug},ก,K,1\n', encoding='utf-8')
    assert faults(folder) == [('unsafe-name', 'recipients.csv:2:1')]
