"""Two versions of the content, value by value: which field became what, and each change as a step that can be made alone."""

from __future__ import annotations

import copy
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from saraban.content.loader import FILES
from saraban.content.project import Project
from saraban.content.source import Loc
from saraban.messages.fields import CHOICES, CONTENT_FIELDS
from saraban.review.pairing import Pair, Piece, pairs

OWN = {'facts', 'terms', 'post_codes'}
"""Fields whose entries bear names that the office made."""
_TOLD_BY = ('heading', 'short', 'name', 'label', 'topic', 'number', 'role', 'post', 'key')
_UNSAID = {'key', 'width', *CHOICES}
NAMING = ('key', 'number', 'iso', 'name', 'slug', 'paper', 'label', 'heading', 'topic')
"""Fields by which an entry of a list is known again."""


@dataclass(frozen=True, slots=True)
class ValueChange:
    """A value that changed: where it stood and stands (None where it does not), what it was and is.

    `at` is the place in the old data where it is put in or changed, `back` the place in the new data where it is put back.
    """

    file: str
    old_loc: Loc | None
    new_loc: Loc | None
    old: Any
    new: Any
    at: Loc
    back: Loc

    @property
    def field(self) -> str:
        """The name of the value: of an entry of a list, the list's."""
        return _field(self.new_loc or self.old_loc or ()) or self.file

    @property
    def moved(self) -> bool:
        """Whether it is an entry that stands elsewhere now."""
        return self.old_loc is not None and self.new_loc is not None and self.old_loc != self.at

    @property
    def undone(self) -> ValueChange:
        """The same change backwards: made in the new data it gives them without the change."""
        return ValueChange(self.file, self.new_loc, self.old_loc, self.new, self.old, self.back, self.at)

    def made(self, data: Any) -> Any:
        """A copy of the old data with this change alone."""
        changed = copy.deepcopy(data)
        around, last = _around(changed, self.at), self.at[-1]
        if self.moved and self.old_loc is not None:
            where, place = int(last), int(self.old_loc[-1])
            source = _around(changed, self.old_loc)
            del source[place]
            around.insert(where - (source is around and place < where), copy.deepcopy(self.new))
        elif self.new_loc is None:
            del around[last]
        elif self.old_loc is None and isinstance(around, list):
            around.insert(int(last), copy.deepcopy(self.new))
        else:
            around[last] = copy.deepcopy(self.new)
        return changed


def _around(data: Any, loc: Loc) -> Any:
    """The list or mapping that holds the value at a place."""
    for part in loc[:-1]:
        data = data[part]
    return data


def _field(loc: Loc) -> str:
    return next((part for part in reversed(loc) if isinstance(part, str)), '')


def value_changes(old: Project, new: Project) -> Iterator[ValueChange]:
    """Every value of the content files that differs, file by file; recipients are compared apart."""
    for file in FILES:
        before, after = old.sources.get(file), new.sources.get(file)
        if before is not None and after is not None:
            yield from _moves_joined(list(_compared(file, before.data, after.data, (), ())))


def _moves_joined(changes: list[ValueChange]) -> list[ValueChange]:
    """The changes, an entry that went from one list and came into another of its name as the one move that it is."""
    gone = [one for one in changes if one.new_loc is None and _is_entry(one.old_loc)]
    moves: dict[int, ValueChange] = {}
    for at, change in enumerate(changes):
        if change.old_loc is None and _is_entry(change.new_loc) and said_words(change.new).strip():
            origin = next((one for one in gone if one.field == change.field and one.old == change.new), None)
            if origin is not None:
                gone.remove(origin)
                moves[at] = replace(change, old_loc=origin.old_loc, old=origin.old, back=origin.back)
    paired = {one.old_loc for one in moves.values()}
    return [
        moves.get(at, one)
        for at, one in enumerate(changes)
        if at in moves or one.new_loc is not None or one.old_loc not in paired
    ]


def _is_entry(loc: Loc | None) -> bool:
    return loc is not None and isinstance(loc[-1], int)  # no value is its whole file here: lists stand in a mapping


def _compared(file: str, old: Any, new: Any, old_loc: Loc, new_loc: Loc) -> Iterator[ValueChange]:
    if old == new:
        return
    if isinstance(old, dict) and isinstance(new, dict):
        for name in dict.fromkeys([*new, *old]):
            here, there = (*old_loc, name), (*new_loc, name)
            if name not in old:
                yield ValueChange(file, None, there, None, new[name], here, there)
            elif name not in new:
                yield ValueChange(file, here, None, old[name], None, here, there)
            else:
                yield from _compared(file, old[name], new[name], here, there)
    elif isinstance(old, list) and isinstance(new, list):
        yield from _of_lists(file, old, new, old_loc, new_loc)
    else:
        yield ValueChange(file, old_loc, new_loc, old, new, old_loc, new_loc)


def _of_lists(file: str, old: list[Any], new: list[Any], old_loc: Loc, new_loc: Loc) -> Iterator[ValueChange]:
    kept, moved = pairs([_piece(one) for one in old], [_piece(one) for one in new])
    kept = _with_same_entries(kept, moved, old, new)
    origins, from_elsewhere = ({j: i for i, j in found} for found in (kept, moved))
    after = _followed(len(new), origins)
    before = _followed(len(old), {i: j for j, i in origins.items()})
    for j, entry in enumerate(new):
        there, at = (*new_loc, j), (*old_loc, after[j])
        if j in origins:
            yield from _compared(file, old[origins[j]], entry, (*old_loc, origins[j]), there)
        elif j in from_elsewhere:
            i = from_elsewhere[j]
            yield ValueChange(file, (*old_loc, i), there, old[i], entry, at, (*new_loc, before[i]))
        else:
            yield ValueChange(file, None, there, None, entry, at, there)
    gone = set(range(len(old))) - set(origins.values()) - set(from_elsewhere.values())
    for i in sorted(gone):
        here = (*old_loc, i)
        yield ValueChange(file, here, None, old[i], None, here, (*new_loc, before[i]))


def _followed(count: int, kept: Mapping[int, int]) -> list[int]:
    """For each entry of a list, where in the other list what comes next stands: behind the last one kept before it."""
    found, place = [], 0
    for at in range(count):
        found.append(place)
        place = kept[at] + 1 if at in kept else place
    return found


def _with_same_entries(kept: list[Pair], moved: list[Pair], old: Sequence[Any], new: Sequence[Any]) -> list[Pair]:
    """The pairs in order, and between two of them entries of fields that are the same as far as both are filled in.

    Whoever only gets a name and a post is the one whom the role named before.
    """
    used = {i for i, _ in (*kept, *moved)}
    used_new = {j for _, j in (*kept, *moved)}
    found = list(kept)
    for (a, c), (b, d) in zip([(-1, -1), *kept], [*kept, (len(old), len(new))], strict=True):
        right = [j for j in range(c + 1, d) if j not in used_new]
        for i in range(a + 1, b):
            same = next((j for j in right if i not in used and _is_same_entry(old[i], new[j])), None)
            if same is not None:
                found.append((i, same))
                right = [j for j in right if j > same]
    return sorted(found, key=lambda pair: pair[1])


def _is_same_entry(old: Any, new: Any) -> bool:
    """Whether most fields that both fill in are equal, one that tells whose they are among them, and none names another."""
    if not isinstance(old, Mapping) or not isinstance(new, Mapping):
        return False
    both = [name for name in old if old[name] and new.get(name)]
    same = {name for name in both if old[name] == new[name]}
    named = all(name in same for name in both if name in NAMING)
    return named and 2 * len(same) > len(both) and not same.isdisjoint(_TOLD_BY)


def _piece(entry: Any) -> Piece:
    names = [str(entry[name]) for name in NAMING if isinstance(entry.get(name), str)] if isinstance(entry, dict) else []
    name = next(filter(None, names), '')
    return Piece(type(entry).__name__, f'={name}=' if name else '', words_of_value(entry))


def words_of_value(value: Any) -> str:
    """All words of a value, entries and all."""
    if isinstance(value, Mapping):
        return ' '.join(words_of_value(one) for one in value.values())
    if isinstance(value, Sequence) and not isinstance(value, str):
        return ' '.join(map(words_of_value, value))
    return '' if value is None else str(value)


def said_words(value: Any) -> str:
    """The words of a value that a reader knows: without names for the program's use and without what only chooses."""
    if isinstance(value, Mapping):
        found = (said_words(_said(name, one)) for name, one in value.items())
        return ' '.join(filter(None, found))
    if isinstance(value, Sequence) and not isinstance(value, str):
        return ' '.join(filter(None, map(said_words, value)))
    return words_of_value(value)


def _said(name: str, value: Any) -> Any:
    if name not in _UNSAID:
        return value
    return [one for one in value if isinstance(one, Mapping)] if isinstance(value, list) else ''


def has_fields(value: Any) -> bool:
    """Whether a value is an entry, or a list that holds entries: its words are those of fields of its own."""
    return isinstance(value, Mapping) or (isinstance(value, list) and any(map(has_fields, value)))


Way = tuple[tuple[str, str], ...]
"""The file and the fields that lead to a value, each with the name of the entry where it holds several."""


def way_to(file: str, data: Any, loc: Loc) -> Way:
    """The way to a value of a file; an entry that is all of one kind (`- rounds_table: …`) is called by that too."""
    top = file.partition('.')[0]
    steps = [[top, '']]
    for part in loc:
        data = data[part]
        if isinstance(part, int):
            steps[-1][1] = steps[-1][1] or _entry_name(data)
        elif steps[-1][0] in OWN and not steps[-1][1]:
            steps[-1][1] = part
        else:
            steps.append([part, ''])
    if isinstance(data, Mapping) and len(data) == 1 and loc and isinstance(loc[-1], int):
        steps += [[name, ''] for name in data if name in CONTENT_FIELDS]
    return tuple((name, entry) for name, entry in steps)


def _entry_name(entry: Any) -> str:
    found = (entry[name] for name in _TOLD_BY if isinstance(entry.get(name), str)) if isinstance(entry, Mapping) else ()
    return next(filter(None, found), '')
