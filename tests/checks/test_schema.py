"""The JSON Schema that editors use takes what the reader takes, and refuses a name that there is not."""

from __future__ import annotations

import datetime
import json
from pathlib import Path

import pytest
import yaml

from saraban.cli import main
from saraban.content.loader import FILES
from saraban.content.schema import schemas

ROOT = Path(__file__).resolve().parents[2]
CONTENTS = [ROOT / 'content', ROOT / 'saraban' / 'content' / 'starter_files', ROOT / 'tests' / 'gate' / 'base']
jsonschema = pytest.importorskip('jsonschema')


@pytest.mark.parametrize('name', schemas(FILES))
def test_the_shipped_contents_are_right_by_their_schema(name):
    schema = schemas(FILES)[name]
    jsonschema.Draft202012Validator.check_schema(schema)
    for folder in CONTENTS:
        path = folder / name.replace('.json', '.yaml')
        if path.exists():
            data = as_json(yaml.safe_load(path.read_text('utf-8')))
            assert list(jsonschema.Draft202012Validator(schema).iter_errors(data)) == []


def test_a_name_that_there_is_not_is_refused():
    validator = jsonschema.Draft202012Validator(schemas(FILES)['rounds.json'])
    rounds = [{'number': 1, 'start': '2563-11-26', 'end': '2563-11-27', 'venue': 'ก', 'vennue': 'ข'}]
    (error,) = validator.iter_errors({'rounds': rounds})
    assert 'vennue' in error.message


def test_the_command_writes_a_schema_for_every_file_and_says_how_to_use_it(tmp_path, capsys):
    assert main(['schema', str(tmp_path / 'schema')]) == 0
    written = {path.stem for path in (tmp_path / 'schema').iterdir()}
    assert written == {Path(file).stem for file in FILES}
    assert json.loads((tmp_path / 'schema' / 'rounds.json').read_text('utf-8'))['title'] == 'rounds.yaml'
    assert '# yaml-language-server: $schema=' in capsys.readouterr().out


def as_json(data):
    if isinstance(data, dict):
        return {key: as_json(value) for key, value in data.items()}
    if isinstance(data, list):
        return [as_json(value) for value in data]
    return data.isoformat() if isinstance(data, datetime.date) else data
