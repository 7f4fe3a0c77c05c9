"""Arguments in, exit code out: every option before and after its command, both languages, every kind of wrong input."""

import functools
import gc
import runpy
import shlex
import subprocess
import sys
from pathlib import Path

import pytest
from content_tools import ROOT, SAMPLE, SHIPPED, STARTER, copied, digests, patched, snapshot, with_paragraph

from saraban import report
from saraban.cli import edge, main, options, papers
from saraban.errors import Place
from saraban.pipeline import Report, Request
from saraban.staging import Product
from saraban.views.blocks import Blank

PRODUCTS = tuple(Product(f'proposal.{form}', 'proposal', '', 1, 'w', 's', (), 'k') for form in ('pdf', 'docx'))
GAPS = (
    Blank('วันที่หนังสือ', Place('content/rounds.yaml', 15, 20)),
    Blank('เลขที่หนังสือ', Place('content/rounds.yaml', 15, 9)),
    Blank('ชื่อผู้ลงนาม', Place('content/letter.yaml', 11, 3)),
)


@pytest.fixture
def asked(monkeypatch):
    """The requests that reach the pipeline, which builds nothing."""
    requests = []

    def build(request, progress, **more):
        requests.append(request)
        return Report(PRODUCTS, ('letters/old.pdf',), GAPS)

    monkeypatch.setattr(papers, 'build', build)
    return requests


def given(capsys, *arguments: object) -> tuple[int, str, str]:
    """The exit code, what is said and what is wrong."""
    code = main([str(argument) for argument in arguments])
    said = capsys.readouterr()
    return code, said.out, said.err


# options


def test_no_argument_builds_everything(asked, capsys):
    assert main([]) == 0
    assert asked == [Request()]
    assert asked[0].whole


@pytest.mark.parametrize('before', [True, False])
def test_common_options_stand_before_or_after_the_command(asked, capsys, tmp_path, before):
    common = ['-q', '-v', '--lang', 'en', '--content', str(tmp_path / 'c'), '--output', str(tmp_path / 'o')]
    code = main([*common, 'build', 'letter'] if before else ['build', 'letter', *common])
    assert (code, asked) == (0, [Request(tmp_path / 'c', tmp_path / 'o', kinds=('letter',))])


@pytest.mark.parametrize('option', ['-q', '-v', '--quiet', '--verbose', '--lang=en', '--lang=th'])
@pytest.mark.parametrize('order', ['before', 'after', 'alone'])
def test_each_common_option_is_taken_in_each_place(asked, capsys, option, order):
    arguments = {'before': [option, 'build'], 'after': ['build', option], 'alone': [option]}[order]
    assert main(arguments) == 0
    out = capsys.readouterr().out
    assert ('output/proposal.pdf' in out) is (option in {'-v', '--verbose'})
    assert (out == '') is (option in {'-q', '--quiet'})
    assert ('wrote 2 files (1 papers)' in out) is (option == '--lang=en')


def test_what_stands_after_the_command_counts_more(asked, capsys, tmp_path):
    main(['--content', 'one', '--output', 'two', 'build', '--content', str(tmp_path)])
    assert (asked[0].content, asked[0].output) == (tmp_path, Path('two'))


def test_content_and_output_are_taken_with_no_command(asked, capsys, tmp_path):
    main(['--content', str(tmp_path), '--output', 'two', '--lang', 'en'])
    assert asked == [Request(tmp_path, Path('two'))]
    assert 'to two/ in' in capsys.readouterr().out


def test_every_option_of_build_reaches_the_request(asked, capsys):
    main(
        [
            'build',
            'letter',
            'reply-form',
            '--only',
            'ชัยนาท',
            '--only',
            'TH-23-trat',
            '--format',
            'docx',
            '--date',
            '1/11/2563',
            '--jobs',
            '3',
        ]
    )
    assert [
        str(value) for value in (asked[0].kinds, asked[0].only, asked[0].formats, asked[0].date, asked[0].jobs)
    ] == [
        "('letter', 'reply-form')",
        "('ชัยนาท', 'TH-23-trat')",
        "('docx',)",
        '2020-11-01',
        '3',
    ]
    assert not asked[0].whole


def test_both_formats_by_name_are_in_the_table_s_order(asked, capsys):
    main(['build', '--format', 'docx', '--format', 'pdf'])
    assert asked[0].formats == ('pdf', 'docx')


# what is said


def test_a_build_says_what_it_made_took_away_and_left_open(asked, capsys):
    code, out, err = given(capsys, '--lang', 'en', '--output', 'papers')
    lines = out.splitlines()
    assert (code, err) == (0, '')
    assert lines[:-1] == [
        'took away letters/old.pdf, which is no longer made',
        'still open: 3',
        '  content/letter.yaml:11  ชื่อผู้ลงนาม',
        '  content/rounds.yaml:15  วันที่หนังสือ, เลขที่หนังสือ',
    ]
    assert lines[-1].startswith('wrote 2 files (1 papers) to papers/ in ')


def test_a_build_speaks_thai_without_being_asked(asked, capsys):
    out = given(capsys, '--output', 'papers')[1]
    assert 'ช่องที่ยังว่าง 3 แห่ง:' in out
    assert out.splitlines()[-1].startswith('สร้าง 2 ไฟล์ (1 เอกสาร) ไว้ใน papers/ ใช้เวลา ')


def test_list_shows_every_paper_with_its_recipient_and_the_files_it_comes_from(capsys):
    code, out, err = given(capsys, 'list', '--content', SAMPLE, '--lang', 'en')
    lines = out.splitlines()
    assert (code, err, lines[-1]) == (0, '', '19 papers')
    assert [line.split() for line in lines if line.startswith('letter ')][-1] == [
        'letter',
        'letters/H12001-ko-klai',
        'โรงพยาบาลเกาะไกล',
    ]
    assert 'schedule: from project.yaml facts.yaml audience.yaml rounds.yaml recipients.csv schedule.yaml' in lines


def test_list_takes_a_selection(capsys):
    out = given(capsys, '--content', SHIPPED, '--lang', 'en', 'list', 'letter', '--only', 'ชัยนาท')[1]
    assert out.split()[1] == 'letters/TH-18-chai-nat'
    assert out.splitlines()[-1] == '1 papers'


def test_list_blanks_shows_what_is_still_open_and_where(capsys):
    out = given(capsys, 'list', '--blanks', '--content', SHIPPED, '--lang', 'en')[1]
    assert out.splitlines()[0] == 'still open: 37'
    assert '  content/rounds.yaml:15  เลขที่หนังสือ รุ่นที่ ๑, วันที่หนังสือ รุ่นที่ ๑, วันสุดท้ายที่ให้ตอบรับ รุ่นที่ ๑' in out.splitlines()


def test_list_blanks_of_a_selection_shows_only_its_own(capsys):
    out = given(capsys, 'list', 'allocation', '--blanks', '--content', SHIPPED, '--lang', 'en')[1]
    assert out == 'nothing is left open\n'


def test_list_is_quiet_when_it_is_told_so(capsys):
    assert given(capsys, 'list', '-q', '--content', SAMPLE) == (0, '', '')


def test_check_says_that_nothing_is_wrong(capsys):
    assert given(capsys, 'check', '--content', STARTER, '--lang', 'en') == (0, 'nothing is wrong\n', '')
    assert given(capsys, 'check', '--content', STARTER)[1] == 'ตรวจแล้ว ไม่พบข้อผิดพลาด\n'


def test_new_makes_a_folder_and_says_what_to_type_next(capsys, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    code, out, err = given(capsys, 'new', 'ours', '--lang', 'en')
    assert (code, err) == (0, '')
    assert out.splitlines()[1].endswith('build.py --content ours --output ours/output')
    assert snapshot(tmp_path / 'ours').keys() == snapshot(STARTER).keys()


def test_the_command_that_new_tells_can_be_typed(capsys, tmp_path):
    out = given(capsys, 'new', tmp_path / 'my project', '--lang', 'en')[1]
    typed = shlex.split(out.splitlines()[1].partition('then: ')[2])
    assert str(tmp_path / 'my project') in typed


@pytest.mark.parametrize('language', ['th', 'en'])
@pytest.mark.parametrize('command', [[], ['build'], ['list'], ['check'], ['new']])
def test_help_is_in_the_language_asked_for(capsys, command, language):
    code, out, err = given(capsys, *command, '--help', '--lang', language)
    assert (code, err) == (0, '')
    assert any('\u0e00' <= letter <= '\u0e7f' for letter in out.replace('ชัยนาท', '')) is (language == 'th')
    assert '--content' in out or command == ['new']


def test_help_names_every_kind_of_paper(capsys):
    out = ' '.join(given(capsys, 'build', '--help', '--lang', 'en')[1].replace('│', ' ').split())
    assert 'letter circular change-letter memo reply-form labels envelopes' in out


# what is wrong


def broken_letter_template(place: Path) -> dict:
    templates = copied(ROOT / 'templates', place / 'templates')
    patched(templates / 'html', 'page.html', '{{ view.title }}', '{{ veiw.title }}')
    return {'templates': templates}


def broken_word_template(place: Path) -> dict:
    templates = copied(ROOT / 'templates', place / 'templates')
    with_paragraph(templates / 'docx' / 'schedule.docx', '{{ titel }}')
    return {'templates': templates}


def words_in_template(place: Path) -> dict:
    templates = copied(ROOT / 'templates', place / 'templates')
    with_paragraph(templates / 'docx' / 'schedule.docx', 'ด่วนที่สุด')
    return {'templates': templates}


def broken_font(place: Path) -> dict:
    fonts = copied(ROOT / 'fonts', place / 'fonts')
    (fonts / 'THSarabun.ttf').write_bytes(b'no font')
    return {'fonts': fonts}


def edit(file: str, old: str, new: str):
    return lambda place: patched(place / 'content', file, old, new) and {}


WRONG = {
    'a missing file': (
        lambda place: (place / 'content' / 'proposal.yaml').unlink() or {},
        [],
        3,
        ['proposal.yaml: error: this file is missing'],
    ),
    'YAML that does not parse': (
        edit('facts.yaml', 'hours: 6', 'hours: [6'),
        [],
        3,
        ['facts.yaml:2:8: error: the bracket that opens here is never closed'],
    ),
    'an unknown key': (
        edit('project.yaml', 'short_title:', 'shot_title:'),
        [],
        3,
        ['project.yaml:7:1: error: there is no field "shot_title"', 'short_title'],
    ),
    'a missing key': (
        edit('rounds.yaml', '    venue: ห้องประชุมใหญ่\n', ''),
        [],
        3,
        ['rounds.yaml:3:5: error: the field "venue" is missing'],
    ),
    'a wrong type': (
        edit('rounds.yaml', 'venue: ห้องประชุมใหญ่', 'venue: [ห้องประชุมใหญ่]'),
        [],
        3,
        ['rounds.yaml:7:12: error: this is not text'],
    ),
    'a letter to a round that does not exist': (
        edit('recipients.csv', 'Chiang Rai,1', 'Chiang Rai,4'),
        [],
        3,
        ['recipients.csv:3:7: error: rounds.yaml has no round 4', 'its rounds are 1'],
    ),
    'a misspelt variable in a template': (
        broken_letter_template,
        ['build', 'schedule'],
        4,
        ['page.html:5: error: the template names "veiw", which there is not'],
    ),
    'a misspelt variable in a Word file': (
        broken_word_template,
        ['build', 'schedule', '--format', 'docx'],
        4,
        ['schedule.docx: error: the template names "titel"'],
    ),
    'words in a template': (
        words_in_template,
        ['build', 'schedule', '--format', 'docx'],
        4,
        ['schedule.docx: error: the template holds words that print: "ด่วนที่สุด"'],
    ),
    'a font file that is not a font': (broken_font, [], 4, ['THSarabun.ttf: error: this is no font']),
    'an unknown kind': (
        None,
        ['build', 'leter'],
        2,
        ['build.py: error: there is no kind of paper "leter"', 'known kinds: proposal schedule'],
    ),
    'an unknown name': (
        None,
        ['build', '--only', 'ชัยนาด'],
        2,
        ['build.py: error: no paper is named "ชัยนาด"', 'nearest: '],
    ),
    'an unknown format': (
        None,
        ['build', '--format', 'odt'],
        2,
        ['build.py: error: "odt" cannot stand here', 'one of: pdf docx'],
    ),
    'a date that is none': (
        None,
        ['build', '--date', '2563-02-30'],
        2,
        ['build.py: error: "2563-02-30 (๓๐ กุมภาพันธ์ ๒๕๖๓)" is no date'],
    ),
    'an unknown option': (None, ['build', '--colour'], 2, ['--colour']),
    'a number of workers that is none': (None, ['build', '--jobs', '-1'], 2, ['--jobs']),
    'an unknown language': (None, ['build', '--lang', 'fr'], 2, ['--lang']),
    'an unknown command': (None, ['biuld'], 2, ['biuld']),
    'a content folder that is not there': (
        None,
        ['--content', '/nowhere/at/all'],
        3,
        ['/nowhere/at/all: error: there is no such content folder'],
    ),
}


@pytest.mark.parametrize('name', WRONG)
def test_wrong_input_is_told_with_its_exit_code_and_output_is_untouched(name, tmp_path, monkeypatch, capsys):
    prepare, arguments, exit_code, told = WRONG[name]
    content, output = copied(STARTER, tmp_path / 'content'), tmp_path / 'output'
    (output / 'letters').mkdir(parents=True)
    for file in ('proposal.pdf', 'letters/TH-50-chiang-mai.pdf', 'manifest.json'):
        (output / file).write_text('{"version": 1, "files": [{"file": "proposal.pdf"}]}', encoding='utf-8')
    before = snapshot(output)
    if changes := (prepare(tmp_path) if prepare else {}):
        monkeypatch.setattr(options, 'Request', functools.partial(Request, **changes))
    common = ['--lang', 'en', '--output', output] if '--lang' not in arguments else ['--output', output]
    code, out, err = given(capsys, '--content', content, *common, *arguments)
    assert (code, out) == (exit_code, '')
    assert [part for part in told if part not in err] == []
    assert 'Traceback' not in err
    assert snapshot(output) == before
    if exit_code in {3, 4}:
        assert err.splitlines()[-1].startswith('no paper was changed (')


def test_several_faults_in_several_files_are_told_at_once_in_thai(tmp_path, capsys):
    content = copied(STARTER, tmp_path / 'content')
    patched(content, 'project.yaml', 'fiscal_year: 2570', 'fiscal_year: ปีนี้')
    patched(content, 'rounds.yaml', 'start: 2569-11-10', 'start: พรุ่งนี้')
    patched(content, 'recipients.csv', 'code,name,english,round', 'code,name,english,ruond')
    code, out, err = given(capsys, 'check', '--content', content)
    heads = [line for line in err.splitlines() if ': ต้องแก้: ' in line]
    assert (code, out) == (3, '')
    assert [line.rpartition(': ต้องแก้: ')[0].rpartition('/')[2] for line in heads] == [
        'project.yaml:3:14',
        'rounds.yaml:5:12',
        'recipients.csv:1:19',
    ]
    assert err.splitlines()[-1] == 'รวม ต้องแก้ 3 ข้อ ควรตรวจ 0 ข้อ ข้อสังเกต 0 ข้อ'


def test_a_fault_is_shown_as_the_design_says(tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    patched(copied(STARTER, tmp_path / 'content'), 'rounds.yaml', 'start: 2569-11-10', 'start: 2569-02-30')
    assert given(capsys, 'check', '--content', 'content')[2].splitlines() == [
        'content/rounds.yaml: ต้องแก้ 1 ข้อ',
        'content/rounds.yaml:5:12: ต้องแก้: "2569-02-30 (๓๐ กุมภาพันธ์ ๒๕๖๙)" ไม่ใช่วันที่ที่มีจริง [wrong-date]',
        '        start: 2569-02-30',
        '               ^',
        '  → พิมพ์เป็น ปี-เดือน-วัน เช่น 2563-11-26',
        'รวม ต้องแก้ 1 ข้อ ควรตรวจ 0 ข้อ ข้อสังเกต 0 ข้อ',
    ]


def test_every_fault_of_a_command_line_is_told(capsys):
    err = given(capsys, 'build', '--lang', 'en', '--format', 'odt', '--date', 'x')[2]
    assert ('"odt" cannot stand here' in err, '"x" is no date' in err) == (True, True)


def test_new_into_a_folder_that_is_not_empty_is_refused(tmp_path, capsys):
    (tmp_path / 'mine.txt').write_text('mine', encoding='utf-8')
    code, out, err = given(capsys, 'new', tmp_path, '--lang', 'en')
    assert (code, out) == (2, '')
    assert 'error: this folder is not empty' in err
    assert [path.name for path in tmp_path.iterdir()] == ['mine.txt']


def test_control_c_has_the_shell_s_exit_code(monkeypatch, capsys):
    def stop(request, progress, **more):
        raise KeyboardInterrupt

    monkeypatch.setattr(papers, 'build', stop)
    assert main([]) == 130


def test_quiet_is_not_quiet_about_errors(capsys):
    assert given(capsys, '-q', 'check', '--content', '/nowhere')[::2][1] != ''


@pytest.mark.parametrize('verbose', [[], ['-v']])
def test_a_bug_is_told_and_shown_in_full_only_when_asked_for(monkeypatch, capsys, verbose):
    monkeypatch.setattr(papers, 'build', lambda request, progress, **more: 1 // 0)
    code, out, err = given(capsys, '--lang', 'en', *verbose)
    assert (code, out) == (70, '')
    assert err.splitlines()[0] == 'the program failed: ZeroDivisionError: integer division or modulo by zero'
    assert ('Traceback' in err) is bool(verbose)


def test_control_c_is_told(monkeypatch, capsys):
    def stop(request, progress, **more):
        raise KeyboardInterrupt

    monkeypatch.setattr(papers, 'build', stop)
    assert given(capsys, '--lang', 'en') == (
        130,
        '',
        'stopped; no paper was changed, finished ones are kept for the next run\n',
    )


# progress


def test_progress_is_plain_lines_where_there_is_no_terminal(capsys):
    with report.Voice('en').progress() as progress:
        for done in range(1, 41):
            progress(done, 40, 'x')
    assert capsys.readouterr().err.splitlines() == [f'{done} of 40 papers' for done in (10, 20, 30, 40)]


def test_a_few_papers_need_no_progress_and_quiet_has_none(capsys):
    for voice, total in ((report.Voice('en'), 9), (report.Voice('en', quiet=True), 90)):
        with voice.progress() as progress:
            for done in range(1, total + 1):
                progress(done, total, 'x')
    assert capsys.readouterr() == ('', '')


def test_a_terminal_has_a_bar(monkeypatch, capsys):
    monkeypatch.setattr('sys.stderr.isatty', lambda: True)
    with report.Voice('en').progress() as progress:
        assert progress.__name__ == 'advance'
        progress(1, 2, 'x')


@pytest.mark.slow
def test_build_py_runs_from_any_folder(tmp_path):
    run = subprocess.run(
        [sys.executable, str(ROOT / 'build.py'), 'check', '--lang', 'en'],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
    )
    assert (run.returncode, run.stdout) == (0, '')
    assert run.stderr.endswith('in all: 0 errors, 1 warnings, 0 notes\n')  # the question of the post


def test_build_py_looks_for_no_garbage_when_it_ends(monkeypatch, capsys):
    monkeypatch.setattr(sys, 'argv', ['build.py', '--help'])
    before = gc.get_freeze_count()
    try:
        with pytest.raises(SystemExit) as ended:
            runpy.run_path(str(ROOT / 'build.py'), run_name='__main__')
        assert ended.value.code == 0
        assert gc.get_freeze_count() > before
    finally:
        gc.unfreeze()


def test_every_command_stands_in_a_room_that_is_loaded_for_it():
    edge._load_rooms(['--help'])
    names = {info.name for info in edge.app.registered_commands}
    assert names == {name for commands in edge.ROOMS.values() for name in commands}


def loaded_by(*arguments):
    """The modules that a new process has loaded after it has read a command line that builds nothing."""
    program = f'import sys; from saraban.cli import edge; edge._load_rooms({list(arguments)!r}); print(*sys.modules)'
    done = subprocess.run([sys.executable, '-c', program], cwd=ROOT, capture_output=True, text=True, check=True)
    return set(done.stdout.split())


@pytest.mark.parametrize('arguments', [(), ('-q', '--content', 'content', '--output', 'output'), ('build', 'letter')])
def test_building_loads_no_other_command(arguments):
    rooms = {name.removeprefix('saraban.cli.') for name in loaded_by(*arguments) if name.startswith('saraban.cli.')}
    assert rooms - {'edge', 'options', 'typed'} == {'papers'}


def test_numbering_loads_no_workbook_before_it_has_one():
    assert 'openpyxl' not in loaded_by('number', '--from', '1')


@pytest.mark.slow
@pytest.mark.parametrize('closed', ['<&-', '>&-', '2>&-', '<&- >&- 2>&-'])
def test_a_run_whose_streams_are_closed_makes_the_same_papers(tmp_path, closed):
    content = copied(STARTER, tmp_path / 'content')
    command = [sys.executable, 'build.py', 'build', 'schedule', '--content', str(content), '--no-cache']
    for name, shell in (('open', ''), ('closed', closed)):
        output = ['--output', str(tmp_path / name)]
        done = subprocess.run(
            ['sh', '-c', f'exec "$@" {shell}', 'sh', *command, *output], cwd=ROOT, capture_output=True, check=False
        )
        assert done.returncode == 0, done
    assert digests(tmp_path / 'open') == digests(tmp_path / 'closed')
