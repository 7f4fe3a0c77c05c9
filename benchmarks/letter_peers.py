"""The same letters set by others: plain functions, a folder with `letters.json` in, a file a letter out.

Run as a program it sets the letters of a folder with one of them, in a process of its own: name, folder. Every one of them
prints the words, blanks to fill in, emblem and draft mark of this project's letters, in its fonts and at its places; none
chooses line ends, looks at a page or reads anything back.
"""

from __future__ import annotations

import html
import json
import multiprocessing
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from string import Template
from typing import Any

from typesetters import ROOT, package, program

FONTS = ROOT / 'fonts'
Letter = dict[str, Any]
"""A letter's parts as lists of runs: `{"t": words}` or `{"w": width of a blank in cm}`."""

TYPST = """#let letter = json(bytes(sys.inputs.letter))
#set document(title: letter.title, author: ())
#set page(paper: "a4", margin: (top: 2.5cm, bottom: 2cm, left: 3cm, right: 2cm), background: {
  place(top + center, dy: 1.5cm, text(font: "Saraban Emblem", size: 3cm, top-edge: "ascender", "ครุฑ"))
  place(top + left, dx: 3cm, dy: 0.5cm, text(size: 20pt, weight: "bold", letter.draft))
})
#set text(font: "Saraban Text", size: 16pt, lang: "th", fallback: false, top-edge: 0.88em, bottom-edge: -0.25em)
#set par(leading: 0pt, spacing: 0pt)
#let blank(width) = box(width: width * 1cm, height: 0pt, stroke: (bottom: (thickness: 0.45pt, dash: "dotted")))
#let runs(parts) = for part in parts { if "w" in part { blank(part.w) } else { part.t } }
#let lines(rows) = for row in rows { block(runs(row)) }
#v(1.98cm)
#grid(columns: (10cm, 1fr), runs(letter.number), lines(letter.agency))
#block(above: 6pt, inset: (left: 7.5cm), runs(letter.date))
#for field in letter.fields {
  block(above: 6pt, grid(columns: (auto, 1fr), column-gutter: 0.25cm, field.label, runs(field.text)))
}
#set par(justify: true, first-line-indent: (amount: 2.5cm, all: true))
#for text in letter.body { block(above: 6pt, par(runs(text))) }
#set par(justify: false, first-line-indent: 0pt)
#block(above: 12pt, inset: (left: 7.5cm), box(align(center, {
  block(letter.closing)
  v(3 * 18.08pt)
  lines(letter.signature)
})))
#v(18.08pt)
#lines(letter.owner)
"""

TYPST_RUN = (
    'import sys, typst; source, output, letter, *fonts = sys.argv[1:]; typst.compile('
    'source, output=output, font_paths=fonts, ignore_system_fonts=True, sys_inputs={"letter": letter})'
)

HTML = Template("""<!DOCTYPE html><html lang="th"><head><meta charset="utf-8"><title>$title</title></head><body>
<div class="emblem">ครุฑ</div><div class="draft">$draft</div>
<table class="head"><tr><td class="number">$number</td><td>$agency</td></tr></table><p class="date">$date</p>
$fields$body
<div class="closing"><div><p>$closing</p><div class="room">$signature</div></div></div><div class="owner">$owner</div>
</body></html>""")
CSS = Template("""
@font-face { font-family: "Saraban Text"; src: url($regular) }
@font-face { font-family: "Saraban Text"; font-weight: bold; src: url($bold) }
@font-face { font-family: "Saraban Emblem"; src: url($emblem) }
@page { size: A4; margin: 2.5cm 2cm 2cm 3cm }
html { font: 16pt/1.13 "Saraban Text" } body, p { margin: 0 }
.emblem { position: absolute; top: -1cm; left: 0; right: -1cm; text-align: center; font: 3cm/1 "Saraban Emblem" }
.draft { position: absolute; top: -2cm; left: 0; font-size: 20pt; font-weight: bold }
table { border-collapse: collapse; width: 100%; table-layout: fixed } td { padding: 0; vertical-align: top }
.head { margin-top: 1.98cm } .number { width: 10cm } .date { margin: 6pt 0 0 7.5cm }
.field { margin-top: 6pt } .label { width: 1.4cm } .body { margin-top: 6pt; text-indent: 2.5cm; text-align: justify }
.blank { display: inline-block; border: 0.45pt dotted; box-sizing: border-box; height: 0; text-indent: 0 }
.closing { margin: 12pt 0 0 7.5cm } .closing > div { display: inline-block; text-align: center }
.room { padding-top: 3.39em } .owner { margin-top: 1.13em }""")


def read_letters(folder: Path) -> list[Letter]:
    """The letters of a folder."""
    letters: list[Letter] = json.loads((folder / 'letters.json').read_text(encoding='utf-8'))
    return letters


def typst_run_by_run(folder: Path) -> None:
    """Typst as its command line works: a run a file."""
    source, fonts = _typst_source(folder), _typst_fonts()
    for letter in read_letters(folder):
        given = str(source), str(folder / f'{letter["slug"]}.pdf'), json.dumps(letter, ensure_ascii=False), *fonts
        subprocess.run([sys.executable, '-I', '-c', TYPST_RUN, *given], check=True)


def typst_in_one(folder: Path) -> None:
    """Typst in one process: a compiler that is made once, a call a letter."""
    _typst(folder, read_letters(folder))


def typst_in_two(folder: Path) -> None:
    """The same in two forked processes."""
    _halves(folder, _typst)


def _typst(folder: Path, letters: Sequence[Letter]) -> None:
    import typst as engine  # noqa: PLC0415 - each engine is loaded in its own process only

    compiler = engine.Compiler(str(_typst_source(folder)), font_paths=_typst_fonts(), ignore_system_fonts=True)
    for letter in letters:
        given = {'letter': json.dumps(letter, ensure_ascii=False)}
        compiler.compile(output=str(folder / f'{letter["slug"]}.pdf'), sys_inputs=given)


def _typst_source(folder: Path) -> Path:
    source = folder / f'letter-{os.getpid()}.typ'
    source.write_text(TYPST, encoding='utf-8')
    return source


def _typst_fonts() -> list[str]:
    return [str(FONTS), str(FONTS / 'emblem')]


def weasyprint_in_two(folder: Path) -> None:
    """WeasyPrint as it comes, its stylesheet parsed once, in two forked processes."""
    import weasyprint  # noqa: F401, PLC0415 - loaded once, before the fork

    _halves(folder, _weasyprint)


def _weasyprint(folder: Path, letters: Sequence[Letter]) -> None:
    import weasyprint  # noqa: PLC0415
    from weasyprint.text.fonts import FontConfiguration  # noqa: PLC0415

    names = {'regular': 'SarabanText-Regular.ttf', 'bold': 'SarabanText-Bold.ttf', 'emblem': 'emblem/SarabanEmblem.ttf'}
    fonts = FontConfiguration()
    css = CSS.substitute({name: (FONTS / file).as_uri() for name, file in names.items()})
    sheet = weasyprint.CSS(string=css, font_config=fonts)
    for letter in letters:
        page = weasyprint.HTML(string=_page(letter))
        page.write_pdf(folder / f'{letter["slug"]}.pdf', stylesheets=[sheet], font_config=fonts)


def _page(letter: Letter) -> str:
    def runs(parts: Sequence[dict[str, Any]]) -> str:
        return ''.join(
            html.escape(part['t']) if 't' in part else f'<span class="blank" style="width: {part["w"]}cm"></span>'
            for part in parts
        )

    def lines(rows: Sequence[Sequence[dict[str, Any]]]) -> str:
        return ''.join(f'<p>{runs(row)}</p>' for row in rows)

    fields = (
        f'<table class="field"><tr><td class="label">{one["label"]}</td><td>{runs(one["text"])}</td></tr></table>'
        for one in letter['fields']
    )
    return HTML.substitute(
        title=html.escape(letter['title']),
        draft=letter['draft'],
        number=runs(letter['number']),
        agency=lines(letter['agency']),
        date=runs(letter['date']),
        fields=''.join(fields),
        body=''.join(f'<p class="body">{runs(text)}</p>' for text in letter['body']),
        closing=letter['closing'],
        signature=lines(letter['signature']),
        owner=lines(letter['owner']),
    )


def docxtpl_and_libreoffice(folder: Path) -> None:
    """Word templates filled by docxtpl, then one LibreOffice that turns all of them into PDF."""
    from docxtpl import DocxTemplate  # noqa: PLC0415

    template = folder / 'template.docx'
    _word_template(template)
    files = []
    for letter in read_letters(folder):
        document = DocxTemplate(template)
        document.render({**letter, 'words': _words}, autoescape=True)
        files.append(folder / f'{letter["slug"]}.docx')
        document.save(files[-1])
    fonts = folder / 'fonts.conf'
    fonts.write_text(
        f'<fontconfig><dir>{FONTS}</dir><dir>/usr/share/fonts</dir><cachedir>{folder}/cache</cachedir></fontconfig>',
        encoding='utf-8',
    )
    profile = f'-env:UserInstallation={(folder / "profile").as_uri()}'
    command = ['soffice', profile, '--headless', '--convert-to', 'pdf', '--outdir', str(folder), *map(str, files)]
    variables = {**os.environ, 'FONTCONFIG_FILE': str(fonts), 'HOME': str(folder)}
    subprocess.run(command, check=True, capture_output=True, env=variables)


def _words(parts: Sequence[dict[str, Any]]) -> str:
    """Runs as plain words; a blank as dots, as most hand-made Word templates have it."""
    return ''.join(part['t'] if 't' in part else '.' * round(part['w'] * 8) for part in parts)


def _word_template(path: Path) -> None:
    """A letter as an office would make it in Word: emblem, table of the head, fields, body, closing."""
    from docx import Document  # noqa: PLC0415
    from docx.enum.text import WD_ALIGN_PARAGRAPH  # noqa: PLC0415
    from docx.oxml import OxmlElement  # noqa: PLC0415
    from docx.oxml.ns import qn  # noqa: PLC0415
    from docx.shared import Cm, Pt  # noqa: PLC0415

    document = Document()
    section = document.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin, section.right_margin, section.top_margin, section.bottom_margin = Cm(3), Cm(2), Cm(1.5), Cm(2)
    style = document.styles['Normal']
    style.font.name, style.font.size = 'Saraban Text', Pt(16)
    fonts = style.element.rPr.rFonts
    for name in ('ascii', 'hAnsi', 'cs', 'eastAsia'):
        fonts.set(qn(f'w:{name}'), 'Saraban Text')
    size = OxmlElement('w:szCs')  # Thai takes this one
    size.set(qn('w:val'), '32')
    style.element.rPr.append(size)
    style.paragraph_format.space_after = Pt(0)

    def add(text: str, *, left: float = 0, first: float = 0, before: float = 0) -> Any:
        paragraph = document.add_paragraph(text)
        form = paragraph.paragraph_format
        form.left_indent, form.first_line_indent, form.space_before = Cm(left), Cm(first), Pt(before)
        return paragraph

    add('{{ draft }}')
    emblem = document.add_paragraph()
    emblem.alignment = WD_ALIGN_PARAGRAPH.CENTER
    emblem.add_run().add_picture(str(FONTS / 'emblem' / 'emblem.png'), height=Cm(3))
    head = document.add_table(1, 2).rows[0].cells
    head[0].text = '{{ words(number) }}'
    head[1].text = '{% for line in agency %}{{ words(line) }}\n{% endfor %}'
    add('{{ words(date) }}', left=7.5, before=6)
    add('{%p for field in fields %}')
    add('{{ field.label }}  {{ words(field.text) }}', left=1.4, first=-1.4, before=6)
    add('{%p endfor %}')
    add('{%p for text in body %}')
    add('{{ words(text) }}', first=2.5, before=6).alignment = WD_ALIGN_PARAGRAPH.THAI_JUSTIFY
    add('{%p endfor %}')
    add('{{ closing }}', left=7.5, before=12)
    add('{%p for line in signature %}')
    add('{{ words(line) }}', left=7.5, before=24)
    add('{%p endfor %}')
    add('{%p for line in owner %}')
    add('{{ words(line) }}')
    add('{%p endfor %}')
    document.save(str(path))


def _halves(folder: Path, work: Callable[[Path, Sequence[Letter]], None]) -> None:
    """Works on the letters in two forked processes.

    Raises:
        SystemExit: one of them failed.
    """
    letters = read_letters(folder)
    fork = multiprocessing.get_context('fork')
    processes = [fork.Process(target=work, args=(folder, half)) for half in (letters[::2], letters[1::2])]
    for process in processes:
        process.start()
    for process in processes:
        process.join()
    if any(process.exitcode for process in processes):
        raise SystemExit('a process failed')


@dataclass(frozen=True)
class Peer:
    """Another way to make the letters: its name, what does it, and its versions, None where something is not installed."""

    name: str
    work: Callable[[Path], None]
    versions: Callable[[], str | None]
    formats: tuple[str, ...] = ('pdf',)


def _docxtpl_and_office() -> str | None:
    versions = package('docxtpl'), program(shutil.which('soffice'))
    return None if None in versions else f'{versions[0]}, {versions[1]}'


PEERS = (
    Peer('typst', typst_run_by_run, lambda: package('typst')),
    Peer('typst-in-one', typst_in_one, lambda: package('typst')),
    Peer('typst-in-two', typst_in_two, lambda: package('typst')),
    Peer('weasyprint-in-two', weasyprint_in_two, lambda: package('weasyprint')),
    Peer('docxtpl-libreoffice', docxtpl_and_libreoffice, _docxtpl_and_office, ('docx', 'pdf')),
)


if __name__ == '__main__':
    given, where = sys.argv[1:]
    next(peer for peer in PEERS if peer.name == given).work(Path(where))
