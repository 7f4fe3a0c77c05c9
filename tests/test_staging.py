"""Finished papers wait in a store and are renamed into output/, the manifest last; nothing else there is ever touched."""

import json
import os
import threading

import pytest

from saraban.errors import Finding, Level, Place, RenderError
from saraban.render.rendered import Rendered
from saraban.staging import MANIFEST, Product, Staging, publish, write_whole


@pytest.fixture
def output(tmp_path):
    return tmp_path / 'output'


@pytest.fixture
def staging(output):
    return Staging(output)


def staged(staging: Staging, file: str, data: str = 'words', pages: int | None = 2) -> Product:
    key = file.replace('/', '_')
    known = staging.keep(key, Rendered(data.encode(), pages))
    return Product(file, 'letter', 'ชัยนาท', known.pages, 'w', known.sha256, ('letter.yaml',), key)


def files(folder) -> dict[str, str]:
    return {
        path.relative_to(folder).as_posix(): path.read_text(encoding='utf-8')
        for path in folder.rglob('*')
        if path.is_file()
    }


def made(output) -> dict[str, str]:
    return {name: text for name, text in files(output).items() if name != MANIFEST}


def listed(output) -> list[str]:
    return [row['file'] for row in json.loads((output / MANIFEST).read_text(encoding='utf-8'))['files']]


def test_the_store_stands_beside_the_output_folder_on_the_same_disk(staging, output):
    assert staging.folder == output.parent / '.output-staging'
    assert not staging.folder.exists()


def test_a_finished_paper_is_found_with_all_that_is_known_of_it(staging):
    finding = Finding('render-failed', Place('letters/a.pdf'), {'detail': 'ก'}, Level.WARNING)
    kept = staging.keep('key', Rendered(b'data', 3), [finding])
    assert staging.find('key') == kept
    assert (kept.pages, kept.findings) == (3, (finding,))
    assert kept.sha256 == '3a6eb0790f39ac87c94f3856b2dd2c5d110e6811602261a9a923d3bb23adc8b7'
    assert staging.find('other') is None


@pytest.mark.parametrize(
    'damage', ['no paper', 'no note', 'half a note', 'a strange note', 'a note of an older program']
)
def test_a_paper_whose_note_or_bytes_are_missing_does_not_count(staging, damage):
    staging.keep('key', Rendered(b'data', 3))
    note = staging.folder / 'key.json'
    if damage == 'no paper':
        (staging.folder / 'key').unlink()
    elif damage == 'no note':
        note.unlink()
    else:
        note.write_text(
            {'half a note': '{"pages": 3, "sha', 'a strange note': '[]'}.get(damage, '{"pages": 3, "sha256": "x"}')
        )
    assert staging.find('key') is None


def test_a_file_is_never_seen_half_written(tmp_path, monkeypatch):
    target = tmp_path / 'file'
    target.write_bytes(b'before')
    monkeypatch.setattr('pathlib.Path.replace', lambda self, other: (_ for _ in ()).throw(OSError('full')))
    with pytest.raises(OSError, match='full'):
        write_whole(target, b'after')
    assert files(tmp_path) == {'file': 'before'}


def test_a_whole_build_makes_its_files_the_manifest_and_nothing_else(staging, output):
    products = [staged(staging, 'proposal.pdf'), staged(staging, 'letters/a.pdf', 'a')]
    assert publish(staging, products, output, whole=True) == []
    assert made(output) == {'proposal.pdf': 'words', 'letters/a.pdf': 'a'}
    assert not staging.folder.exists()
    assert listed(output) == ['letters/a.pdf', 'proposal.pdf']


def test_a_row_of_the_manifest_says_what_its_file_is(staging, output):
    product = staged(staging, 'letters/a.pdf', 'a')
    publish(staging, [product], output, whole=True)
    manifest = json.loads((output / MANIFEST).read_text(encoding='utf-8'))
    assert manifest['files'] == [
        {
            'file': 'letters/a.pdf', 'kind': 'letter', 'recipient': 'ชัยนาท', 'pages': 2, 'words': 'w', 'sha256': product.sha256,
            'sources': ['letter.yaml'],
        }
    ]  # fmt: skip
    assert set(manifest) == {'version', 'files'}
    assert 'ชัยนาท' in (output / MANIFEST).read_text(encoding='utf-8')


def test_a_whole_build_takes_away_what_the_last_one_made_and_this_one_does_not(staging, output):
    publish(staging, [staged(staging, 'letters/a.pdf'), staged(staging, 'b.pdf')], output, whole=True)
    (output / 'letters' / 'mine.txt').write_text('mine', encoding='utf-8')
    (output / 'letters' / 'a.docx').write_text('mine', encoding='utf-8')
    assert publish(staging, [staged(staging, 'b.pdf', 'new')], output, whole=True) == ['letters/a.pdf']
    assert made(output) == {'b.pdf': 'new', 'letters/mine.txt': 'mine', 'letters/a.docx': 'mine'}
    assert listed(output) == ['b.pdf']


def test_a_folder_that_is_left_empty_goes_too(staging, output):
    publish(staging, [staged(staging, 'letters/a.pdf'), staged(staging, 'b.pdf')], output, whole=True)
    publish(staging, [staged(staging, 'b.pdf')], output, whole=True)
    assert not (output / 'letters').exists()


def test_a_file_that_somebody_took_away_already_is_no_trouble(staging, output):
    publish(staging, [staged(staging, 'a.pdf'), staged(staging, 'b.pdf')], output, whole=True)
    (output / 'a.pdf').unlink()
    assert publish(staging, [staged(staging, 'b.pdf')], output, whole=True) == ['a.pdf']


def test_a_part_build_replaces_its_own_rows_and_takes_nothing_away(staging, output):
    publish(staging, [staged(staging, 'a.pdf', 'one'), staged(staging, 'b.pdf', 'one')], output, whole=True)
    before = {row['file']: row for row in json.loads((output / MANIFEST).read_text(encoding='utf-8'))['files']}
    assert (
        publish(staging, [staged(staging, 'b.pdf', 'two', pages=5), staged(staging, 'c.pdf')], output, whole=False)
        == []
    )
    after = {row['file']: row for row in json.loads((output / MANIFEST).read_text(encoding='utf-8'))['files']}
    assert made(output) == {'a.pdf': 'one', 'b.pdf': 'two', 'c.pdf': 'words'}
    assert after['a.pdf'] == before['a.pdf']
    assert (after['b.pdf']['pages'], list(after)) == (5, ['a.pdf', 'b.pdf', 'c.pdf'])


def test_the_manifest_is_written_last(staging, output, monkeypatch):
    publish(staging, [staged(staging, 'a.pdf', 'one')], output, whole=True)
    before = (output / MANIFEST).read_text(encoding='utf-8')
    product = staged(staging, 'b.pdf')
    (staging.folder / product.key).unlink()
    with pytest.raises(RenderError):
        publish(staging, [product], output, whole=True)
    assert (output / MANIFEST).read_text(encoding='utf-8') == before
    assert made(output) == {'a.pdf': 'one'}


def test_the_same_files_give_the_same_manifest_in_any_order(tmp_path):
    texts = []
    for number, names in enumerate([('a.pdf', 'b.pdf'), ('b.pdf', 'a.pdf')]):
        output = tmp_path / str(number) / 'output'
        staging = Staging(output)
        publish(staging, [staged(staging, name) for name in names], output, whole=True)
        texts.append((output / MANIFEST).read_bytes())
    assert texts[0] == texts[1]


@pytest.mark.parametrize(
    'text', ['', 'no json', '[]', '{"files": 3}', '{"files": [{"name": "a"}]}', '{"files": ["a"]}']
)
def test_a_manifest_that_cannot_be_read_costs_no_file(staging, output, text):
    output.mkdir()
    (output / MANIFEST).write_text(text, encoding='utf-8')
    (output / 'mine.pdf').write_text('mine', encoding='utf-8')
    assert publish(staging, [staged(staging, 'a.pdf')], output, whole=True) == []
    assert made(output) == {'a.pdf': 'words', 'mine.pdf': 'mine'}


@pytest.mark.parametrize('name', ['../outside.txt', '/tmp/saraban-outside.txt', 'letters/../../outside.txt'])
def test_a_manifest_never_leads_out_of_the_folder(staging, output, name):
    outside = output.parent / 'outside.txt'
    outside.write_text('mine', encoding='utf-8')
    output.mkdir()
    row = {'file': name, 'kind': 'letter'}
    (output / MANIFEST).write_text(json.dumps({'version': 1, 'files': [row]}), encoding='utf-8')
    publish(staging, [staged(staging, 'a.pdf')], output, whole=True)
    assert outside.read_text(encoding='utf-8') == 'mine'
    assert listed(output) == ['a.pdf']


@pytest.mark.skipif(os.geteuid() == 0, reason='the superuser may write anywhere')
def test_a_folder_that_may_not_be_written_is_told(staging, output):
    output.mkdir(mode=0o500)
    with pytest.raises(RenderError) as caught:
        publish(staging, [staged(staging, 'a.pdf')], output, whole=True)
    assert [finding.rule for finding in caught.value.findings] == ['output-unwritable']


def test_a_file_in_the_way_of_a_folder_is_told_and_the_manifest_stays(staging, output):
    publish(staging, [staged(staging, 'a.pdf', 'one')], output, whole=True)
    (output / 'letters').write_text('mine', encoding='utf-8')
    before = files(output)
    with pytest.raises(RenderError) as caught:
        publish(staging, [staged(staging, 'letters/a.pdf')], output, whole=True)
    assert [finding.rule for finding in caught.value.findings] == ['output-unwritable']
    assert files(output) == before


def test_a_file_in_the_way_leaves_every_other_paper_as_it_was(staging, output):
    publish(staging, [staged(staging, 'a.pdf', 'one')], output, whole=True)
    (output / 'letters').write_text('mine', encoding='utf-8')
    before = files(output)
    with pytest.raises(RenderError):
        publish(staging, [staged(staging, 'a.pdf', 'two'), staged(staging, 'letters/a.pdf')], output, whole=True)
    assert files(output) == before


def test_who_waits_for_another_build_of_the_folder_is_told_once_and_goes_on_after_it(staging, output):
    told = []
    waits = threading.Event()

    def wait_for_it():
        with Staging(output).held(lambda: (told.append('waits'), waits.set())):
            told.append('goes on')

    with staging.held(lambda: told.append('the first waits')):
        second = threading.Thread(target=wait_for_it)
        second.start()
        assert waits.wait(20)
        told.append('the first ends')
    second.join(20)
    assert told == ['waits', 'the first ends', 'goes on']
