"""The engines that the benchmark compares, each a function: paragraphs and a job in, a PDF file out.

Run as a program it sets standard input's lines with one engine, in a process of its own: name, font, folder, times.
"""

from __future__ import annotations

import html
import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from string import Template

from fontTools.ttLib import TTFont

ROOT = Path(__file__).resolve().parent.parent
SIZE_PT = 16.0
WIDTH_CM = 16.0
SIDE_CM = (21 - WIDTH_CM) / 2
LINE_PT = 22.0
"""Line spacing, so loose that every reader tells lines apart."""

HTML = Template("""<!doctype html><html lang="th"><meta charset="utf-8"><title>-</title><style>
@font-face { font-family: "$family"; src: url($font) }
@page { size: A4; margin: 2cm ${side}cm }
html, body { margin: 0 }
p { font: ${size}pt/${line}pt "$family"; margin: 0; text-align: justify }
</style><body>$body</body></html>""")

TYPST = Template("""#set page(paper: "a4", margin: (x: ${side}cm, y: 2cm))
#set text(font: "$family", size: ${size}pt, lang: "th", fallback: false)
#set par(justify: true, leading: ${leading}pt)
$body""")

FLAT_ODT = Template("""<?xml version="1.0" encoding="UTF-8"?>
<office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
 xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"
 xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0"
 xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0"
 office:version="1.3" office:mimetype="application/vnd.oasis.opendocument.text">
<office:font-face-decls><style:font-face style:name="F" svg:font-family="'$family'"/></office:font-face-decls>
<office:styles><style:style style:name="P" style:family="paragraph">
<style:paragraph-properties fo:text-align="justify" fo:line-height="${line}pt" fo:orphans="0" fo:widows="0"/>
<style:text-properties style:font-name="F" fo:font-size="${size}pt" fo:language="th" fo:country="TH"
 style:font-name-asian="F" style:font-size-asian="${size}pt"
 style:font-name-complex="F" style:font-size-complex="${size}pt" style:language-complex="th" style:country-complex="TH"/>
</style:style></office:styles>
<office:automatic-styles><style:page-layout style:name="L"><style:page-layout-properties fo:page-width="21cm"
 fo:page-height="29.7cm" fo:margin-top="2cm" fo:margin-bottom="2cm" fo:margin-left="${side}cm" fo:margin-right="${side}cm"/>
</style:page-layout></office:automatic-styles>
<office:master-styles><style:master-page style:name="Standard" style:page-layout-name="L"/></office:master-styles>
<office:body><office:text>$body</office:text></office:body></office:document>""")

FONTCONFIG = Template(
    '<fontconfig><dir>$fonts</dir><dir>/usr/share/fonts</dir><cachedir>$folder/cache</cachedir></fontconfig>'
)


@dataclass(frozen=True)
class Job:
    """What an engine is given: a font file, and a folder of its own in which it writes `pdf`."""

    font: Path
    folder: Path

    @property
    def pdf(self) -> Path:
        """Where the engine writes."""
        return self.folder / 'out.pdf'

    def fill(self, template: Template, body: str) -> str:
        """A template with the job's measures."""
        family = TTFont(self.font, lazy=True)['name'].getBestFamilyName()
        measures = {'side': SIDE_CM, 'size': SIZE_PT, 'line': LINE_PT, 'leading': LINE_PT - SIZE_PT}
        return template.substitute(measures, family=family, font=self.font.as_uri(), body=body)


def saraban(paragraphs: Sequence[str], job: Job) -> None:
    """This project: WeasyPrint told how to set Thai."""
    import weasyprint  # noqa: PLC0415 - each engine is loaded in its own process only

    from saraban.render.typeset import Typesetter  # noqa: PLC0415
    from saraban.words import Segmenter  # noqa: PLC0415

    fonts = Typesetter(Segmenter()).font_config
    weasyprint.HTML(string=_page(paragraphs, job)).render(font_config=fonts).write_pdf(job.pdf)


def plain_weasyprint(paragraphs: Sequence[str], job: Job) -> None:
    """WeasyPrint as it comes."""
    import weasyprint  # noqa: PLC0415

    weasyprint.HTML(string=_page(paragraphs, job)).write_pdf(job.pdf)


def weasyprint_newmm(paragraphs: Sequence[str], job: Job) -> None:
    """WeasyPrint with break chances between the words of PyThaiNLP's newmm, and nowhere else: the usual way to set Thai."""
    import weasyprint  # noqa: PLC0415
    from pythainlp.tokenize import word_tokenize  # noqa: PLC0415

    def marked(text: str) -> str:
        words = word_tokenize(text, engine='newmm')
        return '&#x200b;'.join(' ' if not word.strip() else f'<span>{html.escape(word)}</span>' for word in words)

    body = ''.join(f'<p>{marked(text)}</p>' for text in paragraphs)
    page = job.fill(HTML, body).replace('</style>', 'span { white-space: nowrap } </style>')
    weasyprint.HTML(string=page).write_pdf(job.pdf)


def typst(paragraphs: Sequence[str], job: Job) -> None:
    """Typst from PyPI."""
    import typst as engine  # noqa: PLC0415

    quoted = ('#"' + text.replace('\\', '\\\\').replace('"', '\\"') + '"' for text in paragraphs)
    source = job.folder / 'in.typ'
    source.write_text(job.fill(TYPST, '\n\n'.join(quoted)), encoding='utf-8')
    engine.compile(str(source), output=str(job.pdf), font_paths=[str(job.font.parent)], ignore_system_fonts=True)


def chromium(paragraphs: Sequence[str], job: Job) -> None:
    """Chromium's print to PDF."""
    source = job.folder / 'in.html'
    source.write_text(_page(paragraphs, job), encoding='utf-8')
    options = ['--headless', '--no-sandbox', '--disable-gpu', '--no-pdf-header-footer']
    profile = f'--user-data-dir={job.folder / "profile"}'
    _run([_chromium() or '', *options, profile, f'--print-to-pdf={job.pdf}', source.as_uri()], job.folder)


def libreoffice(paragraphs: Sequence[str], job: Job) -> None:
    """LibreOffice Writer."""
    source = job.folder / 'out.fodt'
    body = ''.join(f'<text:p text:style-name="P">{html.escape(text)}</text:p>' for text in paragraphs)
    source.write_text(job.fill(FLAT_ODT, body), encoding='utf-8')
    config = job.folder / 'fonts.conf'
    config.write_text(FONTCONFIG.substitute(fonts=job.font.parent, folder=job.folder), encoding='utf-8')
    profile = f'-env:UserInstallation={(job.folder / "profile").as_uri()}'
    command = ['soffice', profile, '--headless', '--convert-to', 'pdf', '--outdir', str(job.folder), str(source)]
    _run(command, job.folder, FONTCONFIG_FILE=str(config))


def _page(paragraphs: Sequence[str], job: Job) -> str:
    return job.fill(HTML, ''.join(f'<p>{html.escape(text)}</p>' for text in paragraphs))


def _run(command: Sequence[str], folder: Path, **environment: str) -> None:
    variables = {**os.environ, 'HOME': str(folder), **environment}
    subprocess.run(command, check=True, capture_output=True, cwd=folder, env=variables, timeout=600)


def _chromium() -> str | None:
    return next(filter(None, map(shutil.which, ('chromium', 'chromium-browser', 'google-chrome'))), None)


def package(name: str) -> str | None:
    """The version of an installed package."""
    try:
        return version(name)
    except PackageNotFoundError:
        return None


def program(command: str | None) -> str | None:
    """The version that a program tells, None where there is none."""
    if command is None:
        return None
    with tempfile.TemporaryDirectory() as home:
        variables = {**os.environ, 'HOME': home}
        told = subprocess.run([command, '--version'], capture_output=True, text=True, env=variables, check=False).stdout
    return next((part for part in told.split() if part[:1].isdigit()), 'unknown')


@dataclass(frozen=True)
class Engine:
    """An engine: its name, what it does, and its version, None where it is not installed."""

    name: str
    set_type: Callable[[Sequence[str], Job], None]
    version: Callable[[], str | None]


ENGINES = (
    Engine('saraban', saraban, lambda: package('weasyprint')),
    Engine('weasyprint', plain_weasyprint, lambda: package('weasyprint')),
    Engine('newmm', weasyprint_newmm, lambda: package('pythainlp')),
    Engine('typst', typst, lambda: package('typst')),
    Engine('chromium', chromium, lambda: program(_chromium())),
    Engine('libreoffice', libreoffice, lambda: program(shutil.which('soffice'))),
)


def main(name: str, font: str, folder: str, times: str) -> None:
    """Set standard input's paragraphs several times, each in full, and print the seconds that each took."""
    sys.path.insert(0, str(ROOT))
    engine = next(engine for engine in ENGINES if engine.name == name)
    paragraphs, job, took = sys.stdin.read().splitlines(), Job(Path(font), Path(folder)), []
    for _ in range(int(times)):
        start = time.perf_counter()
        engine.set_type(paragraphs, job)
        took.append(time.perf_counter() - start)
    print(json.dumps(took))


if __name__ == '__main__':
    main(*sys.argv[1:])
