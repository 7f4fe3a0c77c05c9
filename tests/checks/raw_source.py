"""The content with the raw figures of the source proposal put in as they stand: each replacement says what the source has."""

from __future__ import annotations

import shutil
import textwrap
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def _table(name: str, indent: int) -> str:
    return textwrap.indent((ROOT / 'tests' / 'gate' / 'raw' / name).read_text('utf-8'), ' ' * indent)


# File, what the mended content has, what the source has there.
REPLACEMENTS = [
    # the table of the schedule, whole
    ('schedule.yaml', '  total: รวมจำนวน\n\n', f'  total: รวมจำนวน\n  stated:\n{_table("schedule-table.yaml", 4)}\n'),
    # the table of the target groups, whole
    (
        'proposal.yaml',
        '      - rounds_table: {columns: [round, area, audience, count], first_mention: full}\n',
        '      - rounds_table:\n          columns: [round, area, audience, count]\n          first_mention: full\n'
        f'          stated:\n{_table("target-groups-table.yaml", 12)}',
    ),
    # the sums of the text: they hold
    ('audience.yaml', 'unit: คน\n', 'unit: คน\nstated: ๑,๑๕๘\n'),
    ('facts.yaml', '{product: [tambons, people_per_tambon]}', '{product: [tambons, people_per_tambon], stated: ๑๔๕๑๐}'),
    # two spellings, ๆ without its spaces
    ('proposal.yaml', 'ในระดับต่าง ๆ ในลักษณะแผนเดียว (One plan)', 'ในระดับต่าง ๆ ในลักษณะแผนเดียว (One Plan)'),
    ('proposal.yaml', 'การวางแผนพัฒนาพื้นที่ในทุก ๆ ระดับ', 'การวางแผนพัฒนาพื้นที่ในทุกๆระดับ'),
    ('proposal.yaml', 'ในการจัดทำแผนพัฒนาพื้นที่ในระดับต่าง ๆ ซึ่งความรู้', 'ในการจัดทำแผนพัฒนาพื้นที่ในระดับต่างๆ ซึ่งความรู้'),
]


def make_raw(folder: Path) -> None:
    """Copies content/ and puts the source's own words and figures back, each once."""
    shutil.copytree(ROOT / 'content', folder)
    for file, mended, raw in REPLACEMENTS:
        path = folder / file
        text = path.read_text('utf-8')
        assert mended in text, (file, mended)
        path.write_text(text.replace(mended, raw, 1), 'utf-8')
