"""A file's data against its model: every fault as a finding with its place and the next step."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, TypeVar, get_args

from pydantic import BaseModel, ValidationError
from rapidfuzz import process

from saraban.content.source import Loc, Source
from saraban.content.values import ValueFault

Model = TypeVar('Model', bound=BaseModel)

# What pydantic calls a wrong type, and what an officer calls it, in Thai and in English.
_WANTED = {
    'string_type': ('ข้อความ', 'text'),
    'list_type': ('รายการ (บรรทัดที่ขึ้นต้นด้วย - )', 'a list (lines that begin with - )'),
    'dict_type': ('ชุดของช่องที่มีชื่อ (ชื่อ: ค่า)', 'named fields (name: value)'),
    'model_type': ('ชุดของช่องที่มีชื่อ (ชื่อ: ค่า)', 'named fields (name: value)'),
    'model_attributes_type': ('ชุดของช่องที่มีชื่อ (ชื่อ: ค่า)', 'named fields (name: value)'),
    'int_type': ('จำนวนเต็ม', 'a whole number'),
    'int_parsing': ('จำนวนเต็ม', 'a whole number'),
    'float_type': ('ตัวเลข', 'a number'),
    'float_parsing': ('ตัวเลข', 'a number'),
    'bool_type': ('yes หรือ no', 'yes or no'),
    'bool_parsing': ('yes หรือ no', 'yes or no'),
    'date_type': ('วันที่', 'a date'),
    'dataclass_type': ('วันที่', 'a date'),
    'time_type': ('เวลา', 'a time of day'),
}


def nearest(name: str, known: Iterable[str]) -> str:
    """The known name that is most like a mistyped one, or all of them where none is near."""
    names = list(known)
    found = process.extractOne(name[:100], names, score_cutoff=50)
    return found[0] if found else ', '.join(names[:12]) or '-'


def validate(source: Source, model: type[Model]) -> Model | None:
    """A file's data as its model, or None with every fault among the source's findings."""
    if source.data is None:
        return None
    try:
        return model.model_validate(source.data)
    except ValidationError as error:
        told: set[Loc] = set()
        for fault in error.errors(include_url=False):
            loc = _loc(source, fault)
            if loc not in told:  # a value that may be of several types has a fault for each
                _tell(source, model, fault, loc)
            told.add(loc)
        return None


def _loc(source: Source, fault: Any) -> Loc:
    """Where a fault is, without what pydantic adds to a place (`[key]` of a mapping, a type of a union)."""
    parts: Loc = tuple(fault['loc'])
    kept: Loc = ()
    for index, part in enumerate(parts):
        is_lacking = fault['type'] == 'missing' and index == len(parts) - 1
        if is_lacking or (*kept, part) in source.values:
            kept = (*kept, part)
    return kept


def _tell(source: Source, model: type[BaseModel], fault: Any, loc: Loc) -> None:
    kind = fault['type']
    context = fault.get('ctx', {})
    cause = context.get('error')
    place = source.name_place(loc) if fault['loc'][-1:] == ('[key]',) else source.place(loc)
    name = str(loc[-1]) if loc else ''
    if isinstance(cause, ValueFault) and cause.values.get('value') != '':
        source.fault(cause.rule, place, **cause.values)
    elif kind == 'extra_forbidden':
        near = nearest(name, _fields(model, loc[:-1]))
        source.fault('unknown-key', source.name_place(loc), name=name, near=near)
    elif kind == 'missing':
        source.fault('missing-key', source.place(loc[:-1]), name=name)
    elif kind == 'literal_error':
        known = context['expected'].replace("'", '').replace(' or ', ', ')
        source.fault('wrong-choice', place, value=fault['input'], known=known)
    elif 'max_length' in context or context.get('min_length', 1) > 1:
        wanted = context.get('max_length', context.get('min_length'))
        source.fault('wrong-length', place, found=context['actual_length'], wanted=wanted)
    elif kind in {'string_too_short', 'too_short'} or fault['input'] in (None, ''):
        source.fault('empty-cell', place, name=name)
    elif kind == 'greater_than_equal':
        source.fault('too-small', place, value=str(fault['input']), least=f'{context["ge"]:g}')
    elif kind in _WANTED:
        thai, english = _WANTED[kind]
        source.fault('wrong-type', place, wanted_th=thai, wanted=english)
    else:
        source.fault('wrong-value', place)


def _fields(model: Any, loc: Loc) -> list[str]:
    """The names that an entry may have, found by walking the model along a place."""
    current: Any = model
    for part in loc:
        current = _step(current, part)
        if current is None:
            return []
    entry = _entry_of(current)
    return [] if entry is None else [name for name in entry.model_fields if name != 'root']


def _step(annotation: Any, part: str | int) -> Any:
    entry = _entry_of(annotation)
    if entry is not None and isinstance(part, str) and part in entry.model_fields:
        return entry.model_fields[part].annotation
    if entry is not None and 'root' in entry.model_fields:
        annotation = entry.model_fields['root'].annotation
    options = [argument for argument in get_args(annotation) if argument is not type(None)]
    if not options:
        return None
    return options[-1]  # the value type of a mapping, the entry type of a list


def _entry_of(annotation: Any) -> type[BaseModel] | None:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    for argument in get_args(annotation):
        found = _entry_of(argument)
        if found is not None:
            return found
    return None
