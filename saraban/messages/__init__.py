"""Every sentence that the program says, in Thai and in English: tables, so that a new finding is a row.

Messages to officers never say schema, key, null or parse. `{…}` are the values that a finding names.
"""

from saraban.messages.checks import CHECKS
from saraban.messages.cli import HELP, PANELS, SAYINGS, say
from saraban.messages.content import CONTENT
from saraban.messages.forms import FORMS
from saraban.messages.message import Language, Message
from saraban.messages.pages import PAGES
from saraban.messages.render import RENDER

__all__ = ['HELP', 'LEVELS', 'MESSAGES', 'PANELS', 'SAYINGS', 'Language', 'Message', 'say']

LEVELS: dict[str, dict[Language, str]] = {
    'error': {'th': 'ต้องแก้', 'en': 'error'},
    'warning': {'th': 'ควรตรวจ', 'en': 'warning'},
    'note': {'th': 'ข้อสังเกต', 'en': 'note'},
}
MESSAGES: dict[str, Message] = CONTENT | CHECKS | FORMS | RENDER | PAGES
