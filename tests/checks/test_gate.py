"""What the gate does with its findings: stages, acceptance, formats, exit codes, time."""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path

import pytest
from overlays import BASE, GATE, cases, lay

from saraban.checks.formats import as_json, as_sarif
from saraban.checks.rules import levels
from saraban.cli import main
from saraban.errors import Level
from saraban.messages import MESSAGES
from saraban.pipeline import inspect

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def overlay(tmp_path):
    def make(name, folder='broken'):
        lay(GATE / folder / f'{name}.case', tmp_path / 'content')
        return tmp_path / 'content'

    return make


def test_faults_that_do_not_hang_together_are_told_at_once(overlay):
    folder = overlay('cycle')
    (folder / 'rounds.yaml').write_text((folder / 'rounds.yaml').read_text('utf-8').replace('ภาคใต้', 'ภาคไต้'), 'utf-8')
    assert {finding.rule for finding in inspect(folder).findings} == {'cycle', 'unknown-region'}


def test_what_stands_on_unsound_ground_is_not_reckoned(overlay):
    folder = overlay('unknown-fact')
    (folder / 'audience.yaml').write_text('stated: 9\n' + (folder / 'audience.yaml').read_text('utf-8'), 'utf-8')
    assert {finding.rule for finding in inspect(folder).findings} == {'unknown-fact'}


def test_an_accepted_finding_is_shown_with_its_reason(overlay, capsys):
    folder = overlay('accepted-finding', 'right')
    assert main(['check', '--content', str(folder)]) == 0
    said = capsys.readouterr()
    assert 'เหตุผล: คัดจากมติคณะรัฐมนตรี' in said.err
    assert '[mai-yamok]' in said.err


def test_accepting_one_place_does_not_accept_another(overlay):
    folder = overlay('accepted-finding', 'right')
    letter = folder / 'letter.yaml'
    letter.write_text(letter.read_text('utf-8').replace('ดำเนินการต่อไป', 'เรื่องทั้งหลายๆ ต่อไป'), 'utf-8')
    assert [finding.rule for finding in inspect(folder).findings] == ['mai-yamok']


@pytest.mark.parametrize(
    ('name', 'options', 'code'),
    [
        ('reply-late', [], 3),
        ('mai-yamok-both', [], 0),
        ('mai-yamok-both', ['--strict'], 6),
        ('weekend', ['--strict'], 0),
        ('holiday', ['--strict'], 0),
        ('venue-overlap', ['--strict'], 0),
        ('reply-late', ['--strict'], 3),
    ],
)
def test_the_exit_code_tells_how_grave_it_is(overlay, name, options, code, capsys):
    assert main(['check', '--content', str(overlay(name)), *options]) == code


def test_findings_are_grouped_by_file_and_level_and_counted(overlay, capsys):
    folder = overlay('letter-after-round')
    assert main(['check', '--content', str(folder), '--lang', 'en']) == 3
    said = capsys.readouterr().err
    assert re.search(r'rounds\.yaml: 2 × error\n.*rounds\.yaml:9:', said)
    assert 'in all: 2 errors, 0 warnings, 0 notes' in said


def test_json_names_rule_level_place_and_both_sentences(overlay):
    told = json.loads(as_json(inspect(overlay('reply-late')), 'th'))
    assert told['counts'] == {'error': 1, 'warning': 0, 'note': 0}
    (finding,) = told['findings']
    assert (finding['rule'], finding['level'], finding['line'], finding['column']) == ('reply-late', 'error', 9, 57)
    assert finding['advice'] == 'กรอกวันทำการก่อนวันที่ ๒๖ พฤศจิกายน ๒๕๖๓'


def test_json_tells_what_cannot_even_be_read(tmp_path, capsys):
    (tmp_path / 'project.yaml').write_text('a: [', 'utf-8')
    assert main(['check', '--content', str(tmp_path), '--format', 'json']) == 3
    told = json.loads(capsys.readouterr().out)
    assert {finding['rule'] for finding in told['findings']} >= {'file-missing'}


def test_fixing_does_not_mix_with_a_report_for_machines(overlay, capsys):
    assert main(['check', '--content', str(overlay('mai-yamok-both')), '--fix', '--format', 'json']) == 0
    said = capsys.readouterr()
    assert json.loads(said.out)['counts']['warning'] == 0
    assert 'ต่าง ๆ และ' in said.err


def test_sarif_has_places_levels_and_suppressions(overlay):
    run = json.loads(as_sarif(inspect(overlay('weekend')), 'en'))['runs'][0]
    (result,) = run['results']
    assert (result['ruleId'], result['level']) == ('weekend', 'note')
    assert result['locations'][0]['physicalLocation']['region'] == {'startLine': 6, 'startColumn': 10}
    assert run['tool']['driver']['rules'][0]['help'] == {'text': 'docs/rules.md#weekend'}


def test_sarif_shows_what_is_accepted_as_suppressed(overlay):
    run = json.loads(as_sarif(inspect(overlay('accepted-finding', 'right')), 'th'))['runs'][0]
    assert [result['suppressions'][0]['justification'] for result in run['results']] == ['คัดจากมติคณะรัฐมนตรี']


def test_spelling_is_asked_for_and_never_names_a_name(tmp_path):
    case = tmp_path / 'one.case'
    case.write_text(
        '== proposal.yaml\n-           - เพื่อให้ปฏิบัติได้ถูกต้อง\n'
        '+           - เพื่อให้ปฏิบัติงานได้อย่างมีประสิทธิภาภ ที่โรงแรมบางกอก ชฎา\n',
        'utf-8',
    )
    lay(case, tmp_path / 'content')
    assert inspect(tmp_path / 'content').findings == ()
    (finding,) = inspect(tmp_path / 'content', spelling=True).findings
    assert (finding.rule, finding.level) == ('unknown-word', Level.NOTE)
    assert finding.values['near'] == 'ประสิทธิภาพ'


def test_spelling_gives_no_more_than_ten_notes_on_the_shipped_content():
    notes = [finding for finding in inspect(ROOT / 'content', spelling=True).findings if finding.rule == 'unknown-word']
    assert len(notes) <= 10


@pytest.mark.parametrize('case', cases('right'), ids=lambda case: case.stem)
def test_spelling_finds_nothing_in_right_contents(case, tmp_path):
    lay(case, tmp_path / 'content')
    assert inspect(tmp_path / 'content', spelling=True).findings == ()


def test_a_roster_of_nearly_every_province_asks_for_the_ones_left_out(tmp_path):
    rows = (ROOT / 'content' / 'recipients.csv').read_text('utf-8').replace('TH-41,อุดรธานี,Udon Thani,3,20\n', '')
    shutil.copytree(ROOT / 'content', tmp_path / 'content')
    (tmp_path / 'content' / 'recipients.csv').write_text(rows, 'utf-8')
    told = [finding for finding in inspect(tmp_path / 'content').findings if finding.rule == 'province-left-out']
    assert [finding.values['names'] for finding in told] == ['อุดรธานี']


def test_every_rule_has_words_in_both_languages():
    for rule in levels():
        for language in ('th', 'en'):
            assert all(isinstance(sentence, str) for sentence in MESSAGES[rule].said(language))
            assert MESSAGES[rule].said(language)[0]


def test_every_broken_content_can_be_told_in_both_languages(tmp_path):
    for number, case in enumerate(sorted((GATE / 'broken').glob('*.case'))):
        lay(case, tmp_path / str(number))
        for finding in inspect(tmp_path / str(number)).findings:
            assert '{' not in MESSAGES[finding.rule].said('th')[0].format_map(finding.values).replace('{{', '')
            assert finding.tell('en') != finding.tell('th')


def test_a_build_tells_warnings_and_goes_on(overlay, tmp_path, capsys):
    folder = overlay('mai-yamok-both')
    output = tmp_path / 'output'
    assert main(['build', 'proposal', '--format', 'docx', '--content', str(folder), '--output', str(output)]) == 0
    assert 'ควรตรวจ' in capsys.readouterr().err
    assert (output / 'proposal.docx').exists()


def test_the_base_of_the_cases_has_every_content_file():
    assert {path.name for path in BASE.iterdir()} >= {'letter.yaml', 'rounds.yaml', 'forms.yaml', 'recipients.csv'}
