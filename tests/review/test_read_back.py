"""Papers read back from files: ours, anyone's, and files that are none."""

import zipfile
from io import BytesIO

import pypdf
import pytest
from small_docx import W, docx, p, run

from saraban.cli import main
from saraban.errors import ContentError
from saraban.review.files.docx import read_docx
from saraban.review.files.folder import file_version
from saraban.review.files.package import PART_LIMIT
from saraban.views.blocks import texts


def outline(data: bytes) -> list[str]:
    """Each block of a Word file: its class, its number, its words, bold ones in stars."""

    def shown(piece):
        return (
            piece if isinstance(piece, str) else '…' if piece.blank else f'*{piece.text}*' if piece.bold else piece.text
        )

    blocks = read_docx(data, 'paper', 'paper.docx').blocks
    return [f'{type(block).__name__}: {"|".join(filter(None, map(shown, texts(block))))}' for block in blocks]


def test_words_that_were_put_in_are_read_and_struck_ones_are_not():
    body = p(
        'ก่อน ',
        f'<w:del w:id="1">{run("ถูกตัด").replace("w:t", "w:delText")}</w:del>',
        f'<w:ins w:id="2">{run("เติม")}</w:ins>',
    )
    assert outline(docx(body)) == ['Paragraph: ก่อน เติม']


def test_a_struck_paragraph_end_joins_two_paragraphs():
    body = p('หนึ่ง', properties='<w:rPr><w:del w:id="1"/></w:rPr>') + p(' สอง') + p('สาม')
    assert outline(docx(body)) == ['Paragraph: หนึ่ง สอง', 'Paragraph: สาม']


def test_runs_that_an_editor_cut_are_one_text_and_bold_is_seen():
    body = p(run('แผน'), run('พัฒนา'), run('ตำบล', '<w:bCs/>'), run('ไม่', '<w:b w:val="0"/>'), run('ซ่อน', '<w:vanish/>'))
    assert outline(docx(body)) == ['Paragraph: แผนพัฒนา|*ตำบล*|ไม่']


def test_numbers_that_word_counts_are_read_as_it_shows_them():
    levels = '<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="thaiNumbers"/><w:lvlText w:val="%1."/></w:lvl>'
    levels += '<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="thaiNumbers"/><w:lvlText w:val="%1.%2"/></w:lvl>'
    levels += '<w:lvl w:ilvl="2"><w:start w:val="1"/><w:numFmt w:val="thaiLetters"/><w:lvlText w:val="(%3)"/></w:lvl>'
    numbering = (
        f'<w:abstractNum w:abstractNumId="0">{levels}</w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    )

    def item(words, level):
        return p(words, properties=f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="1"/></w:numPr>')

    body = (
        item('หลักการ', 0)
        + item('ข้อแรก', 1)
        + item('ย่อย', 2)
        + item('ข้อสอง', 1)
        + item('วัตถุประสงค์', 0)
        + item('ข้อแรก', 1)
    )
    assert outline(docx(body, numbering=numbering)) == [
        'Item: ๑.|หลักการ', 'Item: ๑.๑|ข้อแรก', 'Item: (ก)|ย่อย', 'Item: ๑.๒|ข้อสอง', 'Item: ๒.|วัตถุประสงค์', 'Item: ๒.๑|ข้อแรก',
    ]  # fmt: skip


def test_a_typed_number_is_the_number_of_an_item():
    assert outline(docx(p('๒.๑ เพื่อสร้างความรู้') + p('๒๕๖๓ เป็นปี'))) == ['Item: ๒.๑|เพื่อสร้างความรู้', 'Paragraph: ๒๕๖๓ เป็นปี']


def test_tables_with_wide_and_merged_cells_text_boxes_and_notes_are_read():
    def cell(words, properties=''):
        return f'<w:tc><w:tcPr>{properties}</w:tcPr>{p(words)}</w:tc>'

    wide = '<w:gridSpan w:val="2"/>'
    table = (
        f'<w:tbl><w:tr><w:trPr><w:tblHeader/></w:trPr>{cell("รุ่น")}{cell("วัน")}</w:tr>'
        f'<w:tr>{cell("๑")}{cell("จันทร์")}</w:tr><w:tr>{cell("รวม", wide)}</w:tr>'
        f'<w:tr><w:trPr><w:del w:id="9"/></w:trPr>{cell("แถวที่ตัด")}{cell("x")}</w:tr></w:tbl>'
    )
    inner = f'<w:txbxContent>{p("ในกรอบ")}</w:txbxContent>'
    choice = f'<mc:Choice><wps:txbx>{inner}</wps:txbx></mc:Choice>'
    fallback = f'<mc:Fallback><v:textbox>{inner}</v:textbox></mc:Fallback>'
    box = f'<w:r><mc:AlternateContent>{choice}{fallback}</mc:AlternateContent></w:r>'
    note = '<w:r><w:footnoteReference w:id="3"/></w:r>'
    body = table + p('ย่อหน้า', box, note)
    data = docx(body, footnotes=f'<w:footnote w:id="3">{p("เชิงอรรถ")}</w:footnote>')
    assert outline(data) == ['Table: รุ่น|วัน|๑|จันทร์|รวม', 'Paragraph: ย่อหน้า', 'Paragraph: ในกรอบ', 'Paragraph: เชิงอรรถ']


def test_the_strict_form_of_the_format_is_read_too():
    strict = W.replace(
        'http://schemas.openxmlformats.org/wordprocessingml/2006/main',
        'http://purl.oclc.org/ooxml/wordprocessingml/main',
    )
    assert outline(docx(p('ข้อความ'), namespaces=strict)) == ['Paragraph: ข้อความ']


def test_xml_that_is_cut_short_is_read_as_far_as_it_goes():
    data = docx(p('หนึ่ง') + p('สอง').removesuffix('</w:r></w:p>'))
    assert outline(data)[0] == 'Paragraph: หนึ่ง'


def test_no_entity_is_looked_up(tmp_path):
    (tmp_path / 'secret').write_text('secret', encoding='utf-8')
    entity = f'<!DOCTYPE d [<!ENTITY x SYSTEM "{(tmp_path / "secret").as_uri()}">]>'
    document = f'{entity}<w:document {W}><w:body>{p("ก &x; ข")}</w:body></w:document>'
    assert 'secret' not in ''.join(outline(zipped(word__document=document.encode())))


def zipped(**parts: bytes) -> bytes:
    data = BytesIO()
    with zipfile.ZipFile(data, 'w', zipfile.ZIP_DEFLATED) as package:
        for name, inner in parts.items():
            package.writestr(name.replace('__', '/') + '.xml', inner)
    return data.getvalue()


OLE = b'\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1'
STRANGE = {
    'locked.docx': (OLE + b'\0' * 600 + 'EncryptedPackage'.encode('utf-16-le'), 'docx-locked'),
    'old.doc': (OLE + b'\0' * 600, 'docx-old'),
    'cut.docx': (docx(p('ก'))[:-60], 'docx-broken'),
    'sheet.docx': (zipped(xl__workbook=b'<workbook/>'), 'not-docx'),
    'text.docx': (b'hello', 'not-docx'),
    'empty.docx': (b'', 'not-docx'),
    'no-xml.docx': (zipped(word__document=b'\0\0\0'), 'docx-broken'),
    'broken.pdf': (b'%PDF-1.7 nothing', 'pdf-broken'),
}


@pytest.mark.parametrize('name', STRANGE)
def test_a_file_that_cannot_be_read_says_why(tmp_path, name):
    data, rule = STRANGE[name]
    (tmp_path / name).write_bytes(data)
    with pytest.raises(ContentError) as told:
        file_version(name, tmp_path / name)
    assert [(finding.rule, str(finding.place)) for finding in told.value.findings] == [(rule, name)]


def test_a_part_that_swells_is_not_unpacked(tmp_path):
    (tmp_path / 'bomb.docx').write_bytes(zipped(word__document=b' ' * (PART_LIMIT + 1)))
    with pytest.raises(ContentError) as told:
        file_version('bomb.docx', tmp_path / 'bomb.docx')
    assert [finding.rule for finding in told.value.findings] == ['docx-swollen']


def test_a_pdf_with_a_password_or_without_words_says_so(tmp_path):
    writer = pypdf.PdfWriter()
    writer.add_blank_page(595, 842)
    writer.write(tmp_path / 'scan.pdf')
    writer.encrypt('secret', algorithm='RC4-128')
    writer.write(tmp_path / 'locked.pdf')
    for name, rule in (('scan.pdf', 'pdf-no-words'), ('locked.pdf', 'pdf-locked')):
        with pytest.raises(ContentError) as told:
            file_version(name, tmp_path / name)
        assert [finding.rule for finding in told.value.findings] == [rule]


def test_a_broken_file_ends_with_3_and_without_a_traceback(capsys, tmp_path):
    (tmp_path / 'locked.docx').write_bytes(STRANGE['locked.docx'][0])
    code = main(['diff', str(tmp_path / 'locked.docx'), str(tmp_path / 'locked.docx')])
    said = capsys.readouterr()
    assert (code, said.out, 'รหัสผ่าน' in said.err, 'Traceback' in said.err) == (3, '', True, False)
