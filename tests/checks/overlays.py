"""Contents that differ from a base by a few lines, each with what the gate should say of them written in the lines.

A case is a text file. Its first line says in words what is wrong. `== rounds.yaml` begins a file of the base, `== no
rounds.yaml` leaves it out; `- ` takes out the line that is the same, `+ ` puts one in where the last one was taken out
(or at the file's end). At the end of a line that is put in, `# expect: rule column` says what is found there; more than
one are parted by commas. `# expect: rule file:line:column` before the first file says what is found elsewhere.
`<U+200B>` stands for a character that nobody sees.
"""

from __future__ import annotations

import re
import shutil
from pathlib import Path

from saraban.pipeline import inspect

GATE = Path(__file__).resolve().parents[1] / 'gate'
BASE = GATE / 'base'
_UNSEEN = re.compile(r'<U\+([0-9A-F]{4})>')
_EXPECT = re.compile(r'\s*# expect: (.+)$')

Found = tuple[str, str, int, int]


def cases(folder: str) -> list[Path]:
    """The cases of a folder, by name."""
    return sorted((GATE / folder).glob('*.case'))


def lay(case: Path, folder: Path) -> set[Found]:
    """Writes the base with a case's lines into a folder; gives what the case expects."""
    shutil.copytree(BASE, folder)
    expected: set[Found] = set()
    file, lines, at = '', [], 0
    for line in case.read_text('utf-8').split('\n'):
        if line.startswith('== '):
            _write(folder, file, lines)
            file = line[3:].strip()
            path = folder / file
            if file.startswith('no '):
                (folder / file[3:]).unlink()
                file = ''
                continue
            lines = path.read_text('utf-8').split('\n')[:-1] if path.exists() else []
            at = len(lines)
        elif not file:
            expected |= {_elsewhere(said) for said in _said(line)}
        elif line.startswith('- '):
            at = lines.index(line[2:])
            del lines[at]
        elif line.startswith('+ '):
            text = _EXPECT.sub('', line[2:])
            lines.insert(at, text)
            at += 1
            expected |= {(rule, file, at, int(column)) for rule, column in (said.split() for said in _said(line))}
        elif line:
            raise AssertionError(f'{case.name}: {line!r}')
    _write(folder, file, lines)
    return expected


def found_in(folder: Path) -> set[Found]:
    """What the gate says of a folder: rule, file, line and column."""
    findings = inspect(folder).findings
    return {
        (found.rule, found.place.file.rpartition('/')[2], found.place.line, found.place.column) for found in findings
    }


def _said(line: str) -> list[str]:
    match = _EXPECT.search(line)
    return [said.strip() for said in match[1].split(',')] if match else []


def _elsewhere(said: str) -> Found:
    rule, _, place = said.partition(' ')
    file, *numbers = place.split(':')
    line, column = (*map(int, numbers), 0, 0)[:2]
    return rule, file, line, column


def _write(folder: Path, file: str, lines: list[str]) -> None:
    if file:
        text = _UNSEEN.sub(lambda match: chr(int(match[1], 16)), '\n'.join(lines) + '\n')
        (folder / file).write_text(text, 'utf-8')
