"""The page's own words: all in both languages, none without a use."""

import re
import string

import pytest
from content_tools import ROOT

from saraban.messages.review_page import REVIEW_PAGE
from saraban.views import blocks

THAI = re.compile('[\u0e00-\u0e7f]')
SOURCES = [*sorted((ROOT / 'templates' / 'review').iterdir()), *sorted((ROOT / 'saraban' / 'review').rglob('*.py'))]
USED = '\n'.join(path.read_text(encoding='utf-8') for path in SOURCES)
MADE = {
    'block-': {type_name.lower() for type_name in blocks.__all__},
    'kind-': set(),
    'tag-': {'number', 'date', 'name', 'style', 'move', 'table', 'text'},
    'said-': {'added', 'removed', 'restyled'},
    'row-': {'added', 'removed', 'changed', 'same'},
}


def fields(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}


@pytest.mark.parametrize('key', REVIEW_PAGE)
def test_a_sentence_is_there_in_both_languages_with_the_same_values(key):
    thai, english = REVIEW_PAGE[key]['th'], REVIEW_PAGE[key]['en']
    assert fields(thai) == fields(english)
    assert THAI.search(thai) or thai.startswith('{')
    assert not THAI.search(english)


@pytest.mark.parametrize('key', REVIEW_PAGE)
def test_a_sentence_is_used(key):
    kind = next((start for start in MADE if key.startswith(start)), '')
    made = kind == 'kind-' or (kind != '' and key.removeprefix(kind) in MADE[kind])
    parts = {'removed', 'added', 'changed', 'moved', 'moved-changed', 'split', 'joined', 'form', 'old', 'new'}
    assert made or key in parts or re.search(rf"""(?:\bt\.|'){re.escape(key)}\b""", USED), f'{key} is said nowhere'


WHAT = ('changed', 'removed', 'added', 'moved', 'moved-changed', 'split', 'joined', 'form')


@pytest.mark.parametrize('language', ['th', 'en'])
@pytest.mark.parametrize('what', WHAT)
def test_what_became_of_a_block_does_not_name_the_block_which_stands_after_it(what, language):
    named = {
        words[language] for key, words in REVIEW_PAGE.items() if key.startswith('block-') and '{' not in words[language]
    }
    assert named
    assert [name for name in named if name in REVIEW_PAGE[what][language]] == []
