"""What reads HTML makes each of its patterns once, and reads as before."""

import re
from xml.etree import ElementTree

import pytest
import tinyhtml5
from tinyhtml5 import inputstream

from saraban.render.patterns import keep_patterns

# What templates have: names and values of each kind, references, tables without their ends.
HTML = '<!doctype html><title>ก &amp; ข</title><p class="a b" id=c>๑๒๓ <b>คำ</b><br>&nbsp;x < y<table><tr><td>z</table>'


@pytest.fixture
def compiled(monkeypatch):
    """The patterns that are made while HTML is read; the library begins without any."""
    monkeypatch.setattr(inputstream, 'characters_until_regex', {})
    made = []
    compile_ = re.compile
    monkeypatch.setattr(inputstream.re, 'compile', lambda *given: made.append(given) or compile_(*given))
    return made


def read() -> bytes:
    return ElementTree.tostring(tinyhtml5.parse(HTML))


def test_each_pattern_is_made_once_and_what_is_read_is_the_same(compiled):
    before = read()
    compiled.clear()
    keep_patterns()
    assert read() == before
    assert compiled
    assert len(compiled) == len(set(compiled))
    compiled.clear()
    keep_patterns()
    assert read() == before
    assert compiled == []


def test_the_library_alone_makes_them_each_time(compiled):
    """When this fails, `saraban/render/patterns.py` is needed no more."""
    read()
    compiled.clear()
    read()
    assert compiled
