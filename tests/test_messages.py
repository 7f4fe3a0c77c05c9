"""Every sentence is there in both languages, names the values that its findings give, and is used."""

import ast
import re
import string
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules

import pytest
from content_tools import ROOT

from saraban import messages
from saraban.errors import Finding, Level, Place
from saraban.messages import HELP, LEVELS, MESSAGES, PANELS, SAYINGS, say
from saraban.messages.message import Message

PROGRAM = [path for path in sorted((ROOT / 'saraban').rglob('*.py')) if 'messages' not in path.parts]
THAI = re.compile('[\u0e00-\u0e7f]')
JARGON = re.compile(r'\b(schema|keys?|null|pars(e|er|ing)|traceback|exception|str|dict|int)\b', re.IGNORECASE)


def fields(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}


def strings(path: Path) -> set[str]:
    tree = ast.parse(path.read_text(encoding='utf-8'))
    return {node.value for node in ast.walk(tree) if isinstance(node, ast.Constant) and isinstance(node.value, str)}


USED = set().union(*map(strings, PROGRAM))


def test_a_rule_stands_in_one_table():
    modules = [import_module(f'saraban.messages.{one.name}') for one in iter_modules(messages.__path__)]
    tables = {
        id(table): table
        for module in modules
        for table in vars(module).values()
        if isinstance(table, dict) and table and all(isinstance(one, Message) for one in table.values())
    }
    assert len(tables) >= 3
    assert len(MESSAGES) == sum(map(len, tables.values()))


@pytest.mark.parametrize('rule', MESSAGES)
def test_a_message_says_the_same_values_in_both_languages(rule):
    message = MESSAGES[rule]
    thai, english = fields(message.th + message.th_advice), fields(message.en + message.en_advice)
    assert {name.removesuffix('_th') for name in thai} == english


@pytest.mark.parametrize('rule', MESSAGES)
def test_a_message_is_thai_in_thai_and_english_in_english_and_says_what_to_do(rule):
    message = MESSAGES[rule]
    assert all(THAI.search(text) for text in (message.th, message.th_advice))
    assert not any(THAI.search(text) for text in (message.en, message.en_advice))
    assert message.en_advice != ''


@pytest.mark.parametrize('rule', MESSAGES)
def test_a_message_has_no_word_of_programmers(rule):
    message = MESSAGES[rule]
    words = [
        re.sub(r'\{\{.*?\}\}|\{\w+\}|`.*?`', '', text)
        for text in (message.th, message.th_advice, message.en, message.en_advice)
    ]
    assert [JARGON.findall(text) for text in words] == [[], [], [], []]


UNUSED: set[str] = set()


@pytest.mark.parametrize(
    'rule',
    [
        pytest.param(
            rule,
            marks=[
                pytest.mark.xfail(strict=True, reason=f'saraban/messages/render.py: nothing gives the finding {rule}')
            ]
            if rule in UNUSED
            else [],
        )
        for rule in MESSAGES
    ],
)
def test_every_message_is_given_somewhere(rule):
    assert rule in USED


def given_rules() -> list[tuple[str, str, set[str] | None]]:
    """Each place of the program that gives a finding with a rule and values written out: file:line, rule, names of values."""
    found = []
    for path in PROGRAM:
        for node in ast.walk(ast.parse(path.read_text(encoding='utf-8'))):
            if not isinstance(node, ast.Call) or not node.args or not isinstance(node.args[0], ast.Constant):
                continue
            name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, 'id', '')
            rule = node.args[0].value
            where = f'{path.relative_to(ROOT)}:{node.lineno}'
            if name in {'fault', 'ValueFault', 'UnknownNameError', '_usage'}:
                values = None if any(one.arg is None for one in node.keywords) else {one.arg for one in node.keywords}
                found.append((where, rule, values))
            elif name == 'Finding':
                table = node.args[2] if len(node.args) > 2 else None
                values = set() if table is None else None
                if isinstance(table, ast.Dict) and None not in table.keys:  # a table with another in it tells no names
                    values = {key.value for key in table.keys}
                found.append((where, rule, values))
    return found


def test_findings_are_found_in_the_program():
    assert len(given_rules()) > 40


@pytest.mark.parametrize(
    ('where', 'rule', 'values'), given_rules(), ids=lambda value: str(value) if isinstance(value, str) else ''
)
def test_a_finding_gives_every_value_that_its_message_names(where, rule, values):
    message = MESSAGES[rule]
    if values is None:  # taken over from another finding, which is tested itself
        assert rule in MESSAGES
        return
    assert fields(message.th + message.th_advice + message.en + message.en_advice) - values == set()


@pytest.mark.parametrize('rule', MESSAGES)
@pytest.mark.parametrize('language', ['th', 'en'])
def test_a_message_is_told_with_values_that_hold_any_signs(rule, language):
    message = MESSAGES[rule]
    names = fields(message.th + message.th_advice + message.en + message.en_advice)
    values = dict.fromkeys(names, '{ก} & <%s> {{')
    text = Finding(rule, Place('file.yaml', 1), values).tell(language)
    assert text.startswith(f'file.yaml:1: {LEVELS["error"][language]}: ')
    assert text.count('{ก} & <%s> {{') == sum(
        len([1 for _, name, _, _ in string.Formatter().parse(part) if name]) for part in message.said(language)
    )


def test_every_level_has_a_word_in_both_languages():
    assert {str(level) for level in Level} == set(LEVELS)
    assert {word for words in LEVELS.values() for word in words.values()} == {
        'ต้องแก้',
        'ควรตรวจ',
        'ข้อสังเกต',
        'error',
        'warning',
        'note',
    }


@pytest.mark.parametrize('table', [HELP, PANELS, SAYINGS], ids=['help', 'panels', 'sayings'])
def test_sentences_of_the_command_line_are_there_in_both_languages(table):
    for key, words in table.items():
        assert set(words) == {'th', 'en'}, key
        assert fields(words['th']) == fields(words['en']), key
        assert not THAI.search(words['en']), key


def test_every_sentence_of_the_command_line_is_said_somewhere():
    assert [key for key in SAYINGS if key not in USED] == []
    assert [key for key in HELP if key not in USED and key != 'Show this message and exit.'] == []


def test_a_sentence_is_said_in_the_language_asked_for():
    assert say('list-count', 'th', papers=3) == 'รวม 3 เอกสาร'
    assert say('list-count', 'en', papers=3) == '3 papers'
