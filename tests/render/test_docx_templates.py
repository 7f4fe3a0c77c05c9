"""Word templates: what they must hold, what is filled into them, what is said when one is broken."""

import dataclasses
import runpy
import shutil
import zipfile
from io import BytesIO

import pytest
from docx import Document
from docx_samples import TEMPLATES, every_block, letter
from docx_tools import FILES, FONTS, ROOT, a_layout, an_engine, find, parts, val, xml
from lxml import etree
from PIL import Image

from saraban.errors import TemplateError
from saraban.render.docx import DocxEngine, schema
from saraban.render.docx.dress import all_styles, style_name
from saraban.render.docx.oxml import is_thai
from saraban.render.docx.package import pack
from saraban.render.fonts import Emblem, EmblemSize

PAPERS = {stem: an_engine().render(every_block(stem)) for stem in TEMPLATES}
FILED = {stem: path.read_bytes() for stem, path in FILES.items()}
EMBLEM = FONTS.emblems[EmblemSize.LARGE].png(3.0)
EVERY = [*(('template', stem) for stem in TEMPLATES), *(('paper', stem) for stem in TEMPLATES)]


def data_of(kind: str, stem: str) -> bytes:
    return (FILED if kind == 'template' else PAPERS)[stem]


def word_parts(data: bytes) -> dict[str, etree._Element]:
    return {
        name: etree.fromstring(part)
        for name, part in parts(data).items()
        if name.startswith('word/') and name.endswith('.xml')
    }


@pytest.mark.parametrize(('kind', 'stem'), EVERY)
def test_the_complex_script_half_of_every_property_is_there(kind, stem):
    for name, root in word_parts(data_of(kind, stem)).items():
        for properties in find(root, '//w:rPr'):
            held = {child.tag: child.get(val('val')) for child in properties}
            for one, other in (('sz', 'szCs'), ('b', 'bCs'), ('i', 'iCs')):
                assert held.get(val(one), 'none') == held.get(val(other), 'none'), (name, one)
        for fonts in find(root, '//w:rFonts'):
            assert set(fonts.attrib) == {val(script) for script in ('ascii', 'hAnsi', 'cs', 'eastAsia')}
            assert set(fonts.attrib.values()) == {'TH SarabunPSK'}
        for language in find(root, '//w:lang'):
            assert dict(language.attrib) == {val(script): 'th-TH' for script in ('val', 'eastAsia', 'bidi')}
        assert find(root, '//w:rtl | //w:bidi') == []


@pytest.mark.parametrize(('kind', 'stem'), EVERY)
def test_every_run_of_thai_words_is_marked_as_complex_script(kind, stem):
    for root in word_parts(data_of(kind, stem)).values():
        for run in find(root, '//w:r[w:t]'):
            text = ''.join(find(run, 'w:t/text()'))
            wanted = any(map(is_thai, text)) or '{{ ' in text  # a tag gives Thai words; that of the body gives XML
            assert bool(find(run, 'w:rPr/w:cs')) == wanted or 'body' in text, text


@pytest.mark.parametrize(('kind', 'stem'), EVERY)
def test_children_stand_in_the_order_of_the_schema(kind, stem):
    """Word calls a file damaged where they do not."""
    orders = {'pPr': schema.PARAGRAPH, 'rPr': schema.RUN, 'tblPr': schema.TABLE, 'style': schema.STYLE}
    for root in word_parts(data_of(kind, stem)).values():
        for name, order in {**orders, 'sectPr': schema.SECTION, 'styles': schema.STYLES}.items():
            for element in find(root, f'//w:{name}'):
                places = [order[child.tag] for child in element]
                assert places == sorted(places), etree.tostring(element)


@pytest.mark.parametrize(('kind', 'stem'), EVERY)
def test_a_file_is_thai_and_of_todays_word(kind, stem):
    data = data_of(kind, stem)
    settings = xml(data, 'word/settings.xml')
    assert find(settings, '//w:compatSetting[@w:name="compatibilityMode"]/@w:val') == ['15']
    assert find(settings, '//w:themeFontLang/@w:bidi') == ['th-TH']
    assert find(xml(data, 'word/styles.xml'), '//w:rPrDefault/w:rPr/w:szCs/@w:val') == ['32']
    assert not [name for name in parts(data) if 'theme' in name]


@pytest.mark.parametrize(('kind', 'stem'), EVERY)
def test_the_zip_holds_no_time_and_a_fixed_order(kind, stem):
    with zipfile.ZipFile(BytesIO(data_of(kind, stem))) as package:
        names = package.namelist()
        assert {entry.date_time for entry in package.infolist()} == {(1980, 1, 1, 0, 0, 0)}
    assert names == ['[Content_Types].xml', '_rels/.rels', *sorted(names[2:])]


def test_the_recipe_makes_the_shipped_templates():
    """When this fails, run the recipe again (the layout or the recipe has changed)."""
    recipe = runpy.run_path(str(ROOT / 'templates/docx/make_templates.py'))
    for stem in TEMPLATES:
        assert recipe['template'](stem, recipe['dressing'](stem, a_layout())) == FILED[stem], stem


@pytest.mark.parametrize('stem', TEMPLATES)
def test_styles_take_the_measures_of_the_layout(stem):
    changed = an_engine(
        margins={'left': 2.54, 'top': 5.08},
        font={'word': 'TH Sarabun New', 'size': 18},
        styles={'body': {'align': 'center', 'first_line': 1.27, 'before': 9, 'bold': True, 'size': 20}},
        page_number={'top': 2.54},
    ).render(every_block(stem))
    document = Document(BytesIO(changed))
    style = document.styles['Saraban Body']
    section = document.sections[0]
    assert (style.paragraph_format.first_line_indent.cm, style.paragraph_format.space_before.pt) == (1.27, 9)
    assert (style.font.size.pt, style.font.bold, style.font.cs_bold) == (20, True, True)
    assert find(style.element, 'w:rPr/w:szCs/@w:val') == ['40']
    measures = (section.left_margin.cm, section.top_margin.cm, section.header_distance.cm)
    assert measures == ((2.54, 5.08, 2.54) if stem != 'envelopes' else pytest.approx((1, 1, 0.28), abs=0.01))
    fonts = find(xml(changed, 'word/styles.xml'), '//w:rPrDefault//w:rFonts')[0]
    assert set(fonts.attrib.values()) == {'TH Sarabun New'}
    assert find(xml(changed, 'word/styles.xml'), '//w:rPrDefault//w:szCs/@w:val') == ['36']


def test_a_style_new_in_the_layout_needs_no_template_edited():
    layout = a_layout(styles={'quotation': {'left': 2.54}})
    engine = an_engine(styles={'quotation': {'left': 2.54}})
    assert 'quotation' in all_styles(layout)
    document = Document(BytesIO(engine.render(letter())))
    assert document.styles['Saraban Quotation'].paragraph_format.left_indent.cm == 2.54


@pytest.mark.parametrize('stem', TEMPLATES)
def test_a_template_has_a_readable_style_for_every_name_of_the_layout(stem):
    names = {style.name for style in Document(BytesIO(FILED[stem])).styles}
    assert {style_name(name) for name in all_styles(a_layout())} <= names
    assert {'Saraban Strong', 'Saraban Ruled Table', 'Saraban Plain Table'} <= names


def test_an_agency_s_emblem_takes_the_place_of_the_shipped_one():
    """Half as wide as it is high, it keeps its shape at the layout's height."""
    picture = BytesIO()
    Image.new('1', (50, 100)).save(picture, 'PNG')
    own = Emblem('', None, picture.getvalue(), 'image/png')
    fonts = dataclasses.replace(FONTS, emblems={EmblemSize.LARGE: own})
    data = DocxEngine(ROOT / 'templates', a_layout(), fonts).render(letter())
    assert [part for name, part in parts(data).items() if '/media/' in name] == [picture.getvalue()]
    extent = find(xml(data, 'word/header1.xml'), '//wp:extent')[0]
    assert (extent.get('cx'), extent.get('cy')) == ('540000', '1080000')


def test_a_picture_of_the_office_stays_as_it_is(tmp_path):
    shutil.copytree(ROOT / 'templates/docx', tmp_path / 'docx')
    held = parts(FILED['letter'])
    held['word/header1.xml'] = held['word/header1.xml'].decode().replace('descr="ครุฑ"', 'descr="logo"').encode()
    held['word/media/emblem.png'] = Image.new('1', (9, 9)).tobytes()
    (tmp_path / 'docx/letter.docx').write_bytes(pack(held))
    made = parts(an_engine(tmp_path).render(letter()))
    assert made['word/media/emblem.png'] == held['word/media/emblem.png']


def test_papers_that_lie_on_their_side_are_turned():
    sections = {stem: Document(BytesIO(PAPERS[stem])).sections[0] for stem in ('reply-form', 'letter')}
    turned, upright = sections['reply-form'], sections['letter']
    assert (turned.page_width, turned.page_height) == (upright.page_height, upright.page_width)
    assert find(turned._sectPr, 'w:pgSz/@w:orient') == ['landscape']


# Faults.


@pytest.fixture
def broken(tmp_path):
    """Renders a letter from a template whose document is changed; returns what was found."""

    def render(before: str = '', after: str = '', part: str = 'word/document.xml') -> list[tuple[str, dict]]:
        folder = tmp_path / 'templates/docx'
        folder.mkdir(parents=True, exist_ok=True)
        held = parts(FILED['letter'])
        assert before in held[part].decode()
        held[part] = held[part].decode().replace(before, after).encode()
        (folder / 'letter.docx').write_bytes(pack(held))
        with pytest.raises(TemplateError) as caught:
            an_engine(tmp_path / 'templates').render(letter())
        assert {finding.place.file for finding in caught.value.findings} == {str(folder / 'letter.docx')}
        return [(finding.rule, dict(finding.values)) for finding in caught.value.findings]

    return render


ANCHOR = '{{p body }}'


def test_a_template_without_the_anchor_is_refused(broken):
    assert broken(ANCHOR, '') == [('template-no-body', {})]


def test_an_anchor_among_other_things_is_no_anchor(broken):
    assert ('template-no-body', {}) in broken(ANCHOR, '{{ body }}')
    assert ('template-no-body', {}) in broken(ANCHOR, f'- {ANCHOR}')


def test_a_misspelt_name_is_refused(broken):
    assert broken(ANCHOR, '{{p bdoy }}') == [
        ('template-unknown-name', {'name': 'bdoy'}),
        ('template-no-body', {}),
    ]
    assert broken('if emblem', 'if emblme', 'word/header1.xml') == [('template-unknown-name', {'name': 'emblme'})]


def test_a_misspelt_attribute_is_refused(broken):
    [(rule, values)] = broken('- ', '- {{ title.txet }}', 'word/header2.xml')
    assert rule == 'template-broken'
    assert 'txet' in values['detail']


@pytest.mark.parametrize('part', ['word/document.xml', 'word/header1.xml', 'word/header2.xml'])
def test_words_that_would_print_are_refused(broken, part):
    said = '<w:p><w:r><w:t>ที่ ม</w:t></w:r><w:r><w:t>ท {{ title }}</w:t></w:r></w:p><w:p>'
    found = broken('<w:p>', said, part)
    assert ('template-words', {'words': 'ที่ มท'}) in found


def test_a_tag_left_open_is_told(broken):
    [(rule, _)] = broken('{%r endif %}', '', 'word/header1.xml')
    assert rule == 'template-broken'


def test_all_faults_are_told_at_once(broken):
    rules = {rule for rule, _ in broken(ANCHOR, 'เรียน {{ bdoy }}')}
    assert rules == {'template-words', 'template-unknown-name', 'template-no-body'}


def test_broken_xml_is_told(broken):
    assert [rule for rule, _ in broken('</w:body>', '</w:bdoy>')] == ['template-broken']


@pytest.mark.parametrize('content', [b'', b'no zip', b'PK\x05\x06' + bytes(18)])
def test_a_file_that_is_no_word_file_is_told(tmp_path, content):
    (tmp_path / 'docx').mkdir()
    (tmp_path / 'docx/letter.docx').write_bytes(content)
    with pytest.raises(TemplateError) as caught:
        an_engine(tmp_path).render(letter())
    assert [finding.rule for finding in caught.value.findings] == ['template-broken']


def test_a_missing_template_is_told(tmp_path):
    with pytest.raises(TemplateError) as caught:
        an_engine(tmp_path).render(letter())
    [finding] = caught.value.findings
    assert (finding.rule, finding.place.file) == ('template-missing', str(tmp_path / 'docx/letter.docx'))


def test_a_tag_that_word_parted_over_runs_is_read(tmp_path):
    shutil.copytree(ROOT / 'templates/docx', tmp_path / 'docx')
    held = parts(FILED['letter'])
    parted = '{{p bo</w:t></w:r><w:r><w:rPr><w:noProof/></w:rPr><w:t>dy }}'
    held['word/document.xml'] = held['word/document.xml'].decode().replace(ANCHOR, parted).encode()
    (tmp_path / 'docx/letter.docx').write_bytes(pack(held))
    assert xml(an_engine(tmp_path).render(letter())).xpath('string()') == xml(an_engine().render(letter())).xpath(
        'string()'
    )


def test_what_a_template_names_in_its_head_is_escaped(tmp_path):
    shutil.copytree(ROOT / 'templates/docx', tmp_path / 'docx')
    held = parts(FILED['proposal'])
    held['word/header2.xml'] = held['word/header2.xml'].decode().replace('- ', '{{ title }} - ').encode()
    (tmp_path / 'docx/proposal.docx').write_bytes(pack(held))
    view = every_block('proposal')
    header = xml(an_engine(tmp_path).render(view), 'word/header2.xml')
    assert view.title in ''.join(find(header, '//w:t/text()'))
