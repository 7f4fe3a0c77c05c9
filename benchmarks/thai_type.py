"""How well engines set Thai: line ends, slack, text layer and time, on sentences whose words people have marked.

FILE holds a sentence a line; `|` marks a boundary between words, a space is a space of the text. Five sentences make a paragraph,
set justified at A4, 16 pt, 16 cm wide, by this project and by those of WeasyPrint, Typst, Chromium and LibreOffice that are
installed, all with one font.
"""

from __future__ import annotations

import argparse
import datetime
import json
import platform
import statistics
import subprocess
import sys
import tempfile
from dataclasses import asdict, dataclass
from pathlib import Path

from readers import READERS, LineEnds, Source, TextLayer, by_poppler, line_ends, read_source, text_layer
from typesetters import ENGINES, ROOT, SIZE_PT, WIDTH_CM, Engine, Job

TIMES = 6
"""Settings in one process: the first is told as cold (start-up included), the median of the others as warm."""
HEADS = (
    'engine',
    'line ends',
    'inside a word',
    'on a small word',
    'slack (em): mean / 95 %',
    *(f'{reader}: letters / false spaces / spaces' for reader in READERS),
    'seconds: cold / warm',
)


@dataclass(frozen=True)
class Result:
    """What was found of one engine."""

    engine: str
    version: str
    ends: LineEnds
    readers: dict[str, TextLayer]
    cold: float
    warm: float

    def row(self) -> list[str]:
        """The cells of its row."""
        ends = self.ends
        return [
            f'{self.engine} ({self.version})',
            str(ends.count),
            f'{ends.inside_word:.2f} %',
            f'{ends.on_small_word:.1f} %',
            f'{ends.slack:.2f} / {ends.slack_95:.2f}',
            *(f'{t.characters:.2f} % / {t.false_spaces} / {t.spaces:.2f} %' for t in self.readers.values()),
            f'{self.cold:.2f} / {self.warm:.2f}',
        ]


def measure(engine: Engine, version: str, source: Source, font: Path, times: int) -> Result:
    """Set the text in a process of its own and read it back."""
    with tempfile.TemporaryDirectory() as folder:
        job = Job(font, Path(folder))
        program = str(Path(__file__).with_name('typesetters.py'))
        command = [sys.executable, program, engine.name, str(font), folder, str(times)]
        done = subprocess.run(command, input='\n'.join(source.paragraphs), capture_output=True, text=True, check=False)
        if done.returncode:
            raise SystemExit(f'{engine.name}: {done.stderr}')
        cold, *warm = json.loads(done.stdout.splitlines()[-1])
        ends = line_ends(source, by_poppler(job.pdf), font, WIDTH_CM / 2.54 * 72 / SIZE_PT)
        layers = {name: text_layer(source, read(job.pdf)) for name, read in READERS.items()}
    return Result(engine.name, version, ends, layers, cold, statistics.median(warm or [cold]))


def table(results: list[Result]) -> str:
    """The results as a Markdown table."""
    rows = [HEADS, ['---'] * len(HEADS), *(result.row() for result in results)]
    return '\n'.join('| ' + ' | '.join(row) + ' |' for row in rows)


def main() -> None:
    """Run the benchmark."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('file', type=Path, metavar='FILE')
    parser.add_argument('--font', type=Path, default=ROOT / 'fonts' / 'SarabanText-Regular.ttf')
    parser.add_argument('--only', nargs='+', choices=[engine.name for engine in ENGINES], help='engines to run')
    parser.add_argument('--times', type=int, default=TIMES, help=f'settings by each engine (default {TIMES})')
    parser.add_argument('--json', action='store_true', help='print all that was found as JSON')
    parser.add_argument('--examples', action='store_true', help='list the line ends inside words')
    given = parser.parse_args()
    source = read_source(given.file.read_text(encoding='utf-8').splitlines())
    results = []
    for engine in ENGINES:
        version = engine.version() if not given.only or engine.name in given.only else None
        if version is not None:
            results.append(measure(engine, version, source, given.font.resolve(), given.times))
    if given.json:
        print(json.dumps([asdict(result) for result in results], ensure_ascii=False, indent=2))
        return
    print(f'{datetime.datetime.now(datetime.UTC):%Y-%m-%d}, {platform.platform()}, {given.font.name}\n')
    print(table(results))
    if given.examples:
        print(*(f'\n{result.engine}:\n' + '\n'.join(result.ends.examples) for result in results), sep='\n')


if __name__ == '__main__':
    main()
