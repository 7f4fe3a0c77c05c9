"""The page of a review in a real browser: what a reviewer sees, hears, types and prints."""

import html
import json
import re
from itertools import pairwise

import pypdfium2
import pytest
from browser import PROGRAM, Browser
from content_tools import ROOT
from review_tools import resources

from saraban.review.effects import find_causes
from saraban.review.page.write import write_page

pytestmark = pytest.mark.slow
NARROW, PHONE, WIDE = 320, 360, 1300
SETTLED = 'new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done, 50))))'
"""After the page has told itself that sizes changed."""


@pytest.fixture(scope='module')
def page(many, prints, tmp_path_factory):
    """The file of the page."""
    path = tmp_path_factory.mktemp('page') / 'review.html'
    path.write_text(write_page(many, prints, resources(), causes=find_causes(many)), encoding='utf-8')
    return path


@pytest.fixture(scope='module')
def chromium(tmp_path_factory):
    assert PROGRAM, 'Chromium is needed: make test installs it'
    browser = Browser(tmp_path_factory.mktemp('profile'))
    yield browser
    browser.close()


@pytest.fixture
def browser(chromium, page):
    """A browser that shows the page on a desktop, nothing ticked."""
    chromium.media('')
    chromium.size(WIDE)
    chromium.open(page)
    chromium.run('localStorage.clear()')
    chromium.requests.clear()
    chromium.complaints.clear()
    chromium.reload()
    return chromium


def progress(browser) -> str:
    return browser.run('document.getElementById("progress").textContent')


def focused(browser) -> str:
    return browser.run('document.activeElement.id')


def test_the_page_asks_for_nothing_but_itself_and_complains_of_nothing(browser, page):
    foreign = [one[:60] for one in browser.requests if not one.startswith('data:') and one != page.resolve().as_uri()]
    assert (foreign, browser.complaints) == ([], [])
    assert browser.run('document.fonts.check("20px \\"Saraban Text\\"")')


def test_nothing_from_elsewhere_could_run_or_load(browser):
    """The policy of the page holds: a script, a style or a picture put into it does nothing."""
    browser.run("""
        const script = document.createElement('script');
        script.textContent = 'window.broken = true';
        document.body.append(script);
        const picture = document.createElement('img');
        picture.src = 'https://example.org/spy.png';
        document.body.append(picture);
    """)
    assert browser.run('window.broken === undefined')
    assert len([one for one in browser.complaints if 'Content Security Policy' in one]) >= 1


@pytest.mark.parametrize('width', [NARROW, PHONE, 768, WIDE])
@pytest.mark.parametrize('view', ['merged', 'sides'])
def test_no_width_scrolls_sideways(browser, width, view):
    browser.size(width, 800, phone=width < 700)
    browser.run(f'document.querySelector("[name=view][value={view}]").click()')
    browser.run('document.querySelectorAll("details").forEach((one) => { one.open = true; })')
    assert browser.run('document.documentElement.scrollWidth') == width
    beyond = browser.run("""
        [...document.querySelectorAll('main *, aside *, header *')].filter((one) => {
            const box = one.getBoundingClientRect();
            return box.width && box.right > innerWidth + 1 && !one.closest('.scroll, .ear, .skip, svg');
        }).map((one) => one.outerHTML.slice(0, 80))
    """)
    assert beyond == []


@pytest.mark.parametrize('width', [PHONE, 768, 1280])
@pytest.mark.parametrize('view', ['merged', 'sides'])
def test_no_cell_of_a_table_is_clipped_unless_the_table_says_that_it_scrolls(browser, width, view):
    """Such a table is a region with a name of its own that the keyboard reaches; one that fits is none."""
    browser.size(width, 800, phone=width < 700)
    browser.run(f'document.querySelector("[name=view][value={view}]").click()')
    tables = browser.run(f"""
        {SETTLED}.then(() => [...document.querySelectorAll('.scroll')].filter((one) => one.checkVisibility()).map((one) => {{
            const end = one.getBoundingClientRect().right + 1;
            const clipped = [...one.querySelectorAll('td, th')].some((cell) => cell.getBoundingClientRect().right > end);
            return [clipped, one.tabIndex === 0, one.getAttribute('role') === 'region', one.ariaLabel || '',
                !one.parentElement.querySelector('.hint').hidden, one.parentElement.classList.contains('after')];
        }}))
    """)
    assert tables
    assert [table for table in tables if not all(bool(told) == table[0] for told in table)] == []
    names = [name for clipped, _, _, name, *_ in tables if clipped]
    assert len(names) == len(set(names))
    if width == PHONE or (width, view) == (1280, 'merged'):  # between them it is for the words to say
        assert bool(names) == (width == PHONE)


def test_a_table_shows_on_which_side_more_of_it_is(browser):
    browser.size(PHONE, 800, phone=True)
    sides = browser.run(f"""
        {SETTLED}.then(() => {{
            const box = [...document.querySelectorAll('.merged .scroll')].find((one) => one.scrollWidth > one.clientWidth + 60);
            const seen = () => ['before', 'after'].filter((name) => box.parentElement.classList.contains(name)).join(' ');
            const then = (left) => {{ box.scrollLeft = left; return {SETTLED}.then(seen); }};
            return then(0).then((first) => then(30).then((middle) => then(9999).then((last) => [first, middle, last])));
        }})
    """)
    assert sides == ['after', 'before after', 'before']


@pytest.mark.parametrize('width', [PHONE, 1280])
@pytest.mark.parametrize('view', ['merged', 'sides'])
def test_columns_are_as_wide_as_their_words_need(browser, width, view):
    """A number stands on one line, a list of provinces has more than a word a line."""
    browser.size(width, 800, phone=width < 700)
    browser.run(f'document.querySelector("[name=view][value={view}]").click()')
    cells = browser.run(f"""
        {SETTLED}.then(() => [...document.querySelectorAll('.ruled td')].filter((one) => one.checkVisibility()).map((one) => {{
            const words = document.createRange();
            words.selectNodeContents(one);
            const lines = words.getBoundingClientRect().height / parseFloat(getComputedStyle(one).lineHeight);
            return [one.className, [...one.textContent.replace(/\\[[^\\]]*?: | จบ\\] /g, '')].length, Math.round(lines)];
        }}))
    """)
    few = [lines for room, _, lines in cells if room == 'few']
    many = [(letters, lines) for room, letters, lines in cells if room == 'many']
    assert few
    assert many
    assert max(few) == 1
    assert [one for one in many if one[0] / one[1] < 15] == []


def test_the_kinds_of_words_in_a_table_are_heard_in_its_cells_and_seen_above_it(browser):
    """In a cell they would widen the column of a number to three times its own width."""
    seen = browser.run("""
        [...document.querySelectorAll('.ruled .tag:not(.of-row), .bare .tag')].map((one) => one.getBoundingClientRect().width)
    """)
    assert seen
    assert max(seen) <= 1
    assert browser.run("""
        [...document.querySelectorAll('.change')].filter((one) => one.querySelector('.merged .ruled .tag'))
            .every((one) => [...one.querySelectorAll('.merged .ruled .tag:not(.of-row)')]
                .every((tag) => [...one.querySelectorAll('.facts .tag')].some((fact) => fact.textContent === tag.textContent)))
    """)
    counts = browser.run("""
        ((named) => [named('.merged .ruled .tag').length, named('.tag').filter((tag) => tag.checkVisibility()).length])(
            (where) => [...document.querySelectorAll(where)].filter((tag) => tag.textContent === 'วันที่'))
    """)
    heard = [node for node in browser.tree() if node['role'] == 'StaticText' and node['name'] == 'วันที่']
    assert counts[0]
    assert len(heard) == counts[1]


def test_ticks_are_kept_and_counted(browser):
    total = browser.run('document.querySelectorAll(".change").length')
    assert total >= 7
    browser.run('document.querySelector("#c2 .tick input").click()')
    browser.reload()
    assert (
        browser.run('[...document.querySelectorAll(".change")].filter((one) => one.classList.contains("read")).length')
        == 1
    )
    assert browser.run('document.querySelector("#c2 .tick input").checked')
    assert browser.run('document.getElementById("bar").value') == 1
    assert '๑' in progress(browser)


def test_a_page_made_again_keeps_the_ticks_of_what_did_not_change(browser, many, prints, tmp_path):
    """The digest of a change is its own: other changes before it give it another number and leave its tick."""
    browser.run('document.querySelectorAll(".tick input").forEach((box) => box.click())')
    keys = browser.run('[...document.querySelectorAll(".change")].map((one) => one.dataset.key)')
    fewer = type(many)(many.old, many.new, many.groups[1:], many.same, many.words)
    again = tmp_path / 'again.html'
    again.write_text(write_page(fewer, prints, resources()), encoding='utf-8')
    browser.open(again)
    left = browser.run('[...document.querySelectorAll(".change")].map((one) => one.dataset.key)')
    assert left == keys[len(keys) - len(left) :]
    assert len(left) < len(keys)
    assert browser.run('[...document.querySelectorAll(".tick input")].every((box) => box.checked)')


def test_the_keyboard_goes_from_change_to_change_and_ticks(browser):
    browser.press('j')
    assert focused(browser) == 'c1'
    browser.press('n')
    assert focused(browser) == 'c2'
    browser.press(' ')
    assert browser.run('document.querySelector("#c2 .tick input").checked')
    browser.press('k')
    assert focused(browser) == 'c1'
    browser.press('p')
    assert focused(browser) == 'c1'
    browser.press(' ')
    browser.press(' ')
    assert not browser.run('document.querySelector("#c1 .tick input").checked')
    browser.press('m')
    assert browser.run('document.body.dataset.view') == 'sides'
    browser.press('u')
    assert browser.run('document.querySelector("#c2").hidden')
    browser.press('u')
    assert not browser.run('document.querySelector("#c2").hidden')


def test_after_a_read_change_is_hidden_the_keys_go_on_from_its_place(browser):
    for _ in range(3):
        browser.press('j')
    browser.press(' ')
    browser.press('u')
    browser.press('j')
    assert focused(browser) == 'c4'
    browser.press('k')
    assert focused(browser) == 'c2'
    browser.press('n')
    assert focused(browser) == 'c4'


def test_at_the_last_change_the_keys_stay_and_a_read_last_one_leads_back(browser):
    total = browser.run('document.querySelectorAll(".change").length')
    for _ in range(total + 2):
        browser.press('j')
    assert focused(browser) == f'c{total}'
    browser.press(' ')
    browser.press('u')
    browser.press('j')
    assert focused(browser) == f'c{total - 1}'


def test_a_change_that_was_ticked_by_hand_is_where_the_keys_go_on_from(browser):
    browser.run('(box => { box.focus(); box.click(); })(document.querySelector("#c5 .tick input"))')
    browser.press('u')
    browser.press('j')
    assert focused(browser) == 'c6'


def test_the_keys_work_with_a_thai_keyboard_and_can_be_turned_off(browser):
    browser.press('่', code='KeyJ')  # what J gives on a Thai keyboard
    assert focused(browser) == 'c1'
    browser.run('document.getElementById("keys-on").click()')
    browser.press('j')
    assert focused(browser) == 'c1'


def test_the_focus_is_seen_and_not_under_the_tools(browser):
    for _ in range(3):
        browser.press('j')
    outline = browser.run(
        'getComputedStyle(document.activeElement).outlineStyle + getComputedStyle(document.activeElement).outlineWidth'
    )
    assert outline == 'solid3px'
    top, tools = browser.run(
        '[document.activeElement.getBoundingClientRect().top, document.querySelector(".tools").getBoundingClientRect().bottom]'
    )
    assert top >= tools


def test_the_first_tab_skips_to_the_changes(browser):
    browser.press('Tab')
    assert browser.run('document.activeElement.className + " " + document.activeElement.hash') == 'skip #changes'
    assert browser.run('document.activeElement.getBoundingClientRect().left') >= 0


def test_a_filter_shows_what_it_names_and_says_how_many(browser):
    for kind in ('number', 'date', 'name', 'move', 'table'):
        browser.run(f"""
            ((only) => {{ only.value = '{kind}'; only.dispatchEvent(new Event('change')); }})(document.getElementById('only'))
        """)
        shown = browser.run(
            '[...document.querySelectorAll(".change")].filter((one) => !one.hidden).map((one) => one.dataset.tags)'
        )
        assert shown
        assert all(kind in tags.split() for tags in shown)
        assert browser.run('document.getElementById("shown").textContent')
        assert browser.run(
            '[...document.querySelectorAll(".paper")].every((one) => one.hidden === !one.querySelector(".change:not([hidden])"))'
        )


def test_both_places_of_a_move_lead_to_each_other(browser):
    pairs = browser.run("""
        [...document.querySelectorAll('.away')].map((one) => [one.id, one.querySelector('a').hash])
    """)
    assert pairs
    for origin, target in pairs:
        assert browser.run(f'document.querySelector("{target}").querySelector("a[href=\\"#{origin}\\"]") !== null')


def test_a_cause_stands_beside_each_effect_and_leads_to_it(browser):
    causes = browser.run("""
        [...document.querySelectorAll('.causes li')]
            .map((one) => [one.id, one.textContent, [...one.querySelectorAll('a')].map((to) => to.hash)])
    """)
    name, words, effects = next(one for one in causes if 'โรงแรมดิวันนา' in one[1])
    assert 'rounds.yaml:' in words
    assert 'รุ่นที่ ๑ · สถานที่' in words
    assert effects
    for effect in effects:
        assert browser.run(f"""document.querySelector('{effect} > header a[href="#{name}"]') !== null""")


def test_every_link_leads_to_a_place_that_is_there(browser):
    lost = browser.run("""
        [...document.querySelectorAll('a[href^="#"]')].map((one) => one.getAttribute('href'))
            .filter((one) => !document.getElementById(one.slice(1)))
    """)
    twice = browser.run("""
        (() => { const ids = [...document.querySelectorAll('[id]')].map((one) => one.id);
                 return ids.filter((one, at) => ids.indexOf(one) !== at); })()
    """)
    assert (lost, twice) == ([], [])


def test_a_screen_reader_hears_changes_as_such(browser):
    tree = browser.tree()
    roles = {node['role'] for node in tree}
    assert {
        'main',
        'navigation',
        'banner',
        'article',
        'insertion',
        'deletion',
        'table',
        'columnheader',
        'progressbar',
        'status',
    } <= roles
    assert [
        node['role']
        for node in tree
        if node['role']
        in {'button', 'link', 'checkbox', 'radio', 'combobox', 'article', 'img', 'image', 'region', 'progressbar'}
        and not node['name']
    ] == []
    for role in ('checkbox', 'region', 'article'):
        names = [node['name'] for node in tree if node['role'] == role]
        assert names
        assert len(names) == len(set(names))
    assert [node for node in tree if node['role'] == 'status' and node.get('live') == 'polite']
    heard = browser.run('document.querySelector("#c1 del").textContent')
    assert heard.startswith('[ตัดออก: ')
    assert heard.endswith(' จบ] ')
    assert browser.run('document.documentElement.lang') == 'th'


def test_headings_go_down_one_level_at_a_time(browser):
    levels = browser.run("""
        [...document.querySelectorAll('h1, h2, h3, h4, h5')].filter((one) => one.checkVisibility())
            .map((one) => Number(one.tagName[1]))
    """)
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert [(one, other) for one, other in pairwise(levels) if other > one + 1] == []


def test_words_and_marks_stand_out_from_what_is_under_them(browser):
    """WCAG 2: at least 4.5 to 1, of every text that is shown, and the marks can be told without colour."""
    browser.run('document.querySelectorAll("details").forEach((one) => { one.open = true; })')
    browser.run('document.querySelector("#c1 .tick input").click()')
    weak = browser.run((ROOT / 'tests' / 'review' / 'contrast.js').read_text(encoding='utf-8'))
    assert weak == []
    lines = browser.run("""
        ['ins', 'del', '.legend .restyled'].map((one) => getComputedStyle(document.querySelector(one)).textDecorationLine)
    """)
    assert lines == ['underline', 'line-through', 'underline']


def test_rings_are_drawn_on_the_pictures_and_lead_to_their_changes(browser):
    rings = browser.run("""
        [...document.querySelectorAll('figure svg')].map((one) => {
            const sheet = one.getBoundingClientRect();
            return [...one.querySelectorAll('rect')].every((ring) => {
                const box = ring.getBoundingClientRect();
                return box.width > 1 && box.left >= sheet.left && box.right <= sheet.right
                    && box.top >= sheet.top && box.bottom <= sheet.bottom;
            }) && one.querySelectorAll('rect').length;
        })
    """)
    assert rings
    assert all(rings)
    assert browser.run(
        '[...document.querySelectorAll("figure image")].every((one) => one.getBoundingClientRect().height > 100)'
    )


def test_lines_of_thai_end_only_between_words(browser):
    """A browser's own dictionary parts names: the page says where lines may end, and nothing else parts them."""
    browser.size(PHONE, 800, phone=True)
    wide = browser.run("""
        [...document.querySelectorAll('.merged p')].every((one) => getComputedStyle(one).whiteSpaceCollapse === 'collapse'
            && getComputedStyle(one).textWrapMode === 'nowrap' && getComputedStyle(one.querySelector('wbr') || one).textWrapMode)
    """)
    assert wide
    heights = browser.run(
        '[...document.querySelectorAll(".merged p.d-body")].map((one) => one.getBoundingClientRect().height)'
    )
    assert max(heights) > 100  # long paragraphs do wrap


def test_the_printed_record_says_what_was_read_and_leaves_room_to_sign(browser):
    browser.run('document.querySelector("#c1 .tick input").click()')
    printed = pypdfium2.PdfDocument(browser.print())
    text = re.sub(r'\s+', '', ''.join(page.get_textpage().get_text_range() for page in printed))
    total = browser.run('document.querySelectorAll(".change").length')
    assert 'บันทึกการตรวจทาน' in text
    assert text.count('อ่านแล้ว') - 1 == 1  # the sentence of progress, and the one change that was read
    assert text.count('ยังไม่อ่าน') == total - 1
    assert text.count('ลงชื่อ') == 2
    assert 'โรงแรมดิวันนา' in text
    assert 'ทุกการแก้ไข' not in text  # no tools on paper
    browser.media('print')
    assert browser.run('getComputedStyle(document.querySelector(".tools")).display') == 'none'


def test_the_name_of_a_paper_stands_with_its_first_change_in_the_record(browser):
    """Wherever the page ends: the record is printed with more and more room above it."""
    names = browser.run('[...document.querySelectorAll(".record th[colspan]")].map((one) => one.textContent)')
    assert len(names) >= 4
    ends = []
    for room in range(0, 900, 50):
        browser.run(f'(above => above.replaceSync(".record h1 {{ margin-top: {room}px }}"))'
                    '(document.adoptedStyleSheets[0] || (document.adoptedStyleSheets = [new CSSStyleSheet()])[0])')  # fmt: skip
        pages = [page.get_textpage().get_text_range().split() for page in pypdfium2.PdfDocument(browser.print())]
        ends += [' '.join(words) for words in pages[:-1]]
    assert len(set(ends)) > 5
    assert [end[-80:] for end in ends if any(end.endswith(name) for name in names)] == []


def test_without_a_store_the_page_works_and_says_that_ticks_are_not_kept(chromium, page, tmp_path):
    """A browser that forbids storage, as for a page inside a frame without an origin."""
    frame = tmp_path / 'frame.html'
    inside = html.escape(page.read_text(encoding='utf-8'))
    frame.write_text(f'<iframe sandbox="allow-scripts" srcdoc="{inside}"></iframe>', encoding='utf-8')
    chromium.complaints.clear()
    chromium.open(frame)
    assert [one for one in chromium.complaints if 'Uncaught' in one] == []


def test_the_page_is_one_file_of_a_size_that_can_be_sent(page):
    data = page.read_text(encoding='utf-8')
    assert len(data) < 2_500_000
    assert json.loads(re.search(r'id="words">(.*?)</script>', data, re.DOTALL)[1])['thai'] is True
