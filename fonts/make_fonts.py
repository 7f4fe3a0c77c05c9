"""Make the shipped text faces from Laksaman (Debian package fonts-tlwg-laksaman-ttf).

For maintainers, by hand:

    python fonts/make_fonts.py [--laksaman FOLDER] [--into FOLDER]

The same Laksaman gives the same bytes. What is changed, and why, stands in README.md and saraban/render/fonts/derive.py.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent))  # the script is run from a checkout, not installed

from saraban.render.fonts import SHIPPED, FaceStyle, face_names  # noqa: E402
from saraban.render.fonts.derive import KO_KAI_EM, derive_face  # noqa: E402
from saraban.render.fonts.facts import read_facts  # noqa: E402

LAKSAMAN_FOLDER = Path('/usr/share/fonts/truetype/tlwg')
LAKSAMAN = {
    FaceStyle.REGULAR: 'Laksaman.ttf',
    FaceStyle.BOLD: 'Laksaman-Bold.ttf',
    FaceStyle.ITALIC: 'Laksaman-Italic.ttf',
    FaceStyle.BOLD_ITALIC: 'Laksaman-BoldItalic.ttf',
}
NOTICE = (
    'Laksaman changed for Saraban: measures of TH SarabunPSK, a subset of its characters, marks placed by substitutions in text '
    'order, hinting and kerning removed. Glyph shapes are those of Laksaman.'
)


def make(laksaman: Path) -> dict[FaceStyle, bytes]:
    """The four faces; all are enlarged alike, by the regular one."""
    originals = {style: (laksaman / name).read_bytes() for style, name in LAKSAMAN.items()}
    enlarge = read_facts(originals[FaceStyle.REGULAR]).ko_kai / KO_KAI_EM
    return {
        style: derive_face(data, enlarge=enlarge, names={**face_names(style), 5: 'Version 1.000', 10: NOTICE})
        for style, data in originals.items()
    }


def main() -> None:
    """Write the faces into a folder."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument(
        '--laksaman', type=Path, default=LAKSAMAN_FOLDER, help='folder with Laksaman.ttf and its sisters'
    )
    parser.add_argument('--into', type=Path, default=HERE, help='folder to write into')
    arguments = parser.parse_args()
    for style, data in make(arguments.laksaman).items():
        (arguments.into / SHIPPED[style]).write_bytes(data)


if __name__ == '__main__':
    main()
