"""The content's JSON Schema for editors: the models' own, widened to what the reader takes (ใช่, 1,158, 2563-11-26)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from pydantic import BaseModel
from pydantic.json_schema import models_json_schema

_DRAFT = 'https://json-schema.org/draft/2020-12/schema'
_TEXT = {
    'type': ['string', 'number', 'boolean', 'null']
}  # YAML reads 1590 as a number and yes as a choice; we read text
_GIVEN = {'type': ['string', 'number', 'boolean'], 'minLength': 1}
_WIDER: dict[str, dict[str, Any]] = {
    'integer': {'type': ['integer', 'number', 'string']},
    'boolean': {'enum': [True, False, 'yes', 'no', 'ใช่', 'ไม่', '', None]},
}
_DAY_OR_TIME = {'type': ['string', 'number']}
_NOT_TYPED = '#/$defs/PartDate'  # a month, which is written as text
SHORT_FORMS = ('BodyBlock', 'Item', 'Fact')
"""Models that a plain text may stand for."""
LISTS_OF_TEXT = ('position', 'address', 'members', 'title')
"""Lists that one text may stand for."""


def schemas(files: Mapping[str, tuple[type[BaseModel], bool]]) -> dict[str, dict[str, Any]]:
    """The schema of each content file, by the schema's file name: `rounds.json` for rounds.yaml."""
    return {f'{file.rpartition(".")[0]}.json': schema_of(shape, file) for file, (shape, _) in files.items()}


def schema_of(shape: type[BaseModel], file: str) -> dict[str, Any]:
    """One file's schema."""
    _, together = models_json_schema([(shape, 'validation')], title=file)
    definitions = {name: _widened(entry) for name, entry in together['$defs'].items() if name != 'PartDate'}
    for name in SHORT_FORMS:
        if name in definitions:
            definitions[name] = {'anyOf': [_GIVEN, definitions[name]]}
    root = {'$ref': f'#/$defs/{shape.__name__}'}
    return {'$schema': _DRAFT, 'title': file, **root, '$defs': definitions}


def _widened(schema: Any) -> Any:
    """A schema that also takes what the reader takes for the same value."""
    if isinstance(schema, list):
        return [_widened(entry) for entry in schema if entry != {'$ref': _NOT_TYPED}]
    if not isinstance(schema, dict):
        return schema
    kind = schema.get('type')
    kept = {key: value for key, value in schema.items() if key in {'title', 'description', 'default'}}
    if kind == 'string' and 'enum' not in schema and 'const' not in schema:
        wide = _GIVEN if schema.get('minLength') else _TEXT
        return {**kept, **(_DAY_OR_TIME if schema.get('format') in {'date', 'time'} else wide)}
    if kind in _WIDER:
        return {**kept, **_WIDER[kind]}
    entries = {key: _widened(value) for key, value in schema.items() if key != 'properties'}
    if 'properties' in schema:
        entries['properties'] = {
            name: _or_one_text(name, _widened(value)) for name, value in schema['properties'].items()
        }
    return entries


def _or_one_text(name: str, schema: Any) -> Any:
    if name in LISTS_OF_TEXT and isinstance(schema, dict) and schema.get('type') == 'array':
        return {'anyOf': [schema, _TEXT]}
    return schema
