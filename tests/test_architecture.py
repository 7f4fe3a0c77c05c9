"""Imports go one way, from what knows nothing to what knows all; this table is the order, and every module stands in it."""

import ast
from pathlib import Path

import pytest
from content_tools import ROOT

PACKAGE = ROOT / 'saraban'

# Each part, from the first stage to the last, and the parts that it may import beside itself. A part is a file or a folder.
TABLE: dict[str, set[str]] = {
    'uncollected': set(),
    'cache': set(),
    'messages': set(),
    'thai': set(),
    'words': {'thai'},
    'errors': {'messages'},
    'content': {'errors', 'thai', 'words'},
    'views': {'errors', 'thai', 'words', 'content'},
    'pools': {'errors'},
    'branches': {'pools'},
    'render': {'uncollected', 'errors', 'thai', 'words', 'content', 'views', 'branches'},
    'checks': {'messages', 'errors', 'thai', 'words', 'content', 'views', 'render'},
    'mending': {'errors', 'content', 'checks'},
    'ground': {'cache', 'render', 'views'},
    'staging': {'cache', 'errors', 'render'},
    'stale': {'cache', 'errors', 'content', 'views', 'ground', 'staging'},
    'press': {'errors', 'views', 'render', 'checks', 'staging'},
    'workers': {'errors', 'content', 'views', 'render', 'ground', 'pools', 'staging', 'press'},
    'standby': {'uncollected', 'errors', 'pools', 'press', 'render', 'staging'},
    'cluster': {'cache', 'errors', 'press', 'render', 'staging'},
    'watch': {'cache', 'errors', 'ground', 'render'},
    'selection': {'errors', 'thai', 'content', 'views'},
    'pipeline': {
        'cache',
        'cluster',
        'standby',
        'errors',
        'content',
        'views',
        'render',
        'checks',
        'stale',
        'staging',
        'press',
        'workers',
        'selection',
    },
    'printroom': {
        'errors',
        'thai',
        'content',
        'views',
        'render',
        'pools',
        'staging',
        'workers',
        'selection',
        'pipeline',
    },
    'review': {
        'uncollected',
        'cache',
        'errors',
        'messages',
        'thai',
        'words',
        'content',
        'views',
        'render',
        'checks',
        'ground',
        'pools',
        'branches',
        'staging',
        'pipeline',
    },
    'upkeep': {'errors', 'content', 'views', 'mending', 'pipeline'},
    'report': {
        'errors',
        'messages',
        'content',
        'views',
        'checks',
        'mending',
        'stale',
        'staging',
        'pipeline',
        'workers',
    },
    'cli': {
        'uncollected',
        'watch',
        'standby',
        'cache',
        'errors',
        'messages',
        'content',
        'views',
        'render',
        'checks',
        'selection',
        'pipeline',
        'printroom',
        'review',
        'upkeep',
        'report',
    },
}

# Outside engines, each spoken to from one folder or file.
ENGINES: dict[str, set[str]] = {
    'weasyprint': {
        'render/pdf.py',
        'render/typeset',
        'render/fonts/emblem.py',
        'render/fetch.py',
        'render/furniture.py',
        'render/boxes.py',
        'render/redline.py',
        'render/parted.py',
    },
    'tinyhtml5': {'render/patterns.py'},
    'docx': {'render/docx'},
    'docxtpl': {'render/docx'},
    'jinja2': {'render/html.py', 'render/docx'},
    'yaml': {'content/source.py', 'content/yaml_troubles.py'},
    'openpyxl': {'content/excel.py', 'content/numbering_excel.py', 'printroom/workbook.py'},
    'pikepdf': {'printroom'},
    'segno': {'render/qr.py'},
    'pypdf': {'checks/pages/drawn.py'},
    'pypdfium2': {'render/fonts/emblem.py', 'review/page/pictures.py', 'review/files'},
    'budoux': {'words'},
    'typer': {'cli'},
    'rich': {'report.py'},
    'watchfiles': {'watch.py'},
    'distributed': {'cluster.py'},
}
# Within a folder, what may not be imported by the rest of it is its top: kinds knows all views, and no view knows kinds.
TOPS = {'saraban.views.kinds', 'saraban.content.loader', 'saraban.render.formats'}


def modules() -> dict[str, Path]:
    """Every module by its dotted name."""
    found = {}
    for path in sorted(PACKAGE.rglob('*.py')):
        parts = path.relative_to(ROOT).with_suffix('').parts
        found['.'.join(parts[:-1] if parts[-1] == '__init__' else parts)] = path
    return found


MODULES = modules()


def imported(path: Path) -> set[str]:
    """The modules that a file imports, wherever in it: a name of a package counts as that module where it is one."""
    names = set()
    for node in ast.walk(ast.parse(path.read_text(encoding='utf-8'))):
        if isinstance(node, ast.Import):
            names |= {one.name for one in node.names}
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f'{path}: imports are written out'
            for one in node.names:
                inner = f'{node.module}.{one.name}'
                names.add(inner if inner in MODULES else node.module or '')
    return names


def part_of(module: str) -> str:
    return module.split('.')[1] if '.' in module else ''


IMPORTS = {module: imported(path) for module, path in MODULES.items()}


def test_every_module_stands_in_the_table():
    assert {part_of(module) for module in MODULES} - {''} == set(TABLE)


def test_the_table_itself_goes_one_way():
    order = list(TABLE)
    for part, allowed in TABLE.items():
        assert [one for one in allowed if order.index(one) >= order.index(part)] == [], part


@pytest.mark.parametrize('module', MODULES)
def test_a_module_imports_only_what_its_part_may(module):
    part = part_of(module)
    strange = {
        name
        for name in IMPORTS[module]
        if name.startswith('saraban.') and part_of(name) not in TABLE.get(part, set()) | {part}
    }
    assert strange == set()


def test_no_import_is_allowed_that_nobody_needs():
    """A table that allows more than is true would let an import in unseen; words and the text stages are free to all."""
    free = {'errors', 'thai', 'words'}
    used = {part: set() for part in TABLE}
    for module, names in IMPORTS.items():
        if part := part_of(module):
            used[part] |= {part_of(name) for name in names if name.startswith('saraban.')} - {part}
    assert {
        part: allowed - used[part] - free - {'render'}
        for part, allowed in TABLE.items()
        if allowed - used[part] - free - {'render'}
    } == {}


def test_no_module_imports_itself_by_way_of_others():
    graph = {
        module: {name for name in names if name in MODULES and name != module} for module, names in IMPORTS.items()
    }
    done: set[str] = set()

    def walk(module: str, way: tuple[str, ...]) -> None:
        assert module not in way, ' → '.join((*way[way.index(module) :], module))
        if module in done:
            return
        for name in sorted(graph[module]):
            walk(name, (*way, module))
        done.add(module)

    for module in sorted(graph):
        walk(module, ())
    assert done == set(MODULES)


@pytest.mark.parametrize('module', sorted(TOPS))
def test_the_top_of_a_folder_is_known_to_none_of_its_own(module):
    folder = module.rpartition('.')[0]
    assert [name for name, names in IMPORTS.items() if name.startswith(f'{folder}.') and module in names] == []


@pytest.mark.parametrize('engine', ENGINES)
def test_an_outside_engine_is_spoken_to_from_one_place(engine):
    where = {
        str(path.relative_to(PACKAGE))
        for module, path in MODULES.items()
        if any(name.split('.')[0] == engine for name in IMPORTS[module])
    }
    homes = ENGINES[engine]
    assert {
        file
        for file in where
        if not any(file == home or file.startswith(f'{home}/') or file == f'{home}.py' for home in homes)
    } == set()
    assert where, f'{engine} is used nowhere: take it out of this table and of the requirements'


def test_only_the_run_and_the_reader_touch_files():
    """Views are pure: they open nothing, ask no clock and print nothing."""
    for module, path in MODULES.items():
        if part_of(module) in {'views', 'thai', 'errors', 'messages', 'checks'}:
            calls = {
                node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, 'id', '')
                for node in ast.walk(ast.parse(path.read_text(encoding='utf-8')))
                if isinstance(node, ast.Call)
            }
            assert (
                calls
                & {
                    'open',
                    'read_text',
                    'read_bytes',
                    'write_text',
                    'write_bytes',
                    'today',
                    'now',
                    'utcnow',
                    'time',
                    'print',
                }
                == set()
            ), module


CLOCKS = {'today', 'now', 'utcnow', 'time', 'time_ns', 'monotonic', 'localtime', 'gmtime'}


def test_the_clock_is_asked_only_to_say_how_long_a_run_took_and_how_old_an_entry_of_the_cache_is():
    asked = {
        module
        for module, path in MODULES.items()
        for node in ast.walk(ast.parse(path.read_text(encoding='utf-8')))
        if isinstance(node, ast.Attribute) and node.attr in CLOCKS
        and isinstance(node.value, ast.Name) and node.value.id in {'time', 'datetime', 'date'}
        and not (node.value.id == 'datetime' and node.attr == 'time')
    }  # fmt: skip
    assert asked == {
        'saraban.cli',
        'saraban.cli.papers',
        'saraban.cli.watching',
        'saraban.cli.printing',
        'saraban.cache',
        'saraban.cache.sweep',
    }


def test_no_module_keeps_state_but_a_worker_s_and_what_of_weasyprint_is_replaced():
    """Tables are constants. A forked process keeps its worker, the typesetter the parts that it stands in for."""
    changed = set()
    for module, path in MODULES.items():
        tree = ast.parse(path.read_text(encoding='utf-8'))
        names = {
            target.id
            for node in tree.body
            if isinstance(node, ast.Assign | ast.AnnAssign)
            for target in (node.targets if isinstance(node, ast.Assign) else [node.target])
            if isinstance(target, ast.Name)
        }
        for node in ast.walk(tree):
            if isinstance(node, ast.Global):
                changed |= {f'{module}.{name}' for name in node.names}
            if isinstance(node, ast.Assign):
                for target in node.targets:
                    if (
                        isinstance(target, ast.Subscript)
                        and isinstance(target.value, ast.Name)
                        and target.value.id in names
                    ):
                        changed.add(f'{module}.{target.value.id}')
            if (
                isinstance(node, ast.Call)
                and isinstance(node.func, ast.Attribute)
                and isinstance(node.func.value, ast.Name)
                and node.func.value.id in names
                and node.func.attr in {'append', 'update', 'extend', 'add', 'setdefault', 'clear', 'pop'}
            ):
                changed.add(f'{module}.{node.func.value.id}')
    assert changed == {'saraban.pools._entered', 'saraban.pools._done', 'saraban.render.typeset.engine.ORIGINALS'}


def test_the_program_s_first_file_only_starts_and_ends_it():
    assert imported(ROOT / 'build.py') == {'gc', 'signal', 'sys', 'saraban.cli'}
