"""Every sentence that the program says, in Thai and in English: tables, so that a new finding is a row.

Messages to officers never say schema, key, null or parse. `{…}` are the values that a finding names.
"""

from saraban.messages import again
from saraban.messages.checks import CHECKS
from saraban.messages.cli import PANELS
from saraban.messages.content import CONTENT
from saraban.messages.dates import DATES
from saraban.messages.figures import FIGURES
from saraban.messages.forms import FORMS
from saraban.messages.letters import LETTERS
from saraban.messages.message import Language, Message
from saraban.messages.pages import PAGES
from saraban.messages.places import PLACES
from saraban.messages.printing import PRINTING
from saraban.messages.render import RENDER
from saraban.messages.review import REVIEW
from saraban.messages.sayings import HELP, SAYINGS, say
from saraban.messages.tables import TABLES
from saraban.messages.writing import GATE, WRITING

__all__ = ['HELP', 'LEVELS', 'MESSAGES', 'PANELS', 'SAYINGS', 'Language', 'Message', 'say']

LEVELS: dict[str, dict[Language, str]] = {
    'error': {'th': 'ต้องแก้', 'en': 'error'},
    'warning': {'th': 'ควรตรวจ', 'en': 'warning'},
    'note': {'th': 'ข้อสังเกต', 'en': 'note'},
}
MESSAGES: dict[str, Message] = (
    CONTENT
    | TABLES
    | CHECKS
    | FIGURES
    | PLACES
    | DATES
    | LETTERS
    | WRITING
    | GATE
    | FORMS
    | RENDER
    | PAGES
    | REVIEW
    | PRINTING
    | again.FINDINGS
)
