"""Nothing leaves the output folder: by a link in it, or by a row of a manifest that comes from elsewhere."""

import json

import pytest

from saraban.errors import RenderError
from saraban.render.rendered import Rendered
from saraban.staging import Product, Staging, publish


def product(staging, file, data=b'x'):
    known = staging.keep(file.replace('/', '-'), Rendered(data, 1))
    return Product(file, 'letter', '', 1, '', known.sha256, (), file.replace('/', '-'))


@pytest.fixture
def output(tmp_path):
    """An output folder with a link to one outside that holds a file to be kept."""
    (tmp_path / 'outside').mkdir()
    (tmp_path / 'outside' / 'kept.pdf').write_bytes(b'kept')
    (tmp_path / 'output').mkdir()
    (tmp_path / 'output' / 'letter').symlink_to(tmp_path / 'outside')
    return tmp_path / 'output'


def test_nothing_is_written_through_a_link_out_of_the_output_folder(output):
    staging = Staging(output)
    with pytest.raises(RenderError) as caught:
        publish(staging, [product(staging, 'letter/kept.pdf')], output, whole=True)
    assert [found.rule for found in caught.value.findings] == ['output-outside']
    assert (output / 'letter' / 'kept.pdf').read_bytes() == b'kept'


@pytest.mark.parametrize(
    'file',
    [
        'letter/kept.pdf',
        '../outside/kept.pdf',
        'x/../../outside/kept.pdf',
        '{outside}/kept.pdf',
        '.',
        '',
        'folder',
        'a\0b',
    ],
)
def test_a_row_of_the_manifest_takes_nothing_away_outside_the_output_folder(output, file):
    (output / 'folder').mkdir()
    (output / 'mine.txt').write_text('kept')
    named = file.replace('{outside}', str(output.parent / 'outside'))
    (output / 'manifest.json').write_text(json.dumps({'version': 1, 'files': [{'file': named}]}))
    staging = Staging(output)
    publish(staging, [product(staging, 'proposal.pdf')], output, whole=True)
    assert (output.parent / 'outside' / 'kept.pdf').read_bytes() == b'kept'
    assert sorted(path.name for path in output.iterdir()) == [
        'folder',
        'letter',
        'manifest.json',
        'mine.txt',
        'proposal.pdf',
    ]
