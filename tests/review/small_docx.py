"""Small Word files of any content, for tests of what others write."""

from __future__ import annotations

import zipfile
from io import BytesIO

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
OTHERS = (
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" xmlns:v="urn:schemas-microsoft-com:vml"'
)


def run(words: str, properties: str = '') -> str:
    """A run of words."""
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{words}</w:t></w:r>'


def p(*content: str, properties: str = '') -> str:
    """A paragraph of runs; bare words are one."""
    runs = ''.join(one if one.startswith('<') else run(one) for one in content)
    return f'<w:p><w:pPr>{properties}</w:pPr>{runs}</w:p>'


def docx(body: str, namespaces: str = f'{W} {OTHERS}', **parts: str) -> bytes:
    """A Word file of a body; `numbering='…'` is the inside of numbering.xml."""
    data = BytesIO()
    with zipfile.ZipFile(data, 'w', zipfile.ZIP_DEFLATED) as package:
        package.writestr(
            '[Content_Types].xml', '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>'
        )
        package.writestr('word/document.xml', f'<w:document {namespaces}><w:body>{body}</w:body></w:document>')
        for name, inner in parts.items():
            package.writestr(f'word/{name}.xml', f'<w:{name} {namespaces}>{inner}</w:{name}>')
    return data.getvalue()
